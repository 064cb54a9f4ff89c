//! A choice as people read it: cases by title, not by id.

use crate::choose::{Choice, ChoiceLine};
use crate::report::RankReport;
use crate::words::{Language, Quoted, Said, Text};
use std::collections::BTreeMap;

/// The same choice in every language, with the cases named as it quotes a title.
#[derive(Debug)]
pub struct Named {
    /// bokmål and nynorsk, which quote alike
    norwegian: Choice,
    english: Choice,
}

impl Named {
    /// The choice of a report.
    pub fn of(report: &RankReport) -> Self {
        let cases = report.appraised.cases.iter();
        let titles: BTreeMap<&str, &str> =
            cases.map(|of| (of.case.id.as_str(), of.case.title.as_str())).collect();
        let named = |language| {
            let title = |id: &str| {
                titles
                    .get(id)
                    .map_or_else(|| id.to_owned(), |title| Quoted(title).said(language).into_owned())
            };
            report.choice.clone().named(title)
        };
        Self { norwegian: named(Language::Nb), english: named(Language::En) }
    }

    /// What is said of the choice.
    pub fn say(&self, said: impl Fn(&Choice) -> Text) -> Text {
        joined(said(&self.norwegian), said(&self.english))
    }

    /// What is said of one of its lines.
    pub fn of_line(&self, place: usize, said: impl Fn(&ChoiceLine, &Choice) -> Text) -> Text {
        let of = |choice: &Choice| choice.lines.get(place).map(|line| said(line, choice)).unwrap_or_default();
        self.say(of)
    }

    /// Several things that are said of the choice.
    pub fn all(&self, said: impl Fn(&Choice) -> Vec<Text>) -> Vec<Text> {
        let both = said(&self.norwegian).into_iter().zip(said(&self.english));
        both.map(|(norwegian, english)| joined(norwegian, english)).collect()
    }
}

fn joined(norwegian: Text, english: Text) -> Text {
    Text { en: english.en, ..norwegian }
}
