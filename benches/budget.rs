//! How long the future budget takes to build, against the csv crate alone reading the same lines.
//!
//! `cargo bench --bench budget` prints it, for budgets where every unit is touched and where few are.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark reads the clock and prints")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark may fail loudly")]
#![allow(clippy::float_arithmetic, reason = "timings are floats")]
#![allow(missing_docs, reason = "a benchmark has no API")]

mod timing;

use a3::budget::{Chosen, future_budget};
use a3::calc::Calculator;
use a3::ledger::{AccountClass, Code, Ledger, Line};
use a3::model::{Benefit, BudgetLine, Case, Organisation};
use a3::source::Span;
use a3::units::{Decimal, Kroner};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
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
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        reader.byte_records().map(|record| record.unwrap().len()).sum()
    });
    println!("{LINES} lines, {CASES} cases; the csv crate alone: {reading:.1?}");
    let solvik = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/solvik");
    let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 10).unwrap();
    let appraised = a3::flow::appraise(&[solvik], day).unwrap();
    for touched in [LINES / PER_UNIT, 50] {
        let cases: Vec<Case> = (0..CASES).map(|at| case(&appraised.cases[0].case, at, touched)).collect();
        let building = median(RUNS, || build(&cases, &appraised.organisation, &ledger));
        let ratio = building.as_secs_f64() / reading.as_secs_f64();
        println!("{touched:>5} units touched: {building:.1?}, {ratio:.2} × the csv crate");
    }
}

fn build(cases: &[Case], organisation: &Organisation, ledger: &Ledger) -> usize {
    let calculator = Calculator::new(organisation);
    let chosen = cases.iter().map(|case| {
        let schedule = case.schedule().unwrap();
        Chosen { case, schedule, effects: calculator.budget_effects(case, schedule).unwrap() }
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
    (Ledger { lines: lines.into(), unit_names: BTreeMap::new() }, text)
}
