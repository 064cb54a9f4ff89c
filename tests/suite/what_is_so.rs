//! What commands say of Solvik when a file in it is changed: it must be so.

use super::contracts::validated;
use super::portfolio::{ORGANISATION, a3, write};
use super::writing::solvik;
use a3::contract::status;
use serde_json::Value;
use std::path::Path;

const ROBOTS: &str = "saker/roboter-i-lonn-og-regnskap.yaml";

/// Puts one text in place of another in a file.
pub(super) fn swap(folder: &Path, file: &str, (from, to): (&str, &str)) {
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file}: {from}");
    std::fs::write(path, text.replacen(from, to, 1)).unwrap();
}

/// What a command gives, and what it remarks.
pub(super) fn given(folder: &Path, arguments: &[&str]) -> [String; 2] {
    let output = a3(folder).env("COLUMNS", "100").args(arguments).output().unwrap();
    [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap().replace('\u{a0}', " "))
}

/// All a command says, on one line.
pub(super) fn says(folder: &Path, arguments: &[&str]) -> String {
    let all = given(folder, arguments).concat();
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn closed() -> tempfile::TempDir {
    let folder = solvik();
    swap(folder.path(), ROBOTS, ("fase: gjennomføring", "fase: avsluttet"));
    folder
}

#[test]
fn a_case_that_is_closed_counts_until_the_budget_holds_it() {
    const RANK: &[&str] = &["rank", "--uten-usikkerhet", "--alt", "--dato", "2026-11-24"];
    let (open, closed) = (solvik(), closed());
    let sums = |folder: &Path| {
        let json = says(folder, &["budget", "--dato", "2026-11-24", "--format", "json"]);
        json.split("\"sum\"").nth(1).unwrap().split(']').next().unwrap().to_owned()
    };
    assert_eq!(sums(closed.path()), sums(open.path()));
    let listed = says(closed.path(), RANK);
    assert!(listed.contains("Avsluttet, men virkningen ligger ikke i dagens budsjett"), "{listed}");
    let asked = says(closed.path(), &["roll", "2028", "--vis"]);
    assert!(asked.contains("i budsjettet for 2028? roboter-i-lonn-og-regnskap"), "{asked}");
    swap(closed.path(), ROBOTS, ("innarbeidet: nei", "innarbeidet: ja"));
    assert_ne!(sums(closed.path()), sums(open.path()));
    assert!(!says(closed.path(), RANK).contains("Avsluttet, men"));
    swap(closed.path(), ROBOTS, ("beslutning: vedtatt", "beslutning: avvist"));
    let left_out = says(closed.path(), &["budget", "--alt", "--dato", "2026-11-24"]);
    assert!(left_out.contains("Avsluttet uten at noe vedtak sier «vedtatt»"), "{left_out}");
}

#[test]
fn a_closed_case_is_not_forgotten_while_something_of_it_is_missing() {
    let folder = closed();
    let said = says(folder.path(), &["status", "--dato", "2030-01-01"]);
    let left = "Avsluttet og følges ikke lenger: Digital post i stedet for brev, hull 45 464 kr, Roboter i lønn og \
                regnskap, 146 961 kr kommet, men ikke trukket fra.";
    assert!(said.contains(left), "{said}");
    let over = says(folder.path(), &["status", "--dato", "2050-01-01"]);
    assert!(!over.contains("følges ikke lenger"), "levetid is over: {over}");
    let [json, _] = given(folder.path(), &["status", "--dato", "2030-01-01", "--format", "json"]);
    let json = validated(&json, &status::schema());
    assert_eq!(json["avsluttet"][0]["sak"], "digital-post");
    assert_eq!(json["avsluttet"][1]["er_trukket_fra"], false);
}

#[test]
fn what_is_missing_is_at_most_what_is_deducted_and_one_share_is_said_everywhere() {
    let folder = solvik();
    let (case, reading) = ("elektronisk-medisineringsstotte", "besøk for å gi");
    let measured = says(folder.path(), &["measure", case, reading, "800 besøk/uke", "--dato", "2026-11-23"]);
    assert!(measured.contains("Det mangler 545 854 kr av det som er trukket fra"), "{measured}");
    assert!(measured.contains("−33 % av veien"), "{measured}");
    let status = says(folder.path(), &["status", "--dato", "2026-11-24"]);
    assert!(status.contains("546 546 bak, −33 %"), "{status}");
    assert!(status.contains("Målt verre enn nullpunktet"), "{status}");
    assert!(status.contains("Kommet, men ikke trukket fra 146 961 kr"), "{status}");
}

/// What is said of a case in `rank`.
fn reason(folder: &Path, id: &str) -> (String, String) {
    let [list, _] = given(folder, &["rank", "--uten-usikkerhet", "--dato", "2026-11-24", "--format", "json"]);
    let list: Value = serde_json::from_str(&list).unwrap();
    let line = list["liste"].as_array().unwrap().iter().find(|line| line["id"] == id).unwrap().clone();
    let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
    (text("beslutning"), text("grunn"))
}

#[test]
fn what_is_said_to_let_a_case_in_does_so_when_it_is_followed_to_the_letter() {
    let folder = solvik();
    swap(folder.path(), "a3.yaml", ("2027: 320 000 kr", "2027: 230 000 kr"));
    let (verdict, reason_given) = reason(folder.path(), "digitalt-tilsyn-natt");
    assert_eq!(verdict, "venter");
    assert!(
        reason_given.contains("Med 17 202 kr mer i omstillingsrammen i 2027 blir den valgt"),
        "{reason_given}"
    );
    swap(folder.path(), "a3.yaml", ("2027: 230 000 kr", "2027: 247 201 kr"));
    let (verdict, reason_given) = reason(folder.path(), "digitalt-tilsyn-natt");
    assert_eq!(verdict, "venter", "less is not enough");
    assert!(
        reason_given.contains("Med 1 kr mer i omstillingsrammen i 2027 blir den valgt"),
        "{reason_given}"
    );
    swap(folder.path(), "a3.yaml", ("2027: 247 201 kr", "2027: 247 202 kr"));
    assert_eq!(reason(folder.path(), "digitalt-tilsyn-natt").0, "valgt");
}

#[test]
fn a_decision_that_breaks_a_frame_says_so_in_the_year_it_writes() {
    let folder = solvik();
    let decide = ["decide", "gatelys-med-led", "--organ", "Kommunestyret", "--dato", "2026-11-20"];
    let shown = says(folder.path(), &[&decide[..], &["--vis"]].concat());
    let breaks =
        "sprenger saken investeringsrammen i 2027 med 1 226 000 kr, investeringsrammen i 2028 med 450 000 kr";
    assert!(
        shown.contains(&format!("Med oppstart i 2027 og det som ellers er valgt og besluttet, {breaks}")),
        "{shown}"
    );
    let earlier = says(
        folder.path(),
        &["decide", "langvakter", "--oppstart", "2027", "--organ", "Kommunestyret", "--vis"],
    );
    assert!(
        earlier.contains("sprenger saken endringskapasiteten i Helse og omsorg i 2027 med 0,6 årsverk"),
        "{earlier}"
    );
    let chosen = says(folder.path(), &["decide", "langvakter", "--organ", "Kommunestyret", "--vis"]);
    assert!(!chosen.contains("sprenger"), "{chosen}");
    assert!(says(folder.path(), &decide).contains(breaks));

    let stuck = says(folder.path(), &["rank", "--uten-usikkerhet", "--dato", "2026-11-24"]);
    assert!(stuck.contains("Om innsparingskravet da nås, er ikke regnet ut."), "{stuck}");
    let next = says(folder.path(), &["next", "--alt", "--dato", "2026-11-24"]);
    assert!(next.contains("10 saker er ikke avgjort: ingenting kan velges innenfor rammene"), "{next}");
    assert!(
        !next.contains("917 222 kr i året aldri vises"),
        "a case that is not chosen is not asked to measure"
    );
    let ends = |asked: &[&str]| {
        let output =
            a3(folder.path()).arg("next").args(asked).args(["--dato", "2026-11-24"]).output().unwrap();
        output.status.code()
    };
    assert_eq!(ends(&[]), Some(1), "the frames cannot be met, so who goes on is not known");
    assert_eq!(ends(&["--sak", "roboter"]), Some(0), "a decided case goes on whatever is chosen");
}

#[test]
fn what_room_alone_mends_is_not_laid_on_the_savings_demand() {
    let folder = solvik();
    swap(folder.path(), "a3.yaml", ("2028: 13,5 mill. kr", "2028: 30 mill. kr"));
    swap(folder.path(), "a3.yaml", ("2029: 3,5 mill. kr", "2029: 3,6 mill. kr"));
    let (_, why) = reason(folder.path(), "gatelys-med-led");
    assert!(
        why.ends_with("Starter i 2028: med start i 2027 blir det ikke plass i investeringsrammen i 2027."),
        "{why}"
    );
}

#[test]
fn a_decision_that_moves_the_start_names_the_dates_that_pass() {
    let folder = solvik();
    let decide = ["decide", "langvakter", "--organ", "Kommunestyret", "--dato", "2026-11-20", "--vis"];
    let said = says(folder.path(), &decide);
    let dates = "langvakter-i-bofellesskap vil starte i 2028, men har frister før det: «Lage ny turnus», «Prøve i to \
                 bogrupper», «Alle bogrupper går over», «Avtale med de tillitsvalgte om arbeidstid», «Hvilerom i alle \
                 bogrupper». Flytt dem du skal: a3 done langvakter-i-bofellesskap RAD --ny-frist DATO --merknad HVORFOR";
    assert!(said.contains(dates), "{said}");
    let targets = "disse målene har fortsatt datoen fra før: «Vaktskifter i helgene» (2028-12-31)";
    assert!(said.contains(targets), "{said}");
    let as_written = says(folder.path(), &[&decide[..], &["--oppstart", "2027"]].concat());
    assert!(!as_written.contains("frister før det") && !as_written.contains("fra før:"), "{as_written}");
}

#[test]
fn a_plan_whose_first_year_is_over_is_to_be_rolled() {
    let folder = solvik();
    for command in ["rank", "next", "status", "budget"] {
        let due = "Planen er for 2027–2030, og 2027 er over. Rull den: a3 roll 2028 --vis";
        let said = |day: &str| says(folder.path(), &[command, "--dato", day]);
        assert_eq!(said("2028-03-01").matches(due).count(), 1, "{command}");
        assert!(!said("2027-12-31").contains("Rull den"), "{command}");
    }
    assert!(!says(folder.path(), &["roll", "2028", "--vis", "--dato", "2028-03-01"]).contains("a3:"));
}

#[test]
fn a_status_fits_one_screen_on_any_day_of_the_plan() {
    let folder = solvik();
    for day in ["2026-11-24", "2027-01-01", "2027-06-01", "2027-09-15", "2028-03-01", "2029-01-01"] {
        for language in ["nb", "nn", "en"] {
            let [shown, _] = given(folder.path(), &["status", "--dato", day, "--lang", language]);
            assert!(shown.lines().count() <= 40, "{day}, {language}: {} lines", shown.lines().count());
        }
    }
    let all = says(folder.path(), &["status", "--alt", "--dato", "2028-03-01"]);
    assert!(all.contains("Gevinstbroen") && all.contains("Lavere nettleie"), "{all}");
    assert_eq!(
        says(folder.path(), &["status", "--dato", "24.11.2026"]).replace("24.11.2026", "2026-11-24"),
        says(folder.path(), &["status", "--dato", "2026-11-24"])
    );
    assert!(says(folder.path(), &["status", "--dato", "11/24-2026"]).contains("ÅÅÅÅ-MM-DD"));
}

#[test]
fn time_that_is_less_than_a_part_of_a_position_is_said_to_free_no_money() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}minste_stilling: 20 %\n"));
    let case = |hours: &str| {
        format!(
            "a3: 1\ntittel: To\nområde: Stab\neier: Lars\nfase: overblikk\nnåsituasjon: En\nønsket_situasjon: To\n\
             gevinster: [{{navn: Tid, type: spart tid, anslag: {hours} timer/år, stilling: helsefagarbeider, \
             tas_ut: 100 %}}]\noppstart: 2027\nlevetid: 4 år\n"
        )
    };
    write(folder.path(), "saker/to.yaml", &case("262"));
    let said = says(folder.path(), &["calc", "to"]);
    assert!(
        said.contains("0,15 årsverk er mindre enn minste stilling (0,2 årsverk), så det frigjør 0 kr."),
        "{said}"
    );
    write(folder.path(), "saker/to.yaml", &case("350"));
    assert!(!says(folder.path(), &["calc", "to"]).contains("minste stilling"));
    let lines = "tas_ut: 100 %, budsjettpost: [{ansvar: 3210, funksjon: 257, art: 010, andel: 50 %}, \
                 {ansvar: 3220, funksjon: 257, art: 010, andel: 50 %}]";
    write(folder.path(), "saker/to.yaml", &case("525").replace("tas_ut: 100 %", lines));
    let split = says(folder.path(), &["calc", "to"]);
    assert!(
        split.contains(
            "0,3 årsverk i alt skal tas ut, men det er mindre enn minste stilling (0,2 årsverk) på hvert ansvar"
        ),
        "{split}"
    );
}

