//! What is looked for in today's budget, when its lines have been read.
//!
//! A code or a sign that is wrong is mostly so on many lines, for one cause: it is said once, at
//! the first of them, with how many there are.

use super::budget_years::{self, Recurring};
use crate::checks::kostra::{self, Long, Place, named};
use crate::checks::prelude::*;
use crate::checks::sign;
use crate::ledger::{AccountClass, Code, Column, Line, LongCode, Read};
use crate::model::Organisation;
use crate::rates::{self, CodeKind, OnlyIn, Validity};

/// What is wrong, and with which code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Defect {
    /// It is in no list, or is gone.
    Code(CodeKind, Code),
    /// It is in the account where it may not be.
    Account(CodeKind, Code),
    /// The art has the sign of the other side.
    Sign(Code),
}

/// The lines with each defect.
type Defects<'l> = BTreeMap<Defect, Recurring<'l>>;

/// Checks codes, accounts and signs of every line of the budget.
pub fn check_budget(read: &Read, organisation: &Organisation, findings: &mut Vec<Finding>) {
    let budget_year = organisation.budget_year;
    let known = [CodeKind::Function, CodeKind::Art].map(|kind| Known::of(kind, budget_year));
    let parts = read.ledger.lines.each_part(|lines| defects(lines, &known));
    let mut found: Defects<'_> = BTreeMap::new();
    for (defect, at) in parts.into_iter().flatten() {
        count(&mut found, defect, at);
    }
    findings.extend(budget_years::uneven(read, budget_year));
    findings.extend(kostra::long(&long_codes(read), organisation));
    findings.extend(found.into_iter().map(|(defect, at)| said(defect, at, read, budget_year)));
}

fn long_codes(read: &Read) -> Vec<Long<'_>> {
    let kinds = [CodeKind::Function, CodeKind::Art].into_iter().zip(&read.long_codes);
    let long = |(kind, code)| {
        let LongCode { written, span }: &LongCode = Option::as_ref(code)?;
        Some(Long { kind, written, span: *span })
    };
    kinds.filter_map(long).collect()
}

/// What is wrong with some lines that follow each other.
fn defects<'l>(lines: &'l [Line], [functions, arts]: &[Known; 2]) -> Defects<'l> {
    let mut found: Defects<'l> = BTreeMap::new();
    for line in lines {
        let here = Recurring { first: line, lines: 1 };
        for (known, code) in [(functions, line.function), (arts, line.art)] {
            match known.standing(code) {
                Validity::Unknown | Validity::Retired(_) => {
                    count(&mut found, Defect::Code(known.kind, code), here);
                }
                Validity::Valid(listed) if is_elsewhere(listed.only_in, line.class) => {
                    count(&mut found, Defect::Account(known.kind, code), here);
                }
                Validity::Valid(_) => {}
            }
        }
        if sign::is_wrong(&line.function, &line.art, line.amount) {
            count(&mut found, Defect::Sign(line.art), here);
        }
    }
    found
}

/// Where each code of a kind is in the lists.
struct Known {
    kind: CodeKind,
    by_number: Vec<Validity>,
}

impl Known {
    fn of(kind: CodeKind, year: Year) -> Self {
        Self { kind, by_number: Code::all().map(|code| rates::kostra(kind, &code, year)).collect() }
    }

    fn standing(&self, code: Code) -> Validity {
        self.by_number.get(code.number()).copied().unwrap_or(Validity::Unknown)
    }
}

/// Lines come in their order, so the first one stays the first.
fn count<'l>(found: &mut Defects<'l>, defect: Defect, more: Recurring<'l>) {
    let at = found.entry(defect).or_insert(Recurring { lines: 0, ..more });
    at.lines = at.lines.saturating_add(more.lines);
}

fn is_elsewhere(only_in: Option<OnlyIn>, class: AccountClass) -> bool {
    match (only_in, class) {
        (Some(OnlyIn::Investment), AccountClass::Running)
        | (Some(OnlyIn::Running), AccountClass::Investment) => true,
        (Some(OnlyIn::Investment), AccountClass::Investment)
        | (Some(OnlyIn::Running), AccountClass::Running)
        | (None, AccountClass::Investment | AccountClass::Running) => false,
    }
}

