//! The working of one row: formula, formula with numbers, price, what is taken out, year by year.

use super::calc_value::kind;
use super::cell::Cell;
use super::page::{Block, Kind, Table};
use super::working_page::Working;
use crate::calc::{FullEffect, RowKind, RowValue};
use crate::model::{Amount, BudgetLine, Case, Value};
use crate::quantity::{Formula, Piece};
use crate::sentences::quantity;
use crate::text;
use crate::units::{Hours, Kroner, Share};
use crate::words::number;
use crate::words::{Language, Text};

/// A gain or a cost as written, with what was calculated of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowWorking<'a> {
    name: &'a str,
    kind: RowKind,
    amount: Option<&'a Amount>,
    position: Option<&'a str>,
    own_share: Share,
    phase_in: &'a [Share],
    lines: &'a [BudgetLine],
    source: Option<&'a str>,
    full: Option<&'a FullEffect>,
    value: Option<&'a RowValue>,
}

impl<'a> RowWorking<'a> {
    /// Every row with an amount, gains first, as written.
    pub(super) fn all(working: &Working<'a>) -> Vec<Self> {
        let benefits = working.case.benefits.iter().map(|benefit| Self {
            name: &benefit.name,
            kind: RowKind::Benefit(benefit.kind),
            amount: benefit.amount.as_ref(),
            position: benefit.position.as_deref(),
            own_share: benefit.take_out,
            phase_in: if benefit.phased { &benefit.phase_in } else { &[] },
            lines: &benefit.budget_lines,
            source: benefit.source.as_deref(),
            full: None,
            value: None,
        });
        let costs = working.case.costs.iter().map(|cost| Self {
            name: &cost.name,
            kind: RowKind::Cost(cost.kind),
            amount: Some(&cost.amount),
            position: cost.position.as_deref(),
            own_share: cost.paid_out,
            phase_in: &[],
            lines: &cost.budget_lines,
            source: cost.source.as_deref(),
            full: None,
            value: None,
        });
        let appraisal = working.appraisal;
        let mut full = appraisal.potential.rows.iter().peekable();
        let mut values = appraisal.value.iter().flat_map(|value| &value.rows).peekable();
        let rows = benefits.chain(costs).map(|row| Self {
            full: full.next_if(|full| full.name == row.name && full.kind == row.kind),
            value: values.next_if(|value| value.name == row.name && value.kind == row.kind),
            ..row
        });
        rows.filter(|row| row.amount.is_some()).collect()
    }

    /// Every formula of a case.
    pub(super) fn formulas(case: &Case) -> impl Iterator<Item = &Formula> {
        let benefits = case.benefits.iter().filter_map(|benefit| benefit.amount.as_ref());
        let amounts = benefits.chain(case.costs.iter().map(|cost| &cost.amount));
        amounts.flat_map(values).filter_map(|(_, value)| match value {
            Value::Formula(formula) => Some(formula),
            Value::Estimate(_) => None,
        })
    }

    pub(super) fn blocks(&self, working: &Working<'_>) -> Vec<Block> {
        let (name, kind) = (self.name, kind(self.kind));
        let heading = text!(nb: "{name} ({})", kind.nb; en: "{name} ({})", kind.en);
        let mut lines: Vec<Text> = self
            .amount
            .iter()
            .flat_map(|amount| values(amount))
            .flat_map(|value| amount_lines(value, working))
            .collect();
        lines.extend(self.source.map(|source| text!(nb: "kilde: {source}", en: "source: {source}")));
        lines.extend(self.full_effect());
        lines.extend(self.own(working));
        lines.extend(self.phasing());
        lines.extend(self.budget_lines());
        let mut blocks = vec![Block::Lines(heading, lines)];
        blocks.extend(
            self.value.filter(|value| !value.cells.is_empty()).map(|value| Block::Table(years(value))),
        );
        blocks
    }

    /// The effect of a year, in hours and kroner.
    fn full_effect(&self) -> Option<Text> {
        let full = self.full?;
        let line = |language| {
            let per_year =
                crate::words!(nb: "per år ved full effekt", en: "a year at full effect").get(language);
            let money = full.money.map(|money| number::kroner(money, language));
            match (full.hours, money, self.position) {
                (Some(hours), Some(money), Some(position)) => {
                    let hours = exact_hours(hours, language);
                    let price = crate::words!(nb: "timekostnad", en: "hourly cost").get(language);
                    format!("{per_year}: {hours} × {price} {position} = {money}")
                }
                (Some(hours), Some(money), None) => {
                    let price = crate::words!(nb: "verdien av en time", en: "value of an hour").get(language);
                    format!("{per_year}: {} × {price} = {money}", exact_hours(hours, language))
                }
                (Some(hours), None, _) => {
                    let unpriced = crate::words!(nb: "uten pris", en: "not priced").get(language);
                    format!("{per_year}: {} ({unpriced})", exact_hours(hours, language))
                }
                (None, Some(money), _) => format!("{per_year}: {money}"),
                (None, None, _) => String::new(),
            }
        };
        both(line)
    }

