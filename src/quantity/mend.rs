//! What a quantity that cannot be read probably means: the writer's own value in the right form.
//!
//! Nothing is proposed that is not itself read, and nothing but what was written: no stock example.

use super::expression::{Expression, Operator};
use super::formula::{Formula, Piece};
use super::lack::Known;
use super::period::{self, Period};
use super::range::range;
use super::tail::changes_the_sum;
use super::value::Quantity;
use super::wanted::Wanted;
use super::{Context, number, unit, wording};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::units::{Decimal, divide};
use crate::words::Text;

/// How many slips of one value are mended one after the other.
const MOST_SLIPS: usize = 4;

/// The same finding, with the writer's own value in the right form where there is one.
pub(super) fn with_own_value(finding: Finding, text: &str, context: &Context) -> Finding {
    if finding.rule != "uleselig-mengde" {
        return finding;
    }
    let whole = Span::new(0, text.len());
    if let Some(range) = range(text.trim(), context) {
        return range.said(Finding { span: whole, values: Vec::new(), ..finding });
    }
    if let Some((plain, thousands)) = apostrophe(text.trim(), context) {
        let finding = Finding { span: whole, values: Vec::new(), ..finding }.variant("apostrophe");
        return finding.value("plain", plain).value("thousands", thousands);
    }
    let Some(Meant { value, how }) = meant(text.trim(), context) else { return with_words(finding, text) };
    let variant = match how {
        How::EachOrYear(period) => {
            let finding = Finding { span: whole, values: Vec::new(), ..finding }.variant("each or year");
            let (yearly, one) = (value.replace(&format!("/{}", period.one), "/år"), period.in_words());
            return finding.value("meant", value).value("yearly", yearly).value("one", one);
        }
        How::AsFound => finding.variant,
        How::Plainly => "meant",
        How::Approximate => "approximate",
        How::Remark => "remark",
    };
    let mut finding = Finding { span: whole, variant, ..finding };
    finding.values.retain(|(name, _)| how == How::AsFound && *name != "meant");
    finding.value("meant", value)
}

/// The same finding where words stand between the number and its unit that make it another sum: they are asked about.
fn with_words(finding: Finding, text: &str) -> Finding {
    let before = text.get(..finding.span.start as usize).unwrap_or_default();
    let first = before.split_whitespace().skip(1).find(|word| changes_the_sum(word));
    match first.filter(|_| finding.variant == "word before unit").and_then(|word| before.rfind(word)) {
        Some(at) => {
            let extra = wording::shown(text.get(at..).unwrap_or_default().trim_end());
            Finding { span: Span::new(at, text.len()), ..finding }.variant("tail").value("extra", extra)
        }
        None => finding,
    }
}

/// The same finding where the value must be so much a year, so that one advice is enough.
pub(super) fn per_year(mut finding: Finding, text: &str, context: &Context) -> Finding {
    let lacks_year = |value: &str| {
        let read = Quantity::read(value, context);
        read.is_ok_and(|read| Wanted::AnnualEffect.lacks_how_often(read.dimension()))
    };
    if finding.variant == "tail" {
        return finding.variant("tail yearly");
    }
    let variant = match (finding.variant, Formula::parse(text, context)) {
        ("meant", Err(_)) => "meant yearly",
        ("meant", Ok(formula)) if is_of_a_year(&formula, context) => "meant",
        ("approximate", _) => "approximate yearly",
        ("remark", _) => "remark yearly",
        _ => return finding,
    };
    let is_meant = |(name, own): &&mut (&str, Text)| *name == "meant" && lacks_year(&own.nb);
    if let Some((_, own)) = finding.values.iter_mut().find(is_meant) {
        *own = Text::same(&format!("{}/år", own.nb));
        finding.variant = variant;
    }
    finding
}

/// Whether a number of a calculation says how often it comes in a year.
fn is_of_a_year(formula: &Formula, context: &Context) -> bool {
    let known = Known { names: &|_| None, context };
    formula.wrong_whole(known, Wanted::AnnualEffect).variant == "unit on number"
}

/// The part of a position that stands before its name, `20 % saksbehandler`: the årsverk, and the name.
pub fn part_of_position<'t>(text: &'t str, context: &Context) -> Option<(String, &'t str)> {
    let (share, name) = text.split_at_checked(text.find('%')?.checked_add(1)?)?;
    let share = Quantity::read(share, context).ok().filter(Quantity::is_percent)?;
    let name = name.trim();
    let name = name.strip_prefix("stilling ").unwrap_or(name);
    let name = name.strip_prefix("som ").unwrap_or(name).trim();
    name.starts_with(char::is_alphabetic).then(|| (format!("{} årsverk", number::plain(share.value())), name))
}

