//! Leadership's own decisions that cannot be kept, or decide nothing: in `check` where they stand, and
//! in `rank` by what is said and how it ends.

use super::choice::{case, decided};
use super::portfolio::{a3, today, write};
use std::path::Path;

const ORGANISATION: &str = "a3: 1\nbudsjettår: 2027\nområder: [Helse, Stab]\n";
const FRAMES: &str = "rammer: {investering: {2027: 100 kr}}\n";
const STARTED: &str = "oppstart: 2027\n";

fn repository(more: &str, cases: &[(&str, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{more}"));
    for (id, text) in cases {
        write(folder.path(), &format!("saker/{id}.yaml"), text);
    }
    folder
}

/// The findings about locks: rule, line, column and title.
fn found(folder: &Path) -> Vec<(&'static str, usize, usize, String)> {
    let report =
        a3::report::check(&a3::repository::Repository::open(&[folder.to_owned()]).unwrap(), today()).unwrap();
    let about = report.located().filter(|(_, finding)| finding.rule.starts_with("lås-"));
    let one = |(file, finding): (&a3::diagnostic::FileFindings, &a3::diagnostic::Finding)| {
        assert_eq!(file.source.path, "a3.yaml");
        let at = file.source.position(finding.span.start);
        (finding.rule, at.line, at.column, finding.title.nb.clone())
    };
    about.map(one).collect()
}

fn finding(lock: &str, case: String) -> Option<(&'static str, String)> {
    let folder = repository(&format!("prioritering:\n  låst:\n    a: {{{lock}}}\n"), &[("a", case)]);
    let mut found = found(folder.path());
    assert!(found.len() <= 1, "{found:?}");
    let (rule, line, _, title) = found.pop()?;
    assert_eq!(line, 6);
    Some((rule, title))
}

fn is(rule: &'static str, title: &str) -> Option<(&'static str, String)> {
    Some((rule, title.to_owned()))
}

const BROKEN: &str = "lås-som-ikke-holder";
const IDLE: &str = "lås-uten-virkning";

#[test]
fn a_lock_that_holds_is_no_finding() {
    assert_eq!(finding("valg: inn", case(1, STARTED)), None);
    assert_eq!(finding("valg: inn, oppstart: 2029", case(1, STARTED)), None);
    assert_eq!(finding("valg: ut", case(1, STARTED)), None);
    assert_eq!(finding("valg: ut", case(1, "")), None, "what cannot be chosen may be locked out");
}

#[test]
fn a_case_that_cannot_be_chosen_cannot_be_locked_in() {
    let lacks =
        "«a» er låst inn, men mangler levetid eller en oppstart som ikke er passert, og kan ikke velges";
    assert_eq!(finding("valg: inn", case(1, "")), is(BROKEN, lacks));
    let wrong = "«a» er låst inn, men har feil og kan ikke velges";
    assert_eq!(finding("valg: inn", case(1, "oppstart: 2027\ntull: ja\n")), is(BROKEN, wrong));
    assert_eq!(finding("valg: inn", "a3: [\n".to_owned()), is(BROKEN, wrong));
    let overview = "a3: 1\nnivå: virksomhet\ntittel: Oversikt\nområde: Stab\neier: Lars\n\
                    delområder: [{navn: Post, nå: a, ønsket: b, anslag: 1 kr/år, utfordringer: c, muligheter: d, må_gjøres: ja, dypdykk: nei}]\n";
    let found = finding("valg: inn", overview.to_owned());
    assert_eq!(found.unwrap().0, BROKEN);
}

#[test]
fn a_decided_case_cannot_be_locked_out_or_moved_and_need_not_be_locked_in() {
    let case = || case(1, &format!("{STARTED}{}", decided("nei")));
    assert_eq!(finding("valg: ut", case()), is(BROKEN, "«a» er låst ut, men er besluttet"));
    let moved = "«a» er låst til oppstart 2029, men er besluttet med oppstart 2027";
    assert_eq!(finding("valg: inn, oppstart: 2029", case()), is(BROKEN, moved));
    let idle = "«a» er låst inn, men er alt besluttet";
    assert_eq!(finding("valg: inn", case()), is(IDLE, idle));
    assert_eq!(finding("valg: inn, oppstart: 2027", case()), is(IDLE, idle));
}

#[test]
fn a_finished_case_is_no_more_to_be_locked() {
    let finished = || case(1, STARTED).replace("fase: overblikk", "fase: avsluttet");
    for lock in ["valg: inn", "valg: ut"] {
        assert_eq!(finding(lock, finished()), is(IDLE, "«a» er låst, men er avsluttet"));
    }
}

#[test]
fn a_rule_can_be_graded_as_the_organisation_wants() {
    let locks = "prioritering: {låst: {a: {valg: inn}}}\n";
    let folder = repository(&format!("{locks}regler: {{lås-som-ikke-holder: av}}\n"), &[("a", case(1, ""))]);
    assert_eq!(found(folder.path()), []);
}

#[test]
fn one_case_checked_alone_says_nothing_of_locks_on_others() {
    let cases = [("a", case(1, "")), ("b", case(1, STARTED))];
    let folder = repository("prioritering: {låst: {a: {valg: inn}}}\n", &cases);
    let report = a3::report::check(
        &a3::repository::Repository::open(&[folder.path().join("saker/b.yaml")]).unwrap(),
        today(),
    )
    .unwrap();
    assert!(report.located().all(|(_, finding)| !finding.rule.starts_with("lås-")));
}

#[test]
fn rank_ends_with_1_where_a_lock_is_not_kept_and_says_so_at_the_top() {
    let ranked = |lock: &str, text: String| {
        let frames = format!("{FRAMES}prioritering: {{låst: {{a: {{{lock}}}}}}}\n");
        let folder = repository(&frames, &[("a", text), ("b", case(1, STARTED))]);
        let output = a3(folder.path()).args(["rank", "--alt", "--uten-usikkerhet"]).output().unwrap();
        let page = String::from_utf8(output.stdout).unwrap();
        (page.split_whitespace().collect::<Vec<_>>().join(" "), output.status.code())
    };
    let is_decided = || case(1, &format!("{STARTED}{}", decided("nei")));
    for (lock, text, words) in [
        ("valg: inn", case(1, ""), "! a er låst inn, men er ikke med: mangler oppstart."),
        ("valg: ut", is_decided(), "! a er låst ut, men er besluttet, og er derfor med."),
        (
            "valg: inn, oppstart: 2028",
            is_decided(),
            "! a er låst til oppstart 2028, men er besluttet med oppstart 2027",
        ),
    ] {
        let (page, code) = ranked(lock, text);
        assert_eq!(code, Some(1), "{page}");
        assert!(page.find(words).is_some_and(|at| Some(at) < page.find("Valgt")), "{page}");
    }
    assert_eq!(ranked("valg: inn", is_decided()).1, Some(0));
    assert_eq!(ranked("valg: inn", case(1, STARTED)).1, Some(0));
}
