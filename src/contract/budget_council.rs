//! The council's tables of `a3 budget --format json`, in both layouts.

use super::amount::kroner;
use super::budget::Told;
use super::describe::{amount, list, object, or_null, text, year, yes_no};
use crate::budget::{CouncilRow, CouncilTable, CouncilYear, DeflatorTerms, Layout, Measure};
use crate::units::Overflow;
use serde::Serialize;
use serde_json::Value;

/// The tables by område, and by ansvar.
#[derive(Serialize)]
pub(super) struct CouncilOut<'a> {
    #[serde(rename = "per_område")]
    by_area: Vec<TableOut<'a>>,
    #[serde(rename = "per_ansvar")]
    by_unit: Vec<TableOut<'a>>,
}

/// One table.
#[derive(Serialize)]
struct TableOut<'a> {
    #[serde(rename = "områder")]
    areas: Vec<&'a str>,
    #[serde(rename = "ansvar")]
    units: Vec<&'a str>,
    #[serde(rename = "endring")]
    change: LayoutOut<'a>,
    #[serde(rename = "nivå")]
    level: LayoutOut<'a>,
}

/// A table in one layout.
#[derive(Serialize)]
struct LayoutOut<'a> {
    #[serde(rename = "år")]
    years: Vec<FrameOut>,
    #[serde(rename = "rader")]
    rows: Vec<MeasureOut<'a>>,
}

/// The frame of a year.
#[derive(Serialize)]
struct FrameOut {
    #[serde(rename = "år")]
    year: u16,
    #[serde(rename = "inngående_ramme")]
    opening: Option<String>,
    #[serde(rename = "deflator")]
    deflator: Option<String>,
    #[serde(rename = "endring_i_dagens_budsjett")]
    base_change: Option<String>,
    #[serde(rename = "sum_tiltak")]
    measures: String,
    #[serde(rename = "ny_ramme")]
    closing: Option<String>,
}

/// A measure of the table.
#[derive(Serialize)]
struct MeasureOut<'a> {
    #[serde(rename = "sak")]
    case: &'a str,
    #[serde(rename = "uten_budsjettpost")]
    is_without_line: bool,
    #[serde(rename = "år")]
    years: Vec<MeasureYearOut>,
}

/// A measure in a year.
#[derive(Serialize)]
struct MeasureYearOut {
    #[serde(rename = "år")]
    year: u16,
    #[serde(rename = "beløp")]
    amount: String,
}

impl<'a> Told<'a> {
    /// The tables that have measures, as `--tiltak` shows them.
    pub(super) fn council(&self, terms: DeflatorTerms<'_>) -> Result<CouncilOut<'a>, Overflow> {
        let shown = |tables: Vec<CouncilTable>| {
            let tables = tables.into_iter().filter(|table| !table.rows.is_empty());
            tables.map(|table| self.table(&table)).collect::<Result<Vec<_>, _>>()
        };
        Ok(CouncilOut {
            by_area: shown(self.budget.council_by_area(terms)?)?,
            by_unit: shown(self.budget.council_by_unit(terms)?)?,
        })
    }

    fn table(&self, table: &CouncilTable) -> Result<TableOut<'a>, Overflow> {
        let units = self.budget.units_in(&table.scope);
        let of_units = units.iter().flat_map(|unit| unit.cases.iter().copied());
        let cases = of_units.chain(table.rows.iter().map(|row| row.case));
        let mut areas: Vec<&'a str> =
            cases.filter_map(|case| Some(self.budget.cases.get(case)?.area.as_str())).collect();
        areas.sort_unstable();
        areas.dedup();
        Ok(TableOut {
            areas,
            units: units.iter().map(|unit| &*unit.unit).collect(),
            change: self.layout(table, Layout::Change)?,
            level: self.layout(table, Layout::Level)?,
        })
    }

    fn layout(&self, table: &CouncilTable, layout: Layout) -> Result<LayoutOut<'a>, Overflow> {
        let frames = table.years_in(layout)?.map(|at| self.frame(&at));
        let rows = table.rows.iter().map(|row| self.measure(row, layout));
        Ok(LayoutOut { years: frames.into(), rows: rows.collect::<Result<_, _>>()? })
    }

    fn frame(&self, at: &CouncilYear) -> FrameOut {
        let known = |amount| self.is_known.then(|| kroner(amount));
        FrameOut {
            year: at.year.number(),
            opening: known(at.opening),
            deflator: known(at.deflator),
            base_change: known(at.base_change),
            measures: kroner(at.measures),
            closing: known(at.closing),
        }
    }

    fn measure(&self, row: &CouncilRow, layout: Layout) -> Result<MeasureOut<'a>, Overflow> {
        let years = self.budget.plan.years().into_iter().zip(layout.of(row.levels)?);
        let years =
            years.map(|(year, amount)| MeasureYearOut { year: year.number(), amount: kroner(amount) });
        let is_without_line = match row.measure {
            Measure::OnLines => false,
            Measure::WithoutLine => true,
        };
        Ok(MeasureOut { case: self.id(row.case), is_without_line, years: years.collect() })
    }
}

/// Its JSON Schema.
pub(super) fn schema() -> Value {
    object(&[("per_område", list(&table())), ("per_ansvar", list(&table()))])
}

fn table() -> Value {
    object(&[
        ("områder", list(&text("Områdene sakene i tabellen hører til; flere når de deler ansvar"))),
        ("ansvar", list(&text("Ansvarene rammen gjelder, med nullene foran"))),
        ("endring", layout("Ramme fra året før", "Endring fra året før, utgift pluss")),
        ("nivå", layout("Dagens ramme, den samme hvert år", "Endring mot dagens budsjett, utgift pluss")),
    ])
}

fn layout(opening: &str, measure: &str) -> Value {
    let known = |words: &str| or_null(&amount(words));
    let frame = object(&[
        ("år", year("Planår")),
        ("inngående_ramme", known(&format!("{opening}; null når dagens budsjett er ukjent"))),
        ("deflator", known("Deflatoren, hele 1 000 kr; null når dagens budsjett er ukjent")),
        (
            "endring_i_dagens_budsjett",
            known("Det dagens budsjett selv endrer (linjer med år); null når det er ukjent"),
        ),
        ("sum_tiltak", amount("Summen av rader")),
        (
            "ny_ramme",
            known(
                "inngående_ramme + deflator + endring_i_dagens_budsjett + sum_tiltak; null når dagens budsjett er ukjent",
            ),
        ),
    ]);
    let at = object(&[("år", year("Planår")), ("beløp", amount(measure))]);
    let row = object(&[
        ("sak", text("Sakens id")),
        ("uten_budsjettpost", yes_no("Den delen av saken som ikke står på noen linje")),
        ("år", list(&at)),
    ]);
    object(&[("år", list(&frame)), ("rader", list(&row))])
}
