//! Everything that hinders a case, one by one.

use super::super::{Lowered, MAX_ROWS};
use super::{BENEFITS, HEAD, model_of, read_case, refused, refuses};
use crate::model::{Amount, Estimate, Value};
use crate::quantity::{Base, Dimension};
use crate::units::{Decimal, Share};

fn benefit(fields: &str) -> String {
    format!("gevinster:\n  - navn: Tid\n    {}\n", fields.replace("; ", "\n    "))
}

fn cost(fields: &str) -> String {
    format!("{BENEFITS}kostnader:\n  - navn: Kostnad\n    {}\n", fields.replace("; ", "\n    "))
}

fn assumption(fields: &str) -> String {
    format!("{BENEFITS}forutsetninger:\n  antall:\n    {}\n", fields.replace("; ", "\n    "))
}

#[test]
fn a_minimal_case_is_a_case() {
    let case = model_of(BENEFITS);
    assert!(case.benefits[0].estimated);
    assert_eq!(case.owner, "Lars Linjeleder");
    assert_eq!(case.schedule(), None);
}

#[test]
fn an_unknown_name_is_said_with_the_nearest() {
    let rows = format!(
        "forutsetninger:\n  brukere: {{verdi: 60 brukere}}\n{}",
        benefit("type: unngåtte kostnader; beregning: bruker × 5 kr/år")
    );
    refuses(&rows, "ukjent-forutsetning", "bruker");
    let (_, findings) = read_case(&format!("{HEAD}{rows}"));
    assert_eq!(findings.len(), 1);
}

#[test]
fn shared_assumptions_are_known_and_an_unreadable_one_is_not_unknown() {
    model_of(&benefit("type: unngåtte kostnader; beregning: 100 kWh/år × strømpris"));
    let rows = format!(
        "forutsetninger:\n  a: {{verdi: mange}}\n{}",
        benefit("type: unngåtte kostnader; beregning: a × 5 kr/år")
    );
    refuses(&rows, "uleselig-mengde", "mange");
}

#[test]
fn a_formula_must_come_out_as_money_or_time_a_year() {
    refuses(
        &benefit("type: spart tid; beregning: 60 brukere × 20 min; stilling: rådgiver"),
        "feil-dimensjon",
        "60 brukere × 20 min",
    );
    refuses(
        &benefit("type: spart tid; beregning: 60 kr/år + 20 min; stilling: rådgiver"),
        "feil-dimensjon",
        "+",
    );
    refuses(&cost("type: omstilling; beregning: 5 kr/år × 3"), "feil-dimensjon", "5 kr/år × 3");
}

#[test]
fn amounts_in_place_are_yearly_or_once() {
    refuses(&cost("type: drift; beløp: 320 000 kr"), "feil-dimensjon", "320 000 kr");
    refuses(&cost("type: investering; beløp: 320 000 kr/år"), "feil-dimensjon", "320 000 kr/år");
    refuses(&benefit("type: unngåtte kostnader; anslag: 96 000 kr"), "feil-dimensjon", "96 000 kr");
    refuses(&benefit("type: unngåtte kostnader; anslag: 96 km/år"), "feil-dimensjon", "96 km/år");
}

#[test]
fn a_bare_number_is_kroner_where_nothing_else_is_possible() {
    let case = model_of(&cost("type: drift; beløp: 320000"));
    let Amount::Single(Value::Estimate(Estimate::Certain(amount))) = &case.costs[0].amount else { panic!() };
    assert_eq!(amount.money_per_year().unwrap().value(), Decimal::from(320_000));
    model_of(&cost("type: investering; beløp: 1200000"));
    model_of(&benefit("type: unngåtte kostnader; anslag: 96000"));
    refuses(&benefit("type: spart tid; anslag: 400; stilling: rådgiver"), "tall-uten-enhet", "400");
    refuses(&assumption("verdi: 40"), "tall-uten-enhet", "40");
    model_of(&assumption("verdi: 40 brukere"));
}

