//! Saksframlegg: what stands on a sheet as a plain document, with what is to be decided first. A draft that people
//! write on.

use super::model::{Entry, Grid, GridCell, Held, Panel, Part, Sheet};
use super::{Occasion, said};
use crate::calc::Valuation;
use crate::charts::Figures;
use crate::choose::Verdict;
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Fact, Kind, Page, Table};
use crate::report::{AppraisedCase, WholeReport};
use crate::text;
use crate::units::{Kroner, Year};
use crate::words::{Text, sentences, separated};

/// The document of a case, from its sheet.
#[must_use]
pub fn of_case(sheet: &Sheet, of: &AppraisedCase, occasion: Occasion<'_>) -> Page {
    let case = &of.case;
    let (title, value) = (&case.title, of.appraisal.value.as_ref());
    let decider = of
        .written
        .decider
        .text()
        .map_or_else(|| text!(nb: "Den som bestemmer", en: "The one who decides"), Text::same);
    let start = case.start.map(|year| text!(nb: " med oppstart i {year}", en: " with start in {year}"; year));
    let chosen = of.written.alternatives.rows().iter().find(|of| of.chosen.cloned() == Some(true));
    let chosen = chosen.and_then(|of| of.name.text()).map(|name| {
        text!(nb: "Alternativet «{name}» legges til grunn.", en: "The alternative “{name}” is taken as the basis.")
    });
    let adopts = text!(
        nb: "{decider} vedtar «{title}»{start}.", en: "{decider} adopts “{title}”{start}.";
        decider, title, start = start.unwrap_or_default()
    );
    let budget = value.map(|value| {
        let years = occasion.organisation.plan_years().zip(value.running_effect);
        effect(years)
    });
    let owner = Some(&case.owner).filter(|owner| !owner.is_empty()).map(|owner| {
        text!(
            nb: "{owner} har ansvaret for at gevinsten tas ut, og melder hvert tertial hva som er kommet.",
            en: "{owner} is responsible for taking the gain out, and reports every four months what has come."
        )
    });
    let decide = [sentences([adopts, chosen.unwrap_or_default()])].into_iter().chain(budget).chain(owner);
    let mark = value.map(Valuation::mark).map(|mark| {
        text!(
            nb: "Tallene har merket {mark}. Et annet merke betyr at saken er regnet på nytt etterpå.",
            en: "The figures have the mark {mark}. Another mark means that the case was calculated again after."
        )
    });
    document(sheet, decide.collect(), mark)
}

/// The document of the whole organisation or of an område, from its sheet.
#[must_use]
pub fn of_whole(sheet: &Sheet, report: &WholeReport, running: Option<[Kroner; 4]>) -> Page {
    let choice = &report.rank.choice;
    let of_verdict = |verdict: Verdict| {
        let lines = choice.lines.iter().filter(move |line| line.verdict == verdict);
        let here = lines.filter_map(|line| Some((line, report.rank.case(line)?)));
        here.filter(|(_, of)| report.area.as_deref().is_none_or(|area| area == of.case.area))
    };
    let chosen = of_verdict(Verdict::Chosen).map(|(line, of)| {
        let title = &of.case.title;
        let start =
            line.start.map(|start| text!(nb: " ({start})", en: " ({start})"; start)).unwrap_or_default();
        text!(nb: "{title}{start}", en: "{title}{start}"; title, start)
    });
    let chosen: Vec<Text> = chosen.collect();
    let carried_out = (!chosen.is_empty()).then(|| {
        let all = separated(chosen, "; ");
        text!(nb: "Disse sakene gjennomføres, fra året som står ved hver: {all}.", en: "These cases are carried out, from the year beside each: {all}."; all)
    });
    let years = report.rank.appraised.organisation.plan_years();
    let budget = running.filter(|_| choice.is_limited).map(|running| effect(years.zip(running)));
    let waiting: Vec<Text> = of_verdict(Verdict::Waiting).map(|(_, of)| Text::same(&of.case.title)).collect();
    let waiting = (!waiting.is_empty()).then(|| {
        let all = separated(waiting, "; ");
        text!(nb: "Disse sakene venter, og tas opp igjen ved neste rullering: {all}.", en: "These cases wait, and are taken up again at the next revision: {all}."; all)
    });
    document(sheet, carried_out.into_iter().chain(budget).chain(waiting).collect(), None)
}

