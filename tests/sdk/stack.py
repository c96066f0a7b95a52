"""What the scripts in this folder share: the environment a running `messaging` wrote, the vendors' SDKs, plain HTTP."""

import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier
from twilio.request_validator import RequestValidator
from twilio.rest import Client

# How long an answer may take, in seconds; short where none is expected.
PATIENCE = float(os.environ.get("PATIENCE", "20"))


def read_env(path):
    with open(path, encoding="utf-8") as file:
        return dict(line.rstrip("\n").split("=", 1) for line in file if "=" in line)


ENV = read_env(sys.argv[1])
GATEWAY = ENV.get("MESSAGING_GATEWAY_URL", "").rstrip("/")


def http(method, url, body=None, headers=None):
    """Status, headers and body, whatever the status."""
    request = urllib.request.Request(url, data=body, headers=headers or {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, dict(answer.headers), answer.read()


def http_json(method, url, value=None):
    body = None if value is None else json.dumps(value).encode()
    status, _, answer = http(method, url, body, {"Content-Type": "application/json"})
    assert status < 300, (method, url, status, answer)
    return json.loads(answer)


def twilio():
    client = Client(ENV["TWILIO_ACCOUNT_SID"], ENV["TWILIO_AUTH_TOKEN"])
    client.api.base_url = client.conversations.base_url = ENV["TWILIO_BASE_URL"]
    return client


def slack():
    return WebClient(token=ENV["SLACK_BOT_TOKEN"], base_url=ENV["SLACK_BASE_URL"].rstrip("/") + "/api/")


def post_twilio(fields, token=None, url=None):
    """Posts a callback exactly as Twilio would, signed by Twilio's own SDK."""
    url = url or f"{GATEWAY}/webhooks/twilio"
    signature = RequestValidator(token or ENV["TWILIO_AUTH_TOKEN"]).compute_signature(url, fields)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
        "X-Twilio-Signature": signature,
        "User-Agent": "TwilioProxy/1.1",
    }
    return http("POST", url, urllib.parse.urlencode(fields, doseq=True).encode(), headers)


def post_slack(event, secret=None):
    """Posts an event exactly as Slack would, signed by Slack's own SDK."""
    body, now = json.dumps(event), str(int(time.time()))
    verifier = SignatureVerifier(secret or ENV["SLACK_SIGNING_SECRET"])
    headers = {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": now,
        "X-Slack-Signature": verifier.generate_signature(timestamp=now, body=body),
    }
    return http("POST", f"{GATEWAY}/webhooks/slack", body.encode(), headers)


def eventually(what, read, good):
    """Asks again until the answer is good; the time limit only ends a failure."""
    end = time.monotonic() + PATIENCE
    while True:
        seen = read()
        if good(seen):
            return seen
        assert time.monotonic() < end, f"{what}: last seen {seen!r}"
        time.sleep(0.05)


def counts():
    """The gateway's own counters, from the console's API."""
    url, _, token = ENV["MESSAGING_CONSOLE_URL"].partition("#")
    token = token.partition("=")[2]
    status, _, body = http("GET", url.rstrip("/") + "/api/status", None, {"Authorization": f"Bearer {token}"})
    assert status == 200, (status, body)
    return json.loads(body)["counts"]
