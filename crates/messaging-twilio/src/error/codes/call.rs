//! Calls.

super::rows! { Answer;
    13227 Invalid Never "Geo Permission configuration is not permitting call":
        "the country is not enabled for this account", "enable it in the console under Voice, Settings, Geo permissions";
    21201 Invalid Never "No Called number specified":
        "nobody to call was named", "name them";
    21203 Invalid Never "International calling not enabled":
        "the account calls its own country only", "enable it in the console";
    21205 Invalid Never "Invalid URL":
        "the URL for the call is none", "give a public `https://…` URL";
    21213 Invalid Never "Caller phone number is required":
        "no number to call from was named", "name one of ours";
    21215 Invalid Never "Geo Permission configuration is not permitting call":
        "the country is not enabled for this account", "enable it in the console under Voice, Settings, Geo permissions";
    21217 Invalid Never "Phone number does not appear to be valid":
        "the number does not exist or is not E.164", "write it as `+15550100777`";
    21218 Invalid Never "Invalid ApplicationSid":
        "there is no such TwiML application in this account", "copy the `AP…` from the console";
    21219 Invalid Never "'To' phone number not verified":
        "a trial account calls verified numbers only", "verify the number in the console, or upgrade the account";
    21220 Invalid Never "Invalid call state":
        "the call is over", "nothing: it has ended";
}
