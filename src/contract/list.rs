//! The document of `a3 rank --format json`, with and without frames.

use super::LeftOut;
use serde::Serialize;

/// The whole document.
#[derive(Serialize)]
pub(super) struct Rank<'a> {
    pub(super) versjon: u8,
    #[serde(rename = "metode")]
    pub(super) method: &'static str,
    #[serde(rename = "rammer")]
    pub(super) frames: bool,
    pub(super) status: Option<&'static str>,
    pub(super) sum: Option<String>,
    pub(super) gap: Option<String>,
    #[serde(rename = "liste")]
    pub(super) list: Vec<EntryOut<'a>>,
    #[serde(rename = "mangler")]
    pub(super) shortfalls: Vec<Shortfall>,
    #[serde(rename = "bruk")]
    pub(super) use_of_frames: Vec<UseOut<'a>>,
    #[serde(rename = "innsparing")]
    pub(super) savings: Vec<SavingsOut>,
    #[serde(rename = "konflikt")]
    pub(super) conflict: Vec<ClashOut<'a>>,
    #[serde(rename = "utvidelse")]
    pub(super) extension: Vec<ExtensionOut<'a>>,
    #[serde(rename = "merknader")]
    pub(super) remarks: Vec<String>,
    #[serde(rename = "alternativer")]
    pub(super) alternatives: Vec<AlternativeOut<'a>>,
    #[serde(rename = "trekninger")]
    pub(super) drawn: Option<DrawnOut<'a>>,
    #[serde(rename = "utelatt")]
    pub(super) left_out: &'a [LeftOut],
}

/// One case.
#[derive(Serialize)]
pub(super) struct EntryOut<'a> {
    #[serde(rename = "plass")]
    pub(super) place: Option<usize>,
    pub(super) id: &'a str,
    #[serde(rename = "må")]
    pub(super) must: bool,
    #[serde(rename = "verdi")]
    pub(super) value: Option<String>,
    #[serde(rename = "beslutning")]
    pub(super) verdict: Option<&'static str>,
    #[serde(rename = "oppstart")]
    pub(super) start: Option<u16>,
    #[serde(rename = "grunn")]
    pub(super) reason: Option<&'a str>,
    #[serde(rename = "låst")]
    pub(super) lock: Option<LockOut<'a>>,
    #[serde(rename = "budsjett")]
    pub(super) running_effect: Option<[String; 4]>,
    #[serde(rename = "årsverk")]
    pub(super) fte: String,
    #[serde(rename = "sikkerhet")]
    pub(super) certainty: Option<CertaintyOut>,
}

/// How sure the place of a case is.
#[derive(Serialize)]
pub(super) struct CertaintyOut {
    #[serde(rename = "valgt")]
    pub(super) chosen: String,
    #[serde(rename = "plass_p10")]
    pub(super) best: usize,
    #[serde(rename = "plass_p90")]
    pub(super) worst: usize,
}

/// How the choice was drawn, and what decides it.
#[derive(Serialize)]
pub(super) struct DrawnOut<'a> {
    #[serde(rename = "trekk")]
    pub(super) draws: usize,
    #[serde(rename = "frø")]
    pub(super) seed: u64,
    #[serde(rename = "holdt")]
    pub(super) held: usize,
    #[serde(rename = "ikke_bevist")]
    pub(super) unproven: usize,
    #[serde(rename = "ikke_funnet")]
    pub(super) unknown: usize,
    #[serde(rename = "avgjør")]
    pub(super) deciding: Vec<DecidingOut<'a>>,
}

/// A figure that decides.
#[derive(Serialize)]
pub(super) struct DecidingOut<'a> {
    #[serde(rename = "navn")]
    pub(super) name: &'a str,
    #[serde(rename = "sak")]
    pub(super) case: Option<&'a str>,
}

/// Leadership's own decision.
#[derive(Serialize)]
pub(super) struct LockOut<'a> {
    #[serde(rename = "valg")]
    pub(super) choice: &'static str,
    #[serde(rename = "oppstart")]
    pub(super) start: Option<u16>,
    #[serde(rename = "begrunnelse")]
    pub(super) reason: Option<&'a str>,
    #[serde(rename = "koster")]
    pub(super) cost: Option<String>,
}

