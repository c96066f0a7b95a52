"""Calls what it is told to with Slack's SDK for Python: a line of JSON in, a line of JSON out.

    slack_ask.py base-url
"""

import json
import sys

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

BASE = sys.argv[1]

for line in sys.stdin:
    asked = json.loads(line)
    client = WebClient(token=asked["token"], base_url=f"{BASE}/api/")
    method, arguments = asked["method"], asked["arguments"]
    if method == "apps.connections.open":
        arguments["app_token"] = asked["token"]
    typed = getattr(client, method.replace(".", "_"), None)
    try:
        answer = typed(**arguments) if typed else client.api_call(method, params=arguments)
        result = answer.data
    except SlackApiError as refused:
        result = {"refused": refused.response["error"]}
    print(json.dumps(result, ensure_ascii=False), flush=True)
