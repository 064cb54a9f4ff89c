//! The pages and the JSON of the future budget, from lines written by hand.

use super::budget::{budget_of, ledger, licence, night, on, row, two_positions, with_id};
use super::contracts::validated;
use super::sample::{avoided, case, cost, decimal, rate, single, solvik, year};
use super::worked_example::solvik_with_loan;
use a3::budget::{FutureBudget, Layout};
use a3::contract::{self, budget as output};
use a3::ledger::Ledger;
use a3::model::{Benefit, Case, CostKind, From, NewPractice, Organisation, OtherLine, Staffing};
use a3::render::{Look, csv, text};
use a3::text::Language;
use a3::units::{Decimal, Fte};
use a3::view::budget_page::{
    Basis, Detail, LeftOut, Per, Report, Today, council_page, page, sheet, summary_page, warnings,
};
use a3::view::page::Page;
use serde_json::Value;

/// The sheet as it is put together of its parts.
fn in_a_sheet(report: &Report<'_>) -> String {
    let units = report.budget.units.iter().flat_map(|unit| sheet::of_unit(report, unit).unwrap());
    let rows: Vec<_> = units.chain(sheet::beside_lines(report).unwrap()).collect();
    csv::headings(&sheet::headings()) + &csv::rows(rows.iter().map(Vec::as_slice))
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
    organisation: Organisation,
}

fn made(cases: &[Case], organisation: Organisation, ledger: &Ledger) -> Made {
    Made { budget: budget_of(cases, &organisation, ledger), organisation }
}

