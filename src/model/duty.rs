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
    pub fn written_out(text: &str, legal_basis: &str, register: &[Requirement]) -> Self {
        let written = Identity::of(text, legal_basis);
        let is_same = |known: &&Requirement| {
            written.is(&Identity::of(&known.text, known.legal_basis.as_deref().unwrap_or_default()))
        };
        let key = register.iter().find(is_same).map(|known| known.key.clone());
        Self { id: key.unwrap_or_else(|| written.id()), text: text.to_owned() }
    }

    /// Whether a minimumskrav is taken from met to unmet.
    pub fn is_broken(today: Fulfilment, after: Fulfilment) -> bool {
        today == Fulfilment::Yes && after != Fulfilment::Yes
    }

    /// Whether a minimumskrav is taken from unmet to met.
    pub fn is_taken_on(today: Fulfilment, after: Fulfilment) -> bool {
        today != Fulfilment::Yes && after == Fulfilment::Yes
    }
}

impl From<&Requirement> for Duty {
    fn from(registered: &Requirement) -> Self {
        Self { id: registered.key.clone(), text: registered.text.clone() }
    }
}

/// What makes a duty the one it is, without capitals, spaces and signs.
struct Identity {
    law: String,
    paragraph: String,
    text: String,
}

impl Identity {
    fn of(text: &str, legal_basis: &str) -> Self {
        let (law, paragraph) = legal_basis
            .find('§')
            .and_then(|place| legal_basis.split_at_checked(place))
            .unwrap_or(("", legal_basis));
        Self { law: name_of_law(law), paragraph: letters(paragraph), text: letters(text) }
    }

    /// Whether it is the same duty; where one of the two names no law, the paragraph says enough.
    fn is(&self, other: &Self) -> bool {
        let is_one_law = self.law == other.law || self.law.is_empty() || other.law.is_empty();
        is_one_law && self.paragraph == other.paragraph && self.text == other.text
    }

