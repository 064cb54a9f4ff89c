//! oversett-fil and tekstfil-blant-sakene: what looks like a case or a3.yaml, under a name that is not read.

use crate::checks::explained;
use crate::checks::prelude::*;

/// What was overlooked, with the name it must have to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlooked<'n> {
    /// A case with another ending.
    Case(&'n str),
    /// The same, where something has the right name already.
    Taken(&'n str),
    /// A text, which may be a case.
    Text(&'n str),
    /// A case beside the folder of cases.
    Beside(&'n str),
    /// The folder of cases, in other letters.
    Folder(&'n str),
    /// The same, where there is a folder of the right name already.
    SecondFolder(&'n str),
    /// The file of the organisation, under another name.
    Organisation(&'n str),
    /// An a3.yaml among the cases.
    Inner,
}

/// What was overlooked. It stands for a whole file, so it has no place inside one.
pub fn overlooked(what: Overlooked<'_>) -> Finding {
    let title = match what {
        Overlooked::Case(_) | Overlooked::Taken(_) => text!(
            nb: "Fila ser ut som en sak, men blir ikke lest under dette navnet", nn: "Fila ser ut som ei sak, men blir ikkje lesen under dette namnet",
            en: "The file looks like a case, but is not read under this name"
        ),
        Overlooked::Text(_) => text!(
            nb: "Tekstfila blant sakene blir ikke lest", nn: "Tekstfila blant sakene blir ikkje lesen",
            en: "The text file among the cases is not read"
        ),
        Overlooked::Beside(_) => text!(
            nb: "Fila står utenfor mappa med saker, og blir ikke lest", nn: "Fila står utanfor mappa med saker, og blir ikkje lesen",
            en: "The file is outside the folder of cases, and is not read"
        ),
        Overlooked::Folder(name) | Overlooked::SecondFolder(name) => text!(
            nb: "Mappa heter nesten «{name}», men sakene i den blir ikke lest", nn: "Mappa heiter nesten «{name}», men sakene der blir ikkje lesne",
            en: "The folder is almost called “{name}”, but the cases in it are not read"
        ),
        Overlooked::Organisation(name) => text!(
            nb: "Fila heter nesten «{name}», men blir ikke lest under dette navnet", nn: "Fila heiter nesten «{name}», men blir ikkje lesen under dette namnet",
            en: "The file is almost called “{name}”, but is not read under this name"
        ),
        Overlooked::Inner => text!(
            nb: "Fila a3.yaml blant sakene blir ikke lest", nn: "Fila a3.yaml blant sakene blir ikkje lesen",
            en: "The file a3.yaml among the cases is not read"
        ),
    };
    let rule = if matches!(what, Overlooked::Text(_)) { "tekstfil-blant-sakene" } else { "oversett-fil" };
    let finding = Finding::error(rule, Span::default(), title);
    let finding = match what {
        Overlooked::Case(name) | Overlooked::Text(name) => finding.value("name", name),
        Overlooked::Taken(name) => finding.variant("taken").value("name", name),
        Overlooked::Beside(name) => finding.variant("beside").value("name", name),
        Overlooked::Folder(name) => finding.variant("folder").value("name", name),
        Overlooked::SecondFolder(name) => finding.variant("merge").value("name", name),
        Overlooked::Organisation(name) => finding.variant("organisation").value("name", name),
        Overlooked::Inner => finding.variant("inner"),
    };
    explained(finding)
}
