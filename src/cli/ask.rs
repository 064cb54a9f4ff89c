//! The questions of `a3 init` in a terminal. Each answer is held against what it must be before
//! the next is asked, so that no answer is lost to a later one. Whatever a file says is made
//! harmless before it is shown.

use super::interview::{Holds, Question, Reply};
use a3::draft::cleaned;
use a3::render::{sanitise, wrap};
use a3::words;
use a3::words::{Language, Text, Words};
use inquire::InquireError;
use inquire::error::InquireResult;
use inquire::ui::{RenderConfig, Styled};
use inquire::validator::Validation;
use std::fmt;

/// One who asks, in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asker {
    pub(super) language: Language,
    /// Columns to write in.
    pub(super) width: u16,
}

/// What goes one step back.
const BACK: &str = "<";

/// Something to choose, as it is shown and as it is meant.
struct Shown {
    shown: String,
    meant: Reply,
}

impl fmt::Display for Shown {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.shown)
    }
}

impl Asker {
    /// Asks one question.
    pub(super) fn ask(self, question: &Question, holds: Holds<'_>) -> Result<Reply, Text> {
        if question.among.is_empty() {
            self.text(question.words, &question.suggested, holds)
        } else {
            self.one_of(question.words, &question.among, holds)
        }
    }

    /// A line of text, as it can stand in a file; an empty answer is the suggestion.
    fn text(self, question: Words, suggested: &str, holds: Holds<'_>) -> Result<Reply, Text> {
        let needs = |answer: &str| {
            let answer = cleaned(answer);
            match answer.as_str() {
                "" => Err(NEEDED.text()),
                BACK => Ok(()),
                answer => holds(answer),
            }
        };
        let validator = |answer: &str| match needs(answer) {
            Ok(()) => Ok(Validation::Valid),
            Err(wrong) => Ok(Validation::Invalid(self.wrapped(&wrong).into())),
        };
        let help = words!(nb: "< går ett steg tilbake, Ctrl-C slutter", nn: "< går eitt steg tilbake, Ctrl-C sluttar", en: "< goes one step back, Ctrl-C stops");
        let asked = inquire::Text::new(question.get(self.language))
            .with_render_config(self.look())
            .with_help_message(help.get(self.language))
            .with_validator(validator);
        // A suggestion that cannot stand is shown to be mended.
        let asked = match (suggested.is_empty(), needs(suggested)) {
            (true, _) => asked,
            (false, Ok(())) => asked.with_default(suggested),
            (false, Err(_)) => asked.with_initial_value(suggested),
        };
        let answer = replied(asked.prompt().map(|answer| Reply::Answer(cleaned(&answer))))?;
        Ok(if answer == Reply::Answer(BACK.to_owned()) { Reply::Back } else { answer })
    }

    /// One of several.
    fn one_of(self, question: Words, among: &[String], holds: Holds<'_>) -> Result<Reply, Text> {
        let help = words!(
            nb: "↑↓ flytter, enter velger, skriv for å lete, < går tilbake", nn: "↑↓ flyttar, enter vel, skriv for å leite, < går tilbake",
            en: "↑↓ to move, enter to choose, type to search, < goes back"
        );
        let back = words!(nb: "< ett steg tilbake", nn: "< eitt steg tilbake", en: "< one step back")
            .get(self.language)
            .to_owned();
        loop {
            let one = |one: &String| Shown {
                shown: sanitise::line(one).into_owned(),
                meant: Reply::Answer(one.clone()),
            };
            let back = Shown { shown: back.clone(), meant: Reply::Back };
            let shown = among.iter().map(one).chain([back]).collect();
            let asked = inquire::Select::new(question.get(self.language), shown)
                .with_render_config(self.look())
                .with_help_message(help.get(self.language));
            let reply = replied(asked.prompt().map(|chosen| chosen.meant))?;
            let Reply::Answer(answer) = &reply else { return Ok(reply) };
            match holds(answer) {
                Ok(()) => return Ok(reply),
                Err(wrong) => super::terminal::remark_lines(&self.wrapped(&wrong)),
            }
        }
    }

    /// Yes or no, as ja or nei; yes for an empty answer.
    pub(super) fn yes(self, question: Words) -> Result<Reply, Text> {
        let wrong = words!(nb: "Svar ja, nei, eller < for ett steg tilbake.", nn: "Svar ja, nei, eller < for eitt steg tilbake.", en: "Answer yes, no, or < for one step back.");
        let holds = |answer: &str| yes_or_no(answer).map(drop).ok_or_else(|| wrong.text());
        let suggested = words!(nb: "ja", nn: "ja", en: "yes").get(self.language);
        self.text(question, suggested, &holds)
    }

    /// What is wrong with an answer, after the mark it is shown with.
    fn wrapped(self, wrong: &Text) -> String {
        let room = usize::from(self.width).saturating_sub(MARK);
        wrap::lines(&sanitise::line(wrong.get(self.language)), room).join("\n  ")
    }

    fn look(self) -> RenderConfig<'static> {
        let stopped = words!(nb: "<avbrutt>", nn: "<avbrote>", en: "<stopped>").get(self.language);
        RenderConfig::default().with_canceled_prompt_indicator(Styled::new(stopped))
    }
}

/// Columns of the mark before what is wrong, and one to spare.
const MARK: usize = 3;

const NEEDED: Words =
    words!(nb: "Dette må ha et svar.", nn: "Dette må ha eit svar.", en: "This needs an answer.");

/// ja or nei as people write them, in both languages.
pub(super) fn yes_or_no(answer: &str) -> Option<bool> {
    match answer.trim().to_lowercase().as_str() {
        "j" | "ja" | "y" | "yes" => Some(true),
        "n" | "nei" | "no" => Some(false),
        _ => None,
    }
}

fn replied(answer: InquireResult<Reply>) -> Result<Reply, Text> {
    match answer {
        Ok(answer) => Ok(answer),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => Ok(Reply::Stopped),
        Err(
            InquireError::NotTTY
            | InquireError::InvalidConfiguration(_)
            | InquireError::IO(_)
            | InquireError::Custom(_),
        ) => Err(a3::text!(
            nb: "Får ikke spurt i denne terminalen. Ingenting er skrevet. Se hva som kan skrives i stedet: a3 init --help", nn: "Får ikkje spurt i denne terminalen. Ingenting er skrive. Sjå kva som kan skrivast i staden: a3 init --help",
            en: "Cannot ask in this terminal. Nothing was written. See what can be written instead: a3 init --help"
        )),
    }
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
