//! Which cases of a problem bind each other: sets that can be solved apart, and the cases that something
//! asks for.

use super::problem::{Item, Problem};
use std::collections::BTreeMap;

impl Item {
    /// Whether some start of the case gives back of a frame.
    pub fn gives_back(&self) -> bool {
        self.starts.iter().flat_map(|start| &start.uses).any(|(_, used)| *used < 0)
    }
}

impl Problem {
    /// For each case whether something asks for it: a lock, a group, that it gives back of some frame, or
    /// that a case asked for requires it. What has to hold can hold without the others.
    pub fn asked_for(&self) -> Vec<bool> {
        let mut asked: Vec<bool> =
            self.items.iter().map(|item| item.locked_in || item.gives_back()).collect();
        for item in self.groups.iter().flatten() {
            if let Some(asked) = asked.get_mut(*item) {
                *asked = true;
            }
        }
        let mut is_settled = false;
        while !is_settled {
            is_settled = true;
            for (item, other) in &self.requires {
                let needs = asked.get(*item) == Some(&true);
                if let Some(other) = asked.get_mut(*other).filter(|other| needs && !**other) {
                    (*other, is_settled) = (true, false);
                }
            }
        }
        asked
    }

    /// These cases in sets that nothing but frames and demands binds together: krever, utelukker and
    /// må-groups among them are within a set.
    pub fn sets(&self, among: &[bool]) -> Vec<Vec<usize>> {
        let is_among = |item: &usize| among.get(*item) == Some(&true);
        let mut parents = Parents::new(self.items.len());
        let pairs = self.requires.iter().chain(&self.excludes);
        for (one, other) in pairs.filter(|(one, other)| is_among(one) && is_among(other)) {
            parents.join([*one, *other].into_iter(), usize::MAX);
        }
        for group in &self.groups {
            parents.join(group.iter().copied(), usize::MAX);
        }
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for item in (0..self.items.len()).filter(is_among) {
            sets.entry(parents.root(item)).or_default().push(item);
        }
        sets.into_values().collect()
    }

    /// With these cases alone, counted anew in the same order; a group that others are in too goes.
    pub fn only(&self, left: &[usize]) -> Self {
        let place = |item: &usize| left.binary_search(item).ok();
        let pair = |(one, other): &(usize, usize)| place(one).zip(place(other));
        let group = |group: &Vec<usize>| group.iter().map(place).collect::<Option<Vec<usize>>>();
        Self {
            items: left.iter().filter_map(|item| self.items.get(*item).cloned()).collect(),
            limits: self.limits.clone(),
            requires: self.requires.iter().filter_map(pair).collect(),
            excludes: self.excludes.iter().filter_map(pair).collect(),
            groups: self.groups.iter().filter_map(group).collect(),
            demands: self.demands,
            packs: left.iter().filter_map(|item| self.packs.get(*item).cloned()).collect(),
            at_once: self.at_once,
        }
    }
}

/// Which items are together so far.
pub(super) struct Parents {
    parent: Vec<usize>,
    size: Vec<usize>,
}

impl Parents {
    pub(super) fn new(items: usize) -> Self {
        Self { parent: (0..items).collect(), size: vec![1; items] }
    }

    pub(super) fn root(&mut self, item: usize) -> usize {
        let mut root = item;
        while self.parent[root] != root {
            self.parent[root] = self.parent[self.parent[root]];
            root = self.parent[root];
        }
        root
    }

    /// Joins the items, unless they would be too many.
    pub(super) fn join(&mut self, items: impl Iterator<Item = usize>, largest: usize) {
        let mut roots: Vec<usize> = items.map(|item| self.root(item)).collect();
        roots.sort_unstable();
        roots.dedup();
        let size: usize = roots.iter().map(|root| self.size[*root]).sum();
        let Some((first, others)) = roots.split_first() else { return };
        if size <= largest {
            for root in others {
                self.parent[*root] = *first;
            }
            self.size[*first] = size;
        }
    }
}