/// A value that can be read, and how it comes from what was written.
struct Meant {
    value: String,
    how: How,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Plainly,
    /// As the finding says it.
    AsFound,
    Approximate,
    /// With the rest as a remark.
    Remark,
    /// For each of a period, or the same in a year.
    EachOrYear(&'static Period),
}

fn meant(text: &str, context: &Context) -> Option<Meant> {
    let (value, how) = match without_about(text) {
        Some(rest) => (rest.to_owned(), How::Approximate),
        None => (text.to_owned(), How::Plainly),
    };
    let mut meant = Meant { value: tidied(&value), how };
    for _ in 0..MOST_SLIPS {
        match Quantity::read(&meant.value, context) {
            Ok(_) => return (meant.value != text).then_some(meant),
            Err(finding) => meant = mended(&finding, meant, context)?,
        }
    }
    None
}

/// The value after one slip is mended.
fn mended(finding: &Finding, Meant { value, how }: Meant, context: &Context) -> Option<Meant> {
    let (start, end) = (finding.span.start as usize, finding.span.end as usize);
    let (before, after) = (value.get(..start)?, value.get(end..)?);
    if let Some(own) = finding.values.iter().find_map(|(name, own)| (*name == "meant").then_some(&own.nb)) {
        if finding.variant == "per nothing" && !after.trim().is_empty() {
            return None;
        }
        let how = if matches!(finding.variant, "misspelt unit" | "per nothing") { How::AsFound } else { how };
        return Some(Meant { value: format!("{before}{own}{after}"), how });
    }
    match finding.variant {
        "word before unit" => {
            let is_number = |word: &&str| {
                word.contains(|sign: char| sign.is_ascii_digit())
                    || unit::scale(word.trim_end_matches('.')).is_some()
            };
            let kept: Vec<&str> = before.split_whitespace().filter(is_number).collect();
            let dropped = before.split_whitespace().filter(|word| !is_number(word));
            if dropped.clone().any(changes_the_sum) {
                return None;
            }
            let value = format!("{} {}", kept.join(" "), value.get(start..)?);
            Some(Meant { value, how })
        }
        "calculation" => answer(&value, how, context),
        "left over" | "tail" => left_over(before.trim_end(), value.get(start..)?, how, context),
        _ => None,
    }
}

/// Words after a complete quantity: how often, the part of a position, or a remark.
fn left_over(quantity: &str, rest: &str, how: How, context: &Context) -> Option<Meant> {
    let rest = rest.trim();
    let known = Quantity::read(quantity, context).ok()?;
    if known.is_percent() && (rest.starts_with("stilling") || rest.ends_with(" stilling")) {
        let value = format!("{} årsverk", number::plain(known.value()));
        return Some(Meant { value, how });
    }
    if let Some(per) = how_often(rest) {
        return Some(Meant { value: format!("{quantity}{per}"), how });
    }
    let is_words = !changes_the_sum(rest);
    let has_own_unit =
        known.is_bare() && rest.split(|sign: char| !sign.is_alphabetic()).any(unit::is_unit_word);
    (is_words && !has_own_unit).then(|| Meant { value: quantity.to_owned(), how: How::Remark })
}

/// `60' kr`, where people mean 60 000 kr by it: as it is written without the sign, and in thousands.
fn apostrophe(text: &str, context: &Context) -> Option<(String, String)> {
    let (number, rest) = text.split_once(['\'', '’', '´', '`'])?;
    let (number, rest) = (number.trim_end(), rest.trim_start());
    if rest.starts_with(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let thousands = Quantity::read(number, context).ok().filter(Quantity::is_bare)?.value();
    let thousands = number::plain(thousands.checked_mul(Decimal::ONE_THOUSAND)?);
    let [plain, thousands] =
        [number, &thousands].map(|number| format!("{number} {rest}").trim_end().to_owned());
    let is_read = |value: &String| Quantity::read(value, context).is_ok();
    (is_read(&plain) && is_read(&thousands)).then_some((plain, thousands))
}

fn how_often(words: &str) -> Option<&'static str> {
    match words.to_lowercase().as_str() {
        "årlig" | "hvert år" | "pa" | "p.a." => Some("/år"),
        "månedlig" | "hver måned" => Some("/måned"),
        "ukentlig" | "hver uke" => Some("/uke"),
        "daglig" | "hver dag" => Some("/dag"),
        "hvert døgn" => Some("/døgn"),
        _ => None,
    }
}

/// What stands after «ca.», «omtrent» and the like, before or after.
pub(super) fn without_about(text: &str) -> Option<&str> {
    const ABOUT: &[&str] = &[
        "ca.",
        "ca",
        "cirka",
        "circa",
        "omtrent",
        "omlag",
        "om lag",
        "omkring",
        "rundt",
        "nesten",
        "inntil",
        "opptil",
        "opp til",
        "minst",
        "over",
        "under",
        "maks",
        "anslagsvis",
        "~",
        "≈",
        ">",
        "<",
    ];
    let lower = text.to_lowercase();
    let about = ABOUT.iter().find(|word| {
        let after = lower.strip_prefix(**word).and_then(|rest| rest.chars().next());
        after.is_some_and(|next| !next.is_alphabetic() && next != '.')
    })?;
    Some(text.get(about.len()..)?.trim_start())
}

/// Signs that have only one meaning: a plus, a dash for minus, a missing zero, a half, two spaces.
fn tidied(text: &str) -> String {
    let text = text.strip_prefix('+').unwrap_or(text).trim_start();
    let (minus, text) = match text.strip_prefix(['–', '—', '-', '−']) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text),
    };
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let halves = [("½", "5"), ("¼", "25"), ("¾", "75")];
    let halved = halves.into_iter().find_map(|(sign, decimals)| {
        let (whole, rest) = text.split_once(sign)?;
        let whole = if whole.trim().is_empty() { "0" } else { whole.trim() };
        Some(format!("{whole},{decimals}{rest}"))
    });
    let text = halved.unwrap_or(text);
    let zero = if text.starts_with([',', '.']) { "0" } else { "" };
    format!("{minus}{zero}{text}")
}

