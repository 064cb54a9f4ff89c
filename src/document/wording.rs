//! The findings of reading values, in words.

use super::expect::{ChangeWork, MeantPay};
use super::field::Field;
use super::reader::MAX_ROWS;
use crate::diagnostic::{Finding, Related};
use crate::quantity::{Base, Dimension, Quantity, plain};
use crate::source::{Span, Spanned};
use crate::units::{Decimal, Kroner};
use crate::words::{Language, Text, Words, number};
use crate::yaml::Node;
use crate::{text, words};

/// A finding whose places count from the start of a value, moved to the file.
pub(super) fn moved(finding: Finding, place: impl Fn(Span) -> Span) -> Finding {
    let moved = |related: Related| Related { span: place(related.span), ..related };
    let related = finding.related.into_iter().map(moved).collect();
    Finding { span: place(finding.span), related, ..finding }
}

/// The finding of a range or a calculation where there is no place for lav and høy, nor for beregning.
pub(super) fn alone(finding: Finding) -> Finding {
    match finding.variant {
        "range" | "range shares" | "range wide" => {
            Finding { values: Vec::new(), ..finding }.variant("range alone")
        }
        "calculation" => finding.variant("calculation alone"),
        _ => finding,
    }
}

/// A value as written, cut where it would flood the message.
pub(super) fn shown(written: &str) -> String {
    const LONGEST: usize = 60;
    match written.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", written.get(..cut).unwrap_or_default()),
        None => written.to_owned(),
    }
}

/// What a field asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    Share,
    Rate,
    Years,
    Fte,
    Money,
    HourlyPrice,
    Hours,
    Workdays,
}

impl Expected {
    /// What a bare number is; none where årsverk are counted or no bare number will do.
    pub(super) fn dimension(self) -> Option<Dimension> {
        match self {
            Self::Share | Self::Rate | Self::Fte => None,
            Self::Years => Some(Dimension::of(Base::Year)),
            Self::Money => Some(Dimension::of(Base::Krone)),
            Self::HourlyPrice => Some(Dimension::per(Base::Krone, Base::Hour)),
            Self::Hours => Some(Dimension::of(Base::Hour)),
            Self::Workdays => Some(Dimension::of(Base::PlainDay)),
        }
    }

    const fn words(self) -> Words {
        match self {
            Self::Share => {
                words!(nb: "en andel i prosent", nn: "ein andel i prosent", en: "a share in per cent")
            }
            Self::Rate => words!(nb: "en prosentsats", nn: "ein prosentsats", en: "a percentage rate"),
            Self::Years => words!(nb: "hele år", nn: "heile år", en: "whole years"),
            Self::Fte => {
                words!(nb: "årsverk, eller timer i året", nn: "årsverk, eller timar i året", en: "FTE, or hours in the year")
            }
            Self::Money => words!(nb: "kroner", nn: "kroner", en: "kroner"),
            Self::HourlyPrice => words!(nb: "kroner per time", nn: "kroner per time", en: "kroner per hour"),
            Self::Hours => words!(nb: "timer i året", nn: "timar i året", en: "hours in the year"),
            Self::Workdays => {
                words!(nb: "arbeidsdager i året", nn: "arbeidsdagar i året", en: "working days in the year")
            }
        }
    }

    /// What stands after the number.
    const fn unit(self) -> &'static str {
        match self {
            Self::Share | Self::Rate => "%",
            Self::Years => "år",
            Self::Fte => "årsverk",
            Self::Money => "kr",
            Self::HourlyPrice => "kr/time",
            Self::Hours => "timer",
            Self::Workdays => "dager",
        }
    }

    /// Whether a word that is no unit of ours is its unit in English, or a short form of it.
    fn is_called(self, word: &str) -> bool {
        let words: &[&str] = match self {
            Self::Share | Self::Rate => &["percent", "pct", "pst", "prs"],
            Self::Years => &["year", "years", "yr", "yrs"],
            Self::Fte => &["fte", "ftes", "åv", "åsv", "årsv"],
            Self::Hours => &["hour", "hours", "hrs"],
            Self::Workdays => &["day", "days", "workdays"],
            Self::Money | Self::HourlyPrice => &[],
        };
        words.contains(&word.to_lowercase().as_str())
    }

    /// What is reasonable, where something is not.
    const fn limits(self) -> Words {
        match self {
            Self::Share => {
                words!(nb: "fra 0\u{a0}% til 100\u{a0}%", nn: "frå 0\u{a0}% til 100\u{a0}%", en: "from 0% to 100%")
            }
            Self::Rate => {
                words!(nb: "fra −50\u{a0}% til 100\u{a0}%", nn: "frå −50\u{a0}% til 100\u{a0}%", en: "from −50% to 100%")
            }
            Self::Years => {
                words!(nb: "fra 1 til 200 hele år", nn: "frå 1 til 200 heile år", en: "from 1 to 200 whole years")
            }
            Self::Fte => words!(nb: "0 årsverk eller mer", nn: "0 årsverk eller meir", en: "0 FTE or more"),
            Self::Money => words!(nb: "mer enn 0 kr", nn: "meir enn 0 kr", en: "more than NOK 0"),
            Self::HourlyPrice => {
                words!(nb: "0 kr/time eller mer", nn: "0 kr/time eller meir", en: "NOK 0/hour or more")
            }
            Self::Workdays => {
                words!(nb: "fra 100 til 366 hele dager", nn: "frå 100 til 366 heile dagar", en: "from 100 to 366 whole days")
            }
            Self::Hours => {
                words!(nb: "fra 800 til 3 000 timer", nn: "frå 800 til 3 000 timar", en: "from 800 to 3,000 hours")
            }
        }
    }
}

