//! The largest type at which a sheet is one page, how wide its halves are, and what has to go on the back.

use super::clip::{self, Left, Limits};
use super::shapes::{MORE, Shaped};
use crate::render::measure::{Measured, Weight};
use crate::sheets::{Half, Panel, Sheet};
use crate::words::{Language, Text};

/// Width and height of the page inside its margins, in thousandths of a point: 406 × 280 mm of an A3 that is
/// 420 × 297, with a little kept back for what a browser rounds up.
const PAGE: [i64; 2] = [1_150_866, 792_000];
/// The type tried, in hundredths of a point, the largest first.
const SIZES: [i64; 11] = [1_100, 1_075, 1_050, 1_025, 1_000, 975, 950, 925, 900, 875, 850];
/// How much larger than the type of the page a half that has room for it may be set, in thousandths.
const SCALES: [i64; 5] = [1_200, 1_150, 1_100, 1_050, 1_000];
/// No half is set larger than this, in hundredths of a point.
const LARGEST: i64 = 1_200;
/// How much of the width the left half may take, in thousandths.
const SHARES: [i64; 14] = [455, 440, 470, 425, 485, 410, 500, 395, 515, 380, 530, 365, 350, 335];
/// Two boxes after one another that may share a row: what may go wrong, and who does what.
const PAIR: [usize; 2] = [8, 9];
/// The type of the back, in the same.
const BACK_SIZE: i64 = 900;
/// 1 : 1,2
const SHARE: i64 = 455;
/// Between the halves, between boxes, and the line that says what a half holds.
const HALF_GAP: i64 = 1_000;
const PANEL_GAP: i64 = 500;
const HALF_LABEL: i64 = 1_250;
/// Lines of the title and of who it belongs to; the figures; the footer; the space between.
const TITLE: i64 = 2_200;
const ABOUT: i64 = 1_350;
const FIGURES: i64 = 4_150;
const FOOTER: i64 = 1_300;
const HEADER_EDGES: i64 = 1_100;
/// Letters of a title, and of one thing said under it.
const LONGEST_TITLE: usize = 150;
const LONGEST_ABOUT: usize = 120;

/// A sheet as it fits its page.
#[derive(Debug, Clone)]
pub struct Fitted {
    /// The sheet as it stands on the front.
    pub(super) front: Sheet,
    /// The size of the type, in hundredths of a point.
    pub(super) size: i64,
    /// How much of the width the left half takes, in thousandths.
    pub(super) share: i64,
    /// How much larger each half is set than the page, in thousandths.
    pub(super) scales: Scales,
    /// What each box left for the back, in order.
    pub(super) left: Vec<Left>,
    /// What stands whole on the back.
    pub(super) back: Vec<Panel>,
    /// The title and who it belongs to, whole, where the header has no room for them.
    pub(super) heading: Option<Vec<Text>>,
}

/// A box of which something stands on the back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// The number of the box.
    pub number: usize,
    /// What it is called.
    pub title: Text,
    /// What its front says of the rest.
    pub rest: Text,
}

impl Fitted {
    /// The boxes that had to leave something for the back.
    pub fn cut(&self) -> impl Iterator<Item = Cut> {
        let panels = self.front.panels.iter().zip(&self.left).filter(|(_, left)| left.is_any());
        panels.map(|(panel, left)| Cut {
            number: panel.number,
            title: panel.title.clone(),
            rest: left.words(),
        })
    }

    /// The width of the whole page, in thousandths of type of ten points.
    pub(super) fn width_of_page(&self) -> i64 {
        let [width, _] = PAGE;
        Page::of(1_000, SHARE).length(width)
    }

    /// The width of a column of the back, which is set in 9 points, in thousandths of the type.
    pub(super) fn width_of_back(&self) -> i64 {
        let [width, _] = PAGE;
        (Page::of(BACK_SIZE, 500).length(width) - HALF_GAP) / 2
    }

    /// The width of the half a box stands on, in thousandths of the type; half of that where two share it.
    pub(super) fn width_of(&self, panel: &Panel) -> i64 {
        Page { size: self.size, share: self.share, scales: self.scales }.width_of(panel)
    }
}

/// How much larger than the page each half is set, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scales {
    pub(super) left: i64,
    pub(super) right: i64,
}

