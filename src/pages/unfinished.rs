//! ikke ferdig: the mark of a case that is calculated, and has something to mend.

use crate::report::AppraisedCase;
use crate::words::Text;
use crate::{counted, text};

/// The title of a case, with the mark where it has one.
pub(super) fn title(of: &AppraisedCase) -> Text {
    let title = &of.case.title;
    if of.unfinished.is_some() { marked(title) } else { Text::same(title) }
}

/// A title with the mark.
pub(super) fn marked(title: &str) -> Text {
    text!(nb: "{title} (ikke ferdig)", nn: "{title} (ikkje ferdig)", en: "{title} (not finished)")
}

/// What a case lacks, and where all of it is said; none where it is whole.
pub(super) fn note(of: &AppraisedCase) -> Option<Text> {
    let unfinished = of.unfinished.as_ref()?;
    let (first, path) = (&unfinished.first, &of.path);
    let more = match unfinished.errors.saturating_sub(1) {
        0 => Text::default(),
        more => {
            counted!(more; nb: " Og én feil til." | " Og {more} feil til.", nn: " Og éin feil til." | " Og {more} feil til.", en: " And one more error." | " And {more} more errors.")
        }
    };
    Some(text!(
        nb: "Ikke ferdig: {first}.{more} Se alt: a3 check {path}", nn: "Ikkje ferdig: {first}.{more} Sjå alt: a3 check {path}",
        en: "Not finished: {first}.{more} See all: a3 check {path}"; first, more
    ))
}
