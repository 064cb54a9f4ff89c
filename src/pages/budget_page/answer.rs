//! The new budget on one screen: what it comes to, the balance, and a line for each unit.

use super::frame::{self, Prices};
use super::{Report, demand, overview, reconciliation};
use crate::pages::again::Again;
use crate::pages::page::{Block, Page};
use crate::pages::unfinished::marked;
use crate::report::Today;
use crate::units::{Kroner, Overflow};
use crate::words::{Text, sentences, separated};
use crate::{counted, text};

/// The answer.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn page(report: &Report<'_>, again: &Again) -> Result<Page, Overflow> {
    if report.budget.cases.is_empty() {
        let nothing = Block::Note(frame::nothing(report.basis));
        return Ok(Page::new(title(report)?).with(nothing).with_all(frame::left_out(report)));
    }
    let Some(headline) = headline(report)? else {
        return Ok(Page::new(title(report)?)
            .with_all(frame::growing(report).map(Block::Note))
            .with(Block::Paragraph(after(report, again))));
    };
    // Where both are more than a screen, the units have the sum too.
    let shorter = with_balance(report, again, &headline, Vec::new())?;
    let below = text!(nb: "Alle ansvarene under", nn: "Alle ansvara under", en: "All units below");
    let whole = with_balance(report, again, &headline, overview::balance(report, below)?)?;
    Ok(whole.or_shorter([shorter].into_iter()).or_first_rows())
}

/// The page with the balance of all units above, or with nothing there.
fn with_balance(
    report: &Report<'_>,
    again: &Again,
    headline: &Text,
    balance: Vec<Block>,
) -> Result<Page, Overflow> {
    let is_table = |block: &Block| matches!(block, Block::Table(_));
    Ok(Page::new(headline.clone())
        .with(Block::Paragraph(sentences([
            frame::basis(report),
            frame::signs(report, Prices::OfTheFirstYear),
        ])))
        .with_all(frame::unknown(report).map(Block::Note))
        .with_all(frame::other_prices(report).map(Block::Note))
        .with_all(balance.into_iter().filter(is_table))
        .with_all(overview::units(report)?.into_iter().filter(is_table))
        .with_all(to_mend(report).map(Block::Note))
        .with_all(frame::growing(report).map(Block::Note))
        .with(Block::Paragraph(after(report, again))))
}

/// The answer in one line, also where there is no case, or none that moves anything.
pub(super) fn title(report: &Report<'_>) -> Result<Text, Overflow> {
    if report.budget.cases.is_empty() {
        return Ok(text!(
            nb: "Ingen saker er satt inn i budsjettet", nn: "Ingen saker er sette inn i budsjettet",
            en: "No cases are put into the budget"
        ));
    }
    Ok(headline(report)?.unwrap_or_else(frame::nothing_changes))
}