impl Scales {
    const PLAIN: Self = Self { left: 1_000, right: 1_000 };

    const fn of(self, half: Half) -> i64 {
        match half {
            Half::Left => self.left,
            Half::Right => self.right,
        }
    }
}

/// A page at a size of type, with its halves.
#[derive(Debug, Clone, Copy)]
struct Page {
    size: i64,
    share: i64,
    scales: Scales,
}

impl Page {
    const fn of(size: i64, share: i64) -> Self {
        Self { size, share, scales: Scales::PLAIN }
    }

    /// How good it is to read, in hundredths of a point: halves far from 1 : 1,2 are as a smaller type.
    fn worth(self) -> i64 {
        self.size - (self.share - SHARE).abs() * 8 / 15
    }

    /// A length of the page in thousandths of the type.
    fn length(self, thousandths_of_a_point: i64) -> i64 {
        thousandths_of_a_point.saturating_mul(100) / self.size.max(1)
    }

    fn halves(self) -> [i64; 2] {
        let [width, _] = PAGE;
        let both = self.length(width) - HALF_GAP;
        let left = both.saturating_mul(self.share) / 1_000;
        [left, both - left]
    }

    fn width_of(self, panel: &Panel) -> i64 {
        let [left, right] = self.halves();
        let half = match panel.half() {
            Half::Left => left,
            Half::Right => right,
        };
        let half = half.saturating_mul(1_000) / self.scales.of(panel.half());
        if panel.width >= Panel::WHOLE {
            half
        } else {
            (half - PANEL_GAP).saturating_mul(panel.width) / Panel::WHOLE
        }
    }

    /// What is left of the height for the halves.
    fn room(self, header: i64) -> i64 {
        let [_, height] = PAGE;
        let label = HALF_LABEL * self.scales.left.max(self.scales.right) / 1_000;
        self.length(height) - header - label - FOOTER
    }
}

/// The boxes, measured, with what each is made to leave out.
struct Boxes {
    panels: Vec<Panel>,
    shaped: Vec<Shaped>,
    left: Vec<Left>,
    language: Language,
}

/// How high the halves are.
#[derive(Debug, Clone, Copy)]
struct Heights {
    left: i64,
    right: i64,
}

impl Boxes {
    /// Boxes with what each has left out already.
    fn of(boxes: impl IntoIterator<Item = (Panel, Left)>, language: Language) -> Self {
        let (panels, left): (Vec<Panel>, Vec<Left>) = boxes.into_iter().unzip();
        let shaped = panels.iter().map(|panel| Shaped::of(panel, language)).collect();
        Self { panels, shaped, left, language }
    }

    fn heights(&self, page: Page) -> Heights {
        let mut heights = Heights { left: 0, right: 0 };
        // The row that boxes beside one another share: how much of it is taken, and how high it is.
        let (mut taken, mut tallest) = (0, 0);
        for (panel, (shaped, left)) in self.panels.iter().zip(self.shaped.iter().zip(&self.left)) {
            let more = if left.is_any() { MORE } else { 0 };
            let height = shaped.height(page.width_of(panel)).saturating_add(more).saturating_add(PANEL_GAP);
            (taken, tallest) = (taken + panel.width, height.max(tallest));
            if taken < Panel::WHOLE {
                continue;
            }
            let half = match panel.half() {
                Half::Left => &mut heights.left,
                Half::Right => &mut heights.right,
            };
            *half = half.saturating_add(tallest);
            (taken, tallest) = (0, 0);
        }
        let scaled = |height: i64, half| height.saturating_mul(page.scales.of(half)) / 1_000;
        Heights { left: scaled(heights.left, Half::Left), right: scaled(heights.right, Half::Right) }
    }

    /// The boxes as they stand best, and their page where they fit one: risks and plan beside one another where that
    /// gives larger type, else each on a row of its own.
    fn laid_out(self, header: &Header) -> (Self, Option<Page>) {
        let page = self.best_page(header);
        let [largest, ..] = SIZES;
        if page.is_some_and(|page| page.size == largest) {
            return (self, page);
        }
        let Some(paired) = self.paired() else { return (self, page) };
        let better = paired.best_page(header);
        let worth = |page: &Option<Page>| page.map(Page::worth);
        if worth(&better) > worth(&page) { (paired, better) } else { (self, page) }
    }

