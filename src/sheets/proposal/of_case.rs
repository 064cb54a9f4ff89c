//! The draft of one case.

use super::super::case::consequences::{self, Among};
use super::super::model::{Panel, Sheet};
use super::super::{Occasion, Shown, dates};
use super::{Opening, blocks, by_year, document, effect, proposed};
use crate::calc::Valuation;
use crate::model::{Case, Outcome};
use crate::pages::page::{Block, Page};
use crate::report::{AppraisedCase, WholeReport};
use crate::sentences::omitted;
use crate::text;
use crate::words::{Text, sentences};

/// A case that is laid before the council.
#[derive(Debug, Clone, Copy)]
pub struct Considered<'r> {
    /// The case on its sheet.
    pub shown: Shown<'r>,
    /// The choice it is part of; none where it is not known.
    pub among: Option<&'r WholeReport>,
}

/// The boxes in the order a council reads them: what the figures build on comes last. The alternatives stand first,
/// with what follows from them.
const ORDER: [usize; 11] = [1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 5];

/// The document of a case, from its sheet.
pub fn of_case(sheet: &Sheet, considered: Considered<'_>, occasion: Occasion<'_>) -> Page {
    let of = considered.shown.of;
    let among = considered.among.map(|report| Among { report, id: &of.case.id });
    let heading = text!(nb: "Alternativene, og hva som følger av dem", nn: "Alternativa, og kva som følgjer av dei", en: "The alternatives, and what follows from them");
    let parts = consequences::parts(considered.shown, occasion, among);
    let consequences: Vec<Block> = parts.iter().flat_map(blocks::part).collect();
    let heading = (!consequences.is_empty()).then_some(Block::Heading(heading));
    let awaits = of.case.awaits_decision();
    let opening = Opening {
        heading: if awaits { proposed() } else { settled() },
        decide: if awaits { decide(of, occasion) } else { was_decided(&of.case) },
        lacking: considered.among.and_then(|whole| omitted::lacking(&whole.rank)),
        consequences: heading.into_iter().chain(consequences).collect(),
    };
    let numbered = |number: &usize| sheet.panels.iter().find(|panel: &&Panel| panel.number == *number);
    let mark = of.appraisal.value.as_ref().map(|_| {
        text!(
            nb: "Et annet merke betyr at saken er regnet på nytt etterpå.", nn: "Eit anna merke betyr at saka er rekna på nytt etterpå.",
            en: "Another mark means that the case was calculated again after."
        )
    });
    document(sheet, opening, ORDER.iter().filter_map(numbered)).with_all(mark.map(Block::Paragraph))
}

fn settled() -> Text {
    text!(nb: "Saken er avgjort", nn: "Saka er avgjord", en: "The case is settled")
}

/// When, by whom and how it was decided, and that nothing is proposed.
fn was_decided(case: &Case) -> Vec<Text> {
    let title = &case.title;
    let decision = case.decision.as_ref().map(|decision| {
        let date = dates::day(decision.date);
        let by = decision.taken_by().map(|by| text!(all: " ({by})"));
        let by = by.unwrap_or_default();
        match decision.outcome {
            Outcome::Adopted => text!(
                nb: "«{title}» ble vedtatt {date}{by}.", nn: "«{title}» blei vedteken {date}{by}.", en: "“{title}” was adopted {date}{by}.";
                title, date, by
            ),
            Outcome::Rejected => text!(
                nb: "«{title}» ble avvist {date}{by}.", nn: "«{title}» blei avvist {date}{by}.", en: "“{title}” was rejected {date}{by}.";
                title, date, by
            ),
            Outcome::Postponed | Outcome::Recommended => unknown(case),
        }
    });
    let nothing = text!(
        nb: "Dette utkastet foreslår derfor ikke noe nytt vedtak.", nn: "Dette utkastet gjer derfor ikkje framlegg om noko nytt vedtak.",
        en: "This draft therefore proposes no new decision."
    );
    vec![sentences([decision.unwrap_or_else(|| unknown(case)), nothing])]
}

/// A case that is carried out or finished, and nobody wrote who said so.
fn unknown(case: &Case) -> Text {
    let (title, phase) = (&case.title, case.phase.words());
    text!(
        nb: "«{title}» er i fasen {phase}, men vedtaket er ikke ført i saken.", nn: "«{title}» er i fasen {phase}, men vedtaket er ikkje ført i saka.",
        en: "“{title}” is in the phase {phase}, but the decision is not written in the case."; title, phase
    )
}

/// What the council is asked to decide: the case, its effect on both budgets, and who takes the gain out.
fn decide(of: &AppraisedCase, occasion: Occasion<'_>) -> Vec<Text> {
    let value = of.appraisal.value.as_ref();
    let budget =
        value.map(|value| effect(occasion.organisation.plan_years().into_iter().zip(value.running_effect)));
    let owner = Some(&of.case.owner).filter(|owner| !owner.is_empty()).map(|owner| {
        text!(
            nb: "Ansvarlig for å ta ut gevinsten er {owner}. Hvert tertial meldes det hva som er kommet.", nn: "Ansvarleg for å ta ut gevinsten er {owner}. Kvart tertial blir det meldt kva som er kome.",
            en: "Responsible for taking the gain out is {owner}. What has come is reported every four months."
        )
    });
    let investment = value.and_then(|value| investment(value, occasion));
    [adopts(of)].into_iter().chain(budget).chain(investment).chain(owner).collect()
}

/// Who adopts what, from when, and in which way.
fn adopts(of: &AppraisedCase) -> Text {
    let title = &of.case.title;
    let decider = of.written.decider.text().map_or_else(
        || text!(nb: "Den som bestemmer", nn: "Den som bestemmer", en: "The one who decides"),
        Text::same,
    );
    let start =
        of.case.start.map(|year| text!(nb: " med oppstart i {year}", nn: " med oppstart i {year}", en: " with start in {year}"; year));
    let chosen = of.written.alternatives.rows().iter().find(|of| of.chosen.cloned() == Some(true));
    let chosen = chosen.and_then(|of| of.name.text()).map(|name| {
        text!(nb: "Alternativet «{name}» legges til grunn.", nn: "Alternativet «{name}» blir lagt til grunn.", en: "The alternative “{name}” is taken as the basis.")
    });
    let adopts = text!(
        nb: "{decider} vedtar «{title}»{start}.", nn: "{decider} vedtek «{title}»{start}.", en: "{decider} adopts “{title}”{start}.";
        decider, title, start = start.unwrap_or_default()
    );
    sentences([adopts, chosen.unwrap_or_default()])
}

/// What is invested in the plan, where anything is.
fn investment(value: &Valuation, occasion: Occasion<'_>) -> Option<Text> {
    let plan = occasion.organisation.plan_years();
    let years = value.years.iter().filter(|flow| !flow.investment.is_zero() && plan.contains(&flow.year));
    let mut years = years.map(|flow| (flow.year, flow.investment)).peekable();
    years.peek()?;
    let years = by_year(years);
    Some(text!(
        nb: "Investeringen tas inn i investeringsbudsjettet: {years}.", nn: "Investeringa blir teken inn i investeringsbudsjettet: {years}.",
        en: "The investment is taken into the investment budget: {years}."; years
    ))
}
