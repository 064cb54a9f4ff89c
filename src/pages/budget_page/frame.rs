//! What goes around the figures: which cases, what is known of today, and what was left out.

use super::{Report, demand};
use crate::budget::{BudgetCase, Layout};
use crate::diagnostic::{self, FileFindings, Finding};
use crate::pages::listing::Listing;
use crate::pages::page::{Block, Page, titled};
use crate::pages::unfinished;
use crate::report::{Basis, Fault, Today};
use crate::sentences::{left_out as reasons, omitted, prices, remark, today};
use crate::units::Overflow;
use crate::words::{Quoted, Text, sentences};
use crate::{text, words};

/// Which prices the figures are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prices {
    /// All in those of the first plan year.
    OfTheFirstYear,
    /// The measures are; the frames get a deflator.
    BeforeDeflator,
}

/// What goes around a page of figures: which cases and how to read them; the savings demand, what
/// to look over, and what was left out.
pub(super) struct Around<'r> {
    pub(super) report: &'r Report<'r>,
    pub(super) title: Text,
    pub(super) prices: Prices,
    /// What comes first, also where the cases change nothing.
    pub(super) first: Vec<Block>,
}

impl Around<'_> {
    /// The page. Without cases, and where they change nothing, there are no figures.
    pub(super) fn page(self, figures: impl FnOnce(Page) -> Result<Page, Overflow>) -> Result<Page, Overflow> {
        let Self { report, title, prices, first } = self;
        let page = Page::new(title);
        if report.budget.cases.is_empty() {
            return Ok(page.with(Block::Note(nothing(report.basis))).with_all(left_out(report)));
        }
        let page = page
            .with(Block::Paragraph(basis(report)))
            .with(Block::Paragraph(signs(report, prices)))
            .with_all(unknown(report).map(Block::Note))
            .with_all(other_prices(report).map(Block::Note))
            .with_all(first);
        let is_held = report.budget.cases.iter().all(|case| case.is_in_todays_budget);
        let said = (is_held && page.title != nothing_changes()).then(|| Block::Paragraph(nothing_changes()));
        let page = if is_held { page.with_all(said) } else { figures(page)? };
        Ok(page
            .with_all(demand::blocks(report)?)
            .with_all(look_over(report.findings))
            .with_all(left_out(report)))
    }
}

/// What is not in the prices of the first year.
pub(super) fn other_prices(report: &Report<'_>) -> Option<Text> {
    let cases = report.budget.cases.iter();
    let cases: Vec<_> = cases.filter_map(|case| Some((case.id.clone(), case.other_prices?))).collect();
    prices::of_several(&cases, report.budget.other_prices.filter(|_| report.today.is_known()))
}

/// Why there is nothing to show.
pub(super) fn nothing(basis: Basis) -> Text {
    let why = match basis {
        Basis::Chosen | Basis::Unproven => text!(
            nb: "Ingen saker er valgt innenfor rammene, og ingen er besluttet", nn: "Ingen saker er valde innanfor rammene, og ingen er avgjorde",
            en: "No cases are chosen within the frames, and none is decided"
        ),
        Basis::DecidedAlone => text!(
            nb: "Ingenting holder innenfor rammene (se a3 rank), og ingen saker er besluttet", nn: "Ingenting held innanfor rammene (sjå a3 rank), og ingen saker er avgjorde",
            en: "Nothing holds within the frames (see a3 rank), and no cases are decided"
        ),
        Basis::WithoutFrames | Basis::All => {
            text!(nb: "Ingen saker kan regnes ut", nn: "Ingen saker kan reknast ut", en: "No cases can be calculated")
        }
        Basis::Named => text!(
            nb: "Ingen av sakene du ba om, kan regnes ut", nn: "Ingen av sakene du bad om, kan reknast ut",
            en: "None of the cases you asked for can be calculated"
        ),
    };
    if basis.is_choice() {
        text!(
            nb: "{why}, så budsjettet blir som i dag. Se sakene uten rammene med --alle.", nn: "{why}, så budsjettet blir som i dag. Sjå sakene utan rammene med --alle.",
            en: "{why}, so the budget stays as it is today. See the cases without the frames with --alle."; why
        )
    } else {
        text!(nb: "{why}, så ingenting er satt inn i budsjettet.", nn: "{why}, så ingenting er sett inn i budsjettet.", en: "{why}, so nothing is put into the budget."; why)
    }
}

