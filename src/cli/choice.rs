//! `a3 rank`: the best choice within the frames, and several side by side; the list where there are none.

use super::calc::{left_out, say_omitted};
use super::common::{Common, PageFormat};
use super::rank::Format;
use super::terminal;
use a3::choose::{Certainty, Change, Choice, Effort, Totals, Wrong};
use a3::contract::rank;
use a3::diagnostic::{Report, WhyOmitted};
use a3::model::{Frames, Method};
use a3::pages::{choice_page, frames_page};
use a3::render::excerpt;
use a3::report::Ending;
use a3::report::{self, Appraised, Field, FramesRead, Redraw, is_met};
use a3::repository::{ORGANISATION_FILE, Repository, WorldError};
use a3::sentences::unmet::Bound;
use a3::sentences::{choice as choice_words, clash, omitted, remark, unmet};
use a3::simulate::Settings;
use a3::words::{Language, Text};
use a3::{text, words};
use std::path::PathBuf;

/// Cases that take long enough to choose among to show a bar for.
const MANY_CASES: usize = 20;
/// Draws times cases that take long enough.
const LONG_DRAWS: usize = 1_000;

/// What is asked for.
pub(super) struct Asked<'a> {
    /// `--metode`
    pub(super) method: Option<Method>,
    /// The frames of a3.yaml; none where nothing is limited.
    pub(super) frames: Option<&'a Frames>,
    /// `--knutegrense`
    pub(super) effort: Effort,
    /// `--trekk` and `--frø`; none with `--uten-usikkerhet`.
    pub(super) draws: Option<Draws>,
    /// Where the cases are.
    pub(super) repository: &'a Repository,
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

/// A choice within the frames of a file, or why there is none.
struct Within {
    file: String,
    choice: Result<Choice, WhyOmitted>,
}

/// Chooses and shows.
pub(super) fn run(appraised: &Appraised, asked: &Asked<'_>, common: &Common) -> Result<Ending, Text> {
    let field = report::field(appraised, asked.method).map_err(|wrong| explain(&wrong))?;
    let cases = field.candidates.len();
    let search = words!(nb: "Velger", en: "Choosing").get(common.language);
    let choose = |frames: Option<&Frames>| {
        let long = (cases >= MANY_CASES).then_some((cases, search));
        let choice = terminal::watched(long, |step| field.choose_watched(frames, asked.effort, step));
        choice.map_err(|wrong| explain(&wrong))
    };
    let own = choose(asked.frames)?;
    let mut others = Vec::new();
    for path in &asked.alternatives {
        let read =
            report::frames(asked.repository, path, &appraised.organisation).map_err(|wrong| world(&wrong))?;
        say_findings(&read, common);
        let choice = match read.spoiled {
            Some(why) => Err(why),
            None => Ok(choose(Some(&read.frames))?),
        };
        others.push(Within { file: read.path, choice });
    }
    let bound = terminal::bound();
    // How sure the choice is, is told of the list; where frames stand side by side it is left out.
    let draws = asked.draws.filter(|_| asked.frames.is_some() && asked.alternatives.is_empty());
    let certainty = match draws {
        Some(draws) => certainty(&field, &own, (draws, asked.effort), common.language)?,
        None => None,
    };
    let shown = match asked.format {
        _ if !others.is_empty() => beside(appraised, &field, (&own, &others, asked.format, common)),
        Format::Json => Ok(json(appraised, &field, (&own, Vec::new(), certainty.as_ref()), common.language)),
        Format::Page(format) => {
            let draw = match format {
                PageFormat::Csv => choice_page::sheet,
                PageFormat::Text | PageFormat::Markdown => choice_page::page,
            };
            let page = draw(&choice_page::List {
                choice: &own,
                candidates: &field.candidates,
                organisation: field.organisation,
                omitted: &appraised.omitted,
                certainty: certainty.as_ref(),
                bound,
            });
            Ok(common.show(format, page))
        }
    };
    terminal::give(&shown.map_err(|wrong| explain(&wrong))?, common.output.as_deref())?;
    if matches!(asked.format, Format::Page(PageFormat::Csv)) {
        say_unmet(&own, &others, bound, common);
    }
    say_closed(&field.closed, common);
    let omitted = say_omitted(appraised, common);
    let met = is_met(&own) && others.iter().all(|within| within.choice.as_ref().is_ok_and(is_met));
    Ok(if met { omitted } else { Ending::Findings })
}