/// `1/2 årsverk` and `2 × 5 kr`, worked out. The weeks of a year are counted once: `100 kr/uke × 52`.
fn answer(text: &str, how: How, context: &Context) -> Option<Meant> {
    if let Some(value) = fraction(text) {
        return Some(Meant { value, how });
    }
    let formula = Formula::parse(text, context).ok()?;
    let mut counted_once = text.to_owned();
    for finding in formula.counted_twice(&|_| None).iter().rev() {
        let (_, meant) = finding.values.iter().find(|(name, _)| *name == "meant")?;
        counted_once.replace_range(finding.span.start as usize..finding.span.end as usize, &meant.nb);
    }
    if counted_once == text
        && let Some(meant) = of_each_period(&formula, how, context)
    {
        return Some(meant);
    }
    Some(Meant { value: worked_out(&counted_once, context)?, how })
}

fn worked_out(text: &str, context: &Context) -> Option<String> {
    let formula = Formula::parse(text, context).ok()?;
    let Expression::Binary { operator: Operator::Multiply | Operator::Add | Operator::Subtract, .. } =
        formula.root()
    else {
        return None;
    };
    let answer = formula.evaluate(&|_| None).ok()?;
    let unit = answer.dimension().unit(None).nb;
    Some(format!("{} {unit}", number::plain(answer.value())).trim_end().to_owned())
}

/// `100 kr/uke × 3` is 300 kr/uke, or 300 kr/år where the number is how many weeks; `100 kr/kvartal × 4`
/// can only be 400 kr/år.
fn of_each_period(formula: &Formula, how: How, context: &Context) -> Option<Meant> {
    let (mut above, mut below) = (Vec::new(), Vec::new());
    period::add_factors(formula.root(), &mut above, &mut below);
    let mut numbers = above.into_iter().filter_map(|factor| match factor {
        Expression::Quantity(number, _) if number.is_bare() => Some(number.value()),
        Expression::Quantity(..)
        | Expression::Name(..)
        | Expression::Negate(..)
        | Expression::Binary { .. } => None,
    });
    let mut period = None;
    let in_a_year: String = formula
        .pieces()
        .into_iter()
        .map(|piece| match piece {
            Piece::Quantity(written) if period.is_none() => {
                let found = what_per(written).and_then(|(before, word)| Some((before, Period::of(word)?)));
                period = found.map(|(_, period)| period);
                found.map_or_else(|| written.to_owned(), |(before, _)| format!("{before}året"))
            }
            Piece::Text(written) | Piece::Name(written) | Piece::Quantity(written) => written.to_owned(),
        })
        .collect();
    let (period, first) = (period?, numbers.next()?);
    let value = worked_out(&in_a_year, context)?;
    if period.is_in_a_year(first) || numbers.any(|number| period.is_in_a_year(number)) {
        return Some(Meant { value, how });
    }
    let each = value.strip_suffix("/år")?;
    Some(Meant { value: format!("{each}/{}", period.one), how: How::EachOrYear(period) })
}

/// What a quantity is per, and what stands before it.
fn what_per(written: &str) -> Option<(&str, &str)> {
    let before = written.trim_end_matches(char::is_alphabetic);
    let per = before.trim_end().to_lowercase();
    let is_per = ["/", " per", " pr", " pr.", " i", " om"].iter().any(|per_word| per.ends_with(per_word));
    is_per.then(|| written.split_at(before.len()))
}

fn fraction(text: &str) -> Option<String> {
    let (above, rest) = text.split_once('/')?;
    let rest = rest.trim_start();
    let end = rest.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(rest.len());
    let (below, unit) = rest.split_at_checked(end)?;
    let exact = |digits: &str| Decimal::from_str_exact(digits.trim()).ok();
    let value = divide(exact(above)?, exact(below)?).ok()?.normalize();
    (value.scale() <= 6).then(|| format!("{}{unit}", number::plain(value)))
}
