//! The working of one row: formula, formula with numbers, price, what is taken out, year by year.

use super::calc_value::kind;
use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Table, sum_row};
use crate::calc::{Appraisal, FullEffect, RowKind, RowValue};
use crate::model::{Amount, BudgetLine, Case, Organisation, Recipient, Repricing, Value};
use crate::quantity::{self, Base, Formula, Piece, Quantity};
use crate::units::{Hours, Kroner, Share};
use crate::words::{Language, Text, listed, number};
use crate::{text, words};
use std::collections::BTreeMap;

/// What the working of a case is made from.
#[derive(Debug, Clone)]
pub(super) struct Working<'a> {
    pub(super) case: &'a Case,
    pub(super) organisation: &'a Organisation,
    pub(super) appraisal: &'a Appraisal,
    /// Expected values by name.
    pub(super) expected: BTreeMap<String, Quantity>,
}

/// A gain or a cost as written, with what was calculated of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowWorking<'a> {
    name: &'a str,
    kind: RowKind,
    amount: Option<&'a Amount>,
    position: Option<&'a str>,
    /// The part that is taken out or paid out; none where it is another's and nothing of it is in the budget.
    own_share: Option<Share>,
    phase_in: &'a [Share],
    lines: &'a [BudgetLine],
    source: Option<&'a str>,
    full: Option<&'a FullEffect>,
    value: Option<&'a RowValue>,
}

/// The first that fits, which is gone from the rest with what stood before it: who is on the other side of a transfer
/// has a row of their own between those written.
fn take<'r, T>(rest: &mut &'r [T], fits: impl Fn(&T) -> bool) -> Option<&'r T> {
    let (found, after) = rest.get(rest.iter().position(fits)?..)?.split_first()?;
    *rest = after;
    Some(found)
}

