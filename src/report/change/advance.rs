//! `a3 advance`: the blocks of the next phase, in the order of the sheet, filled in with what is known already.
//! What nobody has said stands as `…` with what it is after it, and `a3 check` asks for it.

use super::blocks;
use super::practice;
use super::refused::{Named, NotChanged};
use super::sheet::{Rewrite, Sheet, case_path, sound};
use crate::calc::Calculator;
use crate::checks;
use crate::diagnostic::Finding;
use crate::document::Benefit;
use crate::edit::{self, Change, Step, Value};
use crate::model::{Cost, Phase};
use crate::report::BudgetFile;
use crate::report::against::Budgeting;
use crate::report::organisation::OrganisationRead;
use crate::report::read::{CaseRead, Reading};
use crate::repository::Repository;
use crate::shape::{CASE, Field, is_unanswered};
use crate::words::Language;
use crate::yaml::{Kind, Node};
use chrono::NaiveDate;

/// What `a3 advance` is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdvanceWanted {
    /// The case: id, path, or a part.
    pub case: String,
    /// The phase it goes to; the next where nothing is said. Where it is there already, what is missing is written.
    pub to: Option<Phase>,
    /// Today.
    pub today: NaiveDate,
    /// What is to be filled in is said in this language in the file.
    pub language: Language,
}

/// What is written.
#[derive(Debug)]
pub struct AdvanceReport {
    /// The file.
    pub rewrite: Rewrite,
    /// The case's id.
    pub id: String,
    /// The phase it was in.
    pub from: Phase,
    /// The phase it goes to.
    pub to: Phase,
    /// What was written, in the order of the sheet.
    pub parts: Vec<Part>,
    /// What the phases now ask for: what is left to fill in.
    pub left: Vec<Finding>,
    /// Whether ny_praksis cannot be worked out before budsjettpost is filled in.
    pub awaits_line: bool,
}

/// A field that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its key.
    pub key: &'static str,
    /// How many rows; none for what has none.
    pub rows: Option<usize>,
    /// How many values are still to be filled in.
    pub open: usize,
}

impl AdvanceReport {
    /// How many lines are new, the one with the phase too.
    pub fn lines(&self) -> usize {
        self.added().len()
    }

    /// The lines that are new or changed, in their order.
    pub fn added(&self) -> Vec<&str> {
        let before = String::from_utf8_lossy(&self.rewrite.before);
        let mut before = before.lines().peekable();
        let mut added = Vec::new();
        for line in self.rewrite.after.lines() {
            if before.peek() == Some(&line) {
                before.next();
                continue;
            }
            if before.peek().is_some_and(|old| old.contains("fase") && line.contains("fase")) {
                before.next();
            }
            added.push(line);
        }
        added
    }
}

/// Takes a case to its next phase, or writes what it lacks in the one it is in.
///
/// # Errors
/// [`NotChanged`] where the case is there already, or cannot be read or changed.
pub fn advance(repository: &Repository, wanted: &AdvanceWanted) -> Result<AdvanceReport, NotChanged> {
    let base = sound(repository)?;
    let path = case_path(repository, &wanted.case).map_err(|not| NotChanged::NoName(Named::Case, not))?;
    let sheet = Sheet::open(repository, &path)?;
    let AdvanceWanted { today, language, .. } = *wanted;
    let mut advancing = Advancing { repository, base: &base, today, language, sheet, parts: Vec::new() };
    let read = advancing.read();
    if read.is_overview {
        return Err(NotChanged::NoPhases(path));
    }
    let written = read.written.as_deref();
    let from = written.and_then(|written| written.phase.cloned());
    let from = from.ok_or_else(|| NotChanged::Unreadable(path.clone()))?;
    let to = wanted.to.or_else(|| after(from)).filter(|to| *to >= from);
    let to = to.ok_or_else(|| NotChanged::NoPhase { id: read.reference.id.clone(), phase: from })?;
    let is_decided = written.is_some_and(|written| written.settled(wanted.today).is_decided());
    if to >= Phase::Implementation && !is_decided {
        return Err(NotChanged::NotDecided { id: read.reference.id, phase: from });
    }
    let asks = |phase: &Phase| *phase <= to && (*phase > from || from == to);
    for phase in Phase::ALL.iter().copied().filter(asks) {
        advancing.ask(phase, &read)?;
    }
    let mut awaits_line = false;
    if asks(&Phase::Preparation) {
        advancing.budget_lines(&read)?;
        awaits_line = advancing.practice(&read)?;
    }
    if from == to && advancing.parts.is_empty() {
        let id = read.reference.id;
        return Err(match read.out {
            Some(why) => NotChanged::NotCalculated { id, why },
            None if awaits_line => NotChanged::AwaitsLine(id),
            None => NotChanged::NothingMissing { id, phase: from },
        });
    }
    advancing.sheet.change(&[Step::Key("fase")], &Change::Set(Value::text(to.word())))?;
    let left = advancing.left();
    let Advancing { sheet, mut parts, .. } = advancing;
    parts.sort_by_key(|part| CASE.fields.iter().position(|field| field.key == part.key));
    Ok(AdvanceReport { rewrite: sheet.rewrite(), id: read.reference.id, from, to, parts, left, awaits_line })
}

/// Where in the budget a row stands.
const LINE: &str = "budsjettpost";

/// The phase after one; none after the last.
fn after(phase: Phase) -> Option<Phase> {
    Phase::ALL.iter().copied().find(|next| *next > phase)
}

