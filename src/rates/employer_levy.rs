//! arbeidsgiveravgift by zone.

use crate::units::{Decimal, Rate};

/// A zone of the employer's levy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevyZone {
    /// The zone as written: `I`, `Ia`, `II`, `III`, `IV`, `IVa`, `V`.
    pub zone: &'static str,
    /// Tenths of a per cent.
    per_mille: u32,
}

/// Rates of 2026, unchanged since 2018 (Stortingets vedtak om arbeidsgiveravgift; read at
/// aktuellesatser.no, "Arbeidsgiveravgift 2026"). Zone Ia is 10.6 % up to the free amount
/// (850 000 kr) and 14.1 % after; a municipality has used it up, so 14.1 %.
const ZONES_2026: [LevyZone; 7] = [
    LevyZone { zone: "I", per_mille: 141 },
    LevyZone { zone: "Ia", per_mille: 141 },
    LevyZone { zone: "II", per_mille: 106 },
    LevyZone { zone: "III", per_mille: 64 },
    LevyZone { zone: "IV", per_mille: 51 },
    LevyZone { zone: "IVa", per_mille: 79 },
    LevyZone { zone: "V", per_mille: 0 },
];

/// The rate of a zone, as a share of wage and pension premium.
pub fn employer_levy(zone: &str) -> Option<Rate> {
    let found = ZONES_2026.iter().find(|known| known.zone.eq_ignore_ascii_case(zone))?;
    Some(Rate::new(Decimal::from_parts(found.per_mille, 0, 0, false, 3)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zone_two_is_ten_point_six_per_cent() {
        assert_eq!(employer_levy("II").unwrap().value().to_string(), "0.106");
        assert_eq!(employer_levy("VI"), None);
    }
}
