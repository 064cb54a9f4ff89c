//! The choice under frames, rule by rule, on small portfolios written as files.

use super::portfolio::{today, write};
use super::sample::decimal;
use a3::choose::{
    Again, Because, Choice, ChoiceLine, Contest, Demand, Effort, Frame, FrameYear, Gap, Hindrance, Kept,
    LockCost, Moved, Other, Reason, Redone, Remark, Settled, Size, Status, Timing, Verdict, Waits, Way, Why,
};
use a3::model::{Frames, Missing};
use a3::report::{self, Appraised, Field};
use a3::repository::Buffer;
use a3::units::{Decimal, Fte, Kroner, Year};
use proptest::prelude::*;

/// Without interest and tax, so that a value is a sum.
const ORGANISATION: &str = "a3: 1
budsjettår: 2027
kalkyle: {rente: 0 %, skattefinansiering: 0 %, realvekst_tid: 0 %}
områder: [Helse, Stab]
stillinger:
  helsefagarbeider: {årskostnad: 175 000 kr}
";

/// A case that gives `gain` kroner a year for four years, with more fields after.
pub(crate) fn case(gain: i64, more: &str) -> String {
    format!(
        "a3: 1\ntittel: Sak\nområde: Stab\neier: Lars\nfase: overblikk\nnåsituasjon: nå\nønsket_situasjon: da\n\
         gevinster:\n  - {{navn: Porto, type: unngåtte kostnader, anslag: {gain} kr/år, kilde: x}}\n\
         levetid: 4 år\n{more}"
    )
}

/// The same from 2027, with one investment.
pub(crate) fn costing(gain: i64, investment: i64, more: &str) -> String {
    let cost =
        format!("kostnader: [{{navn: Utstyr, type: investering, beløp: {investment} kr, kilde: x}}]\n");
    case(gain, &format!("oppstart: 2027\n{cost}{more}"))
}

pub(crate) const DUTY: &str = "minimumskrav: [{krav: Forsvarlig, hjemmel: § 1, oppfylt: nei, etter: ja}]\n";

pub(crate) fn decided(in_budget: &str) -> String {
    format!(
        "vedtak: [{{dato: 2026-01-10, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: {in_budget}}}]\n"
    )
}

/// What became of every case.
pub(crate) struct Chosen {
    pub(crate) choice: Choice,
    pub(crate) ids: Vec<String>,
}

impl Chosen {
    pub(crate) fn line(&self, id: &str) -> &ChoiceLine {
        let line = self.choice.lines.iter().find(|line| self.ids[line.candidate] == id);
        line.unwrap_or_else(|| panic!("{id} is not on the list"))
    }

    pub(crate) fn verdict(&self, id: &str) -> Verdict {
        self.line(id).verdict
    }

    fn start(&self, id: &str) -> Option<u16> {
        self.line(id).start.map(|start| start.number())
    }

    pub(crate) fn waits(&self, id: &str) -> &Waits {
        match &self.line(id).why {
            Why::Waits { because, .. } => because,
            other @ (Why::Plain(_) | Why::Chosen { .. } | Why::Nothing) => {
                panic!("{id} does not wait: {other:?}")
            }
        }
    }

    /// What lets a waiting case in.
    pub(crate) fn way(&self, id: &str) -> &Way {
        match &self.line(id).why {
            Why::Waits { way: Some(way), .. } => way,
            other @ (Why::Plain(_) | Why::Chosen { .. } | Why::Waits { .. } | Why::Nothing) => {
                panic!("{id} has no way in: {other:?}")
            }
        }
    }

    pub(crate) fn chosen(&self, id: &str) -> (&Because, &Timing) {
        match &self.line(id).why {
            Why::Chosen { because, timing } => (because, timing),
            other @ (Why::Plain(_) | Why::Waits { .. } | Why::Nothing) => {
                panic!("{id} is not chosen: {other:?}")
            }
        }
    }

    fn demands(&self) -> Vec<(&Demand, Option<Decimal>)> {
        match &self.choice.status {
            Status::Impossible(conflict) => {
                conflict.clashes.iter().map(|clash| (&clash.demand, clash.missing)).collect()
            }
            other @ (Status::Optimal | Status::Limit { .. }) => panic!("it holds: {other:?}"),
        }
    }
}

/// A portfolio as it is read, before anything is chosen.
pub(crate) fn read(frames: &str, cases: &[(&str, String)]) -> Appraised {
    let organisation = Buffer::default().with("a3.yaml", format!("{ORGANISATION}{frames}"));
    let texts = cases
        .iter()
        .fold(organisation, |texts, (id, text)| texts.with(&format!("saker/{id}.yaml"), text.as_str()));
    report::appraise(&texts.open(), today()).unwrap()
}

pub(crate) fn choose_with(frames: &str, cases: &[(&str, String)], nodes: u64) -> Chosen {
    let appraised = read(frames, cases);
    let field = report::field(&appraised, None).unwrap();
    let ids = field.candidates.iter().map(|candidate| candidate.case.id.clone()).collect();
    let choice = field.choose(Some(&appraised.organisation.frames), Effort::of(nodes), &|| ()).unwrap();
    Chosen { choice, ids }
}

/// A portfolio that is read once, and chosen from again with more of some frames.
pub(crate) struct Portfolio<'a> {
    field: Field<'a>,
    again: Again,
    /// The choice within the frames as they are written.
    pub(crate) choice: Choice,
}

impl<'a> Portfolio<'a> {
    pub(crate) fn of(appraised: &'a Appraised) -> Self {
        let (field, frames) = (report::field(appraised, None).unwrap(), &appraised.organisation.frames);
        let choice = field.choose(Some(frames), ENOUGH, &|| ()).unwrap();
        let again = Again::from(contest(&field, frames), &choice).unwrap();
        Self { field, again, choice }
    }

    /// The whole choice, with reasons.
    pub(crate) fn choose(&self, more: &[Gap]) -> Choice {
        self.field.choose(Some(&self.frames(more)), ENOUGH, &|| ()).unwrap()
    }

    /// What is chosen, without reasons: many times as fast.
    pub(crate) fn placed(&self, more: &[Gap]) -> Redone {
        self.again.place(contest(&self.field, &self.frames(more)), ENOUGH).unwrap()
    }

