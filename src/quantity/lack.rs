//! What a formula that comes out as something else lacks, in words. What it tells people to write is
//! what they would have meant: a unit on a number that stands there, never one factor more.

use super::base::Base;
use super::dimension::Dimension;
use super::expression::Expression;
use super::formula::Formula;
use super::noun::Noun;
use super::value::Quantity;
use super::wanted::{Wanted, missing_factor};
use super::{Context, wording};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::units::Decimal;
use crate::words::Text;
use crate::{text, words};

/// Numbers that are how often something comes in a year, likeliest first, and the unit they lack.
const HOW_OFTEN: &[(u32, &str)] = &[
    (365, "døgn/år"),
    (230, "arbeidsdager/år"),
    (52, "uker/år"),
    (46, "uker/år"),
    (1_750, "timer/år"),
    (12, "måneder/år"),
];

/// What a formula is checked with.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// What each name measures.
    pub names: &'a dyn Fn(&str) -> Option<Dimension>,
    /// How the organisation counts.
    pub context: &'a Context,
}

/// What a formula is checked with, and what it must come out as.
#[derive(Clone, Copy)]
struct Asked<'a> {
    known: Known<'a>,
    wanted: Wanted,
}

/// A number in a formula that lacks its unit, and the same with it.
struct Completed<'a> {
    written: &'a str,
    with_unit: String,
    span: Span,
}

impl Formula {
    /// The finding `feil-dimensjon` for a formula that comes out as something else than wanted, with a
    /// span in the formula.
    pub fn wrong_whole(&self, known: Known<'_>, wanted: Wanted) -> Finding {
        let asked = Asked { known, wanted };
        let dimension = self.root().dimension(known.names).unwrap_or_default().settled().into_owned();
        let whole = Span::new(0, self.text().len());
        if let Some(noun) = dimension.per_nouns().next() {
            return self.how_many(noun, &dimension, asked);
        }
        let mended = self.unit_on_number(&dimension, asked);
        let mended = mended.or_else(|| self.year_on_calendar(&dimension, asked));
        if let Some(finding) = mended.or_else(|| self.unit_on_amounts(&dimension, asked)) {
            return finding;
        }
        let got = dimension.words();
        let finding = |title| Finding::error("feil-dimensjon", whole, title).value("wanted", wanted.words());
        if wanted.lacks_how_often(&dimension) {
            let title = text!(
                nb: "Dette gir {got}; hvor mange ganger i året?", nn: "Dette gir {got}; kor mange gonger i året?",
                en: "This gives {got}; how many times a year?";
                got
            );
            return finding(title).variant("how often");
        }
        match missing_factor(&dimension, wanted) {
            Some(factor) => {
                let title = text!(
                    nb: "Dette gir {got}; mangler trolig «{factor}»", nn: "Dette gir {got}; manglar truleg «{factor}»",
                    en: "This gives {got}; probably lacks “{factor}”";
                    got, factor
                );
                finding(title).variant("factor").value("factor", factor)
            }
            None => {
                let finding =
                    finding(text!(nb: "Dette gir {got}", nn: "Dette gir {got}", en: "This gives {got}"; got));
                if self.names().next().is_some() { finding } else { finding.variant("no names") }
            }
        }
    }

