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
    let said =
        |keys: Words| Text::in_each(|language| sentence(sentences, keys.get(language), finding, language));
    let (why, how) = (said(WHY), said(HOW));
    for (said, own) in [(why, &mut finding.why), (how, &mut finding.how)] {
        if own.nb.is_empty() {
            *own = said;
        }
    }
}

/// The same finding, explained.
#[must_use]
pub fn explained(mut finding: Finding) -> Finding {
    explain(&mut finding);
    finding
}

fn sentence(page: &str, key: &str, finding: &Finding, language: Language) -> String {
    filled(template(page, key, finding.variant), finding, language)
}

fn template<'p>(page: &'p str, key: &str, variant: &str) -> &'p str {
    let (own, shared) = (format!("- {key} ({variant}): "), format!("- {key}: "));
    let line = |start: &str| page.lines().find_map(|line| line.strip_prefix(start));
    line(&own).or_else(|| line(&shared)).unwrap_or_default()
}

/// Whether the page has the variant and a use for every value, and the finding every value that its
/// sentences name.
fn fits(finding: &Finding, page: &str) -> bool {
    let Finding { variant, values, .. } = finding;
    let is_name = |name: &&str| !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_lowercase());
    let keys = [WHY, HOW].into_iter().flat_map(|Words { nb, nn, en }| [nb, nn, en]);
    let named = keys.map(|key| template(page, key, variant)).flat_map(|sentence| sentence.split('{').skip(1));
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
        let said = |key, finding: &Finding| sentence(page, key, finding, Language::Nb);
        assert_eq!(said("slik", &finding), "Skriv noe.");
        let near = finding.meant(Some("{near}"));
        assert_eq!(said("slik", &near), "Mente du «{near}»? {til: 2067}");
        assert_eq!(said("hvorfor", &near), "Fordi.");
        assert!(fits(&near, page) && !fits(&near.clone().variant("far"), page));
        assert!(!fits(&near.value("year", 2027_usize), page), "a value without a use");
    }
}
