//! The command line: one file per command with its arguments and its `run`; this file joins them.

mod advance;
mod again;
mod ask;
mod asked;
mod budget;
mod calc;
mod check;
mod decide;
mod destination;
mod done;
mod draws;
mod effort;
mod explain;
mod fits;
mod init;
mod interview;
mod last_year;
mod measure;
mod next;
mod options;
mod overview;
mod prelude;
mod problem;
mod rank;
mod report;
mod roll;
mod schema;
mod status;
mod terminal;
mod threads;
mod write;

use a3::report::Ending;
use a3::words;
use a3::words::{Language, Text};
use asked::Asked;
use clap::error::ErrorKind;
use clap::{ArgAction, Command};
use options::Make;
use std::ffi::OsString;
use std::process::ExitCode;

/// Exit status for wrong usage and world problems.
const EXIT_WORLD: u8 = 2;

/// One command: its name, its arguments, and what runs it.
struct Entry {
    name: &'static str,
    command: fn(Make) -> Command,
    run: fn(&Asked) -> Result<Ending, Text>,
}

/// Every command, in the order people meet them.
const COMMANDS: [Entry; 16] = [
    Entry { name: "init", command: init::command, run: init::run },
    Entry { name: "check", command: check::command, run: check::run },
    Entry { name: "overview", command: overview::command, run: overview::run },
    Entry { name: "calc", command: calc::command, run: calc::run },
    Entry { name: "rank", command: rank::command, run: rank::run },
    Entry { name: "budget", command: budget::command, run: budget::run },
    Entry { name: "report", command: report::command, run: report::run },
    Entry { name: "next", command: next::command, run: next::run },
    Entry { name: "status", command: status::command, run: status::run },
    Entry { name: "advance", command: advance::command, run: advance::run },
    Entry { name: "decide", command: decide::command, run: decide::run },
    Entry { name: "measure", command: measure::command, run: measure::run },
    Entry { name: "done", command: done::command, run: done::run },
    Entry { name: "roll", command: roll::command, run: roll::run },
    Entry { name: "explain", command: explain::command, run: explain::run },
    Entry { name: "schema", command: schema::command, run: schema::run },
];

/// Runs the program on the threads there are, and gives its exit code: 0 clean, 1 findings, 2 wrong usage or a
/// world problem.
pub(super) fn run() -> ExitCode {
    terminal::finish_what_is_begun();
    threads::on(terminal::threads(), run_here)
}

fn run_here() -> ExitCode {
    let arguments = terminal::arguments();
    let language = language_wished(&arguments);
    let make = Make { language };
    let mut matches = match program(make).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(wrong) => {
            let mut program = program(make);
            // As where nothing at all is written.
            if wrong.kind() == ErrorKind::MissingSubcommand {
                terminal::remark_lines(program.render_help().to_string().trim_end());
                return ExitCode::from(EXIT_WORLD);
            }
            let named = arguments.iter().skip(1).find_map(|word| program.find_subcommand(word));
            return problem::report(&wrong, named, language);
        }
    };
    let Some((name, arguments)) = matches.remove_subcommand() else { return ExitCode::from(EXIT_WORLD) };
    let Some(entry) = COMMANDS.iter().find(|entry| entry.name == name) else {
        return ExitCode::from(EXIT_WORLD);
    };
    let shape = make.dressed((entry.command)(make));
    let ran = destination::refuse(&arguments, &shape)
        .and_then(|()| (entry.run)(&Asked::read(arguments, &shape, language)));
    match ran {
        Ok(Ending::Clean) => ExitCode::SUCCESS,
        Ok(Ending::Findings) => ExitCode::from(1),
        Ok(Ending::Unread) => ExitCode::from(EXIT_WORLD),
        Err(wrong) => {
            terminal::remark(&format!("a3: {}", wrong.get(language)));
            ExitCode::from(EXIT_WORLD)
        }
    }
}

/// The whole command line in one language.
fn program(make: Make) -> Command {
    let about = words!(
        nb: "Gevinster fra idé til budsjett: sjekker, regner ut og prioriterer kommunens saker.", nn: "Gevinstar frå idé til budsjett: sjekkar, reknar ut og prioriterer sakene i kommunen.",
        en: "Benefits from idea to budget: checks, calculates and ranks the municipality's cases."
    );
    let after = words!(
        nb: "Kom i gang:\n  a3 init \"Digital post\"     lag din første sak\n  a3 check                   se hva som mangler\n  a3 rank                    se den prioriterte lista\n  a3 report -o ark.html      lag A3-arkene\n\nAlt om en kommando: a3 KOMMANDO --help", nn: "Kom i gang:\n  a3 init \"Digital post\"     lag di første sak\n  a3 check                   sjå kva som manglar\n  a3 rank                    sjå den prioriterte lista\n  a3 report -o ark.html      lag A3-arka\n\nAlt om ein kommando: a3 KOMMANDO --help",
        en: "Get started:\n  a3 init \"Digital post\"     make your first case\n  a3 check                   see what is missing\n  a3 rank                    see the prioritised list\n  a3 report -o sheets.html   make the A3 sheets\n\nAll about a command: a3 COMMAND --help"
    );
    let version = words!(nb: "Vis versjonen", nn: "Vis versjonen", en: "Show the version");
    let heading = words!(nb: "Kommandoer", nn: "Kommandoar", en: "Commands");
    let shown = words!(nb: "KOMMANDO", nn: "KOMMANDO", en: "COMMAND");
    let root = make
        .command("a3", about, after)
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(heading.get(make.language))
        .subcommand_value_name(shown.get(make.language))
        .subcommands(COMMANDS.iter().map(|entry| make.dressed((entry.command)(make))))
        .arg(make.flag("version", version).short('V').action(ArgAction::Version));
    make.dressed_root(root)
}

/// The language asked for with `--lang`, before anything else is read; help is in it too.
fn language_wished(arguments: &[OsString]) -> Language {
    let mut words = arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
    while let Some(word) = words.next() {
        let wished = match word.strip_prefix("--lang") {
            Some("") => words.next().map(|next| next.into_owned()),
            Some(value) => value.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        match wished.as_deref() {
            Some("nn") => return Language::Nn,
            Some("en") => return Language::En,
            Some(_) | None => {}
        }
    }
    Language::Nb
}
