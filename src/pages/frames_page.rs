//! `a3 rank --rammer`: the choice within several frames side by side.

use super::again::Again;
use super::cell::Cell;
use super::choice_page::{clash_blocks, frame_name};
use super::last_year_page;
use super::omitted::blocks;
use super::page::{Block, Kind, Page, Table, row, titled};
use crate::choose::{Change, Frame, FrameUse, FrameYear, Restarted, Status, Totals};
use crate::report::{Alternative, RankReport};
use crate::sentences::choice::{self as choice_words, misses_savings, taken_first};
use crate::sentences::{clash, omitted, reason, remark};
use crate::units::{Decimal, Kroner, Year};
use crate::words::{Text, Words, number};
use crate::{text, words};
use std::collections::BTreeMap;

/// What other frames give, on one screen: the figures side by side, and the cases that differ.
pub fn answer(report: &RankReport, again: &Again) -> Page {
    let others = report.alternatives.get(1..).unwrap_or_default();
    let all = Block::Paragraph(text!(
        nb: "Bruken av hver ramme, endringene i kroner og når sakene starter: legg til --alt.", nn: "Bruken av kvar ramme, endringane i kroner og når sakene startar: legg til --alt.",
        en: "The use of each frame, the changes in NOK and when the cases start: add --alt."
    ));
    let left_out = omitted::left_out(&report.appraised.omitted, &again.check());
    beside(report, headline(report))
        .with_all(others.iter().filter_map(moves))
        .with_all(left_out.map(Block::Paragraph))
        .with(all)
}

/// What the other frames give, where there is one set of them.
fn headline(report: &RankReport) -> Text {
    let [first, other] = report.alternatives.as_slice() else { return TITLE.text() };
    let Some(change) = &other.change else { return TITLE.text() };
    let measure = reason::measure(report.choice.method);
    let (file, first, by) = (&other.file, &first.file, change.sum.abs());
    if change.sum.is_zero() {
        return text!(
            nb: "{file} gir like høy {measure} som {first}", nn: "{file} gir like høg {measure} som {first}",
            en: "{file}: the {measure} is the same as with {first}"; measure
        );
    }
    let direction = match change.sum.is_negative() {
        true => words!(nb: "lavere", nn: "lågare", en: "lower"),
        false => words!(nb: "høyere", nn: "høgare", en: "higher"),
    };
    text!(
        nb: "{file} gir {by} {direction} {measure} enn {first}", nn: "{file} gir {by} {direction} {measure} enn {first}",
        en: "{file}: the {measure} is {by} {direction} than with {first}"; by, direction, measure
    )
}

const TITLE: Words = words!(nb: "Rammer ved siden av hverandre", nn: "Rammer ved sida av kvarandre", en: "Frames side by side");

/// One table with a column for each alternative, what differs from the first, and the cases.
pub fn page(report: &RankReport) -> Page {
    let alternatives = report.alternatives.as_slice();
    let Some((first, others)) = alternatives.split_first() else { return Page::default() };
    let (beside, file) = (Beside { report }, &first.file);
    let heading =
        Block::Heading(text!(nb: "Endring fra {file}", nn: "Endring frå {file}", en: "Change from {file}"));
    let changes = Block::Table(beside.table(Kind::Thousands, others).rows(beside.changes(others)));
    let changes: Vec<Block> = [heading, changes].into_iter().chain(others.iter().filter_map(moves)).collect();
    let cases = beside.table(Kind::Number, alternatives).rows(beside.starts(Cell::name("–")));
    self::beside(report, TITLE.text())
        .with_all(if others.iter().any(|of| of.change.is_some()) { changes } else { Vec::new() })
        .with_all(beside.uses())
        .with(Block::Heading(text!(nb: "Når de valgte sakene starter", nn: "Når dei valde sakene startar", en: "When the chosen cases start")))
        .with(Block::Table(cases))
        .with_all(last_year_page::on_list(report))
        .with_all(blocks(&report.appraised.omitted))
}

/// The figures of each choice side by side, with what is not met.
fn beside(report: &RankReport, title: Text) -> Page {
    let alternatives = report.alternatives.as_slice();
    let (beside, method) = (Beside { report }, report.choice.method);
    let (most, measure) = (reason::most(method), reason::measure(method));
    let has_first = |of: &Alternative| of.choice.as_ref().map_or_else(|_| Text::default(), taken_first);
    let before = alternatives.iter().map(has_first).max_by_key(|words| words.nb.len()).unwrap_or_default();
    let intro = text!(
        nb: "I hver kolonne velges det som er best innenfor de rammene: {most} {measure}{before}. Årene er kommunens eget driftsbudsjett, der pluss er penger frigjort. Besluttede saker er ikke med i tallene.", nn: "I kvar kolonne vel a3 det som er best innanfor dei rammene: {most} {measure}{before}. Åra er driftsbudsjettet til kommunen sjølv, der pluss er frigjorde pengar. Avgjorde saker er ikkje med i tala.",
        en: "In each column the best within those frames is chosen: the {most} {measure}{before}. The years are the municipality's own running budget, where plus is money freed. Decided cases are not in the figures."; most, measure, before
    );
    let money = beside.table(Kind::Thousands, alternatives).rows(beside.figures());
    Page::new(title)
        .with(Block::Paragraph(intro))
        .with(Block::Table(money))
        .with_all(remark::of_part(report).map(Block::Note))
        .with_all(broken_locks(alternatives))
        .with_all(alternatives.iter().flat_map(impossible))
}

