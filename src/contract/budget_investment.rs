//! The investments of `a3 budget --format json`: row by row, line by line, and what pays for them.

use super::budget::Context;
use super::content::Each;
use super::record::{In, record};
use crate::budget::{InvestmentBudgetLine, InvestmentLine, InvestmentRow};
use crate::units::{Kroner, Overflow, Year};

/// The investment of one row of a case.
impl In<&InvestmentRow, Context<'_>> {
    fn years(&self) -> impl Iterator<Item = OutlayYear> + Clone {
        let Self { of: row, at: context } = *self;
        let amounts = row.outlay.into_iter().zip(row.interest).zip(row.repayment);
        context.years().zip(amounts).map(move |((_, year), ((outlay, interest), repayment))| {
            let [interest, repayment] = [interest, repayment].map(|amount| context.lent(amount));
            OutlayYear { year, outlay, interest, repayment }
        })
    }
}

record!(In<&InvestmentRow, Context<'_>>, |to| {
    to.column("sak", "Sakens id", |it| it.at.id(it.case));
    to.column("navn", "Radens navn", |it| &it.name);
    to.part("budsjettposter", |it| &it.lines);
    to.part("år", |it| Each(it.years()));
});

record!(InvestmentLine, |to| {
    to.column("ansvar", "Ansvar", |it| &it.unit);
    to.column("funksjon", "KOSTRA-funksjon", |it| &it.function);
    to.column("art", "KOSTRA-art", |it| &it.art);
});

/// An investment in a year.
struct OutlayYear {
    year: Year,
    outlay: Kroner,
    interest: Option<Kroner>,
    repayment: Option<Kroner>,
}

record!(OutlayYear, |to| {
    to.column("år", "Planår", |it| it.year);
    to.column("utgift", "Det som betales dette året", |it| it.outlay);
    to.column("renter", "Renter av lånet (art 500); null uten lån i a3.yaml", |it| it.interest);
    to.column("avdrag", "Avdrag på lånet (art 510); null uten lån i a3.yaml", |it| it.repayment);
});

/// What pays for the investments of a year; the parts add up to them. Where more is received than spent
/// and nothing is borrowed, what the rest goes to is not known.
pub(super) struct FinancingYear<'a> {
    context: Context<'a>,
    year: Year,
    spent: Kroner,
    received: Kroner,
    rest: Kroner,
}

pub(super) fn financing(context: Context<'_>) -> impl Iterator<Item = FinancingYear<'_>> + Clone {
    let of = &context.budget.investments;
    let years = context.years().zip(of.spent).zip(of.received).zip(of.outlay);
    years.map(move |((((_, year), spent), received), rest)| FinancingYear {
        context,
        year,
        spent,
        received,
        rest,
    })
}

impl FinancingYear<'_> {
    /// What is left to pay when grants are in; none where they are more than is spent.
    fn left(&self) -> Option<Kroner> {
        Some(self.rest).filter(|rest| !rest.is_negative())
    }
}

record!(FinancingYear<'_>, |to| {
    to.column("år", "Planår", |it| it.year);
    to.column("investering", "Utgiftene; summen av tilskudd, lån og ikke_oppgitt", |it| it.spent);
    to.column("tilskudd", "Tilskudd og andre innbetalinger: investeringer med minus i sakene; pluss", |it| {
        it.received
    });
    to.column(
        "lån",
        "Det som lånes; minus der tilskuddene er større enn utgiftene og gir mindre lån, null uten lån i a3.yaml",
        |it| it.context.lent(it.rest),
    );
    to.column(
        "ikke_oppgitt",
        "Lån eller egne midler, når a3.yaml ikke har lån, og null der tilskuddene er større enn utgiftene; ellers 0",
        |it| if it.context.has_loan { Some(Kroner::ZERO) } else { it.left() },
    );
});

/// A line of the investment budget in a year.
pub(super) struct InvestmentYear<'a> {
    context: Context<'a>,
    line: &'a InvestmentBudgetLine,
    slot: usize,
    year: Year,
}

/// Every line of the investment budget, year by year; last what stands on none.
pub(super) fn investment_budget(context: Context<'_>) -> impl Iterator<Item = InvestmentYear<'_>> + Clone {
    context.budget.investments.budget.iter().flat_map(move |line| {
        context.years().map(move |(slot, year)| InvestmentYear { context, line, slot, year })
    })
}

impl InvestmentYear<'_> {
    fn code(&self, of: fn(&InvestmentLine) -> &str) -> Option<&str> {
        self.line.line.as_ref().map(of)
    }

    fn today(&self) -> Option<Kroner> {
        let InvestmentLine { unit, function, art } = self.line.line.as_ref()?;
        let is_known = self.context.is_known && !self.context.budget.unread.may_be_line(unit, function, art);
        self.line.today.get(self.slot).copied().filter(|_| is_known)
    }

    fn change(&self) -> Result<Kroner, Overflow> {
        Ok(self.line.change()?.get(self.slot).copied().unwrap_or_default())
    }

    fn future(&self) -> Result<Option<Kroner>, Overflow> {
        self.today().map(|today| today.plus(self.change()?)).transpose()
    }
}

record!(InvestmentYear<'_>, |to| {
    to.column("år", "Planår", |it| it.year);
    to.column("ansvar", "Ansvar, med nullene foran; null uten budsjettpost", |it| it.code(|line| &line.unit));
    to.column("funksjon", "KOSTRA-funksjon; null uten budsjettpost", |it| it.code(|line| &line.function));
    to.column("art", "KOSTRA-art; null uten budsjettpost", |it| it.code(|line| &line.art));
    to.column("dagens", "Dagens investeringsbudsjett (kontoklasse 0); null når det er ukjent", |it| {
        it.today()
    });
    to.column("nytt", "dagens + endring; null når dagens er ukjent", |it| it.future());
    to.column(
        "endring",
        "Det sakene fører på linjen, utgift pluss; summen av et år er sum.investering",
        |it| it.change(),
    );
    to.column("saker", "Id til saker som fører på linjen dette året", |it| {
        it.context.ids(it.line.cases.get(it.slot).into_iter().flatten())
    });
});
