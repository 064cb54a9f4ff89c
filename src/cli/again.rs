//! The command line once more: what was written, as a shell takes it.

use a3::pages::again::Again;
use a3::words::one_word;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};

/// What was written after a command: what has no name, and what has.
pub(super) struct Written {
    pub(super) bare: Vec<String>,
    pub(super) named: Vec<String>,
}

/// The command line to be written again with something more, on a screen.
pub(super) fn again(matches: &ArgMatches, command: &Command) -> Again {
    let Written { bare, named } = written(matches, command, &["colour"]);
    Again::new(command.get_name(), &bare, &named)
}

/// What was written after the command, without where it goes and as what, and without some more of it, by id.
pub(super) fn written(matches: &ArgMatches, command: &Command, without: &[&str]) -> Written {
    let is_written = |argument: &&Arg| {
        let id = argument.get_id();
        matches.ids().any(|known| known == id)
            && matches.value_source(id.as_str()) == Some(ValueSource::CommandLine)
            && !matches!(id.as_str(), "output" | "format")
            && !without.contains(&id.as_str())
    };
    let arguments = command.get_arguments().filter(is_written);
    let (bare, named): (Vec<&Arg>, Vec<&Arg>) = arguments.partition(|argument| argument.is_positional());
    let words = |all: Vec<&Arg>| all.into_iter().flat_map(|argument| words(argument, matches)).collect();
    Written { bare: words(bare), named: words(named) }
}

/// An argument as it is written: a flag by its name, a value after the name of its option where it has one.
fn words(argument: &Arg, matches: &ArgMatches) -> Vec<String> {
    let name = argument.get_long().map(|long| format!("--{long}"));
    if !argument.get_action().takes_values() {
        return name.into_iter().collect();
    }
    let values = matches.try_get_raw(argument.get_id().as_str()).ok().flatten().into_iter().flatten();
    let values = values.map(|value| one_word(&value.to_string_lossy()));
    values.flat_map(|value| name.clone().into_iter().chain([value])).collect()
}
