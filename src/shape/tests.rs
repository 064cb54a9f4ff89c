use super::*;
use crate::checks::explained;
use crate::source::{Source, Span};
use crate::yaml;

/// Rule and quoted place of everything structural that is wrong with a text.
fn found(text: &str, section: &'static Section) -> Vec<(&'static str, String)> {
    let source = Source::new("a.yaml", text);
    let parsed = yaml::parse(&source);
    assert_eq!(parsed.findings, [], "{text}");
    let mut root = parsed.root.unwrap();
    match section.name {
        "sak" => settle_case(&mut root),
        "a3.yaml" => settle_organisation(&mut root),
        _ => {}
    }
    let findings = check(&root, section);
    findings.into_iter().map(|finding| (finding.rule, source.slice(finding.span).to_owned())).collect()
}

/// A case that is right but for the given lines.
fn case(lines: &str) -> Vec<(&'static str, String)> {
    let head = "a3: 1\ntittel: Digital post\nområde: Stab\neier: Lars\nfase: overblikk\nnåsituasjon: Brev\nønsket_situasjon: Digitalt\n";
    let gains = "gevinster:\n  - navn: Porto\n    type: unngåtte kostnader\n    anslag: 1 kr/år\n";
    let gains = if lines.contains("gevinster:") { "" } else { gains };
    found(&format!("{head}{gains}{lines}"), &CASE)
}

fn one(rule: &'static str, place: &str) -> Vec<(&'static str, String)> {
    vec![(rule, place.to_owned())]
}

#[test]
fn the_files_of_the_format_have_no_findings() {
    let organisation = include_str!("../../tests/data/format/a3.yaml");
    let whole = include_str!("../../tests/data/format/saker/digitalt-tilsyn.yaml");
    assert_eq!(found(organisation, &ORGANISATION), []);
    assert_eq!(found(whole, &CASE), []);
}

#[test]
fn each_example_in_the_tables_is_right_for_its_field() {
    for Found { path, section, field, .. } in paths() {
        let mut text = format!("{}: {}\n", field.key, field.example);
        for other in section.fields {
            if other.needed == Needed::Always && other.key != field.key {
                text.push_str(&format!("{}: {}\n", other.key, other.example));
            }
        }
        assert_eq!(found(&text, section), [], "{path}\n{text}");
    }
}

#[test]
fn no_key_stands_twice_in_a_section_and_no_section_has_two_names() {
    let all = paths();
    for found in &all {
        let same = |field: &&'static Field| field.key == found.field.key;
        assert_eq!(found.section.all_fields().filter(same).count(), 1, "{}", found.path);
        let namesake = all.iter().find(|other| other.section.name == found.section.name).unwrap();
        assert!(core::ptr::eq(namesake.section, found.section), "{}", found.section.name);
    }
}

#[test]
fn unknown_fields_are_named_with_what_was_probably_meant() {
    assert_eq!(case("titel: x\n"), one("ukjent-felt", "titel"));
    assert_eq!(case("oppstarts: 2027\nxyz: 1\n").len(), 2);
    let how = |key: &str| explained(wording::unknown_field(key, Span::default(), &CASE)).how().text().nb;
    assert_eq!(how("titel"), "Mente du «tittel»?");
    assert!(how("xyz").starts_with("Her kan det stå: a3, tittel,"), "{}", how("xyz"));
    assert_eq!(case("merknad: her også\nrisiko:\n  - hva: x\n    merknad: og her\n"), []);
}

#[test]
fn said_plainly_is_enough() {
    for lines in [
        "forutsetninger:\n  brukere: 60 brukere\n",
        "alternativer: [Som i dag, Digitalt]\nrisiko:\n  - Dårlig dekning\nbetingelser: Mobildekning i kommunen\n",
        "minimumskrav: ingen\nkrever: Ingen\nrisiko: INGEN.\nkostnader: ingen\nbetingelser: ingen\n",
        "årsaker: Brevene pakkes for hånd, og det tar tid\nkrever: ny-sak\nmål: bo-hjemme\n",
        "kapasitet: 0,5 årsverk\n",
        "kapasitet:\n  Stab: 0,5 årsverk\n",
        "risiko: [{hva: x, sannsynlighet: Høy, konsekvens: lav}]\nplan: [{hva: x, frist: 15.9.2026, status: I gang}]\n",
    ] {
        assert_eq!(case(lines), [], "{lines}");
    }
    assert_eq!(case("gevinster: ingen\n"), one("feil-form", "ingen"));
}

#[test]
fn a_plain_value_says_all_that_its_row_must() {
    for section in paths().iter().map(|found| found.section) {
        let Some(plain) = section.plain() else { continue };
        let always = section.fields.iter().filter(|field| field.needed == Needed::Always);
        assert_eq!(always.map(|field| field.key).collect::<Vec<_>>(), [plain.key], "{}", section.name);
    }
}

#[test]
fn missing_fields_are_said_at_the_first_line_of_what_lacks_them() {
    assert_eq!(case("risiko:\n  - tiltak: x\n  - hva: y\n"), one("manglende-felt", "tiltak"));
    let all = found("tittel: x\n", &CASE);
    assert_eq!(all.len(), 4);
    assert!(all.iter().all(|(rule, place)| *rule == "manglende-felt" && place == "tittel"));
}