    /// «Dette gir timer·uker; «44 uker» mangler «/år»»: where a calendar time is how often in a year.
    fn year_on_calendar(&self, dimension: &Dimension, asked: Asked<'_>) -> Option<Finding> {
        if asked.wanted != Wanted::AnnualEffect {
            return None;
        }
        if asked.wanted.lacks_how_often(dimension) {
            return None;
        }
        let is_time = |of: &Quantity| of.years().is_some() && of.dimension().power(Base::Year) == 0;
        let mut times = Vec::new();
        quantities(self.root(), &is_time, &mut times);
        let number = times.into_iter().find_map(|(_, span)| {
            let with_unit = format!("{}/år", self.slice(span));
            let yearly = Quantity::parse(&with_unit, asked.known.context).ok()?;
            let whole = with_dimension_at(self.root(), &[span], yearly.dimension(), asked.known.names)?;
            asked.wanted.accepts(&whole).then(|| Completed { written: self.slice(span), with_unit, span })
        })?;
        let (got, written) = (dimension.words(), wording::shown(number.written));
        let title = text!(
            nb: "Dette gir {got}; «{written}» mangler «/år»", nn: "Dette gir {got}; «{written}» manglar «/år»",
            en: "This gives {got}; “{written}” lacks “/år”";
            got, written
        );
        let finding =
            Finding::error("feil-dimensjon", number.span, title).value("wanted", asked.wanted.words());
        Some(written_with_unit(finding, &number).variant("unit on number"))
    }

    /// Where only numbers stand there: the large ones are the amounts, and lack their unit.
    fn unit_on_amounts(&self, dimension: &Dimension, asked: Asked<'_>) -> Option<Finding> {
        if !dimension.unit(None).is_empty() || self.names().next().is_some() {
            return None;
        }
        let unit = if asked.wanted == Wanted::OneOff { "kr" } else { "kr/år" };
        let one = Quantity::parse(&format!("1 {unit}"), asked.known.context).ok()?;
        let is_amount = |of: &Quantity| of.is_bare() && of.value() >= Decimal::ONE_THOUSAND;
        let mut amounts = Vec::new();
        quantities(self.root(), &is_amount, &mut amounts);
        let spans: Vec<Span> = amounts.iter().map(|(_, span)| *span).collect();
        let whole = with_dimension_at(self.root(), &spans, one.dimension(), asked.known.names)?;
        if spans.is_empty() || !asked.wanted.accepts(&whole) {
            return None;
        }
        let mut meant: Vec<String> =
            spans.iter().map(|span| format!("{} {unit}", self.slice(*span))).collect();
        meant.dedup();
        let title = words!(nb: "Beløpene her mangler enhet", nn: "Beløpa her manglar eining", en: "The amounts here lack their unit");
        let between = words!(nb: "» og «", nn: "» og «", en: "” and “");
        let meant = Text::in_each(|language| meant.join(between.get(language)));
        let finding = Finding::error("feil-dimensjon", Span::new(0, self.text().len()), title.text());
        Some(finding.variant("unit on amounts").value("wanted", asked.wanted.words()).value("meant", meant))
    }

    /// «Dette gir min; «365» mangler «døgn/år»»: where a number says how often it comes in a year. What comes
    /// once is for so many months or weeks: «12» lacks «måneder».
    fn unit_on_number(&self, dimension: &Dimension, asked: Asked<'_>) -> Option<Finding> {
        let mut units = HOW_OFTEN.iter().map(|(number, unit)| match asked.wanted {
            Wanted::AnnualEffect => (*number, *unit),
            Wanted::OneOff => (*number, unit.trim_end_matches("/år")),
        });
        let (unit, number) = units.find_map(|(number, unit)| {
            Some((unit, self.completed(Some(Decimal::from(number)), unit, asked)?))
        })?;
        let (got, written) = (dimension.words(), wording::shown(number.written));
        let title = text!(
            nb: "Dette gir {got}; «{written}» mangler «{unit}»", nn: "Dette gir {got}; «{written}» manglar «{unit}»",
            en: "This gives {got}; “{written}” lacks “{unit}”";
            got, written, unit
        );
        let finding =
            Finding::error("feil-dimensjon", number.span, title).value("wanted", asked.wanted.words());
        Some(written_with_unit(finding, &number).variant("unit on number"))
    }