fn written(node: &Node<'_>) -> String {
    shown(node.text().unwrap_or_default())
}

/// What a quantity is, in words: `kr/år`, `et antall besøk`, `et tall uten enhet`.
fn came_out_as(quantity: &Quantity) -> Text {
    match quantity.label().filter(|_| quantity.dimension().is_number()) {
        Some(noun) => {
            let noun = shown(noun);
            text!(nb: "et antall {noun}", nn: "eit antal {noun}", en: "a number of {noun}")
        }
        None if quantity.is_percent() => words!(nb: "prosent", nn: "prosent", en: "per cent").text(),
        None => quantity.dimension().words(),
    }
}

pub(super) fn wrong_unit(node: &Node<'_>, quantity: &Quantity, expected: Expected) -> Finding {
    let (written, is, wanted) = (written(node), came_out_as(quantity), expected.words());
    let title = text!(
        nb: "«{written}» er {is}; her skal det stå {wanted}", nn: "«{written}» er {is}; her skal det stå {wanted}",
        en: "“{written}” is {is}; this should be {wanted}";
        written, is, wanted
    );
    let finding = Finding::error("feil-enhet", node.span, title);
    if let Some(fte) = quantity.positions().filter(|_| expected == Expected::Fte) {
        return finding.variant("positions").value("meant", fte);
    }
    if expected == Expected::Fte && quantity.is_percent() {
        return finding.variant("position").value("meant", format!("{} årsverk", quantity.number()));
    }
    if !(quantity.is_bare() && matches!(expected, Expected::Share | Expected::Rate)) {
        let unit = expected.unit();
        return match quantity.label().filter(|word| expected.is_called(word)) {
            Some(_) => finding.variant("meant").value("meant", format!("{} {unit}", quantity.number())),
            None => finding.variant("unit").value("unit", unit),
        };
    }
    let finding = finding.variant("percent").value("number", quantity.number());
    match other_per_cent(quantity.value(), expected) {
        Some(times) => finding.variant("either").value("times", plain(times)),
        None => finding,
    }
}

/// What a bare number may be in per cent but for itself: 0,5 as 50; of a rate, 1,03 as the growth of 3.
fn other_per_cent(value: Decimal, expected: Expected) -> Option<Decimal> {
    if value.abs() <= Decimal::ONE {
        return value.checked_mul(Decimal::ONE_HUNDRED);
    }
    let growth = value.checked_sub(Decimal::ONE)?;
    let is_factor = expected == Expected::Rate && growth.is_sign_positive() && growth < Decimal::ONE;
    growth.checked_mul(Decimal::ONE_HUNDRED).filter(|_| is_factor && value.fract() != Decimal::ZERO)
}

/// A bare number where the field has no obvious unit.
pub(super) fn no_unit(node: &Node<'_>) -> Finding {
    let number = written(node);
    let title =
        text!(nb: "«{number}» mangler enhet", nn: "«{number}» manglar eining", en: "“{number}” lacks a unit");
    Finding::error("tall-uten-enhet", node.span, title).value("number", &number)
}

/// The same where it may be a share as well: `80` and `0,8` are 80 %.
pub(super) fn no_unit_of_any_kind(node: &Node<'_>, number: &Quantity) -> Finding {
    let (finding, value) = (no_unit(node), number.value());
    let hundredfold = value.checked_mul(Decimal::ONE_HUNDRED).filter(|_| value <= Decimal::ONE);
    match hundredfold.unwrap_or(value) {
        share if share.is_sign_negative() || share.is_zero() || share > Decimal::ONE_HUNDRED => finding,
        share => finding.variant("may be share").value("share", format!("{} %", plain(share))),
    }
}

