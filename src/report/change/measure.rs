//! `a3 measure`: what was measured, at the end of the målinger it belongs to.

use super::names::one_of;
use super::refused::{Named, NotChanged, NotRead, WrongReading};
use super::sheet::{Rewrite, Sheet, case_path, sound, text_of};
use crate::calc::Calculator;
use crate::date;
use crate::edit::{self, Change, Step, Value};
use crate::follow::{self, FollowedGain, Following};
use crate::ledger;
use crate::model::Measurement;
use crate::quantity::{Context, Quantity};
use crate::report::against::Budgeting;
use crate::report::organisation::OrganisationRead;
use crate::report::read::{CaseRead, Reading};
use crate::repository::Repository;
use crate::source::Source;
use crate::units::{Decimal, Share};
use crate::words::Text;
use crate::yaml::Node;
use chrono::NaiveDate;
use std::collections::BTreeMap;

const MEASUREMENTS: &str = "målinger";
const READINGS: &str = "målt";

/// One value somebody measured, as given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewReading {
    /// The line of the sheet it is from; none where it was given alone.
    pub line: Option<usize>,
    /// The case: id, path, or a part.
    pub case: String,
    /// The måling, or a part of its name.
    pub measurement: String,
    /// The value with its unit.
    pub value: String,
    /// The day; today where nothing is said.
    pub date: Option<String>,
    /// merknad
    pub note: Option<String>,
}

/// What is written, and what it shows.
#[derive(Debug)]
pub struct MeasureReport {
    /// The files.
    pub rewrites: Vec<Rewrite>,
    /// Every reading, by day.
    pub taken: Vec<Taken>,
}

/// A reading in its place.
#[derive(Debug)]
pub struct Taken {
    /// The file, from the root.
    pub path: String,
    /// The line it stands on.
    pub line: usize,
    /// navn of the måling
    pub measurement: String,
    /// Which of its readings it is, from 1.
    pub number: usize,
    /// Whether it stood there already.
    pub was_there: bool,
    /// The day.
    pub date: NaiveDate,
    /// The value.
    pub value: Quantity,
    /// How far it is; none where nullpunkt and mål do not say.
    pub way: Option<Way>,
    /// The gain it belongs to, in the organisation's own budget; none where that has no kroner, or the case is
    /// not decided.
    pub gain: Option<FollowedGain>,
}

/// How far a value is on the way from nullpunkt to mål.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// nullpunkt
    pub from: Quantity,
    /// mål
    pub to: Quantity,
    /// The day of mål.
    pub by: NaiveDate,
    /// The share of the way.
    pub share: Decimal,
    /// The share that was planned by the day.
    pub planned: Option<Share>,
}

/// Puts readings in their places.
///
/// # Errors
/// [`NotChanged`] where one of them does not fit.
pub fn measure(
    repository: &Repository,
    readings: &[NewReading],
    today: NaiveDate,
) -> Result<MeasureReport, NotChanged> {
    let base = sound(repository)?;
    let mut measuring =
        Measuring { repository, base: &base, today, sheets: BTreeMap::new(), placed: Vec::new() };
    let mut wrong = Vec::new();
    for reading in by_day(readings, today) {
        if let Err(why) = measuring.add(reading) {
            match reading.line {
                None => return Err(why),
                Some(line) => wrong.push(NotRead { line, why }),
            }
        }
    }
    wrong.sort_by_key(|not| not.line);
    if wrong.is_empty() { measuring.report() } else { Err(NotChanged::Sheet(wrong)) }
}

/// Oldest first; those of one day as they were given.
fn by_day(readings: &[NewReading], today: NaiveDate) -> Vec<&NewReading> {
    let mut sorted: Vec<&NewReading> = readings.iter().collect();
    sorted.sort_by_key(|reading| day_of(reading, today).unwrap_or(today));
    sorted
}

fn day_of(reading: &NewReading, today: NaiveDate) -> Result<NaiveDate, NotChanged> {
    let Some(written) = reading.date.as_deref() else { return Ok(today) };
    date::meant(written).ok_or_else(|| NotChanged::NoDate(written.to_owned()))
}

struct Measuring<'r> {
    repository: &'r Repository,
    base: &'r OrganisationRead,
    today: NaiveDate,
    sheets: BTreeMap<String, Sheet>,
    placed: Vec<Placed>,
}

/// A reading where it was put.
struct Placed {
    path: String,
    row: usize,
    place: usize,
    was_there: bool,
    measurement: String,
    value: Quantity,
    date: NaiveDate,
}

/// A måling as it stands in the file.
struct Written {
    row: usize,
    name: String,
    /// Every value of it that can be read, nullpunkt first.
    values: Vec<There>,
    readings: usize,
    has_list: bool,
}

/// A value that stands in the file.
struct There {
    /// Which of the readings it is; none for nullpunkt.
    place: Option<usize>,
    date: NaiveDate,
    value: Quantity,
    written: String,
}

