//! The units that keep their own exponent, and how many of each make one of the largest.

use crate::words;
use crate::words::Words;

/// How many things can be measured.
pub(super) const THINGS: usize = 9;

/// What can be measured. Units of one thing are turned into each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// penger
    Money,
    /// arbeidstid
    Work,
    /// areal
    Area,
    /// volum
    Volume,
    /// energi; effekt is energi per hour
    Energy,
    /// avstand
    Distance,
    /// masse
    Mass,
    /// data
    Data,
    /// kalendertid
    Calendar,
}

impl Thing {
    pub(super) const ALL: [Self; THINGS] = [
        Self::Money,
        Self::Work,
        Self::Area,
        Self::Volume,
        Self::Energy,
        Self::Distance,
        Self::Mass,
        Self::Data,
        Self::Calendar,
    ];

    /// What it is called.
    pub fn words(self) -> Words {
        match self {
            Self::Money => words!(nb: "Penger", nn: "Pengar", en: "Money"),
            Self::Work => words!(nb: "Arbeidstid", nn: "Arbeidstid", en: "Working time"),
            Self::Area => words!(nb: "Areal", nn: "Areal", en: "Area"),
            Self::Volume => words!(nb: "Volum", nn: "Volum", en: "Volume"),
            Self::Energy => words!(nb: "Energi og effekt", nn: "Energi og effekt", en: "Energy and power"),
            Self::Distance => words!(nb: "Avstand", nn: "Avstand", en: "Distance"),
            Self::Mass => words!(nb: "Vekt", nn: "Vekt", en: "Mass"),
            Self::Data => words!(nb: "Data", nn: "Data", en: "Data"),
            Self::Calendar => words!(nb: "Kalendertid", nn: "Kalendertid", en: "Calendar time"),
        }
    }
}

/// The units, one a line: name, what they measure, how many make one of the largest, several above
/// a fraction bar and one below it.
macro_rules! bases {
    ($($(#[$doc:meta])* $name:ident $thing:ident $per:literal $many_nb:literal / $many_nn:literal / $many_en:literal, $one_nb:literal / $one_nn:literal / $one_en:literal;)+) => {
        /// A unit that keeps its own exponent, so that nothing is converted before it has to be.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Base {
            $($(#[$doc])* $name,)+
        }

        impl Base {
            /// Every unit, in the order they are said.
            pub(super) const ALL: [Self; BASES] = [$(Self::$name),+];

            /// The units of calendar time, the longest first.
            pub(super) const CALENDAR: [Self; 6] =
                [Self::Year, Self::Month, Self::Week, Self::Day, Self::PlainDay, Self::Workday];

            /// What it measures.
            pub const fn thing(self) -> Thing {
                match self {
                    $(Self::$name => Thing::$thing,)+
                }
            }

            /// How many of this unit make one of the largest of the same thing. An organisation counts its
            /// arbeidsdager itself.
            pub(super) const fn per_largest(self) -> u32 {
                match self {
                    $(Self::$name => $per,)+
                }
            }

            /// The unit above a fraction bar: several of it.
            pub fn many(self) -> Words {
                match self {
                    $(Self::$name => words!(nb: $many_nb, nn: $many_nn, en: $many_en),)+
                }
            }

            /// The unit below a fraction bar: one of it.
            pub(super) fn one(self) -> Words {
                match self {
                    $(Self::$name => words!(nb: $one_nb, nn: $one_nn, en: $one_en),)+
                }
            }
        }
    };
}

pub(super) const BASES: usize = 30;

bases! {
    /// kr
    Krone Money 1 "kr" / "kr" / "kr", "kr" / "kr" / "kr";
    /// min: a minute of work
    Minute Work 60 "min" / "min" / "min", "min" / "min" / "min";
    /// time: an hour of work
    Hour Work 1 "timer" / "timar" / "hours", "time" / "time" / "hour";
    /// m²
    SquareMetre Area 1 "m²" / "m²" / "m²", "m²" / "m²" / "m²";
    /// ml
    Millilitre Volume 1_000_000 "ml" / "ml" / "ml", "ml" / "ml" / "ml";
    /// cl
    Centilitre Volume 100_000 "cl" / "cl" / "cl", "cl" / "cl" / "cl";
    /// dl
    Decilitre Volume 10_000 "dl" / "dl" / "dl", "dl" / "dl" / "dl";
    /// liter
    Litre Volume 1_000 "liter" / "liter" / "litres", "liter" / "liter" / "litre";
    /// m³
    CubicMetre Volume 1 "m³" / "m³" / "m³", "m³" / "m³" / "m³";
    /// Wh
    WattHour Energy 1_000_000_000 "Wh" / "Wh" / "Wh", "Wh" / "Wh" / "Wh";
    /// kWh
    KilowattHour Energy 1_000_000 "kWh" / "kWh" / "kWh", "kWh" / "kWh" / "kWh";
    /// MWh
    MegawattHour Energy 1_000 "MWh" / "MWh" / "MWh", "MWh" / "MWh" / "MWh";
    /// GWh
    GigawattHour Energy 1 "GWh" / "GWh" / "GWh", "GWh" / "GWh" / "GWh";
    /// mm
    Millimetre Distance 1_000_000 "mm" / "mm" / "mm", "mm" / "mm" / "mm";
    /// cm
    Centimetre Distance 100_000 "cm" / "cm" / "cm", "cm" / "cm" / "cm";
    /// m
    Metre Distance 1_000 "m" / "m" / "m", "m" / "m" / "m";
    /// km
    Kilometre Distance 1 "km" / "km" / "km", "km" / "km" / "km";
    /// g
    Gram Mass 1_000_000 "g" / "g" / "g", "g" / "g" / "g";
    /// kg
    Kilogram Mass 1_000 "kg" / "kg" / "kg", "kg" / "kg" / "kg";
    /// tonn
    Tonne Mass 1 "tonn" / "tonn" / "tonnes", "tonn" / "tonn" / "tonne";
    /// kB
    Kilobyte Data 1_000_000_000 "kB" / "kB" / "kB", "kB" / "kB" / "kB";
    /// MB
    Megabyte Data 1_000_000 "MB" / "MB" / "MB", "MB" / "MB" / "MB";
    /// GB
    Gigabyte Data 1_000 "GB" / "GB" / "GB", "GB" / "GB" / "GB";
    /// TB
    Terabyte Data 1 "TB" / "TB" / "TB", "TB" / "TB" / "TB";
    /// år: a calendar year
    Year Calendar 1 "år" / "år" / "years", "år" / "år" / "year";
    /// måned: a calendar month
    Month Calendar 12 "måneder" / "månader" / "months", "måned" / "månad" / "month";
    /// uke: a calendar week
    Week Calendar 52 "uker" / "veker" / "weeks", "uke" / "veke" / "week";
    /// døgn: a calendar day
    Day Calendar 365 "døgn" / "døgn" / "days", "døgn" / "døgn" / "day";
    /// dag: a calendar day written with the word that may mean a working day
    PlainDay Calendar 365 "dager" / "dagar" / "days", "dag" / "dag" / "day";
    /// arbeidsdag: `kalkyle.arbeidsdager` of them in a year
    Workday Calendar 230 "arbeidsdager" / "arbeidsdagar" / "working days", "arbeidsdag" / "arbeidsdag" / "working day";
}
