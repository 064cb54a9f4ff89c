//! The half of a sheet that nothing is calculated on reaches the result of the reading, unchanged and
//! with its place, for whoever shows it.

use a3::document::{Case, Field};
use a3::report::appraise;
use a3::repository::Repository;
use a3::source::{Source, Span};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::path::Path;

/// A text of a sheet: what kind it is, the text, and where it stands.
type Said = (&'static str, String, Span);

fn texts(case: &Case) -> Vec<Said> {
    let single = [
        ("bakgrunn", &case.background),
        ("nåsituasjon", &case.now),
        ("ønsket_situasjon", &case.wanted),
        ("beslutter", &case.decider),
        ("læring", &case.lessons),
    ];
    let rows = single.into_iter();
    let rows = rows.chain(case.gaps.rows().iter().map(|row| ("gap", &row.name)));
    let rows = rows.chain(case.alternatives.rows().iter().map(|row| ("alternativer", &row.name)));
    let rows = rows.chain(case.risks.rows().iter().map(|row| ("risiko", &row.what)));
    let rows = rows.chain(case.engagements.rows().iter().map(|row| ("forankring", &row.who)));
    let rows = rows.chain(case.plan.rows().iter().map(|row| ("plan", &row.what)));
    let rows = rows.chain(case.measurements.rows().iter().map(|row| ("målinger", &row.name)));
    let rows = rows.chain(case.decisions.rows().iter().map(|row| ("vedtak", &row.body)));
    let rows = rows.chain(case.benefits.rows().iter().map(|row| ("gevinster.eier", &row.owner)));
    let rows = rows.chain(case.sub_areas.rows().iter().map(|row| ("delområder", &row.name)));
    let read = |(kind, field): (&'static str, &'_ Field<String>)| {
        field.spanned().map(|read| (kind, read.value.clone(), read.span))
    };
    let lists = [("mål", &case.goals), ("årsaker", &case.causes)];
    let items = lists.into_iter().flat_map(|(kind, list)| list.rows().iter().map(move |item| (kind, item)));
    let items = items.map(|(kind, item)| (kind, item.value.clone(), item.span));
    rows.filter_map(read).chain(items).collect()
}

/// What stands at a place, without what YAML puts around it.
fn words(text: &str) -> String {
    let text = text.trim_start_matches(['>', '|', '-', '"', '\'']).trim_end_matches(['"', '\'']);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_not_calculated_on_reaches_the_result_with_its_place() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/solvik");
    let day = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    let read = appraise(&Repository::open(std::slice::from_ref(&root)).unwrap(), day).unwrap();
    let overviews = read.overviews.iter().map(|overview| (format!("saker/{}.yaml", overview.id), overview));
    let cases = read.cases.iter().map(|case| (case.path.clone(), &*case.written));
    let mut kinds = BTreeSet::new();
    for (path, written) in cases.chain(overviews) {
        let source = Source::new(path.as_str(), std::fs::read_to_string(root.join(&path)).unwrap());
        for (kind, text, span) in texts(written) {
            kinds.insert(kind);
            assert_eq!(words(source.slice(span)), words(&text), "{path}: {kind}");
            assert!(source.position(span.start).line > 1, "{path}: {kind}");
        }
    }
    let expected = "alternativer bakgrunn beslutter delområder forankring gap gevinster.eier mål målinger nåsituasjon plan risiko vedtak årsaker ønsket_situasjon";
    let missing: Vec<&str> = expected.split(' ').filter(|kind| !kinds.contains(kind)).collect();
    assert_eq!(missing, [""; 0]);
}
