//! What is said of a budget file, and what to write instead.

use super::decode::MAX_BYTES;
use super::heading::Column;
use super::number::{MOST_DIGITS, MOST_WHOLE_DIGITS, Reading, Wrong};
use crate::diagnostic::{Finding, Grade};
use crate::source::Span;
use crate::units::Year;
use crate::words::Text;
use crate::{text, words};

/// Characters of a cell that are shown.
const SHOWN: usize = 40;
const FILE: &str = "ulesbar-budsjettfil";
const HEADING: &str = "uklar-overskrift";
const LINE: &str = "ulesbar-budsjettlinje";

fn shown(value: &str) -> String {
    let mut letters = value.trim().chars();
    let start: String = letters.by_ref().take(SHOWN).collect();
    if letters.next().is_some() { format!("{start}…") } else { start }
}

/// «a», «b» og «c»
fn listed(names: &[impl AsRef<str>]) -> Text {
    let join = |open: &str, close: &str, and: &str| {
        let mut quoted: Vec<String> =
            names.iter().map(|name| format!("{open}{}{close}", shown(name.as_ref()))).collect();
        let last = quoted.pop().unwrap_or_default();
        if quoted.is_empty() { last } else { format!("{} {and} {last}", quoted.join(", ")) }
    };
    Text { nb: join("«", "»", "og"), en: join("“", "”", "and") }
}

/// «og 12 linjer til»; nothing where there is one line alone.
fn more_lines(lines: usize) -> Text {
    match lines.saturating_sub(1) {
        0 => Text::default(),
        1 => text!(nb: ", på denne linja og én til", en: ", on this line and one more"),
        more => text!(nb: ", på denne linja og {more} til", en: ", on this line and {more} more"),
    }
}

fn file(title: Text, how: Text) -> Finding {
    let why = words!(
        nb: "Da er ingenting av dagens budsjett lest.",
        en: "Then nothing of today's budget is read.",
    );
    Finding::error(FILE, Span::default(), title).because(why.text()).instead(how)
}

pub(super) fn too_large() -> Finding {
    let limit = MAX_BYTES / (1024 * 1024);
    file(
        text!(nb: "Fila er større enn {limit} MiB", en: "The file is larger than {limit} MiB"),
        text!(nb: "Ta ut budsjettet summert på ansvar, funksjon og art.", en: "Export the budget summed by ansvar, funksjon and art."),
    )
}

pub(super) fn utf16() -> Finding {
    file(
        text!(nb: "Fila er lagret som UTF-16", en: "The file is stored as UTF-16"),
        text!(nb: "Lagre den som «CSV UTF-8».", en: "Save it as “CSV UTF-8”."),
    )
}

pub(super) fn empty_file() -> Finding {
    file(
        text!(nb: "Fila er tom", en: "The file is empty"),
        text!(nb: "Ta ut budsjettet fra økonomisystemet på nytt.", en: "Export the budget from the accounting system again."),
    )
}

pub(super) fn no_lines(span: Span) -> Finding {
    let title =
        text!(nb: "Fila har ingen linjer under overskriften", en: "The file has no lines below its heading");
    let how = text!(nb: "Ta ut budsjettet fra økonomisystemet på nytt.", en: "Export the budget from the accounting system again.");
    Finding { span, ..file(title, how) }
}

fn heading(span: Span, title: Text, how: Text) -> Finding {
    let why = words!(
        nb: "Overskriften sier hva som står hvor. Uten den er ingenting av budsjettet lest.",
        en: "The heading says what stands where. Without it nothing of the budget is read.",
    );
    Finding::error(HEADING, span, title).because(why.text()).instead(how)
}

pub(super) fn no_heading(span: Span) -> Finding {
    let title = text!(nb: "Den første linja er ikke en overskrift", en: "The first line is no heading");
    let how = text!(
        nb: "Skriv overskriften øverst: ansvar;ansvarsnavn;funksjon;art;beløp;årsverk",
        en: "Write the heading at the top: ansvar;ansvarsnavn;funksjon;art;beløp;årsverk"
    );
    heading(span, title, how)
}

