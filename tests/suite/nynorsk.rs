//! Nynorsk (`--lang nn`): every text has it, with the same values as the bokmål, and nothing that is printed falls back.

use super::architecture::sources;
use super::docs::write_anew;
use super::portfolio::{TODAY, a3, here, write};
use a3::checks::RULES;
use std::path::Path;

/// Words that are bokmål and never nynorsk. A key or a value of the files may be one of them, and is then in quotation
/// marks: the files have one language.
const TELLTALES: &[&str] = &[
    "allerede", "bare", "dere", "deres", "enhver", "finnes", "flere", "fra", "gjør", "gjøre", "hennes",
    "hva", "hvem", "hver", "hvert", "hvilke", "hvilken", "hvis", "hvor", "hvordan", "hvorfor", "ikke", "jeg",
    "kommer", "ledelsen", "lønner", "mer", "måneder", "noe", "noen", "nåverdi", "skrevet", "selv", "trukket",
    "vært", "være", "årene", "åpne",
];

/// The words of bokmål in a text, outside what is quoted from a file and the values that are filled in.
fn telltales(text: &str) -> Vec<String> {
    let own = without(&without(text, '«', '»'), '{', '}').to_lowercase();
    let words = own.split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '-');
    words.filter(|word| TELLTALES.contains(word)).map(str::to_owned).collect()
}

fn without(text: &str, open: char, close: char) -> String {
    let mut depth = 0_u32;
    let outside = text.chars().filter(|letter| {
        if *letter == open {
            depth += 1;
        }
        let is_outside = depth == 0;
        if *letter == close {
            depth = depth.saturating_sub(1);
        }
        is_outside
    });
    outside.collect()
}

/// What each language says, where it stands in the source: `nb: "…", nn: "…"` or `"…" / "…" / "…"`.
fn pairs(text: &str) -> Vec<(&str, &str)> {
    let keyed = text.split("nb: \"").skip(1).filter_map(|rest| {
        let (nb, after) = literal(rest)?;
        let nn = after.trim_start_matches(',').trim_start().strip_prefix("nn: \"")?;
        Some((nb, literal(nn)?.0))
    });
    let rows = text.lines().flat_map(|line| {
        let parts: Vec<&str> = line.split('"').collect();
        let is_three = |five: &&[&str]| five[1] == " / " && five[3] == " / ";
        parts.windows(5).filter(is_three).map(|five| (five[0], five[2])).collect::<Vec<_>>()
    });
    keyed.chain(rows).collect()
}

/// A literal up to its last mark, and what comes after.
fn literal(rest: &str) -> Option<(&str, &str)> {
    let mut is_escaped = false;
    let end = rest.char_indices().find(|(_, letter)| {
        let is_end = *letter == '"' && !is_escaped;
        is_escaped = *letter == '\\' && !is_escaped;
        is_end
    });
    end.map(|(end, _)| (&rest[..end], &rest[end + 1..]))
}

/// The values and the signs of a text, in alphabetical order.
fn holes(text: &str) -> Vec<String> {
    let values =
        text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name.to_owned());
    let signs = text.match_indices('\\').map(|(place, _)| text[place..].chars().take(2).collect());
    let mut holes: Vec<String> = values.chain(signs).collect();
    holes.sort();
    holes
}

#[test]
fn nynorsk_says_as_much_as_the_other_languages_in_words_of_its_own() {
    let mut read = 0;
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        for (nb, nn) in pairs(&text) {
            read += 1;
            let is_whole = nb.trim().is_empty() == nn.trim().is_empty() && holes(nb) == holes(nn);
            if !is_whole || !telltales(nn).is_empty() {
                wrong.push(format!("{}: {nb} | {nn} {:?}", path.display(), telltales(nn)));
            }
        }
    }
    for rule in RULES.iter() {
        let lines =
            rule.page.lines().filter(|line| line.starts_with("- kvifor") || line.starts_with("- såleis"));
        let found =
            lines.filter(|line| !telltales(line).is_empty()).map(|line| format!("{}: {line}", rule.name));
        wrong.extend(found);
    }
    assert!(read > 2_500, "the texts must be found, or this test says nothing: {read}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Solvik with a letter before each word of bokmål that its people have written, so that the words that are left are
/// the program's own. Keys stay.
fn masked_solvik() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_masked(&here("examples/solvik"), folder.path(), "");
    folder
}

