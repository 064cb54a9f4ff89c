//! lenke-ut and død-lenke: a link that leads out of the root, or nowhere.

use crate::diagnostic::Finding;
use crate::source::Span;
use crate::text;

/// A refused link. It stands for a whole file, so it has no place inside one.
#[must_use]
pub fn link_out(path: &str) -> Finding {
    Finding::error(
        "lenke-ut",
        Span::default(),
        text!(
            nb: "«{path}» er en lenke ut av mappa med sakene",
            en: "“{path}” is a link out of the folder with the cases"
        ),
    )
    .because(text!(
        nb: "Ingenting utenfor mappa blir lest, så saken er ikke med.",
        en: "Nothing outside the folder is read, so the case is not included."
    ))
    .instead(text!(
        nb: "Legg selve fila i mappa i stedet for en lenke til den.",
        en: "Put the file itself in the folder instead of a link to it."
    ))
}

/// A link to nothing. It stands for a whole file, so it has no place inside one.
#[must_use]
pub fn dead_link(path: &str) -> Finding {
    Finding::error(
        "død-lenke",
        Span::default(),
        text!(
            nb: "«{path}» er en lenke til noe som ikke finnes",
            en: "\"{path}\" is a link to something that does not exist"
        ),
    )
    .because(text!(
        nb: "Det er ingenting å lese, så saken er ikke med.",
        en: "There is nothing to read, so the case is not included."
    ))
    .instead(text!(
        nb: "Legg selve fila i mappa, eller ta lenken bort.",
        en: "Put the file itself in the folder, or remove the link."
    ))
}
