//! What `a3 check` says of cases and today's budget together, beyond the pages.

use super::portfolio::{GOOD_CASE, ORGANISATION, today, write};
use a3::diagnostic::Report;
use a3::repository::Buffer;

const HEADING: &str = "ansvar;ansvarsnavn;funksjon;art;beløp;årsverk\n";
const BUDGET: &str = "1400;Servicetorget;120;130;140000;\n1400;Servicetorget;120;010;5000000;8\n1400;Servicetorget;120;090;750000;\n1400;Servicetorget;120;099;900000;\n";

/// A case that takes its postage from art 130 of 1400.
fn taking(more: &str) -> String {
    format!(
        "{GOOD_CASE}    budsjettpost: {{ansvar: 1400, funksjon: 120, art: 130}}\noppstart: 2027\nlevetid: 5 år\n{more}"
    )
}

fn check(cases: &[(&str, String)], budget: Option<&str>) -> Report {
    let named = budget.map(|_| "budsjett: budsjett/2027.csv\n").unwrap_or_default();
    let mut texts = Buffer::default().with("a3.yaml", format!("{ORGANISATION}{named}"));
    if let Some(rows) = budget {
        texts = texts.with("budsjett/2027.csv", format!("{HEADING}{rows}"));
    }
    for (id, text) in cases {
        let text = text.replacen("tittel: Digital post", &format!("tittel: Digital post {id}"), 1);
        texts = texts.with(&format!("saker/{id}.yaml"), text);
    }
    a3::report::check(&texts.open(), today()).unwrap()
}

/// Rule, file and Norwegian title of everything found.
fn found(cases: &[(&str, String)], budget: Option<&str>) -> Vec<(&'static str, String, String)> {
    let report = check(cases, budget);
    let named = report.located().map(|(file, finding)| {
        let case = file.case.clone().unwrap_or_else(|| file.source.path.clone());
        (finding.rule, case, finding.title.nb.clone())
    });
    named.collect()
}

fn rules(cases: &[(&str, String)], budget: Option<&str>) -> Vec<(&'static str, String)> {
    found(cases, budget).into_iter().map(|(rule, case, _)| (rule, case)).collect()
}

#[test]
fn many_cases_on_one_line_give_one_finding_each_that_names_the_first() {
    let cases = ["a", "b", "c", "d"].map(|id| (id, taking("")));
    let titles: Vec<String> =
        found(&cases, Some(BUDGET)).into_iter().map(|(_, case, title)| format!("{case}: {title}")).collect();
    let line = "Saken tar fra ansvar 1400, funksjon 120, art 130, og det gjør «a»";
    assert_eq!(
        titles,
        [
            format!("b: {line} også"),
            format!("c: {line} og én sak til også"),
            format!("d: {line} og 2 saker til også")
        ]
    );
}

#[test]
fn either_case_may_say_how_two_stand_to_each_other() {
    let said = |first: &str, second: &str| {
        let cases = [("a", taking(first)), ("b", taking(second))];
        rules(&cases, Some(BUDGET)).iter().filter(|(rule, _)| *rule == "samme-budsjettlinje").count()
    };
    assert_eq!(said("", ""), 1);
    assert_eq!(said("utelukker: [b]\n", ""), 0);
    assert_eq!(said("", "utelukker: [a]\n"), 0);
    assert_eq!(said("", "krever: [a]\n"), 0);
}

