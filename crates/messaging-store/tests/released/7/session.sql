SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO node (name, life) VALUES ('one', 0)
;;
SELECT conversation, side FROM lane WHERE node = 'one' AND life < 0 AND until_ms > -9223372036854775808
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176000000 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO owner (tenant, account) VALUES ('t', 'a')
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k237'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (1, NULL, 6, 0, 0, 1, 1, 0, 0, 1795176000000, '{"keys":["k237"],"conversation":"chat:d","kind":{"conversation_state":"inactive"},"addressed":"ambient","sequence":5}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k237', 1) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (1, 'chat:d')
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
UPDATE conversation SET state = '"inactive"', state_ms = NULL WHERE id = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO node (name, life) VALUES ('two', 1)
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 1 AND until_ms > -9223372036854775808
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795176000000 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 2 ORDER BY s.id DESC LIMIT 0
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO owner (tenant, account) VALUES ('t', 'b')
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k68'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k258'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (2, NULL, 6, 0, 0, 0, 2, 0, 0, 1795176000000, '{"keys":["k68","k258"],"conversation":"chat:d","kind":{"delivery":{"message":"p1","intent":null,"status":"read","error":null}},"addressed":"aside"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k68', 2) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k258', 2) ON CONFLICT DO NOTHING
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p1'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p1' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'p1'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'p1', '{"status":"read"}', NULL, 1795176000000)
;;
UPDATE bill SET due_ms = min(due_ms, 1795176060000) WHERE owner = 2 AND message = 'p1' AND asked = 0
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k275'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (3, NULL, 6, 0, 0, 0, 0, 0, 0, 1795176000000, '{"keys":["k275"],"conversation":"chat:c","kind":{"participant_added":{"id":"MB1","address":{"identity":"ada"},"role":"role 275","attributes":{}}},"addressed":"mention"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k275', 3) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (1, 'chat:c')
;;
INSERT INTO person (conversation, id, name) SELECT 2, 'MB1', 'role 275 ada' WHERE (SELECT count(*) FROM person WHERE conversation = 2 AND id <> 'MB1') < 1000 ON CONFLICT DO UPDATE SET name = excluded.name
;;
INSERT INTO person (conversation, id, name) SELECT 2, 'ada', 'role 275 ada' WHERE (SELECT count(*) FROM person WHERE conversation = 2 AND id <> 'ada') < 1000 ON CONFLICT DO UPDATE SET name = excluded.name
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k153'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k293'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (4, 1, 0, 0, 0, 0, 2, 0, 0, 1795176000000, '{"keys":["k153","k293"],"conversation":"chat:d","kind":{"message_added":{"id":"m153","author":{"id":"ada"},"content":{"text":"text 153"}}},"addressed":"aside"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176000000, 4)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k153', 4) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k293', 4) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (4, 1, 0, '{"id":"ada"}', 'm153', '{"text":"text 153"}', 1795176000000)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 1
;;
SELECT 1 FROM spend WHERE id = 1
;;
SELECT micros FROM money WHERE spend = 1 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (1, 0, 'USD', 1130941)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
UPDATE conversation SET state = '"active"', state_ms = NULL WHERE id = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k172'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k71'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (5, 1, 0, 0, 0, 0, 1, 0, 0, 1795176000000, '{"keys":["k172","k71"],"conversation":"chat:d","kind":{"message_added":{"id":"m172","author":{"id":"ada"},"content":{"text":"text 172"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176000000, 4)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k172', 5) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k71', 5) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (5, 1, 0, '{"id":"ada"}', 'm172', '{"text":"text 172"}', 1795176000000)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, '', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = '' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 2
;;
SELECT 1 FROM spend WHERE id = 2
;;
SELECT micros FROM money WHERE spend = 2 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (2, 0, 'USD', 286674)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 1 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795176000000, 'm172') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176000000, last_inbound_ms), last_inbound = coalesce('m172', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO node (name, life) VALUES ('one', 1)
;;
SELECT conversation, side FROM lane WHERE node = 'one' AND life < 1 AND until_ms > -9223372036854775808
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176000733 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k291'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (6, 1, 0, 0, 0, 0, 1, 0, 0, 1795176000733, '{"keys":["k291"],"conversation":"chat:d","kind":{"message_added":{"id":"m291","author":{"id":"ada"},"content":{"text":"text 291"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176000000, 4)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k291', 6) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (6, 1, 0, '{"id":"ada"}', 'm291', '{"text":"text 291"}', 1795176000733)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 1 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795176000733, 'm291') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176000733, last_inbound_ms), last_inbound = coalesce('m291', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k58'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k136'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (7, 2, 0, 0, 0, 0, 1, 0, 0, 1795176000733, '{"keys":["k58","k136"],"conversation":"chat:c","kind":{"message_added":{"id":"m58","author":{"id":"ada"},"content":{"text":"text 58"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176000733, 7)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k58', 7) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k136', 7) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (7, 2, 0, '{"id":"ada"}', 'm58', '{"text":"text 58"}', 1795176000733)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 1
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 2 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550102', 1795176000733, 'm58') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176000733, last_inbound_ms), last_inbound = coalesce('m58', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k218'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k4'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (8, NULL, 6, 0, 0, 0, 0, 0, 0, 1795176000733, '{"keys":["k218","k4"],"conversation":"chat:d","kind":{"delivery":{"message":"r5","intent":null,"status":"queued","error":null}},"addressed":"mention"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k218', 8) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k4', 8) ON CONFLICT DO NOTHING
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r5'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'r5' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'r5'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'r5', '{"status":"queued"}', NULL, 1795176000733)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k25'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k227'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (9, 2, 0, 0, 0, 0, 1, 0, 0, 1795176000733, '{"keys":["k25","k227"],"conversation":"chat:c","kind":{"message_added":{"id":"m25","author":{"id":"ada"},"content":{"text":"text 25"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176000733, 7)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k25', 9) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k227', 9) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (9, 2, 0, '{"id":"ada"}', 'm25', '{"text":"text 25"}', 1795176000733)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795176000733, 'm25') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176000733, last_inbound_ms), last_inbound = coalesce('m25', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO owner (tenant, account) VALUES ('u', 'a')
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k93'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (10, NULL, 6, 0, 0, 1, 0, 0, 0, 1795176000733, '{"keys":["k93"],"conversation":"chat:d","kind":{"message_added":{"id":"m93","author":{"id":"ada"},"content":{"text":"text 93"}}},"addressed":"direct","keyword":"help","sequence":4}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k93', 10) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (3, 'chat:d')
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (10, 3, 0, '{"id":"ada"}', 'm93', '{"text":"text 93"}', 1795176000733)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795176000733, 'm93') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176000733, last_inbound_ms), last_inbound = coalesce('m93', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k27'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k291'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k27', 6) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k291', 6) ON CONFLICT DO NOTHING
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k164'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (11, 2, 0, 0, 7, 1, 1, 0, 0, 1795176003129, '{"keys":["k164"],"conversation":"chat:c","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 164","value":"v"}]}},"addressed":"ambient","sequence":7}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176000733, 7)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k164', 11) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (11, 2, 0, '{"id":"bob"}', 'k164', '{"text":"choice 164"}', 1795176003129)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, '', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = '' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 2
;;
SELECT 1 FROM spend WHERE id = 2
;;
SELECT micros FROM money WHERE spend = 2 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (2, 0, 'USD', 1479570)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795176003129, 'k164') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176003129, last_inbound_ms), last_inbound = coalesce('k164', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k48'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (12, NULL, 6, 0, 0, 0, 0, 0, 0, 1795176003129, '{"keys":["k48"],"conversation":"chat:c","kind":{"message_echoed":{"message":{"id":"m48","author":{"id":"ada"},"content":{"text":"text 48"}},"intent":null}},"addressed":"mention"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k48', 12) ON CONFLICT DO NOTHING
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795176003129 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 5
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 5 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 6
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 6 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 1 WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 1, 1795176020915, -9223372036854775808, 'two', 1, 0, 0, 1795176020915, 4)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795176003129 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (7, 11)
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 7
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 7 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 9
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 9 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (7, 11)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176005129, 11)
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795176003129 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176003129 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT 1 FROM event WHERE id = 4 AND conversation = 1 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 29 AND conversation = 1 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 4
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 4 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET tries = max(tries - 1, 0), fence = 0 WHERE conversation = 1 AND stage = 0 AND fence = 1
;;
DELETE FROM live WHERE conversation = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 2, -9223372036854775808, 1795176003129, 'two', 1, 0, 0, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176003129 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, i.id FROM intent i JOIN conversation c ON c.id = i.conversation JOIN owner o ON o.id = c.owner WHERE i.trace < 3 AND o.account = 'a' ORDER BY i.place
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795176003129 ORDER BY b.due_ms, b.id LIMIT 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20776 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
SELECT kind, currency, micros FROM money WHERE spend = 2
;;
SELECT kind, currency, micros FROM money WHERE spend = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k211'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (13, 1, 0, 0, 0, 0, 0, 0, 0, 1795176007294, '{"keys":["k211"],"conversation":"chat:d","kind":{"message_added":{"id":"m211","author":{"id":"ada"},"content":{"text":"text 211"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 2, -9223372036854775808, 1795176003129, 'two', 1, 0, 0, 1795176007294, 13)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k211', 13) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (13, 1, 0, '{"id":"ada"}', 'm211', '{"text":"text 211"}', 1795176007294)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, '', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 3
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k6'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k286'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (14, 2, 0, 0, 7, 0, 1, 0, 0, 1795176007294, '{"keys":["k6","k286"],"conversation":"chat:c","kind":{"message_added":{"id":"m6","author":{"id":"ada"},"content":{"text":"text 6"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (7, 11)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176005129, 11)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k6', 14) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k286', 14) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (14, 2, 0, '{"id":"ada"}', 'm6', '{"text":"text 6"}', 1795176007294)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 4
;;
SELECT 1 FROM spend WHERE id = 4
;;
SELECT micros FROM money WHERE spend = 4 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (4, 0, 'USD', 2842093)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 2 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550102', 1795176007294, 'm6') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176007294, last_inbound_ms), last_inbound = coalesce('m6', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k206'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (15, 1, 0, 0, 4, 1, 0, 0, 0, 1795176007294, '{"keys":["k206"],"conversation":"chat:d","kind":{"message_added":{"id":"m206","author":{"id":"ada"},"content":{"text":"text 206"}}},"addressed":"mention","sequence":4}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 2, -9223372036854775808, 1795176003129, 'two', 1, 0, 0, 1795176007294, 13)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k206', 15) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (15, 1, 0, '{"id":"ada"}', 'm206', '{"text":"text 206"}', 1795176007294)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795176007294, 'm206') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176007294, last_inbound_ms), last_inbound = coalesce('m206', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176007294 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795176009785 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (7, 11)
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 11
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 11 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 14
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 14 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 8, 0, NULL, NULL)
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795176009785 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 1 AND stage = 0 AND (place, id) >= (4, 15)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 3 WHERE id = 13
;;
UPDATE event SET tries = tries + 1, fence = 3 WHERE id = 15
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 3, 1795176016856, 1795176003129, 'two', 1, 0, 1, 1795176016856, 13)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795176009785 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176010889 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k274'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (16, NULL, 6, 0, 0, 0, 0, 0, 0, 1795176016817, '{"keys":["k274"],"conversation":"chat:c","kind":{"other":"typing"},"addressed":"mention"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k274', 16) ON CONFLICT DO NOTHING
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k103'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (17, 1, 0, 0, 4, 0, 0, 0, 0, 1795176016817, '{"keys":["k103"],"conversation":"chat:d","kind":{"message_added":{"id":"m103","author":{"id":"ada"},"content":{"text":"text 103"}}},"addressed":"mention"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 3, 1795176016856, 1795176003129, 'two', 1, 0, 1, 1795176016856, 13)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k103', 17) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (17, 1, 0, '{"id":"ada"}', 'm103', '{"text":"text 103"}', 1795176016817)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k78'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k264'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (18, 1, 0, 0, 4, 0, 0, 0, 0, 1795176016817, '{"keys":["k78","k264"],"conversation":"chat:d","kind":{"message_added":{"id":"m78","author":{"id":"ada"},"content":{"text":"text 78"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 3, 1795176016856, 1795176003129, 'two', 1, 0, 1, 1795176016856, 13)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k78', 18) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k264', 18) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (18, 1, 0, '{"id":"ada"}', 'm78', '{"text":"text 78"}', 1795176016817)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795176016817, 'm78') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176016817, last_inbound_ms), last_inbound = coalesce('m78', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i1'
;;
SELECT 1 FROM event WHERE id = 13 AND conversation = 1 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 15 AND conversation = 1 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 13
;;
UPDATE event SET stage = 1, replies = 1, fence = 0 WHERE id = 13 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 15
;;
UPDATE event SET stage = 1, replies = 1, fence = 0 WHERE id = 15 AND stage IN (0, 1)
;;
UPDATE event SET tries = max(tries - 1, 0), fence = 0 WHERE conversation = 1 AND stage = 0 AND fence = 3
;;
DELETE FROM live WHERE conversation = 1
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (19, 'i1', 1, 0, 0, NULL, 0, 0, 1795176016817, '[13,15]', '{"to":"chat:d","content":{"text":"reply 46"}}', NULL, NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176016817, 19)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 4, -9223372036854775808, 1795176016817, 'two', 1, 5, 1, 1795176016817, 17)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO contact (owner, address, opted_out_ms, opted_out_why) VALUES (1, '+15550102', 1795176779817, 'told') ON CONFLICT (owner, address) DO UPDATE SET opted_out_ms = 1795176779817, opted_out_why = 'told' WHERE opted_out_ms IS NULL
;;
SELECT id FROM conversation WHERE owner = 1 AND contact = '+15550102'
;;
SELECT DISTINCT answer FROM intent WHERE conversation = 2 AND trace < 3 AND answer IS NOT NULL
;;
SELECT i.id FROM conversation c JOIN intent i ON i.conversation = c.id WHERE c.owner = 1 AND c.contact = '+15550102' AND i.trace = 0 ORDER BY i.place
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795176779817 ORDER BY b.due_ms, b.id LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20777 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
SELECT kind, currency, micros FROM money WHERE spend = 2
;;
SELECT kind, currency, micros FROM money WHERE spend = 3
;;
SELECT kind, currency, micros FROM money WHERE spend = 4
;;
SELECT kind, currency, micros FROM money WHERE spend = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k86'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k155'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (21, 2, 0, 0, 8, 0, 1, 0, 0, 1795176779817, '{"keys":["k86","k155"],"conversation":"chat:c","kind":{"message_added":{"id":"m86","author":{"id":"ada"},"content":{"text":"text 86"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 8, 0, 1795176779817, 21)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k86', 21) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k155', 21) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (21, 2, 0, '{"id":"ada"}', 'm86', '{"text":"text 86"}', 1795176779817)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k154'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (22, 2, 0, 0, 2, 1, 0, 0, 0, 1795176779817, '{"keys":["k154"],"conversation":"chat:c","kind":{"message_added":{"id":"m154","author":{"id":"ada"},"content":{"text":"text 154"}}},"addressed":"direct","sequence":2}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 8, 0, 1795176779817, 22)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k154', 22) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (22, 2, 0, '{"id":"ada"}', 'm154', '{"text":"text 154"}', 1795176779817)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, '', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = '' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 2
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795176779817, 'm154') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176779817, last_inbound_ms), last_inbound = coalesce('m154', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k156'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (23, 3, 0, 0, 4, 1, 0, 0, 0, 1795176779817, '{"keys":["k156"],"conversation":"chat:d","kind":{"message_added":{"id":"m156","author":{"id":"ada"},"content":{"text":"text 156"}}},"addressed":"direct","sequence":4}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (4, 23)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176781817, 23)
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k156', 23) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (23, 3, 0, '{"id":"ada"}', 'm156', '{"text":"text 156"}', 1795176779817)
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 3, '', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 3 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 5
;;
SELECT 1 FROM spend WHERE id = 5
;;
SELECT micros FROM money WHERE spend = 5 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (5, 0, 'EUR', 2760159)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 3 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795176779817, 'm156') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176779817, last_inbound_ms), last_inbound = coalesce('m156', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176779817 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 5, 1795176797396, -9223372036854775808, 'one', 1, 0, 0, 1795176797396, 19)
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795176779817, since_ms = 0, looks = 0 WHERE place = 19
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176779817 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i1'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20777 AND s.owner = 1 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND ('sms' IS NULL OR s.channel = 'sms')
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, '', 'whatsapp', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = '' AND channel = 'whatsapp' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 6
;;
SELECT 1 FROM spend WHERE id = 6
;;
SELECT micros FROM money WHERE spend = 6 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (6, 0, 'EUR', 2734745)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i1', 6, 2, 'EUR', 2734745, 1)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176779817 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 1 AND address = '+15550101'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i1'
;;
UPDATE intent SET message = '{"to":"chat:c","content":{"text":"a template"}}' WHERE id = 'i1'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i1'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT stage, replies FROM event WHERE id = 13
;;
UPDATE event SET stage = 2, replies = 0, fence = 0 WHERE id = 13 AND stage IN (0, 1)
;;
UPDATE tally SET answered = answered + 1
;;
SELECT stage, replies FROM event WHERE id = 15
;;
UPDATE event SET stage = 2, replies = 0, fence = 0 WHERE id = 15 AND stage IN (0, 1)
;;
UPDATE tally SET answered = answered + 1
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (1, 'r18', 1795176779817)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (1, 'p14', 1795176779817)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT owner FROM conversation WHERE id = 1
;;
SELECT progress FROM delivery WHERE owner = 1 AND message = 'r18'
;;
SELECT progress FROM delivery WHERE owner = 1 AND message = 'p14'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (1, 'p14', NULL, 24, 1795176779817)
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress) SELECT 24, conversation, 1, NULL, 'r18', CASE WHEN offered IS NULL THEN json_extract(message, '$.content') ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, 1795176779817, id, NULL FROM intent WHERE place = 19
;;
DELETE FROM intent WHERE place = 19
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i1'
;;
DELETE FROM charge WHERE intent = 'i1'
;;
SELECT owner FROM conversation WHERE id = 1
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (25, 6, 1, 1, 'r18', 0, 1795263179817)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 6
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (26, 6, 1, 1, 'p14', 0, 1795263179817)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 6
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 5, 1795176797396, 1795176779817, 'one', 1, 0, 0, NULL, NULL)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 6, -9223372036854775808, 1795176779817, 'one', 1, 0, 0, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k206'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k206', 15) ON CONFLICT DO NOTHING
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k148'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (27, NULL, 6, 0, 0, 0, 2, 0, 0, 1795176779817, '{"keys":["k148"],"conversation":"chat:d","kind":{"delivery":{"message":"p15","intent":"i1","status":"failed","error":null}},"addressed":"aside"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k148', 27) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i1' AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 1 AND message = 'p15'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p15' AND r.speaker = 1 AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 1 AND message = 'p15'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (1, 'p15', NULL, 24, 1795176779817)
;;
SELECT progress FROM record WHERE cursor = 24
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
UPDATE record SET progress = '{"status":"failed"}', changed = 28 WHERE cursor = 24
;;
UPDATE bill SET due_ms = min(due_ms, 1795176839817) WHERE owner = 1 AND message = 'p15' AND asked = 0
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
INSERT INTO owner (tenant, account) VALUES ('u', 'b')
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k60'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k202'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (29, NULL, 6, 0, 0, 0, 0, 0, 0, 1795176779817, '{"keys":["k60","k202"],"conversation":"chat:d","kind":{"conversation_state":"inactive"},"addressed":"mention"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k60', 29) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k202', 29) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
INSERT INTO conversation (owner, place) VALUES (4, 'chat:d')
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
UPDATE conversation SET state = '"inactive"', state_ms = NULL WHERE id = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795176779817 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 7 WHERE id = 17
;;
UPDATE event SET tries = tries + 1, fence = 7 WHERE id = 18
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 7, 1795176786410, 1795176016817, 'two', 1, 5, 1, 1795176786410, 17)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795176779817 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 8 WHERE id = 22
;;
UPDATE event SET tries = tries + 1, fence = 8 WHERE id = 21
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 8, 1795176786410, -9223372036854775808, 'two', 1, 8, 1, 1795176786410, 22)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 1 AND cursor > 58 ORDER BY cursor LIMIT 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, name FROM person WHERE conversation = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 1 AND changed > 58 AND cursor <= 58 ORDER BY changed LIMIT 5
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 1 AND cursor > 58 ORDER BY cursor LIMIT 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 1 ORDER BY s.id DESC LIMIT 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795176779817 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k5'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (30, 3, 0, 0, 3, 1, 1, 0, 0, 1795176779817, '{"keys":["k5"],"conversation":"chat:d","kind":{"message_added":{"id":"m5","author":{"id":"ada"},"content":{"text":"text 5"}}},"addressed":"ambient","sequence":3}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 30)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176781817, 30)
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k5', 30) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (30, 3, 0, '{"id":"ada"}', 'm5', '{"text":"text 5"}', 1795176779817)
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 3, 'US', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 3 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 7
;;
SELECT 1 FROM spend WHERE id = 7
;;
SELECT micros FROM money WHERE spend = 7 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (7, 0, 'USD', 1368199)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 3 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550102', 1795176779817, 'm5') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176779817, last_inbound_ms), last_inbound = coalesce('m5', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k211'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k211', 13) ON CONFLICT DO NOTHING
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k183'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (31, 1, 0, 0, 4, 0, 1, 0, 0, 1795176779817, '{"keys":["k183"],"conversation":"chat:d","kind":{"message_added":{"id":"m183","author":{"id":"ada"},"content":{"text":"text 183"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 7, 1795176786410, 1795176016817, 'two', 1, 5, 1, 1795176786410, 17)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k183', 31) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (31, 1, 0, '{"id":"ada"}', 'm183', '{"text":"text 183"}', 1795176779817)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 4
;;
SELECT 1 FROM spend WHERE id = 4
;;
SELECT micros FROM money WHERE spend = 4 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (4, 0, 'USD', 4505162)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k231'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k5'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (32, 1, 0, 0, 7, 1, 2, 0, 0, 1795176779817, '{"keys":["k231","k5"],"conversation":"chat:d","kind":{"message_added":{"id":"m231","author":{"id":"ada"},"content":{"text":"text 231"}}},"addressed":"aside","sequence":7}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 7, 1795176786410, 1795176016817, 'two', 1, 5, 1, 1795176786410, 17)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k231', 32) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k5', 32) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (32, 1, 0, '{"id":"ada"}', 'm231', '{"text":"text 231"}', 1795176779817)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 1
;;
SELECT 1 FROM spend WHERE id = 1
;;
SELECT micros FROM money WHERE spend = 1 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (1, 0, 'EUR', 2728764)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 1 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550102', 1795176779817, 'm231') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176779817, last_inbound_ms), last_inbound = coalesce('m231', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k205'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (33, NULL, 6, 0, 0, 0, 0, 0, 0, 1795176779817, '{"keys":["k205"],"conversation":"chat:c","kind":{"delivery":{"message":"p17","intent":"i1","status":"sent","error":null}},"addressed":"mention"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k205', 33) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i1' AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 1 AND message = 'p17'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p17' AND r.speaker = 1 AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 1 AND message = 'p17'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (1, 'p17', NULL, 24, 1795176779817)
;;
SELECT progress FROM record WHERE cursor = 24
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k203'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (34, NULL, 6, 0, 0, 1, 2, 0, 0, 1795176779817, '{"keys":["k203"],"conversation":"chat:d","kind":{"delivery":{"message":"p17","intent":null,"status":"sent","error":null}},"addressed":"aside","sequence":5}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k203', 34) ON CONFLICT DO NOTHING
;;
SELECT progress FROM delivery WHERE owner = 3 AND message = 'p17'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p17' AND r.speaker = 1 AND c.owner = 3 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 3 AND message = 'p17'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (3, 'p17', '{"status":"sent"}', NULL, 1795176779817)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k277'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (35, NULL, 6, 0, 0, 0, 1, 0, 0, 1795176779817, '{"keys":["k277"],"conversation":"chat:d","kind":{"message_echoed":{"message":{"id":"m277","author":{"id":"ada"},"content":{"text":"text 277"}},"intent":null}},"addressed":"ambient"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k277', 35) ON CONFLICT DO NOTHING
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i2'
;;
SELECT 1 FROM intent WHERE id = 'i3'
;;
SELECT 1 FROM event WHERE id = 22 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 21 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 21
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 21 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 22
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 22 AND stage IN (0, 1)
;;
UPDATE event SET tries = max(tries - 1, 0), fence = 0 WHERE conversation = 2 AND stage = 0 AND fence = 8
;;
DELETE FROM live WHERE conversation = 2
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (36, 'i2', 2, 0, 0, NULL, 0, 0, 1795176779817, '[21,22]', '{"to":"chat:c","content":{"text":"reply 72"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (37, 'i3', 2, 0, 0, NULL, 0, 0, 1795176779817, '[21,22]', '{"to":"chat:c","content":{"text":"reply 72"}}', NULL, '{"discard":{"message":null,"live":"l","since":1795176779817}}')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176779817, 36)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 9, -9223372036854775808, 1795176779817, 'two', 1, 8, 1, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176779817 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 10, 1795176791736, -9223372036854775808, 'one', 1, 0, 0, 1795176791736, 36)
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795176779817, since_ms = 0, looks = 0 WHERE place = 36
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176779817 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i2'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, '', 'whatsapp', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = '' AND channel = 'whatsapp' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 6
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i2', 6, 2, NULL, NULL, 1)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i2'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
UPDATE intent SET trace = 0, tries = 1, first_ms = 1795176779817, since_ms = 0, looks = 0 WHERE place = 36
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 11, -9223372036854775808, 1795176781847, 'one', 1, 0, 0, 1795176781847, 36)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
UPDATE event SET tries = max(tries - 1, 0), fence = 0 WHERE conversation = 1 AND stage = 0 AND fence = 7
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 12, -9223372036854775808, 1795176016817, 'two', 1, 5, 1, 1795176016817, 17)
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 1 AND stage = 0 AND (place, id) >= (7, 32)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176779817 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176782858 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 13, 1795176782886, 1795176781847, 'two', 1, 0, 0, 1795176782886, 36)
;;
UPDATE intent SET trace = 1, tries = 1, first_ms = 1795176779817, since_ms = 0, looks = 0 WHERE place = 36
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176782858 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 1 AND address = '+15550102'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i2'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT stage, replies FROM event WHERE id = 21
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 21 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
SELECT stage, replies FROM event WHERE id = 22
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 22 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
UPDATE intent SET trace = 3 WHERE place = 36
;;
INSERT INTO shelved (shelf, name, conversation, reason, at_ms) VALUES (1, 'i2', 2, 'no such number', 1795176782858)
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i2'
;;
DELETE FROM charge WHERE intent = 'i2'
;;
UPDATE spend SET messages = max(messages - 1, 0), units = max(units - 2, 0), unpriced = max(unpriced - 1, 0) WHERE id = 6
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 13, 1795176782886, 1795176782858, 'two', 1, 0, 0, 1795176782886, 37)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 14, -9223372036854775808, 1795176782858, 'two', 1, 0, 0, 1795176782858, 37)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k164'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k164', 11) ON CONFLICT DO NOTHING
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176782858 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 15, 1795176796727, 1795176782858, 'two', 1, 0, 0, 1795176796727, 37)
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795176782858, since_ms = 0, looks = 0 WHERE place = 37
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176782858 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 2 AND cursor > 18 ORDER BY cursor LIMIT 4
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, name FROM person WHERE conversation = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 2 AND changed > 18 AND cursor <= 18 ORDER BY changed LIMIT 4
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 2 AND cursor > 18 ORDER BY cursor LIMIT 4
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 1 ORDER BY s.id DESC LIMIT 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
UPDATE intent SET trace = 0, tries = 0, first_ms = 1795176782858, since_ms = 0, looks = 0 WHERE place = 37
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 16, -9223372036854775808, 1795176782858, 'two', 1, 0, 0, 1795176782858, 37)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176782858 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 17, 1795176784231, 1795176782858, 'one', 1, 0, 0, 1795176784231, 37)
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795176782858, since_ms = 0, looks = 0 WHERE place = 37
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795176782858 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i3'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 1 AND address = '+15550102'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i3'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i3'
;;
UPDATE intent SET trace = 0, tries = 1, first_ms = 1795176782858, since_ms = 0, looks = 0 WHERE place = 37
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 18, -9223372036854775808, 1795176787504, 'one', 1, 0, 0, 1795176787504, 37)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k4'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (38, NULL, 6, 0, 0, 0, 0, 0, 0, 1795176782858, '{"keys":["k4"],"conversation":"chat:c","kind":{"other":"typing"},"addressed":"direct"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k4', 38) ON CONFLICT DO NOTHING
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k67'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (39, NULL, 6, 0, 0, 0, 1, 0, 0, 1795176782858, '{"keys":["k67"],"conversation":"chat:c","kind":{"message_echoed":{"message":{"id":"m67","author":{"id":"ada"},"content":{"text":"text 67"}},"intent":"i2"}},"addressed":"ambient"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k67', 39) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k202'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k202', 29) ON CONFLICT DO NOTHING
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795181120665 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 19 WHERE id = 17
;;
UPDATE event SET tries = tries + 1, fence = 19 WHERE id = 18
;;
UPDATE event SET tries = tries + 1, fence = 19 WHERE id = 31
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 19, 1795181123281, 1795176016817, 'one', 1, 5, 1, 1795181123281, 17)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795181120665 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 30)
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 30
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 30 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 20 WHERE id = 23
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 20, 1795181123281, -9223372036854775808, 'one', 1, 4, 1, 1795181123281, 23)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795181120665 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i3'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i4'
;;
SELECT 1 FROM event WHERE id = 23 AND conversation = 3 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 52 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 23
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 23 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, name, conversation, reason, at_ms) VALUES (1, '23', 3, 'poison', 1795181120665)
;;
UPDATE event SET tries = max(tries - 1, 0), fence = 0 WHERE conversation = 3 AND stage = 0 AND fence = 20
;;
DELETE FROM live WHERE conversation = 3
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (40, 'i4', 3, 0, 0, NULL, 0, 0, 1795181120665, '[]', '{"to":"chat:d","content":{"text":"reply 98"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795181120665, 40)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 21, -9223372036854775808, 1795181120665, 'one', 1, 5, 1, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k9'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k165'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (41, 3, 0, 0, 5, 0, 0, 0, 0, 1795181120665, '{"keys":["k9","k165"],"conversation":"chat:d","kind":{"message_added":{"id":"m9","author":{"id":"ada"},"content":{"text":"text 9"}}},"addressed":"mention"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 21, -9223372036854775808, 1795181120665, 'one', 1, 5, 1, 1795181120665, 41)
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k9', 41) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k165', 41) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (41, 3, 0, '{"id":"ada"}', 'm9', '{"text":"text 9"}', 1795181120665)
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 3, '', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 3 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 5
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 3 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795181120665, 'm9') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795181120665, last_inbound_ms), last_inbound = coalesce('m9', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795181120665 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 22, 1795181128435, 1795176787504, 'one', 1, 0, 0, 1795181128435, 37)
;;
UPDATE intent SET trace = 1, tries = 1, first_ms = 1795176782858, since_ms = 0, looks = 0 WHERE place = 37
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795181120665 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 1, 23, 1795181128435, -9223372036854775808, 'one', 1, 0, 0, 1795181128435, 40)
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795181120665, since_ms = 0, looks = 0 WHERE place = 40
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795181120665 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 3 AND address = '+15550102'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k69'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k10'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (42, NULL, 6, 0, 0, 1, 2, 0, 0, 1795181120665, '{"keys":["k69","k10"],"conversation":"chat:c","kind":{"message_echoed":{"message":{"id":"m69","author":{"id":"ada"},"content":{"text":"text 69"}},"intent":"i1"}},"addressed":"aside","sequence":6}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k69', 42) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k10', 42) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k128'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k127'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (43, 2, 0, 0, 8, 0, 2, 0, 0, 1795181120665, '{"keys":["k128","k127"],"conversation":"chat:c","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 128","value":"v"}]}},"addressed":"aside"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 9, -9223372036854775808, 1795176779817, 'two', 1, 8, 1, 1795181120665, 43)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k128', 43) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k127', 43) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (43, 2, 0, '{"id":"bob"}', 'k128', '{"text":"choice 128"}', 1795181120665)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795181120665, 'k128') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795181120665, last_inbound_ms), last_inbound = coalesce('k128', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k131'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (44, NULL, 6, 0, 0, 0, 1, 0, 0, 1795181120665, '{"keys":["k131"],"conversation":"chat:d","kind":{"message_echoed":{"message":{"id":"m131","author":{"id":"ada"},"content":{"text":"text 131"}},"intent":"i2"}},"addressed":"ambient"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k131', 44) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
DELETE FROM shelved WHERE shelf = 0 AND name = 'i2' AND conversation = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795181120665 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 3 AND address = '+15550101'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i4'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i4'
;;
UPDATE intent SET trace = 0, tries = 1, first_ms = 1795181120665, since_ms = 0, looks = 0 WHERE place = 40
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 1, 24, -9223372036854775808, 1795181123846, 'one', 1, 0, 0, 1795181123846, 40)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i3'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i3'
;;
UPDATE intent SET trace = 0, tries = 2, first_ms = 1795176782858, since_ms = 0, looks = 0 WHERE place = 37
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 25, -9223372036854775808, 1795181122559, 'one', 1, 0, 0, 1795181122559, 37)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 19, 1795181123927, 1795176016817, 'one', 1, 5, 1, 1795181123927, 17)
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 1 AND stage = 0 AND (place, id) >= (7, 32)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT 1 FROM event WHERE id = 17 AND conversation = 1 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 18 AND conversation = 1 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 31 AND conversation = 1 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 17
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 17 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, name, conversation, reason, at_ms) VALUES (1, '17', 1, 'poison', 1795181122821)
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 18
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 18 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, name, conversation, reason, at_ms) VALUES (1, '18', 1, 'poison', 1795181122821)
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 31
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 31 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, name, conversation, reason, at_ms) VALUES (1, '31', 1, 'poison', 1795181122821)
;;
UPDATE event SET tries = max(tries - 1, 0), fence = 0 WHERE conversation = 1 AND stage = 0 AND fence = 19
;;
DELETE FROM live WHERE conversation = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 1 AND stage = 0 AND (place, id) >= (7, 32)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 26, -9223372036854775808, 1795181122821, 'one', 1, 5, 1, 1795181122821, 32)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795181122821 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 27, 1795181125962, 1795181122559, 'one', 1, 0, 0, 1795181125962, 37)
;;
UPDATE intent SET trace = 1, tries = 2, first_ms = 1795176782858, since_ms = 0, looks = 0 WHERE place = 37
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795181122821 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i3'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 1 AND address = '+15550100'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795181124419 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 1, 28, 1795181127908, 1795181123846, 'one', 1, 0, 0, 1795181127908, 40)
;;
UPDATE intent SET trace = 1, tries = 1, first_ms = 1795181120665, since_ms = 0, looks = 0 WHERE place = 40
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795181124419 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 3 AND address = '+15550102'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i4'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 3, '', 'whatsapp', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 3 AND country = '' AND channel = 'whatsapp' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 8
;;
SELECT 1 FROM spend WHERE id = 8
;;
SELECT micros FROM money WHERE spend = 8 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (8, 0, 'USD', 554652)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i4', 8, 2, 'USD', 554652, 0)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k142'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (45, NULL, 6, 0, 0, 0, 2, 0, 0, 1795181124419, '{"keys":["k142"],"conversation":"chat:c","kind":{"other":"typing"},"addressed":"aside"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k142', 45) ON CONFLICT DO NOTHING
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k162'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k114'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO conversation (owner, place) VALUES (2, 'chat:d')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 5 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (46, 5, 0, 0, 0, 0, 0, 0, 0, 1795181124419, '{"keys":["k162","k114"],"conversation":"chat:d","kind":{"message_added":{"id":"m162","author":{"id":"ada"},"content":{"text":"text 162"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (5, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795181124419, 46)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k162', 46) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k114', 46) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (46, 5, 0, '{"id":"ada"}', 'm162', '{"text":"text 162"}', 1795181124419)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, 'US', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'US' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 9
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 5 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795181124419, 'm162') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795181124419, last_inbound_ms), last_inbound = coalesce('m162', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795181124419 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 29 WHERE id = 41
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 29, 1795181128568, 1795181120665, 'one', 1, 5, 1, 1795181128568, 41)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795181124419 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 30 WHERE id = 43
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 30, 1795181128568, 1795176779817, 'one', 1, 8, 1, 1795181128568, 43)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795181124419 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 1 AND stage = 0 AND (place, id) >= (7, 32)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 31 WHERE id = 32
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 1 AND stage = 0 AND (place, id) >= (7, 32)
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 31, 1795181128568, 1795181122821, 'one', 1, 5, 1, 1795181128568, 32)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i3'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 1 AND stage = 0 AND (place, id) >= (7, 32)
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 31, 1795181142505, 1795181122821, 'one', 1, 5, 1, 1795181142505, 32)
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 1 AND stage = 0 AND (place, id) >= (7, 32)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i3'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT 1 FROM event WHERE id = 32 AND conversation = 1 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 32
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 32 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, name, conversation, reason, at_ms) VALUES (1, '32', 1, 'poison', 1795181124419)
;;
UPDATE event SET tries = max(tries - 1, 0), fence = 0 WHERE conversation = 1 AND stage = 0 AND fence = 31
;;
DELETE FROM live WHERE conversation = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 32, -9223372036854775808, 1795181124419, 'one', 1, 8, 1, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k263'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (47, NULL, 6, 0, 0, 0, 2, 0, 0, 1795181124419, '{"keys":["k263"],"conversation":"chat:c","kind":{"conversation_state":"active"},"addressed":"aside"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k263', 47) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO conversation (owner, place) VALUES (2, 'chat:c')
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k162'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (48, NULL, 6, 0, 0, 1, 0, 0, 0, 1795181124419, '{"keys":["k162"],"conversation":"chat:d","kind":{"delivery":{"message":"p30","intent":null,"status":"read","error":null}},"addressed":"mention","sequence":0}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k162', 48) ON CONFLICT DO NOTHING
;;
SELECT progress FROM delivery WHERE owner = 1 AND message = 'p30'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p30' AND r.speaker = 1 AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 1 AND message = 'p30'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (1, 'p30', '{"status":"read"}', NULL, 1795181124419)
;;
UPDATE bill SET due_ms = min(due_ms, 1795181184419) WHERE owner = 1 AND message = 'p30' AND asked = 0
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k152'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k15'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (49, NULL, 6, 0, 0, 0, 2, 0, 0, 1795181124419, '{"keys":["k152","k15"],"conversation":"chat:c","kind":{"conversation_state":"inactive"},"addressed":"aside"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k152', 49) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k15', 49) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
UPDATE conversation SET state = '"inactive"', state_ms = NULL WHERE id = 6
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i5'
;;
SELECT 1 FROM intent WHERE id = 'i6'
;;
SELECT 1 FROM event WHERE id = 43 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 43
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 43 AND stage IN (0, 1)
;;
UPDATE event SET tries = max(tries - 1, 0), fence = 0 WHERE conversation = 2 AND stage = 0 AND fence = 30
;;
DELETE FROM live WHERE conversation = 2
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (50, 'i5', 2, 0, 0, NULL, 0, 0, 1795181124419, '[43]', '{"to":"chat:c","content":{"text":"reply 121"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (51, 'i6', 2, 0, 0, NULL, 0, 0, 1795181124419, '[43]', '{"to":"chat:c","content":{"text":"reply 121"}}', '[{"label":"choice 0","value":"v"}]', '{"finish":{"message":"r1","shown":null}}')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 27, 1795181125962, 1795181122559, 'one', 1, 0, 0, 1795181125962, 37)
;;
SELECT count(*) FROM intent WHERE conversation = 2 AND trace < 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 33, -9223372036854775808, 1795181124419, 'one', 1, 8, 1, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k219'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k47'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (52, 2, 0, 0, 0, 1, 0, 0, 0, 1795181124419, '{"keys":["k219","k47"],"conversation":"chat:c","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 219","value":"v"}]}},"addressed":"mention","sequence":0}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 33, -9223372036854775808, 1795181124419, 'one', 1, 8, 1, 1795181124419, 52)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k219', 52) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k47', 52) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (52, 2, 0, '{"id":"bob"}', 'k219', '{"text":"choice 219"}', 1795181124419)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795181124419, 'k219') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795181124419, last_inbound_ms), last_inbound = coalesce('k219', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k160'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k15'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (53, NULL, 6, 0, 0, 0, 0, 0, 0, 1795181124419, '{"keys":["k160","k15"],"conversation":"chat:c","kind":{"message_added":{"id":"m160","author":{"id":"ada"},"content":{"text":"text 160"}}},"addressed":"mention","keyword":"help"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k160', 53) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k15', 53) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (53, 2, 0, '{"id":"ada"}', 'm160', '{"text":"text 160"}', 1795181124419)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795181124419, 'm160') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795181124419, last_inbound_ms), last_inbound = coalesce('m160', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k22'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (54, NULL, 6, 0, 0, 0, 0, 0, 0, 1795181124419, '{"keys":["k22"],"conversation":"chat:d","kind":{"conversation_state":"active"},"addressed":"direct"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k22', 54) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM live WHERE id = 'l41'
;;
INSERT INTO live (id, conversation, message, text, since_ms) VALUES ('l41', 3, NULL, 'x', 1795181124419)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
UPDATE live SET message = 'r1' WHERE id = 'l41' AND conversation = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id, message, text, since_ms FROM live WHERE conversation = 3 ORDER BY place
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 34, -9223372036854775808, 1795181128482, 'one', 1, 5, 1, 1795181128482, 41)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k42'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 6 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (55, 6, 0, 0, 0, 1, 2, 0, 0, 1795181124419, '{"keys":["k42"],"conversation":"chat:c","kind":{"message_added":{"id":"m42","author":{"id":"ada"},"content":{"text":"text 42"}}},"addressed":"aside","keyword":"yes","sequence":0}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (6, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795181124419, 55)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k42', 55) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (55, 6, 0, '{"id":"ada"}', 'm42', '{"text":"text 42"}', 1795181124419)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, 'US', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 10
;;
SELECT 1 FROM spend WHERE id = 10
;;
SELECT micros FROM money WHERE spend = 10 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (10, 0, 'USD', 2191410)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 6 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795181124419, 'm42') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795181124419, last_inbound_ms), last_inbound = coalesce('m42', last_inbound)
;;
UPDATE contact SET opted_out_ms = NULL, opted_out_why = NULL WHERE owner = 2 AND address = '+15550101'
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
UPDATE conversation SET state = '"active"', state_ms = NULL WHERE id = 6
;;
RELEASE verb
;;
SAVEPOINT verb
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO contact (owner, address, opted_out_ms, opted_out_why) VALUES (2, '+15550102', 1795181124419, 'told') ON CONFLICT (owner, address) DO UPDATE SET opted_out_ms = 1795181124419, opted_out_why = 'told' WHERE opted_out_ms IS NULL
;;
SELECT id FROM conversation WHERE owner = 2 AND contact = '+15550102'
;;
SELECT i.id FROM conversation c JOIN intent i ON i.conversation = c.id WHERE c.owner = 2 AND c.contact = '+15550102' AND i.trace = 0 ORDER BY i.place
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795181124419 ORDER BY b.due_ms, b.id LIMIT 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20777 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
SELECT kind, currency, micros FROM money WHERE spend = 2
;;
SELECT kind, currency, micros FROM money WHERE spend = 3
;;
SELECT kind, currency, micros FROM money WHERE spend = 6
;;
SELECT kind, currency, micros FROM money WHERE spend = 4
;;
SELECT kind, currency, micros FROM money WHERE spend = 1
;;
SELECT kind, currency, micros FROM money WHERE spend = 9
;;
SELECT kind, currency, micros FROM money WHERE spend = 10
;;
SELECT kind, currency, micros FROM money WHERE spend = 5
;;
SELECT kind, currency, micros FROM money WHERE spend = 8
;;
SELECT kind, currency, micros FROM money WHERE spend = 7
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795181124419 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 35 WHERE id = 46
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (5, 0, 35, 1795181126371, -9223372036854775808, 'one', 1, 0, 1, 1795181126371, 46)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795181124419 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 36 WHERE id = 52
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 36, 1795181126371, 1795181124419, 'one', 1, 8, 1, 1795181126371, 52)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('one', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'one' AND life < 2 AND until_ms > -9223372036854775808
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 36, 1795181126371, 1795181124419, 'one', 1, 8, 1, 1795181124419, 52)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 27, 1795181125962, 1795181122559, 'one', 1, 0, 0, 1795181122559, 37)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 1, 28, 1795181127908, 1795181123846, 'one', 1, 0, 0, 1795181123846, 40)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (5, 0, 35, 1795181126371, -9223372036854775808, 'one', 1, 0, 1, 1795181124419, 46)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k133'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (57, NULL, 6, 0, 0, 0, 2, 0, 0, 1795181124419, '{"keys":["k133"],"conversation":"chat:c","kind":{"other":"typing"},"addressed":"aside"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k133', 57) ON CONFLICT DO NOTHING
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT 1 FROM event WHERE id = 52 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 68 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 52
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 52 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET tries = max(tries - 1, 0), fence = 0 WHERE conversation = 2 AND stage = 0 AND fence = 36
;;
DELETE FROM live WHERE conversation = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 37, -9223372036854775808, 1795181124419, 'one', 1, 8, 1, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795181127009 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 38 WHERE id = 46
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (5, 0, 38, 1795181135547, -9223372036854775808, 'one', 2, 0, 1, 1795181135547, 46)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795181127009 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 39 WHERE id = 55
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (6, 0, 39, 1795181135547, -9223372036854775808, 'one', 2, 0, 0, 1795181135547, 55)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 6
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
UPDATE event SET tries = max(tries - 1, 0), fence = 0 WHERE conversation = 6 AND stage = 0 AND fence = 39
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (6, 0, 40, -9223372036854775808, -9223372036854775808, 'one', 2, 0, 0, 1795181124419, 55)
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i7'
;;
SELECT 1 FROM intent WHERE id = 'i8'
;;
SELECT 1 FROM event WHERE id = 46 AND conversation = 5 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 33 AND conversation = 5 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms FROM event WHERE id = 46
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 46 AND stage IN (0, 1)
;;
UPDATE event SET tries = max(tries - 1, 0), fence = 0 WHERE conversation = 5 AND stage = 0 AND fence = 38
;;
DELETE FROM live WHERE conversation = 5
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (58, 'i7', 5, 0, 0, NULL, 0, 0, 1795181127009, '[46]', '{"to":"chat:d","content":{"text":"reply 134"}}', NULL, NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (59, 'i8', 5, 0, 0, NULL, 0, 0, 1795181127009, '[46]', '{"to":"chat:d","content":{"text":"reply 134"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (5, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795181127009, 58)
;;
SELECT count(*) FROM intent WHERE conversation = 5 AND trace < 3
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT owner FROM conversation WHERE id = 5
;;
UPDATE intent SET answer = 46 WHERE id = 'i7'
;;
UPDATE intent SET answer = 46 WHERE id = 'i8'
;;
INSERT OR REPLACE INTO answer (event, conversation, accepted, content_type, body, within_ms, look_ms) VALUES (46, 5, 0, 'text/plain', x'616e7377657220313334', 4391, 4360)
;;
SELECT conversation, within_ms, look_ms FROM answer WHERE event = 46
;;
UPDATE intent SET trace = 2, first_ms = coalesce(first_ms, 1795181127009), since_ms = 1795181131400, looks = 0 WHERE answer = 46
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (5, 1, 41, -9223372036854775808, 1795181135760, '', 0, 0, 0, 1795181135760, 58)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (5, 0, 42, -9223372036854775808, 1795181127009, 'one', 2, 0, 1, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('one', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'one' AND life < 3 AND until_ms > -9223372036854775808
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 27, 1795181125962, 1795181122559, 'one', 1, 0, 0, 1795181122559, 37)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 1, 28, 1795181127908, 1795181123846, 'one', 1, 0, 0, 1795181123846, 40)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
UPDATE intent SET trace = 0, tries = 1, first_ms = 1795181120665, since_ms = 0, looks = 0 WHERE place = 40
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 1, 43, -9223372036854775808, 1795181123846, 'one', 1, 0, 0, 1795181123846, 40)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i3'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i3'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT stage, replies FROM event WHERE id = 21
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 21 AND stage IN (0, 1)
;;
SELECT stage, replies FROM event WHERE id = 22
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 22 AND stage IN (0, 1)
;;
UPDATE intent SET trace = 3 WHERE place = 37
;;
INSERT INTO shelved (shelf, name, conversation, reason, at_ms) VALUES (0, 'i3', 2, 'fog', 1795181127879)
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i3'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 27, 1795181125962, 1795181127879, 'one', 1, 0, 0, 1795181127879, 50)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 44, -9223372036854775808, 1795181127879, 'one', 1, 0, 0, 1795181127879, 50)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795181127879 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
SELECT id, place, sequenced, ambient, arrived_ms, tries, body FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET tries = tries + 1, fence = 45 WHERE id = 55
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (6, 0, 45, 1795181143326, -9223372036854775808, 'one', 3, 0, 0, 1795181143326, 55)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 6
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795181127879 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT 1 FROM live WHERE id = 'l48'
;;
INSERT INTO live (id, conversation, message, text, since_ms) VALUES ('l48', 6, NULL, 'x', 1795181131764)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
UPDATE live SET message = 'r1' WHERE id = 'l48' AND conversation = 6
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT id, message, text, since_ms FROM live WHERE conversation = 6 ORDER BY place
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i10'
;;
SELECT 1 FROM intent WHERE id = 'i10'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k267'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k191'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (60, 2, 0, 0, 7, 1, 1, 0, 0, 1795181134560, '{"keys":["k267","k191"],"conversation":"chat:c","kind":{"message_added":{"id":"m267","author":{"id":"ada"},"content":{"text":"text 267"}}},"addressed":"ambient","sequence":7}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 37, -9223372036854775808, 1795181124419, 'one', 1, 8, 1, 1795181134560, 60)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k267', 60) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k191', 60) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (60, 2, 0, '{"id":"ada"}', 'm267', '{"text":"text 267"}', 1795181134560)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'US', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'US' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 11
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795181134560, 'm267') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795181134560, last_inbound_ms), last_inbound = coalesce('m267', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k78'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k267'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k78', 18) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k267', 18) ON CONFLICT DO NOTHING
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k241'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (61, 2, 0, 0, 2, 1, 0, 0, 0, 1795181134560, '{"keys":["k241"],"conversation":"chat:c","kind":{"message_added":{"id":"m241","author":{"id":"ada"},"content":{"text":"text 241"}}},"addressed":"mention","sequence":2}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 37, -9223372036854775808, 1795181124419, 'one', 1, 8, 1, 1795181134560, 61)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k241', 61) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (61, 2, 0, '{"id":"ada"}', 'm241', '{"text":"text 241"}', 1795181134560)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, '', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = '' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 2
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795181134560, 'm241') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795181134560, last_inbound_ms), last_inbound = coalesce('m241', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795181134560 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 1, 46, 1795181154018, 1795181123846, 'one', 3, 0, 0, 1795181154018, 40)
;;
UPDATE intent SET trace = 1, tries = 1, first_ms = 1795181120665, since_ms = 0, looks = 0 WHERE place = 40
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795181134560 ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 47, 1795181154018, 1795181127879, 'one', 3, 0, 0, 1795181154018, 50)
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795181134560, since_ms = 0, looks = 0 WHERE place = 50
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795181134560 ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i5'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 1 AND address = '+15550102'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i5'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i5'
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795181134560, since_ms = 1795181134560, looks = 0 WHERE place = 50
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 48, -9223372036854775808, 1795181138329, 'one', 3, 0, 0, 1795181138329, 50)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i4'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i2'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected FROM tally
;;
RELEASE verb
;;
BEGIN
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('three', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'three' AND life < 1 AND until_ms > -9223372036854775808
;;
RELEASE verb
;;
COMMIT
;;
BEGIN
;;
SELECT id FROM event WHERE stage >= 2 AND arrived_ms < 1794571200000 ORDER BY arrived_ms LIMIT 256
;;
SELECT owner, message FROM delivery WHERE at_ms < 1794571200000 ORDER BY at_ms LIMIT 256
;;
SELECT id, name, at_ms FROM shelved WHERE shelf = 2 ORDER BY id LIMIT 256
;;
SELECT cursor, at_ms FROM record ORDER BY cursor LIMIT 256
;;
SELECT id, at_ms FROM receipt ORDER BY id LIMIT 256
;;
SELECT id FROM spend WHERE day < 20377 LIMIT 256
;;
SELECT id FROM contact WHERE opted_out_ms IS NULL AND last_inbound_ms < 1760572800000 LIMIT 256
;;
COMMIT
;;
BEGIN
;;
SAVEPOINT verb
;;
INSERT INTO secret (name, value) VALUES ('session', 'made up') ON CONFLICT (name) DO NOTHING
;;
SELECT value FROM secret WHERE name = 'session'
;;
RELEASE verb
;;
COMMIT
;;
BEGIN
;;
SAVEPOINT verb
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT OR REPLACE INTO installation (account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision) VALUES ('app', 0, 'T1', 'ada', NULL, '{}', x'5431', 5, 62)
;;
RELEASE verb
;;
COMMIT
;;
BEGIN
;;
SAVEPOINT verb
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT OR REPLACE INTO installation (account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision) VALUES ('app', 0, 'T2', 'ada', NULL, '{}', x'5432', 5, 63)
;;
RELEASE verb
;;
COMMIT
;;
BEGIN
;;
SAVEPOINT verb
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT OR REPLACE INTO installation (account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision) VALUES ('app', 0, 'T3', 'ada', NULL, '{}', x'5433', 5, 64)
;;
RELEASE verb
;;
COMMIT
;;
BEGIN
;;
SAVEPOINT verb
;;
DELETE FROM installation WHERE account = 'app' AND organisation = 0 AND workspace = 'T3'
;;
RELEASE verb
;;
COMMIT
;;
BEGIN
;;
SAVEPOINT verb
;;
SELECT account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision FROM installation WHERE account = 'app' AND organisation = 0 AND workspace = 'T3'
;;
RELEASE verb
;;
COMMIT
;;
BEGIN
;;
SAVEPOINT verb
;;
SELECT account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision FROM installation WHERE account = 'app' ORDER BY workspace, organisation LIMIT 9
;;
RELEASE verb
;;
COMMIT
;;
BEGIN
;;
SAVEPOINT verb
;;
DELETE FROM spent_word WHERE until_ms <= 1795176000000
;;
SELECT 1 FROM spent_word WHERE account = 'app' AND word = 'word'
;;
SELECT count(*) FROM spent_word
;;
INSERT INTO spent_word (account, word, until_ms) VALUES ('app', 'word', 1795176060000)
;;
RELEASE verb
;;
COMMIT
;;
BEGIN
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, c.complete_ms, c.heard_ms FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.account = 'a' AND c.heard_ms >= 0 ORDER BY c.complete_ms, c.heard_ms DESC, o.tenant, c.place LIMIT 9
;;
RELEASE verb
;;
COMMIT
;;
BEGIN
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET complete_ms = 1795176000000 WHERE id = 1 AND complete_ms < 1795176000000
;;
RELEASE verb
;;
COMMIT
;;
BEGIN
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, i.id FROM intent i JOIN conversation c ON c.id = i.conversation JOIN owner o ON o.id = c.owner WHERE i.trace < 3 AND o.account = 'b' ORDER BY i.place
;;
RELEASE verb
;;
COMMIT