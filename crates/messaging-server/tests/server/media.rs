//! `/media/{name}`: files that came in with messages, over a real socket.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, SystemTime},
};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Method, Request, StatusCode};
use messaging_agent::{Turn, from_fn};
use messaging_core::{
    Clock, Context, Descriptor, Error, ErrorKind, Event, EventKind, Messenger, Place, Provider, PublicUrl, Result,
    UnixMillis, capability,
    capability::{Received, Reply, Webhooks},
    message::{Author, Content, FetchMedia, Media, MediaFile, Message, Receipt, SendMessage, TooLarge, UploadMedia},
};
use messaging_gateway::{Gateway, MediaError, Running, Settings};
use messaging_server::{ListenerSettings, PublicSettings, Readiness, public};
use messaging_store::{Lane, MemoryStore, Slice, Store};
use tokio::sync::{Notify, mpsc};
use tower::ServiceExt;

use crate::{
    caller::{Answer, ask, get},
    raw::PATIENCE,
    site::Site,
};

const HERE: &str = "https://bot.test";
const VENDORS: &str = "https://vendor.test/files/";

/// A platform whose callbacks are the address of a file, and whose files are what they are called.
#[derive(Debug)]
struct Album(Descriptor, Arc<Gate>);

/// Holds the slow file back.
#[derive(Debug, Default)]
struct Gate {
    asked: Notify,
    open: Notify,
}

#[async_trait]
impl Provider for Album {
    fn descriptor(&self) -> &Descriptor {
        &self.0
    }

    async fn send(&self, _: &Context, _: SendMessage) -> Result<Receipt> {
        Ok(Receipt::of("1"))
    }

    fn media(&self) -> Option<&dyn capability::Media> {
        Some(self)
    }

    fn webhooks(&self) -> Option<&dyn Webhooks> {
        Some(self)
    }
}

impl Webhooks for Album {
    fn receive(&self, request: &Request<Bytes>, _: &PublicUrl, _: SystemTime) -> Result<Received> {
        let url = String::from_utf8(request.body().to_vec()).unwrap();
        let mut content = Content::text("look");
        content.media.push(Media::at(url.as_str()).with_type("image/png"));
        let message = Message::new(url.as_str(), Author::new("ada"), content);
        let event = Event::new(url, Place::new("room", ["1"]), EventKind::MessageAdded(message));
        Ok(Received::store(vec![event], Reply::empty()))
    }
}

#[async_trait]
impl capability::Media for Album {
    async fn fetch_media(&self, _: &Context, request: FetchMedia) -> Result<MediaFile> {
        let name = request.media.url.strip_prefix(VENDORS).unwrap().to_owned();
        let canary = |kind| Error::new(kind, "canary: what the vendor says is for the log");
        match name.as_str() {
            "cat" => Ok(MediaFile::new("image/png", "meow").named("cat 1.png")),
            "page" => Ok(MediaFile::new("text/html", "<script>").named("cat.png")),
            "drawing" => Ok(MediaFile::new("image/svg+xml", "<svg/>")),
            "gone" => Err(canary(ErrorKind::NotFound)),
            "down" => Err(canary(ErrorKind::Unavailable).with_retry_after(Duration::from_millis(6_500))),
            "locked" => Err(canary(ErrorKind::Unauthorized)),
            "large" | "large too" => Err(TooLarge { limit: request.limit }.into()),
            "careless" => Ok(MediaFile::new("image/png", vec![0; request.limit + 1])),
            "slow" => {
                self.1.asked.notify_one();
                self.1.open.notified().await;
                Ok(MediaFile::new("image/png", "late"))
            }
            _ => Err(canary(ErrorKind::Unexpected)),
        }
    }

    async fn upload_media(&self, _: &Context, _: UploadMedia) -> Result<Media> {
        Err(Error::new(ErrorKind::Unsupported, "no"))
    }
}

struct Stage {
    running: Running,
    site: Site,
    told: mpsc::UnboundedReceiver<Turn>,
    now: Arc<AtomicI64>,
    gate: Arc<Gate>,
}

impl Stage {
    async fn over(store: &MemoryStore) -> Self {
        let (tell, told) = mpsc::unbounded_channel();
        let agent = from_fn(move |turn: Turn| {
            tell.send(turn).unwrap();
            async { Ok(Vec::new()) }
        });
        let (now, gate) = (Arc::new(AtomicI64::new(0)), Arc::<Gate>::default());
        let clock = {
            let now = Arc::clone(&now);
            Clock::new(move || UnixMillis(now.load(Ordering::Relaxed)).into())
        };
        let mut settings = Settings::default();
        (settings.limits.media, settings.limits.media_fetches) = (1_000, 1);
        let gateway = Gateway::builder(Arc::new(store.clone()), agent).public_url(HERE).clock(clock).settings(settings);
        let album = Album(Descriptor::new("album"), Arc::clone(&gate));
        let running = gateway.account("album", Messenger::new(album)).build().unwrap().start().await.unwrap();
        let router = public(running.gateway().clone(), &PublicSettings::default(), &Readiness::starting()).unwrap();
        let site = Site::serve(router, ListenerSettings::default()).await;
        Self { running, site, told, now, gate }
    }

    async fn start() -> Self {
        Self::over(&MemoryStore::default()).await
    }

    /// What the agent is told of a file that comes in.
    async fn address_of(&mut self, file: &str) -> String {
        let request = Request::post("/webhooks/album").body(Bytes::from(format!("{VENDORS}{file}"))).unwrap();
        assert_eq!(self.running.gateway().ingress().oneshot(request).await.unwrap().status(), StatusCode::OK);
        let turn = tokio::time::timeout(PATIENCE, self.told.recv()).await.unwrap().unwrap();
        let [message] = turn.messages.as_slice() else { panic!("{turn:?}") };
        let [media] = message.content.media.as_slice() else { panic!("{message:?}") };
        assert_eq!(media.content_type.as_deref(), Some("image/png"));
        media.url.clone()
    }

