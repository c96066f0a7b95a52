"""Answers, line by line, whether Twilio's validator for Python takes a webhook; what it cannot read it does not take."""

import json
import logging
import sys
from urllib.parse import parse_qsl

from twilio.request_validator import RequestValidator, get_signature_algorithm

logging.disable(logging.CRITICAL)


class Fields(dict):
    """Repeated names, as the frameworks hand them to the validator."""

    def __init__(self, body):
        super().__init__()
        for name, value in parse_qsl(body, keep_blank_values=True):
            self.setdefault(name, []).append(value)

    def getlist(self, name):
        return self[name]


def key_name(settings):
    parts = (part.partition("=") for part in (settings or "").split(","))
    return next((value.strip() for name, _, value in parts if name.strip() == "key" and value.strip()), None)


def takes(request):
    name = key_name(request["settings"])
    secret = request["keys"][name] if name else request["token"]
    params = {"form": lambda: Fields(request["body"]), "raw": lambda: request["body"], "get": dict}[request["kind"]]()
    algorithm = get_signature_algorithm(request["settings"])
    return RequestValidator(secret).validate(request["url"], params, request["signature"], algorithm)


for line in sys.stdin:
    try:
        answer = bool(takes(json.loads(line)))
    except Exception:  # A validator that fails takes nothing.
        answer = False
    print(json.dumps(answer))
