//! Where a result goes: what the ending of a file promises, and what must never be written over.

use super::again::{Written, written};
use super::asked::Asked;
use super::terminal;
use a3::render::poster::MADE_HERE;
use a3::repository::Repository;
use a3::save;
use a3::text;
use a3::words::{Text, one_word};
use clap::{Arg, ArgMatches, Command};
use std::path::{Path, PathBuf};

/// What an ending promises, and what comes nearest to it of what we write, the best first.
struct Promise {
    endings: &'static [&'static str],
    /// The format that keeps the promise.
    kept_by: Option<&'static str>,
    near: &'static [&'static str],
}

/// How the files that are read end.
const SOURCES: [&str; 2] = ["yaml", "yml"];

const PROMISES: [Promise; 10] = [
    Promise { endings: &["ics"], kept_by: Some("ical"), near: &["ical"] },
    Promise { endings: &["csv"], kept_by: Some("csv"), near: &["csv"] },
    Promise { endings: &["json"], kept_by: Some("json"), near: &["json"] },
    Promise { endings: &["md", "markdown"], kept_by: Some("markdown"), near: &["markdown"] },
    Promise { endings: &["xlsx", "xlsm", "xls", "ods", "tsv", "numbers"], kept_by: None, near: &["csv"] },
    Promise { endings: &["docx"], kept_by: Some("docx"), near: &["docx", "markdown"] },
    Promise { endings: &["html", "htm"], kept_by: Some("html"), near: &["html", "markdown"] },
    Promise {
        endings: &["pdf", "doc", "odt", "rtf", "pptx", "odp", "tex"],
        kept_by: None,
        near: &["html", "docx", "markdown"],
    },
    // Ours are read as cases and budgets: a result is not put among them.
    Promise { endings: &SOURCES, kept_by: None, near: &[] },
    Promise {
        endings: &["sarif", "xml", "png", "jpg", "svg", "zip", "jsonl", "parquet"],
        kept_by: None,
        near: &["json"],
    },
];

/// The ending each format is kept under.
const ENDINGS: [(&str, &str); 7] = [
    ("ical", "ics"),
    ("docx", "docx"),
    ("csv", "csv"),
    ("html", "html"),
    ("json", "json"),
    ("markdown", "md"),
    ("text", "txt"),
];

/// The folder git keeps everything in.
const HISTORY: &str = ".git";

