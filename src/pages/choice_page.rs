//! `a3 rank` with frames: what fits, why each case is where it is, and the use of every frame.

use super::cell::Cell;
use super::certainty;
use super::omitted;
use super::page::{Block, Fact, Kind, Page, Table};
use super::sheet::{self, SheetRow};
use crate::choose::{Candidate, Certainty, Choice, Frame, FrameUse, FrameYear, Line, Status, Verdict};
use crate::diagnostic::Omitted;
use crate::model::{Method, Organisation};
use crate::sentences::choice;
use crate::sentences::clash;
use crate::sentences::reason;
use crate::sentences::remark;
use crate::sentences::unmet::{self, Bound};
use crate::units::{Fte, Kroner};
use crate::words::{Text, Words};
use crate::{text, words};

/// The parts of the list, in order.
const PARTS: [Verdict; 7] = [
    Verdict::Decided,
    Verdict::Chosen,
    Verdict::Waiting,
    Verdict::Judgement,
    Verdict::NotProfitable,
    Verdict::Open,
    Verdict::NotAssessed,
];

/// The whole report.
#[must_use]
pub fn page(list: &List<'_>) -> Page {
    let List { choice, candidates, .. } = *list;
    let method = reason::measure(choice.method);
    let cases = super::findings_page::cases(candidates.len());
    let intro = text!(
        nb: "{}. Innenfor rammene velges det som til sammen er best, målt i {}. Årene er kommunens eget driftsbudsjett, der pluss er penger frigjort, og årsverk er det som tas ut.",
            cases.nb, method.nb;
        en: "{}. Within the frames what together is best, measured by {}, is chosen. The years are the municipality's own running budget, where plus is money freed, and FTE is what is taken out.",
            cases.en, method.en
    );
    let title = text!(nb: "Prioritert liste innenfor rammene", en: "Prioritised list within the frames");
    let broken_locks = remark::broken_locks(choice).into_iter().map(Block::Note);
    let page = Page::new(title).with(Block::Paragraph(intro)).with_all(broken_locks).with_all(list.status());
    let page = PARTS.into_iter().fold(page, |page, part| page.with_all(list.part(part)));
    let page = page.with_all(list.reasons()).with_all(list.frames()).with_all(list.savings());
    let sure = certainty::blocks(list.certainty, choice, candidates);
    page.with_all(list.sum()).with_all(sure).with_all(omitted::blocks(list.omitted))
}

/// The whole list as one table, for a spreadsheet.
#[must_use]
pub fn sheet(list: &List<'_>) -> Page {
    let List { choice, candidates, omitted, .. } = *list;
    let rows = choice.lines.iter().filter_map(|line| {
        Some(SheetRow {
            part: heading(line.verdict),
            case: candidates.get(line.candidate)?.case,
            cells: list.row(line)?,
            why: choice::sentence(line, choice),
        })
    });
    sheet::page(list.columns(), rows, omitted)
}

