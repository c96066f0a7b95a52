//! Every verb of the Twilio provider, and its set-up, say nothing to Twilio that no page of Twilio's documents.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{collections::BTreeSet, sync::Mutex, time::Duration};

use messaging_core::{
    Context, ListMissed, Messenger, Place, Provider, Request, Result, SendMessage, UnixMillis, Verb, archive,
    message::{
        Action, AddParticipant, CheckHealth, Content, ConversationState, CreateConversation, DeleteConversation,
        DeleteMessage, EditMessage, FetchConversation, FetchMedia, FetchMessage, FetchPrice, FindSend, Invoke,
        ListConversations, ListMessages, ListParticipants, Media, MediaFile, RemoveParticipant, SetConversationState,
        Timers, UpdateConversation, UpdateParticipant, UploadMedia,
    },
    text::fit,
};
use messaging_emulator::{FaultPlan, Journal, TwilioEmulator, TwilioSettings};
use messaging_tests::documented::Documented;
use messaging_twilio::{Setup, Twilio, TwilioConfig, direct};
use serde_json::{Map, Value, json};

const OURS: &str = "+15550100001";
const THEIRS: &str = "+15550100777";

struct Stage {
    emulator: TwilioEmulator,
    journal: Journal,
    config: TwilioConfig,
    documented: Documented,
    twilio: Twilio,
    messenger: Messenger,
    called: Mutex<BTreeSet<&'static str>>,
}

impl Stage {
    fn new(names_service: bool, inbound: &str) -> Self {
        let settings = TwilioSettings::generated(7, "http://twilio.test");
        let journal = Journal::new();
        let emulator = TwilioEmulator::new(settings.clone(), FaultPlan::default(), 7, journal.clone());
        let mut config = json!({
            "account_sid": settings.account_sid,
            "auth_token": settings.auth_token,
            "base_url": "http://twilio.test",
            "phone_number": OURS,
            "webhook_url": "https://app.example.com/webhooks/twilio",
            "messaging_service_sid": settings.messaging_service_sid,
            "inbound": inbound,
        });
        if names_service {
            config["conversations_service_sid"] = settings.conversations_service_sid.into();
        }
        let config = serde_json::from_value(config).expect("settings");
        Self::of(emulator, journal, config)
    }

    fn of(emulator: TwilioEmulator, journal: Journal, config: TwilioConfig) -> Self {
        let documented = Documented::default();
        let wall = journal.clone();
        let twilio = Twilio::new(config.clone(), documented.transport(emulator.api())).expect("sound settings");
        let twilio = twilio.with_clock(move || wall.wall());
        let messenger = Messenger::new(twilio.clone());
        Self { emulator, journal, config, documented, twilio, messenger, called: Mutex::default() }
    }

    /// The same with a role for experts.
    fn knowing(self, role: &str) -> Self {
        let mut config = self.config;
        config.roles.insert("expert".into(), role.into());
        Self::of(self.emulator, self.journal, config)
    }

    async fn role(&self) -> String {
        let payload = json!({ "FriendlyName": "expert", "Type": "conversation", "Permission": ["sendMessage"] });
        let root =
            self.config.conversations_service_sid.as_ref().map_or_else(String::new, |sid| format!("/Services/{sid}"));
        let made = self.call(Invoke { method: format!("POST /v1{root}/Roles"), payload }).await.expect("a role");
        made["sid"].as_str().expect("a sid").to_owned()
    }

    fn now(&self) -> UnixMillis {
        UnixMillis::from(self.journal.wall())
    }

    async fn call<R: Request>(&self, request: R) -> Result<R::Output> {
        self.called.lock().unwrap().insert(R::VERB.name());
        self.messenger.call(request).await
    }

    async fn send(&self, message: SendMessage, intent: &str) -> String {
        self.called.lock().unwrap().insert(Verb::Send.name());
        let mut context = Context::default();
        context.intent = Some(intent.into());
        let receipt = self.messenger.call_in(context, message).await.expect("sent");
        receipt.id().expect("a part").as_str().to_owned()
    }
}

fn object(value: Value) -> Map<String, Value> {
    let Value::Object(object) = value else { panic!("an object") };
    object
}

