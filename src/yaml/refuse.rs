//! The words for everything that is refused: what is there, why it matters, what to write.

use super::signs::{self, Before};
use super::{MAX_BYTES, MAX_DEPTH};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::words::Text;
use crate::{counted, text, words};

/// A text cut to what fits in a message, on one line.
pub fn short(text: &str) -> String {
    let cut = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
    let mut words = text.get(..cut).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    if cut < text.len() {
        words.push('…');
    }
    words
}

/// The number of a sign, as tables of signs write it after U+.
fn code(letter: char) -> String {
    format!("{:04X}", u32::from(letter))
}

pub(super) fn too_large() -> Finding {
    Finding::error(
        "for-stor-fil",
        Span::default(),
        text!(nb: "Fila er på over 1 MiB ({MAX_BYTES} byte)", nn: "Fila er på over 1 MiB ({MAX_BYTES} byte)", en: "The file is over 1 MiB ({MAX_BYTES} bytes)"),
    )
}

pub(super) fn utf16() -> Finding {
    Finding::error(
        "feil-tegnsett",
        Span::default(),
        text!(nb: "Fila er lagret som UTF-16", nn: "Fila er lagra som UTF-16", en: "The file is saved as UTF-16"),
    )
}

pub(super) fn not_utf8(byte: u8, span: Span) -> Finding {
    // The letters a Norwegian file in Windows-1252 stumbles on first.
    let windows = matches!(byte, 0xe5 | 0xe6 | 0xf8 | 0xc5 | 0xc6 | 0xd8 | 0x96 | 0x97 | 0xab | 0xbb | 0xa7);
    let title = if windows {
        text!(nb: "Fila er ikke UTF-8, men trolig Windows-1252", nn: "Fila er ikkje UTF-8, men truleg Windows-1252", en: "The file is not UTF-8, but probably Windows-1252")
    } else {
        text!(nb: "Fila er ikke UTF-8: byten 0x{byte:02x} kan ikke leses", nn: "Fila er ikkje UTF-8: byten 0x{byte:02x} kan ikkje lesast", en: "The file is not UTF-8: byte 0x{byte:02x} cannot be read")
    };
    Finding::error("feil-tegnsett", span, title).variant("other")
}

pub(super) fn control(letter: char, span: Span) -> Finding {
    let code = code(letter);
    Finding::error(
        "styretegn",
        span,
        text!(nb: "Her står et usynlig styretegn (U+{code})", nn: "Her står eit usynleg styreteikn (U+{code})", en: "An invisible control character (U+{code}) is here"),
    )
}

pub(super) fn invisible(letter: char, span: Span) -> Finding {
    let (name, code) = (signs::name(letter), code(letter));
    let title = text!(
        nb: "Her står {name} (U+{code}), som ingen ser", nn: "Her står {name} (U+{code}), som ingen ser",
        en: "Here is {name} (U+{code}), which nobody sees";
        name, code
    );
    Finding::error("usynlig-tegn", span, title)
}

/// The lines with one and the same slip.
pub(super) struct Places {
    pub(super) first: Span,
    /// How many more lines have it.
    pub(super) more: usize,
}

pub(super) fn hard_space(letter: char, before: Before, places: Places) -> Finding {
    let (name, code, span) = (signs::name(letter), code(letter), places.first);
    let more = match places.more {
        0 => Text::default(),
        more => counted!(
            more; nb: ", og det gjør det på én linje til" | ", og det gjør det på {more} linjer til", nn: ", og det gjer det på éi linje til" | ", og det gjer det på {more} linjer til",
            en: ", and so there is on one more line" | ", and so there is on {more} more lines"
        ),
    };
    let (title, variant) = match before {
        Before::Line => (
            text!(
                nb: "I innrykket står {name} (U+{code}){more}", nn: "I innrykket står {name} (U+{code}){more}",
                en: "In the indentation is {name} (U+{code}){more}";
                name, code, more
            ),
            "indentation",
        ),
        Before::Item => (
            text!(
                nb: "Etter streken står {name} (U+{code}){more}", nn: "Etter streken står {name} (U+{code}){more}",
                en: "After the dash is {name} (U+{code}){more}";
                name, code, more
            ),
            "item",
        ),
        Before::Value => (
            text!(
                nb: "Etter kolon står {name} (U+{code}){more}", nn: "Etter kolon står {name} (U+{code}){more}",
                en: "After the colon is {name} (U+{code}){more}";
                name, code, more
            ),
            "value",
        ),
    };
    Finding::error("hardt-mellomrom", span, title).variant(variant)
}

/// A bullet or a long dash where `- ` begins an item of a list.
pub fn list_mark(mark: char, span: Span) -> Finding {
    let code = code(mark);
    let shown = if mark == '\u{f0b7}' { '•' } else { mark };
    let title = text!(
        nb: "Punktet i lista begynner med «{shown}» (U+{code})", nn: "Punktet i lista begynner med «{shown}» (U+{code})",
        en: "The list item begins with “{shown}” (U+{code})"
    );
    Finding::error("fremmed-listetegn", span, title)
}

/// `inside` is what stands between the marks.
pub(super) fn curly_quotes(inside: &str, span: Span) -> Finding {
    let quoted = super::syntax::quote(inside);
    let title = text!(
        nb: "Hermetegnene rundt teksten er et skriveprograms egne, ikke \" og \"", nn: "Hermeteikna rundt teksten er eit skriveprogram sine eigne, ikkje \" og \"",
        en: "The quotation marks around the text are a word processor's own, not \" and \""
    );
    Finding::error("fremmede-hermetegn", span, title).value("quoted", quoted)
}

