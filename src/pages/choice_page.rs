//! `a3 rank`: what fits the frames, or the list where there are none; why each case is where it is, and the
//! use of every frame.

use super::cell::Cell;
use super::certainty;
use super::listing::Listing;
use super::omitted;
use super::page::{Block, Fact, Kind, Page, Table, titled};
use super::sheet::{self, SheetRow};
use crate::choose::{Candidate, Certainty, Choice, ChoiceLine, Frame, FrameUse, Status, Verdict};
use crate::diagnostic::Omitted;
use crate::model::{Method, Organisation};
use crate::sentences::unmet::{self, Bound};
use crate::sentences::{choice, clash, reason, remark};
use crate::units::{Decimal, Kroner};
use crate::words::{Text, Words};
use crate::{text, words};

/// The parts of the list within frames, in order.
const PARTS: [Verdict; 7] = [
    Verdict::Decided,
    Verdict::Chosen,
    Verdict::Waiting,
    Verdict::Judgement,
    Verdict::NotProfitable,
    Verdict::Open,
    Verdict::NotAssessed,
];

/// The parts of the list without frames, in order: nothing is chosen or waiting.
const UNLIMITED: [Verdict; 5] =
    [Verdict::Decided, Verdict::Open, Verdict::Judgement, Verdict::NotProfitable, Verdict::NotAssessed];

/// The whole report.
#[must_use]
pub fn page(list: &List<'_>) -> Page {
    let List { choice, candidates, .. } = *list;
    let (title, intro) = if choice.is_limited { within(list) } else { unlimited(list) };
    let broken_locks = remark::broken_locks(choice).into_iter().map(Block::Note);
    let page = Page::new(title).with(Block::Paragraph(intro)).with_all(broken_locks).with_all(list.status());
    let parts = if choice.is_limited { PARTS.as_slice() } else { UNLIMITED.as_slice() };
    let page = parts.iter().fold(page, |page, part| page.with_all(list.part(*part)));
    let page = page.with_all(list.reasons()).with_all(list.frames()).with_all(list.savings());
    let sure = certainty::blocks(list.certainty, choice, candidates);
    page.with_all(list.sum()).with_all(sure).with_all(omitted::blocks(list.omitted))
}

/// Title and introduction where nothing is limited.
fn unlimited(list: &List<'_>) -> (Text, Text) {
    let method = reason::method_words(list.choice.method);
    let cases = super::findings_page::cases(list.candidates.len());
    let intro = text!(
        nb: "{cases}, ordnet etter {method}. Årene er kommunens eget driftsbudsjett, der pluss er penger frigjort, og årsverk er det som tas ut.",
        en: "{cases}, ordered by {method}. The years are the municipality's own running budget, where plus is money freed, and FTE is what is taken out.";
        cases, method
    );
    (text!(nb: "Prioritert liste", en: "Prioritised list"), intro)
}

/// The same within frames.
fn within(list: &List<'_>) -> (Text, Text) {
    let method = reason::measure(list.choice.method);
    let cases = super::findings_page::cases(list.candidates.len());
    let intro = text!(
        nb: "{cases}. Innenfor rammene velges det som til sammen er best, målt i {method}. Årene er kommunens eget driftsbudsjett, der pluss er penger frigjort, og årsverk er det som tas ut.",
        en: "{cases}. Within the frames what together is best, measured by {method}, is chosen. The years are the municipality's own running budget, where plus is money freed, and FTE is what is taken out."; cases, method
    );
    (text!(nb: "Prioritert liste innenfor rammene", en: "Prioritised list within the frames"), intro)
}

/// The whole list as one table, for a spreadsheet.
#[must_use]
pub fn sheet(list: &List<'_>) -> Page {
    let List { choice, candidates, omitted, .. } = *list;
    let rows = choice.lines.iter().filter_map(|line| {
        Some(SheetRow {
            part: heading(choice, line.verdict),
            case: candidates.get(line.candidate)?.case,
            cells: list.row(line)?,
            why: choice::sentence(line, choice),
        })
    });
    sheet::page(list.columns(), rows, omitted)
}

/// What a part is called.
const fn heading(choice: &Choice, verdict: Verdict) -> Words {
    match verdict {
        Verdict::Decided => words!(nb: "Besluttet", en: "Decided"),
        Verdict::Chosen => words!(nb: "Valgt", en: "Chosen"),
        Verdict::Waiting => words!(nb: "Venter", en: "Waiting"),
        Verdict::Judgement => words!(nb: "Krever skjønn", en: "Needs judgement"),
        Verdict::NotProfitable => words!(nb: "Lønner seg ikke", en: "Does not pay"),
        Verdict::Open if is_settled(choice) => words!(nb: "Listen", en: "The list"),
        Verdict::Open => words!(nb: "Ikke avgjort", en: "Not settled"),
        Verdict::NotAssessed => words!(nb: "Ikke vurdert", en: "Not assessed"),
    }
}

