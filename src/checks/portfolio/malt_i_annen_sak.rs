//! målt-i-annen-sak: a case builds on a figure that another case has measured.

use super::facts::Measured;
use crate::checks::prelude::*;

/// Looks for forutsetninger, a case's own or one of felles, of a name that another case has measured to something
/// else than it believed. The last to measure it is named.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let mut last: BTreeMap<&str, (usize, &Measured)> = BTreeMap::new();
    for (case, reference) in facts.cases.iter().enumerate() {
        for measured in reference.measured.iter().filter(|of| of.is_another) {
            let known = last.entry(&measured.name).or_insert((case, measured));
            if known.1.date < measured.date {
                *known = (case, measured);
            }
        }
    }
    for (case, reference) in facts.cases.iter().enumerate().filter(|(_, of)| !of.is_decided) {
        for name in &reference.builds_on {
            let Some((other, measured)) = last.get(name.value.as_str()).filter(|(other, _)| *other != case)
            else {
                continue;
            };
            let id = facts.cases.get(*other).map_or_else(String::new, |of| wording::shown(&of.id));
            let (shown, date) = (wording::shown(&name.value), measured.date.to_string());
            let Measured { believed, value, .. } = measured;
            let title = text!(
                nb: "«{shown}» er målt til {value} i «{id}» {date}; der var det trodd {believed}", nn: "«{shown}» er målt til {value} i «{id}» {date}; der var det trudd {believed}",
                en: "“{shown}” was measured at {value} in “{id}” on {date}; {believed} was believed there";
                shown, value, id, date, believed
            );
            let finding = Finding::error("målt-i-annen-sak", name.span, title)
                .value("name", &shown)
                .value("value", value)
                .value("id", &id);
            findings.push(PortfolioFinding { case, finding });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::{Page, rule};

    #[test]
    fn the_page_tells_who_measured_what() {
        let page = Page::read(rule("målt-i-annen-sak").unwrap().page);
        assert!(page.message.contains("målt til 40"), "{}", page.message);
    }
}
