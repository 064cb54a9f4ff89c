//! Long work, for whoever shows how far it has come.

/// Work that may take long, and in what steps it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// A choice among cases: a step for each.
    Choosing {
        /// How many.
        cases: usize,
    },
    /// Cases are drawn: a step for each.
    Drawing {
        /// How many cases.
        cases: usize,
        /// How often each.
        draws: usize,
    },
    /// The choice is made again: a step for each draw.
    ChoosingAgain {
        /// Among how many cases.
        cases: usize,
        /// How often.
        draws: usize,
    },
}

/// Called at each step of a piece of work; the work is over when it is let go.
pub type Step = Box<dyn Fn() + Sync>;

/// What is done when work begins.
pub type Watch<'w> = &'w dyn Fn(Work) -> Step;

/// Nobody watches.
pub fn unwatched(_: Work) -> Step {
    Box::new(|| ())
}
