//! `a3 roll`: the plan moved a year, and what follows of it in a3.yaml and the cases.

use super::names::one_of;
use super::refused::{Named, NotChanged};
use super::sheet::{Rewrite, Sheet, sound, text_of};
use crate::choose::Effort;
use crate::date;
use crate::edit::{Change, Step, Value, find};
use crate::model::{Assumption, Case, Organisation, Outcome};
use crate::quantity::Base;
use crate::report::organisation::OrganisationRead;
use crate::report::{RankReport, RankWanted, Watch, rank};
use crate::repository::{ORGANISATION_FILE, Repository};
use crate::shape;
use crate::units::Year;
use crate::yaml::{Kind, Node};
use chrono::NaiveDate;

/// What `a3 roll` is asked for.
#[derive(Debug, Clone)]
pub struct RollWanted {
    /// The first year of the plan.
    pub year: Year,
    /// What becomes of undecided cases whose start has passed.
    pub starts: Starts,
    /// Which decided cases the new budget holds the effect of.
    pub in_budget: InBudget,
    /// Today.
    pub today: NaiveDate,
    /// How long the list is searched for.
    pub effort: Effort,
}

/// What becomes of undecided cases whose start has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Starts {
    /// They are named.
    Ask,
    /// --flytt: they start in the first year of the plan.
    Move,
}

/// Which decided cases the new budget holds the effect of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InBudget {
    /// Those with these ids, or parts of them.
    These(Vec<String>),
    /// All that have begun by then.
    All,
}

/// What is written, and what is asked.
#[derive(Debug)]
pub struct RollReport {
    /// The files.
    pub rewrites: Vec<Rewrite>,
    /// The first year of the plan until now; the same as `to` where it has been rolled before.
    pub from: Year,
    /// The first year of the plan now.
    pub to: Year,
    /// The list as it was: kept for next year.
    pub list: RankReport,
    /// The cases that say now which year's prices they are in.
    pub priced: Vec<String>,
    /// Whether a3.yaml says so now of today's budget.
    pub budget_priced: bool,
    /// Whether a deflator is missing that brings them to the new year's.
    pub lacks_deflator: bool,
    /// The keys of a3.yaml whose amounts nothing brings to the new year's prices: they are to be written anew.
    pub unpriced: Vec<&'static str>,
    /// The overviews with estimates, which nothing brings to the new year's prices either.
    pub estimated: Vec<String>,
    /// The assumptions that no longer hold, and where each is written.
    pub expired: Vec<(String, String)>,
    /// The locks whose oppstart has passed, and when it is.
    pub passed_locks: Vec<(String, Year)>,
    /// The frames whose first year is out of the plan, and no longer counts.
    pub dropped: Vec<RolledFrame>,
    /// The same where it must be done by hand.
    pub by_hand: Vec<RolledFrame>,
    /// The frames that say nothing of the last year of the plan.
    pub to_fill: Vec<RolledFrame>,
    /// Whether a3.yaml names a file of today's budget.
    pub has_budget: bool,
    /// The cases whose start is moved, and the last year they might have started in, else where it was.
    pub moved: Vec<(String, Year)>,
    /// The undecided cases whose start has passed, and the last year it might have been, else when it was.
    pub passed: Vec<(String, Year)>,
    /// The decided cases that the new budget holds now.
    pub held: Vec<String>,
    /// The decided cases of which nobody has said so.
    pub asked: Vec<String>,
}

