//! The list and the report of a case, from files: what each requirement says, what is left out, what
//! others' time and years gone by look like.

use super::portfolio::{GOOD_CASE, ORGANISATION, a3, write};
use serde_json::Value;
use std::path::Path;

const DATED: &str = "oppstart: 2027\nlevetid: 5 år\n";

/// A folder with an organisation and these cases.
fn folder(cases: &[(&str, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    for (id, text) in cases {
        write(folder.path(), &format!("saker/{id}.yaml"), text);
    }
    folder
}

fn printed(folder: &Path, arguments: &[&str]) -> String {
    let output = a3(folder).args(arguments).args(["--alt", "--dato", "2026-11-24"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ")
}

fn meeting(requirements: &[&str]) -> String {
    let line = |text: &&str| format!("  - {{krav: {text}, hjemmel: § 1, oppfylt: nei, etter: ja}}\n");
    format!("{GOOD_CASE}minimumskrav:\n{}", requirements.iter().map(line).collect::<String>())
}

const DECIDED: &str =
    "vedtak: [{dato: 2026-01-10, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: nei}]\n";

fn listed(folder: &Path) -> Vec<Value> {
    let json: Value = serde_json::from_str(&printed(folder, &["rank", "--format", "json"])).unwrap();
    json["liste"].as_array().unwrap().clone()
}

fn of<'a>(list: &'a [Value], id: &str) -> &'a Value {
    list.iter().find(|entry| entry["id"] == id).unwrap()
}

#[test]
fn each_requirement_names_only_those_who_meet_it_and_can_be_assessed() {
    let folder = folder(&[
        ("alfa", meeting(&["K1", "K2"]) + DATED),
        ("beta", meeting(&["K1"]) + DATED),
        ("gamma", meeting(&["K2"]) + DATED),
        ("delta", meeting(&["K2"])),
    ]);
    let list = listed(folder.path());
    assert_eq!(
        of(&list, "alfa")["grunn"],
        "Må: oppfyller «K1», som beta også gjør; én av dem er nok. Oppfyller «K2», som gamma også gjør; én av dem er nok."
    );
    assert_eq!(of(&list, "beta")["grunn"], "Må: oppfyller «K1», som alfa også gjør; én av dem er nok.");
}

#[test]
fn must_is_said_of_decided_and_unassessed_cases_too() {
    let folder = folder(&[
        ("besluttet", meeting(&["K1"]) + DATED + DECIDED),
        ("uvurdert", meeting(&["K2"])),
        ("vanlig", format!("{GOOD_CASE}{DATED}")),
    ]);
    let list = listed(folder.path());
    for (id, must, verdict) in
        [("besluttet", true, "besluttet"), ("uvurdert", true, "ikke vurdert"), ("vanlig", false, "")]
    {
        assert_eq!(of(&list, id)["må"], must, "{id}");
        assert_eq!(of(&list, id)["beslutning"].as_str().unwrap_or_default(), verdict, "{id}");
    }
}

#[test]
fn csv_is_norwegian_whatever_the_reader_speaks() {
    let folder = folder(&[("vanlig", format!("{GOOD_CASE}{DATED}"))]);
    let norwegian = printed(folder.path(), &["rank", "--format", "csv"]);
    assert_eq!(printed(folder.path(), &["rank", "--format", "csv", "--lang", "en"]), norwegian);
    assert!(norwegian.starts_with("Del;Id;Område;"), "{norwegian}");
}

#[test]
fn cases_with_errors_stand_in_the_list_as_left_out() {
    let folder = folder(&[
        ("vanlig", format!("{GOOD_CASE}{DATED}")),
        ("feil", GOOD_CASE.replace("96 000 kr/år", "mye")),
    ]);
    let reason = "1 feil, i linje 11: «mye» begynner ikke med et tall";
    let text = printed(folder.path(), &["rank"]);
    let (_, left_out) = text.split_once("\nUtelatt\n").unwrap();
    assert!(left_out.contains("feil") && left_out.contains(reason), "{text}");
    let markdown = printed(folder.path(), &["rank", "--format", "markdown"]);
    assert!(markdown.contains("## Utelatt") && markdown.contains(reason), "{markdown}");
    let csv = printed(folder.path(), &["rank", "--format", "csv"]);
    let row = csv.lines().find(|line| line.starts_with("Utelatt;feil;")).unwrap();
    assert!(row.contains(reason), "{row}");
    assert_eq!(row.matches(';').count(), csv.lines().next().unwrap().matches(';').count());
}

#[test]
fn the_list_shows_what_it_is_ordered_by() {
    let folder = folder(&[("vanlig", format!("{GOOD_CASE}{DATED}"))]);
    for (method, heading) in [("planeffekt", "Planeffekt (kr)"), ("budsjett", "Drift i planen (kr)")] {
        let csv = printed(folder.path(), &["rank", "--metode", method, "--format", "csv"]);
        let mut rows = csv.lines().map(|line| line.split(';').collect::<Vec<_>>());
        let place = rows.next().unwrap().iter().position(|title| *title == heading).unwrap();
        let json = printed(folder.path(), &["rank", "--metode", method, "--format", "json"]);
        let json: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(rows.next().unwrap()[place], json["liste"][0]["verdi"].as_str().unwrap(), "{method}");
    }
    let by_value = printed(folder.path(), &["rank", "--format", "csv"]);
    assert!(!by_value.contains("Planeffekt") && !by_value.contains("Drift i planen"));
}

#[test]
fn a_decided_case_that_began_earlier_has_no_payback_to_show() {
    let outlay = "kostnader:\n  - {navn: Kjøp, type: investering, beløp: 400 000 kr, avdragstid: 4 år, kilde: Tilbud}\n";
    let began = format!("{GOOD_CASE}{outlay}oppstart: 2025\nlevetid: 6 år\n{DECIDED}");
    let folder = folder(&[("før", began.clone()), ("nå", began.replace("oppstart: 2025", "oppstart: 2027"))]);
    let calc = |id: &str| printed(folder.path(), &["calc", &format!("saker/{id}.yaml")]);
    let payback = |text: &str| text.lines().find(|line| line.contains("Inntjeningstid")).unwrap().to_owned();
    assert!(payback(&calc("før")).contains("–  det som er brukt før 2027, er ikke med"));
    assert!(payback(&calc("nå")).contains("4,2 år"));
}

#[test]
fn others_hours_without_a_price_are_shown_as_hours() {
    let row = "  - {navn: Færre meldinger, type: spart tid, mottaker: staten, anslag: 1 000 timer/år, kilde: x, eier: y}\n";
    let folder = folder(&[("staten", format!("{GOOD_CASE}{row}"))]);
    let text = printed(folder.path(), &["calc"]);
    assert!(
        text.contains(
            "Spart tid for staten  1 000 timer  i året; ikke i kroner, for a3.yaml har ingen tidsverdi"
        ),
        "{text}"
    );
}

#[test]
fn the_headline_says_which_way_the_budget_goes() {
    let cost = |amount: &str| {
        format!(
            "{GOOD_CASE}kostnader:\n  - {{navn: Lisens, type: drift, beløp: {amount} kr/år, kilde: Tilbud}}\n"
        )
    };
    for (case, said) in [
        (GOOD_CASE.to_owned(), "Saken gir 96 000 kr bedre budsjett i året, og hele verdien er 96 000 kr i"),
        (cost("16 000"), "Når driftskostnadene er trukket fra, gir saken 80 000 kr bedre budsjett i året"),
        (cost("96 000"), "gir saken det samme budsjettet som i dag, og hele verdien er 0 kr"),
        (
            GOOD_CASE.replace("    anslag: 96 000 kr/år", "    unngår: vekst\n    anslag: 96 000 kr/år"),
            "Saken gir det samme budsjettet som i dag, men unngår 96 000 kr i vekst i året, og hele verdien er 96 000",
        ),
        (cost("97 000"), "gir saken 1 000 kr dårligere budsjett i året, og hele verdien er −1 000 kr"),
    ] {
        let folder = folder(&[("sak", case)]);
        let text = printed(folder.path(), &["calc"]);
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn a_ratio_has_the_tax_saved_among_the_gains_and_says_when_there_is_nothing_to_divide_by() {
    let cost = "kostnader:\n  - {navn: Lisens, type: drift, beløp: 1 000 kr/år, kilde: Tilbud}\n";
    for (case, why) in [
        (format!("{GOOD_CASE}{DATED}"), "ingen kostnad å dele på"),
        // (96 000 + 20 % of 95 000) ÷ 1 000 every year.
        (format!("{GOOD_CASE}{cost}{DATED}"), "115,00"),
    ] {
        let folder = folder(&[("sak", case)]);
        let text = printed(folder.path(), &["calc"]);
        let line = text.lines().find(|line| line.contains("(N/K)")).unwrap();
        assert!(line.contains(why), "{line}");
    }
}

#[test]
fn an_overview_says_that_it_has_no_figures_and_where_they_are() {
    let output = a3(&super::portfolio::here("examples/solvik"))
        .args(["calc", "saker/solvik-samlet.yaml", "--dato", "2026-11-24"])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("solvik-samlet\n") && text.contains("har ingen egne tall"), "{text}");
}

#[test]
fn the_working_adds_up_by_hand_also_tax_and_loans() {
    let outlay = "kostnader:\n  - {navn: Kjøp, type: investering, beløp: 400 000 kr, avdragstid: 4 år, kilde: Tilbud}\n";
    let folder = folder(&[("sak", format!("{GOOD_CASE}{outlay}{DATED}"))]);
    let loan = "kalkyle: {rente: 0 %, lån: {rente: 5 %, avdragstid: 20 år, ansvar: 9000}}\n";
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{loan}"));
    let text = printed(folder.path(), &["calc", "--vis"]);
    for line in [
        "   År  Virkning, kr  Faktor  Nåverdi, kr  Egne penger, kr",
        "   År  Netto offentlig utgift, kr  Virkning, kr  Faktor  Nåverdi, kr",
        "  Sum                                                         16 000",
        "  Kjøp: 400 000 kr lånt i 2027, avdrag over 4 år fra året etter, rente 5 % av restgjelden",
        " 2028  Kjøp           400 000     100 000     20 000  120 000",
        " 2030  Kjøp           200 000     100 000     10 000  110 000",
        "  Sum                             300 000     45 000  345 000",
    ] {
        assert!(text.lines().any(|printed| printed == line), "{line}\n{text}");
    }
}

#[test]
fn when_the_money_is_back_is_not_known_where_some_was_spent_before_the_budget_year() {
    let cost = "kostnader:\n  - {navn: Skanner, type: investering, beløp: 100 000 kr, kilde: Tilbud}\n";
    let case = |start: u16| format!("{GOOD_CASE}{cost}{DECIDED}oppstart: {start}\nlevetid: 5 år\n");
    let folder = folder(&[("for", case(2025)), ("etter", case(2027))]);
    let json: Value = serde_json::from_str(&printed(folder.path(), &["calc", "--format", "json"])).unwrap();
    let of = |id: &str| json["saker"].as_array().unwrap().iter().find(|case| case["id"] == id).unwrap();
    assert_eq!(of("for")["inntjeningstid"], Value::Null);
    assert!(of("for")["annuitet"].is_string() && of("etter")["inntjeningstid"].is_string(), "{json}");
    let text = printed(folder.path(), &["calc"]);
    assert!(text.contains("det som er brukt før 2027, er ikke med"), "{text}");
}

#[test]
fn a_rate_of_money_that_comes_first_is_said_to_mean_the_opposite() {
    let last =
        "kostnader:\n  - {navn: Rydding, type: omstilling, beløp: {2031: 600 000 kr}, kilde: Tilbud}\n";
    let folder = folder(&[("sak", format!("{GOOD_CASE}{last}{DATED}"))]);
    let text = printed(folder.path(), &["calc"]);
    let line = text.lines().find(|line| line.contains("Internrente")).unwrap();
    assert!(line.contains("pengene kommer først"), "{line}");
}

#[test]
fn a_loan_that_outlives_the_case_is_in_every_year_of_the_plan() {
    let outlay = "kostnader:\n  - {navn: Kjøp, type: investering, beløp: 900 000 kr, kilde: Tilbud, avdragstid: 20 år}\n";
    let case = GOOD_CASE.replace("96 000 kr/år", "500 000 kr/år") + outlay;
    let short = format!("{case}oppstart: 2027\nlevetid: 3 år\n");
    // Bought before the plan, with gains from its second year on alone.
    let bought = case
        .replace("beløp: 900 000 kr", "beløp: {2026: 900 000 kr}")
        .replace("anslag: 500 000 kr/år", "anslag: {2028: 500 000 kr/år, 2029: 500 000 kr/år}");
    let bought = format!("{bought}{DECIDED}oppstart: 2026\nlevetid: 5 år\n");
    let folder = folder(&[("kort", short), ("kjøpt", bought)]);
    let values = || {
        let json: Value =
            serde_json::from_str(&printed(folder.path(), &["calc", "--format", "json"])).unwrap();
        let cases = json["saker"].as_array().unwrap().clone();
        ["kort", "kjøpt"].map(|id| of(&cases, id).clone())
    };
    let without = values();
    let loan = "kalkyle: {lån: {rente: 4 %, avdragstid: 20 år, ansvar: 9000}}\n";
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{loan}"));
    let with = values();
    let running = |case: &Value| -> Vec<(u64, String)> {
        let years = case["år"].as_array().unwrap().iter();
        let amount = |at: &Value| at["budsjett_drift"].as_str().unwrap_or_default().to_owned();
        years.map(|at| (at["år"].as_u64().unwrap(), amount(at))).collect()
    };
    let expected = |amounts: [&str; 4]| (2027..).zip(amounts.map(str::to_owned)).collect::<Vec<_>>();
    assert_eq!(running(&with[0]), expected(["500000", "419000", "420800", "-77400"]));
    assert_eq!(running(&with[1]), expected(["-81000", "420800", "422600", "-75600"]));
    for (with, without) in with.iter().zip(&without) {
        for key in ["nnv", "nnv_kommunen", "annuitet", "internrente", "inntjeningstid", "nnb", "poster"] {
            assert_eq!(with[key], without[key], "{key}");
        }
    }
    let page = a3(folder.path()).args(["calc", "kort", "--dato", "2026-11-24"]).output().unwrap();
    let page = String::from_utf8(page.stdout).unwrap().replace('\u{a0}', " ");
    for line in [
        "Renter og avdrag                            0   −81   −79   −77",
        "Driftsbudsjettet                          500   419   421   −77",
    ] {
        assert!(page.contains(line), "{page}");
    }
    assert!(page.contains("koster driften 77 400 kr i 2030, etter renter og avdrag"), "{page}");
}