    /// Whether one is chosen, without reasons.
    pub(crate) fn is_chosen(&self, candidate: usize, more: &Gap) -> bool {
        let redone = self.placed(std::slice::from_ref(more));
        redone.placed().is_some_and(|placed| placed[candidate].chosen)
    }

    fn frames(&self, more: &[Gap]) -> Frames {
        let mut frames = self.field.organisation.frames.clone();
        for Gap { at: FrameYear { frame, year }, missing } in more {
            let limit = match frame {
                Frame::Investment => frames.investment.get_mut(year),
                Frame::Restructuring => frames.restructuring.get_mut(year),
                Frame::Capacity(area) => {
                    let limit = frames.capacity.get_mut(area).unwrap().get_mut(year).unwrap();
                    limit.add(Fte::new(*missing)).unwrap();
                    continue;
                }
            };
            limit.unwrap().add(Kroner::new(*missing)).unwrap();
        }
        frames
    }
}

const ENOUGH: Effort = Effort::of(1_000_000);

fn contest<'c>(field: &'c Field<'_>, frames: &'c Frames) -> Contest<'c> {
    Contest {
        organisation: field.organisation,
        frames: Some(frames),
        method: field.method,
        candidates: &field.candidates,
        offers: &field.offers,
        closed: &field.closed,
    }
}

pub(crate) fn choose(frames: &str, cases: &[(&str, String)]) -> Chosen {
    choose_with(frames, cases, 1_000_000)
}

fn kroner(text: &str) -> Kroner {
    Kroner::new(decimal(text))
}

#[test]
fn what_gives_most_together_is_chosen_and_not_what_gives_most_alone() {
    let cases = [("stor", costing(30, 60, "")), ("a", costing(25, 50, "")), ("b", costing(25, 50, ""))];
    let chosen = choose("rammer: {investering: {2027: 100 kr}}\n", &cases);
    assert_eq!(
        ["stor", "a", "b"].map(|id| chosen.verdict(id)),
        [Verdict::Waiting, Verdict::Chosen, Verdict::Chosen]
    );
    assert_eq!(chosen.choice.status, Status::Optimal);
    assert_eq!(chosen.choice.sum, Some(kroner("100")));
}

#[test]
fn a_year_that_no_frame_names_is_unlimited() {
    let chosen = choose("rammer: {investering: {2028: 1 kr}}\n", &[("a", costing(30, 60, ""))]);
    assert_eq!(chosen.verdict("a"), Verdict::Chosen);
    let chosen = choose("rammer: {investering: {2027: 59 kr}}\n", &[("a", costing(30, 60, ""))]);
    assert_eq!(chosen.verdict("a"), Verdict::Waiting);
}

#[test]
fn a_decided_case_is_apart_and_takes_its_part_of_the_frame() {
    let cases = [("besluttet", costing(1, 70, &decided("nei"))), ("ny", costing(30, 60, ""))];
    let chosen = choose("rammer: {investering: {2027: 100 kr}}\n", &cases);
    assert_eq!(chosen.verdict("besluttet"), Verdict::Decided);
    assert_eq!(chosen.line("besluttet").place, None);
    let gap = &chosen.way("ny").gap;
    assert_eq!((&gap.at.frame, gap.at.year.number()), (&Frame::Investment, 2027));
    assert_eq!(gap.missing, decimal("30"));
    assert_eq!(chosen.choice.frames[0].used, decimal("70"));
}

#[test]
fn change_work_is_taken_by_case_year_from_the_område_that_gives_it() {
    let frames =
        "rammer: {endringskapasitet: {Stab: {2027: 1 årsverk, 2028: 1 årsverk}, Helse: {2028: 1 årsverk}}}\n";
    let mapped = "oppstart: 2027\nkapasitet: {Stab: [1 årsverk], Helse: [0 årsverk, 1 årsverk]}\n";
    let own = "oppstart: 2028\nkapasitet: [1 årsverk]\n";
    let other = "oppstart: 2027\nkapasitet: [1 årsverk]\n";
    let cases = [("a", case(30, mapped)), ("b", case(20, own)), ("c", case(10, other))];
    let chosen = choose(frames, &cases);
    assert_eq!(
        ["a", "b", "c"].map(|id| chosen.verdict(id)),
        [Verdict::Chosen, Verdict::Chosen, Verdict::Waiting]
    );
    let used: Vec<String> = chosen.choice.frames.iter().map(|of| of.used.normalize().to_string()).collect();
    assert_eq!(used, ["1", "1", "1"]);
}

#[test]
fn only_the_paid_part_of_restructuring_counts_in_its_frame() {
    let cost = |paid: &str| {
        format!(
            "oppstart: 2027\nkostnader: [{{navn: Kurs, type: omstilling, beregning: 1 timer, \
             stilling: helsefagarbeider, utbetales: {paid}, kilde: x}}]\n"
        )
    };
    let frames = "rammer: {omstilling: {2027: 50 kr}}\n";
    assert_eq!(choose(frames, &[("a", case(90, &cost("50 %")))]).verdict("a"), Verdict::Chosen);
    assert_eq!(choose(frames, &[("a", case(90, &cost("51 %")))]).verdict("a"), Verdict::Waiting);
}

