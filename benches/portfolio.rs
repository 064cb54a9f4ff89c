//! How fast a portfolio is checked and calculated, as ratios measured in one run.
//!
//! `cargo bench` prints them. `cargo bench -- generate FOLDER N` writes N cases of about 4 KB to
//! measure the program itself on (memory, a single case).

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark writes files, reads the clock and prints"
)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark may fail loudly")]
#![allow(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "timings are floats")]
#![allow(missing_docs, reason = "a benchmark has no API")]

mod timing;

use a3::diagnostic::Grade;
use a3::repository::Repository;
use a3::{report, yaml};
use chrono::NaiveDate;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use timing::median;

/// Runs of each measurement; the median counts.
const RUNS: usize = 7;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["generate", folder, count] => generate(Path::new(folder), count.parse().unwrap()),
        _ => measure(),
    }
}

fn measure() {
    let folder = tempfile::tempdir().unwrap();
    println!(
        "{:>8}  {:>10}  {:>10}  {:>8}  {:>10}  {:>8}",
        "saker", "lese", "check", "forhold", "calc", "forhold"
    );
    for count in [1_000, 20_000, 100_000] {
        let place = folder.path().join(count.to_string());
        generate(&place, count);
        let paths = [place.clone()];
        let wrong = report::check(&Repository::open(&paths).unwrap(), today()).unwrap().count(Grade::Error);
        assert_eq!(wrong, 0, "a case with errors is not calculated, and measures nothing");
        let runs = if count > 50_000 { 3 } else { RUNS };
        let reading = median(runs, || black_box(read_only(&place)));
        let checking = median(runs, || {
            black_box(report::check(&Repository::open(&paths).unwrap(), today()).unwrap().cases)
        });
        let calculating = median(runs, || {
            black_box(report::appraise(&Repository::open(&paths).unwrap(), today()).unwrap().cases.len())
        });
        println!(
            "{count:>8}  {reading:>10.1?}  {checking:>10.1?}  {:>8.2}  {calculating:>10.1?}  {:>8.2}",
            checking.as_secs_f64() / reading.as_secs_f64(),
            calculating.as_secs_f64() / checking.as_secs_f64(),
        );
    }
}

/// Walks, reads and event-parses, on all cores: the least any check could do.
fn read_only(place: &Path) -> usize {
    let found = Repository::open(&[place.to_owned()]).unwrap();
    let events = found.asked.par_iter().map(|path| {
        let bytes = found.read(path, yaml::MAX_BYTES).unwrap();
        yaml::count_events(&yaml::decode(path, bytes).unwrap())
    });
    events.sum()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

const ORGANISATION: &str = "a3: 1
virksomhet: Solvik kommune
budsjettår: 2027
kalkyle:
  lån: {rente: 4.5 %, avdragstid: 20 år, ansvar: 9000}
  tidsverdi: {innbyggerne: 230 kr/time}
stillinger:
  helsefagarbeider: {årslønn: 520 000 kr}
områder: [Helse og omsorg, Oppvekst, Teknisk, Stab]
mål:
  bo-hjemme: {navn: Flere bor trygt hjemme lenger, kilde: Kommuneplanens samfunnsdel}
";

/// Writes a portfolio of cases of about 4 KB, each like a real one in the prioritising phase.
fn generate(folder: &Path, count: usize) {
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("a3.yaml"), ORGANISATION).unwrap();
    for number in 0..count {
        let path: PathBuf =
            folder.join(format!("saker/{:03}", number / 500)).join(format!("sak-{number:06}.yaml"));
        if number.is_multiple_of(500) {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        }
        std::fs::write(path, case(number)).unwrap();
    }
}

/// A case in the prioritising phase; the words in braces are put in.
const CASE: &str = "a3: 1
tittel: Digitalt tilsyn om natten, sone {number}
område: Helse og omsorg
eier: Lars Linjeleder
fase: prioritering
bakgrunn: |
  Nattjenesten går faste runder til alle som har vedtak om tilsyn. Mange våkner av besøket,
  og de ansatte bruker store deler av natta på veien mellom brukerne.
  I fjor ble det kjørt over tjue tusen kilometer om natta. Hver fjerde vakt gikk uten full dekning,
  og vikarene kjente verken brukerne eller veien. Pårørende har meldt fra om tilsyn som vekker
  mer enn de trygger, og tillitsvalgte om vakter der ingen rekker å dokumentere før morgenen.
nåsituasjon: Alle tilsyn er fysiske, også der brukeren helst vil sove.
ønsket_situasjon: Tilsynet er digitalt for dem som ønsker det, og de ansatte er der de trengs.
minimumskrav:
  - krav: Forsvarlig tilsyn om natten
    hjemmel: helse- og omsorgstjenesteloven § 4-1
    oppfylt: ja
    etter: ja
