//! Files as accounting systems write them, and as they should not.

use super::*;
use crate::checks::explained;
use crate::diagnostic::MAX_COLLECTED;
use crate::units::{Decimal, Fte, Kroner};
use proptest::prelude::*;

const HEADING: &str = "ansvar;ansvarsnavn;funksjon;art;beløp;årsverk\n";

fn budget_year() -> Year {
    Year::new(2027).unwrap()
}

fn read_text(text: &str) -> Read {
    read("budsjett/2027.csv", text.as_bytes().to_vec(), budget_year())
}

/// Rule, line and title of each finding.
fn found(read: &Read) -> Vec<(&'static str, usize, String)> {
    let mut findings = read.findings.clone();
    findings.sort_by_key(|finding| finding.span);
    let line = |finding: &Finding| read.source.position(finding.span.start).line;
    findings.iter().map(|finding| (finding.rule, line(finding), finding.title.nb.clone())).collect()
}

fn titles(rows: &str) -> Vec<String> {
    found(&read_text(&format!("{HEADING}{rows}"))).into_iter().map(|(_, _, title)| title).collect()
}

fn kroner(text: &str) -> Kroner {
    Kroner::new(Decimal::from_str_exact(text).unwrap())
}

fn amounts(read: &Read) -> Vec<String> {
    read.ledger.lines.iter().map(|line| line.amount.value().normalize().to_string()).collect()
}

#[test]
fn a_good_file_is_read_whole_and_says_nothing() {
    let read = read_text(&format!(
        "{HEADING}3210;Hjemmetjenesten;257;010;12 345 678,50;22,4\n3210;;257;700;-1200;\n"
    ));
    assert_eq!(found(&read), []);
    assert_eq!((read.ledger.lines.len(), read.bad), (2, 0));
    let lines: Vec<&Line> = read.ledger.lines.iter().collect();
    let line = lines[0];
    assert_eq!((&*line.unit, &*line.function, &*line.art), ("3210", "257", "010"));
    assert_eq!(line.amount, kroner("12345678.50"));
    assert_eq!(line.fte, Some(Fte::new(Decimal::from_str_exact("22.4").unwrap())));
    assert_eq!((line.year, line.class), (None, AccountClass::Running));
    assert_eq!(read.source.slice(line.span), "3210;Hjemmetjenesten;257;010;12 345 678,50;22,4");
    assert_eq!(read.source.slice(read.cell(line, Column::Amount)), "12 345 678,50");
    assert_eq!((lines[1].fte, lines[1].amount), (None, kroner("-1200")));
    assert_eq!(read.ledger.unit_names.get("3210").map(|name| &**name), Some("Hjemmetjenesten"));
    assert_eq!(read.layout.delimiter, b';');
}

#[test]
fn commas_quotes_thousands_years_and_classes_in_any_order() {
    let text = "\u{feff}\"Art\",\"Beløp (1000 kr)\",FUNKSJON, ansvar ,år,kontoklasse\r\n\
                010,\"1 250,5\",257,\"3210, natt\",2028,\r\n\r\n,,,,,,,\r\n230,\"-12\",222,6100,,0\r\n";
    let read = read_text(text);
    assert_eq!(found(&read), []);
    assert_eq!(amounts(&read), ["1250500", "-12000"]);
    let lines: Vec<&Line> = read.ledger.lines.iter().collect();
    let [first, second] = lines.as_slice() else { panic!("two lines") };
    assert_eq!((&*first.unit, first.year.map(Year::number)), ("3210, natt", Some(2028)));
    assert_eq!((second.class, second.year), (AccountClass::Investment, None));
    assert_eq!(read.source.position(second.span.start).line, 5);
}

