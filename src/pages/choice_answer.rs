//! `a3 rank` on one screen: what is chosen and what it gives, each case with its reason, what binds, and how sure
//! it is. [`choice_page`](super::choice_page) has everything.

use super::again::Again;
use super::cell::Cell;
use super::choice_headline::{has_table, headline, reading};
use super::choice_page::{columns, figures, heading, is_settled, status};
use super::last_year_page;
use super::page::{Block, Margin, Page, Table, row};
use super::unfinished;
use crate::choose::{Choice, ChoiceLine, Fate, FrameUse};
use crate::report::RankReport;
use crate::sentences::named::Named;
use crate::sentences::{brief, choice as choice_words, omitted, remark};
use crate::units::{Decimal, Kroner};
use crate::words::{Percent, Quoted, Text, listed, sentences, separated};
use crate::{counted, text, words};
use std::cmp::Reverse;

/// The parts of the list, in order, within frames and without.
const PARTS: [Fate; 9] = [
    Fate::Chosen,
    Fate::Open,
    Fate::Out,
    Fate::Decided,
    Fate::Waiting,
    Fate::Rejected,
    Fate::Judgement,
    Fate::NotProfitable,
    Fate::NotAssessed,
];

/// How much is said of the cases, the most first: what is chosen and why has its rows in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Room {
    /// A row with its reason for each that is chosen, decided or waiting.
    Good,
    /// Those that wait are named, with the reason.
    WaitingNamed,
    /// Those that are not in and do not wait are named without it.
    OthersNamed,
    /// Those that are decided are named.
    DecidedNamed,
    /// Those that wait are named without the reason.
    Least,
    /// The first of those that are named.
    FirstNamed,
}

impl Room {
    /// Whether the cases of a part stand in the table; else they are named below it.
    const fn has_rows(self, part: Fate) -> bool {
        match part {
            Fate::Chosen | Fate::Open => true,
            Fate::Decided => !matches!(self, Self::DecidedNamed | Self::Least | Self::FirstNamed),
            Fate::Waiting | Fate::Out | Fate::Rejected => matches!(self, Self::Good),
            Fate::Judgement | Fate::NotProfitable | Fate::NotAssessed => false,
        }
    }

    /// Whether it is said why the cases of a part are where they are.
    const fn has_reasons(self, part: Fate) -> bool {
        match part {
            Fate::Chosen | Fate::Open => true,
            Fate::Decided => !matches!(self, Self::DecidedNamed | Self::Least | Self::FirstNamed),
            Fate::Waiting | Fate::Out | Fate::Rejected => !matches!(self, Self::Least | Self::FirstNamed),
            Fate::Judgement | Fate::NotProfitable | Fate::NotAssessed => {
                matches!(self, Self::Good | Self::WaitingNamed)
            }
        }
    }
}

/// Cases of a part that are named where there is no room for all.
const FIRST_NAMED: usize = 4;
/// Frames that are named; the rest bind less.
const MOST_FRAMES: usize = 2;

/// The answer, with as much of it as fits one screen.
pub fn page(report: &RankReport, again: &Again) -> Page {
    let named = Named::of(report);
    let shorter = [Room::WaitingNamed, Room::OthersNamed, Room::DecidedNamed, Room::Least, Room::FirstNamed];
    let in_room = |room| in_room(report, &named, room, again);
    in_room(Room::Good).or_shorter(shorter.into_iter().map(in_room)).or_first_rows()
}

fn in_room(report: &RankReport, named: &Named, room: Room, again: &Again) -> Page {
    // By id, as the lock is written in a3.yaml.
    let broken_locks = remark::broken_locks(&report.choice).into_iter().map(Block::Note);
    let rows = Rows::of(report, named, room);
    Page::new(headline(report))
        .said(sentences([reading(report), last_year(report)]))
        .with_all(remark::of_part(report).map(Block::Note))
        .with_all(broken_locks)
        .with_all(remark::of_figures(&report.choice).map(Block::Note))
        .with_all(named.all(remark::broken).into_iter().map(Block::Note))
        .with_all(status(report, named))
        .with_all((!rows.rows.is_empty()).then(|| Block::Table(rows.table(report))))
        .with_all(not_in(report, named, room, again))
        .with(Block::Paragraph(sentences([
            binding(&report.choice),
            sure(report),
            last_year_page::on_list_in_short(report),
            more(report, again),
        ])))
}

