//! The investments of `a3 budget --format json`: row by row, line by line, and what pays for them.

use super::amount::kroner;
use super::budget::Told;
use super::describe::{amount, list, object, or_null, text, year};
use crate::budget::{InvestmentBudgetLine, InvestmentLine, InvestmentRow};
use crate::units::{Kroner, Overflow, Year};
use serde::Serialize;
use serde_json::Value;

/// The investment of one row of a case.
#[derive(Serialize)]
pub(super) struct InvestmentOut<'a> {
    #[serde(rename = "sak")]
    pub(super) case: &'a str,
    #[serde(rename = "navn")]
    pub(super) name: &'a str,
    #[serde(rename = "budsjettposter")]
    pub(super) lines: Vec<LineOut<'a>>,
    #[serde(rename = "år")]
    pub(super) years: Vec<InvestmentYearOut>,
}

/// A budget line.
#[derive(Serialize)]
pub(super) struct LineOut<'a> {
    #[serde(rename = "ansvar")]
    pub(super) unit: &'a str,
    #[serde(rename = "funksjon")]
    pub(super) function: &'a str,
    pub(super) art: &'a str,
}

/// An investment in a year.
#[derive(Serialize)]
pub(super) struct InvestmentYearOut {
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(rename = "utgift")]
    pub(super) outlay: String,
    #[serde(rename = "renter")]
    pub(super) interest: Option<String>,
    #[serde(rename = "avdrag")]
    pub(super) repayment: Option<String>,
}

/// What pays for the investments of a year.
#[derive(Serialize)]
pub(super) struct FinancingOut {
    #[serde(rename = "år")]
    year: u16,
    #[serde(rename = "investering")]
    spent: String,
    #[serde(rename = "tilskudd")]
    received: String,
    #[serde(rename = "lån")]
    borrowed: Option<String>,
    #[serde(rename = "ikke_oppgitt")]
    not_said: String,
}

/// A line of the investment budget in a year.
#[derive(Serialize)]
pub(super) struct InvestmentRowOut<'a> {
    #[serde(rename = "år")]
    year: u16,
    #[serde(rename = "ansvar")]
    unit: Option<&'a str>,
    #[serde(rename = "funksjon")]
    function: Option<&'a str>,
    art: Option<&'a str>,
    #[serde(rename = "dagens")]
    today: Option<String>,
    #[serde(rename = "nytt")]
    future: Option<String>,
    #[serde(rename = "endring")]
    change: String,
    #[serde(rename = "saker")]
    cases: Vec<&'a str>,
}

