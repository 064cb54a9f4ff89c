//! A case folder in its second year: starts that have passed, prices of the year before.

use super::portfolio::{ORGANISATION, TODAY, a3, write};
use serde_json::Value;
use std::path::Path;

/// One document of a command.
fn json(folder: &Path, arguments: &[&str]) -> Value {
    let output = a3(folder).args(arguments).args(["--format", "json", "--dato", TODAY]).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"))
}

/// What a command says.
fn text(folder: &Path, arguments: &[&str]) -> String {
    let output = a3(folder).args(arguments).args(["--dato", TODAY]).output().unwrap();
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
}

/// A case that saves 100 000 kr a year for five years, with these lines after it.
fn case(title: &str, more: &str) -> String {
    format!(
        "a3: 1\ntittel: {title}\nområde: Stab\neier: Lars Linjeleder\nfase: overblikk\n\
         nåsituasjon: Vi betaler for mye.\nønsket_situasjon: Vi betaler mindre.\ngevinster:\n  \
         - {{navn: Spart avtale, type: unngåtte kostnader, anslag: 100 000 kr/år, kilde: Regnskap}}\n\
         levetid: 5 år\n{more}"
    )
}

/// A folder with an a3.yaml that says more, and these cases.
fn folder(more: &str, cases: &[(&str, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{more}"));
    for (id, text) in cases {
        write(folder.path(), &format!("saker/{id}.yaml"), text);
    }
    folder
}

fn line<'a>(list: &'a Value, id: &str) -> &'a Value {
    list["liste"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()
}

#[test]
fn a_start_before_the_budget_year_is_moved_up_to_it_or_has_passed() {
    let cases = [
        ("passert", case("Passert", "oppstart: 2025\nsenest: 2026\n")),
        ("rekker", case("Rekker det", "oppstart: 2025\nsenest: 2028\n")),
    ];
    for frames in ["", "rammer: {investering: {2027: 1 mill. kr}}\n"] {
        let folder = folder(frames, &cases);
        let list = json(folder.path(), &["rank", "--uten-usikkerhet"]);
        let passed = line(&list, "passert");
        assert_eq!((&passed["beslutning"], &passed["verdi"]), (&"ikke vurdert".into(), &Value::Null));
        assert_eq!(passed["grunn"], "Ikke vurdert: oppstarten er passert (2026).");
        assert_eq!(line(&list, "rekker")["oppstart"], 2027);
        assert!(text(folder.path(), &["rank"]).contains("oppstarten er passert (2026)"));
        let calc = json(folder.path(), &["calc"]);
        assert_eq!((&calc["saker"][0]["nnv"], &calc["saker"][0]["oppstart"]), (&Value::Null, &Value::Null));
        assert_eq!(
            (&calc["saker"][1]["oppstart"], &calc["saker"][1]["år"][0]["år"]),
            (&2027.into(), &2027.into())
        );
        assert!(text(folder.path(), &["calc"]).contains("Ikke vurdert: oppstarten er passert (2026)."));
        let budget = json(folder.path(), &["budget", "--alle"]);
        assert_eq!(budget["utelatt"][0]["id"], "passert", "{budget:#}");
        assert!(budget["utelatt"][0]["grunn"].as_str().unwrap().contains("oppstarten er passert (2026)"));
    }
}

#[test]
fn what_is_decided_or_locked_keeps_its_start() {
    let adopted =
        "vedtak: [{dato: 2025-12-10, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: nei}]\n";
    let cases = [
        ("besluttet", case("Besluttet", &format!("oppstart: 2025\n{adopted}"))),
        ("låst", case("Låst", "oppstart: 2025\n")),
        ("annen", case("Annen", "oppstart: 2026\n")),
    ];
    let locked = "prioritering: {låst: {låst: {valg: inn, oppstart: 2028, begrunnelse: Ledelsen}, annen: {valg: inn}}}\n";
    for frames in ["", "rammer: {investering: {2027: 1 mill. kr}}\n"] {
        let folder = folder(&format!("{locked}{frames}"), &cases);
        let list = json(folder.path(), &["rank", "--uten-usikkerhet"]);
        assert_eq!(line(&list, "besluttet")["oppstart"], 2025);
        assert_eq!(line(&list, "låst")["oppstart"], 2028);
        assert_eq!(line(&list, "annen")["beslutning"], "ikke vurdert");
        assert!(
            text(folder.path(), &["rank"])
                .contains("annen er låst inn, men er ikke med: oppstarten er passert (2026)")
        );
        let found = json(folder.path(), &["check"]);
        let of = |id: &str| -> Vec<&Value> {
            let all = found["funn"].as_array().unwrap().iter();
            all.filter(|one| one["sak"] == id).map(|one| &one["regel"]).collect()
        };
        assert_eq!((of("besluttet"), of("låst")), (vec![], vec![]), "{found:#}");
        assert_eq!(of("annen"), ["oppstart-utenfor-planen"]);
    }
}

#[test]
fn rows_by_calendar_year_do_not_move_with_the_start() {
    let rows = "kostnader:\n  - {navn: Utstyr, type: investering, beløp: {2026: 10 000 kr, 2027: 20 000 kr}, kilde: Tilbud}\n";
    let folder = folder("", &[("a", case("A", &format!("oppstart: 2025\nsenest: 2029\n{rows}")))]);
    let calc = json(folder.path(), &["calc"]);
    let years = calc["saker"][0]["år"].as_array().unwrap();
    let of = |year: u64| years.iter().find(|one| one["år"] == year).unwrap();
    assert_eq!((&of(2026)["investering"], &of(2027)["investering"]), (&"10000".into(), &"20000".into()));
    assert_eq!((&of(2026)["gevinster"], &of(2027)["gevinster"]), (&"0".into(), &"100000".into()));
}
