//! `utelukker` and `krever` among the cases of a budget: what does not hold is said.

use super::budget::{budget_of, held, night, with_id};
use super::budget_command::{folder, posted, printed, run, told};
use super::portfolio::write;
use super::sample::{avoided, case, single, solvik, year};
use a3::budget::{BrokenBond, broken_bonds};
use a3::model::{Case, Phase};

fn saying(id: &str, requires: &[&str], excludes: &[&str]) -> Case {
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    let case = with_id(id, case(8, vec![avoided("a", single("1 kr/år"))], vec![]));
    Case { requires: ids(requires), excludes: ids(excludes), ..case }
}

/// What does not hold when those of `all` with these ids are carried out.
fn broken(all: &[Case], ids: &[&str]) -> Vec<BrokenBond> {
    let carried_out: Vec<Case> = all.iter().filter(|case| ids.contains(&case.id.as_str())).cloned().collect();
    broken_bonds(&budget_of(&carried_out, &solvik(), &night()).cases, all)
}

#[test]
fn two_that_exclude_each_other_are_one_pair_whoever_says_it() {
    let both = [BrokenBond::BothIn { one: 0, other: 1 }];
    let all = [saying("a", &[], &["b", "x", "a"]), saying("b", &[], &["a"])];
    assert_eq!(broken(&all, &["a", "b"]), both);
    assert_eq!(broken(&all, &["a"]), []);
    assert_eq!(broken(&[saying("a", &[], &[]), saying("b", &[], &["a"])], &["a", "b"]), both);
    let one_held = [held(all[0].clone()), all[1].clone()];
    assert_eq!(broken(&one_held, &["a", "b"]), both, "what today's budget holds keeps the other out");
    assert_eq!(broken(&all.map(held), &["a", "b"]), [], "both are in today's budget");
}

#[test]
fn what_is_required_must_be_in_from_the_same_year_or_be_decided_or_finished() {
    let finished = Case { phase: Phase::Closed, ..saying("c", &[], &[]) };
    let under_way = Case { phase: Phase::Implementation, ..saying("d", &[], &[]) };
    let later = Case { start: Some(year(2028)), ..saying("b", &[], &[]) };
    let all = [saying("a", &["b", "c", "d", "e"], &[]), later, finished, under_way];
    let missing = |id: &str| BrokenBond::Missing { case: 0, required: id.to_owned() };
    assert_eq!(broken(&all, &["a"]), [missing("b"), missing("e")]);
    assert_eq!(broken(&all, &["a", "b"]), [missing("e"), BrokenBond::Later { case: 0, required: 1 }]);
    let all = all.map(|case| if case.id == "a" { held(case) } else { case });
    assert_eq!(broken(&all, &["a"]), [], "what today's budget holds asks for nothing");
}

/// digital-post, and a case beside it that says this of it.
fn beside(bond: &str) -> tempfile::TempDir {
    let folder = folder(None);
    let other = posted().replace("Digital post", "Post på papir");
    write(folder.path(), "saker/papir.yaml", &format!("{other}{bond}"));
    folder
}

#[test]
fn a_pair_that_cannot_both_be_carried_out_is_named_and_is_exit_1() {
    let folder = beside("utelukker: [digital-post]\n");
    let output = run(folder.path(), &["--alle", "--sammendrag"]);
    let shown = printed(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        shown.contains(
            "feil[utelukker-sak-som-er-med]: «digital-post» og «papir» utelukker hverandre, men begge er med."
        ),
        "{shown}"
    );
    assert!(shown.contains("(saker/papir.yaml:"), "{shown}");
    assert_eq!(output.status.code(), Some(1));
    let told = told(folder.path(), &["--saker", "papir,digital-post"]);
    assert_eq!(told["advarsler"][0]["grad"], "feil");
    let found = &told["funn"][0];
    assert_eq!((&found["regel"], &found["sak"]), (&"utelukker-sak-som-er-med".into(), &"papir".into()));
    assert_eq!(run(folder.path(), &["--saker", "papir"]).status.code(), Some(0));
}

#[test]
fn a_required_case_that_is_not_in_is_named() {
    let folder = beside("krever: [digital-post]\n");
    let warning = &told(folder.path(), &["--saker", "papir"])["advarsler"][0];
    assert_eq!(warning["grad"], "advarsel");
    assert!(
        warning["tekst"].as_str().unwrap().starts_with("«papir» krever «digital-post», som ikke er med. "),
        "{warning}"
    );
    assert_eq!(told(folder.path(), &["--alle"])["advarsler"].as_array().unwrap().len(), 0);
}

#[test]
fn what_is_found_in_a_budget_is_graded_by_regler() {
    let folder = beside("krever: [digital-post]\n");
    let organisation = std::fs::read_to_string(folder.path().join("a3.yaml")).unwrap();
    let graded = |grade: &str| {
        let rules = format!("regler: {{krever-sak-som-ikke-er-med: {grade}}}\n");
        write(folder.path(), "a3.yaml", &format!("{organisation}{rules}"));
        let output = run(folder.path(), &["--saker", "papir"]);
        let told = told(folder.path(), &["--saker", "papir"])["funn"].clone();
        (output.status.code(), printed(&output).contains("Se over dette"), told.as_array().unwrap().len())
    };
    assert_eq!(graded("advarsel"), (Some(0), true, 1));
    assert_eq!(graded("feil"), (Some(1), true, 1));
    assert_eq!(graded("av"), (Some(0), false, 0));
}
