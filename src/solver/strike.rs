//! Options that are ruled out: by the bound, or because a row has no room for them.

use super::dual::Relaxed;
use super::model::ROW_SLACK;
use super::search::{NEVER, Priced, Reach};
use super::tree::{Node, Tree, options_of};

/// For each item and option: a plan of its block with it, that was good enough when it was found.
pub(super) type Witnesses = Vec<Vec<Option<Vec<usize>>>>;

impl Tree<'_> {
    /// Strikes every option that no choice worth finding can have; how many were struck.
    pub(super) fn strike(&mut self, node: &mut Node, relaxed: &Relaxed) -> usize {
        let gap = relaxed.bound - self.threshold();
        let mut struck = 0;
        for (place, block) in self.relaxation.blocks.blocks.iter().enumerate() {
            if block.items.iter().all(|item| node.allowed[*item].count_ones() <= 1) {
                continue;
            }
            let plan = &relaxed.plans[place];
            let mut worth = self.relaxation.worth(place, &node.prices.links, &node.allowed);
            for (member, item) in block.items.iter().enumerate() {
                for option in options_of(node.allowed[*item]) {
                    if plan.options[member] == option || node.allowed[*item].count_ones() == 1 {
                        continue;
                    }
                    let all = worth[member].clone();
                    for (other, worth) in worth[member].iter_mut().enumerate() {
                        if other != option {
                            *worth = NEVER;
                        }
                    }
                    let priced = Priced { block, worth: &worth };
                    let least = plan.bound - gap;
                    let known = &mut self.witnesses[*item][option];
                    let is_alive = known.as_ref().is_some_and(|known| priced.worth_of(known) >= least) || {
                        let (reach, work) = priced.reaches(&node.prices.own[place], least);
                        self.work += work;
                        let is_alive = reach != Reach::None;
                        if let Reach::Witness(plan) = reach {
                            *known = Some(plan);
                        }
                        is_alive
                    };
                    worth[member] = all;
                    if !is_alive {
                        node.allowed[*item] &= !(1 << option);
                        worth[member][option] = NEVER;
                        struck += 1;
                    }
                }
            }
        }
        struck
    }

    /// Strikes what no row leaves room for; false where an item has nothing left.
    pub(super) fn propagate(&self, allowed: &mut [u128]) -> bool {
        let mut changed = true;
        while changed {
            changed = false;
            for row in self.relaxation.model.rows.iter().filter(|row| row.penalty.is_none()) {
                let least_of = |uses: &[f64], allowed: u128| {
                    options_of(allowed).map(|option| uses[option]).fold(f64::INFINITY, f64::min)
                };
                let least: f64 =
                    row.entries.iter().map(|entry| least_of(&entry.uses, allowed[entry.item])).sum();
                if least > row.limit + ROW_SLACK {
                    return false;
                }
                for entry in &row.entries {
                    let others = least - least_of(&entry.uses, allowed[entry.item]);
                    for option in options_of(allowed[entry.item]) {
                        if others + entry.uses[option] > row.limit + ROW_SLACK {
                            allowed[entry.item] &= !(1 << option);
                            changed = true;
                        }
                    }
                }
            }
        }
        allowed.iter().all(|allowed| *allowed != 0)
    }
}
