"""A Bolt app hears everything that the Slack emulator tells, and what it answers is seen.

    bolt.py ENV http|socket PORT PROGRAM SCRIPT
"""

import json
import os
import queue
import subprocess
import sys
import threading
import time
import urllib.request

from stack import ENV, PATIENCE, http_json, slack

MODE, PORT, PROGRAM, SCRIPT = sys.argv[2:6]
BASE = ENV["SLACK_BASE_URL"].rstrip("/")
CHANNEL = ENV["SLACK_CHANNEL"]
BUTTON = [{"type": "actions", "block_id": "b1", "elements": [
    {"type": "button", "action_id": "approve", "text": {"type": "plain_text", "text": "Approve"}, "value": "req-1"}]}]
MENU = [{"type": "actions", "block_id": "b2", "elements": [
    {"type": "external_select", "action_id": "drink", "placeholder": {"type": "plain_text", "text": "Drink"},
     "min_query_length": 0}]}]


class Lines(threading.Thread):
    """What comes, line by line, and all that came before."""

    def __init__(self, lines):
        super().__init__(daemon=True)
        self.lines, self.seen, self.news = lines, [], queue.Queue()
        self.start()

    def run(self):
        for line in self.lines:
            self.news.put(line)

    def until(self, what, fits):
        end = time.monotonic() + PATIENCE
        for line in self.seen:
            if fits(line):
                return line
        while True:
            try:
                line = self.news.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"{what} did not come; what came: {self.seen}") from None
            self.seen.append(line)
            if fits(line):
                return line


def shown():
    """What people see, as the emulator's stream tells it."""
    with urllib.request.urlopen(f"{BASE}/_emulator/shown?after=0") as stream:
        for line in stream:
            if line.startswith(b"data:"):
                yield json.loads(line[5:])


def person(what, **body):
    return http_json("POST", f"{BASE}/_emulator/people/{what}", body)


credentials = http_json("GET", f"{BASE}/_emulator/app")
names = {"token": ENV["SLACK_BOT_TOKEN"], "secret": ENV["SLACK_SIGNING_SECRET"], "app_token": credentials["app_token"]}
modules = {**os.environ, "PYTHONIOENCODING": "utf-8", "NODE_PATH": os.environ.get("MESSAGING_NODE_MODULES", "")}
app = subprocess.Popen([PROGRAM, SCRIPT, MODE, PORT, BASE, json.dumps(names)], env=modules,
                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
told, seen = Lines(json.loads(line) for line in app.stdout if line.startswith("{")), Lines(shown())


def hears(kind, **fields):
    return told.until(f"{kind} {fields}", lambda line: line["told"] == kind and fields.items() <= line.items())


def sees(text):
    return seen.until(f"«{text}»", lambda line: text in json.dumps(line, ensure_ascii=False))


try:
    hears("ready")
    person("messages", text="ask one")
    hears("message", text="ask one")
    sees("You said: ask one")
    person("messages", text="@bot ask two")
    hears("app_mention")
    button = slack().chat_postMessage(channel=CHANNEL, text="May I?", blocks=BUTTON)["ts"]
    clicked = person("clicks", message_ts=button, action_id="approve")
    assert clicked["delivery"]["status"] == 200, clicked
    hears("block_actions", action="approve", value="req-1")
    sees("You chose: req-1")
    menu = slack().chat_postMessage(channel=CHANNEL, text="What to drink?", blocks=MENU)["ts"]
    offered = person("suggestions", message_ts=menu, action_id="drink", value="te")
    assert offered["options"] and offered["options"][0]["value"] == "tea", offered
    hears("block_suggestion", value="te")
    commanded = person("commands", command="/deploy", text="now")
    assert "error" not in commanded["delivery"], commanded
    hears("command", command="/deploy", text="now")
    sees("Working on it")
    sees("Done: now")
    person("shortcuts", callback_id="open_form")
    hears("shortcut", callback="open_form")
    end = time.monotonic() + PATIENCE
    while not http_json("POST", f"{BASE}/_emulator/people/views", {})["modal"]:
        assert time.monotonic() < end, "the app opens no modal"
        time.sleep(0.05)
    refused = person("submissions", values={"name": "Al"})
    assert refused["errors"] == {"name": "Too short"}, refused
    person("submissions", values={"name": "Alice"})
    hears("view_submission", name="Alice")
    assert not http_json("POST", f"{BASE}/_emulator/people/views", {})["modal"]
    print(f"{SCRIPT} over {MODE}: {len(told.seen)} things told")
finally:
    app.stdin.close()
    try:
        app.wait(10)
    except subprocess.TimeoutExpired:
        app.kill()
        app.wait()
