//! How an assumption varies, and its own stream of draws.

use super::key::StreamName;
use super::pert::Pert;
use crate::model::Distribution;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// lav, verdi and høy as floats, with lav ≤ verdi ≤ høy and lav < høy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ThreePoints {
    pub(super) low: f64,
    pub(super) mode: f64,
    pub(super) high: f64,
}

impl ThreePoints {
    /// Nothing where the three are not in order, are all the same, or are no numbers. Reading a
    /// file refuses such points first.
    pub(super) fn new(low: f64, mode: f64, high: f64) -> Option<Self> {
        let spread = high - low;
        (low <= mode && mode <= high && spread > 0.0 && spread.is_finite()).then_some(Self {
            low,
            mode,
            high,
        })
    }

    /// Where the mode lies between the two others, from 0 to 1.
    fn mode_within(self) -> f64 {
        ((self.mode - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

/// A shape on [0, 1].
#[derive(Debug, Clone)]
enum Shape {
    Pert(Pert),
    /// Triangular, with the mode here.
    Triangle(f64),
}

/// Bytes of random bits made at a time.
const READY: usize = 2048;

/// Random bits, 64 at a time.
#[derive(Debug, Clone)]
struct Bits {
    source: ChaCha8Rng,
    ready: [u8; READY],
    used: usize,
}

impl Bits {
    fn new(key: [u8; 32]) -> Self {
        Self { source: ChaCha8Rng::from_seed(key), ready: [0; READY], used: READY }
    }

    fn next(&mut self) -> u64 {
        if let Some(bits) = self.ready.get(self.used..).and_then(|left| left.first_chunk()) {
            self.used = self.used.saturating_add(8);
            return u64::from_le_bytes(*bits);
        }
        self.source.fill_bytes(&mut self.ready);
        self.used = 8;
        self.ready.first_chunk().map_or(0, |bits| u64::from_le_bytes(*bits))
    }
}

/// The draws of one assumption, in order: the n-th is always the same.
#[derive(Debug, Clone)]
pub(super) struct Stream {
    bits: Bits,
    shape: Shape,
    points: ThreePoints,
}

impl Stream {
    /// The stream of a name, from its first draw.
    pub(super) fn new(name: &StreamName<'_>, points: ThreePoints, distribution: Distribution) -> Self {
        let mode = points.mode_within();
        let shape = match distribution {
            Distribution::Pert => Shape::Pert(Pert::new(mode)),
            Distribution::Triangular => Shape::Triangle(mode),
        };
        Self { bits: Bits::new(name.key()), shape, points }
    }

    /// The next draws.
    pub(super) fn fill(&mut self, draws: &mut [f64]) {
        let (low, spread) = (self.points.low, self.points.high - self.points.low);
        let bits = &mut self.bits;
        match &self.shape {
            Shape::Pert(pert) => {
                for draw in draws {
                    *draw = low + spread * accepted(pert, bits);
                }
            }
            Shape::Triangle(mode) => {
                for draw in draws {
                    *draw = low + spread * triangular(*mode, unit(bits.next()));
                }
            }
        }
    }
}

fn accepted(pert: &Pert, bits: &mut Bits) -> f64 {
    loop {
        if let Some(draw) = pert.draw(bits.next()) {
            return draw;
        }
    }
}

/// The triangular distribution's inverse, in closed form.
fn triangular(mode: f64, part: f64) -> f64 {
    if part < mode { (part * mode).sqrt() } else { 1.0 - ((1.0 - part) * (1.0 - mode)).sqrt() }
}

/// 53 bits as a number in [0, 1).
fn unit(bits: u64) -> f64 {
    let half = |bits: u64| f64::from(u32::try_from(bits).unwrap_or_default());
    let whole = bits >> 11;
    (half(whole >> 32) * 4_294_967_296.0 + half(whole & 0xffff_ffff)) * (1.0 / 9_007_199_254_740_992.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(points: [f64; 3], distribution: Distribution) -> Stream {
        let [low, mode, high] = points;
        let name =
            StreamName { seed: 1, case: Some("sak"), what: "forutsetning", name: "brukere", number: [0, 0] };
        Stream::new(&name, ThreePoints::new(low, mode, high).unwrap(), distribution)
    }

    fn draws(points: [f64; 3], distribution: Distribution, count: usize) -> Vec<f64> {
        let mut draws = vec![0.0; count];
        stream(points, distribution).fill(&mut draws);
        draws
    }

    #[test]
    fn the_first_draws_are_the_same_for_ever() {
        // Worked out apart from this program, bit for bit: key, ChaCha8, strips and all.
        let pert = draws([0.4, 0.6, 0.7], Distribution::Pert, 4);
        assert_eq!(pert, [0.5491941678795086, 0.5199749607196134, 0.5552600190906166, 0.6856854629883651]);
        let triangle = draws([0.4, 0.6, 0.7], Distribution::Triangular, 4);
        assert_eq!(triangle, [0.6105106759793223, 0.5956897154528065, 0.6673366461844851, 0.641332098459188]);
    }

    #[test]
    fn a_draw_is_the_same_however_many_are_drawn_at_a_time() {
        let whole = draws([1.0, 2.0, 9.0], Distribution::Pert, 1_000);
        let mut parted = vec![0.0; 1_000];
        let mut stream = stream([1.0, 2.0, 9.0], Distribution::Pert);
        for part in parted.chunks_mut(7) {
            stream.fill(part);
        }
        assert_eq!(whole, parted);
    }

    #[test]
    fn pert_is_the_beta_distribution_of_another_sampler() {
        use rand_distr::{Beta, Distribution as _};
        for mode in [0.0, 0.01, 0.2, 0.5, 0.64, 1.0] {
            let mut ours = draws([0.0, mode, 1.0], Distribution::Pert, 100_000);
            let beta = Beta::new(1.0 + 4.0 * mode, 5.0 - 4.0 * mode).unwrap();
            let mut bits = ChaCha8Rng::from_seed([7; 32]);
            let mut theirs: Vec<f64> = (0..100_000).map(|_| beta.sample(&mut bits)).collect();
            ours.sort_by(f64::total_cmp);
            theirs.sort_by(f64::total_cmp);
            // The two-sample Kolmogorov–Smirnov distance; 0.0087 is its 99.9 % point for these counts.
            let below = |draws: &[f64], at: f64| draws.partition_point(|draw| *draw <= at);
            let widest =
                ours.iter().enumerate().map(|(place, at)| (place + 1).abs_diff(below(&theirs, *at))).max();
            assert!(widest.unwrap() < 870, "mode {mode}: {widest:?}");
        }
    }

    #[test]
    fn points_that_cannot_be_drawn_from_are_refused() {
        for [low, mode, high] in [
            [2.0, 1.0, 3.0],
            [1.0, 4.0, 3.0],
            [1.0, 1.0, 1.0],
            [0.0, f64::INFINITY, 1.0],
            [0.0, 1.0, f64::INFINITY],
            [0.0, f64::NAN, 1.0],
        ] {
            assert_eq!(ThreePoints::new(low, mode, high), None);
        }
    }

    #[test]
    fn a_mode_at_either_end_is_drawn_from() {
        for distribution in [Distribution::Pert, Distribution::Triangular] {
            for points in [[0.0, 0.0, 1.0], [0.0, 1.0, 1.0], [0.0, 1e-300, 1.0], [-5.0, 5.0, 5.0]] {
                let draws = draws(points, distribution, 10_000);
                assert!(draws.iter().all(|draw| (points[0]..=points[2]).contains(draw)), "{points:?}");
            }
        }
    }
}
