//! Why there is no list to show.

use super::frame::FrameYear;
use crate::units::Overflow;

/// A case whose figures are too large to weigh.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooLarge {
    /// The case; none where it is a frame in a3.yaml.
    pub id: Option<String>,
}

/// Why there is no choice to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoChoice {
    /// A figure is too large to weigh.
    TooLarge(TooLarge),
    /// An error of ours: the choice breaks a frame, or something else that has to hold where there is
    /// no frame to name. It is never shown as a result.
    Broken(Option<FrameYear>),
}

impl From<TooLarge> for NoChoice {
    fn from(wrong: TooLarge) -> Self {
        Self::TooLarge(wrong)
    }
}

impl From<Overflow> for NoChoice {
    fn from(_: Overflow) -> Self {
        Self::TooLarge(TooLarge { id: None })
    }
}
