//! The words of units and scales, in every inflection people write: one table, which
//! `a3 explain enheter` prints.

use super::base::{Base, Thing};
use super::folded;
use crate::units::Decimal;
use std::collections::HashMap;
use std::sync::LazyLock;

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
    /// So much energy per hour.
    Power(Base),
    /// timer_per_årsverk hours of work per year.
    Fte,
    /// Parts of so many: hundredths, thousandths.
    Fraction(Fraction),
}

/// prosent or promille
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fraction {
    Percent,
    PerMille,
}

/// enhet: every word of one unit, the usual one first, and what it means.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    /// As people write it, the usual way first, and bokmål before nynorsk.
    pub(super) words: &'static [&'static str],
    pub(super) meaning: Meaning,
}

const fn unit_of(words: &'static [&'static str], meaning: Meaning) -> Unit {
    Unit { words, meaning }
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
pub(super) const UNITS: &[Unit] = &[
    unit_of(KRONER_WORDS, plain(Base::Krone)),
    unit_of(&["øre"], scaled(Base::Krone, 1, 100)),
    unit_of(&["tkr", "tnok", "kkr"], scaled(Base::Krone, 1_000, 1)),
    unit_of(&["mnok", "mkr"], scaled(Base::Krone, 1_000_000, 1)),
    unit_of(&["timer", "time", "t", "h", "timen", "timene", "timar", "timane"], plain(Base::Hour)),
    unit_of(&["min", "minutt", "minutter", "minuttet"], plain(Base::Minute)),
    unit_of(&["sekunder", "sekund", "sek"], scaled(Base::Minute, 1, 60)),
    unit_of(&["dagsverk", "dagsverket"], scaled(Base::Hour, 15, 2)),
    unit_of(&["årsverk", "årsverket"], Meaning::Fte),
    unit_of(&["år", "året", "årene"], plain(Base::Year)),
    unit_of(&["halvår", "halvåret"], part_of_year(6, 2)),
    unit_of(&["tertial", "tertialet", "tertialer"], part_of_year(4, 3)),
    unit_of(&["kvartal", "kvartalet", "kvartaler"], part_of_year(3, 4)),
    unit_of(&["måneder", "måned", "mnd", "måneden", "månader", "månad", "månaden"], plain(Base::Month)),
    unit_of(&["uker", "uke", "uka", "uken", "veker", "veke", "veka"], plain(Base::Week)),
    unit_of(&["døgn", "døgnet"], plain(Base::Day)),
    unit_of(&["dager", "dag", "dagen", "dagar"], plain(Base::PlainDay)),
    unit_of(
        &[
            "arbeidsdager",
            "arbeidsdag",
            "arbeidsdagen",
            "virkedager",
            "virkedag",
            "virkedagen",
            "arbeidsdagar",
            "yrkedagar",
            "yrkedag",
            "yrkedagen",
        ],
        plain(Base::Workday),
    ),
    unit_of(&["%", "prosent", "pst", "pct", "prosentpoeng"], Meaning::Fraction(Fraction::Percent)),
    unit_of(&["‰", "promille"], Meaning::Fraction(Fraction::PerMille)),
    unit_of(&["m²", "m2", "kvm", "kvadratmeter"], plain(Base::SquareMetre)),
    unit_of(&["ml", "milliliter"], plain(Base::Millilitre)),
    unit_of(&["cl", "centiliter"], plain(Base::Centilitre)),
    unit_of(&["dl", "desiliter"], plain(Base::Decilitre)),
    unit_of(&["liter", "l", "litere"], plain(Base::Litre)),
    unit_of(&["m³", "m3", "kubikkmeter", "kubikk"], plain(Base::CubicMetre)),
    unit_of(&["Wh", "wattime", "wattimer"], plain(Base::WattHour)),
    unit_of(&["kWh", "kilowattime", "kilowattimer"], plain(Base::KilowattHour)),
    unit_of(&["MWh", "megawattime", "megawattimer"], plain(Base::MegawattHour)),
    unit_of(&["GWh", "gigawattime", "gigawattimer"], plain(Base::GigawattHour)),
    unit_of(&["W", "watt"], Meaning::Power(Base::WattHour)),
    unit_of(&["kW", "kilowatt"], Meaning::Power(Base::KilowattHour)),
    unit_of(&["MW", "megawatt"], Meaning::Power(Base::MegawattHour)),
    unit_of(&["mm", "millimeter"], plain(Base::Millimetre)),
    unit_of(&["cm", "centimeter"], plain(Base::Centimetre)),
    unit_of(&["m", "meter"], plain(Base::Metre)),
    unit_of(&["km", "kilometer"], plain(Base::Kilometre)),
    unit_of(&["g", "gram"], plain(Base::Gram)),
    unit_of(&["kg", "kilo", "kilogram"], plain(Base::Kilogram)),
    unit_of(&["tonn"], plain(Base::Tonne)),
    unit_of(&["kB", "kilobyte"], plain(Base::Kilobyte)),
    unit_of(&["MB", "megabyte"], plain(Base::Megabyte)),
    unit_of(&["GB", "gigabyte"], plain(Base::Gigabyte)),
    unit_of(&["TB", "terabyte"], plain(Base::Terabyte)),
];

/// skala: words that multiply the number before them.
pub(super) const SCALES: &[(&[&str], u32)] = &[
    (&["tusen"], 1_000),
    (&["mill.", "mill", "millioner", "million"], 1_000_000),
    (&["mrd.", "mrd", "milliarder", "milliard"], 1_000_000_000),
];

/// Every word for kr.
pub(super) const KRONER_WORDS: &[&str] = &["kr", "kroner", "krone", "nok"];

/// kr
pub(super) const KRONER: Meaning = plain(Base::Krone);

/// Letters for thousands and millions, which we do not read.
pub(super) fn letter_scale(word: &str) -> Option<u32> {
    match word {
        "k" | "K" => Some(1_000),
        "M" | "mln" => Some(1_000_000),
        _ => None,
    }
}

/// Letters that are units of their own, and thousands and millions where money follows: `60t kr`.
pub(super) fn letter_scale_of_money(word: &str) -> Option<u32> {
    match word {
        "t" | "T" => Some(1_000),
        "m" => Some(1_000_000),
        _ => None,
    }
}

impl Fraction {
    /// How many parts the whole has.
    pub(super) const fn parts(self) -> Decimal {
        match self {
            Self::Percent => Decimal::ONE_HUNDRED,
            Self::PerMille => Decimal::ONE_THOUSAND,
        }
    }
}

impl Unit {
    /// What it measures; nothing for parts of a whole.
    pub(super) const fn thing(&self) -> Option<Thing> {
        match self.meaning {
            Meaning::Measured { above, .. } => Some(above.base.thing()),
            Meaning::Power(base) => Some(base.thing()),
            Meaning::Fte => Some(Thing::Work),
            Meaning::Fraction(_) => None,
        }
    }
}

/// Nouns that are one letter from a unit and still mean themselves.
const NOUNS: &[&str] =
    &["tider", "damer", "daler", "kroker", "koner", "tiger", "turen", "dagens", "arbeidslag", "kilder"];

/// Units that are so near to other nouns (møter, lister, grad, veier) that they are never suggested.
const NEVER_MEANT: &[&str] = &["meter", "liter", "litere", "gram", "watt", "kilo", "veker", "veke", "veka"];

/// Words that mean another thing in capital letters than the unit they are written as: Swedish kroner, thousands.
const IN_CAPITALS: [&str; 2] = ["SEK", "T"];

/// What a unit's word means, in any letter case.
pub(super) fn unit(word: &str) -> Option<Meaning> {
    if IN_CAPITALS.contains(&word) {
        return None;
    }
    MEANINGS.get(folded(word).as_str()).copied()
}

/// Whether a word is a unit of calendar time.
pub(super) fn is_calendar(word: &str) -> bool {
    matches!(unit(word), Some(Meaning::Measured { above, .. }) if above.base.thing() == Thing::Calendar)
}

/// Every word of [`UNITS`] in small letters; the first unit that has a word keeps it.
static MEANINGS: LazyLock<HashMap<String, Meaning>> = LazyLock::new(|| {
    let words =
        UNITS.iter().rev().flat_map(|unit| unit.words.iter().map(|word| (folded(word), unit.meaning)));
    words.collect()
});

/// What a scale's word multiplies by: `mill` → 1 000 000.
pub(super) fn scale(word: &str) -> Option<u32> {
    let word = folded(word);
    SCALES.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, times)| *times)
}

