//! `a3 rank` without frames: the prioritised list, and why each case is where it is.

use super::cell::Cell;
use super::omitted;
use super::page::{Block, Kind, Page, Table};
use super::sheet::{self, SheetRow};
use crate::calc::{Payback, Valuation};
use crate::choose::{Candidate, Entry, Ranking, Standing};
use crate::diagnostic::Omitted;
use crate::model::{Method, Organisation};
use crate::sentences::reason;
use crate::text;
use crate::units::Kroner;
use crate::words;
use crate::words::{Language, Text, Words};

/// The list, one part at a time: decided apart, must before may, and what could not be assessed.
#[must_use]
pub fn page(list: &List<'_>) -> Page {
    let List { ranking, candidates, .. } = *list;
    let method = reason::method_words(ranking.method);
    let cases = super::findings_page::cases(candidates.len());
    let intro = text!(
        nb: "{cases}, ordnet etter {method}. Budsjett og årene er kommunens eget driftsbudsjett, der pluss er penger frigjort, og årsverk er det som tas ut. Netto er hele verdien.",
        en: "{cases}, ordered by {method}. Budget and the years are the municipality's own running budget, where plus is money freed, and FTE is what is taken out. Net is the whole value."; cases, method
    );
    let page = Page::new(text!(nb: "Prioritert liste", en: "Prioritised list")).with(Block::Paragraph(intro));
    let parts = [Standing::Decided, Standing::Must, Standing::May, Standing::Rejected, Standing::NotAssessed];
    let page = parts.into_iter().fold(page, |page, standing| page.with_all(list.part(standing)));
    page.with_all(list.reasons()).with_all(omitted::blocks(list.omitted))
}

/// Why each entry is where it is, in the order of the list.
#[must_use]
pub fn reasons(ranking: &Ranking) -> Vec<Text> {
    ranking.entries.iter().map(|entry| reason::sentence(&entry.reason, ranking.method)).collect()
}

/// The whole list as one table, for a spreadsheet: every case on one line, every part in a column.
#[must_use]
pub fn sheet(list: &List<'_>) -> Page {
    let List { ranking, candidates, omitted, .. } = *list;
    let rows = ranking.entries.iter().filter_map(|entry| {
        let candidate = candidates.get(entry.candidate)?;
        Some(SheetRow {
            part: part_heading(entry.standing),
            case: candidate.case,
            cells: list.row(entry, candidate),
            why: reason::sentence(&entry.reason, ranking.method),
        })
    });
    sheet::page(list.columns(), rows, omitted)
}

const fn part_heading(standing: Standing) -> Words {
    match standing {
        Standing::Decided => words!(nb: "Besluttet", en: "Decided"),
        Standing::Must => words!(nb: "Må gjøres", en: "Must be done"),
        Standing::May => words!(nb: "Kan gjøres", en: "May be done"),
        Standing::Rejected => words!(nb: "Avvist", en: "Rejected"),
        Standing::NotAssessed => words!(nb: "Ikke vurdert", en: "Not assessed"),
    }
}

/// What the pages of the list are made from.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The order.
    pub ranking: &'a Ranking,
    /// What its entries point at.
    pub candidates: &'a [Candidate<'a>],
    /// Whose list it is.
    pub organisation: &'a Organisation,
    /// Cases that could not be calculated, by path.
    pub omitted: &'a [Omitted],
}

impl<'a> List<'a> {
    fn entries(&self, standing: Standing) -> impl Iterator<Item = (&'a Entry, &'a Candidate<'a>)> {
        let entries = self.ranking.entries.iter().filter(move |entry| entry.standing == standing);
        let candidates = self.candidates;
        entries.filter_map(move |entry| Some((entry, candidates.get(entry.candidate)?)))
    }

    fn part(&self, standing: Standing) -> Vec<Block> {
        let rows: Vec<_> =
            self.entries(standing).map(|(entry, candidate)| self.row(entry, candidate)).collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let table = Block::Table(self.columns().rows(rows));
        let mut blocks = vec![Block::Heading(part_heading(standing).text()), table];
        blocks.extend(self.earlier_years(standing));
        blocks
    }

    /// What the figures of cases under way leave out.
    fn earlier_years(&self, standing: Standing) -> Option<Block> {
        let mut values = self.entries(standing).filter_map(|(_, it)| it.appraisal.value.as_ref());
        let year = values.find_map(|value| value.counted_from)?.number();
        Some(Block::Note(text!(
            nb: "For saker som var i gang før {year}, er det som er brukt og spart før da, ikke med. Derfor står inntjeningstida deres som «–».",
            en: "For cases under way before {year}, what was spent and saved before then is not included, so their payback is shown as “–”.",
        )))
    }

