//! What all commands share: language, colour, today, where the result goes, and the look of help.

use super::again;
use super::terminal::{self, Colour};
use a3::pages::again::Again;
use a3::pages::how_much::HowMuch;
use a3::pages::page::Page;
use a3::render::{self, Look, Style};
use a3::repository::{Repository, WorldError};
use a3::words::{Language, Text, Words};
use a3::{shape, text, words};
use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use rayon::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::str::FromStr;

/// Blocks of a page that are rendered by one core before the next are shared out: some are far larger than others.
const MOST_BLOCKS: usize = 16;

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

/// The shared choices of one run.
#[derive(Debug)]
pub(super) struct Shared {
    /// Language of everything people read.
    pub(super) language: Language,
    /// Whether results are in colour.
    pub(super) colour: bool,
    /// Columns to write in.
    pub(super) width: u16,
    /// `-o`: where the result goes instead of stdout.
    pub(super) output: Option<PathBuf>,
    /// `--dato`, else today.
    pub(super) today: NaiveDate,
    /// `--alt`: everything, where one screen is shown otherwise.
    pub(super) everything: bool,
    /// What was written, for where more of the answer is one option away.
    pub(super) again: Again,
}

impl Shared {
    /// How things look on this terminal.
    pub(super) fn look(&self) -> Look {
        let style = if self.colour { Style::Colour } else { Style::Plain };
        Look { style, width: self.width, language: self.language }
    }

    /// How much of a report is shown.
    pub(super) fn how_much(&self) -> HowMuch {
        if self.everything { HowMuch::All } else { HowMuch::OneScreen }
    }

    /// A line as wide as there is room for; the rest of it stands below, a little further in.
    pub(super) fn told(&self, line: &str) -> String {
        let (line, width) = (terminal::clean(line), usize::from(self.width));
        if line.chars().count() <= width {
            return format!("{line}\n");
        }
        let before = line.chars().take_while(|letter| *letter == ' ').count();
        let further = before.saturating_add(2);
        let parts = render::wrap::lines(&line, width.saturating_sub(further));
        format!("{}{}\n", " ".repeat(before), parts.join(&format!("\n{}", " ".repeat(further))))
    }

    /// A page in one of the formats for people.
    pub(super) fn show(&self, format: PageFormat, page: Page) -> String {
        let page = match format {
            PageFormat::Text => render::fitting::that_fits(page, self.look()).with_rounding_said_once(),
            PageFormat::Markdown => page.with_rounding_said_once(),
            PageFormat::Csv => page,
        };
        let shown = match format {
            PageFormat::Text => {
                let blocks = page.blocks.into_par_iter().with_max_len(MOST_BLOCKS);
                let blocks = blocks.map(|block| render::text::render_block(&block, self.look()));
                render::text::put_together(&page.title, blocks.collect(), self.look())
            }
            PageFormat::Markdown => render::markdown::render(&page, self.language),
            PageFormat::Csv => return render::csv::render(&page),
        };
        render::sanitise::without_commands(&shown).into_owned()
    }

    /// Reads what every command has.
    pub(super) fn read(matches: &ArgMatches, command: &Command, language: Language) -> Self {
        let output = matches.try_get_one::<PathBuf>("output").ok().flatten().cloned();
        let wish = matches.try_get_one::<Colour>("colour").ok().flatten().copied().unwrap_or(Colour::Auto);
        let date = matches.try_get_one::<NaiveDate>("date").ok().flatten().copied();
        Self {
            language,
            colour: output.is_none() && terminal::uses_colour(wish),
            width: terminal::width(),
            output,
            today: date.unwrap_or_else(terminal::today),
            everything: matches.try_get_one::<bool>("everything").ok().flatten().copied().unwrap_or_default(),
            again: again::again(matches, command),
        }
    }
}

/// A command: what it is for, and examples of it.
pub(super) fn command(name: &'static str, about: Words, after: Words, language: Language) -> Command {
    Command::new(name).about(about.get(language)).after_help(after.get(language))
}