pub(super) fn basis(report: &Report<'_>) -> Text {
    let cases = omitted::cases(report.budget.cases.len());
    let which = match report.basis {
        Basis::Chosen => text!(
            nb: "det som velges innenfor rammene (a3 rank), og det som alt er besluttet", nn: "det som blir valt innanfor rammene (a3 rank), og det som alt er avgjort",
            en: "what is chosen within the frames (a3 rank), and what is decided already"
        ),
        Basis::Unproven => text!(
            nb: "det beste som ble funnet innenfor rammene før søket stoppet (søk lenger med --knutegrense eller --tidsgrense), og det som alt er besluttet", nn: "det beste som blei funne innanfor rammene før søket stoppa (søk lenger med --knutegrense eller --tidsgrense), og det som alt er avgjort",
            en: "the best that was found within the frames before the search ended (search longer with --knutegrense or --tidsgrense), and what is decided already"
        ),
        Basis::DecidedAlone => text!(
            nb: "bare det som alt er besluttet, for ingenting holder innenfor rammene (se a3 rank)", nn: "berre det som alt er avgjort, for ingenting held innanfor rammene (sjå a3 rank)",
            en: "only what is decided already, as nothing holds within the frames (see a3 rank)"
        ),
        Basis::WithoutFrames => text!(
            nb: "alle som kan regnes ut, ved sin egen oppstart, for a3.yaml har ingen rammer", nn: "alle som kan reknast ut, ved sin eigen oppstart, for a3.yaml har ingen rammer",
            en: "all that can be calculated, at their own start, as a3.yaml has no frames"
        ),
        Basis::All => text!(
            nb: "alle som kan regnes ut, ved sin egen oppstart, uten hensyn til rammene", nn: "alle som kan reknast ut, ved sin eigen oppstart, utan omsyn til rammene",
            en: "all that can be calculated, at their own start, whatever the frames say"
        ),
        Basis::Named => text!(
            nb: "de du ba om, ved sin egen oppstart", nn: "dei du bad om, ved sin eigen oppstart",
            en: "those you asked for, at their own start"
        ),
    };
    let based = text!(all: "{cases}: {which}."; cases, which);
    sentences([based].into_iter().chain(report.is_part.then(remark::budget_of_part)))
}

/// How the figures are to be read.
pub(super) fn signs(report: &Report<'_>, prices: Prices) -> Text {
    let (first, _) = report.plan_ends();
    let prices = match prices {
        Prices::OfTheFirstYear => {
            text!(nb: "Alt er i {first}-priser.", nn: "Alt er i {first}-prisar.", en: "All in prices of {first}.")
        }
        Prices::BeforeDeflator => text!(
            nb: "Tiltakene er i {first}-priser; deflatoren legges til rammen.", nn: "Tiltaka er i {first}-prisar; deflatoren blir lagd til ramma.",
            en: "The measures are in prices of {first}; the deflator is added to the frame."
        ),
    };
    let against = match report.layout {
        Layout::Level => text!(
            nb: "Endringen er mot dagens budsjett: det som varer, står i hvert år.", nn: "Endringa er mot budsjettet i dag: det som varer, står i kvart år.",
            en: "The change is against today's budget: what lasts stands in every year."
        ),
        Layout::Change => text!(
            nb: "Endringen er fra året før: det som varer, står bare det første året.", nn: "Endringa er frå året før: det som varer, står berre det første året.",
            en: "The change is from the year before: what lasts stands in its first year only."
        ),
    };
    text!(
        nb: "{prices} Utgifter har pluss og inntekter minus, som i KOSTRA: et minus i en endring er lavere utgift eller høyere inntekt. {against}", nn: "{prices} Utgifter har pluss og inntekter minus, som i KOSTRA: eit minus i ei endring er lågare utgift eller høgare inntekt. {against}",
        en: "{prices} Expenses are plus and income minus, as in KOSTRA: a minus in a change is a lower expense or a higher income. {against}"; prices, against
    )
}

/// What is not known of today's budget, and what that means.
pub(super) fn unknown(report: &Report<'_>) -> Option<Text> {
    let (first, _) = report.plan_ends();
    match report.today {
        Today::NotNamed => Some(text!(
            nb: "Dagens budsjett er ukjent: a3.yaml har ikke «budsjett». Derfor vises bare endringer, og ny_praksis er ikke med. Lagre budsjettet fra regnskapssystemet som budsjett/{first}.csv, og skriv «budsjett: budsjett/{first}.csv» i a3.yaml.", nn: "Budsjettet i dag er ukjent: a3.yaml har ikkje «budsjett». Derfor ser du berre endringar, og ny_praksis er ikkje med. Lagre budsjettet frå rekneskapssystemet som budsjett/{first}.csv, og skriv «budsjett: budsjett/{first}.csv» i a3.yaml.",
            en: "Today's budget is unknown: a3.yaml has no “budsjett”. Only changes are shown, therefore, and ny_praksis is not included. Save the budget from the accounting system as budsjett/{first}.csv, and write “budsjett: budsjett/{first}.csv” in a3.yaml."
        )),
        Today::Unreadable { path, fault } => Some(unreadable(path, fault)),
        Today::Read { bad: 0, .. } => None,
        Today::Read { path, bad } => Some(today::bad_lines(path, bad)),
    }
}

