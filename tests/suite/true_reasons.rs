//! What is said of a case is true: what the savings demand takes, what stops a start, what a lock costs, and
//! which frame it takes least of.

use super::choice::{Chosen, DUTY, TIGHT, case, choose, choose_with, costing, decided, hard, read, stop_in};
use super::sample::decimal;
use a3::choose::{
    Because, Effort, Frame, FrameYear, Hindrance, LockCost, Other, Placing, Remark, Settled, Status, Timing,
    Verdict, Waits, Why,
};
use a3::report;
use a3::units::{Decimal, Kroner, Year};

fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

fn at(frame: Frame, number: u16) -> FrameYear {
    FrameYear { frame, year: year(number) }
}

#[test]
fn the_smallest_change_is_of_kroner_also_where_a_frame_is_nothing() {
    let trained = |gain, investment: u32, training: u32, last: u32| {
        let costs = format!(
            "oppstart: 2027\nsenest: {last}\nkostnader:\n  - {{navn: Utstyr, type: investering, beløp: {investment} kr, kilde: x}}\n  - {{navn: Kurs, type: omstilling, beløp: {training} kr, kilde: x}}\n"
        );
        case(gain, &costs)
    };
    let cases = [
        ("liten", trained(3_000_000, 4_000_000, 10_000, 2028)),
        ("stor", trained(6_000_000, 11_000_000, 1_000, 2027)),
    ];
    let frames = "rammer: {investering: {2027: 12 mill. kr}, omstilling: {2028: 0 kr}}\n";
    let way = choose(frames, &cases).way("liten").clone();
    assert_eq!((way.gap.at, way.gap.missing), (at(Frame::Restructuring, 2028), decimal("10000")));
    let raised = frames.replace("2028: 0 kr", "2028: 10000 kr");
    assert_eq!(choose(&raised, &cases).verdict("liten"), Verdict::Chosen);
}

#[test]
fn the_savings_demand_needs_a_case_only_where_no_other_can_take_its_place() {
    let cases = [("a", costing(40, 100, "")), ("b", costing(30, 100, ""))];
    let frames = |demand: u32| {
        format!("rammer: {{investering: {{2027: 100 kr}}, innsparingskrav: {{2028: {demand} kr}}}}\n")
    };
    let either = choose(&frames(30), &cases);
    assert_eq!(either.chosen("a").0, &Because::Saves { instead: vec!["b".to_owned()] });
    let out = format!("{}prioritering: {{låst: {{a: {{valg: ut}}}}}}\n", frames(30));
    let without = choose(&out, &cases);
    assert_eq!((without.verdict("b"), without.choice.savings[0].missing), (Verdict::Chosen, Kroner::ZERO));
    let one = choose(&frames(35), &cases);
    assert!(matches!(one.chosen("a").0, Because::Savings(_)), "{:?}", one.chosen("a"));
}

#[test]
fn a_case_that_gives_nothing_at_any_start_says_so() {
    let work = "oppstart: 2027\nkapasitet: [1 årsverk]\n";
    let frames = "rammer: {endringskapasitet: {Stab: {2027: 1 årsverk}}}\n";
    let chosen = choose(frames, &[("a", case(50, work)), ("z", case(0, work))]);
    assert_eq!(chosen.waits("z"), &Waits::NoGain);
}

#[test]
fn a_lock_that_puts_off_a_requirement_costs_years() {
    let locked = "prioritering: {låst: {a: {valg: inn, oppstart: 2029}}}\n";
    let frames = format!("rammer: {{investering: {{2027: 100 kr}}}}\n{locked}");
    let chosen = choose(&frames, &[("a", case(90, &format!("oppstart: 2027\nsenest: 2029\n{DUTY}")))]);
    let cost = chosen.line("a").lock.as_ref().unwrap().cost.unwrap();
    assert_eq!((cost.delay, cost.savings), (2, Kroner::ZERO), "{cost:?}");
    assert_eq!(cost, LockCost { delay: 2, ..cost });
}

