//! What `a3 status` makes of a case as it is written: each figure by hand.

use super::portfolio::{a3, write};
use super::sample::decimal;
use a3::units::Decimal;
use serde_json::Value;

const ORGANISATION: &str = "a3: 1
virksomhet: Solvik
budsjettår: 2027
stillinger: {fag: {årskostnad: 700 000 kr}}
minste_stilling: 20 %
områder: [Helse]
";
const LINE: &str = "budsjettpost: {ansvar: 3210, funksjon: 253, art: 195}";

/// A case that began in 2025 unless it says more, with these rows.
fn begun(rows: &str) -> String {
    decided(&format!("oppstart: 2025\nlevetid: 10 år\n{rows}"), "ja")
}

/// A case with a vedtak: whether today's budget has it in.
fn decided(rows: &str, deducted: &str) -> String {
    format!(
        "a3: 1
tittel: Sak
område: Helse
eier: Per
fase: gjennomføring
nåsituasjon: Mye for hånd
ønsket_situasjon: Mindre for hånd
vedtak: [{{dato: 2024-06-10, organ: K, beslutning: vedtatt, innarbeidet: {deducted}}}]
{rows}"
    )
}

/// A måling of a gain from one value to another, and what was read last.
fn measured(gain: &str, [from, to]: [&str; 2], read: &str) -> String {
    let read = if read.is_empty() {
        String::new()
    } else {
        format!(", målt: [{{dato: 2026-10-30, verdi: {read}}}]")
    };
    format!(
        "  - {{navn: Av {gain}, gevinst: {gain}, nullpunkt: {{dato: 2024-12-31, verdi: {from}}}, \
         mål: {{dato: 2026-06-30, verdi: {to}}}, hyppighet: halvår, ansvarlig: K{read}}}\n"
    )
}