#[test]
fn by_year_kroner_and_kroner_a_year_are_the_same() {
    let case = model_of(&cost("type: drift; beløp:; - 100 000 kr; - 120 000 kr/år"));
    let Amount::ByCaseYear(values) = &case.costs[0].amount else { panic!() };
    let per_year = Dimension::per(Base::Krone, Base::Year);
    for value in values {
        let Value::Estimate(Estimate::Certain(amount)) = value else { panic!() };
        assert_eq!(*amount.dimension(), per_year);
    }
    let case =
        model_of(&cost("type: omstilling; stilling: rådgiver; beløp: {2027: 0.5 årsverk, 2028: 100 timer}"));
    let Amount::ByCalendarYear(years) = &case.costs[0].amount else { panic!() };
    let hours = years.values().map(|value| match value {
        Value::Estimate(Estimate::Certain(amount)) => amount.hours().unwrap().value(),
        Value::Estimate(Estimate::ThreePoint { .. }) | Value::Formula(_) => panic!(),
    });
    assert_eq!(hours.collect::<Vec<_>>(), [Decimal::from(875), Decimal::from(100)]);
    assert_eq!(case.costs[0].paid_out, Share::ZERO);
    refuses(
        &cost("type: drift; stilling: rådgiver; beløp: [100 000 kr, 20 timer]"),
        "feil-dimensjon",
        "20 timer",
    );
    refuses(&cost("type: drift; beløp: [100 000 kr, 20 km]"), "feil-dimensjon", "20 km");
}

#[test]
fn three_points_stand_in_order_in_the_same_unit() {
    refuses(&assumption("lav: 50 %; verdi: 40 %; høy: 70 %"), "trepunkt-i-uorden", "50 %");
    refuses(&assumption("lav: 30 %; verdi: 80 %; høy: 70 %"), "trepunkt-i-uorden", "70 %");
    refuses(&assumption("lav: 40 %; verdi: 40 %; høy: 40 %"), "trepunkt-i-uorden", "40 %");
    refuses(&assumption("lav: 40 kr; verdi: 50 min; høy: 60 min"), "feil-dimensjon", "40 kr");
    for [low, mode, high] in [
        ["40 %", "60 brukere", "70 brukere"],
        ["40 besøk", "60 brukere", "70 brukere"],
        ["40 percent", "60 %", "70 %"],
    ] {
        refuses(&assumption(&format!("lav: {low}; verdi: {mode}; høy: {high}")), "feil-dimensjon", low);
    }
    refuses(&assumption("lav: 40 min; verdi: 50 min"), "halvt-trepunkt", "40 min");
    let case = model_of(&assumption("lav: 30 min; verdi: 1 time; høy: 2 timer"));
    let Estimate::ThreePoint { low, mode, .. } = &case.assumptions[0].estimate else { panic!() };
    assert_eq!((low.value(), low.dimension()), (Decimal::new(5, 1), mode.dimension()));
}

#[test]
fn names_must_be_usable_in_formulas() {
    refuses(&format!("{BENEFITS}forutsetninger:\n  timer: {{verdi: 4 brukere}}\n"), "navn-er-enhet", "timer");
    refuses(
        &format!("{BENEFITS}forutsetninger:\n  antall brukere: {{verdi: 4 brukere}}\n"),
        "ugyldig-navn",
        "antall brukere",
    );
    refuses(
        &format!("{BENEFITS}forutsetninger:\n  2brukere: {{verdi: 4 brukere}}\n"),
        "ugyldig-navn",
        "2brukere",
    );
}

#[test]
fn own_time_needs_a_known_position() {
    let later =
        |rows: &str| read_case(&format!("{HEAD}{rows}").replace("fase: overblikk", "fase: dypdykk")).1;
    for (rows, marked) in [
        (benefit("type: spart tid; anslag: 400 timer/år"), "400 timer/år"),
        (cost("type: omstilling; beløp: 400 timer"), "400 timer"),
    ] {
        assert_eq!(later(&rows), [("tid-uten-stilling".to_owned(), marked.to_owned())]);
        model_of(&rows);
    }
    refuses(
        &benefit("type: spart tid; anslag: 400 timer/år; stilling: rådgjever"),
        "ukjent-stilling",
        "rådgjever",
    );
    model_of(&benefit("type: spart tid; anslag: 400 timer/år; mottaker: innbyggerne"));
}

#[test]
fn shares_are_between_nothing_and_the_whole() {
    refuses(&benefit("type: unngåtte kostnader; anslag: 5 kr/år; tas_ut: 120 %"), "andel-utenfor", "120 %");
    refuses(&benefit("type: unngåtte kostnader; anslag: 5 kr/år; tas_ut: -5 %"), "andel-utenfor", "-5 %");
    refuses(
        &benefit("type: unngåtte kostnader; anslag: 5 kr/år; innfasing: [-5 %]"),
        "andel-utenfor",
        "-5 %",
    );
    refuses(&cost("type: drift; beløp: 5 kr/år; utbetales: 101 %"), "andel-utenfor", "101 %");
    refuses(&benefit("type: unngåtte kostnader; anslag: 5 kr/år; tas_ut: 50"), "feil-enhet", "50");
    refuses(&benefit("type: unngåtte kostnader; anslag: 5 kr/år; tas_ut: 5 kr"), "feil-enhet", "5 kr");
    let case = model_of(&benefit("type: unngåtte kostnader; anslag: 5 kr/år; tas_ut: 0"));
    assert_eq!(case.benefits[0].take_out, Share::ZERO);
}

