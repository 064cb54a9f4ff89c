//! Any bytes become lines of a budget or findings inside the file, without a panic, and every line
//! finds its own cells again.
use a3::checks::check_budget;
use a3::document::default_organisation;
use a3::ledger::{self, Column};
use a3::rates::kostra_base;
use a3::units::Year;

pub fn try_one(bytes: Vec<u8>) {
    let year = Year::ASSUMED;
    let read = ledger::read("budsjett/2027.csv", bytes, year);
    let mut findings = read.findings.clone();
    check_budget(&read, &default_organisation(), &mut findings);
    let text = &read.source.text;
    for finding in findings {
        let span = finding.span.start as usize..finding.span.end as usize;
        assert!(text.get(span).is_some(), "a place outside the file, or inside a letter");
    }
    for line in read.ledger.lines.iter() {
        assert_eq!(kostra_base(read.source.slice(read.cell(line, Column::Art))), &*line.art);
    }
}