/// `like`: a heading that is not known, but is likely to be that of the amounts.
pub(super) fn missing_columns(span: Span, missing: &[&str], like: Option<&str>) -> Finding {
    let names = listed(missing);
    let title = match missing.len() {
        1 => {
            text!(nb: "Overskriften mangler kolonnen {}", names.nb; en: "The heading lacks the column {}", names.en)
        }
        _ => {
            text!(nb: "Overskriften mangler kolonnene {}", names.nb; en: "The heading lacks the columns {}", names.en)
        }
    };
    let Some(like) = like.map(shown) else {
        let how = text!(
            nb: "Gi kolonnene disse navnene, i hvilken rekkefølge du vil: ansvar, funksjon, art, beløp.",
            en: "Give the columns these names, in any order: ansvar, funksjon, art, beløp."
        );
        return heading(span, title, how);
    };
    let title = text!(
        nb: "{}, og a3 vet ikke hva «{like}» er", title.nb;
        en: "{}, and a3 does not know what “{like}” is", title.en
    );
    let others = match missing.len() {
        1 => Text::default(),
        _ => text!(
            nb: " Gi de andre kolonnene disse navnene: ansvar, funksjon, art.",
            en: " Give the other columns these names: ansvar, funksjon, art."
        ),
    };
    let how = text!(
        nb: "Er «{like}» beløpene, så skriv «beløp» der om de er i kroner, eller «beløp (1000 kr)» om de er i tusen kroner.{}", others.nb;
        en: "If “{like}” is the amounts, write “beløp” there if they are in kroner, or “beløp (1000 kr)” if they are in thousands of kroner.{}", others.en
    );
    heading(span, title, how)
}

pub(super) fn repeated_column(span: Span, name: &str) -> Finding {
    let title = text!(nb: "Kolonnen «{name}» står to ganger", en: "The column “{name}” stands twice");
    let how =
        text!(nb: "Ta bort den ene, eller gi den et annet navn.", en: "Remove one, or give it another name.");
    heading(span, title, how)
}

fn line(span: Span, title: Text, how: Text) -> Finding {
    let why = words!(
        nb: "Linja er ikke med i dagens budsjett.",
        en: "The line is not part of today's budget.",
    );
    Finding::error(LINE, span, title).because(why.text()).instead(how)
}

pub(super) fn open_quote(span: Span) -> Finding {
    let title =
        text!(nb: "Hermetegnet åpnes, men lukkes ikke", en: "The quotation mark is opened, but not closed");
    let how = text!(
        nb: "Sett et hermetegn til på slutten av cella, eller ta bort dette. Et hermetegn inne i teksten skrives dobbelt.",
        en: "Put another at the end of the cell, or remove this one. A quotation mark within the text is written twice."
    );
    line(span, title, how)
}

pub(super) fn extra_cell(span: Span, cell: &str) -> Finding {
    let cell = shown(cell);
    let title = text!(
        nb: "Linja har flere celler enn overskriften: «{cell}» står utenfor",
        en: "The line has more cells than the heading: “{cell}” is outside"
    );
    let how = text!(
        nb: "Står det et skilletegn inne i en tekst, sett teksten i hermetegn.",
        en: "If a text has a separator in it, put the text in quotation marks."
    );
    line(span, title, how)
}

pub(super) fn short_line(span: Span, cells: usize, width: usize) -> Finding {
    let title = text!(
        nb: "Linja har {cells} av overskriftens {width} celler",
        en: "The line has {cells} of the heading's {width} cells"
    );
    line(span, title, text!(nb: "Fyll ut linja, eller ta den bort.", en: "Complete the line, or remove it."))
}

pub(super) fn empty_cell(span: Span, column: Column) -> Finding {
    let name = column.name();
    let title = text!(nb: "Linja har ikke {name}", en: "The line has no {name}");
    let how = text!(
        nb: "Skriv {name}. Er linja en sum, ta den bort.",
        en: "Write {name}. If the line is a sum, remove it."
    );
    line(span, title, how)
}

pub(super) fn strange_unit(span: Span, unit: &str) -> Finding {
    let unit = shown(unit);
    let title = text!(
        nb: "«{unit}» er for langt, eller har tegn som ikke hører hjemme i et ansvar",
        en: "“{unit}” is too long, or has characters that do not belong in an ansvar"
    );
    line(span, title, text!(nb: "Skriv ansvaret, som 3210.", en: "Write the ansvar, such as 3210."))
}

