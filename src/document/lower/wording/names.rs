//! Names of assumptions and positions.

use crate::diagnostic::Finding;
use crate::document::wording::shown;
use crate::source::Span;
use crate::text;

pub(in crate::document::lower) fn unknown_position(
    position: &str,
    near: Option<&str>,
    span: Span,
) -> Finding {
    let position = shown(position);
    let title = text!(
        nb: "Stillingen «{position}» står ikke i a3.yaml", nn: "Stillinga «{position}» står ikkje i a3.yaml",
        en: "The position “{position}” is not in a3.yaml"
    );
    Finding::error("ukjent-stilling", span, title).meant(near.map(shown).as_deref())
}

pub(in crate::document::lower) fn unknown_name(name: &str, near: Option<&str>, span: Span) -> Finding {
    let name = shown(name);
    let title = text!(
        nb: "«{name}» er ikke en forutsetning", nn: "«{name}» er ikkje ein føresetnad",
        en: "“{name}” is not an assumption"
    );
    Finding::error("ukjent-forutsetning", span, title).meant(near.map(shown).as_deref())
}

pub(in crate::document::lower) fn name_is_unit(name: &str, span: Span) -> Finding {
    let name = shown(name);
    let title = text!(
        nb: "«{name}» er en enhet og kan ikke være navnet på en forutsetning", nn: "«{name}» er ei eining og kan ikkje vere namnet på ein føresetnad",
        en: "“{name}” is a unit and cannot name an assumption"
    );
    Finding::error("navn-er-enhet", span, title).value("name", &name)
}

pub(in crate::document::lower) fn wrong_name(name: &str, span: Span) -> Finding {
    let fits = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mended: String = name.chars().map(|letter| if fits(letter) { letter } else { '_' }).collect();
    let (name, mended) = (shown(name), shown(mended.trim_matches('_')));
    let title = text!(
        nb: "«{name}» kan ikke brukes som navn i et regnestykke", nn: "«{name}» kan ikkje brukast som namn i eit reknestykke",
        en: "“{name}” cannot be used as a name in a calculation"
    );
    let begins = mended.chars().next().is_some_and(char::is_alphabetic);
    let finding = Finding::error("ugyldig-navn", span, title);
    if begins { finding.variant("mended").value("mended", mended) } else { finding }
}
