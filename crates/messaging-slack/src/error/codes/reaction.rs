//! Reactions (<https://docs.slack.dev/reference/methods/reactions.add>).

super::rows! {
    "already_pinned" Done:
        "the message is pinned", "nothing: it is as wanted";
    "already_reacted" Done:
        "the reaction is there", "nothing: it is as wanted";
    "bad_timestamp" Invalid:
        "the `timestamp` is none", "send it as Slack wrote it, as text";
    "no_item_specified" Invalid:
        "nothing is named to react to", "name `channel` and `timestamp`";
    "no_reaction" Done:
        "the reaction is not there", "nothing: it is as wanted";
    "not_reactable" Invalid:
        "this kind of message takes no reactions", "react to another one";
    "too_many_emoji" TooLarge:
        "the message has too many different reactions", "use one that it has";
    "too_many_reactions" TooLarge:
        "the app reacted to the message too often", "take a reaction back first";
}
