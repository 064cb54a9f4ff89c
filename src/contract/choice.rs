//! `a3 rank --format json` with frames.

use super::amount::{fte, kroner, plain_amount, ratio};
use super::list::{
    AlternativeOut, CertaintyOut, ChangeOut, ChosenOut, ClashOut, DecidingOut, DrawnOut, EntryOut,
    ExtensionOut, LockOut, MovedOut, Rank, SavingsOut, Shortfall, UseOut,
};
use super::rank::verdict_word;
use super::{LeftOut, VERSION, document};
use crate::choose::{
    Candidate, Certainty, Change, Choice, Clash, Demand, Frame, FrameUse, Gap, Line, Locked, Savings, Status,
    Totals,
};
use crate::units::Year;

/// What the document is made from.
#[derive(Debug)]
pub struct Chosen<'a> {
    /// The choice.
    pub choice: &'a Choice,
    /// What its lines point at.
    pub candidates: &'a [Candidate<'a>],
    /// Why each line is where it is, in the language of the reader, in the order of the list.
    pub reasons: Vec<String>,
    /// Each clash as a sentence, in order.
    pub clashes: Vec<String>,
    /// Each remark as a sentence, in order.
    pub remarks: Vec<String>,
    /// The choices side by side, the organisation's own first; none where there is only that.
    pub alternatives: Vec<Alternative<'a>>,
    /// How sure it is; none where nothing was drawn.
    pub certainty: Option<&'a Certainty>,
    /// Cases that could not be calculated; never silently dropped.
    pub left_out: Vec<LeftOut>,
}

/// One of several choices side by side.
#[derive(Debug)]
pub struct Alternative<'a> {
    /// The file its frames stand in.
    pub file: &'a str,
    /// The choice; none where the file has errors.
    pub choice: Option<&'a Choice>,
    /// What it comes to; none where nothing could be chosen.
    pub totals: Option<&'a Totals<'a>>,
    /// What differs from the first; none for the first, and where one of them has no choice.
    pub change: Option<&'a Change<'a>>,
    /// Each clash as a sentence, in order.
    pub clashes: Vec<String>,
    /// Why it was not calculated; none where it was.
    pub left_out: Option<String>,
}

/// The choice, as one JSON document.
#[must_use]
pub fn json(chosen: &Chosen<'_>) -> String {
    let choice = chosen.choice;
    let reasons = chosen.reasons.iter().map(|reason| Some(reason.as_str()));
    let lines = choice.lines.iter().zip(reasons.chain(core::iter::repeat(None)));
    document(&Rank {
        versjon: VERSION,
        method: choice.method.word(),
        frames: true,
        status: Some(status_word(&choice.status)),
        sum: choice.sum.map(kroner),
        gap: gap_out(&choice.status),
        list: lines.filter_map(|(line, reason)| entry(line, chosen, reason)).collect(),
        shortfalls: shortfalls(choice),
        use_of_frames: choice.frames.iter().map(use_out).collect(),
        savings: choice.savings.iter().map(savings_out).collect(),
        conflict: conflict_out(choice, &chosen.clashes),
        extension: extension_out(choice),
        remarks: chosen.remarks.clone(),
        alternatives: chosen.alternatives.iter().map(alternative).collect(),
        drawn: chosen.certainty.map(drawn_out),
        left_out: &chosen.left_out,
    })
}

fn gap_out(status: &Status) -> Option<String> {
    match status {
        Status::Optimal => Some("0".to_owned()),
        Status::Limit { gap } => gap.map(kroner),
        Status::Impossible(_) => None,
    }
}

const fn status_word(status: &Status) -> &'static str {
    match status {
        Status::Optimal => "optimal",
        Status::Limit { .. } => "grense",
        Status::Impossible(_) => "umulig",
    }
}

fn drawn_out(certainty: &Certainty) -> DrawnOut<'_> {
    let deciding = certainty.deciding.iter();
    DrawnOut {
        draws: certainty.draws,
        seed: certainty.seed,
        held: certainty.held,
        unproven: certainty.unproven,
        unknown: certainty.unknown,
        deciding: deciding.map(|of| DecidingOut { name: &of.name, case: of.case.as_deref() }).collect(),
    }
}

fn entry<'a>(line: &'a Line, chosen: &Chosen<'a>, reason: Option<&'a str>) -> Option<EntryOut<'a>> {
    let candidate = chosen.candidates.get(line.candidate)?;
    let certainty = chosen.certainty.and_then(|certainty| certainty.cases.get(line.candidate)?.as_ref());
    let certainty =
        certainty.map(|of| CertaintyOut { chosen: ratio(of.chosen), best: of.best, worst: of.worst });
    Some(EntryOut {
        place: line.place,
        id: &candidate.case.id,
        must: line.must,
        value: line.value.map(kroner),
        verdict: verdict_word(line.verdict),
        start: line.start.map(Year::number),
        reason,
        lock: line.lock.as_ref().map(lock_out),
        running_effect: line.running_effect.map(|effect| effect.map(kroner)),
        fte: fte(candidate.appraisal.potential.fte_taken_out),
        certainty,
    })
}

