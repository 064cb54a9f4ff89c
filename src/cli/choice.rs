//! `a3 rank` where there are frames: the best choice within them, and several side by side.

use super::calc::{left_out, say_omitted};
use super::common::{Common, PageFormat};
use super::rank::Format;
use super::{Ending, terminal};
use a3::choose::{Certainty, Change, Choice, Effort, Status, Totals, Wrong};
use a3::contract::rank;
use a3::diagnostic::{Report, errors};
use a3::flow::{self, Appraised, Field, FramesRead};
use a3::load::{ORGANISATION_FILE, WorldError};
use a3::model::{Frames, Method};
use a3::render::excerpt;
use a3::simulate::Settings;
use a3::text;
use a3::text::{Language, Text};
use a3::view::{choice_page, choice_words, frames_page};
use std::path::PathBuf;

/// What is asked for.
pub(super) struct Asked<'a> {
    /// `--metode`
    pub(super) method: Option<Method>,
    /// `--knutegrense`
    pub(super) effort: Effort,
    /// `--trekk` and `--frø`; none with `--uten-usikkerhet`.
    pub(super) draws: Option<Draws>,
    /// The cases.
    pub(super) paths: &'a [PathBuf],
    /// `--rammer`
    pub(super) alternatives: Vec<&'a PathBuf>,
    /// `--format`
    pub(super) format: Format,
}

/// How often the choice is made again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Draws {
    /// `--trekk`; as many as suit the number of cases where it is not said.
    pub(super) count: Option<usize>,
    /// `--frø`
    pub(super) seed: u64,
}

/// A choice within the frames of a file.
struct Within {
    file: String,
    choice: Choice,
}

/// Chooses and shows.
pub(super) fn run(appraised: &Appraised, asked: &Asked<'_>, common: &Common) -> Result<Ending, Text> {
    let field = flow::field(appraised, asked.method).map_err(|wrong| explain(&wrong))?;
    let choose = |frames: &Frames| field.choose(frames, asked.effort).map_err(|wrong| explain(&wrong));
    let file = ORGANISATION_FILE.to_owned();
    let mut all = vec![Within { file, choice: choose(&appraised.organisation.frames)? }];
    let mut left_out_alternatives = false;
    for path in &asked.alternatives {
        let read = flow::frames(asked.paths, path, &appraised.organisation).map_err(|wrong| world(&wrong))?;
        say_findings(&read, common);
        if errors(&read.file.findings).is_some() {
            left_out_alternatives = true;
        } else {
            all.push(Within { choice: choose(&read.frames)?, file: read.path });
        }
    }
    // How sure the choice is, is told of the list; where frames stand side by side it is left out.
    let draws = asked.draws.filter(|_| asked.alternatives.is_empty());
    let certainty = match draws {
        Some(Draws { count, seed }) => {
            let draws = count.unwrap_or_else(|| flow::draws_for(field.candidates.len()));
            let frames = &appraised.organisation.frames;
            field.certainty(frames, Settings { draws, seed }).map_err(|wrong| explain(&wrong))?
        }
        None => None,
    };
    let asked = &Shown { asked, certainty: certainty.as_ref() };
    let shown = show(appraised, &field, (&all, asked, common)).map_err(|wrong| explain(&wrong))?;
    terminal::give(&shown, common.output.as_deref())?;
    say_closed(&field.closed, common);
    let omitted = say_omitted(appraised, common);
    let met = all.iter().all(|within| is_met(&within.choice)) && !left_out_alternatives;
    Ok(if met { omitted } else { Ending::Findings })
}

/// What is asked for, and how sure the answer is.
struct Shown<'s, 'a> {
    asked: &'s Asked<'a>,
    certainty: Option<&'s Certainty>,
}

fn show(
    appraised: &Appraised,
    field: &Field<'_>,
    (all, shown, common): (&[Within], &Shown<'_, '_>, &Common),
) -> Result<String, Wrong> {
    let Shown { asked, certainty } = *shown;
    let (candidates, organisation) = (&field.candidates, field.organisation);
    let Some(first) = all.first() else { return Ok(String::new()) };
    if asked.alternatives.is_empty() {
        let omitted = appraised.omitted.as_slice();
        let choice = &first.choice;
        let list = choice_page::List { choice, candidates, organisation, omitted, certainty };
        return Ok(match asked.format {
            Format::Json => json(appraised, field, (choice, Vec::new(), certainty), common.language),
            Format::Page(PageFormat::Csv) => common.show(PageFormat::Csv, &choice_page::sheet(&list)),
            Format::Page(format) => common.show(format, &choice_page::page(&list)),
        });
    }
    let totals: Result<Vec<Totals<'_>>, _> =
        all.iter().map(|within| Totals::of(&within.choice, candidates)).collect();
    let totals = totals?;
    let changes: Result<Vec<Option<Change<'_>>>, _> = totals
        .iter()
        .enumerate()
        .map(|(place, of)| match totals.first() {
            Some(base) if place > 0 => of.change_from(base).map(Some),
            Some(_) | None => Ok(None),
        })
        .collect();
    let changes = changes?;
    let each = || all.iter().zip(&totals).zip(&changes);
    if asked.format == Format::Json {
        let beside = each().map(|((within, totals), change)| rank::Alternative {
            file: &within.file,
            choice: &within.choice,
            totals,
            change: change.as_ref(),
        });
        return Ok(json(appraised, field, (&first.choice, beside.collect(), certainty), common.language));
    }
    let beside = each().map(|((within, totals), change)| frames_page::Alternative {
        file: &within.file,
        choice: &within.choice,
        totals,
        change: change.as_ref(),
    });
    let beside: Vec<_> = beside.collect();
    Ok(match asked.format {
        Format::Page(format @ (PageFormat::Text | PageFormat::Markdown)) => {
            common.show(format, &frames_page::page(&beside, candidates, organisation))
        }
        Format::Page(PageFormat::Csv) | Format::Json => {
            common.show(PageFormat::Csv, &frames_page::sheet(&beside, candidates, organisation))
        }
    })
}

