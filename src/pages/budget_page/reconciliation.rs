//! avstemming: what the cases take out against what the budget shows, to the krone, and what makes
//! up each difference.

use super::{Report, labels};
use crate::budget::UnitYear;
use crate::pages::cell::Cell;
use crate::pages::listing::Listing;
use crate::pages::page::{Block, Kind, row, sum_row, titled};
use crate::units::{Kroner, Overflow};
use crate::words::Text;
use crate::{counted, text};
use std::collections::BTreeMap;

/// The reconciliation; nothing where today's budget is not known, as the two are then one.
pub(super) fn blocks(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    if !report.today.is_known() {
        return Ok(Vec::new());
    }
    let units = report.budget.units.iter();
    let table = Listing::of(units.flat_map(|unit| unit.years.iter().map(move |at| (&unit.unit, at))))
        .text(text!(nb: "Ansvar", nn: "Ansvar", en: "Unit"), |(unit, _)| Cell::name(unit))
        .year(|(_, at)| at.year)
        .kroner(
            text!(nb: "Sakene tar ut, kr", nn: "Sakene tek ut, kr", en: "Cases take out, NOK"),
            |(_, at)| at.cases_take_out,
        )
        .kroner(
            text!(nb: "Budsjettet viser, kr", nn: "Budsjettet viser, kr", en: "Budget shows, NOK"),
            |(_, at)| at.budget_shows,
        )
        .kroner(text!(nb: "Differanse, kr", nn: "Differanse, kr", en: "Difference, NOK"), |(_, at)| {
            at.difference
        })
        .table();
    let mut blocks = titled(
        text!(nb: "Avstemming, til kronen", nn: "Avstemming, til krona", en: "Reconciliation, to the krone"),
        table,
    );
    if !blocks.is_empty() {
        blocks.push(Block::Paragraph(text!(
            nb: "Her er pluss lavere budsjett, hvert år mot dagens. Sakene tar ut: gevinster minus driftskostnader og omstilling, på ansvarets linjer.", nn: "Her er pluss lågare budsjett, kvart år mot i dag. Sakene tek ut: gevinstar minus driftskostnader og omstilling, på linjene til ansvaret.",
            en: "Here plus is a lower budget, every year against today's. Cases take out: gains less running costs and restructuring, on the lines of the unit."
        )));
    }
    blocks.extend(named(report)?);
    Ok(blocks)
}

/// Whether the budget shows what the cases take out, in a sentence; nothing where today's is not known.
pub(super) fn in_a_sentence(report: &Report<'_>) -> Text {
    let is_known = report.plan().years().into_iter().all(|year| report.budget.knows_changes(year));
    if !report.today.is_known() || !is_known {
        return Text::default();
    }
    let differs = |at: &&UnitYear| !at.difference.rounded(0).is_zero();
    match report.budget.units.iter().flat_map(|unit| &unit.years).filter(differs).count() {
        0 => text!(
            nb: "Budsjettet viser det sakene tar ut, til kronen.", nn: "Budsjettet viser det sakene tek ut, til krona.",
            en: "The budget shows what the cases take out, to the krone.",
        ),
        places => counted!(
            places; nb: "Ett sted viser budsjettet noe annet enn det sakene tar ut: se avstemmingen med --alt." | "{places} steder viser budsjettet noe annet enn det sakene tar ut: se avstemmingen med --alt.", nn: "Éin stad viser budsjettet noko anna enn det sakene tek ut: sjå avstemminga med --alt." | "{places} stader viser budsjettet noko anna enn det sakene tek ut: sjå avstemminga med --alt.",
            en: "In one place the budget shows something else than the cases take out: see the reconciliation with --alt." | "In {places} places the budget shows something else than the cases take out: see the reconciliation with --alt."
        ),
    }
}

/// Each difference with its line, its case and why.
fn named(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let mut parts: BTreeMap<(usize, usize), [Kroner; 4]> = BTreeMap::new();
    let mut sum = [Kroner::ZERO; 4];
    for part in report.budget.units.iter().flat_map(|unit| &unit.differences) {
        for years in [parts.entry((part.line, part.case)).or_default(), &mut sum] {
            report.plan().add(years, part.year, part.amount)?;
        }
    }
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let words = [
        text!(nb: "Linje", nn: "Linje", en: "Line"),
        text!(nb: "ny_praksis i", nn: "ny_praksis i", en: "ny_praksis of"),
    ];
    let (shown, small): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(_, years)| shows(years));
    let rows = shown.into_iter().filter_map(|((line, case), years)| {
        let line = report.budget.lines.get(line)?;
        let art = labels::art(&line.art);
        let of = format!("{} {}", line.unit, line.function);
        let line = text!(all: "{of} {art}"; art);
        Some(row([line.into(), labels::id(report.budget, case).into()], years.map(Cell::Kroner)))
    });
    let total = sum_row(2, sum.map(Cell::Kroner));
    let mut blocks = titled(
        text!(nb: "Hva differansene kommer av, kr", nn: "Kva differansane kjem av, kr", en: "What the differences come from, NOK"),
        report.table(words, Kind::Kroner).rows(rows).total(total),
    );
    if !blocks.is_empty() {
        blocks.push(Block::Paragraph(why()));
    }
    if !small.is_empty() {
        blocks.push(Block::Paragraph(below_a_krone(report, &small)));
    }
    Ok(blocks)
}

/// Whether some year shows as more than 0 kr.
fn shows(years: &[Kroner; 4]) -> bool {
    years.iter().any(|amount| !amount.rounded(0).is_zero())
}

/// Differences of some øre: the budget file is in whole kroner, and what is worked out is not.
fn below_a_krone(report: &Report<'_>, small: &[((usize, usize), [Kroner; 4])]) -> Text {
    let lines = small.iter().filter_map(|((line, _), _)| report.budget.lines.get(*line)).map(labels::line);
    let lines = lines.collect::<Vec<_>>().join(", ");
    text!(
        nb: "Differanser på noen øre kommer av at budsjettet står i hele kroner, mens ny_praksis er regnet ut: {lines}.", nn: "Differansar på nokre øre kjem av at budsjettet står i heile kroner, medan ny_praksis er rekna ut: {lines}.",
        en: "Differences of some øre come from the budget being in whole kroner, while ny_praksis is worked out: {lines}."
    )
}

fn why() -> Text {
    text!(
        nb: "Saken sier i ny_praksis hva linjen skal være. Tallet er ny_praksis minus det linjen ville vært av dagens budsjett og sakens egne gevinster og kostnader: pluss der den nye praksisen koster mer enn saken sier, minus der den koster mindre. Stemmer det ikke, rett ny_praksis eller beregningen i saken.", nn: "Saka seier i ny_praksis kva linja skal vere. Talet er ny_praksis minus det linja ville vore ut frå budsjettet i dag og gevinstane og kostnadene i saka sjølv: pluss der den nye praksisen kostar meir enn saka seier, minus der han kostar mindre. Stemmer det ikkje, rett ny_praksis eller utrekninga i saka.",
        en: "The case says in ny_praksis what the line becomes. The figure is ny_praksis less what the line would be by today's budget and the case's own gains and costs: plus where the new practice costs more than the case says, minus where it costs less. If that is not right, mend ny_praksis or the calculation of the case."
    )
}
