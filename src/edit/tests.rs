//! Places a person would change, one by one. Thousands more are made up in tests/suite/edit.rs.

use super::*;

fn set(text: &str, at: &[Step<'_>], value: &str) -> Result<String, Refusal> {
    edit(text, at, &Change::Set(Value::text(value))).map(|edited| edited.text)
}

fn append(text: &str, at: &[Step<'_>], row: Value) -> Result<String, Refusal> {
    edit(text, at, &Change::Append(row)).map(|edited| edited.text)
}

fn add(text: &str, at: &[Step<'_>], (key, value): (&str, Value), after: &[&str]) -> Result<String, Refusal> {
    let after = after.iter().map(|&key| key.to_owned()).collect();
    edit(text, at, &Change::Add { key: key.to_owned(), value, after }).map(|edited| edited.text)
}

fn reading() -> Value {
    Value::mapping([("dato", Value::text("2026-12-31")), ("verdi", Value::text("561 besøk/uke"))])
}

const KEY: Step<'_> = Step::Key("a");

#[test]
fn one_text_becomes_another_where_it_stands() {
    let at = [Step::Key("plan"), Step::Row(1), Step::Key("status")];
    let text = "plan:   # hvem gjør hva\r\n- {hva: Kurs, status: pågår}\r\n- hva: Avtale\r\n  status:   'planlagt'  # vent\r\n";
    let expected = text.replace("'planlagt'", "'ferdig'");
    assert_eq!(set(text, &at, "ferdig"), Ok(expected));
    assert_eq!(set("a:\n  # her\n", &[KEY], "x"), Ok("a: x\n  # her\n".to_owned()));
    assert_eq!(
        set("a: {b: , c: 1}", &[KEY, Step::Key("b")], "1,5 kr"),
        Ok("a: {b: '1,5 kr' , c: 1}".to_owned())
    );
    assert_eq!(set("a: |\n  x\n", &[KEY], "y"), Err(Refusal::LongText));
    assert_eq!(set("a: [x]\n", &[KEY], "y"), Err(Refusal::NotThere));
    assert_eq!(set("a: 'x", &[KEY], "y"), Err(Refusal::Unreadable));
}

#[test]
fn what_yaml_would_read_as_something_else_is_quoted() {
    for (value, written) in [
        ("Sak: ny", "'Sak: ny'"),
        ("nr. #4", "'nr. #4'"),
        ("- x", "'- x'"),
        ("-500 kr", "-500 kr"),
        ("~", "'~'"),
        ("NULL", "'NULL'"),
        ("[x]", "'[x]'"),
        ("det's: \"x\"", "\"det's: \\\"x\\\"\""),
        ("", "''"),
        ("to\nlinjer", "to linjer"),
        ("1 200\u{a0}kr", "1 200 kr"),
    ] {
        assert_eq!(set("a: x # y\n", &[KEY], value), Ok(format!("a: {written} # y\n")), "{value}");
    }
}

#[test]
fn a_row_is_written_as_the_row_before_it() {
    let cases = [
        (
            "a:\n  - {dato: 1}   # en\n    # mer om en\n  # om lista\nb: 1\n",
            "a:\n  - {dato: 1}   # en\n    # mer om en\n  - {dato: 2026-12-31, verdi: 561 besøk/uke}\n  # om lista\nb: 1\n",
        ),
        (
            "a:\n-   dato: 1\n    verdi: 2",
            "a:\n-   dato: 1\n    verdi: 2\n-   dato: 2026-12-31\n    verdi: 561 besøk/uke",
        ),
        ("a: [{dato: 1}]  # x\n", "a: [{dato: 1}, {dato: 2026-12-31, verdi: 561 besøk/uke}]  # x\n"),
        (
            "a: [\n  x,\n  y,  # siste\n]\n",
            "a: [\n  x,\n  y, {dato: 2026-12-31, verdi: 561 besøk/uke},  # siste\n]\n",
        ),
        ("a: []\n", "a: [{dato: 2026-12-31, verdi: 561 besøk/uke}]\n"),
        ("a:  # kommer\nb: 1\n", "a:  # kommer\n  - dato: 2026-12-31\n    verdi: 561 besøk/uke\nb: 1\n"),
        (
            "a:\r\n  - x\r\n  - |\r\n    tekst\r\n\r\nb: 1\r\n",
            "a:\r\n  - x\r\n  - |\r\n    tekst\r\n  - {dato: 2026-12-31, verdi: 561 besøk/uke}\r\n\r\nb: 1\r\n",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(append(text, &[KEY], reading()).as_deref(), Ok(expected), "{text}");
    }
    assert_eq!(append("a: x\n", &[KEY], reading()), Err(Refusal::NotThere));
}

#[test]
fn a_key_stands_after_those_it_follows() {
    let text = "\u{feff}a3: 1\nrisiko: []   # ingen\n\n# ---- gjøre\nlæring: x";
    let block = Value::List(vec![Value::mapping([
        ("hva", Value::text("Kurs")),
        (
            "hvem",
            Value::Remarked { text: "…".to_owned(), remark: crate::words::Text::same("fyll inn: hvem") },
        ),
    ])]);
    let written = "risiko: []   # ingen\nplan:\n  - hva: Kurs\n    hvem: …  # fyll inn: hvem\n";
    let expected = text.replace("risiko: []   # ingen\n", written);
    assert_eq!(add(text, &[], ("plan", block.clone()), &["a3", "risiko", "vedtak"]), Ok(expected));
    assert_eq!(add("a: {}", &[KEY], ("b", Value::text("1")), &[]), Ok("a: {b: 1}".to_owned()));
    assert_eq!(
        add("a: {b: 1, }\n", &[KEY], ("c", Value::text("x, y")), &[]),
        Ok("a: {b: 1, c: 'x, y' }\n".to_owned())
    );
    assert_eq!(
        add("a:\n  b:\n\nc: 1\n", &[KEY], ("d", Value::text("1")), &[]),
        Ok("a:\n  b:\n  d: 1\n\nc: 1\n".to_owned())
    );
    assert_eq!(add("a: 1\n", &[], ("a", Value::text("1")), &[]), Err(Refusal::NotThere));
    assert_eq!(
        add("a: [b: 1]\n", &[KEY, Step::Row(0)], ("c", Value::text("1")), &[]),
        Err(Refusal::NotReadBack)
    );
}

#[test]
fn a_key_that_goes_stays_as_a_remark_where_it_has_a_line() {
    let drop = |text: &str, key: &'static str| {
        edit(text, &[KEY, Step::Key(key)], &Change::Drop).map(|edited| edited.text)
    };
    let text = "a:\r\n  2027: 1,5 årsverk   # i år\r\n  2028: 2 årsverk\r\n";
    assert_eq!(drop(text, "2027"), Ok(text.replace("2027", "# 2027")));
    assert_eq!(drop("a: {2027: 1, 2028: 2}\n", "2027"), Ok("a: {2028: 2}  # 2027: 1\n".to_owned()));
    let remarked = drop("a: {2027: 1, 2028: 2}  # mill.\n", "2027");
    assert_eq!(remarked, Ok("a: {2028: 2}  # mill.; 2027: 1\n".to_owned()));
    assert_eq!(drop("a: {2027: 1, 2028: {b: 2}}\n", "2028"), Ok("a: {2027: 1}  # 2028: {b: 2}\n".to_owned()));
    assert_eq!(drop("a: {2027: 1,\n  # vedtak 12/26\n  2028: 2}\n", "2027"), Err(Refusal::NoPlace));
    assert_eq!(drop("a: {2027: 1,  # i år\n  2028: 2}\n", "2028"), Err(Refusal::NoPlace));
    assert_eq!(drop("a: {2027: 1}\n", "2027"), Err(Refusal::NotThere));
    assert_eq!(drop("a:\n  b:\n    c: 1\n  d: 1\n", "b"), Err(Refusal::NotReadBack));
}

#[test]
fn a_key_of_two_signs_is_found_by_the_letter_and_stays_as_it_was() {
    let text = "omra\u{30a}de: Pa\u{30a} land\n";
    assert_eq!(set(text, &[Step::Key("område")], "Å"), Ok("omra\u{30a}de: Å\n".to_owned()));
}

#[test]
fn half_a_line_end_is_said_to_be_what_stops_it() {
    let end = "a: 1\r\nb: 2\r";
    assert_eq!(add(end, &[], ("c", Value::text("3")), &[]), Err(Refusal::HalfLineEnd));
    assert_eq!(add("a: 1\r\n", &[], ("c", Value::text("3")), &[]), Ok("a: 1\r\nc: 3\r\n".to_owned()));
}
