//! Real growth in the value of working time.

use crate::units::Decimal;

/// 0.9 % a year: growth of BNP per inhabitant in Perspektivmeldingen 2021 (Meld. St. 14
/// (2020–2021)), which R-109/21 says the value of time must follow. The 2024 report's figure
/// has not been checked.
pub const REAL_GROWTH_OF_TIME: Decimal = Decimal::from_parts(9, 0, 0, false, 3);
