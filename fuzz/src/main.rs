//! Tries a3 on inputs that are made from good ones by small changes, as many as asked for: none may make it panic
//! or take long. The same seed gives the same inputs, so a number is all it takes to try one again.

mod corpus;
mod mutate;
mod targets;

use mutate::Random;
use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use targets::{Corpora, TARGETS, Target};

/// What one input may take; the slowest command on a whole repository takes a small part of it.
const SOON: Duration = Duration::from_secs(30);

/// Where a panic came from, and the first input that led there.
static FOUND: Mutex<BTreeMap<String, (u64, String)>> = Mutex::new(BTreeMap::new());

thread_local! {
    static CURRENT: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize| arguments.get(place).map(|text| text.parse::<u64>());
    let (Some(name), Some(Ok(count)), Some(Ok(seed))) = (arguments.first(), number(1), number(2)) else {
        return usage();
    };
    let first = number(3).and_then(Result::ok).unwrap_or(0);
    let targets: Vec<&Target> =
        TARGETS.iter().filter(|target| name == "all" || target.name == name).collect();
    if targets.is_empty() {
        return usage();
    }
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        // Work shared among threads panics on one of them and is carried to the one that asked for it.
        let mut found = FOUND.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let known = found.entry(place).or_insert_with(|| (CURRENT.get(), info.to_string()));
        if CURRENT.get() != 0 {
            known.0 = if known.0 == 0 { CURRENT.get() } else { known.0.min(CURRENT.get()) };
        }
    }));
    let corpora = Corpora::read();
    let mut is_clean = true;
    for target in targets {
        is_clean &= Run { target, corpora: &corpora, seed, first, count }.go();
    }
    if is_clean { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn usage() -> ExitCode {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    eprintln!("a3-fuzz TARGET COUNT SEED [FIRST], where TARGET is all, {}", names.join(", "));
    ExitCode::from(2)
}

/// One target over its inputs.
struct Run<'r> {
    target: &'r Target,
    corpora: &'r Corpora,
    seed: u64,
    first: u64,
    count: u64,
}

impl Run<'_> {
    fn go(&self) -> bool {
        let begun = Instant::now();
        let next = AtomicU64::new(self.first);
        let failed = AtomicU64::new(0);
        let threads = if self.target.is_shared {
            1
        } else {
            std::thread::available_parallelism().map_or(1, usize::from)
        };
        let running: Vec<Mutex<Option<(u64, Instant)>>> = (0..threads).map(|_| Mutex::new(None)).collect();
        std::thread::scope(|scope| {
            let workers: Vec<_> =
                running.iter().map(|slot| scope.spawn(|| self.work(&next, &failed, slot))).collect();
            while workers.iter().any(|worker| !worker.is_finished()) {
                std::thread::sleep(Duration::from_millis(50));
                for slot in &running {
                    if let Ok(guard) = slot.lock() {
                        if let Some((input, since)) = *guard {
                            if since.elapsed() > SOON {
                                eprintln!(
                                    "{}: input {input} of seed {} has not ended",
                                    self.target.name, self.seed
                                );
                                std::process::exit(1);
                            }
                        }
                    }
                }
            }
        });
        let failed = failed.into_inner();
        println!(
            "{}: {} inputs of seed {} in {} s, {failed} failed",
            self.target.name,
            self.count,
            self.seed,
            begun.elapsed().as_secs()
        );
        let found = std::mem::take(&mut *FOUND.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
        for (input, said) in found.values() {
            println!(
                "  input {} (run it again with: {} 1 {} {0}): {said}",
                input.saturating_sub(1),
                self.target.name,
                self.seed
            );
        }
        failed == 0
    }

    fn work(&self, next: &AtomicU64, failed: &AtomicU64, slot: &Mutex<Option<(u64, Instant)>>) {
        loop {
            let input = next.fetch_add(1, Ordering::Relaxed);
            if input >= self.first + self.count {
                return;
            }
            CURRENT.set(input + 1);
            if let Ok(mut guard) = slot.lock() {
                *guard = Some((input, Instant::now()));
            }
            let mut random = Random::new(self.seed, input);
            let tried =
                panic::catch_unwind(AssertUnwindSafe(|| (self.target.try_one)(self.corpora, &mut random)));
            if tried.is_err() {
                failed.fetch_add(1, Ordering::Relaxed);
            }
            if let Ok(mut guard) = slot.lock() {
                *guard = None;
            }
        }
    }
}