#[test]
fn shares_of_budget_lines_make_the_whole() {
    let lines = |a: &str, b: &str| {
        cost(&format!(
            "type: drift; beløp: 5 kr/år; budsjettpost:; - {{ansvar: 1, funksjon: 2, art: 3{a}}}; - {{ansvar: 1, funksjon: 2, art: 4{b}}}"
        ))
    };
    model_of(&lines(", andel: 40 %", ", andel: 60 %"));
    refuses(&lines(", andel: 40 %", ", andel: 50 %"), "budsjettpost-andeler", "ansvar: 1");
    refuses(&lines(", andel: 40 %", ""), "budsjettpost-andeler", "ansvar: 1");
    refuses(&lines(", andel: 33.333 %", ", andel: 60 %"), "tvetydig-tall", "33.333");
    let one = "type: drift; beløp: 5 kr/år; budsjettpost: {ansvar: 1, funksjon: 2, art: 3, andel: 40 %}";
    refuses(&cost(one), "budsjettpost-andeler", "ansvar: 1");
}

#[test]
fn one_row_says_its_amount_once() {
    refuses(&benefit("type: unngåtte kostnader; kilde: x"), "gevinst-uten-beløp", "navn: Tid");
    refuses(&benefit("type: økt kvalitet; betydning: høy"), "gevinst-uten-beløp", "navn: Tid");
    model_of(&benefit("type: økt kvalitet; betydning: høy; omfang: verken eller"));
    refuses(
        &benefit("type: unngåtte kostnader; anslag: 5 kr/år; beregning: 5 kr/år"),
        "både-anslag-og-beregning",
        "5 kr/år",
    );
    refuses(&cost("type: drift; kilde: x"), "kostnad-uten-beløp", "navn: Kostnad");
    refuses(&cost("type: drift; beløp: 5 kr/år; beregning: 5 kr/år"), "både-beløp-og-beregning", "5 kr/år");
    refuses(
        &benefit("type: unngåtte kostnader; anslag: [5 kr, 6 kr]; innfasing: [50 %]"),
        "innfasing-og-årsbeløp",
        "[50 %]",
    );
}

#[test]
fn a_transfer_is_always_whole() {
    refuses(
        &cost("type: drift; beløp: 5 kr/år; overføring: staten; utbetales: 50 %"),
        "overføring-med-andel",
        "50 %",
    );
    refuses(
        &benefit("type: unngåtte kostnader; anslag: 5 kr/år; overføring: staten; tas_ut: 50 %"),
        "overføring-med-andel",
        "50 %",
    );
    refuses(
        &benefit("type: unngåtte kostnader; anslag: 5 kr/år; overføring: staten; mottaker: innbyggerne"),
        "overføring-med-mottaker",
        "innbyggerne",
    );
    model_of(&benefit("type: unngåtte kostnader; anslag: 5 kr/år; overføring: staten; mottaker: kommunen"));
    let case = model_of(&benefit("type: økt kvalitet; anslag: 5 kr/år; overføring: staten"));
    assert_eq!(case.benefits[0].take_out, Share::WHOLE);
}

#[test]
fn years_are_whole_and_reasonable() {
    let life = |text: &str| format!("{BENEFITS}levetid: {text}\n");
    assert_eq!(model_of(&life("8")).life, Some(8));
    assert_eq!(model_of(&life("24 måneder")).life, Some(2));
    refuses(&life("18 måneder"), "feil-enhet", "18 måneder");
    refuses(&life("8 brukere"), "feil-enhet", "8 brukere");
    refuses(&life("8 timer"), "feil-enhet", "8 timer");
    refuses(&life("0 år"), "urimelig-tall", "0 år");
    refuses(&life("-3 år"), "urimelig-tall", "-3 år");
    refuses(&life("900 år"), "urimelig-tall", "900 år");
}

#[test]
fn change_work_is_person_years_or_hours() {
    let capacity = |text: &str| format!("{BENEFITS}kapasitet: {text}\n");
    let case = model_of(&capacity("[1.5, 0.5 årsverk, 875 timer]"));
    let years: Vec<_> =
        case.capacity[0].years.iter().map(|fte| fte.value().normalize().to_string()).collect();
    assert_eq!(
        (case.capacity[0].area.as_str(), years),
        ("Stab", ["1.5", "0.5", "0.5"].map(str::to_owned).to_vec())
    );
    assert_eq!(model_of(&capacity("{Teknisk: [1 årsverk]}")).capacity[0].area, "Teknisk");
    refuses(&capacity("[1575]"), "tall-uten-enhet", "1575");
    refuses(&capacity("{Teknisk: [1, 525]}"), "tall-uten-enhet", "525");
    model_of(&capacity("[1575 timer, 525 timer]"));
    refuses(&capacity("[5 kr]"), "feil-enhet", "5 kr");
    refuses(&capacity("[-1 årsverk]"), "urimelig-tall", "-1 årsverk");
}

