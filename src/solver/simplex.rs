//! The dual simplex method with bounds on every variable, on a tableau without the columns that are basic.
//!
//! Highest Σ gain × variable under rows Σ figure × variable + slack = limit. It begins where every variable
//! that is not basic lies at the bound its gain asks for, so that the duals always hold, and goes on from
//! there when bounds are moved or rows are added. What comes out are prices: what they bound is reckoned
//! again from the rows themselves, so errors of floats here cost time and never truth.

mod basis;
mod entering;
mod stalls;

/// A row is broken when it is so far outside its bounds.
const BROKEN: f64 = 1e-9;
/// Figures below this are noise.
const NOISE: f64 = 1e-11;
/// A pivot below this is not taken where there is any other.
const SMALL: f64 = 1e-7;
/// A gain that falls by less than this has not moved.
const STEP: f64 = 1e-9;
/// A row is sparse when fewer than one in so many of its figures are anything.
const SPARSE: usize = 8;
/// A row with so much left of it is easy.
const EASY: f64 = 1e-4;

/// A linear program on its way.
#[derive(Debug, Clone)]
pub(super) struct Simplex {
    /// Figures by row, in the order of `loose`.
    figures: Vec<f64>,
    /// The variable that is basic in each row, and its value.
    basic: Vec<usize>,
    values: Vec<f64>,
    /// The variables that are not basic, what each adds to the gain, and whether it lies at its upper bound.
    loose: Vec<usize>,
    gains: Vec<f64>,
    high: Vec<bool>,
    /// Bounds by variable.
    bounds: Vec<Bounds>,
    /// Where each variable is.
    places: Vec<Place>,
    /// How much the gain has moved so far.
    pub(super) gain: f64,
    /// Pivots so far, and figures reckoned anew.
    pub(super) pivots: u64,
    pub(super) work: u64,
}

/// What a variable may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bounds {
    pub(super) low: f64,
    pub(super) high: f64,
}

/// Where a variable is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Row(usize),
    Column(usize),
    /// Nowhere: it is held to its lower bound for good.
    Settled,
}

/// How the method ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// No gain is higher.
    Highest,
    /// Nothing holds this row.
    Broken(usize),
    /// It was given up: the prices are as good as any, and no better.
    GivenUp,
}

impl Simplex {
    /// Variables with their gains, which are not above zero, all at their lower bound.
    pub(super) fn new(gains: Vec<f64>, bounds: Vec<Bounds>) -> Self {
        let count = gains.len();
        Self {
            figures: Vec::new(),
            basic: Vec::new(),
            values: Vec::new(),
            loose: (0..count).collect(),
            high: vec![false; count],
            gains,
            bounds,
            places: (0..count).map(Place::Column).collect(),
            gain: 0.0,
            pivots: 0,
            work: 0,
        }
    }

    /// Adds a variable that may be anything from zero up, at zero.
    pub(super) fn variable(&mut self, gain: f64) -> usize {
        let (variable, columns) = (self.places.len(), self.loose.len());
        self.places.push(Place::Column(columns));
        self.bounds.push(Bounds { low: 0.0, high: f64::INFINITY });
        self.loose.push(variable);
        self.gains.push(gain);
        self.high.push(false);
        let wider =
            |row: usize| self.figures[row * columns..(row + 1) * columns].iter().copied().chain([0.0]);
        self.figures = (0..self.basic.len()).flat_map(wider).collect();
        variable
    }

    /// Adds Σ figure × variable ≤ limit; the variable that is its slack.
    pub(super) fn add(&mut self, entries: &[(usize, f64)], limit: f64) -> usize {
        let columns = self.loose.len();
        let mut row = vec![0.0; columns];
        let mut value = limit;
        for (variable, figure) in entries {
            value -= figure * self.value(*variable);
            match self.places[*variable] {
                Place::Settled => {}
                Place::Column(column) => row[column] += figure,
                Place::Row(of) => {
                    let own = &self.figures[of * columns..(of + 1) * columns];
                    row.iter_mut().zip(own).for_each(|(sum, own)| *sum -= figure * own);
                }
            }
        }
        let slack = self.places.len();
        self.places.push(Place::Row(self.basic.len()));
        self.bounds.push(Bounds { low: 0.0, high: f64::INFINITY });
        self.basic.push(slack);
        self.values.push(value);
        self.figures.extend(row);
        slack
    }

