//! What is around every page: the look, the ways to the other pages, and how to print.

use super::html::SitePart;
use crate::render::sanitise;
use crate::words;
use crate::words::{Language, Text, Words};
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("style.css");

/// What every page says early of where it is from.
pub const MADE_HERE: &str = "<meta name=\"generator\" content=\"a3\">";

/// What is around the sheets of a file.
#[derive(Debug, Clone, Copy)]
pub struct Around<'p> {
    /// What the file is called in a browser.
    pub title: &'p Text,
    /// The address of the page it is reached from, where it is part of a site.
    pub home: Option<&'p str>,
    /// Tables under the sheets.
    pub parts: &'p [SitePart<'p>],
    /// The other pages of the site.
    pub beside: &'p [Beside<'p>],
}

/// Another page of a site.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'p> {
    /// What it is.
    pub title: &'p Text,
    /// Where it is.
    pub address: &'p str,
}

/// A body in its frame: the look, the way home and to the other pages, and how to print.
pub(super) fn framed(body: &Markup, around: Around<'_>, hint: Words, language: Language) -> String {
    let code = match language {
        Language::Nb => "nb",
        Language::Nn => "nn",
        Language::En => "en",
    };
    let is_site = around.home.is_some() || !around.parts.is_empty() || !around.beside.is_empty();
    let whole = html! {
        (DOCTYPE)
        html lang=(code) {
            head {
                meta charset="utf-8";
                (PreEscaped(MADE_HERE))
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (said(around.title, language)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header.hint {
                    @if is_site { (ways(around, language)) }
                    p { (hint.get(language)) }
                }
                main { (body) }
            }
        }
    };
    whole.into_string()
}

/// The way home, to the tables under the sheets and to the other pages.
fn ways(around: Around<'_>, language: Language) -> Markup {
    html! {
        nav aria-label=(PAGES.get(language)) {
            @if let Some(home) = around.home { a href=(address(home)) { "← " (HOME.get(language)) } " " }
            @for part in around.parts { a href=(format!("#{}", part.id)) { (said(part.title, language)) } " " }
            @for page in around.beside { a href=(address(page.address)) { (said(page.title, language)) } " " }
        }
    }
}

const HOME: Words = words!(nb: "Alle sakene", nn: "Alle sakene", en: "All cases");
const PAGES: Words = words!(nb: "Sidene", nn: "Sidene", en: "The pages");
pub(super) const PRINT_A_SHEET: Words = words!(
    nb: "Skriv ut med Ctrl+P (⌘P på Mac): arket er én liggende A3-side. Velg A3 som papir, eller «Lagre som PDF».", nn: "Skriv ut med Ctrl+P (⌘P på Mac): arket er éi liggjande A3-side. Vel A3 som papir, eller «Lagre som PDF».",
    en: "Print with Ctrl+P (⌘P on a Mac): the sheet is one A3 page, landscape. Choose A3 paper, or “Save as PDF”."
);

pub(super) const PRINT_A_REPORT: Words = words!(
    nb: "Skriv ut med Ctrl+P (⌘P på Mac), eller velg «Lagre som PDF».", nn: "Skriv ut med Ctrl+P (⌘P på Mac), eller vel «Lagre som PDF».",
    en: "Print with Ctrl+P (⌘P on a Mac), or choose “Save as PDF”."
);

/// A text of one line, made harmless; what is not ours is escaped as it is written.
pub(super) fn said(text: &Text, language: Language) -> String {
    sanitise::line(text.get(language)).into_owned()
}

/// An address with every sign that is no letter, digit, point, dash or slash written out.
pub(super) fn address(link: &str) -> String {
    let mut address = String::new();
    for byte in link.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => {
                address.push(char::from(byte))
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_safe_whatever_a_file_is_called() {
        assert_eq!(address("øl & \"brus\".html"), "%C3%B8l%20%26%20%22brus%22.html");
    }
}
