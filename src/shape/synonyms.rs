//! Words that mean one of the format's own: of the vocabularies, and of the keys.

use super::nearest::nearest;
use super::table::Section;

/// What people write for a word, in small letters. A word holds in every vocabulary it stands in.
#[rustfmt::skip]
const WORDS: &[(&str, &[&str])] = &[
    // Truth, and how far a duty is met.
    ("ja", &["yes", "true", "x", "j", "y", "on"]),
    ("nei", &["no", "false", "n", "off"]),
    ("delvis", &["til dels", "delvis oppfylt"]),
    // Sizes. Betydning and risiko have a word each for the largest.
    ("liten", &["lav", "lite", "lavt", "små"]),
    ("middels", &["medium", "moderat", "middels stor", "middels høy"]),
    ("stor", &["høy", "høyt", "stort"]),
    ("høy", &["høyt", "stor", "stort"]),
    // Gains and costs.
    ("spart tid", &["tidsbesparelse", "spare tid", "sparer tid", "sparte timer", "frigjort tid", "spart arbeidstid"]),
    ("unngåtte kostnader", &["unngått kostnad", "unngåtte utgifter", "unngått utgift", "sparte kostnader", "spart kostnad", "sparte utgifter", "sparte penger", "kostnadsbesparelse", "reduserte kostnader", "reduserte utgifter"]),
    ("økt kvalitet", &["kvalitet", "bedre kvalitet", "høyere kvalitet", "kvalitetsforbedring"]),
    ("investering", &["investeringer", "investeringskostnad", "investeringsutgift"]),
    ("omstilling", &["omstillingskostnad", "omstillingskostnader", "omstillingsutgift"]),
    ("drift", &["driftskostnad", "driftskostnader", "driftsutgift", "driftsutgifter", "løpende drift"]),
    ("dagens utgift", &["dagens utgifter"]),
    ("middels positivt", &["middels positiv"]),
    ("middels negativt", &["middels negativ"]),
    ("stort positivt", &["stor positiv", "stort positiv", "stor positivt"]),
    ("stort negativt", &["stor negativ", "stort negativ", "stor negativt"]),
    ("lite positivt", &["liten positiv", "lite positiv", "liten positivt"]),
    ("lite negativt", &["liten negativ", "lite negativ", "liten negativt"]),
    ("verken eller", &["verken/eller", "hverken eller", "hverken/eller"]),
    // Parties.
    ("kommunen", &["kommune", "egen kommune", "oss selv"]),
    ("innbyggerne", &["innbyggere", "innbygger", "innbyggeren"]),
    ("staten", &["stat"]),
    ("fylkeskommuner", &["fylkeskommunen", "fylkeskommune", "fylket"]),
    ("andre kommuner", &["annen kommune", "nabokommuner", "nabokommunen", "nabokommune"]),
    ("næringslivet", &["næringsliv", "bedrifter", "bedriftene"]),
    ("frivillig sektor", &["frivillige", "frivilligheten", "frivillige organisasjoner"]),
    // Phases.
    ("overblikk", &["oversikt"]),
    ("dypdykk", &["dyp dykk"]),
    ("prioritering", &["prioriteringer", "prioritere"]),
    ("forberedelse", &["forberedelser", "forberede", "forberedelsen"]),
    ("gjennomføring", &["gjennomføre", "gjennomføringen"]),
    ("avsluttet", &["avslutta", "avslutning"]),
    // What has been done, and decided.
    ("planlagt", &["ikke startet", "ikke påbegynt", "ikke begynt", "planlegges"]),
    ("pågår", &["startet", "påbegynt", "begynt", "under arbeid", "i gang", "igangsatt"]),
    ("ferdig", &["utført", "fullført", "gjennomført", "gjort", "ok"]),
    ("avlyst", &["utgår", "avbrutt"]),
    ("vedtatt", &["enstemmig vedtatt", "godkjent"]),
    ("avvist", &["avslått", "nedstemt", "ikke vedtatt"]),
    ("utsatt", &["utsettes"]),
    // How often.
    ("uke", &["ukentlig", "hver uke", "ukevis"]),
    ("måned", &["månedlig", "hver måned", "månedsvis"]),
    ("kvartal", &["kvartalsvis", "hvert kvartal"]),
    ("tertial", &["tertialvis", "hvert tertial"]),
    ("halvår", &["halvårlig", "halvårsvis", "hvert halvår"]),
    ("år", &["årlig", "hvert år", "årsvis"]),
    // a3.yaml.
    ("trekant", &["trekantfordeling", "triangulær"]),
    ("nærmest", &["nærmeste"]),
    ("inn", &["med"]),
    ("ut", &["ikke med"]),
    ("feil", &["error"]),
    ("advarsel", &["warning"]),
    ("merknad", &["note"]),
    ("av", &["off", "slå av"]),
];

