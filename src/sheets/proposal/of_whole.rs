//! The draft of the whole organisation, or of one område.

use super::super::case::consequences::against_today;
use super::super::model::{Panel, Sheet};
use super::super::said;
use super::super::whole::{View, counting, running, running_of};
use super::{Opening, document, effect, proposed};
use crate::choose::{Because, Choice, ChoiceLine, Fate, Kept, Verdict, Why};
use crate::model::Fulfilment;
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Kind, Margin, Page, Table, titled};
use crate::report::{self, AppraisedCase};
use crate::sentences::{brief, choice as choice_words, omitted, unmet};
use crate::text;
use crate::units::Fte;
use crate::words::{Quoted, Text, separated};

/// The list of the sheet, which the draft has in a table of its own.
const LIST: usize = 6;

/// The document of the whole organisation or of an område, from its sheet.
pub fn of_whole(sheet: &Sheet, view: View<'_>) -> Page {
    let blocks = [measures(view), others(view), no(view), price(view)];
    let opening = Opening {
        heading: proposed(),
        decide: decide(view),
        lacking: omitted::lacking(view.rank()),
        consequences: blocks.into_iter().flatten().collect(),
    };
    document(sheet, opening, sheet.panels.iter().filter(|panel: &&Panel| panel.number != LIST))
}

/// What the council is asked to decide: what is carried out, the effect on the budget, and what waits.
fn decide(view: View<'_>) -> Vec<Text> {
    let all = |fate| view.lines().filter(move |(line, _)| line.fate() == fate);
    let chosen: Vec<Text> = all(Fate::Chosen).map(|(line, of)| with_start(line, of)).collect();
    let carried_out = (!chosen.is_empty()).then(|| {
        let all = separated(chosen, "; ");
        text!(nb: "Disse sakene gjennomføres, fra året som står ved hver: {all}.", nn: "Desse sakene blir gjennomførte, frå året som står ved kvar: {all}.", en: "These cases are carried out, from the year beside each: {all}."; all)
    });
    let years = view.organisation().plan_years();
    let budget = running(view)
        .filter(|_| view.choice().is_limited)
        .map(|running| effect(years.into_iter().zip(running)));
    let waiting: Vec<Text> = all(Fate::Waiting).map(|(_, of)| Text::same(&of.case.title)).collect();
    let waiting = (!waiting.is_empty()).then(|| {
        let all = separated(waiting, "; ");
        text!(nb: "Disse sakene venter, og tas opp igjen ved neste rullering: {all}.", nn: "Desse sakene ventar, og blir tekne opp att ved neste rullering: {all}.", en: "These cases wait, and are taken up again at the next revision: {all}."; all)
    });
    carried_out.into_iter().chain(budget).chain(waiting).collect()
}

fn with_start(line: &ChoiceLine, of: &AppraisedCase) -> Text {
    let title = &of.case.title;
    let start = line.start.map(|start| text!(all: " ({start})"; start)).unwrap_or_default();
    text!(all: "{title}{start}"; title, start)
}

/// What is in the plan: each with its four years, why under it, and the sum that is decided on.
fn measures(view: View<'_>) -> Vec<Block> {
    let years = view.organisation().plan_years();
    let names = [text!(nb: "Tiltak", nn: "Tiltak", en: "Measure"), text!(nb: "Fra", nn: "Frå", en: "From")]
        .map(|name| (name, Kind::Text));
    let years = years.map(|year| (text!(all: "{year}"; year), Kind::Thousands));
    let positions =
        [(text!(nb: "Årsverk tatt ut", nn: "Årsverk tekne ut", en: "FTE taken out"), Kind::Number)];
    let mut table = Table::new(names.into_iter().chain(years).chain(positions));
    let mut fte = Fte::ZERO;
    for (line, of) in counting(view) {
        let [.., last] = line.fte.unwrap_or_default();
        fte = fte.plus(last).unwrap_or(fte);
        let start = line.start.map_or(Cell::Empty, Cell::Year);
        let effect = line.running_effect.unwrap_or_default().map(Cell::Thousands);
        table.rows.push(
            [Cell::name(&of.case.title), start].into_iter().chain(effect).chain([Cell::Fte(last)]).collect(),
        );
        let decided = (line.verdict == Verdict::Decided)
            .then(|| text!(nb: "Besluttet før.", nn: "Avgjort før.", en: "Decided before."));
        let below = decided.unwrap_or_else(|| view.reason(line, brief::sentence));
        table.margins.push(Margin { below, ..Margin::default() });
    }
    let sum = running(view).filter(|_| table.rows.len() > 1).map(|sum| {
        let names = [Cell::name("Sum"), Cell::blank()].into_iter();
        names.chain(sum.map(Cell::Thousands)).chain([Cell::Fte(fte)]).collect()
    });
    table.total = sum;
    let uneven = table.rounds_unevenly().then(|| Block::Paragraph(crate::pages::page::rounding_note()));
    let heading = text!(nb: "Tiltakene, og hva de gjør med driftsbudsjettet (pluss er et bedre budsjett enn i dag)", nn: "Tiltaka, og kva dei gjer med driftsbudsjettet (pluss er eit betre budsjett enn i dag)", en: "The measures, and what they do to the running budget (plus is a better budget than today)");
    titled(heading, table).into_iter().chain(uneven).collect()
}

