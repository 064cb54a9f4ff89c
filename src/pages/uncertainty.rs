//! «Hvor sikkert er dette?»: how NNV spreads over the draws, and what it hangs on.

use super::bars::{self, Axis};
use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Fact, Table};
use crate::model::Distribution;
use crate::quantity::{self, Quantity};
use crate::simulate::{Bin, Driver, MOST_UNCERTAIN, Origin, Spread, TURNING_REACH, Uncertainty, WhyUnknown};
use crate::units::{Decimal, Kroner, round};
use crate::words::{Percent, Short, Text, Words, number};
use crate::{text, words};

/// Uncertain values shown; the rest swing less.
const MOST_SHOWN: usize = 8;

/// The section, for a case with this expected NNV. Nothing where nobody asked, or there is no NNV.
pub fn blocks(uncertainty: &Uncertainty, expected: Option<Kroner>) -> Vec<Block> {
    let heading = Block::Heading(
        text!(nb: "Hvor sikkert er dette?", nn: "Kor sikkert er dette?", en: "How sure is this?"),
    );
    match (uncertainty, expected) {
        (Uncertainty::Spread(spread), Some(expected)) => {
            let mut blocks = vec![
                heading,
                Block::Paragraph(sentences(spread)),
                Block::Table(histogram(&spread.bins)),
                Block::Facts(facts(spread, expected)),
            ];
            blocks.extend(tornado(&spread.drivers, expected));
            blocks.push(Block::Paragraph(how(spread)));
            blocks
        }
        (Uncertainty::Unknown(why), Some(_)) => match unknown(*why) {
            Some(block) => vec![heading, block],
            None => Vec::new(),
        },
        (_, None) => Vec::new(),
    }
}

/// How sure it is, in one line; nothing where nobody asked.
pub(super) fn in_a_line(uncertainty: &Uncertainty) -> Option<Text> {
    match uncertainty {
        Uncertainty::Spread(spread) => Some(sentences(spread)),
        Uncertainty::Unknown(WhyUnknown::NotAsked | WhyUnknown::NotAssessed) => None,
        Uncertainty::Unknown(WhyUnknown::NothingUncertain) => Some(text!(
            nb: "Usikkerheten er ikke regnet ut: ingen tall i saken har lav, verdi og høy.", nn: "Usikkerheita er ikkje rekna ut: ingen tal i saka har lav, verdi og høy.",
            en: "Uncertainty is not calculated: no figure of the case has lav, verdi and høy.",
        )),
        Uncertainty::Unknown(WhyUnknown::TooMany { .. } | WhyUnknown::NoAnswer { .. }) => Some(text!(
            nb: "Usikkerheten lar seg ikke regne ut; se hvorfor med --alt.", nn: "Usikkerheita lèt seg ikkje rekne ut; sjå kvifor med --alt.",
            en: "Uncertainty cannot be calculated; see why with --alt.",
        )),
    }
}

/// The share of draws with NNV above 0, where it is known.
pub(super) fn share_that_pays(uncertainty: &Uncertainty) -> Cell {
    match uncertainty {
        Uncertainty::Spread(spread) => Cell::Percent(round(spread.summary.profitable, 2)),
        Uncertainty::Unknown(_) => Cell::Empty,
    }
}

