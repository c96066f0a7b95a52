"""From now on both emulators answer every send as if it had been carried, and carry none."""

from stack import ENV, http_json

plan = {"swallow": 1000, "until": {"secs": 3600, "nanos": 0}}
for base in [ENV["TWILIO_BASE_URL"], ENV["SLACK_BASE_URL"]]:
    seen = http_json("PUT", base.rstrip("/") + "/_emulator/faults", plan)
    assert seen["swallow"] == 1000, seen
print("both emulators swallow")