    fn columns(&self) -> Table {
        let thousands = |title| (title, Kind::Thousands);
        let years =
            self.organisation.plan_years().map(|year| thousands(Text::same(&year.number().to_string())));
        let mut columns = vec![
            (Text::same("#"), Kind::Number),
            (text!(nb: "Sak", en: "Case"), Kind::Text),
            thousands(text!(nb: "Budsjett", en: "Budget")),
            thousands(text!(nb: "Netto", en: "Net")),
        ];
        let before = columns.len();
        columns.extend(years);
        let years = before..columns.len();
        columns.push((text!(nb: "Årsverk", en: "FTE"), Kind::Number));
        columns.extend(own_measure(self.ranking.method).map(|words| thousands(words.text())));
        columns.push(thousands(text!(nb: "NNV", en: "NPV")));
        columns.push((text!(nb: "Inntjent, år", en: "Payback, years"), Kind::Number));
        columns.push((text!(nb: "Kvalitet", en: "Quality"), Kind::Text));
        Table::new(columns).aside(years)
    }

    fn row(&self, entry: &Entry, candidate: &Candidate<'_>) -> Vec<Cell> {
        let potential = &candidate.appraisal.potential;
        let value = candidate.appraisal.value.as_ref();
        let thousands = |amount: Option<Kroner>| amount.map_or(Cell::Empty, Cell::Thousands);
        let mut row = vec![
            entry.place.map_or(Cell::blank(), Cell::Count),
            Cell::name(&candidate.case.title),
            Cell::Thousands(potential.net_budget),
            Cell::Thousands(potential.net),
        ];
        match value {
            Some(value) => row.extend(value.running_effect.map(Cell::Thousands)),
            None => row.extend([const { Cell::Empty }; 4]),
        }
        row.push(Cell::Fte(potential.fte_taken_out));
        row.extend(own_measure(self.ranking.method).map(|_| thousands(entry.value)));
        row.push(thousands(value.map(|value| value.npv)));
        row.push(value.map_or(Cell::Empty, payback));
        row.push(quality(candidate));
        row
    }

    fn reasons(&self) -> Vec<Block> {
        if self.ranking.entries.is_empty() {
            return Vec::new();
        }
        let row = |entry: &Entry| {
            let case = self.candidates.get(entry.candidate)?.case;
            let phase = case.phase.words();
            let who = |language| format!("{}, {}, {}", case.area, case.owner, phase.get(language));
            let (nb, en) = (who(Language::Nb), who(Language::En));
            Some(vec![
                entry.place.map_or(Cell::blank(), Cell::Count),
                Cell::name(&case.id),
                Cell::Text(text!(nb: "{nb}", en: "{en}")),
                Cell::Text(reason::sentence(&entry.reason, self.ranking.method)),
            ])
        };
        let table = Table::new([
            (Text::same("#"), Kind::Number),
            (text!(nb: "Id", en: "Id"), Kind::Text),
            (text!(nb: "Område, ansvarlig, fase", en: "Area, responsible, phase"), Kind::Text),
            (text!(nb: "Hvorfor her", en: "Why here"), Kind::Text),
        ]);
        let rows = self.ranking.entries.iter().filter_map(row);
        let table = table.rows(rows).aside(2..3);
        vec![
            Block::Heading(
                text!(nb: "Hvorfor sakene står der de står", en: "Why the cases are where they are"),
            ),
            Block::Table(table),
        ]
    }
}

/// The column of what the list is ordered by, where it is not NNV, which always has one.
fn own_measure(method: Method) -> Option<Words> {
    match method {
        Method::NetPresentValue => None,
        Method::PlanEffect => Some(words!(nb: "Planeffekt", en: "Plan effect")),
        Method::Budget => Some(words!(nb: "Sum budsjett", en: "Sum budget")),
    }
}

/// Nothing where what was spent before budsjettår is left out: then nobody can say how long it took.
fn payback(value: &Valuation) -> Cell {
    match value.payback {
        Payback::Years(_) if value.counted_from.is_some() => Cell::Empty,
        Payback::Years(years) => Cell::Years(years),
        Payback::Never => Cell::Text(text!(nb: "aldri", en: "never")),
    }
}

/// Every score that is not zero, best first.
fn quality(candidate: &Candidate<'_>) -> Cell {
    let mut scores: Vec<i8> = candidate.appraisal.quality.iter().map(|quality| quality.score).collect();
    scores.retain(|score| *score != 0);
    scores.sort_unstable_by(|a, b| b.cmp(a));
    let shown: Vec<_> = scores.into_iter().map(|score| Cell::Score(score).bare(Language::Nb)).collect();
    Cell::name(&shown.join(" "))
}
