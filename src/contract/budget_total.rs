//! What cases come to in `a3 budget --format json`: over everything and by område, and the two sides
//! of the budget.

use super::budget::{Context, FTE};
use super::content::Each;
use super::record::{In, record};
use crate::budget::{AreaTotal, CaseYear, Demand, WholeYear, YearTotal};
use crate::units::{Kroner, Overflow, Year};

/// What cases come to in a year, with what their new practice makes of it beside that.
#[derive(Clone, Copy)]
struct Effect<'a> {
    context: Context<'a>,
    year: Year,
    at: &'a CaseYear,
    difference: Kroner,
    /// Whether that is known.
    is_known: bool,
}

impl Effect<'_> {
    fn known<T>(&self, change: T) -> Option<T> {
        self.is_known.then_some(change)
    }

    fn running(&self) -> Result<Option<Kroner>, Overflow> {
        Ok(self.known(self.difference.minus(self.at.running_effect()?)?))
    }
}

record!(Effect<'_>, |to| {
    to.column("år", "Planår", |it| it.year);
    to.column(
        "drift",
        "Endring av driften mot dagens budsjett, utgift pluss: summen av gevinster, driftskostnader, omstilling, kapitalkostnad og ny_praksis; null når ny_praksis er det",
        |it| it.running(),
    );
    to.column("investering", "Det som betales dette året, utenom driften", |it| it.at.investment);
    to.column("årsverk", FTE, |it| it.at.fte);
    to.column("gevinster", "Det som tas ut; minus når utgiften går ned", |it| it.at.taken_out.negated());
    to.column("driftskostnader", "Nye driftskostnader", |it| it.at.running);
    to.column("omstilling", "Omstilling som betales", |it| it.at.restructuring);
    to.column("kapitalkostnad", "Renter og avdrag; null uten lån i a3.yaml, og da ikke med i drift", |it| {
        it.context.lent(it.at.capital)
    });
    to.column(
        "ny_praksis",
        "Det ny_praksis gir ut over det sakene sier; summen av differanser. Null når den erstatter en linje som ikke kunne leses",
        |it| it.known(it.difference),
    );
});

/// A year over everything.
pub(super) struct Sum<'a> {
    effect: Effect<'a>,
    total: &'a YearTotal,
}

impl<'a> Sum<'a> {
    pub(super) fn new(context: Context<'a>, total: &'a YearTotal) -> Self {
        let YearTotal { year, cases: at, difference, .. } = total;
        let is_known = context.budget.knows_changes(*year);
        Self { effect: Effect { context, year: *year, at, difference: *difference, is_known }, total }
    }

    fn demand(&self, of: fn(&Demand) -> Kroner) -> Option<Kroner> {
        self.total.demand.as_ref().map(of)
    }
}

record!(Sum<'_>, |to| {
    to.all_of(|it| &it.effect);
    to.column("innsparingskrav", "Kravet; null når året ikke har noe", |it| it.demand(|of| of.demand));
    to.column(
        "nådd",
        "Gevinster − driftskostnader − kapitalkostnad; pluss når penger frigjøres",
        |it| it.demand(|of| of.reached),
    );
    to.column("mangler", "Det som mangler på kravet; 0 når det er nådd", |it| it.demand(|of| of.missing));
    to.column("uten_budsjettpost", "Den delen av drift som ikke står på noen linje", |it| {
        it.total.without_line
    });
    to.column(
        "årsverk_endring",
        "Endring av årsverk i budsjettet, med ny_praksis; minus når de blir færre. Null når ny_praksis er det",
        |it| it.effect.known(it.total.fte_change),
    );
});

/// The cases of an område.
impl<'a> In<&'a AreaTotal, Context<'a>> {
    fn years(&self) -> impl Iterator<Item = Effect<'a>> + Clone + use<'a> {
        let Self { of: area, at: context } = *self;
        let years = context.years().zip(&area.years).zip(area.difference);
        years.map(move |(((_, year), at), difference)| {
            let is_known = context.budget.knows_change_by(&area.cases, year);
            Effect { context, year, at, difference, is_known }
        })
    }
}

record!(In<&AreaTotal, Context<'_>>, |to| {
    to.column("område", "Området", |it| &it.area);
    to.column("saker", "Sakens id", |it| it.at.ids(&it.cases));
    to.part("år", |it| Each(it.years()));
});

/// The two sides of the budget of all units in `rader` together.
impl In<&YearTotal, Context<'_>> {
    fn known(&self, of: fn(&YearTotal) -> Kroner) -> Option<Kroner> {
        self.at.budget.knows_units(self.year).then(|| of(self))
    }
}

record!(In<&YearTotal, Context<'_>>, |to| {
    to.column("år", "Planår", |it| it.year);
    to.column(
        "utgifter_dagens",
        "Utgifter i dag på ansvarene i rader; null når en linje ikke kunne leses",
        |it| it.known(|total| total.today.expense),
    );
    to.column("inntekter_dagens", "Inntekter i dag; minus", |it| it.known(|total| total.today.income));
    to.column("utgifter_nytt", "Utgifter i nytt budsjett", |it| it.known(|total| total.future.expense));
    to.column("inntekter_nytt", "Inntekter i nytt budsjett; minus", |it| {
        it.known(|total| total.future.income)
    });
});

/// The two sides of the whole file.
impl In<&WholeYear, Context<'_>> {
    fn known(&self, of: fn(&WholeYear) -> Kroner) -> Option<Kroner> {
        self.at.budget.knows_file(self.year).then(|| of(self))
    }
}

record!(In<&WholeYear, Context<'_>>, |to| {
    to.column("år", "Planår", |it| it.year);
    to.column(
        "utgifter_dagens",
        "Utgifter i dag i hele budsjettfila; null når en linje ikke kunne leses",
        |it| it.known(|at| at.today.expense),
    );
    to.column("inntekter_dagens", "Inntekter i dag; minus", |it| it.known(|at| at.today.income));
    to.column(
        "utgifter_nytt",
        "Utgifter med sakene, også renter, avdrag og det som ikke har budsjettpost",
        |it| it.known(|at| at.future.expense),
    );
    to.column("inntekter_nytt", "Inntekter med sakene; minus", |it| it.known(|at| at.future.income));
});
