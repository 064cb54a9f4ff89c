//! Overviews and cases → the areas by what must be done and what they may give, the duties nobody meets, and
//! what no one has explained.

use super::appraise::{Appraised, AppraisedCase, appraise};
use super::area::{Area, Gap, Span};
use super::gains::{GainRow, gains};
use super::{Ending, LastYear};
use crate::document::SubArea;
use crate::model::{Case, Fulfilment, Organisation};
use crate::quantity::Quantity;
use crate::repository::{Repository, WorldError};
use crate::shape::meant;
use crate::units::{Fte, Kroner, Overflow, Year};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What `a3 overview` is asked for.
#[derive(Debug, Clone)]
pub struct OverviewWanted {
    /// Today.
    pub day: NaiveDate,
    /// `--område`
    pub area: Option<String>,
}

/// What `a3 overview` found.
#[derive(Debug)]
pub struct OverviewReport {
    /// The cases, calculated.
    pub appraised: Appraised,
    /// What was asked for.
    pub wanted: OverviewWanted,
    /// Every delområde: what must be done first, then most potential first.
    pub areas: Vec<Area>,
    /// The sum of the estimates; none where no area has one.
    pub estimated: Option<Kroner>,
    /// The sum of what the areas are calculated to, each case once; none where the areas are not known.
    pub calculated: Option<Kroner>,
    /// Duties that are not met today.
    pub duties: Vec<OpenDuty>,
    /// Goals of a3.yaml that no case points to; none where a case that is not read may.
    pub goals: Option<Vec<String>>,
    /// Places in [`Appraised::cases`] of cases that no delområde names.
    pub outside: Vec<usize>,
    /// Where the cases ask for more working time for change than there is, by område and year.
    pub pressed: Vec<Pressed>,
    /// Every gain there is.
    pub gains: Vec<GainRow>,
    /// The list of the year before, for whoever has it.
    pub last_year: Option<LastYear>,
    /// Whether some cases of the organisation are not asked for.
    pub is_part: bool,
}

/// minimumskrav that is not met today, and who takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDuty {
    /// krav
    pub text: String,
    /// hjemmel
    pub legal_basis: Option<String>,
    /// oppfylt
    pub today: Fulfilment,
    /// Ids of the cases that take it to met, by path.
    pub cases: Vec<String>,
    /// Whether every case is read, so that no other takes it.
    pub is_known: bool,
}

impl OpenDuty {
    /// Ids of the cases that take it to met; none where no case does that is read, and there are others.
    pub fn takers(&self) -> Option<&[String]> {
        (self.is_known || !self.cases.is_empty()).then_some(self.cases.as_slice())
    }
}

/// More working time for change asked for than there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressed {
    /// område
    pub area: String,
    /// år
    pub year: Year,
    /// What the frame is.
    pub frame: Fte,
    /// What the cases ask for, all of them at their own start.
    pub asked: Fte,
}

/// Why there is no overview.
#[derive(Debug)]
pub enum NoOverview {
    /// Something is missing or cannot be read.
    World(WorldError),
    /// No område is called that.
    NoSuchArea(NoSuchArea),
    /// A sum does not fit.
    TooLarge,
}

/// An område that is asked for and is not there.
#[derive(Debug)]
pub struct NoSuchArea {
    /// The name asked for.
    pub name: String,
    /// The nearest there is.
    pub near: Option<String>,
    /// Every område there is.
    pub known: Vec<String>,
}

impl From<Overflow> for NoOverview {
    fn from(_: Overflow) -> Self {
        Self::TooLarge
    }
}

/// Looks over the cases wanted.
///
/// # Errors
/// [`NoOverview`] where there is nothing to show.
pub fn overview(repository: &Repository, wanted: OverviewWanted) -> Result<OverviewReport, NoOverview> {
    let appraised = appraise(repository, wanted.day).map_err(NoOverview::World)?;
    if let Some(name) = &wanted.area {
        is_an_area(name, &appraised).map_err(NoOverview::NoSuchArea)?;
    }
    let looked = Looking { appraised: &appraised, area: wanted.area.as_deref() };
    let areas = looked.areas()?;
    let estimates: Vec<Kroner> = areas.iter().filter_map(|area| Some(area.estimate?.expected)).collect();
    let estimated =
        Kroner::sum(estimates.iter().copied()).map(|sum| (!estimates.is_empty()).then_some(sum))?;
    let is_known = !areas.is_empty() || appraised.is_whole();
    let calculated = Kroner::sum(areas.iter().filter_map(|area| area.calculated))?;
    let calculated = is_known.then_some(calculated);
    let (duties, goals) = (looked.duties(), looked.goals());
    let goals = Some(goals).filter(|goals| goals.is_empty() || appraised.is_whole());
    let named: BTreeSet<usize> = looked.named().collect();
    let outside = looked.cases().map(|(place, _)| place).filter(|place| !named.contains(place)).collect();
    let pressed = looked.pressed()?;
    let gains = gains(looked.cases());
    Ok(OverviewReport {
        areas,
        estimated,
        calculated,
        duties,
        goals,
        outside,
        pressed,
        gains,
        last_year: None,
        is_part: repository.is_part_asked(),
        wanted,
        appraised,
    })
}

