//! Document → model: what cannot become a case that can be calculated is found here, all at once.

mod amounts;
mod assumptions;
mod benefits;
mod case;
mod costs;
mod organisation;
mod practice;
mod prices;
mod shares;
mod wording;

pub use organisation::{default_organisation, lower_frames, lower_organisation};

use super::Case;
use super::field::Field;
use crate::diagnostic::{Finding, Grade, MAX_COLLECTED};
use crate::model::{self, Organisation, Phase, Repricing};
use crate::quantity::{Context, part_of_position};
use crate::shape;
use crate::source::Span;
use assumptions::Names;
use chrono::NaiveDate;

/// What a file under `saker/` turns out to be.
#[derive(Debug, Clone)]
pub enum Lowered {
    /// A case, with a price.
    Case(Box<model::Case>),
    /// An overview of the organisation (`nivå: virksomhet`).
    Overview,
}

/// Turns a case into the model as it is on a day. Nothing where a value is missing that must be there, or one that
/// is written cannot be used; the findings here, in `shape` and in reading say which.
pub fn lower_case(
    case: &Case,
    organisation: &Organisation,
    day: NaiveDate,
) -> (Option<Lowered>, Vec<Finding>) {
    let mut lowering = Lowering::new(case, organisation, day);
    lowering.check_file();
    let lowered = match case.level {
        Field::Missing => lowering.case().map(|case| Lowered::Case(Box::new(case))),
        Field::Read(_) | Field::Unusable(_) => lowering.overview(),
    };
    let lowered = lowered.filter(|_| lowering.sound && case.whole);
    (lowered, lowering.findings)
}

/// One case on its way to the model.
struct Lowering<'a> {
    document: &'a Case,
    organisation: &'a Organisation,
    /// The day that says which vedtak holds.
    day: NaiveDate,
    names: Names<'a>,
    findings: Vec<Finding>,
    /// prisår: what brings its amounts to budsjettår's prices.
    prices: Option<Repricing>,
    /// Whether nothing has been left out so far.
    sound: bool,
}

impl<'a> Lowering<'a> {
    fn new(document: &'a Case, organisation: &'a Organisation, day: NaiveDate) -> Self {
        let names = Names::of(document.assumptions.rows(), &organisation.shared);
        let prices = document.price_year.get().and_then(|year| organisation.repricing(*year));
        Self { document, organisation, day, names, prices, findings: Vec::new(), sound: true }
    }

    const fn context(&self) -> Context {
        self.organisation.rules.context()
    }

    fn report(&mut self, finding: Finding) {
        self.sound &= finding.grade != Grade::Error;
        if self.findings.len() < MAX_COLLECTED {
            self.findings.push(finding);
        }
    }

    /// Something that must be there and is not, which `shape` names: the case cannot be had.
    fn required<T: Clone>(&mut self, field: &Field<T>) -> Option<T> {
        self.sound &= field.get().is_some();
        field.cloned()
    }

    /// What a row is called. One that is still to be named is `…`: its figures are known. A key that is not there at
    /// all is named by `shape`.
    fn name(&mut self, field: &Field<String>) -> Option<String> {
        if field.is_written() { self.required(field) } else { Some("…".to_owned()) }
    }

    /// What is wrong with the file as a whole: its name, its version, its years.
    fn check_file(&mut self) {
        let document = self.document;
        if !is_case_id(&document.id) {
            self.report(wording::wrong_file_name(&document.id));
        } else if is_device(&document.id) {
            self.report(wording::wrong_file_name(&document.id).variant("device").value("name", &document.id));
        }
        self.sound &= document.version.text().is_none_or(|version| version == VERSION);
        if let (Field::Read(start), Field::Read(latest)) = (&document.start, &document.latest_start)
            && latest.value < start.value
        {
            self.report(wording::latest_before_start(*latest, *start));
        }
    }

    /// An overview has no price: nothing of it is lowered.
    fn overview(&mut self) -> Option<Lowered> {
        let areas = self.document.sub_areas.rows();
        let is_named =
            self.document.title.get().is_some() && areas.iter().all(|area| area.name.get().is_some());
        is_named.then_some(Lowered::Overview)
    }

    /// Own time without a position has no price. In the first phase it is hours alone.
    fn time_needs_position(&mut self, span: Span) {
        if self.document.phase.get() != Some(&Phase::Overview) {
            let near = self.organisation.positions.keys().next().cloned();
            self.report(wording::time_without_position(span, near.as_deref()));
        }
    }

    fn position(&mut self, field: &Field<String>) -> Option<String> {
        let position = field.spanned()?;
        if !self.organisation.positions.contains_key(&position.value) {
            let known = self.organisation.positions.keys().map(String::as_str);
            let near = shape::nearest(&position.value, known);
            let finding = wording::unknown_position(&position.value, near, position.span);
            let context = self.organisation.rules.context();
            self.report(match part_of_position(&position.value, &context) {
                Some((meant, name)) => finding.variant("share").value("name", name).value("meant", meant),
                None => finding,
            });
        }
        Some(position.value.clone())
    }
}

/// The version of the format that is understood; `shape` names any other.
const VERSION: &str = "1";

/// Lower-case letters, digits and hyphens, so that an id is the same in every system and link.
fn is_case_id(id: &str) -> bool {
    let fits = |letter: char| letter.is_lowercase() || letter.is_ascii_digit() || letter == '-';
    !id.is_empty() && id.chars().all(fits) && !id.starts_with('-')
}

/// Whether a file of this name cannot be on every system: Windows keeps it for a device.
pub fn is_device(id: &str) -> bool {
    let port =
        |name: &str| id.strip_prefix(name).is_some_and(|rest| matches!(rest.as_bytes(), [b'0'..=b'9']));
    ["aux", "con", "nul", "prn"].contains(&id) || port("com") || port("lpt")
}
