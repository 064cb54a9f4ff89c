//! What people are told became of a case.

use super::choice::{ChoiceLine, Verdict};
use super::reason::Reason;
use super::why::Why;

/// utfall: beslutning, where what waits, what is said no to and what the list leaves out are three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// besluttet
    Decided,
    /// valgt: only under frames
    Chosen,
    /// On the list, where nothing is limited; not settled, where nothing holds.
    Open,
    /// venter: only under frames
    Waiting,
    /// Not carried out though nothing is limited: krever, utelukker, a må-group or a lock holds it back.
    Out,
    /// avvist
    Rejected,
    /// krever skjønn
    Judgement,
    /// lønner seg ikke
    NotProfitable,
    /// ikke vurdert
    NotAssessed,
}

impl ChoiceLine {
    /// What became of it.
    pub fn fate(&self) -> Fate {
        match (&self.why, self.verdict) {
            (Why::Plain(Reason::Rejected { .. }), _) => Fate::Rejected,
            (Why::Waits { .. }, Verdict::Open) => Fate::Out,
            (_, verdict) => verdict.into(),
        }
    }
}

/// Where no more is known of it.
impl From<Verdict> for Fate {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Decided => Self::Decided,
            Verdict::Chosen => Self::Chosen,
            Verdict::Open => Self::Open,
            Verdict::Waiting => Self::Waiting,
            Verdict::Judgement => Self::Judgement,
            Verdict::NotProfitable => Self::NotProfitable,
            Verdict::NotAssessed => Self::NotAssessed,
        }
    }
}
