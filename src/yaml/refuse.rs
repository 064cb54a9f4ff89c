//! The words for everything that is refused: what stands there, why it matters, what to write.

use super::{MAX_BYTES, MAX_DEPTH};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::text;

/// Whether a character must not stand in a file: control characters except tab and line feed,
/// and the invisible ones that turn the direction of writing, so that text reads as it is.
#[must_use]
pub fn is_control(letter: char) -> bool {
    let direction =
        matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    direction || (letter.is_control() && !matches!(letter, '\t' | '\n'))
}

/// A text cut to what fits in a message, on one line.
pub(super) fn short(text: &str) -> String {
    let cut = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
    let mut words = text.get(..cut).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    if cut < text.len() {
        words.push('…');
    }
    words
}

pub(super) fn too_large() -> Finding {
    Finding::error(
        "for-stor-fil",
        Span::default(),
        text!(nb: "Filen er på over 1 MiB ({MAX_BYTES} byte)", en: "The file is over 1 MiB ({MAX_BYTES} bytes)"),
    )
    .because(text!(nb: "En sak er noen få sider tekst. En så stor fil er som regel noe annet som er havnet i mappen.", en: "A case is a few pages of text. A file this large is usually something else that ended up in the folder."))
    .instead(text!(nb: "Flytt filen ut av mappen, eller del saken i flere.", en: "Move the file out of the folder, or split the case."))
}

pub(super) fn utf16() -> Finding {
    Finding::error(
        "feil-tegnsett",
        Span::default(),
        text!(nb: "Filen er lagret som UTF-16", en: "The file is saved as UTF-16"),
    )
    .because(text!(nb: "Filene leses som UTF-8.", en: "Files are read as UTF-8."))
    .instead(text!(nb: "Åpne filen i et skriveprogram og lagre den på nytt med tegnsettet UTF-8.", en: "Open the file in an editor and save it again with the encoding UTF-8."))
}

pub(super) fn not_utf8(byte: u8, span: Span) -> Finding {
    // The letters a Norwegian file in Windows-1252 stumbles on first.
    let windows = matches!(byte, 0xe5 | 0xe6 | 0xf8 | 0xc5 | 0xc6 | 0xd8 | 0x96 | 0x97 | 0xab | 0xbb | 0xa7);
    let title = if windows {
        text!(nb: "Filen er ikke UTF-8, men trolig Windows-1252", en: "The file is not UTF-8, but probably Windows-1252")
    } else {
        text!(nb: "Filen er ikke UTF-8: byten 0x{byte:02x} kan ikke leses", en: "The file is not UTF-8: byte 0x{byte:02x} cannot be read")
    };
    Finding::error("feil-tegnsett", span, title)
        .because(text!(nb: "Filene leses som UTF-8. Med et annet tegnsett blir æ, ø og å til noe annet.", en: "Files are read as UTF-8. In another encoding æ, ø and å become something else."))
        .instead(text!(nb: "Åpne filen i et skriveprogram og lagre den på nytt med tegnsettet UTF-8.", en: "Open the file in an editor and save it again with the encoding UTF-8."))
}

pub(super) fn control(letter: char, span: Span) -> Finding {
    let code = u32::from(letter);
    Finding::error(
        "styretegn",
        span,
        text!(nb: "Her står et usynlig styretegn (U+{code:04X})", en: "An invisible control character (U+{code:04X}) stands here"),
    )
    .because(text!(nb: "Et tegn ingen ser, kan få teksten til å vise noe annet enn det som er lagret.", en: "A character nobody sees can make the text show something else than what is stored."))
    .instead(text!(nb: "Slett tegnet. Det følger ofte med når tekst limes inn fra et annet program.", en: "Delete the character. It often comes along when text is pasted from another program."))
}

