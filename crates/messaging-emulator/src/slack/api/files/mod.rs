//! `files.*`, and where files go and come from: <https://docs.slack.dev/messaging/working-with-files>.

mod complete;
mod info;
mod transfer;
mod upload;

use super::{
    arguments::Arguments,
    caller::Caller,
    error::Answer,
    method::{Act, Method, Nature, Tier},
};
use crate::slack::SlackEmulator;

type Does = fn(&SlackEmulator, &Caller, &Arguments) -> Answer;

const fn method(
    name: &'static str,
    tier: Tier,
    (scopes, nature): (&'static str, Nature),
    takes: &'static str,
    does: Does,
) -> Method {
    Method { name, tier, scopes, takes, nature, act: Act::Token(does) }
}

const WRITES: (&str, Nature) = ("files:write", Nature::Write);
const LOOKS: (&str, Nature) = ("files:read", Nature::LookUp);

pub(super) const METHODS: &[Method] = &[
    method(
        "files.completeUploadExternal",
        Tier::Four,
        WRITES,
        "blocks channel_id channels files* initial_comment thread_ts",
        SlackEmulator::complete_upload,
    ),
    method("files.delete", Tier::Three, WRITES, "file*", SlackEmulator::delete_file),
    method(
        "files.getUploadURLExternal",
        Tier::Four,
        WRITES,
        "alt_txt filename* length* snippet_type",
        SlackEmulator::announce_upload,
    ),
    method("files.info", Tier::Four, LOOKS, "count cursor file* limit page", SlackEmulator::file_info),
    method(
        "files.list",
        Tier::Three,
        LOOKS,
        "channel count page show_files_hidden_by_limit team_id ts_from ts_to types user",
        SlackEmulator::list_files,
    ),
];
