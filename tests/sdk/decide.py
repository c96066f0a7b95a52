"""The console in a real browser: an agent refuses a message, it waits as a dead letter, and a person has it tried again
once the agent is mended; another one is dropped. The keyboard alone."""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from browser import answers, playground, until

COUNTS = "return document.querySelector('#counts').innerText"
DIALOG = "document.querySelector('#waiting')"


class Agent(BaseHTTPRequestHandler):
    broken = True

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        text = asked["messages"][-1]["text"]
        status, said = (422, {"error": "no idea"}) if Agent.broken else (200, {"messages": [{"text": f"mended: {text}"}]})
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def press(browser, choice, at=0):
    found = f"{DIALOG}.querySelectorAll('[data-choice={choice}]')[{at}]"
    until(f"a button to {choice}", lambda: browser.script(f"return !!{found}"), 10)
    browser.script(f"{found}.focus()")
    browser.type("\ue007")


def main(port):
    server = ThreadingHTTPServer(("127.0.0.1", port), Agent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with playground() as browser:
        assert browser.script("return document.querySelector('#to-decide').hidden"), "nothing waits yet"
        for text in ["first", "second"]:
            browser.type("", alt="1")
            browser.script("document.activeElement.value = ''")
            browser.type(text + "\ue007")
        until("two dead letters", lambda: "2 dead" in browser.script(COUNTS), 20)
        until("that they wait", lambda: "2 to decide" in browser.script("return document.querySelector('#to-decide').innerText"), 10)
        browser.script("document.querySelector('#to-decide').focus()")
        browser.type("\ue007")
        shown = until("both letters", lambda: browser.script(
            f"const all = [...{DIALOG}.querySelectorAll('.letter')]; return all.length === 2 && all.map((one) => one.innerText)"), 10)
        assert "422" in shown[0] and "second" in shown[0] and "first" in shown[1], shown
        Agent.broken = False
        press(browser, "redrive", 1)
        until("one letter", lambda: browser.script(f"return {DIALOG}.querySelectorAll('.letter').length === 1"), 10)
        press(browser, "drop")
        until("no letter", lambda: browser.script(f"return !{DIALOG}.querySelector('.empty').hidden"), 10)
        browser.type("\ue00c")
        until("the answer on the phone", lambda: "mended: first" in answers(browser, "sms"), 20)
        told = until("both decisions", lambda: (seen := browser.script(COUNTS)) and "1 dropped" in seen and seen, 10)
        assert "1 answered" in told, told
        assert answers(browser, "sms").count("mended: first") == 1 and "mended: second" not in answers(browser, "sms")
    print("a dead letter was tried again in the browser, and another one dropped")


main(int(sys.argv[2]))
