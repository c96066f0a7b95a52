//! More comes in than can be taken: what is accepted is answered, the rest is told so at once, and what nobody tells again
//! is refused last.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod cpu;
mod crowd;
mod house;
mod told;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use cpu::Cpu;
use crowd::{Crowd, Kind};
use house::House;
use messaging_store::{MemoryOptions, MemoryStore, SqliteOptions, SqliteStore, Store};
use messaging_tests::process::Scratch;

/// As in the `messaging` command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How much is offered, for how long.
#[derive(Clone, Copy, Debug)]
struct Load {
    /// Deliveries in a second.
    rate: u32,
    time: Duration,
    /// How many of a hundred are told once only.
    once: u32,
    /// How long the agent thinks about each.
    thinks: Duration,
    /// Events in flight that the store takes: what is kept of it has room for all that is told once in the short run.
    in_flight: usize,
}

/// A few seconds; with `MESSAGING_OVERLOAD` so many seconds of 20,000 a second.
fn load() -> Load {
    let told = std::env::var("MESSAGING_OVERLOAD").ok().map(|seconds| seconds.parse().expect("seconds"));
    match told {
        None => {
            let (time, thinks) = (Duration::from_secs(4), Duration::from_millis(200));
            Load { rate: 4_000, time, once: 3, thinks, in_flight: 2_000 }
        }
        Some(seconds) => {
            let (time, thinks) = (Duration::from_secs(seconds), Duration::from_millis(10));
            Load { rate: 20_000, time, once: 3, thinks, in_flight: 50_000 }
        }
    }
}

#[test]
fn nothing_accepted_is_lost_over_a_store_in_memory() {
    let options = MemoryOptions { max_in_flight: load().in_flight, ..MemoryOptions::default() };
    overload("memory", Arc::new(MemoryStore::new(options)));
}

#[test]
fn nothing_accepted_is_lost_over_sqlite() {
    let scratch = Scratch::new("overload");
    let options = SqliteOptions { max_in_flight: load().in_flight, ..SqliteOptions::default() };
    overload("SQLite, synchronous=FULL", Arc::new(SqliteStore::open(scratch.file("messaging.db"), options).unwrap()));
}

/// One at a time: the load is for the whole machine.
static ALONE: Mutex<()> = Mutex::new(());

fn overload(name: &str, store: Arc<dyn Store>) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let house = House::start(store);
    let load = load();
    // As much as can be taken: so many ask, each as soon as it was answered.
    let peak = Crowd::new(&house, load.once).ask_in_turn(load.time / 4);
    // What only lies in the store by then is no throughput.
    let best = per_second(house.counts().answered, load.time / 4);
    house.drained();
    house.took();
    let (began, before) = (Cpu::now(), house.counts().answered);
    let told = Crowd::new(&house, load.once).ask_at(load.rate, load.time);
    let goodput = per_second(house.counts().answered - before, load.time);
    let worked = Cpu::now().zip(began).map_or("unknown".to_owned(), |(now, began)| now.since(began).to_string());
    let mut took = house.took();
    let mut inside = |status| told::percentiles(took.remove(&status).unwrap_or_default());
    let inside = format!("in the house itself a yes took {}, a no {}", inside(200), inside(503));
    let drained = house.drained();
    println!("{name}: {load:?}");
    println!("in turn: {best:.0} answered a second; {peak}");
    println!("offered: {goodput:.0} answered a second, {:.2} of those in turn; {told}", goodput / best);
    println!("meanwhile: {worked}; {inside}");
    println!("everything ended {:.1} s after the last was offered", drained.as_secs_f64());
    // Asked in turn, as fast as they are told no, they are most of what is taken in.
    assert_eq!(told.refused(Kind::ToldOnce), 0, "{told}");
    let all = peak.and(told);
    let (lost, twice) = house.compare(&all.texts());
    println!("{} accepted, {lost} lost, {twice} twice; {:?}", all.accepted(None), house.counts());
    assert_eq!((lost, twice), (0, 0));
    assert!(all.refused(Kind::ToldAgain) > 100, "nothing was refused: {all}");
    assert!(all.refused(Kind::Visitor) > 0, "somebody new began whatever came in: {all}");
    assert!(all.accepted(Some(Kind::ToldOnce)) > 10, "{all}");
    assert_eq!(all.broken(), 0, "{all}");
    assert!(house.counts().balance());
}

#[allow(clippy::cast_precision_loss, reason = "some thousands")]
fn per_second(events: u64, time: Duration) -> f64 {
    events as f64 / time.as_secs_f64()
}
