//! gjentatt-navn: two gains or two costs of one case with the same name.

use crate::checks::prelude::*;
use crate::words;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let document = facts.document;
    let title = |name: &str| text!(nb: "To rader heter «{name}»", nn: "To rader heiter «{name}»", en: "Two rows are called “{name}”");
    findings.extend(repeated(document.benefits.rows().iter().map(|row| &row.name), "gjentatt-navn", title));
    findings.extend(repeated(document.costs.rows().iter().map(|row| &row.name), "gjentatt-navn", title));
}

/// A finding at every name that stands before, with the title of it.
pub(super) fn repeated<'a>(
    names: impl Iterator<Item = &'a Field<String>>,
    rule: &'static str,
    title: impl Fn(&str) -> Text,
) -> Vec<Finding> {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    let again = names.filter_map(Field::spanned).filter_map(|name| {
        let first = *seen.entry(name.value.trim().to_lowercase()).or_insert(name.span);
        let label = words!(nb: "første gang her", nn: "første gong her", en: "first here").text();
        let title = title(&wording::shown(&name.value));
        (first != name.span).then(|| Finding::error(rule, name.span, title).with(first, label))
    });
    again.collect()
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
