//! The sheet of one case: a file for each group of boxes.

mod basis;
pub(super) mod bridge;
pub(super) mod consequences;
pub(super) mod doing;
mod guides;
mod header;
pub(super) mod measuring;
pub(super) mod money;
mod money_charts;
mod options;
pub(super) mod people;
mod place;
pub(super) mod risks;
pub(super) mod where_we_are;

pub use place::line_of;

use super::model::{Badge, Panel, Part, Sheet};
use super::{Occasion, dates, said};
use crate::document;
use crate::follow::FollowedCase;
use crate::model::{Case, Organisation};
use crate::report::AppraisedCase;
use crate::simulate::Uncertainty;
use crate::text;
use crate::words::{Text, Words};
use chrono::NaiveDate;

/// A case on its sheet.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'r> {
    /// The case, written and calculated.
    pub of: &'r AppraisedCase,
    /// How sure it is.
    pub uncertainty: &'r Uncertainty,
    /// How its gains come; none before it is decided.
    pub followed: Option<&'r FollowedCase>,
    /// Which of its sheets it is.
    pub kind: Kind,
}

/// The sheets of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// All that stands in the case.
    Proposal,
    /// How it goes: what was considered, chosen and built on is said in a line, so that there is room for what comes.
    Status,
}

impl Kind {
    /// The sheet a case has of its own accord on a day: after oppstart it says how it goes.
    pub fn of(case: &Case, day: NaiveDate) -> Self {
        if case.has_begun(day) { Self::Status } else { Self::Proposal }
    }

    /// What a sheet of how it goes says of itself: the day it is of.
    pub(super) fn badge(self, day: NaiveDate) -> Option<Badge> {
        let day = dates::day(day);
        let text = text!(all: "Status {day}"; day);
        (self == Self::Status).then_some(Badge { text, warns: false })
    }
}

/// What the sheet of a case is made from.
#[derive(Debug, Clone, Copy)]
struct Subject<'r> {
    of: &'r AppraisedCase,
    uncertainty: &'r Uncertainty,
    followed: Option<&'r FollowedCase>,
    occasion: Occasion<'r>,
    organisation: &'r Organisation,
    day: NaiveDate,
}

impl<'r> Subject<'r> {
    fn of(shown: Shown<'r>, occasion: Occasion<'r>) -> Self {
        let Shown { of, uncertainty, followed, kind: _ } = shown;
        let Occasion { organisation, day, .. } = occasion;
        Self { of, uncertainty, followed, occasion, organisation, day }
    }

    /// The title of a case that is known, else the id it is named by.
    fn title_of(self, id: &'r str) -> &'r str {
        let known = self.occasion.cases.iter().find(|of| of.case.id == id);
        known.map_or(id, |of| &of.case.title)
    }

    /// The case as it is written.
    fn written(self) -> &'r document::Case {
        &self.of.written
    }

    /// The case as it is calculated.
    fn case(self) -> &'r Case {
        &self.of.case
    }
}

/// The sheet of a case that was calculated.
pub fn of_case(shown: Shown<'_>, occasion: Occasion<'_>) -> Sheet {
    let (subject, kind) = (Subject::of(shown, occasion), shown.kind);
    Sheet {
        id: subject.case().id.clone(),
        title: Text::same(&subject.case().title),
        about: header::about(subject),
        steps: header::steps(subject.case().phase),
        badges: kind.badge(subject.day).into_iter().chain(header::badges(subject)).collect(),
        figures: header::figures(subject),
        panels: panels(subject, kind),
        footer: header::footer(subject),
    }
}

/// What fills a box.
type Fill = fn(Subject<'_>) -> Vec<Part>;

/// The twelve boxes: what each asks, what fills it, and what it says while it is empty.
fn panels(subject: Subject<'_>, kind: Kind) -> Vec<Panel> {
    let [basis, options, money, measuring]: [Fill; 4] = match kind {
        Kind::Proposal => [basis::parts, options::parts, money::parts, measuring::parts],
        Kind::Status => {
            [basis::in_a_line, options::in_a_line, money::without_pictures, measuring::with_bridge]
        }
    };
    let fills: [Fill; 12] = [
        where_we_are::why_now,
        where_we_are::now,
        where_we_are::wanted,
        where_we_are::causes,
        basis,
        options,
        money,
        risks::parts,
        doing::parts,
        measuring,
        people::with_us,
        people::decided,
    ];
    let all = fills.into_iter().zip(TITLES).zip(1..);
    all.map(|((fill, title), number)| {
        let parts = fill(subject);
        let parts = if parts.is_empty() { vec![guides::whole(number)] } else { parts };
        let width = if number >= 11 { Panel::WHOLE / 2 } else { Panel::WHOLE };
        Panel { number, title: title.text(), width, parts }
    })
    .collect()
}

/// What the boxes ask.
const TITLES: [Words; 12] = [
    crate::words!(nb: "Hvorfor nå", nn: "Kvifor no", en: "Why now"),
    crate::words!(nb: "Slik er det", nn: "Slik er det", en: "How it is"),
    crate::words!(nb: "Slik må det bli, og gapet", nn: "Slik må det bli, og gapet", en: "How it must be, and the gap"),
    crate::words!(nb: "Hvorfor det er blitt slik", nn: "Kvifor det er blitt slik", en: "Why it has become so"),
    crate::words!(nb: "Det vi bygger på", nn: "Det vi byggjer på", en: "What we build on"),
    crate::words!(nb: "Det vi har vurdert", nn: "Det vi har vurdert", en: "What we have considered"),
    crate::words!(nb: "Hva det gir og koster", nn: "Kva det gir og kostar", en: "What it gives and costs"),
    crate::words!(nb: "Hva som kan gå galt, og hva som må være på plass", nn: "Kva som kan gå gale, og kva som må vere på plass", en: "What may go wrong, and what must be in place"),
    crate::words!(nb: "Hvem gjør hva, og når", nn: "Kven gjer kva, og når", en: "Who does what, and when"),
    crate::words!(nb: "Ser vi at det virker?", nn: "Ser vi at det verkar?", en: "Do we see that it works?"),
    crate::words!(nb: "Hvem er med", nn: "Kven er med", en: "Who is with us"),
    crate::words!(nb: "Beslutning og læring", nn: "Avgjerd og læring", en: "Decision and learning"),
];