#[test]
fn advice_is_in_the_words_and_the_form_of_what_stands_there() {
    let folder = solvik();
    let other = says(
        folder.path(),
        &["decide", "langvakter", "--organ", "Formannskapet", "--dato", "20.11.2026", "--vis"],
    );
    assert!(other.contains("i saken står «beslutter: Kommunestyret»"), "{other}");
    let explained = says(folder.path(), &["explain", "langvakter-i-bofellesskap"]);
    assert!(
        explained.contains("a3 advance langvakter-i-bofellesskap") && !explained.contains("digital-post")
    );

    write(
        folder.path(),
        "saker/ny.yaml",
        "a3: 1\ntittel: Ny\nområde: Stab\neier: Lars\nfase: dypdykk\n\
        nåsituasjon: Sak #4 og #5\nønsket_situasjon: Bra\nforutsetninger:\n  avtaler: 10 000 avtaler/år\n  \
        andel: {lav: 10, verdi: 16 %, høy: 20 %, kilde: x}\nkapasitet: 10 %\nkostnader:\n  - SMS-tjeneste: 40 000 kr\n  \
        - {navn: Kurs, type: omstilling, beløp: 20 timer/uke, stilling: rådgiver}\n\
        målinger: [{navn: M, nullpunkt: {dato: 2026-01-01, verdi: 500 timer}, mål: {dato: 2027-12-31, verdi: 150}}]\n\
        gevinster: [{navn: Tid, type: spart tid, beregning: (avtaler − 1) x (2 min), stilling: rådgiver}]\n",
    );
    let checked = says(folder.path(), &["check", "ny", "--alt"]);
    for advice in
        ["\"Sak #4 og #5\"", "skriv «×» eller «*»", "«avtaler: {verdi: 10 000 avtaler/år, kilde: …}»"]
    {
        assert!(checked.contains(advice), "{advice}: {checked}");
    }
    assert!(!checked.contains("ikke en funksjon"), "{checked}");
}