/// Every delområde of an område, or of all: what must be done first, then most potential first.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn areas(appraised: &Appraised, area: Option<&str>) -> Result<Vec<Area>, Overflow> {
    Looking { appraised, area }.areas()
}

/// The duties that are not met today, and the cases of an område, or of all, that take them.
pub fn open_duties(appraised: &Appraised, area: Option<&str>) -> Vec<OpenDuty> {
    Looking { appraised, area }.duties()
}

/// Looks up an område by its name; where nothing is known, every name may be right.
///
/// # Errors
/// [`NoSuchArea`] where neither a3.yaml nor any case or overview has it.
pub fn is_an_area(name: &str, appraised: &Appraised) -> Result<(), NoSuchArea> {
    let known = areas_named(appraised);
    if appraised.is_unknown() || known.contains(name) {
        return Ok(());
    }
    let near = meant(name, known.iter().copied()).map(str::to_owned);
    Err(NoSuchArea { name: name.to_owned(), near, known: known.into_iter().map(str::to_owned).collect() })
}

/// Every område there is: of a3.yaml, of the cases and of the overviews.
fn areas_named(appraised: &Appraised) -> BTreeSet<&str> {
    let cases = appraised.cases.iter().map(|case| case.case.area.as_str());
    let sub_areas = appraised.overviews.iter().flat_map(|overview| overview.sub_areas.rows());
    let own = sub_areas.filter_map(|area| area.area.text());
    appraised.organisation.areas.iter().map(String::as_str).chain(cases).chain(own).collect()
}

/// The cases and overviews that are looked over.
struct Looking<'a> {
    appraised: &'a Appraised,
    /// The område asked for; none for all.
    area: Option<&'a str>,
}

impl<'a> Looking<'a> {
    /// The cases of the område asked for, each with its place, but for those rejected.
    fn cases(&self) -> impl Iterator<Item = (usize, &'a AppraisedCase)> + use<'a, '_> {
        let all = self.appraised.cases.iter().enumerate();
        let counting = all.filter(|(_, of)| !of.case.is_rejected());
        counting.filter(|(_, of)| self.area.is_none_or(|area| of.case.area == area))
    }

    fn sub_areas(&self) -> impl Iterator<Item = &'a SubArea> + use<'a> {
        self.appraised.overviews.iter().flat_map(|overview| overview.sub_areas.rows())
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.appraised.cases.iter().position(|of| of.case.id == id)
    }

    /// Places of the cases some delområde names.
    fn named(&self) -> impl Iterator<Item = usize> {
        self.sub_areas().flat_map(SubArea::continued_by).filter_map(|id| self.place(&id.value))
    }

    fn areas(&self) -> Result<Vec<Area>, Overflow> {
        let (mut areas, mut counted) = (Vec::new(), BTreeSet::new());
        for written in self.sub_areas().filter(|written| self.is_wanted(written)) {
            areas.push(self.area(written, &mut counted)?);
        }
        let potential =
            |area: &Area| area.estimate.map(|span| span.expected).or(area.calculated).unwrap_or_default();
        areas.sort_by_key(|area| (!area.must_be_done(), core::cmp::Reverse(potential(area))));
        Ok(areas)
    }

    /// Whether an area is of the område asked for: it says so, or a case of it is.
    fn is_wanted(&self, written: &SubArea) -> bool {
        let Some(wanted) = self.area else { return true };
        let of = |place: usize| self.appraised.cases.get(place).is_some_and(|of| of.case.area == wanted);
        let mut cases = written.continued_by().filter_map(|id| self.place(&id.value));
        written.area.text() == Some(wanted) || cases.any(of)
    }

    fn area(&self, written: &SubArea, counted: &mut BTreeSet<usize>) -> Result<Area, Overflow> {
        let rules = &self.appraised.organisation.rules;
        let (context, distribution) = (rules.context(), rules.distribution);
        let read = |text: Option<&str>| text.and_then(|text| Quantity::parse(text, &context).ok());
        let (now, wanted) = (read(written.now.text()), read(written.wanted.text()));
        let apart = now.as_ref().zip(wanted.as_ref()).and_then(|(now, wanted)| now.distance_to(wanted));
        let gap = apart.and_then(|apart| Gap::of(apart, written.now.text()?, &context));
        let (mut cases, mut elsewhere, mut unknown, mut own) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for id in written.continued_by() {
            let Some((place, of)) =
                self.place(&id.value).and_then(|place| Some((place, self.appraised.cases.get(place)?)))
            else {
                unknown.push(id.value.clone());
                continue;
            };
            if of.case.is_rejected() {
                continue;
            }
            if counted.insert(place) {
                own.push(of.appraisal.potential.net_budget);
            } else if !cases.contains(&place) {
                elsewhere.push(place);
            }
            cases.push(place);
        }
        let is_known = unknown.is_empty() && !cases.is_empty();
        let calculated = is_known.then(|| Kroner::sum(own)).transpose()?;
        let estimate = written.estimate.get().and_then(|estimate| Span::of(estimate, distribution));
        Ok(Area { written: written.clone(), now, gap, estimate, cases, elsewhere, unknown, calculated })
    }

