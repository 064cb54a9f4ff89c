//! Every advice that gives a value back: followed, it is read, and it is what was meant.

use super::*;

/// A value that is wrongly written, and the same value rightly written.
const VALUES: &[(&str, &str)] = &[
    ("120.000,-", "120 000 kr"),
    ("1.200.000,-", "1 200 000 kr"),
    ("-120.000,-", "-120 000 kr"),
    ("120.000,- kr", "120 000 kr"),
    ("1.200.000 kr", "1 200 000 kr"),
    ("1.200.000,50 kr", "1 200 000,50 kr"),
    ("1,200,000.5 kr", "1 200 000,5 kr"),
    ("1200 000 kr", "1 200 000 kr"),
    ("1 2 00 kr/år", "1 200 kr/år"),
    ("12 0000 kr", "120 000 kr"),
    ("1  200 kr", "1 200 kr"),
    ("500k", "500 000"),
    ("500k kr", "500 000 kr"),
    ("500 K kr/år", "500 000 kr/år"),
    ("1,5M kr", "1,5 mill. kr"),
    ("kr 500k", "500 000 kr"),
    ("ca. 200 timer", "200 timer"),
    ("ca 200 timer/år", "200 timer/år"),
    ("Ca. 1.200.000 kr", "1 200 000 kr"),
    ("cirka 5 årsverk", "5 årsverk"),
    ("omtrent 12 min", "12 min"),
    ("om lag 3 mill. kr", "3 mill. kr"),
    ("rundt 40 besøk/uke", "40 besøk/uke"),
    ("~200 timer", "200 timer"),
    ("≈ 25 %", "25 %"),
    ("inntil 3 uker", "3 uker"),
    ("minst 10 %", "10 %"),
    ("> 10 %", "10 %"),
    ("20 % stilling", "0,2 årsverk"),
    ("50 prosent stilling", "0,5 årsverk"),
    ("20 % av en stilling", "0,2 årsverk"),
    ("1/2 årsverk", "0,5 årsverk"),
    ("3/4 årsverk", "0,75 årsverk"),
    ("½ årsverk", "0,5 årsverk"),
    ("1½ time", "1,5 timer"),
    ("2 × 5 kr", "10 kr"),
    ("3 + 4 timer", ""),
    ("3 timer + 30 min", "3,5 timer"),
    ("1e3 kr", "1 000 kr"),
    ("1e-3 kr", "0,001 kr"),
    ("1_000 kr", "1 000 kr"),
    ("+5 kr", "5 kr"),
    ("–500 kr", "-500 kr"),
    ("— 500 kr/år", "-500 kr/år"),
    (".5 kr", "0,5 kr"),
    (",5 årsverk", "0,5 årsverk"),
    ("5 tmier", "5 timer"),
    ("5 kronner", "5 kr"),
    ("5 kr/måne", "5 kr/måned"),
    ("2 milioner kr", "2 mill. kr"),
    ("3 faste årsverk", "3 årsverk"),
    ("2 tusen norske kr", "2 000 kr"),
    ("5 kr/", "5 kr"),
    ("5 kr per", "5 kr"),
    ("2 timer møte", "2 timer"),
    ("500 kr (anslag)", "500 kr"),
    ("500 kr ekskl. mva", "500 kr"),
    ("500 kr?", "500 kr"),
    ("500 kr årlig", "500 kr/år"),
    ("500 kr hver måned", "500 kr/måned"),
    ("3 timer ukentlig", "3 timer/uke"),
    ("2 timer daglig", "2 timer/døgn"),
    ("4 000 kr per robot og år", "4 000 kr/robot/år"),
    ("1 time pr. ansatt og uke", "1 time/ansatt/uke"),
    ("kr 1.200,- pr mnd", "1 200 kr/måned"),
    ("kr -1.200,-/uke", "-1 200 kr/uke"),
    ("kr 1.200,-", "1 200 kr"),
    ("60t kr/år", "60 000 kr/år"),
    ("60 T kr", "60 000 kr"),
    ("60 t. kr/år", "60 000 kr/år"),
    ("1,5m kr", "1 500 000 kr"),
    ("1 200 kr/mnd × 12", "14 400 kr/år"),
    ("1 200 kr pr mnd × 12", "14 400 kr/år"),
    ("12 × 1 200 kr i måneden", "14 400 kr/år"),
    ("1 200 kr/uke × 52", "62 400 kr/år"),
    ("2 timer/uke * 46", "92 timer/år"),
    ("100 kr/dag × 230", "23 000 kr/år"),
    ("100 kr/arbeidsdag × 230", "23 000 kr/år"),
    ("5 000 kr/kvartal × 4", "20 000 kr/år"),
    ("1 200 kr/mnd × 12 + 600 kr/år", "15 000 kr/år"),
    ("1 200 kr/mnd × 12 måneder/år", "14 400 kr/år"),
    ("350.000 kr.", ""),
    ("5 x 3", ""),
    ("0x10", ""),
    ("NaN", ""),
    ("mange", ""),
    ("1.2.3 kr", ""),
];