/// A case that is checked alone, with rows added.
fn checked(phase: &str, rows: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    let sheet = format!(
        "a3: 1\ntittel: Ny\nområde: Stab\neier: Lars\nfase: {phase}\nnåsituasjon: En\nønsket_situasjon: To\n{rows}"
    );
    write(folder.path(), "saker/ny.yaml", &sheet);
    says(folder.path(), &["check", "ny", "--alt", "--dato", "2026-11-24"])
}

#[test]
fn a_value_is_repeated_as_it_is_written_and_only_for_rows_that_are_shown() {
    let rows: String = (1..=10).map(|row| format!("  antall_{row}: 0,1234{row} %\n")).collect();
    let said = checked("dypdykk", &format!("forutsetninger:\n{rows}"));
    assert!(said.contains("«antall_1: {verdi: \"0,12341 %\", kilde: …}»"), "{said}");
    assert!(said.contains("og «antall_8: {verdi: \"0,12348 %\", kilde: …}»."), "{said}");
    assert!(said.contains("I tillegg mangler «kilde» på «antall_9», «kilde» på «antall_10»"), "{said}");
    let own = checked("dypdykk", "forutsetninger:\n  antall: {verdi: 4 kr}\n");
    assert!(!own.contains("{verdi: 4 kr, kilde"), "{own}");
}

