//! How fast the simulation is: 10 000 draws of 200 cases with 8 uncertain assumptions each, on one
//! thread and on all.
//!
//! `cargo bench --bench simulation` prints it; `cargo bench --bench simulation -- cases` prints what
//! varies between the cases, so that another program can do the same work.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark reads the clock and prints")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a benchmark may fail loudly"
)]
#![allow(missing_docs, reason = "a benchmark has no API")]

mod timing;

use a3::calc::Calculator;
use a3::report::{self, Appraised};
use a3::repository::Repository;
use a3::simulate::{self, Settings, Uncertainty};
use chrono::NaiveDate;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::path::Path;
use timing::median;

const CASES: usize = 200;
const RUNS: usize = 7;

fn main() {
    if std::env::args().any(|word| word == "cases") {
        for number in 0..CASES {
            println!("{}", values(number).map(|value| value.to_string()).join(" "));
        }
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    write_cases(folder.path());
    let appraised =
        report::appraise(&Repository::open(&[folder.path().to_owned()]).unwrap(), today()).unwrap();
    assert_eq!(appraised.cases.len(), CASES, "{:?}", appraised.omitted);
    println!("{} trekk × {CASES} saker × 8 usikre forutsetninger, median av {RUNS}", Settings::DEFAULT.draws);
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let time = pool.install(|| median(RUNS, || simulate(&appraised)));
        println!("{threads} tråd(er), alt som `a3 calc` viser: {time:.1?}");
        let time = pool.install(|| median(RUNS, || summarise(&appraised)));
        println!("{threads} tråd(er), snitt, standardavvik og P10/P50/P90 av NNV: {time:.1?}");
    }
    let first = report::drawn(&appraised, Settings::DEFAULT, &report::unwatched).remove(0);
    let Uncertainty::Spread(spread) = first else { panic!("the first case is uncertain") };
    let summary = spread.summary;
    println!("sak 0: snitt {:.0}, standardavvik {:.0}", summary.mean.value(), summary.deviation.value());
}

/// Everything `a3 calc` tells of every case.
fn simulate(appraised: &Appraised) -> usize {
    report::drawn(appraised, Settings::DEFAULT, &report::unwatched).len()
}

/// Mean, standard deviation, P10, P50, P90 and the share above 0.
fn summarise(appraised: &Appraised) -> usize {
    let calculator = Calculator::new(&appraised.organisation);
    let cases = appraised.cases.par_iter();
    let known = cases.filter(|case| simulate::summarise(&calculator, &case.case, Settings::DEFAULT).is_ok());
    let known = known.count();
    assert_eq!(known, CASES);
    known
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn write_cases(folder: &Path) {
    std::fs::create_dir_all(folder.join("saker")).unwrap();
    std::fs::write(folder.join("a3.yaml"), ORGANISATION).unwrap();
    for number in 0..CASES {
        std::fs::write(folder.join(format!("saker/sak-{number:03}.yaml")), case(number)).unwrap();
    }
}

const ORGANISATION: &str = "a3: 1
virksomhet: Solvik kommune
budsjettår: 2027
stillinger:
  helsefagarbeider: {årslønn: 520 000 kr}
områder: [Helse og omsorg]
";

/// What varies between the cases: brukere, minutter, km, kr of investment and kr of licence.
fn values(number: usize) -> [usize; 5] {
    let vary = |low: usize, spread: usize| low + (number * 7919) % spread;
    [vary(43, 60), vary(17, 9), vary(11_350, 9_000), vary(830, 700) * 1_000, vary(180, 200) * 1_000]
}

/// Eight uncertain assumptions, working time with whole positions, phasing in, and four other rows.
fn case(number: usize) -> String {
    let [users, minutes, kilometres, bought, licence] = values(number);
    let (few, many) = (users - 13, users + 17);
    format!(
        "a3: 1
tittel: Digitalt tilsyn, sone {number}
område: Helse og omsorg
eier: Lars Linjeleder
fase: overblikk
nåsituasjon: Alle tilsyn er fysiske.
ønsket_situasjon: Tilsynet er digitalt for dem som ønsker det.
forutsetninger:
  brukere: {{lav: {few} brukere, verdi: {users} brukere, høy: {many} brukere, kilde: Fagsystem}}
  tilsyn_per_natt: {{lav: 1.5 tilsyn/døgn, verdi: 2 tilsyn/døgn, høy: 2.2 tilsyn/døgn, kilde: Vaktlogg}}
  andel_digital: {{lav: 40 %, verdi: 60 %, høy: 70 %, kilde: Nabokommunen}}
  tid_fysisk: {{lav: {} min, verdi: {minutes} min, høy: {} min, kilde: Vaktlogg}}
  tid_digital: {{lav: 3 min, verdi: 5 min, høy: 8 min, kilde: Leverandøren}}
  kjøring: {{lav: {} km/år, verdi: {kilometres} km/år, høy: {} km/år, kilde: Kjørebok}}
  pris_per_km: {{lav: 4 kr/km, verdi: 5 kr/km, høy: 7 kr/km, kilde: Regnskap}}
  utstyr: {{lav: {} kr, verdi: {bought} kr, høy: {} kr, kilde: Tilbud}}
gevinster:
  - navn: Spart tid til kjøring og tilsyn
    type: spart tid
    beregning: brukere × tilsyn_per_natt × andel_digital × (tid_fysisk − tid_digital)
    stilling: helsefagarbeider
    tas_ut: 50 %
    innfasing: [25 %, 80 %, 100 %]
    budsjettpost: {{ansvar: 3210, funksjon: 257, art: 010}}
  - navn: Færre kjørte kilometer
    type: unngåtte kostnader
    beregning: kjøring × pris_per_km
    innfasing: [50 %, 100 %]
    budsjettpost: {{ansvar: 3210, funksjon: 257, art: 170}}
kostnader:
  - {{navn: Sensorer, type: investering, beregning: utstyr, kilde: Tilbud}}
  - {{navn: Opplæring, type: omstilling, beregning: 45 ansatte × 8 timer, stilling: helsefagarbeider, utbetales: 30 %, kilde: Plan}}
  - {{navn: Lisens, type: drift, beløp: {licence} kr/år, kilde: Tilbud}}
oppstart: 2027
levetid: 8 år
",
        minutes - 4,
        minutes + 6,
        kilometres - 2_500,
        kilometres + 4_000,
        bought - 200_000,
        bought + 500_000,
    )
}
