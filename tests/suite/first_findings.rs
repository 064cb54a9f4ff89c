//! A screen is made of the first findings alone: it is the same as of all of them, whatever is found where.

use super::choice::case;
use super::portfolio::today;
use a3::pages::again::Again;
use a3::render::{Look, screen};
use a3::repository::Buffer;

const ORGANISATION: &str = "a3: 1
budsjettår: 2027
områder: [Stab]
";

/// Cases with notes, warnings and errors, each kind in other places; some are bound to each other.
fn texts(cases: usize) -> Buffer {
    (0..cases).fold(Buffer::default().with("a3.yaml", ORGANISATION), |texts, turn| {
        let more = match turn % 7 {
            0 => "oppstart: 2027\nlevetidd: 4 år\n".to_owned(),
            1 => format!("oppstart: 2027\nkrever: [sak-{}]\n", (turn + 7) % cases),
            2 => "oppstart: 2027\nområde: Ukjent\n".to_owned(),
            3 => "minimumskrav: [{krav: Et krav, oppfylt: nei}]\n".to_owned(),
            _ => "oppstart: 2027\n".to_owned(),
        };
        texts.with(&format!("saker/sak-{turn}.yaml"), case(1000, &more))
    })
}

#[test]
fn the_screen_of_the_first_findings_is_the_screen_of_all() {
    for cases in [3, 25, 60, 300] {
        let repository = texts(cases).open();
        let all = a3::report::check(&repository, today()).unwrap();
        let first = a3::report::check_first(&repository, today(), screen::LINES).unwrap();
        let shown = [&all, &first].map(|report| screen::render(report, Look::default(), &Again::default()));
        assert_eq!(shown[0], shown[1]);
        assert_eq!(all.total(), first.total());
        assert!(cases < 300 || first.located().count() < all.located().count(), "all were kept");
    }
}