    /// What is taken out or paid out, and what whole positions leave of it.
    fn own(&self, working: &Working<'_>) -> Option<Text> {
        let Some(full) = self.full else { return self.one_off() };
        let per_fte = working.organisation.rules.hours_per_fte;
        let asked = full.hours.and_then(|hours| hours.share(self.own_share).ok());
        let share = quantity::percent(self.own_share.value());
        let smallest = quantity::percent(working.organisation.smallest_position.value());
        let line = |language| {
            let verb = match self.kind {
                RowKind::Benefit(_) => crate::words!(nb: "tas ut", en: "taken out"),
                RowKind::Cost(_) | RowKind::Transfer(_) => crate::words!(nb: "utbetales", en: "paid out"),
            };
            let (verb, share) = (verb.get(language), share.get(language));
            let money = number::kroner(full.own, language);
            let Some(asked) = asked.filter(|hours| !hours.is_zero()) else {
                return format!("{verb} {share} = {money}");
            };
            let fte = |hours: Hours| {
                hours.as_fte(per_fte).map_or_else(
                    |_| String::new(),
                    |fte| format!("{}\u{a0}{}", quantity::shown(fte.value(), language), fte_word(language)),
                )
            };
            let asked_hours = exact_hours(asked, language);
            let whole = crate::words!(nb: "hele stillinger på minst", en: "whole positions of at least")
                .get(language);
            if asked == full.own_hours {
                return format!("{verb} {share}: {asked_hours} = {money}");
            }
            format!(
                "{verb} {share}: {asked_hours} = {}; {whole} {}: {} = {} = {money}",
                fte(asked),
                smallest.get(language),
                fte(full.own_hours),
                exact_hours(full.own_hours, language)
            )
        };
        both(line)
    }

    /// A one-off cost has no full effect; the part paid out stands year by year below.
    fn one_off(&self) -> Option<Text> {
        let share = quantity::percent(self.own_share.value());
        (self.own_share != Share::WHOLE)
            .then(|| text!(nb: "utbetales {}", share.nb; en: "paid out {}", share.en))
    }

    fn phasing(&self) -> Option<Text> {
        if self.phase_in.is_empty() {
            return None;
        }
        let shares: Vec<_> = self.phase_in.iter().map(|share| quantity::percent(share.value())).collect();
        let list = |pick: fn(&Text) -> &str| shares.iter().map(pick).collect::<Vec<_>>().join(", ");
        let (nb, en) = (list(|share| &share.nb), list(|share| &share.en));
        Some(text!(
            nb: "innfasing fra første år: {nb}; den siste holder ut levetida",
            en: "phased in from the first year: {en}; the last holds for life",
        ))
    }

    fn budget_lines(&self) -> Option<Text> {
        if self.lines.is_empty() {
            return None;
        }
        let line = |line: &BudgetLine| {
            let codes = format!("{}/{}/{}", line.unit, line.function, line.art);
            let share = quantity::percent(line.share.value()).nb;
            if line.share == Share::WHOLE { codes } else { format!("{codes} {share}") }
        };
        let lines = self.lines.iter().map(line).collect::<Vec<_>>().join(", ");
        Some(
            text!(nb: "budsjettpost (ansvar/funksjon/art): {lines}", en: "budget line (unit/function/account): {lines}"),
        )
    }
}

/// The amounts of a row, each with the year it is for where there are several.
fn values(amount: &Amount) -> Vec<(Option<Text>, &Value)> {
    match amount {
        Amount::Single(value) => vec![(None, value)],
        Amount::ByCaseYear(values) => {
            let numbered = (1_usize..).zip(values);
            numbered.map(|(year, value)| (Some(text!(nb: "år {year}", en: "year {year}")), value)).collect()
        }
        Amount::ByCalendarYear(values) => {
            values.iter().map(|(year, value)| (Some(Text::same(&year.number().to_string())), value)).collect()
        }
    }
}

/// One amount: as written, with numbers put in, and what it came to.
fn amount_lines((year, value): (Option<Text>, &Value), working: &Working<'_>) -> Vec<Text> {
    let before =
        |language| year.as_ref().map_or_else(String::new, |year| format!("{}: ", year.get(language)));
    match value {
        Value::Estimate(estimate) => {
            let expected = estimate.expected(working.organisation.rules.distribution);
            let shown = expected.as_ref().map_or_else(|_| Text::default(), quantity::words);
            both(|language| format!("{}{}", before(language), shown.get(language))).into_iter().collect()
        }
        Value::Formula(formula) => {
            let written = both(|language| format!("{}{}", before(language), formula.text()));
            let has_names = formula.names().next().is_some();
            let numbers = both(|language| format!("= {}", with_numbers(formula, working, language)));
            written.into_iter().chain(numbers.filter(|_| has_names)).chain(result(formula, working)).collect()
        }
    }
}