/// A text to each channel, looked up, read, priced, redacted and taken back.
async fn texts(stage: &Stage) {
    stage.emulator.write_sms(&format!("whatsapp:{THEIRS}"), &format!("whatsapp:{OURS}"), "hello");
    let mut content = Content::text("**Sure?** See [why](https://example.com)");
    content.actions = vec![Action::new("Yes", "y"), Action::new("No", "n")];
    content.media = vec![Media::at("https://media.example.com/a.png").with_type("image/png")];
    let channels = [(OURS.to_owned(), THEIRS.to_owned()), (format!("whatsapp:{OURS}"), format!("whatsapp:{THEIRS}"))];
    for (ours, theirs) in channels {
        let place = direct(ours, theirs);
        let plain = SendMessage::new(place.clone(), Content::text("Your code is 42"));
        let rich = SendMessage::new(place.clone(), content.clone());
        let limits = stage.messenger.provider().limits(&rich).into_owned();
        let parts = fit(&rich, &limits).expect("it can be carried somehow");
        for (number, message) in [plain].into_iter().chain(parts).enumerate() {
            let not_before = stage.now();
            let id = stage.send(message.clone(), &format!("intent-{number}")).await;
            find(stage, message, number, not_before).await;
            stage.call(FetchMessage { conversation: place.clone(), id: id.clone().into() }).await.expect("fetched");
            settled().await;
            stage
                .call(FetchPrice { conversation: place.clone(), id: id.clone().into() })
                .await
                .expect("a price, or none yet");
            let edit = EditMessage { conversation: place.clone(), id: id.clone().into(), content: Content::default() };
            stage.call(edit).await.expect("redacted");
            stage.call(DeleteMessage { conversation: place.clone(), id: id.into() }).await.expect("deleted");
        }
        let mut list = ListMessages::of(place.clone());
        list.not_before = Some(UnixMillis(0));
        list.limit = Some(1);
        stage.call(list).await.expect("a list");
    }
}

async fn find(stage: &Stage, message: SendMessage, number: usize, not_before: UnixMillis) {
    let find = FindSend { intent: format!("intent-{number}").into(), message, not_before, known: Vec::new() };
    stage.call(find).await.expect("looked up");
}

/// A conversation from its creation to its end.
async fn conversations(stage: &Stage) {
    let attributes = object(json!({ "ticket": 7 }));
    let timers = Timers::default().inactive_after(Duration::from_secs(300)).closed_after(Duration::from_secs(3_600));
    let create = CreateConversation::named("Support").unique("case-7").with_attributes(attributes.clone());
    let made = stage.call(create.with_timers(timers)).await.expect("created");
    let room = made.id.clone();
    stage.call(FetchConversation { id: room.clone() }).await.expect("fetched");
    let mut list = ListConversations::default();
    list.limit = Some(1);
    list.cursor = stage.call(list.clone()).await.expect("a list").next;
    stage.call(list).await.expect("the next page");
    let update = UpdateConversation::of(room.clone()).named("Support 7").with_attributes(attributes.clone());
    stage.call(update.with_timers(timers)).await.expect("changed");
    let identity = AddParticipant::identity(room.clone(), "ann").with_attributes(attributes.clone());
    stage.call(identity.with_role("expert")).await.expect("added");
    let phone = stage.call(AddParticipant::address(room.clone(), THEIRS, OURS)).await.expect("added");
    let group = stage.call(CreateConversation::named("Group")).await.expect("created").id;
    stage.call(AddParticipant::projected(group, "host", OURS)).await.expect("added");
    stage
        .call(UpdateParticipant::of(room.clone(), phone.id.clone()).with_attributes(attributes))
        .await
        .expect("changed");
    stage.call(ListParticipants::of(room.clone())).await.expect("a list");
    posts(stage, &made.reference).await;
    stage.call(RemoveParticipant { conversation: room.clone(), id: phone.id }).await.expect("removed");
    for state in [ConversationState::Inactive, ConversationState::Active] {
        stage.call(SetConversationState { id: room.clone(), state }).await.expect("another state");
    }
    archive(&stage.messenger, &made.reference).await.expect("archived");
    stage.call(DeleteConversation { id: room }).await.expect("deleted");
}

