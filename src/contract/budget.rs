//! The document of `a3 budget --format json`.

use super::budget_council::Council;
use super::budget_investment::{financing, investment_budget};
use super::budget_row::{Row, Unit};
use super::budget_total::Sum;
use super::check::{Found, GRADES, all_found, grade};
use super::content::Each;
use super::record::{In, each_in, named, record, whole_document};
use super::{IS_UNFINISHED, LeftOut, document, unread_files};
use crate::budget::{
    BudgetCase, DeflatorTerms, Difference, Financing, FutureBudget, FutureLine, LineEntry, UnitBudget,
    UnitYear,
};
use crate::calc::Booking;
use crate::report::{Basis, BudgetReport, Today};
use crate::units::{Kroner, Overflow, Year};
use crate::words::Language;

pub use super::budget_sheet::Sheet;

named! {
    /// The words of `utvalg`.
    BASES, basis(Basis) {
        "valgt" = Basis::Chosen | Basis::Unproven,
        "besluttet" = Basis::DecidedAlone,
        "alle" = Basis::WithoutFrames | Basis::All,
        "saker" = Basis::Named,
    }
}

/// The document.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn json(found: &BudgetReport, language: Language) -> Result<String, Overflow> {
    document(&Budget { found, context: Context::of(found), language }).ok_or(Overflow)
}

/// The budget, and what is known around it.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) budget: &'a FutureBudget,
    /// Whether today's budget is known.
    pub(super) is_known: bool,
    /// Whether investments are turned into capital cost.
    pub(super) has_loan: bool,
}

impl<'a> Context<'a> {
    pub(super) fn of(found: &'a BudgetReport) -> Self {
        let BudgetReport { budget, .. } = found;
        let has_loan = budget.investments.financing.is_some();
        Self { budget, is_known: found.today().is_known(), has_loan }
    }

    pub(super) fn id(self, case: usize) -> &'a str {
        self.budget.cases.get(case).map_or("", |case| case.id.as_str())
    }

    pub(super) fn ids<'c>(self, cases: impl IntoIterator<Item = &'c usize>) -> Vec<&'a str> {
        cases.into_iter().map(|case| self.id(*case)).collect()
    }

    /// The plan years, each with its place.
    pub(super) fn years(self) -> impl Iterator<Item = (usize, Year)> + Clone {
        self.budget.plan.years().into_iter().enumerate()
    }

    /// What hangs on today's budget.
    pub(super) fn known<T>(self, value: T) -> Option<T> {
        self.is_known.then_some(value)
    }

    /// What hangs on the loan.
    pub(super) fn lent<T>(self, value: T) -> Option<T> {
        self.has_loan.then_some(value)
    }

    /// Rows of what hangs on today's budget: none where that is not known.
    fn known_rows<T>(self, rows: &'a [T]) -> &'a [T] {
        self.known(rows).unwrap_or_default()
    }

    fn units(self) -> &'a [UnitBudget] {
        self.known_rows(&self.budget.units)
    }

    /// Every line of the units touched, year by year: too many to be held all at once.
    fn lines(self) -> impl Iterator<Item = Row<'a>> + Clone {
        self.budget.units.iter().flat_map(move |unit| self.lines_of(unit))
    }

    fn reconciled(self) -> impl Iterator<Item = Reconciled<'a>> + Clone {
        self.units().iter().flat_map(move |of| {
            let unit = Unit::of(of);
            let is_known = move |at: &UnitYear| self.budget.knows_change_of(of, at.year);
            of.years.iter().map(move |at| Reconciled { unit, at, is_known: is_known(at) })
        })
    }

    fn differences(self) -> impl Iterator<Item = Explained<'a>> + Clone {
        self.units().iter().flat_map(|unit| &unit.differences).filter_map(move |difference| {
            let line = self.budget.lines.get(difference.line)?;
            Some(Explained { context: self, line, difference })
        })
    }
}

/// The whole document.
struct Budget<'a> {
    found: &'a BudgetReport,
    context: Context<'a>,
    language: Language,
}

whole_document!("budget", Budget<'_>, |to| {
    to.column("utvalg", &BASES, |it| basis(it.found.basis));
    to.part("saker", |it| each_in(&it.context.budget.cases, it.found));
    to.part("budsjettfil", |it| match it.found.today() {
        Today::Read { path, bad } => Some(TodayFile { path, bad }),
        Today::NotNamed | Today::Unreadable { .. } => None,
    });
    to.part("rader", |it| Each(it.context.lines()));
    to.part("avstemming", |it| Each(it.context.reconciled()));
    to.part("differanser", |it| Each(it.context.differences()));
    to.part("uten_budsjettpost", |it| each_in(&it.context.budget.without_line, it.context));
    to.part("investeringer", |it| each_in(&it.context.budget.investments.rows, it.context));
    to.part("finansiering", |it| Each(financing(it.context)));
    to.part("investeringsbudsjett", |it| Each(investment_budget(it.context)));
    to.part("lån", |it| it.context.budget.investments.financing.as_ref());
    to.part("sum", |it| Each(it.context.budget.totals.iter().map(|total| Sum::new(it.context, total))));
    to.part("områder", |it| each_in(&it.context.budget.areas, it.context));
    to.part("balanse", |it| each_in(it.context.known_rows(&it.context.budget.totals), it.context));
    to.part("hele_budsjettet", |it| each_in(it.context.known_rows(&it.context.budget.whole), it.context));
    to.part("tiltak", |it| {
        Council::new(it.context, DeflatorTerms::of(&it.found.appraised.organisation.rules))
    });
    to.part("advarsler", |it| Each(all_found(&it.found.findings, it.language).map(Warning)));
    to.part("funn", |it| Each(all_found(&it.found.findings, it.language)));
    to.part("utelatt", |it| {
        let one = |of| LeftOut::of_budget(of, it.found.choice.as_ref(), it.language);
        it.found.left_out.iter().map(one).collect::<Vec<_>>()
    });
    to.part("ulest", |it| unread_files(it.found.findings.unread.iter().cloned(), it.language));
});

