//! PERT: the beta distribution of three points, drawn exactly and fast.

/// Area of each strip under the hat, with the top of the density at 1.
const AREA: f64 = 1.0 / 256.0;

/// Beta(1 + 4m, 5 − 4m) on [0, 1], where m is where `verdi` lies between lav and høy. This is PERT with λ = 4:
/// the mean is (lav + 4·verdi + høy) ÷ 6 and the mode is `verdi` itself. The other "PERT" that is
/// about, which forces the standard deviation to (høy − lav) ÷ 6, moves the mode.
///
/// The density is h⁴ with h(x) = xᵐ(1 − x)¹⁻ᵐ, scaled to 1 at its top. It is covered by strips of
/// equal area (J. H. Ahrens, "A one-table method for sampling from continuous and discrete
/// distributions", Computing 54, 1995): most points fall where no function has to be worked out.
/// Because h is concave, its chord and its tangent settle nearly all of the rest, so a logarithm is
/// taken in less than one draw of a hundred.
#[derive(Debug, Clone)]
pub(super) struct Pert {
    mode: f64,
    log_top: f64,
    strips: Vec<Strip>,
}

/// A part of [0, 1] between two points on the same side of the mode.
#[derive(Debug, Clone, Copy)]
struct Strip {
    left: f64,
    width: f64,
    /// Height of the hat: at least the density everywhere in the strip.
    hat: f64,
    /// The part of the hat's height that is under the density everywhere in the strip.
    sure: f64,
    /// h is never below this line, and never above the next.
    chord: Slope,
    tangent: Slope,
}

/// A line from the left end of a strip.
#[derive(Debug, Clone, Copy)]
struct Slope {
    start: f64,
    slope: f64,
}

impl Slope {
    fn at(self, distance: f64) -> f64 {
        self.start + self.slope * distance
    }
}

impl Pert {
    /// `mode` from 0 to 1.
    pub(super) fn new(mode: f64) -> Self {
        let log_top = times_log(mode, mode) + times_log(1.0 - mode, 1.0 - mode);
        let mut pert = Self { mode, log_top, strips: Vec::new() };
        pert.cover(Side::Above);
        pert.cover(Side::Below);
        pert
    }

    /// The fourth root of the density, 1 at the mode; concave.
    fn root(&self, x: f64) -> f64 {
        libm::exp(times_log(self.mode, x) + times_log(1.0 - self.mode, 1.0 - x) - self.log_top)
    }

    /// Strips from the mode out to the end of one side. Each is at least [`AREA`] wide, so they are few.
    fn cover(&mut self, side: Side) {
        let (mut near, mut top) = (self.mode, 1.0);
        loop {
            let room = side.room(near);
            if room <= 0.0 {
                return;
            }
            let wanted = AREA / fourth(top);
            let is_last = wanted >= room;
            let width = if is_last { room } else { wanted };
            let far = side.beyond(near, width);
            let low = if is_last { 0.0 } else { self.root(far) };
            // h′ = h·(m/x − (1 − m)/(1 − x)); nothing at the top.
            let slope = if near == self.mode {
                0.0
            } else {
                top * (self.mode / near - (1.0 - self.mode) / (1.0 - near))
            };
            let (left, at_left, at_right) = match side {
                Side::Above => (near, top, low),
                Side::Below => (far, low, top),
            };
            let hat = AREA / width;
            self.strips.push(Strip {
                left,
                width,
                hat,
                sure: fourth(low) / hat,
                chord: Slope { start: at_left, slope: (at_right - at_left) / width },
                tangent: Slope { start: top + slope * (left - near), slope },
            });
            if is_last {
                return;
            }
            (near, top) = (far, low);
        }
    }

    /// Random bits as a draw; nothing where they fall between the density and the hat.
    pub(super) fn draw(&self, bits: u64) -> Option<f64> {
        let count = u64::try_from(self.strips.len()).unwrap_or_default();
        // The first 32 bits choose a strip and a height in it, the last 32 a place along it.
        let chosen = (bits & LOW_HALF).wrapping_mul(count);
        let strip = usize::try_from(chosen >> 32).ok().and_then(|place| self.strips.get(place))?;
        let height = unit(chosen & LOW_HALF);
        let distance = strip.width * unit(bits >> 32);
        if height < strip.sure {
            return Some(strip.left + distance);
        }
        self.settle(strip, height, distance)
    }

    /// Whether a point above what is sure is under the density all the same.
    #[inline(never)]
    fn settle(&self, strip: &Strip, height: f64, distance: f64) -> Option<f64> {
        let root = (strip.hat * height).sqrt().sqrt();
        let x = strip.left + distance;
        let is_under =
            root < strip.chord.at(distance) || (root <= strip.tangent.at(distance) && root < self.root(x));
        is_under.then_some(x)
    }
}

const LOW_HALF: u64 = 0xffff_ffff;

/// 32 bits as a number in [0, 1).
fn unit(bits: u64) -> f64 {
    f64::from(u32::try_from(bits & LOW_HALF).unwrap_or_default()) * (1.0 / 4_294_967_296.0)
}

/// `share · ln x`, where a share of nothing is nothing.
fn times_log(share: f64, x: f64) -> f64 {
    if share == 0.0 { 0.0 } else { share * libm::log(x) }
}

fn fourth(x: f64) -> f64 {
    (x * x) * (x * x)
}

/// A side of the mode.
#[derive(Debug, Clone, Copy)]
enum Side {
    Above,
    Below,
}

impl Side {
    fn room(self, from: f64) -> f64 {
        match self {
            Self::Above => 1.0 - from,
            Self::Below => from,
        }
    }

    fn beyond(self, from: f64, width: f64) -> f64 {
        match self {
            Self::Above => from + width,
            Self::Below => from - width,
        }
    }
}
