//! What `a3 budget --format json` is written from: our own names, Norwegian keys.

use super::LeftOut;
use super::amount::Figure;
use super::budget_council::CouncilOut;
use super::budget_investment::{FinancingOut, InvestmentOut, InvestmentRowOut};
use serde::Serialize;

/// The whole document.
#[derive(Serialize)]
pub(super) struct Budget<'a, R: Serialize> {
    pub(super) versjon: u8,
    #[serde(rename = "utvalg")]
    pub(super) selection: &'static str,
    #[serde(rename = "saker")]
    pub(super) cases: Vec<CaseOut<'a>>,
    #[serde(rename = "budsjettfil")]
    pub(super) file: Option<FileOut<'a>>,
    #[serde(rename = "rader")]
    pub(super) rows: R,
    #[serde(rename = "avstemming")]
    pub(super) reconciled: Vec<ReconciledOut<'a>>,
    #[serde(rename = "differanser")]
    pub(super) differences: Vec<DifferenceOut<'a>>,
    #[serde(rename = "uten_budsjettpost")]
    pub(super) without_line: Vec<UnlinedOut<'a>>,
    #[serde(rename = "investeringer")]
    pub(super) investments: Vec<InvestmentOut<'a>>,
    #[serde(rename = "finansiering")]
    pub(super) financing: Vec<FinancingOut>,
    #[serde(rename = "investeringsbudsjett")]
    pub(super) investment_budget: Vec<InvestmentRowOut<'a>>,
    #[serde(rename = "lån")]
    pub(super) loan: Option<LoanOut<'a>>,
    pub(super) sum: Vec<SumOut>,
    #[serde(rename = "områder")]
    pub(super) areas: Vec<AreaOut<'a>>,
    #[serde(rename = "balanse")]
    pub(super) balance: Vec<BalanceOut>,
    #[serde(rename = "hele_budsjettet")]
    pub(super) whole: Vec<BalanceOut>,
    #[serde(rename = "tiltak")]
    pub(super) council: CouncilOut<'a>,
    #[serde(rename = "advarsler")]
    pub(super) warnings: Vec<WarningOut<'a>>,
    #[serde(rename = "utelatt")]
    pub(super) left_out: &'a [LeftOut],
}

/// A case the budget is built from.
#[derive(Serialize)]
pub(super) struct CaseOut<'a> {
    pub(super) id: &'a str,
    #[serde(rename = "tittel")]
    pub(super) title: &'a str,
    #[serde(rename = "område")]
    pub(super) area: &'a str,
    #[serde(rename = "oppstart")]
    pub(super) start: u16,
    #[serde(rename = "besluttet")]
    pub(super) is_decided: bool,
    #[serde(rename = "innarbeidet")]
    pub(super) is_in_todays_budget: bool,
}

/// The file of today's budget.
#[derive(Serialize)]
pub(super) struct FileOut<'a> {
    #[serde(rename = "fil")]
    pub(super) path: &'a str,
    #[serde(rename = "uleste_linjer")]
    pub(super) bad: usize,
}

/// A line in a year.
#[derive(Serialize)]
pub(super) struct RowOut<'a> {
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(rename = "ansvar")]
    pub(super) unit: &'a str,
    #[serde(rename = "ansvarsnavn")]
    pub(super) unit_name: Option<&'a str>,
    #[serde(rename = "funksjon")]
    pub(super) function: &'a str,
    pub(super) art: &'a str,
    #[serde(rename = "dagens")]
    pub(super) today: Option<Figure>,
    #[serde(rename = "nytt")]
    pub(super) future: Option<Figure>,
    #[serde(rename = "endring")]
    pub(super) change: Figure,
    #[serde(rename = "årsverk")]
    pub(super) fte: Figure,
    #[serde(rename = "årsverk_dagens")]
    pub(super) fte_today: Option<Figure>,
    #[serde(rename = "årsverk_nytt")]
    pub(super) fte_future: Option<Figure>,
    #[serde(rename = "ny_praksis")]
    pub(super) is_new_practice: bool,
    #[serde(rename = "saker")]
    pub(super) cases: Vec<&'a str>,
}

