//! `a3 rank`: what fits the frames, or the list where there are none; why each case is where it is, and the
//! use of every frame.

use super::cell::Cell;
use super::last_year_page;
use super::listing::Listing;
use super::omitted;
use super::page::{Block, Fact, Kind, Margin, Page, Table, titled};
use super::sheet::{self, SheetRow};
use super::unfinished;
use super::{certainty, choice_headline};
use crate::choose::{Choice, ChoiceLine, Fate, Frame, FrameUse, Gives, Status};
use crate::report::RankReport;
use crate::sentences::named::Named;
use crate::sentences::{choice as choice_words, clash, omitted as omitted_words, reason, remark, unmet};
use crate::units::{Decimal, Fte, Kroner};
use crate::words::{Text, Words};
use crate::{text, words};

/// The parts of the list within frames, in order.
const PARTS: [Fate; 8] = [
    Fate::Decided,
    Fate::Chosen,
    Fate::Waiting,
    Fate::Rejected,
    Fate::Judgement,
    Fate::NotProfitable,
    Fate::Open,
    Fate::NotAssessed,
];

/// The parts of the list without frames, in order: nothing is chosen or waiting.
const UNLIMITED: [Fate; 7] = [
    Fate::Decided,
    Fate::Open,
    Fate::Out,
    Fate::Rejected,
    Fate::Judgement,
    Fate::NotProfitable,
    Fate::NotAssessed,
];

/// The whole report.
pub fn page(report: &RankReport) -> Page {
    let choice = &report.choice;
    let named = Named::of(report);
    let intro = if choice.is_limited { within(report) } else { unlimited(report) };
    let broken_locks = remark::broken_locks(choice).into_iter().map(Block::Note);
    let page = Page::new(choice_headline::headline(report))
        .said(choice_headline::reading(report))
        .with_all((!choice.lines.is_empty()).then_some(Block::Paragraph(intro)))
        .with_all(remark::of_part(report).map(Block::Note))
        .with_all(broken_locks)
        .with_all(status(report, &named))
        .with_all(remark::of_figures(choice).map(Block::Note))
        .with_all(remark::of_reasons(choice).map(Block::Note));
    let parts = if choice.is_limited { PARTS.as_slice() } else { UNLIMITED.as_slice() };
    let page = parts.iter().fold(page, |page, part| page.with_all(part_of(report, &named, *part)));
    let page = page.with_all(frames(choice)).with_all(savings(choice));
    let page = page.with_all(sum(choice, &named)).with_all(certainty::blocks(report));
    page.with_all(last_year_page::on_list(report)).with_all(omitted::blocks(&report.appraised.omitted))
}

/// Introduction where nothing is limited.
fn unlimited(report: &RankReport) -> Text {
    let method = reason::method_words(report.choice.method);
    let cases = omitted_words::cases(report.open.len());
    text!(
        nb: "{cases}, ordnet etter {method}. Årsverk er det som tas ut ved full virkning.", nn: "{cases}, ordna etter {method}. Årsverk er det som blir teke ut ved full verknad.",
        en: "{cases}, ordered by {method}. FTE is what is taken out at full effect.";
        cases, method
    )
}

/// The same within frames.
fn within(report: &RankReport) -> Text {
    let method = reason::measure(report.choice.method);
    let cases = omitted_words::cases(report.open.len());
    text!(
        nb: "{cases}. Innenfor rammene velges det som til sammen er best, målt i {method}. Årsverk er det som tas ut ved full virkning.", nn: "{cases}. Innanfor rammene vel a3 det som til saman er best, målt i {method}. Årsverk er det som blir teke ut ved full verknad.",
        en: "{cases}. Within the frames what together is best, measured by {method}, is chosen. FTE is what is taken out at full effect."; cases, method
    )
}

/// The whole list as one table, for a spreadsheet.
pub fn sheet(report: &RankReport) -> Page {
    let choice = &report.choice;
    let named = Named::of(report);
    let rows = choice.lines.iter().enumerate().filter_map(|(at, line)| {
        Some(SheetRow {
            part: heading(choice, line.fate()),
            case: &report.case(line)?.case,
            cells: row(report, line)?,
            why: named.of_line(at, choice_words::sentence),
        })
    });
    sheet::page(columns(report), rows, &report.appraised.omitted)
}

