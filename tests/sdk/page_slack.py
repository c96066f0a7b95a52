"""What people see and use in the playground's Slack, in a real browser and without a mouse: buttons, menus and forms,
messages that grow, change, go and are reacted to.

    page_slack.py dev.env PORT [deaf] [pictures FOLDER]

The agent and its hook listen on PORT. With `deaf` the emulator never hears what the app answers to a click: the page must
say so, and show nothing that came of it."""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from browser import answers, playground, until
from stack import ENV, http_json, slack

PORT, MODES = int(sys.argv[2]), sys.argv[3:]
PICTURES = MODES[MODES.index("pictures") + 1] if "pictures" in MODES else None
CHANNEL = ENV["SLACK_CHANNEL"]
SIDE = ENV["SLACK_BASE_URL"].rstrip("/") + "/_emulator/"
ENTER, ESCAPE, DOWN = "\ue007", "\ue00c", "\ue015"
client = slack()


def words(text):
    return {"type": "plain_text", "text": text}


def option(text, value):
    return {"text": words(text), "value": value}


OFFER = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "Order *1042* for <@" + ENV["SLACK_USER_ID"] + ">"}, "accessory": {
        "type": "static_select", "action_id": "size", "placeholder": words("Pick a size"),
        "options": [option("Small", "s"), option("Large", "l")]}},
    {"type": "actions", "block_id": "first", "elements": [
        {"type": "button", "action_id": "approve", "value": "1042", "style": "primary", "text": words("Approve")},
        {"type": "button", "action_id": "cancel", "value": "1042", "style": "danger", "text": words("Cancel the order"),
         "confirm": {"title": words("Cancel it?"), "text": words("It cannot be undone."), "confirm": words("Cancel it"), "deny": words("Keep it")}},
        {"type": "external_select", "action_id": "city", "placeholder": words("Pick a city"), "min_query_length": 2},
    ]},
    {"type": "actions", "block_id": "second", "elements": [
        {"type": "button", "action_id": "report", "text": words("Report a problem")}]},
]

FORM = {
    "type": "modal", "callback_id": "report", "title": words("Report a problem"), "submit": words("Report"), "close": words("Not now"),
    "blocks": [
        {"type": "section", "text": words("We answer within a day.")},
        {"type": "input", "block_id": "order", "label": words("Order"), "hint": words("Four digits"),
         "element": {"type": "plain_text_input", "action_id": "order"}},
        {"type": "input", "block_id": "kind", "label": words("What is wrong"),
         "element": {"type": "static_select", "action_id": "kind", "placeholder": words("Choose"),
                     "options": [option("It is late", "late"), option("It is broken", "broken")]}},
        {"type": "input", "block_id": "more", "label": words("More"), "optional": True,
         "element": {"type": "plain_text_input", "action_id": "more", "multiline": True}},
    ],
}
SECOND = {"type": "modal", "callback_id": "thanks", "title": words("Thank you"), "submit": words("Done"),
          "blocks": [{"type": "section", "text": words("Order 1042 is being looked at.")}]}
CITIES = ["Berlin", "Bergen", "Bern", "Lisbon"]


