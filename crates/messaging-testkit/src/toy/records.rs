//! What was said while nobody listened.

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use messaging_core::{Context, ListMissed, Missed, Place, Result, capability::CatchUp};
use messaging_http::unreadable;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    Toy, ToyEmulator,
    emulator::status,
    webhook::{Callback, event, room},
};

impl Toy {
    async fn read<T: DeserializeOwned>(&self, url: String) -> Result<T> {
        let answer = self.exchange(Request::get(url), Bytes::new()).await?;
        serde_json::from_slice(answer.body()).map_err(|_| unreadable("the record is not what it should be"))
    }
}

#[async_trait]
impl CatchUp for Toy {
    async fn missed(&self, _: &Context, request: ListMissed) -> Result<Missed> {
        let of = request.conversation.part(0).unwrap_or_default();
        let told: Vec<Callback> = self.read(format!("http://toy.test/said?{of}&{}", request.since.0)).await?;
        Ok(Missed::new(told.into_iter().map(event).collect(), Vec::new(), None))
    }

    async fn listings(&self, _: &Context) -> Result<Vec<Place>> {
        let rooms: Vec<String> = self.read("http://toy.test/rooms".to_owned()).await?;
        Ok(rooms.into_iter().map(room).collect())
    }
}

impl ToyEmulator {
    /// `GET /rooms`, `GET /said?{room}&{since}`: as the callbacks that told of it, oldest first.
    pub(super) fn records(&self, path: &str, query: &str) -> Response<Bytes> {
        if self.desk.strikes(self.desk.plan().blind) {
            return status(StatusCode::SERVICE_UNAVAILABLE);
        }
        let said = self.said_in();
        self.desk.note(format_args!("records {path} {query}"));
        if path == "/rooms" {
            return Response::new(Value::from(said.keys().cloned().collect::<Vec<_>>()).to_string().into());
        }
        let (of, since) = query.split_once('&').unwrap_or_default();
        let since: i64 = since.parse().unwrap_or_default();
        let at = |told: &&Value| told.get("at").and_then(Value::as_i64).unwrap_or_default();
        let found = said.get(of).into_iter().flatten().filter(|told| at(told) >= since);
        Response::new(Value::from(found.cloned().collect::<Vec<_>>()).to_string().into())
    }
}
