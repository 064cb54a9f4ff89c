//! The list without frames: a permutation, unmoved by the order of files, and never reordered by
//! taking one case out.

use super::portfolio::{GOOD_CASE, ORGANISATION, today, write};
use a3::choose::Standing;
use a3::flow;
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
    let appraised = flow::appraise(&[folder.to_owned()], today()).unwrap();
    assert!(appraised.omitted.is_empty(), "{:?}", appraised.omitted);
    let list = flow::rank(&appraised, None);
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