/// What cases of these sizes on one line of 140 000 kr are told, by case: id, kroner a year, krever.
fn together(cases: &[(&'static str, &str, &str)]) -> Vec<(String, String)> {
    let cases: Vec<(&str, String)> = cases
        .iter()
        .map(|(id, amount, requires)| {
            let requires =
                if requires.is_empty() { String::new() } else { format!("krever: [{requires}]\n") };
            (*id, taking(&requires).replace("96 000", amount))
        })
        .collect();
    let found = found(&cases, Some(BUDGET)).into_iter();
    let told = found.filter(|(rule, ..)| *rule == "samlet-uttak-over-budsjettlinje");
    told.map(|(_, case, title)| (case, title.replace('\u{a0}', " "))).collect()
}

#[test]
fn cases_bound_by_krever_are_held_against_the_line_together() {
    let line = "av ansvar 1400, funksjon 120, art 130, men der står det bare 140 000 kr";
    assert_eq!(
        together(&[("a", "96 000", ""), ("b", "61 000", "a")]),
        [("b".to_owned(), format!("I 2027 tar «a» og «b» til sammen ut 157 000 kr {line}"))]
    );
    assert_eq!(together(&[("a", "96 000", ""), ("b", "44 000", "a")]), [], "as much as there is");
    assert_eq!(
        together(&[("a", "96 000", ""), ("b", "61 000", "")]),
        [],
        "not bound: that is said otherwise"
    );
}

#[test]
fn what_is_required_through_others_counts_and_is_told_of_the_fewest() {
    let chain = [("a", "96 000", ""), ("b", "40 000", "a"), ("c", "30 000", "b"), ("d", "20 000", "c")];
    let told = together(&chain);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].0 == "c" && told[0].1.contains("«a», «b» og «c» til sammen ut 166 000 kr"), "{told:?}");
    let ring = [("a", "96 000", "b"), ("b", "61 000", "a")];
    assert_eq!(together(&ring).len(), 1, "once in a ring");
    let above = [("a", "96 000", ""), ("b", "61 000", ""), ("c", "1 000", "a, b")];
    assert_eq!(together(&above)[0].0, "c", "what two are required by binds them");
}

#[test]
fn what_one_case_takes_too_much_of_alone_is_not_told_again_with_those_that_require_it() {
    assert_eq!(together(&[("a", "196 000", ""), ("b", "1 000", "a")]), []);
}

#[test]
fn without_a_budget_no_line_is_looked_at() {
    let cases = [("a", taking("")), ("b", taking(""))];
    assert_eq!(rules(&cases, None), []);
}

#[test]
fn what_is_not_assessed_or_is_in_todays_budget_already_takes_nothing() {
    let adopted =
        "vedtak:\n  - {dato: 2026-06-10, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: ja}\n";
    let unassessed = taking("").replace("oppstart: 2027\nlevetid: 5 år\n", "");
    let cases = [("a", taking("")), ("b", taking(adopted)), ("c", unassessed)];
    assert_eq!(rules(&cases, Some(BUDGET)), []);
    assert_eq!(rules(&cases[1..2], Some("1400;Servicetorget;120;130;2000;\n")), []);
}

/// What is told where these rows follow those of the budget: of the file, and of the case.
fn with_bad_rows(case: String, rows: &str) -> (Vec<a3::diagnostic::Finding>, Vec<&'static str>) {
    let report = check(&[("a", case)], Some(&format!("{BUDGET}{rows}")));
    let of = |is_case: bool| report.located().filter(move |(file, _)| file.case.is_some() == is_case);
    (
        of(false).map(|(_, finding)| finding.clone()).collect(),
        of(true).map(|(_, finding)| finding.rule).collect(),
    )
}

#[test]
fn a_bad_line_keeps_its_own_ansvar_alone_from_being_held_against_the_budget_and_says_so() {
    let over = || taking("").replace("96 000", "196 000");
    for (row, unit) in [
        ("Natt;;;;6670750;\n", "Natt"),
        ("3220;Nord;257;13O;5;\n", "3220"),
        ("3220;N;257;130;1.200;\n", "3220"),
    ] {
        let (file, case) = with_bad_rows(over(), row);
        assert_eq!(case, ["uttak-over-budsjettlinje"], "{row}");
        let said =
            format!("Det sakene gjør på ansvar «{unit}», blir ikke holdt mot budsjettet før det er rettet.");
        assert_eq!(
            file.iter().filter(|finding| finding.why().text().nb.ends_with(&said)).count(),
            1,
            "{row}: {file:?}"
        );
    }
    let (file, case) = with_bad_rows(over(), "1400;Servicetorget;120;13O;140000;\n3220;Nord;257;O10;5;\n");
    assert_eq!(case, [""; 0], "what is missing on 1400 may be what is taken from");
    let said = file.iter().filter(|finding| finding.why().text().nb.contains("på ansvar «1400» og «3220»"));
    assert_eq!(said.count(), 1, "{file:?}");
    let unknown = costing("9 000", "195")
        .replace("ansvar: 1400, funksjon: 120, art: 195", "ansvar: 3220, funksjon: 120, art: 195");
    assert_eq!(with_bad_rows(unknown.clone(), "3220;Nord;257;O10;5;\n").1, [""; 0], "the ansvar is there");
    assert_eq!(with_bad_rows(unknown, "3230;Nord;257;O10;5;\n").1, ["ukjent-ansvar"]);
}