#[test]
fn a_key_with_money_is_a_cost_of_its_own_only_where_the_row_is_none() {
    let of = |row: &str| checked("overblikk", &format!("kostnader:\n  - {row}\n"));
    let own = of("Lisens: 40 000 kr");
    assert!(own.contains("Skriv: - {navn: Lisens, type: …, beløp: 40 000 kr}"), "{own}");
    for row in [
        "{navn: Lisens, type: drift, beløp: 40 000 kr/år, opplæring: 10 000 kr}",
        "{navn: Lisens, opplæring: 10 000 kr}",
        "Lisens: 40 timer",
        "Lisens: 3 stk",
    ] {
        let said = of(row);
        assert!(
            said.contains("finnes ikke i en kostnad") && !said.contains("Skriv: - {navn"),
            "{row}: {said}"
        );
    }
}

#[test]
fn nothing_is_broken_by_a_case_that_is_said_no_to() {
    const MUST: &str =
        "minimumskrav: [{krav: Post arkiveres, hjemmel: arkivlova § 6, oppfylt: ja, etter: nei}]\n";
    let open = checked("prioritering", MUST);
    assert!(open.contains("brutt-minimumskrav"), "{open}");
    let no = "vedtak: [{dato: 2026-10-01, organ: Kommunestyret, beslutning: avvist}]\n";
    let said = checked("prioritering", &format!("{MUST}{no}"));
    assert!(!said.contains("brutt-minimumskrav"), "{said}");
}

const FRAMED: &str = "rammer: {investering: {2027: 100 000 kr}}\n";

