//! gjentatt-måling: two målinger of one case with the same name.

use super::gjentatt_navn::repeated;
use crate::checks::prelude::*;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let names = facts.document.measurements.rows().iter().map(|row| &row.name);
    let found = repeated(
        names,
        "gjentatt-måling",
        |name| text!(nb: "To målinger heter «{name}»", nn: "To målingar heiter «{name}»", en: "Two målinger are called “{name}”"),
    );
    findings.extend(found);
}
