//! gjentatt-navn: two gains or two costs of one case with the same name.

use super::CaseFacts;
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::document::Field;
use crate::source::Span;
use crate::{text, words};
use std::collections::BTreeMap;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let document = facts.document;
    repeated(document.benefits.rows().iter().map(|row| &row.name), findings);
    repeated(document.costs.rows().iter().map(|row| &row.name), findings);
}

fn repeated<'a>(names: impl Iterator<Item = &'a Field<String>>, findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    for name in names.filter_map(Field::spanned) {
        let first = *seen.entry(name.value.trim().to_lowercase()).or_insert(name.span);
        if first != name.span {
            let shown = wording::shown(&name.value);
            let title = text!(nb: "To rader heter «{shown}»", nn: "To rader heiter «{shown}»", en: "Two rows are called “{shown}”");
            let label = words!(nb: "første gang her", nn: "første gong her", en: "first here").text();
            findings.push(Finding::error("gjentatt-navn", name.span, title).with(first, label));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in};

    #[test]
    fn a_gain_and_a_cost_may_share_a_name() {
        let text = case(&format!(
            "{GAIN}kostnader:\n  - {{navn: Porto, type: drift, beløp: 12 345 kr/år, kilde: Tilbud}}\n"
        ));
        assert!(!rules_in(&text).iter().any(|(_, rule)| *rule == "gjentatt-navn"));
    }
}
