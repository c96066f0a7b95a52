//! What the emulator does not do, each with its reason: `exceptions.tsv`.

use std::collections::BTreeSet;

use messaging_tests::twilio_table::{Table, rows};

/// The list, and what of it was needed.
pub(crate) struct Exceptions {
    pub(crate) rows: Vec<Exception>,
    used: BTreeSet<usize>,
}

/// One row: of an operation a `parameter` or a `field`, or of a schema a `value` that is always null.
pub(crate) struct Exception {
    pub(crate) owner: String,
    pub(crate) what: String,
    pub(crate) name: String,
    pub(crate) reason: String,
}

impl Exceptions {
    pub(crate) fn read() -> Self {
        let rows = rows("exceptions.tsv").into_iter().map(|row| {
            let [owner, what, name, reason] = row.try_into().expect("four columns");
            assert!(
                !format!("{owner}{name}").contains('*') && reason.len() > 9,
                "{owner} {name}: one by one, with a reason"
            );
            Exception { owner, what, name, reason }
        });
        Self { rows: rows.collect(), used: BTreeSet::new() }
    }

    /// Whether there is such an exception, which is used from now on.
    pub(crate) fn excuse(&mut self, owner: &str, what: &str, name: &str) -> bool {
        let is_meant = |row: &Exception| row.owner == owner && row.what == what && row.name == name;
        let found = self.rows.iter().position(is_meant);
        self.used.extend(found);
        found.is_some()
    }

    /// Exceptions from what holds.
    pub(crate) fn unused(&self) -> Vec<String> {
        let idle = self.rows.iter().enumerate().filter(|(at, _)| !self.used.contains(at));
        idle.map(|(_, row)| {
            format!("exceptions.tsv: {} {} {} holds without an exception", row.owner, row.what, row.name)
        })
        .collect()
    }

    /// More than one in ten.
    pub(crate) fn too_many(&self, table: &Table) -> Vec<String> {
        let count = |what: &str| self.rows.iter().filter(|row| row.what == what).count();
        let parameters: usize = table.operations.iter().map(|operation| operation.parameters.len()).sum();
        let fields: usize = table.operations.iter().map(|operation| operation.fields.len()).sum();
        let counts =
            [("parameter", count("parameter"), parameters), ("field", count("field") + count("value"), fields)];
        let too_many = counts.into_iter().filter(|(_, exceptions, all)| exceptions * 10 > *all);
        too_many.map(|(what, exceptions, all)| format!("{exceptions} exceptions from {all} {what}s")).collect()
    }
}
