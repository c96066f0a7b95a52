//! Where we say otherwise than both of Twilio's validators, and why: `exceptions.tsv`. Each must occur.

const ROWS: &str = include_str!("../../twilio/validators/exceptions.tsv");

pub(crate) struct Exceptions(Vec<Exception>);

struct Exception {
    /// What must be odd about a webhook, all of it.
    oddities: Vec<&'static str>,
    /// Who takes it: `ours` or `theirs`.
    taken_by: &'static str,
    used: usize,
}

impl Exceptions {
    pub(crate) fn read() -> Self {
        let rows = ROWS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|row| {
            let columns: Vec<_> = row.split('\t').collect();
            let [oddities, taken_by, reason] = columns[..] else { panic!("three columns: {row}") };
            assert!(["ours", "theirs"].contains(&taken_by) && reason.len() > 9, "{row}");
            Exception { oddities: oddities.split(", ").collect(), taken_by, used: 0 }
        });
        Self(rows.collect())
    }

    /// Whether a difference is known.
    pub(crate) fn excuse(&mut self, oddities: &[&str], taken_by: &str) -> bool {
        let is_meant = |row: &&mut Exception| {
            row.taken_by == taken_by && row.oddities.iter().all(|oddity| oddities.contains(oddity))
        };
        self.0.iter_mut().find(is_meant).map(|row| row.used += 1).is_some()
    }

    pub(crate) fn unused(&self) -> Vec<String> {
        self.0.iter().filter(|row| row.used == 0).map(Exception::name).collect()
    }

    pub(crate) fn counts(&self) -> Vec<(String, usize)> {
        self.0.iter().map(|row| (row.name(), row.used)).collect()
    }
}

impl Exception {
    fn name(&self) -> String {
        format!("{} by {}", self.oddities.join(", "), self.taken_by)
    }
}
