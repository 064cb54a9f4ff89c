//! ukjent-sak: a case points to one that is not there. What utelukker points to has a rule of its own.

use crate::checks::prelude::*;
use crate::words;

/// Findings that come with a guess: a guess compares with every case there is.
const MOST_GUESSES: usize = 50;

/// Looks up every case that others point to.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let mut guesses = 0..MOST_GUESSES;
    for (case, reference) in facts.cases.iter().enumerate() {
        let lists = [("krever", &reference.requires), ("sak", &reference.continued_by)];
        for (key, ids) in lists {
            let unknown = ids.iter().filter(|id| !facts.ids.contains(id.value.as_str()));
            for id in unknown {
                let near = guesses.next().and_then(|_| guess(id, facts.ids));
                findings.push(PortfolioFinding { case, finding: named(key, id, near) });
            }
        }
    }
}

/// Looks up every case that `prioritering.låst` in a3.yaml names.
pub(in crate::checks) fn check_locked(
    organisation: &document::Organisation,
    ids: &BTreeSet<&str>,
    findings: &mut Vec<Finding>,
) {
    let locked = organisation.ranking.get().map_or(&[][..], |ranking| ranking.locked.rows());
    let unknown = locked.iter().map(|lock| &lock.key).filter(|id| !ids.contains(id.value.as_str()));
    findings.extend(unknown.map(|id| named("låst", id, guess(id, ids))));
}

fn guess<'a>(id: &Spanned<String>, ids: &BTreeSet<&'a str>) -> Option<&'a str> {
    nearest(&id.value, ids.iter().copied())
}

fn named(key: &str, id: &Spanned<String>, near: Option<&str>) -> Finding {
    let Spanned { value: id, span } = id;
    let title = text!(
        nb: "«{key}» viser til «{id}», men det finnes ingen sak som heter det", nn: "«{key}» viser til «{id}», men det finst inga sak som heiter det",
        en: "“{key}” points to “{id}”, but no case has that name"
    );
    let loss = if key == "sak" {
        words!(
            nb: "er det ikke kjent hva saken gir for delområdet", nn: "er det ikkje kjent kva saka gir for delområdet",
            en: "it is not known what the case gives for the area"
        )
    } else {
        words!(
            nb: "kan ikke a3 ta hensyn til den andre saken når sakene velges", nn: "kan ikkje a3 ta omsyn til den andre saka når saker blir valde",
            en: "a3 cannot take the other case into account when cases are chosen"
        )
    };
    Finding::error("ukjent-sak", *span, title).value("loss", loss.text()).meant(near)
}
