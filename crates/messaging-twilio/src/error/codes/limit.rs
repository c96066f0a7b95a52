//! Limits of Conversations (<https://www.twilio.com/docs/conversations-classic/conversations-limits>).

super::rows! { Answer;
    50063 RateLimited Soon "Programmable Chat: Actions per second limit exceeded":
        "more than 30 changes per second in one conversation", "wait and try again: nothing was done";
    50074 RateLimited Soon "Global actions per second limit exceeded":
        "more than 30 changes per second in one service", "wait and try again: nothing was done";
    50214 Invalid Never "User conversation limit exceeded":
        "the person is in 1,000 conversations", "remove them from old ones";
    50361 Invalid Never "Too many conversation webhooks":
        "a conversation has five webhooks at most", "remove one, or use the service's webhook";
    50362 Invalid Never "Too many conversation webhook triggers":
        "the webhook has too many keywords", "remove some";
    50403 Invalid Never "Programmable Chat: Channel member limit exceeded":
        "the conversation has 1,000 participants", "remove some";
    50417 Invalid Never "Participants limit exceeded":
        "the conversation has 1,000 participants", "remove some";
    50418 Invalid Never "Non-Chat participants limit exceeded":
        "the conversation has 50 people on phones", "remove some";
    50422 Invalid Never "Non-chat conversation participants limit exceeded":
        "the conversation has 50 people on phones", "remove some";
    50426 Invalid Never "Participants per request limit exceeded":
        "more than ten participants were given at once", "add the others one by one";
    50436 Invalid Never "Participant limit exceeded for group conversation":
        "the group text is full", "remove somebody";
}