/// The same, where what stands beside it says which unit is meant.
pub(super) fn no_unit_beside(node: &Node<'_>, bare: &Quantity, beside: Option<&Quantity>) -> Finding {
    let finding = no_unit(node);
    let Some(beside) = beside else { return finding };
    let number = written(node);
    let unit = beside.dimension().unit(beside.label()).nb;
    let unit = if beside.is_percent() { "%".to_owned() } else { unit };
    if unit.is_empty() {
        return finding;
    }
    let finding = finding.value("meant", format!("{number} {unit}"));
    let value = bare.value();
    let hundredfold = value.checked_mul(Decimal::ONE_HUNDRED);
    match hundredfold.filter(|_| beside.is_percent() && value.abs() <= Decimal::ONE && !value.is_zero()) {
        Some(times) => finding.variant("beside either").value("times", format!("{} %", plain(times))),
        None => finding.variant("beside"),
    }
}

/// Change work without a unit, so much that it is hours.
pub(super) fn bare_change_work(node: &Node<'_>, of: ChangeWork) -> Finding {
    no_unit(node).variant(of.variant())
}

/// Whether a bare number may be in 1 000 kroner: under 10 000, and not nothing.
pub(super) fn may_be_thousands(quantity: &Quantity) -> bool {
    const LEAST: u32 = 10_000;
    let size = quantity.value().abs();
    quantity.dimension().power(Base::Krone) == 1 && !size.is_zero() && size < Decimal::from(LEAST)
}

/// A bare number that may be kroner or 1 000 kroner.
pub(super) fn small_bare_amount(node: &Node<'_>, quantity: &Quantity) -> Finding {
    /// Below this it may be millions as well.
    const MILLIONS: u32 = 1_000;
    let number = written(node);
    let title = text!(nb: "«{number}» er et lite beløp: kroner, eller 1 000 kroner?", nn: "«{number}» er eit lite beløp: kroner, eller 1 000 kroner?", en: "“{number}” is a small amount: kroner, or 1,000 kroner?");
    let unit = quantity.dimension().unit(None).nb;
    let thousands = format!("{number} t{unit}");
    let finding = Finding::error("lite-beløp-uten-enhet", node.span, title)
        .value("kroner", format!("{number} {unit}"))
        .value("thousands", thousands);
    if quantity.value().abs() >= Decimal::from(MILLIONS) || quantity.dimension().is_money_per_year() {
        return finding;
    }
    finding.variant("millions").value("millions", format!("{number} mill. {unit}"))
}

/// With the whole years around it.
pub(super) fn not_whole_years(node: &Node<'_>, years: Decimal) -> Finding {
    let written = written(node);
    let title = text!(nb: "«{written}» er ikke hele år", nn: "«{written}» er ikkje heile år", en: "“{written}” is not whole years");
    let finding = Finding::error("feil-enhet", node.span, title).value("up", plain(years.ceil()));
    match years.floor() {
        down if down < Decimal::ONE => finding.variant("years up"),
        down => finding.variant("years").value("down", plain(down)),
    }
}

pub(super) fn unreasonable(node: &Node<'_>, expected: Expected) -> Finding {
    outside(node, expected.limits())
}

/// A year's pay that no whole position has, with what it may have been meant as.
pub(super) fn unlikely_pay(node: &Node<'_>, meant: MeantPay) -> Finding {
    let limits = words!(
        nb: "årslønnen eller årskostnaden for en hel stilling, fra 100 000 kr til 5 mill. kr", nn: "årsløna eller årskostnaden for ei heil stilling, frå 100 000 kr til 5 mill. kr",
        en: "the pay or cost in a year of a whole position, from NOK 100,000 to NOK 5 million",
    );
    let money = |pay: Decimal| number::kroner(Kroner::new(pay), Language::Nb);
    let MeantPay { in_thousands, hourly, monthly } = meant;
    let finding = outside(node, limits);
    match (in_thousands, hourly, monthly) {
        (Some(year), None, _) => finding.variant("year").value("year", money(year)),
        (Some(year), Some(hourly), _) => {
            finding.variant("hour").value("year", money(year)).value("hourly", money(hourly))
        }
        (None, _, Some(monthly)) => finding.variant("month").value("year", money(monthly)),
        (None, _, None) => finding,
    }
    .value("written", written(node))
}

