//! How long the future budget takes, against the csv crate alone reading the same lines: the whole of the work,
//! and the building of it from lines that have been read.
//!
//! `cargo bench --bench budget` prints it, for budgets where every unit is touched and where few are.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark reads the clock and prints")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a benchmark may fail loudly"
)]
#![allow(clippy::float_arithmetic, reason = "timings are floats")]
#![allow(missing_docs, reason = "a benchmark has no API")]

mod timing;

use a3::budget::{CarriedOut, Layout, future_budget};
use a3::calc::Calculator;
use a3::ledger::{AccountClass, Code, Ledger, Line};
use a3::model::{Benefit, BudgetLine, Case, Organisation};
use a3::pages::budget_page::{Detail, Report, page};
use a3::render::Look;
use a3::render::text::render_block;
use a3::report::{Today, Wanted};
use a3::repository::Repository;
use a3::source::Span;
use a3::units::{Decimal, Kroner};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use timing::median;

/// Runs of each measurement; the median counts.
const RUNS: usize = 7;
const LINES: usize = 500_000;
const CASES: usize = 1_000;
/// Lines of one ansvar.
const PER_UNIT: usize = 500;

fn main() {
    let (ledger, text) = today();
    let reading = median(RUNS, || {
        let mut reader = reader(&text);
        reader.byte_records().map(|record| record.unwrap().len()).sum()
    });
    println!("{LINES} lines, {CASES} cases; the csv crate alone: {reading:.1?}");
    let solvik = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/solvik");
    let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 10).unwrap();
    let appraised = a3::report::appraise(&Repository::open(&[solvik]).unwrap(), day).unwrap();
    for touched in [LINES / PER_UNIT, 50] {
        let cases: Vec<Case> = (0..CASES).map(|at| case(&appraised.cases[0].case, at, touched)).collect();
        let building = median(RUNS, || build(&cases, &appraised.organisation, &ledger));
        let ratio = building.as_secs_f64() / reading.as_secs_f64();
        println!("{touched:>5} units touched: {building:.1?}, {ratio:.2} × the csv crate");
    }
    whole(&text, day);
}

/// From files to text: cases and budget are read and checked, the budget is built, and shown page by page.
fn whole(text: &str, day: chrono::NaiveDate) {
    let strings = median(RUNS, || reader(text).records().map(|record| record.unwrap().len()).sum());
    let typed = median(RUNS, || {
        let rows: Vec<Typed> = reader(text).deserialize().map(|row| row.unwrap()).collect();
        rows.iter().map(|(unit, name, ..)| unit.len() + name.len()).sum()
    });
    let folder = tempfile::tempdir().unwrap();
    write_folder(folder.path(), text);
    let all = median(RUNS, || {
        let repository = Repository::open(&[folder.path().to_owned()]).unwrap();
        let found = a3::report::budget(&repository, day, Wanted::All).unwrap();
        let Today::Read { bad, .. } = found.today() else { panic!("the budget file must be read") };
        assert_eq!((found.budget.cases.len(), bad), (CASES, 0), "or this measures something else");
        let report = Report::of(&found, Layout::Level, Detail::Moved);
        let page = page(&report).unwrap();
        let blocks = page.blocks.par_iter().map(|block| render_block(block, Look::default()).len());
        black_box(blocks.sum())
    });
    let times = |other: Duration| all.as_secs_f64() / other.as_secs_f64();
    println!("the whole of a3 budget: {all:.1?}");
    println!("  {:.2} × the csv crate's records of strings ({strings:.1?})", times(strings));
    println!("  {:.2} × the csv crate's typed records ({typed:.1?})", times(typed));
}

/// One line as serde gives it.
type Typed = (String, String, String, String, String, Option<String>);

fn reader(text: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes())
}

/// A case repository with the budget and cases of about 1 KB, each on a unit of its own.
fn write_folder(folder: &Path, text: &str) {
    std::fs::create_dir_all(folder.join("saker")).unwrap();
    std::fs::create_dir_all(folder.join("budsjett")).unwrap();
    std::fs::write(folder.join("budsjett/2027.csv"), text).unwrap();
    let organisation =
        "a3: 1\nvirksomhet: Prøve kommune\nbudsjettår: 2027\nområder: [Helse]\nbudsjett: budsjett/2027.csv\n";
    std::fs::write(folder.join("a3.yaml"), organisation).unwrap();
    for at in 0..CASES {
        let unit = format!("{:05}", at % (LINES / PER_UNIT));
        let case = CASE.replace("ANSVAR", &unit).replace("NUMMER", &at.to_string());
        std::fs::write(folder.join(format!("saker/sak-{at:04}.yaml")), case).unwrap();
    }
}