/// What stands between the first quotation marks.
fn quoted(how: &str) -> Option<&str> {
    how.split_once('«')?.1.split_once('»').map(|(inside, _)| inside)
}

/// The text with what a finding marks replaced.
fn followed(text: &str, finding: &crate::diagnostic::Finding, with: &str) -> String {
    let (start, end) = (finding.span.start as usize, finding.span.end as usize);
    format!("{}{with}{}", text.get(..start).unwrap(), text.get(end..).unwrap())
}

#[test]
fn the_advice_of_a_value_gives_the_writers_own_value_back() {
    for (wrong, right) in VALUES {
        let finding = refused(wrong);
        if finding.rule == "tvetydig-tall" {
            continue;
        }
        if right.is_empty() {
            let offers = |text: &str| text.contains(|sign: char| sign.is_ascii_digit());
            assert!(
                !offers(&finding.how().text().nb),
                "{wrong}: a stock example: {}",
                finding.how().text().nb
            );
            continue;
        }
        let how = finding.how().text();
        let meant = quoted(&how.nb).unwrap_or_else(|| panic!("{wrong}: {}", how.nb));
        let mended = followed(wrong, &finding, meant);
        let (mended, right) = (read(&mended), read(right));
        assert_eq!(
            mended.in_units_of(right.dimension()),
            Some(right.value()),
            "{wrong}: {}",
            finding.how().text().nb
        );
        assert_eq!(mended.is_bare(), right.is_bare(), "{wrong}");
        assert!(finding.how().text().en.contains(meant), "{wrong}: {}", finding.how().text().en);
    }
}

#[test]
fn what_must_be_yearly_is_so_after_one_advice() {
    for (wrong, right) in [
        ("60 * 365 * 12 min", "262 800 min/år"),
        ("ca. 200 timer", "200 timer/år"),
        ("500 kr (anslag)", "500 kr/år"),
        ("120.000,-", "120 000 kr/år"),
        ("ca. 10 timer/uke", "10 timer/uke"),
        ("ca. 8 år", "8 år"),
    ] {
        let finding = crate::checks::explained(Quantity::parse_yearly(wrong, &context()).unwrap_err());
        assert_eq!(quoted(&finding.how().text().nb), Some(right), "{wrong}: {}", finding.how().text().nb);
    }
    let left = crate::checks::explained(Quantity::parse_yearly("2 × 12 min", &context()).unwrap_err());
    assert_eq!(quoted(&left.how().text().nb), Some("24 min"), "how often is not known");
}

