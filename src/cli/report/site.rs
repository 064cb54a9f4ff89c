//! `a3 report --alt`: the whole, the list, the gains and the budget, and every case, as pages that lead to each other.

use super::{Known, chosen, fitted, kind_asked, say_cut, say_no_room, sheets_of};
use crate::cli::budget;
use crate::cli::prelude::*;
use a3::budget::Layout;
use a3::pages::budget_page::{self, Detail};
use a3::render::poster::{self, Around, Beside, SitePart};
use a3::report::{RankReport, WholeReport};
use a3::sentences::named::Named;
use a3::sheets::{self, CASES_FOLDER, Kind, Links, View};
use a3::simulate::{Uncertainty, WhyUnknown};
use a3::units::Overflow;
use std::path::Path;

/// The first page, and that of the budget.
const INDEX: &str = "index.html";
const BUDGET: &str = "budsjett.html";

/// A site on its way.
#[derive(Clone, Copy)]
struct Site<'s> {
    asked: &'s Asked,
    repository: &'s Repository,
    folder: &'s Path,
}

/// Where the page of a case is in the site.
fn page_of(id: &str) -> String {
    format!("{CASES_FOLDER}/{id}.html")
}

/// Makes the site in the folder asked for.
pub(super) fn make(asked: &Asked, repository: &Repository) -> Result<Ending, Text> {
    let Some(folder) = asked.output.as_deref() else { return Ok(Ending::Clean) };
    let report = chosen(asked, repository, None)?;
    asked.say_spoiled(&report.rank.appraised);
    // A report of no cases would be put over a good one, and be false.
    if report.rank.appraised.is_unknown() {
        asked.say_omitted(&report.rank.appraised);
        return Ok(report.rank.ending());
    }
    let cases = report.rank.appraised.cases.iter().map(|of| page_of(&of.case.id));
    let pages: Vec<String> = [INDEX, BUDGET].map(str::to_owned).into_iter().chain(cases).collect();
    destination::keep_off_folder(folder, INDEX, &pages)?;
    terminal::make_folder(&folder.join(CASES_FOLDER))?;
    let site = Site { asked, repository, folder };
    site.cases(&report)?;
    site.index(&report)?;
    asked.say_omitted(&report.rank.appraised);
    let ending = report.rank.ending();
    site.budget(report.rank)?;
    Ok(ending)
}

impl Site<'_> {
    /// A page for each case.
    fn cases(self, report: &WholeReport) -> Result<(), Text> {
        let (asked, language) = (self.asked, self.asked.language);
        let appraised = &report.rank.appraised;
        let uncertainty = match draws::settings(self.asked) {
            Some(settings) => report::drawn(appraised, settings, &asked.watch()),
            None => vec![Uncertainty::Unknown(WhyUnknown::NotAsked); appraised.cases.len()],
        };
        let known = Known { appraised, uncertainty: &uncertainty, followed: &report.followed };
        for (of, fitted) in fitted(sheets_of(known, kind_asked(self.asked), asked), asked) {
            let title = Text::same(&of.case.title);
            let around = Around { title: &title, home: Some("../index.html"), parts: &[], beside: &[] };
            let page = poster::page(core::slice::from_ref(&fitted), around, language);
            self.give(&page_of(&of.case.id), &page)?;
            say_cut(of, &fitted, asked);
        }
        Ok(())
    }

    /// The page of the budget and its balance, from the same choice.
    fn budget(self, rank: RankReport) -> Result<(), Text> {
        let found = report::budget_of(self.repository, rank).map_err(|wrong| budget::explain(&wrong))?;
        let page = budget_page::page(&budget_page::Report::of(&found, Layout::Level, Detail::Moved));
        let page = page.map_err(|Overflow| budget::too_large())?.with_rounding_said_once();
        let around = Around { title: &page.title, home: Some(INDEX), parts: &[], beside: &[] };
        self.give(BUDGET, &poster::report(&page, around, self.asked.language))
    }

    /// The first page: the whole, the list of the cases, and the gains with what must be in place.
    fn index(self, report: &WholeReport) -> Result<(), Text> {
        let named = Named::of(&report.rank);
        let view = View::of(report, &named, Links::ToCases, kind_asked(self.asked).unwrap_or(Kind::Proposal));
        let sheet = sheets::of_whole(view);
        let (title, list, map) = (sheet.title.clone(), sheets::list(view), sheets::gains_map(view));
        let fitted = poster::fit(sheet, self.asked.language);
        let (all, budget, gains) = (
            text!(nb: "Alle sakene", nn: "Alle sakene", en: "All cases"),
            text!(nb: "Det nye budsjettet, med avstemming", nn: "Det nye budsjettet, med avstemming", en: "The new budget, reconciled"),
            text!(nb: "Gevinstkart: hva som må være på plass før gevinstene kommer", nn: "Gevinstkart: kva som må vere på plass før gevinstane kjem", en: "The gains: what must be in place before they come"),
        );
        let parts = [
            SitePart { id: "sakene", title: &all, grid: &list, has_loose_rows: true },
            SitePart { id: "gevinstkart", title: &gains, grid: &map, has_loose_rows: false },
        ];
        let beside = [Beside { title: &budget, address: BUDGET }];
        let around = Around { title: &title, home: None, parts: &parts, beside: &beside };
        let page = poster::page(core::slice::from_ref(&fitted), around, self.asked.language);
        self.give(INDEX, &page)?;
        fitted.cut().for_each(|cut| say_no_room(title.get(self.asked.language), &cut, self.asked));
        Ok(())
    }

    /// Puts a page in its file: never over a file it is made from.
    fn give(self, name: &str, page: &str) -> Result<(), Text> {
        let path = self.folder.join(name);
        destination::keep_off(&path, self.repository)?;
        terminal::give(page, Some(&path))
    }
}
