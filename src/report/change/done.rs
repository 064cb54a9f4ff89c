//! `a3 done`: a row of the plan, or a betingelse, that is done or has a new frist.

use super::names::one_of;
use super::refused::{Named, NotChanged, SameRow, WrongRow};
use super::sheet::{Rewrite, Sheet, case_path, text_of};
use crate::date;
use crate::edit::{Change, Step, Value};
use crate::model::Status;
use crate::repository::Repository;
use crate::shape::{self, says_none};
use crate::source::Source;
use crate::yaml::Node;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// The lists of rows that are done some day, and the field that says what a row is.
const LISTS: [(&str, &str); 3] = [("plan", "hva"), ("betingelser", "hva"), (ENGAGEMENT, "hvem")];
const ENGAGEMENT: &str = "forankring";

/// What `a3 done` is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoneWanted {
    /// The case: id, path, or a part.
    pub case: String,
    /// What the row says, or a part of it; any where nothing is said.
    pub row: Option<String>,
    /// The line it stands on.
    pub line: Option<usize>,
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
    /// Its place in the list; none where the whole list is one text.
    place: Option<usize>,
    what: String,
    /// Whether the row is one text alone.
    is_text: bool,
    who: Option<String>,
    due: Option<String>,
    status: Option<Status>,
    note: Option<String>,
    lines: RangeInclusive<usize>,
}

/// Says that a row is done, or moves its frist.
///
/// # Errors
/// [`NotChanged`] where the row is not there, or is done already.
pub fn done(repository: &Repository, wanted: &DoneWanted) -> Result<DoneReport, NotChanged> {
    let path = case_path(repository, &wanted.case).map_err(|not| NotChanged::NoName(Named::Case, not))?;
    let mut sheet = Sheet::open(repository, &path)?;
    let rows = sheet.with(|root| rows(root, &sheet.source))??;
    let row = find(&rows, wanted, &path)?;
    match row.status {
        Some(Status::Done) => return Err(WrongRow::IsDone(row.what.clone()).into()),
        Some(Status::Cancelled) => return Err(WrongRow::IsOff(row.what.clone()).into()),
        Some(Status::Planned | Status::Ongoing) | None => {}
    }
    let at = row.at();
    let moved_to = match &wanted.deadline {
        None => {
            row.set_done(&mut sheet, &at)?;
            None
        }
        Some(deadline) if row.due.as_deref() == Some(deadline.date.to_string().as_str()) => {
            return Err(WrongRow::IsDue { what: row.what.clone(), date: deadline.date }.into());
        }
        Some(deadline) => {
            row.move_deadline(&mut sheet, &at, deadline)?;
            Some(deadline.date)
        }
    };
    let line = sheet.line(&at)?;
    // Who is to be brought along is no work of the plan: the two are counted each by itself.
    let is_left = |of: &&Row| (of.list == ENGAGEMENT) == (row.list == ENGAGEMENT) && of.is_open();
    let left = rows.iter().filter(is_left).count().saturating_sub(usize::from(moved_to.is_none()));
    let (row, due) = (row.what.clone(), row.due.clone());
    Ok(DoneReport { rewrite: sheet.rewrite(), line, row, due, moved_to, left })
}

/// Every row that says something.
fn rows(root: &Node<'_>, source: &Source) -> Result<Vec<Row>, NotChanged> {
    let mut all = Vec::new();
    for (list, field) in LISTS {
        let Some(node) = root.get(list) else { continue };
        if !node.entries().is_empty() {
            return Err(WrongRow::NoList { path: source.path.clone(), list }.into());
        }
        let whole = node.text().filter(|text| !says_none(text)).map(|_| (None, node));
        let each = node.items().iter().enumerate().map(|(place, row)| (Some(place), row));
        all.extend(whole.into_iter().chain(each).filter_map(|(place, node)| {
            let said = if node.text().is_some() { Some(node) } else { node.get(field) };
            let what = said.filter(|node| !shape::is_unanswered(node)).and_then(Node::text)?;
            let line = |byte: u32| source.position(byte).line;
            Some(Row {
                list,
                place,
                what: what.to_owned(),
                is_text: node.text().is_some(),
                who: text_of(node, "hvem").filter(|_| field != "hvem").map(str::to_owned),
                due: node.get(day_key(list)).and_then(due_of),
                status: status(node),
                note: text_of(node, "merknad").map(str::to_owned),
                lines: line(node.span.start)..=line(node.span.end.saturating_sub(1)),
            })
        }));
    }
    Ok(all)
}

