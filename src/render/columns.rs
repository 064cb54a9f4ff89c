//! How wide each column of a table is: figures and pictures take what they need, words share the rest.

use crate::sheets::Held;

/// What a column needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Need {
    pub(super) held: Held,
    /// The widest of its cells, unbroken, with the space after it.
    pub(super) natural: i64,
    /// Its longest word, with the space after it.
    pub(super) least: i64,
}

/// A word longer than this may be broken.
const LONGEST_WORD: i64 = 11_000;
/// No column of words asks for more than this when room is shared.
const MOST_WANTED: i64 = 45_000;

/// The widths of columns in a table of some width; they add up to it.
pub(super) fn widths(needs: &[Need], width: i64) -> Vec<i64> {
    let natural: i64 = needs.iter().map(|need| need.natural).fold(0, i64::saturating_add);
    if natural <= width {
        return with_rest(needs, needs.iter().map(|need| need.natural).collect(), width - natural);
    }
    let word = |need: &Need| need.least.min(LONGEST_WORD).min(need.natural);
    // Short words are broken into lines before any word is broken.
    let roomy = |need: &Need| match need.held {
        Held::Pictures => need.natural,
        Held::Figures | Held::Short => need.natural.min(scaled_share(width)).max(word(need)),
        Held::Words => word(need),
    };
    let tight = |need: &Need| if need.held == Held::Short { word(need) } else { roomy(need) };
    let given: Vec<i64> = needs.iter().map(roomy).collect();
    let narrow: Vec<i64> = needs.iter().map(tight).collect();
    let rest = |given: &[i64]| width - given.iter().copied().fold(0, i64::saturating_add);
    match (rest(&given), rest(&narrow)) {
        (left, _) if left > 0 => shared(needs, &given, left),
        (_, left) if left > 0 => shared(needs, &narrow, left),
        _ => squeezed(&narrow, width),
    }
}

/// The most a column of short words takes of a full table.
const fn scaled_share(width: i64) -> i64 {
    width / 5
}

/// What is left over goes to the columns of words, most to the one that has most.
fn with_rest(needs: &[Need], given: Vec<i64>, rest: i64) -> Vec<i64> {
    let has_words = needs.iter().any(|need| need.held == Held::Words);
    let part = |need: &Need| if need.held == Held::Words || !has_words { need.natural.max(1) } else { 0 };
    let all = needs.iter().map(part).fold(0, i64::saturating_add).max(1);
    let more = needs.iter().map(|need| rest.saturating_mul(part(need)) / all);
    given.iter().zip(more).map(|(given, more)| given.saturating_add(more)).collect()
}

/// Columns of words share what is left by what more they want; none gets more than it wants while another lacks.
fn shared(needs: &[Need], given: &[i64], rest: i64) -> Vec<i64> {
    let wants = |need: &Need, given: i64| match need.held {
        Held::Words => need.natural.min(MOST_WANTED).saturating_sub(given).max(1),
        Held::Short | Held::Figures => need.natural.saturating_sub(given).max(0),
        Held::Pictures => 0,
    };
    let all: Vec<i64> = needs.iter().zip(given).map(|(need, given)| wants(need, *given)).collect();
    let sum = all.iter().copied().fold(0, i64::saturating_add).max(1);
    let more = all.iter().map(|want| rest.saturating_mul(*want) / sum);
    given.iter().zip(more).map(|(given, more)| given.saturating_add(more)).collect()
}

/// Too much for the table: every column is narrowed alike.
fn squeezed(given: &[i64], width: i64) -> Vec<i64> {
    let sum = given.iter().copied().fold(0, i64::saturating_add).max(1);
    given.iter().map(|given| given.saturating_mul(width) / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(held: Held, natural: i64, least: i64) -> Need {
        Need { held, natural, least }
    }

    #[test]
    fn words_take_what_figures_leave() {
        let needs = [need(Held::Words, 5_000, 2_000), need(Held::Figures, 3_000, 3_000)];
        assert_eq!(widths(&needs, 20_000), [17_000, 3_000]);
        let needs = [need(Held::Words, 90_000, 4_000), need(Held::Words, 9_000, 4_000), needs[1]];
        let shared = widths(&needs, 30_000);
        assert_eq!(shared[2], 3_000);
        assert!(shared[0] > shared[1] && shared[1] > 4_000, "{shared:?}");
        assert!(shared.iter().sum::<i64>() <= 30_000);
    }

    #[test]
    fn no_word_is_broken_where_there_is_room_for_it() {
        let short = need(Held::Short, 9_000, 7_000);
        let given = widths(&[need(Held::Words, 40_000, 10_500), short, short], 25_000);
        assert!(given[0] >= 10_500 && given[1] >= 7_000, "{given:?}");
        let years = need(Held::Short, 9_000, 4_000);
        let given = widths(&[need(Held::Words, 12_000, 7_500), years, years, years, years], 30_000);
        assert!(given[0] >= 7_500 && given[1] >= 4_000, "{given:?}");
    }

    #[test]
    fn columns_that_need_too_much_are_narrowed_together() {
        let needs = [need(Held::Pictures, 20_000, 20_000), need(Held::Pictures, 20_000, 20_000)];
        assert_eq!(widths(&needs, 20_000), [10_000, 10_000]);
    }
}