impl<'a> Told<'a> {
    pub(super) fn investments(&self) -> Vec<InvestmentOut<'a>> {
        let years = self.budget.plan.years();
        let one = |row: &'a InvestmentRow| {
            let amounts = row.outlay.into_iter().zip(row.interest).zip(row.repayment);
            let years = years.into_iter().zip(amounts).map(|(year, ((outlay, interest), repayment))| {
                InvestmentYearOut {
                    year: year.number(),
                    outlay: kroner(outlay),
                    interest: self.has_loan.then(|| kroner(interest)),
                    repayment: self.has_loan.then(|| kroner(repayment)),
                }
            });
            let lines = row.lines.iter().map(|line| LineOut {
                unit: &line.unit,
                function: &line.function,
                art: &line.art,
            });
            InvestmentOut {
                case: self.id(row.case),
                name: &row.name,
                lines: lines.collect(),
                years: years.collect(),
            }
        };
        self.budget.investments.rows.iter().map(one).collect()
    }

    /// What pays for the investments of each year; the parts add up to them.
    pub(super) fn financing(&self) -> Vec<FinancingOut> {
        let of = &self.budget.investments;
        let years = self.budget.plan.years().into_iter().zip(of.spent).zip(of.received).zip(of.outlay);
        let one = |(((year, spent), received), rest): (((Year, Kroner), Kroner), Kroner)| FinancingOut {
            year: year.number(),
            spent: kroner(spent),
            received: kroner(received),
            borrowed: self.has_loan.then(|| kroner(rest)),
            not_said: kroner(if self.has_loan { Kroner::ZERO } else { rest }),
        };
        years.map(one).collect()
    }

    /// Every line of the investment budget, year by year; last what stands on none.
    pub(super) fn investment_budget(&self) -> Result<Vec<InvestmentRowOut<'a>>, Overflow> {
        let mut rows = Vec::new();
        for line in &self.budget.investments.budget {
            let amounts = line.today.into_iter().zip(line.change()?).zip(&line.cases);
            for (year, ((today, change), cases)) in self.budget.plan.years().into_iter().zip(amounts) {
                let cases: Vec<usize> = cases.iter().copied().collect();
                let row = self.investment_line(line, year, (today, change))?;
                rows.push(InvestmentRowOut { cases: self.ids(&cases), ..row });
            }
        }
        Ok(rows)
    }

    fn investment_line(
        &self,
        line: &'a InvestmentBudgetLine,
        year: Year,
        (today, change): (Kroner, Kroner),
    ) -> Result<InvestmentRowOut<'a>, Overflow> {
        let code = |of: fn(&InvestmentLine) -> &str| line.line.as_ref().map(of);
        let is_known = self.is_known && line.line.is_some();
        let known = |amount| is_known.then(|| kroner(amount));
        Ok(InvestmentRowOut {
            year: year.number(),
            unit: code(|line| &line.unit),
            function: code(|line| &line.function),
            art: code(|line| &line.art),
            today: known(today),
            future: known(today.plus(change)?),
            change: kroner(change),
            cases: Vec::new(),
        })
    }
}

/// The fields of the investments, for the schema.
pub(super) fn schemas() -> [(&'static str, Value); 3] {
    [
        ("investeringer", list(&investment())),
        ("finansiering", list(&financing())),
        ("investeringsbudsjett", list(&investment_row())),
    ]
}

fn financing() -> Value {
    object(&[
        ("år", year("Planår")),
        ("investering", amount("Utgiftene; summen av tilskudd, lån og ikke_oppgitt")),
        ("tilskudd", amount("Tilskudd og andre innbetalinger: investeringer med minus i sakene; pluss")),
        ("lån", or_null(&amount("Det som lånes; null uten lån i a3.yaml"))),
        ("ikke_oppgitt", amount("Lån eller egne midler, når a3.yaml ikke har lån; ellers 0")),
    ])
}

fn investment_row() -> Value {
    object(&[
        ("år", year("Planår")),
        ("ansvar", or_null(&text("Ansvar, med nullene foran; null uten budsjettpost"))),
        ("funksjon", or_null(&text("KOSTRA-funksjon; null uten budsjettpost"))),
        ("art", or_null(&text("KOSTRA-art; null uten budsjettpost"))),
        ("dagens", or_null(&amount("Dagens investeringsbudsjett (kontoklasse 0); null når det er ukjent"))),
        ("nytt", or_null(&amount("dagens + endring; null når dagens er ukjent"))),
        ("endring", amount("Det sakene fører på linjen, utgift pluss; summen av et år er sum.investering")),
        ("saker", list(&text("Id til saker som fører på linjen dette året"))),
    ])
}

fn investment() -> Value {
    let line = object(&[
        ("ansvar", text("Ansvar")),
        ("funksjon", text("KOSTRA-funksjon")),
        ("art", text("KOSTRA-art")),
    ]);
    let at = object(&[
        ("år", year("Planår")),
        ("utgift", amount("Det som betales dette året")),
        ("renter", or_null(&amount("Renter av lånet (art 500); null uten lån i a3.yaml"))),
        ("avdrag", or_null(&amount("Avdrag på lånet (art 510); null uten lån i a3.yaml"))),
    ]);
    object(&[
        ("sak", text("Sakens id")),
        ("navn", text("Radens navn")),
        ("budsjettposter", list(&line)),
        ("år", list(&at)),
    ])
}
