use std::collections::BTreeMap;

use messaging::store::{Amount, Direction, Spent};

const HEAD: [&str; 11] = [
    "day (UTC)",
    "account",
    "country",
    "channel",
    "direction",
    "messages",
    "units",
    "estimated",
    "billed",
    "pending",
    "unknown",
];

/// Which columns are numbers.
const NUMBERS: std::ops::RangeInclusive<usize> = 5..=10;

type Row = [String; 11];

/// The rows and their sum, in columns.
pub(super) fn of(costs: &[Spent]) -> String {
    let mut rows: Vec<Row> = vec![HEAD.map(str::to_owned)];
    rows.extend(costs.iter().map(row));
    rows.push(total(costs));
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<_> = (0..HEAD.len()).map(|column| width(column).unwrap_or_default()).collect();
    let line = |row: &Row| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            if NUMBERS.contains(&column) { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn row(spent: &Spent) -> Row {
    let direction = match spent.direction {
        Direction::Inbound => "inbound",
        Direction::Outbound => "outbound",
    };
    [
        spent.day.to_string(),
        spent.account.to_string(),
        spent.country.clone().unwrap_or_else(|| "-".into()),
        spent.channel.clone(),
        direction.into(),
        spent.messages.to_string(),
        spent.units.to_string(),
        money(&spent.estimated),
        money(&spent.billed),
        spent.pending.to_string(),
        spent.unknown.to_string(),
    ]
}

fn total(costs: &[Spent]) -> Row {
    let count = |of: fn(&Spent) -> u64| costs.iter().map(of).fold(0, u64::saturating_add).to_string();
    let sum = |of: fn(&Spent) -> &BTreeMap<String, Amount>| {
        let mut sums: BTreeMap<String, Amount> = BTreeMap::new();
        for (currency, amount) in costs.iter().flat_map(of) {
            let sum = sums.entry(currency.clone()).or_default();
            *sum = sum.plus(*amount);
        }
        money(&sums)
    };
    [
        "together".into(),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
        count(|row| row.messages),
        count(|row| row.units),
        sum(|row| &row.estimated),
        sum(|row| &row.billed),
        count(|row| row.pending),
        count(|row| row.unknown),
    ]
}

/// Every currency with its amount; a dash for nothing.
fn money(sums: &BTreeMap<String, Amount>) -> String {
    let sums: Vec<_> = sums.iter().map(|(currency, amount)| format!("{amount} {currency}")).collect();
    if sums.is_empty() { "-".into() } else { sums.join(" + ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_and_summed() {
        let row = |json: &str| -> Spent { serde_json::from_str(json).unwrap() };
        let costs = [
            row(r#"{"day":"2026-11-20","tenant":"default","account":"twilio","country":"US","channel":"sms",
                "direction":"outbound","messages":12,"units":14,"unpriced":0,"estimated":{"USD":"0.1106"},
                "billed":{"USD":"0.0711"},"pending":3,"unknown":0}"#),
            row(r#"{"day":"2026-11-20","tenant":"default","account":"twilio","country":null,"channel":"rcs",
                "direction":"inbound","messages":1,"units":1,"unpriced":1,"estimated":{},"billed":{},"pending":0,
                "unknown":0}"#),
        ];
        let expected = "\
day (UTC)   account  country  channel  direction  messages  units   estimated      billed  pending  unknown
2026-11-20  twilio   US       sms      outbound         12     14  0.1106 USD  0.0711 USD        3        0
2026-11-20  twilio   -        rcs      inbound           1      1           -           -        0        0
together                                                13     15  0.1106 USD  0.0711 USD        3        0";
        assert_eq!(of(&costs), expected);
    }
}