/// A funksjon or art that is not three digits.
pub(super) fn no_code((span, lines): (Span, usize), column: Column, code: &str) -> Finding {
    let (name, more, written) = (column.name(), more_lines(lines), shown(code));
    let title = text!(
        nb: "«{written}» er ikke tre siffer, som en {name} skal ha{}", more.nb;
        en: "“{written}” is not three digits, as {name} must be{}", more.en
    );
    let is_short = !code.is_empty() && code.len() < 3 && code.bytes().all(|byte| byte.is_ascii_digit());
    let how = if is_short {
        text!(
            nb: "Skriv {code:0>3}. Regneark tar bort nuller foran: gjør kolonnen til tekst før du lagrer.",
            en: "Write {code:0>3}. Spreadsheets drop leading zeros: make the column text before you save."
        )
    } else {
        text!(nb: "Skriv koden fra KOSTRA alene, som 257 eller 010.", en: "Write the KOSTRA code alone, such as 257 or 010.")
    };
    line(span, title, how)
}

pub(super) fn no_number(span: Span, column: Column, (written, why): (&str, Wrong)) -> Finding {
    let (written, name) = (shown(written), column.name());
    let title = match why {
        Wrong::Empty => return empty_amount(span),
        Wrong::TooLarge => text!(
            nb: "«{written}» har mer enn {MOST_WHOLE_DIGITS} sifre foran komma, eller mer enn {MOST_DIGITS} i alt",
            en: "“{written}” has more than {MOST_WHOLE_DIGITS} digits before the comma, or more than {MOST_DIGITS} in all"
        ),
        Wrong::Scientific => {
            text!(nb: "«{written}» er et forkortet tall", en: "“{written}” is an abbreviated number")
        }
        Wrong::Parentheses | Wrong::Unit | Wrong::Groups | Wrong::Other => text!(
            nb: "«{written}» kan ikke leses som {name}",
            en: "“{written}” cannot be read as {name}"
        ),
    };
    let how = match why {
        Wrong::Parentheses => {
            text!(nb: "Skriv minus foran i stedet for parentes.", en: "Write a minus before it instead of parentheses.")
        }
        Wrong::Scientific => text!(
            nb: "Skriv alle sifrene. Regneark forkorter lange tall: gjør kolonnen til tall før du lagrer.",
            en: "Write every digit. Spreadsheets abbreviate long numbers: make the column numbers before you save."
        ),
        Wrong::Unit => {
            text!(nb: "Skriv tallet alene, uten enhet.", en: "Write the number alone, without a unit.")
        }
        Wrong::Empty | Wrong::TooLarge | Wrong::Groups | Wrong::Other => {
            text!(nb: "Skriv et tall, som 1250000, 1 250 000 eller 1250000,50.", en: "Write a number, such as 1250000, 1 250 000 or 1250000,50.")
        }
    };
    line(span, title, how)
}

fn empty_amount(span: Span) -> Finding {
    let title = text!(nb: "Linja har ikke beløp", en: "The line has no amount");
    line(span, title, text!(nb: "Skriv beløpet, eller 0.", en: "Write the amount, or 0."))
}

pub(super) fn negative_fte(span: Span, written: &str) -> Finding {
    let written = shown(written);
    let title = text!(nb: "«{written}» årsverk er mindre enn ingen", en: "“{written}” person-years is less than none");
    let how = text!(
        nb: "Skriv årsverkene i stillingene, eller la cella stå tom.",
        en: "Write the person-years of the positions, or leave the cell empty."
    );
    line(span, title, how)
}

pub(super) fn no_plan_year(span: Span, written: &str, (first, last): (Year, Year)) -> Finding {
    let (written, first, last) = (shown(written), first.number(), last.number());
    let title = text!(
        nb: "«{written}» er ikke et år i økonomiplanen {first}–{last}",
        en: "“{written}” is not a year of the plan {first}–{last}"
    );
    let how = text!(
        nb: "Skriv et år fra {first} til {last}. En tom celle gjelder alle fire.",
        en: "Write a year from {first} to {last}. An empty cell holds for all four."
    );
    line(span, title, how)
}

pub(super) fn no_class(span: Span, written: &str) -> Finding {
    let written = shown(written);
    let title = text!(nb: "«{written}» er ikke en kontoklasse i budsjettet", en: "“{written}” is no kontoklasse of the budget");
    line(
        span,
        title,
        text!(nb: "Skriv 1 for drift eller 0 for investering.", en: "Write 1 for drift or 0 for investering."),
    )
}