/// Which year årsverk is of, here where they are of one.
fn last_year(report: &RankReport) -> Text {
    if !has_table(&report.choice) {
        return Text::default();
    }
    let [.., year] = report.appraised.organisation.plan_years();
    text!(nb: "Årsverk er i {year}.", nn: "Årsverk er i {year}.", en: "FTE is in {year}."; year)
}

/// The rows of the table, and what stands above and below each.
#[derive(Default)]
struct Rows {
    rows: Vec<Vec<Cell>>,
    margins: Vec<Margin>,
}

impl Rows {
    fn of(report: &RankReport, named: &Named, room: Room) -> Self {
        let mut all = Self::default();
        for part in PARTS.into_iter().filter(|part| room.has_rows(*part)) {
            let before = all.rows.len();
            let lines = report.choice.lines.iter().enumerate().filter(|(_, line)| line.fate() == part);
            for (at, line) in lines {
                all.add(report, line, named.of_line(at, brief::sentence));
            }
            if let Some(first) = all.margins.get_mut(before) {
                first.above = heading(&report.choice, part).text();
            }
            if part == Fate::Chosen || (part == Fate::Open && is_settled(&report.choice)) {
                all.sum(&report.choice, part);
            }
        }
        all
    }

    fn add(&mut self, report: &RankReport, line: &ChoiceLine, below: Text) {
        let Some(of) = report.case(line) else { return };
        let fte = line.fte.map_or(Cell::Empty, |[.., last]| Cell::Fte(last));
        self.rows.push(row([Cell::Text(unfinished::title(of))], figures(line).chain([fte])));
        self.margins.push(Margin { below, ..Margin::default() });
    }

    /// What those of a part give together, below them.
    fn sum(&mut self, choice: &Choice, part: Fate) {
        let Some(gives) = choice.gives(part).filter(|gives| gives.cases > 1) else { return };
        let (_, fte) = gives.last();
        let mut row =
            vec![words!(nb: "Sum", nn: "Sum", en: "Sum").into(), Cell::blank(), Cell::Thousands(gives.value)];
        row.extend(gives.running_effect.map(Cell::Thousands));
        row.push(Cell::Fte(fte));
        self.rows.push(row);
        self.margins.push(Margin { is_sum: true, ..Margin::default() });
    }

    fn table(self, report: &RankReport) -> Table {
        let mut table = columns(report);
        table.columns.remove(0);
        if let Some(start) = table.columns.get_mut(1) {
            start.title = Text::same("Start");
        }
        table.aside = 2..table.columns.len().saturating_sub(1);
        table.rows(self.rows).margins(self.margins)
    }
}

/// The cases that are not in the table: those with the same reason together.
fn not_in(report: &RankReport, named: &Named, room: Room, again: &Again) -> Option<Block> {
    let mut said: Vec<(Fate, Text, Vec<Text>)> = Vec::new();
    for part in PARTS.into_iter().filter(|part| !room.has_rows(*part)) {
        let lines = report.choice.lines.iter().enumerate().filter(|(_, line)| line.fate() == part);
        for (at, line) in lines {
            let Some(of) = report.case(line) else { continue };
            let why =
                if room.has_reasons(part) { named.of_line(at, brief::sentence) } else { Text::default() };
            let title = unfinished::title(of);
            match said.iter_mut().find(|(other, because, _)| *other == part && *because == why) {
                Some((_, _, titles)) => titles.push(title),
                None => said.push((part, why, vec![title])),
            }
        }
    }
    let line = |(part, why, titles): (Fate, Text, Vec<Text>)| {
        let part = heading(&report.choice, part);
        let titles = if room == Room::FirstNamed && titles.len() > FIRST_NAMED.saturating_add(1) {
            let (all, first) = (titles.len(), separated(titles.into_iter().take(FIRST_NAMED), "; "));
            let more = all.saturating_sub(FIRST_NAMED);
            text!(nb: "{first}; {more} til: --alt", nn: "{first}; {more} til: --alt", en: "{first}; {more} more: --alt"; first, more)
        } else {
            separated(titles, "; ")
        };
        sentences([text!(all: "{part}: {titles}."; part, titles), why])
    };
    let mut lines: Vec<Text> = said.into_iter().map(line).collect();
    lines.extend(omitted::left_out(&report.appraised.omitted, &again.check()));
    (!lines.is_empty()).then(|| Block::Lines(Text::default(), lines))
}

