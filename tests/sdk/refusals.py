"""What the vendors' own validators refuse is refused, and leaves nothing in the store."""

import json
import time
import urllib.parse

from slack_sdk.signature import SignatureVerifier
from stack import ENV, GATEWAY, counts, http
from twilio.request_validator import RequestValidator

URL = f"{GATEWAY}/webhooks/twilio"
VALIDATOR = RequestValidator(ENV["TWILIO_AUTH_TOKEN"])
FIELDS = {
    "MessageSid": "SM" + "0" * 32, "SmsStatus": "received", "From": "+15550100999", "To": ENV["TWILIO_PHONE_NUMBER"],
    "Body": "let me in", "AccountSid": ENV["TWILIO_ACCOUNT_SID"], "NumMedia": "0",
}


def form(fields):
    return urllib.parse.urlencode(fields, doseq=True).encode()


def twilio_cases():
    good = VALIDATOR.compute_signature(URL, FIELDS)
    yield "another body", FIELDS | {"Body": "let me out"}, good
    yield "a field more", FIELDS | {"Extra": "1"}, good
    yield "a field less", {k: v for k, v in FIELDS.items() if k != "Body"}, good
    yield "another token", FIELDS, RequestValidator("0" * 32).compute_signature(URL, FIELDS)
    yield "another path", FIELDS, VALIDATOR.compute_signature(URL + "x", FIELDS)
    yield "another host", FIELDS, VALIDATOR.compute_signature("https://evil.example/webhooks/twilio", FIELDS)
    yield "empty", FIELDS, ""
    yield "not base64", FIELDS, "!" * 28
    yield "two spellings", FIELDS, good.rstrip("=")
    for index in range(0, 28, 3):
        swapped = "A" if good[index] != "A" else "B"
        yield f"character {index}", FIELDS, good[:index] + swapped + good[index + 1:]


def slack_cases():
    event = {"type": "message", "channel_type": "im", "channel": ENV["SLACK_DM_CHANNEL"], "user": ENV["SLACK_USER_ID"],
             "text": "let me in", "ts": f"{int(time.time())}.000777"}
    body = json.dumps({"type": "event_callback", "team_id": ENV["SLACK_TEAM_ID"], "event_id": "EvFORGED", "event": event})
    verifier, now = SignatureVerifier(ENV["SLACK_SIGNING_SECRET"]), int(time.time())

    def case(name, signed=body, sent=body, when=now, told=None, signer=verifier, change=lambda s: s):
        told = str(when) if told is None else told
        return name, sent, told, change(signer.generate_signature(timestamp=str(when), body=signed))

    yield case("another body", sent=body.replace("let me in", "let me out"))
    yield case("another secret", signer=SignatureVerifier("0" * 32))
    yield case("too old", when=now - 400)
    yield case("from the future", when=now + 400)
    yield case("another time", told=str(now - 1))
    yield case("not a time", told="now")
    yield case("another version", change=lambda s: "v1" + s[2:])
    yield case("upper case", change=lambda s: "v0=" + s[3:].upper())
    yield case("cut short", change=lambda s: s[:-1])
    yield case("empty", change=lambda s: "")
    for index in range(3, 67, 7):
        yield case(f"digit {index}", change=lambda s: s[:index] + ("0" if s[index] != "0" else "1") + s[index + 1:])


def is_refused_by_slack(body, told, signature):
    try:
        return not SignatureVerifier(ENV["SLACK_SIGNING_SECRET"]).is_valid(body, told, signature)
    except ValueError:
        return True


before, refused = counts(), 0
for name, fields, signature in twilio_cases():
    assert not VALIDATOR.validate(URL, fields, signature), f"Twilio's validator takes {name}"
    headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": signature}
    status, _, body = http("POST", URL, form(fields), headers)
    assert status == 403 and ENV["TWILIO_AUTH_TOKEN"].encode() not in body, (name, status, body)
    refused += 1
status, _, _ = http("POST", URL, form(FIELDS), {"Content-Type": "application/x-www-form-urlencoded"})
assert status == 403, ("no header", status)

for name, body, told, signature in slack_cases():
    assert is_refused_by_slack(body, told, signature), f"Slack's verifier takes {name}"
    headers = {"Content-Type": "application/json", "X-Slack-Request-Timestamp": told, "X-Slack-Signature": signature}
    status, _, answer = http("POST", f"{GATEWAY}/webhooks/slack", body.encode(), headers)
    assert status == 401 and ENV["SLACK_SIGNING_SECRET"].encode() not in answer, (name, status, answer)
    refused += 1
status, _, _ = http("POST", f"{GATEWAY}/webhooks/slack", b"{}", {"Content-Type": "application/json"})
assert status == 401, ("no headers", status)

after = counts()
assert before == after, (before, after)
print(f"{refused + 2} forgeries refused, nothing stored")
