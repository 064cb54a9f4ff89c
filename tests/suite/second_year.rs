//! A case folder in its second year: starts that have passed, prices of the year before.

use super::contracts::validated;
use super::portfolio::{ORGANISATION, TODAY, a3, write};
use super::sample::decimal;
use a3::contract::{overview, rank};
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
        assert!(text(folder.path(), &["rank", "--alt"]).contains("oppstarten er passert (2026)"));
        let calc = json(folder.path(), &["calc"]);
        assert_eq!((&calc["saker"][0]["nnv"], &calc["saker"][0]["oppstart"]), (&Value::Null, &Value::Null));
        assert_eq!(
            (&calc["saker"][1]["oppstart"], &calc["saker"][1]["år"][0]["år"]),
            (&2027.into(), &2027.into())
        );
        assert!(
            text(folder.path(), &["calc", "--alt"]).contains("Ikke vurdert: oppstarten er passert (2026).")
        );
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
            text(folder.path(), &["rank", "--alt"])
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

/// A case in prices of 2026 that mixes its own kroner with those of felles, in every way they can be written.
const MIXED: &str = "a3: 1
tittel: Blandet
område: Stab
eier: Lars
fase: overblikk
nåsituasjon: Vi betaler for mye.
ønsket_situasjon: Vi betaler mindre.
prisår: 2026
forutsetninger:
  porto: {verdi: 20 kr/brev, kilde: Posten}
  brev: {lav: 900 brev/år, verdi: 1 000 brev/år, høy: 1 100 brev/år, kilde: Logg}
gevinster:
  - {navn: Porto, type: unngåtte kostnader, beregning: brev × porto, kilde: x}
  - {navn: Strøm, type: unngåtte kostnader, beregning: 100 kWh/år × pris + 1 000 kr/år, kilde: x}
  - {navn: Forhold, type: unngåtte kostnader, beregning: 20 kr/brev ÷ porto × 100 kWh/år × pris, kilde: x}
  - {navn: Anslag, type: unngåtte kostnader, anslag: {lav: 100 kr/år, verdi: 200 kr/år, høy: 300 kr/år}, kilde: x}
  - {navn: Tid, type: spart tid, anslag: 350 timer/år, stilling: helsefagarbeider, kilde: x}
kostnader:
  - {navn: Utstyr, type: investering, beløp: [1 000 kr, 2 000 kr], kilde: x}
  - {navn: Frakt, type: omstilling, beløp: {2028: 300 kr}, kilde: x}
oppstart: 2027
levetid: 5 år
";

const PRICED: &str = "kalkyle: {deflator: {2027: 10 %}, skattefinansiering: 0 %}
felles: {pris: {verdi: 2 kr/kWh, kilde: Logg}}
";

/// Every row of the only case, and its flow in the first year it has one.
fn rows(folder: &Path) -> (Value, Vec<(String, String)>) {
    let calc = json(folder, &["calc"]);
    let case = calc["saker"][0].clone();
    let rows = case["poster"].as_array().unwrap().iter();
    let told =
        |row: &Value| (row["navn"].as_str().unwrap().to_owned(), row["nåverdi"].as_str().unwrap().to_owned());
    let told = rows.map(told).collect();
    (case, told)
}

#[test]
fn every_kroner_of_a_case_is_brought_to_the_budget_year_and_nothing_of_a3_yaml_is() {
    let flat = PRICED.replace("kalkyle: {", "kalkyle: {rente: 0 %, realvekst_tid: 0 %, ");
    let folder = folder(&flat, &[("a", MIXED.to_owned())]);
    let (case, rows) = rows(folder.path());
    let due = [
        ("Porto", "110000"), // 1 000 × 20 × 1,1 × 5 år
        ("Strøm", "6500"),   // (100 × 2 + 1 000 × 1,1) × 5
        ("Forhold", "1000"), // 20 ÷ 20 × 100 × 2 × 5: kroner over kroner is no amount
        ("Anslag", "1100"),  // 200 × 1,1 × 5
        ("Tid", "682318"),   // 350 × 389,896 × 5: wages are in budsjettår's prices
        ("Utstyr", "-3300"), // (1 000 + 2 000) × 1,1
        ("Frakt", "-330"),
    ];
    let due: Vec<_> = due.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    assert_eq!(rows, due);
    assert_eq!((&case["prisår"], &case["prisfaktor"]), (&2026.into(), &"1.1".into()));
    let shown = text(folder.path(), &["calc", "--vis"]);
    assert!(shown.replace('\n', " ").contains("ganget med 1,1"), "{shown}");
    let found = json(folder.path(), &["check"]);
    assert!(found["funn"].as_array().unwrap().iter().all(|one| one["grad"] == "merknad"), "{found:#}");
    // The simulation draws the same amounts: the mean is the expected value, within its own error.
    let mean: f64 = case["usikkerhet"]["snitt"].as_str().unwrap().parse().unwrap();
    let npv: f64 = case["nnv"].as_str().unwrap().parse().unwrap();
    assert!((mean - npv).abs() < 200.0, "{mean} {npv}");
}

