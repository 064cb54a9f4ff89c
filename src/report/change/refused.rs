//! Why nothing is written, as plain data.

use super::names::NotOne;
use crate::choose::NoChoice;
use crate::diagnostic::{Omitted, WhyOmitted};
use crate::edit::Refusal;
use crate::model::Phase;
use crate::quantity::Quantity;
use crate::report::NotRanked;
use crate::repository::WorldError;
use crate::units::Year;
use crate::words::Text;
use chrono::NaiveDate;

/// Why nothing is written.
#[derive(Debug)]
pub enum NotChanged {
    /// Something is missing or cannot be read.
    World(WorldError),
    /// a3.yaml has errors.
    Organisation(WhyOmitted),
    /// The file is no YAML that can be read.
    Unreadable(String),
    /// It is an overview, and goes through no phases: its path.
    NoPhases(String),
    /// Nothing has the name, or several things do.
    NoName(Named, NotOne),
    /// The place cannot be changed as text.
    Refused {
        /// The file.
        path: String,
        /// The key that was to be changed, or is nearest above; none at the root.
        key: Option<String>,
        /// Why.
        why: Refusal,
    },
    /// A date that is none.
    NoDate(String),
    /// The day is still to come.
    Ahead {
        /// The day written.
        date: NaiveDate,
        /// Today.
        today: NaiveDate,
    },
    /// A value that is no quantity.
    NoValue {
        /// As written.
        written: String,
        /// What is wrong with it.
        why: Text,
    },
    /// A reading that does not fit those that stand there.
    Reading(WrongReading),
    /// A row of plan, betingelser or forankring that cannot be done.
    Row(WrongRow),
    /// There is no choice to write of.
    NotChosen(NoChoice),
    /// There is no a3.yaml.
    NoOrganisation,
    /// The plan cannot be moved to this year.
    OtherYear {
        /// The first year of the plan now.
        from: Year,
        /// The year asked for.
        year: Year,
    },
    /// The case is in that phase already, or past it.
    NoPhase {
        /// The case.
        id: String,
        /// The phase it is in.
        phase: Phase,
    },
    /// The case has every field of the phase it is in.
    NothingMissing {
        /// The case.
        id: String,
        /// The phase.
        phase: Phase,
    },
    /// The case cannot be calculated, and why: what it lacks in its phase cannot be worked out.
    NotCalculated {
        /// The case.
        id: String,
        /// Why.
        why: WhyOmitted,
    },
    /// ny_praksis of a case cannot be worked out before every row has its budsjettpost.
    AwaitsLine(String),
    /// The case goes no further until it is decided.
    NotDecided {
        /// The case.
        id: String,
        /// The phase it is in.
        phase: Phase,
    },
    /// A case that cannot be decided, or none that can.
    Decision(WrongDecision),
    /// A sheet of readings that cannot be read, and what is wrong with each line.
    Sheet(Vec<NotRead>),
}

/// What is asked for by a part of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A case that is decided.
    Decided,
    /// A case.
    Case,
    /// A måling.
    Measurement,
    /// A row of plan, betingelser or forankring.
    Row,
}

/// Why a row is not done.
#[derive(Debug)]
pub enum WrongRow {
    /// It is done already.
    IsDone(String),
    /// It has that frist already.
    IsDue {
        /// What the row says.
        what: String,
        /// frist
        date: NaiveDate,
    },
    /// It was called off.
    IsOff(String),
    /// Several rows say the same.
    Same(Vec<SameRow>),
    /// Several rows say the same on one line.
    SameLine(SameRow),
    /// Several rows stand on the line: what they say.
    Several {
        /// The line.
        line: usize,
        /// What the rows say.
        rows: Vec<String>,
    },
    /// No row stands on the line.
    NoneAt {
        /// The file.
        path: String,
        /// The line.
        line: usize,
    },
    /// What should be a list of rows is the fields of one.
    NoList {
        /// The file.
        path: String,
        /// The key.
        list: &'static str,
    },
}

/// One of several rows that say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameRow {
    /// What it says.
    pub what: String,
    /// The line it stands on.
    pub line: usize,
    /// hvem
    pub who: Option<String>,
    /// frist
    pub due: Option<String>,
}

/// Why a reading does not fit those that stand there.
#[derive(Debug)]
pub enum WrongReading {
    /// Several målinger have the name.
    Same {
        /// navn
        measurement: String,
        /// The file.
        path: String,
        /// The line of each.
        lines: Vec<usize>,
    },
    /// A value in another unit than the måling.
    OtherUnit {
        /// navn of the måling
        measurement: String,
        /// A value of it.
        own: Box<Quantity>,
        /// The value given.
        value: Box<Quantity>,
    },
    /// The day is before nullpunkt, or before the last reading.
    Before {
        /// navn of the måling
        measurement: String,
        /// The day given.
        date: NaiveDate,
        /// The day that is written.
        last: NaiveDate,
    },
    /// Another value stands there for that day.
    Taken {
        /// navn of the måling
        measurement: String,
        /// The day.
        date: NaiveDate,
        /// What stands there.
        there: String,
    },
}

/// Why nothing is decided.
#[derive(Debug)]
pub enum WrongDecision {
    /// The case is decided already, by whom and when.
    IsDecided {
        /// The case.
        id: String,
        /// The day.
        date: NaiveDate,
    },
    /// A vedtak by this body on this day would not decide the case.
    DecidesNothing {
        /// The case.
        id: String,
        /// beslutter, where the body is another.
        decider: Option<String>,
    },
    /// The case has no figures to promise.
    NoFigures(String),
    /// There is no list of chosen cases: why.
    NoChoice(Option<Text>),
    /// The list lacks cases that cannot be calculated.
    NotAll(Vec<Omitted>),
    /// Which start the list gives a case is not known, since the list lacks cases that cannot be calculated.
    NoStart {
        /// The case.
        id: String,
        /// The cases the list lacks.
        left_out: Vec<Omitted>,
    },
    /// There is nothing that waits to be decided.
    NothingChosen,
    /// A case that is not among those to be decided.
    NotAmong {
        /// As asked for.
        id: String,
        /// Those to be decided.
        chosen: Vec<String>,
    },
    /// The case cannot start in this year.
    OtherStart {
        /// The case.
        id: String,
        /// The year.
        year: Year,
    },
}

impl From<WrongDecision> for NotChanged {
    fn from(wrong: WrongDecision) -> Self {
        Self::Decision(wrong)
    }
}

impl From<WrongRow> for NotChanged {
    fn from(wrong: WrongRow) -> Self {
        Self::Row(wrong)
    }
}

impl From<WrongReading> for NotChanged {
    fn from(wrong: WrongReading) -> Self {
        Self::Reading(wrong)
    }
}

/// What is wrong with a line of a sheet.
#[derive(Debug)]
pub struct NotRead {
    /// The line, from 1.
    pub line: usize,
    /// Why.
    pub why: NotChanged,
}

impl From<WorldError> for NotChanged {
    fn from(wrong: WorldError) -> Self {
        Self::World(wrong)
    }
}

impl From<NotRanked> for NotChanged {
    fn from(wrong: NotRanked) -> Self {
        match wrong {
            NotRanked::World(wrong) | NotRanked::Frames(wrong) => Self::World(wrong),
            NotRanked::Choice(wrong) => Self::NotChosen(wrong),
        }
    }
}
