//! A case that may be chosen: when it may start, and what keeps it out.

use crate::model::{Case, Lock};
use a3_solver::Start;

/// A case that may be chosen.
#[derive(Clone)]
pub(super) struct Entrant<'a> {
    /// Position in the candidates.
    pub(super) candidate: usize,
    pub(super) case: &'a Case,
    pub(super) lock: Option<&'a Lock>,
    /// Why it cannot be chosen whatever else is: each thing that alone is enough.
    pub(super) bars: Vec<Bar<'a>>,
    /// The starts of its own window, had nobody locked it or barred it.
    pub(super) own: Vec<Start>,
    /// The start it is locked to.
    pub(super) locked: Option<Start>,
    /// The decided cases it requires that are still to start.
    pub(super) awaited: Vec<Awaited<'a>>,
}

/// A decided case that another requires, and that is still to start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Awaited<'a> {
    pub(super) id: &'a str,
    /// When it starts.
    pub(super) year: u16,
}

/// Why a case cannot be chosen whatever else is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bar<'a> {
    /// låst ut
    LockedOut,
    /// utelukker, with a decided case.
    Excluded(&'a str),
    /// krever a case that has errors, is not assessed or is not there.
    Requires(&'a str),
    /// krever a decided case that starts after its last start, which is the one it is locked to.
    Later(&'a str),
}

/// What is kept of the demands on a case.
pub(super) struct Kept<'k, 'a> {
    /// Of what bars it.
    pub(super) bars: &'k [Bar<'a>],
    /// Whether it has to start in the year it is locked to.
    pub(super) is_locked: bool,
}

impl<'a> Entrant<'a> {
    /// Why it cannot be chosen whatever else is, a lock first.
    pub(super) fn bar(&self) -> Option<Bar<'a>> {
        self.bars.first().copied()
    }

    /// The starts of its window that the decided cases it requires leave; all of them where they leave none, and bar it.
    pub(super) fn window(&self) -> &[Start] {
        self.own.get(self.first()..).filter(|left| !left.is_empty()).unwrap_or(&self.own)
    }

    /// The starts of its window before a decided case it requires.
    pub(super) fn too_early(&self) -> &[Start] {
        self.own.get(..self.first()).filter(|early| early.len() < self.own.len()).unwrap_or_default()
    }

    /// The place of the first start that is not before a decided case it requires.
    fn first(&self) -> usize {
        let opens = self.awaited.iter().map(|awaited| awaited.year).max().unwrap_or(0);
        self.own.partition_point(|start| start.year < opens)
    }

    /// The starts it may have, with its lock and what bars it.
    pub(super) fn starts(&self) -> Vec<Start> {
        self.with(Kept { bars: &self.bars, is_locked: true })
    }

    /// The starts it would have, had nobody locked it.
    pub(super) fn unlocked(&self) -> Vec<Start> {
        let bars = self.bars.iter().copied().filter(|bar| *bar != Bar::LockedOut);
        self.with(Kept { bars: &bars.collect::<Vec<_>>(), is_locked: false })
    }

    /// The starts it would have with only this of what is asked of it.
    pub(super) fn with(&self, kept: Kept<'_, 'a>) -> Vec<Start> {
        if kept.bars.iter().any(|bar| !matches!(bar, Bar::Later(_))) {
            return Vec::new();
        }
        let is_let_go = |of: &&Awaited<'_>| {
            let bar = Bar::Later(of.id);
            self.bars.contains(&bar) && !kept.bars.contains(&bar)
        };
        let opens = self.awaited.iter().filter(|of| !is_let_go(of)).map(|of| of.year).max().unwrap_or(0);
        let is_locked = kept.is_locked && self.lock.is_some_and(|lock| lock.start.is_some());
        let starts = if is_locked { self.locked.as_slice() } else { &self.own };
        starts.iter().filter(|start| start.year >= opens).cloned().collect()
    }
}
