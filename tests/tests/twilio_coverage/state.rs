//! What must exist before an operation can be called: everything its path names.

use std::{collections::BTreeMap, time::Duration};

use messaging_tests::twilio_table::Operation;

use crate::{
    cases::Cases,
    stage::{Pairs, Stage},
};

pub(crate) const PERSON: &str = "+15550100777";
pub(crate) const OURS: &str = "+15550100001";
pub(crate) const OURS_TOO: &str = "+15550100002";
const MEDIA: &str = "MediaUrl=http://media.test/a.png & MediaUrl=http://media.test/b.png";
const FLOW: &str = "FW0123456789abcdef0123456789abcdef";
const FLOW_TOO: &str = "FWfedcba9876543210fedcba9876543210";
const CONTENT: &str = "HX0123456789abcdef0123456789abcdef";

/// The values of placeholders, and of what has been made so far.
pub(crate) struct State<'a> {
    pub(crate) stage: &'a Stage,
    cases: &'a Cases,
    names: BTreeMap<String, String>,
}

impl<'a> State<'a> {
    pub(crate) fn new(stage: &'a Stage, cases: &'a Cases) -> Self {
        let settings = stage.emulator.settings();
        let names = [
            ("person", PERSON),
            ("ours", OURS),
            ("ours2", OURS_TOO),
            ("flow", FLOW),
            ("flow2", FLOW_TOO),
            ("content", CONTENT),
            ("account", &settings.account_sid),
            ("service", &settings.conversations_service_sid),
            ("messaging", &settings.messaging_service_sid),
        ];
        let names = names.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter().collect();
        Self { stage, cases, names }
    }

    /// Puts values for placeholders, making what some of them need.
    pub(crate) async fn fill(&mut self, text: &str) -> Result<String, String> {
        for (name, kind) in [("role", "conversation"), ("service_role", "service")] {
            if text.contains(&format!("{{{name}}}")) && !self.names.contains_key(name) {
                let permission = if kind == "service" { "joinConversation" } else { "sendMessage" };
                let form = [("FriendlyName", name), ("Type", kind), ("Permission", permission)];
                let form = form.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
                let sid = self.create("/v1/Roles", &form).await?;
                self.names.insert(name.into(), sid);
            }
        }
        if text.contains("{media}") && !self.names.contains_key("media") {
            self.names.insert("media".into(), self.stage.upload().await);
        }
        let put = |text: String, (name, value): (&String, &String)| text.replace(&format!("{{{name}}}"), value);
        Ok(self.names.iter().fold(text.to_owned(), put))
    }

    /// The real path of an operation, after everything it names was made. `seed` changes how the last of them is made.
    pub(crate) async fn path(&mut self, operation: &Operation, seed: &str) -> Result<String, String> {
        let parts: Vec<_> = operation.path.split('/').skip(1).collect();
        let last = parts.iter().rposition(|part| part.starts_with('{'));
        let mut path = String::new();
        for (at, part) in parts.iter().enumerate() {
            match part.strip_prefix('{').and_then(|part| part.split_once('}')) {
                None => path = format!("{path}/{part}"),
                Some((name, end)) => {
                    let sid = self.named(&path, name, if last == Some(at) { seed } else { "" }).await?;
                    path = format!("{path}/{sid}{end}");
                }
            }
        }
        Ok(path)
    }

    /// One that is in the collection at `path`.
    async fn named(&mut self, path: &str, name: &str, seed: &str) -> Result<String, String> {
        let settings = self.stage.emulator.settings();
        let collection = path.rsplit('/').next().unwrap_or_default();
        match (collection, name) {
            ("Accounts", _) => Ok(settings.account_sid.clone()),
            ("Services", "ChatServiceSid") => Ok(settings.conversations_service_sid.clone()),
            ("Users", "UserSid") => {
                self.conversation(path.trim_end_matches("/Users")).await?;
                let users = self.stage.call("GET", path, "", &Pairs::new(), None).await;
                let users = users.body["users"].as_array().cloned().unwrap_or_default();
                let ann = users.iter().find(|user| user["identity"] == "ann");
                ann.and_then(|user| user["sid"].as_str().map(str::to_owned)).ok_or_else(|| "no user ann".to_owned())
            }
            ("Conversations", _) if path.contains("/Users/") => {
                self.names.get("conversation").cloned().ok_or_else(|| "no conversation".to_owned())
            }
            ("Conversations", _) => self.conversation(path.trim_end_matches("/Conversations")).await,
            ("Receipts", _) => self.first(path, "delivery_receipts").await,
            ("Messages", _) if path.contains("/Accounts/") => {
                let media = if seed.is_empty() { MEDIA } else { seed };
                let sid = self.seeded(&format!("{path}.json"), media).await?;
                settled().await;
                Ok(sid)
            }
            ("IncomingPhoneNumbers", _) => self.first(&format!("{path}.json"), "incoming_phone_numbers").await,
            ("Media", _) => self.first(&format!("{path}.json"), "media_list").await,
            ("Messages", _) => {
                let sid = self.seeded(path, seed).await?;
                settled().await;
                Ok(sid)
            }
            _ => self.seeded(path, seed).await,
        }
    }

