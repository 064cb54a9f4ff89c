//! år-uten-budsjettlinje: a line of today's budget is given for some years of the plan, and not for others.

use crate::checks::budget::LineCodes;
use crate::checks::prelude::*;
use crate::ledger::{AccountClass, Code, Column, Line, Lines, Read};
use crate::words::all_of;
use std::collections::HashMap;
use std::sync::Arc;

/// One bit for each of the four plan years.
type Years = u8;
const ALL: Years = 0b1111;

/// Lines with something in common: the first of them, and how many they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recurring<'l> {
    pub(super) first: &'l Line,
    pub(super) lines: usize,
}

/// The lines with the same codes that hold for some years alone: one finding for each set of years,
/// at the first of them. A line without år holds for all four.
pub(super) fn uneven(read: &Read, budget_year: Year) -> Vec<Finding> {
    let plan = [0, 1, 2, 3].map(|years| budget_year.later(years));
    if !read.ledger.lines.iter().any(|line| line.year.is_some()) {
        return Vec::new();
    }
    let mut uneven: BTreeMap<Years, Recurring<'_>> = BTreeMap::new();
    for (years, line) in given(&read.ledger.lines, plan).into_values().filter(|(years, _)| *years != ALL) {
        let at = uneven.entry(years).or_insert(Recurring { first: line, lines: 0 });
        at.lines = at.lines.saturating_add(1);
        if line.span.start < at.first.span.start {
            at.first = line;
        }
    }
    let mut found: Vec<_> = uneven.into_iter().collect();
    found.sort_by_key(|(_, at)| at.first.span.start);
    found
        .into_iter()
        .map(|(years, at)| said(read, at, plan.map(|year| (year, has(years, year, plan)))))
        .collect()
}

/// Which years each ansvar, funksjon, art and kontoklasse is given for, and its first line.
fn given(lines: &Lines, plan: [Year; 4]) -> HashMap<(usize, Codes), (Years, &Line)> {
    let mut units: HashMap<&str, usize> = HashMap::new();
    let mut given: HashMap<(usize, Codes), (Years, &Line)> = HashMap::new();
    // An accounting system writes one ansvar after the other.
    let mut before: Option<(&Arc<str>, usize)> = None;
    for line in lines.iter() {
        let unit = match before {
            Some((unit, place)) if Arc::ptr_eq(unit, &line.unit) => place,
            Some(_) | None => {
                let next = units.len();
                *units.entry(&line.unit).or_insert(next)
            }
        };
        before = Some((&line.unit, unit));
        let (years, _) = given.entry((unit, (line.function, line.art, line.class))).or_insert((0, line));
        *years |= line.year.map_or(ALL, |year| bit(year, plan));
    }
    given
}

/// funksjon, art and kontoklasse.
type Codes = (Code, Code, AccountClass);

fn bit(year: Year, plan: [Year; 4]) -> Years {
    plan.iter().position(|at| *at == year).map_or(0, |place| 1 << place)
}

fn has(years: Years, year: Year, plan: [Year; 4]) -> bool {
    years & bit(year, plan) != 0
}

fn said(read: &Read, at: Recurring<'_>, years: [(Year, bool); 4]) -> Finding {
    let of = |wanted: bool| {
        let these = years.iter().filter(|(_, is_given)| *is_given == wanted).map(|(year, _)| *year);
        all_of(&these.collect::<Vec<_>>())
    };
    let (given, missing, more) = (of(true), of(false), more(at.lines));
    let line = at.first;
    let name = LineCodes { unit: &line.unit, function: &line.function, art: &line.art }.shown();
    let title = text!(
        nb: "Linja på {name} er gitt for {given}, men ikke for {missing}{more}", nn: "Linja på {name} er gitt for {given}, men ikkje for {missing}{more}",
        en: "The line of {name} is given for {given}, but not for {missing}{more}";
        given, missing, more
    );
    let place = read.cell(line, Column::Year);
    let finding = Finding::error("år-uten-budsjettlinje", place, title).value("missing", &missing);
    let mut lacking = years.iter().filter(|(_, is_given)| !is_given);
    if lacking.all(|(year, _)| read.ledger.unread.lacks(*year)) {
        finding.variant("no such year")
    } else {
        finding
    }
}

/// «, og slik er det med 2 linjer til»; nothing for one line alone.
fn more(lines: usize) -> Text {
    match lines.saturating_sub(1) {
        0 => Text::default(),
        more => counted!(
            more; nb: ", og slik er det med én linje til" | ", og slik er det med {more} linjer til", nn: ", og slik er det med éi linje til" | ", og slik er det med {more} linjer til",
            en: ", and so with one more line" | ", and so with {more} more lines"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger;

    fn found(rows: &str) -> Vec<(usize, String)> {
        let year = Year::new(2027).unwrap();
        let text = format!("ansvar;funksjon;art;beløp;år;kontoklasse\n{rows}");
        let read = ledger::read("b.csv", text.into_bytes(), year);
        assert_eq!(read.findings, vec![]);
        let line = |finding: &Finding| read.source.position(finding.span.start).line;
        uneven(&read, year).iter().map(|finding| (line(finding), finding.title.nb.clone())).collect()
    }

    #[test]
    fn a_line_for_some_years_alone_is_reported_with_the_years_it_lacks() {
        assert_eq!(
            found("1;120;010;5;2027\n1;120;010;5;2029\n"),
            [(2, "Linja på ansvar 1, funksjon 120, art 010 er gitt for 2027 og 2029, men ikke for 2028 og 2030".to_owned())]
        );
    }

    #[test]
    fn the_same_years_are_reported_once_at_their_first_line() {
        let rows = "1;120;010;5;2028\n2;120;010;5;2027\n1;120;030;5;2027\n3;120;010;5;2027\n";
        assert_eq!(
            found(rows),
            [
                (2, "Linja på ansvar 1, funksjon 120, art 010 er gitt for 2028, men ikke for 2027, 2029 og 2030".to_owned()),
                (3, "Linja på ansvar 2, funksjon 120, art 010 er gitt for 2027, men ikke for 2028, 2029 og 2030, og slik er det med 2 linjer til".to_owned()),
            ]
        );
    }

    #[test]
    fn all_four_years_a_line_without_year_and_0_kr_are_whole() {
        assert_eq!(found("1;120;010;5;\n1;120;010;-1;2029\n1;120;030;5;\n"), []);
        let years: String = (2027..=2030).map(|year| format!("1;120;010;0;{year}\n")).collect();
        assert_eq!(found(&years), []);
    }

    #[test]
    fn drift_and_investment_are_lines_of_their_own() {
        let rows = "1;120;010;5;2027;1\n1;120;010;5;2028;0\n1;120;010;5;2029;0\n1;120;010;5;2030;0\n";
        assert_eq!(found(rows).len(), 2);
    }
}
