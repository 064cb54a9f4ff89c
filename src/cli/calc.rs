//! `a3 calc`: gevinstpotensial and the rest of the calculation, per case.

use super::common::{self, Common};
use super::{Ending, terminal};
use a3::contract::{self, LeftOut, calc::Calculated};
use a3::diagnostic::Omitted;
use a3::flow::{self, Appraised, AppraisedCase};
use a3::model::Organisation;
use a3::text::{Language, Text};
use a3::view::page::Page;
use a3::view::{basis_page, calc_page, omitted, overview_page, working_page};
use a3::words;
use clap::{ArgMatches, Command};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// Arguments and help.
pub(super) fn command(language: Language) -> Command {
    let about = words!(
        nb: "Regn ut hva sakene er verdt: for budsjettet, for kommunen og for samfunnet.",
        en: "Calculate what the cases are worth: to the budget, the municipality and society."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 calc saker/digital-post.yaml         regnestykket for én sak\n  a3 calc saker/digital-post.yaml --vis   med hvert ledd, fra forutsetning til krone\n  a3 calc --format json                   alle sakene, for andre programmer\n\nEn sak med feil blir ikke regnet ut: se hva som må rettes med a3 check.",
        en: "Example:\n  a3 calc saker/digital-post.yaml         the sums of one case\n  a3 calc saker/digital-post.yaml --vis   with every step, from assumption to krone\n  a3 calc --format json                   all cases, for other programs\n\nA case with errors is not calculated: see what to mend with a3 check."
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
            &["text", "json", "markdown"],
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
    let format = matches.get_one::<String>("format").map_or("text", String::as_str);
    let shown = if format == "json" {
        calc_json(&appraised, language)
    } else {
        let draw = if matches.get_flag("working") { with_working } else { without_working };
        pages(&appraised, draw, (format, common))
    };
    terminal::give(&shown, common.output.as_deref())?;
    Ok(say_omitted(&appraised, common))
}

fn calc_json(appraised: &Appraised, language: Language) -> String {
    contract::calc::json(&Calculated {
        organisation: &appraised.organisation,
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

/// Each case, drawn on all cores, then the overviews, then what the figures build on.
fn pages(appraised: &Appraised, draw: Draw, (format, common): (&str, &Common)) -> String {
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
    if appraised.omitted.is_empty() { Ending::Clean } else { Ending::Findings }
}
