//! A case decided in the prices of one year and followed in those of the next: each figure is in the prices its page
//! says.

use super::portfolio::write;
use super::what_is_so::{says, swap};
use std::path::Path;

const ORGANISATION: &str = "a3: 1
virksomhet: V
budsjettår: 2028
områder: [Stab]
kalkyle:
  deflator: {2028: 10 %}
";

const CASE: &str = "a3: 1
tittel: Digital post
område: Stab
eier: Kari Nes
fase: gjennomføring
prisår: 2027
nåsituasjon: A
ønsket_situasjon: B
gevinster:
  - navn: Spart porto
    type: unngåtte kostnader
    anslag: 100 000 kr/år
    kilde: R
kostnader:
  - {navn: Oppsett, type: omstilling, beløp: 200 000 kr, kilde: T}
  - {navn: Oppsett som regnestykke, type: omstilling, beregning: 2 × 100 000 kr, kilde: T}
  - {navn: Lisens, type: drift, beløp: 50 000 kr/år, kilde: T}
oppstart: 2028
levetid: 5 år
kapasitet: 0,1 årsverk
beslutter: Kommunestyret
målinger:
  - navn: Porto
    gevinst: Spart porto
    nullpunkt: {dato: 2027-10-01, verdi: 150 000 kr/år}
    mål: {dato: 2028-12-31, verdi: 50 000 kr/år}
    hyppighet: kvartal
    ansvarlig: Kari Nes
    målt:
      - {dato: 2028-09-01, verdi: 50 000 kr/år}
vedtak:
  - dato: 2027-06-10
    organ: Kommunestyret
    beslutning: vedtatt
    innarbeidet: nei
    lovet: {budsjettår: 2027, budsjett: [0 kr, 50000 kr, 50000 kr, 50000 kr], årsverk: 0 årsverk, nnv: 1 kr, gevinster: 100000 kr}
";

fn decided() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "saker/digital-post.yaml", CASE);
    folder
}

const DAY: [&str; 2] = ["--dato", "2028-09-05"];

fn shown(folder: &Path, arguments: &[&str]) -> String {
    says(folder, &[arguments, &DAY].concat())
}

#[test]
fn what_has_come_is_a_share_of_what_was_promised_in_the_same_prices() {
    let folder = decided();
    let status = shown(folder.path(), &["status", "--alt"]);
    assert!(status.contains("nådd") && !status.contains("110 %"), "{status}");
    swap(
        folder.path(),
        "saker/digital-post.yaml",
        ("{dato: 2028-09-01, verdi: 50 000", "{dato: 2028-09-01, verdi: 60 000"),
    );
    assert!(shown(folder.path(), &["status", "--alt"]).contains("90 %"));
}

#[test]
fn costs_on_the_sheet_are_in_the_prices_of_the_budget_year_however_they_are_written() {
    let folder = decided();
    let draft = shown(folder.path(), &["report", "saker/digital-post.yaml", "--saksframlegg"]);
    for cost in
        ["Oppsett · kilde: T | omstilling | 220 |", "Oppsett som regnestykke · kilde: T | omstilling | 220 |"]
    {
        assert!(draft.contains(cost), "{draft}");
    }
}

#[test]
fn two_costs_of_one_name_have_each_its_own_amount() {
    let folder = decided();
    let other = (
        "navn: Oppsett som regnestykke, type: omstilling, beregning: 2 × 100 000 kr",
        "navn: Oppsett, type: omstilling, beløp: 300 000 kr",
    );
    swap(folder.path(), "saker/digital-post.yaml", other);
    let draft = shown(folder.path(), &["report", "saker/digital-post.yaml", "--saksframlegg"]);
    for cost in ["Oppsett · kilde: T | omstilling | 220 |", "Oppsett · kilde: T | omstilling | 330 |"] {
        assert!(draft.contains(cost), "{draft}");
    }
}

#[test]
fn a_hole_of_less_than_a_krone_is_none() {
    let folder = decided();
    let case = "saker/digital-post.yaml";
    swap(folder.path(), case, ("prisår: 2027\n", ""));
    swap(folder.path(), case, ("innarbeidet: nei", "innarbeidet: ja"));
    swap(folder.path(), case, ("{dato: 2028-09-01, verdi: 50 000", "{dato: 2028-09-01, verdi: 50000,4"));
    let status = shown(folder.path(), &["status", "--alt"]);
    assert!(!status.contains("uten å ha kommet") && !status.contains("HULLET"), "{status}");
    let at_hole = |value: &str| {
        let arguments = [&["status", "--feil-ved", "hull"][..], &DAY].concat();
        let code = super::portfolio::a3(folder.path()).args(arguments).output().unwrap().status.code();
        assert_eq!(code, Some(i32::from(value != "50000,4")), "{value}");
    };
    at_hole("50000,4");
    swap(folder.path(), case, ("{dato: 2028-09-01, verdi: 50000,4", "{dato: 2028-09-01, verdi: 50 100"));
    at_hole("50 100");
}
