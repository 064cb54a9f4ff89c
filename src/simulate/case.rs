//! A case compiled once: its values at any start, for any draw.

use super::effects::{Effects, Laying, compile_rows};
use super::expression::Compiler;
use super::inputs::{Input, Inputs};
use super::linear::Linear;
use super::positions::WholePositions;
use super::program::{BLOCK, Program};
use super::shape::Stream;
use crate::calc::{Calculator, Failure, price_rows};
use crate::model::{Case, Distribution, Method, Schedule};
use crate::units::Year;

/// The largest amount, in kroner either way, that a draw may come to. What is larger has no answer:
/// it is a division by almost nothing.
pub(super) const LARGEST: f64 = 1e18;

/// A case as steps over blocks of draws, with its sums at one or more starts.
///
/// ```
/// # use a3::calc::{Calculator, Failure};
/// # use a3::model::{Case, Organisation};
/// # use a3::simulate::CompiledCase;
/// # use a3::units::Year;
/// # fn try_it(organisation: &Organisation, case: &Case, starts: &[Year]) -> Result<(), Failure> {
/// let calculator = Calculator::new(organisation);
/// let compiled = CompiledCase::new(&calculator, case, starts)?;
/// for at_start in compiled.draw(200, 1) {
///     let first = at_start.draws.first().copied().flatten();
///     let npv = first.map(|values| values.npv);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct CompiledCase {
    pub(super) id: String,
    pub(super) distribution: Distribution,
    pub(super) inputs: Vec<Input>,
    pub(super) program: Program,
    /// In the order asked for; none where levetid is missing.
    pub(super) starts: Vec<(Year, Effects)>,
}

/// What a case comes to at one start, draw by draw.
#[derive(Debug, Clone, PartialEq)]
pub struct StartDraws {
    /// oppstart
    pub start: Year,
    /// Each draw; none where it has no answer, because it divides by zero or by almost nothing.
    pub draws: Vec<Option<DrawValues>>,
}

/// One draw of a case at one start, in kroner. Plan years in order.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct DrawValues {
    /// NNV
    pub npv: f64,
    /// planeffekt: discounted net effect in the plan years.
    pub plan_effect: f64,
    /// Running effect: gains taken out − running costs paid out − restructuring − capital costs.
    pub running_effect: [f64; 4],
    /// What counts towards innsparingskrav: gains taken out − running costs paid out − capital costs.
    pub savings: [f64; 4],
    /// The paid part of investments; a positive outlay.
    pub investment: [f64; 4],
    /// The paid part of restructuring; a positive outlay.
    pub restructuring: [f64; 4],
}

impl DrawValues {
    /// What the method ranks by.
    pub fn value_by(&self, method: Method) -> f64 {
        match method {
            Method::NetPresentValue => self.npv,
            Method::PlanEffect => self.plan_effect,
            Method::Budget => self.running_effect.iter().sum(),
        }
    }

    fn has_answer(&self) -> bool {
        let by_year = [self.running_effect, self.savings, self.investment, self.restructuring];
        is_answer(self.npv)
            && is_answer(self.plan_effect)
            && by_year.iter().flatten().all(|value| is_answer(*value))
    }
}

/// Whether a draw gave anything that can be shown.
pub(super) fn is_answer(value: f64) -> bool {
    value.abs() <= LARGEST
}

impl CompiledCase {
    /// Compiles a case, with its sums at each of the starts.
    ///
    /// # Errors
    /// [`Failure`] where the case cannot be calculated with expected values either.
    pub fn new(calculator: &Calculator<'_>, case: &Case, starts: &[Year]) -> Result<Self, Failure> {
        let organisation = calculator.organisation;
        let smallest = organisation.smallest_position;
        let hours_per_fte = organisation.rules.hours_per_fte.value().as_f64();
        let positions =
            smallest.is_positive().then(|| WholePositions::new(smallest.value().as_f64(), hours_per_fte));
        let inputs = Inputs::new(case, organisation);
        let mut compiler = Compiler { inputs, program: Program::new(positions) };
        let rows = compile_rows(price_rows(calculator, case)?, case, &mut compiler)?;
        let Compiler { inputs, mut program } = compiler;
        let counted_from = case.is_decided().then_some(organisation.budget_year);
        let schedules = starts.iter().filter_map(|start| Some(Schedule { start: *start, life: case.life? }));
        let starts = schedules.map(|schedule| {
            let laying = Laying { calculator, schedule, counted_from };
            Ok((schedule.start, laying.lay(&rows, &mut program)?))
        });
        Ok(Self {
            id: case.id.clone(),
            distribution: organisation.rules.distribution,
            inputs: inputs.drawn,
            starts: starts.collect::<Result<_, Failure>>()?,
            program,
        })
    }

