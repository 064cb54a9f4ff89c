//! The text of a new case and a new a3.yaml: what `a3 init` writes. Any answer comes out as the
//! same answer when the file is read; comments teach the next step.

use crate::checks;
use crate::quantity::{Context, Quantity};
use crate::source::one_alphabet;
use crate::text;
use crate::words::Text;
use crate::yaml::{Among, is_control, is_invisible, written};

/// The answers a new case is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// tittel
    pub title: String,
    /// område
    pub area: String,
    /// eier
    pub owner: String,
    /// nåsituasjon
    pub now: String,
    /// ønsket_situasjon
    pub wanted: String,
    /// The first gain.
    pub benefit: NewBenefit,
}

/// The first gain of a new case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBenefit {
    /// navn
    pub name: String,
    /// What it is worth.
    pub worth: NewWorth,
}

/// What the first gain is worth, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewWorth {
    /// unngåtte kostnader
    Money {
        /// Kroner per year.
        estimate: String,
    },
    /// spart tid
    Time {
        /// Hours per year.
        estimate: String,
        /// Whose time.
        position: String,
    },
    /// økt kvalitet
    Quality {
        /// betydning
        importance: String,
        /// omfang
        extent: String,
    },
}

/// A position for a new a3.yaml.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPosition {
    /// Its name.
    pub name: String,
    /// årslønn, as written
    pub wage: String,
}

/// The kinds of gain a case can begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// unngåtte kostnader
    Money,
    /// spart tid
    Time,
    /// økt kvalitet
    Quality,
}

impl NewWorth {
    const fn kind(&self) -> Kind {
        match self {
            Self::Money { .. } => Kind::Money,
            Self::Time { .. } => Kind::Time,
            Self::Quality { .. } => Kind::Quality,
        }
    }
}

impl Kind {
    /// As they are written.
    pub const WORDS: [&'static str; 3] = ["unngåtte kostnader", "spart tid", "økt kvalitet"];

    /// The kind a word stands for.
    pub fn of(word: &str) -> Option<Self> {
        let kinds = [Self::Money, Self::Time, Self::Quality];
        let at = Self::WORDS.iter().position(|known| *known == word.to_lowercase())?;
        kinds.get(at).copied()
    }

    const fn word(self) -> &'static str {
        let [money, time, quality] = Self::WORDS;
        match self {
            Self::Money => money,
            Self::Time => time,
            Self::Quality => quality,
        }
    }
}

/// The longest file name, without its ending, in characters.
const LONGEST_SLUG: usize = 60;

/// The file name of a title: lower case, æ→ae, ø→o, å→a, all other letters and signs to `-`.
/// Empty where nothing is left.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            'æ' => slug.push_str("ae"),
            'ø' => slug.push('o'),
            'å' => slug.push('a'),
            _ if slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let short: String = slug.trim_start_matches('-').chars().take(LONGEST_SLUG).collect();
    short.trim_end_matches('-').to_owned()
}

