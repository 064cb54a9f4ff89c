//! `a3 overview`: the areas, the duties nobody meets, and every gain.

use super::last_year;
use super::prelude::*;
use a3::pages::areas_page;
use a3::pages::how_much::HowMuch;
use a3::pages::page::Page;
use a3::report::{NoOverview, OverviewReport, OverviewWanted};

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Vis overblikket: delområdene, gapet, anslaget mot det sakene er regnet til, og krav vi ikke oppfyller.", nn: "Vis overblikket: delområda, gapet, anslaget mot det sakene er rekna til, og krav vi ikkje oppfyller.",
        en: "Show the overview: the areas, the gap, the estimate against what the cases are calculated to, and requirements not met."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 overview                    hele kommunen\n  a3 overview --område Teknisk   ett område\n  a3 overview --gevinster        hver gevinst, med eier og måling\n  a3 overview --saker            hver sak og delområdet dens\n\nOverblikket er en sak med «nivå: virksomhet» og en liste «delområder».", nn: "Døme:\n  a3 overview                    heile kommunen\n  a3 overview --område Teknisk   eitt område\n  a3 overview --gevinster        kvar gevinst, med eigar og måling\n  a3 overview --saker            kvar sak og delområdet saka er i\n\nOverblikket er ei sak med «nivå: virksomhet» og ei liste «delområder».",
        en: "Example:\n  a3 overview                    the whole municipality\n  a3 overview --område Teknisk   one area\n  a3 overview --gevinster        every gain, with owner and measure\n  a3 overview --saker            every case and its area\n\nThe overview is a case with “nivå: virksomhet” and a list “delområder”."
    );
    let area = words!(nb: "Bare dette området", nn: "Berre dette området", en: "This area alone");
    let gains = words!(nb: "Vis hver gevinst: type, hvem som får den, eier, måling og når", nn: "Vis kvar gevinst: type, kven som får han, eigar, måling og når", en: "Show every gain: kind, who gets it, owner, measure and when");
    let cases = words!(nb: "Vis hver sak og delområdet den hører til", nn: "Vis kvar sak og delområdet ho høyrer til", en: "Show every case and the part of the overview it belongs to");
    make.command("overview", about, after).args([
        make.cases_or_folders(),
        make.option("area", NAME, area).long("område"),
        make.flag("gains", gains).long("gevinster").conflicts_with("cases"),
        make.flag("cases", cases).long("saker"),
        make.everything(),
        make.table_format(),
        make.day(),
    ])
}

/// Looks over and shows.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let format = asked.format();
    let wanted = OverviewWanted { day: asked.today, area: asked.one::<String>("area") };
    let repository = asked.opened()?;
    let mut report = report::overview(&repository, wanted).map_err(refused)?;
    report.last_year = last_year::read(&repository, &report.appraised.organisation, asked);
    let shown = match format {
        Format::Json => contract::overview::json(&report, asked.language),
        Format::Page(format) => asked.show(format, page(&report, format, asked)),
    };
    asked.answer(&shown, Of { repository: &repository, appraised: &report.appraised }, &[])?;
    Ok(report.ending())
}

fn page(report: &OverviewReport, format: PageFormat, asked: &Asked) -> Page {
    let how_much = asked.how_much();
    match (asked.flag("gains"), asked.flag("cases"), format) {
        (true, _, PageFormat::Csv) => areas_page::gains_sheet(report),
        (true, _, PageFormat::Text | PageFormat::Markdown) => areas_page::gains_page(report, how_much),
        (false, true, PageFormat::Csv) => areas_page::cases_page(report, HowMuch::All),
        (false, true, PageFormat::Text | PageFormat::Markdown) => areas_page::cases_page(report, how_much),
        (false, false, PageFormat::Csv) => areas_page::sheet(report),
        (false, false, PageFormat::Text | PageFormat::Markdown) => {
            areas_page::page(report, how_much, &asked.again)
        }
    }
}

fn refused(why: NoOverview) -> Text {
    match why {
        NoOverview::World(wrong) => wrong.text(),
        NoOverview::NoSuchArea(area) => a3::sentences::overview::no_such_area(&area),
        NoOverview::TooLarge => asked::too_large(),
    }
}
