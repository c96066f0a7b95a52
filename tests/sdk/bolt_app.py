"""A Bolt app in Python, over HTTP or Socket Mode: answers, and writes down what it is told, a line of JSON each.

    bolt_app.py http PORT base-url names-as-json
    bolt_app.py socket 0 base-url names-as-json
"""

import json
import re
import socket
import sys
import threading
import time

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

MODE, PORT, BASE, NAMES = sys.argv[1], int(sys.argv[2]), sys.argv[3], json.loads(sys.argv[4])
EVERYTHING = re.compile(".*")
lock = threading.Lock()
client = WebClient(token=NAMES["token"], base_url=f"{BASE}/api/")
app = App(client=client, signing_secret=NAMES.get("secret"), token_verification_enabled=True)


def told(kind, **more):
    with lock:
        print(json.dumps({"told": kind, **more}, ensure_ascii=False), flush=True)


@app.event("message")
def message(event, say):
    told("message", text=event.get("text"), subtype=event.get("subtype"))
    if event.get("subtype") is None and (event.get("text") or "").startswith("ask "):
        say(text=f"You said: {event['text']}", thread_ts=event.get("thread_ts"))


@app.event("app_mention")
def mention(event):
    told("app_mention", text=event["text"])


@app.event(EVERYTHING)
def other(event):
    told(event["type"])


@app.action(EVERYTHING)
def action(ack, body, respond):
    ack()
    chosen = body["actions"][0]
    told("block_actions", action=chosen["action_id"], value=chosen.get("value"))
    if body.get("response_url"):
        respond(f"You chose: {chosen.get('value')}", replace_original=False)


@app.command(EVERYTHING)
def command(ack, body, respond):
    told("command", command=body["command"], text=body.get("text", ""))
    ack("Working on it")
    respond(f"Done: {body.get('text', '')}")


@app.shortcut(EVERYTHING)
def shortcut(ack, body, client):
    ack()
    told(body["type"], callback=body["callback_id"])
    client.views_open(trigger_id=body["trigger_id"], view={
        "type": "modal", "callback_id": "form", "title": {"type": "plain_text", "text": "Form"},
        "submit": {"type": "plain_text", "text": "Send"},
        "blocks": [{"type": "input", "block_id": "name", "label": {"type": "plain_text", "text": "Name"},
                    "element": {"type": "plain_text_input", "action_id": "value"}}],
    })


@app.view("form")
def submitted(ack, view):
    name = view["state"]["values"]["name"]["value"].get("value") or ""
    told("view_submission", name=name)
    if len(name) < 3:
        ack(response_action="errors", errors={"name": "Too short"})
    else:
        ack()


@app.view_closed("form")
def closed(ack):
    ack()
    told("view_closed")


@app.options(EVERYTHING)
def options(ack, payload):
    told("block_suggestion", value=payload["value"])
    ack(options=[{"text": {"type": "plain_text", "text": "Tea"}, "value": "tea"}])


if MODE == "http":
    threading.Thread(target=app.start, args=(PORT,), kwargs={"http_server_logger_enabled": False}, daemon=True).start()
    while socket.socket().connect_ex(("127.0.0.1", PORT)):
        time.sleep(0.05)
else:
    SocketModeHandler(app, NAMES["app_token"], web_client=client).connect()
told("ready")
sys.stdin.read()