/// A case of an investment in 2027, with what else stands in it.
fn investing(title: &str, amount: &str, more: &str) -> String {
    format!(
        "a3: 1\ntittel: {title}\nområde: Stab\neier: Lars\nfase: prioritering\nnåsituasjon: En\nønsket_situasjon: To\n\
         gevinster: [{{navn: Porto, type: unngåtte kostnader, anslag: 90 000 kr/år, kilde: Liste}}]\n\
         kostnader: [{{navn: Utstyr, type: investering, beløp: {amount}, kilde: Tilbud}}]\n\
         oppstart: 2027\nlevetid: 8 år\n{more}"
    )
}

#[test]
fn a_frame_that_lacks_without_the_case_is_not_laid_on_it() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{FRAMED}"));
    let adopted = "vedtak: [{dato: 2026-10-01, organ: Kommunestyret, beslutning: vedtatt}]\n";
    write(folder.path(), "saker/stor.yaml", &investing("Stor", "200 000 kr", adopted));
    write(folder.path(), "saker/liten.yaml", &investing("Liten", "1 000 kr", ""));
    let decide = ["decide", "liten", "--organ", "Kommunestyret", "--dato", "2026-11-20", "--vis"];
    let said = says(folder.path(), &decide);
    let lacks = "Investeringsrammen i 2027 mangler 100 000 kr før denne saken; med den 101 000 kr.";
    assert!(said.contains(lacks), "{said}");
    assert!(!said.contains("sprenger saken") && !said.contains("Flytt den"), "{said}");
}

#[test]
fn a_finished_case_that_counts_must_go_together_with_the_others() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    let adopted = |built_in: &str| {
        format!(
            "vedtak: [{{dato: 2026-10-01, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: {built_in}}}]\n"
        )
    };
    let other = format!("utelukker: [ferdig]\n{}", adopted("nei"));
    write(folder.path(), "saker/ny.yaml", &investing("Ny", "1 000 kr", &other));
    for (built_in, clashes) in [("nei", true), ("ja", false)] {
        let finished = investing("Ferdig", "2 000 kr", &adopted(built_in));
        write(folder.path(), "saker/ferdig.yaml", &finished.replace("prioritering", "avsluttet"));
        let said = says(folder.path(), &["check", "--alt", "--dato", "2026-11-24"]);
        assert_eq!(said.contains("besluttede-saker-i-strid"), clashes, "{built_in}: {said}");
    }
}

#[test]
fn hours_without_a_price_say_what_gives_them_one_also_in_the_short_answer() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    let case = "a3: 1\ntittel: Post\nområde: Stab\neier: Lars\nfase: overblikk\nnåsituasjon: En\nønsket_situasjon: To\n\
                gevinster:\n  - {navn: Tid, type: spart tid, anslag: 10 timer/år, kilde: Logg}\n";
    write(folder.path(), "saker/post.yaml", case);
    let said = |language| says(folder.path(), &["calc", "post", "--lang", language]);
    assert!(said("nb").contains("10 timer har ingen pris ennå: skriv «stilling», hvem sin tid det er."));
    assert!(said("nn").contains("10 timar har ingen pris enno: skriv «stilling», kven si tid det er."));
    assert!(said("en").contains("10 hours have no price yet: write “stilling”, whose time it is."));
    let priced = case.replacen("kilde: Logg", "kilde: Logg, stilling: helsefagarbeider", 1);
    write(folder.path(), "saker/post.yaml", &priced);
    let said = said("nb");
    assert!(said.contains("Frigjør 10 timer") && !said.contains("ingen pris"), "{said}");
}

#[test]
fn a_case_that_is_left_out_is_named_where_its_figures_are_missing() {
    let folder = solvik();
    swap(
        folder.path(),
        "saker/helse/elektronisk-medisineringsstotte.yaml",
        ("levetid: ", "levetid: lenge # "),
    );
    for command in [&["status"][..], &["next"], &["calc"], &["calc", "--alt"], &["next", "--alt"]] {
        for more in [&[][..], &["--format", "markdown"]] {
            let day: &[&str] = &["--dato", "2026-11-24"];
            let [page, _] = given(folder.path(), &[command, more, day].concat());
            let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(page.contains("Utelatt"), "{command:?} {more:?}: {page}");
            assert!(page.contains("elektronisk-medisineringsstotte"), "{command:?} {more:?}: {page}");
        }
    }
    let rolled = says(folder.path(), &["roll", "2028", "--vis", "--dato", "2027-01-15"]);
    assert!(rolled.contains("Utelatt: elektronisk-medisineringsstotte."), "{rolled}");
}

#[test]
fn a_list_that_was_all_decided_is_not_said_to_have_chosen_nothing() {
    let folder = solvik();
    let decide: &[&str] = &["decide", "--alle-valgte", "--organ", "Kommunestyret", "--dato", "2026-12-10"];
    given(folder.path(), &[decide, &["--i-dag", "2026-12-10"]].concat());
    given(folder.path(), &["roll", "2028", "--dato", "2027-01-15"]);
    let said = says(folder.path(), &["overview", "--dato", "2027-01-20"]);
    assert!(said.contains("I fjor (lista for 2027) var 8 saker besluttet, og ingen andre valgt."), "{said}");
}