#[test]
fn the_savings_demand_counts_gains_less_running_and_capital_costs_and_not_restructuring() {
    let costs = "oppstart: 2027\nkostnader:\n  \
        - {navn: Kurs, type: omstilling, beløp: 40 kr, kilde: x}\n  \
        - {navn: Lisens, type: drift, beløp: 10 kr/år, kilde: x}\n  \
        - {navn: Utstyr, type: investering, beløp: 100 kr, avdragstid: 10 år, kilde: x}\n";
    let folder = "rammer: {innsparingskrav: {2027: 90 kr, 2028: 90 kr}}\n";
    let chosen = choose(folder, &[("a", case(100, costs))]);
    let savings: Vec<_> = chosen.choice.savings.iter().map(|at| (at.reached, at.missing)).collect();
    assert_eq!(savings, [(kroner("90"), Kroner::ZERO), (kroner("90"), Kroner::ZERO)]);
    let with_loan = ORGANISATION
        .replace("realvekst_tid: 0 %", "realvekst_tid: 0 %, lån: {rente: 10 %, avdragstid: 10 år}");
    let folder = tempfile::tempdir().unwrap();
    let frames = "rammer: {innsparingskrav: {2027: 90 kr, 2028: 90 kr}}\n";
    write(folder.path(), "a3.yaml", &format!("{with_loan}{frames}"));
    write(folder.path(), "saker/a.yaml", &case(100, costs));
    let appraised =
        report::appraise(&a3::repository::Repository::open(&[folder.path().to_owned()]).unwrap(), today())
            .unwrap();
    let field = report::field(&appraised, None).unwrap();
    let choice = field.choose(Some(&appraised.organisation.frames), Effort::of(1000), &|| ()).unwrap();
    // 100 − 10 − (10 repaid + 10 in interest) the year after the outlay.
    let savings: Vec<_> = choice.savings.iter().map(|at| (at.reached, at.missing)).collect();
    assert_eq!(savings, [(kroner("90"), Kroner::ZERO), (kroner("70"), kroner("20"))]);
}

#[test]
fn a_decided_case_saves_unless_todays_budget_holds_it_already() {
    let reached = |in_budget: &str| {
        let case = case(100, &format!("oppstart: 2027\n{}", decided(in_budget)));
        choose("rammer: {innsparingskrav: {2028: 60 kr}}\n", &[("a", case)]).choice.savings[0].reached
    };
    assert_eq!((reached("nei"), reached("ja")), (kroner("100"), Kroner::ZERO));
}

#[test]
fn a_savings_demand_is_reached_at_the_cost_of_value_and_missed_with_the_best_list_all_the_same() {
    let later = "oppstart: 2027\n";
    let cases = [("mest", costing(100, 100, "")), ("sparer", case(60, later))];
    let frames = |demand: &str| {
        format!("rammer: {{investering: {{2027: 0 kr}}, innsparingskrav: {{2028: {demand}}}}}\n")
    };
    let reached = choose(&frames("60 kr"), &cases);
    assert_eq!(reached.choice.savings[0].missing, Kroner::ZERO);
    let missed = choose(&frames("75 kr"), &cases);
    assert_eq!(
        (missed.choice.status.clone(), missed.choice.savings[0].missing),
        (Status::Optimal, kroner("15"))
    );
    assert_eq!(missed.verdict("sparer"), Verdict::Chosen);
}

#[test]
fn a_case_that_loses_money_is_chosen_where_the_savings_demand_needs_it() {
    let losing = "oppstart: 2027\nkostnader: [{navn: Utstyr, type: investering, beløp: 500 kr, kilde: x}]\n";
    let cases = [("taper", case(100, losing))];
    let chosen = choose("rammer: {innsparingskrav: {2028: 50 kr}}\n", &cases);
    let kept = Kept { missing_without: kroner("50"), sum_without: Kroner::ZERO };
    assert_eq!(chosen.chosen("taper"), (&Because::Savings(kept), &Timing::Earliest));
    let price = chosen.choice.savings_price.as_ref().unwrap();
    let priced: Vec<_> = price.cases.iter().map(|of| (of.id.as_str(), of.kept)).collect();
    assert_eq!((price.sum_without, priced), (Kroner::ZERO, vec![("taper", Some(kept))]));
    let alone = choose("rammer: {innsparingskrav: {2028: 0 kr}}\n", &cases);
    assert_eq!(alone.verdict("taper"), Verdict::NotProfitable);
    let price = alone.choice.savings_price.as_ref().unwrap();
    assert!(price.is_nothing(alone.choice.sum.unwrap()), "the demand moves nothing: {price:?}");
}

#[test]
fn a_case_waits_where_it_would_widen_the_shortfall() {
    let early_loss =
        "oppstart: 2027\nkostnader: [{navn: Lisens, type: drift, beløp: [90 kr, 0 kr], kilde: x}]\n";
    let cases = [("a", case(50, early_loss)), ("b", case(10, "oppstart: 2027\n"))];
    let chosen = choose("rammer: {innsparingskrav: {2027: 10 kr}}\n", &cases);
    assert_eq!(chosen.waits("a"), &Waits::Savings { more: kroner("40") });
}

#[test]
fn krever_is_met_by_decided_and_finished_cases_and_by_nothing_else() {
    let needs = "oppstart: 2027\nkrever: [annen]\n";
    let with = |other: String| {
        choose("rammer: {investering: {2027: 0 kr}}\n", &[("a", case(30, needs)), ("annen", other)])
    };
    assert_eq!(with(case(1, &format!("oppstart: 2027\n{}", decided("nei")))).verdict("a"), Verdict::Chosen);
    let unavailable = Waits::Requires { other: "annen".to_owned(), other_is: Other::Unavailable, less: None };
    assert_eq!(with(case(1, "")).waits("a"), &unavailable);
    assert_eq!(with(case(1, "oppstart: 2027\nsenest: 2026\n")).waits("a"), &unavailable);
    let not_chosen = Waits::Requires { other: "annen".to_owned(), other_is: Other::NotChosen, less: None };
    assert_eq!(with(costing(30, 60, "")).waits("a"), &not_chosen);
    let closed = case(1, "oppstart: 2025\nlæring: x\n").replace("fase: overblikk", "fase: avsluttet");
    let folder = tempfile::tempdir().unwrap();
    let relaxed = "rammer: {investering: {2027: 0 kr}}\nregler: {mangler-i-avsluttet: av, mangler-i-dypdykk: av, mangler-i-prioritering: av, mangler-i-forberedelse: av}\n";
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{relaxed}"));
    write(folder.path(), "saker/a.yaml", &case(30, needs));
    write(folder.path(), "saker/annen.yaml", &closed);
    let appraised =
        report::appraise(&a3::repository::Repository::open(&[folder.path().to_owned()]).unwrap(), today())
            .unwrap();
    let field = report::field(&appraised, None).unwrap();
    assert_eq!(field.closed.iter().map(|case| case.id.as_str()).collect::<Vec<_>>(), ["annen"]);
    let choice = field.choose(Some(&appraised.organisation.frames), Effort::of(1000), &|| ()).unwrap();
    assert_eq!(choice.lines[0].verdict, Verdict::Chosen);
}

