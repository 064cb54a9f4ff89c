//! Cases that share rows, gathered in blocks small enough to be solved outright.
//!
//! The frames of an område bind its own cases only. Such rows are kept whole inside a block, where a
//! short search finds the best plan exactly; only the rows between blocks (money, and ties from one
//! område to another) are left to the multipliers. That bound is far tighter than the linear one.

use super::model::Tableau;
use crate::sets::Parents;

/// Most cases in a block.
const LARGEST: usize = 36;
/// A block holds at most this part of all: a row over more of them is money, which goes between blocks.
const PART: usize = 2;
/// Rows over so few items, and those that say what a delay asks for, do not join blocks: they are ties
/// between cases, not frames.
const TIE: usize = 3;

/// A row between blocks.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) limit: f64,
    /// What each unit above the limit costs, where it may be broken.
    pub(super) penalty: Option<f64>,
}

/// Items with the rows that bind only them.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// The items, by their place in the model.
    pub(super) items: Vec<usize>,
    /// The limits of its own rows.
    pub(super) limits: Vec<f64>,
    /// What each member's options use of its own rows.
    pub(super) uses: Vec<Vec<Vec<f64>>>,
    /// What each member's options use of the links.
    pub(super) links: Vec<Vec<Vec<(usize, f64)>>>,
}

/// Every item in one block.
#[derive(Debug, Clone)]
pub(super) struct Blocks {
    pub(super) blocks: Vec<Block>,
    pub(super) links: Vec<Link>,
}

impl Blocks {
    /// The blocks of a model that leave the fewest rows between them: frames over many cases joined
    /// first, or those over few.
    pub(super) fn new(model: &Tableau) -> Self {
        let width = |row: &usize| model.rows.get(*row).map_or(0, |row| row.entries.len());
        let mut order: Vec<usize> = (0..model.rows.len()).collect();
        order.sort_by_key(|row| std::cmp::Reverse(width(row)));
        let wide = Self::joined(model, &order);
        order.sort_by_key(width);
        let narrow = Self::joined(model, &order);
        if narrow.links.len() < wide.links.len() { narrow } else { wide }
    }

    /// The blocks when rows are joined in this order, as long as a block stays small.
    fn joined(model: &Tableau, order: &[usize]) -> Self {
        let mut parents = Parents::new(model.merit.len());
        let largest = LARGEST.min(model.merit.len() / PART);
        for row in order.iter().filter_map(|row| model.rows.get(*row)) {
            let is_tie =
                row.entries.len() <= TIE || row.entries.iter().any(|entry| entry.item >= model.cases);
            if row.penalty.is_none() && !is_tie {
                parents.join(row.entries.iter().map(|entry| entry.item), largest);
            }
        }
        Self::gather(model, &mut parents)
    }

    fn gather(model: &Tableau, parents: &mut Parents) -> Self {
        let mut blocks: Vec<Block> = Vec::new();
        let mut of_root = vec![usize::MAX; model.merit.len()];
        let mut place = Vec::with_capacity(model.merit.len());
        for item in 0..model.merit.len() {
            let root = parents.root(item);
            if of_root[root] == usize::MAX {
                of_root[root] = blocks.len();
                blocks.push(Block {
                    items: Vec::new(),
                    limits: Vec::new(),
                    uses: Vec::new(),
                    links: Vec::new(),
                });
            }
            let block = &mut blocks[of_root[root]];
            place.push((of_root[root], block.items.len()));
            let options = model.merit[item].len();
            block.items.push(item);
            block.uses.push(vec![Vec::new(); options]);
            block.links.push(vec![Vec::new(); options]);
        }
        let mut links = Vec::new();
        for row in &model.rows {
            let home = row.entries.first().map(|entry| place[entry.item].0);
            let inside =
                row.penalty.is_none() && row.entries.iter().all(|entry| Some(place[entry.item].0) == home);
            if let (true, Some(home)) = (inside, home) {
                add_row(
                    &mut blocks[home],
                    row.limit,
                    row.entries.iter().map(|entry| (place[entry.item].1, &entry.uses)),
                );
                continue;
            }
            for entry in &row.entries {
                let (block, member) = place[entry.item];
                for (option, used) in entry.uses.iter().enumerate().filter(|(_, used)| **used != 0.0) {
                    blocks[block].links[member][option].push((links.len(), *used));
                }
            }
            links.push(Link { limit: row.limit, penalty: row.penalty });
        }
        Self { blocks, links }
    }
}

fn add_row<'r>(block: &mut Block, limit: f64, entries: impl Iterator<Item = (usize, &'r Vec<f64>)>) {
    block.limits.push(limit);
    for used in block.uses.iter_mut().flatten() {
        used.push(0.0);
    }
    let row = block.limits.len() - 1;
    for (member, uses) in entries {
        for (option, used) in uses.iter().enumerate() {
            block.uses[member][option][row] += used;
        }
    }
}
