//! gevinstbroen: from what was promised to what came, and to what is deducted.

use super::judged::Word;
use crate::units::{Kroner, MONEY_DECIMALS, Overflow};

/// The terms of one gain, or of many; kroner a year in the organisation's own budget, plus when good. In each
/// line the terms add up exactly, each of them built from amounts of 8 decimals:
///
/// - lovet + endret − ikke ventet ennå = ventet nå
/// - målt + etter planen + bak + tapt = ventet nå
/// - kommet + hull + for tidlig = trukket fra
/// - kommet + ikke trukket fra + verre = målt
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bridge {
    /// lovet: at full effect, when it was decided
    pub promised: Kroner,
    /// endret: today's calculation − lovet
    pub changed: Kroner,
    /// What `promised` is more in today's prices than in those it was decided in; a part of no line.
    pub growth: Kroner,
    /// ikke ventet ennå: what innfasing leaves for later
    pub not_expected: Kroner,
    /// What of that is expected no longer, since its life is over; a part of no line.
    pub ended: Kroner,
    /// ventet nå
    pub expected: Kroner,
    /// målt; nothing where nothing is measured
    pub measured: Kroner,
    /// etter planen: not come, and not to be judged yet
    pub planned: Kroner,
    /// bak: expected, and not come; below zero where more came than was expected
    pub behind: Kroner,
    /// tapt: expected, and will not come
    pub lost: Kroner,
    /// trukket fra: what today's budget holds of it already
    pub deducted: Kroner,
    /// kommet: the part of that which has come
    pub come: Kroner,
    /// hullet: deducted, and not come
    pub hole: Kroner,
    /// The part deducted that it is too early to say anything of.
    pub too_early: Kroner,
    /// kommet, men ikke trukket fra: what can still be taken
    pub not_deducted: Kroner,
    /// verre: what is measured on the wrong side of where it began; 0 or below
    pub worse: Kroner,
}

/// What a bridge is built from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pillars {
    /// At full effect, as it is calculated today.
    pub(super) full: Kroner,
    /// Today's calculation − what was promised.
    pub(super) changed: Kroner,
    /// What was promised, in today's prices − as it was decided.
    pub(super) growth: Kroner,
    /// Expected by now.
    pub(super) expected: Kroner,
    /// Measured; none where nothing is.
    pub(super) measured: Option<Kroner>,
    /// Deducted from today's budget.
    pub(super) deducted: Kroner,
    /// How it goes.
    pub(super) word: Word,
}

impl Bridge {
    pub(super) fn of(pillars: Pillars) -> Result<Self, Overflow> {
        let Pillars { full, changed, growth, expected, measured, deducted, word } = pillars;
        let cell = |amount: Kroner| amount.rounded(MONEY_DECIMALS);
        let [full, changed, expected, deducted] = [full, changed, expected, deducted].map(cell);
        let measured = cell(measured.unwrap_or_default());
        // Of what is measured on the wrong side of nullpunkt, nothing has come: the hole is what is deducted, no more.
        // A gain that is to cost is on the right side where it does.
        let is_to_cost = full.is_negative() || deducted.is_negative();
        let worse = if is_to_cost { Kroner::ZERO } else { measured.min(Kroner::ZERO) };
        let gained = measured.minus(worse)?;
        let come = gained.clamp(deducted.min(Kroner::ZERO), deducted.max(Kroner::ZERO));
        let mut bridge = Self {
            promised: full.minus(changed)?,
            changed,
            growth: cell(growth),
            not_expected: full.minus(expected)?,
            expected,
            measured,
            deducted,
            come,
            not_deducted: gained.minus(come)?,
            worse,
            ..Self::default()
        };
        let (rest, open) = (expected.minus(measured)?, deducted.minus(come)?);
        match word {
            Word::TooEarly => (bridge.planned, bridge.too_early) = (rest, open),
            Word::Reached | Word::OnTrack | Word::Behind => (bridge.behind, bridge.hole) = (rest, open),
            Word::Lost => (bridge.lost, bridge.hole) = (rest, open),
        }
        Ok(bridge)
    }

    /// The same after the last year of its life: what was promised stands, and nothing is expected any more.
    pub(super) fn after_life(self) -> Result<Self, Overflow> {
        let Self { promised, changed, growth, .. } = self;
        let all = promised.plus(changed)?;
        Ok(Self { promised, changed, growth, not_expected: all, ended: all, ..Self::default() })
    }

    /// Whether something is deducted that has not come: a krone or more, as less is what a measure is rounded by.
    pub fn has_hole(&self) -> bool {
        !self.hole.rounded(0).is_zero()
    }

    /// Both together, term by term.
    ///
    /// # Errors
    /// [`Overflow`] where a sum does not fit.
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        Ok(Self {
            promised: self.promised.plus(other.promised)?,
            changed: self.changed.plus(other.changed)?,
            growth: self.growth.plus(other.growth)?,
            not_expected: self.not_expected.plus(other.not_expected)?,
            ended: self.ended.plus(other.ended)?,
            expected: self.expected.plus(other.expected)?,
            measured: self.measured.plus(other.measured)?,
            planned: self.planned.plus(other.planned)?,
            behind: self.behind.plus(other.behind)?,
            lost: self.lost.plus(other.lost)?,
            deducted: self.deducted.plus(other.deducted)?,
            come: self.come.plus(other.come)?,
            hole: self.hole.plus(other.hole)?,
            too_early: self.too_early.plus(other.too_early)?,
            not_deducted: self.not_deducted.plus(other.not_deducted)?,
            worse: self.worse.plus(other.worse)?,
        })
    }

    /// All of them together, term by term.
    ///
    /// # Errors
    /// As for [`Bridge::plus`].
    pub fn sum(bridges: impl IntoIterator<Item = Self>) -> Result<Self, Overflow> {
        bridges.into_iter().try_fold(Self::default(), Self::plus)
    }
}
