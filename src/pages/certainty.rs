//! How sure a choice is: how often each case is chosen, where it lands, and what decides it.

use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Table};
use crate::choose::{Certainty, Deciding};
use crate::report::RankReport;
use crate::text;
use crate::words::{Text, listed, sentences};

/// The section; nothing where nothing was drawn.
pub(super) fn blocks(report: &RankReport) -> Vec<Block> {
    let Some(certainty) = &report.certainty else { return Vec::new() };
    let heading =
        text!(nb: "Hvor sikkert er valget?", nn: "Kor sikkert er valet?", en: "How sure is the choice?");
    let mut blocks = vec![Block::Heading(heading), Block::Paragraph(sentence(certainty))];
    if certainty.held > 0 {
        blocks.push(Block::Table(places(report, certainty)));
    }
    if !certainty.deciding.is_empty() {
        blocks.push(Block::Paragraph(deciding(&certainty.deciding)));
    }
    blocks
}

/// How often each case is chosen, and the places it gets.
fn places(report: &RankReport, certainty: &Certainty) -> Table {
    let drawn = report.choice.lines.iter().filter_map(|line| {
        let range = certainty.cases.get(line.candidate)?.as_ref()?;
        Some((line.place, &report.case(line)?.case.title, range))
    });
    Listing::of(drawn)
        .number(Text::same("#"), |(place, ..)| place.map_or(Cell::blank(), Cell::Count))
        .text(text!(nb: "Sak", nn: "Sak", en: "Case"), |(_, title, _)| *title)
        .number(text!(nb: "Valgt i", nn: "Vald i", en: "Chosen in"), |(.., range)| {
            Cell::Percent(range.chosen)
        })
        .number(text!(nb: "Beste plass", nn: "Beste plass", en: "Best place"), |(.., range)| range.best)
        .number(text!(nb: "Dårligste plass", nn: "Dårlegaste plass", en: "Worst place"), |(.., range)| {
            range.worst
        })
        .table()
}

/// What was done, and how many draws fell short.
fn sentence(certainty: &Certainty) -> Text {
    let Certainty { draws, seed, held, unproven, unknown, .. } = certainty;
    let first = text!(
        nb: "Valget er gjort på nytt {draws} ganger (frø {seed}), hver gang med andre verdier for det som har lav, verdi og høy. Plassene er de beste og dårligste når den ene av ti i hver ende er tatt bort. «Valgt i» er andelen av alle de {draws} trekningene.", nn: "Valet er gjort på nytt {draws} gonger (frø {seed}), kvar gong med andre verdiar for det som har lav, verdi og høy. Plassane er dei beste og dårlegaste når den eine av ti i kvar ende er teken bort. «Vald i» er andelen av alle dei {draws} trekningane.",
        en: "The choice was made again {draws} times (seed {seed}), each time with other values for what has lav, verdi and høy. The places are the best and worst when one in ten at each end is left out. “Chosen in” is the share of all the {draws} draws."
    );
    let none = draws.saturating_sub(*held).saturating_sub(*unknown);
    let where_any = |count: usize, said: Text| if count > 0 { said } else { Text::default() };
    sentences([
        first,
        where_any(
            none,
            text!(nb: "I {none} av dem lot kravene seg ikke oppfylle.", nn: "I {none} av dei lét krava seg ikkje oppfylle.", en: "In {none} of them the demands could not be met."),
        ),
        where_any(
            *unknown,
            text!(nb: "I {unknown} stoppet søket før det fant noe som holder.", nn: "I {unknown} stoppa søket før det fann noko som held.", en: "In {unknown} the search ended before it found anything that holds."),
        ),
        where_any(
            *unproven,
            text!(
                nb: "Hver gang søkes det kort, ut fra gode valg som alt er funnet. I {unproven} er det ikke bevist at valget var best.", nn: "Kvar gong blir det søkt kort, ut frå gode val som alt er funne. I {unproven} er det ikkje bevist at valet var best.",
                en: "Each time the search is short, from good choices already found. In {unproven} the choice is not proven to be best."
            ),
        ),
    ])
}

fn deciding(all: &[Deciding]) -> Text {
    let name = |Deciding { name, case }: &Deciding| match case {
        Some(case) => text!(nb: "«{name}» i {case}", nn: "«{name}» i {case}", en: "“{name}” in {case}"),
        None => text!(nb: "«{name}» i felles", nn: "«{name}» i felles", en: "“{name}” in felles"),
    };
    text!(
        nb: "Dette avgjør oftest hva som blir valgt: {all}. Det lønner seg å vite mer om det først.", nn: "Dette avgjer oftast kva som blir valt: {all}. Det løner seg å vite meir om det først.",
        en: "This most often decides what is chosen: {all}. It pays to know more about it first.";
        all = listed(all.iter().map(name))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_where_nothing_holds_are_distinguished_from_those_where_nothing_was_found() {
        let drawn = |held, unknown| Certainty {
            draws: 20,
            seed: 1,
            held,
            unproven: 0,
            unknown,
            cases: Vec::new(),
            deciding: Vec::new(),
        };
        let said = |held, unknown| sentence(&drawn(held, unknown)).nb;
        assert!(said(20, 0).ends_with("«Valgt i» er andelen av alle de 20 trekningene."));
        assert!(said(12, 0).ends_with(" I 8 av dem lot kravene seg ikke oppfylle."));
        assert!(said(12, 8).ends_with("trekningene. I 8 stoppet søket før det fant noe som holder."));
        let both = said(12, 5);
        assert!(both.contains("I 3 av dem lot kravene") && both.contains("I 5 stoppet søket"), "{both}");
    }
}
