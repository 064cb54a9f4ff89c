//! The word somebody probably meant.

/// The candidate closest to a word, when it is close: at most a third of the letters (and never
/// more than three) added, left out, changed or swapped. Letter case does not count.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = letters(word);
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let near = candidates.into_iter().filter_map(|candidate| {
        let letters = letters(candidate);
        let allowed = (word.len().max(letters.len()) / 3).clamp(1, 3);
        let distance = distance(&word, &letters);
        (distance <= allowed && distance < letters.len()).then_some((distance, candidate))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// The candidate that was probably meant: the closest, or else the only one that has the word as a part.
pub fn meant<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let part = word.trim().to_lowercase();
    let mut fitting =
        candidates.clone().into_iter().filter(|candidate| candidate.to_lowercase().contains(&part));
    let only = fitting.next().filter(|_| fitting.next().is_none() && !part.is_empty());
    nearest(word, candidates).or(only)
}

/// Words longer than this are no slip of the pen, and take time to compare.
const LONGEST: usize = 60;

/// Lower-case letters, with what people write without a Norwegian keyboard as one letter.
fn letters(word: &str) -> Vec<char> {
    word.to_lowercase().replace("aa", "å").replace("ae", "æ").replace("oe", "ø").chars().collect()
}

/// Damerau–Levenshtein distance with neighbours swapped (optimal string alignment).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    let mut last = None;
    for (row, letter) in one.iter().enumerate() {
        let mut line = vec![row.saturating_add(1)];
        for (column, target) in other.iter().enumerate() {
            let at = |cells: &[usize], column: usize| cells.get(column).copied().unwrap_or(usize::MAX);
            let swap = match column.checked_sub(1) {
                Some(left) if last == Some(target) && other.get(left) == Some(letter) => at(&before, left),
                Some(_) | None => usize::MAX,
            };
            let change = at(&above, column).saturating_add(usize::from(letter != target));
            let remove = at(&above, column.saturating_add(1)).saturating_add(1);
            let add = at(&line, column).saturating_add(1);
            line.push(change.min(remove).min(add).min(swap.saturating_add(1)));
        }
        last = Some(letter);
        before = core::mem::replace(&mut above, line);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 5] = ["navn", "tas_ut", "beregning", "budsjettpost", "nåsituasjon"];

    #[test]
    fn a_part_of_one_alone_is_that_one() {
        assert_eq!(meant("Budsjett", KEYS), Some("budsjettpost"));
        assert_eq!(meant("budsjetpost", KEYS), Some("budsjettpost"));
        assert_eq!(meant("n", KEYS), None, "several have it");
        assert_eq!(meant(" ", KEYS), None);
    }

    #[test]
    fn slips_of_the_pen_are_understood() {
        for (word, meant) in [
            ("nvan", "navn"),
            ("Navn", "navn"),
            ("tasut", "tas_ut"),
            ("tas ut", "tas_ut"),
            ("beregnig", "beregning"),
            ("budsjett_post", "budsjettpost"),
            ("nasituasjon", "nåsituasjon"),
            ("naasituasjon", "nåsituasjon"),
        ] {
            assert_eq!(nearest(word, KEYS), Some(meant), "{word}");
        }
    }

    #[test]
    fn what_resembles_nothing_is_left_alone() {
        for word in ["", "kilde", "xyz", "n", &"a".repeat(10_000)] {
            assert_eq!(nearest(word, KEYS), None, "{word}");
        }
    }

    #[test]
    fn a_swap_of_neighbours_is_one_slip() {
        let distance = |one: &str, other: &str| distance(&letters(one), &letters(other));
        assert_eq!((distance("ab", "ba"), distance("abc", ""), distance("sken", "skne")), (1, 3, 1));
    }
}