#[test]
fn windows_1252_is_found_out_and_said_once() {
    let bytes =
        b"ansvar;ansvarsnavn;funksjon;art;bel\xf8p;\xe5rsverk\n3210;M\xf8lla;257;010;1\xa0200;2,5\n".to_vec();
    let read = read("b.csv", bytes, budget_year());
    assert_eq!(read.encoding, Encoding::Windows1252);
    assert_eq!(found(&read), [("tolket-budsjettfil", 1, "Fila er lest som Windows-1252".to_owned())]);
    assert_eq!(amounts(&read), ["1200"]);
    assert_eq!(read.ledger.unit_names.get("3210").map(|name| &**name), Some("Mølla"));
}

#[test]
fn columns_that_are_not_read_are_named_once() {
    let read = read_text("ansvar;funksjon;art;beløp;Prosjekt;Merknad\n1;120;010;5;x;y\n2;120;010;5;x;y\n");
    assert_eq!(
        found(&read),
        [("tolket-budsjettfil", 1, "Disse kolonnene er ikke lest: «Prosjekt» og «Merknad»".to_owned())]
    );
    assert_eq!(read.ledger.lines.len(), 2);
}

#[test]
fn a_bad_line_is_a_finding_at_its_cell_and_the_good_lines_count() {
    let rows = "3210;;257;010;100;\n3210;;257;010;(100);\n3210;;257;010;;\n;;257;010;1;\n3210;;257;;1;\n\
                3210;;257;010;1;-2\n3210;;257;010;5;;;\n3210;;257;010;6;;;x\n3210;;257\n3210;;257;010;7\n";
    let read = read_text(&format!("{HEADING}{rows}"));
    assert_eq!(amounts(&read), ["100", "5", "7"]);
    assert_eq!(read.bad, 7);
    let expected = [
        (3, "«(100)» kan ikke leses som beløp"),
        (4, "Linja har ikke beløp"),
        (5, "Linja har ikke ansvar"),
        (6, "Linja har ikke art"),
        (7, "«-2» årsverk er mindre enn ingen"),
        (9, "Linja har flere celler enn overskriften: «x» står utenfor"),
        (10, "Linja har 3 av overskriftens 6 celler"),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(line, title)| ("ulesbar-budsjettlinje", *line, (*title).to_owned())).collect();
    assert_eq!(found(&read), expected);
    let parentheses = read.findings.iter().find(|finding| finding.title.nb.contains("(100)")).unwrap();
    assert_eq!(read.source.slice(parentheses.span), "(100)");
}

#[test]
fn a_line_with_two_bad_cells_has_both_said() {
    assert_eq!(
        titles("3210;;257;010;x;y\n"),
        ["«x» kan ikke leses som beløp", "«y» kan ikke leses som årsverk"]
    );
}

#[test]
fn codes_a_spreadsheet_has_shortened_are_one_finding_each_with_what_to_write() {
    let read = read_text(&format!("{HEADING}1;;120;10;5;\n1;;120;10;6;\n1;;120;99;6;\n1;;12x;010;6;\n"));
    assert_eq!((read.bad, read.ledger.lines.len()), (4, 0));
    let titles: Vec<_> = found(&read).into_iter().map(|(_, line, title)| (line, title)).collect();
    assert_eq!(
        titles,
        [
            (2, "«10» er ikke tre siffer, som en art skal ha, på denne linja og én til".to_owned()),
            (4, "«99» er ikke tre siffer, som en art skal ha".to_owned()),
            (5, "«12x» er ikke tre siffer, som en funksjon skal ha".to_owned()),
        ]
    );
    assert!(
        read.findings.into_iter().any(|finding| explained(finding).how().text().nb.starts_with("Skriv 010."))
    );
}

#[test]
fn years_outside_the_plan_are_left_out_and_what_is_no_year_or_class_is_refused() {
    let text = "ansvar;funksjon;art;beløp;år;kontoklasse\n1;120;010;5;2026;\n1;120;010;5;2031;1\n1;120;010;5;2030;2\n1;120;010;5;27;\n";
    let read = read_text(text);
    assert_eq!((read.bad, read.ledger.lines.len()), (2, 0));
    let told = found(&read);
    let has = |title: &str| told.iter().any(|(_, _, told)| told == title);
    assert!(has("Kontoklasse «2» er verken drift eller investering"));
    assert!(has("«27» er ikke et år i økonomiplanen 2027–2030"));
    let left_out = "Linjer for 2026 og 2031 er ikke med, 2 i alt: økonomiplanen er 2027–2030".to_owned();
    assert!(found(&read).contains(&("tolket-budsjettfil", 2, left_out)));
}

