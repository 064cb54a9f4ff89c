//! Why a case is where it is: facts from the model, never guessed.

use crate::model::Missing;
use crate::units::{Kroner, Year};

/// Why an entry is where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// besluttet: adopted, or being carried out.
    Decided {
        /// Whether today's budget already holds its effect.
        in_todays_budget: bool,
        /// Whether it is avsluttet, and counts still because today's budget does not hold its effect.
        is_finished: bool,
    },
    /// krever skjønn: the value is negative at every start, but the quality counts for it.
    Judgement {
        /// What the quality must be worth at least, in the method's own measure.
        worth_at_least: Kroner,
        /// The start at which it is least negative; none where it is not known.
        best: Option<Year>,
        /// The chosen case that meets the requirement this one would have met; none where it meets none.
        met_by: Option<String>,
    },
    /// lønner seg ikke: the value is negative at every start, and no quality counts for it.
    NotProfitable {
        /// How much is missing before the value is zero.
        lacks: Kroner,
        /// The start at which it lacks least; none where it is not known.
        best: Option<Year>,
        /// The chosen case that meets the requirement this one would have met; none where it meets none.
        met_by: Option<String>,
    },
    /// avvist: said no to, and never chosen unless leadership locks it in.
    Rejected {
        /// Who said it, as written.
        by: Option<String>,
        /// Each requirement it would take to met that no other case does.
        unmet: Vec<String>,
    },
    /// ikke vurdert: what must be written before it can be ranked.
    NotAssessed {
        /// Never empty.
        missing: Vec<Missing>,
    },
}

/// A requirement the case takes to met, and who else would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// The requirement, as written.
    pub requirement: String,
    /// Ids of the other assessed cases that meet this one too, in order: one of the group is enough.
    pub alternatives: Vec<String>,
}

/// What settled a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieBreak {
    /// The one above pays back sooner.
    Payback,
    /// The one above has the id that comes first.
    Id,
}
