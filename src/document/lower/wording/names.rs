//! Names of assumptions and positions.

use super::{did_you_mean, finding};
use crate::diagnostic::Finding;
use crate::document::wording::shown;
use crate::source::Span;
use crate::{text, words};

pub(in crate::document::lower) fn unknown_position(
    position: &str,
    near: Option<&str>,
    span: Span,
) -> Finding {
    let position = shown(position);
    let title = text!(
        nb: "Stillingen «{position}» står ikke i a3.yaml",
        en: "The position “{position}” is not in a3.yaml"
    );
    let why = words!(
        nb: "Uten det en stilling koster, kan ikke arbeidstid bli til kroner.",
        en: "Without what a position costs, working time cannot become kroner.",
    );
    let how = did_you_mean(
        near,
        words!(
            nb: "Legg stillingen til under stillinger i a3.yaml, med årslønn eller årskostnad.",
            en: "Add the position under stillinger in a3.yaml, with årslønn or årskostnad.",
        ),
    );
    finding("ukjent-stilling", span, title, (why, how))
}

pub(in crate::document::lower) fn unknown_name(name: &str, near: Option<&str>, span: Span) -> Finding {
    let name = shown(name);
    let title = text!(
        nb: "«{name}» er ikke en forutsetning",
        en: "“{name}” is not an assumption"
    );
    let why = words!(
        nb: "Regnestykket bygger på noe som ikke står verken i saken eller i felles i a3.yaml.",
        en: "The calculation builds on something that is neither in the case nor in felles in a3.yaml.",
    );
    let how = did_you_mean(
        near,
        words!(
            nb: "Legg det til under forutsetninger, med verdi og kilde.",
            en: "Add it under forutsetninger, with verdi and kilde.",
        ),
    );
    finding("ukjent-forutsetning", span, title, (why, how))
}

pub(in crate::document::lower) fn name_is_unit(name: &str, span: Span) -> Finding {
    let name = shown(name);
    let title = text!(
        nb: "«{name}» er en enhet og kan ikke være navnet på en forutsetning",
        en: "“{name}” is a unit and cannot name an assumption"
    );
    let why = words!(
        nb: "I et regnestykke kan ingen se om enheten eller forutsetningen er ment.",
        en: "In a calculation nobody can see whether the unit or the assumption is meant.",
    );
    let how = text!(
        nb: "Gi den et navn som sier hva det er, for eksempel «{name}_per_besøk».",
        en: "Give it a name that says what it is, such as “{name}_per_besøk”."
    );
    finding("navn-er-enhet", span, title, (why, how))
}

pub(in crate::document::lower) fn wrong_name(name: &str, span: Span) -> Finding {
    let fits = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mended: String = name.chars().map(|letter| if fits(letter) { letter } else { '_' }).collect();
    let (name, mended) = (shown(name), shown(mended.trim_matches('_')));
    let title = text!(
        nb: "«{name}» kan ikke brukes som navn i et regnestykke",
        en: "“{name}” cannot be used as a name in a calculation"
    );
    let why = words!(
        nb: "Mellomrom og tegn i et navn leses som regnetegn.",
        en: "Spaces and signs in a name are read as operators.",
    );
    let begins = mended.chars().next().is_some_and(char::is_alphabetic);
    let how = if begins {
        text!(nb: "Skriv «{mended}».", en: "Write “{mended}”.")
    } else {
        words!(
            nb: "Bruk bokstaver, tall og understrek, med en bokstav først.",
            en: "Use letters, digits and underscore, with a letter first.",
        )
        .text()
    };
    finding("ugyldig-navn", span, title, (why, how))
}
