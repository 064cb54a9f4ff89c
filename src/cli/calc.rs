//! `a3 calc`: gevinstpotensial and the rest of the calculation, per case.

use super::common::{self, Choices, Common, PageFormat};
use super::{draws, terminal};
use a3::contract::{
    self, LeftOut,
    calc::{Calculated, CaseFigures},
};
use a3::diagnostic::Omitted;
use a3::pages::page::Page;
use a3::pages::{basis_page, calc_page, overview_page, uncertainty, working_page};
use a3::report::Ending;
use a3::report::{self, Appraised, AppraisedCase};
use a3::sentences::omitted;
use a3::simulate::{Settings, Uncertainty, WhyUnknown};
use a3::words;
use a3::words::{Language, Text};
use clap::{ArgMatches, Command};
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

/// Draws of all cases together that take long enough to show a bar for.
const LONG_WORK: usize = 5_000_000;

/// The formats the calculation is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Page(PageFormat),
    Json,
}

const FORMATS: Choices<Format> = &[
    ("text", Format::Page(PageFormat::Text)),
    ("json", Format::Json),
    ("markdown", Format::Page(PageFormat::Markdown)),
];

/// Arguments and help.
pub(super) fn command(language: Language) -> Command {
    let about = words!(
        nb: "Regn ut hva sakene er verdt: for budsjettet, for kommunen og for samfunnet.",
        en: "Calculate what the cases are worth: to the budget, the municipality and society."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 calc saker/digital-post.yaml         regnestykket for én sak\n  a3 calc saker/digital-post.yaml --vis   med hvert ledd i regnestykket\n  a3 calc --format json                   alle sakene, for andre programmer\n\nEn sak med feil blir ikke regnet ut: se hva som må rettes med a3 check.",
        en: "Example:\n  a3 calc saker/digital-post.yaml         the sums of one case\n  a3 calc saker/digital-post.yaml --vis   with every step of the sums\n  a3 calc --format json                   all cases, for other programs\n\nA case with errors is not calculated: see what to mend with a3 check."
    );
    let paths = words!(
        nb: "Saker eller mapper (ellers alt fra mappa du står i)",
        en: "Cases or folders (otherwise everything from the folder you are in)"
    );
    let command = Command::new("calc").about(about.get(language)).after_help(after.get(language));
    command
        .args([
            common::paths(paths, language),
            common::format(
                words!(nb: "text, json eller markdown", en: "text, json or markdown"),
                FORMATS,
                language,
            ),
            common::flag(
                "working",
                words!(nb: "Vis regnestykket, ledd for ledd", en: "Show the working, step by step"),
                language,
            )
            .long("vis"),
            common::day(language),
        ])
        .args(draws::arguments(draws::CASE, language))
}

/// Calculates and shows.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<Ending, Text> {
    let appraised = report::appraise(&common::opened(matches)?, common.today);
    let appraised = appraised.map_err(|wrong| wrong.text())?;
    let language = common.language;
    let format = matches.get_one::<Format>("format").copied().unwrap_or(Format::Page(PageFormat::Text));
    let with_working = matches.get_flag("working");
    let settings = draws::settings(matches).filter(|_| format == Format::Json || !with_working);
    let known = simulated(&appraised, settings, language);
    let shown = match format {
        Format::Json => calc_json(&appraised, &known, language),
        Format::Page(format) if with_working => {
            let organisation = &appraised.organisation;
            let draw =
                |_, case: &AppraisedCase| working_page::page(&case.case, organisation, &case.appraisal);
            pages(&appraised, &draw, (format, common))
        }
        Format::Page(format) => {
            let draw = |place, case: &AppraisedCase| with_uncertainty(case, known.get(place));
            pages(&appraised, &draw, (format, common))
        }
    };
    terminal::give(&shown, common.output.as_deref())?;
    Ok(say_omitted(&appraised, common))
}

/// How sure each case is, in order; with a bar on the way where it takes time.
fn simulated(appraised: &Appraised, settings: Option<Settings>, language: Language) -> Vec<Uncertainty> {
    let Some(settings) = settings else {
        return vec![Uncertainty::Unknown(WhyUnknown::NotAsked); appraised.cases.len()];
    };
    let cases = appraised.cases.len();
    let is_long = cases.saturating_mul(settings.draws) >= LONG_WORK;
    let long = is_long.then(|| (cases, words!(nb: "Trekker", en: "Drawing").get(language)));
    terminal::watched(long, |step| report::simulate(appraised, settings, step))
}

fn calc_json(appraised: &Appraised, uncertainty: &[Uncertainty], language: Language) -> String {
    let cases = appraised.cases.iter().zip(uncertainty);
    contract::calc::json(&Calculated {
        organisation: Some(&appraised.organisation).filter(|_| appraised.spoiled.is_none()),
        cases: cases.map(figures).collect(),
        left_out: left_out(appraised, language),
    })
}

fn figures<'a>((of, uncertainty): (&'a AppraisedCase, &'a Uncertainty)) -> CaseFigures<'a> {
    CaseFigures { case: &of.case, appraisal: &of.appraisal, uncertainty }
}

/// The cases that were left out, with why, for JSON.
pub(super) fn left_out(appraised: &Appraised, language: Language) -> Vec<LeftOut> {
    let one = |omitted: &Omitted| LeftOut {
        id: omitted.id.clone(),
        reason: omitted::reason(&omitted.why).get(language).to_owned(),
    };
    appraised.omitted.iter().map(one).collect()
}

/// Each case, drawn on all cores, then the overviews, then what the figures build on. Nothing where
/// a3.yaml has errors: what stands there cannot be trusted, and what is built in is not what was meant.
fn pages(appraised: &Appraised, draw: Draw<'_>, (format, common): (PageFormat, &Common)) -> String {
    if appraised.spoiled.is_some() {
        return String::new();
    }
    let organisation = &appraised.organisation;
    let mut drawn: Vec<String> = appraised
        .cases
        .par_iter()
        .enumerate()
        .map(|(place, case)| common.show(format, draw(place, case)))
        .collect();
    drawn.extend(
        appraised.overviews.iter().map(|overview| common.show(format, overview_page::page(&overview.id))),
    );
    format!("{}\n{}", drawn.join("\n"), common.show(format, basis_page::page(organisation)))
}

/// What one case's page is made with, given its place among the cases.
type Draw<'d> = &'d (dyn Fn(usize, &AppraisedCase) -> Page + Sync);

fn with_uncertainty(case: &AppraisedCase, known: Option<&Uncertainty>) -> Page {
    let page = calc_page::page(&case.case, &case.appraisal);
    let npv = case.appraisal.value.as_ref().map(|value| value.npv);
    page.with_all(known.map(|known| uncertainty::blocks(known, npv)).unwrap_or_default())
}

/// Says on stderr which cases were left out and why, and how the command ends.
pub(super) fn say_omitted(appraised: &Appraised, common: &Common) -> Ending {
    for omitted in &appraised.omitted {
        terminal::remark(omitted::line(omitted).get(common.language));
    }
    let alone = appraised.spoiled.as_ref().filter(|_| appraised.omitted.is_empty());
    if let Some(spoiled) = alone {
        terminal::remark(omitted::reason(spoiled).get(common.language));
    }
    appraised.ending()
}