#[test]
fn every_frame_that_stops_an_earlier_start_is_named_for_each_such_start() {
    let moving = costing(60, 60, "senest: 2029\nkapasitet: [1 årsverk]\n");
    let fixed = costing(90, 100, "kapasitet: [1 årsverk, 1 årsverk]\n");
    let frames = "rammer: {investering: {2027: 100 kr}, endringskapasitet: {Stab: {2027: 1 årsverk, 2028: 1 årsverk}}}\nprioritering: {metode: budsjett}\n";
    let chosen = choose(frames, &[("flyttes", moving), ("ligger", fixed)]);
    let stab = || Frame::Capacity("Stab".to_owned());
    let stopped = vec![
        Hindrance { frames: vec![at(stab(), 2027), at(Frame::Investment, 2027)], ..stop_in(2027) },
        Hindrance { frames: vec![at(stab(), 2028)], ..stop_in(2028) },
    ];
    assert_eq!(chosen.chosen("flyttes").1, &Timing::Stopped(stopped));
    // With more of all that is named for a start, it starts then.
    let roomy = frames.replace("2027: 100 kr", "2027: 160 kr").replace("2027: 1 årsverk", "2027: 2 årsverk");
    assert_eq!(
        choose(
            &roomy,
            &[
                ("flyttes", costing(60, 60, "senest: 2029\nkapasitet: [1 årsverk]\n")),
                ("ligger", costing(90, 100, "kapasitet: [1 årsverk, 1 årsverk]\n"))
            ]
        )
        .line("flyttes")
        .start,
        Some(year(2027))
    );
}

#[test]
fn frames_of_years_outside_the_plan_are_told_of() {
    let chosen = choose("rammer: {investering: {2027: 100 kr, 2034: 5 kr}}\n", &[("a", costing(50, 60, ""))]);
    assert_eq!(chosen.choice.remarks, [Remark::FramesElsewhere(vec![year(2034)])]);
}

/// What the best may be worth at most, as far as a search tells.
fn bound(chosen: &Chosen) -> Decimal {
    let Status::Limit { gap: Some(gap) } = chosen.choice.status else {
        assert_eq!(chosen.choice.status, Status::Optimal);
        return chosen.choice.sum.unwrap().value();
    };
    chosen.choice.sum.unwrap().plus(gap).unwrap().value()
}

#[test]
fn a_longer_search_never_tells_less_of_how_good_the_best_may_be() {
    let cases = hard();
    let cases: Vec<(&str, String)> = cases.iter().map(|(id, text)| (id.as_str(), text.clone())).collect();
    let best = bound(&choose(TIGHT, &cases));
    let bounds: Vec<Decimal> =
        [1, 5, 50, 500].map(|nodes| bound(&choose_with(TIGHT, &cases, nodes))).to_vec();
    // A bound is given a margin above the error of floats.
    let margin = decimal("0.00001");
    let is_no_worse = |a: &Decimal, b: &Decimal| a.checked_add(margin).unwrap() >= *b;
    assert!(bounds.is_sorted_by(is_no_worse), "{bounds:?}");
    assert!(bounds.iter().all(|bound| *bound >= best), "{bounds:?} {best}");
}

#[test]
fn what_starts_too_late_is_what_holds_a_case_back_whatever_room_there_is() {
    let cases = [
        ("a", costing(90, 150, "krever: [b]\n")),
        ("b", case(-8, "oppstart: 2029\nkrever: [c]\n")),
        ("c", case(1, "oppstart: 2027\n")),
    ];
    let too_late = Waits::Requires { other: "b".to_owned(), other_is: Other::Later, less: None };
    for frames in ["rammer: {investering: {2027: 100 kr}}\n", "rammer: {investering: {2027: 200 kr}}\n"] {
        assert_eq!(choose(frames, &cases).waits("a"), &too_late);
    }
}

/// The reason, and those that hold the case back also without the bond before.
fn reasons<'a>(chosen: &'a Chosen, id: &str) -> Vec<(&'a Waits, Option<Decimal>)> {
    let mut why = Some(&chosen.line(id).why);
    let mut reasons = Vec::new();
    while let Some(Why::Waits { because, way, then }) = why {
        reasons.push((because, way.as_ref().map(|way| way.gap.missing)));
        why = then.as_deref();
    }
    reasons
}

#[test]
fn what_holds_a_case_back_also_without_its_bond_is_said_too() {
    let late = |start: u16, krever: &str| {
        let cases = [
            ("alfa", case(60, &format!("oppstart: {start}\n"))),
            ("beta", costing(50, 100, krever)),
            ("delta", costing(70, 100, "")),
        ];
        choose("rammer: {investering: {2027: 100 kr, 2028: 0 kr}}\n", &cases)
    };
    let too_late = Waits::Requires { other: "alfa".to_owned(), other_is: Other::Later, less: None };
    let room = (&Waits::Room, Some(decimal("100")));
    assert_eq!(reasons(&late(2028, "krever: [alfa]\n"), "beta"), [(&too_late, None), room]);
    assert_eq!(reasons(&late(2027, "krever: [alfa]\n"), "beta"), [room]);
    assert_eq!(reasons(&late(2028, ""), "beta"), [room]);
}

