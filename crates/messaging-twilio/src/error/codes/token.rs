//! Access tokens for browsers and phones (<https://www.twilio.com/docs/iam/access-tokens>).

super::rows! { Answer;
    20101 Unauthorized Never "Invalid Access Token":
        "it is no token of Twilio's", "ask `POST /{account}/token` for one";
    20102 Unauthorized Never "Invalid Access Token header":
        "the token's header is not Twilio's", "ask `POST /{account}/token` for one";
    20103 Unauthorized Never "Invalid Access Token issuer/subject":
        "the API key or the account is not Twilio's", "check `account_sid` and `api_key`";
    20104 Unauthorized Never "Access Token expired or expiration date invalid":
        "the token's time is over", "ask for another one on `tokenAboutToExpire`";
    20105 Unauthorized Never "Access Token not yet valid":
        "this machine's clock is ahead", "set the clock";
    20106 Unauthorized Never "Invalid Access Token grants":
        "the token opens nothing that Twilio knows", "check the grants";
    20107 Unauthorized Never "Invalid Access Token signature":
        "the API key's secret is not the right one", "check `api_secret`; the auth token does not sign tokens";
    20151 Unauthorized Never "Authentication Failed":
        "the token is not accepted", "ask for another one";
    20152 Unauthorized Never "Invalid Header":
        "the token's header is not Twilio's", "ask `POST /{account}/token` for one";
    20153 Unauthorized Never "Invalid Issuer Or Subject":
        "the API key or the account is not Twilio's", "check `account_sid` and `api_key`";
    20154 Unauthorized Never "Invalid Claim Set":
        "the token lacks a claim", "ask `POST /{account}/token` for one";
    20155 Unauthorized Never "Expiration Time In The Future":
        "this machine's clock is ahead", "set the clock";
    20156 Unauthorized Never "Expired or Invalid Expiration in Token":
        "the token's time is over", "ask for another one on `tokenAboutToExpire`";
    20157 Unauthorized Never "Expiration Time Exceeds Maximum Time Allowed":
        "the token would hold longer than 24 hours", "shorten `token_ttl`";
}