impl Made {
    fn report(&self) -> Report<'_> {
        Report {
            budget: &self.budget,
            today: TODAY,
            basis: Basis::All,
            left_out: &[],
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

    Tallene er rundet av hver for seg. Derfor kan summen avvike litt fra delene.
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
    assert!(shown.contains("«Digital post» tar ut penger uten budsjettpost"), "{shown}");
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
    organisation.rules.deflator = [(year(2027), rate("0.043"))].into();
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
fn where_the_print_does_not_foot_it_is_said_under_the_table() {
    let gain = |name: &str| Benefit {
        budget_lines: vec![super::sample::line("3210 257 170", "1")],
        ..avoided(name, single("1 400 kr/år"))
    };
    let of = |id: &str| with_id(id, case(8, vec![gain("km")], Vec::new()));
    let made = made(&[of("en"), of("to")], solvik(), &night());
    let shown = shown(&council_page(&made.report(), Per::Unit).unwrap());
    let note = "Derfor går ikke summen helt opp i 2027, 2028, 2029 og 2030.";
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
    Tallene er rundet av hver for seg. Derfor kan summen avvike litt fra delene.
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
    let told = told(&made, None);
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
    assert!(shown.contains("3 linjer i budsjett/2027.csv kunne ikke leses"), "{shown}");
}

#[test]
fn each_doubt_is_a_sentence_with_its_years() {
    let gain = |codes: &str, amount: &str| Benefit {
        budget_lines: vec![super::sample::line(codes, "1")],
        ..avoided(codes, single(amount))
    };
    let gains = vec![gain("3210 257 170", "600 000 kr/år"), gain("3210 257 120", "5 000 kr/år")];
    let made = made(&[with_id("km", case(8, gains, Vec::new()))], solvik(), &night());
    let said: Vec<_> = warnings(&made.budget, TODAY).unwrap();
    let words: Vec<String> = said.iter().map(|one| one.words.nb.replace('\u{a0}', " ")).collect();
    assert_eq!(
        words,
        [
            "3210 257 170: i 2027 tas det ut 600 000 kr, men det står bare 500 000 kr på linjen (km). Det samme gjelder 2028, 2029 og 2030. Ta ut mindre, eller rett budsjettposten.",
            "3210 257 120: i 2027 tas det ut 5 000 kr, men linjen står ikke i dagens budsjett (km). Det samme gjelder 2028, 2029 og 2030. Rett budsjettposten, så pengene tas der de står.",
        ]
    );
    assert_eq!(said.iter().map(|one| one.is_wrong).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_unit_that_runs_out_of_people_and_two_new_practices_are_wrong() {
    let few = ledger(&[row("3210 257 010", "10 400 000", Some("1.5"))]);
    let bare = Case { new_practice: Vec::new(), ..supervision() };
    let short = made(&[bare], solvik(), &few);
    let said = warnings(&short.budget, TODAY).unwrap();
    let unit = said.iter().find(|one| one.words.nb.contains("ansvaret har bare")).unwrap();
    assert!(
        unit.is_wrong
            && unit.words.nb.contains("2\u{a0}årsverk, men ansvaret har bare 1,5\u{a0}årsverk (tilsyn)"),
        "{}",
        unit.words.nb
    );
    let clash = made(&[supervision(), with_id("annen", supervision())], solvik(), &night());
    let said = warnings(&clash.budget, TODAY).unwrap();
    let both = said.iter().find(|one| one.words.nb.contains("Da brukes ingen av dem")).unwrap();
    assert!(
        both.is_wrong
            && both.words.nb.contains("annen, tilsyn")
            && both.words.nb.contains("2028, 2029 og 2030")
    );
}

#[test]
fn no_cases_is_said_and_shows_who_was_left_out() {
    let made = made(&[], solvik(), &night());
    let left_out = [LeftOut { id: "alfa".to_owned(), why: a3::text!(nb: "Venter.", en: "Waits.") }];
    let report = Report { left_out: &left_out, ..made.report() };
    for page in [page(&report), council_page(&report, Per::Area), summary_page(&report)] {
        let shown = shown(&page.unwrap());
        assert!(
            shown.contains("Ingen saker kan regnes ut, så budsjettet blir som i dag.")
                && shown.contains("alfa"),
            "{shown}"
        );
    }
}

fn told(made: &Made, today: Option<output::TodayFile<'_>>) -> Value {
    let known = if today.is_some() { TODAY } else { Today::NotNamed };
    let warnings = warnings(&made.budget, known).unwrap().into_iter();
    let json = output::json(&output::Budgeted {
        budget: &made.budget,
        selection: output::Selection::All,
        today,
        warnings: warnings
            .map(|one| output::Warning { is_wrong: one.is_wrong, words: one.words.nb })
            .collect(),
        left_out: vec![contract::LeftOut { id: "alfa".to_owned(), reason: "1 feil, i linje 3".to_owned() }],
    });
    validated(&json.unwrap(), &output::schema())
}

fn sum<'v>(rows: impl Iterator<Item = &'v Value>, field: &str) -> Decimal {
    let amounts = rows.map(|row| decimal(row[field].as_str().unwrap()));
    amounts.fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount).unwrap())
}

#[test]
fn json_holds_every_line_and_its_sums_can_be_added_by_hand() {
    let made = two();
    let told = told(&made, Some(output::TodayFile { path: "budsjett/2027.csv", bad: 0 }));
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
    let told = told(&made(&[supervision()], solvik(), &night()), None);
    assert!(told["lån"].is_null() && told["sum"][1]["kapitalkostnad"].is_null());
    assert!(told["investeringer"][0]["år"][1]["renter"].is_null());
}

#[test]
fn the_sheet_has_the_rows_of_the_json_and_runs_no_formula() {
    let hostile = Ledger { unit_names: [("3210".into(), "=cmd()".into())].into(), ..night() };
    let made = made(&[supervision(), post()], solvik_with_loan(), &hostile);
    let rows = in_a_sheet(&made.report());
    let mut lines = rows.lines();
    assert_eq!(lines.next(), Some("år;ansvar;ansvarsnavn;funksjon;art;dagens;nytt;endring;årsverk;saker"));
    assert_eq!(lines.next(), Some("2027;3210;'=cmd();257;010;10400000;9360000;-1040000;2;tilsyn"));
    let told = told(&made, None);
    let of_json = told["rader"].as_array().unwrap().len();
    assert!(
        rows.lines().nth(of_json).unwrap().starts_with("2030;"),
        "the rows of the json come first: {rows}"
    );
    let first_year = rows.lines().filter(|row| row.starts_with("2027;"));
    let sum: Decimal = first_year
        .map(|row| row.split(';').nth(7).unwrap().replace(',', ".").parse::<Decimal>().unwrap())
        .sum();
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
    let left_out = [LeftOut { id: "\u{1b}[0m".to_owned(), why: a3::text!(nb: "Venter.", en: "Waits.") }];
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
    assert!(shown.contains("New budget 2027–2030") && shown.contains("Without budget line"), "{shown}");
}