/// A word that stands alone, without a flag.
pub(super) fn word(name: &'static str, shown: Words, help: Words, language: Language) -> Arg {
    Arg::new(name)
        .value_name(shown.get(language))
        .help(help.get(language))
        .help_heading(words!(nb: "Argumenter", nn: "Argument", en: "Arguments").get(language))
}

/// A flag with a value.
pub(super) fn option(name: &'static str, help: Words, language: Language) -> Arg {
    Arg::new(name).long(name).help(help.get(language)).help_heading(options_heading(language))
}

/// A flag that is there or not.
pub(super) fn flag(name: &'static str, help: Words, language: Language) -> Arg {
    option(name, help, language).action(ArgAction::SetTrue)
}

/// A closed set of words and what each stands for.
pub(super) type Choices<T> = &'static [(&'static str, T)];

/// A flag with a closed set of words, which its help must name. Its value is what the word stands for.
pub(super) fn choice<T: Copy + Send + Sync + 'static>(arg: Arg, choices: Choices<T>) -> Arg {
    let words = PossibleValuesParser::new(choices.iter().map(|(word, _)| *word));
    let meaning = |word: String| {
        let meant = choices.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning);
        meant.ok_or("no such word")
    };
    arg.value_parser(words.try_map(meaning)).hide_possible_values(true)
}

/// `--format`: what a result is shown as; text where nothing is said.
pub(super) fn format<T: Copy + Send + Sync + 'static>(
    help: Words,
    formats: Choices<T>,
    language: Language,
) -> Arg {
    let arg = option("format", help, language).value_name("FORMAT");
    choice(arg, formats).default_value("text").hide_default_value(true)
}

/// `--format` of a result that is a page or data.
pub(super) fn page_format(language: Language) -> Arg {
    let help = words!(nb: "text, json eller markdown", nn: "text, json eller markdown", en: "text, json or markdown");
    format(help, PAGE_FORMATS, language)
}

/// The same, where its tables go into a spreadsheet too.
pub(super) fn table_format(language: Language) -> Arg {
    let help = words!(nb: "text, csv, json eller markdown", nn: "text, csv, json eller markdown", en: "text, csv, json or markdown");
    format(help, TABLE_FORMATS, language)
}

/// What the result of one of these is shown as.
pub(super) fn format_of(matches: &ArgMatches) -> Format {
    matches.get_one::<Format>("format").copied().unwrap_or(Format::Page(PageFormat::Text))
}

/// A flag with a whole number; what it must be is said where it is not, also of a negative one.
pub(super) fn whole<T>(arg: Arg, within: RangeInclusive<T>, wrong: &'static str) -> Arg
where
    T: FromStr + PartialOrd + Clone + Send + Sync + 'static,
{
    arg.allow_hyphen_values(true).value_parser(move |text: &str| {
        text.parse::<T>().ok().filter(|number| within.contains(number)).ok_or(wrong)
    })
}

/// A flag with a closed set of words, where the word itself is the value.
pub(super) fn one_of(arg: Arg, words: &'static [&'static str]) -> Arg {
    arg.value_parser(PossibleValuesParser::new(words)).hide_possible_values(true)
}

/// The paths a command works on.
pub(super) fn paths(help: Words, language: Language) -> Arg {
    let shown = words!(nb: "STI", nn: "STI", en: "PATH");
    word("paths", shown, help, language).num_args(0..).value_parser(value_parser!(PathBuf))
}

/// The cases and folders a report is of.
pub(super) fn cases_or_folders(language: Language) -> Arg {
    let help = words!(
        nb: "Saker eller mapper (ellers alt fra mappa du står i)", nn: "Saker eller mapper (elles alt frå mappa du står i)",
        en: "Cases or folders (otherwise everything from the folder you are in)"
    );
    paths(help, language)
}