/// An answer as it can be written in a file: on one line, without the characters that no file may hold.
pub fn cleaned(answer: &str) -> String {
    let answer = one_alphabet(answer);
    let mut before = None;
    let is_seen = |letter: &char| {
        let is_hidden = is_control(*letter) || is_invisible(*letter, before);
        before = Some(*letter);
        letter.is_whitespace() || !is_hidden
    };
    let seen: String = answer.chars().filter(is_seen).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An estimate as a file has it, per year: `1,5 mill kr` and `96 000` are said of a year too.
///
/// # Errors
/// What is wrong with it, and what to write.
pub fn yearly(kind: Kind, written: &str, context: &Context) -> Result<String, Text> {
    let unit = if kind == Kind::Time { "timer/år" } else { "kr/år" };
    let fits = |text: &String| {
        Quantity::parse(text, context).is_ok_and(|quantity| match kind {
            Kind::Money => quantity.money_per_year().is_some(),
            Kind::Time => quantity.hours_per_year().is_some(),
            Kind::Quality => false,
        })
    };
    let readings = [written.to_owned(), format!("{written}/år"), format!("{written} {unit}")];
    readings.into_iter().find(fits).ok_or_else(|| not_yearly(kind, written, context))
}

/// Why an estimate cannot be read as so much a year.
fn not_yearly(kind: Kind, written: &str, context: &Context) -> Text {
    if let Some(wrong) = unreadable(written, context) {
        return wrong;
    }
    match kind {
        Kind::Time => text!(
            nb: "«{written}» må være tid i året, som «400 timer/år».", nn: "«{written}» må vere tid i året, som «400 timer/år».",
            en: "“{written}” must be time a year, like “400 timer/år”."
        ),
        Kind::Money => text!(
            nb: "«{written}» må være kroner i året, som «96 000 kr/år».", nn: "«{written}» må vere kroner i året, som «96 000 kr/år».",
            en: "“{written}” must be kroner a year, like “96 000 kr/år”."
        ),
        Kind::Quality => text!(
            nb: "En gevinst i kvalitet har ikke anslag. Ta bort «{written}», eller si betydning og omfang.", nn: "Ein gevinst i kvalitet har ikkje anslag. Ta bort «{written}», eller sei betydning og omfang.",
            en: "A gain in quality has no estimate. Remove “{written}”, or say betydning and omfang."
        ),
    }
}

/// Whether an estimate is money or time.
///
/// # Errors
/// What is wrong with it, and what to write.
pub fn kind_of(estimate: &str, context: &Context) -> Result<Kind, Text> {
    match (yearly(Kind::Money, estimate, context), yearly(Kind::Time, estimate, context)) {
        (Ok(_), _) => Ok(Kind::Money),
        (Err(_), Ok(_)) => Ok(Kind::Time),
        (Err(_), Err(_)) if Quantity::parse(estimate, context).is_ok() => Err(text!(
            nb: "«{estimate}» må være kroner eller timer per år, som «96 000 kr/år» eller «400 timer/år».", nn: "«{estimate}» må vere kroner eller timar per år, som «96 000 kr/år» eller «400 timer/år».",
            en: "“{estimate}” must be kroner or hours per year, like “96 000 kr/år” or “400 timer/år”."
        )),
        (Err(wrong), Err(_)) => Err(wrong),
    }
}

/// A yearly wage as a file has it.
///
/// # Errors
/// What is wrong with it, and what to write.
pub fn wage(written: &str, context: &Context) -> Result<String, Text> {
    let of_year = ["/år", " per år", " i året", " pr. år"];
    let once = of_year.iter().find_map(|end| written.strip_suffix(end)).unwrap_or(written).trim();
    let fits =
        |text: &String| Quantity::parse(text, context).is_ok_and(|quantity| quantity.money().is_some());
    let other = || {
        text!(
            nb: "«{written}» er ikke en årslønn. Skriv kroner i året med tall, uten pensjon og arbeidsgiveravgift.", nn: "«{written}» er ikkje ei årsløn. Skriv kroner i året med tal, utan pensjon og arbeidsgivaravgift.",
            en: "“{written}” is no yearly wage. Write kroner a year in digits, without pension and levy."
        )
    };
    let readings = [once.to_owned(), format!("{once} kr")];
    readings.into_iter().find(fits).ok_or_else(|| unreadable(once, context).unwrap_or_else(other))
}

/// What a value is that cannot be read, and what to write instead.
fn unreadable(written: &str, context: &Context) -> Option<Text> {
    let finding = checks::explained(Quantity::parse(written, context).err()?);
    let how = finding.how();
    Some(text!(nb: "{title}. {how}", nn: "{title}. {how}", en: "{title}. {how}"; title = finding.title, how))
}

/// Whether time that is saved can be given a price: some position is known.
///
/// # Errors
/// What to add to a3.yaml.
pub fn can_price_time(estimate: &str, positions: &[String]) -> Result<(), Text> {
    if !positions.is_empty() {
        return Ok(());
    }
    Err(no_price(estimate, "sykepleier", USUAL_WAGE))
}

/// A wage to write another over.
const USUAL_WAGE: &str = "600 000 kr";

/// That a3.yaml has no positions, with the line that gives it this one.
fn no_price(estimate: &str, position: &str, wage: &str) -> Text {
    let position = in_list(position);
    text!(
        nb: "«{estimate}» er spart tid, og a3.yaml sier ikke hva tida koster. Skriv kr/år nå, så kan du bytte siden. For timer må denne linja først stå i a3.yaml: «stillinger: {{{position}: {{årslønn: {wage}}}}}».", nn: "«{estimate}» er spart tid, og a3.yaml seier ikkje kva tida kostar. Skriv kr/år no, så kan du byte seinare. For timar må denne linja først stå i a3.yaml: «stillinger: {{{position}: {{årslønn: {wage}}}}}».",
        en: "“{estimate}” is saved time, and a3.yaml does not say what the time costs. Write kr/år now; you can change it later. For hours this line must first stand in a3.yaml: “stillinger: {{{position}: {{årslønn: {wage}}}}}”."
    )
}

/// Whose time is saved, and what a year of it costs, as answered.
#[derive(Debug, Clone, Copy)]
pub struct AskedPosition<'a> {
    /// The name of the position.
    pub name: Option<&'a str>,
    /// Its årslønn.
    pub wage: Option<&'a str>,
}

