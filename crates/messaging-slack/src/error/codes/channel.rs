//! Channels, direct messages and workspaces (<https://docs.slack.dev/reference/methods/conversations.info>).

super::rows! {
    "already_archived" Done:
        "the channel is archived", "nothing: it is as wanted";
    "already_in_channel" Done:
        "the person is in the channel", "nothing: it is as wanted";
    "channel_is_limited_access" NotFound:
        "the channel is for chosen people", "have an administrator let the bot in";
    "channel_not_found" NotFound:
        "there is no such channel, or it is private and the bot is not in it",
        "check the id, and invite the bot: a private channel exists for its members only";
    "enterprise_not_found" NotFound:
        "there is no such organisation", "check the id";
    "invalid_channel" NotFound:
        "there is no such channel, or the bot is not in it", "check the id, and invite the bot";
    "invalid_name" Invalid:
        "the name has characters that no such name has", "use lower-case letters, digits, `-` and `_`";
    "invalid_name_maxlength" Invalid:
        "the name is too long", "use at most 80 characters";
    "invalid_name_punctuation" Invalid:
        "the name is all punctuation", "use letters or digits too";
    "invalid_name_required" Invalid:
        "the name is empty", "give it one";
    "invalid_name_specials" Invalid:
        "the name has special characters or capitals", "use lower-case letters, digits, `-` and `_`";
    "invalid_types" Invalid:
        "a type is none", "use `public_channel`, `private_channel`, `mpim` and `im`";
    "is_archived" NotFound:
        "the channel is archived", "unarchive the channel first";
    "is_inactive" NotFound:
        "the channel is frozen or archived", "unarchive the channel first";
    "method_not_supported_for_channel_type" Invalid:
        "direct messages have no such thing", "call it for channels only";
    "name_taken" Race:
        "a channel has this name, perhaps an archived one", "look it up, or choose another name";
    "no_channel" Invalid:
        "the name is empty", "give it one";
    "not_archived" Done:
        "the channel is not archived", "nothing: it is as wanted";
    "not_supported" Invalid:
        "nobody can be removed from this kind of channel", "call it for channels only";
    "org_not_found" NotFound:
        "there is no such organisation", "check the id";
    "team_not_found" NotFound:
        "there is no such workspace, or the token is not for it", "check the id, and name `team_id` with an organisation's token";
    "team_not_on_enterprise" NotFound:
        "the workspace is not the organisation's", "check the id";
    "too_long" TooLarge:
        "a topic or a purpose is too long", "use at most 250 characters";
    "too_many_members" TooLarge:
        "the channel is full", "choose another channel";
}
