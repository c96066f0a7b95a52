//! People and bots (<https://docs.slack.dev/reference/methods/users.info>).

super::rows! {
    "bot_not_found" NotFound:
        "there is no such bot", "check the id, `B…`";
    "bots_not_found" NotFound:
        "there is no such bot", "check the id, `B…`";
    "cant_invite_self" Done:
        "the bot would invite itself", "call `conversations.join` to be in a public channel";
    "invalid_user_combination" Invalid:
        "these people cannot be in one direct message", "open it with other people";
    "invitee_cant_see_channel" NotFound:
        "the person does not see the channel", "share the channel with their workspace first";
    "limit_required" TooLarge:
        "there are too many to be told at once", "ask with `limit` and `cursor`";
    "missing_profile_id" Invalid:
        "the person has no profile for this app", "open the app's Home once as that person";
    "missing_user" Invalid:
        "no person is named", "name one";
    "no_user" Invalid:
        "no person is named", "name at least one in `users`";
    "not_enough_users" Invalid:
        "too few people are named for a direct message", "name at least one in `users`";
    "org_user_not_in_team" NotFound:
        "the person is not in this workspace of the organisation", "have them added to it first";
    "too_many_users" TooLarge:
        "too many people are named", "name at most 8, or use a channel";
    "user_disabled" NotFound:
        "the person's account is deactivated", "write to somebody else";
    "user_not_found" NotFound:
        "there is no such person here", "check the id, `U…` or `W…`";
    "user_not_in_channel" NotFound:
        "the person is not in the channel", "invite them first";
    "user_not_visible" NotFound:
        "the token's user may not see this person", "use a full member's token";
    "users_list_not_supplied" Invalid:
        "nobody is named", "name `users`, or `channel`";
    "users_not_found" NotFound:
        "nobody here has this address", "check the address";
}
