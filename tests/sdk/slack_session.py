"""Does the steps of slack/session.tsv with Slack's SDK for Python; writes a line of JSON for each.

    slack_session.py session.tsv base-url names-as-json
"""

import csv
import json
import re
import sys
import urllib.request

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

SCRIPT, BASE, NAMES = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
client = WebClient(token=NAMES["token"], base_url=f"{BASE}/api/")


def filled(value):
    """A name that stands alone keeps its type: a moment is a number."""
    if isinstance(value, dict):
        return {key: filled(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner) for inner in value]
    if not isinstance(value, str):
        return value
    if alone := re.fullmatch(r"\{(\w+)\}", value):
        return NAMES[alone[1]]
    value = re.sub(r"\{long:(\d+)\}", lambda count: "x" * int(count[1]), value)
    return re.sub(r"\{(\w+)\}", lambda name: str(NAMES[name[1]]), value)


def fetch(url, data=None, headers=None):
    request = urllib.request.Request(url, data, headers or {})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.status, answer.headers, answer.read()


def say(arguments):
    body = json.dumps(arguments).encode()
    return json.loads(fetch(f"{BASE}/_emulator/people/messages?wait=1", body, {"Content-Type": "application/json"})[2])


def upload(arguments):
    return {"status": fetch(arguments["url"], arguments["text"].encode())[0]}


def read(arguments):
    status, headers, body = fetch(arguments["url"], headers={"Authorization": f"Bearer {NAMES['token']}"})
    return {"status": status, "type": headers["Content-Type"], "text": body.decode()}


OTHERS = {"SAY": say, "UPLOAD": upload, "FETCH": read}


def call(method, arguments):
    if other := OTHERS.get(method):
        return other(arguments)
    typed = getattr(client, method.replace(".", "_"), None)
    try:
        answer = typed(**arguments) if typed else client.api_call(method, json=arguments)
    except SlackApiError as refused:
        return {"refused": refused.response["error"]}
    return answer.data


def pointed(value, pointer):
    for part in pointer.split("/")[1:]:
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


with open(SCRIPT, encoding="utf-8") as file:
    rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row and not row[0].startswith("#")]
for step, method, arguments, expect, keep in rows:
    result = call(method, filled(json.loads(arguments)))
    for pair in filter(None, keep.split(" & ")):
        name, _, pointer = pair.partition("=")
        NAMES[name] = pointed(result, pointer)
    print(json.dumps({"step": step, "result": result}, ensure_ascii=False), flush=True)
