//! `a3 explain dypdykk`: a phase with its quarter and what it asks for; and a case by the phase it is in.

use super::explain_page::{kept_in_norwegian, paragraphs};
use super::findings_page::counts;
use super::page::{Block, Page};
use super::year_page::quarter;
use crate::checks::{self, RULES};
use crate::diagnostic::{FileFindings, Report};
use crate::model::{Case, Phase};
use crate::text;
use crate::words::{Language, Text};

/// The case that docs/året.md shows commands about.
const EXAMPLE: &str = "digital-post";

/// Findings of a case that are named.
const MOST_NAMED: usize = 12;

/// What the phase asks for, and the quarter it comes in.
pub fn phase_page(phase: Phase, language: Language) -> Page {
    let name = phase.word();
    Page::new(text!(nb: "{name} (en fase)", nn: "{name} (ein fase)", en: "{name} (a phase)"))
        .with_all(kept_in_norwegian(language))
        .with_all(demands(phase, language))
        .with_all(quarter(phase, language))
}

/// The words of the rule that holds a case to its phase.
fn demands(phase: Phase, language: Language) -> Vec<Block> {
    let rule = format!("mangler-i-{}", phase.word());
    let page = RULES.iter().find(|known| known.name == rule).map(|known| checks::Page::read(known.page));
    let said = page.map(|page| match language {
        Language::Nb | Language::Nn => page.norwegian,
        Language::En => page.english,
    });
    let heading = Block::Heading(
        text!(nb: "a3 check sier fra når det er slik: {rule}", nn: "a3 check seier frå når det er slik: {rule}", en: "a3 check tells when this is so: {rule}"),
    );
    said.map(|said| core::iter::once(heading).chain(paragraphs(said)).collect()).unwrap_or_default()
}

/// The phase a case is in, what it lacks, and what the phase asks for. A case that cannot be read has no phase.
pub fn case_page(id: &str, case: Option<&Case>, found: &Report, language: Language) -> Page {
    let of_case = |(file, _): &(&FileFindings, _)| file.case.as_deref() == Some(id);
    let own = found.located().filter(of_case).take(MOST_NAMED);
    let titles: Vec<Text> = own.map(|(_, finding)| finding.title.clone()).collect();
    let lacks = if titles.is_empty() {
        Block::Paragraph(counts(found))
    } else {
        Block::Lines(
            text!(nb: "Dette sier a3 check {id}:", nn: "Dette seier a3 check {id}:", en: "This is what a3 check {id} says:"),
            titles,
        )
    };
    let Some(case) = case else {
        let title = text!(nb: "{id}: ikke regnet ut ennå", nn: "{id}: ikkje rekna ut enno", en: "{id}: not calculated yet");
        return Page::new(title).with(lacks);
    };
    let (title, phase) = (&case.title, case.phase.word());
    Page::new(text!(nb: "{title}: i fasen {phase}", nn: "{title}: i fasen {phase}", en: "{title}: in the phase {phase}"))
        .with_all(kept_in_norwegian(language))
        .with(lacks)
        .with_all(demands(case.phase, language))
        .with_all(quarter(case.phase, language).into_iter().map(|block| with_id(block, &case.id)))
}

/// The commands of a quarter, about this case and not about the one that is an example; those that name a row of that
/// are left out.
fn with_id(block: Block, id: &str) -> Block {
    let Block::Code(code) = block else { return block };
    let of_row = |line: &&str| line.contains(EXAMPLE) && line.contains('"');
    let lines = code.lines().filter(|line| !of_row(line)).map(|line| line.replace(EXAMPLE, id));
    Block::Code(lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phase_says_what_it_asks_for_and_all_but_the_last_their_quarter() {
        let (last, others) = Phase::ALL.split_last().unwrap();
        for language in [Language::Nb, Language::Nn, Language::En] {
            let has_quarter = |phase: &Phase| !quarter(*phase, language).is_empty();
            assert!(others.iter().all(has_quarter) && !has_quarter(last));
            for phase in Phase::ALL {
                assert!(!demands(*phase, language).is_empty(), "{phase:?}");
            }
        }
        let page = phase_page(Phase::DeepDive, Language::Nb);
        assert!(page.blocks.contains(&Block::Heading(Text::same("2. kvartal: gjøre dypdykk"))));
    }
}
