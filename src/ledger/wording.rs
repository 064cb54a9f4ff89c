//! What is said of a budget file, and what to write instead.

use super::contents::{Contents, Expected};
use super::decode::MAX_BYTES;
use super::heading::{Column, LOOKED_IN};
use super::number::{DASHES, MOST_DIGITS, MOST_WHOLE_DIGITS, NoNumber};
use super::period::{Month, NoMonth};
use super::settle::Alike;
use crate::diagnostic::Finding;
use crate::source::{Span, hidden_sign};
use crate::units::Year;
use crate::words::{Text, all_of};
use crate::{counted, text};

/// Headings that are written out.
pub(super) const MOST_LISTED: usize = 10;
/// Characters of a cell that are shown.
const SHOWN: usize = 40;

pub(super) fn shown(value: &str) -> String {
    let mut letters = value.trim().chars();
    let start: String = letters.by_ref().take(SHOWN).collect();
    if letters.next().is_some() { format!("{start}…") } else { start }
}

/// «a», «b» og «c»
pub(super) fn listed(names: &[impl AsRef<str>]) -> Text {
    let quoted = |name: &str| text!(nb: "«{name}»", nn: "«{name}»", en: "“{name}”");
    all_of(&names.iter().map(|name| quoted(&shown(name.as_ref()))).collect::<Vec<_>>())
}

/// «og 12 linjer til»; nothing where there is one line alone.
fn more_lines(lines: usize) -> Text {
    match lines.saturating_sub(1) {
        0 => Text::default(),
        more => counted!(
            more; nb: ", på denne linja og én til" | ", på denne linja og {more} til", nn: ", på denne linja og éi til" | ", på denne linja og {more} til",
            en: ", on this line and one more" | ", on this line and {more} more"
        ),
    }
}

fn file(title: Text, variant: &'static str) -> Finding {
    Finding::error("ulesbar-budsjettfil", Span::default(), title).variant(variant)
}

pub(super) fn too_large() -> Finding {
    let limit = MAX_BYTES / (1024 * 1024);
    file(
        text!(nb: "Fila er større enn {limit} MiB", nn: "Fila er større enn {limit} MiB", en: "The file is larger than {limit} MiB"),
        "too large",
    )
}

pub(super) fn utf16() -> Finding {
    file(
        text!(nb: "Fila er lagret som UTF-16", nn: "Fila er lagra som UTF-16", en: "The file is stored as UTF-16"),
        "utf16",
    )
}

pub(super) fn empty_file() -> Finding {
    file(text!(nb: "Fila er tom", nn: "Fila er tom", en: "The file is empty"), "empty file")
}

pub(super) fn no_lines(span: Span) -> Finding {
    let title = text!(nb: "Fila har ingen linjer under overskriften", nn: "Fila har ingen linjer under overskrifta", en: "The file has no lines below its heading");
    Finding { span, ..file(title, "no lines") }
}

fn heading(span: Span, title: Text, variant: &'static str) -> Finding {
    Finding::error("uklar-overskrift", span, title).variant(variant)
}

/// `expected`: what the columns are named for.
pub(super) fn no_heading(span: Span, expected: Expected) -> Finding {
    let title = text!(
        nb: "Fila har ingen overskrift i de {LOOKED_IN} første linjene", nn: "Fila har inga overskrift i dei {LOOKED_IN} første linjene",
        en: "The file has no heading in its first {LOOKED_IN} lines"
    );
    match expected.contents {
        Contents::Budget => heading(span, title, "no heading"),
        Contents::Accounts => heading(span, title, "no heading of accounts"),
    }
}