#[test]
fn every_case_that_is_in_and_excludes_another_is_named() {
    let frames = "rammer: {investering: {2027: 100 kr}}\nprioritering: {låst: {d: {valg: inn}}}\n";
    let cases = [
        ("a", costing(50, 150, "utelukker: [b, c]\n")),
        ("b", case(40, &format!("oppstart: 2027\n{}", decided("nei")))),
        ("c", case(40, "oppstart: 2027\n")),
        ("d", case(5, "oppstart: 2027\nutelukker: [a]\n")),
    ];
    let by = ["b", "c", "d"].map(str::to_owned).to_vec();
    let excluded = Waits::Excluded { by, tie: None };
    let chosen = choose(frames, &cases);
    assert!(
        matches!(reasons(&chosen, "a").as_slice(), [(first, None), _] if *first == &excluded),
        "{:?}",
        chosen.line("a")
    );
}

#[test]
fn what_a_locked_case_excludes_says_so_also_where_it_requires_another_that_is_out() {
    let lock = "rammer: {investering: {2027: 100 kr}}\nprioritering: {låst: {c: {valg: inn}}}\n";
    let cases = [
        ("a", case(30, "oppstart: 2027\nkrever: [b]\nutelukker: [c]\n")),
        ("b", case(20, "oppstart: 2027\nutelukker: [c]\n")),
        ("c", case(5, "oppstart: 2027\n")),
    ];
    let chosen = choose(lock, &cases);
    for id in ["a", "b"] {
        assert_eq!(chosen.waits(id), &Waits::Excluded { by: vec!["c".to_owned()], tie: None });
    }
}

/// The list where nothing is limited.
fn listed(more: &str, cases: &[(&str, String)]) -> Chosen {
    let appraised = read(more, cases);
    let field = report::field(&appraised, None).unwrap();
    let ids = field.candidates.iter().map(|candidate| candidate.case.id.clone()).collect();
    Chosen { choice: field.choose(None, Effort::of(1000), &|| ()).unwrap(), ids }
}

fn kroner(number: i64) -> Kroner {
    Kroner::new(Decimal::from(number))
}

/// What a lock costs, of the value.
fn lock_cost(chosen: &Chosen, id: &str) -> LockCost {
    chosen.line(id).lock.as_ref().unwrap().cost.unwrap()
}

const ROOM: &str = "rammer: {investering: {2027: 1000 kr}}\n";
const REJECTED: &str = "vedtak: [{dato: 2026-01-10, beslutning: avvist}]\n";

#[test]
fn a_lock_after_the_own_window_is_what_lets_a_case_in_that_requires_a_later_decided_one() {
    let lock = |id: &str, year: u16| {
        format!("{ROOM}prioritering: {{låst: {{{id}: {{valg: inn, oppstart: {year}}}}}}}\n")
    };
    let cases = [
        ("a", case(90, "oppstart: 2027\nkrever: [d]\n")),
        ("d", case(10, &format!("oppstart: 2028\n{}", decided("nei")))),
    ];
    assert_eq!(lock_cost(&choose(&lock("a", 2028), &cases), "a").value, kroner(-360));
    // Where the own window reaches the decided case, the lock is not what lets it in.
    let reaches = [("a", cases[0].1.replace("krever", "senest: 2029\nkrever")), cases[1].clone()];
    assert_eq!(lock_cost(&choose(&lock("a", 2028), &reaches), "a").value, Kroner::ZERO);
}

#[test]
fn a_lock_on_a_rejected_case_costs_also_where_it_alone_meets_a_duty() {
    let frames = format!("{ROOM}prioritering: {{låst: {{a: {{valg: inn}}}}}}\n");
    let chosen = choose(&frames, &[("a", costing(1, 500, &format!("{DUTY}{REJECTED}")))]);
    assert_eq!(lock_cost(&chosen, "a").value, kroner(496));
}

#[test]
fn a_lock_on_a_case_whose_start_has_passed_puts_its_duty_off() {
    let frames = format!("{ROOM}prioritering: {{låst: {{a: {{valg: inn, oppstart: 2029}}}}}}\n");
    let passed = case(100, &format!("oppstart: 2026\n{DUTY}"));
    let other = costing(1, 500, DUTY).replace("oppstart: 2027", "oppstart: 2028");
    let chosen = choose(&frames, &[("a", passed), ("b", other)]);
    assert_eq!(chosen.chosen("b").0, &Because::Duty(vec!["Forsvarlig".to_owned()]));
}

