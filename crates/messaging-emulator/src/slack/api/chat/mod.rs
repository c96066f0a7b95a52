//! `chat.*`: <https://docs.slack.dev/reference/methods?family=chat>.

mod content;
mod draft;
mod ephemeral;
mod link;
mod post;
mod schedule;
mod update;

pub(crate) use content::metadata;
pub(crate) use draft::author;
pub(super) use draft::thread;
pub(super) use post::may_post;

use super::{
    arguments::Arguments,
    caller::Caller,
    error::Answer,
    method::{Act, Method, Nature, Tier},
};
use crate::slack::SlackEmulator;

type Does = fn(&SlackEmulator, &Caller, &Arguments) -> Answer;

/// How often posting is allowed is counted by channel and by workspace.
const POSTS: Tier = Tier::Special(u32::MAX);

const fn method(name: &'static str, tier: Tier, takes: &'static str, nature: Nature, does: Does) -> Method {
    Method { name, tier, scopes: "chat:write", takes, nature, act: Act::Token(does) }
}

const fn unscoped(method: Method) -> Method {
    Method { scopes: "", ..method }
}

pub(super) const METHODS: &[Method] = &[
    method("chat.delete", Tier::Three, "as_user channel* ts*", Nature::Write, SlackEmulator::delete_message),
    method(
        "chat.deleteScheduledMessage",
        Tier::Three,
        "as_user channel* scheduled_message_id*",
        Nature::Write,
        SlackEmulator::delete_scheduled,
    ),
    unscoped(method(
        "chat.getPermalink",
        Tier::Special(300),
        "channel* message_ts*",
        Nature::LookUp,
        SlackEmulator::permalink,
    )),
    method("chat.meMessage", Tier::Three, "channel* text*", Nature::Post, SlackEmulator::me_message),
    method(
        "chat.postEphemeral",
        Tier::Four,
        "as_user attachments blocks channel* icon_emoji icon_url link_names markdown_text parse text thread_ts user* \
            username",
        Nature::Post,
        SlackEmulator::post_ephemeral,
    ),
    method(
        "chat.postMessage",
        POSTS,
        "as_user attachments blocks channel* current_draft_last_updated_ts icon_emoji icon_url link_names \
            markdown_text metadata mrkdwn parse reply_broadcast text thread_ts unfurl_links unfurl_media username",
        Nature::Post,
        SlackEmulator::post_message,
    ),
    method(
        "chat.scheduleMessage",
        Tier::Three,
        "as_user attachments blocks channel* link_names markdown_text metadata parse post_at* reply_broadcast text \
            thread_ts unfurl_links unfurl_media",
        Nature::Write,
        SlackEmulator::schedule_message,
    ),
    unscoped(method(
        "chat.scheduledMessages.list",
        Tier::Three,
        "channel cursor latest limit oldest team_id",
        Nature::LookUp,
        SlackEmulator::scheduled_messages,
    )),
    Method {
        scopes: "links:write",
        ..method(
            "chat.unfurl",
            Tier::Three,
            "channel source ts unfurl_id unfurls user_auth_blocks user_auth_message user_auth_required user_auth_url",
            Nature::Write,
            SlackEmulator::unfurl,
        )
    },
    method(
        "chat.update",
        Tier::Three,
        "as_user attachments blocks channel* file_ids link_names markdown_text metadata parse reply_broadcast text \
            ts* unfurled_attachments",
        Nature::Write,
        SlackEmulator::update_message,
    ),
];