/// Whether a word is taken by a unit or a scale, so that it cannot name an assumption.
pub fn is_unit_word(word: &str) -> bool {
    unit(word).is_some() || scale(word).is_some()
}

/// Whether a word is «året», «uka» and so on, as after «i» in `2 ganger i året`.
pub(super) fn is_definite_calendar(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "året",
        "måneden",
        "månaden",
        "uka",
        "uken",
        "veka",
        "døgnet",
        "dagen",
        "halvåret",
        "tertialet",
        "kvartalet",
        "timen",
        "arbeidsdagen",
        "virkedagen",
        "yrkedagen",
    ];
    WORDS.contains(&folded(word).as_str())
}

/// Whether a word is kroner with something before them that we do not read: `gkr`, `millkroner`.
pub(super) fn is_kroner_with_more(word: &str) -> bool {
    let word = folded(word);
    let before = ["kr", "kroner"].into_iter().find_map(|kroner| word.strip_suffix(kroner));
    before.is_some_and(|before| before.chars().count() == 1 || scale(before).is_some())
}

/// The unit or scale a word of at least four letters probably meant: one slip of the finger
/// away, with the first letter right, and no noun of its own.
pub(super) fn nearest(word: &str) -> Option<&'static str> {
    let word = folded(word);
    if word.chars().count() < 4 || NOUNS.contains(&word.as_str()) {
        return None;
    }
    let begin_alike = MEANT.get(&word.chars().next()?)?;
    begin_alike.iter().copied().find(|known| is_slip(&word, known))
}

/// The words of units and scales that may be meant by another word, by their first letter.
static MEANT: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let units = UNITS.iter().flat_map(|unit| unit.words);
    let scales = SCALES.iter().flat_map(|(words, _)| *words);
    let mut meant: HashMap<char, Vec<&'static str>> = HashMap::new();
    for known in units.chain(scales).copied() {
        if let Some(first) = known.chars().next()
            && known.chars().count() >= 4
            && !NEVER_MEANT.contains(&known)
        {
            meant.entry(first).or_default().push(known);
        }
    }
    meant
});

/// One letter too many, too few, wrong, or two swapped, in words that begin with the same letter.
fn is_slip(word: &str, known: &str) -> bool {
    let (mut a, mut b) = (word.chars(), known.chars());
    while let (rest_a, rest_b) = (a.as_str(), b.as_str())
        && let (Some(x), Some(y)) = (a.next(), b.next())
    {
        if x == y {
            continue;
        }
        // From the first letter that differs: one is wrong, too few, too many, or two are swapped.
        let (after_a, after_b) = (a.as_str(), b.as_str());
        let is_swapped = a.next() == Some(y) && b.next() == Some(x) && a.as_str() == b.as_str();
        return after_a == after_b || rest_a == after_b || after_a == rest_b || is_swapped;
    }
    word.chars().count().abs_diff(known.chars().count()) <= 1
}
