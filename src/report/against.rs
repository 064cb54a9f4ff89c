//! One case at its own oppstart against today's budget, and what it claims of it.

use super::BudgetFile;
use crate::budget::{CarriedOut, Plan, TodaysBudget, budget_alone};
use crate::calc::Calculator;
use crate::checks::{self, BudgetFacts, CaseFacts, Claims};
use crate::diagnostic::Finding;
use crate::model::Organisation;

/// Whether the budget is looked at, and what stands in it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Budgeting<'r> {
    /// It is not: the command at hand does not ask for it.
    No,
    /// It is; without today's budget only what cases say themselves.
    Yes(Option<&'r TodaysBudget>),
}

/// Today's budget to look lines up in; none where nothing of it could be read, or a bad line may be
/// of any ansvar, so that what is missing there is not missed in the cases as well. That it is not
/// held against them is said at the file.
pub(super) fn standing(file: &BudgetFile, organisation: &Organisation) -> Option<TodaysBudget> {
    match file {
        BudgetFile::Read { read, .. } if !read.ledger.unread.is_open() && !read.ledger.lines.is_empty() => {
            TodaysBudget::of(&read.ledger, Plan { first: organisation.budget_year }).ok()
        }
        BudgetFile::NotNamed
        | BudgetFile::Read { .. }
        | BudgetFile::Missing { .. }
        | BudgetFile::Unread { .. } => None,
    }
}

/// Looks at a case that moves the budget: one with oppstart and levetid that is neither finished,
/// innarbeidet nor rejected. What cannot be calculated is told elsewhere.
pub(super) fn look(
    facts: &CaseFacts<'_>,
    calculator: &Calculator<'_>,
    budgeting: Budgeting<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Box<Claims>> {
    let (Some(case), Budgeting::Yes(standing)) = (facts.case, budgeting) else { return None };
    let schedule = case.schedule()?;
    if case.is_over() || case.is_in_todays_budget() || case.is_rejected() {
        return None;
    }
    let mut claims = Claims::default();
    if !case.new_practice.is_empty() {
        let chosen = CarriedOut { case, schedule, effects: Vec::new() };
        claims.practise(facts.document, &chosen, facts.organisation);
    }
    let effects = standing.and_then(|_| calculator.budget_effects(case, schedule).ok());
    if let Some((standing, effects)) = standing.zip(effects) {
        let alone = (!case.new_practice.is_empty()).then(|| {
            let chosen = CarriedOut { case, schedule, effects: effects.clone() };
            budget_alone(facts.organisation, chosen, standing).ok()
        });
        let alone = alone.flatten();
        let (document, effects) = (facts.document, effects.as_slice());
        let facts_of_budget = BudgetFacts { document, effects, standing, alone: alone.as_ref() };
        checks::check_against_budget(&facts_of_budget, findings);
        claims.take_out(&facts_of_budget, facts.organisation);
    }
    (claims != Claims::default()).then(|| Box::new(claims))
}
