//! The findings of reading quantities and formulas, in words.

use crate::diagnostic::Finding;
use crate::source::Span;
use crate::words::Text;
use crate::{text, words};

/// Bytes of the longest quantity we try to read.
pub(super) const LONGEST_QUANTITY: usize = 200;

/// A value as written, on one line and cut where it would flood the message.
pub(super) fn shown(written: &str) -> String {
    const LONGEST: usize = 40;
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    let mut shown: String = written.chars().take(LONGEST).map(plain).collect();
    if written.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

fn all(text: &str) -> Span {
    Span::new(0, text.len())
}

fn unreadable(span: Span, title: Text, how: Text) -> Finding {
    let why = words!(
        nb: "Et tall vi ikke forstår, kan ikke regnes med, og vi gjetter ikke.",
        en: "A number we do not understand cannot be calculated with, and we do not guess.",
    );
    Finding::error("uleselig-mengde", span, title).because(why.text()).instead(how)
}

pub(super) fn too_long_quantity(text: &str) -> Finding {
    let shown = shown(text);
    let title = text!(nb: "«{shown}» er for langt til å være en mengde", en: "“{shown}” is too long to be a quantity");
    let how = words!(
        nb: "Skriv et tall og en enhet, for eksempel «1 200 timer/år». Forklaringer hører hjemme i «merknad».",
        en: "Write a number and a unit, such as “1 200 timer/år”. Explanations belong in “merknad”.",
    );
    unreadable(all(text), title, how.text())
}

pub(super) fn no_number(text: &str) -> Finding {
    let written = text.trim();
    let shown = shown(written);
    let title =
        text!(nb: "«{shown}» begynner ikke med et tall", en: "“{shown}” does not begin with a number");
    let how = match written.chars().next() {
        Some('+') => words!(nb: "Sløyf plusstegnet.", en: "Leave out the plus sign."),
        Some('–' | '—') => words!(
            nb: "Skriv minus som «-» eller «−»; her står en tankestrek.",
            en: "Write minus as “-” or “−”; this is a dash.",
        ),
        Some(',' | '.') => words!(
            nb: "Skriv null foran desimaltegnet, for eksempel «0,5».",
            en: "Write a zero before the decimal mark, such as “0,5”.",
        ),
        Some(_) | None => words!(
            nb: "Skriv tallet først og så enheten, for eksempel «350 000 kr/år». Er tallet usikkert, skriv lav, verdi og høy.",
            en: "Write the number first and then the unit, such as “350 000 kr/år”. If the number is uncertain, write lav, verdi and høy.",
        ),
    };
    unreadable(all(text), title, how.text())
}

/// What stands after a quantity that was complete.
pub(super) fn left_over(text: &str, at: usize) -> Finding {
    let rest = text.get(at..).unwrap_or_default();
    let (whole, extra) = (shown(text.trim()), shown(rest.trim_end()));
    let title = text!(
        nb: "«{whole}» kan ikke leses: «{extra}» til slutt er ikke forstått",
        en: "“{whole}” cannot be read: “{extra}” at the end is not understood"
    );
    let how = match rest.chars().next() {
        Some('-' | '−' | '–' | '—') if rest.contains(|letter: char| letter.is_ascii_digit()) => words!(
            nb: "Skriv ett tall. Er det usikkert, skriv lav, verdi og høy hver for seg.",
            en: "Write one number. If it is uncertain, write lav, verdi and høy separately.",
        ),
        Some('+' | '*' | '/' | '×' | '·' | '÷') => words!(
            nb: "Skriv svaret, som «0,5» i stedet for «1/2», eller sett regnestykket i «beregning».",
            en: "Write the answer, as “0,5” instead of “1/2”, or put the calculation in “beregning”.",
        ),
        Some(first) if first.is_ascii_digit() => words!(
            nb: "Skriv ett tall, med ett mellomrom mellom hver gruppe på tre siffer: «1 200 000».",
            en: "Write one number, with one space between groups of three digits: “1 200 000”.",
        ),
        Some(_) | None => words!(
            nb: "Skriv bare tallet og enheten, for eksempel «350 000 kr» eller «12 min per besøk».",
            en: "Write only the number and the unit, such as “350 000 kr” or “12 min per besøk”.",
        ),
    };
    unreadable(Span::new(at, text.len()), title, how.text())
}

pub(super) fn several_marks(written: &str, span: Span, plainly: Option<&str>) -> Finding {
    let shown = shown(written);
    let title = text!(
        nb: "«{shown}» har mer enn ett komma eller punktum",
        en: "“{shown}” has more than one comma or point"
    );
    let example = plainly.unwrap_or("1 200 000,50");
    let how = text!(
        nb: "Skriv «{example}», med mellomrom mellom tusenene og komma foran desimalene.",
        en: "Write “{example}”, with spaces between the thousands and a comma before the decimals."
    );
    unreadable(span, title, how)
}

pub(super) fn wrong_groups(written: &str, span: Span) -> Finding {
    let shown = shown(written);
    let title = text!(
        nb: "«{shown}» kan ikke leses: sifrene skrives i grupper på tre",
        en: "“{shown}” cannot be read: the digits are written in groups of three"
    );
    let how = words!(
        nb: "Skriv for eksempel «1 200» eller «1 200 000». Desimaler deles ikke opp.",
        en: "Write for example “1 200” or “1 200 000”. Decimals are not grouped.",
    );
    unreadable(span, title, how.text())
}

pub(super) fn odd_number(written: &str, span: Span) -> Finding {
    let shown = shown(written);
    let title = text!(nb: "«{shown}» er ikke et tall vi leser", en: "“{shown}” is not a number we read");
    let how = words!(
        nb: "Skriv tallet ut med siffer, for eksempel «1 000» eller «0,001», og mellomrom før et ord. Navn begynner med en bokstav.",
        en: "Write the number out in digits, such as “1 000” or “0,001”, and a space before a word. Names begin with a letter.",
    );
    unreadable(span, title, how.text())
}

/// `500,-` for whole kroner.
pub(super) fn price_mark(written: &str, span: Span, whole: &str) -> Finding {
    let (shown, whole) = (shown(written), shown(whole));
    let title = text!(nb: "«{shown}» er ikke et tall vi leser", en: "“{shown}” is not a number we read");
    let how = text!(
        nb: "Skriv «{whole} kr», uten komma og strek bak tallet.",
        en: "Write “{whole} kr”, with no comma and dash after the number."
    );
    unreadable(span, title, how)
}

pub(super) fn letter_times(span: Span) -> Finding {
    let title = words!(nb: "Bokstaven x er ikke et gangetegn", en: "The letter x is no times sign");
    let how = words!(nb: "Skriv «×» eller «*».", en: "Write “×” or “*”.");
    unreadable(span, title.text(), how.text())
}

pub(super) fn word_before_unit(word: &str, span: Span) -> Finding {
    let shown = shown(word);
    let title = text!(
        nb: "Enheten «{shown}» står ikke rett etter tallet",
        en: "The unit “{shown}” does not stand right after the number"
    );
    let how = text!(
        nb: "Skriv enheten rett etter tallet, og sløyf ordene imellom.",
        en: "Write the unit right after the number, and leave out the words between."
    );
    unreadable(span, title, how)
}

pub(super) fn misspelt_unit(word: &str, span: Span, near: &str) -> Finding {
    let title = text!(nb: "«{word}» er ikke en enhet; mente du «{near}»?", en: "“{word}” is not a unit; did you mean “{near}”?");
    let how = text!(
        nb: "Skriv «{near}». Er «{word}» noe som telles, bruk et ord som ikke ligner en enhet.",
        en: "Write “{near}”. If “{word}” is something you count, use a word that does not look like a unit."
    );
    unreadable(span, title, how)
}

pub(super) fn per_nothing(written: &str, span: Span) -> Finding {
    let shown = shown(written.trim_end());
    let title = text!(nb: "«{shown}» slutter uten å si hva tallet er per", en: "“{shown}” ends without saying what the number is per");
    let how = words!(
        nb: "Skriv for eksempel «/år» eller «per besøk».",
        en: "Write for example “/år” or “per besøk”.",
    );
    unreadable(span, title, how.text())
}

/// Names both readings of `1.200`.
pub(super) fn ambiguous(written: &str, span: Span, parts: (&str, &str)) -> Finding {
    let (whole, fraction) = parts;
    let trimmed = fraction.trim_end_matches('0');
    let decimals = if trimmed.len() == 3 { format!("{trimmed}0") } else { trimmed.to_owned() };
    let decimal = if decimals.is_empty() { whole.to_owned() } else { format!("{whole},{decimals}") };
    let title = text!(
        nb: "«{written}» kan bety både {whole} {fraction} og {decimal}",
        en: "“{written}” may mean both {whole} {fraction} and {decimal}"
    );
    let why = words!(
        nb: "Noen skriver tusen med punktum eller komma, andre desimaler. Feil lesning gir tusen ganger feil svar.",
        en: "Some write thousands with a point or comma, others decimals. The wrong reading makes the answer wrong a thousandfold.",
    );
    let how = text!(
        nb: "Skriv «{whole} {fraction}» eller «{decimal}».",
        en: "Write “{whole} {fraction}” or “{decimal}”."
    );
    Finding::error("tvetydig-tall", span, title).because(why.text()).instead(how)
}

pub(super) fn unreasonable(written: &str, span: Span) -> Finding {
    let shown = shown(written);
    let title = text!(
        nb: "«{shown}» er større, eller har flere siffer, enn vi regner med",
        en: "“{shown}” is larger, or has more digits, than we calculate with"
    );
    let why = words!(
        nb: "Grensen er 1 000 000 milliarder og 28 siffer. Alt innenfor regnes nøyaktig; det utenfor er nesten alltid en skrivefeil.",
        en: "The limit is 1 000 000 billion and 28 digits. All within is calculated exactly; what is outside is nearly always a slip.",
    );
    let how = words!(
        nb: "Se etter et siffer eller «mill.» for mye, eller fjern desimaler som ikke betyr noe.",
        en: "Look for a digit or “mill.” too many, or remove decimals that do not matter.",
    );
    Finding::error("urimelig-tall", span, title).because(why.text()).instead(how.text())
}

/// A formula that does not follow the grammar.
pub(super) fn broken(span: Span, title: Text, how: Text) -> Finding {
    let why = words!(
        nb: "Et regnestykke som kan leses på flere måter, kan gi feil svar.",
        en: "A calculation that can be read in several ways can give the wrong answer.",
    );
    Finding::error("uleselig-formel", span, title).because(why.text()).instead(how)
}

pub(super) fn too_long_formula(span: Span, title: Text) -> Finding {
    let why = words!(
        nb: "Ingen kan kontrollere et så langt regnestykke.",
        en: "Nobody can check a calculation that long.",
    );
    let how = words!(
        nb: "Del regnestykket på flere gevinster eller kostnader, eller regn ut deler av det som egne forutsetninger.",
        en: "Split the calculation over several benefits or costs, or work parts of it out as assumptions of their own.",
    );
    Finding::error("for-lang-formel", span, title).because(why.text()).instead(how.text())
}
