//! What all commands share: language, colour, today, where the result goes, and the look of help.

use super::again;
use super::options::{Format, PageFormat};
use super::terminal::{self, Colour};
use a3::pages::again::Again;
use a3::pages::how_much::HowMuch;
use a3::pages::page::Page;
use a3::render::{self, Look, Style};
use a3::repository::{Repository, WorldError};
use a3::words::{Language, Text, Words};
use a3::{shape, text};
use chrono::NaiveDate;
use clap::{ArgMatches, Command};
use rayon::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use std::path::PathBuf;

/// Blocks of a page that are rendered by one core before the next are shared out: some are far larger than others.
const MOST_BLOCKS: usize = 16;

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

/// What the result of one of these is shown as.
pub(super) fn format_of(matches: &ArgMatches) -> Format {
    matches.get_one::<Format>("format").copied().unwrap_or(Format::Page(PageFormat::Text))
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