    /// The boxes with those of a pair that have a row each on one row.
    fn paired(&self) -> Option<Self> {
        let is_wide = |number: &usize| {
            self.panels.iter().any(|panel| panel.number == *number && panel.width == Panel::WHOLE)
        };
        if !PAIR.iter().all(is_wide) {
            return None;
        }
        let narrow = |panel: &Panel| match PAIR.contains(&panel.number) {
            true => Panel { width: Panel::WHOLE / 2, ..panel.clone() },
            false => panel.clone(),
        };
        let panels = self.panels.iter().map(narrow);
        Some(Self::of(panels.zip(self.left.iter().copied()), self.language))
    }

    /// The same page, with each half set as large as it has room for.
    fn scaled(&self, page: Page, header: &Header) -> Page {
        let fits = |page: &Page| self.fits(*page, header);
        let sizes = || SCALES.into_iter().filter(|scale| page.size * scale / 1_000 <= LARGEST);
        let with = |page: Page, scales: Scales| Page { scales, ..page };
        let lefts = sizes().map(|left| with(page, Scales { left, ..page.scales }));
        let page = lefts.into_iter().find(fits).unwrap_or(page);
        let rights = sizes().map(|right| with(page, Scales { right, ..page.scales }));
        rights.into_iter().find(fits).unwrap_or(page)
    }

    /// The page with the largest type on which both halves fit; the nearer they are to 1 : 1,2, the better. What does
    /// not fit is not tried in a larger type.
    fn best_page(&self, header: &Header) -> Option<Page> {
        let mut best: Option<Page> = None;
        for share in SHARES {
            let pages = SIZES.iter().rev().map(|size| Page::of(*size, share));
            for page in pages {
                if best.is_some_and(|best| page.worth() <= best.worth()) {
                    continue;
                }
                if !self.fits(page, header) {
                    break;
                }
                best = Some(page);
            }
        }
        best
    }

    fn fits(&self, page: Page, header: &Header) -> bool {
        let Heights { left, right } = self.heights(page);
        left.max(right) <= page.room(header.height(page))
    }

    /// The box that takes most room of a half.
    fn tallest(&self, page: Page, half: Half, can_shrink: impl Fn(usize) -> bool) -> Option<usize> {
        let of_half = self
            .panels
            .iter()
            .enumerate()
            .filter(|(place, panel)| panel.half() == half && can_shrink(*place));
        let height = |place: &usize, panel: &Panel| {
            self.shaped.get(*place).map_or(0, |shaped| shaped.height(page.width_of(panel)))
        };
        of_half.max_by_key(|(place, panel)| height(place, panel)).map(|(place, _)| place)
    }
}

/// The header, measured.
struct Header {
    title: Measured,
    about: Measured,
}

impl Header {
    fn of(sheet: &Sheet, language: Language) -> Self {
        let mut about = Measured::default();
        for text in &sheet.about {
            about.add(text.get(language), Weight::Plain, 1_000);
        }
        for badge in &sheet.badges {
            about.add(badge.text.get(language), Weight::Bold, 1_000);
        }
        Self { title: Measured::of(sheet.title.get(language), Weight::Bold, 1_900), about }
    }

    /// The title has the phases beside it.
    fn height(&self, page: Page) -> i64 {
        let [width, _] = PAGE;
        let width = page.length(width);
        let title = self.title.lines(width - 40_000).max(1) * TITLE;
        title + self.about.lines(width - 10_000).max(1) * ABOUT + FIGURES + HEADER_EDGES
    }
}

/// Fits a sheet to its page, in one language.
pub fn fit(sheet: Sheet, language: Language) -> Fitted {
    let (sheet, heading) = with_short_header(sheet);
    let header = Header::of(&sheet, language);
    let whole = sheet.panels;
    let boxes = Boxes::of(whole.iter().map(|panel| (panel.clone(), Left::default())), language);
    let (boxes, page) = match boxes.laid_out(&header) {
        (boxes, Some(page)) => (boxes, page),
        (_, None) => {
            let bare = Boxes::of(whole.iter().map(clip::without_pictures), language);
            match bare.laid_out(&header) {
                (bare, Some(page)) => (bare, page),
                (bare, None) => shortened(bare, &header),
            }
        }
    };
    let Page { size, share, scales } = boxes.scaled(page, &header);
    let Boxes { panels, left, .. } = boxes;
    let back = whole.into_iter().zip(&left).filter(|(_, left)| left.is_any());
    let back = back.map(|(panel, _)| panel).collect();
    Fitted { front: Sheet { panels, ..sheet }, size, share, scales, left, back, heading }
}

