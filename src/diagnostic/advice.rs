//! Why a finding matters and what to write instead: made when it is shown, from the sentences of the rule's page.
//!
//! A page has them a line each: `- hvorfor: …`, `- kvifor: …`, `- slik: …`, `- såleis: …`, `- why: …` and
//! `- instead: …`. Where the code distinguishes variants, a line of a variant has its name:
//! `- slik (overview): …`; what has no line of its own is the same for all. `{name}` is a value
//! that the code gives.

use super::Finding;
use crate::words;
use crate::words::{Language, Said, Text, Words};
use std::borrow::Cow;

pub(super) const WHY: Words = words!(nb: "hvorfor", nn: "kvifor", en: "why");
pub(super) const HOW: Words = words!(nb: "slik", nn: "såleis", en: "instead");

/// A reason, or what to write instead: the finding's own where it has one, else the page's.
#[derive(Debug, Clone, Copy)]
pub struct Advice<'f> {
    pub(super) finding: &'f Finding,
    pub(super) own: Option<&'f Text>,
    pub(super) keys: Words,
}

impl<'f> Advice<'f> {
    /// It in one language.
    pub fn get(self, language: Language) -> Cow<'f, str> {
        if let Some(own) = self.own {
            return Cow::Borrowed(own.get(language));
        }
        let Finding { sentences, variant, values, .. } = self.finding;
        filled(sentence(sentences, self.keys.get(language), variant), values, language)
    }

    /// What it is called on a page and on a screen.
    pub const fn name(self) -> Words {
        self.keys
    }

    /// It in every language.
    pub fn text(self) -> Text {
        Text::in_each(|language| self.get(language).into_owned())
    }
}

impl Said for Advice<'_> {
    fn said(&self, language: Language) -> Cow<'_, str> {
        self.get(language)
    }
}

/// One line of a page: `- slik (near): Mente du «{near}»?`.
struct Line<'p> {
    key: &'p str,
    /// Empty where the sentence is for all variants.
    variant: &'p str,
    sentence: &'p str,
}

fn lines(page: &str) -> impl Iterator<Item = Line<'_>> {
    page.lines().filter_map(|line| {
        let (head, sentence) = line.strip_prefix("- ")?.split_once(": ")?;
        let own = head.strip_suffix(')').and_then(|head| head.split_once(" ("));
        let (key, variant) = own.unwrap_or((head, ""));
        Some(Line { key, variant, sentence })
    })
}

/// The sentence of a page with this key: the variant's own, else that of all.
fn sentence<'p>(page: &'p str, key: &str, variant: &str) -> &'p str {
    let line = |variant: &str| lines(page).find(|line| line.key == key && line.variant == variant);
    line(variant).or_else(|| line("")).map_or("", |line| line.sentence)
}

/// A sentence with these values. Braces around anything else stay as they are.
fn filled<'s>(sentence: &'s str, values: &[(&str, Text)], language: Language) -> Cow<'s, str> {
    let Some((first, _)) = sentence.split_once('{') else { return Cow::Borrowed(sentence) };
    let mut filled = first.to_owned();
    for part in sentence.split('{').skip(1) {
        let named = part.split_once('}').and_then(|(name, rest)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, rest))
        });
        match named {
            Some((value, rest)) => filled.extend([value.get(language), rest]),
            None => filled.extend(["{", part]),
        }
    }
    Cow::Owned(filled)
}

/// Whether the page has the variant and a use for every value, and the finding every value that its
/// sentences name.
pub(super) fn fits(finding: &Finding, page: &str) -> bool {
    let Finding { variant, values, .. } = finding;
    let is_name = |name: &&str| !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_lowercase());
    let keys = [WHY, HOW].into_iter().flat_map(|Words { nb, nn, en }| [nb, nn, en]);
    let named = keys.flat_map(|key| sentence(page, key, variant).split('{').skip(1));
    let mut named = named.filter_map(|part| part.split_once('}').map(|(name, _)| name)).filter(is_name);
    (variant.is_empty() || page.contains(&format!(" ({variant}): ")))
        && values.iter().all(|(name, _)| page.contains(&format!("{{{name}}}")))
        && named.all(|name| values.iter().any(|(known, _)| *known == name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn a_variant_has_its_own_sentence_and_shares_the_rest() {
        let page = "- hvorfor: Fordi.\n- slik: Skriv noe.\n- slik (near): Mente du «{near}»? {til: 2067}\n";
        let mut finding = Finding::error("x", Span::default(), Text::default());
        finding.explain_by(page);
        let said = |advice: Advice<'_>| advice.get(Language::Nb).into_owned();
        assert_eq!(said(finding.how()), "Skriv noe.");
        let near = finding.meant(Some("{near}"));
        assert_eq!(said(near.how()), "Mente du «{near}»? {til: 2067}");
        assert_eq!(said(near.why()), "Fordi.");
        let own = near.clone().because(Text::same("Derfor."));
        assert_eq!((said(own.why()), said(own.how())), ("Derfor.".to_owned(), said(near.how())));
        assert!(fits(&near, page) && !fits(&near.clone().variant("far"), page));
        assert!(!fits(&near.clone().value("year", 2027_usize), page), "a value without a use");
    }
}