    async fn get(&self, url: &str) -> Answer {
        get(self.site.address, url.strip_prefix(HERE).unwrap()).await
    }

    async fn file(&mut self, file: &str) -> Answer {
        let url = self.address_of(file).await;
        self.get(&url).await
    }
}

#[tokio::test]
async fn an_agent_reads_a_file_and_needs_no_credentials() {
    let store = MemoryStore::default();
    let mut stage = Stage::over(&store).await;
    let url = stage.address_of("cat").await;
    assert!(url.starts_with("https://bot.test/media/") && !url.contains(VENDORS), "{url}");
    let answer = stage.get(&url).await;
    assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, "meow"));
    for (name, value) in [
        ("content-type", "image/png"),
        ("content-length", "4"),
        ("content-disposition", "inline; filename*=UTF-8''cat%201.png"),
        ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
    ] {
        assert_eq!(answer.header(name), value, "{name}");
    }
    let path = url.strip_prefix(HERE).unwrap();
    let head = Request::builder().method(Method::HEAD).uri(path).body(String::new()).unwrap();
    let head = ask(stage.site.address, head).await;
    assert_eq!((head.status, head.header("content-length"), head.body.as_str()), (StatusCode::OK, "4", ""));
    let post = ask(stage.site.address, Request::post(path).body(String::new()).unwrap()).await;
    assert_eq!(post.status, StatusCode::METHOD_NOT_ALLOWED);

    let gateway = stage.running.gateway();
    assert_eq!(gateway.fetch_media(&Media::at(url)).await.unwrap().bytes, "meow");
    let elsewhere = gateway.fetch_media(&Media::at(format!("{VENDORS}cat"))).await;
    assert!(matches!(elsewhere, Err(MediaError::NotFound)), "only what was handed out is fetched: {elsewhere:?}");
    // What is kept is what came in.
    let lane = Lane::new("album:room:1".parse().unwrap());
    let records = store.records(&lane, Slice::After(0), 9).await.unwrap();
    assert_eq!(records[0].content.media[0].url, format!("{VENDORS}cat"));
}

#[tokio::test]
async fn a_file_that_could_act_is_something_to_be_saved() {
    let mut stage = Stage::start().await;
    for (file, disposition) in [("page", "attachment; filename*=UTF-8''cat.png"), ("drawing", "attachment")] {
        let answer = stage.file(file).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("content-type"), "application/octet-stream");
        assert_eq!(answer.header("content-disposition"), disposition);
        assert!(answer.header("content-security-policy").contains("sandbox"));
    }
}

#[tokio::test]
async fn what_is_forged_and_what_has_expired_are_told_the_same() {
    let mut stage = Stage::start().await;
    let url = stage.address_of("cat").await;
    let mut refused = Vec::new();
    for forged in [format!("{HERE}/media/x"), format!("{url}0"), url.replacen("/media/e", "/media/f", 1)] {
        assert_ne!(forged, url);
        refused.push(stage.get(&forged).await);
    }
    let stranger = Stage::start().await;
    refused.push(stranger.get(&url).await);
    stage.now.store(24 * 60 * 60 * 1_000 - 1, Ordering::Relaxed);
    assert_eq!(stage.get(&url).await.status, StatusCode::OK);
    stage.now.store(24 * 60 * 60 * 1_000, Ordering::Relaxed);
    refused.push(stage.get(&url).await);
    for answer in refused {
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert_eq!(answer.body, "no file is named like this; the address was changed on its way, or has expired\n");
    }
}

#[tokio::test]
async fn every_node_of_a_store_and_every_later_life_knows_the_address() {
    let store = MemoryStore::default();
    let mut first = Stage::over(&store).await;
    let url = first.address_of("cat").await;
    first.running.drain().await;
    assert_eq!(Stage::over(&store).await.get(&url).await.body, "meow");
}

#[tokio::test]
async fn trouble_is_named_without_the_vendors_words() {
    let mut stage = Stage::start().await;
    for (file, status, after) in [
        ("gone", StatusCode::GONE, ""),
        ("down", StatusCode::SERVICE_UNAVAILABLE, "7"),
        ("locked", StatusCode::BAD_GATEWAY, ""),
        ("strange", StatusCode::BAD_GATEWAY, ""),
        ("large", StatusCode::PAYLOAD_TOO_LARGE, ""),
        ("careless", StatusCode::PAYLOAD_TOO_LARGE, ""),
    ] {
        let answer = stage.file(file).await;
        assert_eq!((answer.status, answer.header("retry-after")), (status, after), "{file}: {}", answer.body);
        assert!(!answer.body.contains("canary"), "{}", answer.body);
    }
    let large = stage.file("large too").await;
    assert!(large.body.contains("larger than 1000 bytes; raise `limits.media`"), "{}", large.body);
}

#[tokio::test]
async fn no_more_files_are_in_memory_than_allowed() {
    let mut stage = Stage::start().await;
    let (slow, cat) = (stage.address_of("slow").await, stage.address_of("cat").await);
    let address = stage.site.address;
    let path = slow.strip_prefix(HERE).unwrap().to_owned();
    let waiting = tokio::spawn(async move { get(address, &path).await });
    // The provider is asked only once the place is taken.
    stage.gate.asked.notified().await;
    let crowded = stage.get(&cat).await;
    assert_eq!((crowded.status, crowded.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "1"));
    stage.gate.open.notify_one();
    assert_eq!(waiting.await.unwrap().body, "late");
    assert_eq!(stage.get(&cat).await.status, StatusCode::OK);
}
