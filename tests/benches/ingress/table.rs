//! The figures, as a table in Markdown.

use crate::{
    ROUNDS,
    case::{Case, Measured},
};

/// Prints the median of each figure over all rounds, and the ratio to the first case.
pub(crate) fn print(cases: &[&Case], all: &[Vec<Measured>]) {
    println!("Median of {ROUNDS} interleaved rounds; latencies in µs, memory in MiB\n");
    println!(
        "| server | requests/s | per core-second | of the first | µs CPU | p50 / p99 | at 1,000/s p50 / p99 \
         | idle / most MiB | start ms | wrong |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    let per_core = |measured: &[Measured]| median(measured, |one| one.per_core);
    let floor = all.first().map_or(1.0, |measured| per_core(measured));
    for (case, measured) in cases.iter().zip(all) {
        let of = |figure: fn(&Measured) -> f64| median(measured, figure);
        let per_core = per_core(measured);
        println!(
            "| {} | {:.0} | {per_core:.0} | {:.2} | {:.1} | {:.0} / {:.0} | {:.0} / {:.0} | {:.0} / {:.0} | {:.0} | {} |",
            case.name,
            of(|one| one.rate),
            per_core / floor,
            1e6 / per_core,
            of(|one| one.p50),
            of(|one| one.p99),
            of(|one| one.calm.map_or(0.0, |calm| calm.0)),
            of(|one| one.calm.map_or(0.0, |calm| calm.1)),
            of(|one| one.memory.0),
            of(|one| one.memory.1),
            of(|one| one.start),
            measured.iter().map(|one| one.wrong).sum::<usize>(),
        );
    }
    println!("\nRequests/s of each round:");
    for (case, measured) in cases.iter().zip(all) {
        let rates: Vec<_> = measured.iter().map(|one| format!("{:.0}", one.rate)).collect();
        println!("{}: {}", case.name, rates.join(", "));
    }
}

fn median(measured: &[Measured], figure: impl Fn(&Measured) -> f64) -> f64 {
    middle(measured.iter().map(figure).collect())
}

/// The median.
pub(crate) fn middle(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}