    /// Two of what a list lists.
    pub(crate) async fn populate(&mut self, operation: &Operation, path: &str) -> Result<(), String> {
        let root = path.split_once("/Users/").map_or(path, |(root, _)| root);
        let root = root.trim_end_matches("/ParticipantConversations");
        if path.ends_with("/ParticipantConversations") {
            self.conversation(root).await?;
        }
        if operation.path.contains("/Users/{") || path.ends_with("/ParticipantConversations") {
            let conversations = format!("{root}/Conversations");
            let sid = self.seeded(&conversations, "UniqueName=order-8").await?;
            self.create(&format!("{conversations}/{sid}/Participants"), &pairs("Identity=ann")).await?;
            let phone = format!("MessagingBinding.Address={PERSON} & MessagingBinding.ProxyAddress={OURS_TOO}");
            self.create(&format!("{conversations}/{sid}/Participants"), &pairs(&phone)).await?;
        } else if !["/Receipts", "/Media.json", "/IncomingPhoneNumbers.json"].iter().any(|end| path.ends_with(end)) {
            for (person, number) in [("dora", OURS), ("eve", OURS_TOO)] {
                let differs = match path.rsplit('/').next() {
                    Some("Users" | "Participants") => format!("Identity={person}"),
                    Some("Addresses") => format!("Address={number}"),
                    Some("Roles") => format!("FriendlyName={person}"),
                    _ => String::new(),
                };
                self.seeded(path, &differs).await?;
            }
        }
        settled().await;
        Ok(())
    }

    /// A conversation with somebody who chats, two with phones, and a first message.
    async fn conversation(&mut self, root: &str) -> Result<String, String> {
        let conversations = format!("{root}/Conversations");
        let sid = self.seeded(&conversations, "").await?;
        let participants = format!("{conversations}/{sid}/Participants");
        self.create(&participants, &pairs("Identity=ann")).await?;
        for person in [PERSON, "+15550100776"] {
            let phone = format!("MessagingBinding.Address={person} & MessagingBinding.ProxyAddress={OURS}");
            self.create(&participants, &pairs(&phone)).await?;
        }
        let said = pairs("Author=ann & Body=first");
        let message = self.create(&format!("{conversations}/{sid}/Messages"), &said).await?;
        settled().await;
        self.names.insert("conversation".into(), sid.clone());
        self.names.insert("message".into(), message);
        Ok(sid)
    }

    /// Makes one with the least that a call carries, changed by `seed`.
    async fn seeded(&mut self, path: &str, seed: &str) -> Result<String, String> {
        let least = self.cases.least_at(path);
        let seed = self.fill(seed).await?;
        let least = self.fill(&least).await?;
        self.create(path, &merged(&pairs(&least), &seed)).await
    }

    async fn create(&self, path: &str, form: &Pairs) -> Result<String, String> {
        let answer = self.stage.call("POST", path, "form", form, None).await;
        let sid = answer.body["sid"].as_str().filter(|_| answer.status < 300);
        sid.map(str::to_owned).ok_or_else(|| format!("what it needs is not made: POST {path}: {}", answer.complaint()))
    }

    async fn first(&self, path: &str, key: &str) -> Result<String, String> {
        let answer = self.stage.call("GET", path, "", &Pairs::new(), None).await;
        let sid = answer.body[key][0]["sid"].as_str();
        sid.map(str::to_owned).ok_or_else(|| format!("what it needs is not there: GET {path}: {}", answer.complaint()))
    }
}

/// Waits until everything that follows has happened.
pub(crate) async fn settled() {
    tokio::time::sleep(Duration::from_secs(30)).await;
}

/// Reads `Name=value & Name=value`.
pub(crate) fn pairs(text: &str) -> Pairs {
    let parts = text.split(" & ").filter(|part| !part.is_empty() && !part.starts_with('!'));
    parts.filter_map(|part| part.split_once('=')).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// The least, with what `more` adds, replaces, or takes out by `!Name`.
pub(crate) fn merged(least: &Pairs, more: &str) -> Pairs {
    let added = pairs(more);
    let out = |name: &str| more.split(" & ").any(|part| part.strip_prefix('!') == Some(name));
    let kept = least.iter().filter(|(name, _)| !out(name) && !added.iter().any(|(other, _)| other == name));
    kept.cloned().chain(added.iter().cloned()).collect()
}