#[test]
fn a_missing_deflator_leaves_amounts_as_they_are_and_says_so_first() {
    let without = PRICED.replace("deflator: {2027: 10 %}, ", "");
    let frames = "rammer: {investering: {2027: 1 mill. kr}}\n";
    let folder = folder(&format!("{without}{frames}"), &[("a", MIXED.to_owned())]);
    let (case, rows) = rows(folder.path());
    assert_eq!(rows[5].1.split('.').next().unwrap(), "-2923", "1 000 + 2 000 ÷ 1,04");
    assert_eq!((&case["prisår"], &case["prisfaktor"]), (&2026.into(), &Value::Null));
    for (command, said) in [
        ("calc", "Beløpene i saken er i 2026-priser og er ikke regnet om til 2027"),
        ("rank", "ikke regnet om til budsjettårets priser: a (2026-priser)"),
        ("budget", "ikke regnet om til budsjettårets priser: a (2026-priser)"),
    ] {
        let shown = text(folder.path(), &[command]).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(said), "{command}: {shown}");
    }
    let found = json(folder.path(), &["check"]);
    let mut all = found["funn"].as_array().unwrap().iter();
    let ours = all.find(|one| one["regel"] == "prisår-uten-omregning").unwrap();
    assert!(ours["tittel"].as_str().unwrap().ends_with("ingen deflator for 2027"), "{ours:#}");
}

/// The rules that fire in a3.yaml with this deflator and these lines, beside cases in the prices of these years.
fn deflator_rules(deflator: &str, more: &str, price_years: &[u16]) -> Vec<String> {
    let cases: Vec<(String, String)> = price_years
        .iter()
        .map(|year| (format!("s{year}"), case("S", &format!("prisår: {year}\n"))))
        .collect();
    let cases: Vec<(&str, String)> = cases.iter().map(|(id, text)| (id.as_str(), text.clone())).collect();
    let folder = folder(&format!("kalkyle: {{deflator: {{{deflator}}}}}\n{more}"), &cases);
    write(folder.path(), "budsjett/2027.csv", "ansvar;funksjon;art;beløp\n1;120;010;1000000\n");
    let found = json(folder.path(), &["check"]);
    let rules = found["funn"].as_array().unwrap().iter();
    rules.map(|one| format!("{}:{}", one["fil"].as_str().unwrap(), one["regel"].as_str().unwrap())).collect()
}

#[test]
fn growth_that_is_in_the_figures_already_is_a_finding_and_what_converts_something_is_none() {
    let none: [String; 0] = [];
    let file = |year: u16| format!("budsjett: {{fil: budsjett/2027.csv, prisår: {year}}}\n");
    assert_eq!(deflator_rules("2027: 3 %, 2028: 3 %", "", &[2027]), ["a3.yaml:deflator-uten-bruk"]);
    assert_eq!(deflator_rules("2027: 3 %", "", &[2026]), none);
    assert_eq!(deflator_rules("2027: 3 %", &file(2026), &[2027]), none);
    assert_eq!(deflator_rules("2026: 3 %, 2027: 3 %", &file(2026), &[2027]), ["a3.yaml:deflator-uten-bruk"]);
    assert_eq!(deflator_rules("2028: 3 %, 2031: 3 %", "", &[2027]), ["a3.yaml:deflator-utenfor-planen"]);
    assert_eq!(
        deflator_rules("2028: 3 %", &file(2028), &[2027]),
        ["a3.yaml:deflator-uten-bruk", "a3.yaml:prisår-uten-omregning"]
    );
    assert_eq!(deflator_rules("2028: 3 %", &file(2026), &[]), ["a3.yaml:prisår-uten-omregning"]);
}