fn unknown(why: WhyUnknown) -> Option<Block> {
    match why {
        WhyUnknown::NotAsked | WhyUnknown::NotAssessed => None,
        WhyUnknown::NothingUncertain => Some(Block::Paragraph(text!(
            nb: "Usikkerheten er ikke regnet ut: Saken bygger ikke på noe tall med lav, verdi og høy. Skriv for eksempel «lav: 40 %, verdi: 60 %, høy: 70 %» der dere er i tvil.", nn: "Usikkerheita er ikkje rekna ut: Saka byggjer ikkje på noko tal med lav, verdi og høy. Skriv til dømes «lav: 40 %, verdi: 60 %, høy: 70 %» der de er i tvil.",
            en: "Uncertainty is not calculated: the case rests on no figure with lav, verdi and høy. Write for example “lav: 40 %, verdi: 60 %, høy: 70 %” where you are in doubt.",
        ))),
        WhyUnknown::TooMany { uncertain } => Some(Block::Note(text!(
            nb: "Usikkerheten er ikke regnet ut: Saken har {uncertain} usikre tall, og grensen er {MOST_UNCERTAIN}. Gi lav og høy bare til de tallene saken avhenger mest av.", nn: "Usikkerheita er ikkje rekna ut: Saka har {uncertain} usikre tal, og grensa er {MOST_UNCERTAIN}. Gi lav og høy berre til dei tala saka avheng mest av.",
            en: "Uncertainty is not calculated: the case has {uncertain} uncertain figures, and the limit is {MOST_UNCERTAIN}. Give lav and høy only to the figures the case depends on most.",
        ))),
        WhyUnknown::NoAnswer { draws } => Some(Block::Note(text!(
            nb: "Usikkerheten er ikke regnet ut: {draws} av trekningene har ikke noe svar, fordi det deles på null eller nesten null. Endre regnestykket, eller spennet fra lav til høy, så det det deles på, aldri kan bli null.", nn: "Usikkerheita er ikkje rekna ut: {draws} av trekningane har ikkje noko svar, fordi det blir delt på null eller nesten null. Endre reknestykket, eller spennet frå lav til høy, så det som det blir delt på, aldri kan bli null.",
            en: "Uncertainty is not calculated: {draws} of the draws have no answer, because they divide by zero or almost zero. Change the calculation, or the span from lav to høy, so that what is divided by can never be zero.",
        ))),
    }
}

/// What matters, in plain sentences.
fn sentences(spread: &Spread) -> Text {
    let (profitable, between) = (profitable(spread), between(spread));
    let most = spread.drivers.iter().max_by_key(|driver| driver.variance_share);
    let most = most.filter(|_| spread.drivers.len() > 1).map(most_to_say).unwrap_or_default();
    text!(all: "{profitable} {between}{most}"; profitable, between, most)
}

fn profitable(spread: &Spread) -> Text {
    let hundred = spread.summary.profitable.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default();
    let of_hundred = round(hundred, 0);
    if spread.summary.profitable == Decimal::ONE {
        text!(nb: "Saken lønner seg i alle trekningene.", nn: "Saka løner seg i alle trekningane.", en: "The case pays off in every draw.")
    } else if spread.summary.profitable.is_zero() {
        text!(nb: "Saken lønner seg ikke i noen av trekningene.", nn: "Saka løner seg ikkje i nokon av trekningane.", en: "The case does not pay off in any draw.")
    } else if of_hundred == Decimal::ONE_HUNDRED {
        text!(nb: "I mer enn 99 av 100 trekninger lønner saken seg.", nn: "I meir enn 99 av 100 trekningar løner saka seg.", en: "In more than 99 of 100 draws the case pays off.")
    } else if of_hundred.is_zero() {
        text!(nb: "I færre enn 1 av 100 trekninger lønner saken seg.", nn: "I færre enn 1 av 100 trekningar løner saka seg.", en: "In fewer than 1 of 100 draws the case pays off.")
    } else {
        text!(nb: "I {of_hundred} av 100 trekninger lønner saken seg.", nn: "I {of_hundred} av 100 trekningar løner saka seg.", en: "In {of_hundred} of 100 draws the case pays off.")
    }
}

fn between(spread: &Spread) -> Text {
    let [low, _, high] = spread.summary.percentiles;
    let scale = Scale::of([low, high]);
    // As many decimals as it takes to look different.
    let decimals =
        (scale.decimals..=3).find(|decimals| scale.round(low, *decimals) != scale.round(high, *decimals));
    let decimals = decimals.unwrap_or(scale.decimals);
    let [low, high] = [low, high].map(|amount| scale.shown(amount, decimals));
    text!(
        nb: "NNV ligger mellom {low} og {high} {unit} i 8 av 10 trekninger.", nn: "NNV ligg mellom {low} og {high} {unit} i 8 av 10 trekningar.",
        en: "NPV lies between NOK\u{a0}{low} and {high}{million} in 8 of 10 draws."; low, high, unit = scale.unit, million = scale.million
    )
}

fn most_to_say(driver: &Driver) -> Text {
    text!(
        nb: " Mest har «{name}» å si: {share} av usikkerheten.", nn: " Mest har «{name}» å seie: {share} av usikkerheita.",
        en: " “{name}” matters most: {share} of the uncertainty.";
        name = driver.name, share = Percent(round(driver.variance_share, 2))
    )
}

