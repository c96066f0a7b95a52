"""Per channel: a real-shape payload, signed by the vendor's SDK and told three times, gets exactly one answer in the
right place, read back through the vendor's public API with the vendor's SDK."""

import json
import sys
import threading
import time
import uuid

from stack import ENV, GATEWAY, eventually, http, http_json, post_slack, post_twilio, slack, twilio

HEX = uuid.uuid4().hex


def sid(prefix, number):
    return prefix + f"{number:02d}" + HEX[2:]


def tell_thrice(tell, expected):
    for _ in range(3):
        status, headers, body = tell()
        assert (status, body) == expected, (status, headers, body)


def check_phone(prefix, person):
    client, number = twilio(), ENV["TWILIO_PHONE_NUMBER"]
    ours, theirs = prefix + number, prefix + person

    def inbound(index, text):
        fields = {
            "ToCountry": "US", "ToState": "", "SmsMessageSid": sid("SM", index), "NumMedia": "0", "ToCity": "",
            "FromZip": "", "SmsSid": sid("SM", index), "FromState": "", "SmsStatus": "received", "FromCity": "",
            "Body": text, "FromCountry": "US", "To": ours, "NumSegments": "1", "MessageSid": sid("SM", index),
            "AccountSid": ENV["TWILIO_ACCOUNT_SID"], "From": theirs, "ApiVersion": "2010-04-01",
        }
        if prefix:
            fields |= {"ProfileName": "Zoë", "WaId": person.lstrip("+"), "MessageType": "text"}
        return post_twilio(fields)

    twiml = b'<?xml version="1.0" encoding="UTF-8"?><Response/>'
    for index, text in enumerate(["first, ça va? 😀", "second"]):
        tell_thrice(lambda: inbound(index, text), (200, twiml))

    def answers():
        return [m.body for m in client.messages.list(to=theirs, from_=ours)][::-1]

    # The lane is in order: once the second answer is there, a second copy of the first would be, too.
    seen = eventually("answers", answers, lambda seen: any("second" in text for text in seen))
    assert len(seen) == 2 and "first, ça va? 😀" in seen[0] and "second" in seen[1], seen
    one = client.messages.list(to=theirs, from_=ours)[0].fetch()
    assert (one.direction, one.num_media, one.from_) == ("outbound-api", "0", ours)
    tell_thrice(lambda: inbound(0, "first, ça va? 😀"), (200, twiml))
    tell_thrice(lambda: inbound(2, "third"), (200, twiml))
    seen = eventually("answers", answers, lambda seen: any("third" in text for text in seen))
    assert len(seen) == 3, seen


def sms():
    check_phone("", "+15550100431")


def whatsapp():
    check_phone("whatsapp:", "+15550100432")


def conversations():
    client, person = twilio(), "+15550100433"
    service = client.conversations.v1.services(ENV["TWILIO_CONVERSATIONS_SERVICE_SID"])
    conversation = service.conversations.create(friendly_name="Support", attributes=json.dumps({"ticket": 7}))
    here = service.conversations(conversation.sid)
    here.participants.create(messaging_binding_address=person, messaging_binding_proxy_address=ENV["TWILIO_PHONE_NUMBER"])

    def added(index, text, author=person, source="SMS"):
        return post_twilio({
            "MessagingServiceSid": sid("MG", 0), "EventType": "onMessageAdded", "Attributes": "{}",
            "DateCreated": "2026-11-20T12:23:11.350Z", "Index": str(index), "ChatServiceSid": conversation.chat_service_sid,
            "MessageSid": sid("IM", index), "AccountSid": ENV["TWILIO_ACCOUNT_SID"], "Source": source, "RetryCount": "0",
            "Author": author, "ParticipantSid": sid("MB", 0), "Body": text, "ConversationSid": conversation.sid,
        })

    tell_thrice(lambda: added(0, "hello"), (200, b""))
    # What we said ourselves, told back to us, gets no answer.
    tell_thrice(lambda: added(1, "an echo", author="assistant", source="API"), (200, b""))
    tell_thrice(lambda: added(2, "goodbye"), (200, b""))

    def ours():
        return [m.body for m in here.messages.list(order="asc") if m.author == "assistant"]

    seen = eventually("answers", ours, lambda seen: any("goodbye" in text for text in seen))
    assert len(seen) == 2 and "hello" in seen[0] and "goodbye" in seen[1], seen
    assert json.loads(here.messages.list(order="asc")[0].attributes)["mid"], "our id is in the attributes"


