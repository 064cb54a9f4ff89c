//! What is counted: besøk, brukere. Two forms of one noun are the same noun.

use super::folded;
use std::sync::Arc;

/// substantiv: a noun that is counted, in the form it was written in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Noun {
    word: Arc<str>,
    form: Form,
}

/// Whether a noun was written as one of it, `kr/bruker`, or several, `60 brukere`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    One,
    Several,
}

/// The endings a regular noun takes in bokmål, one declension a line. Two words are the same noun
/// where they are equal but for two endings of one line.
const DECLENSIONS: &[&[&str]] = &[
    &["", "en", "a", "et", "er", "ene"],
    &["e", "en", "a", "et", "er", "ene"],
    &["er", "eren", "ere", "erne"],
    &["", "e", "en"],
    &["el", "elen", "elet", "ler", "lene"],
    &["er", "eren", "eret", "re", "rene"],
    &["m", "mmen", "mmet", "mmer", "mmene"],
    &["um", "umet", "er", "ene"],
    &["natt", "natten", "natta", "netter", "nettene"],
    &["mann", "mannen", "menn", "mennene"],
    &["bok", "boka", "boken", "bøker", "bøkene"],
    &["tann", "tanna", "tannen", "tenner", "tennene"],
    &["", "-en", "-er", "-ene", "-et"],
];

/// How nouns end that are the same for one and for several: besøk, tilsyn, brev.
const UNCHANGED: &[&str] = &[
    "søk",
    "syn",
    "brev",
    "vedtak",
    "drag",
    "legg",
    "bygg",
    "rom",
    "hus",
    "kurs",
    "skift",
    "barn",
    "kort",
    "verk",
    "fall",
    "mål",
    "tap",
    "tiltak",
    "svar",
    "anrop",
    "krav",
    "spørsmål",
    "dyr",
    "rør",
    "bad",
    "ord",
    "varsel",
    "stk",
    "skjermbilde",
    "bilag",
    "avtrykk",
    "eksemplar",
    "par",
    "sett",
    "lag",
    "løp",
];

impl Noun {
    /// What something is for each of, as in `kr/bruker`.
    pub(super) fn one(word: &str) -> Self {
        Self { word: word.trim_end_matches('.').into(), form: Form::One }
    }

    /// What a number counts: «tilsyn» of «fysiske tilsyn» and of «tilsyn om natta».
    pub(super) fn several_of(phrase: &str) -> Self {
        const AFTER: &[&str] =
            &["om", "i", "på", "med", "til", "for", "av", "fra", "hos", "ved", "uten", "per"];
        let before = phrase.split_whitespace().take_while(|word| !AFTER.contains(word));
        Self { form: Form::Several, ..Self::one(before.last().unwrap_or(phrase)) }
    }

    /// As it was written.
    pub fn as_written(&self) -> &str {
        &self.word
    }

    /// Whether two words are the same noun but for a regular ending.
    pub fn is_same(&self, other: &Self) -> bool {
        if self.word == other.word {
            return true;
        }
        let (a, b) = (folded(&self.word), folded(&other.word));
        a == b || DECLENSIONS.iter().any(|endings| decline_alike(&a, &b, endings))
    }

    /// The calendar unit that a word such as arbeidsuke is another word for.
    pub fn calendar_unit(&self) -> Option<&'static str> {
        let word = folded(&self.word);
        let rest = ["arbeids", "kalender"].iter().find_map(|start| word.strip_prefix(start))?;
        let forms = [
            ("uk", "uke"),
            ("vek", "uke"),
            ("måned", "måned"),
            ("månad", "måned"),
            ("år", "år"),
            ("døgn", "døgn"),
        ];
        forms.into_iter().find_map(|(start, unit)| rest.starts_with(start).then_some(unit))
    }

    /// Several of it, as «hvor mange …» asks: besøk, brukere, elever.
    pub fn several(&self) -> String {
        let word = &*self.word;
        let last = |ending: &str| word.ends_with(ending);
        let is_several = self.form == Form::Several || last("ene") || last("ere");
        if is_several || UNCHANGED.iter().any(|ending| last(ending)) {
            return word.to_owned();
        }
        match word.strip_suffix("natt") {
            Some(start) => format!("{start}netter"),
            None if last("er") => format!("{word}e"),
            None if last("e") => format!("{word}r"),
            None if last("ansatt") => format!("{word}e"),
            None => format!("{word}er"),
        }
    }
}

/// Whether two words are one stem with two endings of one declension. The stem holds at least two
/// letters, but where the whole word is the ending.
fn decline_alike(a: &str, b: &str, endings: &[&str]) -> bool {
    let stems = |word: &str| -> Vec<usize> {
        endings
            .iter()
            .filter(|ending| word.ends_with(*ending))
            .map(|ending| word.len().saturating_sub(ending.len()))
            .collect()
    };
    let of_b = stems(b);
    stems(a)
        .into_iter()
        .any(|stem| of_b.contains(&stem) && is_stem(a.get(..stem)) && a.get(..stem) == b.get(..stem))
}

/// A stem of one letter is none: «ber» and «ban» are no forms of one noun.
fn is_stem(stem: Option<&str>) -> bool {
    stem.is_some_and(|stem| stem.is_empty() || stem.chars().count() >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        Noun::several_of(a).is_same(&Noun::several_of(b))
    }

    #[test]
    fn forms_of_a_regular_noun_are_the_same() {
        for forms in [
            ["bruker", "brukere", "brukerne"],
            ["besøk", "besøket", "besøkene"],
            ["elev", "elever", "elevene"],
            ["tjeneste", "tjenester", "tjenestene"],
            ["møte", "møter", "møtene"],
            ["ansatt", "ansatte", "Ansatte"],
            ["natt", "netter", "nettene"],
            ["rom", "rom", "rommene"],
            ["regel", "regler", "reglene"],
            ["fysiske tilsyn", "tilsyn", "tilsyn om natta"],
        ] {
            assert!(
                same(forms[0], forms[1]) && same(forms[1], forms[2]) && same(forms[2], forms[0]),
                "{forms:?}"
            );
        }
    }

    #[test]
    fn other_nouns_are_others() {
        for (a, b) in [
            ("besøk", "tilsyn"),
            ("bruker", "beboer"),
            ("bil", "båt"),
            ("brev", "breddegrad"),
            ("sak", "saksbehandler"),
        ] {
            assert!(!same(a, b), "{a} {b}");
        }
    }

    #[test]
    fn several_of_it_is_said_as_people_say_it() {
        let several = |word: &str| Noun::one(word).several();
        for (one, many) in [
            ("besøk", "besøk"),
            ("bruker", "brukere"),
            ("elev", "elever"),
            ("tjeneste", "tjenester"),
            ("natt", "netter"),
            ("brukere", "brukere"),
            ("ansatt", "ansatte"),
        ] {
            assert_eq!(several(one), many);
        }
    }
}