record!(In<&BudgetCase, &BudgetReport>, |to| {
    to.column("id", "Sakens id", |it| &it.id);
    to.column("tittel", "Sakens tittel", |it| &it.title);
    to.column("område", "Sakens område", |it| &it.area);
    to.column("oppstart", "Første år i budsjettet", |it| it.start);
    to.column("besluttet", "Vedtatt, eller i gjennomføring", |it| it.is_decided);
    to.column("innarbeidet", "Ligger allerede i dagens budsjett, og endrer derfor ingenting", |it| {
        it.is_in_todays_budget
    });
    to.column("ikke_ferdig", IS_UNFINISHED, |it| it.at.unfinished.contains(&it.id));
});

/// The file of today's budget.
struct TodayFile<'a> {
    path: &'a str,
    bad: usize,
}

record!(TodayFile<'_>, |to| {
    to.column("fil", "Dagens budsjett, fra rota; null når det er ukjent", |it| it.path);
    to.column("uleste_linjer", "Linjer som ikke kunne leses, og ikke er med", |it| it.bad);
});

/// What årsverk of cases are.
pub(super) const FTE: &str =
    "Årsverk som tas ut, minus dem driftskostnader legger til; pluss når de blir færre";

/// A unit in a year, reconciled.
struct Reconciled<'a> {
    unit: Unit<'a>,
    at: &'a UnitYear,
    /// Whether the change is.
    is_known: bool,
}

impl Reconciled<'_> {
    fn known(&self, change: Kroner) -> Option<Kroner> {
        self.is_known.then_some(change)
    }
}

record!(Reconciled<'_>, |to| {
    to.column("år", "Planår", |it| it.at.year);
    to.all_of(|it| &it.unit);
    to.column(
        "saker_tar_ut",
        "Gevinster − driftskostnader − omstilling; pluss når budsjettet går ned",
        |it| it.at.cases_take_out,
    );
    to.column(
        "budsjettet_viser",
        "Dagens − nytt; pluss når budsjettet går ned. Null når ny_praksis erstatter en linje som ikke kunne leses",
        |it| it.known(it.at.budget_shows),
    );
    to.column(
        "differanse",
        "saker_tar_ut − budsjettet_viser; er summen av differanser. Null når budsjettet_viser er det",
        |it| it.known(it.at.difference),
    );
});

/// What makes up a difference.
struct Explained<'a> {
    context: Context<'a>,
    line: &'a FutureLine,
    difference: &'a Difference,
}

/// The only reason there is.
const NEW_PRACTICE: &str = "ny_praksis";

record!(Explained<'_>, |to| {
    to.column("år", "Planår", |it| it.difference.year);
    to.column("ansvar", "Ansvar", |it| &*it.line.unit);
    to.column("funksjon", "KOSTRA-funksjon", |it| &*it.line.function);
    to.column("art", "KOSTRA-art", |it| &*it.line.art);
    to.column("sak", "Id til saken det kommer av", |it| it.context.id(it.difference.case));
    to.column("grunn", &[NEW_PRACTICE], |_| NEW_PRACTICE);
    to.column(
        "beløp",
        "ny_praksis − (dagens linje + det saken selv fører på den); null når dagens linje ikke kunne leses",
        |it| Some(it.difference.amount).filter(|_| it.context.budget.knows_line(it.line, it.difference.year)),
    );
});

// What a case books on no line.
record!(In<&LineEntry, Context<'_>>, |to| {
    to.column("år", "Planår", |it| it.year);
    to.column("sak", "Sakens id", |it| it.at.id(it.case));
    to.column("slag", &BOOKINGS, |it| booking(it.booking));
    to.column("beløp", "Endring av driften, utgift pluss", |it| it.amount);
    to.column("årsverk", FTE, |it| it.fte.negated());
});

named! {
    /// What kind of entry it is; capital costs and investment stand elsewhere.
    BOOKINGS, booking(Booking) {
        "gevinst" = Booking::TakenOut,
        "drift" = Booking::Running | Booking::Investment | Booking::Interest | Booking::Repayment,
        "omstilling" = Booking::Restructuring,
    }
}

record!(Financing, |to| {
    to.column("ansvar", "Der renter og avdrag føres, på funksjon 870", |it| it.unit.as_deref());
});

/// What should be looked at, in short.
struct Warning<'a>(Found<'a>);

record!(Warning<'_>, |to| {
    to.column("grad", &GRADES, |it| grade(it.0.finding.grade));
    to.column("tekst", "Hva som bør ses over, og hva som kan skrives; funn har det samme i deler", |it| {
        it.0.sentences()
    });
});
