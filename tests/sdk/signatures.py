"""Every signature the emulators make passes the vendors' own validators."""

import json
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer

from slack_sdk.signature import SignatureVerifier
from stack import ENV, eventually, http_json, slack, twilio
from twilio.request_validator import RequestValidator

CAUGHT = []


class Catcher(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        CAUGHT.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


# The emulators were told to call this port.
port = urllib.parse.urlsplit(ENV["WEBHOOK_URL"]).port
server = HTTPServer(("127.0.0.1", port), Catcher)
threading.Thread(target=server.serve_forever, daemon=True).start()
origin = f"http://127.0.0.1:{port}"

if ENV.get("TWILIO_BASE_URL"):
    side, number = ENV["TWILIO_BASE_URL"] + "/_emulator/people/messages", ENV["TWILIO_PHONE_NUMBER"]
    for text in ["hi", "ça va? é ü 😀", "a+b & c=d %41", " spaces  ", "'\"<>"]:
        http_json("POST", side, {"from": "+15550100002", "text": text})
        http_json("POST", side, {"from": "+15550100003", "text": text, "channel": "whatsapp"})
    client = twilio()
    client.messages.create(to="+15550100002", from_=number, body="x", status_callback=f"{origin}/status?mid=a%2Bb&x=1")
    conversation = client.conversations.v1.services(ENV["TWILIO_CONVERSATIONS_SERVICE_SID"]).conversations.create()
    conversation.participants.create(messaging_binding_address="+15550100009", messaging_binding_proxy_address=number)
    http_json("POST", side, {"conversation": conversation.sid, "author": "+15550100009", "text": "in a conversation"})
    eventually("callbacks", lambda: len(CAUGHT), lambda count: count >= 15)
    validator = RequestValidator(ENV["TWILIO_AUTH_TOKEN"])
    kinds = set()
    for path, headers, body in CAUGHT:
        fields = dict(urllib.parse.parse_qsl(body.decode(), keep_blank_values=True))
        kinds.add(fields.get("EventType", fields.get("MessageStatus", "inbound")))
        assert validator.validate(origin + path, fields, headers["x-twilio-signature"]), (path, headers, body)
        assert not validator.validate(origin + path + "x", fields, headers["x-twilio-signature"])
    assert {"inbound", "onMessageAdded", "delivered"} <= kinds, kinds
else:
    side = ENV["SLACK_BASE_URL"].rstrip("/") + "/_emulator/people/messages"
    for text in ["hi", "@bot ça va? 😀", "a & b < c", "'\"\\"]:
        http_json("POST", side, {"channel": ENV["SLACK_CHANNEL"], "text": text})
        http_json("POST", side, {"channel": ENV["SLACK_DM_CHANNEL"], "text": text})
    slack().chat_postMessage(channel=ENV["SLACK_CHANNEL"], text="mine")
    eventually("events", lambda: len(CAUGHT), lambda count: count >= 10)
    verifier = SignatureVerifier(ENV["SLACK_SIGNING_SECRET"])
    for path, headers, body in CAUGHT:
        assert verifier.is_valid_request(body, headers), (headers, body)
        assert not verifier.is_valid_request(body + b" ", headers)
    assert {json.loads(body)["event"]["type"] for _, _, body in CAUGHT} == {"message", "app_mention"}

print(f"{len(CAUGHT)} signatures verified by the vendor's own validator")