#[test]
fn a_point_that_is_missing_or_empty_is_asked_for_in_the_unit_of_what_stands_beside_it() {
    let text = "forutsetninger:\n  x:\n    lav: 2,1 timer\n    høy: 4,8 timer\n";
    let how = |text: &str| {
        let source = Source::new("a.yaml", text);
        let findings = check_case(&yaml::parse(&source).root.unwrap());
        let finding = findings
            .into_iter()
            .find(|finding| finding.title.nb.contains("«verdi»") || finding.title.nb.contains("«høy»"));
        finding.map(|finding| explained(finding).how().text().nb)
    };
    let asked = how(text).unwrap();
    assert_eq!(asked, "Skriv «verdi» med det mest sannsynlige, i samme enhet som «2,1 timer».");
    assert_eq!(how(&text.replace("    lav", "    verdi: 2,5 timer\n    lav")), None);
    assert_eq!(how(&text.replace("    lav: 2,1 timer\n", "")).unwrap(), asked.replace("2,1", "4,8"));
    let empty = "Skriv verdien i samme enhet som «2,1 timer».";
    assert_eq!(how(&text.replace("    høy", "    verdi:\n    høy")).unwrap(), empty);
    assert_eq!(how(&text.replace("høy: 4,8 timer", "verdi: 3 timer\n    høy:")).unwrap(), empty);
    let unsaid = text.replace(" 2,1 timer", " null").replace(" 4,8 timer", " …");
    assert_eq!(how(&unsaid).unwrap(), "Skriv for eksempel: verdi: 60 brukere");
    assert_eq!(how("forutsetninger:\n  x: {kilde: y}\n").unwrap(), "Skriv for eksempel: verdi: 60 brukere");
}

#[test]
fn a_wrong_form_is_named_where_it_stands() {
    assert_eq!(case("krever: en-sak, to-sak\n"), one("feil-form", "en-sak, to-sak"));
    assert_eq!(case("årsaker:\n  – en\n  – to\n"), one("fremmed-listetegn", "– en\n  – to"));
    assert_eq!(case("årsaker:\n  -en\n  -to\n"), one("ugyldig-yaml", "-en\n  -to"));
    assert_eq!(case("forutsetninger:\n  - brukere: 6 stk\n"), one("feil-form", "forutsetninger"));
    assert_eq!(case("bakgrunn:\n  - a\n  - b\n"), one("feil-form", "bakgrunn"));
    assert_eq!(case("plan:\n  hva: x\n"), one("feil-form", "plan"));
    assert_eq!(case("oppstart: {2027: 1}\n"), one("feil-form", "oppstart"));
    assert_eq!(case("gevinster: 100 kr\n"), one("feil-form", "100 kr"));
    assert_eq!(case("ny_praksis: [x]\n"), one("feil-form", "x"));
}

#[test]
fn words_are_read_in_any_case_and_by_their_synonyms() {
    assert_eq!(case("alternativer:\n  - {navn: a, valgt: true}\n  - {navn: b, valgt: Nei}\n"), []);
    assert_eq!(case("alternativer:\n  - {navn: a, valgt: kanskje}\n"), one("ukjent-ord", "kanskje"));
    let gain = |kind: &str| case(&format!("gevinster:\n  - navn: x\n    type: {kind}\n"));
    assert_eq!((gain("Spart tid"), gain("tidsbesparelse"), gain("økt kvalitet")), (vec![], vec![], vec![]));
    assert_eq!(gain("innsparing"), one("ukjent-ord", "innsparing"));
    let how = |word: &str, words| {
        explained(wording::unknown_word(&NOTE, word, words, Span::default())).how().text().nb
    };
    assert!(how("spart tidd", crate::model::BenefitKind::WORDS).starts_with("Mente du «spart tid»?"));
    assert!(how("dypdyk", crate::model::Phase::WORDS).starts_with("Mente du «dypdykk»?"));
    assert!(how("helt ferdig", crate::model::Phase::WORDS).starts_with("Det kan stå: overblikk | "));
}

#[test]
fn nothing_is_named_also_when_it_is_written() {
    assert_eq!(case("bakgrunn:\n"), one("tomt-felt", "bakgrunn"));
    assert_eq!(case("bakgrunn: ~\n"), one("tomt-felt", "~"));
    assert_eq!(case("levetid: null\n"), one("tomt-felt", "null"));
    assert_eq!(case("bakgrunn: \"  \"\n"), one("tomt-felt", "\"  \""));
    assert_eq!(case("bakgrunn: 'null'\n"), []);
    assert_eq!(case("gevinster: []\n"), one("tomt-felt", "gevinster"));
    assert_eq!(case("minimumskrav: []\nkrever: []\nrisiko: []\n"), []);
}

