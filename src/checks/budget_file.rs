//! ulesbar-budsjettfil: a3.yaml names a budget file that cannot be opened.

use crate::diagnostic::Finding;
use crate::source::Span;
use crate::{text, words};

/// Why the file cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoBudgetFile {
    /// Nothing stands at the path.
    Missing,
    /// A folder, or something else that is no file.
    NoFile,
    /// Outside the folder of the cases, also through a link.
    Outside,
}

/// The finding, at `budsjett` in a3.yaml.
#[must_use]
pub fn no_budget_file(written: &str, why_not: NoBudgetFile, span: Span) -> Finding {
    let path = super::wording::shown(written);
    let title = match why_not {
        NoBudgetFile::Missing => {
            text!(nb: "Finner ikke budsjettfila «{path}»", en: "Cannot find the budget file “{path}”")
        }
        NoBudgetFile::NoFile => text!(nb: "«{path}» er ikke en fil", en: "“{path}” is not a file"),
        NoBudgetFile::Outside => text!(
            nb: "Budsjettfila «{path}» ligger utenfor mappa med a3.yaml",
            en: "The budget file “{path}” is outside the folder of a3.yaml"
        ),
    };
    let why = words!(
        nb: "Uten dagens budsjett kan ikke a3 vise hva sakene gjør med det.",
        en: "Without today's budget a3 cannot show what the cases do to it.",
    );
    let how = words!(
        nb: "Skriv stien fra mappa med a3.yaml, som budsjett/2027.csv, eller ta linjen bort.",
        en: "Write the path from the folder of a3.yaml, such as budsjett/2027.csv, or remove the line.",
    );
    Finding::error("ulesbar-budsjettfil", span, title).because(why.text()).instead(how.text())
}