const CASE: &str = "a3: 1
tittel: Sak NUMMER
område: Helse
eier: Eier NUMMER
fase: dypdykk
nåsituasjon: Slik er det i dag i sak NUMMER
ønsket_situasjon: Slik skal det bli i sak NUMMER
minimumskrav: []
gap:
  - {navn: Ting, nå: 40 ting, ønsket: 12 ting, etter: 15 ting, kilde: Vaktlogg}
alternativer:
  - {navn: Som i dag, vurdering: Nullalternativet}
  - {navn: Nytt, vurdering: Best, valgt: ja}
forutsetninger:
  virkning: {lav: 329166 kr/år, verdi: 658333 kr/år, høy: 921666 kr/år, kilde: Regnskap 2026}
gevinster:
  - navn: Spart utgift
    type: unngåtte kostnader
    beregning: virkning
    innfasing: [50 %, 100 %]
    budsjettpost: {ansvar: ANSVAR, funksjon: 250, art: 010}
kostnader:
  - {navn: Utstyr, type: investering, beløp: 350000 kr, kilde: Tilbud}
  - {navn: Opplæring, type: omstilling, beløp: 120000 kr, kilde: Anslag, budsjettpost: {ansvar: ANSVAR, funksjon: 250, art: 150}}
oppstart: 2027
senest: 2029
levetid: 8 år
kapasitet: [\"1.6 årsverk\", \"0.7 årsverk\"]
";

fn build(cases: &[Case], organisation: &Organisation, ledger: &Ledger) -> usize {
    let calculator = Calculator::new(organisation);
    let chosen = cases.iter().map(|case| {
        let schedule = case.schedule().unwrap();
        CarriedOut { case, schedule, effects: calculator.budget_effects(case, schedule).unwrap() }
    });
    black_box(future_budget(organisation, chosen.collect(), ledger).unwrap()).lines.len()
}

/// A case of the example with its gains on a unit of ours.
fn case(like: &Case, at: usize, touched: usize) -> Case {
    let post = |art: usize| BudgetLine {
        unit: format!("{:05}", at % touched),
        function: "250".to_owned(),
        art: format!("{art:03}"),
        share: a3::units::Share::WHOLE,
    };
    let benefits = like.benefits.iter().zip([10, 120].into_iter().cycle());
    let benefits =
        benefits.map(|(benefit, art)| Benefit { budget_lines: vec![post(art)], ..benefit.clone() });
    Case { id: format!("sak-{at:04}"), benefits: benefits.collect(), ..like.clone() }
}

/// Every line twice, as bookings of one art often are, not in the order of the codes.
fn today() -> (Ledger, String) {
    let mut text = "ansvar;ansvarsnavn;funksjon;art;beløp;årsverk\n".to_owned();
    let mut lines = Vec::with_capacity(LINES);
    for number in 0..LINES {
        let (unit, at) = (number / PER_UNIT, number * 7 % PER_UNIT);
        let (function, art) = (250 + at % 5, 10 + at / 10 * 7);
        writeln!(text, "{unit:05};Enhet {unit};{function};{art:03};{number}00,50;").unwrap();
        lines.push(Line {
            unit: format!("{unit:05}").into(),
            function: Code::new(&function.to_string()).unwrap(),
            art: Code::new(&format!("{art:03}")).unwrap(),
            amount: Kroner::new(Decimal::new(i64::try_from(number).unwrap(), 2)),
            fte: None,
            year: None,
            class: AccountClass::Running,
            span: Span::default(),
        });
    }
    // The reader keeps one copy of each text.
    let mut known: BTreeMap<Arc<str>, Arc<str>> = BTreeMap::new();
    for line in &mut lines {
        let one = known.entry(line.unit.clone()).or_insert_with(|| line.unit.clone());
        line.unit.clone_from(one);
    }
    (Ledger { lines: lines.into(), ..Ledger::default() }, text)
}