/// `whole` is the text as it was meant.
pub(super) fn cut_off(whole: &str, span: Span) -> Finding {
    let end = whole.get((span.end.saturating_sub(span.start)) as usize..).unwrap_or_default();
    let end = short(end.trim_start());
    let title = text!(nb: "Teksten slutter her, og «{end}» leses ikke", nn: "Teksten sluttar her, og «{end}» blir ikkje lese", en: "The text ends here, and “{end}” is not read");
    Finding::error("avkuttet-tekst", span, title).value("quoted", super::syntax::quote(whole))
}

pub(super) fn escaped_control(span: Span) -> Finding {
    Finding::error(
        "styretegn",
        span,
        text!(nb: "Koden med «\\» i denne teksten lager et styretegn", nn: "Koden med «\\» i denne teksten lagar eit styreteikn", en: "The code with “\\” in this text makes a control character"),
    ).variant("escaped")
}

pub(super) fn tab(span: Span) -> Finding {
    Finding::error(
        "tabulator-som-innrykk",
        span,
        text!(nb: "Linja er rykket inn med tabulator", nn: "Linja er rykt inn med tabulator", en: "The line is indented with a tab"),
    )
}

pub(super) fn anchor(span: Span) -> Finding {
    reused(
        span,
        text!(nb: "«&» først i en verdi setter et YAML-anker", nn: "«&» først i ein verdi set eit YAML-anker", en: "“&” first in a value sets a YAML anchor"),
    )
}

pub(super) fn alias(span: Span) -> Finding {
    reused(
        span,
        text!(nb: "«*» først i en verdi viser til et YAML-anker", nn: "«*» først i ein verdi viser til eit YAML-anker", en: "“*” first in a value refers to a YAML anchor"),
    )
}

fn reused(span: Span, title: Text) -> Finding {
    Finding::error("anker-eller-alias", span, title)
}

pub(super) fn tag(span: Span) -> Finding {
    Finding::error(
        "yaml-merkelapp",
        span,
        text!(nb: "«!» først i en verdi er en YAML-merkelapp", nn: "«!» først i ein verdi er ein YAML-merkelapp", en: "“!” first in a value is a YAML tag"),
    )
}

pub(super) fn merge_key(span: Span) -> Finding {
    Finding::error(
        "flettenøkkel",
        span,
        text!(nb: "«<<» fletter inn felt fra et annet sted", nn: "«<<» flettar inn felt frå ein annan stad", en: "“<<” merges in fields from somewhere else"),
    )
}

pub(super) fn repeated_key(key: &str, span: Span, first: Span) -> Finding {
    let key = short(key);
    Finding::error(
        "gjentatt-felt",
        span,
        text!(nb: "Feltet «{key}» står to ganger", nn: "Feltet «{key}» står to gonger", en: "The field “{key}” is given twice"),
    )
    .with(first, text!(nb: "første gang her", nn: "første gong her", en: "first given here"))
}

/// The first field of a list item again, after others: the dash of the next item is missing.
pub(super) fn missing_dash(key: &str, span: Span, first: Span) -> Finding {
    let Finding { title, .. } = repeated_key(key, span, first);
    let probably = words!(nb: "; mangler streken til et nytt punkt?", nn: "; manglar streken til eit nytt punkt?", en: "; is the dash of a new item missing?");
    let title = Text::in_each(|language| format!("{}{}", title.get(language), probably.get(language)));
    Finding { title, ..repeated_key(key, span, first) }.variant("missing dash").value("key", short(key))
}

pub(super) fn key_is_no_text(span: Span) -> Finding {
    Finding::error(
        "feil-form",
        span,
        text!(nb: "Her ventes et feltnavn før kolon", nn: "Her er det venta eit feltnamn før kolon", en: "A field name is due before the colon here"),
    )
}

pub(super) fn several_documents(span: Span) -> Finding {
    Finding::error(
        "flere-dokumenter",
        span,
        text!(nb: "Her begynner et nytt dokument i samme fil", nn: "Her begynner eit nytt dokument i same fil", en: "A second document begins in the same file here"),
    )
}

pub(super) fn too_deep(span: Span) -> Finding {
    Finding::error(
        "for-dyp-nøsting",
        span,
        text!(nb: "Lister og grupper ligger mer enn {MAX_DEPTH} nivåer inni hverandre", nn: "Lister og grupper ligg meir enn {MAX_DEPTH} nivå inni kvarandre", en: "Lists and groups are nested more than {MAX_DEPTH} levels deep"),
    )
}

pub(super) fn decimal_comma(value: &str, span: Span) -> Finding {
    let value = short(value);
    let point = value.replace(',', ".");
    Finding::error(
        "desimalkomma-i-liste",
        span,
        text!(nb: "Komma mellom to sifre deler «{value}» i to når det står i […] eller {{…}}", nn: "Komma mellom to siffer deler «{value}» i to når det står i […] eller {{…}}", en: "A comma between two digits splits “{value}” in two inside […] or {{…}}"),
    ).value("point", &point).value("value", &value)
}

pub(super) fn root_is_no_mapping(text: &str, span: Span) -> Finding {
    let written = short(text.get(span.start as usize..span.end as usize).unwrap_or_default());
    Finding::error(
        "feil-form",
        span,
        text!(nb: "Fila begynner ikke med felt på formen «navn: verdi», men med «{written}»", nn: "Fila begynner ikkje med felt på forma «navn: verdi», men med «{written}»", en: "The file does not begin with fields of the form “name: value”, but with “{written}”"),
    ).variant("root")
}

pub(super) fn empty_file() -> Finding {
    Finding::error(
        "tom-fil",
        Span::default(),
        text!(nb: "Fila er tom", nn: "Fila er tom", en: "The file is empty"),
    )
}