/// Whether the list stands as it is: nothing is limited, and what has to hold does.
const fn is_settled(choice: &Choice) -> bool {
    !choice.is_limited && !matches!(choice.status, Status::Impossible(_) | Status::Limit { gap: None })
}

/// The method's value as a heading.
pub(super) const fn value_heading(method: Method) -> Words {
    match method {
        Method::NetPresentValue => words!(nb: "NNV", en: "NPV"),
        Method::PlanEffect => words!(nb: "Planeffekt", en: "Plan effect"),
        Method::Budget => words!(nb: "Drift i planen", en: "Running, plan"),
    }
}

/// What the pages of a choice are made from.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The choice.
    pub choice: &'a Choice,
    /// What its lines point at.
    pub candidates: &'a [Candidate<'a>],
    /// Whose list it is.
    pub organisation: &'a Organisation,
    /// Cases that could not be calculated, by path.
    pub omitted: &'a [Omitted],
    /// How sure the choice is; none where nothing was drawn.
    pub certainty: Option<&'a Certainty>,
    /// What ends the search where it is not finished.
    pub bound: Bound,
}

impl List<'_> {
    /// What the reader must know before the list.
    fn status(&self) -> Vec<Block> {
        let ended = unmet::ended(self.choice, self.bound).map(Block::Note);
        let clash = self.choice.conflict();
        let clash = clash.map(|conflict| clash_blocks(self.choice, clash::intro(conflict)));
        ended.into_iter().chain(clash.into_iter().flatten()).collect()
    }

    fn part(&self, part: Verdict) -> Vec<Block> {
        let lines = self.choice.lines.iter().filter(|line| line.verdict == part);
        let rows: Vec<_> = lines.filter_map(|line| self.row(line)).collect();
        if rows.is_empty() {
            return Vec::new();
        }
        vec![Block::Heading(heading(self.choice, part).text()), Block::Table(self.columns().rows(rows))]
    }

    fn columns(&self) -> Table {
        let thousands = |title| (title, Kind::Thousands);
        let names = [
            (Text::same("#"), Kind::Number),
            (text!(nb: "Sak", en: "Case"), Kind::Text),
            (text!(nb: "Oppstart", en: "Start"), Kind::Number),
            thousands(value_heading(self.choice.method).text()),
        ];
        let years =
            self.organisation.plan_years().map(|year| thousands(text!(nb: "{year}", en: "{year}"; year)));
        let fte = (text!(nb: "Årsverk", en: "FTE"), Kind::Number);
        let before = names.len();
        let table = Table::new(names.into_iter().chain(years).chain([fte]));
        let after = table.columns.len().saturating_sub(1);
        table.aside(before..after)
    }

    fn row(&self, line: &ChoiceLine) -> Option<Vec<Cell>> {
        let candidate = self.candidates.get(line.candidate)?;
        let mut row = vec![
            place(line),
            Cell::name(&candidate.case.title),
            line.start.map_or(Cell::Empty, Cell::Year),
            line.value.map_or(Cell::Empty, Cell::Thousands),
        ];
        match line.running_effect {
            Some(effect) => row.extend(effect.map(Cell::Thousands)),
            None => row.extend([const { Cell::Empty }; 4]),
        }
        row.push(Cell::Fte(candidate.appraisal.potential.fte_taken_out));
        Some(row)
    }

    fn reasons(&self) -> Vec<Block> {
        let lines = self.choice.lines.iter();
        let lines = lines.filter_map(|line| Some((line, self.candidates.get(line.candidate)?.case)));
        let table = Listing::of(lines)
            .number(Text::same("#"), |(line, _)| place(line))
            .text(text!(nb: "Id", en: "Id"), |(_, case)| Cell::name(&case.id))
            .text(text!(nb: "Hvorfor her", en: "Why here"), |(line, _)| choice::sentence(line, self.choice))
            .table();
        if table.rows.is_empty() {
            return Vec::new();
        }
        let title = text!(nb: "Hvorfor sakene står der de står", en: "Why the cases are where they are");
        let how = remark::of_reasons(self.choice).map(Block::Note);
        core::iter::once(Block::Heading(title)).chain(how).chain([Block::Table(table)]).collect()
    }

    fn frames(&self) -> Vec<Block> {
        if self.choice.frames.is_empty() {
            return Vec::new();
        }
        let (capacity, money): (Vec<&FrameUse>, Vec<&FrameUse>) =
            self.choice.frames.iter().partition(|of| matches!(of.at.frame, Frame::Capacity(_)));
        let table = |title: Text, frames: Vec<&FrameUse>, kind: Kind| {
            let is_empty = frames.is_empty();
            let table = Listing::of(frames)
                .text(title, |of| frame_name(&of.at.frame))
                .year(|of| of.at.year)
                .column(kind, text!(nb: "Brukt", en: "Used"), |of| amount_of(of, of.used))
                .column(kind, text!(nb: "Grense", en: "Limit"), |of| amount_of(of, of.limit))
                .column(kind, text!(nb: "Igjen", en: "Left"), |of| {
                    of.limit.checked_sub(of.used).map(|left| amount_of(of, left))
                })
                .thousands(text!(nb: "Ett trinn mer gir", en: "A step more gives"), |of| of.shadow)
                .table();
            (!is_empty).then_some(Block::Table(table))
        };
        let mut blocks = vec![Block::Heading(text!(nb: "Bruk av rammene", en: "Use of the frames"))];
        let fte = text!(nb: "Endringskapasitet, årsverk", en: "Change capacity, FTE");
        blocks.extend(table(fte, capacity, Kind::Number));
        blocks.extend(table(text!(nb: "Penger", en: "Money"), money, Kind::Thousands));
        blocks.extend(self.shadow_notes().map(Block::Paragraph));
        blocks
    }

    /// What the figures of a step more are, and what it means that there is none.
    fn shadow_notes(&self) -> impl Iterator<Item = Text> {
        let has = |is: fn(&FrameUse) -> bool| self.choice.frames.iter().any(is);
        let step = has(|of| of.shadow.is_some()).then(|| {
            text!(
                nb: "Ett trinn er 0,1 årsverk eller 100 000 kr. Tallet er hva det beste valget da ville gitt mer, funnet ved å velge på nytt.",
                en: "A step is 0.1 FTE or NOK 100,000. The figure is what the best choice would then have given more, found by choosing again.",
            )
        });
        let goes_before = !choice::taken_first(self.choice).nb.is_empty();
        let none = self.choice.sum.is_some() && goes_before && has(|of| of.shadow.is_none());
        let none = none.then(|| {
            text!(
                nb: "«–» betyr at et trinn mer først går til må-sakene eller innsparingskravet, eller at det ikke er regnet ut.",
                en: "“–” means that a step more goes to must-cases or the savings demand first, or that it is not calculated.",
            )
        });
        step.into_iter().chain(none)
    }

    fn savings(&self) -> Vec<Block> {
        let table = Listing::of(&self.choice.savings)
            .year(|at| at.year)
            .thousands(text!(nb: "Krav", en: "Demand"), |at| at.demand)
            .thousands(text!(nb: "Nås", en: "Reached"), |at| at.reached)
            .thousands(text!(nb: "Mangler", en: "Missing"), |at| at.missing)
            .table();
        titled(text!(nb: "Innsparingskravet", en: "The savings demand"), table)
    }

    fn sum(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> =
            remark::other_remarks(self.choice).into_iter().map(Block::Note).collect();
        if let Some(sum) = self.choice.sum {
            let method = reason::measure(self.choice.method);
            let name = text!(nb: "Sum {method} av det som er valgt", en: "Sum of {method} for what is chosen"; method);
            let first = choice::taken_first(self.choice);
            let note = match self.choice.status {
                Status::Optimal => text!(
                    nb: "det høyeste som går an{first}",
                    en: "the highest possible{first}"; first
                ),
                Status::Limit { .. } => text!(nb: "det beste som er funnet", en: "the best that is found"),
                Status::Impossible(_) => Text::default(),
            };
            blocks.push(Block::Facts(vec![Fact::new(name, Cell::Kroner(sum)).noted(note)]));
        }
        blocks
    }
}

/// What clashes, and what more there is to mend, under these words.
pub(super) fn clash_blocks(choice: &Choice, intro: Text) -> Vec<Block> {
    let lines = Block::Lines(intro, clash::sentences(choice));
    let note = choice.conflict().and_then(clash::note).map(Block::Paragraph);
    core::iter::once(lines).chain(note).collect()
}

/// The place on the list; nothing where it has none.
fn place(line: &ChoiceLine) -> Cell {
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
        Frame::Investment => text!(nb: "Investering", en: "Investment"),
        Frame::Restructuring => text!(nb: "Omstilling", en: "Restructuring"),
    }
}
