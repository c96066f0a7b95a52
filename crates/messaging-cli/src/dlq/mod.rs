//! `messaging dlq`: what waits for a person, and what they decide.

mod words;

use messaging::store::Decision;
use serde_json::{Value, json};

use crate::{
    admin::Admin,
    arguments::{Asking, Dlq, One},
    config::Environment,
    exit::{Exit, Failure},
    logging::Format,
    output,
};

/// Most things of a shelf that are listed.
const MOST: usize = 1_000;

pub(crate) async fn run(verb: Dlq) -> Result<(), Failure> {
    match verb {
        Dlq::List(asking) => list(&asking).await,
        Dlq::Show(one) => show(&one).await,
        Dlq::Redrive(one) => decide(&one, Decision::Redrive).await,
        Dlq::Resend(one) => decide(&one, Decision::Resend).await,
        Dlq::Delivered(one) => decide(&one, Decision::Delivered).await,
        Dlq::Drop(one) => decide(&one, Decision::Drop).await,
    }
}

fn admin(asking: &Asking) -> Result<Admin, Failure> {
    Admin::find(asking.console.as_deref(), &Environment::of_process())
}

async fn list(asking: &Asking) -> Result<(), Failure> {
    let admin = admin(asking)?;
    let mut items = Vec::new();
    for shelf in ["unknown", "dead"] {
        let answer = admin.get(&format!("/api/shelved?shelf={shelf}&limit={MOST}")).await?;
        let listed =
            answer.get("items").and_then(Value::as_array).ok_or_else(|| admin.stranger("it lists no items"))?;
        items.extend(listed.iter().cloned().map(|mut item| {
            if let Some(fields) = item.as_object_mut() {
                fields.insert("shelf".into(), shelf.into());
            }
            item
        }));
    }
    items.sort_by_key(|item| std::cmp::Reverse(item.get("at").and_then(Value::as_i64)));
    output::line(&match asking.output {
        Format::Json => json!({ "v": 1, "items": items }).to_string(),
        Format::Text if items.is_empty() => "Nothing waits for a person.".into(),
        Format::Text => words::of_list(&items),
    });
    let unknown = items.iter().filter(|item| is_unknown(item)).count();
    of_unknown(unknown, "send is of unknown outcome", "sends are of unknown outcome")
}

async fn show(one: &One) -> Result<(), Failure> {
    let admin = admin(&one.asking)?;
    let answer = admin.get(&path(&one.id)?).await?;
    let letter = answer.get("letter").ok_or_else(|| admin.stranger("it shows no letter"))?;
    output::line(&match one.asking.output {
        Format::Json => answer.to_string(),
        Format::Text => words::of_letter(letter),
    });
    of_unknown(usize::from(is_unknown(letter)), "send is of unknown outcome", "")
}

async fn decide(one: &One, decision: Decision) -> Result<(), Failure> {
    let answer = admin(&one.asking)?.post(&path(&one.id)?, &json!({ "decision": decision.word() })).await?;
    output::line(&match one.asking.output {
        Format::Json => answer.to_string(),
        Format::Text => format!("{}  {}", one.id, words::of_decision(decision)),
    });
    Ok(())
}

fn is_unknown(item: &Value) -> bool {
    item.get("shelf").and_then(Value::as_str) == Some("unknown")
}

/// An id within a path; ids of ours need no escapes.
fn path(id: &str) -> Result<String, Failure> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    if id.is_empty() || !id.chars().all(plain) {
        let failure = Failure::new(Exit::NotFound, format!("`{id}` is no id of a dead letter"));
        return Err(failure.next("`messaging dlq list` shows those there are"));
    }
    Ok(format!("/api/dead/{id}"))
}

fn of_unknown(count: usize, one: &str, many: &str) -> Result<(), Failure> {
    match count {
        0 => Ok(()),
        count => {
            let what = format!("{count} {}", if count == 1 { one } else { many });
            let next = "`messaging dlq show ID` says more; then decide: resend, delivered or drop";
            Err(Failure::new(Exit::Unknown, what).next(next))
        }
    }
}
