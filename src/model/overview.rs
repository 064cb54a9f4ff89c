//! nivå: virksomhet: the overview A3, with areas to look into.

/// An overview of the whole organisation; it points to cases, and has no price of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The file's stem.
    pub id: String,
    /// tittel
    pub title: String,
    /// delområder, in the order written
    pub areas: Vec<SubArea>,
}

/// delområde
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubArea {
    /// navn
    pub name: String,
    /// nå
    pub now: Option<String>,
    /// ønsket
    pub wanted: Option<String>,
    /// anslag, as written
    pub estimate: Option<String>,
    /// utfordringer
    pub challenges: Option<String>,
    /// muligheter
    pub opportunities: Option<String>,
    /// må_gjøres
    pub must_be_done: bool,
    /// dypdykk
    pub dig_deeper: bool,
    /// sak: the case that takes it further
    pub case: Option<String>,
}