/// Leadership's own decisions that are not kept, each once: they are the same in every column.
fn broken_locks(alternatives: &[Alternative]) -> Vec<Block> {
    let mut said: Vec<Text> = Vec::new();
    for lock in alternatives.iter().filter_map(|of| of.choice.as_ref().ok()).flat_map(remark::broken_locks) {
        if !said.contains(&lock) {
            said.push(lock);
        }
    }
    said.into_iter().map(Block::Note).collect()
}

/// Why there is no choice in a column.
fn impossible(of: &Alternative) -> Vec<Block> {
    let file = &of.file;
    match &of.choice {
        Err(why) => {
            let why = omitted::reason(why);
            vec![Block::Note(text!(
                nb: "{file} er ikke regnet ut: {why}", nn: "{file} er ikkje rekna ut: {why}",
                en: "{file} is not calculated: {why}"; why
            ))]
        }
        Ok(choice) => match choice.conflict() {
            Some(conflict) => {
                let intro = clash::intro(conflict);
                clash_blocks(choice, text!(all: "{file}: {intro}"; intro))
            }
            None => Vec::new(),
        },
    }
}

/// The cases that differ from the first, by what became of them.
fn moves(of: &Alternative) -> Option<Block> {
    let Change { added, removed, moved, .. } = of.change.as_ref()?;
    let mut starts: BTreeMap<(Option<Year>, Option<Year>), Vec<String>> = BTreeMap::new();
    for Restarted { id, from, to } in moved {
        starts.entry((*from, *to)).or_default().push(id.clone());
    }
    let moved = starts.into_iter().map(|((from, to), ids)| {
        let (from, to) = (start_words(from), start_words(to));
        let name = text!(nb: "Oppstart fra {from} til {to}", nn: "Oppstart frå {from} til {to}", en: "Start from {from} to {to}");
        (name, ids)
    });
    let all = [(NEW.text(), added.clone()), (GONE.text(), removed.clone())].into_iter().chain(moved);
    let lines = all.filter(|(_, ids)| !ids.is_empty()).map(|(name, ids)| {
        let ids = ids.join(", ");
        text!(all: "{name}: {ids}"; name)
    });
    let lines: Vec<Text> = lines.collect();
    (!lines.is_empty()).then(|| Block::Lines(Text::same(&of.file), lines))
}

const NEW: Words = words!(nb: "Nye saker", nn: "Nye saker", en: "New cases");
const GONE: Words = words!(nb: "Saker som går ut", nn: "Saker som går ut", en: "Cases that go out");
const MOVED: Words =
    words!(nb: "Saker med ny oppstart", nn: "Saker med ny oppstart", en: "Cases with a new start");

/// The same as one table, for a spreadsheet.
pub fn sheet(report: &RankReport) -> Page {
    let beside = Beside { report };
    let table = beside.table(Kind::Text, &report.alternatives);
    let rows = beside.figures().into_iter().chain(beside.starts(Cell::Empty));
    Page::of_table(table.rows(rows))
}

/// The choices side by side, and whose they are.
struct Beside<'a> {
    report: &'a RankReport,
}