def event(inner, number):
    return {
        "token": "x", "team_id": ENV["SLACK_TEAM_ID"], "api_app_id": ENV["SLACK_APP_ID"], "event": inner,
        "type": "event_callback", "event_id": f"Ev{number}{HEX[:8].upper()}", "event_time": int(time.time()),
        "authorizations": [{"enterprise_id": None, "team_id": ENV["SLACK_TEAM_ID"], "user_id": ENV["SLACK_BOT_USER_ID"],
                            "is_bot": True, "is_enterprise_install": False}],
        "is_ext_shared_channel": False, "event_context": "4-abc",
    }


def bot_texts(messages):
    return [m["text"] for m in messages if m.get("bot_id")]


def slack_dm():
    client, channel = slack(), ENV["SLACK_DM_CHANNEL"]
    now = int(time.time())

    def message(index, text):
        inner = {"client_msg_id": str(uuid.uuid5(uuid.NAMESPACE_URL, text)), "type": "message", "text": text,
                 "user": ENV["SLACK_USER_ID"], "ts": f"{now}.{index:06d}", "team": ENV["SLACK_TEAM_ID"],
                 "channel": channel, "event_ts": f"{now}.{index:06d}", "channel_type": "im"}
        return post_slack(event(inner, index))

    tell_thrice(lambda: message(1, "fish &amp; chips &lt;3"), (200, b""))
    tell_thrice(lambda: message(2, "second"), (200, b""))
    read = lambda: bot_texts(client.conversations_history(channel=channel)["messages"])[::-1]
    seen = eventually("answers", read, lambda seen: any("second" in text for text in seen))
    assert len(seen) == 2 and "fish &amp; chips &lt;3" in seen[0], seen
    history = client.conversations_history(channel=channel, include_all_metadata=True)["messages"]
    assert all(m["metadata"]["event_payload"]["mid"] for m in history if m.get("bot_id")), history


def slack_mention_in_thread():
    client, channel, bot = slack(), ENV["SLACK_CHANNEL"], ENV["SLACK_BOT_USER_ID"]
    side = ENV["SLACK_BASE_URL"].rstrip("/") + "/_emulator/people/messages"
    root = http_json("POST", side, {"channel": channel, "text": "a root of a thread"})["id"]
    now = int(time.time())

    def mention(index, kind, text):
        ts = f"{now}.{index:06d}"
        inner = {"type": kind, "user": ENV["SLACK_USER_ID"], "text": f"<@{bot}> {text}", "ts": ts, "thread_ts": root,
                 "team": ENV["SLACK_TEAM_ID"], "channel": channel, "event_ts": ts}
        if kind == "message":
            inner["channel_type"] = "channel"
        return post_slack(event(inner, f"{index}{kind[0]}"))

    # One message, told as two events, each of them three times.
    for kind in ["app_mention", "message"]:
        tell_thrice(lambda: mention(1, kind, "where is my order"), (200, b""))
    tell_thrice(lambda: mention(2, "app_mention", "second"), (200, b""))
    read = lambda: bot_texts(client.conversations_replies(channel=channel, ts=root)["messages"])
    seen = eventually("answers", read, lambda seen: any("second" in text for text in seen))
    mine = [text for text in seen if "where is my order" in text]
    assert len(mine) == 1 and len([text for text in seen if "second" in text]) == 1, seen
    assert not any("where is my order" in text for text in bot_texts(client.conversations_history(channel=channel)["messages"]))


def web():
    visitor = http_json("POST", f"{GATEWAY}/chat/visitors")["visitor"]
    heard, done = [], threading.Event()

    def listen():
        import urllib.request
        with urllib.request.urlopen(f"{GATEWAY}/chat/events?visitor={visitor}", timeout=20) as stream:
            for line in stream:
                if line.startswith(b"data:"):
                    record = json.loads(line[5:])
                    if record.get("role") == "assistant":
                        heard.append(record["text"])
                        if "second" in record["text"]:
                            return done.set()

    threading.Thread(target=listen, daemon=True).start()
    for text in ["first", "second"]:
        client_id = str(uuid.uuid4())
        said = {"visitor": visitor, "client_id": client_id, "text": text}
        answers = [http_json("POST", f"{GATEWAY}/chat/messages", said) for _ in range(3)]
        assert answers[0] == answers[1] == answers[2], answers
    assert done.wait(20), heard
    assert len(heard) == 2 and "first" in heard[0], heard


globals()[sys.argv[2]]()
print(f"{sys.argv[2]}: exactly one answer each")
