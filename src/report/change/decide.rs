//! `a3 decide`: a vedtak, with the figures it was made on.

use super::names::one_of;
use super::refused::{Named, NotChanged, WrongDecision};
use super::sheet::{Rewrite, Sheet, case_path, sound};
use crate::calc::{Appraisal, Calculator, Valuation};
use crate::choose::{Beside, Broken, Effort, Offer, Remark, Verdict, of_later_start};
use crate::diagnostic::WhyOmitted;
use crate::document::case_id;
use crate::edit::Value;
use crate::model::{Case, Outcome, Promise, is_same_body};
use crate::quantity::in_brackets;
use crate::report::against::Budgeting;
use crate::report::organisation::OrganisationRead;
use crate::report::read::Reading;
use crate::report::{RankReport, RankWanted, Watch, rank};
use crate::repository::Repository;
use crate::units::{Kroner, Year};
use crate::words::Text;
use crate::yaml::Node;
use chrono::NaiveDate;

/// What `a3 decide` is asked for.
#[derive(Debug, Clone)]
pub struct DecideWanted {
    /// Which cases.
    pub cases: WhichCases,
    /// organ
    pub body: String,
    /// dato
    pub date: NaiveDate,
    /// sak: the number of the matter
    pub reference: Option<String>,
    /// beslutning
    pub outcome: Outcome,
    /// Today: no decision is of a later day.
    pub today: NaiveDate,
    /// How long the list is searched for.
    pub effort: Effort,
}

/// The cases that are decided on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhichCases {
    /// One, and the year it starts; where none is said, as the list has chosen it, else as in the file.
    One {
        /// Id, path, or a part.
        case: String,
        /// The year it starts.
        start: Option<Year>,
    },
    /// All that the list has chosen, but for some, each with the start it is chosen with.
    Chosen {
        /// Ids of those left out, or parts of them.
        but: Vec<String>,
        /// The files of those that may be written in: the choice itself is among all.
        among: Vec<String>,
    },
}

/// What is written.
#[derive(Debug)]
pub struct DecideReport {
    /// The files.
    pub rewrites: Vec<Rewrite>,
    /// The first year of the plan.
    pub budget_year: Year,
    /// The cases decided, in the order of the list.
    pub decided: Vec<Decided>,
    /// The cases of the list that get no vedtak, though one might think so.
    pub skipped: Vec<Skipped>,
    /// The list they were chosen in; none where one is decided by name.
    pub list: Option<RankReport>,
}

/// A case that is decided.
#[derive(Debug)]
pub struct Decided {
    /// The file, from the root.
    pub path: String,
    /// The case, as it is decided.
    pub case: Box<Case>,
    /// What it comes to.
    pub appraisal: Appraisal,
    /// merke; none where nothing is promised.
    pub mark: Option<String>,
    /// The start that stood in the file, where it is moved.
    pub moved_from: Option<Year>,
    /// What one should know of a start that is moved: dates that pass, and amounts that stay.
    pub remarks: Vec<Remark>,
    /// Where the list lets it wait, though it is decided.
    pub waits: Option<Box<Waits>>,
    /// The frames it breaks from that start, beside what else is chosen and decided.
    pub breaks: Vec<Broken>,
}

/// A case that waits in the list.
#[derive(Debug)]
pub struct Waits {
    /// The list.
    pub list: RankReport,
    /// Its position in the lines of the choice.
    pub place: usize,
}

/// A case that gets no vedtak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Its id.
    pub id: String,
    /// Why.
    pub why: WhySkipped,
}

/// Why a case gets no vedtak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhySkipped {
    /// --unntatt
    Excepted,
    /// It is decided already.
    Decided,
}

/// Writes a vedtak in one case, or in all that are chosen. The repository is the whole one: a choice among some of
/// the cases within the frames of all would be another.
///
/// # Errors
/// [`NotChanged`] where one of them cannot be decided.
pub fn decide(
    repository: &Repository,
    wanted: &DecideWanted,
    watch: Watch<'_>,
) -> Result<DecideReport, NotChanged> {
    if wanted.date > wanted.today {
        return Err(NotChanged::Ahead { date: wanted.date, today: wanted.today });
    }
    let base = sound(repository)?;
    let Chosen { cases, skipped, list } = match &wanted.cases {
        WhichCases::One { case, start } => {
            let path = case_path(repository, case).map_err(|not| NotChanged::NoName(Named::Case, not))?;
            Chosen { cases: vec![(path, *start)], skipped: Vec::new(), list: None }
        }
        WhichCases::Chosen { but, among } => chosen(repository, wanted, (but, among), watch)?,
    };
    let calculator = Calculator::new(&base.organisation);
    let deciding = Deciding { repository, base: &base, wanted, calculator, watch };
    let (mut rewrites, mut decided) = (Vec::new(), Vec::new());
    for (path, start) in cases {
        let (sheet, one) = deciding.one(&path, start)?;
        rewrites.push(sheet.rewrite());
        decided.push(one);
    }
    Ok(DecideReport { rewrites, budget_year: base.organisation.budget_year, decided, skipped, list })
}

