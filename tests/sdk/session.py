"""Does the steps of a script such as session.tsv with Twilio's package for Python; writes a line of JSON for each.

    session.py session.tsv base-url names-as-json
"""

import csv
import json
import re
import sys
import time
import urllib.request
from datetime import datetime

from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest import Client

SCRIPT, BASE, NAMES = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
LISTS = {"Filters", "Permission", "Triggers", "MediaUrl", "Participant", "WebhookFilters", "PersistentAction"}
NUMBERS = {"PageSize", "LastReadMessageIndex", "StudioRetryCount", "ReplayAfter", "ValidityPeriod", "Attempt"}
PROPERTIES = {"Receipts": "delivery_receipts", "ConversationWithParticipants": "conversation_with_participants",
              "ParticipantConversations": "participant_conversations"}

client = Client(NAMES["account"], NAMES["token"])


def go_to(base):
    global BASE
    BASE = client.api.base_url = client.conversations.base_url = base


def filled(text):
    text = re.sub(r"\{long:(\d+)\}", lambda count: "x" * int(count[1]), text)
    return re.sub(r"\{(\w+)\}", lambda name: str(NAMES[name[1]]), text)


def snake(name):
    name = name.replace(".", "").replace("-", "").replace("<", "Before").replace(">", "After")
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
    return {"from": "from_"}.get(name, name)


def value_of(name, text):
    last = name.split(".")[-1]
    if last in LISTS:
        return text.split(" | ")
    if text in ("true", "false") and name != "X-Twilio-Webhook-Enabled":
        return text == "true"
    return int(text) if last in NUMBERS and text.isdigit() else text


def pairs(text):
    for pair in filter(None, text.split(" & ")):
        name, _, value = pair.partition("=")
        yield name, filled(value)


def target(path):
    """The part of the client that a path belongs to, and whether it is one thing or a list."""
    parts = [urllib.request.unquote(part.removesuffix(".json")) for part in filled(path).split("/")[1:]]
    if parts[0] == "v1":
        here, parts = client.conversations.v1, parts[1:]
    else:
        here, parts = client.api.v2010.accounts(parts[2]), parts[3:]
    if parts[:2] == ["Configuration", "Addresses"]:
        parts = ["AddressConfigurations", *parts[2:]]
    one, before = False, ""
    while parts:
        part = parts.pop(0)
        name = PROPERTIES.get(part) or re.sub(r"(?<!^)(?=[A-Z])", "_", part).lower()
        if part == "Conversations" and before == "Users":
            name = "user_conversations"
        here, one = getattr(here, name), False
        alone = part == "Configuration" or (part == "Webhooks" and before == "Configuration")
        if alone and not parts:
            here, one = here(), True
        elif parts and not alone:
            here, one = here(parts.pop(0)), True
        before = part
    return here, one


def shown(thing):
    if isinstance(thing, list):
        return [shown(one) for one in thing]
    if isinstance(thing, bool):
        return None
    fields = {name.rstrip("_"): value for name, value in vars(thing).items() if not name.startswith("_")}
    return {name: "<date>" if isinstance(value, datetime) else value for name, value in fields.items()}


def call(method, path, params):
    here, one = target(path)
    arguments = {snake(name): value_of(name, value) for name, value in pairs(params)}
    verb = {"GET": "fetch" if one else "list", "POST": "update" if one else "create", "DELETE": "delete"}[method]
    return shown(getattr(here, verb)(**arguments))


def tell_emulator(method, path, said):
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{BASE}/_emulator/{path}", json.dumps(said).encode(), headers, method=method)
    urllib.request.urlopen(request, timeout=20).close()


def say(conversation, params):
    said = dict(pairs(params))
    if conversation:
        said["conversation"] = filled(conversation)
    tell_emulator("POST", "people/messages", said)


def raw(path, params):
    """A request that the package makes as it is told to."""
    method, _, path = filled(path).partition(" ")
    given = dict(pairs(params))
    body, kind = given.get(":body", "").replace("%26", "&"), given.get(":type", "")
    auth = (NAMES["account"], given.get(":password", NAMES["token"]))
    data = json.loads(body) if kind == "application/json" else body
    answer = client.request(method, BASE + path, data=data or None, headers={"Content-Type": kind} if kind else {}, auth=auth)
    return {"refused": [answer.status_code, json.loads(answer.text)["code"]]}


def is_there(result, expect):
    wanted = expect.removeprefix("ok").strip()
    if "=" in wanted:
        field, _, value = wanted.partition("=")
        return result[field] == value
    return not wanted or len(result) >= int(wanted)


def step(method, path, params, expect):
    end = time.monotonic() + 20
    while True:
        try:
            result = call(method, path, params)
        except TwilioRestException as refusal:
            return {"refused": [refusal.status, refusal.code]}
        except TwilioException as refusal:
            # A page that is refused is told otherwise.
            answer = refusal.args[1]
            return {"refused": [answer.status_code, json.loads(answer.text)["code"]]}
        if not expect.startswith("ok") or is_there(result, expect) or time.monotonic() > end:
            return result
        time.sleep(0.02)


def keep(what, result):
    name, _, field = what.partition("=")
    for part in field.split("."):
        result = result[int(part)] if part.isdigit() else result[part]
    NAMES[name] = result


if __name__ == "__main__":
    go_to(BASE)
    with open(SCRIPT, encoding="utf-8") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row and not row[0].startswith("#")]
    for name, method, path, params, expect, kept in rows:
        if method == "SAY":
            say(path, params)
            continue
        if method == "FAULT":
            tell_emulator("PUT", "faults", json.loads(path))
            continue
        if method == "AT":
            go_to(filled(path))
            continue
        result = raw(path, params) if method == "RAW" else step(method, path, params, expect)
        if kept:
            keep(kept, result)
        print(json.dumps({"step": name, "result": result}), flush=True)
