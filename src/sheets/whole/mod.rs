//! The sheet of the whole organisation, or of one område: the same twelve boxes, filled from the overview, the
//! duties and goals of a3.yaml, and the choice among the cases.

mod duties;
mod following;
mod frames;
mod gains_map;
mod header;
mod list;
mod overview;

pub use gains_map::gains_map;
pub use list::list;

pub(super) use header::{counting, running, running_of};

use super::case::where_we_are;
use super::case::{Kind, people};
use super::case::{doing, money, risks};
use super::model::{Entry, Panel, Part, Sheet};
use super::{CASES_FOLDER, Occasion, said};
use crate::choose::{Choice, ChoiceLine, Verdict};
use crate::document;
use crate::follow::FollowedCase;
use crate::model::{Case, Organisation};
use crate::report::{Appraised, AppraisedCase, RankReport, WholeReport};
use crate::sentences::named::Named;
use crate::text;
use crate::words;
use crate::words::{Text, Words};

/// What such a sheet is made from.
#[derive(Debug, Clone, Copy)]
pub struct View<'r> {
    rank: &'r RankReport,
    named: &'r Named,
    overview: Option<&'r document::Case>,
    area: Option<&'r str>,
    occasion: Occasion<'r>,
    followed: &'r [Option<FollowedCase>],
    links: Links,
    kind: Kind,
}

/// Whether the sheets of the cases stand beside this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// They do, in a folder of their own.
    ToCases,
    /// This sheet is alone.
    None,
}

impl<'r> View<'r> {
    /// What was found, with the cases by name.
    pub fn of(report: &'r WholeReport, named: &'r Named, links: Links, kind: Kind) -> Self {
        let appraised = &report.rank.appraised;
        let overview = appraised.overviews.first();
        let occasion =
            Occasion { organisation: &appraised.organisation, day: report.day, cases: &appraised.cases };
        Self {
            rank: &report.rank,
            named,
            overview,
            area: report.area.as_deref(),
            occasion,
            followed: &report.followed,
            links,
            kind,
        }
    }

    pub(super) const fn choice(self) -> &'r Choice {
        &self.rank.choice
    }

    pub(super) const fn rank(self) -> &'r RankReport {
        self.rank
    }

    pub(super) const fn organisation(self) -> &'r Organisation {
        self.occasion.organisation
    }

    pub(super) const fn appraised(self) -> &'r Appraised {
        &self.rank.appraised
    }

    pub(super) const fn area(self) -> Option<&'r str> {
        self.area
    }

    /// What is said of a line, with the cases by their titles.
    pub(super) fn reason(self, line: &ChoiceLine, said: fn(&ChoiceLine, &Choice) -> Text) -> Text {
        let place = self.rank.choice.lines.iter().position(|of| of.candidate == line.candidate);
        place.map(|place| self.named.of_line(place, said)).unwrap_or_default()
    }

    /// Whether a case belongs on the sheet.
    fn holds(self, case: &Case) -> bool {
        self.area.is_none_or(|area| area == case.area)
    }

    /// The lines of the sheet, in the order of the list.
    pub(super) fn lines(self) -> impl Iterator<Item = (&'r ChoiceLine, &'r AppraisedCase)> {
        let lines = self.rank.choice.lines.iter();
        let with_case = lines.filter_map(move |line| Some((line, self.rank.case(line)?)));
        with_case.filter(move |(_, of)| self.holds(&of.case))
    }

    /// Every case of the sheet, the finished too.
    fn cases(self) -> impl Iterator<Item = &'r AppraisedCase> {
        self.rank.appraised.cases.iter().filter(move |of| self.holds(&of.case))
    }

    /// Every case of the sheet that is followed, as it stands.
    fn followed(self) -> impl Iterator<Item = (&'r AppraisedCase, &'r FollowedCase)> {
        let all = self.rank.appraised.cases.iter().zip(self.followed);
        let followed = all.filter_map(|(of, followed)| Some((of, followed.as_ref()?)));
        followed.filter(move |(of, _)| self.holds(&of.case))
    }

    /// The line of a case.
    fn line(self, id: &str) -> Option<&'r ChoiceLine> {
        self.rank.choice.lines.iter().find(|line| self.rank.case(line).is_some_and(|of| of.case.id == id))
    }

    /// Its title, and what became of it: «Digital post (valgt)».
    fn said(self, case: &Case) -> Text {
        let title = &case.title;
        match self.line(&case.id) {
            Some(line) => {
                let outcome = crate::sentences::choice::fate(line.fate());
                text!(all: "{title} ({outcome})"; title, outcome)
            }
            None => Text::same(title),
        }
    }

    /// Where the sheet of a case is.
    fn link(self, case: &Case) -> Option<String> {
        match self.links {
            Links::ToCases => Some(format!("{CASES_FOLDER}/{}.html", case.id)),
            Links::None => None,
        }
    }
}