/// `years`: as they are written; none of them is to be read.
pub(super) fn no_plan_years(span: Span, years: &[String], expected: Expected) -> Finding {
    let names = listed(years.get(..MOST_LISTED).unwrap_or(years));
    let (first, last) = (expected.first, expected.last());
    if expected.has_months() {
        let title = text!(
            nb: "Beløpene er for {names}, men budsjettåret er {first}", nn: "Beløpa er for {names}, men budsjettåret er {first}",
            en: "The amounts are of {names}, but the budget year is {first}";
            names, first
        );
        return heading(span, title, "other year").value("first", first);
    }
    let title = text!(
        nb: "Beløpene er for {names}, men økonomiplanen er {first}–{last}", nn: "Beløpa er for {names}, men økonomiplanen er {first}–{last}",
        en: "The amounts are of {names}, but the plan is {first}–{last}";
        names, first, last
    );
    heading(span, title, "no plan years").value("first", first).value("last", last)
}

/// `like`: a heading that is not known, but is likely to be that of the amounts.
pub(super) fn missing_columns(
    span: Span,
    expected: Expected,
    missing: &[&str],
    like: Option<&str>,
) -> Finding {
    let names = listed(missing);
    let title = counted!(
        missing.len(); nb: "Overskriften mangler kolonnen {names}" | "Overskriften mangler kolonnene {names}", nn: "Overskrifta manglar kolonnen {names}" | "Overskrifta manglar kolonnane {names}",
        en: "The heading lacks the column {names}" | "The heading lacks the columns {names}"; names
    );
    if missing == [Column::Period.name()] {
        return heading(span, title, "no months");
    }
    let Some(like) = like.map(shown) else {
        return match expected.contents {
            Contents::Budget => heading(span, title, "missing columns"),
            Contents::Accounts => heading(span, title, "missing columns of accounts"),
        };
    };
    let title = text!(
        nb: "{title}, og a3 vet ikke hva «{like}» er", nn: "{title}, og a3 veit ikkje kva «{like}» er",
        en: "{title}, and a3 does not know what “{like}” is";
        title, like
    );
    let variant = match (missing.len(), expected.contents) {
        (1, Contents::Budget | Contents::Accounts) => "amounts",
        (_, Contents::Budget) => "amounts and more",
        (_, Contents::Accounts) => "amounts and more of accounts",
    };
    heading(span, title, variant).value("like", like)
}

pub(super) fn repeated_column(span: Span, name: &str) -> Finding {
    let title = text!(nb: "Kolonnen «{name}» står to ganger", nn: "Kolonnen «{name}» står to gonger", en: "The column “{name}” appears twice");
    heading(span, title, "repeated column")
}

fn line(span: Span, title: Text, variant: &'static str) -> Finding {
    Finding::error("ulesbar-budsjettlinje", span, title).variant(variant)
}

pub(super) fn open_quote(span: Span) -> Finding {
    let title = text!(nb: "Hermetegnet åpnes, men lukkes ikke", nn: "Hermeteiknet blir opna, men ikkje lukka", en: "The quotation mark is opened, but not closed");
    line(span, title, "open quote")
}

pub(super) fn extra_cell(span: Span, cell: &str) -> Finding {
    let cell = shown(cell);
    let title = text!(
        nb: "Linja har flere celler enn overskriften: «{cell}» står utenfor", nn: "Linja har fleire celler enn overskrifta: «{cell}» står utanfor",
        en: "The line has more cells than the heading: “{cell}” is outside"
    );
    line(span, title, "extra cell")
}

pub(super) fn short_line(span: Span, cells: usize, width: usize) -> Finding {
    let title = text!(
        nb: "Linja har {cells} av overskriftens {width} celler", nn: "Linja har {cells} av dei {width} cellene i overskrifta",
        en: "The line has {cells} of the heading's {width} cells"
    );
    line(span, title, "short line")
}

pub(super) fn empty_cell(span: Span, column: Column) -> Finding {
    let name = column.name();
    let title =
        text!(nb: "Linja har ikke {name}", nn: "Linja har ikkje {name}", en: "The line has no {name}");
    line(span, title, "empty cell").value("name", name)
}