#[test]
fn an_ambiguous_amount_is_read_only_where_the_column_tells() {
    let rows = |more: &str| {
        read_text(&format!("{HEADING}1;;120;010;-1.200;\n1;;120;010;2.500;\n1;;120;020;7;\n{more}"))
    };
    let alone = rows("");
    assert_eq!((amounts(&alone), alone.bad), (vec!["7".to_owned()], 2));
    let title = "«-1.200» kan bety både 1 200 og 1,2, og 1 til er skrevet slik".to_owned();
    assert_eq!(found(&alone), [("tvetydig-beløp", 2, title)]);
    let thousands = rows("1;;120;030;12,50;\n");
    assert_eq!(amounts(&thousands), ["-1200", "2500", "7", "12.5"]);
    assert_eq!(found(&thousands), [("tolket-budsjettfil", 2, "«-1.200» er lest som hele tusen".to_owned())]);
    let decimals = rows("1;;120;030;12.50;\n");
    assert_eq!(amounts(&decimals), ["-1.2", "2.5", "7", "12.5"]);
    assert_eq!(found(&decimals)[0].2, "«-1.200» er lest med tre desimaler");
    let both = rows("1;;120;030;12.50;\n1;;120;030;12,50;\n");
    assert_eq!((amounts(&both).len(), both.bad), (3, 2), "a column that contradicts itself tells nothing");
}

#[test]
fn the_two_columns_of_numbers_are_settled_each_for_itself() {
    let read = read_text(&format!("{HEADING}1;;120;010;1.200;1,125\n1;;120;010;5;0,5\n"));
    assert_eq!((read.ledger.lines.len(), read.bad), (1, 1));
    let read = read_text(&format!("{HEADING}1;;120;010;1.200.000;1,125\n1;;120;010;5;0,5\n"));
    assert_eq!(read.ledger.lines.iter().next().unwrap().fte, Some(Fte::new(Decimal::new(1125, 3))));
    let read = read_text("ansvar;funksjon;art;beløp (1000 kr)\n1;120;010;1.200\n1;120;010;2,5\n");
    assert_eq!(amounts(&read), ["1200000", "2500"]);
}

#[test]
fn findings_are_no_more_than_are_collected_and_every_line_is_still_counted() {
    let read = read_text(&format!("{HEADING}{}", "1;;120;010;x;\n".repeat(2_000)));
    assert_eq!((read.findings.len(), read.bad), (MAX_COLLECTED, 2_000));
}

#[test]
fn an_open_quote_at_the_start_of_a_large_file_does_not_swallow_it() {
    let rows = "1;Navn;120;010;5;\n".repeat(100_000);
    let read = read_text(&format!("{HEADING}1;\"Navn;120;010;5;\n{rows}"));
    assert_eq!((read.ledger.lines.len(), read.bad), (100_000, 1));
    assert_eq!(found(&read), [("ulesbar-budsjettlinje", 2, "Hermetegnet åpnes, men lukkes ikke".to_owned())]);
    assert_eq!(read.source.position(read.findings[0].span.start).column, 3);
    let read = read_text(&format!("\"{HEADING}{rows}"));
    assert_eq!((read.ledger.lines.len(), read.bad), (0, 100_000));
    assert_eq!(found(&read)[0].0, "ulesbar-budsjettlinje");
}