/// A number that neither it nor its column tells how to read. Lines like it are left out together.
pub(super) fn ambiguous((span, lines): (Span, usize), column: Column, written: &str) -> Finding {
    let name = column.name();
    let mut parts =
        written.trim_start_matches(['-', '−', '+', ' ']).trim_end_matches(['-', '−', ' ']).split(['.', ',']);
    let (whole, fraction) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let decimals = fraction.trim_end_matches('0');
    let decimal = match decimals.len() {
        0 => whole.to_owned(),
        3 => format!("{whole},{decimals}0"),
        _ => format!("{whole},{decimals}"),
    };
    let more = match lines.saturating_sub(1) {
        0 => Text::default(),
        more => text!(nb: ", og {more} til er skrevet slik", en: ", and {more} more are written like it"),
    };
    let title = text!(
        nb: "«{written}» kan bety både {whole} {fraction} og {decimal}{}", more.nb;
        en: "“{written}” may mean both {whole} {fraction} and {decimal}{}", more.en
    );
    let why = text!(
        nb: "Ingen andre tall i kolonnen «{name}» viser om tegnet er tusenskille eller desimaltegn. Feil lesning gir tusen ganger feil, så linja er ikke med.",
        en: "No other number in the column “{name}” shows whether the mark groups thousands or begins decimals. The wrong reading is wrong a thousandfold, so the line is left out."
    );
    let how = text!(
        nb: "Skriv «{whole} {fraction}» eller «{decimal}», eller ta ut fila uten tusenskille.",
        en: "Write “{whole} {fraction}” or “{decimal}”, or export the file without thousands separators."
    );
    Finding::error("tvetydig-beløp", span, title).because(why).instead(how)
}

fn note(span: Span, title: Text, (why, how): (Text, Text)) -> Finding {
    Finding::error("tolket-budsjettfil", span, title).graded(Grade::Note).because(why).instead(how)
}

pub(super) fn told_by_column(span: Span, written: &str, reading: Reading) -> Finding {
    let title = match reading {
        Reading::Decimals => {
            text!(nb: "«{written}» er lest med tre desimaler", en: "“{written}” is read with three decimals")
        }
        Reading::Thousands => {
            text!(nb: "«{written}» er lest som hele tusen", en: "“{written}” is read as thousands")
        }
    };
    let why = text!(
        nb: "De andre tallene i kolonnen viser hva tegnet betyr.",
        en: "The other numbers of the column show what the mark means."
    );
    let how = text!(
        nb: "Er det riktig, trengs ingenting. Ellers skriv tallene uten tusenskille.",
        en: "If that is right, nothing is needed. Otherwise write the numbers without thousands separators."
    );
    note(span, title, (why, how))
}

pub(super) fn windows_1252(span: Span) -> Finding {
    let title = text!(nb: "Fila er lest som Windows-1252", en: "The file is read as Windows-1252");
    let why = text!(
        nb: "Den er ikke UTF-8. Er bokstavene i navnene riktige, er alt i orden.",
        en: "It is not UTF-8. If the letters of the names are right, all is well."
    );
    note(
        span,
        title,
        (
            why,
            text!(nb: "Lagre fila som «CSV UTF-8», så er det ingen tvil.", en: "Save the file as “CSV UTF-8” to leave no doubt."),
        ),
    )
}

pub(super) fn ignored_columns(span: Span, names: &[String]) -> Finding {
    const MOST: usize = 10;
    let names = listed(names.get(..MOST).unwrap_or(names));
    let title = text!(nb: "Disse kolonnene er ikke lest: {}", names.nb; en: "These columns are not read: {}", names.en);
    let why = text!(
        nb: "Budsjettet leses fra ansvar, ansvarsnavn, funksjon, art, beløp, årsverk, år og kontoklasse.",
        en: "The budget is read from ansvar, ansvarsnavn, funksjon, art, beløp, årsverk, år and kontoklasse."
    );
    note(
        span,
        title,
        (
            why,
            text!(nb: "Ta dem ut av fila, eller la dem stå.", en: "Take them out of the file, or leave them."),
        ),
    )
}
