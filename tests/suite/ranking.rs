//! The list without frames: a permutation, unmoved by the order of files, and never reordered by
//! taking one case out.

use super::portfolio::{GOOD_CASE, ORGANISATION, today, write};
use a3::calc::Payback;
use a3::choose::{self, Candidate, Reason, Standing, TieBreak, Verdict};
use a3::model::Method;
use a3::report;
use a3::units::Decimal;
use proptest::prelude::*;
use std::path::Path;

/// What makes one random case differ from another in the list.
#[derive(Debug, Clone)]
struct Drawn {
    benefit: u32,
    cost: u32,
    assessed: bool,
    must: bool,
    decided: bool,
    quality: bool,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let money = prop_oneof![Just(100_000_u32), 1_000_u32..900_000];
    (money.clone(), money, any::<bool>(), 0_u8..5, 0_u8..6, any::<bool>()).prop_map(
        |(benefit, cost, assessed, must, decided, quality)| Drawn {
            benefit,
            cost,
            assessed: assessed || must > 2,
            must: must == 0,
            decided: decided == 0,
            quality,
        },
    )
}

fn text(case: &Drawn) -> String {
    let mut text = GOOD_CASE.replace("96 000", &case.benefit.to_string());
    if case.quality {
        text += "  - {navn: Tryggere, type: økt kvalitet, betydning: høy, omfang: lite positivt, kilde: x, eier: y}\n";
    }
    text += &format!(
        "kostnader:\n  - {{navn: Lisens, type: drift, beløp: {} kr/år, kilde: Tilbud}}\n",
        case.cost
    );
    if case.must {
        text += "minimumskrav:\n  - {krav: Forsvarlig, hjemmel: § 1, oppfylt: nei, etter: ja}\n";
    }
    if case.decided {
        text += "vedtak: [{dato: 2026-01-10, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: nei}]\n";
    }
    if case.assessed {
        text += "oppstart: 2027\nlevetid: 5 år\n";
    }
    text
}

fn ranked(folder: &Path, cases: &[(String, &Drawn)]) -> Vec<(String, Standing)> {
    let _ = std::fs::remove_dir_all(folder.join("saker"));
    write(folder, "a3.yaml", ORGANISATION);
    for (id, case) in cases {
        write(folder, &format!("saker/{id}.yaml"), &text(case));
    }
    let appraised =
        report::appraise(&a3::repository::Repository::open(&[folder.to_owned()]).unwrap(), today()).unwrap();
    assert!(appraised.omitted.is_empty(), "{:?}", appraised.omitted);
    let list = report::rank(&appraised, None);
    let id = |candidate: usize| list.candidates[candidate].case.id.clone();
    list.ranking.entries.iter().map(|entry| (id(entry.candidate), entry.standing)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_case_stands_once_and_removing_one_never_reorders_the_rest(
        cases in prop::collection::vec(drawn(), 2..7),
        removed in any::<prop::sample::Index>(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut named: Vec<(String, &Drawn)> =
            cases.iter().enumerate().map(|(n, case)| (format!("sak-{n}"), case)).collect();
        let whole = ranked(folder.path(), &named);
        let mut ids: Vec<&String> = whole.iter().map(|(id, _)| id).collect();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), cases.len());
        prop_assert!(whole.windows(2).all(|pair| pair[0].1 <= pair[1].1));

        let (gone, _) = named.remove(removed.index(cases.len()));
        let rest = ranked(folder.path(), &named);
        let order: Vec<&String> = rest.iter().map(|(id, _)| id).collect();
        // A must-case that a decided case met may become must again when that one goes.
        let was_decided = whole.iter().any(|(id, standing)| *id == gone && *standing == Standing::Decided);
        if !was_decided {
            let expected: Vec<&String> = whole.iter().map(|(id, _)| id).filter(|id| **id != gone).collect();
            prop_assert_eq!(order, expected);
        }
    }
}

#[test]
fn must_comes_before_may_and_ties_go_to_the_first_id() {
    let folder = tempfile::tempdir().unwrap();
    let plain =
        Drawn { benefit: 500_000, cost: 1_000, assessed: true, must: false, decided: false, quality: false };
    let poor_must = Drawn { benefit: 1_000, cost: 900_000, must: true, ..plain.clone() };
    let unassessed = Drawn { assessed: false, ..plain.clone() };
    let decided = Drawn { decided: true, ..plain.clone() };
    let cases = [
        ("b".to_owned(), &plain),
        ("a".to_owned(), &plain),
        ("c".to_owned(), &unassessed),
        ("d".to_owned(), &poor_must),
        ("e".to_owned(), &decided),
    ];
    let order: Vec<String> = ranked(folder.path(), &cases).into_iter().map(|(id, _)| id).collect();
    assert_eq!(order, ["e", "d", "a", "b", "c"]);
}

