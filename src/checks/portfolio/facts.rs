//! What checks of all cases together may look at. Read-only.

use super::Claims;
use crate::checks::prelude::*;
use crate::document::Level;
use crate::model::{Duty, Requirement};
use crate::quantity;

/// What other cases may ask of a case: all that is kept of each when there are many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseReference {
    /// The file's stem.
    pub id: String,
    /// Path from the root.
    pub path: String,
    /// The title and the names of the gains as one text, at the place of the title.
    pub content: Option<Spanned<String>>,
    /// krever
    pub requires: Vec<Spanned<String>>,
    /// utelukker
    pub excludes: Vec<Spanned<String>>,
    /// sak of each delområde
    pub continued_by: Vec<Spanned<String>>,
    /// oppstart
    pub start: Option<Year>,
    /// prisår
    pub price_year: Option<Year>,
    /// senest
    pub latest_start: Option<Year>,
    /// The unmet minimumskrav it takes to met.
    pub duties: Vec<Spanned<Duty>>,
    /// Whether it is decided or finished.
    pub is_decided: bool,
    /// Whether it is finished, and in nothing that is chosen or budgeted.
    pub is_over: bool,
    /// Whether it is said no to: it is not carried out, and meets nothing.
    pub is_rejected: bool,
    /// Whether it has oppstart and levetid, and so may be chosen.
    pub is_assessed: bool,
    /// Whether it is an overview (`nivå: virksomhet`), which has no figures of its own.
    pub is_overview: bool,
    /// What it claims of the budget; none where it does not move it, or nobody has looked.
    pub claims: Option<Box<Claims>>,
    /// What it has measured of its forutsetninger, and of felles.
    pub measured: Vec<Measured>,
    /// The forutsetninger it builds on, where they stand: its own at their names, felles in its formulas.
    pub builds_on: Vec<Spanned<String>>,
}

/// A forutsetning that was measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// Its name.
    pub name: String,
    /// What was believed of it, in words.
    pub believed: Text,
    /// What was measured last, in words.
    pub value: Text,
    /// When.
    pub date: NaiveDate,
    /// Whether it came to something else than was believed.
    pub is_another: bool,
}

impl CaseReference {
    /// Whether it is decided, and counts in what is chosen and budgeted.
    pub const fn counts_as_decided(&self) -> bool {
        self.is_decided && !self.is_over
    }

    /// What is kept of a case as it is on a day; `register` is minimumskrav of a3.yaml.
    pub fn of(document: &document::Case, path: &str, day: NaiveDate, register: &[Requirement]) -> Self {
        let (sub_areas, settled) = (document.sub_areas.rows().iter(), document.settled(day));
        Self {
            id: document.id.clone(),
            path: path.to_owned(),
            content: content(document),
            requires: document.requires.rows().to_vec(),
            excludes: document.excludes.rows().to_vec(),
            continued_by: sub_areas.flat_map(|area| area.continued_by()).cloned().collect(),
            start: document.start.cloned(),
            price_year: document.price_year.cloned(),
            latest_start: document.latest_start.cloned(),
            duties: document.duties(register),
            is_decided: settled.meets_krever(),
            is_over: document.is_over(day),
            is_rejected: settled.is_rejected(),
            is_overview: document.level.get() == Some(&Level::Overview),
            is_assessed: document.start.get().is_some() && document.life.get().is_some(),
            claims: None,
            measured: measured(document, day),
            builds_on: builds_on(document),
        }
    }

    /// What is known of a file that could not be read.
    pub fn unread(id: &str, path: &str) -> Self {
        Self {
            id: id.to_owned(),
            path: path.to_owned(),
            content: None,
            requires: Vec::new(),
            excludes: Vec::new(),
            continued_by: Vec::new(),
            start: None,
            price_year: None,
            latest_start: None,
            duties: Vec::new(),
            is_decided: false,
            is_over: false,
            is_rejected: false,
            is_assessed: false,
            is_overview: false,
            claims: None,
            measured: Vec::new(),
            builds_on: Vec::new(),
        }
    }
}

/// The last reading of every måling that says what it measures.
fn measured(document: &document::Case, day: NaiveDate) -> Vec<Measured> {
    let rows = document.measurements.rows().iter().filter(|row| row.measures.is_written());
    let one = |row: &document::Measurement| {
        let understood = row.understood();
        let (name, last) = (understood.measures.clone()?, understood.latest(day)?);
        let own = document.assumption(&name);
        let believed = own.and_then(|own| own.estimate.get()).map(Estimate::mode);
        let is_another = believed
            .is_none_or(|believed| believed.in_units_of(last.value.dimension()) != Some(last.value.value()));
        let believed = believed
            .map_or_else(|| text!(nb: "noe annet", nn: "noko anna", en: "something else"), quantity::words);
        Some(Measured { name, believed, value: quantity::words(&last.value), date: last.date, is_another })
    };
    rows.filter_map(one).collect()
}

fn builds_on(document: &document::Case) -> Vec<Spanned<String>> {
    let own = document.assumptions.rows().iter().map(|own| own.key.clone());
    let mut all: Vec<Spanned<String>> = own.collect();
    let gains = document.benefits.rows().iter().filter_map(|row| row.calculation.get());
    for calculation in gains.chain(document.costs.rows().iter().filter_map(|row| row.calculation.get())) {
        for (name, span) in calculation.formula.names() {
            if all.iter().all(|known| known.value != name) {
                all.push(Spanned::new(name.to_owned(), calculation.place(span)));
            }
        }
    }
    all
}

/// What two sheets have in common where one was copied from the other.
fn content(document: &document::Case) -> Option<Spanned<String>> {
    let title = document.title.spanned()?;
    let gains = document.benefits.rows().iter().filter_map(|row| row.name.text());
    let gains: Vec<&str> = gains.collect();
    let all = [title.value.as_str()].into_iter().chain(gains.iter().copied());
    let text = all.map(|text| text.trim().to_lowercase()).collect::<Vec<_>>().join("\n");
    (!gains.is_empty()).then(|| Spanned::new(text, title.span))
}

/// All cases of a run together.
#[derive(Debug, Clone, Copy)]
pub struct PortfolioFacts<'a> {
    /// The cases that were read, by path.
    pub cases: &'a [CaseReference],
    /// How many of them, the first, are asked for: the others are there for what these ask of them.
    pub asked: usize,
    /// Path of every case there is, also of those that were not asked for.
    pub paths: &'a [String],
    /// The ids of every case there is.
    pub ids: &'a BTreeSet<&'a str>,
    /// The ids of the cases a3.yaml locks out.
    pub locked_out: &'a BTreeSet<&'a str>,
}

/// A finding in one of the cases of [`PortfolioFacts`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortfolioFinding {
    /// Position in [`PortfolioFacts::cases`].
    pub case: usize,
    /// What was found there.
    pub finding: Finding,
}
