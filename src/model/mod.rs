//! Valid cases and organisations: what is calculated on. No spans, no YAML, no display.

mod amount;
mod case;
mod decision;
mod duty;
mod measurement;
mod organisation;
mod practice;
mod repricing;
mod rows;
mod vocabulary;

pub use amount::{Amount, Assumption, Effect, Estimate, Value};
pub use case::{AreaCapacity, Case, Deadline, Missing, Schedule};
pub use decision::{Deciding, Decision, Promise, Settled, Void, is_same_body};
pub use duty::Duty;
pub use measurement::{Loss, Measurement, Reading};
pub use organisation::{
    BudgetExport, CalculationRules, DefaultUsed, Frames, Goal, Loan, Lock, Organisation, Position,
    Requirement, Surcharges,
};
pub use practice::{From, NewPractice, OtherLine, Staffing};
pub use repricing::Repricing;
pub use rows::{Benefit, BudgetLine, Cost, Quality, is_bought_by_the_hour, is_wage};
pub use vocabulary::{
    Avoids, BenefitKind, Choice, CodeLength, CostKind, Distribution, Extent, Frequency, Fulfilment, Method,
    Outcome, Phase, Recipient, Rounding, Size, Status,
};
