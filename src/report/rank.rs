//! Cases, and the frames to choose within → the prioritised list, and the choices within other frames beside it.

use super::{
    Appraised, AppraisedCase, Ending, Field, FramesRead, LastYear, Redraw, Watch, Work, appraise, field,
    is_met,
};
use crate::choose::{Certainty, Change, Choice, ChoiceLine, Effort, NoChoice, Remark, Totals, Verdict};
use crate::diagnostic::{Omitted, WhyOmitted};
use crate::document::case_id;
use crate::model::{Frames, Method};
use crate::repository::{ORGANISATION_FILE, Repository, WorldError};
use crate::units::{Overflow, Year};
use chrono::NaiveDate;
use std::path::PathBuf;

/// What `a3 rank` is asked for.
#[derive(Debug, Clone)]
pub struct RankWanted {
    /// Today.
    pub day: NaiveDate,
    /// What is summed; the organisation's own method where it is not said.
    pub method: Option<Method>,
    /// The frames to choose within.
    pub within: Within,
    /// How long the best choice is searched for.
    pub effort: Effort,
    /// How often the choice is made again; none where only expected values count.
    pub draws: Option<Draws>,
}

impl RankWanted {
    /// Once, as a3.yaml has it.
    pub(super) const fn own(day: NaiveDate, effort: Effort) -> Self {
        Self { day, method: None, within: Within::Own, effort, draws: None }
    }
}

/// The frames to choose within.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Within {
    /// Those of a3.yaml, where it has any.
    Own,
    /// Those of a3.yaml, and beside them those of these files.
    Beside(Vec<PathBuf>),
    /// None, whatever a3.yaml says.
    Nothing,
}

impl Within {
    /// The frames of a3.yaml where they are chosen within, and the files to be read beside them. Frames that
    /// stand in a file with errors cannot be trusted: then there is nothing to choose within.
    fn among(self, appraised: &Appraised) -> (Option<&Frames>, Vec<PathBuf>) {
        let frames = &appraised.organisation.frames;
        match self {
            Self::Own if appraised.has_frames() => (Some(frames), Vec::new()),
            Self::Beside(files) if appraised.spoiled.is_none() => (Some(frames), files),
            Self::Own | Self::Beside(_) | Self::Nothing => (None, Vec::new()),
        }
    }
}

/// How often the choice is made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws {
    /// As many as suit the number of cases where it is not said.
    pub count: Option<usize>,
    /// What they are made from.
    pub seed: u64,
}

/// What `a3 rank` found.
#[derive(Debug)]
pub struct RankReport {
    /// The cases, calculated.
    pub appraised: Appraised,
    /// What the lines of a choice point at: positions in [`Appraised::cases`].
    pub open: Vec<usize>,
    /// The choice within the frames of a3.yaml; the list where nothing is limited.
    pub choice: Choice,
    /// The other files of frames, in the order they were given.
    pub frames: Vec<FramesRead>,
    /// The choices side by side, that within a3.yaml first; none where there is only that.
    pub alternatives: Vec<Alternative>,
    /// How sure the choice is; none where nothing was drawn.
    pub certainty: Option<Certainty>,
    /// What ended the searches that are not finished.
    pub bound: Bound,
    /// The list of the year before, for whoever has it.
    pub last_year: Option<LastYear>,
    /// Whether some cases of the organisation are not asked for, while its frames are those of all.
    pub is_part: bool,
}

/// One of several choices side by side.
#[derive(Debug, Clone)]
pub struct Alternative {
    /// The file its frames stand in.
    pub file: String,
    /// The choice, or why the file could not be chosen by.
    pub choice: Result<Choice, WhyOmitted>,
    /// What it comes to; none where nothing could be chosen.
    pub totals: Option<Totals>,
    /// What differs from the first; none for the first, and where one of them has no choice.
    pub change: Option<Change>,
}

/// What ends a search that is not finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// `--knutegrense`
    Nodes,
    /// `--tidsgrense`
    Clock,
    /// Ctrl-C
    Interrupt,
}

/// Why there is no list.
#[derive(Debug)]
pub enum NotRanked {
    /// Something is missing or cannot be read.
    World(WorldError),
    /// A file of frames is missing or cannot be read.
    Frames(WorldError),
    /// A figure does not fit, or the choice does not hold.
    Choice(NoChoice),
}

impl<W: Into<NoChoice>> From<W> for NotRanked {
    fn from(wrong: W) -> Self {
        Self::Choice(wrong.into())
    }
}