    /// The duties that are not met today: of the register, and those that cases write out themselves. Of an område,
    /// those that its cases take and those that nobody takes; who else takes them is named too.
    fn duties(&self) -> Vec<OpenDuty> {
        let (organisation, is_known) = (&self.appraised.organisation, self.appraised.is_whole());
        let register = organisation.requirements.iter().filter(|known| known.today != Fulfilment::Yes);
        let mut duties: Vec<(String, OpenDuty)> = register
            .map(|known| {
                let (text, legal_basis) = (known.text.clone(), known.legal_basis.clone());
                let duty = OpenDuty { text, legal_basis, today: known.today, cases: Vec::new(), is_known };
                (known.key.clone(), duty)
            })
            .collect();
        for of in &self.appraised.cases {
            // What a rejected case would have met is as unmet as before, and the case does not take it.
            let taker = (!of.case.is_rejected()).then(|| of.case.id.clone());
            for duty in &of.case.duties {
                let known = duties.iter_mut().find(|(id, _)| *id == duty.id);
                if let Some((_, known)) = known {
                    known.cases.extend(taker.clone());
                    continue;
                }
                if of.case.is_over() {
                    continue;
                }
                let (legal_basis, today) = written_out(of, &duty.text);
                let (text, cases) = (duty.text.clone(), taker.iter().cloned().collect());
                duties.push((duty.id.clone(), OpenDuty { text, legal_basis, today, cases, is_known }));
            }
        }
        let here: BTreeSet<&str> = self.cases().map(|(_, of)| of.case.id.as_str()).collect();
        let is_ours =
            |duty: &OpenDuty| duty.cases.is_empty() || duty.cases.iter().any(|id| here.contains(id.as_str()));
        duties.into_iter().map(|(_, duty)| duty).filter(is_ours).collect()
    }

    /// Names of the goals that no case points to.
    fn goals(&self) -> Vec<String> {
        let cases = self.appraised.cases.iter().filter(|of| !of.case.is_rejected());
        let goals = cases.flat_map(|of| of.written.goals.rows());
        let pointed: BTreeSet<&str> = goals.map(|goal| goal.value.as_str()).collect();
        let without =
            self.appraised.organisation.goals.iter().filter(|goal| !pointed.contains(goal.key.as_str()));
        without.map(|goal| goal.name.clone()).collect()
    }

    /// Where more is asked for than the frame holds, all open cases at their own start.
    fn pressed(&self) -> Result<Vec<Pressed>, Overflow> {
        let organisation = &self.appraised.organisation;
        let mut asked: BTreeMap<(&str, Year), Fte> = BTreeMap::new();
        for of in self.appraised.cases.iter().filter(|of| of.case.goes_on()) {
            let Some(start) = first_year(&of.case, organisation) else { continue };
            for capacity in &of.case.capacity {
                for (later, fte) in (0..).zip(&capacity.years) {
                    asked.entry((&capacity.area, start.later(later))).or_default().add(*fte)?;
                }
            }
        }
        let frames =
            organisation.frames.capacity.iter().flat_map(|(area, years)| {
                years.iter().map(move |(year, frame)| (area.as_str(), *year, *frame))
            });
        let pressed = frames.filter_map(|(area, year, frame)| {
            let asked = *asked.get(&(area, year))?;
            let is_wanted = self.area.is_none_or(|wanted| wanted == area);
            (is_wanted && asked > frame).then(|| Pressed { area: area.to_owned(), year, frame, asked })
        });
        Ok(pressed.collect())
    }
}

/// The first year of a case: its own, never before budsjettår where it is not decided.
fn first_year(case: &Case, organisation: &Organisation) -> Option<Year> {
    let start = case.start?;
    Some(if case.is_decided() { start } else { start.max(organisation.budget_year) })
}

/// hjemmel and oppfylt of a duty as a case writes it out.
fn written_out(of: &AppraisedCase, text: &str) -> (Option<String>, Fulfilment) {
    let row = of.written.requirements.rows().iter().find(|row| row.text.text().map(str::trim) == Some(text));
    let legal_basis = row.and_then(|row| row.legal_basis.cloned());
    (legal_basis, row.and_then(|row| row.today.cloned()).unwrap_or(Fulfilment::No))
}

impl OverviewReport {
    /// Whether the areas are known: some are read, or nothing is left that may hold one.
    pub const fn knows_areas(&self) -> bool {
        self.calculated.is_some()
    }

    /// A case by its place.
    pub fn case(&self, place: usize) -> Option<&AppraisedCase> {
        self.appraised.cases.get(place)
    }

    /// How `a3 overview` ends.
    pub fn ending(&self) -> Ending {
        self.appraised.ending()
    }
}
