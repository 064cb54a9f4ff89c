//! The list: what is chosen under frames, or each case in its place where nothing is limited; with the use of
//! every frame, and what clashes where nothing holds.

use super::duties::Standing;
use super::frame::FrameYear;
use super::why::{Gap, Kept, Why};
use crate::calc::Growth;
use crate::model::{Lock, Method, Missing};
use crate::units::{Decimal, Fte, Kroner, Overflow, Year};

/// The best choice that fits, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is summed.
    pub method: Method,
    /// Whether frames limit it. Without, nothing is chosen or waiting: each case has its place, and taking
    /// one out never reorders the rest.
    pub is_limited: bool,
    /// What became of the search.
    pub status: Status,
    /// Every candidate once: besluttet, valgt, venter, krever skjønn, lønner seg ikke, ikke vurdert; without
    /// frames besluttet, the list, krever skjønn, lønner seg ikke, ikke vurdert.
    pub lines: Vec<ChoiceLine>,
    /// The method's value of what is chosen; decided cases are not in it. None without a choice,
    /// and without frames.
    pub sum: Option<Kroner>,
    /// innsparingskrav, by plan year that has one.
    pub savings: Vec<Savings>,
    /// What innsparingskrav costs; none without a demand, and where that is not solved.
    pub savings_price: Option<SavingsPrice>,
    /// Every frame and year, as the frames are written.
    pub frames: Vec<FrameUse>,
    /// What one should know of the starts and the alternatives.
    pub remarks: Vec<Remark>,
}

impl SavingsPrice {
    /// Whether the best choice without the demand is worth the same, so that the demand costs nothing.
    pub fn is_nothing(&self, sum: Kroner) -> bool {
        self.sum_without == sum && self.cases.is_empty()
    }
}

impl Remark {
    /// Whether it says that leadership's own decision is not kept.
    pub const fn is_broken_lock(&self) -> bool {
        match self {
            Self::LockedInVain { .. } | Self::LockedElsewhere { .. } | Self::LockedOutDecided(_) => true,
            Self::PassesDates { .. }
            | Self::TargetsStay { .. }
            | Self::CalendarRow { .. }
            | Self::OtherPrices(_)
            | Self::Untaken(_)
            | Self::Breaks { .. }
            | Self::Growing { .. }
            | Self::DecidedTogether(..)
            | Self::DecidedWithout(..)
            | Self::FramesElsewhere(_)
            | Self::LackAsAdded
            | Self::LocksTogether(_)
            | Self::Annuities(_) => false,
        }
    }
}

impl LockCost {
    /// Whether it neither costs nor gives anything.
    pub fn is_nothing(&self) -> bool {
        self.value.is_zero() && self.savings.is_zero() && self.delay == 0
    }

    /// Both together.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        Ok(Self {
            value: self.value.plus(other.value)?,
            savings: self.savings.plus(other.savings)?,
            delay: self.delay.saturating_add(other.delay),
        })
    }
}

impl Choice {
    /// Whether all locks together cost something else than each alone.
    pub fn has_locks_together(&self) -> bool {
        self.remarks.iter().any(|remark| matches!(remark, Remark::LocksTogether(_)))
    }

    /// What is missing of innsparingskrav, all years together.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn missing(&self) -> Result<Kroner, Overflow> {
        Kroner::sum(self.savings.iter().map(|at| at.missing))
    }

    /// What clashes, where nothing holds.
    pub const fn conflict(&self) -> Option<&Conflict> {
        match &self.status {
            Status::Impossible(conflict) => Some(conflict),
            Status::Optimal | Status::Limit { .. } => None,
        }
    }
}

/// What became of the search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// optimal: proven best.
    Optimal,
    /// grense: the effort was spent; the value may be this far from the best.
    Limit {
        /// None where nothing was found.
        gap: Option<Kroner>,
    },
    /// umulig
    Impossible(Conflict),
}

/// beslutning. The order of the variants is the order of the parts of the list under frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// besluttet
    Decided,
    /// valgt: only under frames
    Chosen,
    /// venter: only under frames
    Waiting,
    /// krever skjønn
    Judgement,
    /// lønner seg ikke
    NotProfitable,
    /// No frames, or none that can be kept, so nothing is chosen or waiting.
    Open,
    /// ikke vurdert
    NotAssessed,
}

/// One case of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceLine {
    /// Position in the candidates.
    pub candidate: usize,
    /// Place from 1; none for decided cases, rejected ones that are not chosen, and those not assessed.
    pub place: Option<usize>,
    /// What it is apart from the frames: must before may.
    pub standing: Standing,
    /// må: whether the case takes an unmet requirement to met; not where another case does, and this one is judged
    /// as one that may wait.
    pub must: bool,
    /// beslutning
    pub verdict: Verdict,
    /// The start that is decided or chosen, else oppstart; none for a case without one, and for one that
    /// is out.
    pub start: Option<Year>,
    /// The method's value at that start.
    pub value: Option<Kroner>,
    /// Running effect of each plan year at that start.
    pub running_effect: Option<[Kroner; 4]>,
    /// årsverk taken out in each plan year at that start.
    pub fte: Option<[Fte; 4]>,
    /// Why.
    pub why: Why,
    /// Leadership's own decision on it.
    pub lock: Option<Locked>,
}

/// låst, and what it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    /// As written.
    pub lock: Lock,
    /// What the best choice without the lock would have been worth more; none where it is not known.
    pub cost: Option<LockCost>,
}

/// What a lock costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LockCost {
    /// Of the sum of the method's value; below zero where the lock gives more value and less savings.
    pub value: Kroner,
    /// Of innsparingskrav, all years together.
    pub savings: Kroner,
    /// How many years later the must-groups are met, all together; below zero where they are met sooner.
    pub delay: i64,
}