/// An earlier start that nothing stops.
pub(crate) fn stop_in(year: u16) -> Hindrance {
    Hindrance::of(Year::new(year).unwrap())
}

#[test]
fn a_required_case_starts_no_later_and_is_chosen_for_it_though_it_loses() {
    let needs = "oppstart: 2027\nsenest: 2029\nkrever: [grunnmur]\n";
    let base = "oppstart: 2028\nkostnader: [{navn: Utstyr, type: investering, beløp: 50 kr, kilde: x}]\n";
    let chosen = choose(
        "rammer: {omstilling: {2027: 0 kr}}\n",
        &[("hus", case(90, needs)), ("grunnmur", case(1, base))],
    );
    assert_eq!(chosen.start("hus"), Some(2028));
    let stop = Hindrance { requires: Some("grunnmur".to_owned()), ..stop_in(2027) };
    assert_eq!(chosen.chosen("hus"), (&Because::Value, &Timing::Stopped(vec![stop])));
    assert_eq!(chosen.chosen("grunnmur").0, &Because::RequiredBy("hus".to_owned()));
}

#[test]
fn a_case_starts_no_sooner_than_a_decided_case_it_requires_that_is_still_to_start() {
    let with = |senest: u16, start: u16| {
        let needs = format!("oppstart: 2027\nsenest: {senest}\nkrever: [b]\n");
        let taken = case(1, &format!("oppstart: {start}\n{}", decided("nei")));
        choose("rammer: {investering: {2027: 0 kr}}\n", &[("a", case(30, &needs)), ("b", taken)])
    };
    let later = with(2029, 2028);
    let stop = Hindrance { requires: Some("b".to_owned()), ..stop_in(2027) };
    assert_eq!((later.start("a"), later.chosen("a").1), (Some(2028), &Timing::Stopped(vec![stop])));
    let never = with(2027, 2028);
    let waits = Waits::Requires { other: "b".to_owned(), other_is: Other::Later, less: None };
    assert_eq!(never.waits("a"), &waits);
    assert!(matches!(never.line("a").why, Why::Waits { then: None, .. }), "nothing else holds it back");
    // One that has started, or starts as soon, holds nothing back.
    for start in [2026, 2027] {
        assert_eq!(with(2029, start).chosen("a").1, &Timing::Earliest);
    }
    let lock = "rammer: {}\nprioritering: {låst: {a: {valg: inn, oppstart: 2027}}}\n";
    let cases = [
        ("a", case(30, "oppstart: 2027\nsenest: 2029\nkrever: [b]\n")),
        ("b", case(1, &format!("oppstart: 2028\n{}", decided("nei")))),
    ];
    let requires = Demand::Requires("a".to_owned(), "b".to_owned());
    let locked = Demand::LockedIn("a".to_owned());
    assert_eq!(choose(lock, &cases).demands(), [(&requires, None), (&locked, None)]);
}

#[test]
fn what_a_decided_or_a_chosen_case_excludes_says_which() {
    let excludes = "oppstart: 2027\nutelukker: [annen]\n";
    let by = Waits::Excluded { by: vec!["annen".to_owned()], tie: None };
    let frames = "rammer: {investering: {2027: 0 kr}}\n";
    let excluding = case(1, &format!("oppstart: 2027\nutelukker: [a]\n{}", decided("nei")));
    let free = case(30, "oppstart: 2027\n");
    assert_eq!(choose(frames, &[("a", free), ("annen", excluding)]).waits("a"), &by, "said by the other");
    let decided = case(1, &format!("oppstart: 2027\n{}", decided("nei")));
    assert_eq!(choose(frames, &[("a", case(30, excludes)), ("annen", decided)]).waits("a"), &by);
    let better = case(31, "oppstart: 2027\n");
    assert_eq!(choose(frames, &[("a", case(30, excludes)), ("annen", better)]).waits("a"), &by);
}

#[test]
fn one_of_each_group_of_duties_is_in_and_the_other_may_wait() {
    let losing = |cost: i64| costing(1, cost, DUTY);
    let frames = "rammer: {omstilling: {2027: 0 kr}}\n";
    let alone = choose(frames, &[("a", losing(100))]);
    assert_eq!(alone.chosen("a").0, &Because::Duty(vec!["Forsvarlig".to_owned()]));
    let two = choose(frames, &[("a", losing(100)), ("b", losing(50))]);
    assert_eq!(two.verdict("b"), Verdict::Chosen);
    // The duty is met by another, so it is judged by its value as any case that may wait.
    let Why::Plain(Reason::NotProfitable { met_by, .. }) = &two.line("a").why else {
        panic!("{:?}", two.line("a"))
    };
    assert_eq!((met_by.as_deref(), two.line("a").must), (Some("b"), false));
    let met =
        choose(frames, &[("a", losing(100)), ("b", costing(1, 50, &format!("{DUTY}{}", decided("nei"))))]);
    assert_eq!(met.verdict("a"), Verdict::NotProfitable);
    let unassessed = choose(frames, &[("a", losing(100)), ("b", case(1, DUTY))]);
    assert_eq!(unassessed.verdict("a"), Verdict::Chosen);
}

#[test]
fn a_duty_is_met_as_early_as_can_be_before_value_counts() {
    let duty = format!("oppstart: 2027\nsenest: 2028\n{DUTY}kapasitet: [1 årsverk]\n");
    let cases = [("plikt", case(1, &duty)), ("verdi", case(900, "oppstart: 2027\nkapasitet: [1 årsverk]\n"))];
    let chosen = choose("rammer: {endringskapasitet: {Stab: {2027: 1 årsverk, 2028: 1 årsverk}}}\n", &cases);
    assert_eq!((chosen.start("plikt"), chosen.verdict("verdi")), (Some(2027), Verdict::Waiting));
}

