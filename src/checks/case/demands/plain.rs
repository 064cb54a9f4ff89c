//! Fields of a case that a phase asks for, straight from the table of the format.

use super::Missing;
use crate::checks::CaseFacts;
use crate::document::Case;
use crate::model::Phase;
use crate::shape::{CASE, Field, Needed};
use crate::text;

/// The fields that the phase asks for and nobody has written. An empty one is found elsewhere.
pub(super) fn missing(phase: Phase, facts: &CaseFacts<'_>) -> Vec<Missing> {
    let is_there = |key| is_there(facts.document, key) || facts.misspelt.contains(&key);
    let asked = CASE.fields.iter().filter(|field| field.needed == Needed::From(phase));
    asked.filter(|field| !is_there(field.key)).map(named).collect()
}

fn named(field: &Field) -> Missing {
    let (key, example, doc) = (field.key, field.example, field.doc);
    Missing {
        row: None,
        what: text!(nb: "«{key}» mangler", en: "“{key}” is missing"),
        how: text!(nb: "{doc} Skriv for eksempel «{key}: {example}».", en: "{doc} Write for example “{key}: {example}”."; doc),
    }
}

/// An empty list says «none», but not where nothing is not enough.
fn is_there(case: &Case, key: &str) -> bool {
    match key {
        "minimumskrav" => case.requirements.is_written(),
        "gap" => has_rows(&case.gaps),
        "alternativer" => case.alternatives.is_written(),
        "forutsetninger" => case.assumptions.is_written(),
        "kostnader" => case.costs.is_written(),
        "levetid" => case.life.is_written(),
        "oppstart" => case.start.is_written(),
        "kapasitet" => case.capacity.is_written(),
        "risiko" => case.risks.is_written(),
        "beslutter" => case.decider.is_written(),
        "betingelser" => case.conditions.is_written(),
        "forankring" => has_rows(&case.engagements),
        "plan" => has_rows(&case.plan),
        "målinger" => case.measurements.is_written(),
        "vedtak" => has_rows(&case.decisions),
        "læring" => case.lessons.is_written(),
        _ => true,
    }
}

/// Written, and not as an empty list.
fn has_rows<T>(field: &crate::document::Field<Vec<T>>) -> bool {
    field.get().map_or(field.is_written(), |rows| !rows.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_a_phase_asks_for_is_looked_for() {
        let source = crate::source::Source::new("saker/tom.yaml", "a3: 1\n");
        let parsed = crate::yaml::parse(&source);
        let hours_per_fte = crate::units::Hours::new(crate::units::Decimal::from(1750));
        let context = crate::quantity::Context { hours_per_fte };
        let (empty, _) = crate::document::case(&parsed.root.unwrap(), "tom", &context);
        for field in CASE.fields {
            if let Needed::From(_) = field.needed {
                assert!(!is_there(&empty, field.key), "{}", field.key);
            }
        }
    }
}
