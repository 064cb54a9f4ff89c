//! `må-saker-i-strid`: cases that must be done and cannot all be, on the lines that say so.

use super::choice::{case, choose, decided};
use super::portfolio::today;
use a3::repository::Buffer;
use proptest::prelude::*;

const ORGANISATION: &str = "a3: 1\nbudsjettår: 2027\nområder: [Helse, Stab]\n";

/// A case that starts in 2027, takes some unmet requirements to met, and says more.
fn meets(duties: &[&str], more: &str) -> String {
    let rows =
        duties.iter().map(|duty| format!("  - {{krav: {duty}, hjemmel: § 1, oppfylt: nei, etter: ja}}\n"));
    let rows: String = rows.collect();
    let list = if duties.is_empty() { String::new() } else { format!("minimumskrav:\n{rows}") };
    case(1, &format!("oppstart: 2027\n{list}{more}"))
}

/// Where the rule fires: the file's stem and the text of the line, with the title.
fn found(locks: &str, cases: &[(&str, String)]) -> Vec<(String, String, String)> {
    let organisation = Buffer::default().with("a3.yaml", format!("{ORGANISATION}{locks}"));
    let texts = cases
        .iter()
        .fold(organisation, |texts, (id, text)| texts.with(&format!("saker/{id}.yaml"), text.as_str()));
    let report = a3::report::check(&texts.open(), today()).unwrap();
    let of_rule = report.located().filter(|(_, finding)| finding.rule == "må-saker-i-strid");
    let one = |(file, finding): (&a3::diagnostic::FileFindings, &a3::diagnostic::Finding)| {
        let line = file.source.position(finding.span.start).line;
        let (_, text) = cases.iter().find(|(id, _)| file.case.as_deref() == Some(id)).unwrap();
        let text = text.lines().nth(line - 1).unwrap().trim().to_owned();
        (file.case.clone().unwrap(), text, finding.title.nb.clone())
    };
    of_rule.map(one).collect()
}

fn at(case: &str, line: &str, title: &str) -> (String, String, String) {
    (case.to_owned(), line.to_owned(), title.to_owned())
}

const LOCKED_OUT: &str = "prioritering: {låst: {b: {valg: ut}}}\n";

#[test]
fn two_that_exclude_each_other_are_told_on_the_line_that_says_so() {
    let title = "Denne saken og «b» må begge gjøres, men utelukker hverandre";
    let cases = [("a", meets(&["K1"], "utelukker: [b]\n")), ("b", meets(&["K2"], ""))];
    assert_eq!(found("", &cases), [at("a", "utelukker: [b]", title)]);
    let may = [("a", meets(&["K1"], "utelukker: [b]\n")), ("b", meets(&["K1"], ""))];
    assert_eq!(found("", &may), [], "one of a group is enough");
}

#[test]
fn of_three_cases_a_group_is_bound_when_the_others_exclude_it() {
    let cases =
        [("a", meets(&["K1"], "utelukker: [b, c]\n")), ("b", meets(&["K2"], "")), ("c", meets(&["K2"], ""))];
    let row = "- {krav: K2, hjemmel: § 1, oppfylt: nei, etter: ja}";
    assert_eq!(found("", &cases), [at("b", row, "Ingen av sakene som oppfyller «K2», kan være med")]);
    // With one of them free, the duty can be met.
    let free = [cases[0].clone(), cases[1].clone(), cases[2].clone(), ("d", meets(&["K2"], ""))];
    assert_eq!(found("", &free), []);
}

#[test]
fn what_is_left_of_a_group_after_a_lock_may_be_excluded() {
    let cases =
        [("a", meets(&["K1"], "utelukker: [c]\n")), ("b", meets(&["K2"], "")), ("c", meets(&["K2"], ""))];
    assert_eq!(found("", &cases), [], "b meets it");
    let row = "- {krav: K2, hjemmel: § 1, oppfylt: nei, etter: ja}";
    assert_eq!(found(LOCKED_OUT, &cases), [at("b", row, "Ingen av sakene som oppfyller «K2», kan være med")]);
}

#[test]
fn what_a_must_case_requires_must_be_in_too() {
    let cases = [
        ("a", meets(&["K1"], "krever: [x]\n")),
        ("b", meets(&["K2"], "utelukker: [x]\n")),
        ("x", meets(&[], "")),
    ];
    let title = "Denne saken og «x» må begge gjøres, men utelukker hverandre";
    assert_eq!(found("", &cases), [at("b", "utelukker: [x]", title)]);
    // Also a step further on.
    let far = [
        ("a", meets(&["K1"], "krever: [y]\n")),
        ("b", meets(&["K2"], "utelukker: [x]\n")),
        ("x", meets(&[], "")),
        ("y", meets(&[], "krever: [x]\n")),
    ];
    assert_eq!(found("", &far), [at("b", "utelukker: [x]", title)]);
}

