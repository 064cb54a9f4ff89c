//! The closed sets of words people write, each an enum with its Norwegian words.

use crate::words::Words;

/// An enum whose variants are Norwegian words in files and JSON, with nynorsk and English beside them.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $nb:literal / $nn:literal / $en:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every word of the set, in order.
            pub const WORDS: &'static [&'static str] = &[$($nb),+];

            /// Every value of the set, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The value a word stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($nb => Some(Self::$variant),)+ _ => None }
            }

            /// The Norwegian word, as written in files and JSON.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $nb,)+ }
            }

            /// The word in every language, for people.
            pub const fn words(self) -> Words {
                match self { $(Self::$variant => Words { nb: $nb, nn: $nn, en: $en },)+ }
            }
        }
    };
}

vocabulary!(
    /// fase: how far the case has come, in the order of the A3 sheet and the quarters.
    Phase {
        /// Q1: get the overview, estimate.
        Overview = "overblikk" / "overblikk" / "overview",
        /// Q2: dig into the area, calculate.
        DeepDive = "dypdykk" / "djupdykk" / "deep dive",
        /// Q3: prioritise for the whole.
        Prioritisation = "prioritering" / "prioritering" / "prioritisation",
        /// Q4: prepare and plan measurements.
        Preparation = "forberedelse" / "førebuing" / "preparation",
        /// The change is being carried out.
        Implementation = "gjennomføring" / "gjennomføring" / "implementation",
        /// Finished; what was learned is written down.
        Closed = "avsluttet" / "avslutta" / "closed",
    }
);
vocabulary!(
    /// type of a gevinst: KS Veikart's three kinds.
    BenefitKind {
        /// Expenses that disappear.
        AvoidedCost = "unngåtte kostnader" / "unngåtte kostnader" / "avoided costs",
        /// Working time (or others' time) that is freed.
        SavedTime = "spart tid" / "spart tid" / "saved time",
        /// A better service; never shown as money.
        Quality = "økt kvalitet" / "auka kvalitet" / "better quality",
    }
);
impl BenefitKind {
    /// Whether it is in the budget until someone says otherwise: tas_ut is 100 % where it is not written,
    /// else 0 %. Saved time leaves no budget until someone takes it out; nor does priced quality.
    pub const fn is_taken_out_unsaid(self) -> bool {
        match self {
            Self::AvoidedCost => true,
            Self::SavedTime | Self::Quality => false,
        }
    }
}

vocabulary!(
    /// type of a kostnad.
    CostKind {
        /// Paid once, lasts for years.
        Investment = "investering" / "investering" / "investment",
        /// Paid once, for the change itself.
        Restructuring = "omstilling" / "omstilling" / "restructuring",
        /// Paid every year.
        Running = "drift" / "drift" / "running",
    }
);
vocabulary!(
    /// mottaker: who gets the gain. «kommunen» is the organisation itself, a fylkeskommune too.
    Recipient {
        /// The organisation itself.
        Organisation = "kommunen" / "kommunen" / "the municipality",
        /// The people who live there.
        Residents = "innbyggerne" / "innbyggjarane" / "residents",
        /// The state.
        State = "staten" / "staten" / "the state",
        /// County authorities.
        Counties = "fylkeskommuner" / "fylkeskommunar" / "counties",
        /// Other municipalities.
        OtherMunicipalities = "andre kommuner" / "andre kommunar" / "other municipalities",
        /// Business.
        Business = "næringslivet" / "næringslivet" / "business",
        /// Voluntary organisations.
        Voluntary = "frivillig sektor" / "frivillig sektor" / "the voluntary sector",
    }
);

impl Recipient {
    /// Whether the recipient's money is public: the organisation, the state, counties, other municipalities.
    pub const fn is_public(self) -> bool {
        match self {
            Self::Organisation | Self::State | Self::Counties | Self::OtherMunicipalities => true,
            Self::Residents | Self::Business | Self::Voluntary => false,
        }
    }
}

vocabulary!(
    /// unngår: what a gain avoids.
    Avoids {
        /// An expense that is in today's budget.
        TodaysExpense = "dagens utgift" / "utgifta i dag" / "today's expense",
        /// Growth that is not in today's budget.
        Growth = "vekst" / "vekst" / "growth",
    }
);
vocabulary!(
    /// liten | middels | høy or stor: betydning, sannsynlighet, konsekvens.
    Size {
        /// 1
        Small = "liten" / "liten" / "small",
        /// 2
        Medium = "middels" / "middels" / "medium",
        /// 3, of risks
        Large = "stor" / "stor" / "large",
        /// 3, of importance
        High = "høy" / "høg" / "high",
    }
);

impl Size {
    /// The step in verdimatrisen and the risk matrix: 1, 2 or 3.
    pub const fn step(self) -> i8 {
        match self {
            Self::Small => 1,
            Self::Medium => 2,
            Self::Large | Self::High => 3,
        }
    }
}