#[test]
fn an_ansvar_that_is_not_what_it_looks_like_is_told() {
    let read = |unit: &str| read_text(&format!("{HEADING}3230;;120;010;5;\n{unit};;120;010;6;\n"));
    let hidden = ["\u{feff}3230", "\u{200b}3230", "32\u{ad}30", "\u{202e}3230", "3230\u{200d}", "3230\0"];
    for unit in hidden.into_iter().chain(["'3230", "#3230", "３２３０"]) {
        let read = read(unit);
        assert_eq!((amounts(&read), read.bad, read.findings.len()), (vec!["5".to_owned()], 1, 1), "{unit:?}");
        assert!(read.ledger.unread.is_open(), "{unit:?}");
    }
    let found = &found(&read("\u{ad}3230"))[0];
    assert_eq!(found.2, "Ansvaret «3230» har et tegn som ikke synes (U+00AD)");
    for unit in ["03230", "3230.0", "3230,00"] {
        let read = read(unit);
        assert_eq!(
            (read.bad, read.findings.len(), read.findings[0].rule),
            (0, 1, "tolket-budsjettfil"),
            "{unit}"
        );
    }
    for unit in ["3230", "3230.1", "A3230", "32300", "3230-0"] {
        assert_eq!(read(unit).findings, vec![], "{unit}");
    }
    let named = read_text(&format!("\u{feff}{HEADING}3230;Natt\u{ad}jen\u{200b}esten;120;010;5;\n"));
    assert_eq!((named.bad, named.ledger.unit_names["3230"].as_ref()), (0, "Nattjenesten"));
}

#[test]
fn a_text_in_quotes_does_not_take_other_lines_with_it() {
    let read = |rows: &str| read_text(&format!("{HEADING}{rows}\n9;;120;010;7;\n"));
    let swallowed = read("1;\"Natt;120;010;5;\n2;Dag;120;010;6;\n3;Kveld\";120;010;8;");
    assert_eq!((amounts(&swallowed), swallowed.bad), (vec!["7".to_owned()], 1));
    assert!(swallowed.ledger.unread.is_open());
    let written = read("1;\"Natt;\nog dag\";120;010;5;");
    assert_eq!((amounts(&written), written.bad), (vec!["5".to_owned(), "7".to_owned()], 0));
}

#[test]
fn hostile_files_are_findings() {
    let wide = read_text(&format!("{HEADING}1;;120;010;5;{}\n1;;120;010;6;\n", ";".repeat(1_000_000)));
    assert_eq!((amounts(&wide), wide.bad), (vec!["6".to_owned()], 1));
    let long = read_text(&format!("{HEADING}{};;120;010;5;\n1;;120;010;6;\n", "x".repeat(1_000_000)));
    assert_eq!((amounts(&long), long.bad), (vec!["6".to_owned()], 1));
    assert!(found(&long)[0].2.len() < 200);
    let nul = read_text(&format!("{HEADING}\0;;120;010;5;\n1;;120;010;\0;\n1;;120;010;6;\n"));
    assert_eq!((amounts(&nul), nul.bad, nul.findings.len()), (vec!["6".to_owned()], 2, 2));
    let separators = read_text(&";".repeat(1_000_000));
    assert_eq!(found(&separators)[0].0, "uklar-overskrift");
    let huge = read("b.csv", vec![b' '; MAX_BYTES + 1], budget_year());
    assert_eq!(found(&huge)[0].2, "Fila er større enn 256 MiB");
}