/// A title and names that fit their lines, and all of it where they had to be cut.
fn with_short_header(sheet: Sheet) -> (Sheet, Option<Vec<Text>>) {
    let (title, is_long) = clip::shortened(&sheet.title, LONGEST_TITLE);
    let about: Vec<(Text, bool)> =
        sheet.about.iter().map(|text| clip::shortened(text, LONGEST_ABOUT)).collect();
    let footer: Vec<(Text, bool)> =
        sheet.footer.iter().map(|text| clip::shortened(text, LONGEST_ABOUT)).collect();
    if !is_long && !about.iter().chain(&footer).any(|(_, is_cut)| *is_cut) {
        return (sheet, None);
    }
    let whole = [&sheet.title].into_iter().chain(&sheet.about).chain(&sheet.footer).cloned().collect();
    let kept = |texts: Vec<(Text, bool)>| texts.into_iter().map(|(text, _)| text).collect();
    (Sheet { title, about: kept(about), footer: kept(footer), ..sheet }, Some(whole))
}

/// Takes from the highest box of a half that is too high, until both fit or nothing more can be taken.
fn shortened(mut boxes: Boxes, header: &Header) -> (Boxes, Page) {
    let page = smallest(&boxes);
    let room = page.room(header.height(page));
    let whole = boxes.panels.clone();
    let mut limits: Vec<Limits> = whole.iter().map(Limits::whole).collect();
    loop {
        let Heights { left, right } = boxes.heights(page);
        let half = if left > room { Half::Left } else { Half::Right };
        if left.max(right) <= room {
            break;
        }
        let next = |place: usize| limits.get(place)?.tighter();
        let Some(place) = boxes.tallest(page, half, |place| next(place).is_some()) else { break };
        let Some(tighter) = next(place) else { break };
        let Some(panel) = whole.get(place) else { break };
        let (short, left_out) = clip::clip(panel, &tighter);
        if let Some(left) = boxes.left.get_mut(place) {
            *left = Left { pictures: left.pictures, ..left_out };
        }
        if let (Some(shaped), Some(kept)) = (boxes.shaped.get_mut(place), boxes.panels.get_mut(place)) {
            (*shaped, *kept) = (Shaped::of(&short, boxes.language), short);
        }
        if let Some(limit) = limits.get_mut(place) {
            *limit = tighter;
        }
    }
    (boxes, page)
}

