//! Values as people write them: each is read as it was meant, or told what to write without another sum.

use super::portfolio::{a3, write};

const ORGANISATION: &str = "a3: 1
virksomhet: Solvik
budsjettår: 2027
områder: [Stab]
stillinger:
  rådgiver: {årskostnad: 875 000 kr}
";

fn case(rows: &str) -> String {
    format!(
        "a3: 1\ntittel: Sak\nområde: Stab\neier: Kari\nfase: overblikk\nnåsituasjon: Mye for hånd\n\
         ønsket_situasjon: Mindre for hånd\noppstart: 2027\nlevetid: 5 år\n{rows}"
    )
}

const GAIN: &str =
    "gevinster:\n  - {navn: G, type: unngåtte kostnader, anslag: 100 000 kr/år, kilde: K, eier: E}\n";

fn cost(amount: &str) -> String {
    format!("{GAIN}kostnader:\n  - {{navn: Lisens, type: drift, kilde: Tilbud, beløp: {amount}}}\n")
}

/// All that a command says of a folder with one case, on one line.
fn said_of(organisation: &str, rows: &str, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", organisation);
    write(folder.path(), "saker/sak.yaml", &case(rows));
    let output = a3(folder.path()).env("COLUMNS", "100").args(arguments).output().unwrap();
    let all = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    let all = all.replace('\u{a0}', " ");
    let words: Vec<&str> = all.split_whitespace().filter(|word| !matches!(*word, "|" | "=")).collect();
    words.join(" ")
}

fn checked(rows: &str) -> String {
    said_of(ORGANISATION, rows, &["check"])
}

fn calculated(rows: &str) -> String {
    said_of(ORGANISATION, rows, &["calc", "sak", "--vis", "--uten-usikkerhet"])
}

/// Whether the case is in calc.
fn is_in(rows: &str) -> bool {
    !calculated(rows).contains("Hvorfor saken ikke er med")
}

#[test]
fn a_value_still_to_be_written_takes_a_case_out_only_where_check_says_so() {
    let row = |row: &str| format!("{GAIN}kostnader:\n  - {{{row}}}\n");
    for open in ["…", "Ikke avklart"] {
        let named = row(&format!("navn: {open}, type: drift, beløp: 20 000 kr/år, kilde: K"));
        assert!(is_in(&named), "{open}: its figures are known");
        let none = row(&format!("navn: {open}, type: {open}, beløp: {open}"));
        assert!(is_in(&none), "{open}: nothing of the row is written");
        for (lacks, rows) in [
            ("«beløp» i «kostnader»", row(&format!("navn: L, type: drift, beløp: {open}, kilde: K"))),
            ("«type» i «kostnader»", row(&format!("navn: L, type: {open}, beløp: 20 000 kr, kilde: K"))),
            (
                "«verdi» i «kostnader»",
                row(&format!("navn: L, type: drift, beløp: {{verdi: {open}}}, kilde: K")),
            ),
        ] {
            assert!(!is_in(&rows), "{rows}");
            let said = checked(&rows);
            assert!(said.contains(&format!("Saken mangler {lacks} for å være i overblikk")), "{said}");
        }
    }
}

#[test]
fn an_assumption_without_value_is_missed_where_a_formula_uses_it() {
    let rows = |formula: &str| {
        format!(
            "forutsetninger:\n  antall: {{verdi: …, kilde: K}}\n  annet: {{verdi: 20 brev/år, kilde: K}}\n\
             gevinster:\n  - {{navn: G, type: unngåtte kostnader, beregning: {formula}, kilde: K}}\n"
        )
    };
    assert!(is_in(&rows("annet × 5 000 kr/brev")));
    assert!(!is_in(&rows("antall × 5 000 kr/brev")));
    let said = checked(&rows("antall × 5 000 kr/brev"));
    assert!(said.contains("Saken mangler «verdi» i «forutsetninger» for å være i overblikk"), "{said}");
}

#[test]
fn a_budget_line_still_to_be_written_is_on_no_line_also_in_a_list() {
    let gain = |last: &str| {
        format!(
            "gevinster:\n  - navn: G\n    type: unngåtte kostnader\n    anslag: 100 000 kr/år\n    kilde: K\n    \
             budsjettpost:\n      - {{ansvar: 3210, funksjon: 120, art: 195, andel: 40 %}}\n      - {last}\n"
        )
    };
    for last in [
        "{ansvar: …, funksjon: 120, art: 195, andel: 60 %}",
        "{ansvar: 3211, funksjon: 120, art: Ikke avklart, andel: 60 %}",
        "{ansvar: 3211, funksjon: 120, art: 195, andel: …}",
        "…",
    ] {
        assert!(is_in(&gain(last)), "{last}");
    }
}

