//! Which stream of random bits belongs to an assumption.

/// What a stream is drawn for. Nothing else decides the draws: not how many other assumptions or
/// cases there are, nor in which order they come.
#[derive(Debug, Clone, Copy)]
pub(super) struct StreamName<'a> {
    /// frø
    pub(super) seed: u64,
    /// The case's id; none for felles, which all cases share.
    pub(super) case: Option<&'a str>,
    /// What is drawn: an assumption, or an amount of a row.
    pub(super) what: &'a str,
    /// The name of the assumption or the row.
    pub(super) name: &'a str,
    /// Which of several with that name, and which of a row's amounts.
    pub(super) number: [u64; 2],
}

/// Starting states of the four words of a key: the first decimals of π, √2, e and ln 2 in
/// hexadecimal, numbers with nothing up their sleeve.
const STARTS: [u64; 4] =
    [0x243f_6a88_85a3_08d3, 0x6a09_e667_f3bc_c908, 0xb7e1_5162_8aed_2a6a, 0xb172_17f7_d1cf_79ab];
/// The prime of FNV-1a, 64 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>).
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;
/// Ends a text; no byte of UTF-8.
const END: u8 = 0xff;

impl StreamName<'_> {
    /// The 256-bit key of the stream: FNV-1a from four starting states, each mixed as SplitMix64
    /// mixes its output (Steele, Lea and Flood 2014). It must never change, or every simulation does.
    pub(super) fn key(&self) -> [u8; 32] {
        let mut words = STARTS
            .map(|start| {
                let mut word = eat(start, &self.seed.to_le_bytes());
                word = match self.case {
                    Some(case) => eat(eat(word, &[1]), case.as_bytes()),
                    None => eat(word, &[0]),
                };
                for text in [self.what, self.name] {
                    word = eat(eat(word, &[END]), text.as_bytes());
                }
                word = eat(word, &[END]);
                let [which, value] = self.number;
                mix(eat(eat(word, &which.to_le_bytes()), &value.to_le_bytes()))
            })
            .into_iter()
            .flat_map(u64::to_le_bytes);
        [0; 32].map(|_: u8| words.next().unwrap_or_default())
    }
}

fn eat(word: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(word, |word, byte| (word ^ u64::from(*byte)).wrapping_mul(FNV_PRIME))
}

fn mix(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const NAME: StreamName<'_> =
        StreamName { seed: 1, case: Some("sak"), what: "forutsetning", name: "brukere", number: [0, 0] };

    #[test]
    fn a_key_is_the_same_for_ever() {
        // Worked out apart from this program.
        let expected = [
            57, 32, 125, 215, 110, 131, 220, 219, 120, 65, 200, 135, 136, 82, 123, 17, 58, 67, 254, 154, 60,
            168, 204, 123, 118, 70, 160, 19, 194, 140, 35, 23,
        ];
        assert_eq!(NAME.key(), expected);
    }

    #[test]
    fn every_part_of_the_name_gives_another_key() {
        let names = [
            NAME,
            StreamName { seed: 2, ..NAME },
            StreamName { case: None, ..NAME },
            StreamName { case: Some(""), ..NAME },
            StreamName { case: Some("sa"), what: "kforutsetning", ..NAME },
            StreamName { what: "gevinst", ..NAME },
            StreamName { what: "forutsetningbrukere", name: "", ..NAME },
            StreamName { name: "bruker", ..NAME },
            StreamName { number: [1, 0], ..NAME },
            StreamName { number: [0, 1], ..NAME },
        ];
        let keys: BTreeSet<[u8; 32]> = names.iter().map(StreamName::key).collect();
        assert_eq!(keys.len(), names.len());
        for word in 0..4 {
            let words: BTreeSet<Vec<u8>> =
                keys.iter().map(|key| key[word * 8..word * 8 + 8].to_vec()).collect();
            assert_eq!(words.len(), names.len(), "word {word}");
        }
    }
}