/// The same, of a command that people give the id of a case.
pub(super) fn ids_or_folders(language: Language) -> Arg {
    let help = words!(
        nb: "Saker (id eller sti) eller mapper; ellers alt fra mappa du står i", nn: "Saker (id eller sti) eller mapper; elles alt frå mappa du står i",
        en: "Cases (id or path) or folders; otherwise everything from the folder you are in"
    );
    paths(help, language)
}

/// The folder of the cases, of a command that takes them all.
pub(super) fn folder_of_cases(language: Language) -> Arg {
    let help = words!(nb: "Mappa med sakene (ellers der du står)", nn: "Mappa med sakene (elles der du står)", en: "The folder of cases (otherwise where you are)");
    paths(help, language)
}

/// The repository of the paths given, opened and listed.
pub(super) fn opened(matches: &ArgMatches) -> Result<Repository, Text> {
    let paths: Vec<PathBuf> = matches.get_many("paths").into_iter().flatten().cloned().collect();
    Repository::open(&paths).map_err(|wrong| not_opened(&wrong))
}

/// Why there is no repository, with the id that was probably meant.
fn not_opened(wrong: &WorldError) -> Text {
    let WorldError::NoSuchCase { path, ids } = wrong else { return wrong.text() };
    let name = path.trim_end_matches(".yaml").rsplit('/').next().unwrap_or_default();
    let Some(near) = shape::meant(name, ids.iter().map(String::as_str)) else { return wrong.text() };
    if path.contains(['/', '\\']) {
        return text!(
            nb: "Finner ikke «{path}». Mente du saken «{near}»? Id-en er nok, uten sti.", nn: "Finn ikkje «{path}». Meinte du saka «{near}»? Id-en er nok, utan sti.",
            en: "Cannot find “{path}”. Did you mean the case “{near}”? The id is enough, without a path."
        );
    }
    text!(
        nb: "Det er verken en fil eller en sak som heter «{path}». Mente du saken «{near}»?", nn: "Det er verken ei fil eller ei sak som heiter «{path}». Meinte du saka «{near}»?",
        en: "There is neither a file nor a case called “{path}”. Did you mean the case “{near}”?"
    )
}

/// That a sum does not fit.
pub(super) fn too_large() -> Text {
    text!(nb: "Tallene er for store til å legge sammen.", nn: "Tala er for store til å leggjast saman.", en: "The figures are too large to add up.")
}

/// `--dato`, for commands where today matters.
pub(super) fn day(language: Language) -> Arg {
    let help = words!(
        nb: "Regn som om i dag var denne datoen (ÅÅÅÅ-MM-DD)", nn: "Rekn som om i dag var denne datoen (ÅÅÅÅ-MM-DD)",
        en: "Work as if today were this date (YYYY-MM-DD)"
    );
    date("date", help, language).long("dato")
}

/// A flag with a date.
pub(super) fn date(name: &'static str, help: Words, language: Language) -> Arg {
    let wrong = words!(
        nb: "datoen må være en virkelig dato, skrevet ÅÅÅÅ-MM-DD, som 2026-11-24", nn: "datoen må vere ein verkeleg dato, skriven ÅÅÅÅ-MM-DD, som 2026-11-24",
        en: "the date must be a real date, written YYYY-MM-DD, like 2026-11-24"
    );
    option(name, help, language)
        .value_name(words!(nb: "ÅÅÅÅ-MM-DD", nn: "ÅÅÅÅ-MM-DD", en: "YYYY-MM-DD").get(language))
        .value_parser(move |text: &str| a3::date::written(text).ok_or(wrong.get(language)))
}

/// `--alt`, for commands that show one screen otherwise.
pub(super) fn everything(language: Language) -> Arg {
    let help = words!(nb: "Vis alt, ikke bare det viktigste", nn: "Vis alt, ikkje berre det viktigaste", en: "Show everything, not only what matters most");
    flag("everything", help, language).long("alt")
}

