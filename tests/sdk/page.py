"""The playground's page in a real browser, without a mouse: a person types on a phone, in Slack and in the web chat, and
reads the answer there; the timeline shows the hops. Spoken to over the W3C WebDriver protocol.

With `swallow` as second argument the emulators carry nothing, and the page must show no answer."""

import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request

from stack import ENV, http_json

CHROMIUM, DRIVER = os.environ["MESSAGING_CHROMIUM"], os.environ["MESSAGING_CHROMEDRIVER"]
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update", "--window-size=1400,900"]
PANES = {"sms": 1, "whatsapp": 2, "slack": 3, "web": 4}


class Browser:
    def __init__(self):
        self.profile = tempfile.TemporaryDirectory()
        self.driver = subprocess.Popen([DRIVER, "--port=0"], stdout=subprocess.PIPE, text=True)
        line = next(line for line in self.driver.stdout if "successfully on port" in line)
        self.base = "http://127.0.0.1:" + line.strip().rstrip(".").rsplit(" ", 1)[1]
        options = {"binary": CHROMIUM, "args": FLAGS + [f"--user-data-dir={self.profile.name}"]}
        wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}}
        self.base += "/session/" + self.call("POST", "/session", wanted)["sessionId"]

    def call(self, method, path, value=None):
        data = json.dumps(value).encode() if value is not None else None
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def script(self, code, *arguments):
        return self.call("POST", "/execute/sync", {"script": code, "args": list(arguments)})

    def type(self, text, alt=None):
        keys = []
        if alt:
            keys += [("keyDown", "\ue00a"), ("keyDown", alt), ("keyUp", alt), ("keyUp", "\ue00a")]
        keys += [(kind, key) for key in text for kind in ("keyDown", "keyUp")]
        actions = [{"type": kind, "value": key} for kind, key in keys]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def close(self):
        self.call("DELETE", "")
        self.driver.terminate()
        self.driver.wait()


def until(what, ask, patience):
    end = time.monotonic() + patience
    while not (seen := ask()):
        assert time.monotonic() < end, f"the page does not show {what}"
        time.sleep(0.1)
    return seen


def answers(browser, pane):
    code = "return [...document.querySelectorAll('.pane')][arguments[0]].querySelector('.log').innerText"
    return browser.script(code, PANES[pane] - 1)


def typing_in(browser):
    code = "return 1 + [...document.querySelectorAll('.pane')].indexOf(document.activeElement.closest('.pane'))"
    return browser.script(code)


def reads_a_conversation(browser):
    """Opens the step at the end of the timeline, and from there what was said, with the keyboard alone."""
    dialog = "document.querySelector('#conversation')"
    browser.type("\ue00c")
    browser.type("k")
    browser.type("\ue007")
    until("an open step", lambda: browser.script("return !!document.querySelector('.hop .details')"), 10)
    browser.type("\ue004")
    browser.type("\ue007")
    until("the conversation", lambda: browser.script(f"return {dialog}.open"), 10)
    said = until("what was said", lambda: browser.script(f"return {dialog}.querySelector('ol').innerText"), 10)
    assert "You said: typed in" in said and "Agent" in said, said
    browser.type("\ue00c")
    until("the page again", lambda: not browser.script(f"return {dialog}.open"), 10)


def main(swallow):
    if swallow:
        plan = {"swallow": 1000, "until": {"secs": 3600, "nanos": 0}}
        for base in [ENV["TWILIO_BASE_URL"], ENV["SLACK_BASE_URL"]]:
            http_json("PUT", base.rstrip("/") + "/_emulator/faults", plan)
    browser = Browser()
    try:
        browser.call("POST", "/url", {"url": ENV["MESSAGING_CONSOLE_URL"]})
        until("its panes", lambda: browser.script("return document.querySelectorAll('.pane textarea:enabled').length") == 4, 20)
        until("that it is connected", lambda: "connecting" not in browser.script("return document.querySelector('#word').innerText"), 20)
        shown, missing = [], []
        for pane, number in PANES.items():
            text = f"typed in {pane}"
            browser.type("", alt=str(number))
            until(f"the keyboard in {pane}", lambda: typing_in(browser) == number, 10)
            browser.script("document.activeElement.value = ''")
            browser.type(text + "\ue007")
            until(f"what was typed in {pane}", lambda: text in answers(browser, pane), 30)
            try:
                until(f"the answer in {pane}", lambda: f"You said: {text}" in answers(browser, pane), 3 if swallow else 15)
                shown.append(pane)
            except AssertionError:
                missing.append(pane)
        hops = until("hops", lambda: browser.script("return document.querySelector('#hops').innerText"), 10)
        for word in ["webhook", "turn", "send", "ms"]:
            assert word in hops.lower(), (word, hops)
        assert "token" not in browser.script("return location.href").replace("/token", ""), "the token stays in the address"
        if not swallow:
            reads_a_conversation(browser)
        if len(sys.argv) > 3 and sys.argv[2] == "picture":
            import base64
            with open(sys.argv[3], "wb") as file:
                file.write(base64.b64decode(browser.call("GET", "/screenshot")))
        problems = [entry for entry in browser.call("POST", "/se/log", {"type": "browser"}) if entry["level"] == "SEVERE"]
        assert not problems, problems
        return shown, missing
    finally:
        browser.close()


shown, missing = main("swallow" in sys.argv[2:])
# A web chat's answer is the gateway's own commit: there is no vendor that could swallow it.
expected = ["web"] if "swallow" in sys.argv[2:] else list(PANES)
assert shown == expected, f"answers in {shown}, none in {missing}"
print(f"the page shows answers in {', '.join(shown)}" + (f", none in {', '.join(missing)}" if missing else ""))