#[test]
fn todays_budget_is_brought_to_the_budget_year_once_and_grows_only_after_it() {
    let post = "    budsjettpost: {ansvar: 1, funksjon: 120, art: 195}\n";
    let saving = case("A", "oppstart: 2027\n").replace(
        "- {navn: Spart avtale, type: unngåtte kostnader, anslag: 100 000 kr/år, kilde: Regnskap}",
        &format!("- navn: Spart avtale\n    type: unngåtte kostnader\n    anslag: 100 000 kr/år\n    kilde: Regnskap\n{post}"),
    );
    let council = |prices: &str| {
        let more =
            format!("kalkyle: {{deflator: {{2027: 10 %, 2028: 20 %}}}}\nbudsjett: {{fil: b.csv{prices}}}\n");
        let folder = folder(&more, &[("a", saving.clone())]);
        write(folder.path(), "b.csv", "ansvar;funksjon;art;beløp\n1;120;195;1000000\n");
        let budget = json(folder.path(), &["budget"]);
        let table = &budget["tiltak"]["per_ansvar"][0]["endring"]["år"];
        let of = |place: usize, key: &str| table[place][key].as_str().unwrap().to_owned();
        [of(0, "inngående_ramme"), of(0, "deflator"), of(0, "ny_ramme"), of(1, "deflator")]
    };
    assert_eq!(council(", prisår: 2026"), ["1100000", "0", "1000000", "200000"]);
    assert_eq!(council(""), ["1000000", "0", "900000", "180000"]);
}

/// A folder whose plan is rolled to 2028: a case was chosen and is decided now, one was chosen and waits, one is gone,
/// one is new.
fn rolled() -> tempfile::TempDir {
    let capacity = "kapasitet:\n  - 0,5 årsverk\n";
    let cases = [
        ("digital-post", case("Digital post", &format!("oppstart: 2027\nsenest: 2029\n{capacity}"))),
        ("felles-innkjop", case("Felles innkjøp", &format!("oppstart: 2027\nsenest: 2029\n{capacity}"))),
        ("nettbrett", case("Nettbrett", "oppstart: 2027\nsenest: 2029\n")),
    ];
    let frames = "rammer:\n  endringskapasitet:\n    Stab:\n      2027: 1 årsverk\n      2028: 0,4 årsverk\n";
    let folder = folder(frames, &cases);
    let said = text(folder.path(), &["roll", "2028"]);
    assert!(said.contains("historikk/2027.json"), "{said}");
    let decided = "oppstart: 2027\nvedtak: [{dato: 2026-11-20, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: nei}]\n";
    write(folder.path(), "saker/digital-post.yaml", &case("Digital post", decided));
    write(folder.path(), "saker/ny.yaml", &case("Ny sak", "oppstart: 2028\n"));
    std::fs::remove_file(folder.path().join("saker/nettbrett.yaml")).unwrap();
    folder
}

#[test]
fn the_list_says_how_each_case_stood_last_year() {
    let folder = rolled();
    let said = text(folder.path(), &["rank", "--uten-usikkerhet"]).replace('\n', " ");
    assert!(said.contains("4 saker står annerledes enn på lista for 2027:"), "{said}");
    let named =
        "«Digital post» (valgt 2027 → besluttet 2027), «Ny sak» (ikke på lista → valgt 2028) og 2 til.";
    assert!(said.contains(named), "{said}");
    let all = text(folder.path(), &["rank", "--uten-usikkerhet", "--alt"]);
    let table = all.split("I fjor (lista for 2027)").nth(1).unwrap();
    for row in ["Digital post", "Felles innkjøp", "nettbrett", "Ny sak"] {
        assert!(table.contains(row), "{all}");
    }
    assert!(
        text(folder.path(), &["rank", "--lang", "en"])
            .replace("\n", " ")
            .contains("placed differently from the list of 2027")
    );
    let list = json(folder.path(), &["rank", "--uten-usikkerhet"]);
    validated(&list.to_string(), &rank::schema());
    assert_eq!(list["i_fjor"]["år"], 2027);
    let turned = list["i_fjor"]["endret"].as_array().unwrap();
    let of = |id: &str| turned.iter().find(|one| one["id"] == id).unwrap();
    assert_eq!(
        (&of("digital-post")["i_fjor"], &of("digital-post")["i_år"]),
        (&"valgt".into(), &"besluttet".into())
    );
    assert_eq!((&of("ny")["i_fjor"], &of("ny")["i_år"]), (&Value::Null, &"valgt".into()));
    assert_eq!((&of("nettbrett")["oppstart_i_fjor"], &of("nettbrett")["i_år"]), (&2027.into(), &Value::Null));
}

