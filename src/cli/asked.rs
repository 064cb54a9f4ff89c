//! What a run was asked, and how it answers: what is said before a result, the result, and what is said after it.

use super::options::{Format, PageFormat};
use super::terminal::{self, Colour};
use super::{again, destination};
use a3::diagnostic::{Omitted, WhyOmitted};
use a3::pages::again::Again;
use a3::pages::how_much::HowMuch;
use a3::pages::page::Page;
use a3::render::{self, Look, Style};
use a3::report::{Appraised, Step, Work};
use a3::repository::{Repository, WorldError};
use a3::sentences::{omitted, rolled};
use a3::words::{Language, Text, Words};
use a3::{shape, text};
use chrono::NaiveDate;
use clap::{ArgMatches, Command};
use rayon::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use std::path::PathBuf;

/// Blocks of a page that are rendered by one core before the next are shared out: some are far larger than others.
const MOST_BLOCKS: usize = 16;

/// What one run was asked.
#[derive(Debug)]
pub(super) struct Asked {
    /// What is written after the command.
    matches: ArgMatches,
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

/// What a result is of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Of<'r> {
    pub(super) repository: &'r Repository,
    pub(super) appraised: &'r Appraised,
}

impl Asked {
    /// Whether a flag is there.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.matches.get_flag(name)
    }

    /// Whether an option is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.matches.contains_id(name)
    }

    /// The value of an option or of a word that stands alone.
    pub(super) fn one<T: Clone + Send + Sync + 'static>(&self, name: &str) -> Option<T> {
        self.matches.get_one(name).cloned()
    }

    /// The same of what not every command has.
    pub(super) fn if_known<T: Clone + Send + Sync + 'static>(&self, name: &str) -> Option<T> {
        if_known(&self.matches, name)
    }

    /// The values of one that may be repeated.
    pub(super) fn many<T: Clone + Send + Sync + 'static>(&self, name: &str) -> Vec<T> {
        self.matches.get_many(name).into_iter().flatten().cloned().collect()
    }

    /// `--format` of a result that is a page or data.
    pub(super) fn format(&self) -> Format {
        self.one("format").unwrap_or(Format::Page(PageFormat::Text))
    }

    /// The repository of the paths given, opened and listed.
    pub(super) fn opened(&self) -> Result<Repository, Text> {
        Repository::open(&self.many("paths")).map_err(|wrong| not_opened(&wrong))
    }

    /// Shows how far long work has come.
    pub(super) fn watch(&self) -> impl Fn(Work) -> Step + use<> {
        let language = self.language;
        move |work| terminal::watch(work, language)
    }

    /// Says something that is not the result.
    pub(super) fn say(&self, said: &Text) {
        terminal::remark(said.get(self.language));
    }

    /// Gives a result.
    pub(super) fn give(&self, shown: &str) -> Result<(), Text> {
        terminal::give(shown, self.output.as_deref())
    }

    /// Gives a result of cases: what spoils it is said before it, and what is remarked and left out after it.
    pub(super) fn answer(&self, shown: &str, of: Of<'_>, remarks: &[Text]) -> Result<(), Text> {
        self.say_spoiled(of.appraised);
        destination::give(shown, self, of.repository)?;
        remarks.iter().for_each(|said| self.say(said));
        self.say_omitted(of.appraised);
        Ok(())
    }

    /// Says that a3.yaml has errors, where it has: all that follows may be of that.
    pub(super) fn say_spoiled(&self, appraised: &Appraised) {
        appraised.spoiled.iter().for_each(|spoiled| self.say(&omitted::reason(spoiled)));
    }

    /// Says which cases were left out and why. What a3.yaml is the reason of is said of it.
    pub(super) fn say_omitted(&self, appraised: &Appraised) {
        let is_own = |omitted: &&Omitted| !matches!(omitted.why, WhyOmitted::Organisation { .. });
        appraised.omitted.iter().filter(is_own).for_each(|omitted| self.say(&omitted::line(omitted)));
        appraised.overlooked.iter().for_each(|file| self.say(&omitted::overlooked(file)));
        if appraised.is_empty() {
            self.say(&omitted::no_cases());
        }
    }

    /// That the plan should have been rolled, where it should.
    pub(super) fn passed(&self, appraised: &Appraised) -> Option<Text> {
        let organisation = &appraised.organisation;
        organisation.is_plan_passed(self.today).then(|| rolled::is_due(organisation))
    }

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

    /// Reads what was written after a command.
    pub(super) fn read(matches: ArgMatches, command: &Command, language: Language) -> Self {
        let output = if_known::<PathBuf>(&matches, "output");
        let wish = if_known(&matches, "colour").unwrap_or(Colour::Auto);
        Self {
            language,
            colour: output.is_none() && terminal::uses_colour(wish),
            width: terminal::width(),
            output,
            today: if_known(&matches, "date").unwrap_or_else(terminal::today),
            everything: if_known(&matches, "everything").unwrap_or_default(),
            again: again::again(&matches, command),
            matches,
        }
    }
}

/// The value of what not every command has.
fn if_known<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, name: &str) -> Option<T> {
    matches.try_get_one(name).ok().flatten().cloned()
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
