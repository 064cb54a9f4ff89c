//! The door to the world the program runs in: arguments, environment, clock, terminal, and
//! where results and remarks go.

#![allow(clippy::disallowed_methods, reason = "this file is the door to environment and clock")]

use a3::choose::Stop;
use a3::render::sanitise;
use a3::save;
use a3::sentences::unmet::Bound;
use a3::words::Text;
use chrono::NaiveDate;
use indicatif::{ProgressBar, ProgressStyle};
use std::ffi::OsString;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Columns used where there is no terminal to ask.
const WIDTH_WITHOUT_TERMINAL: u16 = 120;

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
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
    chrono::Local::now().date_naive()
}

/// Whether a person sits at both ends and can answer questions.
pub(super) fn is_interactive() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Whether results are shown in colour. NO_COLOR: <https://no-color.org>.
pub(super) fn uses_colour(wish: Colour) -> bool {
    match wish {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            !refused && std::io::stdout().is_terminal()
        }
    }
}

/// How many columns there are to write in.
pub(super) fn width() -> u16 {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let found = asked.or_else(|| comfy_table::Table::new().width());
    found.unwrap_or(WIDTH_WITHOUT_TERMINAL).clamp(60, 400)
}

/// A bar on stderr for long work; none where nobody watches.
fn progress(steps: usize, doing: &'static str) -> Option<ProgressBar> {
    if !std::io::stderr().is_terminal() {
        return None;
    }
    let bar = ProgressBar::new(u64::try_from(steps).unwrap_or(u64::MAX)).with_message(doing);
    let style = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}");
    let bar = match style {
        Ok(style) => bar.with_style(style.progress_chars("█▌ ")),
        Err(_) => bar,
    };
    bar.tick();
    Some(bar)
}

/// Does long work with a bar on stderr, which the work moves a step at a time; no bar where the work is
/// short (no steps are said) or nobody watches.
pub(super) fn watched<T>(
    long: Option<(usize, &'static str)>,
    work: impl FnOnce(&(dyn Fn() + Sync)) -> T,
) -> T {
    let bar = long.and_then(|(steps, doing)| progress(steps, doing));
    let done = work(&|| {
        if let Some(bar) = &bar {
            bar.inc(1);
        }
    });
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    done
}

/// Puts a result on stdout, or in the file of `-o`. A reader that has gone away is no error.
pub(super) fn give(result: &str, file: Option<&Path>) -> Result<(), Text> {
    let (written, place) = match file {
        Some(path) => (save::replace(path, result.as_bytes()), path.display().to_string()),
        None => {
            let mut out = std::io::stdout().lock();
            (out.write_all(result.as_bytes()).and_then(|()| out.flush()), "stdout".to_owned())
        }
    };
    match written {
        Err(cause) if cause.kind() != ErrorKind::BrokenPipe => {
            let why = Text::from(&cause);
            Err(a3::text!(
                nb: "Får ikke skrevet til «{place}»: {}. Sjekk at mappa finnes, og at du kan skrive i den.", why.nb;
                en: "Cannot write to \"{place}\": {}. Check that the folder exists and that you may write in it.", why.en
            ))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Says something that is not a result, on one line of stderr, whatever the names in it hold.
/// Where nobody can hear, nobody is told.
pub(super) fn remark(words: &str) {
    let mut err = std::io::stderr().lock();
    let line = sanitise::line(words);
    drop(err.write_all(line.as_bytes()).and_then(|()| err.write_all(b"\n")));
}

/// Says several lines of our own on stderr.
pub(super) fn remark_lines(text: &str) {
    text.lines().for_each(remark);
}

/// Whether the time of a search is out: there is one clock for all that is searched.
static IS_OUT: AtomicBool = AtomicBool::new(false);

/// A word to a search that it is enough, after so many seconds.
pub(super) fn stop_after(seconds: u64) -> Stop {
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_secs(seconds));
        IS_OUT.store(true, Ordering::Relaxed);
    });
    Stop::when(&IS_OUT)
}

/// What has ended the searches so far that are not finished.
pub(super) fn bound() -> Bound {
    if IS_OUT.load(Ordering::Relaxed) { Bound::Clock } else { Bound::Nodes }
}
