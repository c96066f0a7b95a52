use std::time::{Duration, Instant};
use messaging_core::{*, message::*};
use messaging_store::*;
fn said(c: usize, t: usize) -> Arrival {
    let place = Place::new("chat", [format!("c{c}")]);
    let text = format!("{c}-{t} {}", "x".repeat(400));
    let m = Message::new(format!("m{c}-{t}"), Author::new("ada"), text);
    let e = Event::new(format!("k{c}-{t}"), place.clone(), EventKind::MessageAdded(m));
    Arrival { lane: Lane::new(ConversationRef::new("suite", place)), event: e }
}
#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let _ = std::fs::remove_dir_all("/tmp/probe-store"); std::fs::create_dir_all("/tmp/probe-store").unwrap();
    let s = SqliteStore::open("/tmp/probe-store/m.db", SqliteOptions::default()).unwrap();
    for (label, base) in [("10k lanes, 256 callers", 0), ("same lanes again", 1)] {
        let t = Instant::now();
        let mut hs = Vec::new();
        for w in 0..256 { let s = s.clone(); hs.push(tokio::spawn(async move { let mut lat=vec![]; for i in (w..10_000).step_by(256) { let t=Instant::now(); s.accept(vec![said(i, base)]).await.unwrap(); lat.push(t.elapsed()); } lat })); }
        let mut lat = vec![]; for h in hs { lat.extend(h.await.unwrap()); } lat.sort();
        println!("{label}: {:.0}/s p50 {:?} p99 {:?}", 10_000.0 / t.elapsed().as_secs_f64(), lat[5000], lat[9900]);
    }
    let life = s.enroll("n").await.unwrap();
    let seek = |side| Seek { node: "n".into(), life, side, lanes: 64, events: 16, lease: Duration::from_secs(30) };
    let t = Instant::now(); let mut n = 0; let mut first = None;
    loop {
        let t1 = Instant::now();
        let cs = s.claim(seek(Side::Turns)).await.unwrap(); first.get_or_insert(t1.elapsed());
        if cs.is_empty() { break; }
        let mut hs = Vec::new();
        for c in cs { n += 1; let s = s.clone(); hs.push(tokio::spawn(async move {
            let Work::Turn(q) = c.work else { panic!() };
            let m = SendMessage::new(c.lease.lane.conversation.place().clone(), "hi");
            s.finish(&c.lease, TurnEnd { consumed: q.iter().map(|q| q.id).collect(), ending: Ending::Replied(vec![Draft { id: format!("i{}", c.lease.fence).into(), message: m }]) }).await.unwrap();
        })); }
        for h in hs { h.await.unwrap(); }
    }
    println!("turns: {n} in {:?} ({:.0}/s), first claim {first:?}", t.elapsed(), n as f64 / t.elapsed().as_secs_f64());
    let t = Instant::now(); let mut n = 0;
    loop {
        let cs = s.claim(seek(Side::Sends)).await.unwrap();
        if cs.is_empty() { break; }
        let mut hs = Vec::new();
        for c in cs { n += 1; let s = s.clone(); hs.push(tokio::spawn(async move {
            let Work::Send(i) = c.work else { panic!() };
            s.settle(&c.lease, &i.id, Settled::Sent(Receipt::of(format!("r{}", i.id)))).await.unwrap();
        })); }
        for h in hs { h.await.unwrap(); }
    }
    println!("sends: {n} in {:?} ({:.0}/s)", t.elapsed(), n as f64 / t.elapsed().as_secs_f64());
    let t = Instant::now(); println!("{:?} in {:?}", s.counts().await.unwrap(), t.elapsed());
    let t = Instant::now(); drop(s); println!("close {:?}", t.elapsed());
    let t = Instant::now(); let s = SqliteStore::open("/tmp/probe-store/m.db", SqliteOptions::default()).unwrap(); let l = s.enroll("n").await.unwrap(); println!("reopen+enroll {l} {:?}", t.elapsed());
}