#[test]
fn a_bad_line_of_no_certain_ansvar_keeps_all_from_being_held_against_the_budget_and_says_so() {
    let over = || taking("").replace("96 000", "196 000");
    for row in [
        ";;120;130;5;\n",
        "Servicetorget;120;130;140000;;\n",
        "1400;120\n",
        "1400;S;120;130;5;;x\n",
        "1400;\"S;120;130;5;\n",
        ";;;;6670750;\n",
    ] {
        let (file, case) = with_bad_rows(over(), row);
        assert_eq!(case, [""; 0], "{row}");
        let said = "Sakene blir ikke holdt mot budsjettet før det er rettet.";
        assert_eq!(
            file.iter().filter(|finding| finding.why().text().nb.ends_with(said)).count(),
            1,
            "{row}: {file:?}"
        );
    }
}

#[test]
fn a_budget_with_a_heading_alone_is_one_finding() {
    let (report, costs) = (check(&[("a", taking(""))], Some("")), costing("9 000", "195"));
    let titles: Vec<&str> = report.located().map(|(_, finding)| finding.title.nb.as_str()).collect();
    assert_eq!(titles, ["Fila har ingen linjer under overskriften"]);
    assert_eq!(rules(&[("a", costs)], Some("")), [("ulesbar-budsjettfil", "budsjett/2027.csv".to_owned())]);
}

#[test]
fn a_line_may_hold_for_one_year_and_not_for_the_next() {
    let heading = HEADING.trim_end();
    let by_year = |amount: u32| -> String {
        let amount_of = |year| if year == 2029 { amount } else { 140_000 };
        (2027..=2030).map(|year| format!("1400;S;120;130;{};;{year}\n", amount_of(year))).collect()
    };
    let titles = |amount| {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "a3.yaml", &format!("{ORGANISATION}budsjett: b.csv\n"));
        write(folder.path(), "b.csv", &format!("{heading};år\n{}", by_year(amount)));
        write(folder.path(), "saker/a.yaml", &taking(""));
        let report = a3::report::check(
            &a3::repository::Repository::open(&[folder.path().to_owned()]).unwrap(),
            today(),
        )
        .unwrap();
        report.located().map(|(_, finding)| finding.title.nb.clone()).collect::<Vec<_>>()
    };
    assert_eq!(titles(96_000), Vec::<String>::new());
    assert_eq!(
        titles(95_000),
        [
            "I 2029 tas det ut 96\u{a0}000\u{a0}kr av ansvar 1400, funksjon 120, art 130, men der står det bare 95\u{a0}000\u{a0}kr"
        ]
    );
}

#[test]
fn wage_is_held_against_its_pension_and_levy_too_and_told_once() {
    let time = GOOD_CASE.split("gevinster:").next().unwrap().to_owned()
        + "gevinster:\n  - navn: Tid\n    type: spart tid\n    anslag: 1 763 timer/år\n    stilling: helsefagarbeider\n    tas_ut: 100 %\n    kilde: Logg\n    budsjettpost: {ansvar: 1400, funksjon: 120, art: 010}\noppstart: 2027\nlevetid: 5 år\n";
    assert_eq!(rules(&[("a", time.clone())], Some(BUDGET)), []);
    let without = "1400;Servicetorget;120;010;5000000;8\n";
    let told = found(&[("a", time)], Some(without));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(
        told[0].2,
        "Innsparingen tas fra ansvar 1400, funksjon 120, art 090, som ikke står i dagens budsjett"
    );
}

