//! The whole budget file: the two sides of every unit together, today and with what the cases change.

use super::plan::{ENTRY_DECIMALS, Plan};
use super::sides::Sides;
use super::total::YearTotal;
use crate::ledger::{AccountClass, Ledger, Line};
use crate::units::{Kroner, Overflow, Year, each};

/// The running budget of the whole file in one plan year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WholeYear {
    /// Plan year.
    pub year: Year,
    /// Today's budget.
    pub today: Sides,
    /// The same with all that the cases change. What is on no line, and interest and repayment,
    /// are on the side of expense.
    pub future: Sides,
}

/// Each plan year of the whole file, by what the cases change and the capital costs of each.
pub(super) fn whole_years(
    ledger: &Ledger,
    totals: &[YearTotal],
    capital: [Kroner; 4],
    plan: Plan,
) -> Result<Vec<WholeYear>, Overflow> {
    let years = totals.iter().zip(sides_of(ledger, plan)?).zip(capital);
    let years = years.map(|((total, today), capital)| {
        let expense = total.future.expense.minus(total.today.expense)?;
        let expense = expense.plus(total.without_line)?.plus(capital)?;
        let income = total.future.income.minus(total.today.income)?;
        Ok(WholeYear { year: total.year, today, future: today.plus(Sides { expense, income })? })
    });
    years.collect()
}

/// The two sides of the running budget of a file in each plan year.
fn sides_of(ledger: &Ledger, plan: Plan) -> Result<[Sides; 4], Overflow> {
    let parts = ledger.lines.each_part(|lines| of_part(lines, plan));
    let mut all = [Sides::default(); 4];
    for part in parts {
        all = each(all, part?, Sides::plus)?;
    }
    Ok(all)
}

fn of_part(lines: &[Line], plan: Plan) -> Result<[Sides; 4], Overflow> {
    // Most lines hold for all four years: they are summed once.
    let (mut every, mut single) = (Sides::default(), [Sides::default(); 4]);
    for line in lines.iter().filter(|line| line.class == AccountClass::Running) {
        let sides = match line.year {
            None => Some(&mut every),
            Some(year) => plan.at(&mut single, year),
        };
        if let Some(sides) = sides {
            sides.side_of(&line.art).add(line.amount.rounded(ENTRY_DECIMALS))?;
        }
    }
    each([every; 4], single, Sides::plus)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::sample::{kroner, ledger, line, year};

    #[test]
    fn the_whole_file_is_its_running_lines_year_by_year_expense_and_income_apart() {
        let budget = ledger(&[
            line("3210 257 010", "800", None),
            line("4000 800 870", "-900", None),
            Line { year: Some(year(2029)), ..line("4000 800 870", "-50", None) },
            Line { year: Some(year(2031)), ..line("4000 800 010", "7", None) },
            Line { class: AccountClass::Investment, ..line("3210 257 200", "9", None) },
        ]);
        let sides = sides_of(&budget, Plan { first: year(2027) }).unwrap();
        assert_eq!(sides.map(|at| at.expense), ["800"; 4].map(kroner));
        assert_eq!(sides.map(|at| at.income), ["-900", "-900", "-950", "-900"].map(kroner));
    }
}
