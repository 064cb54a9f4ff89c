//! The priced rows of a case: gevinster and kostnader.

use super::amount::Amount;
use super::vocabulary::{Avoids, BenefitKind, CostKind, Extent, Recipient, Size};
use crate::units::Share;

/// gevinst: an effect somebody sees as good.
#[derive(Debug, Clone)]
pub struct Benefit {
    /// navn
    pub name: String,
    /// type
    pub kind: BenefitKind,
    /// mottaker
    pub recipient: Recipient,
    /// The priced effect per year; none for a gain that has no price.
    pub amount: Option<Amount>,
    /// Whether the amount is an `anslag` and not yet a calculation.
    pub estimated: bool,
    /// stilling: the position whose time is freed; always there for the organisation's own time after overblikk.
    pub position: Option<String>,
    /// tas_ut: the share that leaves the budget. 100 % for a transfer.
    pub take_out: Share,
    /// unngår
    pub avoids: Avoids,
    /// overføring: the other party, when the row only moves money between parties.
    pub transfer: Option<Recipient>,
    /// innfasing by year of the case; the last share holds. Never empty: absent is one 100 %.
    pub phase_in: Vec<Share>,
    /// Whether innfasing was written, and not taken as 100 % from year 1.
    pub phased: bool,
    /// The row's own levetid in years, where it has one.
    pub life: Option<u16>,
    /// Where it is in the budget; shares sum to the whole. Empty: nowhere said.
    pub budget_lines: Vec<BudgetLine>,
    /// verdimatrisen, for quality.
    pub quality: Option<Quality>,
    /// kilde of the row itself.
    pub source: Option<String>,
}

impl Benefit {
    /// Whether it leaves the organisation's own budget of today.
    pub fn is_taken_out(&self) -> bool {
        let is_own = self.recipient == Recipient::Organisation && self.avoids == Avoids::TodaysExpense;
        is_own && self.amount.is_some() && self.take_out.is_positive()
    }
}

/// kostnad: what the case asks for.
#[derive(Debug, Clone)]
pub struct Cost {
    /// navn
    pub name: String,
    /// type
    pub kind: CostKind,
    /// The amount: one-off for investering and omstilling, per year for drift.
    pub amount: Amount,
    /// Whether the amount came from a `beregning`.
    pub calculated: bool,
    /// stilling: the position whose own time is used.
    pub position: Option<String>,
    /// utbetales: the share paid out in money. 100 % for money and transfers, 0 % for own time unless said.
    pub paid_out: Share,
    /// overføring: the other party, when the row only moves money between parties.
    pub transfer: Option<Recipient>,
    /// The row's own levetid in years, where it has one.
    pub life: Option<u16>,
    /// avdragstid in years, where the row has its own.
    pub repayment_years: Option<u16>,
    /// Where it is in the budget; shares sum to the whole. Empty: nowhere said.
    pub budget_lines: Vec<BudgetLine>,
    /// kilde of the row itself.
    pub source: Option<String>,
}

impl Cost {
    /// Whether it is paid from the running budget, and nothing says which line it is on.
    pub fn lacks_budget_line(&self) -> bool {
        let is_running = match self.kind {
            CostKind::Running | CostKind::Restructuring => true,
            CostKind::Investment => false,
        };
        is_running && self.paid_out.is_positive() && self.budget_lines.is_empty()
    }
}

/// budsjettpost: one line of the budget, and the share of the row that falls on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetLine {
    /// ansvar, as written, with leading zeros
    pub unit: String,
    /// funksjon (KOSTRA)
    pub function: String,
    /// art (KOSTRA)
    pub art: String,
    /// andel of the row; the whole where there is one line.
    pub share: Share,
}

/// Arts of wage (KOSTRA); pension and arbeidsgiveravgift stand on their own beside it.
const WAGE: core::ops::RangeInclusive<&str> = "010"..="089";

/// Arts of hours bought one by one and not as positions: vikar, ekstrahjelp and overtid (KOSTRA).
const BOUGHT_BY_THE_HOUR: [&str; 3] = ["020", "030", "040"];

impl BudgetLine {
    /// Whether working time here is bought by the hour, so that every hour less is money: no whole
    /// position has to go first. Arts with more than three digits count by their first three.
    pub fn is_bought_by_the_hour(&self) -> bool {
        is_bought_by_the_hour(&self.art)
    }
}

/// Whether an art is wage. Arts with more than three digits count by their first three.
pub fn is_wage(art: &str) -> bool {
    art.get(..3).is_some_and(|art| WAGE.contains(&art))
}

/// Whether working time on an art is bought by the hour. Arts with more than three digits count by their first
/// three.
pub fn is_bought_by_the_hour(art: &str) -> bool {
    art.get(..3).is_some_and(|art| BOUGHT_BY_THE_HOUR.contains(&art))
}

/// A quality effect in DFØ's verdimatrise (guide to socio-economic analysis 2023).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quality {
    /// betydning
    pub importance: Size,
    /// omfang
    pub extent: Extent,
}

impl Quality {
    /// 0 where the extent is neither/nor, else sign·(|omfang| + betydning − 2): −4 to 4.
    pub fn score(self) -> i8 {
        let extent = self.extent.step();
        let size = extent.abs().saturating_add(self.importance.step()).saturating_sub(2);
        extent.signum().saturating_mul(size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_matrix_is_dfos() {
        let score = |importance, extent| Quality { importance, extent }.score();
        assert_eq!(score(Size::High, Extent::LargePositive), 4);
        assert_eq!(score(Size::Small, Extent::SmallPositive), 0);
        assert_eq!(score(Size::Medium, Extent::MediumNegative), -2);
        assert_eq!(score(Size::High, Extent::Neither), 0);
    }
}
