use messaging_core::{Descriptor, message::Content, text::MOST_PARTS};
use messaging_store::Shelf;

use crate::plain::{house_with, said};

/// 50 messages of 10 characters are sent; a text for 51 is nothing that anybody wanted to pay for.
#[tokio::test(start_paused = true)]
async fn a_text_without_end_is_dead_lettered_and_not_begun() {
    for (parts, sent, dead) in [(MOST_PARTS, MOST_PARTS, 0), (MOST_PARTS + 1, 0, 1)] {
        let text = "x".repeat(10 * parts);
        let reply = move |_| std::future::ready(vec![Content::text(text.clone())]);
        let house = house_with(Descriptor::new("plain").with_max_text(10), reply, |builder| builder);
        house.tell([said("tell me everything")]).await;
        house.run(60).await;
        assert_eq!(house.texts().len(), sent);
        let shelved = house.gateway.shelved(Shelf::Dead, 10).await.unwrap();
        assert_eq!(shelved.len(), dead);
        assert!(shelved.iter().all(|dead| dead.reason.contains("at most 50 are made of one text")), "{shelved:?}");
    }
}