fn said(defect: Defect, at: Recurring<'_>, read: &Read, year: Year) -> Finding {
    let place = |column| Place { span: read.cell(at.first, column), lines: at.lines };
    let column = |kind| match kind {
        CodeKind::Function => Column::Function,
        CodeKind::Art => Column::Art,
    };
    match defect {
        Defect::Code(kind, code) => match rates::kostra(kind, &code, year) {
            Validity::Retired(known) => kostra::retired(known, place(column(kind)), year),
            Validity::Valid(_) | Validity::Unknown => kostra::unknown(kind, &code, place(column(kind)), year),
        },
        Defect::Account(kind, code) => elsewhere(kind, &code, place(column(kind)), at.first.class),
        Defect::Sign(art) => sign::wrong("fortegn-i-budsjettet", &art, place(Column::Amount)),
    }
}

fn elsewhere(kind: CodeKind, code: &str, place: Place, class: AccountClass) -> Finding {
    let (name, code, more) = (kostra::kind_word(kind), named(kind, code), place.more());
    let title = match class {
        AccountClass::Running => {
            text!(
                nb: "{name} {code} hører bare til investering, men står i drift{more}", nn: "{name} {code} høyrer berre til investering, men står i drift{more}",
                en: "{name} {code} belongs to investment alone, but is in drift{more}";
                name, more
            )
        }
        AccountClass::Investment => {
            text!(
                nb: "{name} {code} hører bare til drift, men står i investering{more}", nn: "{name} {code} høyrer berre til drift, men står i investering{more}",
                en: "{name} {code} belongs to drift alone, but is in investment{more}";
                name, more
            )
        }
    };
    Finding::error("kode-i-feil-kontoklasse", place.span, title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::organisation_with;
    use crate::ledger;

    fn found(rows: &str) -> Vec<(&'static str, usize, String)> {
        let year = Year::new(2027).unwrap();
        let text = format!("ansvar;funksjon;art;beløp;kontoklasse\n{rows}");
        let read = ledger::read("b.csv", text.into_bytes(), year);
        assert_eq!(read.findings, vec![]);
        let mut findings = Vec::new();
        check_budget(&read, &organisation_with(""), &mut findings);
        let line = |finding: &Finding| read.source.position(finding.span.start).line;
        findings.iter().map(|finding| (finding.rule, line(finding), finding.title.nb.clone())).collect()
    }

    #[test]
    fn a_code_is_said_once_with_how_many_lines_it_is_on() {
        let rows = "1;120;010;5;\n1;999;010;5;\n1;254;010;5;\n1;254;010;5;\n1;254;020;5;\n";
        assert_eq!(
            found(rows),
            [
                (
                    "utgått-kostra-kode",
                    4,
                    "Funksjon 254 er ikke lenger i KOSTRA-lista (2026), her og på 2 linjer til".to_owned()
                ),
                ("ukjent-kostra-kode", 3, "Funksjon 999 er ikke i KOSTRA-lista for 2026".to_owned()),
            ]
        );
    }

    #[test]
    fn codes_of_a_county_and_internal_arts_are_fine() {
        assert_eq!(found("1;522;010;5;\n1;722;690;-5;\n1;120;290;5;\n1;120;790;-5;\n"), []);
    }

    #[test]
    fn income_with_plus_and_expense_with_minus_are_reported_once_an_art() {
        let rows = "1;257;600;-5;\n1;257;600;5;\n1;257;600;5;\n1;257;010;-5;\n1;257;010;0;\n1;257;700;0;\n";
        assert_eq!(found(rows), [
            ("fortegn-i-budsjettet", 5, "Utgift på art 010 (Fastlønn) står med minus".to_owned()),
            ("fortegn-i-budsjettet", 3, "Inntekt på art 600 (Brukerbetaling for kommunale tjenester) står med pluss, her og på én linje til".to_owned()),
        ]);
    }

    #[test]
    fn premium_deviations_and_reserves_may_have_either_sign() {
        assert_eq!(found("1;170;090;-5;\n1;171;099;-5;\n1;473;090;-5;\n1;173;090;5;\n1;180;490;-5;\n"), []);
    }

    #[test]
    fn what_belongs_to_one_account_is_reported_in_the_other() {
        let rows = "1;222;670;-5;\n1;222;670;-5;0\n1;860;990;-5;\n1;222;590;5;0\n1;841;729;-5;1\n";
        let rules = found(rows);
        assert_eq!(rules, [
            ("kode-i-feil-kontoklasse", 6, "Funksjon 841 (Kompensasjon for merverdiavgift i investeringsregnskapet) hører bare til investering, men står i drift".to_owned()),
            ("kode-i-feil-kontoklasse", 5, "Art 590 (Avskrivninger) hører bare til drift, men står i investering".to_owned()),
            ("kode-i-feil-kontoklasse", 2, "Art 670 (Salg av fast eiendom) hører bare til investering, men står i drift".to_owned()),
        ]);
    }
}