proptest! {
    #[test]
    fn any_bytes_are_lines_or_findings_inside_the_file(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..200),
            "(ansvar;funksjon;art;beløp;årsverk;år\n)?([0-9a;.,\" \n\r−(-]|010;|;120;|2027|\u{a0}|\0){0,80}".prop_map(String::into_bytes),
            "(Plan\n)?ansvar;funksjon;art;2027;2028;årsverk\n([0-9;.,\"\n–-]|1;120;010;|Sum;|12000;|1.200){0,60}".prop_map(String::into_bytes),
        ],
    ) {
        let read = read("b.csv", bytes, budget_year());
        let length = read.source.text.len();
        for finding in &read.findings {
            let span = finding.span;
            prop_assert!(span.start <= span.end && span.end as usize <= length);
            prop_assert!(read.source.text.get(span.start as usize..span.end as usize).is_some());
        }
        for line in read.ledger.lines.iter() {
            prop_assert!(line.span.end as usize <= length);
            let place = read.cell(line, Column::Art);
            prop_assert_eq!(crate::rates::kostra_base(read.source.slice(place)), &*line.art);
        }
        prop_assert!(read.bad == 0 || !read.findings.is_empty());
    }

    #[test]
    fn good_lines_and_bad_lines_are_all_lines(
        rows in prop::collection::vec(prop_oneof![
            Just("1;;120;010;5;"), Just("1;;120;10;5;"), Just("1;;120;010;1.200;1,300"), Just("1;;120;010;x;y"),
            Just("1;\"a;120;010;5;"), Just("1;;120;010;7,5;2"), Just("1;;120"), Just("2;;120;010;1,200,000;"),
        ], 0..40),
    ) {
        let read = read_text(&format!("{HEADING}{}", rows.join("\n\n;;\n")));
        prop_assert_eq!(read.ledger.lines.len() + read.bad, rows.len());
    }
}

#[test]
fn a_number_that_is_too_long_says_where_the_limit_is() {
    let long = "9".repeat(16);
    assert_eq!(
        titles(&format!("3210;H;257;010;{long};\n")),
        [format!("«{long}» har mer enn 15 sifre foran komma, eller mer enn 24 i alt")]
    );
}

fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

/// As a municipality's own export: a column for each year, accounting dashes, codes of five and six digits.
const EXPORT: &str = "ansvar;ansvarsnavn;funksjon;art;2013;2014;2015;2016\n\
    021610;Krav;12000;113000; 190 000,00 ; 190 000,00 ; -   ; –   \n\
    021610;Krav;12000;100000; 1 200,50 ; -1 000,00 ;−5,00;- 5,00\n";

#[test]
fn a_column_for_each_year_gives_a_line_for_each_and_a_lone_dash_is_zero() {
    let read = read("b.csv", EXPORT.into(), year(2013));
    assert_eq!(found(&read), []);
    let lines: Vec<&Line> = read.ledger.lines.iter().collect();
    let first = lines[0];
    assert_eq!((&*first.unit, &*first.function, &*first.art), ("021610", "120", "113"));
    let years: Vec<u16> = lines.iter().filter_map(|line| line.year.map(Year::number)).collect();
    assert_eq!(years, [2013, 2014, 2015, 2016, 2013, 2014, 2015, 2016]);
    assert_eq!(amounts(&read), ["190000", "190000", "0", "0", "1200.5", "-1000", "-5", "-5"]);
    assert_eq!(read.source.slice(read.cell(lines[5], Column::Amount)), "-1 000,00");
    let long: Vec<_> = read.long_codes.iter().flatten().map(|code| code.written.as_str()).collect();
    assert_eq!(long, ["12000", "113000"]);
}

#[test]
fn years_outside_the_plan_are_not_read_and_said_and_none_in_it_is_no_heading() {
    let shifted = read("b.csv", EXPORT.into(), year(2015));
    assert_eq!(amounts(&shifted), ["0", "0", "-5", "-5"]);
    assert_eq!(found(&shifted)[0].2, "Disse kolonnene er ikke lest: «2013» og «2014»");
    let other = read("b.csv", EXPORT.into(), budget_year());
    let title = "Beløpene er for «2013», «2014», «2015» og «2016», men økonomiplanen er 2027–2030";
    assert_eq!(found(&other), [("uklar-overskrift", 1, title.to_owned())]);
    let both = read_text("ansvar;funksjon;art;beløp;2027\n1;120;010;5;7\n");
    assert_eq!((amounts(&both), both.findings.len()), (vec!["5".to_owned()], 1));
    let twice = read_text("ansvar;funksjon;art;2027;2028;2027\n");
    assert_eq!(found(&twice)[0].2, "Kolonnen «2027» står to ganger");
}

