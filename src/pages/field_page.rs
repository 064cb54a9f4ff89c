//! `a3 explain felt`: what may be in a field, from the tables of the file format.

use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Fact, Page};
use crate::shape::{self, Found, Kind, Needed};
use crate::words::{Text, Words};
use crate::{text, words};

/// Every field of every file.
pub fn fields_page() -> Page {
    let table = Listing::of(shape::paths())
        .text(text!(nb: "Felt", nn: "Felt", en: "Field"), |found| Cell::name(&found.path))
        .text(text!(nb: "Står i", nn: "Står i", en: "Stands in"), |found| found.file.phrase)
        .text(text!(nb: "Hva", nn: "Kva", en: "What"), |found| found.field.doc)
        .table();
    Page::new(text!(nb: "Felter", nn: "Felt", en: "Fields")).with(Block::Table(table))
}

/// A field, in every place it may be; nothing where there is no such field.
pub fn field_page(path: &str) -> Option<Page> {
    let found = shape::find(path);
    if found.is_empty() {
        return None;
    }
    let title = path.trim();
    let page = Page::new(Text::same(title));
    // The path is the title of the page; it is said again only where there are several places.
    let several = found.len() > 1;
    Some(found.iter().fold(page, |page, found| {
        let heading = (several || found.path != title).then(|| Block::Heading(Text::same(&found.path)));
        page.with_all(heading).with_all(field(found))
    }))
}

fn field(found: &Found) -> Vec<Block> {
    let field = found.field;
    let facts = vec![
        Fact::new(text!(nb: "Fil", nn: "Fil", en: "File"), found.file.phrase),
        Fact::new(text!(nb: "Må være med", nn: "Må vere med", en: "Required"), needed(field.needed)),
        Fact::new(text!(nb: "Verdi", nn: "Verdi", en: "Value"), value(&field.kind)),
    ];
    vec![
        Block::Paragraph(field.doc.text()),
        Block::Facts(facts),
        Block::Code(format!("{}: {}", field.key, field.example)),
    ]
}

fn needed(needed: Needed) -> Text {
    match needed {
        Needed::Always => text!(nb: "ja", nn: "ja", en: "yes"),
        Needed::From(phase) | Needed::RowsFrom(phase) => {
            let phase = phase.words();
            text!(nb: "fra fasen «{phase}»", nn: "frå fasen «{phase}»", en: "from the phase “{phase}”"; phase)
        }
        Needed::No => text!(nb: "nei", nn: "nei", en: "no"),
    }
}

/// What may be there, in words.
fn value(kind: &Kind) -> Text {
    match kind {
        Kind::Text => text!(nb: "tekst", nn: "tekst", en: "text"),
        Kind::Quantity => text!(nb: "tall med enhet", nn: "tal med eining", en: "a number with its unit"),
        Kind::Formula => text!(nb: "formel", nn: "formel", en: "formula"),
        Kind::Choice(words) => {
            let list = words.join(", ");
            text!(nb: "ett av: {list}", nn: "eitt av: {list}", en: "one of: {list}")
        }
        Kind::YesNo => text!(nb: "ja eller nei", nn: "ja eller nei", en: "ja (yes) or nei (no)"),
        Kind::Date => text!(nb: "dato, ÅÅÅÅ-MM-DD", nn: "dato, ÅÅÅÅ-MM-DD", en: "date, YYYY-MM-DD"),
        Kind::Year => text!(nb: "årstall", nn: "årstal", en: "calendar year"),
        Kind::Version => text!(nb: "tallet 1", nn: "talet 1", en: "the number 1"),
        Kind::Code => {
            text!(nb: "kode, med nullene foran", nn: "kode, med nullane framfor", en: "code, with its leading zeros")
        }
        Kind::Name => {
            text!(nb: "navn på noe som er skrevet et annet sted", nn: "namn på noko som er skrive ein annan stad", en: "the name of something written elsewhere")
        }
        Kind::Amount => text!(
            nb: "beløp eller tid: én verdi, lav, verdi og høy, en liste år for år, eller år: verdi", nn: "beløp eller tid: éin verdi, lav, verdi og høy, ei liste år for år, eller år: verdi",
            en: "money or time: one value, lav, verdi and høy, a list year by year, or year: value"
        ),
        Kind::Section(section) => {
            let keys: Vec<_> = section.fields.iter().map(|field| field.key).collect();
            Text::same(&format!("{{{}}}", keys.join(", ")))
        }
        Kind::List(item) => around(words!(nb: "liste av", nn: "liste av", en: "list of"), item),
        Kind::Filled(item) => around(
            words!(nb: "liste med minst én:", nn: "liste med minst éin:", en: "list with at least one:"),
            item,
        ),
        Kind::Named(item) => around(words!(nb: "navn:", nn: "namn:", en: "name:"), item),
        Kind::Years(item) => around(words!(nb: "årstall:", nn: "årstal:", en: "year:"), item),
        Kind::Either(kinds) => {
            let or = words!(nb: " eller ", nn: " eller ", en: " or ");
            Text::in_each(|language| {
                let all: Vec<String> =
                    kinds.iter().map(|kind| value(kind).get(language).to_owned()).collect();
                all.join(or.get(language))
            })
        }
    }
}

fn around(before: Words, item: &Kind) -> Text {
    let item = value(item);
    text!(all: "{before} {item}"; before, item)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_page() {
        for found in shape::paths() {
            let page = field_page(&found.path).unwrap();
            assert!(page.blocks.contains(&Block::Paragraph(found.field.doc.text())), "{}", found.path);
        }
        assert_eq!(field_page("finnes.ikke"), None);
    }

    #[test]
    fn a_path_is_said_once_where_there_is_one_place() {
        let headings = |path| {
            let page = field_page(path).unwrap();
            page.blocks.iter().filter(|block| matches!(block, Block::Heading(_))).count()
        };
        assert_eq!((headings("gevinster.tas_ut"), headings("tas_ut")), (0, 1));
    }

    #[test]
    fn a_remark_may_stand_on_anything_that_has_fields() {
        for path in ["merknad", "gevinster.merknad", "kalkyle.merknad", "målinger.nullpunkt.merknad"] {
            assert!(field_page(path).is_some(), "{path}");
        }
        for path in ["tittel.merknad", "finnes.merknad", "merknad.merknad", ".merknad"] {
            assert_eq!(field_page(path), None, "{path}");
        }
    }
}
