//! The pages and the JSON of the future budget, from lines written by hand.

use super::budget::{budget_of, ledger, licence, night, on, row, two_positions, with_id};
use super::contracts::validated;
use super::sample::{avoided, case, cost, decimal, rate, single, solvik, year};
use super::worked_example::solvik_with_loan;
use a3::budget::{FutureBudget, Layout};
use a3::checks::{CarriedOutFacts, Severity, check_carried_out};
use a3::contract::budget as output;
use a3::diagnostic::{self, FileFindings, Finding, Grade};
use a3::ledger::{self, AccountClass, Ledger, Line, Read};
use a3::model::{Benefit, Case, Cost, CostKind, From, NewPractice, Organisation, OtherLine, Staffing};
use a3::pages::budget_page::{Detail, Per, Report, council_page, council_sheet, page, summary_page};
use a3::pages::cell::Cell;
use a3::pages::page::{Block, Page, Table};
use a3::render::{Look, csv, text};
use a3::report::{Appraised, Basis, BudgetFile, BudgetReport, LeftOut, Today, WhyLeftOut};
use a3::source::Source;
use a3::units::{Decimal, Fte, Kroner};
use a3::words::Language;
use serde_json::Value;
use std::sync::Arc;

/// What a command that shows the report has found.
fn found_by(report: &Report<'_>) -> BudgetReport {
    let appraised = Appraised {
        organisation: Organisation { rules: report.rules.clone(), ..solvik() },
        spoiled: None,
        cases: Vec::new(),
        omitted: Vec::new(),
        severity: Severity::default(),
        overviews: Vec::new(),
        overlooked: Vec::new(),
    };
    let file = match report.today {
        Today::Read { path, bad } => {
            let read = Read { ledger: night(), bad, ..ledger::read(path, Vec::new(), year(2027)) };
            BudgetFile::Read { named: path.to_owned(), read: Box::new(read) }
        }
        Today::NotNamed | Today::Unreadable { .. } => BudgetFile::NotNamed,
    };
    BudgetReport {
        appraised,
        file,
        budget: report.budget.clone(),
        basis: report.basis,
        is_part: report.is_part,
        unfinished: report.unfinished.to_vec(),
        findings: report.findings.clone(),
        choice: report.choice.cloned(),
        left_out: report.left_out.to_vec(),
    }
}

/// The sheet as it is put together of its parts.
fn in_a_sheet(report: &Report<'_>) -> String {
    let found = found_by(report);
    let sheet = output::Sheet::of(&found);
    let units = found.budget.units.iter().flat_map(|unit| sheet.of_unit(unit).unwrap());
    let rows = core::iter::once(output::Sheet::headings()).chain(units).chain(sheet.beside_lines().unwrap());
    csv::rows(&rows.collect::<Vec<_>>())
}

const TODAY: Today<'static> = Today::Read { path: "budsjett/2027.csv", bad: 0 };

/// Two positions out of the night shift, a licence in, and 18 årsverk by new practice from year 2.
fn supervision() -> Case {
    let practice = NewPractice {
        unit: "3210".to_owned(),
        from: From::CaseYear(2),
        staff: vec![Staffing {
            position: "helsefagarbeider".to_owned(),
            fte: Fte::new(decimal("18")),
            function: "257".to_owned(),
        }],
        others: vec![OtherLine {
            function: "257".to_owned(),
            art: "195".to_owned(),
            amount: super::sample::kroner("350000"),
            name: None,
        }],
    };
    let investment = on("3210 257 200", cost("Sensorer", CostKind::Investment, single("1 000 000 kr")));
    let costs = vec![licence("320 000 kr/år"), investment];
    let case = case(8, vec![two_positions("3210 257 010")], costs);
    with_id(
        "tilsyn",
        Case {
            new_practice: vec![practice],
            title: "Digitalt tilsyn".to_owned(),
            area: "Helse og omsorg".to_owned(),
            ..case
        },
    )
}

/// Something taken out of no line.
fn post() -> Case {
    let porto = Benefit { budget_lines: Vec::new(), ..avoided("Porto", single("96 400 kr/år")) };
    let case = case(8, vec![porto], Vec::new());
    with_id("post", Case { title: "Digital post".to_owned(), area: "Stab".to_owned(), ..case })
}

struct Made {
    budget: FutureBudget,
    found: diagnostic::Report,
    organisation: Organisation,
}

fn made(cases: &[Case], organisation: Organisation, ledger: &Ledger) -> Made {
    Made::of(budget_of(cases, &organisation, ledger), organisation)
}

/// What `a3 budget` finds in it, where today's budget is known; without the places, as no file is written.
fn found(budget: &FutureBudget) -> diagnostic::Report {
    let (doubts, mut found) = (budget.doubts().unwrap(), Vec::new());
    let facts = CarriedOutFacts { budget, doubts: &doubts, empty_units: &budget.empty_units, written: &[] };
    check_carried_out(&facts, &mut found);
    Severity::default().apply_to(&mut found);
    let findings = found.into_iter().map(|found| found.finding).collect();
    let source = Arc::new(Source::new("saker/a.yaml", ""));
    diagnostic::Report::new(String::new(), 1, vec![FileFindings { source, case: None, findings }])
}

impl Made {
    fn of(budget: FutureBudget, organisation: Organisation) -> Self {
        Self { found: found(&budget), budget, organisation }
    }

    fn report(&self) -> Report<'_> {
        Report {
            budget: &self.budget,
            today: TODAY,
            is_part: false,
            basis: Basis::All,
            choice: None,
            left_out: &[],
            unfinished: &[],
            findings: &self.found,
            rules: &self.organisation.rules,
            layout: Layout::Level,
            detail: Detail::Moved,
        }
    }
}

fn shown(page: &Page) -> String {
    shown_at(page, 100)
}

fn shown_at(page: &Page, width: u16) -> String {
    text::render(page, Look { width, ..Look::default() }).replace('\u{a0}', " ")
}

/// The rows of the sheet, and those of the JSON, against the sums of the JSON.
pub(super) fn assert_printed_adds_up(budget: FutureBudget, organisation: Organisation) {
    let made = Made::of(budget, organisation);
    let of_sheet = in_a_sheet(&made.report());
    let told = told(&made.report());
    for total in told["sum"].as_array().unwrap() {
        let (year, rows) = (total["år"].to_string(), of_sheet.lines());
        let rows = rows.map(|row| row.split(';').collect::<Vec<_>>());
        let of_year = rows.filter(|row| row[0] == year.as_str() && row[10] == "1");
        let (mut change, mut fte) = (Decimal::ZERO, Decimal::ZERO);
        for row in of_year {
            change += row[7].parse::<Decimal>().unwrap();
            fte += row[8].parse::<Decimal>().unwrap_or_default();
        }
        let figure = |name: &str| decimal(total[name].as_str().unwrap());
        assert_eq!(change, figure("drift"), "{of_sheet}");
        assert_eq!(fte, figure("årsverk"), "{of_sheet}");
        let kinds = ["gevinster", "driftskostnader", "omstilling", "kapitalkostnad", "ny_praksis"];
        assert_eq!(kinds.map(figure).into_iter().sum::<Decimal>(), figure("drift"));
    }
}