pub(super) fn strange_unit(span: Span, unit: &str) -> Finding {
    if let Some(hidden) = hidden_sign(unit) {
        return hidden_in_unit(span, unit, hidden);
    }
    let unit = shown(unit);
    let title = text!(
        nb: "«{unit}» er for langt, eller har tegn som ikke hører hjemme i et ansvar", nn: "«{unit}» er for langt, eller har teikn som ikkje høyrer heime i eit ansvar",
        en: "“{unit}” is too long, or has characters that do not belong in an ansvar"
    );
    line(span, title, "strange unit")
}

fn hidden_in_unit(span: Span, unit: &str, hidden: char) -> Finding {
    let unit = shown(&unit.replace(hidden, ""));
    let code = format!("U+{:04X}", u32::from(hidden));
    let title = text!(
        nb: "Ansvaret «{unit}» har et tegn som ikke synes ({code})", nn: "Ansvaret «{unit}» har eit teikn som ikkje syner ({code})",
        en: "The ansvar “{unit}” has a sign that is not seen ({code})"
    );
    line(span, title, "hidden sign")
}

/// A text in quotes that goes on into the next lines. `cell`: what stands in it.
pub(super) fn swallowed(span: Span, cell: &str) -> Finding {
    let lines = cell.lines().count();
    let title = text!(
        nb: "Teksten i hermetegn går over {lines} linjer, og har en hel budsjettlinje i seg", nn: "Teksten i hermeteikn går over {lines} linjer, og har ei heil budsjettlinje i seg",
        en: "The text in quotation marks goes over {lines} lines, and has a whole line of the budget in it"
    );
    line(span, title, "open quote")
}

/// A funksjon or art that is not three digits.
pub(super) fn no_code(at: Alike, column: Column, code: &str) -> Finding {
    let (name, more, written) = (column.name(), more_lines(at.lines), shown(code));
    let title = text!(nb: "«{written}» er ikke tre siffer, som en {name} skal ha{more}", nn: "«{written}» er ikkje tre siffer, som ein {name} skal ha{more}", en: "“{written}” is not three digits, as {name} must be{more}"; more);
    let is_short = !code.is_empty() && code.len() < 3 && code.bytes().all(|byte| byte.is_ascii_digit());
    if is_short {
        line(at.first, title, "short code").value("code", format!("{code:0>3}"))
    } else {
        line(at.first, title, "no code")
    }
}

pub(super) fn no_number(span: Span, column: Column, written: &str, why: NoNumber) -> Finding {
    let (written, name) = (shown(written), column.name());
    let title = match why {
        NoNumber::Empty => return empty_amount(span),
        NoNumber::TooLarge => text!(
            nb: "«{written}» har mer enn {MOST_WHOLE_DIGITS} sifre foran komma, eller mer enn {MOST_DIGITS} i alt", nn: "«{written}» har meir enn {MOST_WHOLE_DIGITS} siffer framfor komma, eller meir enn {MOST_DIGITS} i alt",
            en: "“{written}” has more than {MOST_WHOLE_DIGITS} digits before the comma, or more than {MOST_DIGITS} in all"
        ),
        NoNumber::Scientific => {
            text!(nb: "«{written}» er et forkortet tall", nn: "«{written}» er eit forkorta tal", en: "“{written}” is an abbreviated number")
        }
        NoNumber::Parentheses | NoNumber::Unit | NoNumber::Groups | NoNumber::Other => text!(
            nb: "«{written}» kan ikke leses som {name}", nn: "«{written}» kan ikkje lesast som {name}",
            en: "“{written}” cannot be read as {name}"
        ),
    };
    let variant = match why {
        NoNumber::Parentheses => "parentheses",
        NoNumber::Scientific => "scientific",
        NoNumber::Unit => "unit",
        NoNumber::Empty | NoNumber::TooLarge | NoNumber::Groups | NoNumber::Other => "no number",
    };
    line(span, title, variant)
}

fn empty_amount(span: Span) -> Finding {
    let title = text!(nb: "Linja har ikke beløp", nn: "Linja har ikkje beløp", en: "The line has no amount");
    line(span, title, "empty amount")
}

