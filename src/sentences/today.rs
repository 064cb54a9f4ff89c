//! What is not known of today's budget.

use crate::report::{BudgetFile, Fault, Today};
use crate::words::Text;
use crate::{counted, text};

/// As the end of a sentence about the file: «finnes ikke».
pub fn fault(fault: Fault) -> Text {
    match fault {
        Fault::Missing => text!(nb: "finnes ikke", nn: "finst ikkje", en: "does not exist"),
        Fault::Empty => text!(nb: "er tom", nn: "er tom", en: "is empty"),
        Fault::OnlyHeading => {
            text!(nb: "har ingen linjer under overskriften", nn: "har ingen linjer under overskrifta", en: "has no lines below its heading")
        }
        Fault::Unreadable => text!(nb: "kan ikke leses", nn: "kan ikkje lesast", en: "cannot be read"),
    }
}

/// What is not known, in one line; nothing where all is.
pub fn remark(file: &BudgetFile) -> Option<Text> {
    if let BudgetFile::Unread { error, .. } = file {
        return Some(error.text());
    }
    match file.today() {
        Today::NotNamed | Today::Read { bad: 0, .. } => None,
        Today::Read { path, bad } => Some(bad_lines(path, bad)),
        Today::Unreadable { path, fault: why } => Some(text!(
            nb: "{path}: budsjettfila {fault}, så dagens budsjett er ukjent. Se hva som er galt: kjør a3 check", nn: "{path}: budsjettfila {fault}, så budsjettet i dag er ukjent. Sjå kva som er gale: køyr a3 check",
            en: "{path}: the budget file {fault}, so today's budget is unknown. See what is wrong: run a3 check";
            path, fault = fault(why)
        )),
    }
}

/// How many lines of the budget file are missing, and what that means for the figures.
pub fn bad_lines(path: &str, bad: usize) -> Text {
    let count = counted!(
        bad; nb: "1 linje kunne ikke leses og er" | "{bad} linjer kunne ikke leses og er", nn: "1 linje kunne ikkje lesast og er" | "{bad} linjer kunne ikkje lesast og er",
        en: "1 line could not be read and is" | "{bad} lines could not be read and are"
    );
    text!(
        nb: "{path}: {count} ikke med i dagens budsjett. Tallene for de ansvarene er ikke til å stole på, og endringen er ikke kjent der ny_praksis erstatter en slik linje. Se hva som er galt: kjør a3 check", nn: "{path}: {count} ikkje med i budsjettet i dag. Tala for dei ansvara er ikkje til å stole på, og endringa er ikkje kjend der ny_praksis erstattar ei slik linje. Sjå kva som er gale: køyr a3 check",
        en: "{path}: {count} not in today's budget. The figures of those units cannot be trusted, and the change is not known where ny_praksis replaces such a line. See what is wrong: run a3 check";
        path, count
    )
}
