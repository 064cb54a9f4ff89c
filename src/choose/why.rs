//! Why a case is where it is: facts found by solving, never guessed.

use super::frame::FrameYear;
use super::reason::{Met, Reason, TieBreak};
use crate::units::{Decimal, Kroner, Year};

/// Why a case is where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Whatever is chosen: besluttet, avvist, krever skjønn, lønner seg ikke, ikke vurdert.
    Plain(Reason),
    /// valgt; without frames, that it can be carried out
    Chosen {
        /// What it is chosen for.
        because: Because,
        /// Why it starts when it does.
        timing: Timing,
    },
    /// venter; without frames, that it is out
    Waits {
        /// What holds it back.
        because: Waits,
        /// What lets it in, where one frame does; none of a case that others that are alike come in before.
        way: Option<Way>,
        /// What holds it back also without its bond to others that is named, where something does.
        then: Option<Box<Self>>,
    },
    /// No choice holds, so nothing is chosen or waiting.
    Nothing,
}

/// What a case is chosen for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// låst inn
    Locked,
    /// må: the unmet requirements it takes to met, as written.
    Duty(Vec<String>),
    /// Another chosen case requires it.
    RequiredBy(String),
    /// Its value.
    Value,
    /// Without it more would be missing of innsparingskrav, whatever else is chosen.
    Savings(Kept),
    /// It saves what innsparingskrav asks for, and others could have.
    Saves {
        /// What would have been chosen instead, where that is known.
        instead: Vec<String>,
    },
    /// It gives back room in a frame that others use, or the search was not finished.
    Others,
    /// Without frames, må: each requirement no decided case meets, in the order the case has them.
    Must(Vec<Met>),
    /// Without frames: placed by the method's value.
    Placed(Placing),
}

/// What becomes of the best choice without a case that innsparingskrav takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// What is then missing of innsparingskrav, all years together.
    pub missing_without: Kroner,
    /// What the method's value of the choice then is.
    pub sum_without: Kroner,
}

/// How a case that is placed by its value lies against those above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placing {
    /// Nothing on the list gives more.
    Highest,
    /// No case that may wait gives more; some case that must be done does.
    HighestOfMay,
    /// This much behind the case above.
    Behind(Kroner),
    /// As good as the case above, and this settled it.
    Even(TieBreak),
    /// By what it gives at its own best start, which is this much: another start is shown for it or for another, so
    /// that what is shown does not tell the order.
    ByOwnBest(Kroner),
}

/// Why a chosen case starts when it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Timing {
    /// At its earliest start.
    Earliest,
    /// The lock says so.
    Locked,
    /// Its value is highest then, of the starts it may have.
    Best,
    /// Its value is higher then than with any earlier start.
    Higher,
    /// What stops each earlier start, the rest of the choice unmoved; never empty.
    Stopped(Vec<Hindrance>),
    /// The search was not finished: nothing is known.
    Unknown,
}

/// What stops an earlier start. Without all that is named, the case could have it in a choice that is as good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hindrance {
    /// The earlier start.
    pub earlier: Year,
    /// Its value is lower then: nothing else stops it.
    pub is_worth_less: bool,
    /// A case it requires that starts later than that.
    pub requires: Option<String>,
    /// The frames it would break.
    pub frames: Vec<FrameYear>,
    /// Whether more would be missing of innsparingskrav, also with room in the frames and whatever else is chosen.
    pub misses_savings: bool,
    /// How much less the best choice gives then, also with room in the frames, where others make up for what would be
    /// missing of innsparingskrav.
    pub gives_less: Option<Kroner>,
}

/// The one reason that is given for why an earlier start does not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binding<'h> {
    /// Its value is lower then.
    WorthLess,
    /// This case, which it requires, starts later.
    Requires(&'h str),
    /// More would be missing of innsparingskrav.
    Savings,
    /// The best choice gives this much less.
    Less(Kroner),
    /// There is no room in these.
    Frames(&'h [FrameYear]),
}

impl Hindrance {
    /// One that nothing is known of yet.
    pub const fn of(earlier: Year) -> Self {
        Self {
            earlier,
            is_worth_less: false,
            requires: None,
            frames: Vec::new(),
            misses_savings: false,
            gives_less: None,
        }
    }

    /// What binds: of the frames and innsparingskrav the demand, as room alone is not enough where both do.
    pub fn binding(&self) -> Binding<'_> {
        match &self.requires {
            _ if self.is_worth_less => Binding::WorthLess,
            Some(other) => Binding::Requires(other),
            None if self.misses_savings => Binding::Savings,
            None => self.gives_less.map_or(Binding::Frames(&self.frames), Binding::Less),
        }
    }
}