#[test]
fn a_row_of_years_is_read_whole_or_not_at_all() {
    let text = "ansvar;funksjon;art;2027 (1000 kr);2028 (1000 kr);årsverk\n1;120;010;1.200;2,5;1,125\n\
                1;120;020;x;y;z\n2;120;010;3;4;0,5\n";
    let read = read_text(text);
    assert_eq!(amounts(&read), ["1200000", "2500", "3000", "4000"]);
    let fte: Vec<_> = read.ledger.lines.iter().filter_map(|line| line.fte).collect();
    assert_eq!(fte[..2], [Fte::new(Decimal::new(1125, 3)); 2]);
    assert_eq!((read.bad, read.ledger.unread.may_be_line("1", "120", "010")), (1, false));
    assert!(read.ledger.unread.may_be_line("1", "120", "020"));
    let open = read_text("ansvar;funksjon;art;2027;2028\n1;120;010;1.200;5\n2;120;010;7;8\n");
    assert_eq!((amounts(&open), open.bad), (vec!["7".to_owned(), "8".to_owned()], 1));
}

#[test]
fn the_heading_is_found_under_a_title_and_what_stands_over_it_is_said_once() {
    let title = "Budsjett 2027;;;\nSolvik kommune\n\nAlle tall i kroner;;;\n";
    let read = read_text(&format!("{title}{HEADING}1;;120;010;5;\n"));
    assert_eq!(amounts(&read), ["5"]);
    let said = "Overskriften står på linje 5, og det som står over den, er ikke lest";
    assert_eq!(found(&read), [("tolket-budsjettfil", 1, said.to_owned())]);
    let comma = read_text("Budsjett; 2027\nansvar,funksjon,art,beløp\n1,120,010,5\n");
    assert_eq!((amounts(&comma), comma.layout.delimiter), (vec!["5".to_owned()], b','));
    let ten = read_text(&format!("{}{HEADING}1;;120;010;5;\n", "x\n".repeat(9)));
    assert_eq!(ten.ledger.lines.len(), 1);
    let eleven = read_text(&format!("{}{HEADING}1;;120;010;5;\n", "x\n".repeat(10)));
    assert_eq!(found(&eleven)[0].2, "Fila har ingen overskrift i de 10 første linjene");
}

#[test]
fn sum_lines_are_left_out_and_named() {
    let rows = "1;A;120;010;5;\n1;A;120;020;6;\n1;Sum A;;;11;\n2;B;120;010;7;\nSum ansvar 2;;;;7;\n;Totalt;;;18;\n2;B;120;Sum;7;\nSum;18\n";
    let read = read_text(&format!("{HEADING}{rows}"));
    assert_eq!((amounts(&read), read.bad), (vec!["5".to_owned(), "6".to_owned(), "7".to_owned()], 0));
    let said = "Linje 4, 6, 7, 8 og 9 er summer, og er ikke med";
    assert_eq!(found(&read), [("tolket-budsjettfil", 4, said.to_owned())]);
    assert!(read.ledger.unread.is_empty());
    let many = read_text(&format!("{HEADING}1;A;120;010;5;\n{}", "Total;;;;5;\n".repeat(7)));
    assert_eq!(found(&many)[0].2, "Linje 3, 4, 5, 6, 7 og 2 til er summer, og er ikke med");
    let one = read_text(&format!("{HEADING}1;A;120;010;5;\n* TOTALT;;;;5;\n"));
    assert_eq!(found(&one)[0].2, "Linje 3 er en sum, og er ikke med");
}