/// The cases of a folder with the given files, appraised.
fn appraised(files: &[(&str, String)]) -> report::Appraised {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    for (id, text) in files {
        write(folder.path(), &format!("saker/{id}.yaml"), text);
    }
    let appraised =
        report::appraise(&a3::repository::Repository::open(&[folder.path().to_owned()]).unwrap(), today())
            .unwrap();
    assert!(appraised.omitted.is_empty(), "{:?}", appraised.omitted);
    appraised
}

const PLAIN: Drawn =
    Drawn { benefit: 500_000, cost: 1_000, assessed: true, must: false, decided: false, quality: false };

#[test]
fn a_tie_goes_to_the_shorter_payback_and_never_comes_last() {
    let appraised = appraised(&[("a", text(&PLAIN)), ("b", text(&PLAIN)), ("c", text(&PLAIN))]);
    let years = |number: u32| Payback::Years(Decimal::from(number));
    let paybacks = [Payback::Never, years(3), years(2)];
    let with = |(case, payback): (&report::AppraisedCase, Payback)| {
        let mut appraisal = case.appraisal.clone();
        appraisal.value.as_mut().unwrap().payback = payback;
        (case.case.clone(), appraisal)
    };
    let changed: Vec<_> = appraised.cases.iter().zip(paybacks).map(with).collect();
    let candidates: Vec<Candidate<'_>> =
        changed.iter().map(|(case, appraisal)| Candidate { case, appraisal, lacks: None }).collect();
    let list = choose::rank(&candidates, Method::NetPresentValue);
    let order: Vec<&str> =
        list.entries.iter().map(|entry| candidates[entry.candidate].case.id.as_str()).collect();
    assert_eq!(order, ["c", "b", "a"]);
    assert!(matches!(list.entries[1].reason, Reason::Value { tie: Some(TieBreak::Payback), .. }));
}

#[test]
fn only_quality_that_counts_for_a_case_asks_for_judgement() {
    let losing = text(&Drawn { benefit: 1_000, cost: 900_000, ..PLAIN });
    let quality = |extent: &str| {
        let row = format!(
            "  - {{navn: Tryggere, type: økt kvalitet, betydning: liten, omfang: {extent}, kilde: x, eier: y}}\n"
        );
        losing.replace("kostnader:\n", &format!("{row}kostnader:\n"))
    };
    let appraised = appraised(&[
        ("ingen", losing.clone()),
        ("null", quality("lite positivt")),
        ("minus", quality("stort negativt")),
        ("pluss", quality("stort positivt")),
    ]);
    let list = report::rank(&appraised, None);
    for entry in &list.ranking.entries {
        let expected = if list.candidates[entry.candidate].case.id == "pluss" {
            Verdict::Judgement
        } else {
            Verdict::NotProfitable
        };
        assert_eq!(entry.verdict, expected, "{}", list.candidates[entry.candidate].case.id);
    }
}

#[test]
fn a_decided_case_meets_the_requirement_for_the_others() {
    let must = text(&Drawn { must: true, ..PLAIN });
    let decided = text(&Drawn { must: true, decided: true, ..PLAIN });
    let standing = |first: &String| {
        let appraised = appraised(&[("a", first.clone()), ("b", must.clone())]);
        let list = report::rank(&appraised, None);
        let entries = list.ranking.entries.iter();
        let of_b = entries.filter(|entry| list.candidates[entry.candidate].case.id == "b");
        of_b.map(|entry| entry.standing).collect::<Vec<_>>()
    };
    assert_eq!(standing(&must), [Standing::Must]);
    assert_eq!(standing(&decided), [Standing::May]);
}

#[test]
fn a_rejected_case_stands_apart_without_a_place_and_meets_no_requirement() {
    let rejected = "vedtak: [{dato: 2026-01-10, beslutning: avvist}]\n";
    let must = text(&Drawn { must: true, ..PLAIN });
    let appraised = appraised(&[("a", format!("{must}{rejected}")), ("b", must), ("c", text(&PLAIN))]);
    let list = report::rank(&appraised, None);
    let of: Vec<_> = list.ranking.entries.iter().map(|entry| (entry.standing, entry.place)).collect();
    assert_eq!(of, [(Standing::Must, Some(1)), (Standing::May, Some(2)), (Standing::Rejected, None)]);
    let Reason::Mandatory { requirements } = &list.ranking.entries[0].reason else { panic!("b is must") };
    assert_eq!(requirements[0].alternatives, Vec::<String>::new(), "a rejected case is no alternative");
    assert_eq!(list.ranking.entries[2].reason, Reason::Rejected { by: None, unmet: Vec::new() });
}