/// The formula with values in place of names.
fn with_numbers(formula: &Formula, working: &Working<'_>, language: Language) -> String {
    let piece = |piece: Piece<'_>| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Quantity(written) => written.to_owned(),
        Piece::Name(name) => match working.expected.get(name) {
            Some(value) => {
                value_of(name, working).unwrap_or_else(|| quantity::words(value)).get(language).to_owned()
            }
            None => name.to_owned(),
        },
    };
    formula.pieces().into_iter().map(piece).collect()
}

/// Shares written in per cent stay per cent when they are expected values.
fn value_of(name: &str, working: &Working<'_>) -> Option<Text> {
    let own = working.case.assumptions.iter().find(|assumption| assumption.name == name);
    let assumption = own.or_else(|| working.organisation.shared.iter().find(|shared| shared.name == name))?;
    let crate::model::Estimate::ThreePoint { mode, .. } = &assumption.estimate else { return None };
    mode.is_percent().then(|| working.expected.get(name).map(|value| quantity::percent(value.value())))?
}

/// What the formula came to, and the calendar factors that take it to a year.
fn result(formula: &Formula, working: &Working<'_>) -> Option<Text> {
    let quantity = formula.evaluate(&|name| working.expected.get(name).cloned()).ok()?;
    let dimension = |name: &str| working.expected.get(name).map(crate::quantity::Quantity::dimension);
    let factors = formula.calendar_factors(&dimension);
    let shown = quantity::words(&quantity);
    let list = |language| factors.iter().map(|factor| factor.get(language)).collect::<Vec<_>>().join(", ");
    let used = if factors.is_empty() {
        Text::default()
    } else {
        let (nb, en) = (list(Language::Nb), list(Language::En));
        text!(nb: "  (regnet med {nb})", en: "  (counted with {en})")
    };
    both(|language| format!("= {}{}", shown.get(language), used.get(language)))
}

/// The row year by year: hours, kroner, real growth, factor and present value.
fn years(value: &RowValue) -> Table {
    let has_hours = value.cells.iter().any(|cell| cell.hours.is_some());
    let mut columns = vec![(text!(nb: "År", en: "Year"), Kind::Number)];
    if has_hours {
        columns.push((text!(nb: "Timer", en: "Hours"), Kind::Number));
        columns.push((text!(nb: "Beløp, kr", en: "Amount, NOK"), Kind::Kroner));
        columns.push((text!(nb: "Realvekst", en: "Real growth"), Kind::Number));
    }
    columns.push((text!(nb: "Virkning, kr", en: "Effect, NOK"), Kind::Kroner));
    columns.push((text!(nb: "Faktor", en: "Factor"), Kind::Number));
    columns.push((text!(nb: "Nåverdi, kr", en: "Present value, NOK"), Kind::Kroner));
    columns.push((text!(nb: "Egne penger, kr", en: "Own money, NOK"), Kind::Kroner));
    let blanks = columns.len().saturating_sub(3);
    let row = |cell: &crate::calc::Cell| {
        let mut row = vec![Cell::Year(cell.year)];
        if has_hours {
            row.push(cell.hours.map_or(Cell::Empty, Cell::Hours));
            row.push(Cell::Kroner(cell.amount));
            row.push(Cell::Factor(cell.growth));
        }
        row.extend([
            Cell::Kroner(cell.flow),
            Cell::Factor(cell.factor),
            Cell::Kroner(cell.present_value),
            Cell::Kroner(cell.own),
        ]);
        row
    };
    let mut total = vec![Cell::Text(text!(nb: "Sum", en: "Sum"))];
    total.extend(core::iter::repeat_n(Cell::blank(), blanks));
    total.push(value.present_value.map_or(Cell::Empty, Cell::Kroner));
    total.push(Kroner::sum(value.cells.iter().map(|cell| cell.own)).map_or(Cell::Empty, Cell::Kroner));
    Table::new(columns).rows(value.cells.iter().map(row)).total(total)
}

fn exact_hours(hours: Hours, language: Language) -> String {
    let unit = crate::words!(nb: "timer", en: "hours").get(language);
    number::with_unit(&number::short(hours.value(), 2, language), unit)
}

const fn fte_word(language: Language) -> &'static str {
    crate::words!(nb: "årsverk", en: "FTE").get(language)
}

/// The same line in every language; nothing where it is empty.
fn both(line: impl Fn(Language) -> String) -> Option<Text> {
    let (nb, en) = (line(Language::Nb), line(Language::En));
    (!nb.is_empty()).then(|| text!(nb: "{nb}", en: "{en}"))
}
