//! What `a3 rank` says of the list of the year before, where `a3 roll` kept it.

use super::common::{Common, PageFormat};
use super::terminal;
use a3::contract::history::{self, Turned};
use a3::pages::last_year_page::{self, Turn};
use a3::report::RankReport;
use a3::repository::Repository;
use a3::text;
use a3::units::Year;

/// The largest list that is read.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// What has changed since last year, below the list; nothing where no list was kept, and in a spreadsheet.
pub(super) fn shown(
    repository: &Repository,
    report: &RankReport,
    (format, common): (PageFormat, &Common),
) -> String {
    let year = report.appraised.organisation.budget_year.number().checked_sub(1).and_then(Year::new);
    let Some(year) = year.filter(|_| format != PageFormat::Csv) else { return String::new() };
    let path = Repository::history(year.number());
    let Ok(bytes) = repository.read(&path, MOST_BYTES) else { return String::new() };
    let Some(turned) = history::turned(&bytes, report) else {
        let said = text!(
            nb: "{path}: ikke en liste a3 har skrevet, så «i fjor» er ikke med",
            en: "{path}: no list that a3 has written, so last year is left out"
        );
        terminal::remark(said.get(common.language));
        return String::new();
    };
    let turn = |of: Turned| Turn { id: of.id, before: of.before, now: of.now };
    let turned: Vec<Turn> = turned.into_iter().map(turn).collect();
    format!("\n{}", common.show(format, last_year_page::page(year, &turned)))
}
