//! Today's budget and the cases carried out → the future budget of the units touched, reconciled to
//! the krone. Pure and exact; knows no text and no files.
//!
//! lines of the file → [`TodayLines`] (`today`) · cases → [`LineEntry`]s (`case`) and new practice
//! (`practice`) → [`FutureLine`]s (`line`) → [`UnitBudget`]s, reconciled (`unit`) → sums by
//! year and område (`total`), investment apart (`investment`), what to look at (`doubt`), and the
//! council's table (`council`). Order everywhere: ansvar, funksjon, art, year, case id.
//!
//! Every amount is rounded once, as it comes in, to the [`ENTRY_DECIMALS`] decimals it is printed with;
//! all else is sums of those, so parts add up to totals exactly, in whatever order files and cases come.
//! What a case comes to in a year is its exact sum, rounded: its parts share the rounding.

mod accounts;
mod bond;
mod case;
mod council;
mod doubt;
mod future;
mod investment;
mod known;
mod line;
mod plan;
mod practice;
#[cfg(test)]
mod sample;
mod sides;
mod standing;
mod today;
mod total;
mod unit;
mod whole;

pub use accounts::{Booked, BookedLine, BookedUnit, BookedYear, Holding, NewBudget, UnitArt};
pub use bond::{BrokenBond, broken_bonds};
pub use case::{BudgetCase, CarriedOut, CaseYear, LineEntry};
pub use council::{
    CouncilParts, CouncilRow, CouncilTable, CouncilYear, DeflatorTerms, Measure, PrintRounding, Scope,
    print_rounding,
};
pub use doubt::Doubt;
pub use future::{FutureBudget, budget_alone, future_budget, practice_clashes};
pub use investment::{
    Financing, InvestmentBudgetLine, InvestmentLine, InvestmentRow, Investments, LoanToday,
};
pub use line::FutureLine;
pub use plan::{
    EFFECT_DECIMALS, ENTRY_DECIMALS, Layout, Plan, changes, fte_changes, fte_since_first, levels, since_first,
};
pub use practice::{NoBudget, PracticeClash, Replaced};
pub use sides::{Sides, is_income};
pub use standing::TodaysBudget;
pub use today::{TodayLine, TodayLines};
pub use total::{AreaTotal, Demand, YearTotal};
pub use unit::{Difference, UnitBudget, UnitYear};
pub use whole::WholeYear;
