//! The council's tables of `a3 budget --format json`, in both layouts.

use super::budget::Context;
use super::content::Each;
use super::record::{In, each_in, record};
use crate::budget::{CouncilRow, CouncilTable, CouncilYear, DeflatorTerms, Layout, Measure};
use crate::units::{Kroner, Overflow, Year};

/// The tables that have measures, as `--tiltak` shows them.
pub(super) struct Council<'a> {
    context: Context<'a>,
    by_area: Vec<CouncilTable>,
    by_unit: Vec<CouncilTable>,
}

impl<'a> Council<'a> {
    pub(super) fn new(context: Context<'a>, terms: DeflatorTerms<'_>) -> Result<Self, Overflow> {
        let budget = context.budget;
        let (by_area, by_unit) = (budget.council_by_area(terms)?, budget.council_by_unit(terms)?);
        Ok(Self { context, by_area, by_unit })
    }

    fn shown<'c>(&'c self, tables: &'c [CouncilTable]) -> Each<impl Iterator<Item = Table<'c>> + Clone> {
        each_in(tables.iter().filter(|table| !table.rows.is_empty()), self.context)
    }
}

record!(Council<'_>, |to| {
    to.part("per_område", |it| it.shown(&it.by_area));
    to.part("per_ansvar", |it| it.shown(&it.by_unit));
});

/// A table; the same in each layout, where it knows its own.
type Table<'a> = In<&'a CouncilTable, Context<'a>>;

impl<'a> Table<'a> {
    fn areas(&self) -> Vec<&'a str> {
        let Context { budget, .. } = self.at;
        let of_units = budget.units_in(&self.scope).into_iter().flat_map(|unit| &unit.cases).copied();
        let cases = of_units.chain(self.rows.iter().map(|row| row.case));
        let mut areas: Vec<&'a str> =
            cases.filter_map(|case| Some(budget.cases.get(case)?.area.as_str())).collect();
        areas.sort_unstable();
        areas.dedup();
        areas
    }

    fn units(&self) -> Vec<&'a str> {
        self.at.budget.units_in(&self.scope).into_iter().map(|unit| &*unit.unit).collect()
    }
}

record!(Table<'_>, |to| {
    to.column("områder", "Områdene sakene i tabellen hører til; flere når de deler ansvar", |it| {
        it.areas()
    });
    to.column("ansvar", "Ansvarene rammen gjelder, med nullene foran", |it| it.units());
    to.part("endring", |it| Laid::<false>(*it));
    to.part("nivå", |it| Laid::<true>(*it));
});

/// A table where each year is a level, or else the change from the year before.
struct Laid<'a, const LEVEL: bool>(Table<'a>);

impl<'a, const LEVEL: bool> Laid<'a, LEVEL> {
    const LAYOUT: Layout = if LEVEL { Layout::Level } else { Layout::Change };

    fn frames(&self) -> Result<Vec<FrameYear<LEVEL>>, Overflow> {
        let Self(table) = self;
        let (budget, scope) = (table.at.budget, &table.scope);
        let knows_today = table.at.is_known && budget.knows_frame(scope);
        let knows_change = budget.knows_measures(scope);
        let frame = |at| FrameYear { at, knows_today, knows_change };
        Ok(table.years_in(Self::LAYOUT)?.map(frame).into())
    }

    fn measures(&self) -> impl Iterator<Item = MeasureRow<'a, LEVEL>> + Clone {
        let Table { of: table, at: context } = self.0;
        let is_known = context.budget.knows_measures(&table.scope);
        table.rows.iter().map(move |row| MeasureRow { context, row, is_known })
    }
}

record!(<const LEVEL: bool> Laid<'_, LEVEL>, |to| {
    to.part("år", |it| it.frames());
    to.part("rader", |it| Each(it.measures()));
});

/// The frame of a year.
struct FrameYear<const LEVEL: bool> {
    at: CouncilYear,
    /// Whether today's budget is known, and every line of its units could be read.
    knows_today: bool,
    /// Whether what the cases change is known.
    knows_change: bool,
}

impl<const LEVEL: bool> FrameYear<LEVEL> {
    fn known(&self, amount: Kroner) -> Option<Kroner> {
        self.knows_today.then_some(amount)
    }
}

record!(<const LEVEL: bool> FrameYear<LEVEL>, |to| {
    let opening = if LEVEL {
        "Dagens ramme, den samme hvert år; null når dagens budsjett er ukjent"
    } else {
        "Ramme fra året før; null når dagens budsjett er ukjent"
    };
    to.column("år", "Planår", |it| it.at.year);
    to.column("inngående_ramme", opening, |it| it.known(it.at.opening));
    to.column("deflator", "Deflatoren, hele 1 000 kr; null når dagens budsjett er ukjent", |it| {
        it.known(it.at.deflator)
    });
    to.column(
        "endring_i_dagens_budsjett",
        "Det dagens budsjett selv endrer (linjer med år); null når det er ukjent",
        |it| it.known(it.at.base_change),
    );
    to.column("sum_tiltak", "Summen av rader; null når en av dem er det", |it| {
        it.knows_change.then_some(it.at.measures)
    });
    to.column(
        "ny_ramme",
        "inngående_ramme + deflator + endring_i_dagens_budsjett + sum_tiltak; null når dagens budsjett er ukjent",
        |it| it.known(it.at.closing),
    );
});

/// A measure of the table.
struct MeasureRow<'a, const LEVEL: bool> {
    context: Context<'a>,
    row: &'a CouncilRow,
    is_known: bool,
}

impl<const LEVEL: bool> MeasureRow<'_, LEVEL> {
    fn years(&self) -> Result<Vec<MeasureYear<LEVEL>>, Overflow> {
        let amounts = Laid::<LEVEL>::LAYOUT.of(self.row.levels)?;
        Ok(self
            .context
            .years()
            .zip(amounts)
            .map(|((_, year), amount)| MeasureYear { year, amount: self.is_known.then_some(amount) })
            .collect())
    }
}

record!(<const LEVEL: bool> MeasureRow<'_, LEVEL>, |to| {
    to.column("sak", "Sakens id", |it| it.context.id(it.row.case));
    to.column("uten_budsjettpost", "Den delen av saken som ikke står på noen linje", |it| {
        match it.row.measure {
            Measure::OnLines => false,
            Measure::WithoutLine => true,
        }
    });
    to.part("år", |it| it.years());
});

/// A measure in a year.
struct MeasureYear<const LEVEL: bool> {
    year: Year,
    amount: Option<Kroner>,
}

record!(<const LEVEL: bool> MeasureYear<LEVEL>, |to| {
    let amount = if LEVEL {
        "Endring mot dagens budsjett, utgift pluss; null når ny_praksis erstatter en linje som ikke kunne leses"
    } else {
        "Endring fra året før, utgift pluss; null når ny_praksis erstatter en linje som ikke kunne leses"
    };
    to.column("år", "Planår", |it| it.year);
    to.column("beløp", amount, |it| it.amount);
});