    /// «Dette gir kr/besøk/uke; hvor mange besøk?»
    fn how_many(&self, noun: &Noun, dimension: &Dimension, asked: Asked<'_>) -> Finding {
        let (got, several) = (dimension.words(), noun.several());
        let place = self.per_nouns().find(|span| Noun::one(self.slice(*span)).is_same(noun));
        let whole = Span::new(0, self.text().len());
        if let Some(unit) = noun.calendar_unit() {
            return wording::calendar_noun(noun.as_written(), unit, place.unwrap_or(whole));
        }
        let finding = |span| {
            let title = text!(
                nb: "Dette gir {got}; hvor mange {several}?", nn: "Dette gir {got}; kor mange {several}?",
                en: "This gives {got}; how many “{several}”?";
                got, several
            );
            Finding::error("feil-dimensjon", span, title)
                .value("wanted", asked.wanted.words())
                .value("noun", &several)
        };
        if let Some(number) = self.completed(None, &several, asked) {
            return written_with_unit(finding(number.span), &number).variant("noun on number");
        }
        let finding = finding(place.unwrap_or(whole));
        let named = (asked.known.names)(noun.as_written());
        let is_used = self.names().any(|(name, _)| name == noun.as_written());
        if let Some(other) = named.iter().flat_map(Dimension::counted_nouns).next().filter(|_| is_used) {
            let finding = finding.value("name", noun.as_written()).value("other", other.as_written());
            return finding.variant("name counts another");
        }
        if named.is_some() && !is_used {
            return finding.variant("noun is name").value("name", noun.as_written());
        }
        match dimension.counted_nouns().next() {
            Some(other) => finding.variant("another noun").value("other", other.as_written()),
            None => finding.variant("how many"),
        }
    }

    /// The bare number that mends the whole when it gets a unit. Of any number only where it is the
    /// only one, of a number that is looked for the first.
    fn completed(&self, number: Option<Decimal>, unit: &str, asked: Asked<'_>) -> Option<Completed<'_>> {
        let one = Quantity::parse(&format!("1 {unit}"), asked.known.context).ok()?;
        let mut numbers = Vec::new();
        quantities(self.root(), &Quantity::is_bare, &mut numbers);
        if number.is_none() && numbers.len() > 1 {
            return None;
        }
        let mends = |(value, span): &(Decimal, Span)| {
            let is_it = number.is_none_or(|number| number == *value);
            let whole = || with_dimension_at(self.root(), &[*span], one.dimension(), asked.known.names);
            is_it && whole().is_some_and(|whole| asked.wanted.accepts(&whole))
        };
        let (_, span) = numbers.into_iter().find(mends)?;
        let written = self.slice(span);
        Some(Completed { written, with_unit: format!("{written} {unit}"), span })
    }
}

fn written_with_unit(finding: Finding, number: &Completed<'_>) -> Finding {
    finding.value("written", wording::shown(number.written)).value("meant", &number.with_unit)
}

/// Every quantity that fits, with its value and place.
fn quantities(part: &Expression, fits: &dyn Fn(&Quantity) -> bool, found: &mut Vec<(Decimal, Span)>) {
    match part {
        Expression::Quantity(quantity, span) if fits(quantity) => found.push((quantity.value(), *span)),
        Expression::Quantity(..) | Expression::Name(..) => {}
        Expression::Negate(inner, _) => quantities(inner, fits, found),
        Expression::Binary { left, right, .. } => {
            quantities(left, fits, found);
            quantities(right, fits, found);
        }
    }
}

/// What a part measures when what stands at some places measures something else.
pub(super) fn with_dimension_at(
    part: &Expression,
    at: &[Span],
    other: &Dimension,
    names: &dyn Fn(&str) -> Option<Dimension>,
) -> Option<Dimension> {
    match part {
        Expression::Quantity(_, span) if at.contains(span) => Some(other.clone()),
        Expression::Quantity(quantity, _) => Some(quantity.dimension().clone()),
        Expression::Name(name, _) => names(name),
        Expression::Negate(inner, _) => with_dimension_at(inner, at, other, names),
        Expression::Binary { operator, left, right, .. } => {
            let side = |of: &Expression| with_dimension_at(of, at, other, names);
            super::evaluate::joined(*operator, &side(left)?, &side(right)?)
        }
    }
}
