//! From the example's files to its future budget: what is carried out, and what is left out.

use super::budget::{assert_named, ledger, row};
use super::sample::{kroner, year};
use a3::model::Missing;
use a3::report::{self, Appraised, LeftOut, WhyLeftOut};
use a3::units::Kroner;
use chrono::NaiveDate;
use std::path::Path;

fn solvik() -> Appraised {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/solvik");
    report::appraise(
        &a3::repository::Repository::open(&[folder]).unwrap(),
        NaiveDate::from_ymd_opt(2026, 12, 10).unwrap(),
    )
    .unwrap()
}

#[test]
fn without_frames_every_open_case_is_carried_out_at_its_own_start() {
    let appraised = solvik();
    let starts = report::all_starts(&appraised);
    let budgeted = report::future_budget(&appraised, &starts, &ledger(&[])).unwrap();
    assert_eq!(budgeted.budget.cases.len() + budgeted.left_out.len(), starts.len());
    assert!(budgeted.budget.cases.len() > 10);
    assert!(budgeted.left_out.iter().all(|left| matches!(left.why, WhyLeftOut::NotAssessed(_))));
    assert!(budgeted.budget.lines.iter().all(|line| !line.stands_today));
    assert_named(&budgeted.budget);
}

#[test]
fn with_frames_what_is_chosen_and_decided_is_carried_out_and_meets_the_same_demand() {
    let appraised = solvik();
    let field = report::field(&appraised, None).unwrap();
    let choice =
        field.choose(Some(&appraised.organisation.frames), a3::choose::Effort::of(20_000), &|| ()).unwrap();
    let starts = report::chosen_starts(&field, &choice);
    assert!(starts.len() < report::all_starts(&appraised).len(), "the frames of the example leave some out");
    let budget = report::future_budget(&appraised, &starts, &ledger(&[])).unwrap().budget;
    assert!(!choice.savings.is_empty());
    for saved in &choice.savings {
        let total = budget.totals.iter().find(|total| total.year == saved.year).unwrap();
        let demand = total.demand.unwrap();
        assert_eq!(demand.demand, saved.demand);
        assert_eq!(demand.reached, saved.reached.rounded(8));
        assert_eq!(demand.missing, saved.missing.rounded(8));
    }
}

#[test]
fn a_case_without_start_is_left_out_with_a_word() {
    let appraised = solvik();
    let id = appraised.cases[0].case.id.clone();
    let today = ledger(&[row("3210 257 010", "1 000 000", None)]);
    let none = report::future_budget(&appraised, &[(id.clone(), None)].into(), &today).unwrap();
    assert_eq!(
        none.left_out,
        [LeftOut { id: id.clone(), why: WhyLeftOut::NotAssessed(vec![Missing::Start]) }]
    );
    assert_eq!((none.budget.lines.len(), none.budget.totals[0].running_change), (0, Kroner::ZERO));
    let one = report::future_budget(&appraised, &[(id, Some(year(2028)))].into(), &today).unwrap();
    assert_eq!(one.budget.cases[0].start, year(2028));
    assert_ne!(one.budget.totals[3].running_change, kroner("0"));
}
