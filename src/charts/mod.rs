//! Pictures of figures: shapes and words on a drawing, and nothing about how they are written out.
//!
//! Lengths are in hundredths of the size of the type around the picture, so a picture grows and shrinks with
//! the words it stands among. Shapes differ in form and not only in colour: filled and open, thick and thin, dot
//! and stroke. Every picture says in words what it shows, and carries its figures for those who cannot see it.

mod gap;
mod levels;
mod moments;
mod phasing;
mod plan_years;
mod readings;
mod scale;
mod spread;
mod swings;
mod usage;

pub use gap::{GapPoints, gap};
pub use levels::{Level, levels};
pub use moments::{Moment, Moments, Progress};
pub use phasing::phasing;
pub use plan_years::{YearAmount, plan_years};
pub use readings::{DatedValue, Readings, readings};
pub use spread::{Slice, SpreadFigures, spread};
pub use swings::{Swing, swings};
pub use usage::{Used, usage};

use crate::words::Text;

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chart {
    /// What it is of, in a few words.
    pub title: Text,
    /// What it shows, in a sentence.
    pub description: Text,
    /// How wide it is, in hundredths of the type's size.
    pub width: i32,
    /// How high it is, in the same.
    pub height: i32,
    /// What is drawn, from the back to the front.
    pub marks: Vec<Mark>,
    /// The figures it is drawn from; none where they stand beside it already.
    pub figures: Figures,
}

/// The figures of a picture as a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// Headings.
    pub columns: Vec<Text>,
    /// Rows, each with a cell for every column.
    pub rows: Vec<Vec<Text>>,
}

/// One thing drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// A bar or a field.
    Bar(Area, Tone),
    /// A line from one point to another.
    Line(Point, Point, Tone),
    /// A dot.
    Dot(Point, Tone),
    /// A few words.
    Words(Point, Label),
}

/// A place: to the right and down from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// To the right.
    pub x: i32,
    /// Down.
    pub y: i32,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The upper left corner.
    pub at: Point,
    /// How wide.
    pub width: i32,
    /// How high.
    pub height: i32,
}

/// Words in a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What they say.
    pub text: Text,
    /// Which end of them is at the point.
    pub anchor: Anchor,
    /// How they look.
    pub tone: Tone,
}

/// Which end of some words is at their point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// They begin there.
    Start,
    /// They are around it.
    Middle,
    /// They end there.
    End,
}

/// How a shape looks: each differs from the others without colour too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Filled, in the colour of what the case does.
    Solid,
    /// An outline.
    Open,
    /// An outline in the colour of what is lost.
    Loss,
    /// Pale: what lies behind.
    Faint,
    /// Dark and thick: what is aimed at.
    Ink,
    /// Thin: axes.
    Axis,
    /// Thin and dashed: what is expected, and today.
    Dashed,
}

impl Chart {
    /// An empty picture of a size.
    fn sized(width: i32, height: i32) -> Self {
        Self { width, height, ..Self::default() }
    }

    fn bar(&mut self, from: Point, to: Point, tone: Tone) {
        let at = Point { x: from.x.min(to.x), y: from.y.min(to.y) };
        let (width, height) = (from.x.abs_diff(to.x), from.y.abs_diff(to.y));
        let length = |length: u32| i32::try_from(length).unwrap_or(i32::MAX);
        self.marks.push(Mark::Bar(Area { at, width: length(width), height: length(height) }, tone));
    }

    fn line(&mut self, from: Point, to: Point, tone: Tone) {
        self.marks.push(Mark::Line(from, to, tone));
    }

    fn dot(&mut self, at: Point, tone: Tone) {
        self.marks.push(Mark::Dot(at, tone));
    }

    fn words(&mut self, at: Point, text: Text, anchor: Anchor) {
        self.marks.push(Mark::Words(at, Label { text, anchor, tone: Tone::Ink }));
    }

    fn quiet_words(&mut self, at: Point, text: Text, anchor: Anchor) {
        self.marks.push(Mark::Words(at, Label { text, anchor, tone: Tone::Faint }));
    }
}

/// How wide a picture is that shares a row with others.
const WIDE: i32 = 1_850;

/// How far apart lines of words are.
const LINE: i32 = 95;

const fn at(x: i32, y: i32) -> Point {
    Point { x, y }
}