/// Refuses a place among git's own files, and a file whose ending promises something else than the command will write.
pub(super) fn refuse(matches: &ArgMatches, command: &Command) -> Result<(), Text> {
    let Some(path) = matches.get_one::<PathBuf>("output") else { return Ok(()) };
    if save::leads_into(path, HISTORY) {
        return Err(is_history(path));
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let promise = PROMISES.iter().find(|of| of.endings.iter().any(|one| ending.as_deref() == Some(*one)));
    let Some(promise) = promise else { return Ok(()) };
    let format = format(matches, command);
    if promise.kept_by == Some(format.as_str()) {
        return Ok(());
    }
    let formats = formats(matches, command);
    let near = promise.near.iter().find(|near| formats.iter().any(|format| format == *near));
    let name = command.get_name();
    // The pages of a site are in a folder, whatever it is called.
    let is_site = name == "report" && matches.get_flag("all");
    let near = near.filter(|_| !is_site);
    let instead = match name {
        _ if is_site => format!("-o {}", free(path, "")),
        // It has one format, and no --format.
        "schema" => format!("-o {}", free(path, "json")),
        _ => instead(path, near.copied(), &format),
    };
    // A document is of no site and no status sheet, and what the advice says itself is not said twice.
    let without: &[&str] = match instead.contains("--saksframlegg") {
        true => &["proposal", "all", "status"],
        false => &[],
    };
    let Written { bare, named } = written(matches, command, without);
    let instead = [bare, vec![instead], named].concat().join(" ");
    let written = path.display();
    let is = of_format(&format);
    let then = match (ending.as_deref(), near) {
        (Some("pdf"), Some(&"html")) => text!(
            nb: " – åpne den i en nettleser, skriv ut med Ctrl+P, og velg «Lagre som PDF»", nn: " – opne ho i ein nettlesar, skriv ut med Ctrl+P, og vel «Lagre som PDF»",
            en: " – open it in a browser, print with Ctrl+P, and choose “Save as PDF”"
        ),
        _ => Text::default(),
    };
    Err(text!(
        nb: "Resultatet er {is}, og det passer ikke i en fil som heter «{written}». Skriv: a3 {name} {instead}{then}", nn: "Resultatet er {is}, og det passar ikkje i ei fil som heiter «{written}». Skriv: a3 {name} {instead}{then}",
        en: "The result is {is}, and that does not suit a file called “{written}”. Write: a3 {name} {instead}{then}";
        is, then
    ))
}

/// What a format is, as people say it.
fn of_format(format: &str) -> Text {
    match format {
        "text" => text!(nb: "vanlig tekst", nn: "vanleg tekst", en: "plain text"),
        other => Text::same(other),
    }
}

/// What to write after the command.
fn instead(path: &Path, near: Option<&str>, format: &str) -> String {
    let wanted = near.unwrap_or(format);
    let ending = ENDINGS.iter().find(|(name, _)| *name == wanted).map_or("txt", |(_, ending)| ending);
    let file = free(path, ending);
    match wanted {
        "text" => format!("-o {file}"),
        "html" if format == "html" => format!("-o {file}"),
        "markdown" if format == "html" => format!("--saksframlegg --format markdown -o {file}"),
        "docx" => format!("--saksframlegg --format docx -o {file}"),
        wanted => format!("--format {wanted} -o {file}"),
    }
}

/// The same place with another ending, under a name that nothing stands under: what is advised puts nothing over
/// what is there. A result is not put among the cases either.
fn free(path: &Path, ending: &str) -> String {
    let is_source =
        path.extension().is_some_and(|own| SOURCES.iter().any(|source| own.eq_ignore_ascii_case(source)));
    let named = path.file_name().filter(|_| is_source).map_or(path, Path::new);
    let wanted = named.with_extension(ending);
    let stem = wanted.file_stem().unwrap_or_default().to_string_lossy();
    let other = |number: u8| wanted.with_file_name(format!("{stem}-{number}.{ending}").trim_end_matches('.'));
    let mut names = core::iter::once(wanted.clone()).chain((2..100).map(other));
    let free = names.find(|name| !save::is_there(name));
    one_word(&free.as_ref().unwrap_or(&wanted).display().to_string())
}

/// The format asked for, or the only one there is.
fn format(matches: &ArgMatches, command: &Command) -> String {
    let asked = matches.try_get_raw("format").ok().flatten().and_then(|mut words| words.next());
    let only = match command.get_name() {
        "schema" => "json",
        "report" if matches.get_flag("proposal") => "markdown",
        "report" => "html",
        _ => "text",
    };
    asked.map_or_else(|| only.to_owned(), |word| word.to_string_lossy().into_owned())
}

/// The formats the command has; a draft for the council is no HTML.
fn formats(matches: &ArgMatches, command: &Command) -> Vec<String> {
    let is_draft = command.get_name() == "report" && matches.get_flag("proposal");
    let format = command.get_arguments().find(|argument| argument.get_id() == "format");
    let words = format.map(Arg::get_possible_values).unwrap_or_default();
    let names = words.iter().map(|word| word.get_name().to_owned());
    names.filter(|name| !(is_draft && name == "html")).collect()
}

/// Gives a result of what was read: never over a file it came from.
pub(super) fn give(result: impl AsRef<[u8]>, asked: &Asked, read: &Repository) -> Result<(), Text> {
    let output = asked.output.as_deref();
    output.map_or(Ok(()), |path| keep_off(path, read))?;
    terminal::give(result, output)
}

/// Refuses a place where there is a file that the result came from.
pub(super) fn keep_off(path: &Path, read: &Repository) -> Result<(), Text> {
    if read.is_source(path) { Err(is_source(path)) } else { Ok(()) }
}

/// What is said of such a place.
pub(super) fn is_source(path: &Path) -> Text {
    let path = path.display();
    text!(
        nb: "«{path}» er en av filene svarene bygger på, og blir ikke skrevet over. Velg et annet navn etter -o.", nn: "«{path}» er ei av filene svara byggjer på, og blir ikkje skriven over. Vel eit anna namn etter -o.",
        en: "“{path}” is one of the files the answers build on, and is not overwritten. Choose another name after -o."
    )
}

fn is_history(path: &Path) -> Text {
    let path = path.display();
    text!(
        nb: "«{path}» er inne i .git, der git har historien til filene. Der skriver ikke a3. Velg et annet sted etter -o.", nn: "«{path}» er inne i .git, der git har historia til filene. Der skriv ikkje a3. Vel ein annan stad etter -o.",
        en: "“{path}” is inside .git, where git keeps the history of the files. a3 does not write there. Choose another place after -o."
    )
}

/// Refuses a folder for pages that has files of others: it is empty, or the first page is of ours, and so is every
/// page that is there from before.
pub(super) fn keep_off_folder(folder: &Path, first: &str, pages: &[String]) -> Result<(), Text> {
    let is_ours = |page: &str| save::begins_with(&folder.join(page), MADE_HERE);
    let mut there = pages.iter().filter(|page| save::is_there(&folder.join(page)));
    if save::is_empty(folder) || (is_ours(first) && there.all(|page| is_ours(page))) {
        return Ok(());
    }
    let (folder, instead) = (folder.display(), free(Path::new("rapport"), ""));
    Err(text!(
        nb: "I «{folder}» ligger det filer som a3 ikke har laget, og sidene blir ikke lagt blant dem. Velg en ny mappe: -o {instead}", nn: "I «{folder}» ligg det filer som a3 ikkje har laga, og sidene blir ikkje lagde mellom dei. Vel ei ny mappe: -o {instead}",
        en: "“{folder}” holds files that a3 has not made, and the pages are not put among them. Choose a new folder: -o {instead}"
    ))
}
