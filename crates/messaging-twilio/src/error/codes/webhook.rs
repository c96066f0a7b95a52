//! What Twilio could not do with our answers to its webhooks.

super::rows! { Debugger;
    11200 Unavailable Soon "HTTP retrieval failure":
        "our answer was not a 2xx, or there was none", "check that `webhook_url` is what Twilio reaches";
    11205 Unavailable Soon "HTTP connection failure":
        "Twilio could not connect, or waited longer than 15 s", "check the firewall and the time an answer takes";
    11206 Unavailable Soon "HTTP protocol violation":
        "what answered does not speak HTTP", "check what listens at `webhook_url`";
    11215 Invalid Never "HTTP too many redirects":
        "the webhook's URL redirects in a circle", "give Twilio the final URL";
    11237 Invalid Never "Certificate Invalid - Could not find path to certificate":
        "the certificate's chain is not complete", "serve the intermediate certificates as well";
    11750 Invalid Never "TwiML response body too large":
        "the answer has more than 64 kB", "shorten it, or reply through the API";
    12100 Invalid Never "Document parse failure":
        "the answer is no XML", "check what stands between Twilio and this program: it may add to the answer";
    12200 Invalid Never "Schema validation warning":
        "the answer has a verb or an attribute that TwiML does not know", "check its spelling";
    12300 Invalid Never "Invalid Content-Type":
        "the answer is not `text/xml`", "check what stands between Twilio and this program: it may change the type";
    14107 RateLimited Later "SMS send rate limit exceeded":
        "more than 15 replies to one person within 30 s: two machines talk to each other", "find out who answers whom";
    15003 Unavailable Soon "Call Progress: Warning Response to Callback URL":
        "a callback was not answered with a 2xx", "answer it with an empty 200";
    50076 Invalid Never "Webhook failed to execute successfully due to timeout":
        "a pre-action webhook took longer than 5 s; the action went on without it", "answer faster";
}
