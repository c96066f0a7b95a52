use std::{f64::consts::TAU, fmt, time::Duration};

use fastrand::Rng;
use messaging_core::Clock;
use messaging_store::{Counts, MemoryOptions, MemoryStore, Store};
use tokio::time::{Instant, sleep, sleep_until};

use crate::{gateway::Processes, memory, person, platform::Platform};

/// Hours of a day; in a shorter one everything but the waits of people and programs is shorter.
const HOURS: u32 = 24;

/// How much more is written six hours after the beginning, and less twelve hours after that, than on average.
const SWING: f64 = 0.8;

/// At which hours of a day a new version is deployed: every four hours.
const DEPLOYS: [f64; 6] = [3.4, 7.4, 11.4, 15.4, 19.4, 23.4];

/// At which hours the process ends without a word; the second time while the platform is away.
const CRASHES: [f64; 2] = [5.4, 13.65];

/// How long may pass until everything is answered once nobody writes any more, and until everything late has come.
const PATIENCE: u32 = 3_600;

/// A day to be played.
#[derive(Clone, Copy)]
pub(crate) struct Scene {
    pub(crate) seed: u64,
    pub(crate) hours: u32,
    pub(crate) messages: u64,
    pub(crate) people: usize,
    /// Whether the agent forgets nothing: a leak.
    pub(crate) remembers: bool,
}

/// How a day ended.
pub(crate) struct Day {
    seed: u64,
    hours: u32,
    pub(crate) messages: u64,
    pub(crate) lost: u64,
    pub(crate) twice: u64,
    /// What had not ended at the end.
    pub(crate) left: u64,
    pub(crate) counts: Counts,
    pub(crate) unanswered: u64,
    pub(crate) doubted: u64,
    looks: u64,
    told: u64,
    /// Sends of which nobody could tell what became of them, and about which a person decided.
    decided: u64,
    processes: u64,
    hash: u64,
    /// Hour of the virtual clock, mebibytes allocated, mebibytes resident, messages in flight.
    samples: Vec<(f64, f64, Option<f64>, u64)>,
    drained: Duration,
    wall: Duration,
}

impl Day {
    /// By how many mebibytes the process grew in an hour, after the first one.
    pub(crate) fn growth(&self) -> f64 {
        let later = self.samples.iter().filter(|sample| sample.0 >= 1.0);
        memory::slope(&later.map(|sample| (sample.0, sample.1)).collect::<Vec<_>>())
    }
}

/// How many messages were written when a share of the day is over: it begins with as many as on average.
fn written_by(share: f64, messages: u64) -> u64 {
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a day has some millions of messages"
    )]
    let written = (messages as f64 * (share + SWING / TAU * (1.0 - (TAU * share).cos()))).round() as u64;
    written.min(messages)
}

/// Lets a day pass, on one thread under a paused clock.
pub(crate) fn play(scene: Scene) -> Day {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
    runtime.unwrap().block_on(pass(scene))
}

