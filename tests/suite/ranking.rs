//! The list without frames: a permutation, unmoved by the order of files, and never reordered by
//! taking one case out.

use super::portfolio::{GOOD_CASE, ORGANISATION, today, write};
use super::reports::listed;
use a3::calc::Payback;
use a3::choose::{Because, Candidate, Choice, ChoiceLine, Effort, Met, Other, Placing, Reason, Standing};
use a3::choose::{TieBreak, Timing, Verdict, Waits, Why};
use a3::report;
use a3::repository::Repository;
use a3::units::{Decimal, Kroner};
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
    /// Other cases it requires and excludes, and whether it is locked in or out.
    bonds: Bonds,
}

#[derive(Debug, Clone, Default)]
struct Bonds {
    requires: Option<usize>,
    excludes: Option<usize>,
    lock: Option<&'static str>,
    later: bool,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let money = prop_oneof![Just(100_000_u32), 1_000_u32..900_000];
    let other = || prop_oneof![3 => Just(None), 1 => (0_usize..7).prop_map(Some)];
    let lock = prop_oneof![6 => Just(None), 1 => Just(Some("inn")), 1 => Just(Some("ut"))];
    let bonds = (other(), other(), lock, any::<bool>()).prop_map(|(requires, excludes, lock, later)| Bonds {
        requires,
        excludes,
        lock,
        later,
    });
    (money.clone(), money, any::<bool>(), 0_u8..5, 0_u8..6, any::<bool>(), bonds).prop_map(
        |(benefit, cost, assessed, must, decided, quality, bonds)| Drawn {
            benefit,
            cost,
            assessed: assessed || must > 2,
            must: must == 0,
            decided: decided == 0,
            quality,
            bonds,
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
    if case.bonds.later {
        text += "senest: 2029\n";
    }
    for (field, other) in [("krever", case.bonds.requires), ("utelukker", case.bonds.excludes)] {
        text += &other.map(|other| format!("{field}: [sak-{other}]\n")).unwrap_or_default();
    }
    text
}

/// The organisation of cases, with those of them that are locked.
fn organisation(cases: &[(String, &Drawn)]) -> String {
    let locked = cases.iter().filter_map(|(id, case)| Some((id, case.bonds.lock?)));
    let locks: Vec<String> = locked.map(|(id, lock)| format!("{id}: {{valg: {lock}}}")).collect();
    format!("{ORGANISATION}prioritering: {{låst: {{{}}}}}\n", locks.join(", "))
}

fn ranked(folder: &Path, cases: &[(String, &Drawn)]) -> Vec<(String, Standing)> {
    let _ = std::fs::remove_dir_all(folder.join("saker"));
    write(folder, "a3.yaml", &organisation(cases));
    for (id, case) in cases {
        write(folder, &format!("saker/{id}.yaml"), &text(case));
    }
    let appraised = report::appraise(&Repository::open(&[folder.to_owned()]).unwrap(), today()).unwrap();
    let field = report::field(&appraised, None).unwrap();
    let id = |candidate: usize| field.candidates[candidate].case.id.clone();
    let lines = field.choose(None, Effort::of(0), &|| ()).unwrap().lines;
    lines.iter().map(|line| (id(line.candidate), line.standing)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

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
        prop_assert_eq!(ids.len(), whole.len());
        // One that requires or excludes what is not there has errors, and is left out.
        let has_bonds = |case: &Drawn| case.bonds.requires.is_some() || case.bonds.excludes.is_some();
        prop_assert!(ids.len() == cases.len() || cases.iter().any(has_bonds));
        prop_assert!(whole.windows(2).all(|pair| pair[0].1 <= pair[1].1));

        named.remove(removed.index(cases.len()));
        let rest = ranked(folder.path(), &named);
        let among = |list: &[(String, Standing)], id: &String| list.iter().any(|(other, _)| other == id);
        let order: Vec<&String> =
            rest.iter().map(|(id, _)| id).filter(|id| among(&whole, id)).collect();
        // Those that are what they were stand in the order they stood in, whatever has become of the others.
        let is_as_before = |id: &&String| {
            let of = |list: &[(String, Standing)]| list.iter().find(|(other, _)| other == *id).map(|of| of.1);
            of(&whole) == of(&rest)
        };
        let kept = |list: &[(String, Standing)]| -> Vec<String> {
            list.iter().map(|(id, _)| id).filter(is_as_before).cloned().collect()
        };
        prop_assert_eq!(kept(&rest), kept(&whole));
        // A must-case that a decided case met may become must again when that one goes: it is the one taken out, or
        // one that requires or excludes it, and so has errors.
        let was_decided =
            whole.iter().any(|(id, standing)| *standing == Standing::Decided && !among(&rest, id));
        if !was_decided {
            let expected: Vec<&String> = whole.iter().map(|(id, _)| id).filter(|id| among(&rest, id)).collect();
            prop_assert_eq!(order, expected);
        }
    }
}

#[test]
fn must_comes_before_may_and_ties_go_to_the_first_id() {
    let folder = tempfile::tempdir().unwrap();
    let plain = PLAIN;
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
fn appraised(locks: &str, files: &[(&str, String)]) -> report::Appraised {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{locks}"));
    for (id, text) in files {
        write(folder.path(), &format!("saker/{id}.yaml"), text);
    }
    let appraised =
        report::appraise(&Repository::open(&[folder.path().to_owned()]).unwrap(), today()).unwrap();
    assert!(appraised.omitted.is_empty(), "{:?}", appraised.omitted);
    appraised
}

const FREE: Bonds = Bonds { requires: None, excludes: None, lock: None, later: false };

const PLAIN: Drawn = Drawn {
    benefit: 500_000,
    cost: 1_000,
    assessed: true,
    must: false,
    decided: false,
    quality: false,
    bonds: FREE,
};

/// The list of a folder with these cases, and the ids its lines point at.
struct Listed {
    choice: Choice,
    ids: Vec<String>,
}

impl Listed {
    fn of(files: &[(&str, String)]) -> Self {
        Self::locked("", files)
    }

    fn locked(locks: &str, files: &[(&str, String)]) -> Self {
        let appraised = appraised(locks, files);
        let field = report::field(&appraised, None).unwrap();
        let ids = field.candidates.iter().map(|candidate| candidate.case.id.clone()).collect();
        Self { choice: field.choose(None, Effort::of(0), &|| ()).unwrap(), ids }
    }

    fn line(&self, id: &str) -> &ChoiceLine {
        self.choice.lines.iter().find(|line| self.ids[line.candidate] == id).unwrap()
    }

    fn order(&self) -> Vec<&str> {
        self.choice.lines.iter().map(|line| self.ids[line.candidate].as_str()).collect()
    }

    fn because(&self, id: &str) -> &Because {
        match &self.line(id).why {
            Why::Chosen { because, .. } => because,
            other @ (Why::Plain(_) | Why::Waits { .. } | Why::Nothing) => panic!("{id}: {other:?}"),
        }
    }

    fn waits(&self, id: &str) -> &Waits {
        match &self.line(id).why {
            Why::Waits { because, .. } => because,
            other @ (Why::Plain(_) | Why::Chosen { .. } | Why::Nothing) => panic!("{id}: {other:?}"),
        }
    }
}

#[test]
fn a_tie_goes_to_the_shorter_payback_and_never_comes_last() {
    let appraised = appraised("", &[("a", text(&PLAIN)), ("b", text(&PLAIN)), ("c", text(&PLAIN))]);
    let years = |number: u32| Payback::Years(Decimal::from(number));
    let paybacks = [Payback::Never, years(3), years(2)];
    let with = |(case, payback): (&report::AppraisedCase, Payback)| {
        let mut appraisal = case.appraisal.clone();
        appraisal.value.as_mut().unwrap().payback = payback;
        (case.case.clone(), appraisal)
    };
    let changed: Vec<_> = appraised.cases.iter().zip(paybacks).map(with).collect();
    let candidates: Vec<Candidate<'_>> =
        changed.iter().map(|(case, appraisal)| Candidate { case, appraisal }).collect();
    let list = listed(&candidates, &appraised.organisation);
    let order: Vec<&str> =
        list.lines.iter().map(|line| candidates[line.candidate].case.id.as_str()).collect();
    assert_eq!(order, ["c", "b", "a"]);
    let Why::Chosen { because, .. } = &list.lines[1].why else { panic!("b is on the list") };
    assert_eq!(because, &Because::Placed(Placing::Even(TieBreak::Payback)));
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
    let list = Listed::of(&[
        ("ingen", losing.clone()),
        ("null", quality("lite positivt")),
        ("minus", quality("stort negativt")),
        ("pluss", quality("stort positivt")),
    ]);
    assert_eq!(list.line("pluss").verdict, Verdict::Judgement);
    for id in ["ingen", "null", "minus"] {
        assert_eq!(list.line(id).verdict, Verdict::NotProfitable, "{id}");
    }
}

#[test]
fn a_decided_case_meets_the_requirement_for_the_others() {
    let must = text(&Drawn { must: true, ..PLAIN });
    let decided = text(&Drawn { must: true, decided: true, ..PLAIN });
    let standing =
        |first: &String| Listed::of(&[("a", first.clone()), ("b", must.clone())]).line("b").standing;
    assert_eq!(standing(&must), Standing::Must);
    assert_eq!(standing(&decided), Standing::May);
}

#[test]
fn a_rejected_case_stands_apart_without_a_place_and_meets_no_requirement() {
    let rejected = "vedtak: [{dato: 2026-01-10, beslutning: avvist}]\n";
    let must = text(&Drawn { must: true, ..PLAIN });
    let list = Listed::of(&[("a", format!("{must}{rejected}")), ("b", must), ("c", text(&PLAIN))]);
    let of: Vec<_> = list.choice.lines.iter().map(|line| (line.standing, line.place)).collect();
    assert_eq!(of, [(Standing::Must, Some(1)), (Standing::May, Some(2)), (Standing::Rejected, None)]);
    let Because::Must(requirements) = list.because("b") else { panic!("b is must") };
    assert_eq!(requirements[0].alternatives, Vec::<String>::new(), "a rejected case is no alternative");
    assert_eq!(list.line("a").why, Why::Plain(Reason::Rejected { by: None, unmet: Vec::new() }));
}

fn worth(benefit: u32, bonds: &str) -> String {
    format!("{}{bonds}", text(&Drawn { benefit, ..PLAIN }))
}

#[test]
fn what_is_excluded_keeps_its_place_and_says_by_whom() {
    let list = Listed::of(&[
        ("a", worth(300_000, "")),
        ("b", worth(200_000, "utelukker: [a]\n")),
        ("c", worth(100_000, "")),
    ]);
    assert_eq!(list.order(), ["a", "b", "c"]);
    assert_eq!(list.waits("b"), &Waits::Excluded { by: vec!["a".to_owned()], tie: None });
    assert_eq!((list.line("b").verdict, list.line("b").start), (Verdict::Open, None));
    assert!(list.line("a").start.is_some() && !list.choice.is_limited && list.choice.sum.is_none());
    // Two that a better one excludes come in together where they give more.
    let list = Listed::of(&[
        ("a", worth(300_000, "")),
        ("b", worth(200_000, "utelukker: [a]\n")),
        ("c", worth(200_000, "utelukker: [a]\n")),
    ]);
    assert_eq!(list.order(), ["a", "b", "c"], "the order is by each case's own value");
    assert_eq!(list.waits("a"), &Waits::Excluded { by: vec!["b".to_owned(), "c".to_owned()], tie: None });
}

#[test]
fn what_is_required_says_so_whatever_its_value_and_what_cannot_be_had_says_why() {
    let losing = text(&Drawn { benefit: 1_000, cost: 101_000, ..PLAIN });
    let list = Listed::of(&[("a", worth(300_000, "krever: [b]\n")), ("b", losing.clone())]);
    assert_eq!(list.because("b"), &Because::RequiredBy("a".to_owned()));
    assert_eq!(list.line("b").verdict, Verdict::Open);
    let list = Listed::of(&[("a", worth(50_000, "krever: [b]\n")), ("b", losing)]);
    let Waits::Requires { other, other_is: Other::NotChosen, less: Some(less) } = list.waits("a") else {
        panic!("a requires what does not pay: {:?}", list.line("a").why)
    };
    assert!(other == "b" && less.is_positive());
    assert_eq!(list.line("b").verdict, Verdict::NotProfitable);
}

#[test]
fn one_of_a_group_of_duties_is_enough_and_a_lock_is_kept() {
    let duty = |cost: u32| text(&Drawn { benefit: 1_000, cost, must: true, ..PLAIN });
    let list = Listed::of(&[("a", duty(500_000)), ("b", duty(400_000))]);
    assert_eq!(list.order(), ["b", "a"]);
    let met = Met { requirement: "Forsvarlig".to_owned(), alternatives: vec!["a".to_owned()] };
    assert_eq!(list.because("b"), &Because::Must(vec![met]));
    assert_eq!(list.waits("a"), &Waits::DutyMet { by: "b".to_owned() });
    let locks = "prioritering: {låst: {c: {valg: ut}, d: {valg: inn, oppstart: 2028}}}\n";
    let poor = text(&Drawn { benefit: 1_000, cost: 500_000, ..PLAIN });
    let list = Listed::locked(locks, &[("c", worth(500_000, "")), ("d", poor), ("e", worth(1_000_000, ""))]);
    assert_eq!(list.order(), ["e", "c", "d"]);
    assert_eq!(list.waits("c"), &Waits::LockedOut);
    let cost = list.line("c").lock.as_ref().and_then(|lock| lock.cost).unwrap();
    assert!(cost.value > Kroner::ZERO);
    assert_eq!(
        (list.because("d"), list.line("d").start.map(|start| start.number())),
        (&Because::Locked, Some(2028))
    );
}

#[test]
fn the_reason_of_a_place_is_true_also_below_what_must_be_done() {
    let must = |benefit: u32| text(&Drawn { benefit, must: true, ..PLAIN });
    let list = Listed::of(&[("a", must(900_000)), ("b", worth(300_000, "")), ("c", worth(200_000, ""))]);
    assert_eq!(list.because("b"), &Because::Placed(Placing::HighestOfMay));
    let Because::Placed(Placing::Behind(behind)) = list.because("c") else { panic!("c is behind b") };
    let value = |id: &str| list.line(id).value.unwrap();
    assert_eq!(Ok(*behind), value("b").minus(value("c")));
    let Why::Chosen { timing, .. } = &list.line("b").why else { panic!("b is on the list") };
    assert_eq!(timing, &Timing::Earliest);
    let list = Listed::of(&[("a", must(100_000)), ("b", worth(300_000, ""))]);
    assert_eq!(list.because("b"), &Because::Placed(Placing::Highest));
}
