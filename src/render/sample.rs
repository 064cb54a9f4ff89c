//! The one sample page and the one sample of findings that every format is shown with.

use crate::diagnostic::{FileFindings, Finding, Grade, Report};
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Fact, Kind, Page, Table};
use crate::source::{Source, Span};
use crate::text;
use crate::units::{Decimal, Hours, Kroner, Year};
use crate::words::Text;
use std::sync::Arc;

pub(super) fn kroner(amount: i64) -> Kroner {
    Kroner::new(Decimal::from(amount))
}

pub(super) fn page() -> Page {
    let year = |number| Cell::Year(Year::new(number).unwrap());
    let gains = Table::new([
        (text!(nb: "År", nn: "År", en: "Year"), Kind::Number),
        (text!(nb: "Post", nn: "Post", en: "Item"), Kind::Text),
        (text!(nb: "Gevinster", nn: "Gevinstar", en: "Gains"), Kind::Thousands),
        (text!(nb: "Score", nn: "Score", en: "Score"), Kind::Number),
    ])
    .rows([
        vec![year(2027), Cell::name("Spart tid"), Cell::Thousands(kroner(615_400)), Cell::Score(2)],
        vec![year(2028), Cell::name("Færre kjørte km"), Cell::Thousands(kroner(-90_400)), Cell::Empty],
    ])
    .total(vec![
        Cell::blank(),
        Cell::Text(text!(nb: "Sum", nn: "Sum", en: "Sum")),
        Cell::Thousands(kroner(525_000)),
        Cell::blank(),
    ]);
    Page::new(Text::same("Digitalt tilsyn om natten"))
        .with(Block::Paragraph(text!(
            nb: "Kan ta 998\u{a0}000\u{a0}kr i året ut av budsjettet.", nn: "Kan ta 998\u{a0}000\u{a0}kr i året ut av budsjettet.",
            en: "Can take NOK\u{a0}998,000 a year out of the budget.",
        )))
        .with(Block::Facts(vec![
            Fact::new(text!(nb: "Tas ut", nn: "Blir teke ut", en: "Taken out"), Cell::Kroner(kroner(1_231_772)))
                .noted(text!(nb: "hvert år", nn: "kvart år", en: "every year")),
            Fact::new(
                text!(nb: "Frigjort tid", nn: "Frigjord tid", en: "Time freed"),
                Cell::Hours(Hours::new(Decimal::from(6317))),
            ),
        ]))
        .with(Block::Heading(text!(nb: "År for år", nn: "År for år", en: "Year by year")))
        .with(Block::Table(gains))
        .with(Block::Lines(
            Text::same("brukere"),
            vec![Text::same("60 brukere"), text!(nb: "kilde: Fagsystem", nn: "kjelde: Fagsystem", en: "source: Fagsystem")],
        ))
        .with(Block::Code("verdi: 60 brukere".to_owned()))
        .with(Block::Note(text!(nb: "Kapitalkostnad er ikke med.", nn: "Kapitalkostnad er ikkje med.", en: "Capital cost is not included.")))
}

/// Everything a hostile file may try, in every place its words can end up.
pub(super) fn hostile_page() -> Page {
    let words = "=cmd()|`<script>\u{1b}[2J\u{202e}*b*\n# x";
    let table = Table::new([(Text::same(words), Kind::Text), (Text::same("kr"), Kind::Kroner)])
        .rows([vec![Cell::name(words), Cell::Kroner(kroner(-5))]]);
    Page::new(Text::same(words))
        .with(Block::Paragraph(Text::same(words)))
        .with(Block::Facts(vec![Fact::new(Text::same(words), Cell::name(words)).noted(Text::same(words))]))
        .with(Block::Table(table))
        .with(Block::Lines(Text::same(words), vec![Text::same(words)]))
        .with(Block::Code(format!("{words}\n```\nut")))
}

const CASE: &str = "a3: 1\ntittel: Digitalt tilsyn\nområde: Helse\ngevinster:\n  - navn: Spart tid\n    type: spart tid\n    anslag: 1.200 kr/år\neier: Kari\neier: Lars\n";

fn span(needle: &str) -> Span {
    let start = CASE.find(needle).unwrap();
    Span::new(start, start + needle.len())
}

pub(super) fn findings() -> Report {
    let ambiguous = Finding::error(
        "tvetydig-tall",
        span("1.200"),
        text!(nb: "«1.200» kan leses på to måter", nn: "«1.200» kan lesast på to måtar", en: "“1.200” can be read in two ways"),
    )
    .because(text!(
        nb: "Det er enten 1 200 eller 1,2, og forskjellen er tusen ganger.", nn: "Det er anten 1 200 eller 1,2, og skilnaden er tusen gonger.",
        en: "It is either 1,200 or 1.2, and they differ a thousandfold.",
    ))
    .instead(text!(nb: "Skriv «1 200» eller «1,2».", nn: "Skriv «1 200» eller «1,2».", en: "Write “1 200” or “1,2”."));
    let twice = Finding::error(
        "dobbel-nøkkel",
        span("eier: Lars"),
        text!(nb: "«eier» står to ganger", nn: "«eier» står to gonger", en: "“eier” is written twice"),
    )
    .graded(Grade::Warning)
    .instead(text!(nb: "Stryk den ene.", nn: "Stryk den eine.", en: "Strike one."))
    .with(
        span("eier: Kari"),
        text!(nb: "her står den første", nn: "her står den første", en: "the first is here"),
    );
    let case = FileFindings {
        source: Arc::new(Source::new("saker/digitalt-tilsyn.yaml", CASE)),
        case: Some("digitalt-tilsyn".to_owned()),
        findings: vec![twice, ambiguous],
    };
    Report::new("kommune".to_owned(), 2, vec![case])
}
