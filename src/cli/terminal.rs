//! The door to the world the program runs in: arguments, environment, clock, terminal, and
//! where results and remarks go.

#![allow(clippy::disallowed_methods, reason = "this file is the door to environment and clock")]

use super::threads;
use a3::choose::Stop;
use a3::render::sanitise;
use a3::report::{self, Step, Work};
use a3::save;
use a3::words;
use a3::words::{Language, Text};
use chrono::{DateTime, Datelike, NaiveDate};
use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::{SigId, flag, low_level};
use std::ffi::OsString;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, OnceLock};
use std::time::{Duration, SystemTime};

/// Columns used where there is no terminal to ask.
const WIDTH_WITHOUT_TERMINAL: u16 = 100;

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    /// On a terminal.
    Auto,
    /// On a terminal or not.
    Always,
    /// Never.
    Never,
}

/// The program's arguments, its own name first.
pub(super) fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
}

/// Today by the machine's clock: only where no `--dato` was given.
pub(super) fn today() -> NaiveDate {
    day_of(SystemTime::now())
}

/// The day here at a time, also before 1970; the first day of 1970 where the calendar does not reach as far.
fn day_of(time: SystemTime) -> NaiveDate {
    let seconds = match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).ok(),
        // Part of a second before is the second before.
        Err(before) => {
            let before = before.duration();
            let whole = before.as_secs().saturating_add(u64::from(before.subsec_nanos() > 0));
            i64::try_from(whole).ok().and_then(i64::checked_neg)
        }
    };
    let time = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0)).unwrap_or_default();
    // A day from the ends of the calendar no time zone leads out of it.
    let is_far_in = time.date_naive().year().abs() < FARTHEST_YEAR;
    if is_far_in { time.with_timezone(&chrono::Local).date_naive() } else { time.date_naive() }
}

/// Years that a time zone never leads out of the calendar from.
const FARTHEST_YEAR: i32 = 200_000;

/// How many threads to start: `RAYON_NUM_THREADS`, and never more than there are cores.
pub(super) fn threads() -> usize {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    threads::wanted(std::env::var("RAYON_NUM_THREADS").ok().as_deref(), cores)
}

/// Whether a person sits at both ends and can answer questions.
pub(super) fn is_interactive() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Whether results are shown in colour. Nothing is where NO_COLOR is set: <https://no-color.org>.
pub(super) fn uses_colour(wish: Colour) -> bool {
    let is_refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    match wish {
        _ if is_refused => false,
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => std::io::stdout().is_terminal(),
    }
}

/// How many columns there are to write in.
pub(super) fn width() -> u16 {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let found = asked.or_else(|| comfy_table::Table::new().width());
    found.unwrap_or(WIDTH_WITHOUT_TERMINAL).clamp(60, 400)
}

/// Cases that take long enough to choose among to show a bar for.
const MANY_CASES: usize = 20;
/// Draws of all cases together that take long enough.
const LONG_DRAWING: usize = 5_000_000;
/// The same where the choice is made again in each draw.
const LONG_CHOOSING: usize = 1_000;

/// Shows how far long work has come, with a bar on stderr; nothing where it is short or nobody watches.
pub(super) fn watch(work: Work, language: Language) -> Step {
    let (choosing, drawing) = (
        words!(nb: "Velger", nn: "Vel", en: "Choosing"),
        words!(nb: "Trekker", nn: "Trekkjer", en: "Drawing"),
    );
    let (steps, doing, is_long) = match work {
        Work::Choosing { cases } => (cases, choosing, cases >= MANY_CASES),
        Work::Drawing { cases, draws } => (cases, drawing, cases.saturating_mul(draws) >= LONG_DRAWING),
        Work::ChoosingAgain { cases, draws } => {
            (draws, drawing, cases.saturating_mul(draws) >= LONG_CHOOSING)
        }
    };
    if !is_long || !std::io::stderr().is_terminal() {
        return report::unwatched(work);
    }
    let bar =
        ProgressBar::new(u64::try_from(steps).unwrap_or(u64::MAX)).with_finish(ProgressFinish::AndClear);
    let bar = bar.with_message(doing.get(language));
    let bar = match ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}") {
        Ok(style) => bar.with_style(style.progress_chars("█▌ ")),
        Err(_) => bar,
    };
    bar.tick();
    Box::new(move || bar.inc(1))
}

