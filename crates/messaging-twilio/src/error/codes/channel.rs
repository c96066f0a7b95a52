//! What becomes of a message of WhatsApp, RCS or Messenger after Twilio took it.

super::rows! { Later;
    63001 Unauthorized Never "Channel could not authenticate the request. Please see Channel specific error message for more information":
        "the channel refuses Twilio's credentials for this sender", "connect the sender again in the console";
    63003 Invalid Never "Channel could not find To address":
        "the person is not on this channel", "use SMS, or ask them for another address";
    63005 Invalid Never "Channel did not accept given content. Please see Channel specific error message for more information":
        "the channel does not carry this content", "send text, or a template the channel has approved";
    63007 Invalid Never "Twilio could not find a Channel with the specified From address":
        "the sender is not connected to this channel, or is the sandbox's and not in use",
        "connect it in the console, or send from `whatsapp:+14155238886` for the sandbox";
    63010 Unavailable Later "Twilio's platform encountered an internal error processing this message":
        "Twilio failed", "try again, a few times";
    63012 Unavailable Later "Channel provider returned an internal service error":
        "the channel failed", "try again, a few times";
    63013 Invalid Never "Channel policy violation":
        "the channel's policy forbids this message", "change it; the channel's own pages say what is forbidden";
    63015 Invalid Never "Channel Sandbox can only send messages to phone numbers that have joined the Sandbox":
        "the person has not joined the WhatsApp sandbox", "have them write `join …`, the words in the console, to +1 415 523 8886";
    63016 Invalid Never "Failed to send freeform message because you are outside the allowed window. If you are using WhatsApp, please use a Message Template.":
        "more than 24 hours have passed since the person wrote", "send a template: declare one as `window_template`";
    63017 RateLimited Later "Rate limit exceeded":
        "the sender's messages per second are used up", "send more slowly";
    63018 RateLimited Later "Rate limit exceeded for Channel":
        "the channel's limit for this sender is used up", "send more slowly";
    63019 Invalid Never "Media failed to download":
        "Twilio or the channel could not read the file", "give a URL that answers without a password and with the right type";
    63021 Invalid Never "Channel invalid content error":
        "the channel does not carry this content", "check its limits for text, files and buttons";
    63024 Invalid Never "Invalid message recipient":
        "the address is not one of this channel", "check it, or use SMS";
    63027 Invalid Never "Template does not exist for a language and locale":
        "the template has no version in this language", "add it in the console and have it approved";
    63028 Invalid Never "Number of parameters provided does not match the expected number of parameters":
        "the template has more or fewer placeholders", "give one value for every placeholder";
    63032 Invalid Never "We cannot send this message to this user because of a WhatsApp limitation.":
        "the person is part of an experiment of WhatsApp's", "reach them another way";
    63033 Invalid Never "Recipient blocked to receive message":
        "the person has blocked this sender", "do not write to them";
    63034 Invalid Never "Media exceeds size limit":
        "the file is larger than the channel carries", "send a smaller one, or a link";
    63038 RateLimited Later "Account exceeded the daily messages limit":
        "the account's messages of the day are used up", "send tomorrow, or ask Twilio's support for more";
    63040 Invalid Never "Template Rejected":
        "WhatsApp did not approve the template", "change it and have it approved";
    63041 Invalid Never "Template paused":
        "too many people disliked the template", "wait until WhatsApp takes it up again, and improve it";
    63042 Invalid Never "Template disabled":
        "WhatsApp has withdrawn the template", "write another one";
    63051 Unauthorized Never "WhatsApp Business Account is Locked":
        "WhatsApp has locked the business account", "appeal in Meta's Business Manager";
}