/// What a part is called.
pub(super) const fn heading(verdict: Verdict) -> Words {
    match verdict {
        Verdict::Decided => words!(nb: "Besluttet", en: "Decided"),
        Verdict::Chosen => words!(nb: "Valgt", en: "Chosen"),
        Verdict::Waiting => words!(nb: "Venter", en: "Waiting"),
        Verdict::Judgement => words!(nb: "Krever skjønn", en: "Needs judgement"),
        Verdict::NotProfitable => words!(nb: "Lønner seg ikke", en: "Does not pay"),
        Verdict::Open => words!(nb: "Ikke avgjort", en: "Not settled"),
        Verdict::NotAssessed => words!(nb: "Ikke vurdert", en: "Not assessed"),
    }
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
        vec![Block::Heading(heading(part).text()), Block::Table(self.columns().rows(rows))]
    }

    fn columns(&self) -> Table {
        let thousands = |title| (title, Kind::Thousands);
        let mut columns = vec![
            (Text::same("#"), Kind::Number),
            (text!(nb: "Sak", en: "Case"), Kind::Text),
            (text!(nb: "Oppstart", en: "Start"), Kind::Number),
            thousands(value_heading(self.choice.method).text()),
        ];
        let before = columns.len();
        let years = self.organisation.plan_years();
        columns.extend(years.map(|year| thousands(Text::same(&year.number().to_string()))));
        let years = before..columns.len();
        columns.push((text!(nb: "Årsverk", en: "FTE"), Kind::Number));
        Table::new(columns).aside(years)
    }

    fn row(&self, line: &Line) -> Option<Vec<Cell>> {
        let candidate = self.candidates.get(line.candidate)?;
        let mut row = vec![
            line.place.map_or(Cell::blank(), Cell::Count),
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
        if self.choice.lines.is_empty() {
            return Vec::new();
        }
        let row = |line: &Line| {
            Some(vec![
                line.place.map_or(Cell::blank(), Cell::Count),
                Cell::name(&self.candidates.get(line.candidate)?.case.id),
                Cell::Text(choice::sentence(line, self.choice)),
            ])
        };
        let table = Table::new([
            (Text::same("#"), Kind::Number),
            (text!(nb: "Id", en: "Id"), Kind::Text),
            (text!(nb: "Hvorfor her", en: "Why here"), Kind::Text),
        ]);
        let title = text!(nb: "Hvorfor sakene står der de står", en: "Why the cases are where they are");
        let table = Block::Table(table.rows(self.choice.lines.iter().filter_map(row)));
        let how = remark::of_reasons(self.choice).map(Block::Note);
        core::iter::once(Block::Heading(title)).chain(how).chain([table]).collect()
    }

    fn frames(&self) -> Vec<Block> {
        if self.choice.frames.is_empty() {
            return Vec::new();
        }
        let capacity = self.choice.frames.iter().filter(|of| matches!(of.at.frame, Frame::Capacity(_)));
        let money = self.choice.frames.iter().filter(|of| !matches!(of.at.frame, Frame::Capacity(_)));
        let table = |unit: Text, rows: Vec<Vec<Cell>>, kind: Kind| {
            let table = Table::new([
                (unit, Kind::Text),
                (text!(nb: "År", en: "Year"), Kind::Number),
                (text!(nb: "Brukt", en: "Used"), kind),
                (text!(nb: "Grense", en: "Limit"), kind),
                (text!(nb: "Igjen", en: "Left"), kind),
                (text!(nb: "Ett trinn mer gir", en: "A step more gives"), Kind::Thousands),
            ]);
            (!rows.is_empty()).then(|| Block::Table(table.rows(rows)))
        };
        let capacity = capacity.filter_map(frame_row).collect();
        let money = money.filter_map(frame_row).collect();
        let fte = text!(nb: "Endringskapasitet, årsverk", en: "Change capacity, FTE");
        let kroner = text!(nb: "Penger", en: "Money");
        let mut blocks = vec![Block::Heading(text!(nb: "Bruk av rammene", en: "Use of the frames"))];
        blocks.extend(table(fte, capacity, Kind::Number));
        blocks.extend(table(kroner, money, Kind::Thousands));
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
        if self.choice.savings.is_empty() {
            return Vec::new();
        }
        let thousands = |title| (title, Kind::Thousands);
        let table = Table::new([
            (text!(nb: "År", en: "Year"), Kind::Number),
            thousands(text!(nb: "Krav", en: "Demand")),
            thousands(text!(nb: "Nås", en: "Reached")),
            thousands(text!(nb: "Mangler", en: "Missing")),
        ]);
        let rows = self.choice.savings.iter().map(|at| {
            vec![
                Cell::Year(at.year),
                Cell::Thousands(at.demand),
                Cell::Thousands(at.reached),
                Cell::Thousands(at.missing),
            ]
        });
        vec![
            Block::Heading(text!(nb: "Innsparingskravet", en: "The savings demand")),
            Block::Table(table.rows(rows)),
        ]
    }

    fn sum(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> =
            remark::other_remarks(self.choice).into_iter().map(Block::Note).collect();
        if let Some(sum) = self.choice.sum {
            let method = reason::measure(self.choice.method);
            let name = text!(nb: "Sum {} av det som er valgt", method.nb; en: "Sum of {} for what is chosen", method.en);
            let first = choice::taken_first(self.choice);
            let note = match self.choice.status {
                Status::Optimal => text!(
                    nb: "det høyeste som går an{}", first.nb;
                    en: "the highest possible{}", first.en
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

fn frame_row(of: &FrameUse) -> Option<Vec<Cell>> {
    let FrameUse { at: FrameYear { frame, year }, used, limit, shadow } = of;
    let left = limit.checked_sub(*used)?;
    let cell = |amount| match frame {
        Frame::Capacity(_) => Cell::Ratio(Fte::new(amount).value()),
        Frame::Investment | Frame::Restructuring => Cell::Thousands(Kroner::new(amount)),
    };
    Some(vec![
        Cell::Text(frame_name(frame)),
        Cell::Year(*year),
        cell(*used),
        cell(*limit),
        cell(left),
        shadow.map_or(Cell::Empty, Cell::Thousands),
    ])
}

/// The name of a frame in a table.
pub(super) fn frame_name(frame: &Frame) -> Text {
    match frame {
        Frame::Capacity(area) => Text::same(area),
        Frame::Investment => text!(nb: "Investering", en: "Investment"),
        Frame::Restructuring => text!(nb: "Omstilling", en: "Restructuring"),
    }
}