#[test]
fn the_overview_says_what_has_become_of_what_was_chosen_last_year() {
    let folder = rolled();
    let said = text(folder.path(), &["overview"]).replace('\n', " ");
    assert!(
        said.contains("I fjor (lista for 2027) var 3 saker valgt, og 1 av dem er besluttet nå. Ikke besluttet: Felles innkjøp, nettbrett."),
        "{said}"
    );
    let all = text(folder.path(), &["overview", "--alt"]);
    assert!(all.split("Nå\n").last().unwrap().contains("ikke med"), "{all}");
    let found = json(folder.path(), &["overview"]);
    validated(&found.to_string(), &overview::schema());
    let became: Vec<(&Value, &Value)> =
        found["i_fjor"]["saker"].as_array().unwrap().iter().map(|one| (&one["id"], &one["nå"])).collect();
    let expected = [
        ("digital-post", "besluttet".into()),
        ("felles-innkjop", "ikke besluttet".into()),
        ("nettbrett", Value::Null),
    ];
    assert_eq!(became.len(), 3);
    for ((id, now), (known, then)) in became.into_iter().zip(expected) {
        assert_eq!((id, now), (&known.into(), &then));
    }
    let area = text(folder.path(), &["overview", "--område", "Stab"]).replace('\n', " ");
    assert!(area.contains("var 2 saker valgt"), "a case that is gone is of no known area: {area}");
}

#[test]
fn a_list_that_cannot_be_read_is_said_and_an_area_without_one_is_silent() {
    let folder = rolled();
    write(folder.path(), "historikk/2027.json", "{}");
    for command in ["rank", "overview"] {
        assert!(
            text(folder.path(), &[command]).contains("historikk/2027.json: ikke en liste a3 har skrevet")
        );
        assert_eq!(json(folder.path(), &[command])["i_fjor"], Value::Null);
    }
    write(folder.path(), "historikk/2027.json", "{\"versjon\": 99, \"liste\": []}");
    for command in ["rank", "overview"] {
        let told = text(folder.path(), &[command]);
        assert!(told.contains("historikk/2027.json: skrevet av en annen versjon av a3"), "{told}");
        assert_eq!(json(folder.path(), &[command])["i_fjor"], Value::Null);
    }
    std::fs::remove_dir_all(folder.path().join("historikk")).unwrap();
    for command in ["rank", "overview"] {
        assert!(!text(folder.path(), &[command]).contains("2027.json"));
        assert_eq!(json(folder.path(), &[command])["i_fjor"], Value::Null);
    }
}

#[test]
fn a_start_that_has_passed_is_asked_about_and_moved_also_once_the_plan_is_rolled() {
    let cases = [
        ("fast", case("Fast", "oppstart: 2027\n")),
        ("rekker", case("Rekker det", "oppstart: 2027\nsenest: 2028\n")),
        ("sent", case("Sent ute", "oppstart: 2026\nsenest: 2027\n")),
    ];
    let folder = folder("", &cases);
    let roll = |more: &[&str]| text(folder.path(), &[&["roll", "2028"], more].concat());
    let first = roll(&[]);
    assert!(first.contains("oppstarten er passert: fast (2027), rekker (2027), sent (2027)."), "{first}");
    assert!(!first.contains("Legg inn budsjettet"), "there is no file of the budget: {first}");
    assert!(roll(&["--vis"]).contains("oppstarten er passert: fast (2027), rekker (2027), sent (2027)."));
    let moved = roll(&["--flytt"]);
    assert!(
        moved.contains("Planen er alt 2028–2031.")
            && moved.contains("til 2028: fast (2027), rekker (2027), sent (2027)"),
        "{moved}"
    );
    let late = std::fs::read_to_string(folder.path().join("saker/sent.yaml")).unwrap();
    assert!(late.contains("oppstart: 2028\nsenest: 2028\n"), "{late}");
    assert_eq!(roll(&[]), "Planen er alt 2028–2031, og det er ikke mer å gjøre.\n");
    assert!(
        roll(&["--innarbeidet", "fast"])
            .contains("Ingen besluttet sak heter «fast». Ingen saker er besluttet.")
    );
}

#[test]
fn new_practice_is_written_in_the_prices_of_its_case_and_shows_what_the_case_takes_out() {
    let folder = super::writing::solvik();
    let run = |arguments: &str| {
        let output = a3(folder.path()).args(arguments.split(' ')).output().unwrap();
        assert!(output.status.code().is_some_and(|code| code < 2), "{arguments}: {output:?}");
        output.stdout
    };
    run("roll 2028 --flytt --dato 2027-02-01");
    let asked = "budget --saker digitalt-tilsyn-natt --format json --dato 2027-11-24";
    let budget = || serde_json::from_slice::<Value>(&run(asked)).unwrap();
    let before = budget()["sum"].clone();
    run("advance digitalt-tilsyn-natt --dato 2027-11-24");
    let after = budget();
    let amount = |of: &Value| decimal(of.as_str().unwrap());
    let cent = decimal("0.05");
    for one in after["avstemming"].as_array().unwrap() {
        assert!(amount(&one["differanse"]).abs() < cent, "{one}");
    }
    for (before, after) in before.as_array().unwrap().iter().zip(after["sum"].as_array().unwrap()) {
        assert!((amount(&before["drift"]) - amount(&after["drift"])).abs() < cent, "{before} {after}");
    }
}

