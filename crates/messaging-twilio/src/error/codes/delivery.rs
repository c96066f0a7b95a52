//! What becomes of an SMS or MMS after Twilio took it.

super::rows! { Later;
    30001 RateLimited Later "Queue overflow":
        "the message waited longer than its validity period, ten hours at most", "send more slowly, or through more numbers";
    30002 Unauthorized Never "Account suspended":
        "the account was suspended while the message waited", "open Twilio's console, it says why";
    30003 Unavailable Later "Unreachable destination handset":
        "the phone is off or without reception", "try again after hours, a few times";
    30004 Invalid Never "Message blocked":
        "the person or their carrier blocks this sender", "do not write to them from this number";
    30005 Invalid Never "Unknown destination handset":
        "the number is not in use", "remove it";
    30006 Invalid Never "Landline or unreachable carrier":
        "a landline, or a carrier that takes no texts", "use a mobile number";
    30007 Invalid Never "Message filtered":
        "Twilio or a carrier took it for spam", "change the text; register the sender; write only to people who asked for it";
    30008 Unavailable Later "Unknown error":
        "the carrier does not say", "try again, a few times";
    30017 Unavailable Later "Carrier network congestion":
        "the carrier has too much to do", "try again after minutes";
    30022 RateLimited Later "US A2P 10DLC - Rate Limits Exceeded":
        "the campaign's messages per second are used up", "send more slowly";
    30023 RateLimited Later "US A2P 10DLC - Daily Message Cap Reached":
        "the campaign's messages of the day are used up", "send after midnight Pacific Time";
    30027 RateLimited Later "US A2P 10DLC - T-Mobile Daily Message Limit Reached":
        "the brand's messages of the day to T-Mobile are used up", "send after midnight Pacific Time";
    30032 Invalid Never "Toll-Free Number Has Not Been Verified":
        "the toll-free number is not verified", "have it verified in the console";
    30034 Invalid Never "US A2P 10DLC - Message from an Unregistered Number":
        "the number belongs to no registered campaign", "register a brand and a campaign, and add the number";
    30036 RateLimited Later "Validity Period Expired":
        "the message waited longer than its validity period", "give it a longer one, or send more slowly";
    30410 Unavailable Later "Provider Timeout Error":
        "the carrier did not answer", "try again, a few times";
}
