//! The known word a mistyped one probably meant.

/// The nearest of `known` to `word`: at most a third of the letters wrong. The first of equals.
pub(super) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 60;
    let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).take(LONGEST).collect();
    let most = letters.len().div_ceil(3);
    let distances = known.filter_map(|candidate| {
        let other: Vec<char> = candidate.chars().flat_map(char::to_lowercase).take(LONGEST).collect();
        let distance = if letters.len().abs_diff(other.len()) > most {
            most.saturating_add(1)
        } else {
            edits(&letters, &other)
        };
        (distance <= most).then_some((distance, candidate))
    });
    distances.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// Levenshtein distance: letters to add, remove or change.
fn edits(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (above, letter) in a.iter().enumerate() {
        let mut diagonal = above;
        let mut left = above.saturating_add(1);
        let mut next = vec![left];
        for (other, up) in b.iter().zip(row.iter().skip(1)) {
            let change = diagonal.saturating_add(usize::from(letter != other));
            left = change.min(left.saturating_add(1)).min(up.saturating_add(1));
            next.push(left);
            diagonal = *up;
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_word_and_a_stranger_finds_nothing() {
        let known = || ["brukere", "tilsyn_per_natt", "tid_fysisk"].into_iter();
        assert_eq!(nearest("bruker", known()), Some("brukere"));
        assert_eq!(nearest("tid_fysikk", known()), Some("tid_fysisk"));
        assert_eq!(nearest("porto", known()), None);
        assert_eq!(edits(&['a', 'b'], &['b']), 1);
    }
}