#[test]
fn the_window_of_starts_is_not_empty() {
    refuses(&format!("{BENEFITS}oppstart: 2028\nsenest: 2027\n"), "senest-før-oppstart", "2027");
}

#[test]
fn new_practice_holds_from_a_year() {
    let practice = |text: &str| format!("{BENEFITS}ny_praksis:\n  - ansvar: 3210\n    fra: {text}\n");
    refuses(&practice("snart"), "ukjent-fra", "snart");
    refuses(&practice("år 0"), "ukjent-fra", "år 0");
    model_of(&practice("2028"));
}

#[test]
fn a_file_name_is_lower_case() {
    let organisation = super::read_organisation(super::ORGANISATION).0;
    let source = crate::source::Source::new("saker/Digitalt Tilsyn.yaml", format!("{HEAD}{BENEFITS}"));
    let parsed = crate::yaml::parse(&source);
    let context = organisation.rules.context();
    let id = super::case_id(&source.path);
    let (document, _) = super::case(parsed.root.as_ref().unwrap(), &id, &context);
    let (lowered, findings) = super::lower_case(&document, &organisation, super::day());
    assert!(lowered.is_none());
    assert_eq!(findings[0].rule, "ugyldig-filnavn");
    assert_eq!(super::case_id("saker/a/tid-på-natt.yml"), "tid-på-natt");
    assert_eq!(super::case_id("saker/tid-pa\u{30a}-natt.yaml"), "tid-på-natt");
}

#[test]
fn everything_is_said_at_once() {
    let rows = "gevinster:
  - {navn: A, type: spart tid, anslag: 4 timer/år}
  - {navn: B, type: unngåtte kostnader, beregning: x × 5 kr/år}
kostnader:
  - {navn: C, type: drift}
levetid: 0 år
";
    let rules: Vec<String> = refused(rows).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, ["urimelig-tall", "ukjent-forutsetning", "kostnad-uten-beløp"]);
}

#[test]
fn what_the_structural_check_names_is_not_named_twice() {
    for rows in [
        "gevinster: mange\n",
        "gevinster:\n  - {navn: A, type: gratis, anslag: 5 kr/år}\n",
        "gevinster:\n  - {type: unngåtte kostnader, anslag: 5 kr/år}\n",
        "gevinster:\n  - {navn: A, type: unngåtte kostnader, anslag: ~}\n",
        "gevinster:\n  - {navn: A, type: unngåtte kostnader, anslag: []}\n",
        "gevinster:\n  - {navn: A, type: unngåtte kostnader, anslag: {lav: 1 kr/år, høy: 3 kr/år}}\n",
        "oppstart: snart\ngevinster: []\n",
    ] {
        let (lowered, findings) = read_case(&format!("{HEAD}{rows}"));
        assert_eq!(findings, [], "{rows}");
        let source = crate::source::Source::new("saker/a.yaml", format!("{HEAD}{rows}"));
        let structural = crate::shape::check_case(crate::yaml::parse(&source).root.as_ref().unwrap());
        assert!(!structural.is_empty(), "{rows}");
        let _ = lowered;
    }
}

#[test]
fn rows_beyond_the_limit_are_one_finding() {
    let rows = "  - x\n".repeat(MAX_ROWS + 1);
    let findings = refused(&format!("{BENEFITS}krever:\n{rows}"));
    assert_eq!(findings.iter().map(|found| found.0.as_str()).collect::<Vec<_>>(), ["for-mange-rader"]);
}

#[test]
fn an_overview_is_no_case() {
    let text = "a3: 1\ntittel: Solvik\nnivå: virksomhet\ndelområder:\n  - {navn: Hjemmetjenesten, anslag: 5 mill. kr/år, dypdykk: ja}\n";
    for level in ["virksomhet", "område"] {
        let (lowered, findings) = read_case(&text.replace("virksomhet", level));
        assert_eq!(findings, [], "{level}");
        assert!(matches!(lowered, Some(Lowered::Overview)), "{level}: {lowered:?}");
    }
    let (lowered, findings) = read_case(&text.replace("5 mill. kr/år", "mye"));
    assert!(lowered.is_none());
    assert_eq!(findings[0].0, "uleselig-mengde");
}
