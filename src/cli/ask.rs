//! The questions of `a3 init` in a terminal. Each answer is held against what it must be before
//! the next is asked, so that no answer is lost to a later one.

use a3::draft::cleaned;
use a3::render::wrap;
use a3::words;
use a3::words::{Language, Text, Words};
use inquire::error::InquireResult;
use inquire::ui::{RenderConfig, Styled};
use inquire::validator::Validation;

/// What makes an answer usable; otherwise what is wrong with it, and what to write.
pub(super) type Holds<'h> = &'h dyn Fn(&str) -> Result<(), Text>;

/// One who asks, in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asker {
    pub(super) language: Language,
    /// Columns to write in.
    pub(super) width: u16,
}

impl Asker {
    /// A line of text, as it can stand in a file; an empty answer is the suggestion.
    pub(super) fn text(self, question: Words, suggested: &str, holds: Holds<'_>) -> Result<String, Text> {
        let needs = |answer: &str| {
            let answer = cleaned(answer);
            if answer.is_empty() { Err(NEEDED.text()) } else { holds(&answer) }
        };
        let validator = |answer: &str| match needs(answer) {
            Ok(()) => Ok(Validation::Valid),
            Err(wrong) => Ok(Validation::Invalid(self.wrapped(&wrong).into())),
        };
        let asked = inquire::Text::new(question.get(self.language))
            .with_render_config(self.look())
            .with_validator(validator);
        // A suggestion that cannot stand is shown to be mended.
        let asked = match (suggested.is_empty(), needs(suggested)) {
            (true, _) => asked,
            (false, Ok(())) => asked.with_default(suggested),
            (false, Err(_)) => asked.with_initial_value(suggested),
        };
        answered(asked.prompt()).map(|answer| cleaned(&answer))
    }

    /// One of several.
    pub(super) fn one_of(self, question: Words, among: &[String]) -> Result<String, Text> {
        let help = words!(
            nb: "↑↓ flytter, enter velger, skriv for å lete",
            en: "↑↓ to move, enter to choose, type to search"
        );
        let asked = inquire::Select::new(question.get(self.language), among.to_vec())
            .with_render_config(self.look())
            .with_help_message(help.get(self.language));
        answered(asked.prompt())
    }

    /// Yes or no; yes for an empty answer.
    pub(super) fn yes(self, question: Words) -> Result<bool, Text> {
        let wrong = words!(nb: "Svar j for ja eller n for nei", en: "Answer y for yes or n for no");
        let suggested = |_| words!(nb: "J/n", en: "Y/n").get(self.language).to_owned();
        let said = |yes| {
            let word = if yes { words!(nb: "Ja", en: "Yes") } else { words!(nb: "Nei", en: "No") };
            word.get(self.language).to_owned()
        };
        let asked = inquire::Confirm::new(question.get(self.language))
            .with_render_config(self.look())
            .with_default(true)
            .with_default_value_formatter(&suggested)
            .with_formatter(&said)
            .with_parser(&|answer| yes_or_no(answer).ok_or(()))
            .with_error_message(wrong.get(self.language));
        answered(asked.prompt())
    }

    /// What is wrong with an answer, after the mark it is shown with.
    fn wrapped(self, wrong: &Text) -> String {
        let room = usize::from(self.width).saturating_sub(MARK);
        wrap::lines(wrong.get(self.language), room).join("\n  ")
    }

    fn look(self) -> RenderConfig<'static> {
        let stopped = words!(nb: "<avbrutt>", en: "<stopped>").get(self.language);
        RenderConfig::default().with_canceled_prompt_indicator(Styled::new(stopped))
    }
}

/// Columns of the mark before what is wrong, and one to spare.
const MARK: usize = 3;

const NEEDED: Words = words!(nb: "Dette må ha et svar.", en: "This needs an answer.");

/// ja or nei as people write them, in both languages.
fn yes_or_no(answer: &str) -> Option<bool> {
    match answer.trim().to_lowercase().as_str() {
        "j" | "ja" | "y" | "yes" => Some(true),
        "n" | "nei" | "no" => Some(false),
        _ => None,
    }
}

fn answered<T>(answer: InquireResult<T>) -> Result<T, Text> {
    answer.map_err(|_| a3::text!(nb: "Avbrutt. Ingenting er skrevet.", en: "Stopped. Nothing was written."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_read_in_both_languages() {
        for (answer, meant) in
            [("j", Some(true)), (" JA ", Some(true)), ("y", Some(true)), ("nei", Some(false))]
        {
            assert_eq!(yes_or_no(answer), meant);
        }
        assert_eq!((yes_or_no("N"), yes_or_no(""), yes_or_no("kanskje")), (Some(false), None, None));
    }
}