#[test]
fn new_practice_said_twice_is_an_error_within_a_case_and_between_cases() {
    let row = |amount: &str| {
        format!(
            "  - ansvar: 1400\n    fra: år 1\n    andre:\n      - {{art: 130, funksjon: 120, beløp: {amount} kr}}\n"
        )
    };
    let twice = taking(&format!("ny_praksis:\n{}{}", row("44 000"), row("45 000")));
    assert_eq!(rules(&[("a", twice)], None), [("samme-ny-praksis", "a".to_owned())]);
    let once = |more: &str| taking(&format!("{more}ny_praksis:\n{}", row("44 000")));
    let pair = |more: &str| rules(&[("a", once("")), ("b", once(more))], None);
    assert_eq!(pair(""), [("samme-ny-praksis", "b".to_owned())]);
    assert_eq!(pair("utelukker: [a]\n"), []);
    let after = once("").replace("fra: år 1", "fra: 2031");
    assert_eq!(rules(&[("a", once("")), ("b", after)], None), [], "after the plan");
}

#[test]
fn nobody_is_kept_out_of_the_list_for_what_the_budget_says() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}budsjett: b.csv\n"));
    write(folder.path(), "b.csv", &format!("{HEADING}1400;S;120;130;2000;\n"));
    write(folder.path(), "saker/a.yaml", &taking(""));
    let appraised = a3::report::appraise(
        &a3::repository::Repository::open(&[folder.path().to_owned()]).unwrap(),
        today(),
    )
    .unwrap();
    assert_eq!((appraised.cases.len(), appraised.omitted.len()), (1, 0));
}

/// A case with one cost of drift on 1400: what it costs a year, and the rest of its budsjettpost.
fn costing(amount: &str, art: &str) -> String {
    taking(&format!(
        "kostnader:\n  - navn: Lisens\n    type: drift\n    beløp: {amount} kr/år\n    kilde: Tilbud\n    budsjettpost: {{ansvar: 1400, funksjon: 120, art: {art}}}\n"
    ))
}

#[test]
fn a_cost_or_an_income_on_an_ansvar_that_nobody_has_is_told_once_and_a_new_unit_can_be_meant() {
    let titles = |case: String| {
        let found = found(&[("a", case)], Some(BUDGET)).into_iter();
        found.map(|(rule, _, title)| format!("{rule}: {title}")).collect::<Vec<_>>()
    };
    let unknown = costing("9 000", "195")
        .replace("{ansvar: 1400, funksjon: 120, art: 195", "{ansvar: 8888, funksjon: 120, art: 195");
    assert_eq!(
        titles(unknown.clone()),
        ["ukjent-ansvar: Kostnaden «Lisens» føres på ansvar 8888, som ikke står i dagens budsjett"]
    );
    let noted = unknown.replace("    kilde: Tilbud\n", "    kilde: Tilbud\n    merknad: Ny enhet fra 2027\n");
    assert_eq!(titles(noted), Vec::<String>::new());
    let income = taking("").replace("art: 130", "art: 700").replace("ansvar: 1400", "ansvar: 9999");
    assert_eq!(
        titles(income),
        ["ukjent-ansvar: Gevinsten «Spart porto» føres på ansvar 9999, som ikke står i dagens budsjett"]
    );
    let saving = unknown.replace("ansvar: 1400", "ansvar: 8888");
    assert_eq!(
        titles(saving),
        ["innsparing-uten-budsjettlinje: Innsparingen tas fra ansvar 8888, som ikke står i dagens budsjett"],
        "one mistyped ansvar is one finding"
    );
    assert_eq!(titles(costing("9 000", "195")), Vec::<String>::new(), "a new line on a unit that is there");
}