/// What holds a waiting case back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waits {
    /// låst ut
    LockedOut,
    /// Its requirement is met by another case, and its own value is negative at every start.
    DutyMet {
        /// The chosen case.
        by: String,
    },
    /// utelukker, with cases that are decided or chosen.
    Excluded {
        /// The other cases; never empty.
        by: Vec<String>,
        /// What settled it, where a choice with it is as good.
        tie: Option<Settled>,
    },
    /// krever a case that is not in, or not in time.
    Requires {
        /// The other case.
        other: String,
        /// What became of it.
        other_is: Other,
        /// How much less the best choice with both gives, where there is one that is else as good.
        less: Option<Kroner>,
    },
    /// There is no room for it in one frame: see the way in.
    Room,
    /// Another choice gives more for the same frame, also when there is more of it.
    Outbid {
        /// A frame, and an amount of more of it with which others are chosen.
        gap: Gap,
        /// What is chosen instead when there is that much more.
        by: Option<String>,
        /// What the case must then give beyond what it gives; none where it is not the value that decides.
        more: Option<Kroner>,
    },
    /// No frame alone lets it in.
    Several {
        /// What is missing when it is added to the choice at its best start.
        gaps: Vec<Gap>,
        /// What it must give beyond what it gives to come before others, where it could be in at all.
        more: Option<Kroner>,
        /// Whether it is chosen with all of that; none where that is not solved.
        is_enough: Option<bool>,
        /// The chosen cases that then go out, or start in another year.
        moved: Vec<Moved>,
        /// The other cases that then come in.
        joined: Vec<String>,
    },
    /// With it more would be missing of innsparingskrav.
    Savings {
        /// How much more, all years together.
        more: Kroner,
    },
    /// A choice with it is no better, and this settled it.
    Even(Settled),
    /// Room is lacking, and with all of that room more would be missing of innsparingskrav with the case.
    SavingsToo {
        /// What is missing when it is added to the choice at its best start.
        gaps: Vec<Gap>,
        /// How much more would then be missing, all years together.
        more: Kroner,
    },
    /// Its value is not above zero at any start it may have.
    NoGain,
    /// The search was not finished: nothing is known.
    Unknown,
}

/// What settles between choices that are as good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// The fewest cases.
    FewestCases,
    /// The list of ids that comes first.
    FirstIds,
}

/// One frame in one year: with this much more of it the case is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The frame, and how much more of it.
    pub gap: Gap,
    /// How sure it is that this is the least.
    pub size: Size,
    /// The chosen cases that then go out, or start in another year.
    pub moved: Vec<Moved>,
    /// The other cases that then come in.
    pub joined: Vec<String>,
}

/// How sure it is that an amount is the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Proven: with any less of the frame the case is not chosen.
    Least,
    /// Proven to be enough; less may be.
    Enough,
    /// Room is made for the case in the choice as it is; nothing is solved again.
    Added,
}

/// A chosen case that makes room for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Its id.
    pub id: String,
    /// Its new start; none where it goes out.
    pub to: Option<Year>,
}

/// What became of a case that another requires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// It is not chosen.
    NotChosen,
    /// låst ut
    LockedOut,
    /// utelukker, with a decided case.
    Excluded,
    /// avvist
    Rejected,
    /// It cannot be chosen: it has errors, is not assessed or is not there.
    Unavailable,
    /// It is chosen or decided, and starts after each start at which the case that requires it is worth anything.
    Later,
}

/// How much is missing of a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The frame and the year.
    pub at: FrameYear,
    /// How much more of it: årsverk for change capacity, else kroner.
    pub missing: Decimal,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::choose::Frame;

    #[test]
    fn what_binds_also_with_room_in_the_frames_is_the_reason() {
        let year = Year::new(2027).unwrap();
        let frames = vec![FrameYear { frame: Frame::Investment, year }];
        let of = |misses_savings| Hindrance { frames: frames.clone(), misses_savings, ..Hindrance::of(year) };
        assert_eq!(of(false).binding(), Binding::Frames(&frames));
        assert_eq!(of(true).binding(), Binding::Savings);
        let bound = Hindrance { requires: Some("b".to_owned()), ..of(true) };
        assert_eq!(bound.binding(), Binding::Requires("b"));
        assert_eq!(Hindrance { is_worth_less: true, ..bound }.binding(), Binding::WorthLess);
    }
}
