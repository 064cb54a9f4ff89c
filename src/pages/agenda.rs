//! What is asked by a day, as events of a calendar.

use crate::report::{Ask, NextReport};
use crate::sentences::asked;
use crate::text;
use crate::words::Text;

/// Something that is to be done by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What a calendar knows it by, so that it is never there twice.
    pub uid: String,
    /// The day, ÅÅÅÅMMDD.
    pub day: String,
    /// The day after, which an event of a whole day ends before.
    pub day_after: String,
    /// In a line.
    pub summary: Text,
    /// Who, and in which case.
    pub description: Text,
}

/// Events, and the day they are told on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// The day, ÅÅÅÅMMDD.
    pub told: String,
    /// What is to be done, in the order of the report.
    pub events: Vec<Event>,
}

/// Everything that has a day.
pub fn agenda(report: &NextReport) -> Agenda {
    let told = report.wanted.day.format("%Y%m%d").to_string();
    Agenda { told, events: report.asks.iter().filter_map(|ask| event(report, ask)).collect() }
}

fn event(report: &NextReport, ask: &Ask) -> Option<Event> {
    let due = ask.due?;
    let title = report.case(ask.place).map(|of| of.case.title.as_str()).unwrap_or_default();
    let what = asked::what(ask);
    let description = match &ask.who {
        Some(who) => text!(nb: "{who}. Sak: {title}", nn: "{who}. Sak: {title}", en: "{who}. Case: {title}"),
        None => text!(nb: "Sak: {title}", nn: "Sak: {title}", en: "Case: {title}"),
    };
    Some(Event {
        uid: ask.uid(),
        day: due.format("%Y%m%d").to_string(),
        day_after: due.succ_opt()?.format("%Y%m%d").to_string(),
        summary: text!(all: "{title}: {what}"; title, what),
        description,
    })
}
