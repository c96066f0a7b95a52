//! Bots.

use serde_json::Value;

use super::{
    Seconds,
    macros::{answer, call},
};

answer! {
    /// A bot.
    Bot {
        id: String = "Its id, `B…`.",
        app_id: String = "Its app, `A…`.",
        user_id: String = "Its user, `U…`.",
        name: String = "Its name.",
        deleted: bool = "Whether it is gone.",
        updated: Seconds = "When it changed last.",
        icons: Value = "Its pictures.",
    }
}

answer! {
    /// One bot.
    OneBot {
        bot: Bot = "The bot.",
    }
}

call! {
    /// Fetches a bot.
    Info: "bots.info" => OneBot,
    of {} with {
        bot: String = "The bot, by id, `B…`.",
        team_id: String = "The workspace, with an organisation's token.",
    }
}