#[test]
fn a_cost_that_turns_a_line_upside_down_is_told_where_it_is_written() {
    let budget = format!("{BUDGET}1400;Servicetorget;120;700;-100000;\n1400;Servicetorget;120;195;10000;\n");
    let told = |amount: &str, art: &str| {
        let report = check(&[("a", costing(amount, art))], Some(&budget));
        let line = |file: &a3::diagnostic::FileFindings, finding: &a3::diagnostic::Finding| {
            file.source
                .text
                .lines()
                .nth(file.source.position(finding.span.start).line - 1)
                .unwrap()
                .to_owned()
        };
        let located = report.located();
        located
            .map(|(file, finding)| {
                assert_eq!(finding.rule, "snudd-budsjettlinje");
                assert!(line(file, finding).contains(&format!("art: {art}")), "{}", line(file, finding));
                finding.title.nb.replace('\u{a0}', " ")
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told("900 000", "700"),
        [
            "I 2027 snur ansvar 1400, funksjon 120, art 700 fra en inntekt på 100 000 kr til en utgift på 800 000 kr"
        ]
    );
    assert_eq!(
        told("-50 000", "195"),
        [
            "I 2027 snur ansvar 1400, funksjon 120, art 195 fra en utgift på 10 000 kr til en inntekt på 40 000 kr"
        ]
    );
    assert_eq!(told("100 000", "700"), Vec::<String>::new(), "all of the income, and no more");
    assert_eq!(told("-10 000", "195"), Vec::<String>::new());
    assert_eq!(told("5 000", "195"), Vec::<String>::new());
    assert_eq!(told("9 000", "620").len(), 1, "no line is a line of 0");
    assert_eq!(told("-9 000", "490"), Vec::<String>::new(), "a reserve may have either sign");
}

#[test]
fn what_gains_take_too_much_of_is_told_by_one_rule_alone() {
    let case = costing("-5 000", "130").replace("96 000", "196 000");
    assert_eq!(rules(&[("a", case)], Some(BUDGET)), [("uttak-over-budsjettlinje", "a".to_owned())]);
    let together = costing("-50 000", "130");
    assert_eq!(rules(&[("a", together)], Some(BUDGET)), [("snudd-budsjettlinje", "a".to_owned())]);
}

#[test]
fn too_many_årsverk_are_told_at_the_row_they_come_from() {
    let time = "  - navn: Tid\n    type: spart tid\n    anslag: 9 årsverk\n    stilling: helsefagarbeider\n    tas_ut: 100 %\n    kilde: Logg\n    budsjettpost: {ansvar: 1400, funksjon: 120, art: 010}\n";
    let case = taking("").replace("oppstart:", &format!("{time}oppstart:"));
    let report = check(&[("a", case)], Some(BUDGET));
    let of_rule = report.located().find(|(_, finding)| finding.rule == "flere-årsverk-enn-enheten-har");
    let (file, finding) = of_rule.unwrap();
    let line = file.source.position(finding.span.start).line;
    assert!(file.source.text.lines().nth(line - 1).unwrap().contains("art: 010"), "line {line}");
}

#[test]
fn the_same_quantity_counted_on_two_units_or_on_none_is_told_unless_the_cases_are_bound() {
    let counting = |unit: Option<&str>, more: &str| {
        let lines = unit.map_or_else(String::new, |unit| {
            format!("    budsjettpost: {{ansvar: {unit}, funksjon: 120, art: 130}}\n")
        });
        let gain = GOOD_CASE.replace("anslag: 96 000 kr/år", "beregning: brev × 2 kr");
        format!("{gain}{lines}oppstart: 2027\nlevetid: 5 år\n{more}")
    };
    let told = |first: String, second: String| {
        let folder = tempfile::tempdir().unwrap();
        let shared = "felles:\n  brev: {verdi: 6 140 brev/år, kilde: Postlisten, dato: 2026-05-04}\n";
        write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{shared}budsjett: b.csv\n"));
        write(folder.path(), "b.csv", &format!("{HEADING}{BUDGET}1500;Arkivet;120;130;90000;\n"));
        write(folder.path(), "saker/a.yaml", &first);
        write(folder.path(), "saker/b.yaml", &second);
        let report = a3::report::check(
            &a3::repository::Repository::open(&[folder.path().to_owned()]).unwrap(),
            today(),
        )
        .unwrap();
        let of_rule = report.located().filter(|(_, finding)| finding.rule == "samme-grunnlag");
        of_rule.map(|(_, finding)| finding.title.nb.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        told(counting(Some("1400"), ""), counting(Some("1500"), "")),
        ["Innsparingen på ansvar 1500 regnes av «brev», og det gjør den på ansvar 1400 i «a» også"]
    );
    assert_eq!(
        told(counting(Some("1400"), ""), counting(None, "")),
        ["Innsparingen regnes av «brev», og det gjør den på ansvar 1400 i «a» også"]
    );
    assert_eq!(
        told(counting(None, ""), counting(None, "")),
        ["Innsparingen regnes av «brev», og det gjør den i «a» også"]
    );
    assert_eq!(told(counting(Some("1400"), ""), counting(Some("1500"), "krever: [a]\n")), [""; 0]);
}