fn status(organisation: &str, case: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", organisation);
    write(folder.path(), "saker/x.yaml", case);
    let mut run = a3(folder.path());
    let output = run.args(["status", "--format", "json", "--dato", "2026-11-28"]).output().unwrap();
    let read: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(!read["gevinster"].as_array().unwrap().is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    read
}

fn figure(of: &Value, key: &str) -> Decimal {
    decimal(of[key].as_str().unwrap_or_else(|| panic!("{key} of {of}")))
}

fn figures<const N: usize>(of: &Value, keys: [&str; N]) -> [String; N] {
    keys.map(|key| figure(of, key).normalize().to_string())
}

#[test]
fn what_is_deducted_and_nobody_measures_is_a_hole_once_it_should_have_come() {
    let gain = |more: &str| {
        format!("gevinster: [{{navn: G, type: unngåtte kostnader, anslag: 500 000 kr/år, {LINE}{more}}}]\n")
    };
    let all = status(ORGANISATION, &begun(&gain("")));
    assert_eq!(all["gevinster"][0]["ord"], "bak");
    assert_eq!(figures(&all["bro"], ["hull", "bak", "for_tidlig"]), ["500000", "500000", "0"]);
    assert_eq!(figure(&all["ansvar"][0], "hull"), decimal("500000"));

    // A måling that cannot say how it goes is as none; one that has not been read yet is waited for.
    let broken = measured("G", ["700 000 kr/år", "200 000 timer/år"], "300 000 kr/år");
    let all = status(ORGANISATION, &begun(&format!("{}målinger:\n{broken}", gain(""))));
    assert_eq!(all["gevinster"][0]["ord"], "bak", "{all}");
    let early = decided(&format!("oppstart: 2027\nlevetid: 10 år\n{}", gain("")), "ja");
    let all = status(ORGANISATION, &early);
    assert_eq!(all["gevinster"][0]["ord"], "for tidlig å si");
    assert_eq!(figures(&all["bro"], ["hull", "for_tidlig"]), ["0", "500000"]);
}

#[test]
fn what_is_measured_in_kroner_is_in_the_prices_of_the_case() {
    let organisation = format!("{ORGANISATION}kalkyle: {{deflator: {{2026: 5 %, 2027: 6 %}}}}\n");
    let gain = format!(
        "prisår: 2025\ngevinster: [{{navn: G, type: unngåtte kostnader, anslag: 100 000 kr/år, {LINE}}}]\n"
    );
    let direct = measured("G", ["300 000 kr/år", "200 000 kr/år"], "200 000 kr/år");
    let by_way = measured("G", ["30 besøk", "20 besøk"], "20 besøk");
    for way in [direct, by_way] {
        let all = status(&organisation, &begun(&format!("{gain}målinger:\n{way}")));
        assert_eq!(figures(&all["bro"], ["ventet", "målt", "hull"]), ["111300", "111300", "0"]);
        assert_eq!(all["gevinster"][0]["ord"], "nådd");
    }
    let formula = format!(
        "prisår: 2025
forutsetninger: {{brev: {{verdi: 1 500 brev/år, kilde: K}}, pris: {{verdi: 100 kr/brev, kilde: K}}}}
gevinster: [{{navn: G, type: unngåtte kostnader, beregning: brev × pris, {LINE}}}]
målinger:
  - {{navn: M, gevinst: G, måler: pris, nullpunkt: {{dato: 2024-12-31, verdi: 0 kr/brev}}, mål: {{dato: 2026-06-30, verdi: 100 kr/brev}}, hyppighet: halvår, ansvarlig: K, målt: [{{dato: 2026-10-30, verdi: 100 kr/brev}}]}}
"
    );
    let all = status(&organisation, &begun(&formula));
    assert_eq!(figures(&all["bro"], ["ventet", "målt", "hull"]), ["166950", "166950", "0"]);
}

#[test]
fn the_hole_lies_on_the_ansvar_where_whole_positions_have_not_come() {
    let case = begun(&format!(
        "gevinster:
  - navn: G1
    type: spart tid
    anslag: 1 400 timer/år
    stilling: fag
    tas_ut: 100 %
    budsjettpost: [{{ansvar: 3210, funksjon: 253, art: 010, andel: 50 %}}, {{ansvar: 4100, funksjon: 253, art: 010, andel: 50 %}}]
  - {{navn: G2, type: spart tid, anslag: 350 timer/år, stilling: fag, tas_ut: 100 %, budsjettpost: {{ansvar: 3210, funksjon: 253, art: 010}}}}
målinger:
{}{}",
        measured("G1", ["0 timer/år", "1 400 timer/år"], "1 050 timer/år"),
        measured("G2", ["0 timer/år", "350 timer/år"], "175 timer/år"),
    ));
    let all = status(ORGANISATION, &case);
    let holes: Vec<[String; 1]> =
        all["ansvar"].as_array().unwrap().iter().map(|of| figures(of, ["hull"])).collect();
    // 3210: 0,6 årsverk are deducted and 0,4 have come; 4100: 0,4 and 0,2.
    assert_eq!(holes, [["140000"], ["140000"]], "{all}");
}

#[test]
fn what_should_have_been_measured_fills_up_no_position_of_another_gain() {
    let gain = |name: &str, hours: &str| {
        format!(
            "  - {{navn: {name}, type: spart tid, anslag: {hours} timer/år, stilling: fag, tas_ut: 100 %, budsjettpost: {{ansvar: 3210, funksjon: 253, art: 010}}}}\n"
        )
    };
    let with = |read: &str| {
        let (one, other) = (
            measured("A", ["0 timer/år", "100 timer/år"], "100 timer/år"),
            measured("B", ["0 timer/år", "250 timer/år"], read),
        );
        begun(&format!("gevinster:\n{}{}målinger:\n{one}{other}", gain("A", "100"), gain("B", "250")))
    };
    let (unread, nothing) = (status(ORGANISATION, &with("")), status(ORGANISATION, &with("0 timer/år")));
    for all in [&unread, &nothing] {
        assert_eq!(figures(&all["bro"], ["målt", "hull"]), ["0", "140000"], "{all}");
    }
    assert_eq!(
        figures(&status(ORGANISATION, &with("250 timer/år"))["bro"], ["målt", "hull"]),
        ["140000", "0"]
    );
}

#[test]
fn the_first_year_is_the_first_with_something_however_it_is_written() {
    let words: Vec<String> = ["anslag: [0 kr, 500 000 kr]", "anslag: 500 000 kr/år, innfasing: [0 %, 100 %]", "anslag: {2026: 0 kr, 2027: 500 000 kr}"]
        .iter()
        .map(|amount| {
            let read = measured("G", ["700 000 kr/år", "200 000 kr/år"], "700 000 kr/år");
            let rows = format!(
                "oppstart: 2026\nlevetid: 10 år\ngevinster: [{{navn: G, type: unngåtte kostnader, {amount}, {LINE}}}]\nmålinger:\n{read}"
            );
            let all = status(ORGANISATION, &decided(&rows, "ja"));
            format!("{} {}", all["gevinster"][0]["ord"], figure(&all["bro"], "hull").normalize())
        })
        .collect();
    assert_eq!(words, ["\"for tidlig å si\" 0"; 3]);
}

#[test]
fn a_gain_that_is_to_cost_has_not_come_before_it_costs_and_is_no_worse_when_it_does() {
    let gain = format!("gevinster: [{{navn: N, type: unngåtte kostnader, anslag: −40 000 kr/år, {LINE}}}]\n");
    let keys = ["kommet", "ikke_trukket", "verre", "for_tidlig", "hull"];
    let early = decided(&format!("oppstart: 2027\nlevetid: 10 år\n{gain}"), "ja");
    assert_eq!(figures(&status(ORGANISATION, &early)["bro"], keys), ["0", "0", "0", "-40000", "0"]);
    let all = |read: &str, deducted: &str| {
        let read = measured("N", ["100 000 kr/år", "140 000 kr/år"], read);
        let rows = format!("oppstart: 2025\nlevetid: 10 år\n{gain}målinger:\n{read}");
        figures(&status(ORGANISATION, &decided(&rows, deducted))["bro"], keys)
    };
    assert_eq!(all("140 000 kr/år", "nei"), ["0", "-40000", "0", "0", "0"]);
    assert_eq!(all("140 000 kr/år", "ja"), ["-40000", "0", "0", "0", "0"]);
    assert_eq!(all("130 000 kr/år", "ja"), ["-30000", "0", "0", "0", "-10000"]);
    assert_eq!(all("150 000 kr/år", "ja"), ["-40000", "-10000", "0", "0", "0"]);
}

#[test]
fn nine_tenths_is_as_expected_whatever_the_decimals() {
    let organisation = ORGANISATION.replace("700 000", "937 000");
    for hours in ["1 750", "1 751", "1 753", "1 777"] {
        let gain = format!(
            "gevinster: [{{navn: V, type: spart tid, anslag: {hours} timer/år, stilling: fag, tas_ut: 100 %, budsjettpost: {{ansvar: 3210, funksjon: 253, art: 030}}}}]\n"
        );
        let read = measured("V", ["0 besøk", "30 besøk"], "27 besøk");
        let all = status(&organisation, &begun(&format!("{gain}målinger:\n{read}")));
        assert_eq!(all["gevinster"][0]["ord"], "nådd", "{hours}");
    }
}
