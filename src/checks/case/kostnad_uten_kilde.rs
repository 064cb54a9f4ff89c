//! A cost whose figure nobody can trace.

use super::CaseFacts;
use super::sources::{Unsourced, unsourced};
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::{text, words};

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let rows = facts.document.costs.rows().iter().filter(|row| !row.source.is_written());
    for row in rows {
        let Some(lacks) = unsourced(facts, &row.calculation, &row.amount) else { continue };
        let name = wording::name(&row.name);
        let title = match lacks {
            Unsourced::Figure => text!(
                nb: "Kostnaden «{name}» har ingen kilde",
                en: "The cost “{name}” has no source"
            ),
            Unsourced::Assumptions(names) => {
                let names = wording::listed(&names);
                text!(
                    nb: "Kostnaden «{}» bygger på {}, som mangler kilde", name, names.nb;
                    en: "The cost “{}” builds on {}, without a source", name, names.en
                )
            }
        };
        let why = words!(
            nb: "Kostnader som er gjettet, blir som regel for lave. Med en kilde kan andre kontrollere tallet.",
            en: "Costs that are guessed are usually too low. With a source, others can check the figure.",
        );
        let how = words!(
            nb: "Skriv «kilde» på kostnaden, for eksempel tilbudet, eller på forutsetningene den bygger på. «Eget anslag» er også en kilde.",
            en: "Write “kilde” on the cost, such as the offer, or on the assumptions it builds on. “Own estimate” is a source too.",
        );
        findings.push(
            Finding::error("kostnad-uten-kilde", row.span, title).because(why.text()).instead(how.text()),
        );
    }
}
