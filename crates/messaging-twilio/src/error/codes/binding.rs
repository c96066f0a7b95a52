//! How participants are reached, and whom they collide with.

super::rows! { Answer;
    50407 Invalid Never "Invalid messaging binding address":
        "the address is none, or is a number of ours", "write theirs as `+15550100777` or `whatsapp:+15550100777`";
    50408 Invalid Never "Invalid participant proxy address":
        "our side of the binding is no address", "check `phone_number`";
    50409 Invalid Never "Participant address equals proxy address":
        "their address is ours", "give theirs";
    50411 Invalid Never "Participant address is empty":
        "there is a proxy, but no address", "give both";
    50412 Invalid Never "Participant proxy address is empty":
        "there is an address, but no proxy", "set `phone_number`, or give a proxy";
    50413 Invalid Never "Account is not authorized to use proxy address":
        "the proxy is no number of this account", "use one of ours";
    50414 Invalid Never "Participant address type does not match proxy address type":
        "one is a WhatsApp address and the other is not, for instance", "give both the same prefix";
    50415 Invalid Never "Proxy address is not WhatsApp enabled sender":
        "the proxy is not connected to WhatsApp", "connect it in the console, or use another number";
    50416 Invalid Never "Participant and proxy address pair is already in use":
        "this person talks to this number in another conversation that is not closed", "use that one: Twilio's message names it";
    50419 Unavailable Soon "Conflicting member modification":
        "somebody else is changing the same participant", "try again after a moment";
    50420 Invalid Never "Participant Messaging Binding type does not support all of the provided Messaging Binding parameters":
        "the channel has no such parameter", "leave it out";
    50433 Invalid Never "Participant already exists":
        "this identity is in the conversation", "use the participant that is there";
    50434 Invalid Never "Participant projected address not provided":
        "somebody is to write into a group text without a number", "give a projected address of ours";
    50437 Invalid Never "Group Participant already exists":
        "this address or identity is in the group", "use the participant that is there";
    50438 Invalid Never "Group conversation with given participant list already exists":
        "these people are in a group of their own", "use that one, or close it first";
    50439 Invalid Never "Account is not authorized to use the projected address":
        "the projected address is no number of this account", "use one of ours";
    50441 Invalid Never "Failed to add a proxy address to a participant.":
        "the participant has no address of their own", "leave the proxy out";
    50449 Unavailable Soon "Conflicting channel modification":
        "a conversation of this name is being removed or added", "try again after a moment";
    50452 Invalid Never "Group MMS is not enabled for this Account":
        "the account has no group texts", "ask Twilio's support";
    50453 Invalid Never "Proxy Address of participant is not supported for this channel":
        "the channel has no proxies", "leave it out";
}