    /// How many figures it is made of.
    pub(super) fn size(&self) -> usize {
        self.figures.len()
    }

    /// What a variable is.
    pub(super) fn value(&self, variable: usize) -> f64 {
        match self.places[variable] {
            Place::Row(row) => self.values[row],
            Place::Column(column) => self.at(column),
            Place::Settled => self.bounds[variable].low,
        }
    }

    /// Whether it is basic: what it is follows from the others.
    pub(super) fn is_basic(&self, variable: usize) -> bool {
        matches!(self.places[variable], Place::Row(_))
    }

    fn at(&self, column: usize) -> f64 {
        let Bounds { low, high } = self.bounds[self.loose[column]];
        if self.high[column] { high } else { low }
    }

    /// What a unit more of the limit gives, of the row with this slack.
    pub(super) fn price(&self, slack: usize) -> f64 {
        match self.places[slack] {
            Place::Row(_) | Place::Settled => 0.0,
            Place::Column(column) => (-self.gains[column]).max(0.0),
        }
    }

    /// Prices that show that a row cannot hold, of the row with this slack.
    pub(super) fn ray(&self, row: usize, slack: usize) -> f64 {
        let is_low = self.values[row] < self.bounds[self.basic[row]].low;
        let sign = if is_low { 1.0 } else { -1.0 };
        match self.places[slack] {
            Place::Row(own) if own == row => {
                if is_low {
                    1.0
                } else {
                    0.0
                }
            }
            Place::Row(_) | Place::Settled => 0.0,
            Place::Column(column) => (sign * self.figures[row * self.loose.len() + column]).max(0.0),
        }
    }

    /// Moves the bounds of a variable.
    pub(super) fn bind(&mut self, variable: usize, bounds: Bounds) {
        let Place::Column(column) = self.places[variable] else {
            if self.places[variable] != Place::Settled {
                self.bounds[variable] = bounds;
            }
            return;
        };
        let before = self.at(column);
        self.bounds[variable] = bounds;
        if bounds.high - bounds.low > 0.0 {
            // The side that the gain asks for.
            self.high[column] = self.gains[column] > 0.0 && bounds.high.is_finite();
        }
        self.shift(column, self.at(column) - before);
    }

    /// The rest follows a variable that is not basic.
    fn shift(&mut self, column: usize, by: f64) {
        if by == 0.0 {
            return;
        }
        self.gain += by * self.gains[column];
        let columns = self.loose.len();
        for (row, value) in self.values.iter_mut().enumerate() {
            *value -= by * self.figures[row * columns + column];
        }
    }

    /// Whether the row with this slack is far from what would break it.
    pub(super) fn is_easy(&self, slack: usize) -> bool {
        matches!(self.places[slack], Place::Row(row) if self.values[row] > EASY)
    }

