//! The text of a new case and a new a3.yaml: what `a3 init` writes. Any answer comes out as the
//! same answer when the file is read; comments teach the next step.

use crate::quantity::{Context, Quantity};
use crate::text;
use crate::text::Text;
use std::fmt::Write;

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
    /// anslag, as written: kroner or hours per year
    pub estimate: String,
    /// stilling, where the estimate is working time
    pub position: Option<String>,
}

/// The longest file name, without its ending, in characters.
const LONGEST_SLUG: usize = 60;

/// The file name of a title: lower case, æ→ae, ø→o, å→a, all other letters and signs to `-`.
/// Empty where nothing is left.
#[must_use]
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

/// Whether an estimate and the position it saves time for can stand as the first gain.
///
/// # Errors
/// What is wrong, and what to write.
pub fn fits_estimate(benefit: &NewBenefit, positions: &[String], context: &Context) -> Result<(), Text> {
    let written = &benefit.estimate;
    let quantity = Quantity::parse(written, context).map_err(|finding| finding.title)?;
    let known = positions.join(", ");
    match (&benefit.position, quantity.money_per_year().is_some(), quantity.hours_per_year().is_some()) {
        (Some(position), _, _) if !positions.contains(position) => Err(text!(
            nb: "Stillingen «{position}» står ikke i a3.yaml. Der står: {known}.",
            en: "The position “{position}” is not in a3.yaml. It has: {known}."
        )),
        (None, true, _) | (Some(_), _, true) => Ok(()),
        (None, _, true) => Err(text!(
            nb: "«{written}» er spart tid. Si hvem sin tid med --stilling (i a3.yaml står: {known}), eller skriv kr/år.",
            en: "“{written}” is saved time. Say whose time with --stilling (a3.yaml has: {known}), or write kr/år."
        )),
        _ => Err(text!(
            nb: "«{written}» må være kroner eller timer per år, som «96 000 kr/år» eller «400 timer/år».",
            en: "“{written}” must be kroner or hours per year, like “96 000 kr/år” or “400 timer/år”."
        )),
    }
}

/// A case in its first phase, with comments that teach.
#[must_use]
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
    line("fase: overblikk              # neste: dypdykk. Se hva den krever med: a3 explain felt fase");
    line("");
    line(&format!("nåsituasjon: {}", scalar(&case.now)));
    line(&format!("ønsket_situasjon: {}", scalar(&case.wanted)));
    line("");
    line("gevinster:");
    line(&format!("  - navn: {}", scalar(&case.benefit.name)));
    let kind = if case.benefit.position.is_some() { "spart tid" } else { "unngåtte kostnader" };
    line(&format!("    type: {kind}      # unngåtte kostnader | spart tid | økt kvalitet"));
    line(&format!(
        "    anslag: {}      # per år. Bytt til beregning når du vet mer",
        scalar(&case.benefit.estimate)
    ));
    if let Some(position) = &case.benefit.position {
        line(&format!("    stilling: {}", scalar(position)));
        line("    tas_ut: 0 %              # hvor mye av tida som skal ut av budsjettet");
    }
    line("    kilde: Første anslag     # hvem eller hva tallet kommer fra");
    text
}

/// The organisation's file, with only what every organisation has.
#[must_use]
pub fn organisation_text(name: &str, budget_year: u16, areas: &[String]) -> String {
    let mut text = String::new();
    let listed = areas.iter().fold(String::new(), |mut listed, area| {
        // Writing to a String cannot fail.
        let _ = writeln!(listed, "  - {}", scalar(area));
        listed
    });
    let _ = write!(
        text,
        "# yaml-language-server: $schema=.schema/a3.schema.json\n\
         a3: 1\n\
         virksomhet: {}\n\
         budsjettår: {budget_year}             # det første av de fire årene i økonomiplanen\n\
         områder:\n{listed}\
         # Hva et årsverk koster. Trengs når gevinsten er spart tid:\n\
         # stillinger:\n\
         #   sykepleier: {{årslønn: 600 000 kr}}\n\
         # Alt annet som kan stå her: a3 explain felt\n",
        scalar(name)
    );
    text
}

/// A text as a YAML value that reads back as exactly that text: plain where that is safe, else quoted.
fn scalar(text: &str) -> String {
    let one_line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_plain(&one_line) { one_line } else { quoted(&one_line) }
}

/// Whether a text means itself when written without quotes: letters first, and nothing YAML reads as a sign.
fn is_plain(text: &str) -> bool {
    let starts_well = text.chars().next().is_some_and(char::is_alphanumeric);
    let ends_well = text.chars().next_back().is_some_and(|last| last != ':');
    let is_safe = |letter: char| letter.is_alphanumeric() || " .,;()/-–«»%+?!'".contains(letter);
    let has_colon = text.contains(':') || text.contains('#');
    let is_null = ["null", "Null", "NULL"].contains(&text);
    starts_well && ends_well && !has_colon && !is_null && text.chars().all(is_safe)
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        if letter == '"' || letter == '\\' {
            quoted.push('\\');
        }
        quoted.push(letter);
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn norwegian_letters_become_plain_ones() {
        assert_eq!(slug("Færre nattevakter på Åsen – året rundt!"), "faerre-nattevakter-pa-asen-aret-rundt");
        assert_eq!(slug("  ../../etc/passwd "), "etc-passwd");
        assert_eq!(slug("½ §§"), "");
        assert!(slug(&"lang ".repeat(50)).len() <= LONGEST_SLUG);
    }

    #[test]
    fn what_yaml_would_read_as_a_sign_is_quoted() {
        assert_eq!(scalar("Hjemme: trygt"), "\"Hjemme: trygt\"");
        assert_eq!(scalar("- strek"), "\"- strek\"");
        assert_eq!(scalar("si \"ja\" \u{1b}[31m"), "\"si \\\"ja\\\" [31m\"");
        assert_eq!(scalar("ren tekst (2 av 3)"), "ren tekst (2 av 3)");
        assert_eq!(scalar(""), "\"\"");
    }
}