/// The one row that is meant; of those that say the same, the one that is still open.
fn find<'r>(rows: &'r [Row], wanted: &DoneWanted, path: &str) -> Result<&'r Row, NotChanged> {
    let is_there = |row: &&Row| wanted.line.is_none_or(|line| row.lines.contains(&line));
    let there: Vec<&Row> = rows.iter().filter(is_there).collect();
    if let (Some(line), true) = (wanted.line, there.is_empty()) {
        return Err(WrongRow::NoneAt { path: path.to_owned(), line }.into());
    }
    let names: Vec<&str> = there.iter().map(|row| row.what.as_str()).collect();
    let part = match (&wanted.row, wanted.line, there.as_slice()) {
        (Some(part), ..) => part.as_str(),
        (None, _, [first, others @ ..]) if others.iter().all(|row| row.what == first.what) => {
            first.what.as_str()
        }
        (None, Some(line), _) => {
            let rows = names.iter().map(|&name| name.to_owned()).collect();
            return Err(WrongRow::Several { line, rows }.into());
        }
        (None, None, _) => "",
    };
    let not = match one_of(part, &names) {
        Ok(place) => return there.get(place).copied().ok_or_else(|| WrongRow::IsOff(part.to_owned()).into()),
        Err(not) => not,
    };
    if not.one_name().is_none() {
        return Err(NotChanged::NoName(Named::Row, not));
    }
    let same: Vec<&Row> = there.into_iter().filter(|row| not.fits.contains(&row.what)).collect();
    let open: Vec<&Row> = same.iter().copied().filter(|row| row.is_open()).collect();
    match (open.as_slice(), same.as_slice()) {
        // Where all are done or called off, that is said of one of them.
        ([one], _) | ([], [one, ..]) => Ok(one),
        ([first, others @ ..], _) if others.iter().all(|row| row.line() == first.line()) => {
            Err(WrongRow::SameLine(first.twin()).into())
        }
        _ => Err(WrongRow::Same(open.into_iter().map(Row::twin).collect()).into()),
    }
}

impl Row {
    fn is_open(&self) -> bool {
        self.status.is_none_or(Status::is_open)
    }

    fn at(&self) -> Vec<Step<'static>> {
        core::iter::once(Step::Key(self.list)).chain(self.place.map(Step::Row)).collect()
    }

    const fn line(&self) -> usize {
        *self.lines.start()
    }

    fn twin(&self) -> SameRow {
        SameRow { what: self.what.clone(), line: self.line(), who: self.who.clone(), due: self.due.clone() }
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
        let row = if self.place.is_none() { Value::List(vec![row]) } else { row };
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
        let row = [at, if self.place.is_none() { &[Step::Row(0)] } else { &[][..] }].concat();
        let was = self.due.as_deref().map(|due| format!("Fristen var {due}. ")).unwrap_or_default();
        let before = self.note.as_deref().map(|note| format!("{} ", note.trim())).unwrap_or_default();
        sheet.put(&row, "merknad", Value::text(format!("{before}{was}{}", deadline.why.trim())))
    }
}

/// The day a row is due stands in frist, of forankring in dato.
fn day_key(list: &str) -> &'static str {
    if list == "forankring" { "dato" } else { "frist" }
}

/// A day in one form, and what is no day as somebody wrote it; none where it is still to be written.
fn due_of(node: &Node<'_>) -> Option<String> {
    let written = node.text().filter(|_| !shape::is_unanswered(node))?.trim();
    let day = date::meant(written);
    Some(day.map_or_else(|| written.to_owned(), |day| day.to_string())).filter(|due| !due.is_empty())
}

fn status(row: &Node<'_>) -> Option<Status> {
    Status::from_word(shape::word(text_of(row, "status")?, Status::WORDS)?)
}