/// Whether a3.yaml has the position whose time is saved.
///
/// # Errors
/// What is wrong, and what to write.
pub fn fits_position(asked: AskedPosition<'_>, estimate: &str, positions: &[String]) -> Result<(), Text> {
    let AskedPosition { name, wage } = asked;
    let wage = wage.unwrap_or(USUAL_WAGE);
    if let (Some(name), []) = (name, positions) {
        return Err(no_price(estimate, name, wage));
    }
    can_price_time(estimate, positions)?;
    let known = positions.join(", ");
    match name {
        Some(position) if positions.iter().any(|known| known == position) => Ok(()),
        Some(position) => Err(text!(
            nb: "Stillingen «{position}» står ikke i a3.yaml. Der står: {known}. Skal den være med, skriv denne linja under «stillinger:» i a3.yaml, med rett årslønn: «  {line}»", nn: "Stillinga «{position}» står ikkje i a3.yaml. Der står: {known}. Skal ho vere med, skriv denne linja under «stillinger:» i a3.yaml, med rett årsløn: «  {line}»",
            en: "The position “{position}” is not in a3.yaml. It has: {known}. To have it too, write this line under “stillinger:” in a3.yaml, with the right wage: “  {line}”";
            line = format!("{}: {{årslønn: {wage}}}", in_list(position))
        )),
        None => Err(text!(
            nb: "«{estimate}» er spart tid. Si hvem sin tid med --stilling: {known}. Eller skriv kr/år.", nn: "«{estimate}» er spart tid. Sei kven si tid med --stilling: {known}. Eller skriv kr/år.",
            en: "“{estimate}” is saved time. Say whose time with --stilling: {known}. Or write kr/år."
        )),
    }
}

/// A case in its first phase, with comments that teach.
pub fn case_text(case: &NewCase, schema: &str) -> String {
    let mut text = String::new();
    let mut line = |words: &str| {
        text.push_str(words);
        text.push('\n');
    };
    line(&format!("# yaml-language-server: $schema={schema}"));
    line("a3: 1");
    line(&format!("tittel: {}", scalar(&case.title)));
    line(&format!("område: {}", scalar(&case.area)));
    line(&format!("eier: {}              # lederen som skal hente ut gevinsten", scalar(&case.owner)));
    line("fase: overblikk              # videre: a3 advance. Se a3 explain felt fase");
    line("");
    line(&format!("nåsituasjon: {}", scalar(&case.now)));
    line(&format!("ønsket_situasjon: {}", scalar(&case.wanted)));
    line("");
    line("gevinster:");
    line(&format!("  - navn: {}", scalar(&case.benefit.name)));
    let kind = case.benefit.worth.kind().word();
    line(&format!("    type: {kind}      # unngåtte kostnader, spart tid, økt kvalitet"));
    let estimate = |estimate: &str| {
        format!("    anslag: {}      # per år. Bytt til beregning når du vet mer", scalar(estimate))
    };
    match &case.benefit.worth {
        NewWorth::Money { estimate: written } => line(&estimate(written)),
        NewWorth::Time { estimate: written, position } => {
            line(&estimate(written));
            line(&format!("    stilling: {}", scalar(position)));
            line("    tas_ut: 0 %              # hvor mye av tida som skal ut av budsjettet");
        }
        NewWorth::Quality { importance, extent } => {
            line(&format!(
                "    betydning: {}      # hvor viktig det er for dem det gjelder",
                scalar(importance)
            ));
            line(&format!("    omfang: {}      # hvor stor endringen er", scalar(extent)));
        }
    }
    line("    kilde: Første anslag     # hvem eller hva tallet kommer fra");
    text
}