/// What a part is called.
pub(super) const fn heading(choice: &Choice, part: Fate) -> Words {
    match part {
        Fate::Decided => words!(nb: "Besluttet", nn: "Avgjort", en: "Decided"),
        Fate::Chosen => words!(nb: "Valgt", nn: "Valt", en: "Chosen"),
        Fate::Waiting => words!(nb: "Venter", nn: "Ventar", en: "Waiting"),
        Fate::Out => words!(nb: "Ikke med", nn: "Ikkje med", en: "Not in"),
        Fate::Rejected => words!(nb: "Avvist", nn: "Avvist", en: "Rejected"),
        Fate::Judgement => words!(nb: "Krever skjønn", nn: "Krev skjønn", en: "Needs judgement"),
        Fate::NotProfitable => words!(nb: "Lønner seg ikke", nn: "Løner seg ikkje", en: "Does not pay"),
        Fate::Open if is_settled(choice) => words!(nb: "Lista", nn: "Lista", en: "The list"),
        Fate::Open => words!(nb: "Ikke avgjort", nn: "Ikkje avgjort", en: "Not settled"),
        Fate::NotAssessed => words!(nb: "Ikke vurdert", nn: "Ikkje vurdert", en: "Not assessed"),
    }
}

/// Whether the list is final: nothing is limited, and what has to hold does.
pub(super) const fn is_settled(choice: &Choice) -> bool {
    !choice.is_limited && !matches!(choice.status, Status::Impossible(_) | Status::Limit { gap: None })
}

/// What the reader must know before the list.
pub(super) fn status(report: &RankReport, named: &Named) -> Vec<Block> {
    let (choice, bound) = (&report.choice, report.bound);
    let ended = unmet::ended(choice, bound).or_else(|| unmet::cut_short(choice, bound)).map(Block::Note);
    let clash = report.choice.conflict().map(|conflict| {
        let lines = Block::Lines(clash::intro(conflict), named.all(clash::sentences));
        core::iter::once(lines).chain(clash::note(conflict).map(Block::Paragraph))
    });
    let demand = unmet::demand(&report.choice).map(Block::Note);
    ended.into_iter().chain(demand).chain(clash.into_iter().flatten()).collect()
}

fn part_of(report: &RankReport, named: &Named, part: Fate) -> Vec<Block> {
    let lines = report.choice.lines.iter().enumerate().filter(|(_, line)| line.fate() == part);
    let rows = lines.filter_map(|(at, line)| {
        let id = &report.case(line)?.case.id;
        let why = named.of_line(at, choice_words::sentence);
        let below = text!(all: "{why} ({id})"; why, id);
        Some((row(report, line)?, Margin { below, ..Margin::default() }))
    });
    let (rows, margins): (Vec<_>, Vec<_>) = rows.unzip();
    if rows.is_empty() {
        return Vec::new();
    }
    let table = columns(report).rows(rows).margins(margins);
    let table = match report.choice.gives(part) {
        Some(gives) if gives.cases > 1 && part == Fate::Chosen => table.total(sums(report, &gives)),
        Some(_) | None => table,
    };
    vec![Block::Heading(heading(&report.choice, part).text()), Block::Table(table)]
}

/// What those that are chosen give together, with årsverk at full effect as the rows have them.
fn sums(report: &RankReport, gives: &Gives) -> Vec<Cell> {
    let chosen = report.choice.lines.iter().filter(|line| line.fate() == Fate::Chosen);
    let fte = chosen.filter_map(|line| Some(report.case(line)?.appraisal.potential.fte_taken_out));
    let mut row = vec![Cell::blank(), Cell::name("Sum"), Cell::blank(), Cell::Thousands(gives.value)];
    row.extend(gives.running_effect.map(Cell::Thousands));
    row.push(Fte::sum(fte).map_or(Cell::Empty, Cell::Fte));
    row
}