#[test]
fn a_full_year_moves_a_case_and_says_which_frame_is_full() {
    let moving = "oppstart: 2027\nsenest: 2029\nkapasitet: [1 årsverk]\nplan: [{hva: Kurs, hvem: Lars, frist: 2027-03-01}]\n";
    let fixed = "oppstart: 2027\nkapasitet: [1 årsverk]\n";
    let discounted = |text: &str| {
        format!(
            "{text}rammer: {{endringskapasitet: {{Stab: {{2027: 1 årsverk, 2028: 1 årsverk}}}}}}\nprioritering: {{metode: budsjett}}\n"
        )
    };
    let chosen = choose(&discounted(""), &[("a", case(30, moving)), ("b", case(90, fixed))]);
    assert_eq!(chosen.start("a"), Some(2028));
    let full = FrameYear { frame: Frame::Capacity("Stab".to_owned()), year: Year::new(2027).unwrap() };
    let stop = Hindrance { frames: vec![full], ..stop_in(2027) };
    assert_eq!(chosen.chosen("a"), (&Because::Value, &Timing::Stopped(vec![stop])));
    let passed = Remark::PassesDates {
        id: "a".to_owned(),
        start: Year::new(2028).unwrap(),
        what: vec!["Kurs".to_owned()],
    };
    assert_eq!(chosen.choice.remarks, [passed]);
}

#[test]
fn a_case_starts_later_where_its_value_is_highest_then() {
    let calendar = "oppstart: 2027\nsenest: 2028\nkostnader: [{navn: Leie, type: drift, beløp: [50 kr, 0 kr], kilde: x}]\n";
    let text = case(100, calendar).replace("anslag: 100 kr/år", "anslag: {2028: 100 kr, 2029: 100 kr}");
    let plan = "rammer: {investering: {2027: 0 kr}}\nprioritering: {metode: budsjett}\n";
    let late = "oppstart: 2029\nsenest: 2030\nkostnader: [{navn: Leie, type: drift, beløp: [50 kr, 60 kr], kilde: x}]\n";
    let text_late = case(100, late).replace("anslag: 100 kr/år", "anslag: {2029: 100 kr, 2030: 100 kr}");
    let chosen = choose(plan, &[("a", text), ("b", text_late)]);
    assert_eq!(chosen.start("b"), Some(2030));
    assert_eq!(chosen.chosen("b"), (&Because::Value, &Timing::Best));
    assert!(matches!(&chosen.choice.remarks[..], [Remark::CalendarRow { id, .. }] if id == "b"));
}

#[test]
fn a_waiting_case_lacks_the_least_of_one_frame_and_would_be_chosen_with_it() {
    let frames = |limit: i64| format!("rammer: {{investering: {{2027: {limit} kr}}}}\n");
    let cases = [("a", costing(50, 60, "")), ("b", costing(30, 50, ""))];
    let chosen = choose(&frames(100), &cases);
    let gap = &chosen.way("b").gap;
    assert_eq!(gap.missing, decimal("10"));
    assert_eq!(choose(&frames(109), &cases).verdict("b"), Verdict::Waiting);
    assert_eq!(choose(&frames(110), &cases).verdict("b"), Verdict::Chosen);
}

#[test]
fn a_waiting_case_says_which_others_have_to_make_room() {
    // With 10 kr more there is room for «b» and «c», which together give more than «a».
    let cases = [("a", costing(170, 70, "")), ("b", costing(120, 60, "")), ("c", costing(100, 50, ""))];
    let chosen = choose("rammer: {investering: {2027: 100 kr}}\n", &cases);
    assert_eq!(chosen.verdict("a"), Verdict::Chosen);
    let Way { gap, moved, joined, .. } = chosen.way("b");
    assert_eq!(gap.missing, decimal("10"));
    assert_eq!(moved, &[Moved { id: "a".to_owned(), to: None }]);
    assert_eq!(joined, &["c".to_owned()]);
}

#[test]
fn a_case_that_others_outbid_lacks_room_for_them_too() {
    // With 50 kr more either b or c has room, and c gives 4 kr more.
    let cases = [("a", costing(90, 100, "")), ("b", costing(30, 50, "")), ("c", costing(31, 50, ""))];
    let frames = |limit: u32| format!("rammer: {{investering: {{2027: {limit} kr}}}}\n");
    let chosen = choose(&frames(100), &cases);
    assert_eq!(chosen.way("c").gap.missing, decimal("50"));
    let Way { gap, size, moved, joined } = chosen.way("b");
    assert_eq!((gap.missing, *size), (decimal("100"), Size::Least));
    assert_eq!((moved.len(), joined.as_slice()), (0, &["c".to_owned()][..]));
    assert_eq!(choose(&frames(199), &cases).verdict("b"), Verdict::Waiting);
    assert_eq!(choose(&frames(200), &cases).verdict("b"), Verdict::Chosen);
}

#[test]
fn a_tie_says_what_settled_it_and_which_frame_lets_the_case_in() {
    let cases = [
        ("a", costing(90, 100, "")),
        ("b", costing(90, 100, "")),
        ("x", case(1, "oppstart: 2027\n")),
        ("y", case(1, "oppstart: 2027\nutelukker: [x]\n")),
        ("z", case(0, "oppstart: 2027\n")),
    ];
    let chosen = choose("rammer: {investering: {2027: 100 kr}}\n", &cases);
    assert_eq!(chosen.waits("b"), &Waits::Even(Settled::FirstIds));
    assert_eq!((chosen.way("b").gap.missing, chosen.way("b").size), (decimal("100"), Size::Least));
    let excluded = Waits::Excluded { by: vec!["x".to_owned()], tie: Some(Settled::FirstIds) };
    assert_eq!((chosen.waits("y"), chosen.waits("z")), (&excluded, &Waits::Even(Settled::FewestCases)));
}

