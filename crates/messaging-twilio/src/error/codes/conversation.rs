//! Conversations, their messages and who may do what.

super::rows! { Answer;
    50050 NotFound Never "Programmable Chat: Service Instance not found":
        "the service was deleted, or belongs to another account", "check `conversations_service_sid`";
    50056 Invalid Never "Programmable Chat: Webhook disabled processing of command":
        "a pre-action webhook rejected it", "ask whoever runs the webhook";
    50057 Invalid Never "Programmable Chat: Webhook call failed to execute successfully":
        "a pre-action webhook failed", "repair the webhook, or remove it";
    50100 NotFound Never "Programmable Chat: Role not found":
        "there is no such role in this service", "check the `RL…` of the settings";
    50107 Unauthorized Never "Programmable Chat: User not authorized for command":
        "the person's role does not allow it", "give them a role that does";
    50200 NotFound Never "Programmable Chat: User not found":
        "there is no such user in this service", "create the user, or check the identity";
    50201 Invalid Never "Programmable Chat: User already exists":
        "a user of this identity is there", "use the one that is there";
    50204 Invalid Never "Programmable Chat: Identity not provided":
        "a participant has neither an identity nor an address", "give one of them";
    50211 Invalid Never "Identity parameter not acceptable for this Participant":
        "a participant with an address cannot have an identity", "give one of them";
    50213 Unavailable Soon "Conflicting user modification":
        "somebody else is changing the same user", "try again after a moment";
    50300 NotFound Never "Programmable Chat: Channel not found":
        "the conversation was deleted, or belongs to another service", "check the SID, and `conversations_service_sid`";
    50303 Invalid Never "Programmable Chat: Attributes too long":
        "16 KB for a conversation, 4 KB for a message or participant are allowed", "keep the data elsewhere";
    50304 Invalid Never "Programmable Chat: Attributes not valid JSON":
        "`Attributes` is no JSON text", "write an object as JSON text";
    50349 Unavailable Soon "Conflicting channel modification":
        "somebody else is changing the same conversation", "try again after a moment";
    50350 NotFound Never "Conversation not found":
        "the conversation was deleted, or belongs to another service", "check the SID, and `conversations_service_sid`";
    50353 Invalid Never "Conversation with provided unique name already exists":
        "a conversation of this name is there", "use the one that is there";
    50360 NotFound Never "Conversation webhook not found":
        "the webhook was deleted", "list the conversation's webhooks";
    50375 Invalid Never "TimeToInactive should be greater or equal to 1 minute":
        "the timer is too short", "give a minute or more";
    50376 Invalid Never "TimeToClosed should be greater or equal to 10 minutes":
        "the timer is too short", "give ten minutes or more";
    50377 Invalid Never "Can't update conversation as it's in final closed state":
        "the conversation is closed, and that is final", "start another one";
    50378 Invalid Never "'State' parameter value is invalid":
        "there is no such state", "use active, inactive or closed";
    50379 Invalid Never "TimeToInactive format is invalid":
        "the timer is no ISO 8601 duration", "write it as `PT1H`";
    50380 Invalid Never "TimeToClosed format is invalid":
        "the timer is no ISO 8601 duration", "write it as `PT1H`";
    50382 Invalid Never "Timer can't be set without state":
        "a conversation is created with timers and without a state", "set the state to active as well";
    50384 Invalid Never "Initial state can't be 'closed":
        "a conversation cannot begin closed", "create it active";
    50386 Unavailable Soon "Conversation is being initialized":
        "a group is still being set up", "try again after a moment";
    50390 Invalid Never "Unique name should not match conversation sid pattern":
        "the name looks like a SID", "choose another name";
    50391 Unavailable Soon "Conflicting conversation modification":
        "somebody else is changing the same conversation", "try again after a moment";
    50432 NotFound Never "Participant not found":
        "they have left, or belong to another conversation", "list the participants";
    50451 Invalid Never "One user identifier parameter for lookup at a time is allowed. Please, use either Identity or Address.":
        "a look-up names both", "name one of them";
    50500 NotFound Never "Programmable Chat: Message not found":
        "the message was deleted, or belongs to another conversation", "check the SID";
    50504 Invalid Never "Programmable Chat: Message body parameter is too long":
        "a message of a conversation has 32 KB at most", "split it";
    50507 NotFound Never "Programmable Chat: Media not found":
        "the file was deleted, or belongs to another service", "upload it again";
    50508 Invalid Never "Programmable Chat: Media already sent with another message":
        "an uploaded file goes with one message", "upload it again";
    50511 Invalid Never "Invalid message media content type":
        "the file's type is not one Twilio takes", "send another type, or a link";
    50512 Invalid Never "Message media size is too large":
        "the file is too large", "send a smaller one, or a link";
    50526 Invalid Never "Invalid content SID":
        "the template's SID is no SID", "copy the `HX…` from the console's Content Template Builder";
    50527 Invalid Never "Invalid content variables format":
        "the variables are no JSON text", "write an object as JSON text";
    50528 Invalid Never "Content SID is missing":
        "variables were given without a template", "set `ContentSid`";
    50529 Invalid Never "Content variables are too long":
        "the variables have more than 27,801 characters", "shorten them";
    50540 Invalid Never "Content variable key is too long":
        "a placeholder's name has more than 16 characters", "rename it in the template";
    50541 Invalid Never "Content variable value is too long":
        "a placeholder's value has more than 256 characters", "shorten it";
}