    /// A space is in no key, so what is written out is never taken for one.
    fn id(&self) -> String {
        format!("{} {} {}", self.law, self.paragraph, self.text)
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Other names of laws: the short ones that are in use where municipal duties are named (Lovdata's list of short titles),
/// nynorsk ones that are other words, and what a law is called in full.
const NAMES: [(&str, &str); 44] = [
    ("aml", "arbeidsmiljøloven"),
    ("arkl", "arkivloven"),
    ("bhl", "barnehageloven"),
    ("bhgl", "barnehageloven"),
    ("bvl", "barnevernsloven"),
    ("fhl", "folkehelseloven"),
    ("forurl", "forurensningsloven"),
    ("fvl", "forvaltningsloven"),
    ("hol", "helse- og omsorgstjenesteloven"),
    ("hotl", "helse- og omsorgstjenesteloven"),
    ("hpl", "helsepersonelloven"),
    ("intl", "integreringsloven"),
    ("koml", "kommuneloven"),
    ("kl", "kommuneloven"),
    ("ldl", "likestillings- og diskrimineringsloven"),
    ("loa", "anskaffelsesloven"),
    ("offl", "offentleglova"),
    ("offentlighetsloven", "offentleglova"),
    ("oppl", "opplæringsloven"),
    ("opplæringsl", "opplæringsloven"),
    ("pasrl", "pasient- og brukerrettighetsloven"),
    ("pbl", "plan- og bygningsloven"),
    ("pbrl", "pasient- og brukerrettighetsloven"),
    ("phvl", "psykisk helsevernloven"),
    ("popplyl", "personopplysningsloven"),
    ("smvl", "smittevernloven"),
    ("sotjl", "sosialtjenesteloven"),
    ("pasient- og brukarrettslova", "pasient- og brukerrettighetsloven"),
    ("pasient- og brukarrettslov", "pasient- og brukerrettighetsloven"),
    ("pasient- og brukarrettighetslova", "pasient- og brukerrettighetsloven"),
    ("pasient- og brukerrettslova", "pasient- og brukerrettighetsloven"),
    ("forureiningslova", "forurensningsloven"),
    ("lov om arkiv", "arkivloven"),
    ("lov om barnehager", "barnehageloven"),
    ("lov om barnehagar", "barnehageloven"),
    ("lov om barnevern", "barnevernsloven"),
    ("lov om folkehelsearbeid", "folkehelseloven"),
    ("lov om kommuner og fylkeskommuner", "kommuneloven"),
    ("lov om kommunale helse- og omsorgstjenester", "helse- og omsorgstjenesteloven"),
    ("lov om kommunale helse- og omsorgstjenester m.m.", "helse- og omsorgstjenesteloven"),
    ("lov om kommunale helse- og omsorgstenester", "helse- og omsorgstjenesteloven"),
    ("lov om kommunale helse- og omsorgstenester m.m.", "helse- og omsorgstjenesteloven"),
    ("lov om pasient- og brukerrettigheter", "pasient- og brukerrettighetsloven"),
    ("lov om vern mot forurensninger og om avfall", "forurensningsloven"),
];

/// The name of a law as it is compared: its short name and its nynorsk one are the same law.
fn name_of_law(written: &str) -> String {
    let name: String = plain(without_what_is_beside(written)).collect();
    let whole = NAMES.iter().find(|(other, _)| plain(other).eq(name.chars()));
    let name = whole.map_or(name, |(_, whole)| plain(whole).collect());
    let ends = ["loven", "lova", "lov", "l"].into_iter().find_map(|end| name.strip_suffix(end));
    let stem = ends.unwrap_or(&name);
    stem.strip_suffix('s').unwrap_or(stem).replace("tjeneste", "teneste")
}

/// Only its letters and digits, none of them capital.
fn plain(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// The name itself: without «jf.» before it, and without the short name in parentheses after it.
fn without_what_is_beside(written: &str) -> &str {
    let written = written.trim();
    let reference = ["jf.", "jfr.", "jf ", "jfr ", "Jf.", "Jfr.", "Jf ", "Jfr "];
    let name = reference.iter().find_map(|word| written.strip_prefix(word)).unwrap_or(written);
    match name.strip_suffix(')').and_then(|name| name.split_once('(')) {
        Some((name, _)) if !name.trim().is_empty() => name,
        Some(_) | None => name,
    }
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
    fn how_the_name_of_the_law_is_spelled_makes_no_other_duty() {
        let written = |text, basis| Duty::written_out(text, basis, &[registered()]).id;
        let text = "Alle med vedtak om tilsyn om natten får det";
        assert_eq!(written(text, "helse- og omsorgstjenesteloven § 4-1"), "tilsyn-natt");
        assert_eq!(written("alle med vedtak om  tilsyn om natten får det", "Hol. §4-1"), "tilsyn-natt");
        assert_ne!(written(text, "hol. § 4-2"), "tilsyn-natt");
        assert_ne!(written("Forsvarlig tilsyn", "hol. § 4-1"), "tilsyn-natt");
        assert_eq!(written(text, "helse- og omsorgstenestelova § 4-1"), "tilsyn-natt");
        assert_eq!(written(text, "§ 4-1"), "tilsyn-natt", "no law is named");
    }

    #[test]
    fn other_names_of_a_law_are_that_law() {
        let id = |basis: &str| Duty::written_out("Svar i tide", basis, &[]).id;
        for same in [
            ["pasient- og brukarrettslova § 2-1", "pasient- og brukerrettighetsloven § 2-1"],
            ["forureiningslova § 26", "forurensningsloven § 26"],
            ["lov om barnehager § 8", "barnehageloven § 8"],
            ["Lov om kommunale helse- og omsorgstjenester m.m. § 3-1", "hol. § 3-1"],
            ["helse- og omsorgstjenesteloven (hol.) § 3-1", "helse- og omsorgstenestelova § 3-1"],
            ["lov om barnehager (barnehageloven) § 8", "bhl. § 8"],
            ["jf. kommuneloven § 25-1", "koml. § 25-1"],
        ] {
            assert_eq!(id(same[0]), id(same[1]), "{same:?}");
        }
        assert_ne!(id("lov om arkiv § 8"), id("lov om barnevern § 8"));
    }

    #[test]
    fn two_laws_are_two_duties_however_alike_the_rest_is() {
        let written = |basis| Duty::written_out("Internkontroll", basis, &[registered()]).id;
        assert_ne!(written("barnehageloven § 9"), written("introduksjonsloven § 9"));
        assert_eq!(written("barnehageloven § 9"), written("Barnehagelova §9"));
        assert_eq!(written("barnehagel. § 9"), written("bhl. § 9"));
        assert_eq!(written("barnevernloven § 2"), written("bvl. § 2"));
        let text = "Alle med vedtak om tilsyn om natten får det";
        assert_ne!(Duty::written_out(text, "pbrl. § 4-1", &[registered()]).id, "tilsyn-natt");
    }

    #[test]
    fn a_duty_is_taken_on_where_it_goes_from_unmet_to_met() {
        assert!(Duty::is_taken_on(Fulfilment::Partly, Fulfilment::Yes));
        assert!(!Duty::is_taken_on(Fulfilment::Yes, Fulfilment::Yes));
        assert!(!Duty::is_taken_on(Fulfilment::No, Fulfilment::Partly));
    }
}
