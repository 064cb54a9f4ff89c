//! minimumskrav that cases take from unmet to met, and when two of them are the same.

use super::organisation::Requirement;
use super::vocabulary::Fulfilment;

/// minimumskrav that a case takes from unmet to met: what makes it må.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// What it is known by: two are the same where this is.
    pub id: String,
    /// krav, as written.
    pub text: String,
}

impl Duty {
    /// One that is written out in a case, with its hjemmel: that of the register where it is the same.
    #[must_use]
    pub fn written_out(text: &str, legal_basis: &str, register: &[Requirement]) -> Self {
        let id = identity(text, legal_basis);
        let is_same = |known: &&Requirement| {
            identity(&known.text, known.legal_basis.as_deref().unwrap_or_default()) == id
        };
        let key = register.iter().find(is_same).map(|known| known.key.clone());
        Self { id: key.unwrap_or(id), text: text.to_owned() }
    }

    /// Whether a minimumskrav is taken from unmet to met.
    #[must_use]
    pub fn is_taken_on(today: Fulfilment, after: Fulfilment) -> bool {
        today != Fulfilment::Yes && after == Fulfilment::Yes
    }
}

impl From<&Requirement> for Duty {
    fn from(registered: &Requirement) -> Self {
        Self { id: registered.key.clone(), text: registered.text.clone() }
    }
}

/// The paragraph and the text, without capitals and spaces. What the law is called is left out: «hol. § 4-1» and
/// «helse- og omsorgstjenesteloven § 4-1» are one.
fn identity(text: &str, legal_basis: &str) -> String {
    let paragraph = legal_basis.find('§').and_then(|place| legal_basis.get(place..)).unwrap_or(legal_basis);
    let letters = |text: &str| -> String {
        text.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
    };
    // A space is in no key, so what is written out is never taken for one.
    format!("{} {}", letters(paragraph), letters(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registered() -> Requirement {
        Requirement {
            key: "tilsyn-natt".to_owned(),
            text: "Alle med vedtak om tilsyn om natten får det".to_owned(),
            legal_basis: Some("hol. § 4-1".to_owned()),
            today: Fulfilment::Partly,
        }
    }

    #[test]
    fn what_the_law_is_called_makes_no_other_duty() {
        let written = |text, basis| Duty::written_out(text, basis, &[registered()]).id;
        let text = "Alle med vedtak om tilsyn om natten får det";
        assert_eq!(written(text, "helse- og omsorgstjenesteloven § 4-1"), "tilsyn-natt");
        assert_eq!(written("alle med vedtak om  tilsyn om natten får det", "Hol. §4-1"), "tilsyn-natt");
        assert_ne!(written(text, "hol. § 4-2"), "tilsyn-natt");
        assert_ne!(written("Forsvarlig tilsyn", "hol. § 4-1"), "tilsyn-natt");
    }

    #[test]
    fn a_duty_is_taken_on_where_it_goes_from_unmet_to_met() {
        assert!(Duty::is_taken_on(Fulfilment::Partly, Fulfilment::Yes));
        assert!(!Duty::is_taken_on(Fulfilment::Yes, Fulfilment::Yes));
        assert!(!Duty::is_taken_on(Fulfilment::No, Fulfilment::Partly));
    }
}