/// Kroner in millions where there are millions.
#[derive(Debug, Clone, Copy)]
struct Scale {
    one: Decimal,
    unit: Words,
    /// What English says after the number.
    million: &'static str,
    decimals: u32,
}

impl Scale {
    fn of(amounts: impl IntoIterator<Item = Kroner>) -> Self {
        let million = Decimal::from(1_000_000);
        let largest = amounts.into_iter().map(|amount| amount.abs().value()).max().unwrap_or_default();
        if largest < million {
            return Self {
                one: Decimal::ONE,
                unit: words!(nb: "kr", nn: "kr", en: "NOK"),
                million: "",
                decimals: 0,
            };
        }
        Self {
            one: million,
            unit: words!(nb: "mill. kr", nn: "mill. kr", en: "NOK million"),
            million: "\u{a0}million",
            decimals: 1,
        }
    }

    fn round(self, amount: Kroner, decimals: u32) -> Decimal {
        round(amount.value().checked_div(self.one).unwrap_or_default(), decimals)
    }

    fn shown(self, amount: Kroner, decimals: u32) -> Text {
        let amount = self.round(amount, decimals);
        Text::in_each(|language| number::decimal(amount, decimals, language))
    }

    /// Decimals that whole widths of bins need.
    fn decimals_of(self, bins: &[Bin]) -> u32 {
        let edges = bins.iter().filter_map(|bin| bin.to);
        let shows = |decimals: &u32| {
            let exact =
                |edge: Kroner| edge.value().checked_div(self.one) == Some(self.round(edge, *decimals));
            edges.clone().all(exact)
        };
        (0..=6).find(shows).unwrap_or(6)
    }
}

/// Draws by NNV, those that do not pay off in a lighter shade.
fn histogram(bins: &[Bin]) -> Table {
    let scale = Scale::of(bins.iter().flat_map(|bin| [bin.from, bin.to]).flatten());
    let decimals = scale.decimals_of(bins);
    let most = bins.iter().map(|bin| bin.draws).max().unwrap_or_default();
    let all: usize = bins.iter().map(|bin| bin.draws).sum();
    let block = |bin: &Bin| {
        // The last bin has no end: it pays when all of it does.
        let all_pays = || bin.from.is_none_or(|from| !from.is_negative());
        if bin.to.map_or_else(all_pays, Kroner::is_positive) { bars::HIGH } else { bars::LOW }
    };
    let share = |bin: &Bin| Decimal::from(bin.draws).checked_div(Decimal::from(all)).unwrap_or_default();
    Listing::of(bins)
        .text(text!(nb: "NNV, {unit}", nn: "NNV, {unit}", en: "NPV, {unit}"; unit = scale.unit), |bin| {
            range(bin, |amount| scale.shown(amount, decimals))
        })
        .bar(text!(nb: "Trekninger (░ lønner seg ikke)", nn: "Trekningar (░ løner seg ikkje)", en: "Draws (░ does not pay off)"), |bin| {
            bars::share_of(bin.draws, most, block(bin))
        })
        .number(text!(nb: "Andel", nn: "Andel", en: "Share"), |bin| Cell::Percent(round(share(bin), 3)))
        .table()
}

fn range(bin: &Bin, shown: impl Fn(Kroner) -> Text) -> Text {
    match (bin.from.map(&shown), bin.to.map(&shown)) {
        (Some(from), Some(to)) => {
            text!(nb: "{from} til {to}", nn: "{from} til {to}", en: "{from} to {to}"; from, to)
        }
        (None, Some(to)) => text!(nb: "under {to}", nn: "under {to}", en: "below {to}"; to),
        (Some(from), None) => text!(nb: "{from} og mer", nn: "{from} og meir", en: "{from} and more"; from),
        (None, None) => text!(nb: "alle", nn: "alle", en: "all"),
    }
}

