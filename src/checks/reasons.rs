//! Why a finding matters and what to write instead: kept once, in the page of its rule.
//!
//! A page has them under «Funnet sier», a line each: `- hvorfor: …`, `- kvifor: …`, `- slik: …`,
//! `- såleis: …`, `- why: …` and `- instead: …`. Where the code distinguishes variants, a line of a variant has its name:
//! `- slik (overview): …`; what has no line of its own is the same for all. `{name}` is a value
//! that the code gives.

use super::page::section;
use super::rule;
use crate::diagnostic::Finding;
use crate::words;
use crate::words::{Language, Text, Words};

const WHY: Words = words!(nb: "hvorfor", nn: "kvifor", en: "why");
const HOW: Words = words!(nb: "slik", nn: "såleis", en: "instead");

/// Gives a finding the grade of its rule, and the sentences of its page where it has none.
pub fn explain(finding: &mut Finding) {
    let Some(rule) = rule(finding.rule) else { return };
    let sentences = section(rule.page, "## Funnet sier");
    debug_assert!(fits(finding, sentences), "{finding:?} does not fit its page");
    finding.grade = rule.grade;
    let lines: Vec<Line<'_>> = lines(sentences).collect();
    if finding.why.is_empty() {
        finding.why = said(&lines, WHY, finding);
    }
    if finding.how.is_empty() {
        finding.how = said(&lines, HOW, finding);
    }
}

fn said(lines: &[Line<'_>], keys: Words, finding: &Finding) -> Text {
    Text::in_each(|language| sentence(lines, keys.get(language), finding, language))
}

/// The same finding, explained.
pub fn explained(mut finding: Finding) -> Finding {
    explain(&mut finding);
    finding
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

fn sentence(lines: &[Line<'_>], key: &str, finding: &Finding, language: Language) -> String {
    filled(template(lines, key, finding.variant), finding, language)
}

fn template<'p>(lines: &[Line<'p>], key: &str, variant: &str) -> &'p str {
    let line = |variant: &str| lines.iter().find(|line| line.key == key && line.variant == variant);
    line(variant).or_else(|| line("")).map_or("", |line| line.sentence)
}

/// Whether the page has the variant and a use for every value, and the finding every value that its
/// sentences name.
fn fits(finding: &Finding, page: &str) -> bool {
    let Finding { variant, values, .. } = finding;
    let is_name = |name: &&str| !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_lowercase());
    let keys = [WHY, HOW].into_iter().flat_map(|Words { nb, nn, en }| [nb, nn, en]);
    let lines: Vec<Line<'_>> = lines(page).collect();
    let named =
        keys.map(|key| template(&lines, key, variant)).flat_map(|sentence| sentence.split('{').skip(1));
    let mut named = named.filter_map(|part| part.split_once('}').map(|(name, _)| name)).filter(is_name);
    (variant.is_empty() || page.contains(&format!(" ({variant}): ")))
        && values.iter().all(|(name, _)| page.contains(&format!("{{{name}}}")))
        && named.all(|name| values.iter().any(|(known, _)| *known == name))
}

/// A sentence with the values of a finding. Braces around anything else stay as they are.
fn filled(template: &str, finding: &Finding, language: Language) -> String {
    let mut parts = template.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let named = part.split_once('}').and_then(|(name, rest)| {
            let (_, value) = finding.values.iter().find(|(known, _)| *known == name)?;
            Some((value, rest))
        });
        match named {
            Some((value, rest)) => filled.extend([value.get(language), rest]),
            None => filled.extend(["{", part]),
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn a_variant_has_its_own_sentence_and_shares_the_rest() {
        let page = "- hvorfor: Fordi.\n- slik: Skriv noe.\n- slik (near): Mente du «{near}»? {til: 2067}\n";
        let finding = Finding::error("x", Span::default(), Text::default());
        let lines: Vec<Line<'_>> = lines(page).collect();
        let said = |key, finding: &Finding| sentence(&lines, key, finding, Language::Nb);
        assert_eq!(said("slik", &finding), "Skriv noe.");
        let near = finding.meant(Some("{near}"));
        assert_eq!(said("slik", &near), "Mente du «{near}»? {til: 2067}");
        assert_eq!(said("hvorfor", &near), "Fordi.");
        assert!(fits(&near, page) && !fits(&near.clone().variant("far"), page));
        assert!(!fits(&near.value("year", 2027_usize), page), "a value without a use");
    }
}
