//! Small changes to a text, drawn from a seed.

/// Numbers that look random: SplitMix64.
pub struct Random(u64);

impl Random {
    /// One stream for each input of a seed.
    pub fn new(seed: u64, input: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ input.rotate_left(32));
        random.next();
        Self(random.next() ^ input)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another; 0 where that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { (self.next() % end as u64) as usize }
    }

    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// What is put in: signs people paste, words that mean something, numbers at the edges.
const TOKENS: &[&str] = &[
    " ",
    "\u{a0}",
    "\u{202f}",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\0",
    "\u{feff}",
    "\u{200b}",
    "\u{202e}",
    "\u{1b}[31m",
    "\u{301}",
    "å",
    "漢",
    "😀",
    "-",
    "−",
    "–",
    "—",
    "•",
    ",",
    ".",
    ";",
    ":",
    ": ",
    "#",
    " #",
    "'",
    "\"",
    "|",
    ">",
    "&a ",
    "*a",
    "!!str ",
    "<<: ",
    "---\n",
    "...\n",
    "[",
    "]",
    "{",
    "}",
    "(",
    ")",
    "+",
    " + ",
    " - ",
    " × ",
    " * ",
    " / ",
    " : ",
    "^",
    "%",
    "‰",
    "=",
    "0",
    "1",
    "2",
    "9",
    "1 000",
    "1.000",
    "1,5",
    "0,0000001",
    "99999999999999999999",
    "79228162514264337593543950335",
    "-1",
    "1e9",
    ".inf",
    ".nan",
    "~",
    "null",
    "ja",
    "nei",
    "kr",
    " kr",
    " kr/år",
    " kr/time",
    " mill. kr",
    " mrd. kr/år",
    "tkr",
    "øre",
    " timer",
    " timer/år",
    " t",
    "h",
    " min",
    " sek",
    " dager",
    " dag",
    " døgn/år",
    "/år",
    "/uke",
    "/måned",
    "/dag",
    " årsverk",
    " %",
    " besøk",
    " brukere",
    " kWh",
    " GWh",
    " W",
    " km",
    " m³",
    " liter",
    " dl",
    " kg",
    " tonn",
    " GB",
    " MB",
    " år",
    "år 2",
    "min(",
    "maks(",
    "a",
    "pris",
    "2027",
    "2030",
    "2026-11-24",
    "2026-02-30",
    "24.11.2026",
    "lav",
    "verdi",
    "høy",
    "beregning",
    "anslag",
    "beløp",
    "stilling",
    "oppstart",
    "levetid",
    "krever",
    "utelukker",
    "tas_ut",
    "innfasing",
    "fase",
    "dypdykk",
    "forberedelse",
    "gjennomføring",
    "avsluttet",
    "nivå: virksomhet",
    "budsjettpost",
    "rammer",
    "::error::",
    "ansvar;funksjon;art;beløp",
];

/// Changes a text in a few places. Places are mostly between letters; now and then inside one.
pub fn mutate(text: &[u8], others: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut text = text.to_vec();
    let most = if random.one_in(4) { 12 } else { 3 };
    let times = 1 + random.below(most);
    for _ in 0..times {
        change(&mut text, others, random);
        text.truncate(200_000);
    }
    text
}

fn change(text: &mut Vec<u8>, others: &[Vec<u8>], random: &mut Random) {
    match random.below(11) {
        0 => drop(text.drain(range(text, random))),
        1 => {
            let at = place(text, random);
            insert(text, at, random.pick(TOKENS).as_bytes().to_vec());
        }
        2 => {
            let range = range(text, random);
            text.splice(range, random.pick(TOKENS).bytes());
        }
        3 => {
            let part = text[range(text, random)].to_vec();
            let times = if random.one_in(20) { 1_000 } else { 1 + random.below(4) };
            let at = place(text, random);
            insert(text, at, part.repeat(times));
        }
        4 => {
            let line = line(text, random);
            text.drain(line);
        }
        5 => {
            let part = text[line(text, random)].to_vec();
            let at = line(text, random).start;
            insert(text, at, part);
        }
        6 => {
            let at = line(text, random).start;
            insert(text, at, b" ".repeat(1 + random.below(4)));
        }
        7 => {
            let other = random.pick(others);
            let part = other[range(other, random)].to_vec();
            let at = place(text, random);
            insert(text, at, part);
        }
        8 => {
            let other = random.pick(others);
            let part = other[line(other, random)].to_vec();
            let line = line(text, random);
            text.splice(line, part);
        }
        9 => digits(text, random),
        _ => {
            let at = random.below(text.len());
            if let Some(byte) = text.get_mut(at) {
                *byte = if random.one_in(2) { random.next() as u8 } else { *byte ^ (1 << random.below(8)) };
            }
        }
    }
}

/// Another number in the place of one.
fn digits(text: &mut Vec<u8>, random: &mut Random) {
    let from = random.below(text.len());
    let Some(start) = text[from..].iter().position(u8::is_ascii_digit).map(|at| from + at) else { return };
    let end =
        text[start..].iter().position(|byte| !byte.is_ascii_digit()).map_or(text.len(), |at| start + at);
    let number = match random.below(5) {
        0 => "0".to_owned(),
        1 => random.next().to_string(),
        2 => "9".repeat(1 + random.below(40)),
        3 => random.below(10).to_string(),
        _ => random.below(100_000).to_string(),
    };
    text.splice(start..end, number.bytes());
}

fn insert(text: &mut Vec<u8>, at: usize, part: Vec<u8>) {
    text.splice(at..at, part);
}

fn place(text: &[u8], random: &mut Random) -> usize {
    let mut at = random.below(text.len() + 1);
    if !random.one_in(20) {
        while text.get(at).is_some_and(|byte| byte & 0xc0 == 0x80) {
            at += 1;
        }
    }
    at
}

fn range(text: &[u8], random: &mut Random) -> std::ops::Range<usize> {
    let start = place(text, random);
    let most = if random.one_in(10) { 400 } else { 12 };
    let mut end = (start + 1 + random.below(most)).min(text.len());
    while text.get(end).is_some_and(|byte| byte & 0xc0 == 0x80) {
        end += 1;
    }
    start..end.max(start)
}

fn line(text: &[u8], random: &mut Random) -> std::ops::Range<usize> {
    let at = random.below(text.len());
    let start = text[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1);
    let end = text[at..].iter().position(|byte| *byte == b'\n').map_or(text.len(), |place| at + place + 1);
    start..end
}
