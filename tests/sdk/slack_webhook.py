"""Slack's packages post to an incoming webhook of the emulator, and hear what it refuses.

    slack_webhook.py ENV NODE SCRIPT
"""

import json
import os
import subprocess
import sys
import time
import urllib.request

from slack_sdk.webhook import WebhookClient
from stack import ENV, http_json

BASE = ENV["SLACK_BASE_URL"].rstrip("/")
URL = http_json("GET", f"{BASE}/_emulator/app")["webhook_url"]
GONE = URL.rsplit("/", 1)[0] + "/ThisIsNotTheSecretOfTheHook"

said = WebhookClient(URL).send(text="by Python", blocks=[{"type": "section", "text": {"type": "mrkdwn", "text": "by *Python*"}}])
assert (said.status_code, said.body) == (200, "ok"), (said.status_code, said.body)
time.sleep(1.1)  # One a second is what a webhook takes.
refused = WebhookClient(GONE).send(text="x")
assert refused.status_code in (403, 404) and refused.body, (refused.status_code, refused.body)

node, script = sys.argv[2:4]
env = {**os.environ, "NODE_PATH": os.environ["MESSAGING_NODE_MODULES"]}
lines = subprocess.run([node, script, URL, json.dumps({"text": "by Node"})], env=env, check=True, capture_output=True, text=True)
assert json.loads(lines.stdout) == {"text": "ok"}, lines.stdout
lines = subprocess.run([node, script, GONE, json.dumps({"text": "x"})], env=env, check=True, capture_output=True, text=True)
assert json.loads(lines.stdout)["status"] == refused.status_code, lines.stdout

with urllib.request.urlopen(f"{BASE}/_emulator/shown?after=0", timeout=10) as stream:
    seen = []
    while len(seen) < 2:
        line = stream.readline()
        if line.startswith(b"data:"):
            seen.append(json.loads(line[5:]))
for who, message in zip(["Python", "Node"], seen):
    assert f"by {who}" in json.dumps(message).replace("*", ""), message
print("two packages posted, and were refused where they should be")