    /// Lets go of the rows with these slacks, which are easy, and of what is held to one value and not
    /// basic, where that is much.
    pub(super) fn trim(&mut self, easy: &[usize]) {
        let columns = self.loose.len();
        let is_open = |column: &usize| {
            let Bounds { low, high } = self.bounds[self.loose[*column]];
            high > low
        };
        let mut kept: Vec<usize> = (0..columns).filter(is_open).collect();
        if kept.len() * 10 > columns * 9 {
            if easy.is_empty() {
                return;
            }
            kept = (0..columns).collect();
        }
        for variable in self.loose.iter().chain(easy) {
            self.places[*variable] = Place::Settled;
        }
        let left: Vec<usize> =
            (0..self.basic.len()).filter(|row| self.places[self.basic[*row]] != Place::Settled).collect();
        let rows = left.iter().flat_map(|row| kept.iter().map(move |column| row * columns + column));
        self.figures = rows.map(|place| self.figures[place]).collect();
        self.basic = left.iter().map(|row| self.basic[*row]).collect();
        self.values = left.iter().map(|row| self.values[*row]).collect();
        self.loose = kept.iter().map(|column| self.loose[*column]).collect();
        self.gains = kept.iter().map(|column| self.gains[*column]).collect();
        self.high = kept.iter().map(|column| self.high[*column]).collect();
        for (column, variable) in self.loose.iter().enumerate() {
            self.places[*variable] = Place::Column(column);
        }
        for (row, variable) in self.basic.iter().enumerate() {
            self.places[*variable] = Place::Row(row);
        }
    }

    /// Pivots until no row is broken, or so many times in all, or so many on end without moving anything.
    fn go_on(&mut self, until: u64, most_still: Option<u64>) -> Ended {
        let mut still = 0;
        loop {
            let Some(row) = self.most_broken() else { return Ended::Highest };
            if self.pivots >= until || most_still.is_some_and(|most| still >= most) {
                return Ended::GivenUp;
            }
            let before = self.gain;
            let Some(column) = self.entering(row) else { return Ended::Broken(row) };
            self.pivot(row, column);
            still = if before - self.gain > STEP { 0 } else { still + 1 };
        }
    }

    fn most_broken(&self) -> Option<usize> {
        let mut worst = (BROKEN, None);
        for (row, value) in self.values.iter().enumerate() {
            let Bounds { low, high } = self.bounds[self.basic[row]];
            let broken = (low - value).max(value - high);
            if broken > worst.0 {
                worst = (broken, Some(row));
            }
        }
        worst.1
    }

    /// The variable of the row goes to the bound it broke, and that of the column comes in.
    fn pivot(&mut self, row: usize, column: usize) {
        let columns = self.loose.len();
        let leaving = self.basic[row];
        let Bounds { low, high } = self.bounds[leaving];
        let is_high = self.values[row] > high;
        let target = if is_high { high } else { low };
        let entering = self.loose[column];
        let figure = self.figures[row * columns + column];
        let step = (self.values[row] - target) / figure;
        let value = self.at(column) + step;
        self.shift(column, step);
        self.values[row] = value;
        self.exchange(row, column);
        (self.basic[row], self.loose[column]) = (entering, leaving);
        (self.places[entering], self.places[leaving]) = (Place::Row(row), Place::Column(column));
        self.high[column] = is_high;
        self.pivots += 1;
        self.work += self.figures.len() as u64;
    }

    fn exchange(&mut self, row: usize, column: usize) {
        let columns = self.loose.len();
        let inverse = 1.0 / self.figures[row * columns + column];
        let mut own: Vec<f64> = self.figures[row * columns..(row + 1) * columns].to_vec();
        own[column] = 1.0;
        for figure in &mut own {
            *figure *= inverse;
            if figure.abs() <= NOISE {
                *figure = 0.0;
            }
        }
        let filled: Vec<usize> = (0..columns).filter(|column| own[*column] != 0.0).collect();
        let is_sparse = filled.len() * SPARSE < columns;
        for (other, figures) in self.figures.chunks_exact_mut(columns.max(1)).enumerate() {
            let by = figures[column];
            if other == row || by == 0.0 {
                continue;
            }
            figures[column] = 0.0;
            if is_sparse {
                filled.iter().for_each(|column| figures[*column] -= by * own[*column]);
            } else {
                figures.iter_mut().zip(&own).for_each(|(figure, own)| *figure -= by * own);
            }
        }
        let by = self.gains[column];
        self.gains[column] = 0.0;
        self.gains.iter_mut().zip(&own).for_each(|(gain, own)| *gain -= by * own);
        self.figures[row * columns..(row + 1) * columns].copy_from_slice(&own);
    }
}
