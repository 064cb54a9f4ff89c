//! Which of several names a part of one means.

use crate::shape::nearest;
use crate::source::one_alphabet;

/// A name that is not one of those there are: none fits, or several do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotOne {
    /// As asked for.
    pub wanted: String,
    /// Those that fit; none or several.
    pub fits: Vec<String>,
    /// The one that was probably meant, where none fits.
    pub near: Option<String>,
    /// All there are.
    pub known: Vec<String>,
}

impl NotOne {
    /// The name, where all that fit are the same.
    pub fn one_name(&self) -> Option<&str> {
        let first = self.fits.first()?;
        self.fits.iter().all(|name| folded(name) == folded(first)).then_some(first)
    }
}

/// The place of the one name that is this, or else that has it as a part; in any case, whatever parts the words.
///
/// # Errors
/// [`NotOne`] where none fits, or several do.
pub fn one_of(wanted: &str, names: &[&str]) -> Result<usize, NotOne> {
    let part = folded(wanted);
    let folded: Vec<String> = names.iter().map(|name| folded(name)).collect();
    let places = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        folded.iter().enumerate().filter(|(_, name)| fits(name)).map(|(place, _)| place).collect()
    };
    let same = places(&|name| name == part);
    let fitting =
        if same.is_empty() { places(&|name| !part.is_empty() && name.contains(&part)) } else { same };
    match fitting.as_slice() {
        [one] => Ok(*one),
        several => Err(NotOne {
            wanted: wanted.to_owned(),
            near: nearest(wanted, names.iter().copied()).map(str::to_owned),
            fits: several.iter().filter_map(|place| names.get(*place)).map(|&name| name.to_owned()).collect(),
            known: names.iter().map(|&name| name.to_owned()).collect(),
        }),
    }
}

/// In small letters of one alphabet, a space wherever words are parted.
fn folded(name: &str) -> String {
    let small = one_alphabet(name).to_lowercase();
    let words = small.split(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '_'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_one_name_is_enough_and_the_whole_name_wins() {
        let names = ["Brev", "Brev per uke", "Gatelys på fylkesvei"];
        assert_eq!(one_of("BREV", &names), Ok(0));
        assert_eq!(one_of("per-uke", &names), Ok(1));
        assert_eq!(one_of("pa\u{30a} fylkes", &names), Ok(2));
        assert_eq!(one_of("re", &names).unwrap_err().fits, ["Brev", "Brev per uke"]);
        let none = one_of("", &names).unwrap_err();
        assert_eq!((none.fits.len(), none.known.len()), (0, 3));
        assert_eq!(one_of("brve per uke", &names).unwrap_err().near.as_deref(), Some("Brev per uke"));
    }
}