#[test]
fn of_cases_that_are_alike_the_next_is_let_in_and_those_after_it_wait_for_it() {
    let cases = ["a", "b", "c", "d"].map(|id| (id, costing(90, 100, "")));
    let frames = |limit: u32| format!("rammer: {{investering: {{2027: {limit} kr}}}}\n");
    let chosen = choose(&frames(200), &cases);
    for id in ["c", "d"] {
        assert_eq!(chosen.waits(id), &Waits::Even(Settled::FirstIds));
    }
    assert_eq!((chosen.way("c").gap.missing, chosen.way("c").size), (decimal("100"), Size::Least));
    assert!(matches!(chosen.line("d").why, Why::Waits { way: None, .. }));
    let more = choose(&frames(300), &cases);
    assert_eq!((more.verdict("c"), more.verdict("d")), (Verdict::Chosen, Verdict::Waiting));
    // What binds one of them makes it another case.
    let bound = [
        ("a", costing(90, 100, "")),
        ("b", costing(90, 100, "krever: [x]\n")),
        ("x", case(0, "oppstart: 2027\n")),
    ];
    assert_eq!(choose(&frames(100), &bound).waits("b"), &Waits::Even(Settled::FewestCases));
}

#[test]
fn a_case_waits_with_what_it_requires_and_the_frame_lets_both_in() {
    let needs = "oppstart: 2027\nsenest: 2028\nkrever: [b]\n";
    let cases = [("a", case(500, needs)), ("b", costing(10, 850, ""))];
    let frames = |limit: u32| format!("rammer: {{investering: {{2027: {limit} kr}}}}\n");
    let chosen = choose(&frames(100), &cases);
    let waits = Waits::Requires { other: "b".to_owned(), other_is: Other::NotChosen, less: None };
    assert_eq!(chosen.waits("a"), &waits);
    let Way { gap, joined, .. } = chosen.way("a");
    assert_eq!((gap.missing, joined.as_slice()), (decimal("750"), &["b".to_owned()][..]));
    assert_eq!(choose(&frames(850), &cases).verdict("a"), Verdict::Chosen);
    // Where what it requires costs more than the two give, no frame helps.
    let cases = [("a", case(50, needs)), ("b", costing(10, 850, ""))];
    let chosen = choose(&frames(1000), &cases);
    let less = Some(kroner("610"));
    let waits = Waits::Requires { other: "b".to_owned(), other_is: Other::NotChosen, less };
    assert_eq!(chosen.waits("a"), &waits);
}

#[test]
fn what_a_required_case_in_turn_requires_is_named_where_that_is_what_is_out() {
    let cases = [
        ("a", case(50, "oppstart: 2027\nkrever: [b]\n")),
        ("b", case(1, "oppstart: 2027\nkrever: [c]\n")),
        ("c", case(1, "oppstart: 2027\n")),
    ];
    let frames = "rammer: {investering: {2027: 0 kr}}\nprioritering: {låst: {c: {valg: ut}}}\n";
    let waits = Waits::Requires { other: "c".to_owned(), other_is: Other::LockedOut, less: None };
    assert_eq!(choose(frames, &cases).waits("a"), &waits);
    let late = [("a", case(50, "oppstart: 2027\nkrever: [b]\n")), ("b", case(1, "oppstart: 2028\n"))];
    let waits = Waits::Requires { other: "b".to_owned(), other_is: Other::Later, less: None };
    assert_eq!(choose("rammer: {investering: {2027: 0 kr}}\n", &late).waits("a"), &waits);
}

#[test]
fn where_no_frame_alone_is_enough_all_that_is_missing_is_named() {
    let both = "kapasitet: [2 årsverk]\n";
    let frames = "rammer: {investering: {2027: 10 kr}, endringskapasitet: {Stab: {2027: 0.5 årsverk}}}\n";
    let chosen = choose(frames, &[("a", costing(50, 60, both))]);
    let Waits::Several { gaps, more, is_enough, .. } = chosen.waits("a") else {
        panic!("{:?}", chosen.waits("a"))
    };
    assert_eq!(*is_enough, Some(true));
    let missing: Vec<_> = gaps.iter().map(|gap| (gap.at.frame.clone(), gap.missing)).collect();
    assert_eq!(
        missing,
        [(Frame::Capacity("Stab".to_owned()), decimal("1.5")), (Frame::Investment, decimal("50"))]
    );
    assert_eq!(*more, None);
}

#[test]
fn a_frame_gives_what_the_best_choice_gives_more_with_one_step_more() {
    let frames = "rammer: {investering: {2027: 100000 kr, 2028: 5 kr}}\n";
    let cases = [("a", costing(60_000, 100_000, "")), ("b", costing(50_000, 100_000, ""))];
    let chosen = choose(frames, &cases);
    let shadows: Vec<_> = chosen.choice.frames.iter().map(|of| of.shadow).collect();
    assert_eq!(shadows, [Some(kroner("100000")), Some(Kroner::ZERO)]);
}

#[test]
fn leaderships_locks_hold_outside_the_window_too_and_show_what_they_cost() {
    let cases = [("a", costing(90, 100, "")), ("b", costing(30, 100, ""))];
    let frames = "rammer: {investering: {2027: 100 kr, 2028: 100 kr}}\n";
    let locked = |lock: &str| choose(&format!("{frames}prioritering: {{låst: {{{lock}}}}}\n"), &cases);
    let late = locked("a: {valg: inn, oppstart: 2028, begrunnelse: Formannskapet}");
    assert_eq!((late.start("a"), late.verdict("b")), (Some(2028), Verdict::Chosen));
    assert_eq!(late.chosen("a"), (&Because::Locked, &Timing::Locked));
    // Without the lock a takes 2027 alone: 260 against 260 + 20.
    let cost = |chosen: &Chosen, id: &str| chosen.line(id).lock.as_ref().unwrap().cost.unwrap();
    assert_eq!(cost(&late, "a"), LockCost { value: kroner("-20"), savings: Kroner::ZERO, delay: 0 });
    let out = locked("a: {valg: ut}");
    assert_eq!((out.waits("a"), out.verdict("b")), (&Waits::LockedOut, Verdict::Chosen));
    assert_eq!(cost(&out, "a").value, kroner("240"));
}

#[test]
fn a_lock_on_a_case_that_cannot_be_chosen_is_said_to_be_in_vain() {
    let frames =
        "rammer: {investering: {2027: 0 kr}}\nprioritering: {låst: {a: {valg: inn}, b: {valg: inn}}}\n";
    let chosen = choose(frames, &[("a", case(1, "")), ("b", case(1, "oppstart: 2027\n"))]);
    assert_eq!(
        chosen.choice.remarks,
        [Remark::LockedInVain { id: "a".to_owned(), missing: vec![Missing::Start] }]
    );
}