#[test]
fn a_number_of_something_or_of_months_gives_both_readings() {
    for (wrong, each, yearly) in [
        ("1 200 kr/mnd × 3", "3 600 kr/måned", "3 600 kr/år"),
        ("3 × 2 timer pr uke", "6 timer/uke", "6 timer/år"),
        ("5 000 kr/kvartal × 3", "15 000 kr/kvartal", "15 000 kr/år"),
    ] {
        for parse in [Quantity::parse, Quantity::parse_yearly] {
            let finding = crate::checks::explained(parse(wrong, &context()).unwrap_err());
            let how = finding.how().text().nb;
            assert!(
                how.contains(&format!("«{each}»")) && how.contains(&format!("«{yearly}»")),
                "{wrong}: {how}"
            );
        }
        assert!(read(each).dimension().is_like(read(yearly).dimension()));
    }
}

#[test]
fn what_comes_once_is_for_so_many_months() {
    for (wrong, written, meant) in
        [("1 200 kr/mnd × 12", "12", "12 måneder"), ("52 × 2 timer/uke", "52", "52 uker")]
    {
        let names = |_: &str| None;
        let known = Known { names: &names, context: &context() };
        let finding = crate::checks::explained(formula(wrong).wrong_whole(known, Wanted::OneOff));
        assert!(finding.how().text().nb.contains(&format!("«{meant}»")), "{}", finding.how().text().nb);
        let mended = value(&wrong.replacen(written, meant, 1));
        let sum = mended.money().map(|sum| sum.value()).or_else(|| mended.hours().map(|sum| sum.value()));
        assert_eq!(sum, Some(decimal(if written == "12" { "14400" } else { "104" })), "{wrong}");
    }
}

#[test]
fn an_assumption_that_stands_in_the_formula_already_is_not_told_to_be_put_there() {
    let names = [("brev", "20 000 stk/år"), ("porto", "24 kr/brev")];
    let (names, context) = (kinds(&names), context());
    let known = Known { names: &names, context: &context };
    let finding = crate::checks::explained(formula("brev × porto").wrong_whole(known, Wanted::AnnualEffect));
    let how = finding.how().text().nb;
    assert!(
        how.contains("skriv samme ord begge steder: «brev» i stedet for «stk»") && !how.contains("× brev"),
        "{how}"
    );
    let mended = [("brev", "20 000 brev/år"), ("porto", "24 kr/brev")];
    assert!(Wanted::AnnualEffect.accepts(&formula("brev × porto").check(&kinds(&mended)).unwrap()));
}

#[test]
fn a_sum_that_lacks_a_unit_or_the_year_is_told_which() {
    for (wrong, written, meant) in [
        ("120 ansatte × 1 time × 44 uker", "44 uker", "44 uker/år"),
        ("3 × 900 000 - 2 × 900 000", "900 000", "900 000 kr/år"),
        ("1 time/arbeidsuke × 44 uker/år", "/arbeidsuke", "/uke"),
    ] {
        let names = |_: &str| None;
        let known = Known { names: &names, context: &context() };
        let finding = crate::checks::explained(formula(wrong).wrong_whole(known, Wanted::AnnualEffect));
        assert!(
            finding.how().text().nb.contains(&format!("«{meant}»")),
            "{wrong}: {}",
            finding.how().text().nb
        );
        let mended = formula(&wrong.replace(written, meant));
        let dimension = mended.check(&names).unwrap();
        assert!(Wanted::AnnualEffect.accepts(&dimension), "{wrong}");
    }
}

#[test]
fn a_part_of_a_position_is_parted_from_its_name() {
    let part = |text: &'static str| part_of_position(text, &context());
    assert_eq!(part("20 % saksbehandler"), Some(("0,2 årsverk".to_owned(), "saksbehandler")));
    assert_eq!(part("50 % stilling som lærer"), Some(("0,5 årsverk".to_owned(), "lærer")));
    assert_eq!((part("saksbehandler"), part("20 %"), part("% lærer")), (None, None, None));
}