pub(super) fn columns(report: &RankReport) -> Table {
    let thousands = |title| (title, Kind::Thousands);
    let names = [
        (Text::same("#"), Kind::Number),
        (text!(nb: "Sak", nn: "Sak", en: "Case"), Kind::Text),
        (text!(nb: "Oppstart", nn: "Oppstart", en: "Start"), Kind::Number),
        thousands(choice_words::value(report.choice.method).text()),
    ];
    let years = report.appraised.organisation.plan_years().map(|year| thousands(text!(all: "{year}"; year)));
    let fte = (text!(nb: "Årsverk", nn: "Årsverk", en: "FTE"), Kind::Number);
    let before = names.len();
    let table = Table::new(names.into_iter().chain(years).chain([fte]));
    let after = table.columns.len().saturating_sub(1);
    table.aside(before..after)
}

fn row(report: &RankReport, line: &ChoiceLine) -> Option<Vec<Cell>> {
    let candidate = report.case(line)?;
    let names = [place(line), Cell::Text(unfinished::title(candidate))];
    let fte = Cell::Fte(candidate.appraisal.potential.fte_taken_out);
    Some(names.into_iter().chain(figures(line)).chain([fte]).collect())
}

/// The start of a case, its value, and what it does to the running budget in each plan year.
pub(super) fn figures(line: &ChoiceLine) -> impl Iterator<Item = Cell> {
    let start = line.start.map_or(Cell::Empty, Cell::Year);
    let value = line.value.map_or(Cell::Empty, Cell::Thousands);
    let years = line.running_effect.map_or([const { Cell::Empty }; 4], |effect| effect.map(Cell::Thousands));
    [start, value].into_iter().chain(years)
}

fn frames(choice: &Choice) -> Vec<Block> {
    if choice.frames.is_empty() {
        return Vec::new();
    }
    let (capacity, money): (Vec<&FrameUse>, Vec<&FrameUse>) =
        choice.frames.iter().partition(|of| matches!(of.at.frame, Frame::Capacity(_)));
    let table = |title: Text, frames: Vec<&FrameUse>, kind: Kind| {
        let is_empty = frames.is_empty();
        let table = Listing::of(frames)
            .text(title, |of| frame_name(&of.at.frame))
            .year(|of| of.at.year)
            .column(kind, text!(nb: "Brukt", nn: "Brukt", en: "Used"), |of| amount_of(of, of.used))
            .column(kind, text!(nb: "Grense", nn: "Grense", en: "Limit"), |of| amount_of(of, of.limit))
            .column(kind, text!(nb: "Igjen", nn: "Att", en: "Left"), |of| {
                of.limit.checked_sub(of.used).map(|left| amount_of(of, left))
            })
            .thousands(
                text!(nb: "Ett trinn mer gir", nn: "Eitt trinn meir gir", en: "A step more gives"),
                |of| of.shadow,
            )
            .table();
        (!is_empty).then_some(Block::Table(table))
    };
    let mut blocks =
        vec![Block::Heading(text!(nb: "Bruk av rammene", nn: "Bruk av rammene", en: "Use of the frames"))];
    let fte =
        text!(nb: "Endringskapasitet, årsverk", nn: "Endringskapasitet, årsverk", en: "Change capacity, FTE");
    blocks.extend(table(fte, capacity, Kind::Number));
    blocks.extend(table(text!(nb: "Penger", nn: "Pengar", en: "Money"), money, Kind::Thousands));
    blocks.extend(shadow_notes(choice).map(Block::Paragraph));
    blocks
}