/// How sure the choice is; with a bar on the way where it takes time.
fn certainty(
    field: &Field<'_>,
    own: &Choice,
    (Draws { count, seed }, effort): (Draws, Effort),
    language: Language,
) -> Result<Option<Certainty>, Text> {
    let cases = field.candidates.len();
    let draws = count.unwrap_or_else(|| report::draws_for(cases));
    let is_long = cases.saturating_mul(draws) >= LONG_DRAWS;
    let long = is_long.then(|| (draws, words!(nb: "Trekker", en: "Drawing").get(language)));
    let settings = Settings { draws, seed };
    // The clock ends the choice itself; the draws have few nodes each.
    let effort = Effort::of(effort.nodes);
    let certainty = terminal::watched(long, |step| {
        let frames = &field.organisation.frames;
        field.certainty(frames, own, Redraw { settings, effort, drawn_one: step })
    });
    certainty.map_err(|wrong| explain(&wrong))
}

/// The choices within several frames, the organisation's own first.
fn beside(
    appraised: &Appraised,
    field: &Field<'_>,
    (own, others, format, common): (&Choice, &[Within], Format, &Common),
) -> Result<String, Wrong> {
    let others = others.iter().map(|within| (within.file.as_str(), within.choice.as_ref()));
    let all = || core::iter::once((ORGANISATION_FILE, Ok(own))).chain(others.clone());
    let totals = |choice: Result<&Choice, _>| match choice {
        Ok(choice) => Totals::of(choice, &field.candidates),
        Err(_) => Ok(None),
    };
    let totals: Vec<Option<Totals<'_>>> =
        all().map(|(_, choice)| totals(choice)).collect::<Result<_, _>>()?;
    let first = totals.first().and_then(Option::as_ref);
    let changes = totals.iter().enumerate().map(|(place, of)| match of.as_ref().zip(first) {
        Some((of, first)) if place > 0 => of.change_from(first).map(Some),
        Some(_) | None => Ok(None),
    });
    let changes: Vec<Option<Change<'_>>> = changes.collect::<Result<_, _>>()?;
    let each = || all().zip(totals.iter().map(Option::as_ref)).zip(changes.iter().map(Option::as_ref));
    let Format::Page(format) = format else {
        let language = common.language;
        let one =
            |(((file, choice), totals), change)| alternative((file, choice), (totals, change), language);
        return Ok(json(appraised, field, (own, each().map(one).collect(), None), language));
    };
    let one = |(((file, choice), totals), change)| frames_page::Alternative { file, choice, totals, change };
    let beside: Vec<_> = each().map(one).collect();
    let draw = match format {
        PageFormat::Csv => frames_page::sheet,
        PageFormat::Text | PageFormat::Markdown => frames_page::page,
    };
    Ok(common.show(format, draw(&beside, &field.candidates, field.organisation)))
}

fn alternative<'a>(
    (file, choice): (&'a str, Result<&'a Choice, &WhyOmitted>),
    (totals, change): (Option<&'a Totals<'a>>, Option<&'a Change<'a>>),
    language: Language,
) -> rank::Alternative<'a> {
    let clashes = choice.map_or_else(|_| Vec::new(), clash::sentences);
    rank::Alternative {
        file,
        choice: choice.ok(),
        totals,
        change,
        clashes: said(clashes, language),
        left_out: choice.err().map(|why| omitted::reason(why).get(language).to_owned()),
    }
}

fn said(texts: Vec<Text>, language: Language) -> Vec<String> {
    texts.iter().map(|text| text.get(language).to_owned()).collect()
}

/// Says what a spreadsheet has no room for: what is not met or not certain, by file where there are several.
fn say_unmet(own: &Choice, others: &[Within], bound: Bound, common: &Common) {
    let others = others.iter().filter_map(|of| Some((of.file.as_str(), of.choice.as_ref().ok()?)));
    let all: Vec<(&str, &Choice)> = core::iter::once((ORGANISATION_FILE, own)).chain(others).collect();
    for (file, choice) in &all {
        for said in unmet::sentences(choice, bound) {
            let said = said.get(common.language);
            if all.len() > 1 {
                terminal::remark(&format!("{file}: {said}"));
            } else {
                terminal::remark(said);
            }
        }
    }
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
    if read.spoiled.is_some() {
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
    let said = |texts: Vec<Text>| said(texts, language);
    rank::choice_json(&rank::Chosen {
        choice,
        candidates: &field.candidates,
        reasons: said(choice_words::reasons(choice)),
        clashes: said(clash::sentences(choice)),
        remarks: said(remark::sentences(choice)),
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
pub(super) fn explain(wrong: &Wrong) -> Text {
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
                nb: "Intern feil: valget bryter {frame}, og vises derfor ikke. Meld fra, og legg ved a3.yaml.",
                en: "Internal error: the choice breaks {frame}, and is therefore not shown. Report it with a3.yaml.";
                frame
            )
        }
        Wrong::Broken(None) => text!(
            nb: "Intern feil: valget holder ikke når det kontrolleres, og vises derfor ikke. Meld fra, og legg ved a3.yaml.",
            en: "Internal error: the choice does not hold when checked again, and is therefore not shown. Report it with a3.yaml.",
        ),
    }
}