/// Whether a case is carried out: decided, or chosen within the frames.
const fn is_in(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Decided | Verdict::Chosen)
}

/// What fills a box.
type Fill = fn(View<'_>) -> Vec<Part>;

/// The sheet of the whole organisation, or of one område.
pub fn of_whole(view: View<'_>) -> Sheet {
    let [goals, list]: [Fill; 2] = match view.kind {
        Kind::Proposal => [goals, list::parts],
        Kind::Status => [goals_in_a_line, list::in_a_line],
    };
    let fills: [Fill; 12] = [
        |view| of_overview(view, |of| &of.background),
        now,
        overview::parts,
        unmet,
        goals,
        list,
        frames::parts,
        frames::savings,
        following::promised,
        following::measured,
        with_us,
        decided,
    ];
    let panels = fills.into_iter().zip(BOXES).zip(1..).map(|((fill, (title, guide)), number)| {
        let parts = fill(view);
        let is_elsewhere = || view.area.is_some() && !fill(View { area: None, ..view }).is_empty();
        let parts = match parts.is_empty() {
            false => parts,
            true if is_elsewhere() => vec![Part::Guide(of_all())],
            true => vec![Part::Guide(guide.text())],
        };
        Panel { number, title: title.text(), width: width(number, view.kind), parts }
    });
    Sheet {
        id: "hele".to_owned(),
        title: header::title(view),
        about: header::about(view),
        steps: Vec::new(),
        badges: view.kind.badge(view.occasion.day).into_iter().collect(),
        figures: header::figures(view),
        panels: panels.collect(),
        footer: header::footer(view),
    }
}

/// What an empty box of an område says where there is something to say of all of them.
fn of_all() -> Text {
    text!(
        nb: "Området har ikke noe eget her: se arket for hele kommunen (a3 report --hele).", nn: "Området har ikkje noko eige her: sjå arket for heile kommunen (a3 report --hele).",
        en: "The area has nothing of its own here: see the sheet of the whole (a3 report --hele)."
    )
}

/// Frames and the demand stand side by side, so do what was promised and what is measured, and the last two. Where the
/// sheet says how it goes, what was promised and what is measured have all of the width.
const fn width(number: usize, kind: Kind) -> i64 {
    match (number, kind) {
        (7, _) | (10, Kind::Proposal) => 580,
        (8, _) | (9, Kind::Proposal) => 420,
        (11, _) => 300,
        (12, _) => 700,
        _ => Panel::WHOLE,
    }
}

/// A text of the overview. It is of the whole organisation, so an område has none of it.
fn of_overview(view: View<'_>, field: fn(&document::Case) -> &document::Field<String>) -> Vec<Part> {
    own_overview(view).and_then(|of| Part::words(said::text(field(of)))).into_iter().collect()
}

/// The overview, where the sheet is of the whole.
fn own_overview(view: View<'_>) -> Option<&document::Case> {
    view.overview.filter(|_| view.area.is_none())
}

/// Box 2: how it is, and why.
fn now(view: View<'_>) -> Vec<Part> {
    let causes = own_overview(view).into_iter().flat_map(where_we_are::all_causes);
    of_overview(view, |of| &of.now).into_iter().chain(causes).collect()
}

/// Box 4: the demands that are not met, and those the overview writes itself.
fn unmet(view: View<'_>) -> Vec<Part> {
    let register = &view.organisation().requirements;
    let own = own_overview(view).and_then(|of| where_we_are::duties(of, register));
    duties::unmet(view).into_iter().chain(own).collect()
}

/// Box 5: the goals, and what the overview itself gives without a price.
fn goals(view: View<'_>) -> Vec<Part> {
    let gains = own_overview(view).into_iter().flat_map(|of| of.benefits.rows());
    let gains =
        gains.map(|of| Entry { lead: said::text(&of.name), text: money::about_gain(of), ..Entry::default() });
    duties::goals(view).into_iter().chain(Part::list(gains)).collect()
}

/// Box 5 where the sheet says how it goes.
fn goals_in_a_line(view: View<'_>) -> Vec<Part> {
    let rows = goals(view).into_iter().map(|part| match part {
        Part::Grid(grid) => grid.rows.len(),
        Part::Words(_) | Part::List(_) | Part::Charts(_) | Part::Guide(_) => 0,
    });
    let count: usize = rows.sum();
    let line = text!(
        nb: "{count} mål. Sakene som bidrar, står på det vanlige arket.", nn: "{count} mål. Sakene som bidreg, står på det vanlege arket.",
        en: "{count} goals. The cases that contribute are on the ordinary sheet."
    );
    if count == 0 { Vec::new() } else { vec![Part::Words(line)] }
}

/// Box 11: who took part.
fn with_us(view: View<'_>) -> Vec<Part> {
    let Some(overview) = own_overview(view) else { return Vec::new() };
    let took_part =
        Entry::of(text!(nb: "Deltok:", nn: "Deltok:", en: "Took part:"), said::names(&overview.participants));
    let engaged = overview.engagements.rows().iter().map(people::engagement);
    Part::list(took_part.into_iter().chain(engaged)).into_iter().collect()
}

/// Box 12: the decisions on the overview, what may go wrong, the plan, and what finished cases have taught.
fn decided(view: View<'_>) -> Vec<Part> {
    let overview = own_overview(view);
    let decider = overview.and_then(|of| {
        Entry::of(text!(nb: "Bestemmer:", nn: "Bestemmer:", en: "Decides:"), said::text(&of.decider))
    });
    let decisions = overview.into_iter().flat_map(|of| of.decisions.rows()).map(people::decision);
    let own = overview.and_then(|of| {
        Entry::of(text!(nb: "Læring:", nn: "Læring:", en: "Learned:"), said::text(&of.lessons))
    });
    let note = overview
        .and_then(|of| Entry::of(text!(nb: "Merknad:", nn: "Merknad:", en: "Remark:"), said::text(&of.note)));
    let lessons = view.cases().filter_map(|of| {
        let text = said::text(&of.written.lessons);
        (!text.is_empty()).then(|| Entry { lead: Text::same(&of.case.title), text, ..Entry::default() })
    });
    let list = Part::list(decider.into_iter().chain(decisions).chain(own).chain(note).chain(lessons));
    let rest = overview.into_iter().flat_map(|of| {
        let plan = doing::plan(of.plan.rows(), view.occasion.day);
        [risks::risks(of.risks.rows()), risks::conditions(of.conditions.rows()), plan]
    });
    list.into_iter().chain(rest.flatten()).collect()
}

/// What the boxes ask, and what they say while they are empty.
const BOXES: [(Words, Words); 12] = [
    (
        words!(nb: "Hvorfor nå", nn: "Kvifor no", en: "Why now"),
        words!(nb: "Hva er det som gjør at vi må se på dette? Skrives i overblikket (nivå: virksomhet) i 1. kvartal.", nn: "Kva er det som gjer at vi må sjå på dette? Blir skrive i overblikket (nivå: virksomhet) i 1. kvartal.", en: "What makes us look at this? Written in the overview (nivå: virksomhet) in quarter 1."),
    ),
    (
        words!(nb: "Slik er det", nn: "Slik er det", en: "How it is"),
        words!(nb: "Hvordan går det i dag? Skrives i overblikket i 1. kvartal.", nn: "Korleis går det i dag? Blir skrive i overblikket i 1. kvartal.", en: "How is it today? Written in the overview in quarter 1."),
    ),
    (
        words!(nb: "Slik må det bli, og gapet", nn: "Slik må det bli, og gapet", en: "How it must be, and the gap"),
        words!(nb: "Hvordan skal det være, og hvor er gapet størst? Skrives i overblikket i 1. kvartal.", nn: "Korleis skal det vere, og kvar er gapet størst? Blir skrive i overblikket i 1. kvartal.", en: "How must it be, and where is the gap widest? Written in the overview in quarter 1."),
    ),
    (
        words!(nb: "Krav vi ikke oppfyller", nn: "Krav vi ikkje oppfyller", en: "Requirements we do not meet"),
        words!(nb: "Ingen krav i lov og forskrift er ført som ikke oppfylt.", nn: "Ingen krav i lov og forskrift er førte som ikkje oppfylte.", en: "No requirement of law is written as unmet."),
    ),
    (
        words!(nb: "Mål, og hvem som bidrar", nn: "Mål, og kven som bidreg", en: "Goals, and who contributes"),
        words!(nb: "Hvilke mål arbeider vi mot? Skrives i a3.yaml (mål) i 1. kvartal.", nn: "Kva mål arbeider vi mot? Blir skrive i a3.yaml (mål) i 1. kvartal.", en: "Which goals do we work towards? Written in a3.yaml (mål) in quarter 1."),
    ),
    (
        words!(nb: "Det vi velger, og hvorfor", nn: "Det vi vel, og kvifor", en: "What we choose, and why"),
        words!(nb: "Hvilke saker er best for helheten? Lista kommer når saker er regnet ut, i 3. kvartal.", nn: "Kva saker er best for heilskapen? Lista kjem når saker er rekna ut, i 3. kvartal.", en: "Which cases are best for the whole? The list comes when cases are calculated, in quarter 3."),
    ),
    (
        words!(nb: "Hva som begrenser oss", nn: "Kva som avgrensar oss", en: "What limits us"),
        words!(nb: "Hvor mye tid og penger har vi til endring? Skrives i a3.yaml (rammer) i 3. kvartal.", nn: "Kor mykje tid og pengar har vi til endring? Blir skrive i a3.yaml (rammer) i 3. kvartal.", en: "How much time and money do we have for change? Written in a3.yaml (rammer) in quarter 3."),
    ),
    (
        words!(nb: "Innsparingskravet og budsjettet", nn: "Innsparingskravet og budsjettet", en: "The savings demand and the budget"),
        words!(nb: "Hva må driften ned? Skrives i a3.yaml (rammer: innsparingskrav) i 3. kvartal.", nn: "Kor mykje må drifta ned? Blir skrive i a3.yaml (rammer: innsparingskrav) i 3. kvartal.", en: "How much must running costs fall? Written in a3.yaml (rammer: innsparingskrav) in quarter 3."),
    ),
    (
        words!(nb: "Kom gevinstene vi lovet?", nn: "Kom gevinstane vi lova?", en: "Did the gains we promised come?"),
        words!(nb: "Fylles ut når saker er vedtatt.", nn: "Blir fylt ut når saker er vedtekne.", en: "Filled in when cases are adopted."),
    ),
    (
        words!(nb: "Ser vi at det virker?", nn: "Ser vi at det verkar?", en: "Do we see that it works?"),
        words!(nb: "Fylles ut når saker er i gang og måler.", nn: "Blir fylt ut når saker er i gang og måler.", en: "Filled in when cases are under way and measure."),
    ),
    (
        words!(nb: "Hvem er med", nn: "Kven er med", en: "Who is with us"),
        words!(nb: "Hvem har vært med? Skrives i overblikket (deltakere) i 1. kvartal.", nn: "Kven har vore med? Blir skrive i overblikket (deltakere) i 1. kvartal.", en: "Who has taken part? Written in the overview (deltakere) in quarter 1."),
    ),
    (
        words!(nb: "Beslutning og læring", nn: "Avgjerd og læring", en: "Decision and learning"),
        words!(nb: "Hvem bestemmer, hva ble bestemt, og hva lærte vi? Fylles ut i 4. kvartal.", nn: "Kven bestemmer, kva blei bestemt, og kva lærte vi? Blir fylt ut i 4. kvartal.", en: "Who decides, what was decided, and what did we learn? Filled in in quarter 4."),
    ),
];