#[test]
fn a_roll_names_what_is_still_in_the_prices_and_the_years_of_before() {
    let more = "kalkyle: {deflator: {2028: 4 %}}\nfelles:\n  strømpris: {verdi: 1.2 kr/kWh, kilde: x}\nprioritering: {låst: {digital-post: {valg: inn, oppstart: 2027}}}\n";
    let cases = [("digital-post", case("Digital post", "oppstart: 2027\nsenest: 2029\n"))];
    let folder = folder(more, &cases);
    let said =
        text(folder.path(), &["roll", "2028", "--flytt"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("i 2028-priser i a3.yaml") || said.contains("om til 2028-priser i a3.yaml"),
        "{said}"
    );
    assert!(
        said.contains("felles") && said.contains("Låst oppstart er passert: digital-post (2027)"),
        "{said}"
    );
}

#[test]
fn no_budget_is_said_to_hold_a_case_that_begins_after_it() {
    let decided = |start: u16| {
        let row = "vedtak: [{dato: 2026-06-01, organ: Kommunestyret, beslutning: vedtatt}]";
        case("Besluttet", &format!("oppstart: {start}\n{row}\n"))
    };
    let folder = folder("", &[("naa", decided(2028)), ("senere", decided(2029))]);
    let roll = |more: &[&str]| text(folder.path(), &[&["roll", "2028"], more].concat());
    let is_held = |id: &str| {
        let path = folder.path().join(format!("saker/{id}.yaml"));
        std::fs::read_to_string(path).unwrap().contains("innarbeidet: ja")
    };
    let asked = roll(&["--vis"]);
    assert!(asked.contains("innarbeidet i budsjettet for 2028? naa. Ja:"), "{asked}");
    roll(&["--innarbeidet", "alle"]);
    assert_eq!([is_held("naa"), is_held("senere")], [true, false]);
    // Who says it of the case by name, means it.
    roll(&["--innarbeidet", "senere"]);
    assert!(is_held("senere"));
}

#[test]
fn without_a_deflator_a_roll_does_not_say_which_prices_amounts_of_two_years_stand_in() {
    let folder = folder("", &[("gammel", case("Gammel", "oppstart: 2028\nprisår: 2026\n"))]);
    let said = text(folder.path(), &["roll", "2028"]).replace("\n    ", " ");
    assert!(said.contains("Til da er ingen beløp regnet om til 2028-priser."), "{said}");
}

#[test]
fn what_grows_after_the_year_todays_budget_is_of_is_said_to_be_counted_nowhere() {
    let held = "oppstart: 2027\nvedtak: [{dato: 2026-06-01, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: ja}]\n";
    let growing = case("Digital post", held).replace("100 000 kr/år", "[10 000 kr/år, 100 000 kr/år]");
    let folder = folder("", &[("digital-post", growing)]);
    let said = "gir mer i 2030 enn i 2027: ";
    let list = json(folder.path(), &["rank", "--uten-usikkerhet"]);
    let remarks = list["merknader"].to_string().replace('\u{a0}', " ");
    assert!(remarks.contains(&format!("{said}digital-post (90 000 kr)")), "{remarks}");
    let budget = text(folder.path(), &["budget"]).replace('\u{a0}', " ");
    assert!(budget.contains(said) && budget.contains("90 000 kr"), "{budget}");
    write(folder.path(), "saker/digital-post.yaml", &case("Digital post", held));
    assert_eq!(json(folder.path(), &["rank", "--uten-usikkerhet"])["merknader"], serde_json::json!([]));
}

#[test]
fn what_a_held_case_comes_to_later_is_said_after_what_its_loan_takes() {
    let held = "oppstart: 2027\nvedtak: [{dato: 2026-06-01, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: ja}]\n";
    let outlay = "kostnader:\n  - {navn: Utstyr, type: investering, beløp: 2 mill. kr, kilde: Tilbud}\n";
    let growing = case("Digital post", held).replace("100 000 kr/år", "[10 000 kr/år, 100 000 kr/år]");
    let loan = "kalkyle: {lån: {rente: 5 %, avdragstid: 5 år, ansvar: 9000}}\n";
    let folder = folder(loan, &[("digital-post", format!("{growing}{outlay}"))]);
    // 400 000 kr of repayment and 60 000 kr of interest in 2030, and none of it in 2027.
    let said = "gir mindre i 2030 enn i 2027: digital-post (370 000 kr: 90 000 kr mer i gevinster minus drift, 460 000 kr mer i renter og avdrag)";
    let list = json(folder.path(), &["rank", "--uten-usikkerhet"]);
    let remarks = list["merknader"].to_string().replace('\u{a0}', " ");
    assert!(remarks.contains(said) && !remarks.contains("gir mer"), "{remarks}");
    let budget = text(folder.path(), &["budget"]).replace('\u{a0}', " ");
    let budget = budget.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(budget.contains(&said.replace("digital-post", "«Digital post»")), "{budget}");
}

#[test]
fn a_roll_moves_or_names_a_start_that_has_passed_also_where_a_later_one_is_allowed() {
    let cases = [
        ("rekker", case("Rekker det", "oppstart: 2027\nsenest: 2029\n")),
        ("siste", case("Siste sjanse", "oppstart: 2027\nsenest: 2028\n")),
        ("senere", case("Senere", "oppstart: 2028\nsenest: 2029\n")),
    ];
    let folder = folder("", &cases);
    let one_line = |said: String| said.split_whitespace().collect::<Vec<_>>().join(" ");
    let asked = one_line(text(folder.path(), &["roll", "2028"]));
    let said = "Ikke besluttet, og oppstarten er passert: rekker (2027), siste (2027). Skriv et nytt år i saken, eller flytt alle: a3 roll 2028 --flytt";
    assert!(asked.contains(said), "{asked}");
    let early = || text(folder.path(), &["check", "--alt"]).matches("er før budsjettåret 2028").count();
    assert!(early() > 0);
    let moved = one_line(text(folder.path(), &["roll", "2028", "--flytt"]));
    assert!(moved.contains("Oppstarten er flyttet til 2028: rekker (2027), siste (2027)"), "{moved}");
    assert_eq!(early(), 0);
    let read = |id: &str| std::fs::read_to_string(folder.path().join(format!("saker/{id}.yaml"))).unwrap();
    assert!(read("rekker").contains("oppstart: 2028\nsenest: 2029\n"));
    assert!(read("siste").contains("oppstart: 2028\nsenest: 2028\n"));
}

/// A folder that begins with the year 2027, rolled to 2028.
fn rolled_with(files: &[(&str, &str)], arguments: &[&str]) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        write(folder.path(), path, text);
    }
    let output =
        a3(folder.path()).args(["roll", "2028", "--dato", "2027-11-01"]).args(arguments).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    (folder, String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " "))
}

