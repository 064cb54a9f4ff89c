//! An agenda as iCalendar (RFC 5545): whole days, lines of at most 75 bytes, every sign of text escaped.

use super::sanitise;
use crate::pages::agenda::{Agenda, Event};
use crate::words::Language;

/// Bytes of a line before it must go on in the next (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// The agenda as one calendar.
pub fn render(agenda: &Agenda, language: Language) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| folded(&mut text, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//a3//a3 next//NO");
    line("CALSCALE", "GREGORIAN");
    for Event { uid, day, day_after, summary, description } in &agenda.events {
        line("BEGIN", "VEVENT");
        line("UID", uid);
        line("DTSTAMP", &format!("{}T000000Z", agenda.told));
        line("DTSTART;VALUE=DATE", day);
        line("DTEND;VALUE=DATE", day_after);
        line("SUMMARY", &escaped(summary.get(language)));
        line("DESCRIPTION", &escaped(description.get(language)));
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    text
}

/// Text as a value: what would end it or begin another is escaped, and nothing speaks to a terminal.
fn escaped(words: &str) -> String {
    let words = sanitise::line(words);
    let mut safe = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | ';' | ',' => safe.extend(['\\', letter]),
            '\n' => safe.push_str("\\n"),
            '\r' => {}
            _ => safe.push(letter),
        }
    }
    safe
}

/// A line, folded between letters where it is too long.
fn folded(text: &mut String, line: &str) {
    let mut room = LONGEST;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            text.push_str("\r\n ");
            room = LONGEST.saturating_sub(1);
        }
        text.push(letter);
        room = room.saturating_sub(letter.len_utf8());
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Text;

    fn calendar(summary: &str) -> String {
        let event = Event {
            uid: "0123456789abcdef@a3".to_owned(),
            day: "20261231".to_owned(),
            day_after: "20270101".to_owned(),
            summary: Text::same(summary),
            description: Text::same("Lars"),
        };
        render(&Agenda { told: "20261124".to_owned(), events: vec![event] }, Language::Nb)
    }

    #[test]
    fn no_line_is_longer_than_it_may_be_and_unfolded_it_is_what_it_was() {
        let long = "Mål nullpunktet på Øvre Ås; uten det, aldri \\ ".repeat(9);
        let shown = calendar(&long);
        assert!(shown.split("\r\n").all(|line| line.len() <= LONGEST), "{shown}");
        let whole = shown.replace("\r\n ", "");
        let escaped = long.trim_end().replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
        assert!(whole.contains(&format!("SUMMARY:{escaped}")), "{whole}");
        assert!(!shown.replace("\r\n", "").contains(['\r', '\n']));
    }

    #[test]
    fn a_name_cannot_begin_an_event_of_its_own() {
        let shown = calendar("x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1");
        assert_eq!(shown.lines().filter(|line| *line == "BEGIN:VEVENT").count(), 1, "{shown}");
        assert_eq!(shown.lines().filter(|line| line.starts_with("UID:")).count(), 1, "{shown}");
    }
}