#[test]
fn blanks_in_a_code_are_no_part_of_it() {
    let line = |codes: &str| {
        format!(
            "gevinster:\n  - {{navn: G, type: unngåtte kostnader, anslag: 100 000 kr/år, kilde: K, budsjettpost: {{{codes}}}}}\n"
        )
    };
    let plain = said_of(ORGANISATION, &line("ansvar: 3210, funksjon: 257, art: 195"), &["budget"]);
    for codes in [
        "ansvar: 3210\u{a0}, funksjon: 257\u{202f}, art: 195\u{a0}",
        "ansvar: 3 210, funksjon: 2 57, art: 195",
        "ansvar: \" 3210 \", funksjon: \"257 \", art: 195",
    ] {
        assert_eq!(said_of(ORGANISATION, &line(codes), &["budget"]), plain, "{codes}");
        assert!(!checked(&line(codes)).contains("kostra"), "{codes}");
    }
    let loan = |unit: &str| {
        let loan =
            format!("{ORGANISATION}kalkyle: {{lån: {{rente: 4 %, avdragstid: 20 år, ansvar: {unit}}}}}\n");
        let bought =
            "kostnader:\n  - {navn: K, type: investering, beløp: 900 000 kr, kilde: T, avdragstid: 20 år}\n";
        said_of(&loan, &format!("{GAIN}{bought}"), &["budget"])
    };
    assert_eq!(loan("9000\u{a0}"), loan("9000"));
}

#[test]
fn amounts_by_year_with_dashes_are_shown_without_them_in_the_writers_own_figures() {
    let dashed = cost("[2027: 40 000 kr, 2028: 60 000 kr]");
    let said = checked(&dashed);
    assert!(said.contains("beløp: {2027: 40 000 kr, 2028: 60 000 kr}"), "{said}");
    assert!(!said.contains("90 000"), "{said}");
    let followed = checked(&cost("{2027: 40 000 kr, 2028: 60 000 kr}"));
    assert!(followed.contains("Ingenting å rette"), "{followed}");
    for named in [
        "{år 1: 40 000 kr, år 2: 60 000 kr}",
        "{år1: 40 000 kr, år2: 60 000 kr}",
        "[År 1: 40 000 kr, År 2: 60 000 kr]",
    ] {
        let said = checked(&cost(named));
        assert!(said.contains("beløp: [40 000 kr, 60 000 kr]"), "{said}");
    }
    let frames =
        format!("{ORGANISATION}rammer:\n  investering:\n    - 2027: 12 mill. kr\n    - 2028: 8 mill. kr\n");
    let said = said_of(&frames, GAIN, &["check"]);
    assert!(said.contains("investering: {2027: 12 mill. kr, 2028: 8 mill. kr}"), "{said}");
}

#[test]
fn words_that_change_the_sum_are_never_told_to_be_dropped() {
    for (amount, extra) in [
        ("100 000 kr annethvert år", "annethvert år"),
        ("100 000 kr to ganger i året", "to ganger i året"),
        ("100 000 kr/år i 3 år", "i 3 år"),
        ("100 000 kr/år fra 2029", "fra 2029"),
        ("100 000 kr/år de første 2 årene", "de første 2 årene"),
        ("100 000 kr/år minus 20 %", "minus 20 %"),
        ("20 000 kr x 12 mnd", "x 12 mnd"),
        ("90 per 1000", "per 1000"),
        ("100 000 kr en gang", "en gang"),
    ] {
        let said = checked(&cost(amount));
        let how = said.split("slik: ").nth(1).unwrap();
        assert!(how.contains(&format!("«{extra}»")) && how.contains("regnet med"), "{how}");
        assert!(!how.contains("000") || extra.contains("000"), "another sum: {how}");
    }
    // What only explains goes to merknad still.
    let said = checked(&cost("100 000 kr/år til lisenser"));
    assert!(said.contains("Skriv «100 000 kr/år», og resten i «merknad»"), "{said}");
}

#[test]
fn a_bare_decimal_is_asked_about_in_both_readings() {
    let points = |low: &str| {
        format!("{GAIN}forutsetninger:\n  andel: {{lav: {low}, verdi: 60 %, høy: 70 %, kilde: K}}\n")
    };
    let said = checked(&points("0,2").replace("0,2", "\"0,2\""));
    assert!(said.contains("«0,2 %» eller «20 %»"), "{said}");
    for (rows, readings) in [
        ("kalkyle: {deflator: {2028: 1.03}}", "«1,03 %» eller «3 %»"),
        ("kalkyle: {skattefinansiering: 1.2}", "«1,2 %» eller «20 %»"),
        ("lønnspåslag: {pensjon: 1.15, arbeidsgiveravgift: 14.1 %}", "«1,15 %» eller «15 %»"),
    ] {
        let said = said_of(&format!("{ORGANISATION}{rows}\n"), GAIN, &["check"]);
        assert!(said.contains(readings), "{said}");
    }
}

