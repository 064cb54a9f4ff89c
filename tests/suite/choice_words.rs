//! What `a3 rank` says of a choice is true: why a case is in, what a sum is the most of, what clashes.

use super::choice::{DUTY, case, costing, decided};
use super::portfolio::{a3, write};
use std::path::Path;

const ORGANISATION: &str = "a3: 1\nbudsjettår: 2027\nområder: [Helse, Stab]\n\
    kalkyle: {rente: 0 %, skattefinansiering: 0 %, realvekst_tid: 0 %}\n";

fn repository(frames: &str, cases: &[(&str, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{frames}"));
    for (id, text) in cases {
        write(folder.path(), &format!("saker/{id}.yaml"), text);
    }
    folder
}

/// What is said on stdout and stderr, each without line breaks.
fn said(folder: &Path, arguments: &[&str]) -> (String, String) {
    let output = a3(folder).args(["rank", "--alt"]).args(arguments).output().unwrap();
    let text = |bytes: &[u8]| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
    };
    (text(&output.stdout), text(&output.stderr))
}

fn list(frames: &str, cases: &[(&str, String)]) -> String {
    said(repository(frames, cases).path(), &[]).0
}

fn has(text: &str, words: &str) {
    assert!(text.contains(words), "{words}\n{text}");
}

fn lacks(text: &str, words: &str) {
    assert!(!text.contains(words), "{words}\n{text}");
}

const MONEY: &str = "rammer: {investering: {2027: 100 kr}}\n";

#[test]
fn a_case_that_another_spares_the_duty_is_chosen_for_its_value() {
    let cases = [
        ("a", costing(30, 60, &format!("senest: 2028\n{DUTY}"))),
        ("b", case(-1, &format!("oppstart: 2027\n{DUTY}"))),
        ("m", costing(80, 100, "")),
    ];
    let text = list(MONEY, &cases);
    has(&text, "Må: oppfyller «Forsvarlig». Starter i 2027, så tidlig den kan. (b)");
    has(&text, "Er med i det som gir mest når må-sakene er tatt først. Starter i 2028");
    has(&text, "det høyeste som går an når må-sakene er tatt først");
}

#[test]
fn a_case_that_the_savings_demand_chose_is_not_said_to_give_most() {
    let growth = "gevinster:\n  - {navn: Vekst, type: unngåtte kostnader, unngår: vekst, anslag: 90 kr/år, kilde: x}\n";
    let other = costing(1, 100, "").replace(
        "gevinster:\n  - {navn: Porto, type: unngåtte kostnader, anslag: 1 kr/år, kilde: x}\n",
        growth,
    );
    let cases = |gain| [("a", costing(gain, 100, "")), ("b", other.clone())];
    let demand = "rammer: {investering: {2027: 100 kr}, innsparingskrav: {2028: 30 kr}}\n";
    let text = list(demand, &cases(30));
    has(
        &text,
        "Trengs for å nå innsparingskravet: uten den mangler 30 kr, og netto nåverdi av det valgte ville vært 260 kr.",
    );
    has(&text, "det høyeste som går an når innsparingskravet er tatt først");
    let text = list(demand, &cases(29));
    has(&text, "Uten den ville det manglet mer på innsparingskravet: 30 kr i alt");
    has(
        &text,
        "! Innsparingskravet kan ikke nås med disse sakene og rammene: det mangler minst 1 kr i 2028.",
    );
    lacks(&text, "Er med i det som gir mest");
}

#[test]
fn without_duties_or_demands_the_sum_is_the_highest_possible() {
    let text = list(MONEY, &[("a", costing(50, 60, ""))]);
    has(&text, "det høyeste som går an");
    lacks(&text, "tatt først");
}

#[test]
fn decided_cases_that_alone_break_a_frame_are_named() {
    let text = list(MONEY, &[("a", costing(50, 160, &decided("nei"))), ("b", costing(9, 1, ""))]);
    has(&text, "Dette lar seg ikke oppfylle. Utvid rammen med det som mangler:");
    has(&text, "Besluttede saker bruker 160 kr alene, og grensen er 100 kr.");
    let text = list(MONEY, &[("a", costing(50, 160, DUTY))]);
    has(&text, "Gi slipp på ett av kravene, eller utvid rammen");
    lacks(&text, "Besluttede saker bruker");
}

#[test]
fn a_clash_says_that_one_of_the_frames_is_enough_and_who_alone_meets_the_duty() {
    let frames = "rammer: {endringskapasitet: {Stab: {2027: 0.5 årsverk, 2028: 0.6 årsverk}}}\n";
    let only = case(50, &format!("oppstart: 2027\nsenest: 2028\nkapasitet: [1 årsverk]\n{DUTY}"));
    let text = list(frames, &[("a", only)]);
    has(&text, "utvid én av rammene med det som mangler:");
    has(&text, "«Forsvarlig» må oppfylles, og bare «Sak» gjør det.");
    has(&text, "i 2027 mangler 0,5 årsverk.");
    has(&text, "i 2028 mangler 0,4 årsverk.");
}

#[test]
fn what_stands_above_a_clash_fits_the_terminal() {
    let folder = repository(MONEY, &[("a", costing(50, 160, DUTY))]);
    let output = a3(folder.path()).args(["rank", "--alt"]).env("COLUMNS", "80").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    has(&text, "Dette lar seg ikke oppfylle samtidig.");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn what_a_case_requires_may_be_locked_out_or_excluded() {
    let needs = ("a", case(30, "oppstart: 2027\nkrever: [c]\n"));
    let locked = format!("{MONEY}prioritering: {{låst: {{c: {{valg: ut}}}}}}\n");
    has(&list(&locked, &[needs.clone(), ("c", costing(30, 1, ""))]), "krever «Sak», som er låst ut.");
    let taken = ("d", costing(30, 1, &decided("nei")));
    let text = list(MONEY, &[needs, ("c", costing(30, 1, "utelukker: [d]\n")), taken]);
    has(&text, "krever «Sak», som utelukkes av en besluttet sak.");
}

#[test]
fn a_rejected_case_says_who_said_no_and_what_nobody_meets_then() {
    let no = "vedtak: [{dato: 2026-01-10, organ: Kommunestyret, beslutning: avvist, sak: PS 1/26}]\n";
    let cases =
        [("a", costing(30, 1, &format!("{DUTY}{no}"))), ("b", case(30, "oppstart: 2027\nkrever: [a]\n"))];
    for frames in [MONEY, ""] {
        let text = list(frames, &cases);
        has(&text, "Avvist i Kommunestyret, PS 1/26. Da er det ingen sak som oppfyller kravet «Forsvarlig».");
    }
    has(&list(MONEY, &cases), "Venter: krever «Sak», som er avvist.");
    let locked = list(&format!("{MONEY}prioritering: {{låst: {{a: {{valg: inn}}}}}}\n"), &cases);
    has(&locked, "Siste vedtak avviste saken; låsen går foran.");
}

#[test]
fn a_step_that_goes_to_the_savings_demand_is_not_shown_as_a_loss() {
    let growth = "unngår: vekst, anslag: 90000 kr/år";
    let other = costing(1, 100_000, "").replace("anslag: 1 kr/år", growth);
    let frames = "rammer: {investering: {2027: 100000 kr}, innsparingskrav: {2028: 30000 kr}}\n";
    let text = list(frames, &[("a", costing(60_000, 150_000, "")), ("b", other)]);
    has(&text, "Investering 2027 100 100 0 –");
    has(&text, "«–» betyr at et trinn mer først går til må-sakene eller innsparingskravet");
}

#[test]
fn what_holds_a_case_back_also_without_its_bond_is_said_after_it() {
    let cases = [
        ("a", case(60, "oppstart: 2028\n")),
        ("b", costing(50, 100, "krever: [a]\n")),
        ("d", costing(70, 100, "")),
    ];
    let text = list("rammer: {investering: {2027: 100 kr, 2028: 0 kr}}\n", &cases);
    has(
        &text,
        "Venter: krever «Sak», som ikke starter tidlig nok. Også uten det venter den: investeringsrammen i 2027 mangler 100 kr.",
    );
}

#[test]
fn who_must_make_room_is_said_also_where_several_frames_are_short() {
    let frames = "rammer: {investering: {2027: 60 kr}, endringskapasitet: {Stab: {2027: 0.5 årsverk}}}\n";
    let work = |tenths: u8| format!("kapasitet: [0.{tenths} årsverk]\n");
    let cases =
        [("a", costing(150, 100, &format!("{}utelukker: [b]\n", work(9)))), ("b", costing(50, 60, &work(5)))];
    let text = list(frames, &cases);
    has(
        &text,
        "Med alt dette blir den valgt; kanskje trengs det mindre. Da må andre gi plass: «Sak» går ut.",
    );
}

#[test]
fn that_a_frame_is_not_enough_alone_is_said_once() {
    let frames = "rammer: {investering: {2027: 100 kr}, endringskapasitet: {Stab: {2027: 0.5 årsverk}}}\n";
    let text = list(frames, &[("a", costing(50, 160, &format!("{DUTY}kapasitet: [1 årsverk]\n")))]);
    has(&text, ", men det er ikke nok alene.");
    lacks(&text, "Det er kanskje ikke nok alene.");
}
