//! What the cases of a part of the list give together.

use super::choice::{Choice, ChoiceLine};
use super::fate::Fate;
use super::reason::Reason;
use super::why::Why;
use crate::units::{Fte, Kroner, each};

/// What some cases give together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gives {
    /// How many they are.
    pub cases: usize,
    /// Of the method's value.
    pub value: Kroner,
    /// Running effect of each plan year; plus is money freed.
    pub running_effect: [Kroner; 4],
    /// årsverk taken out in each plan year.
    pub fte: [Fte; 4],
}

impl Gives {
    /// What is freed in the last plan year.
    pub const fn last(&self) -> (Kroner, Fte) {
        let ([.., kroner], [.., fte]) = (self.running_effect, self.fte);
        (kroner, fte)
    }
}

impl Choice {
    /// What those of a part give together; none where a sum does not fit.
    pub fn gives(&self, part: Fate) -> Option<Gives> {
        self.gives_of(|line| line.fate() == part)
    }

    /// What those that are decided give of what today's budget holds already; none where a sum does not fit.
    pub fn gives_already(&self) -> Option<Gives> {
        self.gives_of(|line| matches!(line.why, Why::Plain(Reason::Decided { in_todays_budget: true, .. })))
    }

    fn gives_of(&self, is_among: impl Fn(&ChoiceLine) -> bool) -> Option<Gives> {
        let none =
            Gives { cases: 0, value: Kroner::ZERO, running_effect: [Kroner::ZERO; 4], fte: [Fte::ZERO; 4] };
        self.lines.iter().filter(|line| is_among(line)).try_fold(none, |sum, line| sum.with(line))
    }
}

impl Gives {
    fn with(mut self, line: &ChoiceLine) -> Option<Self> {
        self.cases = self.cases.checked_add(1)?;
        self.value = self.value.plus(line.value.unwrap_or_default()).ok()?;
        let effect = line.running_effect.unwrap_or_default();
        self.running_effect = each(self.running_effect, effect, Kroner::plus).ok()?;
        self.fte = each(self.fte, line.fte.unwrap_or_default(), Fte::plus).ok()?;
        Some(self)
    }
}