/// From a heading to the next empty line after its table.
fn part(text: &str, heading: &str) -> String {
    let (_, rest) =
        text.split_once(&format!("\n{heading}\n\n")).unwrap_or_else(|| panic!("no {heading}:\n{text}"));
    rest.split("\n\n").next().unwrap().to_owned()
}

fn two() -> Made {
    made(&[supervision(), post()], solvik_with_loan(), &night())
}

#[test]
fn a_unit_shows_today_the_new_budget_and_the_change_by_function_and_art() {
    let made = two();
    let shown = shown_at(&page(&made.report()).unwrap(), 80);
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
    let (_, unit) = shown.split_once("\n3210 Hjemmetjenesten\n\n").unwrap();
    insta::assert_snapshot!(unit.split_once("\n\nÅrsverk").unwrap().0, @r#"
    Beløp i 1 000 kr
     Nytt budsjett                            I dag    2027    2028    2029    2030
    ────────────────────────────────────────────────────────────────────────────────
     257 Hjemmetjenester – personellbase
     knyttet til
     bofellesskap/samlokaliserte
     omsorgsboliger
       010 Fastlønn                          10 400   9 360   9 360   9 360   9 360
       090 Pensjonsinnskudd og                1 560   1 404   1 404   1 404   1 404
       trekkpliktige forsikringsordninger
       099 Arbeidsgiveravgift                 1 686   1 518   1 518   1 518   1 518
       195 Avgifter, gebyrer, lisenser o.l.       0     320     350     350     350
     Uendret (2 linjer)                         300     300     300     300     300
    ────────────────────────────────────────────────────────────────────────────────
     Sum 3210                                13 946  12 902  12 932  12 932  12 932

    Beløp i 1 000 kr
     Endring mot i dag                                 2027    2028    2029    2030
    ────────────────────────────────────────────────────────────────────────────────
     257 Hjemmetjenester – personellbase knyttet
     til bofellesskap/samlokaliserte omsorgsboliger
       010 Fastlønn                                  −1 040  −1 040  −1 040  −1 040
       090 Pensjonsinnskudd og trekkpliktige           −156    −156    −156    −156
       forsikringsordninger
       099 Arbeidsgiveravgift                          −169    −169    −169    −169
       195 Avgifter, gebyrer, lisenser o.l.             320     350     350     350
    ────────────────────────────────────────────────────────────────────────────────
     Sum 3210                                        −1 045  −1 015  −1 015  −1 015

    "#);
}

#[test]
fn all_lines_are_shown_when_asked_for_and_add_up_to_the_same() {
    let made = two();
    let all = shown(&page(&Report { detail: Detail::All, ..made.report() }).unwrap());
    let moved = shown(&page(&made.report()).unwrap());
    assert!(moved.contains("Uendret (2 linjer)") && !all.contains("Uendret"), "{all}");
    let sum = |text: &str| text.lines().find(|line| line.contains("Sum 3210")).unwrap().to_owned();
    assert_eq!(
        sum(&all).split_whitespace().collect::<Vec<_>>(),
        sum(&moved).split_whitespace().collect::<Vec<_>>()
    );
}

#[test]
fn what_lasts_is_shown_once_as_change_and_every_year_as_level() {
    let made = two();
    let level = shown(&page(&made.report()).unwrap());
    let change = shown(&page(&Report { layout: Layout::Change, ..made.report() }).unwrap());
    insta::assert_snapshot!(part(&level, "Driftsbudsjettet, endring mot i dag"), @r#"
    Beløp i 1 000 kr
     Ansvar                 I dag    2027    2028    2029    2030
    ──────────────────────────────────────────────────────────────
     3210 Hjemmetjenesten  13 946  −1 045  −1 015  −1 015  −1 015
     Uten budsjettpost                −96     −96     −96     −96
     Renter og avdrag                   0     170     164     159
    ──────────────────────────────────────────────────────────────
     Sum                   13 946  −1 141    −941    −947    −952
    "#);
    insta::assert_snapshot!(part(&change, "Driftsbudsjettet, endring fra året før"), @r#"
    Beløp i 1 000 kr
     Ansvar                 I dag    2027  2028  2029  2030
    ────────────────────────────────────────────────────────
     3210 Hjemmetjenesten  13 946  −1 045    30     0     0
     Uten budsjettpost                −96     0     0     0
     Renter og avdrag                   0   170    −6    −6
    ────────────────────────────────────────────────────────
     Sum                   13 946  −1 141   200    −6    −6
    "#);
}

/// The night shift, where today's budget itself has half a position less from 2029, and a grant in 2028.
fn uneven() -> Made {
    let mut lines = night().lines;
    let in_year = |codes: &str, amount: &str, number: u16| Line {
        year: Some(year(number)),
        ..row(codes, amount, None)
    };
    lines.extend([2029, 2030].map(|number| Line {
        fte: Some(Fte::new(decimal("-0.5"))),
        ..in_year("3210 257 010", "-260 000", number)
    }));
    lines.extend([in_year("3210 257 810", "-75 400", 2028)]);
    let ledger = Ledger { lines, ..night() };
    made(&[supervision(), post()], solvik_with_loan(), &ledger)
}

#[test]
fn what_today_changes_by_itself_has_rows_of_its_own_so_that_tables_foot_from_year_to_year() {
    let made = uneven();
    let level = shown_at(&page(&made.report()).unwrap(), 80);
    insta::assert_snapshot!(part(&level, "Driftsbudsjettet, endring mot i dag"), @r#"
    Beløp i 1 000 kr
     Ansvar                        I dag    2027    2028  2029  2030
    ─────────────────────────────────────────────────────────────────
     3210 Hjemmetjenesten         13 946  −1 045  −1 015  −755  −755
       Endring i dagens budsjett               0     −75  −260  −260
     Uten budsjettpost                       −96     −96   −96   −96
     Renter og avdrag                          0     170   164   159
    ─────────────────────────────────────────────────────────────────
     Sum                          13 946  −1 141  −1 016  −947  −952
    "#);
    insta::assert_snapshot!(part(&level, "Årsverk, endring mot i dag"), @r#"
     Ansvar                       I dag  2027  2028  2029  2030
    ────────────────────────────────────────────────────────────
     3210 Hjemmetjenesten          20,0  −2,0  −2,0  −1,5  −1,5
       Endring i dagens budsjett          0,0   0,0  −0,5  −0,5
    ────────────────────────────────────────────────────────────
     Sum                                 −2,0  −2,0  −2,0  −2,0
    "#);
    let (_, of_unit) = level.split_once("\n Endring mot i dag ").unwrap();
    insta::assert_snapshot!(of_unit.split_once("\n\nÅrsverk").unwrap().0, @r#"
                                    2027    2028    2029    2030
    ────────────────────────────────────────────────────────────────────────────────
     257 Hjemmetjenester – personellbase knyttet
     til bofellesskap/samlokaliserte omsorgsboliger
       010 Fastlønn                                  −1 040  −1 040    −780    −780
       Endring i dagens budsjett                          0       0    −260    −260
       090 Pensjonsinnskudd og trekkpliktige           −156    −156    −156    −156
       forsikringsordninger
       099 Arbeidsgiveravgift                          −169    −169    −169    −169
       195 Avgifter, gebyrer, lisenser o.l.             320     350     350     350
     Ikke endret av sakene (3 linjer)
       Endring i dagens budsjett                          0     −75       0       0
    ────────────────────────────────────────────────────────────────────────────────
     Sum 3210                                        −1 045  −1 090  −1 015  −1 015

    "#);
    let change = shown_at(&page(&Report { layout: Layout::Change, ..made.report() }).unwrap(), 80);
    insta::assert_snapshot!(part(&change, "Driftsbudsjettet, endring fra året før"), @r#"
    Beløp i 1 000 kr
     Ansvar                        I dag    2027  2028  2029  2030
    ───────────────────────────────────────────────────────────────
     3210 Hjemmetjenesten         13 946  −1 045    30   260     0
       Endring i dagens budsjett               0   −75  −185     0
     Uten budsjettpost                       −96     0     0     0
     Renter og avdrag                          0   170    −6    −6
    ───────────────────────────────────────────────────────────────
     Sum                          13 946  −1 141   125    70    −6
    "#);
    assert!([level, change].iter().flat_map(|text| text.lines()).all(|line| line.chars().count() <= 80));
}

fn amount(cell: &Cell) -> Option<Kroner> {
    if let Cell::Thousands(amount) = cell { Some(*amount) } else { None }
}

/// The amounts of a row, to the krone.
fn amounts(row: &[Cell]) -> Vec<Kroner> {
    row.iter().filter_map(amount).collect()
}

/// The tables under a heading.
fn tables<'p>(page: &'p Page, heading: &str) -> Vec<&'p Table> {
    let after =
        page.blocks.iter().skip_while(|block| !matches!(block, Block::Heading(title) if title.nb == heading));
    let until = after.skip(1).take_while(|block| !matches!(block, Block::Heading(_)));
    until.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

/// That today and the changes give the new budget, on every row of every ansvar, in both layouts.
pub(super) fn assert_lines_foot(budget: FutureBudget, organisation: Organisation) {
    let made = Made::of(budget, organisation);
    for layout in [Layout::Level, Layout::Change] {
        let page = page(&Report { layout, detail: Detail::All, ..made.report() }).unwrap();
        for unit in &made.budget.units {
            let named = unit.name.as_ref().map(|name| format!("{} {name}", unit.unit));
            let tables = tables(&page, &named.unwrap_or_else(|| unit.unit.to_string()));
            let [new, change] = tables.as_slice() else { panic!("{tables:?}") };
            assert_rows_foot(new, change, layout);
        }
    }
}

fn assert_rows_foot(new: &Table, change: &Table, layout: Layout) {
    let is_own = |row: &&Vec<Cell>| matches!(&row[0], Cell::Text(name) if name.nb.ends_with("Endring i dagens budsjett"));
    let mut changes = change.rows.iter().chain(&change.total).peekable();
    for row in new.rows.iter().chain(&new.total) {
        let (of_new, mut of_change) = (amounts(row), amounts(changes.next().unwrap()));
        let own = changes.next_if(is_own).map(|row| amounts(row)).unwrap_or_default();
        for (sum, more) in of_change.iter_mut().zip(own) {
            *sum = sum.plus(more).unwrap();
        }
        for (slot, change) in of_change.into_iter().enumerate() {
            let from = if layout == Layout::Level { of_new[0] } else { of_new[slot] };
            assert_eq!(from.plus(change), Ok(of_new[slot + 1]), "{layout:?} {row:?}");
        }
    }
    assert_eq!(changes.next(), None);
}

#[test]
fn today_and_every_change_give_the_new_budget_line_by_line_in_both_layouts() {
    let made = uneven();
    assert_lines_foot(made.budget, made.organisation);
}

#[test]
fn all_units_together_foot_from_today_to_the_new_budget() {
    let made = uneven();
    let page = page(&made.report()).unwrap();
    let running = tables(&page, "Driftsbudsjettet, endring mot i dag")[0];
    let sum_of = |place: usize| Kroner::sum(running.rows.iter().filter_map(|row| amount(&row[place])));
    let sums: Vec<Kroner> = (1..6).map(|place| sum_of(place).unwrap()).collect();
    let total = amounts(running.total.as_ref().unwrap());
    assert_eq!(sums, total);
    let balance = amounts(tables(&page, "Utgifter og inntekter, nytt budsjett")[0].total.as_ref().unwrap());
    for year in 1..5 {
        assert_eq!(total[0].plus(total[year]), Ok(balance[year]), "{year}");
    }
    let told = told(&made.report());
    for (slot, at) in told["balanse"].as_array().unwrap().iter().enumerate() {
        let rows = told["rader"].as_array().unwrap().iter().filter(|row| row["år"] == at["år"]);
        let today = sum([at].into_iter(), "utgifter_dagens") + sum([at].into_iter(), "inntekter_dagens");
        assert_eq!(sum(rows.clone(), "dagens"), today, "today of a year is the sum of its rows");
        let new = sum([at].into_iter(), "utgifter_nytt") + sum([at].into_iter(), "inntekter_nytt");
        assert_eq!(sum(rows.clone(), "endring"), new - today);
        let of_sheet = in_a_sheet(&made.report());
        let of_year = of_sheet
            .lines()
            .filter(|row| row.starts_with(at["år"].to_string().as_str()) && row.ends_with(";1;linje"));
        let today_in_sheet: Decimal =
            of_year.filter_map(|row| row.split(';').nth(5)?.parse::<Decimal>().ok()).sum();
        assert_eq!(today_in_sheet, today, "{slot}");
    }
}

#[test]
fn the_reconciliation_is_to_the_krone_and_names_each_difference() {
    let made = two();
    let shown = shown(&page(&made.report()).unwrap());
    insta::assert_snapshot!(part(&shown, "Avstemming, til kronen"), @r#"
     Ansvar    År  Sakene tar ut, kr  Budsjettet viser, kr  Differanse, kr
    ───────────────────────────────────────────────────────────────────────
     3210    2027          1 044 636             1 044 636               0
     3210    2028          1 044 636             1 014 636          30 000
     3210    2029          1 044 636             1 014 636          30 000
     3210    2030          1 044 636             1 014 636          30 000
    "#);
    insta::assert_snapshot!(part(&shown, "Hva differansene kommer av, kr"), @r#"
     Linje                                          ny_praksis i  2027    2028    2029    2030
    ───────────────────────────────────────────────────────────────────────────────────────────
     3210 257 195 Avgifter, gebyrer, lisenser o.l.  tilsyn           0  30 000  30 000  30 000
    ───────────────────────────────────────────────────────────────────────────────────────────
     Sum                                                             0  30 000  30 000  30 000
    "#);
}

#[test]
fn differences_of_some_ore_are_named_in_a_sentence_and_not_as_zeroes() {
    let mut case = supervision();
    case.new_practice[0].others[0].amount = super::sample::kroner("320000.25");
    let made = made(&[case], solvik(), &night());
    let shown = shown(&page(&made.report()).unwrap());
    assert!(!shown.contains("Hva differansene kommer av"), "{shown}");
    assert!(shown.replace('\n', " ").contains("ny_praksis er regnet ut: 3210 257 195."), "{shown}");
}

#[test]
fn what_has_no_line_and_what_is_invested_stand_in_tables_of_their_own() {
    let made = two();
    let shown = shown(&page(&made.report()).unwrap());
    insta::assert_snapshot!(part(&shown, "Uten budsjettpost"), @r#"
    Beløp i 1 000 kr
     Sak           Hva              2027  2028  2029  2030
    ───────────────────────────────────────────────────────
     Digital post  Gevinst tatt ut   −96   −96   −96   −96
    ───────────────────────────────────────────────────────
     Sum                             −96   −96   −96   −96
    "#);
    insta::assert_snapshot!(part(&shown, "Investeringer, hvert år for seg (ikke en del av driften)"), @r#"
    Beløp i 1 000 kr
     Sak              Investering  Budsjettpost   2027  2028  2029  2030
    ─────────────────────────────────────────────────────────────────────
     Digitalt tilsyn  Sensorer     3210 257 200  1 000     0     0     0
    ─────────────────────────────────────────────────────────────────────
     Sum                                         1 000     0     0     0
    "#);
    insta::assert_snapshot!(part(&shown, "Renter og avdrag (ansvar 9000, funksjon 870), endring mot i dag"), @r#"
    Beløp i 1 000 kr
     Sak              Lån               2027  2028  2029  2030
    ───────────────────────────────────────────────────────────
     Digitalt tilsyn  Renter (art 500)     0    45    39    34
     Digitalt tilsyn  Avdrag (art 510)     0   125   125   125
    ───────────────────────────────────────────────────────────
     Sum                                   0   170   164   159
    "#);
    assert!(shown.contains("«Porto» tar ut penger uten budsjettpost"), "{shown}");
}

#[test]
fn without_a_loan_the_capital_cost_is_said_to_be_missing() {
    let made = made(&[supervision()], solvik(), &night());
    for page in [page(&made.report()), summary_page(&made.report())] {
        assert!(shown(&page.unwrap()).contains("Kapitalkostnad er ikke med"));
    }
}

#[test]
fn the_councils_table_carries_the_frame_on() {
    let mut organisation = solvik_with_loan();
    organisation.rules.growth = [(year(2027), rate("0.043"))].into();
    let made = made(&[supervision(), post()], organisation, &night());
    let change = Report { layout: Layout::Change, ..made.report() };
    let change = shown(&council_page(&change, Per::Area).unwrap());
    insta::assert_snapshot!(part(&change, "Helse og omsorg"), @r#"
    Beløp i 1 000 kr
     Ramme og tiltak            2027    2028    2029    2030
    ─────────────────────────────────────────────────────────
     Inngående ramme          13 946  13 502  13 532  13 532
     Deflator (4,3 % i 2027)     600       0       0       0
     Digitalt tilsyn          −1 045      30       0       0
     Sum tiltak               −1 045      30       0       0
    ─────────────────────────────────────────────────────────
     Ny ramme                 13 502  13 532  13 532  13 532
    "#);
    insta::assert_snapshot!(part(&change, "Stab"), @r#"
    Beløp i 1 000 kr
     Ramme og tiltak                   2027  2028  2029  2030
    ──────────────────────────────────────────────────────────
     Inngående ramme                      0   −96   −96   −96
     Deflator (4,3 % i 2027)              0     0     0     0
     Digital post (uten budsjettpost)   −96     0     0     0
     Sum tiltak                         −96     0     0     0
    ──────────────────────────────────────────────────────────
     Ny ramme                           −96   −96   −96   −96
    "#);
    let level = shown(&council_page(&made.report(), Per::Unit).unwrap());
    insta::assert_snapshot!(part(&level, "3210 Hjemmetjenesten"), @r#"
    Beløp i 1 000 kr
     Ramme og tiltak            2027    2028    2029    2030
    ─────────────────────────────────────────────────────────
     Dagens ramme             13 946  13 946  13 946  13 946
     Deflator (4,3 % i 2027)     600     600     600     600
     Digitalt tilsyn          −1 045  −1 015  −1 015  −1 015
     Sum tiltak               −1 045  −1 015  −1 015  −1 015
    ─────────────────────────────────────────────────────────
     Ny ramme                 13 502  13 532  13 532  13 532
    "#);
    assert!(level.contains("\nUten budsjettpost\n"), "what no unit has is shown all the same:\n{level}");
}

#[test]
fn where_the_print_does_not_foot_it_is_said() {
    let gain = |name: &str| Benefit {
        budget_lines: vec![super::sample::line("3210 257 170", "1")],
        ..avoided(name, single("1 400 kr/år"))
    };
    let of = |id: &str| with_id(id, case(8, vec![gain("km")], Vec::new()));
    let made = made(&[of("en"), of("to")], solvik(), &night());
    let shown = shown(&council_page(&made.report(), Per::Unit).unwrap());
    let note = "Derfor kan summen avvike litt fra delene.";
    assert!(shown.contains(note), "−1 and −1 are −3:\n{shown}");
}

#[test]
fn the_summary_shows_each_kind_by_area_and_the_demand() {
    let mut organisation = solvik_with_loan();
    organisation.frames.savings_demand =
        [(year(2027), super::sample::kroner("1000000")), (year(2028), super::sample::kroner("5000000"))]
            .into();
    let made = made(&[supervision(), post()], organisation, &night());
    let shown = shown(&summary_page(&made.report()).unwrap());
    insta::assert_snapshot!(part(&shown, "Helse og omsorg"), @r#"
    Beløp i 1 000 kr
     Driften, endring mot i dag             2027    2028    2029    2030
    ─────────────────────────────────────────────────────────────────────
     Gevinster tatt ut                    −1 365  −1 365  −1 365  −1 365
     Driftskostnader                         320     320     320     320
     Omstilling                                0       0       0       0
     Renter og avdrag                          0     170     164     159
     Ny praksis, ut over det sakene sier       0      30      30      30
    ─────────────────────────────────────────────────────────────────────
     Sum drift                            −1 045    −845    −850    −856
    "#);
    insta::assert_snapshot!(part(&shown, "Alle områder"), @r#"
    Beløp i 1 000 kr
     Driften, endring mot i dag             2027    2028    2029    2030
    ─────────────────────────────────────────────────────────────────────
     Gevinster tatt ut                    −1 461  −1 461  −1 461  −1 461
     Driftskostnader                         320     320     320     320
     Omstilling                                0       0       0       0
     Renter og avdrag                          0     170     164     159
     Ny praksis, ut over det sakene sier       0      30      30      30
    ─────────────────────────────────────────────────────────────────────
     Sum drift                            −1 141    −941    −947    −952
    "#);
    insta::assert_snapshot!(part(&shown, "Årsverk tatt ut, mot i dag"), @r#"
     Område           2027  2028  2029  2030
    ─────────────────────────────────────────
     Helse og omsorg   2,0   2,0   2,0   2,0
    ─────────────────────────────────────────
     Sum               2,0   2,0   2,0   2,0
    "#);
    insta::assert_snapshot!(part(&shown, "Innsparingskravet"), @r#"
    Beløp i 1 000 kr
       År   Krav    Nås  Mangler
    ─────────────────────────────
     2027  1 000  1 141        0
     2028  5 000    971    4 029
    "#);
    assert!(shown.contains("Kravet er ikke nådd: det mangler"), "{shown}");
}

#[test]
fn without_todays_budget_only_changes_are_shown_and_nothing_is_reconciled() {
    let bare = Case { new_practice: Vec::new(), ..supervision() };
    let made = made(&[bare, post()], solvik_with_loan(), &Ledger::default());
    let report = Report { today: Today::NotNamed, ..made.report() };
    let shown_page = shown(&page(&report).unwrap());
    assert!(shown_page.contains("Dagens budsjett er ukjent: a3.yaml har ikke «budsjett»."), "{shown_page}");
    for absent in ["I dag", "Nytt budsjett  ", "Uendret", "Avstemming", "står ikke i dagens budsjett"] {
        assert!(!shown_page.contains(absent), "{absent}:\n{shown_page}");
    }
    let council = shown(&council_page(&report, Per::Area).unwrap());
    assert!(!council.contains("Inngående ramme") && !council.contains("Ny ramme"), "{council}");
    let told = told(&Report { today: Today::NotNamed, ..made.report() });
    assert!(
        told["rader"].as_array().unwrap().iter().all(|row| {
            row["dagens"].is_null() && row["nytt"].is_null() && row["årsverk_dagens"].is_null()
        })
    );
    assert_eq!(told["rader"][0]["endring"], "-1040000");
    assert_eq!(
        (&told["avstemming"], &told["balanse"], &told["budsjettfil"]),
        (&Value::Array(Vec::new()), &Value::Array(Vec::new()), &Value::Null)
    );
    let rows = in_a_sheet(&report);
    assert!(rows.contains("2027;3210;;257;010;;;-1040000;2;tilsyn"), "{rows}");
}

#[test]
fn lines_that_could_not_be_read_are_said_at_the_top() {
    let made = two();
    let report = Report { today: Today::Read { path: "budsjett/2027.csv", bad: 3 }, ..made.report() };
    let shown = shown(&page(&report).unwrap()).replace('\n', " ");
    assert!(shown.contains("budsjett/2027.csv: 3 linjer kunne ikke leses"), "{shown}");
}

#[test]
fn each_doubt_is_a_sentence_with_its_years() {
    let gain = |codes: &str, amount: &str| Benefit {
        budget_lines: vec![super::sample::line(codes, "1")],
        ..avoided(codes, single(amount))
    };
    let gains = vec![gain("3210 257 170", "600 000 kr/år"), gain("3210 257 120", "5 000 kr/år")];
    let made = made(&[with_id("km", case(8, gains, Vec::new()))], solvik(), &night());
    let said =
        made.found.located().map(|(_, one)| (one.rule, one.grade, one.title.nb.replace('\u{a0}', " ")));
    let [missing, over] = &said.collect::<Vec<_>>()[..] else { panic!("two are found") };
    assert_eq!((missing.0, missing.1), ("innsparing-uten-budsjettlinje", Grade::Warning));
    assert_eq!(
        missing.2,
        "Innsparingen tas fra ansvar 3210, funksjon 257, art 120, som ikke står i dagens budsjett (km). Det samme gjelder 2028, 2029 og 2030"
    );
    assert_eq!((over.0, over.1), ("uttak-over-budsjettlinje", Grade::Error));
    assert_eq!(
        over.2,
        "I 2027 tas det ut 600 000 kr av ansvar 3210, funksjon 257, art 170, men der står det bare 500 000 kr (km). Det samme gjelder 2028, 2029 og 2030"
    );
}

#[test]
fn a_unit_that_runs_out_of_people_and_two_new_practices_are_wrong() {
    let few = ledger(&[row("3210 257 010", "10 400 000", Some("1.5"))]);
    let bare = Case { new_practice: Vec::new(), ..supervision() };
    let short = made(&[bare], solvik(), &few);
    let unit = the(&short, "flere-årsverk-enn-enheten-har");
    assert!(
        unit.grade == Grade::Error
            && unit.title.nb.contains("2\u{a0}årsverk på ansvar 3210, men der er det bare 1,5"),
        "{unit:?}"
    );
    let clash = made(&[supervision(), with_id("annen", supervision())], solvik(), &night());
    let both = the(&clash, "samme-ny-praksis");
    assert!(
        both.grade == Grade::Error && both.title.nb.contains("fra 2028 både her og i «tilsyn»"),
        "{both:?}"
    );
}

/// The one finding of a rule.
fn the<'m>(made: &'m Made, rule: &str) -> &'m Finding {
    let mut found = made.found.located().map(|(_, finding)| finding).filter(|finding| finding.rule == rule);
    found.next().unwrap()
}

#[test]
fn no_cases_is_said_and_shows_who_was_left_out() {
    let made = made(&[], solvik(), &night());
    let left_out = [LeftOut { id: "alfa".to_owned(), why: WhyLeftOut::Finished }];
    let report = Report { left_out: &left_out, ..made.report() };
    for page in [page(&report), council_page(&report, Per::Area), summary_page(&report)] {
        let shown = shown(&page.unwrap());
        assert!(
            shown.contains("Ingen saker kan regnes ut, så ingenting er satt inn i budsjettet.")
                && shown.contains("alfa"),
            "{shown}"
        );
    }
}

fn told(report: &Report<'_>) -> Value {
    validated(&output::json(&found_by(report), Language::Nb).unwrap(), &output::schema())
}

fn sum<'v>(rows: impl Iterator<Item = &'v Value>, field: &str) -> Decimal {
    let amounts = rows.map(|row| decimal(row[field].as_str().unwrap()));
    amounts.fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount).unwrap())
}

#[test]
fn json_holds_every_line_and_its_sums_can_be_added_by_hand() {
    let made = two();
    let left_out = [LeftOut { id: "alfa".to_owned(), why: WhyLeftOut::Finished }];
    let told = told(&Report { left_out: &left_out, ..made.report() });
    let of = |list: &str, year: u64| {
        let rows: Vec<Value> =
            told[list].as_array().unwrap().iter().filter(|row| row["år"] == year).cloned().collect();
        rows
    };
    assert_eq!(told["budsjettfil"]["fil"], "budsjett/2027.csv");
    for (slot, year) in (2027..=2030).enumerate() {
        let (rows, total) = (of("rader", year), &told["sum"][slot]);
        let capital = decimal(total["kapitalkostnad"].as_str().unwrap());
        let lines = sum(rows.iter(), "endring")
            .checked_add(decimal(total["uten_budsjettpost"].as_str().unwrap()))
            .unwrap();
        assert_eq!(lines.checked_add(capital), Some(decimal(total["drift"].as_str().unwrap())), "{year}");
        let kinds = ["gevinster", "driftskostnader", "omstilling", "kapitalkostnad", "ny_praksis"];
        let kinds = kinds.map(|kind| decimal(total[kind].as_str().unwrap()));
        let kinds = kinds.into_iter().fold(Decimal::ZERO, |sum, one| sum.checked_add(one).unwrap());
        assert_eq!(kinds, decimal(total["drift"].as_str().unwrap()), "{year}");
        assert_eq!(
            sum(of("differanser", year).iter(), "beløp"),
            sum(of("avstemming", year).iter(), "differanse"),
            "{year}"
        );
        assert_eq!(sum(rows.iter(), "årsverk"), decimal("2"), "{year}");
        for row in &rows {
            let change =
                decimal(row["nytt"].as_str().unwrap()).checked_sub(decimal(row["dagens"].as_str().unwrap()));
            assert_eq!(change, Some(decimal(row["endring"].as_str().unwrap())));
        }
    }
    let wage = &told["rader"][0];
    assert_eq!(
        (&wage["ansvarsnavn"], &wage["art"], &wage["årsverk_dagens"], &wage["årsverk_nytt"]),
        (&"Hjemmetjenesten".into(), &"010".into(), &"20".into(), &"18".into())
    );
    assert_eq!(told["utelatt"][0]["id"], "alfa");
    assert_eq!(told["advarsler"][0]["grad"], "advarsel");
}

#[test]
fn without_a_loan_the_capital_cost_is_null_in_json() {
    let told =
        told(&Report { today: Today::NotNamed, ..made(&[supervision()], solvik(), &night()).report() });
    assert!(told["lån"].is_null() && told["sum"][1]["kapitalkostnad"].is_null());
    assert!(told["investeringer"][0]["år"][1]["renter"].is_null());
}

#[test]
fn the_sheet_has_the_rows_of_the_json_and_runs_no_formula() {
    let hostile = Ledger { unit_names: [("3210".into(), "=cmd()".into())].into(), ..night() };
    let made = made(&[supervision(), post()], solvik_with_loan(), &hostile);
    let rows = in_a_sheet(&made.report());
    let mut lines = rows.lines();
    assert_eq!(
        lines.next(),
        Some("år;ansvar;ansvarsnavn;funksjon;art;dagens;nytt;endring;årsverk;saker;kontoklasse;slag")
    );
    assert_eq!(lines.next(), Some("2027;3210;'=cmd();257;010;10400000;9360000;-1040000;2;tilsyn;1;linje"));
    let told = told(&Report { today: Today::NotNamed, ..made.report() });
    let of_json = told["rader"].as_array().unwrap().len();
    assert!(
        rows.lines().nth(of_json).unwrap().starts_with("2030;"),
        "the rows of the json come first: {rows}"
    );
    let first_year = rows.lines().filter(|row| row.starts_with("2027;") && row.contains(";1;"));
    let sum: Decimal = first_year.map(|row| row.split(';').nth(7).unwrap().parse::<Decimal>().unwrap()).sum();
    let running = made.report().budget.totals.first().unwrap().running_change.value();
    let [capital, ..] = made.report().budget.investments.capital;
    assert_eq!(sum.round(), (running + capital.value()).round(), "{rows}");
    assert!(rows.contains(";870;500;;;") && rows.contains(";870;510;;;"), "{rows}");
}

#[test]
fn what_files_say_cannot_speak_to_the_terminal() {
    let names = [("3210".into(), "\u{1b}[2J\u{202e}Hjemme".into())].into();
    let hostile = Ledger { unit_names: names, ..night() };
    let evil = Case { title: "\u{1b}[31mrød".to_owned(), area: "\u{7}Stab".to_owned(), ..supervision() };
    let made = made(&[evil, post()], solvik_with_loan(), &hostile);
    let left_out = [LeftOut { id: "\u{1b}[0m".to_owned(), why: WhyLeftOut::Finished }];
    let report = Report { left_out: &left_out, ..made.report() };
    for page in [page(&report), council_page(&report, Per::Unit), summary_page(&report)] {
        let shown = shown(&page.unwrap());
        assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{shown}");
    }
}

#[test]
fn english_is_one_switch_away() {
    let made = two();
    let look = Look { language: Language::En, ..Look::default() };
    let shown = text::render(&page(&made.report()).unwrap(), look);
    assert!(shown.starts_with("The running budget") && shown.contains("Without budget line"), "{shown}");
}

/// A home that the state gives 40 % to, on 3210, beside an investment budget that stands there today.
fn home() -> (Case, Ledger) {
    let build = on("3210 261 230", cost("Bygg", CostKind::Investment, single("10 000 000 kr")));
    let grant = on("3210 261 810", cost("Husbanken", CostKind::Investment, single("−4 000 000 kr")));
    let loose = cost("Inventar", CostKind::Investment, single("250 000,50 kr"));
    let case = case(8, vec![two_positions("3210 257 010")], vec![build, grant, loose]);
    let mut lines = night().lines;
    lines.extend(
        ["3210 261 230", "3210 261 270"]
            .map(|codes| Line { class: AccountClass::Investment, ..row(codes, "700 000", None) }),
    );
    (with_id("bolig", Case { title: "Ny bolig".to_owned(), ..case }), Ledger { lines, ..night() })
}

#[test]
fn what_pays_for_the_investments_adds_up_to_them_and_stands_beside_todays() {
    let (case, ledger) = home();
    let of = |organisation| {
        let made = made(core::slice::from_ref(&case), organisation, &ledger);
        shown_at(&page(&made.report()).unwrap(), 80)
    };
    let (with_loan, without) = (of(solvik_with_loan()), of(solvik()));
    let heading = "Investeringer, hvert år for seg (ikke en del av driften)";
    insta::assert_snapshot!(part(&with_loan, heading), @r#"
    Beløp i 1 000 kr
     Sak       Investering  Budsjettpost    2027  2028  2029  2030
    ───────────────────────────────────────────────────────────────
     Ny bolig  Bygg         3210 261 230  10 000     0     0     0
     Ny bolig  Inventar                      250     0     0     0
    ───────────────────────────────────────────────────────────────
     Sum                                  10 250     0     0     0
    "#);
    insta::assert_snapshot!(part(&with_loan, "Finansiering av investeringene"), @r#"
    Beløp i 1 000 kr
     Betales med            2027  2028  2029  2030
    ───────────────────────────────────────────────
     Ny bolig: Husbanken   4 000     0     0     0
     Lån                   6 250     0     0     0
    ───────────────────────────────────────────────
     Sum                  10 250     0     0     0
    "#);
    insta::assert_snapshot!(part(&without, "Finansiering av investeringene"), @r#"
    Beløp i 1 000 kr
     Betales med                             2027  2028  2029  2030
    ────────────────────────────────────────────────────────────────
     Ny bolig: Husbanken                    4 000     0     0     0
     Ikke oppgitt (lån eller egne midler)   6 250     0     0     0
    ────────────────────────────────────────────────────────────────
     Sum                                   10 250     0     0     0
    "#);
    insta::assert_snapshot!(part(&with_loan, "Investeringsbudsjettet på de samme ansvarene, nytt"), @r#"
    Beløp i 1 000 kr
     Budsjettpost       Fra       2027   2028   2029   2030
    ────────────────────────────────────────────────────────
     3210 261 230       i dag      700    700    700    700
     3210 261 230       sakene  10 000      0      0      0
     3210 261 270       i dag      700    700    700    700
     3210 261 810       sakene  −4 000      0      0      0
     Uten budsjettpost  sakene     250      0      0      0
    ────────────────────────────────────────────────────────
     Sum                         7 650  1 400  1 400  1 400
    "#);
    let summary = summary_page(&made(&[case], solvik(), &ledger).report()).unwrap();
    assert!(shown(&summary).contains("Investeringer minus tilskudd, hvert år for seg"));
}

#[test]
fn the_financing_foots_to_the_krone_in_json_and_the_investment_account_to_zero_in_csv() {
    let (case, ledger) = home();
    for organisation in [solvik_with_loan(), solvik()] {
        let has_loan = organisation.rules.loan.is_some();
        let made = made(core::slice::from_ref(&case), organisation, &ledger);
        let told = told(&made.report());
        let of_sheet = in_a_sheet(&made.report());
        for (slot, at) in told["finansiering"].as_array().unwrap().iter().enumerate() {
            assert_eq!(at["lån"].is_null(), !has_loan);
            let amount = |name: &str| at[name].as_str().map(decimal).unwrap_or_default();
            assert_eq!(amount("tilskudd") + amount("lån") + amount("ikke_oppgitt"), amount("investering"));
            let rows =
                told["investeringsbudsjett"].as_array().unwrap().iter().filter(|row| row["år"] == at["år"]);
            let total = decimal(told["sum"][slot]["investering"].as_str().unwrap());
            assert_eq!(sum(rows, "endring"), total, "the lines are the net investment of the year");
            assert_eq!(amount("investering") - amount("tilskudd"), total);
            let of_year = |class: &str| -> Decimal {
                let rows = of_sheet.lines().filter(|row| row.starts_with(at["år"].to_string().as_str()));
                let cells = rows.map(|row| row.split(';').collect::<Vec<_>>()).filter(|row| row[10] == class);
                cells.map(|row| row[7].parse::<Decimal>().unwrap()).sum()
            };
            assert_eq!(of_year("0"), Decimal::ZERO, "{of_sheet}");
            let running = decimal(told["sum"][slot]["drift"].as_str().unwrap());
            assert_eq!(of_year("1").round_dp(6), running.round_dp(6));
        }
        assert!(
            of_sheet
                .contains("2027;3210;Hjemmetjenesten;261;230;700000;10700000;10000000;;bolig;0;investering"),
            "{of_sheet}"
        );
        assert!(
            of_sheet.contains("2027;3210;Hjemmetjenesten;261;810;0;-4000000;-4000000;;bolig;0;tilskudd"),
            "{of_sheet}"
        );
        assert!(
            of_sheet.contains("2028;3210;Hjemmetjenesten;261;270;700000;700000;0;;;0;investering"),
            "{of_sheet}"
        );
        let pays = if has_loan { "lån" } else { "ikke_oppgitt" };
        assert!(of_sheet.contains(&format!("2027;;;;;;;-6250000.5;;;0;{pays}")), "{of_sheet}");
        let line = &told["investeringsbudsjett"][0];
        assert_eq!(
            (&line["dagens"], &line["nytt"], &line["saker"][0]),
            (&"700000".into(), &"10700000".into(), &"bolig".into())
        );
    }
}

#[test]
fn the_councils_tables_in_json_foot_in_both_layouts_and_are_the_rows_of_the_csv() {
    let mut made = uneven();
    made.organisation.rules.growth = [(year(2027), rate("0.043"))].into();
    let told = told(&made.report());
    for (key, per) in [("per_område", Per::Area), ("per_ansvar", Per::Unit)] {
        let tables = told["tiltak"][key].as_array().unwrap();
        assert_eq!(tables.len(), if key == "per_område" { 2 } else { 1 });
        for (shown, layout) in [("endring", Layout::Change), ("nivå", Layout::Level)] {
            let rows = csv::render(&council_sheet(&Report { layout, ..made.report() }, per).unwrap());
            assert_eq!(rows.lines().next(), Some("visning;område;ansvar;år;rad;sak;tittel;beløp"));
            for table in tables {
                let mut before: Option<Value> = None;
                for (slot, at) in table[shown]["år"].as_array().unwrap().iter().enumerate() {
                    let amount = |name: &str| decimal(at[name].as_str().unwrap());
                    let parts = ["inngående_ramme", "deflator", "endring_i_dagens_budsjett", "sum_tiltak"];
                    assert_eq!(parts.map(amount).into_iter().sum::<Decimal>(), amount("ny_ramme"), "{at}");
                    let of_year =
                        table[shown]["rader"].as_array().unwrap().iter().map(|row| &row["år"][slot]);
                    assert_eq!(sum(of_year, "beløp"), amount("sum_tiltak"));
                    if let Some(before) = before.replace(at.clone()) {
                        let from = if shown == "endring" { "ny_ramme" } else { "inngående_ramme" };
                        assert_eq!(at["inngående_ramme"], before[from], "{key} {shown}");
                    }
                    let closing = at["ny_ramme"].as_str().unwrap();
                    let row = format!(";{};ny_ramme;;;{closing}", at["år"]);
                    assert!(
                        rows.lines().any(|line| line.starts_with(shown) && line.ends_with(&row)),
                        "{row}\n{rows}"
                    );
                }
                let last = |shown: &str| table[shown]["år"][3]["ny_ramme"].clone();
                assert_eq!(last("endring"), last("nivå"), "the layouts end in the same frame");
            }
            if (per, layout) == (Per::Area, Layout::Change) {
                assert!(
                    rows.contains("endring;Stab;;2027;tiltak_uten_budsjettpost;post;Digital post;-96400\n"),
                    "{rows}"
                );
                assert!(
                    rows.contains("endring;Helse og omsorg;3210;2029;endring_i_dagens_budsjett;;;-184600\n"),
                    "{rows}"
                );
                assert!(rows.contains(";2028;tiltak;tilsyn;Digitalt tilsyn;30000\n"), "{rows}");
            }
        }
    }
}

#[test]
fn without_todays_budget_the_councils_rows_have_measures_alone() {
    let made = made(&[post()], solvik(), &Ledger::default());
    let report = Report { today: Today::NotNamed, ..made.report() };
    let told = told(&report);
    let at = &told["tiltak"]["per_område"][0]["endring"]["år"][0];
    assert!(at["inngående_ramme"].is_null() && at["ny_ramme"].is_null() && at["sum_tiltak"] == "-96400");
    let rows = csv::render(&council_sheet(&report, Per::Area).unwrap());
    assert!(!rows.contains("ramme") && rows.contains("sum_tiltak"), "{rows}");
}

#[test]
fn new_practice_stands_beside_the_savings_demand_with_what_it_costs_more_or_less() {
    let mut organisation = solvik_with_loan();
    organisation.frames.savings_demand = [(year(2028), super::sample::kroner("500000"))].into();
    let said = |amount: &str| {
        let mut case = supervision();
        case.new_practice[0].others[0].amount = super::sample::kroner(amount);
        let made = made(&[case], organisation.clone(), &night());
        shown(&summary_page(&made.report()).unwrap()).replace('\n', " ")
    };
    let more = said("350000");
    assert!(more.contains("2028: Uten omstilling viser budsjettet 844 636 kr, for ny praksis koster 30 000 kr mer enn sakene sier. Det teller ikke med i kravet."), "{more}");
    assert!(said("300000").contains("for ny praksis koster 20 000 kr mindre enn sakene sier."));
    assert!(
        !said("320000").contains("Uten omstilling viser budsjettet"),
        "nothing is said where it makes no difference"
    );
}

#[test]
fn the_summary_has_a_row_for_the_people_new_practice_changes_beyond_the_cases() {
    let mut case = supervision();
    case.new_practice[0].staff[0].fte = Fte::new(decimal("17.5"));
    let made = made(&[case, post()], solvik(), &night());
    insta::assert_snapshot!(part(&shown(&summary_page(&made.report()).unwrap()), "Årsverk tatt ut, mot i dag"), @r#"
     Område                               2027  2028  2029  2030
    ─────────────────────────────────────────────────────────────
     Helse og omsorg                       2,0   2,0   2,0   2,0
     Ny praksis, ut over det sakene sier   0,0   0,5   0,5   0,5
    ─────────────────────────────────────────────────────────────
     Sum                                   2,0   2,5   2,5   2,5
    "#);
}

#[test]
fn a_search_cut_short_names_both_ways_to_search_longer() {
    let made = two();
    let shown = shown(&page(&Report { basis: Basis::Unproven, ..made.report() }).unwrap()).replace('\n', " ");
    assert!(shown.contains("(søk lenger med --knutegrense eller --tidsgrense)"), "{shown}");
}

#[test]
fn interest_and_repayment_stand_with_what_their_line_is_today_and_no_line_is_told_twice() {
    let sensors = on("3210 257 200", cost("Sensorer", CostKind::Investment, single("1.1 mill. kr")));
    let known = |more: &[Line]| {
        let lines: Vec<Line> = night().lines.iter().cloned().chain(more.iter().cloned()).collect();
        ledger(&lines)
    };
    let sheet_of = |costs: Vec<Cost>, ledger: &Ledger| {
        in_a_sheet(
            &made(&[with_id("tilsyn", case(8, Vec::new(), costs))], solvik_with_loan(), ledger).report(),
        )
    };
    let interest = known(&[row("9000 870 500", "3 000 000", None)]);
    let shown = sheet_of(vec![sensors.clone()], &interest);
    for row in [
        "2028;9000;;870;500;3000000;3049500;49500;;tilsyn;1;renter",
        "2028;9000;;870;510;0;137500;137500;;tilsyn;1;avdrag",
    ] {
        assert!(shown.contains(row), "{shown}");
    }
    let touched = on("9000 870 195", cost("Gebyr", CostKind::Running, single("1 kr/år")));
    let shown = sheet_of(vec![sensors.clone(), touched], &interest);
    for row in
        ["2028;9000;;870;500;3000000;3000000;0;0;;1;linje", "2028;9000;;870;500;;;49500;;tilsyn;1;renter"]
    {
        assert!(shown.contains(row), "{shown}");
    }
    let shown = sheet_of(vec![sensors], &night());
    assert!(shown.contains("2028;9000;;870;500;;;49500;;tilsyn;1;renter"), "not in the file: {shown}");
}
