//! Prices to begin from where many rows bind at once: those of the model without whole numbers.

use super::block::Blocks;
use super::dual::{Prices, Relaxation};
use super::tree::options_of;
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

impl Relaxation<'_> {
    /// The dual of the model without whole numbers, all rows alike: Σ price × limit, and for each item
    /// what its best option makes when its use is paid for, is to be as low as it gets. None where the
    /// linear program finds no end.
    pub(super) fn linear(&self, allowed: &[u128]) -> Option<Prices> {
        let Blocks { blocks, links } = &self.blocks;
        let unit = self.largest() / 1000.0;
        let mut program = Problem::new(OptimizationDirection::Minimize);
        let mut price = |limit: f64, most: f64| program.add_var(limit, (0.0, most / unit));
        let of_links: Vec<Variable> =
            links.iter().map(|link| price(link.limit, link.penalty.unwrap_or(f64::INFINITY))).collect();
        let own = |limits: &Vec<f64>| limits.iter().map(|limit| price(*limit, f64::INFINITY)).collect();
        let of_blocks: Vec<Vec<Variable>> = blocks.iter().map(|block| &block.limits).map(own).collect();
        for (block, own) in blocks.iter().zip(&of_blocks) {
            for (member, item) in block.items.iter().enumerate() {
                let makes = program.add_var(1.0, (f64::NEG_INFINITY, f64::INFINITY));
                for option in options_of(allowed[*item]) {
                    let inside = own.iter().copied().zip(block.uses[member][option].iter().copied());
                    let between =
                        block.links[member][option].iter().map(|(link, used)| (of_links[*link], *used));
                    let paid = inside.chain(between).filter(|(_, used)| *used != 0.0);
                    let row: Vec<(Variable, f64)> = std::iter::once((makes, 1.0)).chain(paid).collect();
                    let merit = self.model.merit[*item][option] / unit;
                    program.add_constraint(row.as_slice(), ComparisonOp::Ge, merit);
                }
            }
        }
        let solution = program.solve().ok()?.into_solution().ok()?;
        let price = |price: &Variable| (solution.var_value(*price) * unit).max(0.0);
        Some(Prices {
            links: of_links.iter().map(price).collect(),
            own: of_blocks.iter().map(|own| own.iter().map(price).collect()).collect(),
            last: vec![None; blocks.len()],
        })
    }
}