impl Beside<'_> {
    /// A column for each alternative after the column of names.
    fn table(&self, kind: Kind, alternatives: &[Alternative]) -> Table {
        let name = (text!(nb: "Hva", nn: "Kva", en: "What"), Kind::Text);
        let columns = alternatives.iter().map(|alternative| (Text::same(&alternative.file), kind));
        Table::new(core::iter::once(name).chain(columns))
    }

    fn figures(&self) -> Vec<Vec<Cell>> {
        let figure = |name: Text, cell: &dyn Fn(&Totals) -> Cell| {
            let cells =
                self.report.alternatives.iter().map(|of| of.totals.as_ref().map_or(Cell::Empty, cell));
            row([name.into()], cells)
        };
        let answer = text!(nb: "Svar", nn: "Svar", en: "Answer");
        let mut rows = vec![
            row([answer.into()], self.report.alternatives.iter().map(|of| status(of).into())),
            self.gaps(),
            figure(choice_words::value(self.report.choice.method).text(), &|of| Cell::Thousands(of.sum)),
        ];
        for (place, name) in self.years() {
            rows.push(figure(name, &|of| money(of.running_effect.get(place).copied())));
        }
        rows.push(figure(
            text!(nb: "Årsverk tatt ut", nn: "Årsverk tekne ut", en: "FTE taken out"),
            &|of| Cell::Fte(of.fte),
        ));
        let missing = text!(nb: "Mangler på innsparingskravet", nn: "Manglar på innsparingskravet", en: "Missing of the savings demand");
        let is_asked = |of: &Alternative| of.choice.as_ref().is_ok_and(|choice| !choice.savings.is_empty());
        let missing_of =
            |of: &Alternative| money(of.totals.as_ref().filter(|_| is_asked(of)).map(|of| of.missing));
        rows.push(row([missing.into()], self.report.alternatives.iter().map(missing_of)));
        rows.extend(self.shortfalls());
        rows.push(figure(text!(nb: "Valgte saker", nn: "Valde saker", en: "Chosen cases"), &|of| {
            Cell::Count(of.chosen.len())
        }));
        rows
    }

    /// How far each choice may be from the best.
    fn gaps(&self) -> Vec<Cell> {
        let name = text!(nb: "Avstand til det beste valget", nn: "Avstand til det beste valet", en: "Distance to the best choice");
        let gap = |of: &Alternative| match of.choice.as_ref().map(|choice| (&choice.status, choice.sum)) {
            Ok((Status::Optimal, _)) => Cell::Text(text!(nb: "0, bevist", nn: "0, bevist", en: "0, proven")),
            Ok((Status::Limit { gap: Some(gap) }, _)) => Cell::Thousands(*gap),
            Ok((Status::Limit { gap: None }, Some(_))) => {
                Cell::Text(text!(nb: "ukjent", nn: "ukjent", en: "unknown"))
            }
            Ok((Status::Limit { gap: None }, None) | (Status::Impossible(_), _)) | Err(_) => Cell::Empty,
        };
        row([name.into()], self.report.alternatives.iter().map(gap))
    }

    /// What is missing of innsparingskrav in each year that some alternative does not reach.
    fn shortfalls(&self) -> Vec<Vec<Cell>> {
        let missing = |of: &Alternative, year: Year| {
            let choice = of.choice.as_ref().ok().filter(|choice| choice.sum.is_some())?;
            choice.savings.iter().find(|at| at.year == year).map(|at| at.missing)
        };
        let rows = self.report.appraised.organisation.plan_years().into_iter().filter_map(|year| {
            let cells: Vec<_> = self.report.alternatives.iter().map(|of| missing(of, year)).collect();
            let is_short = cells.iter().flatten().any(|missing| !missing.is_zero());
            let name =
                text!(nb: "– av det i {year}", nn: "– av det i {year}", en: "– of that in {year}"; year);
            is_short.then(|| row([name.into()], cells.into_iter().map(money)))
        });
        rows.collect()
    }

    /// What is used of every frame and year that some alternative has, and its limit.
    fn uses(&self) -> Vec<Block> {
        let mut all: Vec<&FrameYear> = Vec::new();
        for of in self
            .report
            .alternatives
            .iter()
            .flat_map(|of| of.choice.as_ref().ok())
            .flat_map(|choice| &choice.frames)
        {
            if !all.contains(&&of.at) {
                all.push(&of.at);
            }
        }
        all.sort_by_key(|at| (matches!(at.frame, Frame::Capacity(_)), &at.frame, at.year));
        let used_in = |at: &FrameYear| {
            let cells = self.report.alternatives.iter().map(|of| {
                let Ok(choice) = &of.choice else { return Cell::Empty };
                match choice.frames.iter().find(|used| used.at == *at) {
                    Some(used) => Cell::Text(used_of(used)),
                    None => Cell::Text(text!(nb: "ingen grense", nn: "inga grense", en: "no limit")),
                }
            });
            row([frame_unit(at).into()], cells)
        };
        let table = self.table(Kind::Number, &self.report.alternatives).rows(all.into_iter().map(used_in));
        titled(
            text!(nb: "Hvor mye av rammene som er brukt", nn: "Kor mykje av rammene som er brukt", en: "How much of the frames is used"),
            table,
        )
    }

    /// The plan years, each with the name of its row.
    fn years(&self) -> impl Iterator<Item = (usize, Text)> {
        self.report.appraised.organisation.plan_years().into_iter().enumerate().map(|(place, year)| {
            (place, text!(nb: "Driftsbudsjett {year}", nn: "Driftsbudsjett {year}", en: "Running budget {year}"; year))
        })
    }

    fn changes(&self, others: &[Alternative]) -> Vec<Vec<Cell>> {
        let figure = |name: Text, cell: &dyn Fn(&Change) -> Cell| {
            let cells = others.iter().map(|of| of.change.as_ref().map_or(Cell::Empty, cell));
            row([name.into()], cells)
        };
        let mut rows = vec![figure(choice_words::value(self.report.choice.method).text(), &|change| {
            Cell::Thousands(change.sum)
        })];
        for (place, name) in self.years() {
            rows.push(figure(name, &|change| money(change.running_effect.get(place).copied())));
        }
        rows.push(figure(
            text!(nb: "Årsverk tatt ut", nn: "Årsverk tekne ut", en: "FTE taken out"),
            &|change| Cell::Fte(change.fte),
        ));
        rows.push(figure(NEW.text(), &|change| Cell::Count(change.added.len())));
        rows.push(figure(GONE.text(), &|change| Cell::Count(change.removed.len())));
        rows.push(figure(MOVED.text(), &|change| Cell::Count(change.moved.len())));
        rows
    }

    /// A row for each case that some alternative chooses, with its start in each.
    fn starts(&self, out: Cell) -> Vec<Vec<Cell>> {
        let chosen = |id: &str| self.report.alternatives.iter().any(|of| start(of, id).is_some());
        let mut cases: Vec<(&str, &str)> = self
            .report
            .appraised
            .cases
            .iter()
            .map(|one| (one.case.id.as_str(), one.case.title.as_str()))
            .filter(|(id, _)| chosen(id))
            .collect();
        cases.sort_unstable();
        let of_case = |(id, title): (&str, &str)| {
            let cells = self.report.alternatives.iter().map(|of| match start(of, id) {
                Some(Some(year)) => Cell::Year(year),
                Some(None) => Cell::Text(text!(nb: "valgt", nn: "vald", en: "chosen")),
                None => out.clone(),
            });
            row([Cell::name(title)], cells)
        };
        cases.into_iter().map(of_case).collect()
    }
}