/// A unit in a year, reconciled.
#[derive(Serialize)]
pub(super) struct ReconciledOut<'a> {
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(rename = "ansvar")]
    pub(super) unit: &'a str,
    #[serde(rename = "ansvarsnavn")]
    pub(super) unit_name: Option<&'a str>,
    #[serde(rename = "saker_tar_ut")]
    pub(super) taken_out: String,
    #[serde(rename = "budsjettet_viser")]
    pub(super) shown: String,
    #[serde(rename = "differanse")]
    pub(super) difference: String,
}

/// What makes up a difference.
#[derive(Serialize)]
pub(super) struct DifferenceOut<'a> {
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(rename = "ansvar")]
    pub(super) unit: &'a str,
    #[serde(rename = "funksjon")]
    pub(super) function: &'a str,
    pub(super) art: &'a str,
    #[serde(rename = "sak")]
    pub(super) case: &'a str,
    #[serde(rename = "grunn")]
    pub(super) reason: &'static str,
    #[serde(rename = "beløp")]
    pub(super) amount: String,
}

/// What a case books on no line.
#[derive(Serialize)]
pub(super) struct UnlinedOut<'a> {
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(rename = "sak")]
    pub(super) case: &'a str,
    #[serde(rename = "slag")]
    pub(super) kind: &'static str,
    #[serde(rename = "beløp")]
    pub(super) amount: String,
    #[serde(rename = "årsverk")]
    pub(super) fte: String,
}

/// Where capital costs are booked.
#[derive(Serialize)]
pub(super) struct LoanOut<'a> {
    #[serde(rename = "ansvar")]
    pub(super) unit: Option<&'a str>,
}

/// What cases come to in a year.
#[derive(Serialize)]
pub(super) struct EffectOut {
    #[serde(rename = "drift")]
    pub(super) running: String,
    #[serde(rename = "investering")]
    pub(super) investment: String,
    #[serde(rename = "årsverk")]
    pub(super) fte: String,
    #[serde(rename = "gevinster")]
    pub(super) taken_out: String,
    #[serde(rename = "driftskostnader")]
    pub(super) running_costs: String,
    #[serde(rename = "omstilling")]
    pub(super) restructuring: String,
    #[serde(rename = "kapitalkostnad")]
    pub(super) capital: Option<String>,
    #[serde(rename = "ny_praksis")]
    pub(super) new_practice: String,
}

/// A year over everything.
#[derive(Serialize)]
pub(super) struct SumOut {
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(flatten)]
    pub(super) effect: EffectOut,
    #[serde(rename = "innsparingskrav")]
    pub(super) demand: Option<String>,
    #[serde(rename = "nådd")]
    pub(super) reached: Option<String>,
    #[serde(rename = "mangler")]
    pub(super) missing: Option<String>,
    #[serde(rename = "uten_budsjettpost")]
    pub(super) without_line: String,
    #[serde(rename = "årsverk_endring")]
    pub(super) fte_change: String,
}

/// The cases of an område.
#[derive(Serialize)]
pub(super) struct AreaOut<'a> {
    #[serde(rename = "område")]
    pub(super) area: &'a str,
    #[serde(rename = "saker")]
    pub(super) cases: Vec<&'a str>,
    #[serde(rename = "år")]
    pub(super) years: Vec<AreaYearOut>,
}

/// An område in a year.
#[derive(Serialize)]
pub(super) struct AreaYearOut {
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(flatten)]
    pub(super) effect: EffectOut,
}

/// The two sides of the budget: of all units in `rader` together, or of the whole file.
#[derive(Serialize)]
pub(super) struct BalanceOut {
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(rename = "utgifter_dagens")]
    pub(super) expense_today: String,
    #[serde(rename = "inntekter_dagens")]
    pub(super) income_today: String,
    #[serde(rename = "utgifter_nytt")]
    pub(super) expense_future: String,
    #[serde(rename = "inntekter_nytt")]
    pub(super) income_future: String,
}

/// Something to look at.
#[derive(Serialize)]
pub(super) struct WarningOut<'a> {
    #[serde(rename = "grad")]
    pub(super) grade: &'static str,
    #[serde(rename = "tekst")]
    pub(super) words: &'a str,
}
