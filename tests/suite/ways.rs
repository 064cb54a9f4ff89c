//! What lets a waiting case in: the amount that is said is enough, and where it is said to be the least,
//! no less is, whatever holds the case back.

use super::choice::{DUTY, Portfolio, costing, read};
use a3::choose::{ChoiceLine, Frame, FrameYear, Gap, Size, Status, Verdict, Waits, Way, Why};
use a3::report::Appraised;
use a3::units::{Decimal, Year};
use proptest::prelude::*;

/// A portfolio drawn: what each case gives, costs (in tens, so that ties are many), works, and how it hangs
/// together with the one before it.
#[derive(Debug, Clone)]
struct Drawn {
    cases: Vec<(i64, i64, u8, u16, u8)>,
    money: [i64; 2],
    tenths: [i64; 2],
    demand: Option<i64>,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let one = (0_i64..6, 0_i64..9, 0_u8..5, 0_u16..2, 0_u8..12);
    let limits = (prop::array::uniform2(0_i64..15), prop::array::uniform2(0_i64..9));
    (prop::collection::vec(one, 2..6), limits, prop::option::of(0_i64..12))
        .prop_map(|(cases, (money, tenths), demand)| Drawn { cases, money, tenths, demand })
}

impl Drawn {
    fn cases(&self) -> Vec<(String, String)> {
        let one = |(n, (gain, cost, work, wait, joined)): (usize, &(i64, i64, u8, u16, u8))| {
            let other = n.saturating_sub(1);
            let joined = match joined {
                0 | 1 if n > 0 => format!("krever: [sak-{other}]\n"),
                2 | 3 if n > 0 => format!("utelukker: [sak-{other}]\n"),
                4 => DUTY.to_owned(),
                _ => String::new(),
            };
            let more = format!("senest: {}\nkapasitet: [0.{work} årsverk]\n{joined}", 2027 + wait);
            (format!("sak-{n}"), costing(gain * 10, cost * 10, &more))
        };
        self.cases.iter().enumerate().map(one).collect()
    }

    /// Every frame, with so much more of it.
    fn all_with(more: i64) -> impl Iterator<Item = Gap> {
        [2027, 2028].into_iter().flat_map(move |year| {
            let year = Year::new(year).unwrap();
            let gap = |frame, missing| Gap { at: FrameYear { frame, year }, missing };
            [
                gap(Frame::Investment, Decimal::from(more * 10)),
                gap(Frame::Capacity("Stab".to_owned()), Decimal::new(more, 1)),
            ]
        })
    }

    fn read(&self) -> Appraised {
        let money = [2027, 2028].map(|year| format!("{year}: {} kr", self.money[year - 2027] * 10));
        let work =
            [2027, 2028].map(|year| format!("{year}: {} årsverk", Decimal::new(self.tenths[year - 2027], 1)));
        let demand = self.demand.map(|demand| format!("  innsparingskrav: {{2028: {} kr}}\n", demand * 10));
        let frames = format!(
            "rammer:\n  investering: {{{}}}\n  endringskapasitet: {{Stab: {{{}}}}}\n{}",
            money.join(", "),
            work.join(", "),
            demand.unwrap_or_default()
        );
        let cases = self.cases();
        let cases: Vec<(&str, String)> = cases.iter().map(|(id, text)| (id.as_str(), text.clone())).collect();
        read(&frames, &cases)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn with_that_much_more_of_the_frame_the_case_is_chosen_and_with_less_it_is_not(drawn in drawn()) {
        let appraised = drawn.read();
        let portfolio = Portfolio::of(&appraised);
        prop_assume!(portfolio.choice.status == Status::Optimal);
        for line in &portfolio.choice.lines {
            let Why::Waits { way: Some(Way { gap, size, .. }), .. } = &line.why else { continue };
            prop_assert_eq!(size, &Size::Least);
            let with = portfolio.choose(std::slice::from_ref(gap));
            let own = with.lines.iter().find(|with| with.candidate == line.candidate).unwrap();
            prop_assert_eq!(own.verdict, Verdict::Chosen, "{:?}", line);
            prop_assert!(portfolio.is_chosen(line.candidate, gap), "{:?}", line);
            // The amounts are tens of kroner and tenths of årsverk: each smaller change is tried.
            let step = match gap.at.frame {
                Frame::Capacity(_) => Decimal::new(1, 1),
                Frame::Investment | Frame::Restructuring => Decimal::from(10),
            };
            let smallest = step.checked_div(Decimal::from(1000)).unwrap();
            let mut less = gap.missing.checked_sub(smallest).unwrap();
            while less > Decimal::ZERO {
                let with = Gap { missing: less, ..gap.clone() };
                prop_assert!(!portfolio.is_chosen(line.candidate, &with), "{:?} {}", line, less);
                // Nor is less enough of the other frame that is counted alike.
                let year = Year::new(2027 + 2028 - gap.at.year.number()).unwrap();
                let at = FrameYear { frame: gap.at.frame.clone(), year };
                let with = Gap { missing: less, at };
                prop_assert!(!portfolio.is_chosen(line.candidate, &with), "{:?} {} in {:?}", line, less, year);
                less = less.checked_sub(step).unwrap();
            }
        }
    }

    #[test]
    fn where_no_way_is_named_no_frame_alone_lets_the_case_in(drawn in drawn()) {
        let appraised = drawn.read();
        let portfolio = Portfolio::of(&appraised);
        prop_assume!(portfolio.choice.status == Status::Optimal);
        let is_lost = |line: &&ChoiceLine| matches!(
            line.why,
            Why::Waits { because: Waits::Several { .. } | Waits::Requires { .. } | Waits::Even(_), way: None, .. }
        );
        let lost: Vec<&ChoiceLine> = portfolio.choice.lines.iter().filter(is_lost).collect();
        if lost.is_empty() {
            return Ok(());
        }
        for gap in (1..=40).step_by(3).flat_map(Drawn::all_with) {
            let with = portfolio.placed(std::slice::from_ref(&gap));
            for line in &lost {
                let is_chosen = with.placed().is_some_and(|placed| placed[line.candidate].chosen);
                prop_assert!(!is_chosen, "{:?} {:?}", line, gap);
            }
        }
    }
}

#[test]
fn a_case_that_gives_nothing_but_meets_a_duty_in_place_of_another_is_let_in_by_room() {
    let cases = vec![(1, 0, 2, 0, 0), (1, 0, 3, 1, 4), (1, 0, 2, 0, 5), (0, 0, 0, 0, 4)];
    let drawn = Drawn { cases, money: [0, 0], tenths: [3, 0], demand: None };
    let appraised = drawn.read();
    let portfolio = Portfolio::of(&appraised);
    let line = portfolio.choice.lines.iter().find(|line| line.candidate == 3).unwrap();
    let Why::Waits { way: Some(way), .. } = &line.why else { panic!("{line:?}") };
    let frame = Frame::Capacity("Stab".to_owned());
    assert_eq!(way.gap.at, FrameYear { frame, year: Year::new(2027).unwrap() });
    assert_eq!(way.gap.missing, Decimal::new(1, 1));
}
