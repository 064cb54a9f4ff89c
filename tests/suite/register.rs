//! minimumskrav in a3.yaml: cases name a duty by its key, and a duty that no case takes is named.

use super::choice::case;
use super::portfolio::{TODAY, a3, today, write};
use a3::repository::Buffer;
use serde_json::Value;

const REGISTER: &str = "a3: 1
budsjettår: 2027
områder: [Stab]
minimumskrav:
  tilsyn-natt: {krav: Alle med vedtak om tilsyn får det, hjemmel: hol. § 4-1, oppfylt: delvis}
  brannvern: {krav: Alle bygg har brannvern, oppfylt: ja}
";

/// A case that is worth this much and says this of minimumskrav.
fn takes(value: i64, row: &str) -> String {
    case(value, &format!("oppstart: 2027\nminimumskrav: [{{{row}}}]\n"))
}

/// Everything found, as file, rule and title.
fn found(organisation: &str, cases: &[(&str, String)]) -> Vec<(String, &'static str, String)> {
    let texts = Buffer::default().with("a3.yaml", organisation.to_owned());
    let texts =
        cases.iter().fold(texts, |texts, (id, text)| texts.with(&format!("saker/{id}.yaml"), text.as_str()));
    let report = a3::report::check(&texts.open(), today()).unwrap();
    let of = |path: &str| path.rsplit('/').next().unwrap().trim_end_matches(".yaml").to_owned();
    let ours = report.located().filter(|(_, finding)| finding.rule.contains("minimumskrav"));
    ours.map(|(file, finding)| (of(&file.source.path), finding.rule, finding.title.nb.clone())).collect()
}

/// The list of these cases.
fn rank(organisation: &str, cases: &[(&str, String)]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", organisation);
    for (id, text) in cases {
        write(folder.path(), &format!("saker/{id}.yaml"), text);
    }
    let mut rank = a3(folder.path());
    rank.args(["rank", "--uten-usikkerhet", "--format", "json", "--dato", TODAY]);
    serde_json::from_slice(&rank.output().unwrap().stdout).unwrap()
}