/// The frames that a step more of would give the most.
fn binding(choice: &Choice) -> Text {
    let gives = |of: &FrameUse| of.shadow.filter(|shadow| shadow.is_positive());
    let mut binding: Vec<(&FrameUse, Kroner)> =
        choice.frames.iter().filter_map(|of| Some((of, gives(of)?))).collect();
    if binding.is_empty() {
        return Text::default();
    }
    binding.sort_by_key(|(_, shadow)| Reverse(*shadow));
    let one = |(of, shadow): &(&FrameUse, Kroner)| {
        let (frame, step) =
            (choice_words::frame(&of.at), choice_words::amount(&of.at.frame, of.at.frame.step()));
        if of.is_proven {
            text!(nb: "{frame} ({step} mer gir {shadow})", nn: "{frame} ({step} meir gir {shadow})", en: "{frame} ({step} more gives {shadow})"; frame, step, shadow)
        } else {
            text!(nb: "{frame} ({step} mer gir minst {shadow})", nn: "{frame} ({step} meir gir minst {shadow})", en: "{frame} ({step} more gives at least {shadow})"; frame, step, shadow)
        }
    };
    text!(
        nb: "Stopper mest: {all}.", nn: "Stoppar mest: {all}.",
        en: "Binds most: {all}.";
        all = listed(binding.iter().take(MOST_FRAMES).map(one))
    )
}

/// How often what is chosen stays chosen.
fn sure(report: &RankReport) -> Text {
    let Some(certainty) = report.certainty.as_ref().filter(|certainty| certainty.held > 0) else {
        return Text::default();
    };
    let chosen = report.choice.lines.iter().filter(|line| line.fate() == Fate::Chosen);
    let share = |line: &ChoiceLine| certainty.cases.get(line.candidate)?.as_ref().map(|range| range.chosen);
    let least = chosen.filter_map(|line| Some((share(line)?, line))).min_by_key(|(share, _)| *share);
    let Some((share, line)) = least else { return Text::default() };
    let draws = certainty.draws;
    if share == Decimal::ONE {
        return text!(
            nb: "Alle de valgte ble valgt i alle de {draws} trekningene.", nn: "Alle dei valde blei valde i alle dei {draws} trekningane.",
            en: "All that are chosen were chosen in all {draws} draws."
        );
    }
    let title = report.case(line).map_or("", |of| &of.case.title);
    text!(
        nb: "Minst sikker: {title} (valgt i {share} av {draws} trekninger).", nn: "Minst sikker: {title} (vald i {share} av {draws} trekningar).",
        en: "Least sure: {title} (chosen in {share} of {draws} draws).";
        title = Quoted(title), share = Percent(share), draws
    )
}

/// How to see more, and what is to be looked at there.
fn more(report: &RankReport, again: &Again) -> Text {
    let others = remark::other_remarks(&report.choice).len();
    let others = others.saturating_sub(remark::broken(&report.choice).len());
    let remarks = match others {
        0 => Text::default(),
        count => {
            counted!(count; nb: " og én merknad" | " og {count} merknader", nn: " og éin merknad" | " og {count} merknader", en: " and one remark" | " and {count} remarks")
        }
    };
    let all = again.with("--alt");
    text!(nb: "Se alt{remarks}: {all}", nn: "Sjå alt{remarks}: {all}", en: "See all{remarks}: {all}"; remarks, all)
}
