//! Amounts by year in a form that is not read: each year after a dash of its own, or the years of the case by name.

use super::check::year_of;
use crate::yaml::{Entry, Kind, Node, in_braces};

/// Which years they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// `- 2027: 40 000 kr`
    Calendar,
    /// `år 1: 40 000 kr`: the first, the second …
    Case,
}

/// The amounts, as they are written when they are read.
pub(super) struct YearsApart {
    pub(super) order: Order,
    /// `{2027: 40 000 kr, 2028: 60 000 kr}` or `[40 000 kr, 60 000 kr]`.
    pub(super) meant: String,
}

impl YearsApart {
    pub(super) fn of(node: &Node<'_>) -> Option<Self> {
        let is_list = matches!(node.kind, Kind::List(_));
        if is_list && node.items().iter().any(|item| item.entries().len() != 1) {
            return None;
        }
        let entries: Vec<&Entry<'_>> = match is_list {
            true => node.items().iter().flat_map(Node::entries).collect(),
            false => node.entries().iter().collect(),
        };
        let amounts = entries.iter().map(|entry| entry.value.text().map(in_braces));
        let amounts = amounts.collect::<Option<Vec<String>>>().filter(|amounts| !amounts.is_empty())?;
        let keys = || entries.iter().map(|entry| entry.key.value.trim());
        if is_list && keys().all(|key| year_of(key).is_some()) {
            let years: Vec<String> =
                keys().zip(&amounts).map(|(year, amount)| format!("{year}: {amount}")).collect();
            return Some(Self { order: Order::Calendar, meant: format!("{{{}}}", years.join(", ")) });
        }
        let is_in_order = keys().zip(1_usize..).all(|(key, place)| year_of_case(key) == Some(place));
        is_in_order.then(|| Self { order: Order::Case, meant: format!("[{}]", amounts.join(", ")) })
    }
}

/// The values of years where names with years below them are due, as one writes them: `{2027: 3 årsverk}`.
pub(super) fn years_of_nobody(node: &Node<'_>) -> Option<String> {
    let year = |entry: &Entry<'_>| {
        let key = year_of(&entry.key.value).map(|_| &entry.key.value)?;
        Some(format!("{key}: {}", in_braces(entry.value.text()?)))
    };
    let years = node.entries().iter().map(year).collect::<Option<Vec<String>>>();
    years.filter(|years| !years.is_empty()).map(|years| format!("{{{}}}", years.join(", ")))
}

/// `år 2`, `år2` and `År_2`.
fn year_of_case(key: &str) -> Option<usize> {
    let lower = key.to_lowercase();
    let digits = lower.strip_prefix("år")?.trim_start_matches([' ', '_', '-']);
    digits.parse().ok()
}