    /// Whether anything is drawn for it.
    pub fn is_uncertain(&self) -> bool {
        !self.inputs.is_empty()
    }

    /// The first draws of every start. The n-th draw is the same however many there are, and all
    /// starts and all cases share it: felles is drawn once.
    pub fn draw(&self, draws: usize, seed: u64) -> Vec<StartDraws> {
        let mut starts: Vec<StartDraws> =
            self.starts.iter().map(|(start, _)| StartDraws { start: *start, draws: Vec::new() }).collect();
        let mut blocks = Blocks::new(self, seed);
        let mut left = draws;
        while left > 0 {
            let count = left.min(BLOCK);
            let columns = blocks.next();
            for (found, (_, effects)) in starts.iter_mut().zip(&self.starts) {
                let values = effects.values(columns, count);
                found.draws.extend(values.into_iter().map(|value| value.has_answer().then_some(value)));
            }
            left = left.saturating_sub(count);
        }
        starts
    }

    /// What every start comes to with expected values, as [`Calculator`] finds it exactly.
    pub fn at_expected_values(&self) -> Vec<DrawValues> {
        let columns = self.expected_columns(1);
        let values = self.starts.iter().map(|(_, effects)| effects.values(&columns, 1));
        values.map(|values| values.first().copied().unwrap_or_default()).collect()
    }

    /// Columns with every input at its expected value.
    pub(super) fn expected_columns(&self, draws: usize) -> Vec<Vec<f64>> {
        let mut columns = self.program.columns(draws);
        for input in &self.inputs {
            if let Some(column) = columns.get_mut(input.column) {
                column.fill(input.expected);
            }
        }
        self.program.run(&mut columns);
        columns
    }
}

/// A case's draws, a block at a time.
#[derive(Debug)]
pub(super) struct Blocks<'c> {
    program: &'c Program,
    streams: Vec<(usize, Stream)>,
    columns: Vec<Vec<f64>>,
}

impl<'c> Blocks<'c> {
    pub(super) fn new(case: &'c CompiledCase, seed: u64) -> Self {
        let stream = |input: &Input| (input.column, input.stream(&case.id, seed, case.distribution));
        let streams = case.inputs.iter().map(stream).collect();
        Self { program: &case.program, streams, columns: case.program.columns(BLOCK) }
    }

    /// The columns of the next [`BLOCK`] draws.
    pub(super) fn next(&mut self) -> &[Vec<f64>] {
        for (column, stream) in &mut self.streams {
            if let Some(column) = self.columns.get_mut(*column) {
                stream.fill(column);
            }
        }
        self.program.run(&mut self.columns);
        &self.columns
    }
}

impl Effects {
    /// Draw by draw, the first of a block.
    fn values(&self, columns: &[Vec<f64>], count: usize) -> Vec<DrawValues> {
        let mut values = vec![DrawValues::default(); count];
        let mut sums = vec![0.0; columns.first().map_or(1, Vec::len).max(count)];
        let mut put = |sum: &Linear, place: &dyn Fn(&mut DrawValues, f64)| {
            sum.fill(columns, &mut sums);
            for (value, sum) in values.iter_mut().zip(&sums) {
                place(value, *sum);
            }
        };
        put(&self.npv, &|value, sum| value.npv = sum);
        put(&self.plan_effect, &|value, sum| value.plan_effect = sum);
        for year in 0..4 {
            let of = |sums: &[Linear; 4]| sums.get(year).cloned().unwrap_or_default();
            let (running, restructuring, capital) =
                (of(&self.running), of(&self.restructuring), of(&self.capital));
            let mut savings = running;
            savings.add_times(&capital, -1.0);
            let mut effect = savings.clone();
            effect.add_times(&restructuring, -1.0);
            put(&effect, &|value, sum| set(&mut value.running_effect, year, sum));
            put(&savings, &|value, sum| set(&mut value.savings, year, sum));
            put(&of(&self.investment), &|value, sum| set(&mut value.investment, year, sum));
            put(&restructuring, &|value, sum| set(&mut value.restructuring, year, sum));
        }
        values
    }
}

fn set(years: &mut [f64; 4], year: usize, sum: f64) {
    if let Some(place) = years.get_mut(year) {
        *place = sum;
    }
}