pub(super) fn escaped_control(span: Span) -> Finding {
    Finding::error(
        "styretegn",
        span,
        text!(nb: "Koden med «\\» i denne teksten lager et styretegn", en: "The code with “\\” in this text makes a control character"),
    )
    .because(text!(nb: "Et styretegn kan få skjermen til å vise noe annet enn det som står i filen.", en: "A control character can make the screen show something else than the file says."))
    .instead(text!(nb: "Ta bort koden. Skal det stå en bakoverstrek, skriv «\\\\», eller bruk enkle hermetegn.", en: "Remove the code. For a backslash write “\\\\”, or use single quotes."))
}

pub(super) fn tab(span: Span) -> Finding {
    Finding::error(
        "tabulator-som-innrykk",
        span,
        text!(nb: "Linja er rykket inn med tabulator", en: "The line is indented with a tab"),
    )
    .because(text!(nb: "Innrykket sier hva som hører til hva, og en tabulator har ingen fast bredde.", en: "Indentation says what belongs to what, and a tab has no fixed width."))
    .instead(text!(nb: "Bruk mellomrom, for eksempel to for hvert nivå.", en: "Use spaces, for instance two for each level."))
}

pub(super) fn anchor(span: Span) -> Finding {
    reused(
        span,
        text!(nb: "«&» først i en verdi setter et YAML-anker", en: "“&” first in a value sets a YAML anchor"),
    )
}

pub(super) fn alias(span: Span) -> Finding {
    reused(
        span,
        text!(nb: "«*» først i en verdi viser til et YAML-anker", en: "“*” first in a value refers to a YAML anchor"),
    )
}

fn reused(span: Span, title: crate::words::Text) -> Finding {
    Finding::error("anker-eller-alias", span, title)
        .because(text!(nb: "Med ankere står verdien et annet sted enn der den gjelder, og en endring ett sted slår ut flere steder.", en: "With anchors a value stands somewhere else than where it holds, and one change has effects in several places."))
        .instead(text!(nb: "Skriv verdien der den gjelder, eller legg den under forutsetninger eller felles. Er det vanlig tekst, sett den i hermetegn.", en: "Write the value where it holds, or put it under forutsetninger or felles. If it is plain text, put it in quotes."))
}

pub(super) fn tag(span: Span) -> Finding {
    Finding::error(
        "yaml-merkelapp",
        span,
        text!(nb: "«!» først i en verdi er en YAML-merkelapp", en: "“!” first in a value is a YAML tag"),
    )
    .because(text!(nb: "En merkelapp ber programmet om å lese verdien som noe annet enn det som står.", en: "A tag asks the program to read the value as something else than what is written."))
    .instead(text!(nb: "Ta bort merkelappen. Er det vanlig tekst, sett den i hermetegn.", en: "Remove the tag. If it is plain text, put it in quotes."))
}

pub(super) fn merge_key(span: Span) -> Finding {
    Finding::error(
        "flettenøkkel",
        span,
        text!(nb: "«<<» fletter inn felt fra et annet sted", en: "“<<” merges in fields from somewhere else"),
    )
    .because(text!(nb: "Da ser ingen i saken hvilke felt den har.", en: "Then nobody can see in the case which fields it has."))
    .instead(text!(nb: "Skriv feltene der de gjelder.", en: "Write the fields where they hold."))
}

pub(super) fn repeated_key(key: &str, span: Span, first: Span) -> Finding {
    let key = short(key);
    Finding::error(
        "gjentatt-felt",
        span,
        text!(nb: "Feltet «{key}» står to ganger", en: "The field “{key}” is given twice"),
    )
    .because(text!(nb: "Det er ikke til å vite hvilken verdi som gjelder.", en: "There is no telling which value holds."))
    .instead(text!(nb: "Behold den ene. Er det flere verdier, skriv dem som en liste under ett felt.", en: "Keep one of them. If there are several values, write them as a list under one field."))
    .with(first, text!(nb: "første gang her", en: "first given here"))
}