/// Pay for an hour where a year's is asked for, with what it is a year.
pub(super) fn pay_for_an_hour(node: &Node<'_>, year: Decimal) -> Finding {
    let written = written(node);
    let title = text!(nb: "«{written}» er lønn for en time; her skal det stå lønn i året", nn: "«{written}» er løn for ein time; her skal det stå løn i året", en: "“{written}” is pay for an hour; this should be pay in a year");
    let year = number::kroner(Kroner::new(year), Language::Nb);
    Finding::error("feil-enhet", node.span, title).variant("hourly").value("year", year)
}

/// Money below 0 where there may be none, and not less.
pub(super) fn below_nothing(node: &Node<'_>) -> Finding {
    outside(node, words!(nb: "0 kr eller mer", nn: "0 kr eller meir", en: "NOK 0 or more"))
}

fn outside(node: &Node<'_>, limits: Words) -> Finding {
    let written = written(node);
    let title = text!(nb: "«{written}» kan ikke stemme", nn: "«{written}» kan ikkje stemme", en: "“{written}” cannot be right");
    Finding::error("urimelig-tall", node.span, title).variant("limits").value("limits", limits)
}

pub(super) fn too_many_rows(rows: usize, span: Span) -> Finding {
    let title = text!(
        nb: "Her står {rows} rader; grensen er {MAX_ROWS}", nn: "Her står {rows} rader; grensa er {MAX_ROWS}",
        en: "There are {rows} rows here; the limit is {MAX_ROWS}"
    );
    Finding::error("for-mange-rader", span, title)
}

/// lav or høy without the other.
pub(super) fn half_three_point(low: &Field<Quantity>, high: &Field<Quantity>) -> Finding {
    let missing = if low.is_written() { "høy" } else { "lav" };
    let span = low.span().or(high.span()).unwrap_or_default();
    let title = text!(nb: "«{missing}» mangler", nn: "«{missing}» manglar", en: "“{missing}” is missing");
    Finding::error("halvt-trepunkt", span, title)
}

pub(super) fn point_far_below(span: Span) -> Finding {
    let title = words!(nb: "«lav» er under en hundredel av «verdi»", nn: "«lav» er under ein hundredel av «verdi»", en: "“lav” is less than a hundredth of “verdi”");
    Finding::error("vidt-trepunkt", span, title.text())
}

pub(super) fn point_far_above(span: Span) -> Finding {
    let title = words!(nb: "«høy» er over hundre ganger «verdi»", nn: "«høy» er over hundre gonger «verdi»", en: "“høy” is more than a hundred times “verdi”");
    Finding::error("vidt-trepunkt", span, title.text())
}

pub(super) fn unlike_points(point: &Spanned<Quantity>, mode: &Spanned<Quantity>) -> Finding {
    let (is, mode_is) = (came_out_as(&point.value), came_out_as(&mode.value));
    let title = text!(
        nb: "Dette er {is}, men verdi er {mode_is}", nn: "Dette er {is}, men verdi er {mode_is}",
        en: "This is {is}, but verdi is {mode_is}";
        is, mode_is
    );
    let label = text!(nb: "verdi er {mode_is}", nn: "verdi er {mode_is}", en: "verdi is {mode_is}"; mode_is);
    Finding::error("feil-dimensjon", point.span, title).variant("points").with(mode.span, label)
}

/// `here` is the point that is wrong, `other` what it is compared with.
pub(super) fn points_out_of_order(here: Span, other: Span, equal: Equal) -> Finding {
    let title = match equal {
        Equal::Yes => {
            words!(nb: "Lav og høy er like", nn: "Lav og høy er like", en: "Lav and høy are the same")
        }
        Equal::No => words!(
            nb: "Lav, verdi og høy står ikke i stigende rekkefølge", nn: "Lav, verdi og høy står ikkje i stigande rekkjefølgje",
            en: "Lav, verdi and høy are not in rising order",
        ),
    };
    Finding::error("trepunkt-i-uorden", here, title.text()).with(
        other,
        words!(nb: "sammenlign med dette", nn: "samanlikn med dette", en: "compare with this").text(),
    )
}

/// Whether lav and høy are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Equal {
    Yes,
    No,
}

/// `fra` of ny_praksis that is neither a year of the case nor a calendar year.
pub(super) fn unknown_from(node: &Node<'_>, meant: Option<String>) -> Finding {
    let written = written(node);
    let title = text!(nb: "«{written}» er ikke et år i saken", nn: "«{written}» er ikkje eit år i saka", en: "“{written}” is not a year of the case");
    let finding = Finding::error("ukjent-fra", node.span, title);
    match meant {
        Some(meant) => finding.variant("meant").value("meant", meant),
        None => finding,
    }
}
