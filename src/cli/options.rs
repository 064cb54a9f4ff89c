//! Commands and what can be written after them, with help in the reader's language.

use super::terminal::Colour;
use a3::units::Year;
use a3::words;
use a3::words::{Language, Words};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, Command, value_parser};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::str::FromStr;

/// What a value is called in help, where several options have the same.
pub(super) const FILE: Words = words!(nb: "FIL", nn: "FIL", en: "FILE");
pub(super) const TEXT: Words = words!(nb: "TEKST", nn: "TEKST", en: "TEXT");
pub(super) const WORD: Words = words!(nb: "ORD", nn: "ORD", en: "WORD");
pub(super) const NAME: Words = words!(nb: "NAVN", nn: "NAMN", en: "NAME");
pub(super) const YEAR: Words = words!(nb: "ÅR", nn: "ÅR", en: "YEAR");
pub(super) const COUNT: Words = words!(nb: "ANTALL", nn: "TAL", en: "COUNT");
pub(super) const FORMAT: Words = same("FORMAT");

/// What is called the same in every language.
pub(super) const fn same(shown: &'static str) -> Words {
    words!(nb: shown, nn: shown, en: shown)
}

/// The formats a page is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PageFormat {
    /// For a terminal.
    Text,
    /// For a document or a pull request.
    Markdown,
    /// For a spreadsheet: the tables alone.
    Csv,
}

/// What most results are shown as: a page, or data for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// For people.
    Page(PageFormat),
    /// For programs.
    Json,
}

const PAGE_FORMATS: Choices<Format> = &[
    ("text", Format::Page(PageFormat::Text)),
    ("json", Format::Json),
    ("markdown", Format::Page(PageFormat::Markdown)),
];

const TABLE_FORMATS: Choices<Format> = &[
    ("text", Format::Page(PageFormat::Text)),
    ("csv", Format::Page(PageFormat::Csv)),
    ("json", Format::Json),
    ("markdown", Format::Page(PageFormat::Markdown)),
];

/// A closed set of words and what each stands for.
pub(super) type Choices<T> = &'static [(&'static str, T)];

/// An option with a closed set of words, which its help must name. Its value is what the word stands for.
pub(super) fn choice<T: Copy + Send + Sync + 'static>(arg: Arg, choices: Choices<T>) -> Arg {
    let words = PossibleValuesParser::new(choices.iter().map(|(word, _)| *word));
    let meaning = |word: String| {
        let meant = choices.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning);
        meant.ok_or("no such word")
    };
    arg.value_parser(words.try_map(meaning)).hide_possible_values(true)
}

/// An option with a closed set of words, where the word itself is the value.
pub(super) fn one_of(arg: Arg, words: &'static [&'static str]) -> Arg {
    arg.value_parser(PossibleValuesParser::new(words)).hide_possible_values(true)
}

/// Makes commands, words and options with help in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Make {
    pub(super) language: Language,
}

impl Make {
    /// A command: what it is for, and examples of it.
    pub(super) fn command(self, name: &'static str, about: Words, after: Words) -> Command {
        Command::new(name).about(about.get(self.language)).after_help(after.get(self.language))
    }

    /// A word that stands alone, without a name.
    pub(super) fn word(self, name: &'static str, shown: Words, help: Words) -> Arg {
        let heading = words!(nb: "Argumenter", nn: "Argument", en: "Arguments");
        Arg::new(name)
            .value_name(shown.get(self.language))
            .help(help.get(self.language))
            .help_heading(heading.get(self.language))
    }

    /// A flag that is there or not.
    pub(super) fn flag(self, name: &'static str, help: Words) -> Arg {
        let heading = words!(nb: "Valg", nn: "Val", en: "Options");
        Arg::new(name)
            .long(name)
            .help(help.get(self.language))
            .help_heading(heading.get(self.language))
            .action(ArgAction::SetTrue)
    }

    /// An option with a value.
    pub(super) fn option(self, name: &'static str, shown: Words, help: Words) -> Arg {
        self.flag(name, help).action(ArgAction::Set).value_name(shown.get(self.language))
    }

