//! Why a case was left out, in one sentence.

use crate::diagnostic::{FileFindings, Omitted, WhyOmitted};
use crate::report::{Appraised, RankReport};
use crate::words::{Text, at_most, sentences, separated};
use crate::{counted, text};

/// The reason, and where to look.
pub fn reason(why: &WhyOmitted) -> Text {
    match why {
        WhyOmitted::Organisation { .. } => reason_at("a3.yaml", why),
        WhyOmitted::Case { errors: 0, .. } => text!(
            nb: "noe i fila kan ikke brukes. Se hva med: a3 check", nn: "noko i fila kan ikkje brukast. Sjå kva med: a3 check",
            en: "something in the file cannot be used. See what with: a3 check"
        ),
        WhyOmitted::Case { errors: 1, line, first } => text!(
            nb: "1 feil, i linje {line}: {first}", nn: "1 feil, i linje {line}: {first}",
            en: "1 error, in line {line}: {first}"; first
        ),
        WhyOmitted::Case { errors, line, first } => text!(
            nb: "{errors} feil, den første i linje {line}: {first}", nn: "{errors} feil, den første i linje {line}: {first}",
            en: "{errors} errors, the first in line {line}: {first}"; first
        ),
        WhyOmitted::Overlooked { title, how } => text!(all: "{title}. {how}"; title, how = how.as_ref()),
        WhyOmitted::Unread { why } => why.clone(),
    }
}

/// The reason, where a3.yaml is another place than here.
pub fn reason_at(path: &str, why: &WhyOmitted) -> Text {
    let WhyOmitted::Organisation { line, first } = why else { return reason(why) };
    text!(
        nb: "{path} har feil (linje {line}: {first}). Rett den først: a3 check", nn: "{path} har feil (linje {line}: {first}). Rett den først: a3 check",
        en: "{path} has errors (line {line}: {first}). Correct it first: a3 check"; first
    )
}

/// One line on a case that was left out.
pub fn line(omitted: &Omitted) -> Text {
    let Omitted { path, why, .. } = omitted;
    let why = reason(why);
    text!(nb: "{path}: ikke regnet ut: {why}", nn: "{path}: ikkje rekna ut: {why}", en: "{path}: not calculated: {why}"; why)
}

/// Cases named in one line.
const MOST_NAMED: usize = 8;

/// The cases that are in no figure for what is wrong in their own file, and the command that shows why; none where all are.
pub fn left_out(omitted: &[Omitted], check: &str) -> Option<Text> {
    let is_own = |of: &&Omitted| !matches!(of.why, WhyOmitted::Organisation { .. });
    let own: Vec<&str> = omitted.iter().filter(is_own).map(|of| of.id.as_str()).collect();
    let (count, ids) = (own.len(), at_most(MOST_NAMED, own));
    (count > 0).then(|| {
        counted!(
            count; nb: "Utelatt: {ids}. Se hvorfor med «{check}»." | "Utelatt: {ids}. Se hvorfor med «{check}».", nn: "Utelaten: {ids}. Sjå kvifor med «{check}»." | "Utelatne: {ids}. Sjå kvifor med «{check}».",
            en: "Left out: {ids}. See why with “{check}”." | "Left out: {ids}. See why with “{check}”."; ids
        )
    })
}

/// The lines on several, as sentences after each other.
pub fn lines(omitted: &[Omitted]) -> Text {
    sentences(omitted.iter().map(|one| ended(&line(one))))
}

/// With a full stop.
pub(super) fn ended(text: &Text) -> Text {
    Text::in_each(|language| {
        let text = text.get(language);
        if text.ends_with(['.', '?', '!']) { text.to_owned() } else { format!("{text}.") }
    })
}

/// That the choice of a list might be another, had it not lacked cases; none where it lacks none.
pub fn lacking(list: &RankReport) -> Option<Text> {
    let those = lines(&list.is_of_all().err()?);
    Some(text!(
        nb: "Lista dette er valgt fra, mangler saker, så valget og oppstarten kan bli andre når de er med. {those} Rett dem, og lag utkastet på nytt.", nn: "Lista dette er valt frå, manglar saker, så valet og oppstarten kan bli andre når dei er med. {those} Rett dei, og lag utkastet på nytt.",
        en: "The list this is chosen from lacks cases, so the choice and the start may be others once they are there. {those} Correct them, and make the draft anew."; those
    ))
}

/// One line on a file that is not read, though it may be a case.
pub fn overlooked(file: &FileFindings) -> Text {
    let path = &file.source.path;
    let said = file.findings.iter().map(|finding| {
        let (title, how) = (&finding.title, finding.how());
        text!(all: "{title}. {how}"; title, how)
    });
    text!(all: "{path}: {said}"; path, said = separated(said, " "))
}

/// «1 sak», «12 saker».
pub fn cases(count: usize) -> Text {
    counted!(count; nb: "1 sak" | "{count} saker", nn: "1 sak" | "{count} saker", en: "1 case" | "{count} cases")
}

/// That something is not known, since some cases cannot be calculated.
pub fn unknown(what: &Text, appraised: &Appraised) -> Text {
    let cases = cases(appraised.omitted.len());
    text!(
        nb: "Det er ikke kjent {what}: {cases} kan ikke regnes ut. Se hvorfor: a3 check", nn: "Det er ikkje kjent {what}: {cases} kan ikkje reknast ut. Sjå kvifor: a3 check",
        en: "It is not known {what}: {cases} cannot be calculated. See why: a3 check"; what, cases
    )
}

/// That there is nothing to calculate.
pub fn no_cases() -> Text {
    text!(
        nb: "Her er ingen saker. Saker er filer på .yaml i mappa saker/. Lag den første med: a3 init \"Tittel på saken\"", nn: "Her er ingen saker. Saker er filer på .yaml i mappa saker/. Lag den første med: a3 init \"Tittel på saka\"",
        en: "There are no cases here. Cases are files ending in .yaml in the folder saker/. Make the first with: a3 init \"Title of the case\""
    )
}
