//! What a message tells people to write, written: it is read, and gives the figure that was meant.

use super::portfolio::{a3, write};
use std::path::Path;

const ORGANISATION: &str = "a3: 1
virksomhet: Solvik
budsjettår: 2029
områder: [Helse, Stab]
stillinger:
  fag: {årslønn: 520 000 kr}
";

fn case(rows: &str) -> String {
    format!(
        "a3: 1\ntittel: Sak\nområde: Helse\neier: Per\nfase: overblikk\nnåsituasjon: Mye for hånd\n\
         ønsket_situasjon: Mindre for hånd\n{rows}"
    )
}

fn gain(amount: &str) -> String {
    case(&format!(
        "gevinster:\n  - navn: Porto\n    type: unngåtte kostnader\n    anslag: {amount}\n    kilde: Listen\n\
         oppstart: 2029\nlevetid: 6 år\n"
    ))
}

/// All that a command says of a folder with one case, on one line.
fn says(organisation: &str, case: &str, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", organisation);
    write(folder.path(), "saker/sak.yaml", case);
    said_in(folder.path(), arguments)
}

fn said_in(folder: &Path, arguments: &[&str]) -> String {
    let output = a3(folder).env("COLUMNS", "100").args(arguments).output().unwrap();
    let all = [output.stdout, output.stderr].concat();
    let all = String::from_utf8(all).unwrap().replace('\u{a0}', " ");
    let words: Vec<&str> = all.split_whitespace().filter(|word| !matches!(*word, "|" | "=")).collect();
    words.join(" ")
}

#[test]
fn a_range_that_may_share_its_thousands_is_asked_about_and_a_wide_one_is_remarked() {
    let asked = says(ORGANISATION, &gain("300-500 000 kr/år"), &["check"]);
    assert!(
        asked.contains("«lav: 300 000 kr/år» hvis tusenene gjelder begge tallene, eller «lav: 300 kr/år»")
            && asked.contains("«høy: 500 000 kr/år»"),
        "{asked}"
    );
    let points = |low: &str| gain(&format!("{{lav: {low}, verdi: 400 000 kr/år, høy: 500 000 kr/år}}"));
    let meant = says(ORGANISATION, &points("300 000 kr/år"), &["check"]);
    assert!(!meant.contains("vidt-trepunkt"), "{meant}");
    let slip = says(ORGANISATION, &points("300 kr/år"), &["check"]);
    assert!(slip.contains("merknad[vidt-trepunkt]: «lav» er under en hundredel av «verdi»"), "{slip}");
    let high = gain("{lav: 300 kr/år, verdi: 400 kr/år, høy: 500 000 kr/år}");
    let high = says(ORGANISATION, &high, &["check"]);
    assert!(high.contains("«høy» er over hundre ganger «verdi»"), "{high}");
    let init = |estimate: &str| {
        let folder = tempfile::tempdir().unwrap();
        said_in(folder.path(), &["init", "Sak", "--anslag", estimate])
    };
    assert!(init("300-500 000 kr").contains("«lav: 300 000 kr»"), "{}", init("300-500 000 kr"));
    assert!(init("1,2-1,5 mill").contains("«lav: 1,2 mill»"), "{}", init("1,2-1,5 mill"));
}

#[test]
fn thousands_of_kroner_are_read_in_every_spelling() {
    let calc = |amount: &str| says(ORGANISATION, &gain(amount), &["calc", "--uten-usikkerhet"]);
    assert_eq!(calc("450 kkr/år"), calc("450 000 kr/år"));
    let unknown = says(ORGANISATION, &gain("450 gkr/år"), &["check"]);
    assert!(unknown.contains("Ordet «gkr» er ikke forstått"), "{unknown}");
    let sign = says(ORGANISATION, &gain("60' kr/år"), &["check"]);
    assert!(sign.contains("Mener du «60 kr/år» eller «60 000 kr/år»?"), "{sign}");
}

#[test]
fn a_yearly_wage_that_may_be_read_in_two_ways_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let asked = ["init", "Sak", "--anslag", "400 timer/år", "--stilling", "Fører", "--årslønn", "550.000"];
    for organisation in [None, Some("a3: 1\nvirksomhet: Solvik\nbudsjettår: 2029\nområder: [Helse]\n")] {
        if let Some(text) = organisation {
            write(folder.path(), "a3.yaml", text);
        }
        let said = said_in(folder.path(), &asked);
        assert!(said.contains("kan bety både 550 000 og 550. Skriv «550 000»"), "{said}");
        assert!(!said.contains("årslønn: 550.000"), "{said}");
    }
    let plain = ["init", "Sak", "--anslag", "400 timer/år", "--stilling", "Fører", "--årslønn", "550 000"];
    let line = said_in(folder.path(), &plain);
    assert!(line.contains("stillinger: {Fører: {årslønn: 550 000 kr}}"), "{line}");
}

#[test]
fn a_list_with_no_case_that_can_be_calculated_is_not_said_to_be_empty() {
    for broken in ["budsjettår: 20x7", "budsjettår: 2029\nprioritering: {låst: 3}"] {
        let organisation = ORGANISATION.replace("budsjettår: 2029", broken);
        for arguments in
            [&["rank", "--uten-usikkerhet"][..], &["rank", "--uten-usikkerhet", "--format", "markdown"]]
        {
            let said = says(&organisation, &gain("96 000 kr/år"), arguments);
            assert!(said.contains("1 sak kan ikke regnes ut"), "{broken}: {said}");
            assert!(!said.contains("Ingen saker på listen"), "{broken}: {said}");
        }
    }
}