pub(super) fn negative_fte(span: Span, written: &str) -> Finding {
    let written = shown(written);
    let title = text!(nb: "«{written}» årsverk er mindre enn ingen", nn: "«{written}» årsverk er mindre enn ingen", en: "“{written}” person-years is less than none");
    line(span, title, "negative fte")
}

pub(super) fn no_plan_year(span: Span, written: &str, first: Year, last: Year) -> Finding {
    let (written, first, last) = (shown(written), first.number(), last.number());
    let title = text!(
        nb: "«{written}» er ikke et år i økonomiplanen {first}–{last}", nn: "«{written}» er ikkje eit år i økonomiplanen {first}–{last}",
        en: "“{written}” is not a year of the plan {first}–{last}"
    );
    line(span, title, "no plan year").value("first", first).value("last", last)
}

/// A line of the accounts that is of another year.
pub(super) fn other_year(at: Alike, written: &str, year: Year) -> Finding {
    let (written, more) = (shown(written), more_lines(at.lines));
    let title = text!(nb: "«{written}» er ikke budsjettåret {year}{more}", nn: "«{written}» er ikkje budsjettåret {year}{more}", en: "“{written}” is not the budget year {year}{more}"; year, more);
    line(at.first, title, "other year").value("year", year)
}

/// A line of the accounts whose month cannot be read.
pub(super) fn no_period(at: Alike, written: &str, year: Year) -> Finding {
    let (cell, more) = (shown(written), more_lines(at.lines));
    if cell.is_empty() {
        let title = text!(nb: "Linja har ikke periode{more}", nn: "Linja har ikkje periode{more}", en: "The line has no periode{more}"; more);
        return line(at.first, title, "no month").value("year", year);
    }
    match Month::read(written, year) {
        Err(NoMonth::OtherYear) => {
            let title = text!(nb: "Periode «{cell}» er ikke i budsjettåret {year}{more}", nn: "Periode «{cell}» er ikkje i budsjettåret {year}{more}", en: "Periode “{cell}” is not in the budget year {year}{more}"; year, more);
            line(at.first, title, "other year").value("year", year)
        }
        Ok(_) | Err(NoMonth::Other) => {
            let title = text!(nb: "Periode «{cell}» er ikke en måned{more}", nn: "Periode «{cell}» er ikkje ein månad{more}", en: "Periode “{cell}” is not a month{more}"; more);
            line(at.first, title, "no month").value("year", year)
        }
    }
}

pub(super) fn no_class(span: Span, written: &str) -> Finding {
    let written = shown(written);
    let title = text!(nb: "Kontoklasse «{written}» er verken drift eller investering", nn: "Kontoklasse «{written}» er verken drift eller investering", en: "Kontoklasse “{written}” is neither drift nor investering");
    line(span, title, "no class")
}

/// A number that neither it nor its column tells how to read. Lines like it are left out together.
pub(super) fn ambiguous(at: Alike, column: Column, written: &str) -> Finding {
    let name = column.name();
    let mut parts =
        written.trim_matches(|sign| DASHES.contains(&sign) || matches!(sign, '+' | ' ')).split(['.', ',']);
    let (whole, fraction) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let decimals = fraction.trim_end_matches('0');
    let decimal = match decimals.len() {
        0 => whole.to_owned(),
        3 => format!("{whole},{decimals}0"),
        _ => format!("{whole},{decimals}"),
    };
    let more = match at.lines.saturating_sub(1) {
        0 => Text::default(),
        more => {
            text!(nb: ", og {more} til er skrevet slik", nn: ", og {more} til er skrivne slik", en: ", and {more} more are written like it")
        }
    };
    let title = text!(nb: "«{written}» kan bety både {whole} {fraction} og {decimal}{more}", nn: "«{written}» kan bety både {whole} {fraction} og {decimal}{more}", en: "“{written}” may mean both {whole} {fraction} and {decimal}{more}"; more);
    Finding::error("tvetydig-beløp", at.first, title)
        .value("name", name)
        .value("whole", whole)
        .value("fraction", fraction)
        .value("decimal", &decimal)
}
