//! What each phase asks for and a case lacks (format.md, «What each phase must hold»).
//!
//! Plain fields are data in `shape` ([`Needed`](crate::shape::Needed)); what takes looking at rows is code here.
//! `mangler-i-…` reports what the case's own phase and those before it ask for, all of a phase at once; `a3 next`
//! may ask for a phase to come.

mod block;
mod carrying_out;
mod deep_dive;
mod plain;
mod preparation;
mod prioritisation;

use super::rules;
use crate::checks::prelude::*;
use crate::shape::CASE;
use crate::words::{all_of, all_or_most, sentences};

/// Things a title names.
const MOST_NAMED: usize = 8;

/// Rows that are marked: with what else is said of a case, they fit one screen.
const MOST_MARKED: usize = 4;

/// Things that are named beside the lines to write, of those the title has no room for.
const MOST_MORE: usize = 60;

/// One thing a phase asks for that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The field of the sheet it belongs to.
    pub key: &'static str,
    /// The row that lacks it; none where the case as a whole does.
    pub row: Option<Span>,
    /// What is missing: «levetid», «kilde» på «brukere».
    pub what: Text,
    /// The lines that can be added to the case as they are; empty where a row must be changed.
    pub block: Text,
    /// What to write on the row; empty where the lines are enough.
    pub on_row: Text,
    /// Which field of the rows under the key it is, where the row has no name to tell it by.
    pub part: Option<&'static str>,
    /// Whether `…` stands there.
    pub is_open: bool,
}

impl Missing {
    /// Something to change where it stands: there are no lines to add, and nothing in a few words to write.
    fn told(key: &'static str, row: Option<Span>, what: Text) -> Self {
        Self { key, row, what, block: Text::default(), on_row: Text::default(), part: None, is_open: false }
    }

    /// Whether both are fields of the rows of one list, so that they are named together.
    fn is_beside(&self, other: &Self) -> bool {
        self.part.is_some() && other.part.is_some() && self.key == other.key
    }
}

/// Everything `phase` itself asks for that is not there, in the order of the sheet. An overview of several areas
/// (`nivå: virksomhet`) is asked for nothing: the structural check sees to its `delområder`.
pub fn missing(phase: Phase, facts: &CaseFacts<'_>) -> Vec<Missing> {
    if facts.document.level.is_written() {
        return Vec::new();
    }
    let mut missing = plain::missing(phase, facts);
    match phase {
        Phase::DeepDive => deep_dive::find(facts, &mut missing),
        Phase::Prioritisation => prioritisation::find(facts.document, &mut missing),
        Phase::Preparation => preparation::find(facts, &mut missing),
        Phase::Implementation => carrying_out::find(facts, &mut missing),
        Phase::Closed => preparation::find_unfinished(facts.document, &mut missing),
        Phase::Overview => {}
    }
    missing.sort_by_key(|missing| CASE.fields.iter().position(|field| field.key == missing.key));
    missing
}

rules! {
    Case;
    "mangler-i-overblikk" Error;
    "mangler-i-dypdykk" Error;
    "mangler-i-prioritering" Error;
    "mangler-i-forberedelse" Error;
    "mangler-i-gjennomføring" Error;
    "mangler-i-avsluttet" Error;
}

/// Reports what each phase asks for, where the case says it has come to it or further: one finding for each.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    findings.extend(Phase::ALL.iter().zip(RULES).filter_map(|(phase, rule)| lack(rule.name, *phase, facts)));
}

fn lack(rule: &'static str, phase: Phase, facts: &CaseFacts<'_>) -> Option<Finding> {
    let reached = facts.document.phase.spanned().filter(|reached| reached.value >= phase)?;
    let missing = missing(phase, facts);
    if missing.is_empty() {
        return None;
    }
    let what = listed(&missing);
    let title = text!(
        nb: "Saken mangler {what} for å være i {phase}", nn: "Saka manglar {what} for å vere i {phase}",
        en: "The case lacks {what} to be in {phase}";
        what, phase = phase.words()
    );
    let mut finding = Finding::error(rule, reached.span, title).instead(how(&missing)).in_turn(phase as u8);
    for (row, what) in shown(&missing).filter_map(|missing| Some((missing.row?, &missing.what))) {
        finding = finding.with(
            row,
            text!(nb: "her mangler {what}", nn: "her manglar {what}", en: "this lacks {what}"; what),
        );
    }
    Some(finding)
}

/// What is shown on its row. Of what is to be filled in, the first: the rest is `…` all of it.
fn shown(missing: &[Missing]) -> impl Iterator<Item = &Missing> {
    let first_open = missing.iter().position(|missing| missing.is_open);
    let is_marked =
        move |one: &(usize, &Missing)| one.1.row.is_some() && (!one.1.is_open || Some(one.0) == first_open);
    missing.iter().enumerate().filter(is_marked).map(|(_, missing)| missing).take(MOST_MARKED)
}

/// What is missing, in the order of the sheet; fields of the rows of one list are named together, and each thing once.
fn groups(missing: &[Missing]) -> impl Iterator<Item = &[Missing]> {
    let mut named: BTreeSet<String> = BTreeSet::new();
    missing.chunk_by(Missing::is_beside).filter(move |group| named.insert(together(group).nb))
}