fn facts(spread: &Spread, expected: Kroner) -> Vec<Fact> {
    let [low, middle, high] = spread.summary.percentiles;
    let fact = |name, amount, note| Fact::new(name, Cell::Kroner(amount)).noted(note);
    vec![
        fact(
            text!(nb: "Forventet NNV", nn: "Forventa NNV", en: "Expected NPV"),
            expected,
            text!(nb: "alt på forventet verdi; det er den vi bruker", nn: "alt på forventa verdi; det er den vi bruker", en: "all at expected value; the one we use"),
        ),
        fact(
            text!(nb: "Snitt", nn: "Snitt", en: "Mean"),
            spread.summary.mean,
            text!(nb: "av alle trekningene", nn: "av alle trekningane", en: "of all draws"),
        ),
        fact(
            text!(nb: "Standardavvik", nn: "Standardavvik", en: "Standard deviation"),
            spread.summary.deviation,
            Text::default(),
        ),
        fact(
            text!(all: "P10"),
            low,
            text!(nb: "bare 1 av 10 trekninger er så lav", nn: "berre 1 av 10 trekningar er så låg", en: "only 1 of 10 draws is as low"),
        ),
        fact(text!(all: "P50"), middle, text!(nb: "den midterste", nn: "den i midten", en: "the middle one")),
        fact(
            text!(all: "P90"),
            high,
            text!(nb: "bare 1 av 10 trekninger er høyere", nn: "berre 1 av 10 trekningar er høgare", en: "only 1 of 10 draws is higher"),
        ),
    ]
}

/// What NNV hangs on: a drawing, and the figures.
fn tornado(drivers: &[Driver], expected: Kroner) -> Vec<Block> {
    let shown = drivers.get(..MOST_SHOWN.min(drivers.len())).unwrap_or_default();
    let ends = shown.iter().flat_map(|driver| [driver.npv_low, driver.npv_high]).flatten();
    let Some(axis) = Axis::over(ends.chain([expected])) else { return Vec::new() };
    let mut blocks = vec![
        Block::Heading(
            text!(nb: "Hva NNV avhenger mest av", nn: "Kva NNV avheng mest av", en: "What NPV depends on most"),
        ),
        Block::Table(drawing(shown, expected, axis)),
        Block::Paragraph(legend(expected, axis)),
        Block::Table(figures(shown)),
        Block::Paragraph(turning_words(shown)),
    ];
    let rest = drivers.len().saturating_sub(shown.len());
    if rest > 0 {
        blocks.push(Block::Paragraph(text!(
            nb: "{rest} usikre tall til gjør mindre utslag, og er bare i JSON.", nn: "{rest} usikre tal til gir mindre utslag, og er berre i JSON.",
            en: "{rest} more uncertain figures swing NPV less, and are in the JSON only.",
        )));
    }
    blocks
}

fn drawing(drivers: &[Driver], expected: Kroner, axis: Axis) -> Table {
    Listing::of(drivers)
        .text(text!(nb: "Usikkert tall", nn: "Usikkert tal", en: "Uncertain figure"), |driver| name(driver))
        .text(text!(nb: "Lav", nn: "Låg", en: "Low"), |driver| as_written(&driver.low, driver))
        .bar(
            text!(nb: "NNV ved lav og ved høy", nn: "NNV ved låg og ved høg", en: "NPV at low and at high"),
            |driver| axis.swing(expected, (driver.npv_low, driver.npv_high)),
        )
        .text(text!(nb: "Høy", nn: "Høg", en: "High"), |driver| as_written(&driver.high, driver))
        .table()
}

/// lav or høy in the unit of verdi, and in per cent where that is.
fn as_written(point: &Quantity, driver: &Driver) -> Text {
    let value = point.in_units_of(driver.mode.dimension()).unwrap_or(point.value());
    quantity::like(value, &driver.mode)
}

fn name(driver: &Driver) -> Cell {
    match driver.origin {
        Origin::Shared => Cell::Text(
            text!(nb: "{name} (felles)", nn: "{name} (felles)", en: "{name} (shared)"; name = driver.name),
        ),
        Origin::Assumption | Origin::Benefit | Origin::Cost => Cell::name(&driver.name),
    }
}