/// Puts a result on stdout, or in the file of `-o`. A reader that has gone away is no error.
pub(super) fn give(result: impl AsRef<[u8]>, file: Option<&Path>) -> Result<(), Text> {
    let result = result.as_ref();
    let (written, place) = match file {
        Some(path) => (save::replace(path, result), path),
        None => {
            let mut out = std::io::stdout().lock();
            (out.write_all(result).and_then(|()| out.flush()), Path::new("stdout"))
        }
    };
    match written {
        Err(cause) if cause.kind() != ErrorKind::BrokenPipe => Err(not_written(place, &cause)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// A result that cannot be put where it was to be.
pub(super) fn not_written(place: &Path, cause: &std::io::Error) -> Text {
    a3::text!(
        nb: "Får ikke skrevet til «{place}»: {why}. Sjekk at mappa finnes, og at du kan skrive i den.", nn: "Får ikkje skrive til «{place}»: {why}. Sjekk at mappa finst, og at du kan skrive der.",
        en: "Cannot write to “{place}”: {why}. Check that the folder exists and that you may write in it.";
        place = place.display().to_string(), why = Text::from(cause)
    )
}

/// Makes a folder for what is to be written, with those above it.
pub(super) fn make_folder(path: &Path) -> Result<(), Text> {
    save::folder(path).map_err(|cause| {
        let place = path.display();
        a3::text!(
            nb: "Får ikke laget mappa «{place}»: {why}.", nn: "Får ikkje laga mappa «{place}»: {why}.",
            en: "Cannot make the folder “{place}”: {why}.";
            place = place.to_string(), why = Text::from(&cause)
        )
    })
}

/// Says something that is not a result, on one line of stderr, whatever the names in it hold.
/// Where nobody can hear, nobody is told.
pub(super) fn remark(words: &str) {
    let mut err = std::io::stderr().lock();
    let line = sanitise::line(words);
    let line = sanitise::without_commands(&line);
    drop(err.write_all(line.as_bytes()).and_then(|()| err.write_all(b"\n")));
}

/// A line of a result, whatever the names in it hold.
pub(super) fn clean(line: &str) -> String {
    sanitise::without_commands(&sanitise::line(line)).into_owned()
}

/// Says several lines of our own on stderr.
pub(super) fn remark_lines(text: &str) {
    text.lines().for_each(remark);
}

/// Whether a search is to end: there is one word for all that is searched.
static IS_ENOUGH: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);
/// Whether Ctrl-C was what said so.
static IS_INTERRUPTED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);
/// How the program ends at a second Ctrl-C, as shells count it: 128 and the number of the signal.
const INTERRUPTED: i32 = 130;

/// What ends the program at Ctrl-C.
static ENDS: OnceLock<SigId> = OnceLock::new();

/// Lets Ctrl-C, and a word from the system to end, wait while a file is being written: it is then either as it was or
/// as it was to be, and nothing is left beside it. Where they cannot be heard, they end the program, as always.
pub(super) fn finish_what_is_begun() {
    let end = |signal| flag::register_conditional_default(signal, save::may_stop());
    drop(end(SIGTERM));
    drop(end(SIGINT).map(|id| ENDS.set(id)));
}

/// Takes Ctrl-C as a word to a search that it is enough. Where it cannot be heard, it ends the program, as always.
pub(super) fn listen() {
    // In this order: the first Ctrl-C raises the flags, and a second finds them raised.
    let heard = flag::register_conditional_shutdown(SIGINT, INTERRUPTED, Arc::clone(&IS_INTERRUPTED))
        .and_then(|_| flag::register(SIGINT, Arc::clone(&IS_INTERRUPTED)))
        .and_then(|_| flag::register(SIGINT, Arc::clone(&IS_ENOUGH)));
    if let Some(ends) = ENDS.get().filter(|_| heard.is_ok()) {
        low_level::unregister(*ends);
    }
}

/// A word to a search that it is enough after so many seconds, or before where [`listen`] hears it. Where no thread
/// can be started to wait, `--knutegrense` ends the search.
pub(super) fn stop_after(seconds: Option<u64>) -> Stop {
    if let Some(seconds) = seconds {
        let wait = move || {
            std::thread::sleep(Duration::from_secs(seconds));
            IS_ENOUGH.store(true, Ordering::Relaxed);
        };
        drop(std::thread::Builder::new().spawn(wait));
    }
    Stop::when(&IS_ENOUGH)
}

/// Whether somebody has pressed Ctrl-C.
pub(super) fn is_interrupted() -> bool {
    IS_INTERRUPTED.load(Ordering::Relaxed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_before_1970_or_far_out_is_a_day_too() {
        let days = |days: u64| Duration::from_secs(days * 86_400);
        let year = |time: Option<SystemTime>| time.map(|time| day_of(time).year());
        assert_eq!(year(SystemTime::UNIX_EPOCH.checked_sub(days(400))), Some(1968));
        assert_eq!(year(SystemTime::UNIX_EPOCH.checked_add(days(20_000))), Some(2024));
        for seconds in [1 << 40, 1 << 50, 1 << 62, i64::MAX.unsigned_abs()] {
            for time in [
                SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)),
                SystemTime::UNIX_EPOCH.checked_sub(Duration::from_secs(seconds)),
            ] {
                assert!(time.is_none() || year(time).is_some());
            }
        }
    }
}