fn must<'a>(list: &'a Value, id: &str) -> (&'a Value, &'a str) {
    let line = list["liste"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap();
    (&line["må"], line["grunn"].as_str().unwrap())
}

#[test]
fn cases_that_name_a_duty_by_its_key_or_write_it_out_are_one_group() {
    let cases = [
        ("a", takes(-5, "krav: tilsyn-natt, etter: ja")),
        (
            "b",
            takes(
                -9,
                "krav: alle med vedtak om tilsyn får det, hjemmel: helse- og omsorgstjenesteloven § 4-1, oppfylt: nei, etter: ja",
            ),
        ),
        ("c", takes(-1, "krav: brannvern, etter: ja")),
    ];
    let list = rank(REGISTER, &cases);
    let (is_must, why) = must(&list, "a");
    assert_eq!(is_must, true);
    assert_eq!(why, "Må: oppfyller «Alle med vedtak om tilsyn får det», som b også gjør; én av dem er nok.");
    assert_eq!(must(&list, "b").0, true);
    assert_eq!(must(&list, "c").0, false, "the duty is met today");
    assert_eq!(found(REGISTER, &cases), []);
}

#[test]
fn a_key_nobody_knows_makes_no_case_must_and_is_told_with_the_nearest() {
    let cases =
        [("a", takes(5, "krav: tilsyn-nat, etter: ja")), ("b", takes(5, "krav: tilsyn-natt, etter: ja"))];
    let title = "«tilsyn-nat» er ikke et av minimumskravene i a3.yaml".to_owned();
    assert_eq!(found(REGISTER, &cases), [("a".to_owned(), "ukjent-minimumskrav", title.clone())]);
    assert_eq!(must(&rank(REGISTER, &cases), "a").0, false);
    let without = REGISTER.split("minimumskrav:").next().unwrap();
    assert_eq!(found(without, &cases[..1]), [("a".to_owned(), "ukjent-minimumskrav", title)]);
    let written = [("a", takes(5, "krav: Forsvarlig tilsyn, hjemmel: hol. § 4-1, oppfylt: nei, etter: ja"))];
    assert_eq!(found(without, &written), [], "a requirement that is written out is no key");
}

#[test]
fn a_key_in_other_letters_is_that_key() {
    let cases =
        [("a", takes(-5, "krav: Tilsyn-NATT, etter: ja")), ("b", takes(-1, "krav: BRANNVERN, etter: ja"))];
    let list = rank(REGISTER, &cases);
    assert_eq!(must(&list, "a"), (&Value::Bool(true), "Må: oppfyller «Alle med vedtak om tilsyn får det»."));
    assert_eq!(must(&list, "b").0, false, "the duty is met today");
    assert_eq!(found(REGISTER, &cases), []);
}

#[test]
fn a_requirement_written_out_by_half_makes_no_case_must_unsaid() {
    for (row, lacks, is_must) in [
        ("krav: Vi må ha nye lokaler, etter: ja", "«hjemmel» og «oppfylt»", false),
        ("krav: Vi må ha nye lokaler, hjemmel: § 1, etter: ja", "«oppfylt»", false),
        ("krav: Vi må ha nye lokaler, oppfylt: nei, etter: ja", "«hjemmel»", true),
    ] {
        let cases = [("a", takes(-5, row)), ("b", takes(-1, "krav: tilsyn-natt, etter: ja"))];
        let title = format!("Minimumskravet «Vi må ha nye lokaler» mangler {lacks}");
        assert_eq!(found(REGISTER, &cases), [("a".to_owned(), "halvt-minimumskrav", title)], "{row}");
        assert_eq!(must(&rank(REGISTER, &cases), "a").0, is_must, "{row}");
    }
    for row in
        ["krav: Nye lokaler, oppfylt: ja, etter: ja", "krav: Nye lokaler, etter: delvis", "krav: Nye lokaler"]
    {
        let cases = [("a", takes(5, row)), ("b", takes(-1, "krav: tilsyn-natt, etter: ja"))];
        assert_eq!(found(REGISTER, &cases), [], "{row}");
    }
}

#[test]
fn a_duty_that_no_case_takes_is_named_by_check_and_by_rank() {
    let partly = [("a", takes(5, "krav: tilsyn-natt, etter: delvis")), ("b", case(1, "oppstart: 2027\n"))];
    let title =
        "«Alle med vedtak om tilsyn får det» er bare delvis oppfylt i dag, og ingen sak tar det til «ja»";
    assert_eq!(found(REGISTER, &partly), [("a3".to_owned(), "udekket-minimumskrav", title.to_owned())]);
    let said = "Ingen sak på lista oppfyller disse kravene, som ikke er oppfylt i dag: «Alle med vedtak om tilsyn får det».";
    assert_eq!(rank(REGISTER, &partly)["merknader"], Value::from(vec![said]));
    // One whose start has passed, or that nobody knows the life of, is in no choice.
    let row = "minimumskrav: [{krav: tilsyn-natt, etter: ja}]\n";
    let passed = [("a", case(5, &format!("oppstart: 2026\n{row}")))];
    assert_eq!(rank(REGISTER, &passed)["merknader"], Value::from(vec![said]));
    let lifeless = [("a", takes(5, "krav: tilsyn-natt, etter: ja").replace("levetid: 4 år\n", ""))];
    assert_eq!(rank(REGISTER, &lifeless)["merknader"], Value::from(vec![said]));
    // So is one that writes its duty out itself.
    let own = "minimumskrav: [{krav: Eget krav, hjemmel: § 1, oppfylt: nei, etter: ja}]\n";
    let own =
        [("a", case(5, &format!("oppstart: 2026\n{own}"))), ("b", takes(1, "krav: tilsyn-natt, etter: ja"))];
    let said = said.replace("Alle med vedtak om tilsyn får det", "Eget krav");
    assert_eq!(rank(REGISTER, &own)["merknader"], Value::from(vec![said]));
    // A case that is said no to takes nothing; one that cannot be read may take anything.
    let rejected = "vedtak: [{dato: 2026-11-01, organ: Kommunestyret, beslutning: avvist}]\n";
    let said_no = [("a", takes(5, "krav: tilsyn-natt, etter: ja") + rejected)];
    assert_eq!(found(REGISTER, &said_no).len(), 1);
    let unread = [("a", "a3: 1\n\tx".to_owned())];
    assert_eq!(found(REGISTER, &unread), []);
}

#[test]
fn one_case_alone_says_nothing_of_what_the_others_take() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", REGISTER);
    write(folder.path(), "saker/a.yaml", &takes(5, "krav: tilsyn-natt, etter: ja"));
    write(folder.path(), "saker/b.yaml", &case(1, "oppstart: 2027\n"));
    let check = |path: &str| {
        let output =
            a3(folder.path()).args(["check", path, "--format", "json", "--dato", TODAY]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(!check("saker/b.yaml").contains("udekket-minimumskrav"));
    std::fs::remove_file(folder.path().join("saker/a.yaml")).unwrap();
    assert!(check(".").contains("udekket-minimumskrav"));
}

#[test]
fn what_the_register_says_of_a_duty_holds() {
    let otherwise = [("a", takes(5, "krav: brannvern, oppfylt: nei, etter: ja"))];
    let found = found(REGISTER, &otherwise);
    let rules: Vec<&str> = found.iter().map(|(_, rule, _)| *rule).collect();
    assert_eq!(rules, ["udekket-minimumskrav", "minimumskrav-to-steder"], "{found:?}");
    assert_eq!(must(&rank(REGISTER, &otherwise), "a").0, false);
}

#[test]
fn a_case_that_breaks_a_duty_that_is_met_is_told_of_by_check_and_by_rank() {
    let breaks = [("a", takes(5, "krav: brannvern, etter: nei"))];
    let title =
        "«Alle bygg har brannvern» er oppfylt i dag, men ikke med denne saken (etter: nei)".to_owned();
    assert!(found(REGISTER, &breaks).contains(&("a".to_owned(), "brutt-minimumskrav", title)));
    let said =
        "Med a er disse kravene, som er oppfylt i dag, ikke oppfylt lenger: «Alle bygg har brannvern».";
    let remarks = |cases: &[(&str, String)]| rank(REGISTER, cases)["merknader"].to_string();
    assert!(remarks(&breaks).contains(said), "{}", remarks(&breaks));
    // What is not chosen breaks nothing, and a duty that is not met is not broken.
    assert!(!remarks(&[("a", takes(-5, "krav: brannvern, etter: nei"))]).contains("lenger"));
    assert!(!remarks(&[("a", takes(5, "krav: tilsyn-natt, etter: nei"))]).contains("lenger"));
}

#[test]
fn decided_cases_that_cannot_be_together_are_told_of() {
    let decided = super::choice::decided("nei");
    let of = |more: &str| case(1, &format!("oppstart: 2027\n{decided}{more}"));
    let remarks = |cases: &[(&str, String)]| {
        rank("a3: 1\nbudsjettår: 2027\nområder: [Stab]\n", cases)["merknader"].to_string()
    };
    let excluding = [("a", of("utelukker: [b]\n")), ("b", of(""))];
    assert!(remarks(&excluding).contains("a og b er begge besluttet og er med, men utelukker hverandre"));
    let lacking = [("a", of("krever: [c]\n")), ("c", case(-5, "oppstart: 2027\n"))];
    assert!(remarks(&lacking).contains("a er besluttet og er med, men krever c, som ikke er med"));
    let whole = [("a", of("krever: [c]\n")), ("c", case(5, "oppstart: 2027\n"))];
    assert_eq!(remarks(&whole), "[]");
}