/// Ranks the cases wanted.
///
/// # Errors
/// [`NotRanked`] where there is no list to show.
pub fn rank(repository: &Repository, wanted: RankWanted, watch: Watch<'_>) -> Result<RankReport, NotRanked> {
    let RankWanted { day, method, within, effort, draws } = wanted;
    let appraised = appraise(repository, day).map_err(NotRanked::World)?;
    let (own, files) = within.among(&appraised);
    let field = field(&appraised, method)?;
    let choose = |frames: Option<&Frames>| {
        let choice = field.choose(frames, effort, &watch(Work::Choosing { cases: field.candidates.len() }));
        choice.map(|choice| Choice { remarks: known(choice.remarks, repository), ..choice })
    };
    let choice = choose(own)?;
    let frames = files.iter().map(|file| super::frames(repository, file, field.organisation));
    let frames: Vec<FramesRead> = frames.collect::<Result<_, _>>().map_err(NotRanked::Frames)?;
    let mut alternatives = Vec::new();
    if !frames.is_empty() {
        alternatives.push(Alternative::of(ORGANISATION_FILE, Ok(choice.clone()), None, &field)?);
    }
    for read in &frames {
        let choice = match &read.spoiled {
            Some(why) => Err(why.clone()),
            None => Ok(choose(Some(&read.frames))?),
        };
        let first = alternatives.first().and_then(|first| first.totals.as_ref());
        alternatives.push(Alternative::of(&read.path, choice, first, &field)?);
    }
    // How sure the choice is, is said of the list; where frames stand side by side it is left out.
    let certainty = match draws.zip(own) {
        Some((draws, own)) if frames.is_empty() => {
            field.certainty(own, &choice, Redraw { draws, effort, watch })?
        }
        Some(_) | None => None,
    };
    let bound = if effort.is_stopped() { Bound::Clock } else { Bound::Nodes };
    let open = appraised.cases.iter().enumerate().filter(|(_, case)| !case.case.is_over());
    let open = open.map(|(place, _)| place).collect();
    let last_year = None;
    let is_part = repository.is_part_asked() && choice.is_limited;
    Ok(RankReport { open, choice, frames, alternatives, certainty, bound, last_year, is_part, appraised })
}

/// The remarks but those on a lock of a case that is not asked for: nothing is known of that one here.
fn known(mut remarks: Vec<Remark>, repository: &Repository) -> Vec<Remark> {
    let others = repository.all.iter().filter(|path| repository.asked.binary_search(path).is_err());
    let others: Vec<_> = others.map(|path| case_id(path)).collect();
    let is_other = |id: &str| others.iter().any(|other| **other == *id);
    remarks.retain(|remark| !matches!(remark, Remark::LockedInVain { id, .. } if is_other(id)));
    remarks
}

impl Alternative {
    fn of(
        file: &str,
        choice: Result<Choice, WhyOmitted>,
        first: Option<&Totals>,
        field: &Field<'_>,
    ) -> Result<Self, Overflow> {
        let totals = match &choice {
            Ok(choice) => Totals::of(choice, &field.candidates)?,
            Err(_) => None,
        };
        let change = totals.as_ref().zip(first).map(|(totals, first)| totals.change_from(first));
        Ok(Self { file: file.to_owned(), change: change.transpose()?, choice, totals })
    }
}

impl RankReport {
    /// The case a line of a choice is about.
    pub fn case(&self, line: &ChoiceLine) -> Option<&AppraisedCase> {
        self.appraised.cases.get(*self.open.get(line.candidate)?)
    }

    /// The start that the case of a file is chosen with; none where it is not chosen.
    pub fn chosen_start(&self, path: &str) -> Option<Year> {
        let (_, line) = self.line_of(path)?;
        line.start.filter(|_| line.verdict == Verdict::Chosen)
    }

    /// Whether all cases are in the choice.
    ///
    /// # Errors
    /// Those that are not: were they there, other cases might be chosen, and from other years.
    pub fn is_of_all(&self) -> Result<(), Vec<Omitted>> {
        let omitted = &self.appraised.omitted;
        if self.choice.is_limited && !omitted.is_empty() { Err(omitted.clone()) } else { Ok(()) }
    }

    /// The line on the case of a file, and its position.
    pub fn line_of(&self, path: &str) -> Option<(usize, &ChoiceLine)> {
        let mut lines = self.choice.lines.iter().enumerate();
        lines.find(|(_, line)| self.case(line).is_some_and(|of| of.path == path))
    }

    /// Whether the choice is one that can be made again in draws.
    pub fn can_be_drawn(&self) -> bool {
        self.choice.is_limited && self.frames.is_empty()
    }

    /// How `a3 rank` ends.
    pub fn ending(&self) -> Ending {
        let is_met_in = |of: &Alternative| of.choice.as_ref().is_ok_and(is_met);
        if is_met(&self.choice) && self.alternatives.iter().all(is_met_in) {
            self.appraised.ending()
        } else {
            Ending::Findings
        }
    }
}
