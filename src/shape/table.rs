//! What a table row says about a field.

use crate::model::Phase;
use crate::words;
use crate::words::Words;

/// A mapping with known keys.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name, unique, in the singular: gevinst, kostnad, sak.
    pub name: &'static str,
    /// The same as it reads after «i»: en gevinst, a3.yaml.
    pub phrase: Words,
    /// Its fields in the order people write them. [`NOTE`] may be in every section besides.
    pub fields: &'static [Field],
}

impl Section {
    /// Every field that may be here, `merknad` last.
    pub fn all_fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        self.fields.iter().chain([&NOTE])
    }

    /// The field of a key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.all_fields().find(|field| field.key == key)
    }
}

/// One key and what may be after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The key, as written.
    pub key: &'static str,
    /// What may be there.
    pub kind: Kind,
    /// When it must be there.
    pub needed: Needed,
    /// What it is, in one line.
    pub doc: Words,
    /// The value of an example, on one line of YAML.
    pub example: &'static str,
}

/// What a new row of a list is begun with, by the key it stands under; the first begins the row.
const NEW_ROWS: &[(&str, &[&str])] = &[
    ("minimumskrav", &["krav", "hjemmel", "oppfylt", "etter"]),
    ("gap", &["navn", "nå", "ønsket", "kilde"]),
    ("alternativer", &["navn", "vurdering", "valgt"]),
    ("kostnader", &["navn", "type", "beløp", "kilde"]),
    ("risiko", &["hva", "sannsynlighet", "konsekvens", "tiltak"]),
    ("betingelser", &["hva", "hvem", "frist"]),
    ("forankring", &["hvem", "hvordan", "dato"]),
    ("plan", &["hva", "hvem", "frist"]),
    ("vedtak", &["dato", "organ", "beslutning", "innarbeidet"]),
];

impl Field {
    /// What the rows of its list are; none where it has no rows with keys.
    pub const fn rows(&self) -> Option<&'static Section> {
        if let Kind::List(Kind::Section(section)) | Kind::Filled(Kind::Section(section)) = self.kind {
            Some(section)
        } else {
            None
        }
    }

    /// The fields a new row of its list is begun with, in that order; none where nobody begins one.
    pub fn new_row(&self) -> Option<impl Iterator<Item = &'static Self> + use<>> {
        let (section, (_, keys)) = self.rows().zip(NEW_ROWS.iter().find(|(name, _)| *name == self.key))?;
        Some(keys.iter().filter_map(|key| section.field(key)))
    }
}

/// merknad: a remark, which may be on anything.
pub static NOTE: Field = Field {
    key: "merknad",
    kind: Kind::Text,
    needed: Needed::No,
    doc: words!(nb: "En merknad til den som leser. Den kan stå på alt, og brukes ikke i noe regnestykke.", nn: "Ein merknad til den som les. Han kan stå på alt, og blir ikkje brukt i noko reknestykke.", en: "A remark to the reader. It may stand on anything, and is used in no calculation."),
    example: "Avklares med IKT",
};

/// When a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// In every file.
    Always,
    /// In a case that has come to this phase. Checked by the rules of the phases, not here.
    From(Phase),
    /// The same, and an empty list is not enough.
    RowsFrom(Phase),
    /// When there is something to say.
    No,
}

impl Needed {
    /// The phase of a case that asks for the field.
    pub const fn phase(self) -> Option<Phase> {
        match self {
            Self::From(phase) | Self::RowsFrom(phase) => Some(phase),
            Self::Always | Self::No => None,
        }
    }
}

/// What may be after a key. Numbers, units and formulas are read elsewhere: to the structure
/// they are one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Free text.
    Text,
    /// A number with its unit.
    Quantity,
    /// A calculation over named assumptions and quantities.
    Formula,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// ja or nei.
    YesNo,
    /// ÅÅÅÅ-MM-DD.
    Date,
    /// A calendar year, 1900–2300.
    Year,
    /// The version of the file format.
    Version,
    /// ansvar, funksjon or art, with leading zeros.
    Code,
    /// The name of something that is written elsewhere: a position, a case, a goal.
    Name,
    /// A list, which may be empty: that says «none».
    List(&'static Self),
    /// A list with at least one value.
    Filled(&'static Self),
    /// A mapping with known keys.
    Section(&'static Section),
    /// A mapping whose keys are names people choose.
    Named(&'static Self),
    /// A mapping whose keys are calendar years; at least one.
    Years(&'static Self),
    /// An amount: one quantity, lav, verdi and høy, a list by year, or a mapping by calendar year.
    Amount,
    /// One of several kinds, distinguished by form: one value, a list or a mapping.
    Either(&'static [Self]),
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    One,
    List,
    Mapping,
}

impl Kind {
    /// The form the kind is written in; none where it has several.
    pub(super) const fn form(&self) -> Option<Form> {
        match self {
            Self::Text | Self::Quantity | Self::Formula | Self::Choice(_) | Self::YesNo | Self::Date => {
                Some(Form::One)
            }
            Self::Year | Self::Version | Self::Code | Self::Name => Some(Form::One),
            Self::List(_) | Self::Filled(_) => Some(Form::List),
            Self::Section(_) | Self::Named(_) | Self::Years(_) => Some(Form::Mapping),
            Self::Amount | Self::Either(_) => None,
        }
    }
}

/// The table of sections: key, when it is needed, kind, example, what it is. What `record` of
/// `document` reads them as named in front: the struct of a section, and what goes beside its
/// fields; the member of a field and its type.
macro_rules! section {
    ($($(#[$doc:meta])* $vis:vis $id:ident $($record:ident $([$($beside:tt)*])?)?
        $name:literal $phrase_nb:literal / $phrase_nn:literal / $phrase_en:literal {
        $($($field:ident: $type:ty = $($read:ident)?)? $key:literal
            $needed:expr, $kind:expr, $example:literal, $nb:literal / $nn:literal / $en:literal;)+
    })+) => {$(
        $(#[$doc])*
        $vis static $id: $crate::shape::Section = $crate::shape::Section {
            name: $name,
            phrase: $crate::words!(nb: $phrase_nb, nn: $phrase_nn, en: $phrase_en),
            fields: &[$($crate::shape::Field {
                key: $key,
                kind: $kind,
                needed: $needed,
                doc: $crate::words!(nb: $nb, nn: $nn, en: $en),
                example: $example,
            },)+],
        };
    )+};
}
pub(super) use section;