fn legend(expected: Kroner, axis: Axis) -> Text {
    let [from, to] = axis.ends();
    let scale = Scale::of([from, to]);
    let [expected, from, to] = [expected, from, to].map(|amount| scale.shown(amount, scale.decimals));
    let (low, high, middle) = (bars::LOW, bars::HIGH, bars::MIDDLE);
    text!(
        nb: "{low} er NNV når tallet er lavt, {high} når det er høyt, med alt annet på forventet verdi; {middle} er forventet NNV, {expected} {unit}. Tegningen går fra {from} til {to} {unit}.", nn: "{low} er NNV når talet er lågt, {high} når det er høgt, med alt anna på forventa verdi; {middle} er forventa NNV, {expected} {unit}. Teikninga går frå {from} til {to} {unit}.",
        en: "{low} is NPV when the figure is low, {high} when it is high, with all else at its expected value; {middle} is expected NPV, NOK\u{a0}{expected}{million}. The drawing goes from NOK\u{a0}{from} to {to}{million}.";
        low, high, middle, expected, from, to, unit = scale.unit, million = scale.million
    )
}

fn figures(drivers: &[Driver]) -> Table {
    Listing::of(drivers)
        .text(text!(nb: "Usikkert tall", nn: "Usikkert tal", en: "Uncertain figure"), |driver| name(driver))
        .thousands(text!(nb: "NNV ved lav", nn: "NNV ved låg", en: "NPV at low"), |driver| driver.npv_low)
        .thousands(text!(nb: "NNV ved høy", nn: "NNV ved høg", en: "NPV at high"), |driver| driver.npv_high)
        .number(text!(nb: "Av usikkerheten", nn: "Av usikkerheita", en: "Of uncertainty"), |driver| {
            Cell::Percent(round(driver.variance_share, 2))
        })
        .text(text!(nb: "Vendepunkt", nn: "Vendepunkt", en: "Turning point"), |driver| turning(driver))
        .table()
}

/// vendepunkt with the digits a person can use.
fn turning(driver: &Driver) -> Text {
    let Some(value) = driver.turning else { return text!(nb: "ingen", nn: "ingen", en: "none") };
    let size = value.abs();
    let decimals = if size >= Decimal::ONE_THOUSAND {
        0
    } else if size >= Decimal::TEN {
        1
    } else {
        4
    };
    quantity::like(round(value, decimals), &driver.mode)
}

fn turning_words(drivers: &[Driver]) -> Text {
    let below_zero = drivers.iter().any(|driver| driver.low.value() < Decimal::ZERO);
    let down_to = if below_zero {
        text!(nb: " (ned til {TURNING_REACH} ganger lav, der lav er under 0)", nn: " (ned til {TURNING_REACH} gonger låg, der låg er under 0)", en: " (down to {TURNING_REACH} times low, where low is below 0)")
    } else {
        Text::default()
    };
    let share = if drivers.iter().any(Driver::is_share) {
        text!(nb: ", for en andel mellom 0 og 100 %", nn: ", for ein andel mellom 0 og 100 %", en: ", for a share between 0 and 100%")
    } else {
        Text::default()
    };
    text!(
        nb: "Vendepunktet er verdien som gjør NNV lik 0 når alt annet har forventet verdi. «Ingen» betyr at det ikke finnes mellom 0 og {TURNING_REACH} ganger høy{down_to}{share}.", nn: "Vendepunktet er verdien som gjer NNV lik 0 når alt anna har forventa verdi. «Ingen» betyr at det ikkje finst mellom 0 og {TURNING_REACH} gonger høg{down_to}{share}.",
        en: "The turning point is the value that makes NPV 0 when all else has its expected value. “None” means there is none between 0 and {TURNING_REACH} times high{down_to}{share}."; down_to, share
    )
}

/// Shape, draws and seed: always named.
fn how(spread: &Spread) -> Text {
    let shape = match spread.distribution {
        Distribution::Pert => Text::same("PERT (λ = 4)"),
        Distribution::Triangular => spread.distribution.words().text(),
    };
    text!(
        nb: "Fordeling {shape}, {draws} trekninger, frø {seed}. I hver trekning får alle usikre tall en tilfeldig verdi mellom lav og høy.", nn: "Fordeling {shape}, {draws} trekningar, frø {seed}. I kvar trekning får alle usikre tal ein tilfeldig verdi mellom låg og høg.",
        en: "Distribution {shape}, {draws} draws, seed {seed}. In each draw every uncertain figure gets a random value between low and high.";
        shape, draws = Short(spread.settings.draws.into()), seed = spread.settings.seed.to_string()
    )
}