#[test]
fn a_range_gives_its_own_ends_back() {
    for (text, low, high) in [
        ("10-20 timer", "10 timer", "20 timer"),
        ("10 – 20 %", "10 %", "20 %"),
        ("100 000 til 200 000 kr/år", "100 000 kr/år", "200 000 kr/år"),
        ("ca. 3 timer-5 timer", "3 timer", "5 timer"),
        ("1,2-1,5 mill", "1,2 mill", "1,5 mill"),
        ("1,2-1,5 mill. kr/år", "1,2 mill. kr/år", "1,5 mill. kr/år"),
        ("300–500 tusen", "300 tusen", "500 tusen"),
        ("800-1200 tkr", "800 tkr", "1200 tkr"),
        ("800 tusen til 1,2 mill kr", "800 tusen kr", "1,2 mill kr"),
        ("0-500 000 kr/år", "0 kr/år", "500 000 kr/år"),
        ("2 timer-300 min", "2 timer", "300 min"),
    ] {
        let how = refused(text).how().text().nb;
        assert!(
            how.contains(&format!("«lav: {low}»")) && how.contains(&format!("«høy: {high}»")),
            "{text}: {how}"
        );
        assert!(read(low).dimension().is_like(read(high).dimension()), "{text}");
    }
}

#[test]
fn a_range_that_may_share_its_thousands_gives_both_readings() {
    for (text, shared, low, high) in [
        ("300-500 000 kr/år", "300 000 kr/år", "300 kr/år", "500 000 kr/år"),
        ("300-500 000", "300 000", "300", "500 000"),
        ("5–10 000 kr", "5 000 kr", "5 kr", "10 000 kr"),
        ("2-3 000 000 kr", "2 000 000 kr", "2 kr", "3 000 000 kr"),
    ] {
        let how = refused(text).how().text();
        for how in [how.nb, how.en] {
            for said in [format!("lav: {shared}"), format!("lav: {low}"), format!("høy: {high}")] {
                assert!(how.contains(&said), "{text}: {how}");
            }
        }
        assert!(read(shared).dimension().is_like(read(high).dimension()));
    }
    for text in ["300-200 000 kr/år", "1-350 500 kr"] {
        let how = refused(text).how().text().nb;
        assert!(
            how.contains("helt ut") && !how.contains(|sign: char| sign.is_ascii_digit()),
            "{text}: {how}"
        );
    }
}

#[test]
fn a_sign_that_may_be_thousands_gives_both_readings() {
    for (text, plain, thousands) in [
        ("60' kr", "60 kr", "60 000 kr"),
        ("60’ kr/år", "60 kr/år", "60 000 kr/år"),
        ("1,5'", "1,5", "1 500"),
    ] {
        let how = refused(text).how().text();
        assert!(how.nb.contains(&format!("«{plain}» eller «{thousands}»")), "{text}: {}", how.nb);
        assert!(read(thousands).value() == read(plain).value() * decimal("1000"), "{text}");
    }
    let how = refused("500 (ca) kr").how().text().nb;
    assert!(!how.contains("merknad"), "the unit is no remark: {how}");
}

#[test]
fn a_word_of_money_that_is_not_read_is_said_to_be_unknown() {
    for (text, word) in [("450 gkr/år", "gkr"), ("3 millkroner", "millkroner"), ("450 tkroner", "tkroner")] {
        let finding = refused(text);
        assert!(finding.title.nb.contains(&format!("«{word}»")), "{text}: {}", finding.title.nb);
        let how = finding.how().text().nb;
        assert!(
            how.contains("rett etter tallet") && !how.contains(|sign: char| sign.is_ascii_digit()),
            "{how}"
        );
    }
    assert_eq!(read("450 kkr/år").money_per_year(), read("450 000 kr/år").money_per_year());
}

