//! overstyrt-felles: an assumption of the case with the name of one that all cases share.

use crate::checks::prelude::*;
use crate::quantity;

/// Looks up each assumption of the case in felles.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for Keyed { key, row } in facts.document.assumptions.rows() {
        let Some(shared) = facts.organisation.shared_assumption(&key.value) else { continue };
        let Some(own) = row.estimate.get() else { continue };
        let (own, shared) = (quantity::words(own.mode()), quantity::words(shared.estimate.mode()));
        let name = wording::shown(&key.value);
        let title = text!(
            nb: "«{name}» er {own} her, og {shared} under «felles» i a3.yaml", nn: "«{name}» er {own} her, og {shared} under «felles» i a3.yaml",
            en: "“{name}” is {own} here, and {shared} under “felles” in a3.yaml";
            name, own, shared
        );
        findings
            .push(Finding::error("overstyrt-felles", key.span, title).value("name", name).value("own", own));
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{case, found_with, organisation_with};

    #[test]
    fn a_name_of_felles_is_told_also_where_the_value_is_the_same_and_another_name_is_not() {
        let shared = organisation_with("felles:\n  porto: {verdi: 16 kr, kilde: Posten}\n");
        let with = |name: &str, value: &str| {
            case(&format!(
                "forutsetninger:\n  {name}: {{verdi: {value}, kilde: Avtale}}\ngevinster:\n  - {{navn: Porto, type: unngåtte kostnader, beregning: 6 000 brev/år × {name}}}\n"
            ))
        };
        for value in ["20 kr", "16 kr"] {
            let found = found_with(&with("porto", value), &shared);
            let [(9, finding)] = found.as_slice() else { panic!("{found:?}") };
            assert_eq!(finding.rule, "overstyrt-felles");
        }
        assert_eq!(found_with(&with("porto_her", "20 kr"), &shared), []);
    }
}
