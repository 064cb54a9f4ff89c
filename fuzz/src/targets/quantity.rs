//! Any text is read as a quantity or refused inside itself; its conversions never panic.
use a3::quantity::{Context, Quantity};
use a3::units::{Decimal, Hours};

pub fn try_one(text: &str) {
    let context = Context { hours_per_fte: Hours::new(Decimal::from(1750)), workdays: 230 };
    match Quantity::parse(text, &context) {
        Ok(quantity) => {
            let _ =
                (quantity.money(), quantity.money_per_year(), quantity.hours(), quantity.hours_per_year());
            let _ = (quantity.share(), quantity.years(), quantity.fte(&context), quantity.hourly_price());
            let _ = quantity.dimension().words();
        }
        Err(finding) => {
            assert!(finding.span.start <= finding.span.end);
            assert!(finding.span.end as usize <= text.len());
        }
    }
}
