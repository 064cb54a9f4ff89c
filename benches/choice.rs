//! How fast a large choice is proven, and the same model as an MPS file for another solver.
//!
//! `cargo bench --bench choice` solves five instances of different tightness: 200 cases, three starts,
//! four plan years, twelve områder. `cargo bench --bench choice -- write FOLDER` writes them.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark writes files, reads the clock and prints"
)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::too_many_lines,
    reason = "a benchmark may fail loudly"
)]
#![allow(missing_docs, reason = "a benchmark has no API")]

use a3::choose::{Effort, Item, Problem, Solved, Start, solve};
use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

const CASES: usize = 200;
const STARTS: usize = 3;
const YEARS: usize = 4;
const AREAS: usize = 12;
/// Per cent of what all cases together would use over the plan that the frames hold.
const TIGHTNESS: [i128; 5] = [20, 35, 50, 65, 80];
/// Parts of 10⁻⁸ in one krone.
const KRONE: i128 = 100_000_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["write", folder] => {
            for (number, tightness) in TIGHTNESS.into_iter().enumerate() {
                let path = Path::new(folder).join(format!("valg-{tightness}.mps"));
                std::fs::write(path, mps(&instance(number as u64 + 1, tightness))).unwrap();
            }
        }
        _ => measure(),
    }
}

fn measure() {
    println!("{:>8}  {:>16}  {:>10}  {:>6}", "stramhet", "verdi, 1 000 kr", "tid", "gap");
    for (number, tightness) in TIGHTNESS.into_iter().enumerate() {
        let problem = instance(number as u64 + 1, tightness);
        let begun = Instant::now();
        let solved = solve(&problem, Effort::of(1_000_000));
        let time = begun.elapsed();
        let Solved::Found { worth, gap, .. } = solved else { panic!("there is a choice: {solved:?}") };
        println!("{tightness:>6} %  {:>16}  {time:>10.2?}  {gap:>6}", worth.value / KRONE / 1000);
    }
}

/// Numbers that look random and are the same everywhere (SplitMix64, Steele et al. 2014).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from `low` to `high`.
    fn between(&mut self, low: i128, high: i128) -> i128 {
        low + i128::from(self.next()) % (high - low + 1)
    }

    fn case(&mut self) -> usize {
        usize::try_from(self.between(0, CASES as i128 - 1)).unwrap()
    }
}

/// What a case needs, before its start is chosen.
struct Need {
    area: usize,
    /// Change capacity in the first and the second year, tenths of an årsverk.
    capacity: [i128; 2],
    investment: i128,
    restructuring: i128,
    value: i128,
    /// What each start is worth more or less, per cent.
    timing: [i128; STARTS],
}

/// A portfolio: cases of very different size, worth about what they cost to carry out; each year later
/// takes 4 % of the value, give or take.
fn instance(seed: u64, tightness: i128) -> Problem {
    let mut numbers = Numbers(seed);
    let needs: Vec<Need> = (0..CASES).map(|_| need(&mut numbers)).collect();
    let items = needs
        .iter()
        .map(|need| Item { starts: (0..STARTS).map(|year| start(need, year)).collect(), locked_in: false });
    let mut problem =
        Problem { items: items.collect(), limits: limits(&needs, tightness), ..Problem::default() };
    for _ in 0..15 {
        let (one, other) = (numbers.case(), numbers.case());
        if one != other {
            problem.requires.push((one.max(other), one.min(other)));
        }
    }
    for _ in 0..10 {
        let (one, other) = (numbers.case(), numbers.case());
        if one != other {
            problem.excludes.push((one, other));
        }
    }
    // Duties that can all be met: light cases without ties.
    let ties = problem.requires.iter().chain(&problem.excludes);
    let tied: Vec<usize> = ties.flat_map(|(one, other)| [*one, *other]).collect();
    let light = |case: &usize| {
        !tied.contains(case)
            && needs[*case].capacity.iter().sum::<i128>() < 12
            && needs[*case].investment < 1_500_000
    };
    for _ in 0..8 {
        let mut group: Vec<usize> = (0..2).map(|_| numbers.case()).filter(light).collect();
        group.sort_unstable();
        group.dedup();
        if !group.is_empty() {
            problem.groups.push(group);
        }
    }
    problem
}

fn need(numbers: &mut Numbers) -> Need {
    // Sizes spread evenly by their logarithm, from 0.3 to 5: many small cases, a few large.
    let size = (0..numbers.between(0, 56)).fold(30, |size, _| size * 105 / 100 + 1);
    let investment = if numbers.between(0, 9) < 6 { size * numbers.between(30, 300) * 100 } else { 0 };
    let restructuring = size * numbers.between(50, 400) * 10;
    // A year's running gain, over a life of 5, 8, 10 or 15 years (Σ of 1.04^-k), and what it gives others.
    let annuity = [463, 700, 844, 1156][usize::try_from(numbers.between(0, 3)).unwrap()];
    let gain = size * numbers.between(-100, 900) * 10 / 100 * annuity / 100 * numbers.between(90, 110);
    Need {
        area: usize::try_from(numbers.between(0, AREAS as i128 - 1)).unwrap(),
        capacity: [size * numbers.between(2, 12) / 100, size * numbers.between(0, 8) / 100],
        investment,
        restructuring,
        timing: [numbers.between(-10, 10), numbers.between(-10, 10), numbers.between(-10, 10)],
        value: gain + size * numbers.between(0, 2_000) * 10 - investment * 8 / 10 - restructuring,
    }
}