/// The word of a vocabulary that a text is, in any case, or is a synonym of.
pub fn word(text: &str, words: &[&'static str]) -> Option<&'static str> {
    const LONGEST: usize = 40;
    if text.len() > LONGEST {
        return None;
    }
    let written = folded(text);
    let is_same = |word: &&&'static str| folded(word) == written;
    words.iter().find(is_same).copied().or_else(|| {
        let mut meant = WORDS.iter().filter(|(word, _)| words.contains(word));
        meant.find(|(_, others)| others.contains(&written.as_str())).map(|(word, _)| *word)
    })
}

/// Everything that is read as one of the words, in small letters, with one space between words.
pub fn accepted(words: &[&'static str]) -> Vec<&'static str> {
    let own = WORDS.iter().filter(|(word, _)| words.contains(word));
    let others = own.flat_map(|(_, others)| others.iter().copied());
    words.iter().copied().chain(others.filter(|other| !words.contains(other))).collect()
}

/// What people write where several words may be meant: none is read as one, but the likeliest is asked for.
const HINTS: &[(&str, &str)] = &[
    ("innsparing", "unngåtte kostnader"),
    ("innsparinger", "unngåtte kostnader"),
    ("besparelse", "unngåtte kostnader"),
    ("besparelser", "unngåtte kostnader"),
    ("sparing", "unngåtte kostnader"),
    ("økonomisk", "unngåtte kostnader"),
    ("effektivisering", "spart tid"),
    ("tid", "spart tid"),
    ("bedre tjeneste", "økt kvalitet"),
    ("engangskostnad", "omstilling"),
    ("engangsutgift", "omstilling"),
    ("opplæring", "omstilling"),
    ("lisens", "drift"),
    ("årlig", "drift"),
    ("innkjøp", "investering"),
];

/// The word of a vocabulary that a text probably stands for, where it is too far from any to be misspelt.
pub(super) fn hint(text: &str, words: &[&'static str]) -> Option<&'static str> {
    let written = folded(text);
    let meant = HINTS.iter().filter(|(said, _)| *said == written).map(|(_, word)| *word);
    meant.into_iter().find(|word| words.contains(word))
}

/// In small letters, with one space where blanks, dashes and underscores part words.
fn folded(text: &str) -> String {
    let small = text.to_lowercase();
    let parts = small.split(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '_'));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What people write for a key, in small letters and without spaces and underscores.
#[rustfmt::skip]
const KEYS: &[(&str, &[&str])] = &[
    ("tittel", &["title", "sakstittel", "overskrift"]),
    ("navn", &["name", "tittel", "title", "benevnelse"]),
    ("område", &["area", "tjenesteområde", "sektor", "avdeling"]),
    ("eier", &["owner", "gevinstansvarlig", "ansvarlig", "saksansvarlig", "gevinsteier"]),
    ("ansvarlig", &["eier", "hvem", "responsible"]),
    ("fase", &["phase", "status", "steg"]),
    ("nåsituasjon", &["situasjon", "dagens", "dagenssituasjon", "slikerdet", "problem", "utfordring"]),
    ("ønsket_situasjon", &["målbilde", "framtidig", "slikskaldetbli", "ønske"]),
    ("bakgrunn", &["background", "begrunnelse"]),
    ("gevinster", &["benefits", "nytte", "effekter", "virkninger"]),
    ("kostnader", &["costs", "utgifter", "kost"]),
    ("forutsetninger", &["assumptions", "antakelser", "tall"]),
    ("beløp", &["amount", "sum", "kroner", "pris", "kostnad", "kr", "anslag"]),
    ("anslag", &["estimate", "estimat", "beløp", "amount", "sum", "verdi"]),
    ("beregning", &["formula", "formel", "regnestykke", "utregning", "kalkyle"]),
    ("kilde", &["source", "referanse", "hentetfra"]),
    ("verdi", &["value", "tall", "mengde", "antall"]),
    ("lav", &["low", "min", "minimum", "lavest"]),
    ("høy", &["high", "maks", "max", "maksimum", "høyest"]),
    ("merknad", &["note", "kommentar", "notat", "comment", "merk"]),
    ("oppstart", &["start", "startår", "oppstartsår", "begynner"]),
    ("levetid", &["varighet", "lifetime", "life"]),
    ("risiko", &["risks", "risikoer", "usikkerhet"]),
    ("hva", &["what", "navn", "tiltak", "aktivitet", "beskrivelse", "tekst", "krav"]),
    ("hvem", &["who", "ansvarlig", "eier", "navn"]),
    ("frist", &["deadline", "dato", "innen", "når"]),
    ("dato", &["date", "når", "tidspunkt"]),
    ("tiltak", &["action", "mottiltak"]),
    ("krav", &["hva", "navn", "tekst"]),
    ("vedtak", &["decision", "beslutning"]),
    ("beslutning", &["vedtak", "resultat", "utfall"]),
    ("organ", &["hvem", "utvalg"]),
    ("stilling", &["position", "rolle", "yrke"]),
    ("type", &["kind", "slag", "kategori"]),
    ("tas_ut", &["uttak", "realiseres"]),
    ("alternativer", &["alternatives", "løsninger"]),
    ("vurdering", &["beskrivelse", "kommentar", "begrunnelse"]),
    ("sannsynlighet", &["probability"]),
    ("konsekvens", &["consequence", "alvorlighet"]),
    ("budsjettår", &["år", "year", "budgetyear"]),
    ("virksomhet", &["kommune", "organisasjon", "navn"]),
    ("rente", &["kalkulasjonsrente", "diskonteringsrente"]),
];

/// The key of a section that was probably meant.
pub(super) fn key(written: &str, section: &'static Section) -> Option<&'static str> {
    let known = || section.all_fields().map(|field| field.key);
    nearest(written, known()).or_else(|| {
        let plain: String = folded(written).split(' ').collect();
        let mut meant = KEYS.iter().filter(|(_, others)| others.contains(&plain.as_str()));
        meant.find_map(|(key, _)| known().find(|known| known == key))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BenefitKind, Extent, Fulfilment, Phase, Recipient};
    use crate::shape::{Kind, paths};

    #[test]
    fn words_are_read_in_any_case_and_by_their_synonyms() {
        assert_eq!(word("Spart Tid", BenefitKind::WORDS), Some("spart tid"));
        assert_eq!(word("spart_tid", BenefitKind::WORDS), Some("spart tid"));
        assert_eq!(word("tidsbesparelse", BenefitKind::WORDS), Some("spart tid"));
        assert_eq!(word("JA", Fulfilment::WORDS), Some("ja"));
        assert_eq!(word("høy", &["liten", "middels", "stor"]), Some("stor"));
        assert_eq!(word("stor", &["liten", "middels", "høy"]), Some("høy"));
        assert_eq!(word("Innbyggere", Recipient::WORDS), Some("innbyggerne"));
        assert_eq!(word("Verken/eller", Extent::WORDS), Some("verken eller"));
        for unsafe_word in ["innsparing", "engangskostnad", "ferdig", ""] {
            let all = [BenefitKind::WORDS, Phase::WORDS].concat();
            assert_eq!(word(unsafe_word, &all), None, "{unsafe_word}");
        }
    }

    #[test]
    fn no_synonym_has_two_meanings_in_one_vocabulary() {
        for found in paths() {
            let Kind::Choice(words) = found.field.kind else { continue };
            let mut all: Vec<String> = accepted(words).into_iter().map(folded).collect();
            let count = all.len();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), count, "{}", found.path);
        }
    }

    #[test]
    fn every_synonym_is_written_as_it_is_compared() {
        for (word, others) in WORDS {
            assert!(others.iter().all(|other| folded(other) == *other && other != word), "{word}");
        }
    }
}
