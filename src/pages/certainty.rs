//! How sure a choice is: how often each case is chosen, where it lands, and what decides it.

use super::cell::Cell;
use super::page::{Block, Kind, Table};
use crate::choose::{Candidate, Certainty, Choice, Deciding, Line};
use crate::words::Text;
use crate::{text, words};

/// The section; nothing where nothing was drawn.
pub(super) fn blocks(
    certainty: Option<&Certainty>,
    choice: &Choice,
    candidates: &[Candidate<'_>],
) -> Vec<Block> {
    let Some(certainty) = certainty else { return Vec::new() };
    let heading = words!(nb: "Hvor sikkert er valget?", en: "How sure is the choice?");
    let columns = vec![
        (Text::same("#"), Kind::Number),
        (text!(nb: "Sak", en: "Case"), Kind::Text),
        (text!(nb: "Valgt i", en: "Chosen in"), Kind::Number),
        (text!(nb: "Beste plass", en: "Best place"), Kind::Number),
        (text!(nb: "Dårligste plass", en: "Worst place"), Kind::Number),
    ];
    let rows = choice.lines.iter().filter_map(|line| row(line, certainty, candidates));
    let mut blocks = vec![Block::Heading(heading.text()), Block::Paragraph(sentence(certainty))];
    if certainty.held > 0 {
        blocks.push(Block::Table(Table::new(columns).rows(rows)));
    }
    if !certainty.deciding.is_empty() {
        blocks.push(Block::Paragraph(deciding(&certainty.deciding)));
    }
    blocks
}

fn row(line: &Line, certainty: &Certainty, candidates: &[Candidate<'_>]) -> Option<Vec<Cell>> {
    let range = certainty.cases.get(line.candidate)?.as_ref()?;
    Some(vec![
        line.place.map_or(Cell::blank(), Cell::Count),
        Cell::name(&candidates.get(line.candidate)?.case.title),
        Cell::Percent(range.chosen),
        Cell::Count(range.best),
        Cell::Count(range.worst),
    ])
}

/// What was done, and how many draws fell short.
fn sentence(certainty: &Certainty) -> Text {
    let Certainty { draws, seed, held, unproven, unknown, .. } = certainty;
    let mut said = text!(
        nb: "Valget er gjort på nytt {draws} ganger (frø {seed}), hver gang med andre verdier for det som har lav, verdi og høy. Plassene er de beste og dårligste når den ene av ti i hver ende er tatt bort. «Valgt i» er andelen av alle {draws}.",
        en: "The choice was made again {draws} times (seed {seed}), each time with other values for what has lav, verdi and høy. The places are the best and worst when one in ten at each end is left out. “Chosen in” is the share of all {draws}."
    );
    let none = draws.saturating_sub(*held).saturating_sub(*unknown);
    if none > 0 {
        let more = text!(nb: " I {none} av dem lot kravene seg ikke oppfylle.", en: " In {none} of them the demands could not be met.");
        said = joined(said, &more);
    }
    if *unknown > 0 {
        let more = text!(nb: " I {unknown} stoppet søket før det fant noe som holder.", en: " In {unknown} the search ended before it found anything that holds.");
        said = joined(said, &more);
    }
    if *unproven > 0 {
        let more = text!(nb: " I {unproven} stoppet søket før det var sikkert at valget var best.", en: " In {unproven} the search ended before the choice was certain to be best.");
        said = joined(said, &more);
    }
    said
}

fn deciding(all: &[Deciding]) -> Text {
    let name = |of: &Deciding| match &of.case {
        Some(case) => text!(nb: "«{}» i {case}", of.name; en: "“{}” in {case}", of.name),
        None => text!(nb: "«{}» i felles", of.name; en: "“{}” in felles", of.name),
    };
    let names: Vec<Text> = all.iter().map(name).collect();
    let list = |of: fn(&Text) -> &str| names.iter().map(of).collect::<Vec<_>>().join(", ");
    let (nb, en) = (list(|text| &text.nb), list(|text| &text.en));
    text!(
        nb: "Dette avgjør oftest hva som blir valgt: {nb}. Det lønner seg å vite mer om det først.",
        en: "This most often decides what is chosen: {en}. It pays to know more about it first."
    )
}

fn joined(first: Text, more: &Text) -> Text {
    Text { nb: first.nb + &more.nb, en: first.en + &more.en }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_where_nothing_holds_are_told_from_those_where_nothing_was_found() {
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
        assert!(said(20, 0).ends_with("«Valgt i» er andelen av alle 20."));
        assert!(said(12, 0).ends_with(" I 8 av dem lot kravene seg ikke oppfylle."));
        assert!(said(12, 8).ends_with("alle 20. I 8 stoppet søket før det fant noe som holder."));
        let both = said(12, 5);
        assert!(both.contains("I 3 av dem lot kravene") && both.contains("I 5 stoppet søket"), "{both}");
    }
}
