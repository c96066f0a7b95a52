//! Sessions of agents.

use super::macros::{answer, call};

answer! {
    /// A session of an agent.
    Session {
        status: String = "Its status.",
        agent_status: String = "The agent's status.",
        title: String = "Its title.",
    }
}

call! {
    /// Sets the status of a session, which is created by it: `active`, `processing`, `suspended` or `closed`. While it is
    /// processing, people see a button that stops it.
    SetStatus: "agents.sessions.setStatus" => Session,
    of {
        status: String = "The status.",
    } with {
        channel_id: String = "The channel, by id.",
        thread_ts: String = "The root of the thread.",
        title: String = "Its title, up to 200 characters.",
        initiator_user_id: String = "Who began it.",
        username: String = "The name it is shown under, up to 200 characters.",
        icon_emoji: String = "The emoji beside it.",
        icon_url: String = "The picture beside it.",
    }
}

call! {
    /// Renames a session.
    Rename: "agents.sessions.rename" => Session,
    of {
        title: String = "Its title, 1 to 200 characters.",
    } with {
        channel_id: String = "The channel, by id.",
        thread_ts: String = "The root of the thread.",
    }
}