    /// An option with a text that says something.
    pub(super) fn text(self, name: &'static str, help: Words) -> Arg {
        let blank =
            words!(nb: "det står ingenting der", nn: "det står ingenting der", en: "there is nothing there")
                .get(self.language);
        let is_said = |text: &str| text.chars().any(|letter| !letter.is_whitespace() && !letter.is_control());
        self.option(name, TEXT, help)
            .value_parser(move |text: &str| if is_said(text) { Ok(text.to_owned()) } else { Err(blank) })
    }

    /// An option with a file.
    pub(super) fn file(self, name: &'static str, help: Words) -> Arg {
        self.option(name, FILE, help).value_parser(value_parser!(PathBuf))
    }

    /// `--mappe`: where to work, when that is not here.
    pub(super) fn folder(self, help: Words) -> Arg {
        let shown = words!(nb: "MAPPE", nn: "MAPPE", en: "FOLDER");
        self.option("folder", shown, help).long("mappe").value_parser(value_parser!(PathBuf))
    }

    /// An option with a date.
    pub(super) fn date(self, name: &'static str, help: Words) -> Arg {
        let shown = words!(nb: "ÅÅÅÅ-MM-DD", nn: "ÅÅÅÅ-MM-DD", en: "YYYY-MM-DD");
        let wrong = words!(
            nb: "datoen må være en virkelig dato, skrevet ÅÅÅÅ-MM-DD, som 2026-11-24", nn: "datoen må vere ein verkeleg dato, skriven ÅÅÅÅ-MM-DD, som 2026-11-24",
            en: "the date must be a real date, written YYYY-MM-DD, like 2026-11-24"
        );
        self.option(name, shown, help)
            .value_parser(move |text: &str| a3::date::written(text).ok_or(wrong.get(self.language)))
    }

    /// What is a year.
    pub(super) fn year(self, arg: Arg) -> Arg {
        let wrong = words!(nb: "det er et årstall, som 2028", nn: "det er eit årstal, som 2028", en: "it is a year, like 2028");
        arg.value_parser(move |text: &str| {
            text.parse().ok().and_then(Year::new).ok_or(wrong.get(self.language))
        })
    }

    /// What is a whole number; what it must be is said where it is not, also of a negative one.
    pub(super) fn whole<T>(self, arg: Arg, within: RangeInclusive<T>, wrong: Words) -> Arg
    where
        T: FromStr + PartialOrd + Clone + Send + Sync + 'static,
    {
        arg.allow_hyphen_values(true).value_parser(move |text: &str| {
            text.parse::<T>().ok().filter(|number| within.contains(number)).ok_or(wrong.get(self.language))
        })
    }

    /// `--dato`, for commands where today matters.
    pub(super) fn day(self) -> Arg {
        let help = words!(
            nb: "Regn som om i dag var denne datoen (ÅÅÅÅ-MM-DD)", nn: "Rekn som om i dag var denne datoen (ÅÅÅÅ-MM-DD)",
            en: "Work as if today were this date (YYYY-MM-DD)"
        );
        self.date("date", help).long("dato")
    }

    /// `--alt`, for commands that show one screen otherwise.
    pub(super) fn everything(self) -> Arg {
        let help = words!(nb: "Vis alt, ikke bare det viktigste", nn: "Vis alt, ikkje berre det viktigaste", en: "Show everything, not only what matters most");
        self.flag("everything", help).long("alt")
    }

