#!/usr/bin/env python3
"""An agent as an HTTP service, with Python's standard library only.

    python3 agent.py --port 9000

The gateway posts a turn to /agent as JSON, with the run's id as Idempotency-Key, and sends what comes back. A turn may
be asked again (a time-out, a crash, a restart); the same key gets the same answer, so `reply` runs once per run.
"""

import argparse
import json
import threading
from collections import OrderedDict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MOST_BYTES = 1 << 20
MOST_KEYS = 10_000


def reply(turn):
    """Put your own work here. Returns the texts to send; none means silence."""
    heard = "\n".join(message["text"] for message in turn["messages"])
    said_before = sum(line["role"] == "user" for line in turn.get("history", []))
    return [f"Message {said_before + 1} on {turn['conversation']['channel']}: {heard}"]


class Answers:
    """What was answered, by key, the newest MOST_KEYS of them. Two requests with one key share one run."""

    def __init__(self):
        self._lock = threading.Lock()
        self._runs = OrderedDict()

    def once(self, key, work):
        with self._lock:
            run = self._runs.setdefault(key, {"lock": threading.Lock()})
            self._runs.move_to_end(key)
            while len(self._runs) > MOST_KEYS:
                self._runs.popitem(last=False)
        with run["lock"]:
            if "answer" not in run:
                run["answer"] = work()
            return run["answer"]


ANSWERS = Answers()


class Agent(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30  # seconds without a byte

    def do_POST(self):
        if self.path != "/agent":
            self.close_connection = True
            return self.answer(404, {"error": "POST /agent"})
        try:
            length = int(self.headers["Content-Length"] or -1)
            if not 0 <= length <= MOST_BYTES:
                raise ValueError(f"Content-Length must be given, {MOST_BYTES} at most")
            turn = json.loads(self.rfile.read(length))
            key = self.headers["Idempotency-Key"] or turn["run_id"]
        except (KeyError, TypeError, ValueError) as problem:
            self.close_connection = True  # what is left of the body is not the next request
            return self.answer(400, {"error": f"not a turn: {problem}"})
        try:
            texts = ANSWERS.once(key, lambda: reply(turn))
        except Exception as problem:
            self.log_error("run %s failed: %r", key, problem)
            return self.answer(500, {"error": "the run failed; ask again"})
        if not texts:
            return self.answer(204, None)
        return self.answer(200, {"messages": [{"text": text} for text in texts]})

    def answer(self, status, body):
        data = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        if body is not None:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def main():
    options = argparse.ArgumentParser(description="An agent for the gateway: answers POST /agent.")
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--port", type=int, default=9000, help="0 takes a free one (default: %(default)s)")
    options = options.parse_args()
    server = ThreadingHTTPServer((options.host, options.port), Agent)
    server.daemon_threads = True
    print(f"agent: http://{options.host}:{server.server_port}/agent", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