const REJECTED: &str =
    "vedtak: [{dato: 2026-01-10, organ: Kommunestyret, beslutning: avvist, sak: PS 1/26}]\n";

/// Why a rejected case is where it is, with the requirements nobody meets without it.
fn rejected(unmet: &[&str]) -> Why {
    let unmet = unmet.iter().map(|requirement| (*requirement).to_owned()).collect();
    Why::Plain(Reason::Rejected { by: Some("Kommunestyret, PS 1/26".to_owned()), unmet })
}

#[test]
fn a_rejected_case_is_never_chosen_and_has_no_place() {
    let frames = "rammer: {investering: {2027: 100 kr}}\n";
    let cases = [
        ("a", costing(900, 100, REJECTED)),
        ("b", costing(90, 100, "")),
        ("c", case(30, "oppstart: 2027\nkrever: [a]\n")),
        ("d", costing(40, 100, "")),
    ];
    let chosen = choose(frames, &cases);
    let line = chosen.line("a");
    assert_eq!(
        (line.verdict, line.start, line.place, &line.why),
        (Verdict::Waiting, None, None, &rejected(&[]))
    );
    assert_eq!(chosen.verdict("b"), Verdict::Chosen);
    let requires = Waits::Requires { other: "a".to_owned(), other_is: Other::Rejected, less: None };
    assert_eq!(chosen.waits("c"), &requires);
    let places: Vec<_> = chosen.choice.lines.iter().map(|line| line.place).collect();
    assert_eq!(places, [Some(1), Some(2), Some(3), None], "rejected last of those that wait");
}

#[test]
fn a_rejected_case_is_in_where_leadership_locks_it_in_or_it_is_carried_out_all_the_same() {
    let frames = "rammer: {investering: {2027: 100 kr}}\n";
    let cases = [("a", costing(900, 100, REJECTED))];
    let locked = format!("{frames}prioritering: {{låst: {{a: {{valg: inn}}}}}}\n");
    assert_eq!(choose(&locked, &cases).verdict("a"), Verdict::Chosen);
    let out = format!("{frames}prioritering: {{låst: {{a: {{valg: ut}}}}}}\n");
    assert_eq!(choose(&out, &cases).line("a").why, rejected(&[]));
    let relaxed = "regler: {mangler-i-dypdykk: av, mangler-i-prioritering: av, mangler-i-forberedelse: av, manglende-måling: av}\n";
    let under_way = costing(900, 100, REJECTED).replace("fase: overblikk", "fase: gjennomføring");
    assert_eq!(choose(&format!("{frames}{relaxed}"), &[("a", under_way)]).verdict("a"), Verdict::Decided);
}

#[test]
fn a_rejected_case_meets_no_duty_and_says_which_nobody_meets_then() {
    let frames = "rammer: {omstilling: {2027: 0 kr}}\n";
    let no = costing(1, 100, &format!("{DUTY}{REJECTED}"));
    let alone = choose(frames, &[("a", no.clone())]);
    assert_eq!((&alone.choice.status, &alone.line("a").why), (&Status::Optimal, &rejected(&["Forsvarlig"])));
    let two = choose(frames, &[("a", no), ("b", costing(1, 200, DUTY))]);
    assert_eq!((two.verdict("b"), &two.line("a").why), (Verdict::Chosen, &rejected(&[])));
}

#[test]
fn a_lock_that_cannot_be_kept_is_named_also_where_nothing_holds() {
    let frames = "rammer: {investering: {2027: 60 kr}}\nprioritering: {låst: {b: {valg: inn}}}\n";
    let chosen = choose(frames, &[("plikt", costing(1, 100, DUTY)), ("b", case(1, ""))]);
    assert!(chosen.choice.conflict().is_some());
    let vain = Remark::LockedInVain { id: "b".to_owned(), missing: vec![Missing::Start] };
    assert_eq!(chosen.choice.remarks, [vain]);
}

#[test]
fn demands_that_clash_are_named_with_the_least_that_is_missing() {
    let cases = [("plikt", costing(1, 100, DUTY)), ("annen", costing(90, 10, ""))];
    let chosen = choose("rammer: {investering: {2027: 60 kr}}\n", &cases);
    let demands = chosen.demands();
    assert_eq!(demands.len(), 2, "{demands:?}");
    assert!(
        matches!(demands[0], (Demand::Frame(at), Some(missing)) if at.year.number() == 2027 && missing == decimal("40"))
    );
    assert!(matches!(demands[1], (Demand::Duty { cases, .. }, None) if cases[..] == ["plikt"]));
    assert_eq!((chosen.choice.sum, chosen.verdict("annen")), (None, Verdict::Open));
}

#[test]
fn locks_that_clash_with_what_cases_say_are_named() {
    let frames =
        "rammer: {investering: {2027: 0 kr}}\nprioritering: {låst: {a: {valg: inn}, b: {valg: inn}}}\n";
    let cases = [("a", case(1, "oppstart: 2027\nutelukker: [b]\n")), ("b", case(1, "oppstart: 2027\n"))];
    let demands: Vec<Demand> =
        choose(frames, &cases).demands().into_iter().map(|(demand, _)| demand.clone()).collect();
    let id = |id: &str| id.to_owned();
    assert_eq!(
        demands,
        [Demand::Excludes(id("a"), id("b")), Demand::LockedIn(id("a")), Demand::LockedIn(id("b"))]
    );
    let frames = "rammer: {investering: {2027: 0 kr}}\nprioritering: {låst: {a: {valg: ut}}}\n";
    let duty = case(1, &format!("oppstart: 2027\n{DUTY}"));
    let demands: Vec<Demand> =
        choose(frames, &[("a", duty)]).demands().into_iter().map(|(demand, _)| demand.clone()).collect();
    assert_eq!(demands[0], Demand::LockedOut(id("a")));
    assert!(matches!(&demands[1], Demand::Duty { .. }));
}