/// What the running budget comes to in the last plan year; none where no case moves it.
pub(super) fn headline(report: &Report<'_>) -> Result<Option<Text>, Overflow> {
    if report.budget.cases.iter().all(|case| case.is_in_todays_budget) {
        return Ok(None);
    }
    let ([.., change], [.., capital]) = (report.running()?, report.budget.investments.capital);
    let (_, last) = report.plan_ends();
    let [.., at] = report.plan().years();
    if !report.budget.knows_changes(at) {
        return Ok(Some(text!(
            nb: "Driftsbudsjettet i {last} er ikke kjent, for linjer i dagens budsjett mangler", nn: "Driftsbudsjettet i {last} er ikkje kjent, for linjer i budsjettet i dag manglar",
            en: "The running budget of {last} is not known, as lines of today's budget are missing"; last
        )));
    }
    let (amount, change) = (change.abs(), change.rounded(0));
    let way = if change.is_positive() {
        text!(nb: "høyere", nn: "høgare", en: "higher")
    } else {
        text!(nb: "lavere", nn: "lågare", en: "lower")
    };
    let loan = match (
        report.budget.investments.rows.is_empty(),
        report.budget.investments.financing.is_some(),
    ) {
        (false, true) if !capital.is_zero() => {
            text!(nb: " (medregnet {capital} i renter og avdrag)", nn: " (medrekna {capital} i renter og avdrag)", en: " ({capital} of interest and repayments included)"; capital)
        }
        (true, _) | (false, true) => Text::default(),
        (false, false) => {
            text!(nb: " (uten renter og avdrag)", nn: " (utan renter og avdrag)", en: " (without interest and repayments)")
        }
    };
    if change.is_zero() {
        return Ok(Some(text!(
            nb: "Driftsbudsjettet blir som i dag i {last}{loan}", nn: "Driftsbudsjettet blir som i dag i {last}{loan}",
            en: "The running budget stays as it is today in {last}{loan}"; last, loan
        )));
    }
    Ok(Some(text!(
        nb: "Driftsbudsjettet blir {amount} {way} i {last}{loan}", nn: "Driftsbudsjettet blir {amount} {way} i {last}{loan}",
        en: "The running budget becomes {amount} {way} in {last}{loan}"; last, amount, way, loan
    )))
}

/// What is first to look over in it, and how many more there are.
fn to_mend(report: &Report<'_>) -> Option<Text> {
    let mut found = report.findings.located();
    let (_, first) = found.next()?;
    let title = &first.title;
    Some(match found.count() {
        0 => {
            text!(nb: "Se over: {title}. Mer om det med --alt.", nn: "Sjå over: {title}. Meir om det med --alt.", en: "Look over: {title}. More of it with --alt."; title)
        }
        1 => text!(
            nb: "Se over: {title}. Og én ting til, se den med --alt.", nn: "Sjå over: {title}. Og éin ting til, sjå han med --alt.",
            en: "Look over: {title}. And one more, see it with --alt."; title
        ),
        more => text!(
            nb: "Se over: {title}. Og {more} ting til, se dem med --alt.", nn: "Sjå over: {title}. Og {more} ting til, sjå dei med --alt.",
            en: "Look over: {title}. And {more} more, see them with --alt."; title, more
        ),
    })
}

/// Investments, whether the demand is met, whether it is reconciled, and how to see more.
fn after(report: &Report<'_>, again: &Again) -> Text {
    let invested = Kroner::sum(report.budget.investments.outlay).unwrap_or_default();
    let (first, last) = report.plan_ends();
    let invested = if invested.is_zero() {
        Text::default()
    } else {
        text!(nb: "Investeringer {first}–{last}: {invested}.", nn: "Investeringar {first}–{last}: {invested}.", en: "Investments {first}–{last}: {invested}."; first, last, invested)
    };
    let reconciled = match report.today {
        Today::Read { .. } => reconciliation::in_a_sentence(report),
        Today::NotNamed | Today::Unreadable { .. } => Text::default(),
    };
    let left_out = match report.left_out.len() {
        0 => Text::default(),
        count => counted!(
            count; nb: "Én sak er ikke med." | "{count} saker er ikke med.", nn: "Éi sak er ikkje med." | "{count} saker er ikkje med.",
            en: "One case is not included." | "{count} cases are not included."
        ),
    };
    let unfinished = report.budget.cases.iter().filter(|case| report.unfinished.contains(&case.id));
    let unfinished: Vec<Text> = unfinished.map(|case| marked(&case.title)).collect();
    let unfinished = if unfinished.is_empty() {
        Text::default()
    } else {
        text!(nb: "Med her: {all}.", nn: "Med her: {all}.", en: "Included: {all}."; all = separated(unfinished, "; "))
    };
    let more = text!(
        nb: "Linjene, årsverkene og hvorfor: {all}", nn: "Linjene, årsverka og kvifor: {all}",
        en: "The lines, FTE and why: {all}"; all = again.with("--alt")
    );
    sentences([demand::in_a_sentence(report), invested, reconciled, left_out, unfinished, more])
}