impl There {
    fn read(node: &Node<'_>, place: Option<usize>, context: &Context) -> Option<Self> {
        let (day, written) = (text_of(node, "dato")?, text_of(node, "verdi")?);
        let date = date::meant(day)?;
        let value = Quantity::parse(written, context).ok()?;
        Some(Self { place, date, value, written: written.to_owned() })
    }
}

impl Measuring<'_> {
    fn add(&mut self, reading: &NewReading) -> Result<(), NotChanged> {
        let path =
            case_path(self.repository, &reading.case).map_err(|not| NotChanged::NoName(Named::Case, not))?;
        if !self.sheets.contains_key(&path) {
            self.sheets.insert(path.clone(), Sheet::open(self.repository, &path)?);
        }
        let context = self.base.organisation.rules.context();
        let today = self.today;
        let Some(sheet) = self.sheets.get_mut(&path) else { return Ok(()) };
        let date = day_of(reading, today)?;
        if date > today {
            return Err(NotChanged::Ahead { date, today });
        }
        let written = sheet.with(|root| Written::find(root, reading, &sheet.source, &context))??;
        let value = quantity(&reading.value, &context)?;
        let there = written.place_of(&value, date)?;
        let (was_there, place) = (there.is_some(), there.unwrap_or(written.readings));
        if !was_there {
            written.append(sheet, reading, date)?;
        }
        let Written { row, name, .. } = written;
        self.placed.push(Placed { path, row, place, was_there, measurement: name, value, date });
        Ok(())
    }

    fn report(self) -> Result<MeasureReport, NotChanged> {
        let calculator = Calculator::new(&self.base.organisation);
        let (repository, base) = (self.repository, self.base);
        let reading = Reading { repository, base, today: self.today, budgeting: Budgeting::No };
        let understood = |sheet: &Sheet| reading.understand(sheet.source.clone(), &calculator);
        let read: BTreeMap<&String, CaseRead> =
            self.sheets.iter().map(|(path, sheet)| (path, understood(sheet))).collect();
        let mut taken = Vec::with_capacity(self.placed.len());
        for placed in self.placed {
            let Some(sheet) = self.sheets.get(&placed.path) else { continue };
            let at = [
                Step::Key(MEASUREMENTS),
                Step::Row(placed.row),
                Step::Key(READINGS),
                Step::Row(placed.place),
            ];
            let line = sheet.line(&at)?;
            let Some(read) = read.get(&placed.path) else { continue };
            let case = read.result.as_ref().map(|(case, _)| case);
            let of = case.and_then(|case| case.measurements.iter().find(|of| of.name == placed.measurement));
            let way = of.and_then(|of| Way::of(of, &placed));
            let gain = read.result.as_ref().zip(of).and_then(|((case, appraisal), of)| {
                let following = Following { calculator: &calculator, case, appraisal, day: placed.date };
                let followed = follow::follow(following).ok().flatten().filter(|_| case.is_decided())?;
                followed.gains.into_iter().find(|gain| Some(&gain.name) == of.benefit.as_ref())
            });
            let Placed { path, measurement, place, was_there, date, value, .. } = placed;
            let number = place.saturating_add(1);
            taken.push(Taken { path, line, measurement, number, was_there, date, value, way, gain });
        }
        let rewrites = self.sheets.into_values().map(Sheet::rewrite).collect();
        Ok(MeasureReport { rewrites, taken })
    }
}

impl Way {
    fn of(measurement: &Measurement, placed: &Placed) -> Option<Self> {
        let (from, to) = (measurement.baseline.as_ref()?, measurement.target.as_ref()?);
        Some(Self {
            from: from.value.clone(),
            to: to.value.clone(),
            by: to.date,
            share: measurement.way(&placed.value)?,
            planned: measurement.planned_way(placed.date),
        })
    }

    /// Whether that is so far off that the value may be a slip.
    pub fn is_far_off(&self) -> bool {
        Measurement::is_far_off(self.share)
    }
}

impl Written {
    /// The måling of a name.
    fn find(
        root: &Node<'_>,
        reading: &NewReading,
        source: &Source,
        context: &Context,
    ) -> Result<Self, NotChanged> {
        let rows = root.get(MEASUREMENTS).map(Node::items).unwrap_or_default();
        let names: Vec<&str> = rows.iter().map(|row| text_of(row, "navn").unwrap_or_default()).collect();
        let row = one_of(&reading.measurement, &names).map_err(|not| {
            let Some(measurement) = not.one_name().map(str::to_owned) else {
                return NotChanged::NoName(Named::Measurement, not);
            };
            let rows = rows.iter().zip(&names).filter(|(_, name)| not.fits.iter().any(|fits| fits == *name));
            let lines = rows.map(|(row, _)| source.position(row.span.start).line).collect();
            WrongReading::Same { measurement, path: source.path.clone(), lines }.into()
        })?;
        let node = rows.get(row);
        let list = node.and_then(|node| node.get(READINGS));
        let readings = list.map(Node::items).unwrap_or_default();
        let baseline = node.and_then(|node| node.get("nullpunkt"));
        let baseline = baseline.and_then(|node| There::read(node, None, context));
        let read = readings.iter().enumerate();
        let read = read.filter_map(|(place, node)| There::read(node, Some(place), context));
        let values = baseline.into_iter().chain(read);
        Ok(Self {
            row,
            name: names.get(row).map(|&name| name.to_owned()).unwrap_or_default(),
            values: values.collect(),
            readings: readings.len(),
            has_list: list.is_some(),
        })
    }