/// What goes into the plan.
fn effect(years: impl Iterator<Item = (Year, Kroner)>) -> Text {
    let years =
        years.map(|(year, amount)| text!(nb: "{year}: {amount}", en: "{year}: {amount}"; year, amount));
    let years = separated(years, ", ");
    text!(
        nb: "Virkningen på driftsbudsjettet tas inn i økonomiplanen (pluss er lavere utgifter enn i dag): {years}.",
        en: "The effect on the running budget is taken into the plan (plus is less spending than today): {years}.";
        years
    )
}

fn document(sheet: &Sheet, decide: Vec<Text>, mark: Option<Text>) -> Page {
    let draft = text!(
        nb: "Dette er et utkast laget av tallene og ordene i saken. Les det, og rett det før det sendes.",
        en: "This is a draft made of the figures and words of the case. Read it, and mend it before it is sent.",
    );
    let decide = decide.into_iter().zip(1_usize..).map(|(text, number)| {
        Block::Paragraph(text!(nb: "{number}) {text}", en: "{number}) {text}"; number, text))
    });
    let figures = sheet
        .figures
        .iter()
        .map(|figure| Fact::new(figure.label.capital(), figure.value.clone()).noted(figure.note.clone()));
    Page::new(sheet.title.clone())
        .with(Block::Paragraph(separated(&sheet.about, " · ")))
        .with(Block::Note(draft))
        .with(Block::Heading(text!(nb: "Forslag til vedtak", en: "Proposed decision")))
        .with_all(decide)
        .with(Block::Heading(text!(nb: "Tallene i korthet", en: "The figures in short")))
        .with(Block::Facts(figures.collect()))
        .with_all(sheet.panels.iter().flat_map(panel))
        .with(Block::Paragraph(separated(&sheet.footer, " · ")))
        .with_all(mark.map(Block::Paragraph))
}

/// A box under its heading; nothing where it is empty.
fn panel(panel: &Panel) -> Vec<Block> {
    let blocks: Vec<Block> = panel.parts.iter().flat_map(part).collect();
    if blocks.is_empty() {
        return Vec::new();
    }
    [Block::Heading(panel.title.clone())].into_iter().chain(blocks).collect()
}

fn part(part: &Part) -> Vec<Block> {
    match part {
        Part::Guide(_) => Vec::new(),
        Part::Words(text) => vec![Block::Paragraph(text.clone())],
        Part::List(entries) => entries.iter().map(|entry| Block::Paragraph(line(entry))).collect(),
        Part::Grid(grid) => vec![Block::Table(table(grid))],
        Part::Charts(charts) => {
            let charts = charts.iter().filter(|chart| !chart.figures.rows.is_empty());
            charts
                .flat_map(|chart| [Block::Paragraph(chart.description.clone()), figures(&chart.figures)])
                .collect()
        }
    }
}

fn line(entry: &Entry) -> Text {
    let Entry { lead, text, aside } = entry;
    let aside =
        if aside.is_empty() { Text::default() } else { text!(nb: "({aside})", en: "({aside})"; aside) };
    sentences([lead.clone(), text.clone(), aside])
}

/// Rows without their pictures: the words beside them say the same.
fn table(grid: &Grid) -> Table {
    let is_kept = |held: Held| held != Held::Pictures;
    let columns = grid.columns.iter().filter(|column| is_kept(column.held)).map(|column| {
        let kind = if column.held == Held::Figures { Kind::Number } else { Kind::Text };
        (column.title.clone(), kind)
    });
    let rows = grid.rows.iter().map(|row| {
        let cells = row.cells.iter().zip(&grid.columns);
        cells.filter(|(_, column)| is_kept(column.held)).map(|(cell, _)| Cell::Text(words(cell))).collect()
    });
    Table::new(columns).rows(rows)
}

fn words(cell: &GridCell) -> Text {
    said::aside([cell.text.clone(), cell.aside.clone()])
}

fn figures(figures: &Figures) -> Block {
    let columns = figures.columns.iter().map(|column| (column.clone(), Kind::Text));
    let rows = figures.rows.iter().map(|row| row.iter().cloned().map(Cell::Text).collect());
    Block::Table(Table::new(columns).rows(rows))
}
