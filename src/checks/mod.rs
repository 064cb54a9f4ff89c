//! Everything `a3 check` can find, one table: name, grade, page, and what looks for it.
//!
//! A check is `<name>.rs`, `<name>.md` and one line in [`RULES`]. What is found while reading
//! (structure, words, numbers, units) has its line and page here too, marked `reading`.
//! Checks never print, never know each other and run in any order.

mod facts;
mod kan_ikke_beregnes;
mod lenke_ut;
mod page;
mod severity;

pub use facts::{CaseFacts, CaseReference, PortfolioFacts, PortfolioFinding};
pub use kan_ikke_beregnes::cannot_be_calculated;
pub use lenke_ut::link_out;
pub use page::{Example, MARK, Page};
pub use severity::Severity;

use crate::diagnostic::{Finding, Grade};
use crate::document::Organisation;

/// What looks for a defect, and what it must know to do so.
#[derive(Debug, Clone, Copy)]
pub enum Scope {
    /// Found while reading: by `yaml`, `shape`, `quantity` or `document`.
    Reading,
    /// Looks at one case, and the organisation it belongs to.
    Case(fn(&CaseFacts<'_>, &mut Vec<Finding>)),
    /// Looks at all cases together.
    Portfolio(fn(&PortfolioFacts<'_>, &mut Vec<PortfolioFinding>)),
}

/// One rule of the registry.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// A Norwegian kebab word for the defect; reads after «tillat …».
    pub name: &'static str,
    /// How serious it is unless `regler` in a3.yaml says otherwise.
    pub grade: Grade,
    /// Its page, in Markdown: what, why, how, wrong, message, right, English.
    pub page: &'static str,
    /// What looks for it.
    pub scope: Scope,
}

macro_rules! rules {
    ($($kind:ident $name:literal $grade:ident $($module:ident)?;)+) => {
        $($(mod $module;)?)+

        /// Every rule, sorted by name.
        pub static RULES: &[Rule] = &[
            $(Rule {
                name: $name,
                grade: Grade::$grade,
                page: include_str!(concat!($name, ".md")),
                scope: rules!(@scope $kind $($module)?),
            },)+
        ];
    };
    (@scope reading) => { Scope::Reading };
    (@scope case $module:ident) => { Scope::Case($module::check) };
    (@scope portfolio $module:ident) => { Scope::Portfolio($module::check) };
}

rules! {
    reading "anker-eller-alias" Error;
    reading "desimalkomma-i-liste" Error;
    reading "feil-dimensjon" Error;
    reading "feil-form" Error;
    reading "feil-tegnsett" Error;
    reading "flere-dokumenter" Error;
    reading "flettenøkkel" Error;
    reading "for-dyp-nøsting" Error;
    reading "for-lang-formel" Error;
    reading "for-stor-fil" Error;
    reading "gjentatt-felt" Error;
    reading "kan-ikke-beregnes" Error;
    reading "manglende-felt" Error;
    reading "styretegn" Error;
    reading "tabulator-som-innrykk" Error;
    reading "tom-fil" Error;
    reading "tomt-felt" Error;
    reading "tvetydig-tall" Error;
    reading "ugyldig-dato" Error;
    reading "ugyldig-yaml" Error;
    reading "ugyldig-år" Error;
    reading "ukjent-felt" Error;
    reading "ukjent-ord" Error;
    reading "uleselig-formel" Error;
    reading "uleselig-mengde" Error;
    reading "urimelig-tall" Error;
    reading "yaml-merkelapp" Error;
}

/// The rule of a name.
#[must_use]
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

/// Runs every check that looks at one case.
pub fn check_case(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for rule in RULES {
        match rule.scope {
            Scope::Case(look) => look(facts, findings),
            Scope::Reading | Scope::Portfolio(_) => {}
        }
    }
}

/// Reads `regler` of a3.yaml into the organisation's own grades.
pub fn check_organisation(document: &Organisation, severity: &mut Severity, _findings: &mut Vec<Finding>) {
    for setting in document.severities.rows() {
        let grades = [Grade::Error, Grade::Warning, Grade::Note];
        let grade = grades.into_iter().find(|grade| grade.words().nb == setting.row.value);
        severity.set(&setting.key.value, grade);
    }
}

/// Runs every check that looks at all cases together.
pub fn check_portfolio(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    for rule in RULES {
        match rule.scope {
            Scope::Portfolio(look) => look(facts, findings),
            Scope::Reading | Scope::Case(_) => {}
        }
    }
}
