//! What the other tests of whole portfolios share: a good case, an organisation, a folder, the binary.

use assert_cmd::Command;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// A case in its first phase with nothing wrong.
pub(crate) const GOOD_CASE: &str = "a3: 1
tittel: Digital post
område: Stab
eier: Lars Linjeleder
fase: overblikk
nåsituasjon: Vi sender 6000 brev i året.
ønsket_situasjon: De fleste får brevet digitalt.
gevinster:
  - navn: Spart porto
    type: unngåtte kostnader
    anslag: 96 000 kr/år
    kilde: Postlisten 2025
";

/// An organisation that fits it.
pub(crate) const ORGANISATION: &str = "a3: 1
virksomhet: Solvik kommune
budsjettår: 2027
områder: [Helse og omsorg, Oppvekst, Teknisk, Stab]
stillinger:
  helsefagarbeider: {årslønn: 520 000 kr}
";

/// The day the tests live on, as `--dato` takes it.
pub(crate) const TODAY: &str = "2026-11-24";

/// The same.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

/// Writes a text file under a folder.
pub(crate) fn write(folder: &Path, path: &str, text: &str) {
    write_bytes(folder, path, text.as_bytes());
}

/// Writes any file under a folder.
pub(crate) fn write_bytes(folder: &Path, path: &str, bytes: &[u8]) {
    let full = folder.join(path);
    std::fs::create_dir_all(full.parent().unwrap()).unwrap();
    std::fs::write(full, bytes).unwrap();
}

/// The real binary in a folder, outside any terminal.
pub(crate) fn a3(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("a3").unwrap();
    command.current_dir(folder).env("NO_COLOR", "1").env("COLUMNS", "120");
    command
}

/// A folder of this repository.
pub(crate) fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn the_dates_of_felles_are_held_against_today_as_a_cases_own() {
    let folder = tempfile::tempdir().unwrap();
    let shared = "felles:\n  pris: {verdi: 2 kr/kWh, kilde: Logg, dato: 2026-11-25}\n  kurs: {verdi: 3 kr/kWh, kilde: Logg, gyldig_til: 2026-11-23}\n";
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{shared}"));
    write(folder.path(), "saker/post.yaml", GOOD_CASE);
    let output =
        a3(folder.path()).args(["check", "--format", "kort", "--dato", "2026-11-24"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("dato-fram-i-tid") && text.contains("utløpt-forutsetning"), "{text}");
    assert_eq!(output.status.code(), Some(0), "time alone makes no error");
}
