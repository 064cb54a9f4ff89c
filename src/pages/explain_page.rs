//! `a3 explain`: a rule's page, the list of rules, and the words of the field.

use super::listing::Listing;
use super::page::{Block, Page};
use crate::checks::{self, Example, RULES, Rule};
use crate::glossary::{self, TERMS};
use crate::text;
use crate::words::{Language, Text};

/// One rule: what, why, how, a wrong example with its message, a right one.
#[must_use]
pub fn rule_page(name: &str, language: Language) -> Option<Page> {
    let rule = RULES.iter().find(|rule| rule.name == name)?;
    let read = checks::Page::read(rule.page);
    let (words, said) = match language {
        Language::Nb => (read.norwegian, read.message),
        Language::En => (read.english, read.english_message),
    };
    let grade = rule.grade.words();
    let page = Page::new(text!(nb: "{name} ({grade})", en: "{name} ({grade})"; grade))
        .with_all(paragraphs(words))
        .with_all(examples(text!(nb: "Feil", en: "Wrong"), &read.wrong))
        .with_all(message(said))
        .with_all(examples(text!(nb: "Riktig", en: "Right"), &read.right));
    Some(page)
}

/// Every rule with its grade and what it finds.
#[must_use]
pub fn rules_page() -> Page {
    let what = |rule: &Rule| {
        let read = checks::Page::read(rule.page);
        let first = |words: &str| plain(words.split("\n\n").next().unwrap_or_default());
        Text { nb: first(read.norwegian), en: first(read.english) }
    };
    let table = Listing::of(RULES.iter())
        .text(text!(nb: "Regel", en: "Rule"), |rule| rule.name)
        .text(text!(nb: "Grad", en: "Grade"), |rule| rule.grade.words())
        .text(text!(nb: "Hva", en: "What"), |rule| what(rule))
        .table();
    Page::new(text!(nb: "Regler", en: "Rules")).with(Block::Table(table))
}

/// The words of the field and what they mean.
#[must_use]
pub fn words_page() -> Page {
    let table = Listing::of(TERMS)
        .text(text!(nb: "Ord", en: "Word"), |term| term.norwegian)
        .text(text!(nb: "Hva det betyr", en: "What it means"), |term| term.meaning)
        .table();
    Page::new(text!(nb: "Ordene i faget", en: "The words of the field")).with(Block::Table(table))
}

/// What a word means; nothing where it is no word of the field.
#[must_use]
pub fn word_page(word: &str) -> Option<Page> {
    let found = glossary::find(word);
    let (first, rest) = found.split_first()?;
    let page = Page::new(Text::same(first.norwegian)).with(Block::Paragraph(first.meaning.text()));
    let rest = rest
        .iter()
        .flat_map(|term| [Block::Heading(Text::same(term.norwegian)), Block::Paragraph(term.meaning.text())]);
    Some(page.with_all(rest))
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
    vec![Block::Heading(text!(nb: "Melding", en: "Message")), Block::Code(message.to_owned())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_page_that_says_something_in_both_languages() {
        for rule in RULES.iter() {
            for language in [Language::Nb, Language::En] {
                let page = rule_page(rule.name, language).unwrap();
                assert!(matches!(page.blocks.first(), Some(Block::Paragraph(_))), "{}", rule.name);
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
