//! How fast a budget is read, against the csv crate alone walking the same bytes: ratios from one run.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark reads the clock and prints")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark may fail loudly")]
#![allow(clippy::float_arithmetic, reason = "timings are floats")]
#![allow(missing_docs, reason = "a benchmark has no API")]

use a3::ledger;
use a3::source::Source;
use a3::units::Year;
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Runs of each measurement, taken in turn; the fastest counts, since other programs only slow a run down.
const RUNS: usize = 25;
const LINES: usize = 500_000;

fn main() {
    println!("{:>28}  {:>8}  {:>10}  {:>10}  {:>8}", "fil", "MiB", "csv", "a3", "forhold");
    let files = [
        ("hele kroner", file(LINES, |number| format!("{}", number * 97 % 9_000_000))),
        (
            "tusenskille og desimaler",
            file(LINES, |number| format!("{} {:03},50", number % 900, number % 1_000)),
        ),
        ("hermetegn rundt alt", quoted(&file(LINES, |number| format!("{}", number * 97 % 9_000_000)))),
    ];
    for (name, text) in files {
        let bytes = text.into_bytes();
        let (mut walked, mut taken) = (Duration::MAX, Duration::MAX);
        for _ in 0..RUNS {
            walked = walked.min(time(|| black_box(walk(&bytes))));
            // The copy that hands the bytes over is no part of reading.
            let copy = bytes.clone();
            taken = taken.min(time(|| black_box(read(copy))));
        }
        println!(
            "{name:>28}  {:>8}  {walked:>10.1?}  {taken:>10.1?}  {:>8.2}",
            bytes.len() / (1024 * 1024),
            taken.as_secs_f64() / walked.as_secs_f64(),
        );
    }
    places();
}

/// A place in the last part of a large file, over and over.
fn places() {
    let text = file(LINES, |number| format!("{number}"));
    let (source, last) =
        (Source::new("budsjett.csv", text.as_str()), u32::try_from(text.len() - 10).unwrap());
    let begun = Instant::now();
    let lines: usize = (0..2_000).map(|back| source.position(last - back).line).sum();
    println!("{:>28}  {:>10.1?}  ({lines})", "2 000 plasser i fila", begun.elapsed());
}

fn walk(bytes: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(bytes);
    let mut record = csv::ByteRecord::new();
    let mut cells = 0;
    while reader.read_byte_record(&mut record).unwrap() {
        cells += record.len();
    }
    cells
}

fn read(bytes: Vec<u8>) -> ledger::Read {
    let read = ledger::read("budsjett/2027.csv", bytes, Year::new(2027).unwrap());
    assert_eq!((read.bad, read.findings.len()), (0, 0), "a file with findings measures something else");
    read
}

/// The time until the work is done; letting go of what came of it is not counted.
fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let begun = Instant::now();
    let done = work();
    let time = begun.elapsed();
    drop(done);
    time
}

fn file(lines: usize, amount: impl Fn(usize) -> String) -> String {
    let arts = ["010", "090", "099", "120", "195", "600"];
    let functions = ["120", "202", "253", "257", "258"];
    let mut text = String::from("ansvar;ansvarsnavn;funksjon;art;beløp;årsverk\n");
    for number in 0..lines {
        let unit = number / 40;
        let (function, art) = (functions[number / 7 % functions.len()], arts[number % arts.len()]);
        let fte = if art == "010" { "12,5" } else { "" };
        writeln!(text, "{unit};Enhet {unit};{function};{art};{};{fte}", amount(number)).unwrap();
    }
    text
}

fn quoted(text: &str) -> String {
    text.lines().map(|line| format!("\"{}\"\n", line.replace(';', "\";\""))).collect()
}
