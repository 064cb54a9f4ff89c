//! `a3 calc`: gevinstpotensial and the rest of the calculation, per case.

use super::prelude::*;
use a3::diagnostic::{Omitted, WhyOmitted};
use a3::pages::page::Page;
use a3::pages::{self, basis_page, calc_answer, calc_page, overview_page, working_page};
use a3::report::{Appraised, AppraisedCase, CalcReport, CalcWanted};
use a3::sentences::{omitted, rolled};
use a3::simulate::Uncertainty;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Regn ut hva sakene er verdt: for budsjettet, for kommunen og for samfunnet.", nn: "Rekn ut kva sakene er verde: for budsjettet, for kommunen og for samfunnet.",
        en: "Calculate what the cases are worth: to the budget, the municipality and society."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 calc                      en linje for hver sak\n  a3 calc digital-post         regnestykket for én sak\n  a3 calc digital-post --alt   alt om den\n  a3 calc digital-post --vis   med hvert ledd i regnestykket\n  a3 calc --format json        alle sakene, for andre programmer\n\nEn sak med feil blir ikke regnet ut: se hva som må rettes med a3 check.", nn: "Døme:\n  a3 calc                      ei linje for kvar sak\n  a3 calc digital-post         reknestykket for éi sak\n  a3 calc digital-post --alt   alt om ho\n  a3 calc digital-post --vis   med kvart ledd i reknestykket\n  a3 calc --format json        alle sakene, for andre program\n\nEi sak med feil blir ikkje rekna ut: sjå kva som må rettast med a3 check.",
        en: "Example:\n  a3 calc                      a line for each case\n  a3 calc digital-post         the sums of one case\n  a3 calc digital-post --alt   everything about it\n  a3 calc digital-post --vis   with every step of the sums\n  a3 calc --format json        all cases, for other programs\n\nA case with errors is not calculated: see what to mend with a3 check."
    );
    let working = words!(nb: "Vis regnestykket, ledd for ledd", nn: "Vis reknestykket, ledd for ledd", en: "Show the working, step by step");
    make.command("calc", about, after)
        .args([
            make.ids_or_folders(),
            make.page_format(),
            make.flag("working", working).long("vis"),
            make.everything(),
            make.day(),
        ])
        .args(draws::arguments(draws::CASE, make))
}

/// Calculates and shows.
pub(super) fn run(matches: &ArgMatches, shared: &Shared) -> Result<Ending, Text> {
    let language = shared.language;
    let format = shared::format_of(matches);
    let with_working = matches.get_flag("working");
    let draws = draws::settings(matches).filter(|_| format == Format::Json || !with_working);
    let wanted = CalcWanted { day: shared.today, draws };
    let repository = shared::opened(matches)?;
    let report = report::calc(&repository, wanted, &|work| terminal::watch(work, language))?;
    let organisation = &report.appraised.organisation;
    let shown = match format {
        Format::Json => contract::calc::json(&report, language),
        Format::Page(format) if !with_working && !shared.everything => answer(&report, (format, shared)),
        Format::Page(format) => whole(
            &report,
            |page| shared.show(format, page),
            |of, uncertainty| {
                if with_working {
                    working_page::page(&of.case, organisation, &of.appraisal)
                } else {
                    calc_page::of_case(of, uncertainty, organisation)
                }
            },
        ),
    };
    say_spoiled(&report.appraised, shared);
    destination::give(&shown, shared, &repository)?;
    say_omitted(&report.appraised, shared);
    Ok(report.ending())
}

/// The one case asked for on a screen, or a line for each of many; overviews as they are.
fn answer(report: &CalcReport, (format, shared): (PageFormat, &Shared)) -> String {
    let Appraised { organisation, spoiled: None, overviews, omitted, .. } = &report.appraised else {
        return String::new();
    };
    let mut cases = report.cases();
    let first = match (cases.next(), cases.next()) {
        (None, _) => None,
        (Some((of, uncertainty)), None) if omitted.is_empty() => {
            Some(calc_answer::of_case(of, uncertainty, organisation, &shared.again))
        }
        (Some(_), _) => Some(calc_answer::of_many(report, &shared.again)),
    };
    let overviews = overviews.iter().filter(|_| first.is_none());
    let overviews = overviews.map(|overview| overview_page::page(&overview.id));
    let shown: Vec<String> =
        first.iter().cloned().chain(overviews).map(|page| shared.show(format, page)).collect();
    shown.join("\n")
}

/// Each case, drawn on all cores, then the overviews, then what the figures build on. Nothing where
/// a3.yaml has errors: what stands there cannot be trusted, and what is built in is not what was meant.
fn whole(
    report: &CalcReport,
    show: impl Fn(Page) -> String + Sync,
    draw: impl Fn(&AppraisedCase, &Uncertainty) -> Page + Sync,
) -> String {
    let Appraised { organisation, spoiled: None, overviews, omitted, .. } = &report.appraised else {
        return String::new();
    };
    let cases: Vec<_> = report.cases().collect();
    let mut drawn: Vec<String> =
        cases.par_iter().map(|(of, uncertainty)| show(draw(of, uncertainty))).collect();
    drawn.extend(overviews.iter().map(|overview| show(overview_page::page(&overview.id))));
    drawn.extend(pages::omitted::page(omitted).map(&show));
    format!("{}\n{}", drawn.join("\n"), show(basis_page::page(organisation)))
}

/// Says first of all on stderr that a3.yaml has errors, where it has: all that follows may be of that.
pub(super) fn say_spoiled(appraised: &Appraised, shared: &Shared) {
    if let Some(spoiled) = &appraised.spoiled {
        terminal::remark(omitted::reason(spoiled).get(shared.language));
    }
}

/// Says on stderr that the plan should have been rolled, where it should.
pub(super) fn say_passed(appraised: &Appraised, shared: &Shared) {
    if appraised.organisation.is_plan_passed(shared.today) {
        terminal::remark(rolled::is_due(&appraised.organisation).get(shared.language));
    }
}

/// Says on stderr which cases were left out and why. What a3.yaml is the reason of is said of it.
pub(super) fn say_omitted(appraised: &Appraised, shared: &Shared) {
    let is_own = |omitted: &&Omitted| !matches!(omitted.why, WhyOmitted::Organisation { .. });
    for omitted in appraised.omitted.iter().filter(is_own) {
        terminal::remark(omitted::line(omitted).get(shared.language));
    }
    for file in &appraised.overlooked {
        terminal::remark(omitted::overlooked(file).get(shared.language));
    }
    if appraised.is_empty() {
        terminal::remark(omitted::no_cases().get(shared.language));
    }
}