pub(super) fn key_is_no_text(span: Span) -> Finding {
    Finding::error(
        "feil-form",
        span,
        text!(nb: "Her ventes et feltnavn før kolon", en: "A field name is due before the colon here"),
    )
    .because(text!(nb: "En liste, en gruppe eller ingenting kan ikke være navnet på et felt.", en: "A list, a group or nothing cannot be the name of a field."))
    .instead(text!(nb: "Skriv «navn: verdi». Skal teksten begynne med en parentes, sett den i hermetegn.", en: "Write “name: value”. If the text is to begin with a bracket, put it in quotes."))
}

pub(super) fn several_documents(span: Span) -> Finding {
    Finding::error(
        "flere-dokumenter",
        span,
        text!(nb: "Her begynner et nytt dokument i samme fil", en: "A second document begins in the same file here"),
    )
    .because(text!(nb: "Én fil er én sak. Det som står under skillet, ville ikke blitt lest.", en: "One file is one case. What stands below the divider would not be read."))
    .instead(text!(nb: "Ta bort linja med «---» eller «...», eller flytt resten til en egen fil.", en: "Remove the line with “---” or “...”, or move the rest to a file of its own."))
}

pub(super) fn too_deep(span: Span) -> Finding {
    Finding::error(
        "for-dyp-nøsting",
        span,
        text!(nb: "Lister og grupper ligger mer enn {MAX_DEPTH} nivåer inni hverandre", en: "Lists and groups are nested more than {MAX_DEPTH} levels deep"),
    )
    .because(text!(nb: "En sak trenger ikke mer enn seks nivåer; så mange tyder på en feil.", en: "A case needs no more than six levels; this many point to a mistake."))
    .instead(text!(nb: "Se etter parenteser eller innrykk for mye.", en: "Look for superfluous brackets or indentation."))
}

pub(super) fn decimal_comma(value: &str, span: Span) -> Finding {
    let value = short(value);
    let point = value.replace(',', ".");
    Finding::error(
        "desimalkomma-i-liste",
        span,
        text!(nb: "Komma mellom to sifre deler «{value}» i to når det står i […] eller {{…}}", en: "A comma between two digits splits “{value}” in two inside […] or {{…}}"),
    )
    .because(text!(nb: "Inni parenteser skiller komma mellom verdier, så tallet ville blitt et annet.", en: "Inside brackets a comma separates values, so the number would become another one."))
    .instead(text!(nb: "Skriv {point} eller \"{value}\", eller sett hver verdi på sin egen linje. Er det flere verdier, sett mellomrom etter komma.", en: "Write {point} or \"{value}\", or put each value on a line of its own. If they are several values, put a space after the comma."))
}

pub(super) fn root_is_no_mapping(text: &str, span: Span) -> Finding {
    let written = short(text.get(span.start as usize..span.end as usize).unwrap_or_default());
    Finding::error(
        "feil-form",
        span,
        text!(nb: "Filen begynner ikke med felt på formen «navn: verdi», men med «{written}»", en: "The file does not begin with fields of the form “name: value”, but with “{written}”"),
    )
    .because(text!(nb: "Uten feltnavn vet vi ikke hva teksten er.", en: "Without field names there is no knowing what the text is."))
    .instead(text!(nb: "Skriv for eksempel «tittel: Digital post». Det skal være mellomrom etter kolon og ingen strek foran.", en: "Write for instance “tittel: Digital post”. There is a space after the colon and no dash before."))
}

pub(super) fn empty_file() -> Finding {
    Finding::error("tom-fil", Span::default(), text!(nb: "Filen er tom", en: "The file is empty"))
        .because(text!(nb: "Det er ingenting å lese i den.", en: "There is nothing in it to read."))
        .instead(text!(nb: "Fyll den ut (kommandoen «a3 init» lager et utkast), eller slett den.", en: "Fill it in (the command “a3 init” makes a draft), or delete it."))
}
