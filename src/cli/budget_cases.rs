//! Which cases the future budget is built from, and what is in no part of it.

use super::choice;
use a3::choose::{Choice, Effort, Status};
use a3::model::Decision;
use a3::pages::budget_page::{Basis, LeftOut};
use a3::report::{self, Appraised, Field, Starts, WhyLeftOut};
use a3::sentences::reason::rejected as rejected_words;
use a3::sentences::{choice as choice_words, omitted};
use a3::shape::nearest;
use a3::text;
use a3::words::Text;
use std::collections::BTreeSet;

/// What is asked for.
pub(super) enum Wanted<'a> {
    /// Nothing: what is chosen within the frames, or all cases where there are none.
    Chosen(Effort),
    /// `--alle`
    All,
    /// `--saker`
    Named(BTreeSet<&'a str>),
}

/// The cases, and why the others are not among them.
pub(super) struct Selected {
    pub(super) starts: Starts,
    pub(super) basis: Basis,
    pub(super) left_out: Vec<LeftOut>,
    /// Whether the frames are met; true where they are not used.
    pub(super) is_met: bool,
}

/// Selects among the cases given.
pub(super) fn select(appraised: &Appraised, wanted: Wanted<'_>) -> Result<Selected, Text> {
    // Frames that stand in a file with errors cannot be trusted: then there is nothing to choose within.
    let has_frames = !appraised.organisation.frames.is_empty() && appraised.spoiled.is_none();
    match wanted {
        Wanted::Chosen(effort) if has_frames => chosen(appraised, effort),
        Wanted::Chosen(_) => Ok(all(appraised, Basis::WithoutFrames)),
        Wanted::All => Ok(all(appraised, Basis::All)),
        Wanted::Named(ids) => named(appraised, &ids),
    }
}

fn all(appraised: &Appraised, basis: Basis) -> Selected {
    let (mut starts, mut left_out) = (report::all_starts(appraised), closed(appraised));
    left_out.extend(rejected(appraised, &mut starts));
    left_out.extend(with_errors(appraised));
    Selected { starts, basis, left_out, is_met: true }
}

fn chosen(appraised: &Appraised, effort: Effort) -> Result<Selected, Text> {
    let field = report::field(appraised, None).map_err(|wrong| choice::explain(&wrong))?;
    let choice = field.choose(&appraised.organisation.frames, effort);
    let choice = choice.map_err(|wrong| choice::explain(&wrong))?;
    let basis = match choice.status {
        Status::Optimal => Basis::Chosen,
        Status::Limit { gap: Some(_) } => Basis::Unproven,
        Status::Limit { gap: None } | Status::Impossible(_) => Basis::DecidedAlone,
    };
    let starts = report::chosen_starts(&field, &choice);
    let mut left_out = not_chosen(&field, &choice, &starts);
    left_out.extend(closed(appraised));
    left_out.extend(with_errors(appraised));
    Ok(Selected { starts, basis, left_out, is_met: choice::is_met(&choice) })
}

/// What is on the list, but waits, does not pay or cannot be assessed, in the order of the list.
fn not_chosen(field: &Field<'_>, choice: &Choice, starts: &Starts) -> Vec<LeftOut> {
    let lines = choice.lines.iter().zip(choice_words::reasons(choice));
    let waiting = lines.filter_map(|(line, why)| {
        let id = &field.candidates.get(line.candidate)?.case.id;
        (!starts.contains_key(id)).then(|| LeftOut { id: id.clone(), why })
    });
    waiting.collect()
}

fn named(appraised: &Appraised, ids: &BTreeSet<&str>) -> Result<Selected, Text> {
    let mut starts = Starts::new();
    for id in ids {
        match appraised.cases.iter().find(|case| case.case.id == *id) {
            Some(case) => drop(starts.insert((*id).to_owned(), case.case.start)),
            None if appraised.omitted.iter().any(|omitted| omitted.id == *id) => {}
            None => return Err(unknown(appraised, id)),
        }
    }
    let mut left_out = with_errors(appraised);
    left_out.retain(|one| ids.contains(one.id.as_str()));
    Ok(Selected { starts, basis: Basis::Named, left_out, is_met: true })
}

/// That there is no such case, with the nearest there is.
fn unknown(appraised: &Appraised, id: &str) -> Text {
    if appraised.overviews.iter().any(|overview| overview.id == *id) {
        return text!(
            nb: "«{id}» er en oversikt (nivå: virksomhet) uten egne tall. Skriv id-en til en sak i --saker.",
            en: "“{id}” is an overview (nivå: virksomhet) with no figures of its own. Write the id of a case in --saker."
        );
    }
    let known = appraised.cases.iter().map(|case| case.case.id.as_str());
    let known = known.chain(appraised.omitted.iter().map(|omitted| omitted.id.as_str()));
    match nearest(id, known) {
        Some(near) => text!(
            nb: "Det er ingen sak «{id}» her. Mente du «{near}»?",
            en: "There is no case “{id}” here. Did you mean “{near}”?"
        ),
        None => text!(
            nb: "Det er ingen sak «{id}» her. Id-en er filnavnet uten .yaml; se alle med: a3 rank",
            en: "There is no case “{id}” here. The id is the file's name without .yaml; see all with: a3 rank"
        ),
    }
}

/// Cases that were said no to are taken out of the starts, with who said it.
fn rejected(appraised: &Appraised, starts: &mut Starts) -> Vec<LeftOut> {
    let rejected = appraised.cases.iter().map(|case| &case.case).filter(|case| case.is_rejected());
    let taken_out = rejected.map(|case| {
        let _ = starts.remove(&case.id);
        let by = case.decision.as_ref().and_then(Decision::taken_by);
        LeftOut { id: case.id.clone(), why: rejected_words(by.as_deref()) }
    });
    taken_out.collect()
}

/// Finished cases: what they gave is in today's budget.
fn closed(appraised: &Appraised) -> Vec<LeftOut> {
    let closed = appraised.cases.iter().filter(|case| case.case.is_closed());
    let said = closed.map(|case| LeftOut {
        id: case.case.id.clone(),
        why: text!(nb: "Avsluttet: virkningen ligger i dagens budsjett.", en: "Finished: the effect is in today's budget."),
    });
    said.collect()
}

fn with_errors(appraised: &Appraised) -> Vec<LeftOut> {
    let omitted = appraised.omitted.iter();
    omitted.map(|one| LeftOut { id: one.id.clone(), why: omitted::reason(&one.why) }).collect()
}

/// Why a case that was to be in it cannot stand in a budget.
pub(super) fn why(left_out: &report::LeftOut) -> Text {
    match left_out.why {
        WhyLeftOut::NotAssessed => text!(
            nb: "Ikke vurdert: mangler oppstart eller levetid.",
            en: "Not assessed: lacks oppstart or levetid.",
        ),
        WhyLeftOut::Failed(_) => text!(
            nb: "Kan ikke regnes ut ved den oppstarten. Se regnestykket: a3 calc --vis",
            en: "Cannot be calculated at that start. See the working: a3 calc --vis",
        ),
    }
}