/// A frame and its year as the name of a row, with the unit.
fn frame_unit(at: &FrameYear) -> Text {
    let (name, year) = (frame_name(&at.frame), at.year.number());
    match at.frame {
        Frame::Capacity(_) => {
            text!(nb: "{name} {year}, årsverk", nn: "{name} {year}, årsverk", en: "{name} {year}, FTE"; name)
        }
        Frame::Investment | Frame::Restructuring => {
            text!(nb: "{name} {year}, 1\u{a0}000\u{a0}kr", nn: "{name} {year}, 1\u{a0}000\u{a0}kr", en: "{name} {year}, NOK\u{a0}1,000"; name)
        }
    }
}

/// «3 av 4», in årsverk or 1 000 kr.
fn used_of(of: &FrameUse) -> Text {
    let shown = |amount: Decimal| {
        Text::in_each(|language| match of.at.frame {
            Frame::Capacity(_) => number::short(amount, 2, language),
            Frame::Investment | Frame::Restructuring => Cell::Thousands(Kroner::new(amount)).bare(language),
        })
    };
    text!(nb: "{used} av {limit}", nn: "{used} av {limit}", en: "{used} of {limit}"; used = shown(of.used), limit = shown(of.limit))
}

fn start(of: &Alternative, id: &str) -> Option<Option<Year>> {
    of.totals.as_ref()?.start_of(id)
}

fn start_words(year: Option<Year>) -> String {
    year.map_or_else(|| "–".to_owned(), |year| year.number().to_string())
}

fn money(amount: Option<Kroner>) -> Cell {
    amount.map_or(Cell::Empty, Cell::Thousands)
}

/// What became of the choice, in a word or two.
fn status(of: &Alternative) -> Text {
    let words = match of.choice.as_ref().map(|choice| (&choice.status, choice)) {
        Err(_) => words!(nb: "ikke regnet ut", nn: "ikkje rekna ut", en: "not calculated"),
        Ok((Status::Limit { gap: Some(_) }, _)) => {
            words!(nb: "ikke sikkert best", nn: "ikkje sikkert best", en: "not surely best")
        }
        Ok((Status::Limit { gap: None }, _)) => {
            words!(nb: "ikke avgjort", nn: "ikkje avgjort", en: "not settled")
        }
        Ok((Status::Impossible(_), _)) => {
            words!(nb: "går ikke opp", nn: "går ikkje opp", en: "cannot be met")
        }
        Ok((Status::Optimal, choice)) if misses_savings(choice) => {
            words!(nb: "når ikke kravet", nn: "når ikkje kravet", en: "misses the demand")
        }
        Ok((Status::Optimal, _)) => words!(nb: "holder", nn: "held", en: "holds"),
    };
    words.text()
}
