//! `a3 calc --vis`: the working as a person would write it, from assumption to krone.

use super::page::{Block, Page};
use super::working_row::RowWorking;
use super::working_sum;
use crate::calc::{Appraisal, expected_values};
use crate::model::{Assumption, Case, Distribution, Estimate, Organisation, Position};
use crate::quantity::Quantity;
use crate::sentences::quantity;
use crate::text;
use crate::units::Rate;
use crate::words::number;
use crate::words::{Language, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What the working is made from.
#[derive(Debug, Clone)]
pub(super) struct Working<'a> {
    pub(super) case: &'a Case,
    pub(super) organisation: &'a Organisation,
    pub(super) appraisal: &'a Appraisal,
    /// Expected values by name.
    pub(super) expected: BTreeMap<String, Quantity>,
}

/// The whole working of one case.
#[must_use]
pub fn page(case: &Case, organisation: &Organisation, appraisal: &Appraisal) -> Page {
    let expected = expected_values(case, organisation).unwrap_or_default();
    let working = Working { case, organisation, appraisal, expected };
    let title = text!(nb: "Utregning: {}", case.title; en: "Working: {}", case.title);
    let page = Page::new(title).with_all(working.assumptions()).with_all(working.prices());
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
        vec![Block::Lines(text!(nb: "Forutsetninger", en: "Assumptions"), lines)]
    }

    /// A felles with the same name as a forutsetning of the case is not the one used.
    fn is_shared(&self, assumption: &Assumption) -> bool {
        !self.case.assumptions.iter().any(|own| own.name == assumption.name)
    }

    fn names_used(&self) -> BTreeSet<&str> {
        RowWorking::formulas(self.case).flat_map(|formula| formula.names().map(|(name, _)| name)).collect()
    }

    fn assumption(&self, assumption: &Assumption) -> Text {
        let value = match &assumption.estimate {
            Estimate::Certain(quantity) => quantity::words(quantity),
            Estimate::ThreePoint { low, mode, high } => self.three_points(assumption, [low, mode, high]),
        };
        let source = match (&assumption.source, assumption.shared) {
            (Some(source), false) => text!(nb: "kilde: {source}", en: "source: {source}"),
            (Some(source), true) => text!(nb: "felles, kilde: {source}", en: "shared, source: {source}"),
            (None, false) => text!(nb: "uten kilde", en: "no source"),
            (None, true) => text!(nb: "felles, uten kilde", en: "shared, no source"),
        };
        let name = &assumption.name;
        text!(nb: "{name} = {}  ({})", value.nb, source.nb; en: "{name} = {}  ({})", value.en, source.en)
    }

    /// The formula of the expected value, with the three points put in.
    fn three_points(&self, assumption: &Assumption, [low, mode, high]: [&Quantity; 3]) -> Text {
        let is_percent = mode.is_percent();
        let point = |point: &Quantity| match is_percent {
            true => quantity::percent(point.value()),
            false if point.label().is_none() => quantity::words(&point.clone().counting_as(mode)),
            false => quantity::words(point),
        };
        let [low, middle, high] = [low, mode, high].map(point);
        let (weight, parts) = match self.organisation.rules.distribution {
            Distribution::Pert => ("4 · ", 6),
            Distribution::Triangular => ("", 3),
        };
        let result = match self.expected.get(&assumption.name) {
            Some(expected) if is_percent => quantity::percent(expected.value()),
            Some(expected) => quantity::words(expected),
            None => Text::default(),
        };
        text!(
            nb: "({} + {weight}{} + {}) ÷ {parts} = {}", low.nb, middle.nb, high.nb, result.nb;
            en: "({} + {weight}{} + {}) ÷ {parts} = {}", low.en, middle.en, high.en, result.en
        )
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
        vec![Block::Lines(text!(nb: "Hva en time koster", en: "What an hour costs"), lines)]
    }

    fn price(&self, name: &str) -> Option<Text> {
        let position = self.organisation.positions.get(name)?;
        let per_fte = self.organisation.rules.hours_per_fte;
        let hourly = position.hourly_cost(per_fte).ok()?.value();
        let line = |language| {
            let cost = number::kroner(position.annual_cost, language);
            let hours = number::hours(per_fte, language);
            let hourly = number::decimal(hourly, 2, language);
            let hour = crate::words!(nb: "time", en: "hour").get(language);
            let wage = self.wage(*position, language);
            format!("{name}: {wage}{cost} ÷ {hours} = {hourly}\u{a0}kr/{hour}")
        };
        let (nb, en) = (line(Language::Nb), line(Language::En));
        Some(text!(nb: "{nb}", en: "{en}"))
    }

    /// How an årslønn becomes an årskostnad. Nothing where the årskostnad was given: the wage
    /// worked out backwards from it has endless decimals.
    fn wage(&self, position: Position, language: Language) -> String {
        if position.wage != position.wage.rounded(2) {
            return String::new();
        }
        let surcharges = self.organisation.surcharges;
        let percent = |rate: Rate| quantity::percent(rate.value()).get(language).to_owned();
        let (pension, levy) = (percent(surcharges.pension), percent(surcharges.employer_levy));
        let kr = |amount| number::kroner(amount, language);
        let (wage, cost) = (kr(position.wage), kr(position.annual_cost));
        format!("{wage} × (1 + {pension}) × (1 + {levy}) = {cost}; ")
    }
}