const PLAN: &str = "a3: 1\nvirksomhet: Prøve kommune\nbudsjettår: 2027\nkalkyle:\n  deflator: {2028: 10 %}\n\
                    områder: [Stab]\nmål:\n  digitalt: {navn: Alle får digital post, kilde: Kommuneplanen}\n";

/// A case that takes 100 000 kr of postage out, with these lines after it.
fn postage(more: &str) -> String {
    format!(
        "a3: 1\ntittel: Mindre porto\nområde: Stab\neier: Anne Berg\nfase: overblikk\n\
         nåsituasjon: Vi sender alt på papir.\nønsket_situasjon: Vi sender det digitalt.\ngevinster:\n  \
         - navn: Porto\n    type: unngåtte kostnader\n    anslag: 100 000 kr/år\n    kilde: Regnskap 2025\n    \
         budsjettpost: {{ansvar: 1100, funksjon: 120, art: 130}}\nlevetid: 10 år\n{more}"
    )
}

#[test]
fn a_year_that_a_budget_by_year_does_not_have_is_unknown() {
    let columns = "ansvar;ansvarsnavn;funksjon;art;2027;2028;2029;2030\n\
                   1100;Post;120;130;1000000;1000000;1000000;1000000\n\
                   1100;Post;120;195;500000;500000;500000;500000\n";
    let lines = "ansvar;ansvarsnavn;funksjon;art;beløp;år\n1100;Post;120;130;1000000;2027\n\
                 1100;Post;120;130;1000000;2028\n1100;Post;120;130;1000000;2029\n\
                 1100;Post;120;130;1000000;2030\n1100;Post;120;195;500000;\n";
    for file in [columns, lines] {
        let organisation = format!("{PLAN}budsjett: budsjett/2027.csv\n");
        let case = postage("oppstart: 2028\n");
        let files =
            [("a3.yaml", organisation.as_str()), ("saker/porto.yaml", &case), ("budsjett/2027.csv", file)];
        let (folder, _) = rolled_with(&files, &[]);
        let budget = json(folder.path(), &["budget", "--alle"]);
        let rows = budget["rader"].as_array().unwrap();
        let rows: Vec<&Value> = rows.iter().filter(|row| row["art"] == "130").collect();
        let shown: Vec<[&str; 3]> = rows
            .iter()
            .map(|row| ["dagens", "nytt", "endring"].map(|key| row[key].as_str().unwrap_or("-")))
            .collect();
        let known = ["1100000", "990000", "-110000"];
        assert_eq!(shown, [known, known, known, ["-", "-", "-110000"]]);
        let said = text(folder.path(), &["check"]);
        for wrong in ["uttak-over-budsjettlinje", "ulesbar-budsjettlinje", "regnes som 0 kr"] {
            assert!(!said.contains(wrong), "{said}");
        }
        assert_eq!(said.matches("år-uten-budsjettlinje").count(), 1, "{said}");
        let page = text(folder.path(), &["budget", "--alle"]);
        assert!(!page.contains("Endring i dagens budsjett") && !page.contains("bare 0 kr"), "{page}");
        text(folder.path(), &["budget", "--alle", "--alt"]);
        assert!(
            !text(folder.path(), &["budget", "--alle", "--tiltak"]).contains("Endring i dagens budsjett")
        );
    }
}

