//! `a3 calc`: gevinstpotensial and the rest of the calculation, per case.

use super::common::{self, Choices, Common, PageFormat};
use super::{Ending, terminal};
use a3::contract::{self, LeftOut, calc::Calculated};
use a3::diagnostic::{Omitted, WhyOmitted};
use a3::flow::{self, Appraised, AppraisedCase};
use a3::model::Organisation;
use a3::text::{Language, Text};
use a3::view::page::Page;
use a3::view::{basis_page, calc_page, omitted, overview_page, working_page};
use a3::words;
use clap::{ArgMatches, Command};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

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
    Command::new("calc").about(about.get(language)).after_help(after.get(language)).args([
        common::paths(paths, language),
        common::choice(
            common::option(
                "format",
                words!(nb: "text, json eller markdown", en: "text, json or markdown"),
                language,
            )
            .value_name("FORMAT"),
            FORMATS,
        )
        .default_value("text")
        .hide_default_value(true),
        common::flag(
            "working",
            words!(nb: "Vis regnestykket, ledd for ledd", en: "Show the working, step by step"),
            language,
        )
        .long("vis"),
        common::flag(
            "certain",
            words!(nb: "Regn bare med forventede verdier", en: "Calculate with expected values only"),
            language,
        )
        .long("uten-usikkerhet"),
        common::day(language),
    ])
}

/// Calculates and shows.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<Ending, Text> {
    let appraised =
        flow::appraise(&common::paths_given(matches), common.today).map_err(|wrong| wrong.text())?;
    let language = common.language;
    let draw = if matches.get_flag("working") { with_working } else { without_working };
    let shown = match matches.get_one::<Format>("format").copied() {
        Some(Format::Json) => calc_json(&appraised, language),
        Some(Format::Page(format)) => pages(&appraised, draw, (format, common)),
        None => pages(&appraised, draw, (PageFormat::Text, common)),
    };
    terminal::give(&shown, common.output.as_deref())?;
    Ok(say_omitted(&appraised, common))
}

fn calc_json(appraised: &Appraised, language: Language) -> String {
    contract::calc::json(&Calculated {
        organisation: Some(&appraised.organisation).filter(|_| appraised.spoiled.is_none()),
        cases: appraised.cases.iter().map(|case| (&*case.case, &case.appraisal)).collect(),
        left_out: left_out(appraised, language),
    })
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
fn pages(appraised: &Appraised, draw: Draw, (format, common): (PageFormat, &Common)) -> String {
    if appraised.spoiled.is_some() {
        return String::new();
    }
    let organisation = &appraised.organisation;
    let mut drawn: Vec<String> =
        appraised.cases.par_iter().map(|case| common.show(format, &draw(case, organisation))).collect();
    drawn.extend(appraised.overviews.iter().map(|id| common.show(format, &overview_page::page(id))));
    format!("{}\n{}", drawn.join("\n"), common.show(format, &basis_page::page(organisation)))
}

/// What one case's page is made with.
type Draw = fn(&AppraisedCase, &Organisation) -> Page;

fn without_working(appraised: &AppraisedCase, _: &Organisation) -> Page {
    calc_page::page(&appraised.case, &appraised.appraisal)
}

fn with_working(appraised: &AppraisedCase, organisation: &Organisation) -> Page {
    working_page::page(&appraised.case, organisation, &appraised.appraisal)
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
    let is_unread = |omitted: &Omitted| matches!(omitted.why, WhyOmitted::Unread { .. });
    if appraised.omitted.iter().any(is_unread) {
        Ending::Unread
    } else if appraised.omitted.is_empty() && alone.is_none() {
        Ending::Clean
    } else {
        Ending::Findings
    }
}