/// A decided case, deducted from today's budget, whose only reading is written with a day to come.
const AHEAD: &str = "a3: 1
tittel: T
område: Helse
eier: Kari
fase: gjennomføring
oppstart: 2026
levetid: 8 år
gevinster:
  - {navn: Tid, type: unngåtte kostnader, anslag: 1 000 000 kr/år, kilde: a}
målinger:
  - navn: M
    gevinst: Tid
    nullpunkt: {dato: 2025-09-30, verdi: 40 besøk/uke}
    mål: {dato: 2028-12-31, verdi: 15 besøk/uke}
    hyppighet: kvartal
    målt:
      - {dato: 2029-12-01, verdi: 10 besøk/uke}
vedtak:
  - {dato: 2025-12-10, organ: K, beslutning: vedtatt, innarbeidet: ja}
";

#[test]
fn a_reading_of_a_day_to_come_hides_no_hole() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", "a3: 1\nbudsjettår: 2027\nområder: [Helse]\n");
    write(folder.path(), "saker/t.yaml", AHEAD);
    let status = says(folder.path(), &["status", "--dato", "2028-11-01"]);
    assert!(status.contains("1 000 000 kr er trukket fra budsjettet for 2027 uten å ha kommet"), "{status}");
    assert!(status.contains("bak: ikke målt"), "{status}");
    let check = says(folder.path(), &["check", "--dato", "2028-11-01"]);
    assert!(check.contains("manglende-måling") && check.contains("er ikke målt ennå"), "{check}");
}

#[test]
fn a_promise_without_its_first_year_is_of_the_year_after_the_decision() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", "a3: 1\nbudsjettår: 2027\nområder: [Helse]\n");
    let promise =
        "innarbeidet: nei, lovet: {budsjett: [500 000 kr, 1 500 000 kr, 2 000 000 kr, 2 000 000 kr]}";
    let of = |promise: &str| {
        write(folder.path(), "saker/t.yaml", &AHEAD.replace("innarbeidet: ja", promise));
        says(folder.path(), &["status", "--dato", "2027-10-01"])
    };
    let silent = of(promise);
    assert!(silent.contains("Lovet er 2 000 000 kr i året") && !silent.contains("ingen tall"), "{silent}");
    assert_eq!(silent, of(&promise.replace("lovet: {", "lovet: {budsjettår: 2026, ")));
    let [later, unkept] =
        [promise.replace("lovet: {", "lovet: {budsjettår: 2020, "), "innarbeidet: nei".to_owned()];
    assert!(of(&later).contains("ingen tall") && of(&unkept).contains("ingen tall"));
}

#[test]
fn the_working_of_a_row_is_shown_also_after_a_transfer() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    let rows = "gevinster:
  - {navn: Tilskudd, type: unngåtte kostnader, anslag: 50 000 kr/år, overføring: staten, kilde: a}
  - {navn: Porto, type: unngåtte kostnader, anslag: 7 000 kr/år, tas_ut: 50 %, kilde: a}
oppstart: 2027
levetid: 3 år
";
    let case = format!(
        "a3: 1\ntittel: T\nområde: Stab\neier: Kari\nfase: overblikk\nnåsituasjon: Nå.\nønsket_situasjon: Da.\n{rows}"
    );
    write(folder.path(), "saker/t.yaml", &case);
    let working = says(folder.path(), &["calc", "t", "--vis"]);
    assert!(working.contains("tas ut 50 % = 3 500 kr") && !working.contains("utbetales"), "{working}");
}

#[test]
fn a_roll_names_the_figures_that_no_longer_hold() {
    let folder = solvik();
    let rolled = || says(folder.path(), &["roll", "2028", "--vis", "--dato", "2027-01-15"]);
    assert!(!rolled().contains("gjelder ikke lenger: «"));
    swap(
        folder.path(),
        "saker/digital-post.yaml",
        (
            "forutsetninger:\n",
            "forutsetninger:\n  gammel: {verdi: 5 kr/brev, kilde: Posten, gyldig_til: 2027-01-14}\n",
        ),
    );
    assert!(!rolled().contains("«gammel»"), "digital-post is finished");
    swap(
        folder.path(),
        "a3.yaml",
        (
            "felles:\n",
            "felles:\n  porto: {verdi: 5 kr/brev, kilde: Posten, gyldig_til: 2027-01-14}\n  papir: {verdi: 5 kr/brev, kilde: Posten, gyldig_til: 2027-01-15}\n",
        ),
    );
    let said = rolled();
    assert!(said.contains("Hent tallene på nytt, de gjelder ikke lenger: «porto» i a3.yaml"), "{said}");
    assert!(!said.contains("«papir»"), "{said}");
}