/// innsparingskrav of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Savings {
    /// The plan year.
    pub year: Year,
    /// The demand, as level.
    pub demand: Kroner,
    /// What is chosen and decided save.
    pub reached: Kroner,
    /// What is missing; zero where it is reached.
    pub missing: Kroner,
}

/// kravets pris: the best choice without innsparingskrav, and the cases that are in for it alone. Where the demand moves
/// nothing, the sum is that of the choice, and there are no cases: also where more would be missing without some case that
/// is in for its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavingsPrice {
    /// The method's value of the best choice without the demand.
    pub sum_without: Kroner,
    /// The cases that are in, and would not be without the demand, in the order of the list.
    pub cases: Vec<PricedCase>,
}

/// A case that is in for innsparingskrav alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PricedCase {
    /// The case.
    pub id: String,
    /// What the best choice without it comes to; none where that is not proven.
    pub kept: Option<Kept>,
}

/// The use of a frame in a year: årsverk for change capacity, else kroner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameUse {
    /// The frame and the year.
    pub at: FrameYear,
    /// What is chosen and decided use.
    pub used: Decimal,
    /// The limit.
    pub limit: Decimal,
    /// What one step more (0,1 årsverk, 100 000 kr) would have given, kroner; none where it is not known,
    /// and where the step goes to duties or innsparingskrav.
    pub shadow: Option<Kroner>,
    /// Whether that is proven; else it is what is found, and the step may give more.
    pub is_proven: bool,
}

/// A smallest set of demands that cannot all hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The demands: take one away, and the rest of these can hold.
    pub clashes: Vec<Clash>,
    /// Where no frame of them is enough alone: what the frames lack together, so that with that much
    /// more of each everything holds. Empty where no frame is to blame, or it is not known.
    pub extension: Vec<Gap>,
}

/// One demand of a clash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The demand.
    pub demand: Demand,
    /// The least that is missing of a frame for these demands to hold; none where it is not known.
    pub missing: Option<Decimal>,
    /// Whether that much more of the frame, or to let go of the demand, is proven to be enough alone:
    /// then all else can hold too, and not these demands alone.
    pub is_enough: bool,
}

/// Something that has to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Demand {
    /// låst inn
    LockedIn(String),
    /// låst ut
    LockedOut(String),
    /// A minimumskrav that one of the cases must meet.
    Duty {
        /// krav, as written.
        requirement: String,
        /// The cases that meet it.
        cases: Vec<String>,
    },
    /// krever
    Requires(String, String),
    /// utelukker
    Excludes(String, String),
    /// A frame in a year, with what decided cases take of it.
    Frame(FrameYear),
}

/// What one should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The chosen start is moved past what is planned or due in a year before it.
    PassesDates {
        /// The case.
        id: String,
        /// The chosen start.
        start: Year,
        /// What is planned or due, in the order written; never empty.
        what: Vec<String>,
    },
    /// The chosen start is moved, but målinger are to reach their mål before the gain has come in full.
    TargetsStay {
        /// The case.
        id: String,
        /// The chosen start.
        start: Year,
        /// The name of each måling, and the day of its mål, as 2028-12-31; never empty.
        what: Vec<(String, String)>,
    },
    /// The chosen start is moved, but a row is written by calendar year and does not move.
    CalendarRow {
        /// The case.
        id: String,
        /// The chosen start.
        start: Year,
        /// The row's name.
        row: String,
    },
    /// A case is locked in, but cannot be chosen.
    LockedInVain {
        /// The case.
        id: String,
        /// What it lacks; empty where it has errors.
        missing: Vec<Missing>,
    },
    /// A decided case is locked to another start than its own, which is the one that holds.
    LockedElsewhere {
        /// The case.
        id: String,
        /// The start of the lock.
        locked: Year,
        /// The start it has.
        start: Year,
    },
    /// A decided case is locked out: it is in all the same.
    LockedOutDecided(String),
    /// Cases whose amounts could not be brought to budsjettår's prices, each with prisår.
    OtherPrices(Vec<(String, Year)>),
    /// Unmet duties that no case on the list takes to met, as written.
    Untaken(Vec<String>),
    /// A case that is in takes a minimumskrav that is met today to unmet.
    Breaks {
        /// The case.
        id: String,
        /// Each minimumskrav, as written; never empty.
        duties: Vec<String>,
    },
    /// Decided cases that today's budget holds, and whose effect is another in the last plan year than in the first: the
    /// difference is in no budget, and counts nowhere.
    Growing {
        /// budsjettår
        from: Year,
        /// The last plan year.
        to: Year,
        /// Each case, and how much larger.
        cases: Vec<(String, Growth)>,
    },
    /// Two decided cases exclude each other.
    DecidedTogether(String, String),
    /// A decided case requires one that is neither decided nor chosen.
    DecidedWithout(String, String),
    /// Frames are given for years that are not of the plan: they limit nothing.
    FramesElsewhere(Vec<Year>),
    /// What waiting cases lack is found by adding each to the list as it is: enough, and not surely the
    /// least.
    LackAsAdded,
    /// What all locks cost together, where that is not what they cost one by one.
    LocksTogether(LockCost),
    /// Cases that exclude each other live for different lengths: compare their annuitet.
    Annuities(Vec<Annuity>),
}

/// annuitet of one of several cases that exclude each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annuity {
    /// The case.
    pub id: String,
    /// levetid, years.
    pub life: u16,
    /// kroner per year in service, at oppstart.
    pub annuity: Kroner,
}
