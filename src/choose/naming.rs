//! A choice with other names for the cases: reasons name cases by id, and people know them by title.

use super::choice::{Choice, Demand, Remark, Status};
use super::reason::{Met, Reason};
use super::why::{Because, Moved, Timing, Waits, Way, Why};

impl Choice {
    /// The same, where each case that something is said of has this name instead of its id.
    pub fn named(mut self, name: impl Fn(&str) -> String) -> Self {
        let rename = |id: &mut String| *id = name(id);
        self.lines.iter_mut().flat_map(|line| ids_of_why(&mut line.why)).for_each(rename);
        let priced = self.savings_price.iter_mut().flat_map(|price| &mut price.cases);
        priced.map(|case| &mut case.id).for_each(rename);
        self.remarks.iter_mut().flat_map(ids_of_remark).for_each(rename);
        if let Status::Impossible(conflict) = &mut self.status {
            let demands = conflict.clashes.iter_mut().map(|clash| &mut clash.demand);
            demands.flat_map(ids_of_demand).for_each(rename);
        }
        self
    }
}

fn ids_of_why(why: &mut Why) -> Vec<&mut String> {
    match why {
        Why::Chosen { because, timing } => {
            let mut ids = ids_of_because(because);
            if let Timing::Stopped(stops) = timing {
                ids.extend(stops.iter_mut().filter_map(|stop| stop.requires.as_mut()));
            }
            ids
        }
        Why::Waits { because, way, then } => {
            let mut ids = ids_of_waits(because);
            ids.extend(then.iter_mut().flat_map(|then| ids_of_why(then)));
            if let Some(Way { moved, joined, .. }) = way {
                ids.extend(ids_of_others(moved, joined));
            }
            ids
        }
        Why::Plain(Reason::Judgement { met_by, .. } | Reason::NotProfitable { met_by, .. }) => {
            met_by.iter_mut().collect()
        }
        Why::Plain(Reason::Decided { .. } | Reason::Rejected { .. } | Reason::NotAssessed { .. })
        | Why::Nothing => Vec::new(),
    }
}

fn ids_of_others<'a>(moved: &'a mut [Moved], joined: &'a mut [String]) -> Vec<&'a mut String> {
    moved.iter_mut().map(|moved| &mut moved.id).chain(joined).collect()
}

fn ids_of_because(because: &mut Because) -> Vec<&mut String> {
    match because {
        Because::RequiredBy(by) => vec![by],
        Because::Saves { instead } => instead.iter_mut().collect(),
        Because::Must(requirements) => {
            requirements.iter_mut().flat_map(|Met { alternatives, .. }| alternatives).collect()
        }
        Because::Locked
        | Because::Duty(_)
        | Because::Value
        | Because::Savings(_)
        | Because::Others
        | Because::Placed(_) => Vec::new(),
    }
}

fn ids_of_waits(waits: &mut Waits) -> Vec<&mut String> {
    match waits {
        Waits::DutyMet { by } => vec![by],
        Waits::Excluded { by, .. } => by.iter_mut().collect(),
        Waits::Requires { other, .. } => vec![other],
        Waits::Outbid { by, .. } => by.iter_mut().collect(),
        Waits::Several { moved, joined, .. } => ids_of_others(moved, joined),
        Waits::LockedOut
        | Waits::Room
        | Waits::Savings { .. }
        | Waits::Even(_)
        | Waits::SavingsToo { .. }
        | Waits::NoGain
        | Waits::Unknown => Vec::new(),
    }
}

fn ids_of_remark(remark: &mut Remark) -> Vec<&mut String> {
    match remark {
        Remark::PassesDates { id, .. }
        | Remark::TargetsStay { id, .. }
        | Remark::CalendarRow { id, .. }
        | Remark::LockedInVain { id, .. }
        | Remark::LockedElsewhere { id, .. }
        | Remark::Breaks { id, .. }
        | Remark::LockedOutDecided(id) => vec![id],
        Remark::DecidedTogether(one, other) | Remark::DecidedWithout(one, other) => vec![one, other],
        Remark::Growing { cases, .. } => cases.iter_mut().map(|(id, _)| id).collect(),
        Remark::OtherPrices(cases) => cases.iter_mut().map(|(id, _)| id).collect(),
        Remark::Annuities(cases) => cases.iter_mut().map(|one| &mut one.id).collect(),
        Remark::Untaken(_) | Remark::FramesElsewhere(_) | Remark::LackAsAdded | Remark::LocksTogether(_) => {
            Vec::new()
        }
    }
}

fn ids_of_demand(demand: &mut Demand) -> Vec<&mut String> {
    match demand {
        Demand::LockedIn(id) | Demand::LockedOut(id) => vec![id],
        Demand::Duty { cases, .. } => cases.iter_mut().collect(),
        Demand::Requires(one, other) | Demand::Excludes(one, other) => vec![one, other],
        Demand::Frame(_) => Vec::new(),
    }
}