#[test]
fn both_readings_of_an_ambiguous_number_are_offered_and_read() {
    for (text, large, small) in [
        ("1.200 kr", "1 200 kr", "1,2 kr"),
        ("12,500 kr/år", "12 500 kr/år", "12,5 kr/år"),
        ("1.234 %", "1 234 %", "1,2340 %"),
    ] {
        let finding = refused(text);
        let how = finding.how().text();
        let mut offers =
            how.nb.split('«').skip(1).filter_map(|part| part.split_once('»')).map(|(inside, _)| inside);
        for meant in [large, small] {
            let own = read(&followed(text, &finding, offers.next().unwrap()));
            assert_eq!(
                own.in_units_of(read(meant).dimension()),
                Some(read(meant).value()),
                "{text}: {}",
                finding.how().text().nb
            );
        }
    }
}

/// A formula that is wrongly written, and the same rightly written.
const FORMULAS: &[(&str, &str)] = &[
    ("500k × 2/år", "500 000 × 2/år"),
    ("60 * 120.000,-", "60 × 120 000 kr"),
    ("2 × 1.200.000 kr", "2 × 1 200 000 kr"),
    ("2 × 1200 000 kr", "2 × 1 200 000 kr"),
    ("2 tmier × 3", "2 timer × 3"),
    ("1e3 × 2 kr", "1 000 × 2 kr"),
    ("1_000 kr × 2", "1 000 kr × 2"),
    ("5 kr/måne × 2", "5 kr/måned × 2"),
    ("2 × 5 kr per × 3", "2 × 5 kr × 3"),
    ("20 ansatte × 1 time per ansatt og uke", "20 ansatte × 1 time/ansatt/uke"),
    ("20 % stilling", "0,2 årsverk"),
    ("2 × 50 % av en stilling", "2 × 0,5 årsverk"),
];

#[test]
fn the_advice_of_a_formula_gives_the_writers_own_value_back() {
    for (wrong, right) in FORMULAS {
        let finding = problems(wrong).remove(0);
        let how = finding.how().text();
        let meant = match how.nb.split_once("bare «") {
            Some((_, rest)) => rest.split_once('»').map(|(inside, _)| inside),
            None => quoted(&how.nb),
        };
        let meant = meant.unwrap_or_else(|| panic!("{wrong}: {}", finding.how().text().nb));
        let mended = value(&followed(wrong, &finding, meant));
        assert_eq!(
            mended.in_units_of(value(right).dimension()),
            Some(value(right).value()),
            "{wrong}: {}",
            finding.how().text().nb
        );
    }
}

#[test]
fn a_unit_for_a_name_is_told_to_get_a_name_of_its_own() {
    for word in ["minutter", "timer", "dager", "liter"] {
        let finding = problems(&format!("60 × {word}")).remove(0);
        let name = format!("antall_{word}");
        assert!(finding.how().text().nb.contains(&format!("«{name}»")), "{}", finding.how().text().nb);
        assert!(!is_unit_word(&name));
        let names = [(name.as_str(), "20 min")];
        let mended = formula(&format!("60 × {name}")).evaluate(&among(&names)).unwrap();
        assert_eq!(mended.hours().unwrap().value(), decimal("20"));
    }
}

#[test]
fn no_advice_of_a_page_about_quantities_holds_a_stock_amount() {
    for rule in ["uleselig-mengde", "feil-dimensjon", "uleselig-formel", "tvetydig-tall"] {
        let page = crate::checks::rule(rule).unwrap().page;
        let advice = page.lines().filter(|line| line.starts_with("- slik") || line.starts_with("- instead"));
        for line in advice {
            assert!(!line.contains(|sign: char| sign.is_ascii_digit()), "{rule}: {line}");
        }
    }
}

#[test]
fn the_units_that_an_amount_must_come_out_as_can_be_written_in_a_file_in_english_too() {
    for wanted in [Wanted::AnnualEffect, Wanted::OneOff] {
        let said = wanted.words().en;
        let units: Vec<&str> = said.split('“').skip(1).filter_map(|rest| rest.split('”').next()).collect();
        assert_eq!(units.len(), 2, "{said}");
        for unit in units {
            assert!(wanted.accepts(read(&format!("1 200 {unit}")).dimension()), "{unit}");
        }
    }
}