#[test]
fn accounts_are_not_held_against_a_year_that_is_still_to_come() {
    let folder = solvik();
    let status = |day: &str| {
        a3(folder.path())
            .args(["status", "--regnskap", "regnskap/2027-08.csv", "--dato", day])
            .output()
            .unwrap()
    };
    assert_eq!(status("2027-09-15").status.code(), Some(0));
    given(folder.path(), &["roll", "2028", "--dato", "2027-01-15"]);
    let refused = status("2027-09-15");
    let why = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(2), "{why}");
    assert!(why.contains("Planen begynner i 2028") && why.contains("planen for 2027"), "{why}");
}

#[test]
fn the_working_shown_adds_up_also_in_other_prices_and_with_three_points() {
    let folder = tempfile::tempdir().unwrap();
    let organisation = "a3: 1\nbudsjettår: 2027\nområder: [Stab]\nkalkyle: {deflator: {2027: 10 %}}\n";
    write(folder.path(), "a3.yaml", organisation);
    let case = "a3: 1
tittel: T
område: Stab
eier: Kari
fase: overblikk
nåsituasjon: Nå.
ønsket_situasjon: Da.
prisår: 2026
forutsetninger:
  p: {verdi: 7 kr/km, kilde: a}
gevinster:
  - {navn: A, type: unngåtte kostnader, beregning: 18 000 km/år × 5 kr/km + 1000 km/år × p, kilde: a}
  - {navn: B, type: unngåtte kostnader, beregning: 1 000 stk/år × 20 kr/stk, kilde: a}
  - {navn: C, type: unngåtte kostnader, anslag: {lav: 1000 kr/år, verdi: 2000 kr/år, høy: 6000 kr/år}, kilde: a}
oppstart: 2027
levetid: 2 år
";
    write(folder.path(), "saker/t.yaml", case);
    let working = says(folder.path(), &["calc", "t", "--vis"]);
    assert!(
        working.contains("= 18 000 km/år × 5,5 kr/km + 1000 km/år × 7,7 kr/km = 106 700 kr/år"),
        "{working}"
    );
    assert!(working.contains("= 1 000 stk/år × 22 kr/stk = 22 000 kr/år"), "{working}");
    assert!(working.contains("(1 100 kr/år + 4 · 2 200 kr/år + 6 600 kr/år) ÷ 6 = 2 750 kr/år"), "{working}");
    write(folder.path(), "saker/t.yaml", &case.replace("prisår: 2026\n", ""));
    let working = says(folder.path(), &["calc", "t", "--vis"]);
    assert!(working.contains("1 000 stk/år × 20 kr/stk = 20 000 kr/år"), "{working}");
}

#[test]
fn what_is_decided_says_what_of_it_is_in_the_budget_also_where_nothing_more_is_chosen() {
    let folder = solvik();
    let day = ["--dato", "2026-12-11"];
    let decided = ["decide", "--alle-valgte", "--organ", "Kommunestyret", "--dato", "2026-12-10"];
    assert!(says(folder.path(), &[&decided[..], &["--i-dag", "2026-12-11"]].concat()).contains("vedtatt"));
    let list = says(folder.path(), &[&["rank", "--uten-usikkerhet"][..], &day].concat());
    assert!(
        list.contains("ingen flere valgt") && list.contains("av det ligger alt i dagens budsjett"),
        "{list}"
    );
}

#[test]
fn what_a_finished_case_meets_is_taken() {
    const BARNEVERN: &str = "saker/barnevern-innen-fristen.yaml";
    let folder = solvik();
    let text = std::fs::read_to_string(folder.path().join(BARNEVERN)).unwrap();
    let phase = text.lines().find(|line| line.starts_with("fase:")).unwrap().to_owned();
    let body = "Kommunestyret";
    let done =
        format!("vedtak: [{{dato: 2026-06-10, organ: {body}, beslutning: vedtatt, innarbeidet: ja}}]\n");
    swap(folder.path(), BARNEVERN, (&phase, "fase: avsluttet"));
    let text = std::fs::read_to_string(folder.path().join(BARNEVERN)).unwrap();
    std::fs::write(folder.path().join(BARNEVERN), text + &done).unwrap();
    let overview = says(folder.path(), &["overview", "--dato", "2027-06-01"]);
    assert!(
        overview.contains("barnevern-innen-fristen") && !overview.contains("ingen sak tar det"),
        "{overview}"
    );
    let list = says(folder.path(), &["rank", "--uten-usikkerhet", "--alt", "--dato", "2027-06-01"]);
    assert!(!list.contains("Ingen sak på lista oppfyller"), "{list}");
}