#[test]
fn what_a_must_case_requires_cannot_be_locked_out() {
    let cases = [("a", meets(&["K1"], "krever: [b]\n")), ("b", meets(&[], ""))];
    let title = "Denne saken må gjøres og krever «b», men «b» er låst ut i a3.yaml";
    assert_eq!(found(LOCKED_OUT, &cases), [at("a", "krever: [b]", title)]);
    assert_eq!(found("", &cases), []);
}

#[test]
fn a_lone_case_and_a_whole_group_cannot_be_locked_out() {
    let row = "- {krav: K1, hjemmel: § 1, oppfylt: nei, etter: ja}";
    let lone = [("b", meets(&["K1"], ""))];
    let title = "Bare denne saken kan oppfylle «K1», men den er låst ut i a3.yaml";
    assert_eq!(found(LOCKED_OUT, &lone), [at("b", row, title)]);
    let group = [("b", meets(&["K1"], "")), ("c", meets(&["K1"], ""))];
    assert_eq!(found(LOCKED_OUT, &group), []);
    let both = "prioritering: {låst: {b: {valg: ut}, c: {valg: ut}}}\n";
    assert_eq!(found(both, &group), [at("b", row, "Ingen av sakene som oppfyller «K1», kan være med")]);
}

#[test]
fn a_decided_case_may_stand_in_the_way_from_either_side() {
    let settled = |more: &str| meets(&[], &format!("{more}{}", decided("nei")));
    let cases = [("a", meets(&["K1"], "utelukker: [d]\n")), ("d", settled(""))];
    let title = "Denne saken må gjøres, men utelukker «d», som er besluttet";
    assert_eq!(found("", &cases), [at("a", "utelukker: [d]", title)]);
    let cases = [("a", meets(&["K1"], "")), ("d", settled("utelukker: [a]\n"))];
    let title = "Denne saken er besluttet, men utelukker «a», som må gjøres";
    assert_eq!(found("", &cases), [at("d", "utelukker: [a]", title)]);
}

#[test]
fn a_case_that_requires_what_it_excludes_is_told_once_and_elsewhere() {
    let cases = [("a", meets(&["K1"], "krever: [b]\nutelukker: [b]\n")), ("b", meets(&[], ""))];
    assert_eq!(found("", &cases), []);
}

/// A case drawn: which requirements it meets, what it requires and excludes, and whether it is decided.
type Drawn = (Vec<usize>, Option<usize>, Option<usize>, bool);

fn written(own: usize, (duties, requires, excludes, is_decided): &Drawn) -> String {
    let duties: Vec<String> = duties.iter().map(|duty| format!("K{duty}")).collect();
    let duties: Vec<&str> = duties.iter().map(String::as_str).collect();
    let other = |key: &str, other: &Option<usize>| match other {
        Some(other) if *other != own => format!("{key}: [s{other}]\n"),
        Some(_) | None => String::new(),
    };
    let vedtak = if *is_decided { decided("nei") } else { String::new() };
    meets(&duties, &format!("{}{}{vedtak}", other("krever", requires), other("utelukker", excludes)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn where_it_is_found_no_choice_holds(
        drawn in prop::collection::vec(
            (
                prop::collection::btree_set(0_usize..3, 0..=2).prop_map(|set| set.into_iter().collect()),
                prop::option::weighted(0.4, 0_usize..5),
                prop::option::weighted(0.5, 0_usize..5),
                prop::bool::weighted(0.1),
            ),
            5,
        ),
        out in prop::collection::btree_set(0_usize..5, 0..=2),
    ) {
        let cases: Vec<(String, String)> =
            drawn.iter().enumerate().map(|(own, one)| (format!("s{own}"), written(own, one))).collect();
        let cases: Vec<(&str, String)> = cases.iter().map(|(id, text)| (id.as_str(), text.clone())).collect();
        let out: Vec<String> = out.iter().map(|place| format!("s{place}: {{valg: ut}}")).collect();
        let locks = format!("prioritering: {{låst: {{{}}}}}\n", out.join(", "));
        let locks = if out.is_empty() { String::new() } else { locks };
        let found = found(&locks, &cases);
        if found.is_empty() {
            return Ok(());
        }
        let choice = choose(&locks, &cases).choice;
        // Cases with errors of another kind are not chosen from, and then neither is the whole.
        let is_whole = choice.lines.len() == cases.len();
        prop_assume!(is_whole);
        prop_assert!(choice.conflict().is_some(), "{:?}", found);
    }
}
