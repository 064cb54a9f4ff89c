//! Any text is read as a formula or refused inside itself; checking and evaluating never panic.
use a3::quantity::{Context, Formula, Quantity};
use a3::units::{Decimal, Hours};

pub fn try_one(text: &str) {
    let context = Context { hours_per_fte: Hours::new(Decimal::from(1750)), workdays: 230 };
    match Formula::parse(text, &context) {
        Ok(formula) => {
            for (name, span) in formula.names() {
                assert_eq!(text.get(span.start as usize..span.end as usize), Some(name));
            }
            let values = ["3 besøk/uke", "20 min", "0 kr", "−1,5 mill. kr/år", "12 %"];
            let quantity = |name: &str| Quantity::parse(values[name.len() % values.len()], &context).ok();
            let dimension = formula.check(&|name| quantity(name).map(|value| value.dimension().clone()));
            let value = formula.evaluate(&quantity);
            if let (Ok(dimension), Ok(value)) = (dimension, value) {
                assert!(value.dimension().is_like(&dimension), "{text}");
            }
            let _ = formula.pieces();
        }
        Err(findings) => {
            assert!(!findings.is_empty());
            for finding in findings {
                assert!(finding.span.end as usize <= text.len(), "{text:?} {finding:?}");
            }
        }
    }
}