/// The cases that are in no plan, with why.
fn others(view: View<'_>) -> Vec<Block> {
    let is_in: Vec<usize> = counting(view).map(|(line, _)| line.candidate).collect();
    let others = view.lines().filter(|(line, _)| !is_in.contains(&line.candidate));
    let lines = others.map(|(line, of)| {
        let (title, why) = (&of.case.title, view.reason(line, choice_words::sentence));
        text!(all: "{title}. {why}"; title, why)
    });
    let lines: Vec<Text> = lines.collect();
    let heading = Block::Heading(
        text!(nb: "Sakene som ikke er med", nn: "Sakene som ikkje er med", en: "The cases that are not in"),
    );
    if lines.is_empty() { Vec::new() } else { vec![heading, Block::Lines(Text::default(), lines)] }
}

/// What follows from a yes, and from a no to what is not decided before.
fn no(view: View<'_>) -> Vec<Block> {
    let decided = |line: &ChoiceLine| line.verdict == Verdict::Decided;
    let Some((with, without)) = running(view).zip(running_of(view, decided)) else { return Vec::new() };
    if !view.choice().is_limited || counting(view).all(|(line, _)| decided(line)) {
        return Vec::new();
    }
    let years = view.organisation().plan_years().into_iter().zip(with.into_iter().zip(without));
    let budget = years.map(|(year, (with, without))| {
        let name = text!(nb: "Driftsbudsjettet i {year}", nn: "Driftsbudsjettet i {year}", en: "Running budget in {year}"; year);
        [name, against_today(with), against_today(without)]
    });
    let all = |verdict| matches!(verdict, Verdict::Chosen | Verdict::Decided);
    let duties = [
        text!(nb: "Krav i lov og forskrift som ingen sak i planen oppfyller", nn: "Krav i lov og forskrift som inga sak i planen oppfyller", en: "Requirements of law that no case of the plan meets"),
        unmet_duties(view, all),
        unmet_duties(view, |verdict| verdict == Verdict::Decided),
    ];
    let rows = budget.chain([duties]).map(|row| row.map(Cell::Text).to_vec());
    let columns = [
        text!(nb: "Hva som følger", nn: "Kva som følgjer", en: "What follows"),
        text!(nb: "Med forslaget", nn: "Med forslaget", en: "With the proposal"),
        text!(nb: "Bare det som er besluttet før", nn: "Berre det som er avgjort før", en: "Only what is decided before"),
    ];
    let table = Table::new(columns.map(|title| (title, Kind::Text))).rows(rows);
    titled(
        text!(nb: "Hva som følger av et ja, og av et nei", nn: "Kva som følgjer av eit ja, og av eit nei", en: "What follows from a yes, and from a no"),
        table,
    )
}

fn unmet_duties(view: View<'_>, is_carried_out: impl Fn(Verdict) -> bool) -> Text {
    let taken: Vec<&str> =
        view.lines().filter(|(line, _)| is_carried_out(line.verdict)).map(|(_, of)| &*of.case.id).collect();
    let duties = report::open_duties(view.appraised(), view.area());
    let open = duties.iter().filter(|duty| duty.today != Fulfilment::Yes);
    let open = open.filter(|duty| !duty.cases.iter().any(|id| taken.contains(&id.as_str()))).count();
    text!(all: "{open}")
}

/// What innsparingskrav costs, and the cases it hangs on.
fn price(view: View<'_>) -> Vec<Block> {
    let choice = view.choice();
    if view.area().is_some() || choice.savings.is_empty() {
        return Vec::new();
    }
    let kept = |line: &ChoiceLine| match &line.why {
        Why::Chosen { because: Because::Savings(kept), .. } => Some(*kept),
        Why::Chosen { .. } | Why::Waits { .. } | Why::Plain(_) | Why::Nothing => None,
    };
    let needed = view.lines().filter_map(|(line, of)| Some(needed(of, kept(line)?, choice)));
    let lines: Vec<Text> = costs(choice).into_iter().chain(needed).collect();
    let heading = Block::Heading(
        text!(nb: "Hva innsparingskravet koster", nn: "Kva innsparingskravet kostar", en: "What the savings demand costs"),
    );
    if lines.is_empty() {
        Vec::new()
    } else {
        [heading].into_iter().chain(lines.into_iter().map(Block::Paragraph)).collect()
    }
}

/// The price, where it is known; that it costs nothing, where it moves no case.
fn costs(choice: &Choice) -> Option<Text> {
    let price = choice.savings_price.as_ref()?;
    if choice.sum.is_some_and(|sum| price.is_nothing(sum)) {
        return Some(text!(
            nb: "Kravet koster ingenting: de samme sakene ville vært valgt uten det.", nn: "Kravet kostar ingenting: dei same sakene ville vore valde utan det.",
            en: "The demand costs nothing: the same cases would be chosen without it.",
        ));
    }
    Some(unmet::price(choice)).filter(|said| !said.is_empty())
}

fn needed(of: &AppraisedCase, kept: Kept, choice: &Choice) -> Text {
    let (title, years) = (Quoted(&of.case.title), choice_words::in_all(choice));
    if let Some(more) = choice_words::missing_more(kept, choice) {
        let more = said::about(more);
        return text!(
            nb: "Uten {title} mangler {more} mer av kravet{years}.", nn: "Utan {title} manglar {more} meir av kravet{years}.",
            en: "Without {title} the demand lacks {more} more{years}."; title, more, years
        );
    }
    let missing = said::about(kept.missing_without);
    text!(
        nb: "Uten {title} mangler {missing} av kravet{years}.", nn: "Utan {title} manglar {missing} av kravet{years}.",
        en: "Without {title} the demand lacks {missing}{years}."; title, missing, years
    )
}
