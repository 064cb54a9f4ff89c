//! må-gjøres-uten-sak: an overview says that something must be done, and not by which case or why.

use crate::checks::prelude::*;
use crate::document::SubArea;

/// Looks at each delområde of an overview with `må_gjøres: ja`.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let must = facts.document.sub_areas.rows().iter().filter(|area| area.must_be_done.get() == Some(&true));
    findings.extend(must.filter(|area| area.why.text().is_none()).filter_map(unexplained));
}

fn unexplained(area: &SubArea) -> Option<Finding> {
    let span = area.must_be_done.span().unwrap_or(area.span);
    let name = wording::name(&area.name);
    if area.dig_deeper.get() == Some(&false) {
        let title = text!(
            nb: "«{name}» må gjøres, men skal ikke ha dypdykk, og det står ikke hvorfor", nn: "«{name}» må gjerast, men skal ikkje ha djupdykk, og det står ikkje kvifor",
            en: "“{name}” must be done but gets no deep dive, and it does not say why"
        );
        let span = area.dig_deeper.span().unwrap_or(span);
        return Some(Finding::error("må-gjøres-uten-sak", span, title).variant("shallow"));
    }
    if area.continued_by().next().is_some() {
        return None;
    }
    let title = text!(
        nb: "«{name}» må gjøres, men har verken sak eller grunn", nn: "«{name}» må gjerast, men har verken sak eller grunn",
        en: "“{name}” must be done, but has neither a case nor a reason"
    );
    Some(Finding::error("må-gjøres-uten-sak", span, title).variant("open"))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{rules_in, title_of};

    fn overview(rows: &str) -> String {
        format!(
            "a3: 1\ntittel: Solvik\neier: Marit\nfase: overblikk\nnivå: virksomhet\ndelområder:\n  - navn: Hjemmetjenesten\n    {rows}\n"
        )
    }

    #[test]
    fn a_duty_has_a_case_or_a_reason_and_a_reason_where_nobody_digs() {
        assert_eq!(rules_in(&overview("må_gjøres: nei")), []);
        assert_eq!(rules_in(&overview("må_gjøres: ja\n    saker: [a, b]")), []);
        assert_eq!(rules_in(&overview("må_gjøres: ja\n    sak: a")), []);
        assert_eq!(rules_in(&overview("må_gjøres: ja\n    hvorfor: Tilsynet krever det")), []);
        assert_eq!(
            title_of(&overview("må_gjøres: ja\n    saker: []")),
            "«Hjemmetjenesten» må gjøres, men har verken sak eller grunn"
        );
        assert_eq!(
            title_of(&overview("må_gjøres: ja\n    dypdykk: nei\n    sak: a")),
            "«Hjemmetjenesten» må gjøres, men skal ikke ha dypdykk, og det står ikke hvorfor"
        );
        assert_eq!(rules_in(&overview("må_gjøres: ja\n    dypdykk: nei\n    hvorfor: Er i gang")), []);
    }

    #[test]
    fn a_deep_dive_has_a_case() {
        assert_eq!(
            title_of(&overview("dypdykk: ja")),
            "«Hjemmetjenesten» skal ha dypdykk, men har ingen sak"
        );
        assert_eq!(rules_in(&overview("dypdykk: ja\n    saker: [a]")), []);
        assert_eq!(rules_in(&overview("dypdykk: nei")), []);
    }
}
