//! Several things one after the other, as a sentence says them.

use super::{Language, Said, Text, Words};

/// «a, b og c»
pub fn all_of<T: Said>(items: &[T]) -> Text {
    in_a_row(items, crate::words!(nb: "og", nn: "og", en: "and"))
}

/// «a, b eller c»
pub fn any_of<T: Said>(items: &[T]) -> Text {
    in_a_row(items, crate::words!(nb: "eller", nn: "eller", en: "or"))
}

/// «a, b, c»
pub fn listed<T: Said>(items: impl IntoIterator<Item = T>) -> Text {
    separated(items, ", ")
}

/// «a, b, c og 4 til»: so many as there is room for.
pub fn at_most<T: Said>(most: usize, items: impl IntoIterator<Item = T>) -> Text {
    let mut items: Vec<T> = items.into_iter().collect();
    let more = items.len().saturating_sub(most);
    items.truncate(most);
    let named = listed(items);
    match more {
        0 => named,
        more => {
            crate::text!(nb: "{named} og {more} til", nn: "{named} og {more} til", en: "{named} and {more} more"; named, more)
        }
    }
}

/// «a, b og c», and «a, b og 4 til» where there is no room for all.
pub fn all_or_most<T: Said>(most: usize, items: &[T]) -> Text {
    if items.len() > most { at_most(most, items) } else { all_of(items) }
}

/// Things one after the other with the same sign between: «a; b; c».
pub fn separated<T: Said>(items: impl IntoIterator<Item = T>, sign: &str) -> Text {
    let items: Vec<T> = items.into_iter().collect();
    Text::in_each(|language| items.iter().map(|item| item.said(language)).collect::<Vec<_>>().join(sign))
}

/// Sentences one after the other; those that say nothing are left out.
pub fn sentences<T: Said>(parts: impl IntoIterator<Item = T>) -> Text {
    that_say_anything(parts, " ")
}

/// Things one after the other with the same sign between; those that say nothing are left out.
pub fn that_say_anything<T: Said>(parts: impl IntoIterator<Item = T>, sign: &str) -> Text {
    separated(parts.into_iter().filter(|part| !part.said(Language::Nb).is_empty()), sign)
}

fn in_a_row<T: Said>(items: &[T], last: Words) -> Text {
    Text::in_each(|language| {
        let said: Vec<_> = items.iter().map(|item| item.said(language)).collect();
        match said.split_last() {
            Some((only, [])) => only.to_string(),
            Some((end, before)) => format!("{} {} {end}", before.join(", "), last.get(language)),
            None => String::new(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Year;

    #[test]
    fn the_last_two_are_joined_by_a_word() {
        assert_eq!(all_of(&["a", "b", "c"]).nb, "a, b og c");
        assert_eq!(any_of(&["a", "b"]).en, "a or b");
        assert_eq!(all_of::<&str>(&[]), Text::default());
        assert_eq!(at_most(2, ["a", "b", "c", "d"]).nb, "a, b og 2 til");
        assert_eq!(at_most(2, ["a", "b"]).en, "a, b");
    }

    #[test]
    fn what_says_nothing_takes_no_room_between_sentences() {
        let said = sentences(["En.", "", "To."].map(Text::same));
        assert_eq!((said.nb.as_str(), listed([1_usize, 2]).en.as_str()), ("En. To.", "1, 2"));
    }

    #[test]
    fn years_are_listed_as_people_say_them() {
        let said = |numbers: &[u16]| {
            let all: Vec<Year> = numbers.iter().map(|number| Year::new(*number).unwrap()).collect();
            all_of(&all).nb
        };
        assert_eq!(said(&[2027]), "2027");
        assert_eq!(said(&[2027, 2028]), "2027 og 2028");
        assert_eq!(said(&[2027, 2028, 2030]), "2027, 2028 og 2030");
    }
}