/// What is missing of innsparingskrav.
#[derive(Serialize)]
pub(super) struct Shortfall {
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(rename = "beløp")]
    pub(super) amount: String,
}

/// innsparingskrav of a year.
#[derive(Serialize)]
pub(super) struct SavingsOut {
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(rename = "krav")]
    pub(super) demand: String,
    #[serde(rename = "nådd")]
    pub(super) reached: String,
    #[serde(rename = "mangler")]
    pub(super) missing: String,
}

/// The use of a frame in a year.
#[derive(Serialize)]
pub(super) struct UseOut<'a> {
    #[serde(rename = "ramme")]
    pub(super) frame: &'static str,
    #[serde(rename = "gruppe")]
    pub(super) group: Option<&'a str>,
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(rename = "brukt")]
    pub(super) used: String,
    #[serde(rename = "grense")]
    pub(super) limit: String,
    #[serde(rename = "skyggeverdi")]
    pub(super) shadow: Option<String>,
}

/// One of the demands that clash.
#[derive(Serialize)]
pub(super) struct ClashOut<'a> {
    #[serde(rename = "krav")]
    pub(super) demand: &'static str,
    #[serde(rename = "gruppe")]
    pub(super) group: Option<&'a str>,
    #[serde(rename = "år")]
    pub(super) year: Option<u16>,
    #[serde(rename = "saker")]
    pub(super) cases: Vec<&'a str>,
    #[serde(rename = "tekst")]
    pub(super) words: String,
    #[serde(rename = "mangler")]
    pub(super) missing: Option<String>,
    #[serde(rename = "alene_nok")]
    pub(super) is_enough: bool,
}

/// What a frame must be extended with, together with others.
#[derive(Serialize)]
pub(super) struct ExtensionOut<'a> {
    #[serde(rename = "ramme")]
    pub(super) frame: &'static str,
    #[serde(rename = "gruppe")]
    pub(super) group: Option<&'a str>,
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(rename = "mangler")]
    pub(super) missing: String,
}

/// The choice within other frames, and what differs.
#[derive(Serialize)]
pub(super) struct AlternativeOut<'a> {
    #[serde(rename = "fil")]
    pub(super) file: &'a str,
    pub(super) status: Option<&'static str>,
    pub(super) sum: Option<String>,
    pub(super) gap: Option<String>,
    #[serde(rename = "budsjett")]
    pub(super) running_effect: Option<[String; 4]>,
    #[serde(rename = "årsverk")]
    pub(super) fte: Option<String>,
    #[serde(rename = "mangler")]
    pub(super) shortfalls: Vec<Shortfall>,
    #[serde(rename = "bruk")]
    pub(super) use_of_frames: Vec<UseOut<'a>>,
    #[serde(rename = "valgt")]
    pub(super) chosen: Vec<ChosenOut<'a>>,
    #[serde(rename = "endring")]
    pub(super) change: Option<ChangeOut<'a>>,
    #[serde(rename = "konflikt")]
    pub(super) conflict: Vec<ClashOut<'a>>,
    #[serde(rename = "utvidelse")]
    pub(super) extension: Vec<ExtensionOut<'a>>,
    #[serde(rename = "utelatt")]
    pub(super) left_out: Option<&'a str>,
}

/// A chosen case and its start.
#[derive(Serialize)]
pub(super) struct ChosenOut<'a> {
    pub(super) id: &'a str,
    #[serde(rename = "oppstart")]
    pub(super) start: Option<u16>,
}

/// What differs from the first.
#[derive(Serialize)]
pub(super) struct ChangeOut<'a> {
    pub(super) sum: String,
    #[serde(rename = "budsjett")]
    pub(super) running_effect: [String; 4],
    #[serde(rename = "årsverk")]
    pub(super) fte: String,
    #[serde(rename = "inn")]
    pub(super) added: Vec<&'a str>,
    #[serde(rename = "ut")]
    pub(super) removed: Vec<&'a str>,
    #[serde(rename = "flyttet")]
    pub(super) moved: Vec<MovedOut<'a>>,
}

/// A case that starts another year.
#[derive(Serialize)]
pub(super) struct MovedOut<'a> {
    pub(super) id: &'a str,
    #[serde(rename = "fra")]
    pub(super) from: Option<u16>,
    #[serde(rename = "til")]
    pub(super) to: Option<u16>,
}
