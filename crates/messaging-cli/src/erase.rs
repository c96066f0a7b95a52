//! `messaging export` and `messaging erase`: what is kept of somebody, shown and removed.

use std::{collections::BTreeMap, time::Duration};

use serde_json::{Value, json};

use crate::{
    admin::Admin,
    arguments::{Erase, Erasing, Export, Subject},
    config::Environment,
    exit::{Exit, Failure},
    logging::Format,
    output,
};

/// How long an answer may take: providers are asked, and the store's file is written anew.
const PATIENCE: Duration = Duration::from_secs(600);

pub(crate) async fn export(verb: Export) -> Result<(), Failure> {
    let (kind, subject) = match verb {
        Export::Conversation(subject) => ("conversation", subject),
        Export::Person(subject) => ("person", subject),
    };
    let items = kept(&admin(&subject)?, kind, &subject).await?;
    for item in &items {
        output::line(&item.to_string());
    }
    if items.is_empty() { Err(nothing(&subject)) } else { Ok(()) }
}

pub(crate) async fn erase(verb: Erase) -> Result<(), Failure> {
    let (kind, Erasing { subject, yes }) = match verb {
        Erase::Conversation(erasing) => ("conversation", erasing),
        Erase::Person(erasing) => ("person", erasing),
    };
    let admin = admin(&subject)?;
    if !yes {
        return preview(&admin, kind, &subject).await;
    }
    let answer = admin.post("/api/erase", &asked(kind, &subject)).await?;
    let receipt = answer.get("receipt").ok_or_else(|| admin.stranger("it shows no receipt"))?;
    output::line(&match subject.asking.output {
        Format::Json => answer.to_string(),
        Format::Text => words(receipt, &answer),
    });
    judge(receipt, &subject)
}

fn admin(subject: &Subject) -> Result<Admin, Failure> {
    Admin::find(subject.asking.console.as_deref(), &Environment::of_process())?.patient(PATIENCE)
}

fn asked(kind: &str, subject: &Subject) -> Value {
    json!({ kind: subject.whose, "tenant": subject.tenant })
}

async fn kept(admin: &Admin, kind: &str, subject: &Subject) -> Result<Vec<Value>, Failure> {
    let answer = admin.post("/api/export", &asked(kind, subject)).await?;
    let items = answer.get("items").and_then(Value::as_array);
    items.cloned().ok_or_else(|| admin.stranger("it lists no items"))
}

/// Says what would go, and that nothing went.
async fn preview(admin: &Admin, kind: &str, subject: &Subject) -> Result<(), Failure> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for item in kept(admin, kind, subject).await? {
        let kind = item.get("kind").and_then(Value::as_str).unwrap_or("other");
        *counts.entry(kind.to_owned()).or_default() += 1;
    }
    if counts.is_empty() {
        return Err(nothing(subject));
    }
    output::line(&match subject.asking.output {
        Format::Json => json!({ "v": 1, "would_erase": counts }).to_string(),
        Format::Text => {
            let counts: Vec<_> = counts.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
            format!("would erase: {}", counts.join(" · "))
        }
    });
    let next = "it cannot be taken back: look at it with `messaging export`, then add --yes";
    Err(Failure::new(Exit::Failed, "nothing was erased").next(next))
}

fn nothing(subject: &Subject) -> Failure {
    let next =
        "name it as the console does; a person has another name on every channel, such as `whatsapp:+15550100777`";
    Failure::new(Exit::NotFound, format!("nothing is kept of `{}`", subject.whose)).next(next)
}

fn words(receipt: &Value, answer: &Value) -> String {
    let counts = |field: &str| {
        let counts = receipt.get(field).and_then(Value::as_object).into_iter().flatten();
        let counts = counts.filter(|(_, count)| count.as_u64() != Some(0));
        let counts: Vec<_> = counts.map(|(name, count)| format!("{} {count}", name.replace('_', " "))).collect();
        if counts.is_empty() { "nothing".to_owned() } else { counts.join(" · ") }
    };
    let text = |field: &str| receipt.get(field).and_then(Value::as_str).unwrap_or("-");
    let mut lines = vec![
        format!("receipt    {}", text("id")),
        format!("subject    {}", text("subject")),
        format!("removed    {}", counts("removed")),
        format!("providers  {}", counts("provider")),
        format!("signature  {}", text("signature")),
    ];
    if receipt.get("earlier").is_some() {
        lines.push(format!("earlier    {}", text("earlier")));
    }
    for (things, name) in [("conversations", "conversation"), ("messages", "message")] {
        for thing in answer.get(things).and_then(Value::as_array).into_iter().flatten() {
            let text = |field: &str| thing.get(field).and_then(Value::as_str).unwrap_or("-");
            if !matches!(text("outcome"), "deleted" | "gone") {
                lines.push(format!("  {}  {}: {}", text(name), text("outcome"), text("why")));
            }
        }
    }
    lines.join("\n")
}

/// Whether all of it is gone, as far as anybody can tell.
fn judge(receipt: &Value, subject: &Subject) -> Result<(), Failure> {
    let number = |path: &str| receipt.pointer(path).and_then(Value::as_u64).unwrap_or_default();
    let open = number("/provider/unknown") + number("/provider/not_tried") + number("/removed/may_have_been_carried");
    let removed = receipt.get("removed").and_then(Value::as_object);
    let none = removed.is_some_and(|counts| counts.values().all(|count| count.as_u64() == Some(0)));
    if open > 0 {
        let what = format!("a provider may still have {open} of it");
        return Err(Failure::new(Exit::Unknown, what).next("look there, and delete it by hand"));
    }
    if none && receipt.get("earlier").is_none() {
        return Err(nothing(subject));
    }
    Ok(())
}