#[test]
fn a_ring_is_required_by_the_one_in_it_that_must_be_done() {
    let cases = [
        ("a", case(10, &format!("oppstart: 2027\nkrever: [b]\n{DUTY}"))),
        ("b", case(20, "oppstart: 2027\nkrever: [c]\n")),
        ("c", case(20, "oppstart: 2027\nkrever: [a]\n")),
    ];
    let chosen = choose(ROOM, &cases);
    for id in ["b", "c"] {
        assert_eq!(chosen.chosen(id).0, &Because::RequiredBy("a".to_owned()), "{id}");
    }
}

/// A case that gives others more than it costs.
fn for_others(saved: i64, others: i64, more: &str) -> String {
    let row = format!(
        "  - {{navn: Tid, type: unngåtte kostnader, anslag: {others} kr/år, mottaker: innbyggerne, kilde: x}}\n"
    );
    case(saved, &format!("oppstart: 2027\n{more}")).replace("gevinster:\n", &format!("gevinster:\n{row}"))
}

const DEMAND: &str = "rammer: {innsparingskrav: {2030: 100 kr}}\n";

#[test]
fn what_nothing_holds_with_is_excluded_and_the_demand_comes_after() {
    let must = case(150, &format!("oppstart: 2027\n{DUTY}"));
    let chosen = choose(DEMAND, &[("a", must), ("b", for_others(-80, 300, "utelukker: [a]\n"))]);
    let excluded = Waits::Excluded { by: vec!["a".to_owned()], tie: None };
    let demand = Waits::Savings { more: kroner(30) };
    assert_eq!(reasons(&chosen, "b"), [(&excluded, None), (&demand, None)]);
}

#[test]
fn what_reaches_the_demand_with_others_gives_less_than_they_do() {
    let cases = [
        ("c", for_others(100, 900, "utelukker: [d]\n")),
        ("d", case(200, "oppstart: 2027\n")),
        ("h", for_others(-60, 100, "")),
    ];
    let chosen = choose(DEMAND, &cases);
    let (gaps, moved, joined) = (Vec::new(), Vec::new(), Vec::new());
    let less = Waits::Several { gaps, more: Some(kroner(3040)), is_enough: Some(false), moved, joined };
    assert_eq!(chosen.waits("h"), &less);
}

#[test]
fn an_earlier_start_that_others_make_up_for_is_not_stopped_by_the_demand() {
    let short = |gain: i64| case(gain, "oppstart: 2027\nsenest: 2028\n").replace("levetid: 4", "levetid: 3");
    let chosen = choose(DEMAND, &[("x", short(100)), ("y", short(200))]);
    let stop = Hindrance { gives_less: Some(Kroner::ZERO), ..stop_in(2027) };
    assert_eq!(chosen.chosen("y").1, &Timing::Stopped(vec![stop]));
}

#[test]
fn where_nothing_is_limited_what_gives_nothing_is_bound_too() {
    let zero = |more: &str| case(0, &format!("oppstart: 2027\n{more}"));
    let cases = [
        ("a", zero("utelukker: [b]\n")),
        ("b", case(10, "oppstart: 2027\n")),
        ("c", zero("")),
        ("d", zero("krever: [c]\n")),
        ("e", zero("utelukker: [f]\n")),
        ("f", zero("")),
        ("g", zero("krever: [h]\n")),
        ("h", case(-5, "oppstart: 2027\n")),
    ];
    let list = listed("", &cases);
    let excluded = |by: &str, tie| Waits::Excluded { by: vec![by.to_owned()], tie };
    assert_eq!(list.waits("a"), &excluded("b", None));
    assert_eq!(list.waits("f"), &excluded("e", Some(Settled::FirstIds)));
    let requires =
        Waits::Requires { other: "h".to_owned(), other_is: Other::NotChosen, less: Some(kroner(20)) };
    assert_eq!(list.waits("g"), &requires);
    for id in ["d", "e"] {
        assert!(matches!(list.chosen(id).0, Because::Placed(_)), "{:?}", list.line(id));
    }
    assert_eq!(list.chosen("c").0, &Because::RequiredBy("d".to_owned()));
}

#[test]
fn what_is_placed_by_another_start_than_the_one_it_has_says_so() {
    let cases = [
        ("a", case(100, "oppstart: 2028\n")),
        ("c", case(1000, "oppstart: 2027\nsenest: 2029\nkrever: [a]\n")),
        ("d", case(900, "oppstart: 2027\n")),
    ];
    let list = listed("prioritering: {metode: budsjett}\n", &cases);
    for (id, own) in [("c", 4000), ("d", 3600)] {
        assert_eq!(list.chosen(id).0, &Because::Placed(Placing::ByOwnBest(kroner(own))), "{id}");
    }
}