/// Moves the plan to its next year. Where that is done, what is said of the cases is done still.
///
/// # Errors
/// [`NotChanged`] where there is no a3.yaml, or the year is another.
pub fn roll(
    repository: &Repository,
    wanted: &RollWanted,
    watch: Watch<'_>,
) -> Result<RollReport, NotChanged> {
    if !repository.has_organisation {
        return Err(NotChanged::NoOrganisation);
    }
    let base = sound(repository)?;
    let (from, to) = (base.organisation.budget_year, wanted.year);
    if to != from && to != from.later(1) {
        return Err(NotChanged::OtherYear { from, year: to });
    }
    let list = RankWanted::own(wanted.today, wanted.effort);
    let list = rank(repository, list, watch)?;
    let lacks_deflator = to != from && !base.organisation.rules.deflator.contains_key(&to);
    let report = RollReport {
        rewrites: Vec::new(),
        from,
        to,
        has_budget: base.organisation.budget.is_some(),
        expired: expired(&base, &list, wanted.today),
        passed_locks: passed_locks(&base.organisation, &list, to),
        list,
        priced: Vec::new(),
        budget_priced: false,
        lacks_deflator,
        unpriced: if to == from { Vec::new() } else { unpriced(&base.organisation) },
        estimated: Vec::new(),
        dropped: Vec::new(),
        by_hand: Vec::new(),
        to_fill: Vec::new(),
        moved: Vec::new(),
        passed: Vec::new(),
        held: Vec::new(),
        asked: Vec::new(),
    };
    let mut rolling = Rolling { repository, wanted, report };
    if to != from {
        rolling.organisation()?;
    }
    rolling.cases()?;
    Ok(rolling.report)
}

/// A frame that is written by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RolledFrame {
    /// endringskapasitet of an område
    Capacity(String),
    /// One that is of the whole organisation, by its key.
    Alone(String),
}

struct Rolling<'r> {
    repository: &'r Repository,
    wanted: &'r RollWanted,
    report: RollReport,
}

/// The frames by year that stand alone under rammer; those of endringskapasitet stand by område.
const FRAMES: [&str; 3] = ["investering", "omstilling", "innsparingskrav"];
const CAPACITY: &str = "endringskapasitet";

