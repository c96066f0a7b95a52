"""Answers, line by line, whether Slack's verifier for Python takes a callback; what it cannot read it does not take."""

import base64
import json
import logging
import sys

from slack_sdk.signature import Clock, SignatureVerifier

logging.disable(logging.CRITICAL)


class Stopped(Clock):
    def __init__(self, now):
        self.at = now

    def now(self):
        return self.at


def takes(callback):
    verifier = SignatureVerifier(callback["secret"], Stopped(callback["now"]))
    # Of a repeated header the last one counts, as in the dictionaries that frameworks hand over.
    headers = {name: value for name, value in callback["headers"]}
    return verifier.is_valid_request(base64.b64decode(callback["body"]), headers)


for line in sys.stdin:
    try:
        answer = bool(takes(json.loads(line)))
    except Exception:  # A verifier that fails takes nothing.
        answer = False
    print(json.dumps(answer))
