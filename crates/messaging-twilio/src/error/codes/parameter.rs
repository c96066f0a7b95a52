//! Parameters of Conversations that are not as they must be.

super::rows! { Answer;
    50000 Invalid Never "Programmable Chat: FriendlyName not provided":
        "a service or role has no name", "give it one";
    50003 Invalid Never "Programmable Chat: Friendly name too long":
        "the name has more than 256 characters", "shorten it";
    50004 Invalid Never "Programmable Chat: Unique Name too long":
        "the unique name has more than 256 characters", "shorten it";
    50054 Invalid Never "Programmable Chat: Invalid webhook format":
        "the webhook's URL is none", "give a public `https://…` URL";
    50055 Invalid Never "Programmable Chat: Invalid webhook method":
        "the method is neither GET nor POST", "use POST";
    50104 Invalid Never "Programmable Chat: Permission not found":
        "a role is given a permission that does not exist", "check its spelling";
    50105 Invalid Never "Programmable Chat: Invalid role type":
        "a role is neither of a conversation nor of a service", "say which";
    50106 Invalid Never "Programmable Chat: Channel creator role not found":
        "there is no such role in this service", "check the `RL…`";
    50109 Invalid Never "Conversation role not found":
        "there is no such role in this service", "check the `RL…` of the settings";
    50206 Invalid Never "Programmable Chat: Identity should not match user SID pattern":
        "the identity looks like a SID", "choose another one";
    50207 Invalid Never "Programmable Chat: Identity too long":
        "the identity has more than 256 characters", "shorten it";
    50210 Invalid Never "Programmable Chat: Invalid notification level":
        "there is no such level", "use default or muted";
    50308 Invalid Never "Programmable Chat: Invalid Date Created parameter":
        "the date is not ISO 8601", "write it as `2026-11-20T09:30:00Z`";
    50309 Invalid Never "Programmable Chat: Invalid Date Updated parameter":
        "the date is not ISO 8601", "write it as `2026-11-20T09:30:00Z`";
    50310 Invalid Never "Programmable Chat: Author parameter is too long":
        "the author has more than 256 characters", "shorten it";
    50341 Invalid Never "Invalid messaging service SID":
        "it is no SID of a Messaging Service", "check `messaging_service_sid`, `MG…`";
    50342 Invalid Never "Messaging service does not belong to account":
        "the Messaging Service is another account's", "check `messaging_service_sid`";
    50364 Invalid Never "Invalid conversation webhook type":
        "the webhook's target is none", "use webhook, trigger or studio";
    50365 Invalid Never "Invalid conversation webhook filter":
        "there is no such event", "use the names of events, such as onMessageAdded";
    50366 Invalid Never "Invalid conversation webhook trigger":
        "the keyword is none", "check it";
    50367 Invalid Never "Invalid conversation webhook flow SID":
        "it is no SID of a flow", "copy the `FW…` from the console";
    50368 Invalid Never "Conversation webhook type not provided":
        "the webhook has no target", "say webhook, trigger or studio";
    50369 Invalid Never "Conversation webhook URL not provided":
        "the webhook has no URL", "give one";
    50370 Invalid Never "Conversation webhook filter not provided":
        "the webhook has no events", "name some";
    50371 Invalid Never "Conversation webhook trigger not provided":
        "the webhook has no keywords", "name some";
    50372 Invalid Never "Conversation webhook URL is too long":
        "the URL is too long", "shorten it";
    50374 Invalid Never "'State' field can't be empty":
        "the state is an empty text", "use active, inactive or closed, or leave it out";
    50405 Invalid Never "Programmable Chat: Invalid last consumption timestamp format":
        "the time is not ISO 8601", "write it as `2026-11-20T09:30:00Z`";
    50421 Invalid Never "Invalid last read message index format":
        "the index is no number", "give a number";
    50440 Invalid Never "Failed to remove the proxy address of a participant.":
        "the participant has no such proxy", "fetch the participant first";
    50442 Invalid Never "Failed to remove the projected address of a participant.":
        "the participant has no such address", "fetch the participant first";
    50443 Invalid Never "Failed to add a projected address to a participant.":
        "the participant has an address already", "fetch the participant first";
    50444 Invalid Never "Failed to add an identity to a participant.":
        "the participant has an identity already, or no projected address", "fetch the participant first";
    50509 Invalid Never "Programmable Chat: Media message body cannot be updated":
        "the message has a file", "send another message";
    50510 Invalid Never "Invalid message media SID":
        "it is no SID of a file", "upload the file first, `ME…`";
    50513 Invalid Never "Message author should be among Group MMS participants.":
        "somebody writes into a group text who is not in it", "write as one of its participants";
    50516 Invalid Never "Programmable Chat: Message index is not a number":
        "the index is no number", "give a number";
}
