//! What is said when the command line itself is wrong: in the reader's language, with what to try.

use super::{EXIT_WORLD, terminal};
use a3::words::{Language, Text};
use clap::builder::PossibleValue;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command};
use std::process::ExitCode;

/// Shows help or what is wrong with the command at hand, and gives the exit code.
pub(super) fn report(wrong: &Error, command: Option<&Command>, language: Language) -> ExitCode {
    if matches!(wrong.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let shown = terminal::give(wrong.render().to_string(), None);
        return if shown.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(EXIT_WORLD) };
    }
    if wrong.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        terminal::remark_lines(wrong.render().to_string().trim_end());
        return ExitCode::from(EXIT_WORLD);
    }
    terminal::remark(&format!("a3: {}", explain(wrong, command).get(language)));
    let name = command.map_or(String::new(), |command| format!("{} ", command.get_name()));
    let try_help = a3::text!(nb: "Se hva som går an: a3 {name}--help", nn: "Sjå kva som går an: a3 {name}--help", en: "See what is possible: a3 {name}--help");
    terminal::remark(try_help.get(language));
    ExitCode::from(EXIT_WORLD)
}

/// What people write for `init`.
const MAKES_A_CASE: [&str; 7] = ["new", "ny", "add", "create", "lag", "opprett", "start"];

/// What is wrong, as one sentence.
fn explain(wrong: &Error, command: Option<&Command>) -> Text {
    let word = |kind| text_of(wrong.get(kind));
    let argument = word(ContextKind::InvalidArg);
    let argument = argument.split(", ").map(without_brackets).collect::<Vec<_>>().join(", ");
    let value = word(ContextKind::InvalidValue);
    let made = word(ContextKind::InvalidSubcommand);
    let meant =
        MAKES_A_CASE.contains(&made.as_str()).then(|| "init".to_owned()).or_else(|| suggestion(wrong));
    // clap's own list grows: whatever is not named here is shown in its own words.
    #[allow(clippy::wildcard_enum_match_arm, reason = "clap's list of errors is open")]
    let what = match wrong.kind() {
        ErrorKind::InvalidSubcommand => {
            let command = word(ContextKind::InvalidSubcommand);
            a3::text!(nb: "Det finnes ingen kommando «{command}».", nn: "Det finst ingen kommando «{command}».", en: "There is no command “{command}”.")
        }
        ErrorKind::UnknownArgument => {
            a3::text!(nb: "Valget «{argument}» finnes ikke her.", nn: "Valet «{argument}» finst ikkje her.", en: "There is no option “{argument}” here.")
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            a3::text!(nb: "«{argument}» er tom. Skriv en verdi, eller ta den bort.", nn: "«{argument}» er tomt. Skriv ein verdi, eller ta det bort.", en: "“{argument}” is empty. Write a value, or leave it out.")
        }
        ErrorKind::InvalidValue => {
            let valid = word(ContextKind::ValidValue);
            a3::text!(
                nb: "«{value}» går ikke an for «{argument}». Skriv en av disse: {valid}.", nn: "«{value}» går ikkje an for «{argument}». Skriv ein av desse: {valid}.",
                en: "“{value}” is not possible for “{argument}”. Write one of these: {valid}."
            )
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(wrong).map(ToString::to_string).unwrap_or_default();
            a3::text!(nb: "«{value}» går ikke an for «{argument}»: {why}.", nn: "«{value}» går ikkje an for «{argument}»: {why}.", en: "“{value}” is not possible for “{argument}”: {why}.")
        }
        ErrorKind::MissingRequiredArgument => {
            let words = command.map(words_of_first).unwrap_or_default();
            if words.is_empty() {
                a3::text!(nb: "Det mangler noe: {argument}.", nn: "Det manglar noko: {argument}.", en: "Something is missing: {argument}.")
            } else {
                a3::text!(
                    nb: "Det mangler noe: {argument}. Skriv en av disse: {words}.", nn: "Det manglar noko: {argument}. Skriv ein av desse: {words}.",
                    en: "Something is missing: {argument}. Write one of these: {words}."
                )
            }
        }
        ErrorKind::ArgumentConflict => {
            let other = word(ContextKind::PriorArg);
            a3::text!(nb: "«{argument}» og «{other}» kan ikke brukes sammen.", nn: "«{argument}» og «{other}» kan ikkje brukast saman.", en: "“{argument}” and “{other}” cannot be used together.")
        }
        ErrorKind::InvalidUtf8 => a3::text!(
            nb: "Noe på kommandolinja er ikke UTF-8, og kan ikke leses.", nn: "Noko på kommandolinja er ikkje UTF-8, og kan ikkje lesast.",
            en: "Something on the command line is not UTF-8, and cannot be read."
        ),
        _ => Text::same(wrong.render().to_string().trim()),
    };
    match meant {
        Some(meant) => {
            a3::text!(nb: "{what} Mente du «{meant}»?", nn: "{what} Meinte du «{meant}»?", en: "{what} Did you mean “{meant}”?"; what)
        }
        None => what,
    }
}

/// An argument by its name: clap writes `<NAVN>` and `[STI]...`, and an option as `--format <FORMAT>`.
fn without_brackets(argument: &str) -> &str {
    let one = argument.trim_end_matches("...");
    let within = |begin, end| one.strip_prefix(begin).and_then(|rest: &str| rest.strip_suffix(end));
    within('<', '>').or_else(|| within('[', ']')).unwrap_or(one)
}

/// The words the command's first argument can be.
fn words_of_first(command: &Command) -> String {
    let words = command.get_positionals().next().map(Arg::get_possible_values).unwrap_or_default();
    words.iter().map(PossibleValue::get_name).collect::<Vec<_>>().join(", ")
}

/// What clap thinks was meant, where it has a thought. Its best thought stands last.
fn suggestion(wrong: &Error) -> Option<String> {
    let kinds = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    kinds.into_iter().find_map(|kind| match wrong.get(kind) {
        Some(ContextValue::Strings(words)) => words.last().cloned(),
        Some(value) => Some(value.to_string()),
        None => None,
    })
}

fn text_of(value: Option<&ContextValue>) -> String {
    match value {
        Some(ContextValue::Strings(words)) => words.join(", "),
        Some(value) => value.to_string(),
        None => String::new(),
    }
}
