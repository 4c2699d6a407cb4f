//! Nothing lost, nothing done twice, nothing stuck, where a naive client fails, over seeded
//! schedules of dropped requests, dropped answers, duplicates, reordering, refusals, cut bodies,
//! wrong receipts, clock jumps, restarts and restored copies.

use super::clients::{NaivePhone, Phone};
use super::world::World;
use super::*;

/// How many seeds; `cargo xtask torture` asks for more.
fn schedules() -> u64 {
    let asked = std::env::var("STANDING_SCHEDULES").ok().and_then(|text| text.parse().ok());
    asked.unwrap_or(1_000)
}
const DEEDS: u32 = 4;

fn pass_time(world: &mut World) {
    let hour = 3_600;
    let jump = match world.chance.below(20) {
        0 => -30 * 24 * hour,
        1 => 30 * 24 * hour,
        _ => world.chance.below(8 * hour as u64) as i64,
    };
    world.now = world.now.plus(jump);
}

/// A bad day with this queue, then a good week.
fn live(seed: u64, take_back: bool, restore: bool) -> (World, Phone) {
    let mut world = World::of_seed(seed);
    let mut phone = Phone::with_deeds(&mut world, DEEDS);
    let mut copy = phone.items();
    for round in 0..20 {
        phone.run(&mut world);
        phone.person(&mut world, take_back);
        if world.chance.one_in(3) {
            world.deliver_late();
        }
        if world.chance.one_in(6) {
            world.decide();
            phone.page(&mut world);
        }
        if restore && round == 5 {
            copy = phone.items();
        }
        pass_time(&mut world);
    }
    if restore {
        phone.restore(&mut world, &copy);
    }
    world.bad = false;
    for _ in 0..6 {
        world.deliver_late();
        phone.person(&mut world, false);
        phone.run(&mut world);
        world.decide();
        phone.page(&mut world);
        world.now = world.now.plus(LONGEST_WAIT);
    }
    (world, phone)
}

fn each_ends_once(seed: u64, take_back: bool, restore: bool) {
    let (world, phone) = live(seed, take_back, restore);
    for item in phone.items() {
        assert!(!item.is_open(), "seed {seed}: stuck as {:?}", item.state);
    }
    for (deed, item) in phone.deeds() {
        let counts = world.effects.get(&deed).copied().unwrap_or(0);
        let expected = match item.state {
            State::Accepted => 1,
            State::Withdrawn { .. } => 0,
            ref other => panic!("seed {seed}: deed {deed} is {other:?}"),
        };
        assert_eq!(counts, expected, "seed {seed}: deed {deed} counts {counts} times");
        assert!(take_back || expected == 1, "seed {seed}: deed {deed} is lost");
    }
}

#[test]
fn over_every_schedule_each_record_takes_effect_exactly_once() {
    for seed in 0..schedules() {
        each_ends_once(seed, false, false);
    }
}

#[test]
fn over_every_schedule_a_withdrawal_undoes_its_record_or_is_refused() {
    for seed in 0..schedules() {
        each_ends_once(seed, true, false);
    }
}

#[test]
fn over_every_schedule_an_old_copy_that_was_put_back_doubles_nothing() {
    for seed in 0..schedules() {
        each_ends_once(seed, false, true);
    }
}

#[test]
fn a_naive_client_loses_and_doubles_under_the_same_schedules() {
    let (mut lost, mut doubled) = (0, 0);
    for seed in 0..schedules() {
        let mut world = World::of_seed(seed);
        let mut phone = NaivePhone::with_deeds(DEEDS);
        for _ in 0..20 {
            phone.run(&mut world);
            world.deliver_late();
            pass_time(&mut world);
        }
        world.bad = false;
        phone.run(&mut world);
        for deed in 0..DEEDS {
            match world.effects.get(&deed) {
                None | Some(0) => lost += 1,
                Some(1) => {}
                Some(_) => doubled += 1,
            }
        }
    }
    assert!(lost > 100 && doubled > 100, "{lost} lost, {doubled} doubled");
}

#[test]
fn one_bad_item_blocks_nothing() {
    let mut world = World::of_seed(1);
    world.bad = false;
    let mut items: Vec<Item> = (0..100_u32)
        .map(|n| {
            Item::queued(RecordId(Hash::of(&n.to_be_bytes())), Kind::Volunteering, Vec::new(), NOW)
        })
        .collect();
    for round in 0..3 {
        let now = NOW.plus(round * LONGEST_WAIT);
        for (at, item) in items.iter_mut().enumerate() {
            for effect in item.step(Event::Woken, now, 0) {
                assert_eq!(effect, Effect::Request(Request::Put));
                let given = if at == 50 {
                    status(422)
                } else {
                    Answer::Receipt(receipt(at as u32 + 1, ReceiptState::Received))
                };
                answer(item, given, now, 0);
            }
        }
    }
    let received = items.iter().filter(|item| item.state == State::Received);
    assert_eq!(received.count(), 99);
    let reason = Reason::RefusedUnsigned { status: 422, text: "no".into() };
    assert_eq!(items[50].state, State::NeedsYou(reason));
    assert_eq!(items[50].log.len(), 1, "asked once, and kept with its reason");
}
