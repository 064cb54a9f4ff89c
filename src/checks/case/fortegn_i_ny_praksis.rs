//! fortegn-i-ny-praksis: a line of ny_praksis has the sign of the other side.

use crate::checks::kostra::Place;
use crate::checks::prelude::*;
use crate::checks::sign;
use crate::rates::kostra_base;

/// Looks at every line of andre whose art is a code: what is no code is reported elsewhere.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let lines = facts.document.new_practice.rows().iter().flat_map(|row| row.others.rows());
    for line in lines {
        let (Some(function), Some(art)) = (line.function.text(), line.art.text()) else { continue };
        let (function, art) = (kostra_base(function), kostra_base(art));
        let (Some(amount), Some(span)) = (line.amount.get(), line.amount.span()) else { continue };
        if art.len() == 3 && sign::is_wrong(function, art, *amount) {
            findings.push(sign::wrong("fortegn-i-ny-praksis", art, Place::once(span)));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in};

    fn rules(lines: &str) -> Vec<(usize, &'static str)> {
        rules_in(&case(&format!("{GAIN}ny_praksis:\n  - ansvar: 1400\n    andre:\n{lines}")))
    }

    #[test]
    fn every_line_with_the_sign_of_the_other_side_is_reported_where_it_stands() {
        let lines = "      - {art: 600, funksjon: 257, beløp: 5 kr}\n      - {art: 600, funksjon: 257, beløp: −5 kr}\n      - {art: 195, funksjon: 257, beløp: −1 kr}\n";
        assert_eq!(rules(lines), [(16, "fortegn-i-ny-praksis"), (18, "fortegn-i-ny-praksis")]);
    }

    #[test]
    fn zero_reserves_and_premium_deviations_are_fine() {
        let lines = "      - {art: 600, funksjon: 257, beløp: 0 kr}\n      - {art: 490, funksjon: 180, beløp: −5 kr}\n      - {art: 090, funksjon: 170, beløp: −5 kr}\n";
        assert_eq!(rules(lines), []);
    }
}