impl<'a> RowWorking<'a> {
    /// Every row with an amount, gains first, as written.
    pub(super) fn all(working: &Working<'a>) -> Vec<Self> {
        let benefits = working.case.benefits.iter().map(|benefit| Self {
            name: &benefit.name,
            kind: RowKind::Benefit(benefit.kind),
            amount: benefit.amount.as_ref(),
            position: benefit.position.as_deref(),
            own_share: (benefit.recipient == Recipient::Organisation).then_some(benefit.take_out),
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
            own_share: Some(cost.paid_out),
            phase_in: &[],
            lines: &cost.budget_lines,
            source: cost.source.as_deref(),
            full: None,
            value: None,
        });
        let appraisal = working.appraisal;
        let mut full = appraisal.potential.rows.as_slice();
        let mut values = appraisal.value.as_ref().map_or(&[][..], |value| &value.rows);
        let rows = benefits.chain(costs).map(|row| Self {
            full: take(&mut full, |full| full.name == row.name && full.kind == row.kind),
            value: take(&mut values, |value| value.name == row.name && value.kind == row.kind),
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
        let heading = text!(all: "{name} ({kind})"; kind);
        let mut lines: Vec<Text> = self
            .amount
            .iter()
            .flat_map(|amount| values(amount))
            .flat_map(|value| amount_lines(value, working))
            .collect();
        lines.extend(
            self.source
                .map(|source| text!(nb: "kilde: {source}", nn: "kjelde: {source}", en: "source: {source}")),
        );
        lines.extend(self.holds_on());
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

    /// That the last of the yearly amounts is that of every year after it too.
    fn holds_on(&self) -> Option<Text> {
        let is_list = matches!(self.amount, Some(Amount::ByCaseYear(_)));
        // What comes once is 0 after its last year.
        let is_yearly = self.full.is_some();
        (is_list && is_yearly).then(|| {
            text!(nb: "den siste holder ut levetida", nn: "den siste held ut levetida", en: "the last holds for life")
        })
    }

    /// The effect of a year, in hours and kroner.
    fn full_effect(&self) -> Option<Text> {
        let full = self.full?;
        let hours = full.hours.map(exact_hours);
        let effect = match (hours, full.money, self.position) {
            (Some(hours), Some(money), Some(position)) => text!(
                nb: "{hours} × timekostnad {position} = {money}", nn: "{hours} × timekostnad {position} = {money}",
                en: "{hours} × hourly cost {position} = {money}"; hours, position, money
            ),
            (Some(hours), Some(money), None) => text!(
                nb: "{hours} × verdien av en time = {money}", nn: "{hours} × verdien av ein time = {money}",
                en: "{hours} × value of an hour = {money}"; hours, money
            ),
            (Some(hours), None, _) => {
                text!(nb: "{hours} (uten pris)", nn: "{hours} (utan pris)", en: "{hours} (not priced)"; hours)
            }
            (None, Some(money), _) => text!(all: "{money}"; money),
            (None, None, _) => return None,
        };
        Some(
            text!(nb: "per år ved full virkning: {effect}", nn: "per år ved full verknad: {effect}", en: "a year at full effect: {effect}"; effect),
        )
    }

    /// What is taken out or paid out, and what whole positions leave of it.
    fn own(&self, working: &Working<'_>) -> Option<Text> {
        let own_share = self.own_share?;
        let Some(full) = self.full else { return one_off(own_share) };
        let per_fte = working.organisation.rules.hours_per_fte;
        let asked = full.hours.and_then(|hours| hours.share(own_share).ok());
        let (own, share) = (full.own, quantity::percent(own_share.value()));
        let verb = match self.kind {
            RowKind::Benefit(_) => words!(nb: "tas ut", nn: "blir teke ut", en: "taken out"),
            RowKind::Cost(_) | RowKind::Transfer(_) => {
                words!(nb: "utbetales", nn: "blir betalt ut", en: "paid out")
            }
        };
        let Some(asked) = asked.filter(|hours| !hours.is_zero()) else {
            return Some(text!(all: "{verb} {share} = {own}"; verb, share, own));
        };
        let hours = exact_hours(asked);
        if asked == full.own_hours {
            return Some(text!(all: "{verb} {share}: {hours} = {own}"; verb, share, hours, own));
        }
        let fte = |hours: Hours| {
            let fte = hours.as_fte(per_fte).ok();
            fte.map(|fte| Text::in_each(|language| number::short_fte(fte, 4, language))).unwrap_or_default()
        };
        let by_the_hour = if self.lines.iter().any(BudgetLine::is_bought_by_the_hour) {
            words!(nb: " og timer som kjøpes time for time", nn: " og timar som blir kjøpte time for time", en: " and hours bought by the hour")
        } else {
            words!(nb: "", nn: "", en: "")
        };
        Some(text!(
            nb: "{verb} {share}: {hours} = {part}; hele stillinger på minst {smallest}{by_the_hour}: {whole} = {whole_hours} = {own}", nn: "{verb} {share}: {hours} = {part}; heile stillingar på minst {smallest}{by_the_hour}: {whole} = {whole_hours} = {own}",
            en: "{verb} {share}: {hours} = {part}; whole positions of at least {smallest}{by_the_hour}: {whole} = {whole_hours} = {own}";
            by_the_hour,
            verb, share, hours, part = fte(asked), own,
            smallest = quantity::percent(working.organisation.smallest_position.value()),
            whole = fte(full.own_hours), whole_hours = exact_hours(full.own_hours)
        ))
    }

    fn phasing(&self) -> Option<Text> {
        if self.phase_in.is_empty() {
            return None;
        }
        Some(text!(
            nb: "innfasing fra første år: {all}; den siste holder ut levetida", nn: "innfasing frå første år: {all}; den siste held ut levetida",
            en: "phased in from the first year: {all}; the last holds for life";
            all = listed(self.phase_in.iter().map(|share| quantity::percent(share.value())))
        ))
    }

    fn budget_lines(&self) -> Option<Text> {
        if self.lines.is_empty() {
            return None;
        }
        let line = |BudgetLine { unit, function, art, share }: &BudgetLine| {
            if *share == Share::WHOLE {
                return text!(all: "{unit}/{function}/{art}");
            }
            let share = quantity::percent(share.value());
            text!(all: "{unit}/{function}/{art} {share}"; unit, function, art, share)
        };
        Some(text!(
            nb: "budsjettpost (ansvar/funksjon/art): {all}", nn: "budsjettpost (ansvar/funksjon/art): {all}",
            en: "budget line (unit/function/account): {all}"; all = listed(self.lines.iter().map(line))
        ))
    }
}

/// A one-off cost has no full effect; the part paid out is shown year by year below.
fn one_off(paid_out: Share) -> Option<Text> {
    let share = quantity::percent(paid_out.value());
    (paid_out != Share::WHOLE)
        .then(|| text!(nb: "utbetales {share}", nn: "blir betalt ut {share}", en: "paid out {share}"; share))
}

/// The amounts of a row, each with the year it is for where there are several.
fn values(amount: &Amount) -> Vec<(Option<Text>, &Value)> {
    match amount {
        Amount::Single(value) => vec![(None, value)],
        Amount::ByCaseYear(values) => {
            let numbered = (1_usize..).zip(values);
            numbered
                .map(|(year, value)| {
                    (Some(text!(nb: "år {year}", nn: "år {year}", en: "year {year}")), value)
                })
                .collect()
        }
        Amount::ByCalendarYear(values) => {
            values.iter().map(|(year, value)| (Some(text!(all: "{year}"; year)), value)).collect()
        }
    }
}

/// One amount: as written, with numbers put in, and what it came to.
fn amount_lines((year, value): (Option<Text>, &Value), working: &Working<'_>) -> Vec<Text> {
    let before = year.map(|year| text!(all: "{year}: "; year)).unwrap_or_default();
    match value {
        Value::Estimate(estimate) => {
            let expected = estimate.expected(working.organisation.rules.distribution).ok();
            let shown = working.estimate(estimate, expected.as_ref());
            let line = text!(all: "{before}{shown}"; before, shown);
            if line.is_empty() { Vec::new() } else { vec![line] }
        }
        Value::Formula(formula) => {
            let written = text!(all: "{before}{formula}"; before, formula = formula.text());
            let numbers = Text::in_each(|language| with_numbers(formula, working, language));
            let is_as_written = numbers == Text::same(formula.text());
            let numbers = (!is_as_written).then(|| text!(all: "= {numbers}"; numbers));
            core::iter::once(written).chain(numbers).chain(result(formula, working)).collect()
        }
    }
}

/// The formula with values in place of names, and its kroner in the prices it is calculated in.
fn with_numbers(formula: &Formula, working: &Working<'_>, language: Language) -> String {
    let is_converted = working.case.prices.as_ref().and_then(Repricing::factor).is_some();
    let mut values = formula.written().into_iter();
    let piece = |piece: Piece<'_>| match piece {
        Piece::Text(written) => written.to_owned(),
        Piece::Quantity(written) => {
            let value =
                values.next().filter(|value| is_converted && value.dimension().power(Base::Krone) != 0);
            value.map_or_else(|| written.to_owned(), |value| quantity::words(value).get(language).to_owned())
        }
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
    let assumption = working.case.assumption(name, working.organisation)?;
    let crate::model::Estimate::ThreePoint { mode, .. } = &assumption.estimate else { return None };
    mode.is_percent().then(|| working.expected.get(name).map(|value| quantity::percent(value.value())))?
}

/// What the formula came to, and the calendar factors that take it to a year.
fn result(formula: &Formula, working: &Working<'_>) -> Option<Text> {
    let quantity = formula.evaluate(&|name| working.expected.get(name).cloned()).ok()?;
    let dimension = |name: &str| working.expected.get(name).map(|value| value.dimension().clone());
    let factors = formula.calendar_factors(&dimension);
    let (value, factors) = (quantity::words(&quantity), listed(factors));
    if factors.is_empty() {
        return Some(text!(all: "= {value}"; value));
    }
    Some(
        text!(nb: "= {value}  (regnet med {factors})", nn: "= {value}  (rekna med {factors})", en: "= {value}  (counted with {factors})"; value, factors),
    )
}

/// The row year by year: hours, kroner, real growth, factor and present value.
fn years(value: &RowValue) -> Table {
    let has_hours = value.cells.iter().any(|cell| cell.hours.is_some());
    let mut rows = Listing::of(&value.cells).year(|cell| cell.year);
    if has_hours {
        rows = rows
            .number(text!(nb: "Timer", nn: "Timar", en: "Hours"), |cell| cell.hours)
            .kroner(text!(nb: "Beløp, kr", nn: "Beløp, kr", en: "Amount, NOK"), |cell| cell.amount)
            .number(text!(nb: "Realvekst", nn: "Realvekst", en: "Real growth"), |cell| cell.growth);
    }
    let own = Kroner::sum(value.cells.iter().map(|cell| cell.own)).ok();
    rows.kroner(text!(nb: "Virkning, kr", nn: "Verknad, kr", en: "Effect, NOK"), |cell| cell.flow)
        .number(text!(nb: "Faktor", nn: "Faktor", en: "Factor"), |cell| cell.factor)
        .kroner(text!(nb: "Nåverdi, kr", nn: "Noverdi, kr", en: "Present value, NOK"), |cell| {
            cell.present_value
        })
        .kroner(text!(nb: "Egne penger, kr", nn: "Eigne pengar, kr", en: "Own money, NOK"), |cell| cell.own)
        .table()
        .total(sum_row(
            if has_hours { 6 } else { 3 },
            [value.present_value, own].map(|amount| amount.map_or(Cell::Empty, Cell::Kroner)),
        ))
}

fn exact_hours(hours: Hours) -> Text {
    Text::in_each(|language| number::short_hours(hours, 2, language))
}
