//! The findings of lowering, in words.

mod amounts;
mod names;
mod organisation;
mod rows;

pub(super) use amounts::{mixed_years, share_of_transfer, share_outside, shares_do_not_sum, wrong_amount};
pub(super) use names::{name_is_unit, unknown_name, unknown_position, wrong_name};
pub(super) use organisation::{both_wage_and_cost, position_without_pay, rate_steps, unknown_zone};
pub(super) use rows::{
    benefit_without_amount, both_amount_and_calculation, both_estimate_and_calculation, cost_without_amount,
    phasing_and_years, time_without_position,
};

use crate::diagnostic::Finding;
use crate::document::wording::shown;
use crate::source::Span;
use crate::units::{Decimal, Share};
use crate::words::{Text, Words};
use crate::{text, words};

fn finding(rule: &'static str, span: Span, title: Text, why_and_how: (Words, Text)) -> Finding {
    let (why, how) = why_and_how;
    Finding::error(rule, span, title).because(why.text()).instead(how)
}

/// `37,5 %`
fn per_cent(share: Share) -> String {
    let hundredths = share.value().checked_mul(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX);
    let number = hundredths.normalize().to_string().replace('.', ",").replace('-', "−");
    format!("{number} %")
}

/// «Mente du …?», where something is near enough.
fn did_you_mean(near: Option<&str>, otherwise: Words) -> Text {
    match near {
        Some(near) => {
            let near = shown(near);
            text!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?")
        }
        None => otherwise.text(),
    }
}

pub(super) fn wrong_file_name(id: &str) -> Finding {
    let id = shown(id);
    let title = text!(
        nb: "Filnavnet «{id}» kan ikke være navnet på en sak",
        en: "The file name “{id}” cannot be the name of a case"
    );
    let why = words!(
        nb: "Filnavnet er sakens id. Det skal virke likt på alle maskiner og i lenker.",
        en: "The file name is the id of the case. It must work alike on all machines and in links.",
    );
    let how = words!(
        nb: "Bruk små bokstaver, tall og bindestrek, for eksempel «digitalt-tilsyn.yaml».",
        en: "Use lower-case letters, digits and hyphens, such as “digitalt-tilsyn.yaml”.",
    );
    finding("ugyldig-filnavn", Span::default(), title, (why, how.text()))
}

pub(super) fn latest_before_start(span: Span, start: Span, years: (u16, u16)) -> Finding {
    let (first, latest) = years;
    let title = text!(
        nb: "Senest {latest} er før oppstart {first}",
        en: "Latest {latest} is before start {first}"
    );
    let why = words!(
        nb: "Saken har ingen år den kan starte i.",
        en: "The case has no year it can start in.",
    );
    let how = words!(
        nb: "Sett senest til oppstartsåret eller senere, eller fjern senest.",
        en: "Set senest to the start year or later, or remove senest.",
    );
    let label = words!(nb: "oppstart", en: "start").text();
    finding("senest-før-oppstart", span, title, (why, how.text())).with(start, label)
}
