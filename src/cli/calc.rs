//! `a3 calc`: gevinstpotensial and the rest of the calculation, per case.

use super::prelude::*;
use a3::pages::page::Page;
use a3::pages::{self, basis_page, calc_answer, calc_page, overview_page, working_page};
use a3::report::{Appraised, CalcReport, CalcWanted};
use rayon::prelude::{IntoParallelIterator, ParallelIterator};

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
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let format = asked.format();
    let with_working = asked.flag("working");
    let draws = draws::settings(asked).filter(|_| format == Format::Json || !with_working);
    let wanted = CalcWanted { day: asked.today, draws };
    let repository = asked.opened()?;
    let report = report::calc(&repository, wanted, &asked.watch())?;
    let shown = match format {
        Format::Json => contract::calc::json(&report, asked.language),
        Format::Page(format) => {
            let pages =
                if with_working || asked.everything { whole(&report, asked) } else { answer(&report, asked) };
            let shown: Vec<String> = pages.into_par_iter().map(|page| asked.show(format, page)).collect();
            shown.join("\n")
        }
    };
    asked.answer(&shown, Of { repository: &repository, appraised: &report.appraised }, &[])?;
    Ok(report.ending())
}

/// The one case asked for on a screen, or a line for each of many; overviews as they are. Nothing where a3.yaml has
/// errors: what stands there cannot be trusted, and what is built in is not what was meant.
fn answer(report: &CalcReport, asked: &Asked) -> Vec<Page> {
    let Appraised { organisation, spoiled: None, overviews, omitted, .. } = &report.appraised else {
        return Vec::new();
    };
    let mut cases = report.cases();
    match (cases.next(), cases.next()) {
        (None, _) => overviews.iter().map(|overview| overview_page::page(&overview.id)).collect(),
        (Some((of, uncertainty)), None) if omitted.is_empty() => {
            vec![calc_answer::of_case(of, uncertainty, organisation, &asked.again)]
        }
        (Some(_), _) => vec![calc_answer::of_many(report, &asked.again)],
    }
}

/// Each case, then the overviews, then what the figures build on; nothing where a3.yaml has errors.
fn whole(report: &CalcReport, asked: &Asked) -> Vec<Page> {
    let Appraised { organisation, spoiled: None, overviews, omitted, .. } = &report.appraised else {
        return Vec::new();
    };
    let with_working = asked.flag("working");
    let cases: Vec<_> = report.cases().collect();
    let pages = cases.into_par_iter().map(|(of, uncertainty)| {
        if with_working {
            working_page::page(&of.case, organisation, &of.appraisal)
        } else {
            calc_page::of_case(of, uncertainty, organisation)
        }
    });
    let mut pages: Vec<Page> = pages.collect();
    pages.extend(overviews.iter().map(|overview| overview_page::page(&overview.id)));
    pages.extend(pages::omitted::page(omitted));
    pages.push(basis_page::page(organisation));
    pages
}