struct Advancing<'r> {
    repository: &'r Repository,
    base: &'r OrganisationRead,
    today: NaiveDate,
    language: Language,
    sheet: Sheet,
    parts: Vec<Part>,
}

impl Advancing<'_> {
    /// Everything there is to know of the text as it is now.
    fn read(&self) -> CaseRead {
        let (repository, base) = (self.repository, self.base);
        let reading = Reading { repository, base, today: self.today, budgeting: Budgeting::No };
        let calculator = Calculator::new(&self.base.organisation);
        reading.understand(self.sheet.source.clone(), &calculator)
    }

    /// Writes what a phase asks for and nobody has written, but for what only others can decide.
    fn ask(&mut self, phase: Phase, read: &CaseRead) -> Result<(), NotChanged> {
        let Some(document) = read.written.as_deref() else { return Ok(()) };
        let asked = CASE.fields.iter().filter(|field| field.needed.phase() == Some(phase));
        for field in asked.filter(|field| field.key != "vedtak") {
            if self.is_open(field)? {
                self.add(field.key, blocks::of(field, document))?;
            }
        }
        if phase == Phase::Preparation && !self.parts.iter().any(|part| part.key == "målinger") {
            for row in blocks::missing_measurements(document) {
                self.add_row("målinger", row)?;
            }
        }
        Ok(())
    }

    /// Whether nobody has written a field, or only that it is to be written.
    fn is_open(&self, field: &Field) -> Result<bool, NotChanged> {
        self.sheet.with(|root| root.get(field.key).is_none())
    }

    fn add(&mut self, key: &'static str, value: Value) -> Result<(), NotChanged> {
        self.sheet.add(key, value.in_language(self.language))?;
        self.note(key)
    }

    fn add_row(&mut self, key: &'static str, row: Value) -> Result<(), NotChanged> {
        self.sheet.add_row(key, row.in_language(self.language))?;
        self.parts.retain(|part| part.key != key);
        self.note(key)
    }

    /// Remembers what stands in a field now.
    fn note(&mut self, key: &'static str) -> Result<(), NotChanged> {
        let (rows, open) = self.sheet.with(|root| {
            let node = root.get(key);
            let rows = node.filter(|node| matches!(node.kind, Kind::List(_))).map(|node| node.items().len());
            (rows, node.map_or(0, count_open))
        })?;
        self.parts.push(Part { key, rows, open });
        Ok(())
    }

    /// budsjettpost of every gain that is taken out and every cost that is paid, where nobody has written one. What
    /// somebody has begun on stays as it is.
    fn budget_lines(&mut self, read: &CaseRead) -> Result<(), NotChanged> {
        let (Some(document), Some((case, _))) = (read.written.as_deref(), &read.result) else {
            return Ok(());
        };
        let gains = document.benefits.rows().iter().map(Benefit::lacks_budget_line).collect();
        let costs = case.costs.iter().map(Cost::lacks_budget_line).collect();
        let line = blocks::budget_line(document).in_language(self.language);
        let (mut rows, mut open) = (0_usize, 0_usize);
        for (list, lacks) in [("gevinster", gains), ("kostnader", costs)] {
            for place in self.without_line(list, lacks)? {
                let row = [Step::Key(list), Step::Row(place)];
                self.sheet.put(&row, LINE, line.clone())?;
                let at = [&row[..], &[Step::Key(LINE)]].concat();
                let left = self.sheet.with(|root| edit::find(root, &at).map_or(0, count_open))?;
                (rows, open) = (rows.saturating_add(1), open.saturating_add(left));
            }
        }
        let rows = Some(rows).filter(|rows| *rows > 0);
        self.parts.extend(rows.map(|_| Part { key: LINE, rows, open }));
        Ok(())
    }

    /// Where the rows of a list stand that lack a line and have none begun on, given which of those that are read do:
    /// a row that is only `…` is not read.
    fn without_line(&self, list: &str, lacks: Vec<bool>) -> Result<Vec<usize>, NotChanged> {
        self.sheet.with(|root| {
            let rows = root.get(list).into_iter().flat_map(|list| list.items().iter().enumerate());
            let read = rows.filter(|(_, row)| !is_unanswered(row)).zip(lacks);
            let without = read.filter(|((_, row), lacks)| *lacks && row.get(LINE).is_none());
            without.map(|((place, _), _)| place).collect()
        })
    }

    /// ny_praksis of every unit something is taken out of, from today's budget; nothing while a row of the case is on no
    /// line yet, for it may be on one that would be written. Whether it awaits that.
    fn practice(&mut self, read: &CaseRead) -> Result<bool, NotChanged> {
        let Some((case, _)) = &read.result else { return Ok(false) };
        let mut benefits = read.written.iter().flat_map(|written| written.benefits.rows());
        if benefits.any(Benefit::lacks_budget_line) || case.costs.iter().any(Cost::lacks_budget_line) {
            return Ok(true);
        }
        let file = BudgetFile::read(self.repository, &self.base.organisation);
        for row in practice::rows(case, &self.base.organisation, file.ledger()) {
            self.add_row("ny_praksis", row)?;
        }
        Ok(false)
    }

    /// What the phases now ask for.
    fn left(&self) -> Vec<Finding> {
        let findings = self.read().findings.into_iter();
        findings.filter(|finding| checks::is_demand(finding.rule)).collect()
    }
}

/// Values that are still to be written.
fn count_open(node: &Node<'_>) -> usize {
    let own = usize::from(is_unanswered(node));
    let inside = node.items().iter().chain(node.entries().iter().map(|entry| &entry.value));
    inside.map(count_open).fold(own, usize::saturating_add)
}
