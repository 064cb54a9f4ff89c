//! `a3 explain`: a rule's page, the list of rules, and the words of the field.

use super::listing::Listing;
use super::page::{Block, Page};
use crate::checks::{self, Example, RULES, Rule};
use crate::glossary::{self, TERMS};
use crate::text;
use crate::words::{Language, Text};

/// One rule: what, why, how, a wrong example with its message, a right one.
pub fn rule_page(name: &str, language: Language) -> Option<Page> {
    let rule = RULES.iter().find(|rule| rule.name == name)?;
    let read = checks::Page::read(rule.page);
    let (words, said) = match language {
        Language::Nb | Language::Nn => (read.norwegian, read.message),
        Language::En => (read.english, read.english_message),
    };
    let grade = rule.grade.words();
    let page = Page::new(text!(all: "{name} ({grade})"; grade))
        .with_all(kept_in_norwegian(language))
        .with_all(paragraphs(words))
        .with_all(examples(text!(nb: "Feil", nn: "Feil", en: "Wrong"), &read.wrong))
        .with_all(message(said))
        .with_all(examples(text!(nb: "Riktig", nn: "Rett", en: "Right"), &read.right));
    Some(page)
}

/// The first sentence of a text.
fn first_sentence(text: &str) -> &str {
    let ends = text.match_indices('.').map(|(at, _)| text.split_at(at.saturating_add(1)));
    let followed = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    ends.into_iter().find(|(_, rest)| followed(rest)).map_or(text, |(first, _)| first)
}

/// Every rule with its grade and what it finds.
pub fn rules_page(language: Language) -> Page {
    let what = |rule: &Rule| {
        let read = checks::Page::read(rule.page);
        let first = |words: &str| plain(first_sentence(words));
        Text { en: first(read.english), ..Text::same(&first(read.norwegian)) }
    };
    let table = Listing::of(RULES.iter())
        .text(text!(nb: "Regel", nn: "Regel", en: "Rule"), |rule| rule.name)
        .text(text!(nb: "Grad", nn: "Grad", en: "Grade"), |rule| rule.grade.words())
        .text(text!(nb: "Hva", nn: "Kva", en: "What"), |rule| what(rule))
        .table();
    Page::new(text!(nb: "Regler", nn: "Reglar", en: "Rules"))
        .with_all(kept_in_norwegian(language))
        .with(Block::Table(table))
}

/// The words of the field and what they mean.
pub fn words_page() -> Page {
    let table = Listing::of(TERMS)
        .text(text!(nb: "Ord", nn: "Ord", en: "Word"), |term| term.name())
        .text(text!(nb: "Hva det betyr", nn: "Kva det betyr", en: "What it means"), |term| term.meaning)
        .table();
    Page::new(text!(nb: "Ordene i faget", nn: "Orda i faget", en: "The words of the field"))
        .with(Block::Table(table))
}

/// What a word means; nothing where it is no word of the field.
pub fn word_page(word: &str) -> Option<Page> {
    let found = glossary::find(word);
    let (first, rest) = found.split_first()?;
    let page = Page::new(first.name()).with(Block::Paragraph(first.meaning.text()));
    let rest =
        rest.iter().flat_map(|term| [Block::Heading(term.name()), Block::Paragraph(term.meaning.text())]);
    Some(page.with_all(rest))
}

/// What readers of nynorsk are told of a page that is kept in bokmål and English only.
pub(super) fn kept_in_norwegian(language: Language) -> Option<Block> {
    let said = text!(
        nb: "Forklaringen er bare på bokmål.", nn: "Forklaringa er berre på bokmål.",
        en: "The explanation is in Norwegian only."
    );
    (language == Language::Nn).then_some(Block::Note(said))
}

/// A page's text as paragraphs; headings and fences are not in it.
pub(super) fn paragraphs(words: &str) -> impl Iterator<Item = Block> {
    let parts = words.split("\n\n").filter(|part| !part.trim().is_empty());
    parts.map(|part| Block::Paragraph(Text::same(&plain(part))))
}

/// Without the marks of Markdown: each format puts on its own.
pub(super) fn plain(markdown: &str) -> String {
    markdown.replace("**", "").replace('`', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn examples(heading: Text, examples: &[Example<'_>]) -> Vec<Block> {
    if examples.is_empty() {
        return Vec::new();
    }
    let several = examples.len() > 1;
    let mut blocks = vec![Block::Heading(heading)];
    for example in examples {
        if several {
            blocks.push(Block::Paragraph(Text::same(example.path)));
        }
        blocks.push(Block::Code(example.text.to_owned()));
    }
    blocks
}

fn message(message: &str) -> Vec<Block> {
    if message.trim().is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(text!(nb: "Melding", nn: "Melding", en: "Message")), Block::Code(message.to_owned())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_page_that_says_something_in_both_languages() {
        for rule in RULES.iter() {
            for language in [Language::Nb, Language::Nn, Language::En] {
                let page = rule_page(rule.name, language).unwrap();
                let said = page.blocks.iter().find(|block| !matches!(block, Block::Note(_)));
                assert!(matches!(said, Some(Block::Paragraph(_))), "{}", rule.name);
                assert_eq!(
                    page.blocks.first().cloned() == kept_in_norwegian(language),
                    language == Language::Nn
                );
            }
        }
        assert_eq!(rule_page("finnes-ikke", Language::Nb), None);
    }

    #[test]
    fn the_message_of_a_page_is_in_the_language_of_the_page() {
        let messages = |language| {
            let page = rule_page("dobbelttalt-tid", language).unwrap();
            let codes = page.blocks.into_iter().filter_map(|block| {
                let Block::Code(code) = block else { return None };
                code.contains("[dobbelttalt-tid]").then_some(code)
            });
            codes.collect::<String>()
        };
        assert!(messages(Language::Nb).starts_with("advarsel"));
        assert!(messages(Language::En).starts_with("warning"));
    }

    #[test]
    fn the_marks_of_markdown_are_left_to_the_format() {
        assert_eq!(plain("**Slik:** skriv `tas_ut`\nher"), "Slik: skriv tas_ut her");
    }
}
