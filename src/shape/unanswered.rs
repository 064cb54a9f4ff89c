//! What stands in a file only to be replaced: the words of a template, and «…».

use super::check::is_by_year;
use super::table::{Field, Kind, Needed, Section};
use super::{BUDGET_LINE, CASE, THREE_POINT, lacking_fields};
use crate::source::Span;
use crate::yaml::{Kind as Written, Node};

/// What a template says of the owner until somebody is named.
pub const NO_OWNER: &str = "Ikke avklart";
/// What it says of today until somebody has written it.
pub const NO_NOW: &str = "Slik er det i dag (skriv to–tre setninger)";
/// What it says of the goal until somebody has written it.
pub const NO_WANTED: &str = "Slik skal det bli (skriv to–tre setninger)";
/// What it says of where a figure is from until somebody has written it.
const NO_SOURCE: &str = "Første anslag";

/// Whether a value stands for one that nobody has written yet.
pub fn is_unanswered(node: &Node<'_>) -> bool {
    let Some(text) = node.text().map(str::trim) else { return false };
    let is_cut =
        |start: &str| text.strip_prefix(start).is_some_and(|rest| matches!(rest.trim(), "" | "…" | "..."));
    let is_template =
        [NO_OWNER, NO_NOW, NO_WANTED, NO_SOURCE].iter().any(|words| text.eq_ignore_ascii_case(words));
    is_dots(node) || is_template || is_cut("Slik er det i dag") || is_cut("Slik skal det bli")
}

/// Whether a value is `…`.
fn is_dots(node: &Node<'_>) -> bool {
    matches!(node.text().map(str::trim), Some("…" | "..."))
}

/// Whether a field stands as if nobody had written it, by its key: all of it is still to be written, or a part that the
/// rest is not to be read without.
pub fn is_open(key: &str, node: &Node<'_>) -> bool {
    let lacks = |part: fn(&Node<'_>) -> bool| node.items().iter().any(part);
    is_unanswered(node)
        || match key {
            // Where it is, or how much of it is there: then it is on no line.
            "budsjettpost" => is_open_line(node) || lacks(is_open_line),
            // A year of those in order: without it, the years after it would come too soon.
            "anslag" | "beløp" | "innfasing" | "kapasitet" => lacks(is_unanswered),
            _ => false,
        }
}

fn is_open_line(line: &Node<'_>) -> bool {
    is_unanswered(line)
        || BUDGET_LINE.fields.iter().filter_map(|field| line.get(field.key)).any(is_unanswered)
}

/// Something that a case lacks: a field that some phase asks for, or a value that is still to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lacking {
    /// The field of the sheet it belongs to.
    pub top: &'static Field,
    /// The field that lacks a value; the same where it is the sheet's own.
    pub field: &'static Field,
    /// Where it stands without a value; none where it is not written.
    pub written: Option<Span>,
    /// Whether `…` stands there.
    pub is_dots: bool,
}

impl Lacking {
    /// Whether it is a field of the sheet that nobody has written: it can be added as it is.
    pub fn is_unwritten(&self) -> bool {
        self.written.is_none()
    }
}

/// What some phase asks a case for and nobody has written, and every value that is still to be written, in the
/// order of the sheet. What the rules of the phases look for row by row is left to them.
pub fn lacking(root: &Node<'_>) -> Vec<Lacking> {
    let asked = lacking_fields(root);
    let mut all = Vec::new();
    for top in CASE.fields {
        let node = root.get(top.key);
        let is_open = node.is_some_and(is_unanswered) && top.needed != Needed::Always;
        if asked.contains(&top) || is_open {
            let is_dots = node.is_some_and(is_dots);
            all.push(Lacking { top, field: top, written: node.map(|node| node.span), is_dots });
        } else if let Some(node) = node {
            Walk { top, all: &mut all }.value(node, top, &top.kind);
        }
    }
    all
}

struct Walk<'w> {
    top: &'static Field,
    all: &'w mut Vec<Lacking>,
}

impl Walk<'_> {
    fn section(&mut self, node: &Node<'_>, section: &'static Section) {
        for entry in node.entries() {
            let asked_by_row = |field: &&Field| field.needed.phase().is_some();
            if let Some(field) = section.field(&entry.key.value).filter(|field| !asked_by_row(field)) {
                self.value(&entry.value, field, &field.kind);
            }
        }
    }

    fn value(&mut self, node: &Node<'_>, field: &'static Field, kind: &'static Kind) {
        if is_unanswered(node) {
            return self.all.push(Lacking {
                top: self.top,
                field,
                written: Some(node.span),
                is_dots: is_dots(node),
            });
        }
        match kind {
            Kind::Section(section) => self.section(node, section),
            Kind::List(item) | Kind::Filled(item) => {
                node.items().iter().for_each(|node| self.value(node, field, item));
            }
            Kind::Named(item) | Kind::Years(item) => {
                node.entries().iter().for_each(|entry| self.value(&entry.value, field, item));
            }
            Kind::Either(kinds) => {
                let is_list = matches!(node.kind, Written::List(_));
                let fits = |kind: &&Kind| matches!(kind, Kind::List(_) | Kind::Filled(_)) == is_list;
                if let Some(kind) = kinds.iter().find(fits) {
                    self.value(node, field, kind);
                }
            }
            // What is still to be written of an amount by year is found where it is read.
            Kind::Amount if !is_by_year(node) => {
                node.items().iter().for_each(|node| self.value(node, field, kind));
                self.section(node, &THREE_POINT);
            }
            Kind::Text | Kind::Quantity | Kind::Formula | Kind::Choice(_) | Kind::YesNo | Kind::Date => {}
            Kind::Year | Kind::Version | Kind::Code | Kind::Name | Kind::Amount => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use crate::yaml;

    fn open(text: &str) -> Vec<&'static str> {
        let source = Source::new("a.yaml", text);
        let root = yaml::parse(&source).root.unwrap();
        lacking(&root).iter().filter(|one| !one.is_unwritten()).map(|one| one.field.key).collect()
    }

    #[test]
    fn the_words_of_a_template_and_dots_are_no_answers() {
        assert_eq!(open("eier: Ikke avklart\nnåsituasjon: Slik er det i dag …\nbakgrunn: \"…\"\n").len(), 3);
        assert_eq!(open("eier: Kari\nnåsituasjon: Slik er det i dag hos oss\n"), [""; 0]);
    }

    #[test]
    fn dots_are_found_in_rows_too_where_no_phase_looks_for_them() {
        assert_eq!(open("gap:\n  - {navn: Brev, nå: …, ønsket: ...}\n"), ["nå", "ønsket"]);
        assert_eq!(open("gevinster:\n  - {navn: a, tas_ut: …, innfasing: […]}\n"), ["tas_ut", "innfasing"]);
        assert_eq!(open("gevinster:\n  - {navn: a, anslag: [1 kr/år, …, 2 kr/år]}\n"), ["anslag"]);
        assert_eq!(open("plan:\n  - {hva: Kurs, hvem: …}\n"), [""; 0]);
    }
}
