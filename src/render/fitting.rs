//! As much of a page as fits a screen.

use super::Look;
use super::text::in_full;
use crate::pages::page::Page;

/// What a screen holds.
struct Screen {
    lines: usize,
    columns: u16,
}

const SCREEN: Screen = Screen { lines: 40, columns: 100 };

/// The page, or the first of its shorter forms that fits a screen, else the last of them: the same whatever the width it
/// is shown in.
pub fn that_fits(mut page: Page, look: Look) -> Page {
    let shorter = page.shorter.take();
    if shorter.is_none() && !page.may_be_cut {
        return page;
    }
    page = page.with_rounding_said_once();
    match shorter {
        _ if fits(&page, look) => page,
        Some(shorter) => that_fits(*shorter, look),
        None => cut_to_fit(&page, look),
    }
}

fn fits(page: &Page, look: Look) -> bool {
    in_full(page, Look { width: SCREEN.columns, ..look }).lines().count() <= SCREEN.lines
}

/// The page with as many of the first rows of its tables as fit a screen.
fn cut_to_fit(page: &Page, look: Look) -> Page {
    let cut = |most| page.clone().cut(most).with_rounding_said_once();
    let (mut least, mut most) = (1, page.rows().clamp(1, SCREEN.lines));
    while least < most {
        let middle = most.midpoint(least.saturating_add(1));
        if fits(&cut(middle), look) {
            least = middle;
        } else {
            most = middle.saturating_sub(1);
        }
    }
    cut(least)
}