impl Rolling<'_> {
    fn organisation(&mut self) -> Result<(), NotChanged> {
        let mut sheet = Sheet::open(self.repository, ORGANISATION_FILE)?;
        let (from, to) = (self.report.from, self.report.to);
        let year = Value::text(to.number().to_string());
        sheet.put(&[], "budsjettår", year.clone())?;
        let base = [Step::Key("kalkyle"), Step::Key("sammenligningsår")];
        let old = from.number().to_string();
        let moves =
            sheet.with(|root| find(root, &base).and_then(Node::text).is_some_and(|text| text == old))?;
        if moves {
            sheet.change(&base, &Change::Set(year))?;
        }
        self.report.budget_priced = budget_prices(&mut sheet, &old)?;
        for frame in sheet.with(frames)? {
            self.frame(&mut sheet, &frame)?;
        }
        self.report.rewrites.push(sheet.rewrite());
        Ok(())
    }

    /// One frame: its first year goes, and its last is to be filled in.
    fn frame(&mut self, sheet: &mut Sheet, frame: &[String]) -> Result<(), NotChanged> {
        let (old, new) = (self.report.from, self.report.to.later(3));
        let [old, new] = [old, new].map(|year| year.number().to_string());
        let mut at: Vec<Step<'_>> = frame.iter().map(|key| Step::Key(key)).collect();
        let name = match frame {
            [_, _, area] => RolledFrame::Capacity(area.clone()),
            other => RolledFrame::Alone(other.last().cloned().unwrap_or_default()),
        };
        let (has_old, has_new) = sheet.with(|root| {
            let has = |year: &str| find(root, &at).is_some_and(|years| years.get(year).is_some());
            (has(&old), has(&new))
        })?;
        if !has_new {
            self.report.to_fill.push(name.clone());
        }
        if has_old {
            at.push(Step::Key(&old));
            match sheet.change(&at, &Change::Drop) {
                Ok(_) => self.report.dropped.push(name),
                Err(NotChanged::Refused { .. }) => self.report.by_hand.push(name),
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    fn cases(&mut self) -> Result<(), NotChanged> {
        let held = self.held()?;
        for path in &self.repository.all {
            let mut sheet = Sheet::open(self.repository, path)?;
            let of = self.report.list.appraised.cases.iter().find(|of| of.path == *path);
            let case = of.map(|of| (*of.case).clone());
            let written = of.and_then(|of| of.written.start.cloned());
            if self.report.to != self.report.from {
                self.price(&mut sheet)?;
            }
            if let Some(case) = case.filter(Case::goes_on) {
                if case.is_decided() {
                    self.decided(&mut sheet, &case, &held)?;
                } else {
                    self.open(&mut sheet, &case, written)?;
                }
            }
            self.report.rewrites.push(sheet.rewrite());
        }
        Ok(())
    }

    /// The ids of decided cases that the new budget is said to hold.
    fn held(&self) -> Result<Vec<String>, NotChanged> {
        let cases = self.report.list.appraised.cases.iter().map(|of| &of.case);
        let decided = cases.filter(|case| case.is_decided());
        let begun = decided.clone().filter(|case| self.has_effect_by_then(case));
        let decided: Vec<&str> = decided.map(|case| case.id.as_str()).collect();
        match &self.wanted.in_budget {
            InBudget::All => Ok(begun.map(|case| case.id.clone()).collect()),
            InBudget::These(ids) => {
                let of = |id: &String| {
                    let place =
                        one_of(id, &decided).map_err(|not| NotChanged::NoName(Named::Decided, not))?;
                    Ok(decided.get(place).map(|&id| id.to_owned()).unwrap_or_default())
                };
                ids.iter().map(of).collect()
            }
        }
    }

    /// Whether a case has an effect in the first year of the plan: no budget of that year holds one that begins later.
    fn has_effect_by_then(&self, case: &Case) -> bool {
        case.start.is_some_and(|start| start <= self.report.to)
    }

    /// prisår, where the case was silent: its amounts stay in the prices they were written in.
    fn price(&mut self, sheet: &mut Sheet) -> Result<(), NotChanged> {
        let is_silent = |root: &Node<'_>| root.get("prisår").is_none() && root.get("nivå").is_none();
        if sheet.with(is_silent)? {
            sheet.add("prisår", Value::text(self.report.from.number().to_string()))?;
            self.report.priced.push(sheet.path.clone());
        }
        if sheet.with(has_estimates)? {
            self.report.estimated.push(sheet.path.clone());
        }
        Ok(())
    }

    fn decided(&mut self, sheet: &mut Sheet, case: &Case, held: &[String]) -> Result<(), NotChanged> {
        if case.is_in_todays_budget() {
            return Ok(());
        }
        let Some(decision) = &case.decision else { return Ok(()) };
        let is_held = held.contains(&case.id);
        let row = sheet.with(|root| adopted_on(root, decision.date))?.filter(|_| is_held);
        let Some(row) = row else {
            self.report.asked.extend((is_held || self.has_effect_by_then(case)).then(|| case.id.clone()));
            return Ok(());
        };
        sheet.put(&[Step::Key("vedtak"), Step::Row(row)], "innarbeidet", Value::text("ja"))?;
        self.report.held.push(case.id.clone());
        Ok(())
    }

    /// A case that is not decided, and the oppstart written in it: it may be before the plan also where the case may
    /// start later.
    fn open(&mut self, sheet: &mut Sheet, case: &Case, written: Option<Year>) -> Result<(), NotChanged> {
        let to = self.report.to;
        let Some(start) = written.or(case.passed).filter(|start| *start < to) else { return Ok(()) };
        let last = last_start(case).filter(|last| *last < to);
        let passed = (case.id.clone(), last.unwrap_or(start));
        if self.wanted.starts == Starts::Ask {
            self.report.passed.push(passed);
            return Ok(());
        }
        let year = Value::text(to.number().to_string());
        sheet.put(&[], "oppstart", year.clone())?;
        // A later senest is still the last it may start in.
        if last.is_some() && sheet.with(|root| root.get("senest").is_some())? {
            sheet.put(&[], "senest", year)?;
        }
        self.report.moved.push(passed);
        Ok(())
    }
}

/// Whether a file is an overview where some delområde has an anslag.
fn has_estimates(root: &Node<'_>) -> bool {
    let areas = root.get("delområder").filter(|_| root.get("nivå").is_some());
    areas.is_some_and(|areas| areas.items().iter().any(|area| area.get("anslag").is_some()))
}

/// What a3.yaml holds in kroner for all cases: no prisår is said of it, so it counts as of the new year's prices.
fn unpriced(organisation: &Organisation) -> Vec<&'static str> {
    let Organisation { positions, shared, rules, frames, .. } = organisation;
    let is_money = |assumption: &Assumption| assumption.estimate.mode().dimension().power(Base::Krone) != 0;
    let money = [&frames.investment, &frames.restructuring, &frames.savings_demand];
    let all = [
        ("stillinger", !positions.is_empty()),
        ("felles", shared.iter().any(is_money)),
        ("kalkyle.tidsverdi", !rules.time_values.is_empty()),
        ("rammer", money.iter().any(|frame| !frame.is_empty())),
    ];
    all.into_iter().filter(|(_, has)| *has).map(|(key, _)| key).collect()
}

/// The assumptions that held until a day that has passed, of felles and of the cases that go on.
fn expired(base: &OrganisationRead, list: &RankReport, today: NaiveDate) -> Vec<(String, String)> {
    let cases = list.appraised.cases.iter().filter(|of| !of.case.is_over());
    let cases = cases.map(|of| (of.written.assumptions.rows(), of.case.id.as_str()));
    let all = cases.chain([(&*base.shared, ORGANISATION_FILE)]);
    let all = all.flat_map(|(rows, place)| rows.iter().map(move |row| (row, place)));
    let gone = all.filter(|(keyed, _)| keyed.row.valid_until.get().is_some_and(|until| *until < today));
    gone.map(|(keyed, place)| (keyed.key.value.clone(), place.to_owned())).collect()
}

/// The locks of a start that is before the plan. No lock moves a case that is decided or over.
fn passed_locks(organisation: &Organisation, list: &RankReport, first: Year) -> Vec<(String, Year)> {
    let is_settled = |id: &str| {
        let mut cases = list.appraised.cases.iter().map(|of| &of.case).filter(|case| case.id == id);
        cases.any(|case| case.is_decided() || case.is_over())
    };
    let starts = organisation.locked.iter().filter_map(|(id, lock)| Some((id.clone(), lock.start?)));
    starts.filter(|(id, start)| *start < first && !is_settled(id)).collect()
}

/// The last year a case may start in. One that had none left before this roll has it still to be asked about.
fn last_start(case: &Case) -> Option<Year> {
    case.start.map_or(case.passed, |start| Some(case.latest_start.unwrap_or(start)))
}

/// The prices of today's budget, where nobody has said them; whether they are said now.
fn budget_prices(sheet: &mut Sheet, year: &str) -> Result<bool, NotChanged> {
    let at = [Step::Key("budsjett")];
    let named = sheet.with(|root| root.get("budsjett").and_then(Node::text).map(str::to_owned))?;
    let is_silent = |root: &Node<'_>| {
        let budget = root.get("budsjett");
        budget.is_some_and(|node| matches!(node.kind, Kind::Mapping(_)) && node.get("prisår").is_none())
    };
    if let Some(file) = named {
        let value = Value::mapping([("fil", Value::text(file)), ("prisår", Value::text(year))]);
        return sheet.change(&at, &Change::Set(value)).map(|_| true);
    }
    let is_silent = sheet.with(is_silent)?;
    if is_silent {
        sheet.put(&at, "prisår", Value::text(year))?;
    }
    Ok(is_silent)
}

/// The way to every frame that is written by year.
fn frames(root: &Node<'_>) -> Vec<Vec<String>> {
    let Some(all) = root.get("rammer") else { return Vec::new() };
    let way = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect::<Vec<String>>();
    let areas = all.get(CAPACITY).map(Node::entries).unwrap_or_default();
    let areas = areas.iter().map(|area| way(&["rammer", CAPACITY, &area.key.value]));
    let alone = FRAMES.iter().filter(|frame| all.get(frame).is_some()).map(|frame| way(&["rammer", frame]));
    areas.chain(alone).collect()
}

/// The last vedtak of a day that says vedtatt.
fn adopted_on(root: &Node<'_>, day: NaiveDate) -> Option<usize> {
    let rows = root.get("vedtak").map(Node::items).unwrap_or_default();
    let is_it = |row: &Node<'_>| {
        let date = text_of(row, "dato").and_then(date::meant);
        let word = text_of(row, "beslutning").and_then(|text| shape::word(text, Outcome::WORDS));
        date == Some(day) && word == Some(Outcome::Adopted.word())
    };
    rows.iter().rposition(is_it)
}
