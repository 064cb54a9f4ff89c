//! What is said of a file of accounts, which is read as the budget is: what it keeps from being held against it.

use super::budget_file::{named, tell_at_the_first};
use crate::checks::Severity;
use crate::checks::prelude::*;
use crate::ledger::{Read, Unread};

/// Gives what was found in the accounts its grade, and says why it matters there.
pub fn tell_of_accounts(read: &mut Read, severity: &Severity) {
    severity.grade(&mut read.findings, &read.source);
    for finding in &mut read.findings {
        if let Some(why) = why(finding) {
            finding.own_why = Some(Box::new(why));
        }
        if let Some(how) = how(finding) {
            finding.own_how = Some(Box::new(how));
        }
    }
    if !read.ledger.lines.is_empty() {
        let more = not_held(&read.ledger.unread);
        tell_at_the_first(read, &more);
    }
}

fn why(finding: &Finding) -> Option<Text> {
    Some(match finding.rule {
        "ulesbar-budsjettlinje" | "tvetydig-beløp" => text!(
            nb: "Linja er ikke med i det som er ført.", nn: "Linja er ikkje med i det som er ført.",
            en: "The line is not part of what is booked."
        ),
        "uklar-overskrift" => text!(
            nb: "Overskriften sier hva som står hvor. Uten den er ingenting av regnskapet lest.", nn: "Overskrifta seier kva som står kvar. Utan ho er ingenting av rekneskapen lese.",
            en: "The heading says what stands where. Without it nothing of the accounts is read."
        ),
        "ulesbar-budsjettfil" => text!(
            nb: "Da er ingenting av regnskapet lest.", nn: "Då er ingenting av rekneskapen lese.",
            en: "Then nothing of the accounts is read."
        ),
        "tolket-budsjettfil" if finding.variant == "ignored columns" => text!(
            nb: "Regnskapet leses fra ansvar, ansvarsnavn, funksjon, art, periode, beløp, år og kontoklasse.", nn: "Rekneskapen blir lesen frå ansvar, ansvarsnavn, funksjon, art, periode, beløp, år og kontoklasse.",
            en: "The accounts are read from ansvar, ansvarsnavn, funksjon, art, periode, beløp, år and kontoklasse."
        ),
        _ => return None,
    })
}

fn how(finding: &Finding) -> Option<Text> {
    if finding.rule == "ulesbar-budsjettlinje" && finding.variant == "no class" {
        return Some(text!(
            nb: "Skriv 1 for drift eller 0 for investering. Er linja fra balansen, ta den ut av fila.", nn: "Skriv 1 for drift eller 0 for investering. Er linja frå balansen, ta ho ut av fila.",
            en: "Write 1 for drift or 0 for investering. If the line is of the balance sheet, take it out of the file."
        ));
    }
    let is_file = finding.rule == "ulesbar-budsjettfil" && finding.variant != "utf16";
    is_file.then(|| {
        text!(
            nb: "Ta ut regnskapet fra økonomisystemet på nytt, summert på ansvar, funksjon, art og periode.", nn: "Ta ut rekneskapen frå økonomisystemet på nytt, summert på ansvar, funksjon, art og periode.",
            en: "Export the accounts from the accounting system again, summed by ansvar, funksjon, art and periode."
        )
    })
}

/// What is not known before the lines are corrected.
fn not_held(unread: &Unread) -> Text {
    if unread.is_open() {
        return text!(
            nb: "Den kan være på hvilket ansvar som helst, så ingenting er holdt mot budsjettet før det er rettet.", nn: "Ho kan vere på kva ansvar som helst, så ingenting er halde mot budsjettet før det er retta.",
            en: "It may be of any ansvar, so nothing is held against the budget until it is corrected."
        );
    }
    let names = named(unread);
    text!(
        nb: "Det som er ført på linjene på ansvar {names}, er ikke kjent før det er rettet.", nn: "Det som er ført på linjene på ansvar {names}, er ikkje kjent før det er retta.",
        en: "What is booked on the lines of ansvar {names} is not known until it is corrected.";
        names
    )
}
