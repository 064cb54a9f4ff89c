//! The README tells the truth: its blocks are run, and its table of rules is the registry.

use super::portfolio::here;
use a3::checks::{Page, RULES};

#[test]
fn every_block_of_the_readme_is_what_the_program_prints() {
    trycmd::TestCases::new().env("NO_COLOR", "1").env("COLUMNS", "120").case("README.md");
}

#[test]
fn the_readme_lists_every_rule_with_its_grade() {
    let mut table = String::from("| rule | grade | finds |\n|---|---|---|\n");
    for rule in RULES.iter() {
        let first =
            Page::read(rule.page).norwegian.split("\n\n").next().unwrap_or_default().replace('\n', " ");
        table +=
            &format!("| `{}` | {} | {} |\n", rule.name, rule.grade.words().nb, first.replace('|', "\\|"));
    }
    let path = here("README.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once("<!-- rules -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /rules -->").unwrap();
    let wanted = format!("{before}<!-- rules -->\n{table}<!-- /rules -->{after}");
    if std::env::var_os("A3_UPDATE").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    } else {
        assert_eq!(text, wanted, "A3_UPDATE=1 cargo test writes the table anew");
    }
}