/// What is to be decided.
struct Chosen {
    /// The files of the cases, with their starts.
    cases: Vec<(String, Option<Year>)>,
    skipped: Vec<Skipped>,
    list: Option<RankReport>,
}

fn chosen(
    repository: &Repository,
    wanted: &DecideWanted,
    (but, among): (&[String], &[String]),
    watch: Watch<'_>,
) -> Result<Chosen, NotChanged> {
    let report = the_list(repository, wanted, watch)?;
    if !report.choice.is_limited {
        let why = report.appraised.spoiled.as_ref().and_then(first_error);
        return Err(NotChanged::Decision(WrongDecision::NoChoice(why)));
    }
    report.is_of_all().map_err(WrongDecision::NotAll)?;
    let mut found = of_list(&report);
    found.retain(|(_, path, _)| among.contains(path));
    let ids: Vec<&str> = found.iter().map(|(id, _, _)| id.as_str()).collect();
    let mut excepted = Vec::new();
    for id in but {
        let place = one_of(id, &ids).map_err(|not| {
            NotChanged::Decision(WrongDecision::NotAmong { id: not.wanted, chosen: not.known })
        })?;
        excepted.extend(ids.get(place).map(|&id| id.to_owned()));
    }
    let skipped = excepted.iter().map(|id| Skipped { id: id.clone(), why: WhySkipped::Excepted });
    let decided = report.choice.lines.iter().filter(|line| line.verdict == Verdict::Decided);
    let decided = decided.filter_map(|line| report.case(line)).filter(|of| among.contains(&of.path));
    let decided = decided.map(|of| Skipped { id: of.case.id.clone(), why: WhySkipped::Decided });
    let skipped = skipped.chain(decided).collect();
    found.retain(|(id, _, _)| !excepted.contains(id));
    if found.is_empty() {
        return Err(NotChanged::Decision(WrongDecision::NothingChosen));
    }
    let cases = found.into_iter().map(|(_, path, start)| (path, start)).collect();
    Ok(Chosen { cases, skipped, list: Some(report) })
}

fn the_list(
    repository: &Repository,
    wanted: &DecideWanted,
    watch: Watch<'_>,
) -> Result<RankReport, NotChanged> {
    let list = RankWanted::own(wanted.date, wanted.effort);
    Ok(rank(repository, list, watch)?)
}

fn first_error(why: &WhyOmitted) -> Option<Text> {
    match why {
        WhyOmitted::Organisation { first, .. } | WhyOmitted::Case { first, .. } => Some(first.clone()),
        WhyOmitted::Overlooked { title, .. } => Some(title.clone()),
        WhyOmitted::Unread { why } => Some(why.clone()),
    }
}

/// Id, file and start of every chosen case, in the order of the list.
fn of_list(report: &RankReport) -> Vec<(String, String, Option<Year>)> {
    let chosen = report.choice.lines.iter().filter(|line| line.verdict == Verdict::Chosen);
    let found = chosen.filter_map(|line| {
        let of = report.case(line)?;
        Some((of.case.id.clone(), of.path.clone(), line.start))
    });
    found.collect()
}

impl Waits {
    fn of(list: RankReport, path: &str) -> Option<Box<Self>> {
        let (place, line) = list.line_of(path)?;
        let is_out = matches!(line.verdict, Verdict::Waiting | Verdict::Judgement | Verdict::NotProfitable);
        (list.choice.is_limited && is_out).then_some(place).map(|place| Box::new(Self { list, place }))
    }
}

struct Deciding<'d> {
    repository: &'d Repository,
    base: &'d OrganisationRead,
    wanted: &'d DecideWanted,
    calculator: Calculator<'d>,
    watch: Watch<'d>,
}

