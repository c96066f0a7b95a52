"""The playground's page in a real browser, without a mouse: a person types on a phone, in Slack and in the web chat, and
reads the answer there; the timeline shows the hops.

With `swallow` as second argument the emulators carry nothing, and the page must show no answer."""

import os
import sys

from browser import PANES, answers, playground, typing_in, until
from stack import ENV, http_json


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
    follows_a_message(browser)
    browser.type("\ue00c")
    until("the page again", lambda: not browser.script(f"return {dialog}.open"), 10)


def follows_a_message(browser):
    """Shows the way of a message below its line, and hides it again."""
    steps = "return [...document.querySelectorAll('.waterfall li')].map((it) => it.innerText.replaceAll('\\n', ' '))"
    browser.tab_to("Trace")
    browser.type("\ue007")
    shown = until("the way of a message", lambda: browser.script(steps), 10)
    assert [line.split(" ")[0] for line in shown[:4]] == ["Webhook", "Stored", "Turn", "Agent"], shown
    assert any(line.startswith("Reply") for line in shown) and not any("!" in line for line in shown), shown
    browser.pictures(os.environ.get("MESSAGING_PICTURES"), "waterfall")
    browser.type("\ue007")
    until("the way is hidden", lambda: not browser.script(steps), 10)


def sees_an_answer_grow(browser):
    """Watches the web chat while an answer is written: it is there before it is whole, and once it is, it is there once."""
    browser.type("", alt=str(PANES["web"]))
    browser.script("""
      window.grown = [];
      const pane = document.querySelector("[data-kind=web] .log");
      new MutationObserver(() => {
        const item = pane.querySelector("[aria-busy=true] .text");
        if (item && grown.at(-1) !== item.textContent) grown.push(item.textContent);
      }).observe(pane, { childList: true, subtree: true, characterData: true });""")
    browser.type("/stream 60\ue007")
    last = "const all = document.querySelectorAll('[data-kind=web] .app'); return [all[all.length - 1].querySelector('.text').textContent, all[all.length - 1].getAttribute('aria-busy'), all.length]"
    before = browser.script(last)[2]
    whole = until("the whole answer", lambda: (seen := browser.script(last))[1] == "false" and seen[2] > before and seen[0], 30)
    grown = browser.script("return grown")
    assert len(grown) >= 3, f"it did not grow: {grown}"
    for shorter, longer in zip(grown, grown[1:]):
        assert longer.startswith(shorter), (shorter, longer)
    assert whole.startswith(grown[0]) and len(grown[0]) < len(whole), (grown[0], whole)
    assert browser.script(last)[2] == before + 1, "one answer, once"


def chooses_with_buttons(browser):
    """The buttons of an answer in the web chat and in Slack are reached with Tab and pressed with Enter; on phones they are
    numbers."""
    for pane in ["web", "slack"]:
        browser.type("", alt=str(PANES[pane]))
        browser.type(("@bot " if pane == "slack" else "") + "/choices\ue007")
        count = f"return document.querySelectorAll('[data-kind={pane}] .choices').length"
        until(f"choices in {pane}", lambda: browser.script(count) > 0, 15)
        browser.script(f"document.querySelector('[data-kind={pane}] .log').focus()")
        browser.tab_to("Tea")
        browser.type("\ue007")
        until(f"the answer to a choice in {pane}", lambda: "You chose: Tea (tea)" in answers(browser, pane), 15)
    browser.type("", alt=str(PANES["sms"]))
    browser.type("/choices\ue007")
    until("numbered choices on a phone", lambda: "2. Coffee" in answers(browser, "sms"), 15)
    browser.type("2\ue007")
    until("the answer to a number", lambda: "You chose: Coffee (coffee)" in answers(browser, "sms"), 15)


def main(swallow):
    if swallow:
        plan = {"swallow": 1000, "until": {"secs": 3600, "nanos": 0}}
        for base in [ENV["TWILIO_BASE_URL"], ENV["SLACK_BASE_URL"]]:
            http_json("PUT", base.rstrip("/") + "/_emulator/faults", plan)
    with playground() as browser:
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
            sees_an_answer_grow(browser)
            chooses_with_buttons(browser)
        return shown, missing


shown, missing = main("swallow" in sys.argv[2:])
# A web chat's answer is the gateway's own commit: there is no vendor that could swallow it.
expected = ["web"] if "swallow" in sys.argv[2:] else list(PANES)
assert shown == expected, f"answers in {shown}, none in {missing}"
print(f"the page shows answers in {', '.join(shown)}" + (f", none in {', '.join(missing)}" if missing else ""))
