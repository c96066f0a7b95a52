//! Credentials, permissions and the request as such.

super::rows! { Answer;
    11100 Invalid Never "Invalid URL format":
        "a URL of the settings is none", "give a public `https://…` URL";
    19056 Invalid Never "Input request content type is invalid":
        "the body was JSON", "send a form: `application/x-www-form-urlencoded`";
    20001 Invalid Never "Unknown parameters":
        "a parameter is not documented, and was ignored", "check its spelling";
    20003 Unauthorized Never "Permission Denied":
        "the credentials are wrong, or may not do this", "check `account_sid` with `auth_token`, or `api_key` with `api_secret`";
    20004 Invalid Never "Method not allowed":
        "this resource knows no such verb", "use GET, POST or DELETE as its page says";
    20005 Unauthorized Never "Account not active":
        "the account is suspended or closed", "open Twilio's console, it says why";
    20006 Unauthorized Never "Access Denied":
        "the account may not use this resource", "ask for access in Twilio's console";
    20007 Invalid Never "Page size too large":
        "a page was asked for that is larger than this list allows", "ask for 100, or for 1,000 messages";
    20008 Unauthorized Never "Test Credentials":
        "test credentials can do very little", "use the live `account_sid` and `auth_token`";
    20009 Unavailable Later "Cannot delete this resource before it is complete":
        "the message is still on its way", "try again once it is sent or delivered";
    20403 Unauthorized Never "403 Forbidden":
        "the credentials may not use this resource", "use a key of this account with this permission";
    20404 NotFound Never "Not Found":
        "it was deleted, or belongs to another account or service", "check the SID, and `conversations_service_sid`";
    20409 Unavailable Soon "Conflict":
        "somebody else is changing the same thing", "try again after a moment";
    20422 Invalid Never "Invalid Parameter":
        "a parameter has a value of the wrong shape", "Twilio's message names it";
    20429 RateLimited Soon "Too Many Requests":
        "too many requests at once, counted over the whole account", "wait and try again: it was not looked at, so repeating is safe";
    20500 Unavailable Unknown "Internal Server Error":
        "Twilio failed", "look whether it was done before doing it again; Twilio's status page may know more";
    20503 Unavailable Unknown "Service unavailable":
        "Twilio is overloaded or down", "look whether it was done before doing it again";
    21402 Invalid Never "Invalid Url":
        "a number is to call a URL that is none", "give a public `https://…` URL";
    21403 Invalid Never "Invalid Method":
        "the method is neither GET nor POST", "use POST";
    21406 Invalid Never "Cannot set SmsFallbackUrl without setting SmsUrl":
        "a number has a fallback and nothing to fall back from", "set `SmsUrl` as well";
    21420 Invalid Never "ApplicationSid is not accessible":
        "the TwiML application is another account's", "copy the `AP…` from the console";
    70051 Unauthorized Never "Authorization Failed":
        "a restricted API key lacks a permission", "give the key the permission Twilio's message names, or use a standard key";
}
