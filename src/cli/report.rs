//! `a3 report`: the A3 itself.

use super::calc::say_omitted;
use super::common::{self, Choices, Common};
use super::{destination, draws, terminal};
use a3::render::poster::{self, Fitted};
use a3::report::{self, AppraisedCase, CalcWanted, Ending, SheetReport};
use a3::sheets;
use a3::words::{Language, Text};
use a3::{text, words};
use clap::{ArgMatches, Command};
use rayon::prelude::{IntoParallelIterator, ParallelIterator};

/// The formats a sheet is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Html,
}

const FORMATS: Choices<Format> = &[("html", Format::Html)];

/// Arguments and help.
pub(super) fn command(language: Language) -> Command {
    let about = words!(
        nb: "Lag A3-arket: én side per sak, til skjerm og utskrift.",
        en: "Make the A3 sheet: one page a case, for screen and print."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 report saker/digital-post.yaml -o post.html   arket for én sak\n  a3 report -o alle.html                           alle sakene, én side hver\n\nÅpne fila i en nettleser og skriv den ut på A3 (eller A4), liggende. Den laster ingenting fra nettet.",
        en: "Example:\n  a3 report saker/digital-post.yaml -o post.html   the sheet of one case\n  a3 report -o all.html                            all cases, a page each\n\nOpen the file in a browser and print it on A3 (or A4), landscape. It loads nothing from anywhere."
    );
    let paths = words!(
        nb: "Saker eller mapper (ellers alt fra mappa du står i)",
        en: "Cases or folders (otherwise everything from the folder you are in)"
    );
    let format = words!(nb: "html", en: "html");
    Command::new("report")
        .about(about.get(language))
        .after_help(after.get(language))
        .args([
            common::paths(paths, language),
            common::choice(common::option("format", format, language).value_name("FORMAT"), FORMATS),
            common::day(language),
        ])
        .args(draws::arguments(draws::CASE, language))
}

/// Makes the sheets.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<Ending, Text> {
    let language = common.language;
    let wanted = CalcWanted { day: common.today, draws: draws::settings(matches) };
    let repository = common::opened(matches)?;
    let report = report::sheets(&repository, wanted, &|work| terminal::watch(work, language));
    let report = report.map_err(|wrong| wrong.text())?;
    let fitted = fitted(&report, language);
    if !fitted.is_empty() {
        let shown: Vec<Fitted> = fitted.iter().map(|(_, fitted)| fitted.clone()).collect();
        destination::give(&poster::page(&shown, &title(&report), language), common, &repository)?;
    }
    for (of, fitted) in &fitted {
        say_cut(of, fitted, common);
    }
    say_omitted(&report.calc.appraised, common);
    Ok(report.ending())
}

/// Every sheet, fitted to its page on all cores.
fn fitted(report: &SheetReport, language: Language) -> Vec<(&AppraisedCase, Fitted)> {
    let cases: Vec<_> = report.calc.cases().collect();
    let fit = |(of, uncertainty)| (of, poster::fit(sheets::of_case(report, of, uncertainty), language));
    cases.into_par_iter().map(fit).collect()
}

/// What the file is called in a browser: the case, or whose cases they are.
fn title(report: &SheetReport) -> Text {
    match report.calc.appraised.cases.as_slice() {
        [only] => Text::same(&only.case.title),
        _ => match &report.calc.appraised.organisation.name {
            Some(name) => text!(nb: "Sakene i {name}", en: "The cases of {name}"),
            None => text!(nb: "Sakene", en: "The cases"),
        },
    }
}

/// Says which boxes of a sheet had no room for all of it.
fn say_cut(of: &AppraisedCase, fitted: &Fitted, common: &Common) {
    let path = &of.path;
    for cut in fitted.cut() {
        let said = text!(
            nb: "{path}: merknad[for-langt-for-arket]: «{title}» har ikke plass til alt på forsiden. {rest}.",
            en: "{path}: remark[for-langt-for-arket]: \"{title}\" has no room for all of it on the front. {rest}.";
            path, title = cut.title, rest = cut.rest
        );
        terminal::remark(said.get(common.language));
    }
}
