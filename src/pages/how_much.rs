//! How much of a report is shown.

/// How much is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowMuch {
    /// What fits one screen.
    OneScreen,
    /// `--alt`: everything.
    All,
}

impl HowMuch {
    /// How many of something are shown.
    pub(super) const fn at_most(self, on_screen: usize) -> usize {
        match self {
            Self::OneScreen => on_screen,
            Self::All => usize::MAX,
        }
    }
}
