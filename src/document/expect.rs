//! What a field expects of a quantity: a share, whole years, kroner, årsverk …

use super::reader::Reader;
use super::wording::{self, Expected};
use crate::quantity::{Base, Dimension, Quantity};
use crate::source::Spanned;
use crate::units::{Decimal, Fte, HourlyCost, Hours, Kroner, Rate, Share};
use crate::yaml::{Kind, Node};

/// The longest levetid, analyseperiode or avdragstid, in years. Bridges and pipes live a hundred.
pub(super) const LONGEST_LIFE: u16 = 200;

/// The highest and lowest timer_per_årsverk: half and twice what a full position can be.
const HOURS_PER_FTE: (u32, u32) = (800, 3_000);

/// The fewest and most working days in a year.
const WORKDAYS: (u16, u16) = (100, 366);

/// What a whole position costs or is paid in a year, kroner. An apprentice in the first year has more than the
/// least (30 % of the pay of a skilled worker, Hovedtariffavtalen, Lærlinger), and no municipality pays the most.
const PAY: (u32, u32) = (100_000, 5_000_000);

/// What is offered as what was meant: what most positions are paid.
const USUAL_PAY: (u32, u32) = (200_000, 2_000_000);

/// Pay below this a year can be pay for an hour; from [`PAY_OF_MONTH`] it can be pay for a month.
const PAY_OF_HOUR: u32 = 500;
const PAY_OF_MONTH: u32 = 10_000;

/// Hours that a year's pay is divided by to be an hour's: Hovedtariffavtalen, chapter 1, at 37,5 hours a week.
const HOURS_OF_PAY: u32 = 1_950;

/// Whose change work it is.
#[derive(Debug, Clone, Copy)]
pub(super) enum ChangeWork {
    /// kapasitet of one case.
    OfCase,
    /// endringskapasitet: all change of an area.
    OfArea,
}

impl ChangeWork {
    /// What is årsverk without a unit up to here: one change takes no more people for a year. An area may have more
    /// for all of its changes, but from here on it may as well be hours.
    const fn most(self) -> u32 {
        match self {
            Self::OfCase => 20,
            Self::OfArea => 500,
        }
    }

    /// Which words of tall-uten-enhet say why.
    pub(super) const fn variant(self) -> &'static str {
        match self {
            Self::OfCase => "work",
            Self::OfArea => "area",
        }
    }
}

/// The rates that are meant: from −50 % to 100 % a year.
const RATES: (Decimal, Decimal) = (Decimal::from_parts(5, 0, 0, true, 1), Decimal::ONE);

impl Reader {
    /// `25 %`. A bare 0 is nothing; any other bare number could be 25 or 2 500 per cent.
    pub(super) fn share(&mut self, node: &Node<'_>) -> Option<Share> {
        self.per_cent(node, Expected::Share)
    }

    /// `4 %` a year.
    pub(super) fn rate(&mut self, node: &Node<'_>) -> Option<Rate> {
        let rate = self.per_cent(node, Expected::Rate)?.value();
        if rate < RATES.0 || rate > RATES.1 {
            self.report(wording::unreasonable(node, Expected::Rate));
            return None;
        }
        Some(Rate::new(rate))
    }

    fn per_cent(&mut self, node: &Node<'_>, expected: Expected) -> Option<Share> {
        let quantity = self.any_quantity(node)?;
        if quantity.is_percent() || (quantity.is_bare() && quantity.value().is_zero()) {
            return quantity.share();
        }
        self.report(wording::wrong_unit(node, &quantity, expected));
        None
    }

    /// `8 år`, `24 måneder` or a bare 8.
    pub(super) fn whole_years(&mut self, node: &Node<'_>) -> Option<u16> {
        let years = self.expect(node, Expected::Years, Quantity::years)?;
        if years.fract() != Decimal::ZERO {
            self.report(wording::not_whole_years(node, years));
            return None;
        }
        let whole = u16::try_from(years).ok().filter(|years| (1..=LONGEST_LIFE).contains(years));
        if whole.is_none() {
            self.report(wording::unreasonable(node, Expected::Years));
        }
        whole
    }

    /// `1,5 årsverk`, the hours of one year, or a bare 1.5. Never below 0.
    pub(super) fn fte(&mut self, node: &Node<'_>) -> Option<Fte> {
        let fte = self.change_of_fte(node)?;
        if fte.is_negative() {
            self.report(wording::unreasonable(node, Expected::Fte));
            return None;
        }
        Some(fte)
    }

    /// Finds bare numbers of change work that would be more people than there are for it: hours without their unit.
    pub(super) fn no_bare_hours(&mut self, node: &Node<'_>, of: ChangeWork) {
        match &node.kind {
            Kind::List(items) => items.iter().for_each(|item| self.no_bare_hours(item, of)),
            Kind::Mapping(entries) => entries.iter().for_each(|entry| self.no_bare_hours(&entry.value, of)),
            Kind::Empty => {}
            Kind::Scalar(_) => {
                if self.bare(node).is_some_and(|number| number > Decimal::from(of.most())) {
                    self.whole = false;
                    self.report(wording::bare_change_work(node, of));
                }
            }
        }
    }

    /// A number that stands without a unit.
    fn bare(&self, node: &Node<'_>) -> Option<Decimal> {
        let read = Quantity::parse(node.text()?, &self.context).ok();
        read.filter(Quantity::is_bare).map(|read| read.value())
    }

    /// The same, also below 0: how many more or fewer.
    pub(super) fn change_of_fte(&mut self, node: &Node<'_>) -> Option<Fte> {
        let context = self.context;
        self.expect(node, Expected::Fte, |quantity| match quantity.is_bare() {
            true => Some(Fte::new(quantity.value())),
            false => quantity
                .fte(&context)
                .or_else(|| quantity.hours().and_then(|hours| hours.as_fte(context.hours_per_fte).ok())),
        })
    }

