//! Tokens that live for twelve hours.

use std::sync::atomic::Ordering;

use futures_util::future::join_all;
use messaging_core::{ErrorKind, Reached, Result, SendMessage, message::Receipt};
use messaging_http::TransportError;
use messaging_slack::channel;
use serde_json::{Value, json};

use crate::workspaces::{Asked, World, rotating};

const POSTED: fn() -> Value = || json!({ "ok": true, "ts": "1.000001" });

async fn rotating_world() -> World {
    let world = World::new();
    world.install(rotating("T1", "xoxe.xoxb-1-canary", "xoxe-1-canary")).await;
    world.asked();
    world
}

async fn post(world: &World) -> Result<Receipt> {
    world.messenger().send(SendMessage::new(channel("T1", "C1"), "hi")).await
}

/// What was asked, in short: the refresh token of a refresh, the token of a post.
fn short(asked: &[Asked]) -> Vec<String> {
    let words = asked.iter().map(|(method, whose, body)| match method.as_str() {
        "oauth.v2.access" => body.replace("grant_type=refresh_token&refresh_token=", "refresh "),
        _ => whose.replace("Bearer ", "post as "),
    });
    words.collect()
}

#[tokio::test]
async fn a_token_is_renewed_before_it_ends_and_the_renewal_is_kept() {
    let world = rotating_world().await;
    world.pass(9 * 3_600);
    world.says(POSTED());
    post(&world).await.unwrap();
    assert_eq!(short(&world.asked()), ["post as xoxe.xoxb-1-canary"]);
    world.pass(3_600);
    world.says(rotating("T1", "xoxe.xoxb-2", "xoxe-2")).says(POSTED());
    post(&world).await.unwrap();
    assert_eq!(short(&world.asked()), ["refresh xoxe-1-canary", "post as xoxe.xoxb-2"]);
    let world = world.restarted();
    world.pass(11 * 3_600);
    world.says(rotating("T1", "xoxe.xoxb-3", "xoxe-3")).says(POSTED());
    post(&world).await.unwrap();
    assert_eq!(short(&world.asked()), ["refresh xoxe-2", "post as xoxe.xoxb-3"]);
}

#[tokio::test]
async fn what_slack_calls_expired_is_renewed_once_and_done_again() {
    let world = rotating_world().await;
    let expired = || json!({ "ok": false, "error": "token_expired" });
    world.says(expired()).says(rotating("T1", "xoxe.xoxb-2", "xoxe-2")).says(POSTED());
    post(&world).await.unwrap();
    let all = ["post as xoxe.xoxb-1-canary", "refresh xoxe-1-canary", "post as xoxe.xoxb-2"];
    assert_eq!(short(&world.asked()), all);
    world.says(expired()).says(rotating("T1", "xoxe.xoxb-3", "xoxe-3")).says(expired());
    let error = post(&world).await.unwrap_err();
    assert_eq!((error.kind(), error.vendor().unwrap().code.as_str()), (ErrorKind::Unauthorized, "token_expired"));
    assert_eq!(world.asked().len(), 3, "once");
}

#[tokio::test]
async fn many_calls_renew_a_token_once() {
    let world = rotating_world().await;
    world.pass(13 * 3_600);
    world.says(rotating("T1", "xoxe.xoxb-2", "xoxe-2"));
    for _ in 0..8 {
        world.says(POSTED());
    }
    let posts = join_all((0..8).map(|_| post(&world))).await;
    assert!(posts.iter().all(Result::is_ok), "{posts:?}");
    let asked = short(&world.asked());
    assert_eq!(asked.iter().filter(|word| word.starts_with("refresh")).count(), 1, "{asked:?}");
    assert_eq!(asked.iter().filter(|word| *word == "post as xoxe.xoxb-2").count(), 8, "{asked:?}");
}

#[tokio::test]
async fn a_refresh_that_nobody_answered_is_asked_for_once_more_with_the_same_token() {
    let world = rotating_world().await;
    world.pass(13 * 3_600);
    world.fails(TransportError::maybe_sent("reset")).says(rotating("T1", "xoxe.xoxb-2", "xoxe-2")).says(POSTED());
    post(&world).await.unwrap();
    let all = ["refresh xoxe-1-canary", "refresh xoxe-1-canary", "post as xoxe.xoxb-2"];
    assert_eq!(short(&world.asked()), all);
}

#[tokio::test]
async fn a_token_that_still_works_is_used_while_no_refresh_succeeds() {
    let world = rotating_world().await;
    world.pass(11 * 3_600);
    world.says(json!({ "ok": false, "error": "invalid_refresh_token" })).says(POSTED()).says(POSTED());
    post(&world).await.unwrap();
    post(&world).await.unwrap();
    let all = ["refresh xoxe-1-canary", "post as xoxe.xoxb-1-canary", "post as xoxe.xoxb-1-canary"];
    assert_eq!(short(&world.asked()), all, "nor is it asked for at every call");
    world.pass(2 * 3_600);
    world.fails(TransportError::not_sent("no route"));
    let error = post(&world).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Unavailable, Reached::NotSent), "{error}");
    world.says(json!({ "ok": false, "error": "invalid_refresh_token" }));
    let error = post(&world).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Unauthorized, Reached::NotSent));
    assert!(error.to_string().contains("https://bot.test/slack/install"), "{error}");
}

#[tokio::test]
async fn an_answer_that_the_store_did_not_take_is_not_lost() {
    let world = rotating_world().await;
    world.pass(13 * 3_600);
    world.shelf.is_down.store(true, Ordering::Relaxed);
    world.says(rotating("T1", "xoxe.xoxb-2", "xoxe-2")).says(POSTED()).says(POSTED());
    post(&world).await.unwrap();
    world.shelf.is_down.store(false, Ordering::Relaxed);
    post(&world).await.unwrap();
    let all = ["refresh xoxe-1-canary", "post as xoxe.xoxb-2", "post as xoxe.xoxb-2"];
    assert_eq!(short(&world.asked()), all, "the refresh token was used up");
    let kept = world.shelf.all().remove(0);
    assert!(kept.credentials.expose().contains("xoxe-2"));
}