#[test]
fn the_year_of_new_practice_is_read_in_any_case_and_told_as_written() {
    let practice = |from: &str| format!("{GAIN}ny_praksis:\n  - {{ansvar: 3210, fra: {from}}}\n");
    for read in ["År 3", "ÅR 3", "år 3", "2029"] {
        assert!(!checked(&practice(read)).contains("ukjent-fra"), "{read}");
    }
    for (written, told) in [("3", "Skriv «år 3»."), ("3. år", "Skriv «år 3»."), ("1.1.2029", "Skriv «2029».")]
    {
        let said = checked(&practice(written));
        assert!(said.contains(told), "{said}");
    }
    let said = checked(&practice("senere"));
    assert!(said.contains("ukjent-fra") && !said.contains("år 2"), "{said}");
}

#[test]
fn lav_and_hoy_are_told_only_where_there_is_a_place_for_them() {
    let share = GAIN.replace("eier: E", "tas_ut: 40-50 %");
    for rows in [share.as_str(), &format!("{GAIN}kapasitet: 1-2 årsverk\n")] {
        let said = checked(rows);
        assert!(said.contains("Skriv ett tall.") && !said.contains("«lav: "), "{said}");
    }
    let said = checked(&cost("40 000-50 000 kr/år"));
    assert!(said.contains("«lav: 40 000 kr/år»"), "{said}");
}

#[test]
fn a_unit_in_another_word_is_told_with_the_writers_own_number_and_another_one_with_none() {
    let share = |share: &str| GAIN.replace("eier: E", &format!("tas_ut: {share}"));
    let life = |life: &str| GAIN.replace("eier: E", &format!("levetid: {life}"));
    for (rows, told) in [
        (share("40 percent"), "Skriv «40 %»."),
        (life("6 years"), "Skriv «6 år»."),
        (life("66 måneder"), "Rund av til hele år: «5 år» eller «6 år»."),
        (life("6 måneder"), "Rund av til hele år: «1 år»."),
        (life("6 timer"), "Skriv et tall med «år» etter."),
        (format!("{GAIN}kapasitet: [12 FTE]\n"), "Skriv «12 årsverk»."),
        (format!("{GAIN}kapasitet: \"12,4 åv\"\n"), "Skriv «12,4 årsverk»."),
    ] {
        let said = checked(&rows);
        assert!(said.contains(told), "{said}");
    }
}

#[test]
fn years_without_their_area_are_told_which_areas_there_are() {
    let frames = "rammer: {endringskapasitet: {2027: 3 årsverk, 2028: 4 årsverk}}\n";
    let one = said_of(&format!("{ORGANISATION}{frames}"), GAIN, &["check"]);
    let told = "endringskapasitet: {Stab: {2027: 3 årsverk, 2028: 4 årsverk}}";
    assert!(one.contains(told), "{one}");
    let two = format!("{ORGANISATION}{frames}").replace("[Stab]", "[Stab, Helse]");
    let said = said_of(&two, GAIN, &["check"]);
    assert!(said.contains("ett av Stab, Helse: endringskapasitet: {…: {2027: 3 årsverk"), "{said}");
    let said = checked(&format!("{GAIN}kapasitet: {{2027: 1 årsverk}}\n"));
    assert!(said.contains("Skriv verdiene i en liste, med sakens første år først"), "{said}");
    assert!(!said.contains("føy det til under"), "{said}");
}

#[test]
fn a_calculation_is_sent_to_beregning_only_where_there_is_one() {
    let said = checked(&GAIN.replace("eier: E", "innfasing: 25/80/100"));
    assert!(said.contains("skriv dem i en liste") && !said.contains("«beregning»"), "{said}");
}

#[test]
fn a_year_that_is_still_to_be_written_moves_no_other_year() {
    let gain = GAIN.replace("anslag: 100 000 kr/år", "anslag: [100 000 kr/år, …, 200 000 kr/år]");
    let said = checked(&gain);
    assert!(said.contains("Saken mangler «anslag» i «gevinster»"), "{said}");
    let calculated = said_of(ORGANISATION, &gain, &["calc", "sak"]);
    assert!(calculated.contains("Gevinsten har ikke noe beløp"), "{calculated}");
    let written = gain.replace('…', "150 000 kr/år");
    assert!(said_of(ORGANISATION, &written, &["calc", "sak"]).contains("frigjør 200 000 kr"));
}
