//! `--tiltak`: the council's table, inngående ramme → deflator → tiltak → ny ramme.

use super::frame::{Around, Prices};
use super::{Report, investment, labels};
use crate::budget::{CouncilRow, CouncilTable, CouncilYear, Layout, Measure, Scope};
use crate::model::Rounding;
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Kind, Page, rounding_note, row, titled};
use crate::units::{Kroner, Overflow, Rate, Year};
use crate::words::{Percent, Text, listed};
use crate::{text, words};

/// What there is a table for each of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// område
    Area,
    /// ansvar
    Unit,
}

/// One table per område or ansvar.
///
/// # Errors
/// [`Overflow`] when a figure does not fit.
pub fn page(report: &Report<'_>, per: Per) -> Result<Page, Overflow> {
    let (first, last) = report.plan_ends();
    let title = text!(nb: "Tiltak i økonomiplanen {first}–{last}", nn: "Tiltak i økonomiplanen {first}–{last}", en: "Measures of the plan {first}–{last}");
    let prices = if has_deflators(report) { Prices::BeforeDeflator } else { Prices::OfTheFirstYear };
    Around { report, title, prices, first: Vec::new() }.page(|page| {
        let tables = report.council(per)?;
        let page = page.with(Block::Paragraph(how(report, &tables)?));
        let page = tables.iter().try_fold(page, |page, table| Ok(page.with_all(blocks(report, table)?)))?;
        let without_line = match per {
            Per::Area => Vec::new(),
            Per::Unit => investment::without_line(report)?,
        };
        Ok(page
            .with_all(rounding(report).map(Block::Paragraph))
            .with_all(without_line)
            .with_all(investment::blocks(report)?))
    })
}

/// Whether the budget file has every plan year of the units of a table.
fn has_years(report: &Report<'_>, table: &CouncilTable) -> bool {
    report.plan().years().iter().all(|year| report.budget.has_year(*year))
        || report.budget.units_in(&table.scope).is_empty()
}

/// Whether a deflator is added to the frames.
fn has_deflators(report: &Report<'_>) -> bool {
    let years = report.plan().years();
    report.today.is_known() && years.iter().any(|year| report.rules.growth.contains_key(year))
}

/// How the deflator is rounded; nothing where there is none.
fn rounding(report: &Report<'_>) -> Option<Text> {
    has_deflators(report).then(|| match report.rules.rounding {
        Rounding::Nearest => text!(
            nb: "Deflatoren er rundet til nærmeste 1 000 kr, tabell for tabell.", nn: "Deflatoren er runda av til næraste 1 000 kr, tabell for tabell.",
            en: "The deflator is rounded to the nearest NOK 1,000, table by table."
        ),
        Rounding::Down => text!(
            nb: "Deflatoren er rundet ned til hele 1 000 kr, tabell for tabell.", nn: "Deflatoren er runda ned til heile 1 000 kr, tabell for tabell.",
            en: "The deflator is rounded down to whole NOK 1,000, table by table."
        ),
    })
}

/// Which ansvar the frame of an område holds; nothing where the table is of one ansvar, or of none.
fn held(report: &Report<'_>, table: &CouncilTable) -> Option<Text> {
    let units = match &table.scope {
        Scope::Area(_) | Scope::SharedBy(_) if report.today.is_known() => {
            report.budget.units_in(&table.scope)
        }
        Scope::Unit(_) | Scope::Area(_) | Scope::SharedBy(_) => Vec::new(),
    };
    let codes = units.iter().map(|unit| &*unit.unit).collect::<Vec<_>>().join(", ");
    (!codes.is_empty()).then(|| {
        text!(
            nb: "Ansvar i rammen: {codes}", nn: "Ansvar i ramma: {codes}", en: "Units in the frame: {codes}"
        )
    })
}

/// How the frame is carried on, and what is not in it.
fn how(report: &Report<'_>, tables: &[CouncilTable]) -> Result<Text, Overflow> {
    let is_known = tables.is_empty() || tables.iter().any(|table| has_years(report, table));
    if !(is_known && report.today.is_known()) {
        return Ok(text!(
            nb: "Rammene er ukjente når dagens budsjett er det. Investeringer, renter og avdrag står nederst.", nn: "Rammene er ukjende når budsjettet i dag er det. Investeringar, renter og avdrag står nedst.",
            en: "The frames are unknown when today's budget is. Investments, interest and repayments stand at the bottom."
        ));
    }
    let mut moves = false;
    let known = tables.iter().filter(|table| has_years(report, table));
    for table in known {
        moves |= table.years_in(report.layout)?.iter().any(|at| !at.base_change.is_zero());
    }
    let own = if moves {
        text!(nb: " + endring i dagens budsjett", nn: " + endring i budsjettet i dag", en: " + change in today's budget")
    } else {
        Text::default()
    };
    let together = if moves {
        text!(nb: "deflator, endring i dagens budsjett og tiltak", nn: "deflator, endring i budsjettet i dag og tiltak", en: "deflator, change in today's budget and measures")
    } else {
        text!(nb: "deflator og tiltak", nn: "deflator og tiltak", en: "deflator and measures")
    };
    Ok(match report.layout {
        Layout::Change => text!(
            nb: "Rammene gjelder bare ansvarene sakene berører. Ny ramme er inngående ramme + deflator{own} + tiltak, og er neste års inngående ramme. Investeringer, renter og avdrag står nederst.", nn: "Rammene gjeld berre ansvara sakene rører ved. Ny ramme er inngåande ramme + deflator{own} + tiltak, og er inngåande ramme for neste år. Investeringar, renter og avdrag står nedst.",
            en: "The frames are only of the units the cases touch. The new frame is the opening frame + deflator{own} + measures, and the opening frame of the next year. Investments, interest and repayments stand at the bottom."; own
        ),
        Layout::Level => text!(
            nb: "Rammene gjelder bare ansvarene sakene berører. Hvert år er regnet fra dagens ramme: ny ramme er dagens ramme + det {together} har lagt til så langt. Investeringer, renter og avdrag står nederst.", nn: "Rammene gjeld berre ansvara sakene rører ved. Kvart år er rekna frå ramma i dag: ny ramme er ramma i dag + det {together} har lagt til så langt. Investeringar, renter og avdrag står nedst.",
            en: "The frames are only of the units the cases touch. Every year is counted from today's frame: the new frame is today's frame + what {together} have added so far. Investments, interest and repayments stand at the bottom."; together
        ),
    })
}