/// What a new a3.yaml is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrganisation {
    /// virksomhet
    pub name: String,
    /// budsjettår
    pub budget_year: u16,
    /// The first of its områder.
    pub area: String,
    /// The first of its stillinger, where a case needs it.
    pub position: Option<NewPosition>,
}

/// The organisation's file, with only what every organisation has.
pub fn organisation_text(new: &NewOrganisation) -> String {
    let (name, area, year) = (scalar(&new.name), scalar(&new.area), new.budget_year);
    let positions = match &new.position {
        None => "# Hva et årsverk koster. Trengs når gevinsten er spart tid:\n\
                 # stillinger:\n\
                 #   sykepleier: {årslønn: 600 000 kr}\n"
            .to_owned(),
        Some(NewPosition { name, wage }) => format!(
            "# Hva et årsverk koster. Pensjon og arbeidsgiveravgift legges på:\n\
             stillinger:\n  {}:\n    årslønn: {}\n",
            scalar(name),
            scalar(wage)
        ),
    };
    format!(
        "# yaml-language-server: $schema=.schema/a3.schema.json\n\
         a3: 1\n\
         virksomhet: {name}\n\
         budsjettår: {year}             # det første av de fire årene i økonomiplanen\n\
         områder:\n  - {area}\n\
         {positions}\
         # Mål, minimumskrav, rammer og alt annet som kan stå her: a3 explain felt\n"
    )
}

/// A text as a YAML value that reads back as exactly that text.
fn scalar(text: &str) -> String {
    written(&cleaned(text), Among::Lines)
}