#[test]
fn a_decided_case_that_changes_after_the_roll_is_told() {
    let decided = "beslutter: Kommunestyret\noppstart: 2027\n";
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", PLAN);
    write(folder.path(), "saker/porto.yaml", &postage(decided));
    let run = |arguments: &[&str]| {
        let output = a3(folder.path()).args(arguments).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    };
    run(&["decide", "porto", "--organ", "Kommunestyret", "--dato", "2026-12-10", "--i-dag", "2026-12-11"]);
    run(&["roll", "2028", "--dato", "2027-11-01"]);
    let path = folder.path().join("saker/porto.yaml");
    let kept = std::fs::read_to_string(&path).unwrap();
    let checked = || {
        let output = a3(folder.path()).args(["check", "--dato", "2027-11-02"]).output().unwrap();
        String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ")
    };
    assert!(!checked().contains("endret-etter-vedtak"));
    std::fs::write(&path, kept.replace("anslag: 100 000 kr/år", "anslag: 60 000 kr/år")).unwrap();
    let said = checked();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("driften i 2028 fra 100 000 kr til 60 000 kr (−40 000 kr)"), "{said}");
    assert!(said.contains("gevinstene fra 100 000 kr til 60 000 kr (−40 000 kr)"), "{said}");
    assert!(!said.contains("driften i 2027") && !said.contains("netto nåverdi fra"), "{said}");
}

/// An overview of one area that the case takes further, with this estimate.
fn one_area(estimate: &str) -> String {
    format!(
        "a3: 1\ntittel: Overblikk\nområde: Stab\neier: Marit Lie\nfase: overblikk\nnivå: virksomhet\n\
         nåsituasjon: Vi sender alt på papir.\nønsket_situasjon: Vi sender det digitalt.\ndelområder:\n  \
         - navn: Post\n    område: Stab\n    anslag: {estimate}\n    må_gjøres: nei\n    dypdykk: ja\n    \
         saker: [porto]\n"
    )
}

#[test]
fn a_rejected_case_is_in_no_sum_and_takes_no_duty_or_goal() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", PLAN);
    let more = "oppstart: 2027\nmål: [digitalt]\nminimumskrav:\n  - {krav: Post sendes digitalt, hjemmel: eForvaltningsforskriften § 8, oppfylt: nei, etter: ja}\n";
    let case = postage(more);
    write(folder.path(), "saker/porto.yaml", &case);
    let estimate = "{lav: 100 000 kr/år, verdi: 200 000 kr/år, høy: 900 000 kr/år}";
    write(folder.path(), "saker/samlet.yaml", &one_area(estimate));
    let seen = || validated(&json(folder.path(), &["overview"]).to_string(), &overview::schema());
    let before = seen();
    assert_eq!(before["regnet"], "100000");
    assert_eq!((&before["anslag"], &before["delområder"][0]["anslag"]), (&"300000".into(), &"300000".into()));
    let rejected = "vedtak:\n  - {dato: 2026-06-15, organ: Kommunestyret, beslutning: avvist}\n";
    write(folder.path(), "saker/porto.yaml", &format!("{case}{rejected}"));
    let after = seen();
    assert_eq!(
        (&after["regnet"], &after["delområder"][0]["regnet"]),
        (&"0".into(), &Value::Null),
        "{after:#}"
    );
    assert_eq!(after["delområder"][0]["saker"], serde_json::json!([]));
    assert_eq!(after["minimumskrav"][0]["krav"], "Post sendes digitalt");
    assert_eq!(after["minimumskrav"][0]["saker"], serde_json::json!([]));
    assert!(text(folder.path(), &["overview"]).contains("Alle får digital post"));
}

