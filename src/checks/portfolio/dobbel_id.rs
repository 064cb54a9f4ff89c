//! dobbel-id: two files whose names make them the same case.

use crate::checks::prelude::*;
use crate::document::case_id;
use std::borrow::Cow;

/// Looks for files with one stem. Where all of them were read, the first keeps the name.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    if facts.ids.len() == facts.paths.len() {
        return;
    }
    let mut files: BTreeMap<Cow<'_, str>, Vec<&str>> = BTreeMap::new();
    for path in facts.paths {
        files.entry(case_id(path)).or_default().push(path);
    }
    let mut read: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (case, reference) in facts.cases.iter().enumerate() {
        read.entry(&reference.id).or_default().push(case);
    }
    for (id, paths) in files.into_iter().filter(|(_, paths)| paths.len() > 1) {
        let cases = read.get(&*id).map_or(&[][..], Vec::as_slice);
        let keeps_its_name = usize::from(cases.len() == paths.len());
        for case in cases.iter().skip(keeps_its_name) {
            let own = facts.cases.get(*case).map_or("", |reference| &reference.path);
            if let Some(other) = paths.iter().find(|path| **path != own) {
                findings.push(PortfolioFinding { case: *case, finding: finding(&id, other) });
            }
        }
    }
}

fn finding(id: &str, other: &str) -> Finding {
    let title = text!(
        nb: "Saken heter «{id}», og det gjør {other} også", nn: "Saka heiter «{id}», og det gjer {other} også",
        en: "The case is called “{id}”, and so is {other}"
    );
    Finding::error("dobbel-id", Span::new(0, 0), title).value("id", id)
}
