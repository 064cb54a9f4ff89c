//! What an answer must fit: the files and the areas that are there already.

use a3::document::is_device;
use a3::draft::{in_list, slug};
use a3::report::Base;
use a3::shape::nearest;
use a3::text;
use a3::words::Text;
use std::path::Path;

/// Whether a title gives a file a name, and one that is free.
pub(super) fn fits_title(title: &str, base: &Base) -> Result<(), Text> {
    let stem = slug(title);
    if stem.is_empty() {
        return Err(text!(
            nb: "Tittelen «{title}» har ingen bokstaver a til å eller tall, så fila får ikke noe navn. Skriv en tittel med ord.", nn: "Tittelen «{title}» har ingen bokstavar a til å eller tal, så fila får ikkje noko namn. Skriv ein tittel med ord.",
            en: "The title “{title}” has no letters a to å or digits, so the file gets no name. Write a title with words."
        ));
    }
    if is_device(&stem) || stem == "a3" {
        return Err(text!(
            nb: "Fila til «{title}» ville hete {stem}.yaml, og det navnet er holdt av til noe annet. Skriv en tittel med flere ord.", nn: "Fila til «{title}» ville heite {stem}.yaml, og det namnet er halde av til noko anna. Skriv ein tittel med fleire ord.",
            en: "The file of “{title}” would be {stem}.yaml, and that name is kept for something else. Write a title of more words."
        ));
    }
    let is_taken = |path: &&String| Path::new(path).file_stem().is_some_and(|own| *own == *stem);
    match base.all.iter().find(is_taken) {
        None => Ok(()),
        Some(taken) => Err(text!(
            nb: "Det finnes allerede en sak som heter «{stem}»: {taken}. Endre den, eller gi den nye en annen tittel.", nn: "Det finst allereie ei sak som heiter «{stem}»: {taken}. Endre ho, eller gi den nye ein annan tittel.",
            en: "There is already a case called “{stem}”: {taken}. Change that one, or give the new one another title."
        )),
    }
}

/// Whether an area is one the organisation has.
pub(super) fn fits_area(area: &str, base: &Base) -> Result<(), Text> {
    if !base.has_organisation || base.areas.is_empty() || base.areas.iter().any(|known| known == area) {
        return Ok(());
    }
    let known = base.areas.join(", ");
    let all: Vec<String> = base.areas.iter().map(String::as_str).chain([area]).map(in_list).collect();
    let all = all.join(", ");
    let hint = match nearest(area, base.areas.iter().map(String::as_str)) {
        None => text!(
            nb: " Skal det være med, skriv det i a3.yaml: «områder: [{all}]»", nn: " Skal det vere med, skriv det i a3.yaml: «områder: [{all}]»",
            en: " To have it too, write it in a3.yaml: “områder: [{all}]”"
        ),
        Some(meant) => {
            text!(nb: " Mente du «{meant}»?", nn: " Meinte du «{meant}»?", en: " Did you mean “{meant}”?")
        }
    };
    Err(text!(
        nb: "Området «{area}» står ikke i a3.yaml. Der står: {known}.{hint}", nn: "Området «{area}» står ikkje i a3.yaml. Der står: {known}.{hint}",
        en: "The area “{area}” is not in a3.yaml. It has: {known}.{hint}";
        hint
    ))
}
