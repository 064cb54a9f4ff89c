//! The list of the year before, where `a3 roll` kept it.

use super::asked::Asked;
use a3::contract::history::{self, NoList};
use a3::model::Organisation;
use a3::report::LastYear;
use a3::repository::Repository;
use a3::text;
use a3::units::Year;

/// The largest list that is read.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// The list of the year before; none where no list was kept. Says so where there is one that cannot be read.
pub(super) fn read(repository: &Repository, of: &Organisation, asked: &Asked) -> Option<LastYear> {
    let year = of.budget_year.number().checked_sub(1).and_then(Year::new)?;
    let path = Repository::history(year.number());
    let said = match repository.own_file(&path).and_then(|path| repository.read(&path, MOST_BYTES)) {
        Ok(bytes) => match history::read(&bytes, year) {
            Ok(list) => return Some(list),
            Err(NoList::Version) => text!(
                nb: "{path}: skrevet av en annen versjon av a3, så «i fjor» er ikke med", nn: "{path}: skriven av ein annan versjon av a3, så «i fjor» er ikkje med",
                en: "{path}: written by another version of a3, so last year is left out"
            ),
            Err(NoList::Other) => text!(
                nb: "{path}: ikke en liste a3 har skrevet, så «i fjor» er ikke med", nn: "{path}: ikkje ei liste a3 har skrive, så «i fjor» er ikkje med",
                en: "{path}: no list that a3 has written, so last year is left out"
            ),
        },
        Err(wrong) if wrong.not_found().is_some() => return None,
        Err(wrong) => wrong.text(),
    };
    asked.say(&said);
    None
}
