//! `a3 calc --vis`: the working as a person would write it, from assumption to krone.

use super::page::{Block, Page};
use super::working_row::{RowWorking, Working};
use super::working_sum;
use crate::calc::{Appraisal, expected_values};
use crate::model::{Assumption, Case, Distribution, Estimate, Organisation, Position, Surcharges};
use crate::quantity::{self, Quantity};
use crate::sentences::prices;
use crate::text;
use crate::words::{Text, number};
use std::collections::BTreeSet;

/// The whole working of one case.
pub fn page(case: &Case, organisation: &Organisation, appraisal: &Appraisal) -> Page {
    let expected = expected_values(case, organisation).unwrap_or_default();
    let working = Working { case, organisation, appraisal, expected };
    let title =
        text!(nb: "Utregning: {title}", nn: "Utrekning: {title}", en: "Working: {title}"; title = case.title);
    let prices = case.prices.as_ref().map(|of| Block::Note(prices::working(of)));
    let page = Page::new(title).with_all(prices).with_all(working.assumptions()).with_all(working.prices());
    let page =
        RowWorking::all(&working).into_iter().fold(page, |page, row| page.with_all(row.blocks(&working)));
    match &appraisal.value {
        Some(value) => page.with_all(working_sum::blocks(value, organisation)),
        None => page,
    }
}

impl Working<'_> {
    fn assumptions(&self) -> Vec<Block> {
        let used = self.names_used();
        let all = self.case.assumptions.iter().chain(&self.organisation.shared);
        let lines: Vec<_> = all
            .filter(|assumption| assumption.shared == self.is_shared(assumption))
            .filter(|assumption| used.contains(assumption.name.as_str()))
            .map(|assumption| self.assumption(assumption))
            .collect();
        if lines.is_empty() {
            return Vec::new();
        }
        vec![Block::Lines(text!(nb: "Forutsetninger", nn: "Føresetnader", en: "Assumptions"), lines)]
    }

    /// A felles with the same name as a forutsetning of the case is not the one used.
    fn is_shared(&self, assumption: &Assumption) -> bool {
        !self.case.assumptions.iter().any(|own| own.name == assumption.name)
    }

    fn names_used(&self) -> BTreeSet<&str> {
        RowWorking::formulas(self.case).flat_map(|formula| formula.names().map(|(name, _)| name)).collect()
    }

    fn assumption(&self, assumption: &Assumption) -> Text {
        let value = self.estimate(&assumption.estimate, self.expected.get(&assumption.name));
        let source = match &assumption.source {
            Some(source) => text!(nb: "kilde: {source}", nn: "kjelde: {source}", en: "source: {source}"),
            None => text!(nb: "uten kilde", nn: "utan kjelde", en: "no source"),
        };
        let source = match assumption.shared {
            true => text!(nb: "felles, {source}", nn: "felles, {source}", en: "shared, {source}"; source),
            false => source,
        };
        let name = &assumption.name;
        text!(all: "{name} = {value}  ({source})"; value, source)
    }

    /// A value, or the formula of the expected one with its three points put in.
    pub(super) fn estimate(&self, estimate: &Estimate, expected: Option<&Quantity>) -> Text {
        let (low, mode, high) = match estimate {
            Estimate::Certain(quantity) => return quantity::words(quantity),
            Estimate::ThreePoint { low, mode, high } => (low, mode, high),
        };
        let [low, middle, high] = [low, mode, high].map(quantity::words);
        let (weight, parts) = match self.organisation.rules.distribution {
            Distribution::Pert => ("4 · ", 6),
            Distribution::Triangular => ("", 3),
        };
        let result = expected.map(quantity::words).unwrap_or_default();
        text!(all: "({low} + {weight}{middle} + {high}) ÷ {parts} = {result}"; low, middle, high, result)
    }

    /// What an hour costs, for every position the rows use.
    fn prices(&self) -> Vec<Block> {
        let benefits = self.case.benefits.iter().filter_map(|benefit| benefit.position.as_deref());
        let costs = self.case.costs.iter().filter_map(|cost| cost.position.as_deref());
        let names: BTreeSet<&str> = benefits.chain(costs).collect();
        let lines: Vec<_> = names.into_iter().filter_map(|name| self.price(name)).collect();
        if lines.is_empty() {
            return Vec::new();
        }
        vec![Block::Lines(
            text!(nb: "Hva en time koster", nn: "Kva ein time kostar", en: "What an hour costs"),
            lines,
        )]
    }

    fn price(&self, name: &str) -> Option<Text> {
        let position = self.organisation.positions.get(name)?;
        let per_fte = self.organisation.rules.hours_per_fte;
        let hourly = position.hourly_cost(per_fte).ok()?.value();
        let hourly = Text::in_each(|language| number::decimal(hourly, 2, language));
        Some(text!(
            nb: "{name}: {wage}{cost} ÷ {per_fte} = {hourly}\u{a0}kr/time", nn: "{name}: {wage}{cost} ÷ {per_fte} = {hourly}\u{a0}kr/time",
            en: "{name}: {wage}{cost} ÷ {per_fte} = NOK\u{a0}{hourly}/hour";
            name, wage = self.wage(*position), cost = position.annual_cost, per_fte, hourly
        ))
    }

    /// How an årslønn becomes an årskostnad. Nothing where the årskostnad was given: the wage
    /// worked out backwards from it has endless decimals.
    fn wage(&self, position: Position) -> Text {
        let Position { wage, annual_cost: cost, .. } = position;
        if wage != wage.rounded(2) {
            return Text::default();
        }
        let Surcharges { pension, employer_levy: levy, .. } = self.organisation.surcharges;
        let [pension, levy] = [pension, levy].map(|rate| quantity::percent(rate.value()));
        text!(all: "{wage} × (1 + {pension}) × (1 + {levy}) = {cost}; "; wage, pension, levy, cost)
    }
}
