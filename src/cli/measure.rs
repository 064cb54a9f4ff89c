//! `a3 measure`: what was measured, written where it belongs.

use super::prelude::*;
use a3::report::change::{self, MeasureReport, NewReading, NoReadings};
use a3::sentences::{refused, written};
use a3::words::listed;
use a3::{repository, save};
use std::path::Path;

/// The largest sheet of readings.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Skriv inn en måling i en sak, og se hvor langt gevinsten er kommet.", nn: "Skriv inn ei måling i ei sak, og sjå kor langt gevinsten er komen.",
        en: "Write a measurement in a case, and see how far the gain has come."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 measure digital-post \"brev per\" \"310 brev/uke\" --dato 2026-10-31\n  a3 measure --fil målinger.csv      mange på én gang\n\nEn del av navnet er nok. Passer noe ikke, blir ingenting skrevet.", nn: "Døme:\n  a3 measure digital-post \"brev per\" \"310 brev/uke\" --dato 2026-10-31\n  a3 measure --fil målinger.csv      mange på éin gong\n\nEin del av namnet er nok. Er det noko som ikkje passar, blir ingenting skrive.",
        en: "Example:\n  a3 measure digital-post \"brev per\" \"310 brev/uke\" --dato 2026-10-31\n  a3 measure --fil målinger.csv      many at once\n\nA part of a name is enough. If something does not fit, nothing is written."
    );
    let measurement = words!(nb: "Målingen, eller en del av navnet", nn: "Målinga, eller ein del av namnet", en: "The måling, or a part of its name");
    let value = words!(nb: "Verdien med enhet, som «561 besøk/uke»", nn: "Verdien med eining, som «561 besøk/uke»", en: "The value with its unit, as “561 besøk/uke”");
    let file = words!(
        nb: "Et regneark i CSV med kolonnene sak, måling, verdi, dato og merknad; alle linjene eller ingen", nn: "Eit rekneark i CSV med kolonnane sak, måling, verdi, dato og merknad; alle linjene eller ingen",
        en: "A sheet in CSV with the columns sak, måling, verdi, dato and merknad; all its lines or none"
    );
    let date = words!(nb: "Dagen det ble målt [vanlig: i dag]", nn: "Dagen det blei målt [vanleg: i dag]", en: "The day it was measured [default: today]");
    let note =
        words!(nb: "En merknad til målingen", nn: "Ein merknad til målinga", en: "A remark on the reading");
    make.command("measure", about, after).args([
        write::case(make).required_unless_present("file"),
        make.word("measurement", same("MÅLING"), measurement).required_unless_present("file"),
        make.word("value", words!(nb: "VERDI", nn: "VERDI", en: "VALUE"), value)
            .allow_hyphen_values(true)
            .required_unless_present("file"),
        make.file("file", file).long("fil").conflicts_with_all([
            "case",
            "measurement",
            "value",
            "on",
            "note",
        ]),
        make.date("on", date).long("dato"),
        make.text("note", note).long("merknad"),
        write::folder(make),
        write::today(make),
    ])
}

/// Writes what was measured.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let repository = write::opened(asked)?;
    let file = asked.one::<PathBuf>("file");
    if let Some(output) =
        asked.output.as_deref().filter(|output| file.as_ref().is_some_and(|file| save::is_same(output, file)))
    {
        return Err(destination::is_source(output));
    }
    let readings = match file {
        Some(file) => of_file(&file)?,
        None => vec![of_words(asked)],
    };
    let report = change::measure(&repository, &readings, asked.today);
    let report = report.map_err(|why| refused::sentence(&why))?;
    write::put(&repository, &report.rewrites)?;
    asked.give(&shown(&report, asked))?;
    Ok(Ending::Clean)
}

fn of_words(asked: &Asked) -> NewReading {
    NewReading {
        line: None,
        case: asked.one("case").unwrap_or_default(),
        measurement: asked.one("measurement").unwrap_or_default(),
        value: asked.one("value").unwrap_or_default(),
        date: asked.one::<NaiveDate>("on").map(|day| day.to_string()),
        note: asked.one("note"),
    }
}

fn of_file(file: &Path) -> Result<Vec<NewReading>, Text> {
    let bytes = repository::read_named(file, MOST_BYTES).map_err(|wrong| unread(&wrong))?;
    let path = file.display();
    if bytes.len() > MOST_BYTES {
        let limit = MOST_BYTES / (1024 * 1024);
        let why = text!(nb: "Fila er større enn {limit} MiB", nn: "Fila er større enn {limit} MiB", en: "The file is larger than {limit} MiB");
        return Err(not_read(file, &why));
    }
    let readings = change::readings_of(bytes).map_err(|why| match why {
        NoReadings::Unread(why) => not_read(file, &why),
        NoReadings::Lacks(missing) => text!(
            nb: "{path} mangler {missing} i første linje. Den skal ha sak;måling;verdi;dato;merknad. Ingenting er skrevet.", nn: "{path} manglar {missing} i første linje. Ho skal ha sak;måling;verdi;dato;merknad. Ingenting er skrive.",
            en: "{path} lacks {missing} in its first line. It is to have sak;måling;verdi;dato;merknad. Nothing is written.";
            missing = listed(missing)
        ),
    })?;
    if readings.is_empty() {
        return Err(text!(
            nb: "{path} har ingen målinger. Ingenting er skrevet.", nn: "{path} har ingen målingar. Ingenting er skrive.",
            en: "{path} has no readings. Nothing is written."
        ));
    }
    Ok(readings)
}

/// A file of readings with something in it that stops the whole.
fn not_read(file: &Path, why: &Text) -> Text {
    let path = file.display();
    text!(nb: "{path}: {why}. Ingenting er skrevet.", nn: "{path}: {why}. Ingenting er skrive.", en: "{path}: {why}. Nothing is written."; path = path.to_string(), why)
}

/// Why the file of readings cannot be found or opened.
fn unread(wrong: &WorldError) -> Text {
    let Some(path) = wrong.not_found() else { return wrong.text() };
    text!(
        nb: "Finner ikke «{path}». Sjekk stien til fila med målingene. Ingenting er skrevet.", nn: "Finn ikkje «{path}». Sjekk stien til fila med målingane. Ingenting er skrive.",
        en: "Cannot find “{path}”. Check the path of the file of readings. Nothing is written."
    )
}

fn shown(report: &MeasureReport, asked: &Asked) -> String {
    let lines = report.taken.iter().flat_map(written::taken);
    lines.map(|line| asked.told(line.get(asked.language))).collect()
}