fn copy_masked(from: &Path, to: &Path, under: &str) {
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let name = format!("{under}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            copy_masked(&entry.path(), to, &format!("{name}/"));
        } else {
            write(to, &name, &masked(&std::fs::read_to_string(entry.path()).unwrap()));
        }
    }
}

fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len()).max(1);
        let end = (end..=rest.len()).find(|end| rest.is_char_boundary(*end)).unwrap();
        let (word, after) = rest.split_at(end);
        if TELLTALES.contains(&word.to_lowercase().as_str()) && !after.starts_with(':') {
            masked.push('x');
        }
        masked.push_str(word);
        rest = after;
    }
    masked
}

fn printed(folder: &Path, command: &str) -> String {
    let output =
        a3(folder).env("COLUMNS", "100").args(command.split(' ')).args(["--lang", "nn"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(said.lines().count() > 3, "{command}: {said}");
    said.into_owned()
}

/// The names of KOSTRA's codes are official, and in bokmål.
fn names_a_code(line: &str) -> bool {
    let code = line.split_whitespace().next().unwrap_or_default();
    code.len() == 3 && code.bytes().all(|digit| digit.is_ascii_digit())
}

#[test]
fn what_solvik_is_told_in_nynorsk_is_nynorsk() {
    let folder = masked_solvik();
    let dated = [
        "check --alt",
        "calc --alt",
        "calc digitalt-tilsyn-natt --vis",
        "rank --alt",
        "rank --rammer rammer/mer-investering.yaml",
        "budget --alt",
        "budget --sammendrag",
        "budget --tiltak",
        "overview --alt",
        "overview --gevinster",
        "overview --saker",
        "next --alt",
        "next --personer",
        "status --alt",
        "report --hele --saksframlegg --format markdown",
    ];
    let dated = dated.map(|command| format!("{command} --dato {TODAY}"));
    let undated = [
        "status --alt --regnskap regnskap/2027-08.csv --dato 2027-09-15",
        "explain ord",
        "explain formler",
        "explain budsjett",
        "check finnes-ikke -h",
    ];
    for command in dated.iter().map(String::as_str).chain(undated) {
        let said = printed(folder.path(), command);
        let own = said.lines().filter(|line| !names_a_code(line));
        let wrong: Vec<&str> = own.filter(|line| !telltales(line).is_empty()).collect();
        assert!(wrong.is_empty(), "{command}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn solvik_in_nynorsk() {
    write_anew(module_path!(), "solvik_in_nynorsk", "INSTA_UPDATE", "always");
    let folder = here("examples/solvik");
    let shown = |command: &str| printed(&folder, &format!("{command} --dato {TODAY}"));
    for command in
        ["check", "calc digitalt-tilsyn-natt", "rank", "budget --sammendrag", "overview", "next", "status"]
    {
        let name = format!("solvik_{}_nn", command.split(' ').next().unwrap());
        insta::assert_snapshot!(name, shown(command));
    }
    insta::assert_snapshot!("help_nn", printed(&folder, "--help") + &printed(&folder, "rank --help"));
}

#[test]
fn a_page_that_is_not_in_nynorsk_says_so() {
    let folder = here(".");
    for page in ["dobbelttalt-tid", "dypdykk", "året"] {
        let said = printed(&folder, &format!("explain {page}"));
        let place = said.find("Forklaringa er berre på bokmål.").unwrap_or(usize::MAX);
        assert!(place < 400, "first of all: {said}");
    }
    let of_word = printed(&folder, "explain føresetnad");
    assert!(of_word.starts_with("føresetnad («forutsetning»)"), "{of_word}");
}

#[test]
fn the_sheet_says_which_norwegian_it_is_in() {
    let folder = here("examples/solvik");
    let sheet = printed(&folder, &format!("report digital-post --dato {TODAY}"));
    assert!(sheet.starts_with("<!DOCTYPE html><html lang=\"nn\">"), "{}", &sheet[..80]);
}
