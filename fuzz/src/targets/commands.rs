//! Every command on a whole repository, in every format and language: nothing a folder holds brings one of them down,
//! what is found lies inside its file, and no escape code comes through.

use super::Corpora;
use crate::mutate::{Random, mutate};
use a3::budget::Layout;
use a3::choose::Effort;
use a3::contract;
use a3::contract::budget as output;
use a3::pages::budget_page::{self, Detail, Per};
use a3::pages::page::Page;
use a3::pages::{basis_page, calc_page, choice_page, frames_page, overview_page, working_page};
use a3::render::{self, Look, Style};
use a3::report::{self, CalcWanted, Draws, RankWanted, Wanted, Within, unwatched};
use a3::repository::{Buffer, Repository};
use a3::simulate::Settings;
use a3::words::Language;
use chrono::NaiveDate;
use std::path::PathBuf;

/// Cases of the largest example that are in one input.
const MOST_CASES: usize = 5;
const EFFORT: Effort = Effort::of(30);

pub fn try_one(corpora: &Corpora, random: &mut Random) {
    let buffer = buffer(corpora, random);
    let open = || buffer.clone().open();
    let language = if random.one_in(2) { Language::Nb } else { Language::En };
    let width = [60, 80, 120, 400][random.below(4)];
    let look = Look { style: Style::Plain, width, language };
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    check(&open(), day, look);
    calc(&open(), day, look);
    rank(&open(), day, (look, random));
    budget(&open(), day, (look, random));
}

fn buffer(corpora: &Corpora, random: &mut Random) -> Buffer {
    let example = random.pick(&corpora.examples);
    let mut files: Vec<&(String, Vec<u8>)> = example.iter().collect();
    let cases = files.iter().filter(|(path, _)| path.starts_with("saker/")).count();
    for _ in MOST_CASES..cases {
        let places: Vec<usize> =
            (0..files.len()).filter(|place| files[*place].0.starts_with("saker/")).collect();
        files.remove(*random.pick(&places));
    }
    let mut buffer = Buffer::default();
    for (path, text) in &files {
        let text = if random.one_in(3) {
            let others = if path.ends_with(".csv") { &corpora.ledgers } else { &corpora.cases };
            mutate(text, others, random)
        } else {
            text.clone()
        };
        if !random.one_in(40) {
            buffer = buffer.with(path, text);
        }
    }
    if random.one_in(10) {
        buffer = buffer.with("saker/vilkårlig.yaml", mutate(b"a3: 1\ntittel: x\n", &corpora.cases, random));
    }
    buffer
}

fn shown(page: &Page, look: Look) {
    harmless(&render::text::render(page, look));
    drop(render::markdown::render(page, look.language));
    drop(render::csv::render(page));
}

fn harmless(text: &str) {
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "an escape code came through");
}

fn check(repository: &Repository, day: NaiveDate, look: Look) {
    let Ok(report) = report::check(repository, day) else { return };
    for (file, finding) in report.located() {
        let span = finding.span.start as usize..finding.span.end as usize;
        assert!(
            file.source.text.get(span).is_some(),
            "{}: a place outside the file, or inside a letter",
            finding.rule
        );
    }
    harmless(&render::excerpt::render(&report, look));
    harmless(&render::brief::render(&report, look.language));
    harmless(&render::github::render(&report, "", look.language));
    harmless(&contract::check::json(&report, look.language));
}

fn calc(repository: &Repository, day: NaiveDate, look: Look) {
    let settings = Settings { draws: Settings::FEWEST, seed: 1 };
    let Ok(report) = report::calc(repository, CalcWanted { day, draws: Some(settings) }, &unwatched) else {
        return;
    };
    harmless(&contract::calc::json(&report, look.language));
    let organisation = &report.appraised.organisation;
    for (of, uncertainty) in report.cases() {
        shown(&calc_page::page(&of.case, &of.appraisal, uncertainty), look);
        shown(&working_page::page(&of.case, organisation, &of.appraisal), look);
    }
    for overview in &report.appraised.overviews {
        shown(&overview_page::page(&overview.id), look);
    }
    shown(&basis_page::page(organisation), look);
}

fn rank(repository: &Repository, day: NaiveDate, (look, random): (Look, &mut Random)) {
    let within = match random.below(4) {
        0 => Within::Nothing,
        1 => Within::Beside(vec![PathBuf::from("rammer/mer-investering.yaml")]),
        _ => Within::Own,
    };
    let draws = Some(Draws { count: Some(3), seed: 1 });
    let wanted = RankWanted { day, method: None, within, effort: EFFORT, draws };
    let Ok(report) = report::rank(repository, wanted, &unwatched) else { return };
    harmless(&contract::rank::json(&report, look.language));
    if report.alternatives.is_empty() {
        shown(&choice_page::page(&report), look);
        shown(&choice_page::sheet(&report), look);
    } else {
        shown(&frames_page::page(&report), look);
        shown(&frames_page::sheet(&report), look);
    }
}

fn budget(repository: &Repository, day: NaiveDate, (look, random): (Look, &mut Random)) {
    let wanted = if random.one_in(2) { Wanted::All } else { Wanted::Chosen(EFFORT) };
    let Ok(found) = report::budget(repository, day, wanted) else { return };
    let layout = if random.one_in(2) { Layout::Change } else { Layout::Level };
    let detail = if random.one_in(3) { Detail::All } else { Detail::Moved };
    let report = budget_page::Report::of(&found, layout, detail);
    let per = if random.one_in(2) { Per::Area } else { Per::Unit };
    let pages = [
        budget_page::page(&report),
        budget_page::summary_page(&report),
        budget_page::council_page(&report, per),
        budget_page::council_sheet(&report, per),
    ];
    for page in pages.into_iter().flatten() {
        shown(&page, look);
    }
    let sheet = output::Sheet::of(&found);
    for unit in &report.budget.units {
        drop(sheet.of_unit(unit).map(|rows| render::csv::rows(&rows)));
    }
    drop(sheet.beside_lines().map(|rows| render::csv::rows(&rows)));
    let json = output::json(&found, look.language);
    harmless(&json.unwrap_or_default());
}