class Agent(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    broken = []

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            answer = turn(asked["messages"][-1]) if self.path == "/agent" else hook(asked)
        except Exception as error:
            Agent.broken.append(repr(error))
            raise
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def turn(message):
    seen = message["metadata"]
    if seen.get("action_id") == "report":
        client.views_open(trigger_id=seen["trigger_id"], view=FORM)
        return {"messages": []}
    if "action_id" in seen:
        chosen = message["choice"]
        return {"messages": [{"text": f"{seen['action_id']} is {chosen['label']} ({chosen['value']})"}]}
    return {"messages": []}


def hook(asked):
    payload = json.loads(asked["fields"].get("payload", "{}")) if isinstance(asked["fields"].get("payload"), str) else asked["fields"].get("payload", {})
    answer = None
    if asked["kind"] == "block_suggestion":
        answer = {"options": [option(city, city.lower()) for city in CITIES if city.lower().startswith(payload["value"].lower())]}
    elif asked["kind"] == "view_submission" and payload["view"]["callback_id"] == "report":
        order = payload["view"]["state"]["values"]["order"]["order"]["value"]
        if not order.isdigit():
            answer = {"response_action": "errors", "errors": {"order": "An order number has four digits."}}
        else:
            answer = {"response_action": "update", "view": SECOND}
    elif asked["kind"] == "view_submission":
        answer = {"response_action": "clear"}
    return {"decision": "pass"} if answer is None else {"decision": "answer", "answer": answer}


def log(browser):
    return answers(browser, "slack")


def modal(browser):
    """The text of the form, if one is open."""
    return browser.script("const it = document.querySelector('#modal'); return it.open ? it.innerText : ''")


def from_the_field(browser):
    browser.type("", alt="3")


def picture(browser, name):
    browser.pictures(PICTURES, name, "if (innerWidth < 600) document.querySelector('[data-kind=slack]').scrollIntoView();")


def back_to(browser, key):
    """Goes to the thing again, from the top of the pane."""
    browser.script("document.querySelectorAll('.pane')[2].querySelector('.log').focus()")
    browser.tab_to(key)


def presses_a_button(browser):
    back_to(browser, "Approve")
    picture(browser, "button")
    browser.type(ENTER)
    until("what the button did", lambda: "approve is Approve (1042)" in log(browser), 15)


def is_asked_before_it_counts(browser):
    asked = "return document.querySelector('#sure').open"
    for answer, counts in [("Keep it", False), ("Cancel it", True)]:
        back_to(browser, "Cancel the order")
        browser.type(ENTER)
        until("the question", lambda: browser.script(asked), 5)
        if browser.focused()[0] != answer:
            browser.tab_to(answer)
        browser.type(ENTER)
        until("that the question is gone", lambda: not browser.script(asked), 5)
        if counts:
            until("what it did", lambda: "cancel is Cancel the order" in log(browser), 15)
        else:
            assert "cancel is" not in log(browser)


def chooses_in_a_menu(browser):
    back_to(browser, "Pick a size")
    browser.type(ENTER)
    until("the choices", lambda: browser.focused()[0] == "Small", 5)
    picture(browser, "menu")
    browser.type(DOWN + ENTER)
    until("what the choice did", lambda: "size is Large (l)" in log(browser), 15)
    assert browser.focused()[0] == "Pick a size: Large", browser.focused()


def searches_in_a_menu(browser):
    back_to(browser, "Pick a city")
    browser.type(ENTER)
    until("the field", lambda: browser.focused()[0] == "Search: Pick a city", 5)
    browser.type("b")
    until("that more letters are wanted", lambda: "2 letters or more" in log(browser), 5)
    browser.type("er")
    until("the cities", lambda: "Bergen" in log(browser), 10)
    assert "Lisbon" not in log(browser)
    picture(browser, "search")
    browser.type(DOWN + DOWN + ENTER)
    until("what the choice did", lambda: "city is Bergen (bergen)" in log(browser), 15)


def fills_in_a_form(browser):
    back_to(browser, "Report a problem")
    browser.type(ENTER)
    until("the form", lambda: "Report a problem" in modal(browser), 10)
    assert browser.focused()[0] == "Order", browser.focused()
    browser.type("seven" + ENTER)
    until("what is missing", lambda: "Please fill this in." in modal(browser), 5)
    assert browser.focused()[0].startswith("What is wrong"), browser.focused()
    browser.type(ENTER)
    until("the choices", lambda: browser.focused()[0] == "It is late", 5)
    browser.type(DOWN + ENTER)
    browser.tab_to("Report")
    browser.type(ENTER)
    until("the error at its field", lambda: "An order number has four digits." in modal(browser), 10)
    field = browser.script("""const it = document.activeElement;
      const said = it.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent);
      return [it.getAttribute("aria-label"), it.getAttribute("aria-invalid"), said.join(" "), it.value]""")
    assert field == ["Order", "true", "Four digits An order number has four digits.", "seven"], field
    picture(browser, "form")
    browser.script("document.activeElement.select()")
    browser.type("1042" + ENTER)
    until("the next view", lambda: "Order 1042 is being looked at." in modal(browser), 10)
    browser.tab_to("Done") if browser.focused()[0] != "Done" else None
    browser.type(ENTER)
    until("that the form is gone", lambda: modal(browser) == "", 10)


def closes_a_form(browser):
    back_to(browser, "Report a problem")
    browser.type(ENTER)
    until("the form", lambda: "Report a problem" in modal(browser), 10)
    browser.type(ESCAPE)
    until("that the form is gone", lambda: modal(browser) == "", 10)
    looks = http_json("POST", SIDE + "people/views", {})
    assert looks["modal"] is None, looks


def sees_messages_change(browser):
    first = client.chat_postMessage(channel=CHANNEL, text="It ships on Monday")
    reply = client.chat_postMessage(channel=CHANNEL, text="Tracked as 77", thread_ts=first["ts"])
    until("the message", lambda: "It ships on Monday" in log(browser) and "1 reply" in log(browser), 10)
    client.chat_update(channel=CHANNEL, ts=first["ts"], text="It ships on Tuesday")
    until("the edit", lambda: "It ships on Tuesday" in log(browser) and "(edited)" in log(browser), 10)
    assert "Monday" not in log(browser)
    client.reactions_add(channel=CHANNEL, timestamp=first["ts"], name="eyes")
    until("the reaction", lambda: "👀 1" in log(browser), 10)
    back_to(browser, "1 reacted with eyes")
    browser.type(ENTER)
    until("one more of it", lambda: "👀 2" in log(browser), 10)
    assert browser.focused()[0] == "2 reacted with eyes", browser.focused()
    back_to(browser, "1 reply")
    browser.type(ENTER)
    until("that the thread is folded", lambda: "Tracked as 77" not in log(browser), 5)
    browser.type(ENTER)
    until("the thread", lambda: "Tracked as 77" in log(browser), 5)
    picture(browser, "thread")
    client.chat_delete(channel=CHANNEL, ts=first["ts"])
    until("that there was one", lambda: "This message was deleted." in log(browser), 10)
    picture(browser, "deleted")
    client.chat_delete(channel=CHANNEL, ts=reply["ts"])
    until("that the reply is gone", lambda: "Tracked as 77" not in log(browser) and "1 reply" not in log(browser), 10)
    whisper = client.chat_postEphemeral(channel=CHANNEL, user=ENV["SLACK_USER_ID"], text="Between us")
    assert whisper["ok"]
    until("what only one sees", lambda: "Between us" in log(browser) and "sees this" in log(browser), 10)


def sees_a_message_grow(browser):
    asked = http_json("POST", SIDE + "people/messages", {"text": "tell me"})["id"]
    stream = client.api_call("chat.startStream", json={
        "channel": CHANNEL, "thread_ts": asked, "recipient_user_id": ENV["SLACK_USER_ID"],
        "recipient_team_id": ENV["SLACK_TEAM_ID"], "markdown_text": "Once upon"})
    until("its beginning", lambda: "Once upon" in log(browser), 10)
    client.api_call("chat.appendStream", json={"channel": CHANNEL, "ts": stream["ts"], "markdown_text": " a time"})
    until("that it grows", lambda: "Once upon a time" in log(browser), 10)
    picture(browser, "stream")
    back_to(browser, "■ Stop")
    browser.type(ENTER)
    until("that it does not grow any more", lambda: "Stop" not in log(browser), 10)
    state = client.conversations_replies(channel=CHANNEL, ts=asked)["messages"][-1]
    assert state["streaming_state"] == "completed", state


def hears_of_deafness(browser):
    http_json("PUT", SIDE + "faults", {"deaf": 1000, "until": {"secs": 3600, "nanos": 0}})
    back_to(browser, "Approve")
    browser.type(ENTER)
    until("that the app did not respond", lambda: "operation_timeout" in browser.script(
        "return document.querySelector('[data-kind=slack] .problem').innerText"), 15)
    back_to(browser, "Pick a city")
    browser.type(ENTER + "ber")
    until("that the app did not respond", lambda: "operation_timeout" in log(browser), 15)
    assert "Bergen" not in log(browser)


server = ThreadingHTTPServer(("127.0.0.1", PORT), Agent)
threading.Thread(target=server.serve_forever, daemon=True).start()
STEPS = [presses_a_button, is_asked_before_it_counts, chooses_in_a_menu, searches_in_a_menu, fills_in_a_form, closes_a_form,
         sees_messages_change, sees_a_message_grow]
with playground() as browser:
    client.chat_postMessage(channel=CHANNEL, text="An order", blocks=OFFER)
    until("the offer", lambda: "Order *1042* for @ann" in log(browser), 10)
    for step in [hears_of_deafness] if "deaf" in MODES else STEPS:
        step(browser)
        print(step.__name__.replace("_", " "))
assert not Agent.broken, Agent.broken
