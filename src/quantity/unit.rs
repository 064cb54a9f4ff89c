//! The words of units and scales, in every inflection people write.

use super::dimension::Base;

/// One of something is `times` ÷ `over` of a base unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    pub(super) base: Base,
    pub(super) times: u32,
    pub(super) over: u32,
}

/// What a unit's word says about the number before it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Meaning {
    /// A number of `above`; after «per», that number of `below` in the denominator.
    Measured { above: Measure, below: Measure },
    /// timer_per_årsverk hours of work per year.
    Fte,
    /// Hundredths.
    Percent,
}

struct Unit {
    words: &'static [&'static str],
    meaning: Meaning,
}

const fn scaled(base: Base, times: u32, over: u32) -> Meaning {
    let above = Measure { base, times, over };
    Meaning::Measured { above, below: Measure { base, times: over, over: times } }
}

const fn plain(base: Base) -> Meaning {
    scaled(base, 1, 1)
}

/// A part of the year: so many months above the bar, so many times a year below it.
const fn part_of_year(months: u32, per_year: u32) -> Meaning {
    Meaning::Measured {
        above: Measure { base: Base::Month, times: months, over: 1 },
        below: Measure { base: Base::Year, times: per_year, over: 1 },
    }
}

/// format.md, «Quantities are written as people write them». A dagsverk is 7,5 hours.
const UNITS: &[Unit] = &[
    Unit { words: &["kr", "kroner", "krone", "nok"], meaning: plain(Base::Krone) },
    Unit { words: &["tnok"], meaning: scaled(Base::Krone, 1_000, 1) },
    Unit { words: &["mnok"], meaning: scaled(Base::Krone, 1_000_000, 1) },
    Unit { words: &["time", "timer", "t", "timen", "timene"], meaning: plain(Base::Hour) },
    Unit { words: &["minutt", "minutter", "min", "minuttet"], meaning: plain(Base::Minute) },
    Unit { words: &["sekund", "sekunder", "sek"], meaning: scaled(Base::Minute, 1, 60) },
    Unit { words: &["dagsverk", "dagsverket"], meaning: scaled(Base::Hour, 15, 2) },
    Unit { words: &["årsverk", "årsverket"], meaning: Meaning::Fte },
    Unit { words: &["år", "året", "årene"], meaning: plain(Base::Year) },
    Unit { words: &["måned", "måneder", "mnd", "måneden"], meaning: plain(Base::Month) },
    Unit { words: &["uke", "uker", "uka", "uken"], meaning: plain(Base::Week) },
    Unit { words: &["døgn", "døgnet", "dag", "dager", "dagen"], meaning: plain(Base::Day) },
    Unit { words: &["halvår", "halvåret"], meaning: part_of_year(6, 2) },
    Unit { words: &["tertial", "tertialet", "tertialer"], meaning: part_of_year(4, 3) },
    Unit { words: &["kvartal", "kvartalet", "kvartaler"], meaning: part_of_year(3, 4) },
    Unit { words: &["prosent", "%"], meaning: Meaning::Percent },
    Unit { words: &["m²", "m2", "kvm", "kvadratmeter"], meaning: plain(Base::SquareMetre) },
    Unit { words: &["kwh", "kilowattime", "kilowattimer"], meaning: plain(Base::KilowattHour) },
    Unit { words: &["mwh"], meaning: scaled(Base::KilowattHour, 1_000, 1) },
    Unit { words: &["km", "kilometer"], meaning: plain(Base::Kilometre) },
    Unit { words: &["tonn"], meaning: plain(Base::Tonne) },
    Unit { words: &["kg", "kilo", "kilogram"], meaning: scaled(Base::Tonne, 1, 1_000) },
];

const SCALES: &[(&[&str], u32)] = &[
    (&["tusen"], 1_000),
    (&["mill", "millioner", "million"], 1_000_000),
    (&["mrd", "milliarder", "milliard"], 1_000_000_000),
];

/// Nouns that are one letter from a unit and still mean themselves.
const NOUNS: &[&str] = &["tider", "damer", "daler", "kroker", "koner", "tiger", "turen", "dagens"];

/// What a unit's word means, in any letter case.
pub(super) fn unit(word: &str) -> Option<Meaning> {
    let word = folded(word);
    UNITS.iter().find(|unit| unit.words.contains(&word.as_str())).map(|unit| unit.meaning)
}

/// What a scale's word multiplies by: `mill` → 1 000 000.
pub(super) fn scale(word: &str) -> Option<u32> {
    let word = folded(word);
    SCALES.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, times)| *times)
}

/// Whether a word is taken by a unit or a scale, so that it cannot name an assumption.
#[must_use]
pub fn is_unit_word(word: &str) -> bool {
    unit(word).is_some() || scale(word).is_some()
}

/// Whether a word is «året», «uka» and so on, as after «i» in `2 ganger i året`.
pub(super) fn is_definite_calendar(word: &str) -> bool {
    const WORDS: &[&str] =
        &["året", "måneden", "uka", "uken", "døgnet", "dagen", "halvåret", "tertialet", "kvartalet"];
    WORDS.contains(&folded(word).as_str())
}

/// The unit or scale a word of at least four letters probably meant: one slip of the finger
/// away, with the first letter right, and no noun of its own.
pub(super) fn nearest(word: &str) -> Option<&'static str> {
    let word = folded(word);
    if word.chars().count() < 4 || NOUNS.contains(&word.as_str()) {
        return None;
    }
    let units = UNITS.iter().flat_map(|unit| unit.words.iter());
    let scales = SCALES.iter().flat_map(|(words, _)| words.iter());
    units.chain(scales).copied().find(|known| is_slip(&word, known) && known.chars().count() >= 4)
}

/// One letter too many, too few, wrong, or two swapped; the first letter must agree.
fn is_slip(word: &str, known: &str) -> bool {
    // Nearly every known word begins with another letter: nothing is copied for those.
    if word.chars().next() != known.chars().next() {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), known.chars().collect());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = |letters: &[char], from: usize| letters.get(from..).unwrap_or_default().to_vec();
    let (rest_a, rest_b) = (tail(&a, same), tail(&b, same));
    match a.len().cmp(&b.len()) {
        core::cmp::Ordering::Less => rest_a == tail(&rest_b, 1),
        core::cmp::Ordering::Greater => tail(&rest_a, 1) == rest_b,
        core::cmp::Ordering::Equal => {
            let swapped = rest_a.first() == rest_b.get(1) && rest_a.get(1) == rest_b.first();
            tail(&rest_a, 1) == tail(&rest_b, 1)
                || (swapped && rest_a.len() > 1 && tail(&rest_a, 2) == tail(&rest_b, 2))
        }
    }
}

/// Lower case, with å as one character.
fn folded(word: &str) -> String {
    word.to_lowercase().replace("a\u{30a}", "å")
}
