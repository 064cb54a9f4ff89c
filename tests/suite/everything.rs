//! `--alt` loses nothing: every reason and every figure of the list is on the page with everything.

use super::portfolio::{a3, here};
use super::sample::decimal;
use a3::pages::cell::Cell;
use a3::report;
use a3::repository::Repository;
use a3::units::Kroner;
use a3::words::Language;
use serde_json::Value;
use std::collections::BTreeMap;

const TODAY: &str = "2026-11-24";

fn shown(arguments: &[&str]) -> String {
    let mut command = a3(&here("examples/solvik"));
    // Wide enough that no sentence is broken.
    let output = command.env("COLUMNS", "2000").args(arguments).args(["--dato", TODAY]).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The titles of the cases, the longest id first: one id may begin with another.
fn titles() -> Vec<(String, String)> {
    let day = a3::date::parse(TODAY).unwrap();
    let repository = Repository::open(&[here("examples/solvik")]).unwrap();
    let cases = report::appraise(&repository, day).unwrap().cases;
    let mut titles: Vec<_> =
        cases.into_iter().map(|of| (of.case.id.clone(), of.case.title.clone())).collect();
    titles.sort_by_key(|(id, _)| std::cmp::Reverse(id.len()));
    titles
}

fn thousands(amount: &Value) -> String {
    amount
        .as_str()
        .map_or_else(|| "–".to_owned(), |text| Cell::Thousands(Kroner::new(decimal(text))).bare(Language::Nb))
}

#[test]
fn every_reason_and_figure_of_the_list_is_there_with_alt() {
    let told: Value = serde_json::from_str(&shown(&["rank", "--trekk", "20", "--format", "json"])).unwrap();
    let all = shown(&["rank", "--trekk", "20", "--alt"]);
    let titles = titles();
    let named = |said: &str| {
        titles.iter().fold(said.to_owned(), |said, (id, title)| said.replace(id, &format!("«{title}»")))
    };
    let by_id: BTreeMap<&str, &str> =
        titles.iter().map(|(id, title)| (id.as_str(), title.as_str())).collect();
    let rows = told["liste"].as_array().unwrap();
    assert_eq!(rows.len(), 14);
    for row in rows {
        let (id, reason) = (row["id"].as_str().unwrap(), named(row["grunn"].as_str().unwrap()));
        assert!(all.contains(&reason) && all.contains(&format!("({id})")), "{reason}\n{all}");
        let line = all.lines().find(|line| line.contains(by_id[id])).unwrap();
        let figures = [&row["verdi"]].into_iter().chain(row["budsjett"].as_array().into_iter().flatten());
        assert!(figures.map(thousands).all(|figure| line.contains(&figure)), "{line}\n{row}");
    }
    for remark in told["merknader"].as_array().unwrap() {
        assert!(all.contains(&named(remark.as_str().unwrap())), "{remark}");
    }
    let frames = told["bruk"].as_array().unwrap().iter().filter(|of| of["ramme"] != "endringskapasitet");
    for of in frames {
        let figures = [&of["brukt"], &of["grense"], &of["skyggeverdi"]].map(thousands);
        let year = of["år"].to_string();
        let is_row = |line: &str| line.contains(&year) && figures.iter().all(|figure| line.contains(figure));
        assert!(all.lines().any(is_row), "{of}\n{all}");
    }
    for at in told["innsparing"].as_array().unwrap() {
        let figures = [&at["krav"], &at["nådd"], &at["mangler"]].map(thousands);
        assert!(all.lines().any(|line| figures.iter().all(|figure| line.contains(figure))), "{at}");
    }
    assert!(all.contains("Hvor sikkert er valget?") && all.contains("Bruk av rammene"), "{all}");
    // The row the reader looks for, and what is said of it, stand together.
    let lines: Vec<&str> = all.lines().collect();
    let at = lines.iter().position(|line| line.contains(by_id["gatelys-med-led"])).unwrap();
    assert!(lines[at + 1].contains("Venter:"), "{}", lines[at + 1]);
}