/// The smallest type, with the halves that lack least.
fn smallest(boxes: &Boxes) -> Page {
    let [.., size] = SIZES;
    let pages = SHARES.map(|share| Page::of(size, share));
    let highest = |page: &Page| {
        let Heights { left, right } = boxes.heights(*page);
        left.max(right)
    };
    pages.into_iter().min_by_key(highest).unwrap_or(Page::of(size, SHARE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::Chart;
    use crate::sheets::{Entry, Grid, GridColumn, GridRow, Held, Part};

    fn sheet(letters: usize) -> Sheet {
        let panel = |number| Panel {
            number,
            title: Text::same("Tittel"),
            width: Panel::WHOLE,
            parts: vec![Part::Words(Text::same(&"ord ".repeat(letters / 4)))],
        };
        Sheet { title: Text::same("Sak"), panels: (1..=12).map(panel).collect(), ..Sheet::default() }
    }

    #[test]
    fn little_text_is_large_and_much_text_is_small() {
        let size = |letters| fit(sheet(letters), Language::Nb).size;
        assert_eq!(size(40), 1_100);
        assert!((850..1_100).contains(&size(1_150)), "{}", size(1_150));
        assert_eq!(size(20_000), 850);
    }

    #[test]
    fn what_does_not_fit_stands_whole_on_the_back() {
        let fitted = fit(sheet(20_000), Language::Nb);
        assert!(!fitted.back.is_empty());
        assert_eq!(fitted.cut().count(), fitted.back.len());
        let whole = sheet(20_000);
        assert!(fitted.back.iter().all(|panel| whole.panels.contains(panel)));
        let page = Page { size: fitted.size, share: fitted.share, scales: fitted.scales };
        let kept = fitted.front.panels.iter().cloned().zip(fitted.left.iter().copied());
        let boxes = Boxes::of(kept, Language::Nb);
        let Heights { left, right } = boxes.heights(page);
        let header = Header::of(&fitted.front, Language::Nb);
        assert!(left.max(right) <= page.room(header.height(page)));
        assert!(fit(sheet(400), Language::Nb).back.is_empty());
    }

    #[test]
    fn pictures_go_on_the_back_before_anything_else_does() {
        let part = |rows: usize| {
            let cells = ["Mindre porto", "463"].map(|text| Text::same(text).into()).to_vec();
            let row = GridRow { cells, is_strong: false };
            let column = |title: &str| GridColumn { title: Text::same(title), held: Held::Words };
            let columns = vec![column("Gevinst"), column("Verdt")];
            Part::Grid(Grid { columns, rows: vec![row; rows] })
        };
        let with_rows = |rows: usize| {
            let mut sheet = sheet(40);
            let charts = vec![Chart { width: 100, height: 100, ..Chart::default() }];
            sheet.panels[6].parts = vec![part(rows), Part::Charts(charts)];
            fit(sheet, Language::Nb)
        };
        let pictures = |fitted: &Fitted| {
            let mut parts = fitted.front.panels.iter().flat_map(|panel| &panel.parts);
            parts.any(|part| matches!(part, Part::Charts(_)))
        };
        let kept = with_rows(4);
        assert!(pictures(&kept) && kept.back.is_empty());
        let gone = with_rows(32);
        assert!(!pictures(&gone) && gone.back.len() == 1, "{:?}", gone.left);
        assert_eq!(gone.cut().next().unwrap().rest.nb, "Diagrammene står på baksiden");
        assert!(gone.back[0].parts.iter().any(|part| matches!(part, Part::Charts(_))));
        let more = with_rows(200);
        assert!(more.cut().next().unwrap().rest.nb.ends_with("til på baksiden"));
    }

    #[test]
    fn risks_and_plan_share_a_row_where_that_gives_larger_type() {
        let entry = |text: &str| Entry { text: Text::same(text), ..Entry::default() };
        let with_lines = |lines: usize| {
            let mut sheet = sheet(40);
            sheet.panels[7].parts = vec![Part::List(vec![entry("Kort"); lines])];
            sheet.panels[8].parts = vec![Part::List(vec![entry("Kort"); lines])];
            fit(sheet, Language::Nb)
        };
        let widths = |fitted: &Fitted| [7, 8].map(|place| fitted.front.panels[place].width);
        assert_eq!(widths(&with_lines(2)), [Panel::WHOLE; 2]);
        let shared = with_lines(20);
        assert_eq!(widths(&shared), [Panel::WHOLE / 2; 2]);
        assert!(shared.back.is_empty() && shared.size > 1_000, "{}", shared.size);
    }

    #[test]
    fn a_half_with_little_in_it_is_set_larger_and_both_still_fit() {
        let mut sheet = sheet(1_150);
        sheet.panels.iter_mut().take(5).for_each(|panel| panel.parts = vec![Part::Words(Text::same("ord"))]);
        let fitted = fit(sheet, Language::Nb);
        let Scales { left, right } = fitted.scales;
        assert!(
            left > 1_000 && fitted.size * left / 1_000 <= LARGEST && right >= 1_000,
            "{:?}",
            fitted.scales
        );
        assert!(fitted.back.is_empty());
    }

    #[test]
    fn a_title_that_is_too_long_is_whole_on_the_back() {
        let title = Text::same(&"tittel ".repeat(15_000));
        let fitted = fit(Sheet { title: title.clone(), ..sheet(40) }, Language::Nb);
        assert!(fitted.front.title.nb.chars().count() < 200);
        assert_eq!(fitted.heading.unwrap()[0], title);
    }
}