fn lock_out(locked: &Locked) -> LockOut<'_> {
    LockOut {
        choice: locked.lock.choice.word(),
        start: locked.lock.start.map(Year::number),
        reason: locked.lock.reason.as_deref(),
        cost: locked.cost.map(|cost| kroner(cost.value)),
    }
}

fn shortfalls(choice: &Choice) -> Vec<Shortfall> {
    let missing = choice.savings.iter().filter(|at| !at.missing.is_zero());
    missing.map(|at| Shortfall { year: at.year.number(), amount: kroner(at.missing) }).collect()
}

fn savings_out(at: &Savings) -> SavingsOut {
    SavingsOut {
        year: at.year.number(),
        demand: kroner(at.demand),
        reached: kroner(at.reached),
        missing: kroner(at.missing),
    }
}

/// The word of a frame, and the område where it has one.
fn frame_out(frame: &Frame) -> (&'static str, Option<&str>) {
    match frame {
        Frame::Capacity(area) => ("endringskapasitet", Some(area)),
        Frame::Investment => ("investering", None),
        Frame::Restructuring => ("omstilling", None),
    }
}

fn use_out(of: &FrameUse) -> UseOut<'_> {
    let (frame, group) = frame_out(&of.at.frame);
    UseOut {
        frame,
        group,
        year: of.at.year.number(),
        used: plain_amount(of.used),
        limit: plain_amount(of.limit),
        shadow: of.shadow.map(kroner),
    }
}

fn conflict_out<'a>(choice: &'a Choice, words: &[String]) -> Vec<ClashOut<'a>> {
    let clashes = choice.conflict().map_or(&[][..], |conflict| conflict.clashes.as_slice());
    clashes.iter().zip(words).map(|(clash, words)| clash_out(clash, words)).collect()
}

fn clash_out<'a>(clash: &'a Clash, words: &str) -> ClashOut<'a> {
    let (demand, group, cases) = match &clash.demand {
        Demand::LockedIn(id) => ("låst inn", None, vec![id.as_str()]),
        Demand::LockedOut(id) => ("låst ut", None, vec![id.as_str()]),
        Demand::Duty { requirement, cases } => {
            ("må", Some(requirement.as_str()), cases.iter().map(String::as_str).collect())
        }
        Demand::Requires(one, other) => ("krever", None, vec![one.as_str(), other.as_str()]),
        Demand::Excludes(one, other) => ("utelukker", None, vec![one.as_str(), other.as_str()]),
        Demand::Frame(at) => {
            let (frame, group) = frame_out(&at.frame);
            (frame, group, Vec::new())
        }
    };
    let year = match &clash.demand {
        Demand::Frame(at) => Some(at.year.number()),
        Demand::LockedIn(_)
        | Demand::LockedOut(_)
        | Demand::Duty { .. }
        | Demand::Requires(..)
        | Demand::Excludes(..) => None,
    };
    ClashOut {
        demand,
        group,
        year,
        cases,
        words: words.to_owned(),
        missing: clash.missing.map(plain_amount),
        is_enough: clash.is_enough,
    }
}

fn extension_out(choice: &Choice) -> Vec<ExtensionOut<'_>> {
    fn one(gap: &Gap) -> ExtensionOut<'_> {
        let (frame, group) = frame_out(&gap.at.frame);
        ExtensionOut { frame, group, year: gap.at.year.number(), missing: plain_amount(gap.missing) }
    }
    choice.conflict().map_or_else(Vec::new, |conflict| conflict.extension.iter().map(one).collect())
}

fn alternative<'a>(of: &'a Alternative<'a>) -> AlternativeOut<'a> {
    let chosen = of.totals.iter().flat_map(|totals| &totals.chosen);
    AlternativeOut {
        file: of.file,
        status: of.choice.map(|choice| status_word(&choice.status)),
        sum: of.totals.map(|totals| kroner(totals.sum)),
        gap: of.choice.and_then(|choice| gap_out(&choice.status)),
        running_effect: of.totals.map(|totals| totals.running_effect.map(kroner)),
        fte: of.totals.map(|totals| fte(totals.fte)),
        shortfalls: of.choice.map_or_else(Vec::new, shortfalls),
        use_of_frames: of.choice.map_or_else(Vec::new, |choice| choice.frames.iter().map(use_out).collect()),
        chosen: chosen.map(|(id, start)| ChosenOut { id, start: start.map(Year::number) }).collect(),
        change: of.change.map(change_out),
        conflict: of.choice.map_or_else(Vec::new, |choice| conflict_out(choice, &of.clashes)),
        extension: of.choice.map_or_else(Vec::new, extension_out),
        left_out: of.left_out.as_deref(),
    }
}

fn change_out<'a>(change: &Change<'a>) -> ChangeOut<'a> {
    let moved = change.moved.iter().map(|(id, from, to)| MovedOut {
        id,
        from: from.map(Year::number),
        to: to.map(Year::number),
    });
    ChangeOut {
        sum: kroner(change.sum),
        running_effect: change.running_effect.map(kroner),
        fte: fte(change.fte),
        added: change.added.clone(),
        removed: change.removed.clone(),
        moved: moved.collect(),
    }
}
