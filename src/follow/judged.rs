//! How a gain goes, in a word.

use crate::units::{Decimal, Overflow, multiply, round};

/// ord: how it goes with a gain, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    /// nådd: all that was promised has come.
    Reached,
    /// i rute: as much as was expected by now.
    OnTrack,
    /// for tidlig å si: before the middle of its first year, or not to be measured yet.
    TooEarly,
    /// bak: less than was expected, or it should have been measured.
    Behind,
    /// tapt: it will not come.
    Lost,
}

impl Word {
    /// Every word, the best first.
    pub const WORDS: &'static [&'static str] = &["nådd", "i rute", "for tidlig å si", "bak", "tapt"];

    /// The Norwegian word, as written in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reached => "nådd",
            Self::OnTrack => "i rute",
            Self::TooEarly => "for tidlig å si",
            Self::Behind => "bak",
            Self::Lost => "tapt",
        }
    }

    /// Whether something should have come that has not.
    pub const fn is_missing(self) -> bool {
        match self {
            Self::Reached | Self::OnTrack | Self::TooEarly => false,
            Self::Behind | Self::Lost => true,
        }
    }
}

/// Less than a tenth short of what was expected is as expected (calculation.md, "Follow-up").
const SLACK: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
/// Decimals that are compared: what differs further out is what a division has left.
const DECIMALS: u32 = 6;

/// What a word is given by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grounds {
    /// Whether it is said that it will not come.
    pub(super) is_lost: bool,
    /// Whether the middle of its first year is still to come.
    pub(super) is_early: bool,
    /// Whether it should have been measured by now.
    pub(super) is_overdue: bool,
    /// What has come; none where nothing is measured.
    pub(super) come: Option<Decimal>,
    /// What was expected by now; none where nobody has said.
    pub(super) expected: Option<Decimal>,
    /// All of it.
    pub(super) whole: Decimal,
}

impl Grounds {
    pub(super) fn word(self) -> Result<Word, Overflow> {
        let Self { is_lost, is_early, is_overdue, come, expected, whole } = self;
        let Some(come) = come.filter(|_| !is_lost) else {
            return Ok(match (is_lost, is_overdue && !is_early) {
                (true, _) => Word::Lost,
                (false, true) => Word::Behind,
                (false, false) => Word::TooEarly,
            });
        };
        let expected = expected.unwrap_or(whole);
        Ok(match () {
            () if !whole.is_zero() && is_near(come, whole)? => Word::Reached,
            () if is_early => Word::TooEarly,
            () if is_near(come, expected)? => Word::OnTrack,
            () => Word::Behind,
        })
    }
}

/// Whether what came is not more than a tenth short of what was to come.
fn is_near(come: Decimal, wanted: Decimal) -> Result<bool, Overflow> {
    let short = wanted.checked_sub(come).ok_or(Overflow)?;
    let slack = multiply(wanted.abs(), SLACK)?;
    Ok(round(short, DECIMALS) <= round(slack, DECIMALS))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALM: Grounds = Grounds {
        is_lost: false,
        is_early: false,
        is_overdue: false,
        come: None,
        expected: Some(Decimal::from_parts(50, 0, 0, false, 0)),
        whole: Decimal::ONE_HUNDRED,
    };

    fn come(percent: i64) -> Grounds {
        Grounds { come: Some(Decimal::from(percent)), ..CALM }
    }

    #[test]
    fn nine_tenths_of_what_was_expected_is_as_expected() {
        assert_eq!(come(45).word(), Ok(Word::OnTrack));
        assert_eq!(come(44).word(), Ok(Word::Behind));
        assert_eq!(come(90).word(), Ok(Word::Reached));
        assert_eq!(Grounds { is_early: true, ..come(10) }.word(), Ok(Word::TooEarly));
        assert_eq!(Grounds { is_early: true, ..come(95) }.word(), Ok(Word::Reached));
        assert_eq!(Grounds { is_lost: true, ..come(95) }.word(), Ok(Word::Lost));
    }

    #[test]
    fn what_is_not_measured_is_behind_once_it_should_have_been() {
        assert_eq!(CALM.word(), Ok(Word::TooEarly));
        assert_eq!(Grounds { is_overdue: true, ..CALM }.word(), Ok(Word::Behind));
        assert_eq!(Grounds { is_overdue: true, is_early: true, ..CALM }.word(), Ok(Word::TooEarly));
    }

    #[test]
    fn an_effect_below_nothing_is_near_when_it_costs_no_more() {
        let cost = |come: i64| Grounds {
            come: Some(Decimal::from(come)),
            expected: Some(Decimal::from(-50)),
            whole: Decimal::from(-40),
            ..CALM
        };
        assert_eq!(cost(-44).word(), Ok(Word::Reached));
        assert_eq!(cost(-55).word(), Ok(Word::OnTrack));
        assert_eq!(cost(-56).word(), Ok(Word::Behind));
    }
}