#[test]
fn dates_and_years_must_be_in_the_calendar() {
    assert_eq!(case("plan:\n  - {hva: x, frist: 2027-02-30}\n"), one("ugyldig-dato", "2027-02-30"));
    assert_eq!(case("plan:\n  - {hva: x, frist: 1.3.2027}\n"), []);
    assert_eq!(case("plan:\n  - {hva: x, frist: 31.2.2027}\n"), one("ugyldig-dato", "31.2.2027"));
    assert_eq!(case("oppstart: 27\nsenest: 2401\n").len(), 2);
    assert_eq!(case("oppstart: 02027\n"), one("ugyldig-år", "02027"));
    assert_eq!(
        found("a3: 1\nbudsjettår: 2027\nrammer: {omstilling: {27: 1 kr}}\n", &ORGANISATION),
        one("ugyldig-år", "27")
    );
}

#[test]
fn an_amount_has_four_forms() {
    let cost =
        |amount: &str| case(&format!("kostnader:\n  - navn: x\n    type: drift\n    beløp: {amount}\n"));
    for amount in [
        "1 kr",
        "[1 kr, 2 kr]",
        "{2027: 1 kr, 2028: {lav: 1 kr, verdi: 2 kr, høy: 3 kr}}",
        "{lav: 1 kr, verdi: 2 kr, høy: 3 kr}",
    ] {
        assert_eq!(cost(amount), [], "{amount}");
    }
    assert_eq!(cost("{lav: 1 kr, høy: 2 kr}"), one("manglende-felt", "lav"));
    assert_eq!(cost("{2027: 1 kr, lav: 2 kr}"), one("ugyldig-år", "lav"));
    assert_eq!(cost("[]"), one("tomt-felt", "beløp"));
    assert_eq!(cost("[[1 kr]]"), one("feil-form", "[1 kr]"));
}

#[test]
fn an_overview_holds_areas_and_no_costs() {
    let overview = "a3: 1\nnivå: virksomhet\ntittel: x\neier: y\nfase: overblikk\n";
    let check = |text: &str| {
        let source = Source::new("a.yaml", text);
        let rules: Vec<_> =
            check_case(&yaml::parse(&source).root.unwrap()).iter().map(|finding| finding.rule).collect();
        rules
    };
    assert_eq!(check(&format!("{overview}delområder: [{{navn: a, må_gjøres: ja, nå: 3 %}}]\n")), [""; 0]);
    let of_area = overview.replace("virksomhet", "område");
    assert_eq!(check(&format!("{of_area}delområder: [{{navn: a, må_gjøres: ja, nå: 3 %}}]\n")), [""; 0]);
    assert_eq!(check(overview), ["manglende-felt"]);
    assert_eq!(check(&format!("{overview}delområder: [{{navn: a}}]\nkostnader: []\n")), ["ukjent-felt"]);
}

#[test]
fn a_field_is_found_by_its_path_or_the_end_of_it() {
    let paths =
        |path: &str| find(path).into_iter().map(|found| (found.file.name, found.path)).collect::<Vec<_>>();
    assert_eq!(paths("gevinster.tas_ut"), [("sak", "gevinster.tas_ut".to_owned())]);
    assert_eq!(paths("tas_ut"), [("sak", "gevinster.tas_ut".to_owned())]);
    assert_eq!(paths("mål"), [("sak", "mål".to_owned()), ("a3.yaml", "mål".to_owned())]);
    assert_eq!(paths("delområder.sak"), [("overblikk", "delområder.sak".to_owned())]);
    assert_eq!(paths("rammer.investering").len(), 1);
    assert_eq!(paths("avdragstid").len(), 2);
    assert_eq!(paths("finnes_ikke"), []);
    assert_eq!(nearest_paths("gevinster.tasut"), ["gevinster.tas_ut"]);
    assert_eq!(nearest_paths("gevinst.tas_ut").first().map(String::as_str), Some("gevinster.tas_ut"));
    assert_eq!(nearest_paths("qqqqqq"), [""; 0]);
}

#[test]
fn the_words_of_other_parties_are_the_recipients() {
    let others = crate::model::Recipient::WORDS.iter().skip(1).copied();
    assert!(others.clone().all(|word| rows::OTHERS.contains(&word)));
    assert_eq!(others.count(), rows::OTHERS.len());
    let times = find("kalkyle.tidsverdi.innbyggerne");
    assert!(times[0].section.fields.iter().map(|field| field.key).eq(rows::OTHERS.iter().copied()));
}

#[test]
fn every_field_that_a_phase_asks_for_is_lacking_where_it_is_not_written() {
    let asked_for = |text: &str| {
        let source = Source::new("a.yaml", text);
        lacking(&yaml::parse(&source).root.unwrap()).iter().map(|one| one.field.key).collect::<Vec<_>>()
    };
    let asked = CASE.fields.iter().filter(|field| field.needed.phase().is_some());
    assert_eq!(asked_for("a3: 1\n"), asked.map(|field| field.key).collect::<Vec<_>>());
    let all = asked_for("a3: 1\n").len();
    assert_eq!(asked_for("minimumskrv: []\nrisiko: []\nlevetid:\n").len(), all - 3);
    assert_eq!(asked_for("gap: []\nplan: [x]\nvedtak: {}\nforankring: [{hvem: x}]\n").len(), all - 2);
}
