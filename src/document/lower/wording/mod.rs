//! The findings of lowering, in words.

mod amounts;
mod names;
mod organisation;
mod rows;

pub(super) use amounts::{
    mixed_years, share_of_transfer, share_outside, shares_do_not_sum, transfer_with_recipient, wrong_amount,
};
pub(super) use names::{name_is_unit, unknown_name, unknown_position, wrong_name};
pub(super) use organisation::{both_wage_and_cost, position_without_pay, rate_steps, unknown_zone};
pub(super) use rows::{
    benefit_without_amount, both_amount_and_calculation, both_estimate_and_calculation, cost_without_amount,
    phasing_and_years, priced_quality, time_without_position, transfer_of_time,
};

use crate::diagnostic::Finding;
use crate::document::wording::shown;
use crate::source::{Span, Spanned};
use crate::units::{Decimal, Share, Year};
use crate::words::Text;
use crate::words::number::short_percent;
use crate::{text, words};

/// `37,5 %`, with every decimal: rounded, a share just outside would look like one within.
fn per_cent(share: Share) -> Text {
    Text::in_each(|language| short_percent(share.value(), Decimal::MAX_SCALE, language))
}

pub(super) fn wrong_file_name(id: &str) -> Finding {
    let id = shown(id);
    let title = text!(
        nb: "Filnavnet «{id}» kan ikke være navnet på en sak", nn: "Filnamnet «{id}» kan ikkje vere namnet på ei sak",
        en: "The file name “{id}” cannot be the name of a case"
    );
    Finding::error("ugyldig-filnavn", Span::default(), title)
}

pub(super) fn latest_before_start(latest: Spanned<Year>, start: Spanned<Year>) -> Finding {
    let title = text!(
        nb: "Senest {latest} er før oppstart {start}", nn: "Seinast {latest} er før oppstart {start}",
        en: "Latest {latest} is before start {start}";
        latest = latest.value, start = start.value
    );
    let label = words!(nb: "oppstart", nn: "oppstart", en: "start").text();
    Finding::error("senest-før-oppstart", latest.span, title).with(start.span, label)
}