const OVERVIEW: &str = "a3: 1
tittel: Overblikk
eier: Marit
fase: overblikk
nivå: virksomhet
delområder:
  - {navn: Hjemmetjenesten, område: Helse, anslag: 600 000 kr/år}
  - {navn: Arkiv, område: Helsee, anslag: 100 timer/år}
";

#[test]
fn a_delomrade_of_an_unknown_omrade_is_found_and_hours_are_shown_beside_the_sum() {
    let checked = says(ORGANISATION, OVERVIEW, &["check"]);
    assert!(checked.contains("feil[ukjent-område-i-overblikk]: «Helsee»"), "{checked}");
    assert!(checked.contains("Mente du «Helse»?"), "{checked}");
    let mended = OVERVIEW.replace("Helsee", "Helse");
    assert!(!says(ORGANISATION, &mended, &["check"]).contains("ukjent-område"));
    let shown = says(ORGANISATION, &mended, &["overview", "--område", "Helse"]);
    assert!(shown.contains("Arkiv") && shown.contains("100 timer/år"), "{shown}");
    assert!(shown.contains("Ett anslag er ikke i kroner, og er ikke med i summen."), "{shown}");
    let still = says(ORGANISATION, OVERVIEW, &["overview"]);
    assert!(still.contains("Hjemmetjenesten"), "the overview is there still: {still}");
}

#[test]
fn a_list_of_amounts_says_that_its_last_holds() {
    let working = says(ORGANISATION, &gain("[500 tkr, 500 tkr]"), &["calc", "--vis", "--uten-usikkerhet"]);
    assert!(working.contains("den siste holder ut levetida"), "{working}");
    let ended = says(ORGANISATION, &gain("[500 tkr, 500 tkr, 0 kr]"), &["calc", "--uten-usikkerhet"]);
    assert!(ended.contains("Driftsbudsjettet 500 500 0 0"), "{ended}");
    let cost = "kostnader:\n  - {navn: Kurs, type: omstilling, beløp: [100 tkr, 50 tkr], kilde: Tilbud}\n";
    let once = format!("{}{cost}", gain("500 tkr"));
    let once = says(ORGANISATION, &once, &["calc", "--vis", "--uten-usikkerhet"]);
    assert!(!once.contains("den siste holder"), "{once}");
    for field in ["gevinster.anslag", "kostnader.beløp"] {
        let said = says(ORGANISATION, &gain("1 kr"), &["explain", "felt", field]);
        assert!(said.contains("varer den siste verdien"), "{said}");
    }
}

#[test]
fn what_is_empty_is_named_and_a_frame_without_years_is_told_what_it_means() {
    let frames = |rows: &str| format!("{ORGANISATION}rammer:\n  {rows}\n");
    let empty = frames("endringskapasitet: {Helse: {}, Stab: {2029: 1 årsverk}}");
    let empty = says(&empty, &gain("1 kr"), &["check"]);
    assert!(empty.contains("«Helse» er tomt") && empty.contains("ta «Helse» bort"), "{empty}");
    let plain = says(&frames("investering: 20 mill"), &gain("1 kr"), &["check"]);
    assert!(
        plain.contains("investering: {2029: 20 mill}. Et år som ikke er nevnt, har ingen grense."),
        "{plain}"
    );
    let demand = says(&frames("innsparingskrav: 20 mill"), &gain("1 kr"), &["check"]);
    assert!(!demand.contains("ingen grense"), "{demand}");
}

#[test]
fn money_in_is_plus_and_money_out_is_minus_in_the_four_years() {
    let costs = "kostnader:
  - {navn: Skole, type: investering, beløp: {2030: 18 mill. kr}, kilde: Tilbud}
  - {navn: Tomt, type: investering, beløp: {2031: -24 mill. kr}, kilde: Takst}
";
    let quality =
        "gevinster: [{navn: Bedre skole, type: økt kvalitet, betydning: høy, omfang: middels positivt}]\n";
    let shown = case(&format!("{quality}{costs}oppstart: 2030\nlevetid: 40 år\n"));
    let shown = says(ORGANISATION, &shown, &["calc", "--uten-usikkerhet"]);
    assert!(shown.contains("Investering – −18 000 24 000 0"), "{shown}");
    assert!(shown.contains("Driftsbudsjettet – 0 0 0"), "{shown}");
    assert!(shown.contains("minus er utgift"), "{shown}");
}

#[test]
fn an_amount_that_comes_once_is_told_where_it_belongs() {
    let asked = says(ORGANISATION, &gain("4 mill. kr"), &["check"]);
    assert!(asked.contains("Legg til «/år»"), "{asked}");
    assert!(
        asked.contains("«kostnader» med type investering eller omstilling, en inntekt med minus"),
        "{asked}"
    );
    let sold = "kostnader: [{navn: Salg, type: investering, beløp: -4 mill. kr, kilde: Takst}]\n";
    let sold = says(ORGANISATION, &format!("{}{sold}", gain("1 kr/år")), &["calc", "--uten-usikkerhet"]);
    assert!(sold.contains("Investering 4 000"), "{sold}");
}
