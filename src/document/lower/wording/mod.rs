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
    phasing_and_years, priced_quality, time_without_position, transfer_of_time,
};

use crate::diagnostic::Finding;
use crate::document::wording::shown;
use crate::source::Span;
use crate::units::{Decimal, Share};
use crate::{text, words};

/// `37,5 %`
fn per_cent(share: Share) -> String {
    let hundredths = share.value().checked_mul(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX);
    let number = hundredths.normalize().to_string().replace('.', ",").replace('-', "−");
    format!("{number} %")
}

pub(super) fn wrong_file_name(id: &str) -> Finding {
    let id = shown(id);
    let title = text!(
        nb: "Filnavnet «{id}» kan ikke være navnet på en sak",
        en: "The file name “{id}” cannot be the name of a case"
    );
    Finding::error("ugyldig-filnavn", Span::default(), title)
}

pub(super) fn latest_before_start(span: Span, start: Span, years: (u16, u16)) -> Finding {
    let (first, latest) = years;
    let title = text!(
        nb: "Senest {latest} er før oppstart {first}",
        en: "Latest {latest} is before start {first}"
    );
    let label = words!(nb: "oppstart", en: "start").text();
    Finding::error("senest-før-oppstart", span, title).with(start, label)
}