mål: [bo-hjemme]
gap:
  - navn: Fysiske tilsyn per natt
    nå: 40 tilsyn
    ønsket: 12 tilsyn
    etter: 15 tilsyn
    kilde: Vaktlogg uke 3–12
årsaker:
  - Alle tilsyn er fysiske
alternativer:
  - navn: Fortsette som i dag
    vurdering: Nullalternativet
  - navn: Digitalt tilsyn
    vurdering: Best nytte
    valgt: ja
forutsetninger:
  brukere: {verdi: {brukere} brukere, kilde: Fagsystem, dato: 2026-03-01, gyldig_til: 2028-03-01}
  tilsyn_per_natt: {verdi: 2 tilsyn/døgn, kilde: Vaktlogg uke 3–12}
  andel_digital: {lav: 40 %, verdi: 60 %, høy: 70 %, kilde: Erfaring fra nabokommunen}
  tid_fysisk: {verdi: {minutter} min, kilde: Vaktlogg uke 3–12}
  tid_digital: {lav: 3 min, verdi: 5 min, høy: 8 min, kilde: Leverandørens måling}
  kjøring: {verdi: {kilometer} km/år, kilde: Kjørebok 2025}
  kilometerpris: {verdi: 5 kr/km, kilde: Særavtalen}
gevinster:
  - navn: Spart tid til kjøring og tilsyn
    type: spart tid
    eier: Lars Linjeleder
    beregning: brukere × tilsyn_per_natt × andel_digital × (tid_fysisk − tid_digital)
    stilling: helsefagarbeider
    tas_ut: 50 %
    innfasing: [25 %, 80 %, 100 %]
    budsjettpost: {ansvar: 3210, funksjon: 257, art: 010}
  - navn: Færre kjørte kilometer
    type: unngåtte kostnader
    eier: Lars Linjeleder
    beregning: kjøring × kilometerpris
    innfasing: [50 %, 100 %]
    budsjettpost: {ansvar: 3210, funksjon: 257, art: 170}
  - navn: Bedre nattesøvn
    type: økt kvalitet
    eier: Lars Linjeleder
    mottaker: innbyggerne
    betydning: høy
    omfang: middels positivt
    kilde: Brukerundersøkelsen 2025
kostnader:
  - {navn: Sensorer, type: investering, beløp: {investering}000 kr, avdragstid: 8 år, kilde: Tilbud 2026, budsjettpost: {ansvar: 3210, funksjon: 257, art: 200}}
  - {navn: Opplæring, type: omstilling, beregning: 45 ansatte × 8 timer, stilling: helsefagarbeider, utbetales: 30 %, kilde: Opplæringsplan, budsjettpost: {ansvar: 3210, funksjon: 257, art: 010}}
  - {navn: Lisens, type: drift, beløp: {lisens}400 kr/år, kilde: Tilbud 2026, budsjettpost: {ansvar: 3210, funksjon: 257, art: 195}}
oppstart: 2027
senest: 2029
levetid: 8 år
kapasitet: [1.5 årsverk, 0.5 årsverk]
krever: {requires}
utelukker: []
risiko:
  - {hva: Dårlig dekning i ytre deler, sannsynlighet: middels, konsekvens: stor, tiltak: Måle dekning før kjøp}
beslutter: Kommunestyret
betingelser:
  - {hva: Mobildekning i hele kommunen, hvem: IKT, frist: 2027-06-01, status: pågår}
";

fn case(number: usize) -> String {
    let vary = |low: usize, spread: usize| low + (number * 7919) % spread;
    let requires = if number > 0 && number.is_multiple_of(10) {
        format!("[sak-{:06}]", number - 1)
    } else {
        "[]".to_owned()
    };
    let mut text = CASE.to_owned();
    let values = [
        ("{number}", number.to_string()),
        ("{brukere}", vary(43, 60).to_string()),
        ("{minutter}", vary(17, 9).to_string()),
        ("{kilometer}", vary(11_350, 9_000).to_string()),
        ("{investering}", vary(830, 700).to_string()),
        ("{lisens}", vary(180, 200).to_string()),
        ("{requires}", requires),
    ];
    for (place, value) in values {
        text = text.replace(place, &value);
    }
    text.push_str("plan:\n");
    for (row, what) in ["Kjøpe inn", "Lære opp", "Prøve ut i én sone", "Ta i bruk"].iter().enumerate() {
        let (month, need) = (row * 2 + 3, row * 15 + 10);
        writeln!(text, "  - {{hva: {what}, hvem: Fagutvikler, frist: 2027-{month:02}-15, behov: {need} vakter dekkes opp, status: planlagt}}").unwrap();
    }
    text
}
