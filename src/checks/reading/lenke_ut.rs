//! lenke-ut and død-lenke: a link that leads out of the root, or nowhere.

use crate::checks::explained;
use crate::checks::prelude::*;

/// A refused link. It stands for a whole file, so it has no place inside one.
pub fn link_out(path: &str) -> Finding {
    let title = text!(
        nb: "«{path}» er en lenke ut av mappa med sakene", nn: "«{path}» er ei lenkje ut av mappa med sakene",
        en: "“{path}” is a link out of the folder with the cases"
    );
    explained(Finding::error("lenke-ut", Span::default(), title))
}

/// A link to nothing. It stands for a whole file, so it has no place inside one.
pub fn dead_link(path: &str) -> Finding {
    let title = text!(
        nb: "«{path}» er en lenke til noe som ikke finnes", nn: "«{path}» er ei lenkje til noko som ikkje finst",
        en: "“{path}” is a link to something that does not exist"
    );
    explained(Finding::error("død-lenke", Span::default(), title))
}
