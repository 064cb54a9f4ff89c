//! Words after a quantity that make it another sum: «annethvert år», «i 3 år», «minus 20 %».

use super::unit;

/// The words that say how often, how long, from when or how much of it, beside those of calendar time and the scales; all
/// in lower case.
const CHANGING: &[&str] = &[
    "åra",
    "time",
    "timer",
    "vår",
    "høst",
    "vinter",
    "sommer",
    "hver",
    "hvert",
    "kvar",
    "kvart",
    "annenhver",
    "annethvert",
    "annankvar",
    "gang",
    "ganger",
    "gong",
    "gonger",
    "første",
    "siste",
    "fyrste",
    "minus",
    "pluss",
    "pr",
    "per",
    "delt",
    "halv",
    "halve",
    "halvparten",
    "halvt",
    "dobbelt",
    "dobbel",
    "en",
    "én",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "sju",
    "syv",
    "åtte",
    "ni",
    "ti",
    "tolv",
    "hundre",
    "prosent",
];

/// Whether the number before these words is hardly the whole of what was meant.
pub(super) fn changes_the_sum(words: &str) -> bool {
    let lower = super::folded(words);
    let is_number = |sign: char| sign.is_numeric() || matches!(sign, '%' | '‰');
    lower.contains(is_number)
        || lower
            .split(|sign: char| !sign.is_alphabetic())
            .any(|word| CHANGING.contains(&word) || unit::is_calendar(word) || unit::scale(word).is_some())
}
