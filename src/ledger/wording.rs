//! What is said of a budget file, and what to write instead.

use super::contents::{Contents, Expected};
use super::decode::MAX_BYTES;
use super::heading::{Column, LOOKED_IN};
use super::number::{DASHES, MOST_DIGITS, MOST_WHOLE_DIGITS, MarkMeaning, NoNumber};
use super::period::{Month, NoMonth};
use super::settle::Alike;
use crate::diagnostic::{Finding, Grade};
use crate::source::Span;
use crate::text;
use crate::units::Year;
use crate::words::{Text, all_of};

/// Headings that are written out.
const MOST_LISTED: usize = 10;
/// Characters of a cell that are shown.
const SHOWN: usize = 40;

fn shown(value: &str) -> String {
    let mut letters = value.trim().chars();
    let start: String = letters.by_ref().take(SHOWN).collect();
    if letters.next().is_some() { format!("{start}…") } else { start }
}

/// «a», «b» og «c»
fn listed(names: &[impl AsRef<str>]) -> Text {
    let quoted = |name: &str| text!(nb: "«{name}»", nn: "«{name}»", en: "“{name}”");
    all_of(&names.iter().map(|name| quoted(&shown(name.as_ref()))).collect::<Vec<_>>())
}

/// «og 12 linjer til»; nothing where there is one line alone.
fn more_lines(lines: usize) -> Text {
    match lines.saturating_sub(1) {
        0 => Text::default(),
        1 => {
            text!(nb: ", på denne linja og én til", nn: ", på denne linja og éi til", en: ", on this line and one more")
        }
        more => {
            text!(nb: ", på denne linja og {more} til", nn: ", på denne linja og {more} til", en: ", on this line and {more} more")
        }
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
    let title = match missing.len() {
        1 => {
            text!(nb: "Overskriften mangler kolonnen {names}", nn: "Overskrifta manglar kolonnen {names}", en: "The heading lacks the column {names}"; names)
        }
        _ => {
            text!(nb: "Overskriften mangler kolonnene {names}", nn: "Overskrifta manglar kolonnane {names}", en: "The heading lacks the columns {names}"; names)
        }
    };
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
    let unit = shown(unit);
    let title = text!(
        nb: "«{unit}» er for langt, eller har tegn som ikke hører hjemme i et ansvar", nn: "«{unit}» er for langt, eller har teikn som ikkje høyrer heime i eit ansvar",
        en: "“{unit}” is too long, or has characters that do not belong in an ansvar"
    );
    line(span, title, "strange unit")
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

fn note(span: Span, title: Text, variant: &'static str) -> Finding {
    Finding::error("tolket-budsjettfil", span, title).graded(Grade::Note).variant(variant)
}

pub(super) fn shown_by_column(span: Span, written: &str, meaning: MarkMeaning) -> Finding {
    let title = match meaning {
        MarkMeaning::Decimals => {
            text!(nb: "«{written}» er lest med tre desimaler", nn: "«{written}» er lese med tre desimalar", en: "“{written}” is read with three decimals")
        }
        MarkMeaning::Thousands => {
            text!(nb: "«{written}» er lest som hele tusen", nn: "«{written}» er lese som heile tusen", en: "“{written}” is read as thousands")
        }
    };
    note(span, title, "told by column")
}

pub(super) fn windows_1252(span: Span) -> Finding {
    let title = text!(nb: "Fila er lest som Windows-1252", nn: "Fila er lesen som Windows-1252", en: "The file is read as Windows-1252");
    note(span, title, "windows 1252")
}

pub(super) fn ignored_columns(span: Span, names: &[String]) -> Finding {
    let names = listed(names.get(..MOST_LISTED).unwrap_or(names));
    let title = text!(nb: "Disse kolonnene er ikke lest: {names}", nn: "Desse kolonnane er ikkje lesne: {names}", en: "These columns are not read: {names}"; names);
    note(span, title, "ignored columns")
}

/// `heading`: the line the heading is on.
pub(super) fn above_heading(first: Span, heading: usize) -> Finding {
    let title = text!(
        nb: "Overskriften står på linje {heading}, og det som står over den, er ikke lest", nn: "Overskrifta står på linje {heading}, og det som står over ho, er ikkje lese",
        en: "The heading is on line {heading}, and what stands over it is not read"
    );
    note(first, title, "above heading")
}

/// `named`: the numbers of the first of them.
pub(super) fn sums(first: Span, named: &[usize], lines: usize) -> Finding {
    let these = numbered(named, lines);
    let title = match lines {
        1 => {
            text!(nb: "{these} er en sum, og er ikke med", nn: "{these} er ein sum, og er ikkje med", en: "{these} is a sum, and is left out"; these)
        }
        _ => {
            text!(nb: "{these} er summer, og er ikke med", nn: "{these} er summar, og er ikkje med", en: "{these} are sums, and are left out"; these)
        }
    };
    note(first, title, "sums")
}

/// The same of lines that do not call themselves so.
pub(super) fn totals(first: Span, named: &[usize], lines: usize) -> Finding {
    let these = numbered(named, lines);
    let title = match lines {
        1 => text!(
            nb: "{these} er summen av linjene over, og er ikke med", nn: "{these} er summen av linjene over, og er ikkje med",
            en: "{these} is the sum of the lines above, and is left out";
            these
        ),
        _ => text!(
            nb: "{these} er summer av linjene over, og er ikke med", nn: "{these} er summar av linjene over, og er ikkje med",
            en: "{these} are sums of the lines above, and are left out";
            these
        ),
    };
    note(first, title, "totals")
}

/// «Linje 3, 7 og 12», «Linje 3, 7, 12, 20, 31 og 4 til»
fn numbered(named: &[usize], lines: usize) -> Text {
    let mut all: Vec<Text> =
        named.iter().map(|line| text!(nb: "{line}", nn: "{line}", en: "{line}")).collect();
    match lines.saturating_sub(named.len()) {
        0 => {}
        more => all.push(text!(nb: "{more} til", nn: "{more} til", en: "{more} more")),
    }
    let all = all_of(&all);
    match lines {
        1 => text!(nb: "Linje {all}", nn: "Linje {all}", en: "Line {all}"; all),
        _ => text!(nb: "Linje {all}", nn: "Linje {all}", en: "Lines {all}"; all),
    }
}
