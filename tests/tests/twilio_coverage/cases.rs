//! What operations are called with: `cases.tsv`, and what follows from a type where it says nothing.

use messaging_tests::twilio_table::{Operation, Parameter, Table, rows};

/// Every row.
pub(crate) struct Cases {
    rows: Vec<Case>,
    collections: Vec<(String, String)>,
}

/// One call for one parameter.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) operation: String,
    pub(crate) parameter: String,
    pub(crate) value: String,
    pub(crate) beside: String,
    pub(crate) seed: String,
    pub(crate) shows: String,
    why: String,
}

impl Cases {
    pub(crate) fn read(table: &Table) -> Self {
        let rows: Vec<_> = rows("cases.tsv").into_iter().map(Case::new).collect();
        let posts =
            table.operations.iter().filter(|operation| operation.method == "POST" && !operation.path.ends_with('}'));
        let collections = posts.map(|operation| (operation.path.clone(), operation.twin(table))).collect();
        Self { rows, collections }
    }

    /// Rows that belong to nothing in the table, and rows that say `-` without saying why.
    pub(crate) fn misfits(&self, table: &Table) -> Vec<String> {
        let is_known = |case: &Case| {
            let operation = table.get(&case.operation);
            operation.is_some_and(|operation| case.parameter == "*" || operation.parameter(&case.parameter).is_some())
        };
        let unknown = self.rows.iter().filter(|case| !is_known(case));
        let mute = self.rows.iter().filter(|case| case.shows == "-" && case.why.is_empty());
        let misfits = unknown.chain(mute);
        misfits.map(|case| format!("cases.tsv: {} {} does not fit", case.operation, case.parameter)).collect()
    }

    /// The least that a good call carries.
    pub(crate) fn least(&self, operation: &Operation, table: &Table) -> String {
        self.of(operation, table, "*").first().map(|case| case.beside.clone()).unwrap_or_default()
    }

    /// The same for whatever makes something at a real path.
    pub(crate) fn least_at(&self, path: &str) -> String {
        let parts: Vec<_> = path.split('/').collect();
        let fits = |own: &str| {
            let own: Vec<_> = own.split('/').collect();
            own.len() == parts.len() && own.iter().zip(&parts).all(|(own, real)| own.starts_with('{') || own == real)
        };
        let twin = self.collections.iter().find(|(own, _)| fits(own)).map(|(_, twin)| twin.as_str());
        let least = self.rows.iter().find(|case| Some(case.operation.as_str()) == twin && case.parameter == "*");
        least.map(|case| case.beside.clone()).unwrap_or_default()
    }

    /// The calls that test a parameter.
    pub(crate) fn of(&self, operation: &Operation, table: &Table, parameter: &str) -> Vec<Case> {
        let named = |name: &str| -> Vec<Case> {
            self.rows.iter().filter(|case| case.operation == name && case.parameter == parameter).cloned().collect()
        };
        let own = named(&operation.name);
        if own.is_empty() { named(&operation.twin(table)) } else { own }
    }

    /// The same, with what follows from its type if there is no row.
    pub(crate) fn for_parameter(&self, operation: &Operation, table: &Table, parameter: &Parameter) -> Vec<Case> {
        let given = self.of(operation, table, &parameter.name);
        if !given.is_empty() {
            return given.into_iter().map(Case::or_text).collect();
        }
        let empty = Case::new(vec![operation.name.clone(), parameter.name.clone()]);
        let values: Vec<&str> = match parameter.kind.split_once(':') {
            Some(("enum", values)) => values.split('|').collect(),
            _ => match parameter.kind.as_str() {
                "boolean" => vec!["true", "false"],
                "integer" => vec!["1"],
                "string" => vec!["Some text, & é"],
                _ => panic!("{} {}: cases.tsv needs a row for {}", operation.name, parameter.name, parameter.kind),
            },
        };
        values.into_iter().map(|value| Case { value: value.to_owned(), ..empty.clone() }).collect()
    }
}

impl Case {
    fn new(row: Vec<String>) -> Self {
        let mut row = row.into_iter();
        let mut next = || row.next().unwrap_or_default();
        let (operation, parameter, value) = (next(), next(), next());
        Self { operation, parameter, value, beside: next(), seed: next(), shows: next(), why: next() }
    }

    /// A call with the least and nothing else.
    pub(crate) fn least() -> Self {
        Self::new(Vec::new())
    }

    /// A call with the least and one parameter more.
    pub(crate) fn with(parameter: &str, value: &str) -> Self {
        Self { parameter: parameter.to_owned(), value: value.to_owned(), ..Self::least() }
    }

    fn or_text(mut self) -> Self {
        match self.value.as_str() {
            "" => "Some text, & é".clone_into(&mut self.value),
            "\"\"" => self.value.clear(),
            _ => {}
        }
        self
    }
}
