//! selvkost: the functions whose costs the users pay back through fees.

/// A function paid by fees, of which none may exceed selvkost, what the service costs
/// (kommuneloven § 15-1; selvkostforskriften, 11.12.2019 nr. 1731, § 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SelfCost {
    /// funksjon (KOSTRA)
    pub function: &'static str,
    /// How much of the function the fee pays.
    pub covers: Covers,
    /// The law that lets the municipality take the fee, and sets selvkost as its limit.
    pub law: &'static str,
}

/// How much of a function its fee pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covers {
    /// All of it, as a rule.
    Whole,
    /// A part; the rest is paid by the municipality's free income.
    Part,
}

const WATER: &str = "lov om kommunale vass- og avløpsanlegg § 3, forurensningsforskriften § 16-1";
const WASTE: &str = "forurensningsloven § 34";

/// Not here: 301, where the fee (plan- og bygningsloven § 33-1) pays no more than private plans, and
/// barnehage, SFO and care, whose fees have limits of their own and stay far below the cost.
const LIST: [SelfCost; 9] = [
    // 302 also has complaints and supervision, which no fee pays.
    part("302", "plan- og bygningsloven § 33-1, eierseksjonsloven § 15"),
    // 303 also has maps for all, which no fee pays.
    part("303", "matrikkellova § 32"),
    // 338 has chimney sweeping, and other prevention of fires, which no fee pays.
    part("338", "brann- og eksplosjonsvernloven § 28"),
    whole("340", WATER),
    whole("345", WATER),
    whole("350", WATER),
    whole("353", WATER),
    whole("354", WASTE),
    whole("355", WASTE),
];

const fn whole(function: &'static str, law: &'static str) -> SelfCost {
    SelfCost { function, covers: Covers::Whole, law }
}

const fn part(function: &'static str, law: &'static str) -> SelfCost {
    SelfCost { function, covers: Covers::Part, law }
}

/// What is known of a function that is paid by fees; none where it is not.
pub fn self_cost(function: &str) -> Option<&'static SelfCost> {
    LIST.iter().find(|known| known.function == function)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rates::{CodeKind, Validity, kostra};
    use crate::units::Year;

    #[test]
    fn every_function_is_valid_in_the_list_of_kostra() {
        let year = Year::new(2027).unwrap();
        for known in LIST {
            let standing = kostra(CodeKind::Function, known.function, year);
            assert!(matches!(standing, Validity::Valid(_)), "{}", known.function);
        }
    }

    #[test]
    fn water_is_paid_whole_by_fees_building_permits_in_part_and_care_not() {
        assert_eq!(self_cost("345").map(|known| known.covers), Some(Covers::Whole));
        assert_eq!(self_cost("302").map(|known| known.covers), Some(Covers::Part));
        assert_eq!(self_cost("257"), None);
    }
}