/// Gives a command the flags all have, and the look of our help.
pub(super) fn dress(command: Command, language: Language) -> Command {
    let output = words!(nb: "Skriv resultatet til denne fila", nn: "Skriv resultatet til denne fila", en: "Write the result to this file");
    let colour = words!(nb: "Farger: auto, alltid eller aldri (NO_COLOR gjelder også)", nn: "Fargar: auto, alltid eller aldri (NO_COLOR gjeld også)", en: "Colours: auto, alltid (always) or aldri (never); NO_COLOR counts too");
    let file = words!(nb: "FIL", nn: "FIL", en: "FILE").get(language);
    let command = command
        .arg(
            option("output", output, language)
                .long("output")
                .short('o')
                .value_name(file)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(choice(
            option("colour", colour, language)
                .long("farge")
                .value_name(words!(nb: "NÅR", nn: "NÅR", en: "WHEN").get(language)),
            &[("auto", Colour::Auto), ("alltid", Colour::Always), ("aldri", Colour::Never)],
        ));
    dress_root(command, language)
}

/// The look of our help, the language flag and the help flag, for the program and every command.
pub(super) fn dress_root(command: Command, language: Language) -> Command {
    let lang = words!(nb: "Språk: nb (bokmål), nn (nynorsk) eller en (engelsk)", nn: "Språk: nb (bokmål), nn (nynorsk) eller en (engelsk)", en: "Language: nb (bokmål), nn (nynorsk) or en (English)");
    let help = words!(nb: "Vis denne hjelpen", nn: "Vis denne hjelpa", en: "Show this help");
    let usage = words!(nb: "Bruk", nn: "Bruk", en: "Usage").get(language);
    let options = words!(nb: "[VALG]", nn: "[VAL]", en: "[OPTIONS]").get(language);
    let is_program = command.has_subcommands();
    let shape = command.clone().disable_help_flag(true).disable_version_flag(true).render_usage().to_string();
    let shape = shape.trim_start_matches("Usage: ").replace("[OPTIONS]", options);
    command
        .override_usage(if is_program { shape } else { format!("a3 {shape}") })
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}\n"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(one_of(option("lang", lang, language).value_name("nb|nn|en"), &["nb", "nn", "en"]))
        .arg(option("help", help, language).short('h').action(ArgAction::Help))
}

fn options_heading(language: Language) -> &'static str {
    words!(nb: "Valg", nn: "Val", en: "Options").get(language)
}

/// Why a file of something cannot be read: `moved` is what is to be moved inside, `of` what it holds.
pub(super) fn no_file(wrong: &WorldError, moved: Words, of: Words) -> Text {
    match wrong {
        WorldError::Outside { path } => text!(
            nb: "«{path}» ligger utenfor mappa med a3.yaml, og blir ikke lest. Flytt {moved} inn i den mappa.", nn: "«{path}» ligg utanfor mappa med a3.yaml, og blir ikkje lesen. Flytt {moved} inn i den mappa.",
            en: "“{path}” is outside the folder of a3.yaml and is not read. Move the {moved} into that folder."; path, moved
        ),
        WorldError::Unreadable { path, cause } if cause.kind() == std::io::ErrorKind::NotFound => text!(
            nb: "Finner ikke «{path}». Sjekk stien til fila med {of}.", nn: "Finn ikkje «{path}». Sjekk stien til fila med {of}.",
            en: "Cannot find “{path}”. Check the path of the file of {of}."; path, of
        ),
        WorldError::NoFile { path } => text!(
            nb: "«{path}» er ikke en vanlig fil. Skriv stien til fila med {of}.", nn: "«{path}» er ikkje ei vanleg fil. Skriv stien til fila med {of}.",
            en: "“{path}” is not an ordinary file. Write the path of the file of {of}."; path, of
        ),
        WorldError::Unreadable { .. }
        | WorldError::NameIsNoText { .. }
        | WorldError::NothingThere { .. }
        | WorldError::Below { .. }
        | WorldError::NoSuchCase { .. }
        | WorldError::NoCase { .. } => wrong.text(),
    }
}