/// A text as a value inside `[…]` or `{…}`, where a comma parts the values.
pub fn in_list(text: &str) -> String {
    written(&cleaned(text), Among::Brackets)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn norwegian_letters_become_plain_ones() {
        assert_eq!(slug("Færre nattevakter på Åsen – året rundt!"), "faerre-nattevakter-pa-asen-aret-rundt");
        assert_eq!(slug("  ../../etc/passwd "), "etc-passwd");
        assert_eq!(slug("½ §§"), "");
        assert!(slug(&"lang ".repeat(50)).len() <= LONGEST_SLUG);
    }

    #[test]
    fn what_yaml_would_read_as_a_sign_is_quoted() {
        assert_eq!(scalar("Hjemme: trygt"), "'Hjemme: trygt'");
        assert_eq!(scalar("- strek"), "'- strek'");
        assert_eq!(scalar("\"ja\" \u{1b}[31m"), "'\"ja\" [31m'");
        assert_eq!(scalar("ren tekst (2 av 3)"), "ren tekst (2 av 3)");
        assert_eq!(scalar(""), "''");
    }

    #[test]
    fn no_answer_brings_a_character_that_no_file_may_hold() {
        assert_eq!(cleaned(" Digital\u{202e}\tpost\u{200f}\r\n nå "), "Digital post nå");
        assert_eq!(cleaned("\u{202e}\u{7}"), "");
    }

    proptest! {
        #[test]
        fn any_answer_comes_out_as_itself_when_the_file_is_read(
            title in any::<String>(),
            owner in "[-a-z:#'\"\\\\&*!|>%@`{}\\[\\],?~ \u{202e}\u{feff}\u{85}\u{2028}]{0,12}",
        ) {
            let (title, owner) = (cleaned(&title), cleaned(&owner));
            prop_assume!(!title.is_empty() && !owner.is_empty());
            let plain = || "x".to_owned();
            let worth = NewWorth::Money { estimate: "1 kr/år".to_owned() };
            let benefit = NewBenefit { name: owner.clone(), worth };
            let case = NewCase {
                title: title.clone(),
                area: plain(),
                owner: owner.clone(),
                now: title.clone(),
                wanted: plain(),
                benefit,
            };
            let source = crate::source::Source::new("saker/x.yaml", case_text(&case, "s"));
            let parsed = crate::yaml::parse(&source);
            prop_assert!(parsed.findings.is_empty(), "{:?}", parsed.findings);
            let root = parsed.root.unwrap();
            prop_assert_eq!(crate::shape::check_case(&root), vec![]);
            for (key, written) in [("tittel", &title), ("eier", &owner), ("nåsituasjon", &title)] {
                let read = root.get(key).and_then(crate::yaml::Node::text);
                prop_assert_eq!(read, Some(written.as_str()), "{}", key);
            }
        }
    }

    fn context() -> Context {
        let hours_per_fte = crate::units::Hours::new(crate::units::Decimal::from(1750));
        Context { hours_per_fte, workdays: 230 }
    }

    #[test]
    fn amounts_are_read_as_people_answer_how_much_a_year() {
        for (kind, written, expected) in [
            (Kind::Money, "1,5 mill kr", "1,5 mill kr/år"),
            (Kind::Money, "1,5 mill", "1,5 mill kr/år"),
            (Kind::Money, "96 000", "96 000 kr/år"),
            (Kind::Money, "96 000 kr", "96 000 kr/år"),
            (Kind::Money, "8 000 kr/måned", "8 000 kr/måned"),
            (Kind::Time, "400", "400 timer/år"),
            (Kind::Time, "400 timer", "400 timer/år"),
            (Kind::Time, "10 timer/uke", "10 timer/uke"),
            (Kind::Time, "0,5 årsverk", "0,5 årsverk"),
        ] {
            assert_eq!(yearly(kind, written, &context()).as_deref(), Ok(expected), "{written}");
        }
        for (kind, written) in [(Kind::Money, "400 timer"), (Kind::Time, "5 kr"), (Kind::Money, "mye")] {
            assert!(yearly(kind, written, &context()).unwrap_err().nb.contains(written), "{written}");
        }
        let kind = |written: &str| kind_of(written, &context()).ok();
        assert_eq!(
            (kind("96 000"), kind("400 timer"), kind("3 km")),
            (Some(Kind::Money), Some(Kind::Time), None)
        );
        for (written, expected) in
            [("600 000", "600 000 kr"), ("600 000 kr/år", "600 000 kr"), ("0,6 mill. kr", "0,6 mill. kr")]
        {
            assert_eq!(wage(written, &context()).as_deref(), Ok(expected));
        }
        assert!(wage("god", &context()).is_err());
        assert!(wage("400 timer", &context()).unwrap_err().nb.contains("ikke en årslønn"));
        for written in ["550.000", "550.000 kr"] {
            let wrong = wage(written, &context()).unwrap_err().nb;
            assert!(wrong.contains("Skriv «550 000»") && !wrong.contains("ikke en årslønn"), "{wrong}");
        }
    }

    #[test]
    fn saved_time_asks_for_a_position_or_says_what_a3_yaml_lacks() {
        let said = |position: Option<&str>, positions: &[&str]| {
            let positions: Vec<String> = positions.iter().map(|name| (*name).to_owned()).collect();
            let asked = AskedPosition { name: position, wage: None };
            fits_position(asked, "400 timer/år", &positions).map_err(|wrong| wrong.nb)
        };
        assert_eq!(said(Some("lærer"), &["lærer"]), Ok(()));
        assert!(said(None, &["lærer"]).unwrap_err().contains("--stilling: lærer"));
        assert!(said(None, &[]).unwrap_err().contains("«stillinger: {sykepleier: {årslønn: 600 000 kr}}»"));
        let lærer = said(Some("lærer"), &[]).unwrap_err();
        assert!(lærer.contains("«stillinger: {lærer: {årslønn: 600 000 kr}}»"), "{lærer}");
        let prest = said(Some("prest"), &["lærer"]).unwrap_err();
        assert!(
            prest.contains("Der står: lærer.") && prest.contains("«  prest: {årslønn: 600 000 kr}»"),
            "{prest}"
        );
    }
}