/// What the figures of a step more are, and what it means that there is none.
fn shadow_notes(choice: &Choice) -> impl Iterator<Item = Text> {
    let has = |is: fn(&FrameUse) -> bool| choice.frames.iter().any(is);
    let step = has(|of| of.shadow.is_some()).then(|| {
        text!(
            nb: "Ett trinn er 0,1 årsverk eller 100 000 kr. Tallet er hva det beste valget da ville gitt mer, funnet ved å velge på nytt.", nn: "Eitt trinn er 0,1 årsverk eller 100 000 kr. Talet er kva det beste valet då ville gitt meir, funne ved å velje på nytt.",
            en: "A step is 0.1 FTE or NOK 100,000. The figure is what the best choice would then have given more, found by choosing again.",
        )
    });
    let least = has(|of| of.shadow.is_some() && !of.is_proven).then(|| {
        text!(
            nb: "Noen av tallene er bare det som er funnet i et kort søk: trinnet gir minst så mye mer enn denne lista, og kan gi mer.", nn: "Nokre av tala er berre det som er funne i eit kort søk: trinnet gir minst så mykje meir enn denne lista, og kan gi meir.",
            en: "Some of the figures are only what a short search has found: the step gives at least so much more than this list, and may give more.",
        )
    });
    let goes_before = choice_words::has_duties(choice) || !choice.savings.is_empty();
    let none = choice.sum.is_some() && goes_before && has(|of| of.shadow.is_none());
    let none = none.then(|| {
        text!(
            nb: "«–» betyr at et trinn mer først går til må-sakene eller innsparingskravet, eller at det ikke er regnet ut.", nn: "«–» betyr at eit trinn meir først går til må-sakene eller innsparingskravet, eller at det ikkje er rekna ut.",
            en: "“–” means that a step more goes to must-cases or the savings demand first, or that it is not calculated.",
        )
    });
    step.into_iter().chain(least).chain(none)
}

fn savings(choice: &Choice) -> Vec<Block> {
    let table = Listing::of(&choice.savings)
        .year(|at| at.year)
        .thousands(text!(nb: "Krav", nn: "Krav", en: "Demand"), |at| at.demand)
        .thousands(text!(nb: "Nås", nn: "Nådd", en: "Reached"), |at| at.reached)
        .thousands(text!(nb: "Mangler", nn: "Manglar", en: "Missing"), |at| at.missing)
        .table();
    titled(text!(nb: "Innsparingskravet", nn: "Innsparingskravet", en: "The savings demand"), table)
}

fn sum(choice: &Choice, named: &Named) -> Vec<Block> {
    let mut blocks: Vec<Block> = named.all(remark::other_remarks).into_iter().map(Block::Note).collect();
    if let Some(sum) = choice.sum {
        let method = reason::measure(choice.method);
        let name = text!(nb: "Sum {method} av det som er valgt", nn: "Sum {method} av det som er valt", en: "Sum of {method} for what is chosen"; method);
        let first = choice_words::taken_first(choice);
        let note = match choice.status {
            Status::Optimal => text!(
                nb: "det høyeste som går an{first}", nn: "det høgaste som går an{first}",
                en: "the highest possible{first}"; first
            ),
            Status::Limit { .. } => {
                text!(nb: "det beste som er funnet", nn: "det beste som er funne", en: "the best that is found")
            }
            Status::Impossible(_) => Text::default(),
        };
        blocks.push(Block::Facts(vec![Fact::new(name, Cell::Kroner(sum)).noted(note)]));
    }
    blocks
}

/// What clashes, and what more there is to fix, under these words.
pub(super) fn clash_blocks(choice: &Choice, intro: Text) -> Vec<Block> {
    let lines = Block::Lines(intro, clash::sentences(choice));
    let note = choice.conflict().and_then(clash::note).map(Block::Paragraph);
    core::iter::once(lines).chain(note).collect()
}

/// The place on the list; nothing where it has none.
pub(super) fn place(line: &ChoiceLine) -> Cell {
    line.place.map_or(Cell::blank(), Cell::Count)
}

/// An amount of a frame: årsverk or kroner.
const fn amount_of(of: &FrameUse, amount: Decimal) -> Cell {
    match of.at.frame {
        Frame::Capacity(_) => Cell::Ratio(amount),
        Frame::Investment | Frame::Restructuring => Cell::Thousands(Kroner::new(amount)),
    }
}

/// The name of a frame in a table.
pub(super) fn frame_name(frame: &Frame) -> Text {
    match frame {
        Frame::Capacity(area) => Text::same(area),
        Frame::Investment => text!(nb: "Investering", nn: "Investering", en: "Investment"),
        Frame::Restructuring => text!(nb: "Omstilling", nn: "Omstilling", en: "Restructuring"),
    }
}
