//! A hundred slips that people make: what each is told, and that doing what it says gives a clean file.

use super::portfolio::{GOOD_CASE, ORGANISATION, today};
use a3::repository::Buffer;

/// One slip of tests/data/slips.txt.
#[derive(Debug, Default)]
struct Slip {
    name: String,
    told: String,
    gone: String,
    right: String,
    wrong: String,
}

/// A finding: its rule, and all that it says.
type Told = (&'static str, String);

fn slips() -> Vec<Slip> {
    let text = include_str!("../data/slips.txt");
    let text = text.split_once("\n\n= ").unwrap().1;
    text.split("\n\n= ").map(slip).collect()
}

fn slip(block: &str) -> Slip {
    let mut lines = block.lines();
    let mut slip = Slip { name: lines.next().unwrap().to_owned(), ..Slip::default() };
    for line in lines.filter(|line| !line.is_empty()) {
        let (mark, rest) = (&line[..1], signs(line.get(2..).unwrap_or_default()));
        match mark {
            "!" => slip.told = rest,
            "~" => slip.gone.extend([rest.as_str(), "\n"]),
            "+" => slip.right.extend([rest.as_str(), "\n"]),
            "-" => slip.wrong.extend([rest.as_str(), "\n"]),
            _ => panic!("{line}"),
        }
    }
    slip
}

/// The signs nobody sees, where their numbers stand.
fn signs(line: &str) -> String {
    let mut parts = line.split("<U+");
    let mut seen = parts.next().unwrap().replace("<TAB>", "\t");
    for part in parts {
        let (code, rest) = part.split_once('>').unwrap();
        seen.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        seen.push_str(rest);
    }
    seen
}

/// A file with the lines as they should be, and the same with the slip.
fn files(slip: &Slip) -> (String, String) {
    let base = if slip.name.starts_with("a3.yaml:") { ORGANISATION } else { GOOD_CASE };
    let base = base.replacen(&slip.gone, "", 1);
    let first = slip.right.lines().next().unwrap();
    let right = match base.contains(&slip.right) {
        true => base,
        false => match base.lines().find(|line| key(line) == key(first) && !key(first).is_empty()) {
            Some(line) => base.replacen(&format!("{line}\n"), &slip.right, 1),
            None => format!("{base}{}", slip.right),
        },
    };
    let wrong = right.replacen(&slip.right, &slip.wrong, 1);
    assert_ne!(right, wrong, "{}", slip.name);
    (right, wrong)
}

fn key(line: &str) -> &str {
    line.split(':').next().unwrap_or_default()
}

fn told(slip: &Slip, file: &str) -> Vec<Told> {
    let is_base = slip.name.starts_with("a3.yaml:");
    let (organisation, case) = if is_base { (file, GOOD_CASE) } else { (ORGANISATION, file) };
    let texts = Buffer::default().with("a3.yaml", organisation.to_owned());
    let repository = texts.with("saker/digital-post.yaml", case.to_owned()).open();
    let report = a3::report::check(&repository, today()).unwrap();
    report
        .located()
        .map(|(_, finding)| (finding.rule, format!("{}. {}", finding.title.nb, finding.how().text().nb)))
        .collect()
}

/// A case in dypdykk where one assumption has three points, and the others are round.
const DEEP: &str = "a3: 1
tittel: Digital post
område: Stab
eier: Lars Linjeleder
fase: dypdykk
nåsituasjon: Vi sender 6000 brev i året.
ønsket_situasjon: De fleste får brevet digitalt.
minimumskrav: ingen
gap:
  - {navn: Brev på papir, nå: 400 brev/uke, ønsket: 50 brev/uke, kilde: Postlogg}
alternativer:
  - {navn: Fortsette som i dag, vurdering: Dyrt}
  - {navn: Digital post, vurdering: Best, valgt: ja}
forutsetninger:
  brev: {verdi: 20 000 brev/år, kilde: Postlogg}
  porto: {lav: 20 kr/brev, verdi: 24 kr/brev, høy: 30 kr/brev, kilde: Posten}
gevinster:
  - {navn: Spart porto, type: unngåtte kostnader, beregning: brev × porto, kilde: Postlogg}
kostnader:
  - {navn: Lisens, type: drift, beløp: 60 000 kr/år, kilde: Tilbud}
  - {navn: Opplæring, type: omstilling, beløp: 40 000 kr, kilde: Tilbud}
levetid: 5 år
";

#[test]
fn a_slip_in_one_of_three_points_is_one_finding() {
    let rules = |file: &str| -> Vec<&str> {
        told(&Slip::default(), file).into_iter().map(|(rule, _)| rule).collect()
    };
    assert_eq!(rules(DEEP), [""; 0]);
    for (low, rule) in [
        ("20 kr", "feil-dimensjon"),
        ("28 kr/brev", "trepunkt-i-uorden"),
        ("20 kr/brv", "feil-dimensjon"),
        ("ca. 20 kr/brev", "uleselig-mengde"),
        ("20", "tall-uten-enhet"),
    ] {
        assert_eq!(rules(&DEEP.replacen("lav: 20 kr/brev", &format!("lav: {low}"), 1)), [rule], "{low}");
    }
}

#[test]
fn a_hundred_slips_are_told_and_mended_by_what_they_are_told() {
    let slips = slips();
    assert!(slips.len() >= 100, "{}", slips.len());
    let mut wrong = Vec::new();
    for slip in &slips {
        let (right, slipped) = files(slip);
        let (clean, found) = (told(slip, &right), told(slip, &slipped));
        let (rule, advice) = slip.told.split_once(": ").unwrap_or((&slip.told, ""));
        let is_told = match &found[..] {
            [] => rule == "read as meant",
            [(one, said)] => *one == rule && said.contains(advice),
            _ => false,
        };
        if !is_told || !clean.is_empty() {
            wrong.push(format!(
                "{}\n  due: {}\n  found: {found:?}\n  mended: {clean:?}",
                slip.name, slip.told
            ));
        }
    }
    assert!(wrong.is_empty(), "{} slips:\n{}", wrong.len(), wrong.join("\n"));
}

/// What the one finding of a case in dypdykk says, and how many lines it takes.
fn deep(case: &str) -> (String, usize) {
    deep_in("nb", case)
}

fn deep_in(language: &str, case: &str) -> (String, usize) {
    let folder = tempfile::tempdir().unwrap();
    super::portfolio::write(folder.path(), "a3.yaml", ORGANISATION);
    super::portfolio::write(folder.path(), "saker/post.yaml", case);
    let output = super::portfolio::a3(folder.path())
        .env("COLUMNS", "100")
        .args(["check", "post", "--dato", "2026-11-24", "--lang", language])
        .output();
    let shown = String::from_utf8(output.unwrap().stdout).unwrap();
    let lines = shown.lines().count();
    (shown.split_whitespace().collect::<Vec<_>>().join(" "), lines)
}

#[test]
fn what_is_to_be_filled_in_is_named_once_for_each_list_and_fits_one_screen() {
    let (start, end) = DEEP.split_once("minimumskrav: ingen").unwrap();
    let (_, end) = end.split_once("forutsetninger:").unwrap();
    let open = format!(
        "{start}minimumskrav: …
gap:
  - navn: …
    nå: …
    ønsket: …
    kilde: …
alternativer:
  - navn: Fortsette som i dag
    vurdering: …
  - navn: …
    vurdering: …
    valgt: …
forutsetninger:{}",
        end.replace(", kilde: Postlogg}", "}").replace(", kilde: Posten}", "}").replace("60 000 kr/år", "…")
    );
    let english = deep_in("en", &open).0;
    assert!(
        english.contains("“navn”, “nå”, “ønsket” and “kilde” in “gap”") && !english.contains('«'),
        "{english}"
    );
    let (said, lines) = deep(&open);
    assert!(lines <= 30, "{lines}: {said}");
    assert!(
        said.contains(
            "«navn», «nå», «ønsket» og «kilde» i «gap», «vurdering», «navn» og «valgt» i «alternativer»"
        ),
        "{said}"
    );
    assert!(said.contains("«kilde» på «brev»") && said.contains("«beløp» i «kostnader»"), "{said}");
    assert!(said.contains("Bytt ut hver «…» i saken med det dere vet."), "{said}");
    assert_eq!(said.matches("«gap»").count(), 1, "{said}");
}

#[test]
fn two_alternatives_in_one_text_are_shown_as_the_list_they_are() {
    let (start, end) = DEEP.split_once("alternativer:").unwrap();
    let (_, end) = end.split_once("forutsetninger:").unwrap();
    let with = |alternatives: &str| format!("{start}alternativer: {alternatives}\nforutsetninger:{end}");
    let mended = "[{navn: Som i dag}, {navn: ny vaktplan, valgt: ja}]";
    let (said, _) = deep(&with("Som i dag, ny vaktplan"));
    assert!(said.contains(&format!("«alternativer: {mended}»")), "{said}");
    assert_eq!(deep(&with(mended)).0, "Ingenting å rette i 1 sak.");
    let (said, _) = deep(&with("\n  - {navn: Som i dag, vurdering: Dyrt}"));
    assert!(said.contains("radene det gjelder: «- {navn: …, valgt: ja}»"), "{said}");
}
