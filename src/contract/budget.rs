//! The document of `a3 budget --format json`.

use super::budget_council::Council;
use super::budget_investment::{Investment, financing, investment_budget};
use super::budget_row::{Row, Unit};
use super::budget_total::{Area, Balance, Sum, Whole};
use super::check::{Found, GRADES, all_found, grade};
use super::content::Each;
use super::record::{named, record, whole_document};
use super::{IS_UNFINISHED, LeftOut, document, unread_files};
use crate::budget::{
    BudgetCase, DeflatorTerms, Difference, Financing, FutureBudget, FutureLine, LineEntry, UnitBudget,
    UnitYear,
};
use crate::calc::Booking;
use crate::diagnostic::Report;
use crate::units::{Kroner, Overflow, Year};
use crate::words::Language;

pub use super::budget_sheet::Sheet;

/// What the document is made from.
#[derive(Debug)]
pub struct Budgeted<'a> {
    /// The future budget.
    pub budget: &'a FutureBudget,
    /// Which cases it is built from.
    pub selection: Selection,
    /// The file of today's budget; none where today's budget is not known.
    pub today: Option<TodayFile<'a>>,
    /// Ids of the cases that are not finished.
    pub unfinished: &'a [String],
    /// What should be looked at.
    pub findings: &'a Report,
    /// The language of the reader.
    pub language: Language,
    /// Cases that are in no part of it, with why.
    pub left_out: Vec<LeftOut>,
    /// The deflator of the council's tables.
    pub deflator: DeflatorTerms<'a>,
}

/// The file of today's budget.
#[derive(Debug, Clone, Copy)]
pub struct TodayFile<'a> {
    /// Its path from the root.
    pub path: &'a str,
    /// Lines that could not be read.
    pub bad: usize,
}

/// Which cases the budget is built from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    /// What is chosen within the frames, and what is decided.
    Chosen,
    /// What is decided alone, as nothing holds within the frames.
    Decided,
    /// All cases given.
    All,
    /// Those that were named.
    Named,
}

named! {
    /// The words of `utvalg`.
    SELECTIONS, selection(Selection) {
        "valgt" = Selection::Chosen,
        "besluttet" = Selection::Decided,
        "alle" = Selection::All,
        "saker" = Selection::Named,
    }
}

/// The document.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn json(of: &Budgeted<'_>) -> Result<String, Overflow> {
    let Budgeted { budget, today, deflator, .. } = of;
    let has_loan = budget.investments.financing.is_some();
    let context = Context { budget, is_known: today.is_some(), has_loan };
    document(&Budget { of, context, council: Council::new(context, *deflator)? }).ok_or(Overflow)
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

    /// The units, where today's budget is known.
    fn units(self) -> impl Iterator<Item = &'a UnitBudget> + Clone {
        self.budget.units.iter().filter(move |_| self.is_known)
    }

    /// Every line of the units touched, year by year: too many to be held all at once.
    fn lines(self) -> impl Iterator<Item = Row<'a>> + Clone {
        self.budget.units.iter().flat_map(move |unit| self.lines_of(unit))
    }

    fn reconciled(self) -> impl Iterator<Item = Reconciled<'a>> + Clone {
        self.units().flat_map(move |of| {
            let unit = Unit::of(of);
            let is_known = move |at: &UnitYear| self.budget.knows_change_of(of, at.year);
            of.years.iter().map(move |at| Reconciled { unit, at, is_known: is_known(at) })
        })
    }

    fn differences(self) -> impl Iterator<Item = Explained<'a>> + Clone {
        self.units().flat_map(|unit| &unit.differences).filter_map(move |difference| {
            let line = self.budget.lines.get(difference.line)?;
            Some(Explained { context: self, line, difference })
        })
    }
}

/// The whole document.
struct Budget<'a> {
    of: &'a Budgeted<'a>,
    context: Context<'a>,
    council: Council<'a>,
}

whole_document!("budget", Budget<'_>, |to| {
    to.column("utvalg", &SELECTIONS, |it| selection(it.of.selection));
    to.part("saker", |it| {
        let unfinished = it.of.unfinished;
        Each(it.of.budget.cases.iter().map(move |of| Carried { of, unfinished }))
    });
    to.part("budsjettfil", |it| it.of.today);
    to.part("rader", |it| Each(it.context.lines()));
    to.part("avstemming", |it| Each(it.context.reconciled()));
    to.part("differanser", |it| Each(it.context.differences()));
    to.part("uten_budsjettpost", |it| {
        let context = it.context;
        Each(it.of.budget.without_line.iter().map(move |entry| Unlined { context, entry }))
    });
    to.part("investeringer", |it| {
        let context = it.context;
        Each(it.of.budget.investments.rows.iter().map(move |row| Investment { context, row }))
    });
    to.part("finansiering", |it| Each(financing(it.context)));
    to.part("investeringsbudsjett", |it| Each(investment_budget(it.context)));
    to.part("lån", |it| it.of.budget.investments.financing.as_ref());
    to.part("sum", |it| {
        let context = it.context;
        Each(it.of.budget.totals.iter().map(move |total| Sum::new(context, total)))
    });
    to.part("områder", |it| {
        let context = it.context;
        Each(it.of.budget.areas.iter().map(move |area| Area { context, area }))
    });
    to.part("balanse", |it| {
        let context = it.context;
        let is_known = context.is_known;
        Each(
            it.of.budget.totals.iter().filter(move |_| is_known).map(move |total| Balance { context, total }),
        )
    });
    to.part("hele_budsjettet", |it| {
        let context = it.context;
        let is_known = context.is_known;
        Each(it.of.budget.whole.iter().filter(move |_| is_known).map(move |at| Whole { context, at }))
    });
    to.part("tiltak", |it| &it.council);
    to.part("advarsler", |it| Each(all_found(it.of.findings, it.of.language).map(Warning)));
    to.part("funn", |it| Each(all_found(it.of.findings, it.of.language)));
    to.part("utelatt", |it| &it.of.left_out);
    to.part("ulest", |it| unread_files(it.of.findings.unread.iter().cloned(), it.of.language));
});

/// A case in the budget, and the ids of those that are not finished.
struct Carried<'a> {
    of: &'a BudgetCase,
    unfinished: &'a [String],
}

record!(Carried<'_>, |to| {
    to.all_of(|it| it.of);
    to.column("ikke_ferdig", IS_UNFINISHED, |it| it.unfinished.contains(&it.of.id));
});

record!(BudgetCase, |to| {
    to.column("id", "Sakens id", |it| &it.id);
    to.column("tittel", "Sakens tittel", |it| &it.title);
    to.column("område", "Sakens område", |it| &it.area);
    to.column("oppstart", "Første år i budsjettet", |it| it.start);
    to.column("besluttet", "Vedtatt, eller i gjennomføring", |it| it.is_decided);
    to.column("innarbeidet", "Ligger allerede i dagens budsjett, og endrer derfor ingenting", |it| {
        it.is_in_todays_budget
    });
});

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

/// What a case books on no line.
struct Unlined<'a> {
    context: Context<'a>,
    entry: &'a LineEntry,
}

record!(Unlined<'_>, |to| {
    to.column("år", "Planår", |it| it.entry.year);
    to.column("sak", "Sakens id", |it| it.context.id(it.entry.case));
    to.column("slag", &BOOKINGS, |it| booking(it.entry.booking));
    to.column("beløp", "Endring av driften, utgift pluss", |it| it.entry.amount);
    to.column("årsverk", FTE, |it| it.entry.fte.negated());
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