#[test]
fn decided_cases_that_use_more_than_the_frame_are_a_clash_with_what_is_missing() {
    let case = costing(1, 70, &decided("nei"));
    let chosen = choose("rammer: {investering: {2027: 60 kr}}\n", &[("a", case)]);
    assert!(matches!(chosen.demands()[..], [(Demand::Frame(_), Some(missing))] if missing == decimal("10")));
}

#[test]
fn the_list_has_its_parts_in_order_and_every_case_once() {
    let quality =
        "  - {navn: Trygt, type: økt kvalitet, betydning: høy, omfang: stort positivt, kilde: x, eier: y}\n";
    let judged = costing(1, 100, "").replace("levetid", &format!("{}levetid", quality));
    let cases = [
        ("vurdert-ikke", case(1, "")),
        ("taper", costing(1, 100, "")),
        ("skjonn", judged),
        ("venter", costing(30, 60, "")),
        ("valgt", costing(90, 50, "")),
        ("besluttet", case(1, &format!("oppstart: 2027\n{}", decided("nei")))),
    ];
    let chosen = choose("rammer: {investering: {2027: 60 kr}}\n", &cases);
    let order: Vec<_> =
        chosen.choice.lines.iter().map(|line| (chosen.ids[line.candidate].as_str(), line.place)).collect();
    let expected = [
        ("besluttet", None),
        ("valgt", Some(1)),
        ("venter", Some(2)),
        ("skjonn", Some(3)),
        ("taper", Some(4)),
        ("vurdert-ikke", None),
    ];
    assert_eq!(order, expected);
}

#[test]
fn cases_that_exclude_each_other_and_live_differently_long_show_annuity_side_by_side() {
    let short = case(30, "oppstart: 2027\nutelukker: [lang]\n");
    let long = case(30, "oppstart: 2027\n").replace("levetid: 4 år", "levetid: 8 år");
    let chosen = choose("rammer: {investering: {2027: 0 kr}}\n", &[("kort", short), ("lang", long)]);
    let [Remark::Annuities(cases)] = &chosen.choice.remarks[..] else {
        panic!("{:?}", chosen.choice.remarks)
    };
    let shown: Vec<_> = cases.iter().map(|one| (one.id.as_str(), one.life, one.annuity)).collect();
    assert_eq!(shown, [("kort", 4, kroner("30")), ("lang", 8, kroner("30"))]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_choice_keeps_within_every_frame_and_what_a_case_lacks_lets_it_in(
        drawn in prop::collection::vec((1_i64..60, 1_i64..90, 0_u8..9, 0_u16..3), 2..7),
        money in 0_i64..200,
        tenths in 0_u8..20,
    ) {
        let tenths = Decimal::new(i64::from(tenths), 1);
        let frames = format!(
            "rammer:\n  investering: {{2027: {money} kr, 2028: {money} kr}}\n  endringskapasitet: {{Stab: {{2027: {tenths} årsverk, 2028: {tenths} årsverk}}}}\n"
        );
        let cases: Vec<(String, String)> = drawn.iter().enumerate().map(|(n, (gain, cost, work, wait))| {
            let more = format!("senest: {}\nkapasitet: [0.{work} årsverk]\n", 2027 + wait);
            (format!("sak-{n}"), costing(*gain, *cost, &more))
        }).collect();
        let cases: Vec<(&str, String)> = cases.iter().map(|(id, text)| (id.as_str(), text.clone())).collect();
        let appraised = read(&frames, &cases);
        let portfolio = Portfolio::of(&appraised);
        prop_assert_eq!(&portfolio.choice.status, &Status::Optimal);
        prop_assert!(portfolio.choice.frames.iter().all(|of| of.used <= of.limit));
        for line in &portfolio.choice.lines {
            let Why::Waits { way: Some(Way { gap, size: Size::Least, .. }), .. } = &line.why else { continue };
            // Raised by that much in that year alone, the case is chosen; by less it is not.
            prop_assert!(portfolio.is_chosen(line.candidate, gap), "{:?}", gap);
            let less = gap.missing.checked_sub(Decimal::new(1, 2)).unwrap();
            let less = Gap { missing: less, ..gap.clone() };
            prop_assert!(!portfolio.is_chosen(line.candidate, &less), "{:?}", gap);
        }
    }
}

/// More cases than one node can settle, over frames that bind in several years.
pub(crate) fn hard() -> Vec<(String, String)> {
    let mut seed = 7_u64;
    let mut draw = |most: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % most + 1
    };
    let one = |n: usize| {
        let (cost, first, second) = (draw(90) + 10, draw(9), draw(9));
        let work = format!("senest: 2029\nkapasitet: [0.{first} årsverk, 0.{second} årsverk]\n");
        let gain = i64::try_from(cost / 3 + draw(20)).unwrap();
        (format!("sak-{n:02}"), costing(gain, i64::try_from(cost).unwrap(), &work))
    };
    (0..40).map(one).collect()
}

/// Frames that half of them fit in.
pub(crate) const TIGHT: &str = "rammer:
  investering: {2027: 300 kr, 2028: 200 kr, 2029: 200 kr}
  endringskapasitet: {Stab: {2027: 3 årsverk, 2028: 3 årsverk, 2029: 3 årsverk}}
";

#[test]
fn a_search_that_ends_too_soon_says_so_and_what_a_step_more_gives_at_the_least() {
    let cases = hard();
    let cases: Vec<(&str, String)> = cases.iter().map(|(id, text)| (id.as_str(), text.clone())).collect();
    let chosen = choose_with(TIGHT, &cases, 40);
    assert!(matches!(chosen.choice.status, Status::Limit { .. }), "{:?}", chosen.choice.status);
    let frames = &chosen.choice.frames;
    assert!(frames.iter().any(|of| of.shadow.is_some_and(|gives| !gives.is_negative()) && !of.is_proven));
    // Of a choice that is not proven, only that nothing more fits in is.
    assert!(frames.iter().all(|of| !of.is_proven || of.shadow == Some(Kroner::ZERO)), "{frames:?}");
    let waits = |line: &ChoiceLine| line.verdict == Verdict::Waiting;
    assert!(chosen.choice.lines.iter().filter(|line| waits(line)).all(|line| line.why != Why::Nothing));
}