fn blocks(report: &Report<'_>, table: &CouncilTable) -> Result<Vec<Block>, Overflow> {
    let years = table.years_in(report.layout)?;
    let of_years = |name: Text, figure: fn(&CouncilYear) -> Kroner| {
        row([name.into()], years.iter().map(|at| Cell::Thousands(figure(at))))
    };
    let is_known = knows_frame(report, table);
    let measure = |amount| {
        if report.budget.knows_measures(&table.scope) { Cell::Thousands(amount) } else { Cell::Empty }
    };
    let mut rows = Vec::new();
    if is_known {
        let opening = match report.layout {
            Layout::Change => text!(nb: "Inngående ramme", nn: "Inngåande ramme", en: "Opening frame"),
            Layout::Level => text!(nb: "Dagens ramme", nn: "Ramma i dag", en: "Today's frame"),
        };
        rows.push(of_years(opening, |at| at.opening));
        rows.extend(has_deflators(report).then(|| of_years(deflator(report), |at| at.deflator)));
        if years.iter().any(|at| !at.base_change.is_zero()) {
            rows.push(of_years(labels::own_change(), |at| at.base_change));
        }
    }
    for of in &table.rows {
        rows.push(row([measure_name(report, of).into()], report.layout.of(of.levels)?.map(measure)));
    }
    let sum = text!(nb: "Sum tiltak", nn: "Sum tiltak", en: "Sum of measures");
    let measures = row([sum.into()], years.iter().map(|at| measure(at.measures)));
    let total = if is_known {
        rows.push(measures);
        of_years(text!(nb: "Ny ramme", nn: "Ny ramme", en: "New frame"), |at| at.closing)
    } else {
        measures
    };
    let shown = report.table(
        [text!(nb: "Ramme og tiltak", nn: "Ramme og tiltak", en: "Frame and measures")],
        Kind::Thousands,
    );
    let shown = shown.rows(rows).total(total).with_sums_inside();
    let mut blocks = titled(scope(report, &table.scope), shown);
    blocks.extend(held(report, table).map(Block::Paragraph));
    blocks.extend(is_uneven(report, table)?.then(|| Block::Paragraph(rounding_note())));
    Ok(blocks)
}

/// Whether today's budget of what a table is of is known.
fn knows_frame(report: &Report<'_>, table: &CouncilTable) -> bool {
    report.today.is_known() && report.budget.knows_frame(&table.scope)
}

/// «Deflator (3,5 % i 2027)»
fn deflator(report: &Report<'_>) -> Text {
    let years = report.plan().years();
    let rates = years.iter().filter_map(|year| Some((year, report.rules.growth.get(year)?)));
    let rate = |(year, rate): (&Year, &Rate)| text!(nb: "{rate} i {year}", nn: "{rate} i {year}", en: "{rate} in {year}"; rate = Percent(rate.value()), year);
    text!(all: "Deflator ({rates})"; rates = listed(rates.map(rate)))
}

fn measure_name(report: &Report<'_>, row: &CouncilRow) -> Text {
    let title = labels::title(report.budget, row.case);
    match row.measure {
        Measure::OnLines => Text::same(title),
        Measure::WithoutLine => {
            text!(nb: "{title} (uten budsjettpost)", nn: "{title} (utan budsjettpost)", en: "{title} (without budget line)")
        }
    }
}

fn scope(report: &Report<'_>, scope: &Scope) -> Text {
    match scope {
        Scope::Unit(place) => {
            Text::same(&report.budget.units.get(*place).map(labels::unit).unwrap_or_default())
        }
        Scope::Area(area) => Text::same(area),
        Scope::SharedBy(areas) if areas.is_empty() => {
            text!(nb: "Uten område", nn: "Utan område", en: "Without area")
        }
        Scope::SharedBy(areas) => {
            let and = words!(nb: " og ", nn: " og ", en: " and ");
            let all = Text::in_each(|language| areas.join(and.get(language)));
            text!(nb: "Felles for {all}", nn: "Felles for {all}", en: "Shared by {all}"; all)
        }
    }
}

/// Whether the printed figures do not add up.
fn is_uneven(report: &Report<'_>, table: &CouncilTable) -> Result<bool, Overflow> {
    let left = table.print_rounding(report.layout)?;
    let (is_known, knows_measures) = (knows_frame(report, table), report.budget.knows_measures(&table.scope));
    Ok(left
        .iter()
        .any(|left| (knows_measures && !left.measures.is_zero()) || (is_known && !left.closing.is_zero())))
}
