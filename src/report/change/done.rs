//! `a3 done`: a row of the plan, or a betingelse, that is done or has a new frist.

use super::names::one_of;
use super::refused::{Named, NotChanged};
use super::sheet::{Rewrite, Sheet, case_path, text_of};
use crate::date;
use crate::edit::{Change, Step, Value};
use crate::model::Status;
use crate::repository::Repository;
use crate::shape;
use crate::yaml::Node;
use chrono::NaiveDate;

/// The lists of rows that are done some day, and the field that says what a row is.
const LISTS: [(&str, &str); 3] = [("plan", "hva"), ("betingelser", "hva"), (ENGAGEMENT, "hvem")];
const ENGAGEMENT: &str = "forankring";

/// What `a3 done` is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoneWanted {
    /// The case: id, path, or a part.
    pub case: String,
    /// What the row says, or a part of it.
    pub row: String,
    /// A new frist, and why; none where it is done.
    pub deadline: Option<NewDeadline>,
    /// Today.
    pub today: NaiveDate,
}

/// A frist that is moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDeadline {
    /// The new day.
    pub date: NaiveDate,
    /// Why: goes into merknad with the old day.
    pub why: String,
}

/// What is written.
#[derive(Debug)]
pub struct DoneReport {
    /// The file.
    pub rewrite: Rewrite,
    /// The line of the row.
    pub line: usize,
    /// What the row says.
    pub row: String,
    /// The frist that stood there: a day, or else as it was written.
    pub due: Option<String>,
    /// The new one; none where it is done.
    pub moved_to: Option<NaiveDate>,
    /// How many rows are still open, of plan and betingelser together.
    pub left: usize,
}

/// A row as it stands in the file.
struct Row {
    list: &'static str,
    place: usize,
    what: String,
    /// Whether the row is one text alone.
    is_text: bool,
    due: Option<String>,
    status: Option<Status>,
    note: Option<String>,
    left: usize,
}

/// Says that a row is done, or moves its frist.
///
/// # Errors
/// [`NotChanged`] where the row is not there, or is done already.
pub fn done(repository: &Repository, wanted: &DoneWanted) -> Result<DoneReport, NotChanged> {
    let path = case_path(repository, &wanted.case).map_err(|not| NotChanged::NoName(Named::Case, not))?;
    let mut sheet = Sheet::open(repository, &path)?;
    let row = sheet.with(|root| Row::find(root, &wanted.row))??;
    match row.status {
        Some(Status::Done) => return Err(NotChanged::IsDone(row.what)),
        Some(Status::Cancelled) => return Err(NotChanged::IsOff(row.what)),
        Some(Status::Planned | Status::Ongoing) | None => {}
    }
    let at = [Step::Key(row.list), Step::Row(row.place)];
    let moved_to = match &wanted.deadline {
        None => {
            row.set_done(&mut sheet, &at)?;
            None
        }
        Some(deadline) => {
            row.move_deadline(&mut sheet, &at, deadline)?;
            Some(deadline.date)
        }
    };
    let line = sheet.line(&at)?;
    let left = if moved_to.is_none() { row.left.saturating_sub(1) } else { row.left };
    Ok(DoneReport { rewrite: sheet.rewrite(), line, row: row.what, due: row.due, moved_to, left })
}

impl Row {
    fn find(root: &Node<'_>, wanted: &str) -> Result<Self, NotChanged> {
        let mut all: Vec<(&'static str, usize, &Node<'_>, &str)> = Vec::new();
        for (list, field) in LISTS {
            for (place, row) in root.get(list).map(Node::items).unwrap_or_default().iter().enumerate() {
                let said = if row.text().is_some() { Some(row) } else { row.get(field) };
                let said = said.filter(|node| !shape::is_unanswered(node)).and_then(Node::text);
                all.extend(said.map(|what| (list, place, row, what)));
            }
        }
        let names: Vec<&str> = all.iter().map(|(_, _, _, what)| *what).collect();
        let found = one_of(wanted, &names).map_err(|not| NotChanged::NoName(Named::Row, not))?;
        let Some(&(list, place, row, what)) = all.get(found) else {
            return Err(NotChanged::IsOff(wanted.to_owned()));
        };
        // Who is to be brought along is no work of the plan: the two are counted each by itself.
        let counts = |of: &str| (of == ENGAGEMENT) == (list == ENGAGEMENT);
        let is_open = |(of, _, row, _): &&(&str, usize, &Node<'_>, &str)| {
            counts(of) && status(row).is_none_or(Status::is_open)
        };
        Ok(Self {
            list,
            place,
            what: what.to_owned(),
            is_text: row.text().is_some(),
            due: row.get(day_key(list)).and_then(due_of),
            status: status(row),
            note: text_of(row, "merknad").map(str::to_owned),
            left: all.iter().filter(is_open).count(),
        })
    }

    /// The key that says what the row is.
    fn key(&self) -> &'static str {
        LISTS.iter().find(|(list, _)| *list == self.list).map_or("hva", |(_, key)| key)
    }

    fn set_done(&self, sheet: &mut Sheet, at: &[Step<'_>]) -> Result<(), NotChanged> {
        let done = Value::text(Status::Done.word());
        if self.is_text {
            return self.spell_out(sheet, at, ("status", done));
        }
        sheet.put(at, "status", done)
    }

    /// A row that is one text becomes keys and values.
    fn spell_out(
        &self,
        sheet: &mut Sheet,
        at: &[Step<'_>],
        (key, value): (&str, Value),
    ) -> Result<(), NotChanged> {
        let row = Value::mapping([(self.key(), Value::text(self.what.as_str())), (key, value)]);
        sheet.change(at, &Change::Set(row)).map(|_| ())
    }

    fn move_deadline(
        &self,
        sheet: &mut Sheet,
        at: &[Step<'_>],
        deadline: &NewDeadline,
    ) -> Result<(), NotChanged> {
        let day = Value::text(deadline.date.to_string());
        if self.is_text {
            self.spell_out(sheet, at, (day_key(self.list), day))?;
        } else {
            sheet.put(at, day_key(self.list), day)?;
        }
        let was = self.due.as_deref().map(|due| format!("Fristen var {due}. ")).unwrap_or_default();
        let before = self.note.as_deref().map(|note| format!("{} ", note.trim())).unwrap_or_default();
        sheet.put(at, "merknad", Value::text(format!("{before}{was}{}", deadline.why.trim())))
    }
}

/// The day a row is due stands in frist, of forankring in dato.
fn day_key(list: &str) -> &'static str {
    if list == "forankring" { "dato" } else { "frist" }
}

/// A day in one form, and what is no day as somebody wrote it; none where it is still to be written.
fn due_of(node: &Node<'_>) -> Option<String> {
    let written = node.text().filter(|_| !shape::is_unanswered(node))?.trim();
    let day = date::parse(written).or_else(|| date::meant(written));
    Some(day.map_or_else(|| written.to_owned(), |day| day.to_string())).filter(|due| !due.is_empty())
}

fn status(row: &Node<'_>) -> Option<Status> {
    Status::from_word(shape::word(text_of(row, "status")?, Status::WORDS)?)
}