#[test]
fn a_line_that_is_what_the_lines_over_it_come_to_is_a_sum_and_any_other_without_codes_is_bad() {
    let rows = "1;A;120;010;5;\n1;A;120;020;6;\n1;;;;11;\n2;B;120;010;7;\n2;B;120;020;1;\n2;;;;8;\n;;;;19;\n3;;;;20;\n";
    let read = read_text(&format!("{HEADING}{rows}"));
    assert_eq!((read.ledger.lines.len(), read.bad), (4, 1));
    let expected = [
        ("tolket-budsjettfil", 4, "Linje 4, 7 og 8 er summer av linjene over, og er ikke med"),
        ("ulesbar-budsjettlinje", 9, "Linja har ikke funksjon"),
        ("ulesbar-budsjettlinje", 9, "Linja har ikke art"),
    ];
    assert_eq!(found(&read), expected.map(|(rule, line, title)| (rule, line, title.to_owned())));
    assert!(read.ledger.unread.may_be("3") && !read.ledger.unread.may_be("2"));
    let chance = read_text(&format!("{HEADING}1;A;120;010;5;\n1;A;;;5;\n"));
    assert_eq!(chance.bad, 1, "two lines may be alike by chance");
    let years = "ansvar;funksjon;art;2027;2028\n1;120;010;1;2\n1;120;020;3;4\n1;;;4;6\n1;;;4;7\n";
    assert_eq!((read_text(years).ledger.lines.len(), read_text(years).bad), (4, 1));
}

#[test]
fn a_line_with_its_three_codes_is_never_a_sum_for_its_name_or_its_amount() {
    let rows = "1;Sum og Total AS;120;010;5;\n1;;120;020;6;\n1;;120;030;11;\n";
    let read = read_text(&format!("{HEADING}{rows}"));
    assert_eq!((amounts(&read).len(), found(&read)), (3, vec![]));
}

#[test]
fn period_is_known_and_its_lines_are_summed_as_others() {
    let read = read_text("ansvar;funksjon;art;beløp;periode\n1;120;010;5;202701\n1;120;010;6;202702\n");
    assert_eq!((amounts(&read).len(), found(&read)), (2, vec![]));
}

#[test]
fn a_cell_of_three_megabytes_and_many_lines_without_codes_are_read_in_linear_time() {
    let long = "9".repeat(3_000_000);
    for row in [
        format!("1;{long};120;010;5;"),
        format!("1;;{long};010;5;"),
        format!("{long};;;;5;"),
        format!("1;;120;010;{long};"),
    ] {
        let read = read_text(&format!("{row}\n{HEADING}{row}\n1;;120;010;6;\n"));
        assert!(amounts(&read).contains(&"6".to_owned()));
    }
    let read = read_text(&format!("{HEADING}{}", ";;;;5;\n".repeat(200_000)));
    assert_eq!((read.ledger.lines.len(), read.bad), (0, 200_000));
}

fn accounts(rows: &str) -> Read {
    let text = format!("ansvar;funksjon;art;periode;beløp\n{rows}");
    read_accounts("regnskap.csv", text.into_bytes(), budget_year())
}

#[test]
fn the_months_of_accounts_are_those_something_is_booked_in() {
    let read = accounts("1;257;010;3;5\n1;257;010;08;-2,5\n1;257;010;202712;0\n");
    assert_eq!((found(&read), read.bad), (vec![], 0));
    assert_eq!(read.last_month.map(Month::number), Some(8));
    assert_eq!(read_text(&format!("{HEADING}1;;257;010;5;\n")).last_month, None, "a budget has no months");
}

#[test]
fn months_that_cannot_be_read_are_said_once_each_with_how_many_lines() {
    let read = accounts("1;257;010;13;5\n1;257;010;13;5\n1;257;010;;5\n1;257;010;2026-01;5\n1;257;010;1;5\n");
    assert_eq!(read.bad, 4);
    let line = "ulesbar-budsjettlinje";
    assert_eq!(
        found(&read),
        [
            (line, 2, "Periode «13» er ikke en måned, på denne linja og én til".to_owned()),
            (line, 4, "Linja har ikke periode".to_owned()),
            (line, 5, "Periode «2026-01» er ikke i budsjettåret 2027".to_owned()),
        ]
    );
    assert!(read.ledger.unread.may_be_art("1", "010") && !read.ledger.unread.may_be_art("1", "120"));
}
