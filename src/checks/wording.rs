//! Names and figures as the messages of checks quote them.

use crate::document::Field;
use crate::text;
use crate::units::{Decimal, Fte, Hours, Kroner, Share, multiply, round};
use crate::words::number::{decimal, with_unit};
use crate::words::{Text, all_of};

/// Letters of a name that fit in a message.
const LONGEST: usize = 60;
/// Decimals of the small årsverk that checks speak of.
const FTE_DECIMALS: u32 = 2;
/// The most decimals of them, where two would look alike.
const MOST_DECIMALS: u32 = 8;

/// The name of a row, on one line and cut where it would flood the message; «…» where it has none.
pub(super) fn name(field: &Field<String>) -> String {
    field.text().map_or_else(|| "…".to_owned(), shown)
}

/// A text as written, on one line and cut where it would flood the message.
pub(super) fn shown(written: &str) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    let mut shown: String = written.chars().take(LONGEST).map(plain).collect();
    if written.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// «a», «b» og «c».
pub(super) fn listed(names: &[&str]) -> Text {
    let quoted = |name: &&str| text!(nb: "«{name}»", en: "“{name}”"; name = shown(name));
    all_of(&names.iter().map(quoted).collect::<Vec<_>>())
}

/// `25 %`
pub(super) fn percent(share: Share) -> Text {
    let value = multiply(share.value(), Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX);
    figure(value, 1, "%")
}

/// « og én sak til»; nothing for none.
pub(super) fn more_cases(more: usize) -> Text {
    match more {
        0 => Text::default(),
        1 => text!(nb: " og én sak til", en: " and one more case"),
        more => text!(nb: " og {more} saker til", en: " and {more} more cases"),
    }
}

/// Whole kroner: `1 200 000 kr`, and `1,200,000 kr` in English.
pub(super) fn kroner(amount: Kroner) -> Text {
    Text::in_each(|language| with_unit(&decimal(amount.value(), 0, language), "kr"))
}

/// `0,14 årsverk`
pub(super) fn fte(fte: Fte) -> Text {
    figure(fte.value(), FTE_DECIMALS, "årsverk")
}

/// `0,14 årsverk` with as many decimals as tell it from `other`, and `6 timer` where that is less
/// than årsverk show.
pub(super) fn fte_or_hours(fte: Fte, hours: Hours, other: Fte) -> Text {
    if !fte.rounded(FTE_DECIMALS).value().is_zero() {
        let tells = |decimals: &u32| fte.rounded(*decimals) != other.rounded(*decimals);
        let decimals = (FTE_DECIMALS..MOST_DECIMALS).find(tells).unwrap_or(MOST_DECIMALS);
        return figure(fte.value(), decimals, "årsverk");
    }
    let (nb, en) = (figure(hours.value(), 1, "timer").nb, figure(hours.value(), 1, "hours").en);
    Text { nb, en }
}

fn figure(value: Decimal, decimals: u32, unit: &str) -> Text {
    let number = round(value, decimals).normalize().to_string().replace('-', "−");
    Text { nb: format!("{} {unit}", number.replace('.', ",")), en: format!("{number} {unit}") }
}