async fn posts(stage: &Stage, place: &Place) {
    let file = MediaFile::new("image/png", "a picture").named("a.png");
    let media = stage.call(UploadMedia { conversation: place.clone(), file }).await.expect("uploaded");
    stage.call(FetchMedia::of(media.clone())).await.expect("fetched");
    let mut with_file = Content::text("Look");
    with_file.media = vec![media];
    let said = SendMessage::new(place.clone(), Content::text("Hello")).by("ann");
    let said = said.with_attributes(object(json!({ "from": "Ann - Local Expert" })));
    for (number, message) in [said, SendMessage::new(place.clone(), with_file)].into_iter().enumerate() {
        let not_before = stage.now();
        let id = stage.send(message.clone(), &format!("post-{number}")).await;
        find(stage, message, number, not_before).await;
        stage.call(FetchMessage { conversation: place.clone(), id: id.clone().into() }).await.expect("fetched");
        if number == 0 {
            let content = Content::text("Hello again");
            stage
                .call(EditMessage { conversation: place.clone(), id: id.clone().into(), content })
                .await
                .expect("edited");
        }
        stage.call(DeleteMessage { conversation: place.clone(), id: id.into() }).await.expect("deleted");
    }
    let mut list = ListMessages::of(place.clone());
    list.limit = Some(1);
    stage.call(list).await.expect("a list");
}

/// What was said while nobody listened: to a number, in a conversation, in the service.
async fn missed(stage: &Stage) {
    let room = stage.call(CreateConversation::named("Later")).await.expect("created");
    let places = [Place::new("number", [OURS]), Place::new("direct", [OURS, THEIRS]), room.reference];
    let service = stage.twilio.catch_up().expect("it can").listings(&Context::default()).await.expect("places");
    for place in places.into_iter().chain(service) {
        stage.call(ListMissed::of(place, UnixMillis(0))).await.expect("a list");
    }
}

/// What is to be set at Twilio, and setting it; an address of an own number is one way of a text, a webhook the other.
async fn set_up(stage: &Stage) {
    stage.twilio.has_service().await.expect("an answer");
    for _ in 0..2 {
        for step in stage.twilio.setup(&Setup::default()).await.expect("steps") {
            stage.twilio.apply(&step).await.expect("applied");
        }
    }
}

async fn settled() {
    tokio::time::sleep(Duration::from_secs(120)).await;
}

#[tokio::test(start_paused = true)]
async fn no_verb_says_what_is_not_documented() {
    let mut operations = BTreeSet::new();
    let mut requests = 0;
    for names_service in [false, true] {
        for inbound in ["messaging", "conversations"] {
            let stage = Stage::new(names_service, inbound);
            let role = stage.role().await;
            let stage = stage.knowing(&role);
            stage.call(CheckHealth::default()).await.expect("healthy");
            texts(&stage).await;
            conversations(&stage).await;
            set_up(&stage).await;
            missed(&stage).await;
            let method = "GET /v1/Conversations".to_owned();
            stage.call(Invoke { method, payload: json!({ "PageSize": 1 }) }).await.expect("a list");
            assert_eq!(stage.documented.undocumented(), [""; 0]);
            assert_eq!(stage.emulator.warnings(), [""; 0]);
            let offered: BTreeSet<_> = stage.messenger.provider().verbs().map(Verb::name).collect();
            assert_eq!(*stage.called.lock().unwrap(), offered, "every verb is called");
            operations.extend(stage.documented.operations());
            requests += stage.documented.requests();
        }
    }
    assert!(operations.len() > 40, "{operations:?}");
    println!("{requests} requests of {} operations", operations.len());
}

/// The look at requests finds what is wrong with them.
#[tokio::test(start_paused = true)]
async fn what_is_not_documented_is_found() {
    let stage = Stage::new(true, "messaging");
    for (method, payload) in [
        ("POST /v1/Conversations", json!({ "Colour": "red" })),
        ("GET /v1/Conversations", json!({ "FriendlyName": "x" })),
        ("GET /v1/Colours", Value::Null),
    ] {
        drop(stage.call(Invoke { method: method.into(), payload }).await);
    }
    assert_eq!(
        stage.documented.undocumented(),
        [
            "POST /v1/Conversations: Colour in the form",
            "GET /v1/Conversations: FriendlyName in the query",
            "GET /v1/Colours",
        ]
    );
}
