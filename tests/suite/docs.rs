//! The pages for people tell the truth: their blocks are run, their tables are the program's own, what they
//! ask the reader to write works, and their links lead somewhere. `A3_UPDATE=1 cargo test` writes them anew.

use super::portfolio::{TODAY, a3, here};
use a3::checks::{self, RULES};
use a3::shape;
use std::path::{Path, PathBuf};
use std::process::Command;

const README: &str = "README.md";
const TOUR: &str = "examples/solvik/README.md";

#[test]
fn the_readme_shows_what_the_program_prints() {
    the_blocks_are_run(README, "the_readme_shows_what_the_program_prints");
}

#[test]
fn the_docs_show_what_the_program_prints() {
    the_blocks_are_run("docs/*.md", "the_docs_show_what_the_program_prints");
}

#[test]
fn the_tour_of_solvik_shows_what_the_program_prints() {
    the_blocks_are_run(TOUR, "the_tour_of_solvik_shows_what_the_program_prints");
}

/// Runs every `console` block of some pages.
fn the_blocks_are_run(pages: &str, test: &str) {
    write_anew(module_path!(), test, "TRYCMD", "overwrite");
    trycmd::TestCases::new().env("NO_COLOR", "1").env("COLUMNS", "100").case(pages);
}

#[test]
fn the_rules_page_lists_every_rule_with_its_grade() {
    let row = |rule: &checks::Rule| {
        let what = checks::Page::read(rule.page).norwegian.split("\n\n").next().unwrap_or_default();
        format!("| `{}` | {} | {} |", rule.name, rule.grade.words().nb, cell(what))
    };
    let rows: Vec<_> = RULES.iter().map(row).collect();
    let table = format!("| Regel | Grad | Hva den finner |\n|---|---|---|\n{}\n", rows.join("\n"));
    holds("docs/regler.md", "regler", &table);
}

#[test]
fn the_format_page_lists_every_field() {
    let mut table = String::new();
    for file in [&shape::CASE, &shape::OVERVIEW, &shape::ORGANISATION] {
        table += &format!("\n**{}**\n\n| Felt | Hva | Eksempel |\n|---|---|---|\n", file.phrase.nb);
        for found in shape::paths().into_iter().filter(|found| found.file == file) {
            let (what, example) = (cell(found.field.doc.nb), cell(found.field.example));
            table += &format!("| `{}` | {what} | `{example}` |\n", found.path);
        }
    }
    holds("docs/filformat.md", "felt", &format!("{}\n", table.trim_start()));
}

/// Words in a cell of a table.
fn cell(words: &str) -> String {
    words.replace('\n', " ").replace('|', "\\|")
}

#[test]
fn the_case_in_the_readme_is_the_one_that_is_calculated() {
    let case = read("examples/nettbrett/saker/nettbrett-i-kommunestyret.yaml");
    assert!(read(README).contains(&format!("```yaml\n{case}```\n")), "the README shows another case");
}

#[test]
fn the_first_case_of_the_readme_can_be_made_as_it_says() {
    let text = read(README);
    let (_, section) = text.split_once("## Din første sak").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut written = 0;
    for line in section.lines().filter(|line| line.starts_with("a3 ")) {
        let command = line.split('#').next().unwrap();
        let arguments = words_of(command.trim_start_matches("a3 "));
        // What the new case does not say yet is asked for.
        let code = i32::from(arguments.first().is_some_and(|command| command == "check"));
        a3(folder.path()).args(&arguments).assert().code(code);
        written += 1;
    }
    assert_eq!(written, 4, "init, check, calc and rank");
}

/// The words of a command line, with `"…"` as one.
fn words_of(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    let words = parts.flat_map(|(place, part)| match place % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
        _ => vec![part.to_owned()],
    });
    words.collect()
}

#[test]
fn the_readme_fits_a_reader_and_every_link_leads_somewhere() {
    assert!(read(README).lines().count() <= 200);
    let pages = std::fs::read_dir(here("docs")).unwrap().map(|entry| entry.unwrap().path());
    let pages = pages.filter(|path| path.extension().is_some_and(|end| end == "md"));
    for page in pages.chain([README, TOUR, "CHANGELOG.md"].map(here)) {
        let text = std::fs::read_to_string(&page).unwrap();
        for link in text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            if !link.starts_with("http") {
                let path = target(&page, link);
                assert!(path.exists(), "{}: {link} leads nowhere", page.display());
            }
        }
    }
}

/// Where a link of a page leads; `#…` is a place on the page.
fn target(page: &Path, link: &str) -> PathBuf {
    page.parent().unwrap().join(link.split('#').next().unwrap())
}

#[test]
fn the_year_is_the_same_in_the_docs_and_in_explain() {
    let said = |language: &str, word: &str| {
        let mut command = a3(&here("."));
        let output = command.args(["explain", word, "--lang", language]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let text = read("docs/året.md");
    for (language, word, half) in [("nb", "året", 0), ("en", "year", 1)] {
        let shown = said(language, word);
        let half = text.split("\n# ").nth(half).unwrap();
        for line in half.lines().filter(|line| line.starts_with("a3 ") || line.starts_with("- ")) {
            assert!(shown.contains(line.trim_start_matches("- ")), "{word}: {line}\n{shown}");
        }
    }
    a3(&here(".")).args(["check", "examples/nettbrett", "--dato", TODAY]).assert().code(0);
}

const SWITCH: &str = "A3_UPDATE";

/// Writes anew what another tool's variable is the switch for: the tool reads it of its own process, so the test
/// runs itself once more with it.
pub(crate) fn write_anew(module: &str, test: &str, variable: &str, value: &str) {
    if is_to_be_written() {
        let name = format!("{}::{test}", module.split_once("::").unwrap().1);
        let mut again = Command::new(std::env::current_exe().unwrap());
        again.args(["--exact", &name]).env_remove(SWITCH).env(variable, value);
        // It ends with an error when it had something to write.
        drop(again.output().unwrap());
    }
}

fn is_to_be_written() -> bool {
    std::env::var_os(SWITCH).is_some()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(here(path)).unwrap()
}

/// A page holds this between `<!-- name -->` and `<!-- /name -->`.
fn holds(path: &str, name: &str, wanted: &str) {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let text = read(path);
    let (before, rest) = text.split_once(&begin).unwrap();
    let (_, after) = rest.split_once(&end).unwrap();
    is_fresh(path, &format!("{before}{begin}{wanted}{end}{after}"));
}

/// A file is what it would be if it were written now.
pub(crate) fn is_fresh(path: &str, wanted: &str) {
    if is_to_be_written() {
        std::fs::write(here(path), wanted).unwrap();
    }
    let text = std::fs::read_to_string(here(path)).unwrap_or_default();
    assert!(text == wanted, "{path} is stale: A3_UPDATE=1 cargo test writes it anew");
}