fn unreadable(path: &str, fault: Fault) -> Text {
    let fault = today::fault(fault);
    text!(
        nb: "Dagens budsjett er ukjent: «{path}» {fault}. Derfor vises bare endringer, og ny_praksis er ikke med. Se hva som er galt: a3 check", nn: "Budsjettet i dag er ukjent: «{path}» {fault}. Derfor ser du berre endringar, og ny_praksis er ikkje med. Sjå kva som er gale: a3 check",
        en: "Today's budget is unknown: “{path}” {fault}. Only changes are shown, therefore, and ny_praksis is not included. See what is wrong: a3 check"; fault
    )
}

/// The cases it is built from.
pub(super) fn cases(report: &Report<'_>) -> Vec<Block> {
    let mark = |case: &BudgetCase| {
        if case.is_in_todays_budget {
            words!(nb: "ligger allerede i dagens budsjett", nn: "ligg allereie i budsjettet i dag", en: "in today's budget already")
        } else if case.is_rejected {
            words!(nb: "avvist", nn: "avvist", en: "rejected")
        } else if case.is_decided {
            words!(nb: "besluttet", nn: "avgjord", en: "decided")
        } else {
            words!(nb: "", nn: "", en: "")
        }
    };
    let title = |case: &&BudgetCase| {
        let title = &case.title;
        if report.unfinished.contains(&case.id) { unfinished::marked(title) } else { Text::same(title) }
    };
    let table = Listing::of(&report.budget.cases)
        .text(text!(nb: "Sak", nn: "Sak", en: "Case"), title)
        .text(text!(nb: "Område", nn: "Område", en: "Area"), |case| &case.area)
        .number(text!(nb: "Oppstart", nn: "Oppstart", en: "Start"), |case| case.start)
        .text(text!(nb: "Merk", nn: "Merk", en: "Mark"), |case| mark(case))
        .table();
    titled(text!(nb: "Sakene", nn: "Sakene", en: "The cases"), table)
}

/// What cases in today's budget give more of later than it holds.
pub(super) fn growing(report: &Report<'_>) -> Option<Text> {
    let (first, last) = report.plan_ends();
    let cases = report.budget.cases.iter();
    let cases = cases.filter_map(|case| Some((Quoted(&case.title), case.still_to_come()?)));
    let cases: Vec<_> = cases.collect();
    (!cases.is_empty()).then(|| remark::growing(first, last, &cases))
}

/// Said where no case moves anything, as today's budget holds them all.
pub(super) fn nothing_changes() -> Text {
    text!(
        nb: "Alle sakene ligger allerede i dagens budsjett: ingen ansvar endres", nn: "Alle sakene ligg allereie i budsjettet i dag: ingen ansvar blir endra",
        en: "All cases are in today's budget already: no unit changes"
    )
}

/// What should be looked at, each with its rule and its place: a note under the tables for each.
fn look_over(found: &diagnostic::Report) -> Vec<Block> {
    let heading = Block::Heading(text!(nb: "Se over dette", nn: "Sjå over dette", en: "Look over this"));
    let heading = found.located().next().map(|_| heading);
    heading
        .into_iter()
        .chain(found.located().map(|(file, finding)| Block::Note(note(file, finding))))
        .collect()
}

/// «feil[regel]: hva som er galt. Hva som kan skrives i stedet. (fil:linje)»
fn note(file: &FileFindings, finding: &Finding) -> Text {
    let Finding { rule, title, .. } = finding;
    let (grade, path) = (finding.grade.words(), &file.source.path);
    let line = file.source.position(finding.span.start).line;
    text!(
        all: "{grade}[{rule}]: {title}. {how} ({path}:{line})"; grade, rule, title, how = finding.how(), path, line
    )
}

/// The cases that are in no part of it.
pub(super) fn left_out(report: &Report<'_>) -> Vec<Block> {
    let table = Listing::of(report.left_out)
        .text(text!(all: "Id"), |out| &out.id)
        .text(text!(nb: "Hvorfor saken ikke er med", nn: "Kvifor saka ikkje er med", en: "Why the case is not included"), |out| {
            reasons::why(&out.why, report.choice)
        })
        .table();
    titled(text!(nb: "Ikke med", nn: "Ikkje med", en: "Not included"), table)
}