    /// The amount of one year: `320 000 kr`, `320 000 kr/år`, or a bare number of kroner.
    pub(super) fn money_of_year(&mut self, node: &Node<'_>) -> Option<Kroner> {
        self.expect(node, Expected::Money, |quantity| quantity.money().or_else(|| quantity.money_per_year()))
    }

    /// One such amount for each year.
    pub(super) fn money_of_years(&mut self, node: &Node<'_>) -> Option<Vec<Spanned<Kroner>>> {
        self.list(node, |reader, item| reader.money_of_year(item).map(|money| Spanned::new(money, item.span)))
    }

    /// The amount of one year, never below 0: a frame, or what is to be saved.
    pub(super) fn money_from_nothing(&mut self, node: &Node<'_>) -> Option<Kroner> {
        let money = self.money_of_year(node)?;
        if self.bare(node).is_some() {
            self.tell_small(node, &Quantity::new(money.value(), Dimension::of(Base::Krone)));
        }
        if money.is_negative() {
            self.report(wording::below_nothing(node));
            return None;
        }
        Some(money)
    }

    /// A wage or the like: the amount of a year, for a whole position.
    pub(super) fn pay(&mut self, node: &Node<'_>) -> Option<Kroner> {
        let hourly = node.text().and_then(|text| Quantity::parse(text, &self.context).ok());
        if let Some(hourly) = hourly.filter(|price| !price.is_bare()).and_then(|price| price.hourly_price()) {
            let year = hourly.value().checked_mul(Decimal::from(HOURS_OF_PAY))?;
            self.report(wording::pay_for_an_hour(node, year));
            return None;
        }
        let pay = self.money_of_year(node)?;
        if !is_within(pay.value(), PAY) {
            self.report(wording::unlikely_pay(node, MeantPay::all_of(pay.value())));
            return None;
        }
        Some(pay)
    }

    /// `230 kr/time`, or a bare 230. Never below 0.
    pub(super) fn hourly_price(&mut self, node: &Node<'_>) -> Option<HourlyCost> {
        let price = self.expect(node, Expected::HourlyPrice, Quantity::hourly_price)?;
        if price.is_negative() {
            self.report(wording::unreasonable(node, Expected::HourlyPrice));
            return None;
        }
        Some(price)
    }

    /// timer_per_årsverk: `1 750 timer`, also `timer/år`, or a bare 1750.
    pub(super) fn hours_per_fte(&mut self, node: &Node<'_>) -> Option<Hours> {
        let hours = self.expect(node, Expected::Hours, |quantity| {
            quantity.hours().or_else(|| quantity.hours_per_year())
        })?;
        let (least, most) = HOURS_PER_FTE;
        if hours.value() < Decimal::from(least) || hours.value() > Decimal::from(most) {
            self.report(wording::unreasonable(node, Expected::Hours));
            return None;
        }
        Some(hours)
    }

    /// arbeidsdager: `230 dager`, or a bare 230.
    pub(super) fn workdays(&mut self, node: &Node<'_>) -> Option<u16> {
        let days = self.expect(node, Expected::Workdays, |quantity| {
            let units = [Base::PlainDay, Base::Day, Base::Workday];
            let days = |base: Base| *quantity.dimension() == Dimension::of(base);
            let is_days = units.into_iter().any(days) || quantity.dimension().power(Base::Workday) == 1;
            is_days.then(|| quantity.value())
        })?;
        let (least, most) = WORKDAYS;
        let whole = u16::try_from(days).ok().filter(|whole| Decimal::from(*whole) == days);
        let whole = whole.filter(|days| (least..=most).contains(days));
        if whole.is_none() {
            self.report(wording::unreasonable(node, Expected::Workdays));
        }
        whole
    }

    /// A quantity that `take` can use, or `feil-enhet`. A bare number is in the field's own unit.
    fn expect<T>(
        &mut self,
        node: &Node<'_>,
        expected: Expected,
        take: impl Fn(&Quantity) -> Option<T>,
    ) -> Option<T> {
        let written = self.any_quantity(node)?;
        let bare = written.is_bare().then(|| expected.dimension()).flatten();
        let quantity = bare.map_or_else(|| written.clone(), |unit| Quantity::new(written.value(), unit));
        let taken = take(&quantity);
        if taken.is_none() {
            self.report(wording::wrong_unit(node, &quantity, expected));
        }
        taken
    }
}

/// Whether kroner a year are from the least to the most.
fn is_within(kroner: Decimal, (least, most): (u32, u32)) -> bool {
    Decimal::from(least) <= kroner && kroner <= Decimal::from(most)
}

/// What pay that cannot be a year's may have been meant as: so much a year.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct MeantPay {
    /// In 1 000 kroner; or three digits too many.
    pub(super) in_thousands: Option<Decimal>,
    /// For an hour.
    pub(super) hourly: Option<Decimal>,
    /// For a month.
    pub(super) monthly: Option<Decimal>,
}

impl MeantPay {
    fn all_of(kroner: Decimal) -> Self {
        let is_usual = |pay: &Decimal| is_within(*pay, USUAL_PAY);
        let times = |factor: u32| kroner.checked_mul(Decimal::from(factor)).filter(is_usual);
        let thousandth = kroner.checked_div(Decimal::ONE_THOUSAND).filter(is_usual);
        Self {
            in_thousands: times(1_000).or(thousandth),
            hourly: times(HOURS_OF_PAY).filter(|_| kroner < Decimal::from(PAY_OF_HOUR)),
            monthly: times(12).filter(|_| kroner >= Decimal::from(PAY_OF_MONTH)),
        }
    }
}
