//! Every rule, from the lists of the scopes, and what its page gives a finding: why it matters and what to write
//! instead are kept once, under «Funnet sier».

use super::page::section;
use super::{budget, carried_out, case, demands, locks, portfolio, reading, register};
use crate::diagnostic::{Finding, Grade};
use std::sync::LazyLock;

/// What must be known to look for a defect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Found while reading.
    Reading,
    /// One case, and the organisation it belongs to.
    Case,
    /// All cases together.
    Portfolio,
    /// One case, and today's budget.
    Budget,
    /// The cases that are carried out together, and today's budget: `a3 budget` looks for it.
    CarriedOut,
    /// The locks of a3.yaml, and all cases.
    Locks,
    /// What a3.yaml holds for all cases, and all cases.
    Register,
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
    /// What must be known to look for it.
    pub scope: Scope,
    /// Whether it makes a figure of the case wrong or impossible, so that the case is in no figures. All other
    /// defects leave it where it is, marked. How serious the rule is here has no say.
    pub takes_out: bool,
}

/// The list of a scope: name, grade and module of each check, and `out` where what it finds takes the case
/// out of the figures. What is found while reading, and what a phase asks for, has no module.
macro_rules! rules {
    (@) => { false };
    (@out) => { true };
    ($scope:ident; $($name:literal $grade:ident $($out:ident)?;)+) => {
        /// The rules of the scope.
        pub(super) static RULES: &[crate::checks::Rule] = &[$(crate::checks::Rule {
            name: $name,
            grade: crate::diagnostic::Grade::$grade,
            page: include_str!(concat!($name, ".md")),
            scope: crate::checks::Scope::$scope,
            takes_out: crate::checks::rules!(@$($out)?),
        }),+];
    };
    ($scope:ident, $check:ty; $($name:literal $grade:ident $module:ident $($out:ident)?;)+) => {
        crate::checks::rules! { $scope; $($name $grade $($out)?;)+ }

        /// What looks for each of them.
        static CHECKS: &[$check] = &[$($module::check),+];
    };
}
pub(super) use rules;

/// Every rule, sorted by name.
pub static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let scopes = [
        reading::RULES,
        case::RULES,
        demands::RULES,
        portfolio::RULES,
        budget::RULES,
        carried_out::RULES,
        locks::RULES,
        register::RULES,
    ];
    let mut rules = scopes.concat();
    rules.sort_unstable_by_key(|rule| rule.name);
    rules
});

/// Whether a rule asks for what a phase must hold, and no more.
pub fn is_demand(name: &str) -> bool {
    name.starts_with("mangler-i-")
}

/// The rule of a name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    let place = RULES.binary_search_by_key(&name, |rule| rule.name).ok()?;
    RULES.get(place)
}

/// Gives a finding the grade of its rule, and the sentences of its page.
pub fn explain(finding: &mut Finding) {
    if let Some(rule) = rule(finding.rule) {
        finding.grade = rule.grade;
        finding.explain_by(section(rule.page, "## Funnet sier"));
    }
}

/// The same finding, explained.
pub fn explained(mut finding: Finding) -> Finding {
    explain(&mut finding);
    finding
}
