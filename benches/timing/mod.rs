//! How long a piece of work takes.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// The median of so many runs, after one that does not count.
pub(crate) fn median(runs: usize, mut work: impl FnMut() -> usize) -> Duration {
    black_box(work());
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let begun = Instant::now();
            black_box(work());
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[runs / 2]
}