#[test]
fn a_case_that_is_rejected_since_last_year_stands_otherwise() {
    let folder = solvik();
    says(folder.path(), &["roll", "2028", "--dato", "2027-02-01"]);
    let list = ["rank", "--uten-usikkerhet", "--format", "json", "--dato", "2027-02-10"];
    let turned = |id: &str| {
        let told: Value = serde_json::from_str(&given(folder.path(), &list)[0]).unwrap();
        let all = told["i_fjor"]["endret"].as_array().unwrap().clone();
        all.into_iter().find(|row| row["id"] == id).map(|row| (row["i_fjor"].clone(), row["i_år"].clone()))
    };
    assert_eq!(turned("gatelys-med-led"), None);
    let decided = ["decide", "gatelys-med-led", "--organ", "Kommunestyret", "--beslutning", "avvist"];
    says(folder.path(), &[&decided[..], &["--dato", "2027-02-09", "--i-dag", "2027-02-10"]].concat());
    assert_eq!(turned("gatelys-med-led"), Some(("venter".into(), "avvist".into())));
}

#[test]
fn another_body_rejects_nothing() {
    let folder = solvik();
    let decided = ["decide", "gatelys-med-led", "--organ", "Formannskapet", "--beslutning", "avvist"];
    let said =
        says(folder.path(), &[&decided[..], &["--dato", "2026-11-20", "--i-dag", "2026-11-24"]].concat());
    assert!(said.contains("Vedtaket ville ikke avgjort gatelys-med-led"), "{said}");
}

#[test]
fn a_list_that_says_that_there_is_none_has_no_row_to_be_done_with() {
    let folder = solvik();
    let case = "a3: 1\ntittel: Post\nområde: Stab\neier: Lars\nfase: forberedelse\nplan: [{hva: Måle}]\nbetingelser: ingen\n";
    write(folder.path(), "saker/post.yaml", case);
    assert!(says(folder.path(), &["done", "post", "ingen"]).contains("«Måle»"));
    assert!(says(folder.path(), &["done", "post", "måle"]).contains("Det var den siste"));
    let text = std::fs::read_to_string(folder.path().join("saker/post.yaml")).unwrap();
    assert!(text.contains("betingelser: ingen"), "{text}");
}

#[test]
fn a_figure_that_soon_is_too_old_is_not_said_to_be() {
    let folder = solvik();
    let case = "a3: 1\ntittel: Post\nområde: Stab\neier: Lars\nfase: gjennomføring\nforutsetninger: {brev: {verdi: 9 brev/år, kilde: X, gyldig_til: 2026-12-31}}\n\
                gevinster: [{navn: Porto, type: unngåtte kostnader, beregning: brev × 3 kr/brev, kilde: X}]\n";
    write(folder.path(), "saker/post.yaml", case);
    let asked = says(folder.path(), &["next", "--sak", "post", "--alt", "--dato", "2026-10-15"]);
    assert!(asked.contains("tallet gjelder til 2026-12-31"), "{asked}");
}

#[test]
fn nothing_is_said_to_be_taken_out_of_what_is_anothers_and_no_hours_are_0_person_years() {
    let folder = solvik();
    let case = |gain: &str| {
        let text =
            "a3: 1\ntittel: Post\nområde: Stab\neier: Lars\nfase: overblikk\noppstart: 2027\nlevetid: 5 år\n";
        write(
            folder.path(),
            "saker/post.yaml",
            &format!("{text}gevinster: [{{navn: G, kilde: K, {gain}}}]\n"),
        );
        says(folder.path(), &["calc", "post", "--vis", "--dato", "2026-11-24"])
    };
    let ours = case("type: unngåtte kostnader, anslag: 100 000 kr/år");
    assert!(ours.contains("tas ut 100 % = 100 000 kr"), "{ours}");
    let others = case("type: unngåtte kostnader, anslag: 100 000 kr/år, mottaker: innbyggerne");
    assert!(
        others.contains("per år ved full virkning: 100 000 kr") && !others.contains("tas ut 100 %"),
        "{others}"
    );
    case("type: spart tid, anslag: 15 timer/år, stilling: rådgiver, tas_ut: 50 %");
    let little = says(folder.path(), &["calc", "post", "--dato", "2026-11-24"]);
    assert!(little.contains("0,0043 årsverk er mindre enn minste stilling"), "{little}");
}