    /// `--format`: what a result is shown as; text where nothing is said.
    pub(super) fn format<T: Copy + Send + Sync + 'static>(self, help: Words, formats: Choices<T>) -> Arg {
        let arg = self.option("format", FORMAT, help);
        choice(arg, formats).default_value("text").hide_default_value(true)
    }

    /// `--format` of a result that is a page or data.
    pub(super) fn page_format(self) -> Arg {
        let help = words!(nb: "text, json eller markdown", nn: "text, json eller markdown", en: "text, json or markdown");
        self.format(help, PAGE_FORMATS)
    }

    /// The same, where its tables go into a spreadsheet too.
    pub(super) fn table_format(self) -> Arg {
        let help = words!(nb: "text, csv, json eller markdown", nn: "text, csv, json eller markdown", en: "text, csv, json or markdown");
        self.format(help, TABLE_FORMATS)
    }

    /// The paths a command works on.
    fn paths(self, help: Words) -> Arg {
        let shown = words!(nb: "STI", nn: "STI", en: "PATH");
        self.word("paths", shown, help).num_args(0..).value_parser(value_parser!(PathBuf))
    }

    /// The cases and folders a report is of.
    pub(super) fn cases_or_folders(self) -> Arg {
        self.paths(words!(
            nb: "Saker eller mapper (ellers alt fra mappa du står i)", nn: "Saker eller mapper (elles alt frå mappa du står i)",
            en: "Cases or folders (otherwise everything from the folder you are in)"
        ))
    }

    /// The same, of a command that people give the id of a case.
    pub(super) fn ids_or_folders(self) -> Arg {
        self.paths(words!(
            nb: "Saker (id eller sti) eller mapper; ellers alt fra mappa du står i", nn: "Saker (id eller sti) eller mapper; elles alt frå mappa du står i",
            en: "Cases (id or path) or folders; otherwise everything from the folder you are in"
        ))
    }

    /// The folder of the cases, of a command that takes them all.
    pub(super) fn folder_of_cases(self) -> Arg {
        self.paths(words!(nb: "Mappa med sakene (ellers der du står)", nn: "Mappa med sakene (elles der du står)", en: "The folder of cases (otherwise where you are)"))
    }

    /// A command with the options all have, and the look of our help.
    pub(super) fn dressed(self, command: Command) -> Command {
        let output = words!(nb: "Skriv resultatet til denne fila", nn: "Skriv resultatet til denne fila", en: "Write the result to this file");
        let colour = words!(nb: "Farger: auto, alltid eller aldri (NO_COLOR gjelder også)", nn: "Fargar: auto, alltid eller aldri (NO_COLOR gjeld også)", en: "Colours: auto, alltid (always) or aldri (never); NO_COLOR counts too");
        let when = words!(nb: "NÅR", nn: "NÅR", en: "WHEN");
        self.dressed_root(command.args([
            self.file("output", output).short('o'),
            choice(
                self.option("colour", when, colour).long("farge"),
                &[("auto", Colour::Auto), ("alltid", Colour::Always), ("aldri", Colour::Never)],
            ),
        ]))
    }

    /// The look of our help, the language and the help, for the program and every command.
    pub(super) fn dressed_root(self, command: Command) -> Command {
        let lang = words!(nb: "Språk: nb (bokmål), nn (nynorsk) eller en (engelsk)", nn: "Språk: nb (bokmål), nn (nynorsk) eller en (engelsk)", en: "Language: nb (bokmål), nn (nynorsk) or en (English)");
        let help = words!(nb: "Vis denne hjelpen", nn: "Vis denne hjelpa", en: "Show this help");
        let usage = words!(nb: "Bruk", nn: "Bruk", en: "Usage").get(self.language);
        let options = words!(nb: "[VALG]", nn: "[VAL]", en: "[OPTIONS]").get(self.language);
        let is_program = command.has_subcommands();
        let shape =
            command.clone().disable_help_flag(true).disable_version_flag(true).render_usage().to_string();
        let shape = shape.trim_start_matches("Usage: ").replace("[OPTIONS]", options);
        command
            .override_usage(if is_program { shape } else { format!("a3 {shape}") })
            .help_template(format!(
                "{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}\n"
            ))
            .disable_help_flag(true)
            .disable_version_flag(true)
            .arg(one_of(self.option("lang", same("nb|nn|en"), lang), &["nb", "nn", "en"]))
            .arg(self.flag("help", help).short('h').action(ArgAction::Help))
    }
}