#[test]
fn a_roll_names_the_estimates_and_keeps_the_year_that_goes() {
    let organisation = format!("{PLAN}rammer:\n  investering: {{2027: 5 mill. kr, 2028: 1 mill. kr}}\n");
    let case = postage(
        "oppstart: 2027\nkostnader:\n  - {navn: Kjøp, type: investering, beløp: {2027: 2 mill. kr}, kilde: Tilbud}\n",
    );
    let overview = one_area("100 000 kr/år");
    let files =
        [("a3.yaml", organisation.as_str()), ("saker/porto.yaml", &case), ("saker/samlet.yaml", &overview)];
    let (folder, said) = rolled_with(&files, &["--flytt"]);
    assert!(said.contains("Skriv anslagene for delområdene om til 2028-priser"), "{said}");
    let kept = std::fs::read_to_string(folder.path().join("a3.yaml")).unwrap();
    assert!(kept.contains("  investering: {2028: 1 mill. kr}  # 2027: 5 mill. kr\n"), "{kept}");
    let told = text(folder.path(), &["check"]);
    assert!(told.contains("«Kjøp» har beløp i 2027, før budsjettåret 2028"), "{told}");
}

#[test]
fn after_the_life_of_a_case_nothing_is_expected() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", PLAN);
    let vedtak =
        "vedtak:\n  - {dato: 2022-11-20, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: ja}\n";
    let case = postage(&format!("oppstart: 2023\n{vedtak}"));
    let case =
        case.replace("fase: overblikk", "fase: gjennomføring").replace("levetid: 10 år", "levetid: 4 år");
    write(folder.path(), "saker/porto.yaml", &case);
    let status = |day: &str, more: &[&str]| {
        let output = a3(folder.path()).args(["status", "--dato", day]).args(more).output().unwrap();
        String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ")
    };
    let bridge = |day: &str| {
        let status: Value = serde_json::from_str(&status(day, &["--format", "json"])).unwrap();
        let terms = ["lovet", "ikke_ventet", "ventet", "bak"];
        let terms = terms.map(|term| status["bro"][term].as_str().unwrap().to_owned());
        (terms, status["gevinster"][0]["ord"].as_str().unwrap().to_owned())
    };
    let [whole, none] = ["100000", "0"];
    assert_eq!(bridge("2026-12-31"), ([whole, none, whole, whole].map(str::to_owned), "bak".to_owned()));
    assert_eq!(bridge("2027-01-01"), ([whole, whole, none, none].map(str::to_owned), "bak".to_owned()));
    let said = status("2027-01-01", &["--alt"]);
    assert!(said.contains("levetiden er over") && !said.contains("innfasing"), "{said}");
}

/// What files hold, by their paths in a folder.
fn held(folder: &Path) -> std::collections::BTreeMap<String, String> {
    let read = |path: &str| (path.to_owned(), std::fs::read_to_string(folder.join(path)).unwrap());
    ["a3.yaml", "historikk/2027.json", "saker/helse/en.yaml", "saker/to.yaml"].map(read).into()
}

#[test]
fn a_plan_is_rolled_and_the_whole_is_shown_as_from_the_top_wherever_one_stands() {
    let [top, below] = ["", "saker/helse"].map(|place| {
        let cases = ["helse/en", "to"].map(|id| (id, case("Sak", "oppstart: 2027\n")));
        let folder = folder("", &cases);
        let stands = folder.path().join(place);
        let whole =
            a3(&stands).args(["report", "--hele", "--saksframlegg", "--dato", TODAY]).output().unwrap();
        let area = a3(&stands).args(["report", "--område", "Stab", "--dato", TODAY]).output().unwrap();
        let rolled = text(&stands, &["roll", "2028", "--flytt"]);
        assert!([&whole, &area].iter().all(|shown| !shown.stdout.is_empty()), "{whole:?} {area:?}");
        (whole.stdout, area.stdout, rolled, held(folder.path()))
    });
    assert_eq!(top, below);
    assert!(top.3["historikk/2027.json"].contains("\"to\""));
}