    /// Where the value stands already; none where it fits after those that stand there.
    fn place_of(&self, value: &Quantity, date: NaiveDate) -> Result<Option<usize>, NotChanged> {
        let measurement = || self.name.clone();
        if let Some(other) = self.values.iter().find(|there| !value.has_unit_of(&there.value)) {
            let (own, value) = (Box::new(other.value.clone()), Box::new(value.clone()));
            return Err(WrongReading::OtherUnit { measurement: measurement(), own, value }.into());
        }
        if let Some(there) = self.values.iter().find(|there| there.date == date) {
            let is_same = there.value.in_units_of(value.dimension()) == Some(value.value());
            return match there.place.filter(|_| is_same) {
                Some(place) => Ok(Some(place)),
                None => Err(WrongReading::Taken {
                    measurement: measurement(),
                    date,
                    there: there.written.clone(),
                }
                .into()),
            };
        }
        match self.values.iter().map(|there| there.date).max() {
            Some(last) if date < last => {
                Err(WrongReading::Before { measurement: measurement(), date, last }.into())
            }
            Some(_) | None => Ok(None),
        }
    }

    fn append(&self, sheet: &mut Sheet, reading: &NewReading, date: NaiveDate) -> Result<(), NotChanged> {
        let mut row = vec![
            ("dato".to_owned(), Value::text(date.to_string())),
            ("verdi".to_owned(), Value::text(reading.value.trim())),
        ];
        let note = reading.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
        row.extend(note.map(|note| ("merknad".to_owned(), Value::text(note))));
        let row = Value::Mapping(row);
        let at = [Step::Key(MEASUREMENTS), Step::Row(self.row)];
        if self.has_list {
            let list = [&at[..], &[Step::Key(READINGS)]].concat();
            let is_empty =
                sheet.with(|root| edit::find(root, &list).is_some_and(|list| list.items().is_empty()))?;
            let row = if is_empty { row.in_line() } else { row };
            return sheet.append(&list, row);
        }
        let list = Value::List(vec![row.in_line()]);
        let change = Change::Add { key: READINGS.to_owned(), value: list, after: Vec::new() };
        sheet.change(&at, &change).map(|_| ())
    }
}

fn quantity(written: &str, context: &Context) -> Result<Quantity, NotChanged> {
    Quantity::parse(written.trim(), context)
        .map_err(|finding| NotChanged::NoValue { written: written.to_owned(), why: finding.title })
}

/// Why a sheet gives no readings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoReadings {
    /// It cannot be read.
    Unread(Text),
    /// Its first line lacks these columns.
    Lacks(Vec<&'static str>),
}

/// The readings of a sheet with the columns sak, måling, verdi, and perhaps dato and merknad.
///
/// # Errors
/// [`NoReadings`]
pub fn readings_of(bytes: Vec<u8>) -> Result<Vec<NewReading>, NoReadings> {
    let needed = ["sak", "måling", "verdi"];
    let rows = ledger::cells(bytes).map_err(NoReadings::Unread)?;
    let Some((heading, rows)) = rows.split_first() else { return Err(NoReadings::Lacks(needed.to_vec())) };
    let place = |name: &str| heading.cells.iter().position(|cell| cell.trim().to_lowercase() == name);
    let missing: Vec<&str> = needed.into_iter().filter(|name| place(name).is_none()).collect();
    if !missing.is_empty() {
        return Err(NoReadings::Lacks(missing));
    }
    let read = |row: &ledger::Cells| {
        let cell = |name: &str| {
            let cell = place(name).and_then(|place| row.cells.get(place)).map(|cell| cell.trim().to_owned());
            cell.filter(|cell| !cell.is_empty())
        };
        let needed = |name: &str| cell(name).unwrap_or_default();
        NewReading {
            line: Some(row.line),
            case: needed("sak"),
            measurement: needed("måling"),
            value: needed("verdi"),
            date: cell("dato"),
            note: cell("merknad"),
        }
    };
    let is_filled = |row: &&ledger::Cells| row.cells.iter().any(|cell| !cell.trim().is_empty());
    Ok(rows.iter().filter(is_filled).map(read).collect())
}
