//! Walks over everything Twilio documents, operation by operation, and asks the emulator for it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod cases;
mod docs;
mod elsewhere;
mod exceptions;
mod field;
mod header;
mod paging;
mod shown;
mod stage;
mod state;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use cases::Cases;
use docs::Line;
use exceptions::Exceptions;
use messaging_tests::twilio_table::{Field, Operation, Parameter, Table};

#[tokio::test(start_paused = true)]
async fn the_emulator_takes_and_answers_what_twilio_documents() {
    let table = Table::read();
    let cases = Cases::read(&table);
    let mut exceptions = Exceptions::read();
    let mut gaps = cases.misfits(&table);
    let mut lines = Vec::new();
    let mut seen = BTreeMap::<(String, String), bool>::new();
    for operation in &table.operations {
        let walked = walk::walk(&table, &cases, operation).await;
        let mut line = Line::new(operation, walked.shown);
        if let Some(why) = walked.refused {
            gaps.push(format!("{}: {why}", operation.name));
            continue;
        }
        for (name, why) in walked.parameters {
            line.parameters -= 1;
            if !exceptions.excuse(&operation.name, "parameter", &name) {
                gaps.push(format!("{} {why}", operation.name));
            }
        }
        for field in &operation.fields {
            let checked: Result<Vec<bool>, String> =
                walked.answers.iter().map(|answer| field::check(field, &answer.body)).collect();
            let bare = field.name.rsplit("[].").next().unwrap_or_default().to_owned();
            let has_value = seen.entry((field.schema.clone(), bare)).or_default();
            match checked {
                Ok(values) => *has_value |= values.contains(&true),
                Err(why) => {
                    line.fields -= 1;
                    *has_value = true;
                    if !exceptions.excuse(&operation.name, "field", &field.name) {
                        gaps.push(format!("{} answers {} that {why}", operation.name, field.name));
                    }
                }
            }
        }
        lines.push(line);
    }
    let empty: BTreeSet<_> = seen.into_iter().filter(|(_, seen)| !seen).map(|(field, _)| field).collect();
    for (schema, field) in empty {
        if !exceptions.excuse(&schema, "value", &field) {
            gaps.push(format!("{schema}.{field} is null in every answer"));
        }
    }
    gaps.extend(exceptions.unused());
    gaps.extend(exceptions.too_many(&table));
    assert!(gaps.is_empty(), "{} gaps:\n{}", gaps.len(), gaps.join("\n"));
    docs::compare(&docs::write(&table, &lines, &exceptions));
}

#[tokio::test(start_paused = true)]
async fn what_the_emulator_does_not_know_is_found() {
    let mut table = Table::read();
    let cases = Cases::read(&table);
    let operation = table.operations.iter_mut().find(|operation| operation.name == "CreateRole").unwrap();
    let (kind, place) = ("string".to_owned(), "form".to_owned());
    let more = Parameter { name: "Colour".into(), place, kind: kind.clone(), required: false, repeated: false };
    operation.parameters.push(more);
    operation.fields.push(Field { name: "colour".into(), schema: "role".into(), kind, nullable: true });
    let operation = table.get("CreateRole").unwrap();
    let walked = walk::walk(&table, &cases, operation).await;
    assert!(walked.refused.is_none());
    assert_eq!(walked.parameters.keys().collect::<Vec<_>>(), ["Colour"]);
    assert!(field::check(operation.fields.last().unwrap(), &walked.answers[0].body).is_err());
    let unknown = Operation { path: "/v1/Colours".into(), ..operation.clone() };
    assert!(walk::walk(&table, &cases, &unknown).await.refused.is_some());
}
