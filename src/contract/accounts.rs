//! `regnskap` of `a3 status --format json`: what is booked, against the new budget.

use super::LeftOut;
use super::check::all_found;
use super::content::Each;
use super::record::{In, each_in, record};
use crate::budget::{Booked, BookedLine, BookedUnit};
use crate::diagnostic::Unread;
use crate::follow::UnitHole;
use crate::report::{AccountsReport, Today};
use crate::sentences::today;
use crate::words::Language;

/// What the accounts say.
pub(super) struct Accounts<'a> {
    pub(super) accounts: &'a AccountsReport,
    /// The hole by ansvar.
    pub(super) holes: &'a [UnitHole],
    pub(super) language: Language,
}

/// The accounts where nothing of them is read, and today's budget where it is not known.
pub(super) fn unread(of: &AccountsReport) -> impl Iterator<Item = Unread> + use<> {
    let first = || of.findings.files.iter().flat_map(|file| &file.findings).next();
    let accounts = (!of.is_read).then(|| Unread {
        path: of.path.clone(),
        why: first().map(|finding| finding.title.clone()).unwrap_or_default(),
    });
    let budget = match of.budget.today() {
        Today::Unreadable { path, .. } => today::remark(&of.budget).map(|why| (path.to_owned(), why)),
        Today::NotNamed | Today::Read { .. } => None,
    };
    accounts.into_iter().chain(budget.map(|(path, why)| Unread { path, why }))
}

record!(Accounts<'_>, |to| {
    to.column("fil", "Sti fra rota, med / mellom leddene", |it| &it.accounts.path);
    to.column("måneder", "Den siste måneden det er ført noe i; null når ingenting er ført", |it| {
        it.accounts.months
    });
    to.column("linjer", "Linjer i fila som lot seg lese", |it| it.accounts.year.looked_at);
    to.column("brukt", "De av dem som er på et ansvar og en art sakene berører", |it| {
        it.accounts.year.used
    });
    to.column("investering", "De av dem som er i kontoklasse 0, og ikke er med", |it| {
        it.accounts.year.investment
    });
    to.column("uleste", "Linjer som ikke lot seg lese, og ikke er med", |it| it.accounts.bad);
    to.part("rader", |it| each_in(&it.accounts.year.lines, it.accounts));
    to.part("ansvar", |it| each_in(&it.accounts.year.units, it));
    to.part("sum", |it| &it.accounts.year.total);
    to.part("utelatt", |it| {
        let left_out = it.accounts.left_out.iter();
        left_out.map(|of| LeftOut::of_budget(of, None, it.language)).collect::<Vec<_>>()
    });
    to.part("funn", |it| Each(all_found(&it.accounts.findings, it.language)));
});

record!(Booked, |to| {
    to.column("nytt_budsjett", "Dagens budsjett med det som er vedtatt; null når det ikke er kjent", |it| {
        it.budget
    });
    to.column("bokført", "Ført til og med den siste måneden; null når en linje ikke lot seg lese", |it| {
        it.booked
    });
    to.column("hele_året", "bokført ÷ måneder × 12: en rett linje, ikke en prognose", |it| {
        it.whole_year
    });
    to.column("avvik", "hele_året − nytt_budsjett; pluss når det blir brukt mer", |it| it.over);
});

record!(In<&BookedLine, &AccountsReport>, |to| {
    to.column("ansvar", "Som budsjettposten skriver det", |it| &it.of.at.unit);
    to.column("ansvarsnavn", "Null der ingen av filene har det", |it| it.at.names.get(&it.of.at.unit));
    to.column("art", "KOSTRA, tre siffer", |it| &it.of.at.art);
    to.all_of(|it| &it.booked);
    to.column("linjer", "Linjer i regnskapet den er summen av", |it| it.lines);
});

// One ansvar: the arts of it that cases touch, together.
record!(In<&BookedUnit, &Accounts<'_>>, |to| {
    to.column("ansvar", "Som budsjettposten skriver det", |it| &it.unit);
    to.column("ansvarsnavn", "Null der ingen av filene har det", |it| it.at.accounts.names.get(&it.unit));
    to.all_of(|it| &it.booked);
    to.column("hull", "Trukket fra, men ikke kommet, på hele ansvaret", |it| {
        AccountsReport::hole(it.at.holes, &it.unit)
    });
});