impl Deciding<'_> {
    fn one(&self, path: &str, start: Option<Year>) -> Result<(Sheet, Decided), NotChanged> {
        let mut sheet = Sheet::open(self.repository, path)?;
        let (case, _) = self.understood(&sheet)?;
        if let Some(decision) = case.decision.as_ref().filter(|_| case.is_decided()) {
            return Err(NotChanged::Decision(WrongDecision::IsDecided {
                id: case.id.clone(),
                date: decision.date,
            }));
        }
        let list = self.list_of_one();
        if let Some(lacking) = list.as_ref().filter(|_| start.is_none() && case.is_free_to_start()) {
            lacking
                .is_of_all()
                .map_err(|left_out| WrongDecision::NoStart { id: case.id.clone(), left_out })?;
        }
        let start = start.or_else(|| list.as_ref()?.chosen_start(path));
        let moved_from = case.start.filter(|own| start.is_some_and(|start| start != *own));
        if let Some(start) = start.filter(|start| Some(*start) != case.start) {
            if case.start.is_none_or(|own| start < own) || case.latest_start.is_some_and(|last| start > last)
            {
                return Err(NotChanged::Decision(WrongDecision::OtherStart {
                    id: case.id.clone(),
                    year: start,
                }));
            }
            sheet.put(&[], "oppstart", Value::text(start.number().to_string()))?;
        }
        // What is promised is what the case comes to once it is decided.
        let mut tried = sheet.clone();
        tried.add_row("vedtak", Value::Mapping(self.row()))?;
        let (case, appraisal) = self.understood(&tried)?;
        let decider = tried.with(|root| root.get("beslutter").and_then(Node::text).map(str::to_owned))?;
        let decider = decider.filter(|decider| !is_same_body(decider, &self.wanted.body));
        let settles = match self.wanted.outcome {
            Outcome::Adopted => case.is_decided(),
            Outcome::Rejected => case.is_rejected() || decider.is_none(),
            Outcome::Recommended | Outcome::Postponed => true,
        };
        if !settles {
            return Err(WrongDecision::DecidesNothing { id: case.id.clone(), decider }.into());
        }
        let value = appraisal.value.as_ref();
        let mark = value.filter(|_| self.promises()).map(Valuation::mark);
        let mut row = self.row();
        if let Some(mark) = &mark {
            row.push(("innarbeidet".to_owned(), Value::text("nei")));
            let gains = self
                .calculator
                .gains_in_full(&case)
                .map_err(|_| WrongDecision::NoFigures(case.id.clone()))?;
            row.push(("lovet".to_owned(), self.promise(&appraisal, gains, mark).in_line()));
        }
        sheet.add_row("vedtak", Value::Mapping(row))?;
        let breaks = list.as_ref().and_then(|list| self.broken(list, path, (&case, &appraisal)));
        let (path, breaks) = (path.to_owned(), breaks.unwrap_or_default());
        let waits = list.and_then(|list| Waits::of(list, &path));
        let moved = moved_from.and(case.start).filter(|_| self.promises());
        let remarks = moved.map(|start| of_later_start(&case, start)).unwrap_or_default();
        Ok((sheet, Decided { path, case, appraisal, mark, moved_from, remarks, waits, breaks }))
    }

    /// The frames the case breaks beside what is chosen and decided; none where that is not known.
    fn broken(
        &self,
        list: &RankReport,
        path: &str,
        (case, appraisal): (&Case, &Appraisal),
    ) -> Option<Vec<Broken>> {
        let organisation = &self.base.organisation;
        let offer = |value: &Valuation| Offer::of(value, organisation.method, organisation.plan_years()).ok();
        let chosen = list.chosen_start(path).and_then(|start| {
            let at = self.calculator.appraise_from(case, start).ok()?;
            offer(at.value.as_ref()?)
        });
        let offer = offer(appraisal.value.as_ref()?)?;
        list.choice.broken_by(Beside { case, offer: &offer, chosen: chosen.as_ref() }).ok()
    }

    /// The list, where one case is adopted by name: whether it is chosen there, and from when.
    fn list_of_one(&self) -> Option<RankReport> {
        let is_one = matches!(self.wanted.cases, WhichCases::One { .. });
        (is_one && self.promises()).then(|| the_list(self.repository, self.wanted, self.watch).ok()).flatten()
    }

    fn understood(&self, sheet: &Sheet) -> Result<(Box<Case>, Appraisal), NotChanged> {
        let reading = Reading {
            repository: self.repository,
            base: self.base,
            today: self.wanted.date,
            budgeting: Budgeting::No,
        };
        let read = reading.understand(sheet.source.clone(), &self.calculator);
        let read = read.result.filter(|(_, appraisal)| appraisal.value.is_some() || !self.promises());
        read.ok_or_else(|| WrongDecision::NoFigures(case_id(&sheet.path).into_owned()).into())
    }

    fn promises(&self) -> bool {
        self.wanted.outcome == Outcome::Adopted
    }

    /// The vedtak without what it promises.
    fn row(&self) -> Vec<(String, Value)> {
        let wanted = self.wanted;
        let mut row = vec![
            ("dato".to_owned(), Value::text(wanted.date.to_string())),
            ("organ".to_owned(), Value::text(wanted.body.as_str())),
            ("beslutning".to_owned(), Value::text(wanted.outcome.word())),
        ];
        let reference = wanted.reference.as_deref();
        row.extend(reference.map(|reference| ("sak".to_owned(), Value::text(reference))));
        row
    }

    fn promise(&self, appraisal: &Appraisal, gains: Kroner, mark: &str) -> Value {
        let kroner = |amount: Kroner| Value::text(format!("{} kr", in_brackets(amount.rounded(0).value())));
        let value = appraisal.value.as_ref();
        let budget = value.map(|value| value.running_effect.map(kroner).to_vec()).unwrap_or_default();
        let fte = in_brackets(appraisal.potential.fte_taken_out.rounded(Promise::FTE_DECIMALS).value());
        Value::mapping([
            ("budsjettår", Value::text(self.base.organisation.budget_year.number().to_string())),
            ("budsjett", Value::List(budget)),
            ("årsverk", Value::text(format!("{fte} årsverk"))),
            ("nnv", value.map_or_else(|| Value::text("…"), |value| kroner(value.npv))),
            ("gevinster", kroner(gains)),
            ("merke", Value::text(mark)),
        ])
    }
}