async fn pass(scene: Scene) -> Day {
    let wall = std::time::Instant::now();
    let mut dice = Rng::with_seed(scene.seed);
    let length = Duration::from_secs(3_600) * scene.hours;
    let platform = Platform::new(dice.u64(..), scene.people, length);
    let clock = platform.clone();
    // A small memory, so that it is full before the first hour is over and stays so.
    let hourly = usize::try_from(scene.messages).unwrap() / usize::try_from(scene.hours).unwrap();
    let bound = hourly / 2;
    let store = MemoryStore::new(MemoryOptions {
        max_ended: bound,
        max_records: bound,
        max_shelved: bound / 10,
        clock: Clock::new(move || clock.wall()),
        ..MemoryOptions::default()
    });
    let mut processes = Processes::new(store, platform.clone(), scene.remembers, dice.u64(..));
    processes.start();
    let started = Instant::now();
    let writing = tokio::spawn(write(scene, platform.clone(), dice.fork(), started, length));
    let moments = DEPLOYS.iter().map(|hour| (*hour, Deed::Deploy));
    let moments = moments.chain(CRASHES.iter().map(|hour| (*hour, Deed::Crash)));
    let mut moments: Vec<_> = moments.chain((1..HOURS).map(|hour| (f64::from(hour), Deed::Sample))).collect();
    moments.sort_by(|one, two| one.0.total_cmp(&two.0));
    let (mut samples, mut decided) = (Vec::new(), 0);
    for (hour, deed) in moments {
        sleep_until(started + length.mul_f64(hour / f64::from(HOURS))).await;
        match deed {
            Deed::Deploy => processes.deploy().await,
            Deed::Crash => processes.crash().await,
            Deed::Sample => {
                decided += person::decide(&platform).await;
                let in_flight = processes.store.counts().await.unwrap().in_flight;
                let hour = started.elapsed().as_secs_f64() / 3_600.0;
                samples.push((hour, memory::allocated(), memory::resident(), in_flight));
            }
        }
    }
    writing.await.unwrap();
    let over = Instant::now();
    for _ in 0..PATIENCE {
        sleep(Duration::from_secs(1)).await;
        decided += person::decide(&platform).await;
        let open = platform.state().open;
        if open == 0 && processes.store.counts().await.unwrap().in_flight == 0 {
            break;
        }
    }
    let drained = over.elapsed();
    // Long enough for everything late to have come out.
    sleep(Duration::from_secs(120)).await;
    let counts = processes.store.counts().await.unwrap();
    let hour = started.elapsed().as_secs_f64() / 3_600.0;
    samples.push((hour, memory::allocated(), memory::resident(), counts.in_flight));
    let state = platform.state();
    Day {
        seed: scene.seed,
        hours: scene.hours,
        messages: scene.messages,
        lost: state.ledger.lost(),
        twice: state.ledger.twice,
        left: counts.in_flight + state.open,
        counts,
        unanswered: state.unanswered,
        doubted: state.doubted,
        looks: state.looks,
        told: state.told,
        decided,
        processes: processes.started,
        hash: state.ledger.hash,
        samples,
        drained,
        wall: wall.elapsed(),
    }
}

#[derive(Clone, Copy)]
enum Deed {
    Deploy,
    Crash,
    Sample,
}

/// Writes every message of the day at its moment.
async fn write(scene: Scene, platform: Platform, mut dice: Rng, started: Instant, length: Duration) {
    let mut written = 0;
    for second in 0..length.as_secs() {
        let end = Duration::from_secs(second + 1);
        let due = written_by(end.as_secs_f64() / length.as_secs_f64(), scene.messages);
        let mut moments: Vec<_> = (written..due).map(|_| dice.u64(..1_000)).collect();
        moments.sort_unstable();
        for millis in moments {
            sleep_until(started + Duration::from_secs(second) + Duration::from_millis(millis)).await;
            platform.write(dice.usize(..scene.people));
        }
        written = due;
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seed, hours, messages, lost, twice, left, counts, processes, doubted, looks, hash, .. } = self;
        let wall = self.wall.as_secs_f64();
        #[allow(clippy::cast_precision_loss, reason = "a rate to be read")]
        let rate = *messages as f64 / wall;
        writeln!(f, "seed {seed}: {hours} h, {messages} messages, {processes} processes in {wall:.1} s ({rate:.0}/s)")?;
        writeln!(
            f,
            "{lost} lost, {twice} twice, {left} left {:.0} s after the last was written",
            self.drained.as_secs_f64()
        )?;
        writeln!(
            f,
            "{} callbacks, {} without a yes; {doubted} sends in doubt, {looks} looks",
            self.told, self.unanswered
        )?;
        writeln!(f, "{} of them decided by a person, because the platform could not tell", self.decided)?;
        writeln!(f, "{counts:?}, screens {hash:016x}")?;
        for (hour, allocated, resident, in_flight) in &self.samples {
            let resident = resident.map_or("unknown".into(), |resident| format!("{resident:.1} MiB"));
            writeln!(f, "hour {hour:>5.2}: {allocated:.2} MiB allocated, {resident} resident, {in_flight} in flight")?;
        }
        write!(f, "{:+.3} MiB allocated per hour after the first", self.growth())
    }
}
