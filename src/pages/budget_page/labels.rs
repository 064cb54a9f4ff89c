//! What an ansvar, a line and a case are called.

use crate::budget::{FutureBudget, FutureLine, UnitBudget};
use crate::rates::{CodeKind, kostra_code, kostra_former};
use crate::text;
use crate::words::Text;
use crate::words::number::NO_BREAK_SPACE;

/// «3210 Hjemmetjenesten»
pub(super) fn unit(unit: &UnitBudget) -> String {
    named(&unit.unit, unit.name.as_deref())
}

/// «257 Praktisk bistand»
pub(super) fn function(code: &str) -> Text {
    code_with_name(CodeKind::Function, code)
}

/// «010 Fastlønn»
pub(super) fn art(code: &str) -> Text {
    code_with_name(CodeKind::Art, code)
}

/// A code with its name in the KOSTRA list, or what is known of it: «272 (ny kode, tidligere 270)».
fn code_with_name(kind: CodeKind, code: &str) -> Text {
    let Some(known) = kostra_code(kind, code) else {
        return text!(nb: "{code} (ukjent kode)", nn: "{code} (ukjend kode)", en: "{code} (unknown code)");
    };
    match (known.name, kostra_former(kind, code)) {
        (Some(name), _) => Text::same(&named(code, Some(name))),
        (None, Some(former)) => {
            let former = former.code;
            text!(nb: "{code} (ny kode, tidligere {former})", nn: "{code} (ny kode, tidlegare {former})", en: "{code} (new code, formerly {former})")
        }
        (None, None) => {
            text!(nb: "{code} (navn ukjent)", nn: "{code} (namn ukjent)", en: "{code} (name unknown)")
        }
    }
}

/// «3210 257 010»: a line's codes, for a sentence.
pub(super) fn line(line: &FutureLine) -> String {
    format!("{} {} {}", line.unit, line.function, line.art)
}

/// What today's budget itself changes from year to year, as a row of a table.
pub(super) fn own_change() -> Text {
    text!(nb: "Endring i dagens budsjett", nn: "Endring i budsjettet i dag", en: "Change of today's budget")
}

/// The same below the row it belongs to.
pub(super) fn own_change_of_row() -> Text {
    below(&own_change())
}

/// A name that belongs under the row above.
pub(super) fn below(name: &Text) -> Text {
    text!(all: "{NO_BREAK_SPACE}{NO_BREAK_SPACE}{name}"; name)
}

/// A case's title.
pub(super) fn title(budget: &FutureBudget, case: usize) -> &str {
    budget.cases.get(case).map_or("", |case| case.title.as_str())
}

/// A case's id.
pub(super) fn id(budget: &FutureBudget, case: usize) -> &str {
    budget.cases.get(case).map_or("", |case| case.id.as_str())
}

fn named(code: &str, name: Option<&str>) -> String {
    name.map_or_else(|| code.to_owned(), |name| format!("{code} {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_without_a_name_says_what_is_known_of_it() {
        assert_eq!(art("010").nb, "010 Fastlønn");
        assert_eq!(art("272").nb, "272 (ny kode, tidligere 270)");
        assert_eq!(art("999x").nb, "999x (ukjent kode)");
        assert_eq!(function("400").en, "400 (name unknown)");
    }
}
