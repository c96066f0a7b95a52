"""A real browser without a mouse, spoken to over the W3C WebDriver protocol, and the playground's page in it."""

import base64
import contextlib
import json
import os
import subprocess
import tempfile
import time
import urllib.request

from stack import ENV

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

    def resize(self, width, height):
        self.call("POST", "/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}})

    def prefer(self, scheme):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("POST", "/goog/cdp/execute", {"cmd": "Emulation.setEmulatedMedia", "params": {"features": features}})

    def picture(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("GET", "/screenshot")))

    def pictures(self, folder, name, before=""):
        """Takes pictures, light and dark, of a wide page and of a narrow one, if there is a folder for them."""
        for scheme in ["light", "dark"] if folder else []:
            for width, height in [(1280, 800), (390, 844)]:
                self.prefer(scheme)
                self.resize(width, height)
                self.script(before)
                self.script("return new Promise((done) => setTimeout(done, 300))")
                self.picture(f"{folder}/{name}-{scheme}-{width}.png")
        if folder:
            self.resize(1400, 900)

    def focused(self):
        """What has the focus, by the name that is read aloud, and whether it is seen to have it."""
        return self.script("""const it = document.activeElement;
          const name = it.getAttribute("aria-label") ?? it.labels?.[0]?.textContent ?? it.textContent.trim();
          return [name, it.matches(":focus-visible") && getComputedStyle(it).outlineStyle !== "none"]""")

    def tab_to(self, name, most=60):
        """Presses Tab until what is called so has the focus."""
        passed = []
        for _ in range(most):
            self.type("\ue004")
            called, seen = self.focused()
            if called == name:
                assert seen, f"the focus on {name} is not seen"
                return
            passed.append(called)
        raise AssertionError(f"Tab leads to no {name!r}, only to {passed}")

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


@contextlib.contextmanager
def playground():
    """The page, connected; at the end nothing may have gone wrong in it."""
    browser = Browser()
    try:
        browser.call("POST", "/url", {"url": ENV["MESSAGING_CONSOLE_URL"]})
        until("its panes", lambda: browser.script("return document.querySelectorAll('.pane textarea:enabled').length") == 4, 20)
        until("that it is connected", lambda: "connecting" not in browser.script("return document.querySelector('#word').innerText"), 20)
        yield browser
        problems = [entry for entry in browser.call("POST", "/se/log", {"type": "browser"}) if entry["level"] == "SEVERE"]
        assert not problems, problems
    finally:
        browser.close()


def answers(browser, pane):
    code = "return [...document.querySelectorAll('.pane')][arguments[0]].querySelector('.log').innerText"
    return browser.script(code, PANES[pane] - 1)


def typing_in(browser):
    code = "return 1 + [...document.querySelectorAll('.pane')].indexOf(document.activeElement.closest('.pane'))"
    return browser.script(code)