vocabulary!(
    /// omfang: how far a quality effect reaches, DFØ's verdimatrise.
    Extent {
        /// +3
        LargePositive = "stort positivt" / "stort positivt" / "large positive",
        /// +2
        MediumPositive = "middels positivt" / "middels positivt" / "medium positive",
        /// +1
        SmallPositive = "lite positivt" / "lite positivt" / "small positive",
        /// 0
        Neither = "verken eller" / "verken eller" / "neither",
        /// −1
        SmallNegative = "lite negativt" / "lite negativt" / "small negative",
        /// −2
        MediumNegative = "middels negativt" / "middels negativt" / "medium negative",
        /// −3
        LargeNegative = "stort negativt" / "stort negativt" / "large negative",
    }
);

impl Extent {
    /// The signed step, −3 to 3.
    pub const fn step(self) -> i8 {
        match self {
            Self::LargePositive => 3,
            Self::MediumPositive => 2,
            Self::SmallPositive => 1,
            Self::Neither => 0,
            Self::SmallNegative => -1,
            Self::MediumNegative => -2,
            Self::LargeNegative => -3,
        }
    }
}

vocabulary!(
    /// oppfylt and etter of a minimumskrav.
    Fulfilment {
        /// Met.
        Yes = "ja" / "ja" / "yes",
        /// Partly met.
        Partly = "delvis" / "delvis" / "partly",
        /// Not met.
        No = "nei" / "nei" / "no",
    }
);
vocabulary!(
    /// beslutning of a vedtak.
    Outcome {
        /// Proposed to the one who decides: nothing is decided yet.
        Recommended = "innstilt" / "innstilt" / "recommended",
        /// The case is decided: fixed in.
        Adopted = "vedtatt" / "vedteken" / "adopted",
        /// Said no to.
        Rejected = "avvist" / "avvist" / "rejected",
        /// Put off.
        Postponed = "utsatt" / "utsett" / "postponed",
    }
);
vocabulary!(
    /// status of a plan row, a betingelse, a forankring.
    Status {
        /// Not begun.
        Planned = "planlagt" / "planlagd" / "planned",
        /// Begun.
        Ongoing = "pågår" / "i gang" / "ongoing",
        /// Done.
        Done = "ferdig" / "ferdig" / "done",
        /// Dropped.
        Cancelled = "avlyst" / "avlyst" / "cancelled",
    }
);
impl Status {
    /// Whether it is still to be done.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Planned | Self::Ongoing => true,
            Self::Done | Self::Cancelled => false,
        }
    }
}

vocabulary!(
    /// hyppighet: how often a measurement is due.
    Frequency {
        /// Every week.
        Week = "uke" / "veke" / "week",
        /// Every month.
        Month = "måned" / "månad" / "month",
        /// Every three months.
        Quarter = "kvartal" / "kvartal" / "quarter",
        /// Every four months.
        Third = "tertial" / "tertial" / "four months",
        /// Every six months.
        HalfYear = "halvår" / "halvår" / "half-year",
        /// Every year.
        Year = "år" / "år" / "year",
    }
);
vocabulary!(
    /// fordeling: the shape of a three-point value.
    Distribution {
        /// PERT with λ = 4.
        Pert = "pert" / "pert" / "PERT",
        /// Triangular.
        Triangular = "trekant" / "trekant" / "triangular",
    }
);
vocabulary!(
    /// metode: what the list is ordered by.
    Method {
        /// Net present value.
        NetPresentValue = "nnv" / "nnv" / "net present value",
        /// Discounted net effect in the four plan years.
        PlanEffect = "planeffekt" / "planeffekt" / "plan effect",
        /// Undiscounted running effect in the four plan years.
        Budget = "budsjett" / "budsjett" / "budget effect",
    }
);
vocabulary!(
    /// valg of a locked case: leadership's own decision.
    Choice {
        /// Must be chosen.
        In = "inn" / "inn" / "in",
        /// Must not be chosen.
        Out = "ut" / "ut" / "out",
    }
);
vocabulary!(
    /// What a funksjon or art of more than three digits counts by.
    CodeLength {
        /// Its first three digits, which are the code of KOSTRA.
        FirstThree = "3 første" / "3 første" / "first 3",
    }
);
vocabulary!(
    /// avrunding of the deflator.
    Rounding {
        /// To the nearest.
        Nearest = "nærmest" / "nærast" / "nearest",
        /// Down.
        Down = "ned" / "ned" / "down",
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back_as_its_value() {
        for recipient in Recipient::ALL {
            assert_eq!(Recipient::from_word(recipient.word()), Some(*recipient));
        }
        assert_eq!(Phase::from_word("Overblikk"), None);
    }
}