/// Whether the frames are met: something holds, and nothing is missing of innsparingskrav.
fn is_met(choice: &Choice) -> bool {
    let holds = match choice.status {
        Status::Optimal | Status::Limit { gap: Some(_) } => true,
        Status::Limit { gap: None } | Status::Impossible(_) => false,
    };
    holds && choice.savings.iter().all(|at| at.missing.is_zero())
}

/// Names the finished cases, which are not chosen from.
pub(super) fn say_closed(closed: &[&str], common: &Common) {
    if closed.is_empty() {
        return;
    }
    let closed = closed.join(", ");
    let said = text!(
        nb: "Avsluttede saker står ikke på listen: {closed}",
        en: "Finished cases are not on the list: {closed}"
    );
    terminal::remark(said.get(common.language));
}

/// Says what is wrong with a file of frames; one with errors is left out.
fn say_findings(read: &FramesRead, common: &Common) {
    if !read.file.findings.is_empty() {
        let report = Report::new(String::new(), 0, vec![read.file.clone()]);
        terminal::remark_lines(excerpt::render(&report, common.look()).trim_end());
    }
    if errors(&read.file.findings).is_some() {
        let path = &read.path;
        let said = text!(
            nb: "{path}: ikke regnet ut, se feilene over",
            en: "{path}: not calculated, see the errors above"
        );
        terminal::remark(said.get(common.language));
    }
}

fn json(
    appraised: &Appraised,
    field: &Field<'_>,
    (choice, alternatives, certainty): (&Choice, Vec<rank::Alternative<'_>>, Option<&Certainty>),
    language: Language,
) -> String {
    let said = |texts: Vec<Text>| texts.iter().map(|text| text.get(language).to_owned()).collect();
    rank::choice_json(&rank::Chosen {
        choice,
        candidates: &field.candidates,
        reasons: said(choice_words::reasons(choice)),
        clashes: said(choice_words::clashes(choice)),
        remarks: said(choice_words::remarks(choice)),
        alternatives,
        certainty,
        left_out: left_out(appraised, language),
    })
}

/// Why a file of frames cannot be read.
fn world(wrong: &WorldError) -> Text {
    match wrong {
        WorldError::Outside { path } => text!(
            nb: "«{path}» ligger utenfor mappa med a3.yaml, og blir ikke lest. Flytt fila inn i den mappa.",
            en: "\"{path}\" is outside the folder of a3.yaml and is not read. Move the file into that folder."
        ),
        WorldError::Unreadable { path, cause } if cause.kind() == std::io::ErrorKind::NotFound => text!(
            nb: "Finner ikke «{path}». Sjekk stien til fila med rammene.",
            en: "Cannot find \"{path}\". Check the path of the file of frames."
        ),
        WorldError::Unreadable { .. }
        | WorldError::NameIsNoText { .. }
        | WorldError::NoFile { .. }
        | WorldError::NothingThere { .. } => wrong.text(),
    }
}

/// Why there is no choice to show.
fn explain(wrong: &Wrong) -> Text {
    match wrong {
        Wrong::TooLarge(large) => match &large.id {
            Some(id) => text!(
                nb: "Tallene i «{id}» er for store til å velge etter. Se hva saken er verdt med: a3 calc",
                en: "The figures of \"{id}\" are too large to choose by. See what the case is worth with: a3 calc"
            ),
            None => text!(
                nb: "Tallene er for store til å velge etter. Se over rammene i a3.yaml.",
                en: "The figures are too large to choose by. Look over the frames in a3.yaml.",
            ),
        },
        Wrong::Broken(Some(at)) => {
            let frame = choice_words::frame(at);
            text!(
                nb: "Intern feil: valget bryter {}, og vises derfor ikke. Meld fra, og legg ved a3.yaml.", frame.nb;
                en: "Internal error: the choice breaks {}, and is therefore not shown. Report it with a3.yaml.", frame.en
            )
        }
        Wrong::Broken(None) => text!(
            nb: "Intern feil: valget holder ikke når det kontrolleres, og vises derfor ikke. Meld fra, og legg ved a3.yaml.",
            en: "Internal error: the choice does not hold when checked again, and is therefore not shown. Report it with a3.yaml.",
        ),
    }
}