/// `«navn», «nå» og «kilde» i «gap»`, each once.
fn together(group: &[Missing]) -> Text {
    let Some(first) = group.first() else { return Text::default() };
    let mut keys: Vec<Text> = Vec::new();
    for key in group.iter().filter_map(|missing| missing.part) {
        let key = text!(nb: "«{key}»", nn: "«{key}»", en: "“{key}”");
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    match keys.as_slice() {
        [] | [_] => first.what.clone(),
        keys => {
            text!(nb: "{keys} i «{under}»", nn: "{keys} i «{under}»", en: "{keys} in “{under}”"; keys = all_of(keys), under = first.key)
        }
    }
}

fn listed(missing: &[Missing]) -> Text {
    let mut named: Vec<Text> = groups(missing).take(MOST_NAMED).map(together).collect();
    match groups(missing).count().saturating_sub(MOST_NAMED) {
        0 => {}
        1 => named.push(text!(nb: "én ting til", nn: "éin ting til", en: "one more thing")),
        more => named.push(text!(nb: "{more} ting til", nn: "{more} ting til", en: "{more} more things")),
    }
    all_of(&named)
}

/// What to write: a sentence, and under it the lines to paste.
fn how(missing: &[Missing]) -> Text {
    let is_told = |one: &Missing| {
        shown(missing)
            .chain(written_on_rows(missing).filter(|one| !one.on_row.is_empty()))
            .any(|told| told == one)
    };
    let unnamed = groups(missing).skip(MOST_NAMED).filter(|group| !group.iter().all(is_told));
    let more: Vec<Text> = unnamed.map(together).collect();
    let more = match more.as_slice() {
        [] => Text::default(),
        more => {
            text!(nb: "I tillegg mangler {all}.", nn: "I tillegg manglar {all}.", en: "Also missing: {all}."; all = all_or_most(MOST_MORE, more))
        }
    };
    let block = block::together(missing.iter().map(|missing| missing.block.clone()));
    let on_rows = missing.iter().any(|missing| missing.block.is_empty() && !missing.is_open);
    let rows = if on_rows { on_rows_shown(missing) } else { Text::default() };
    let dots = match missing.iter().any(|missing| missing.is_open) && block.is_empty() {
        true => {
            text!(nb: "Bytt ut hver «…» i saken med det dere vet.", nn: "Byt ut kvar «…» i saka med det de veit.", en: "Replace each “…” in the case with what you know.")
        }
        false => Text::default(),
    };
    let rows = sentences([dots, rows, more]);
    if block.is_empty() {
        return rows;
    }
    let space = if rows.is_empty() { "" } else { " " };
    text!(
        nb: "{rows}{space}Lim inn dette nederst i saken, og bytt ut hver «…» med det dere vet:\n{block}", nn: "{rows}{space}Lim inn dette nedst i saka, og byt ut kvar «…» med det de veit:\n{block}",
        en: "{rows}{space}Paste this at the end of the case, and replace each “…” with what you know:\n{block}";
        rows, space, block
    )
}

/// What is to be written on a row.
fn written_on_rows(missing: &[Missing]) -> impl Iterator<Item = &Missing> {
    missing.iter().filter(|missing| missing.row.is_some() && !missing.is_open).take(MOST_NAMED)
}

/// What to write on the rows it is about, each thing once.
fn on_rows_shown(missing: &[Missing]) -> Text {
    let mut lines: Vec<&Text> = Vec::new();
    for line in written_on_rows(missing).map(|missing| &missing.on_row).filter(|line| !line.is_empty()) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    if lines.is_empty() {
        return text!(
            nb: "Skriv det som mangler på linjene som er vist.", nn: "Skriv det som manglar på linjene som er viste.",
            en: "Write what is missing on the lines that are shown."
        );
    }
    text!(
        nb: "Skriv dette på radene det gjelder: {lines}.", nn: "Skriv dette på radene det gjeld: {lines}.",
        en: "Write this on the rows it is about: {lines}.";
        lines = all_of(&lines)
    )
}

/// A row with a field that is missing.
fn without(under: &'static str, row: Span, name: Option<&str>, key: &'static str) -> Missing {
    let what = match name.map(wording::shown) {
        Some(name) => text!(nb: "«{key}» på «{name}»", nn: "«{key}» på «{name}»", en: "“{key}” on “{name}”"),
        None => text!(nb: "«{key}» i «{under}»", nn: "«{key}» i «{under}»", en: "“{key}” in “{under}”"),
    };
    let on_row = text!(nb: "«{key}: …»", nn: "«{key}: …»", en: "“{key}: …”");
    let part = if name.is_none() { Some(key) } else { None };
    Missing { on_row, part, ..Missing::told(under, Some(row), what) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_phase_has_its_rule_in_the_order_of_the_phases() {
        let names: Vec<String> =
            Phase::ALL.iter().map(|phase| format!("mangler-i-{}", phase.word())).collect();
        assert_eq!(RULES.iter().map(|rule| rule.name).collect::<Vec<_>>(), names);
    }
}