fn start(need: &Need, year: usize) -> Start {
    let mut uses: Vec<(usize, i128)> = Vec::new();
    for (later, capacity) in need.capacity.into_iter().enumerate() {
        if year + later < YEARS && capacity > 0 {
            uses.push((need.area * YEARS + year + later, capacity * KRONE / 10));
        }
    }
    uses.push((AREAS * YEARS + year, need.investment * KRONE));
    uses.push((AREAS * YEARS + YEARS + year, need.restructuring * KRONE));
    uses.retain(|(_, amount)| *amount != 0);
    // Each year later takes 4 %, and the time itself counts a tenth up or down: a contract that runs
    // out, a house that is built.
    let later = (0..year).fold(need.value, |value, _| value * 96 / 100);
    let value = (later + need.value.abs() * need.timing[year] / 100) * KRONE;
    let number = u16::try_from(year).unwrap();
    Start { year: 2027 + number, delay: 0, value, uses, savings: [0; 4] }
}

fn limits(needs: &[Need], tightness: i128) -> Vec<i128> {
    let share = |all: i128| all * tightness / 100 / YEARS as i128;
    let mut limits = Vec::new();
    for area in 0..AREAS {
        let all: i128 = needs.iter().filter(|need| need.area == area).flat_map(|need| need.capacity).sum();
        limits.extend([share(all).max(12) * KRONE / 10; YEARS]);
    }
    limits.extend([share(needs.iter().map(|need| need.investment).sum()) * KRONE; YEARS]);
    limits.extend([share(needs.iter().map(|need| need.restructuring).sum()) * KRONE; YEARS]);
    limits
}

/// The plain model, as anyone would write it: kroner in thousands, one variable per case and start.
fn mps(problem: &Problem) -> String {
    let thousand = |parts: i128| format!("{}.{:03}", parts / KRONE / 1000, (parts / KRONE % 1000).abs());
    let mut rows = String::from("NAME valg\nROWS\n N verdi\n");
    let (mut columns, mut bounds) = (vec![vec![String::new(); STARTS]; CASES], String::new());
    let mut right = String::new();
    let mut row = |name: String,
                   (sense, limit): (char, String),
                   uses: &mut dyn Iterator<Item = (usize, usize, String)>| {
        let _ = writeln!(rows, " {sense} {name}");
        let _ = writeln!(right, " RHS {name} {limit}");
        for (case, start, used) in uses {
            let _ = writeln!(columns[case][start], " x{case}_{start} {name} {used}");
        }
    };
    let all = || (0..CASES).flat_map(|case| (0..STARTS).map(move |start| (case, start)));
    for case in 0..CASES {
        row(
            format!("ett{case}"),
            ('L', "1".to_owned()),
            &mut (0..STARTS).map(|start| (case, start, "1".to_owned())),
        );
    }
    for (frame, limit) in problem.limits.iter().enumerate() {
        let used = |case: usize, start: usize| {
            let uses = &problem.items[case].starts[start].uses;
            uses.iter().find(|(row, _)| *row == frame).map(|(_, amount)| *amount)
        };
        let scale = if frame < AREAS * YEARS {
            |parts: i128| format!("{}.{}", parts / KRONE, parts * 10 / KRONE % 10)
        } else {
            thousand
        };
        row(
            format!("ramme{frame}"),
            ('L', scale(*limit)),
            &mut all().filter_map(|(case, start)| Some((case, start, scale(used(case, start)?)))),
        );
    }
    for (number, (one, other)) in problem.requires.iter().enumerate() {
        for year in 0..STARTS {
            let uses = (0..=year)
                .flat_map(|start| [(*one, start, "1".to_owned()), (*other, start, "-1".to_owned())]);
            row(format!("krever{number}_{year}"), ('L', "0".to_owned()), &mut uses.into_iter());
        }
    }
    for (number, (one, other)) in problem.excludes.iter().enumerate() {
        let uses =
            (0..STARTS).flat_map(|start| [(*one, start, "1".to_owned()), (*other, start, "1".to_owned())]);
        row(format!("utelukker{number}"), ('L', "1".to_owned()), &mut uses.into_iter());
    }
    for (number, group) in problem.groups.iter().enumerate() {
        let uses = group.iter().flat_map(|case| (0..STARTS).map(|start| (*case, start, "1".to_owned())));
        row(format!("må{number}").replace('å', "aa"), ('G', "1".to_owned()), &mut uses.into_iter());
    }
    let mut text = rows + "COLUMNS\n MARKER MARKER 'MARKER' 'INTORG'\n";
    for (case, start) in all() {
        let value = problem.items[case].starts[start].value;
        let sign = if value < 0 { "" } else { "-" };
        let _ = writeln!(text, " x{case}_{start} verdi {sign}{}", thousand(value.abs()));
        text += &columns[case][start];
        let _ = writeln!(bounds, " BV BND x{case}_{start}");
    }
    text + " MARKER MARKER 'MARKER' 'INTEND'\nRHS\n" + &right + "BOUNDS\n" + &bounds + "ENDATA\n"
}
