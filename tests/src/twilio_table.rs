//! What Twilio documents, read from `twilio/coverage/table.tsv`: operations, their parameters and the fields of their
//! answers. The script beside the table derives it from the vendor's `OpenAPI` files.

use std::path::{Path, PathBuf};

/// The whole table.
#[derive(Debug, Default)]
pub struct Table {
    /// In the order of the files they come from.
    pub operations: Vec<Operation>,
    /// Lines that start with `#`, without it, cut at tabs.
    pub header: Vec<Vec<String>>,
    /// The rows as they stand in the file.
    pub body: String,
}

/// One method of one path.
#[derive(Clone, Debug, Default)]
pub struct Operation {
    /// `CreateConversation`
    pub name: String,
    /// `GET`, `POST` or `DELETE`.
    pub method: String,
    /// With its parameters in braces.
    pub path: String,
    /// The statuses of success.
    pub statuses: Vec<u16>,
    /// What it takes.
    pub parameters: Vec<Parameter>,
    /// What it answers.
    pub fields: Vec<Field>,
}

/// Something that a request may carry.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// `FriendlyName`
    pub name: String,
    /// `path`, `query`, `header` or `form`.
    pub place: String,
    /// As the script says.
    pub kind: String,
    /// Whether a request without it is refused.
    pub required: bool,
    /// Whether it may come more than once.
    pub repeated: bool,
}

/// Something that an answer carries.
#[derive(Clone, Debug)]
pub struct Field {
    /// `friendly_name`, or `conversations[].friendly_name` in a list.
    pub name: String,
    /// The resource that has it.
    pub schema: String,
    /// As the script says.
    pub kind: String,
    /// Whether it may be null.
    pub nullable: bool,
}

/// A file of the folder `twilio/coverage`.
#[must_use]
pub fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("twilio/coverage").join(name)
}

/// The rows of a file of tab-separated values, without comments.
///
/// # Panics
/// There is no such file.
#[must_use]
pub fn rows(name: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(file(name)).expect("a file of tests/twilio/coverage");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

impl Table {
    /// Reads the table.
    ///
    /// # Panics
    /// It is not there, or not a table.
    #[must_use]
    pub fn read() -> Self {
        let text = std::fs::read_to_string(file("table.tsv")).expect("tests/twilio/coverage/table.tsv");
        let mut table = Self::default();
        for line in text.lines() {
            if let Some(header) = line.strip_prefix('#') {
                table.header.push(header.split('\t').map(str::to_owned).collect());
            } else {
                table.body += line;
                table.body += "\n";
                table.row(&line.split('\t').collect::<Vec<_>>());
            }
        }
        table
    }

    fn row(&mut self, row: &[&str]) {
        let &[operation, what, name, place, kind, notes] = row else { panic!("six columns: {row:?}") };
        if what == "operation" {
            let statuses = kind.split('|').map(|status| status.parse().expect("a status")).collect();
            let (name, path, method) = (operation.to_owned(), name.to_owned(), place.to_owned());
            let (parameters, fields) = (Vec::new(), Vec::new());
            return self.operations.push(Operation { name, method, path, statuses, parameters, fields });
        }
        let last =
            self.operations.last_mut().filter(|last| last.name == operation).expect("rows after their operation");
        let has = |note| notes.split(',').any(|other| other == note);
        let (name, kind) = (name.to_owned(), kind.to_owned());
        match what {
            "parameter" => {
                let (required, repeated) = (has("required"), has("repeated"));
                last.parameters.push(Parameter { name, place: place.to_owned(), kind, required, repeated });
            }
            "field" => {
                last.fields.push(Field { name, schema: place.to_owned(), kind, nullable: has("nullable") });
            }
            _ => panic!("{what} is no kind of row"),
        }
    }

    /// The operation of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.name == name)
    }

    /// The operation of a method and a path with its parameters in braces.
    #[must_use]
    pub fn at(&self, method: &str, path: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.method == method && operation.path == path)
    }

    /// The operation that a request is, by its method and its real path.
    #[must_use]
    pub fn find(&self, method: &str, path: &str) -> Option<&Operation> {
        let fits = |operation: &&Operation| operation.method == method && operation.fits(path);
        // `Media/{Sid}.json` also looks like `{Sid}`: the longest literal wins.
        self.operations.iter().filter(fits).max_by_key(|operation| operation.literal())
    }
}

impl Operation {
    /// The parameter of that name, which is not one of the path.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name && parameter.place != "path")
    }

    /// Without `Service`, if it is the twin of an operation on the account's default service.
    #[must_use]
    pub fn twin(&self, table: &Table) -> String {
        let of_default = self.path.replacen("/Services/{ChatServiceSid}", "", 1);
        let twin = table.at(&self.method, &of_default).filter(|twin| {
            let name = |parameter: &Parameter| parameter.name.clone();
            let own: Vec<_> = self.parameters.iter().map(name).filter(|name| name != "ChatServiceSid").collect();
            let others: Vec<_> = twin.parameters.iter().map(name).collect();
            own.iter().all(|name| others.contains(name)) && own.len() == others.len()
        });
        twin.map_or(&self.name, |twin| &twin.name).clone()
    }

    fn literal(&self) -> usize {
        self.path.split('/').filter(|part| !part.contains('{')).count()
    }

    /// Whether a real path is one of this operation's.
    #[must_use]
    pub fn fits(&self, path: &str) -> bool {
        let (own, real) = (self.path.split('/'), path.split('/'));
        own.clone().count() == real.clone().count()
            && own.zip(real).all(|(own, real)| match own.split_once('}') {
                Some((_, end)) => real.strip_suffix(end).is_some_and(|name| {
                    // A SID has no dot; `{Sid}` is not what `{Sid}.json` is.
                    !name.is_empty() && (!end.is_empty() || !name.contains(".json"))
                }),
                None => own == real,
            })
    }
}
