SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO owner (tenant, account) VALUES ('t', 'b')
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k80'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO conversation (owner, place) VALUES (1, 'chat:d')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (1, 1, 0, 0, 0, 0, 0, 0, 0, 1795176001211, '{"keys":["k80"],"conversation":"chat:d","kind":{"message_added":{"id":"m80","author":{"id":"ada"},"content":{"text":"text 80"}}},"addressed":"mention"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001211, 1)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k80', 1) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (1, 1, 0, '{"id":"ada"}', 'm80', '{"text":"text 80"}', 1795176001211)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 1 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795176001211, 'm80') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176001211, last_inbound_ms), last_inbound = coalesce('m80', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO owner (tenant, account) VALUES ('t', 'a')
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k189'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (2, 'chat:d')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (2, 2, 0, 0, 0, 0, 0, 0, 0, 1795176001211, '{"keys":["k189"],"conversation":"chat:d","kind":{"message_added":{"id":"m189","author":{"id":"ada"},"content":{"text":"text 189"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001211, 2)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k189', 2) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (2, 2, 0, '{"id":"ada"}', 'm189', '{"text":"text 189"}', 1795176001211)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, '', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = '' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 1
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795176001211, 'm189') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176001211, last_inbound_ms), last_inbound = coalesce('m189', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k112'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k236'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (3, 2, 0, 0, 1, 1, 0, 0, 0, 1795176001211, '{"keys":["k112","k236"],"conversation":"chat:d","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 112","value":"v"}]}},"addressed":"mention","sequence":1}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001211, 2)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k112', 3) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k236', 3) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (3, 2, 0, '{"id":"bob"}', 'k112', '{"text":"choice 112"}', 1795176001211)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO contact (owner, address, opted_out_ms, opted_out_why) VALUES (1, '+15550100', 1795176001211, 'told') ON CONFLICT (owner, address) DO UPDATE SET opted_out_ms = 1795176001211, opted_out_why = 'told' WHERE opted_out_ms IS NULL
;;
SELECT id FROM conversation WHERE owner = 1 AND contact = '+15550100'
;;
SELECT DISTINCT answer FROM intent WHERE conversation = 1 AND trace < 3 AND answer IS NOT NULL
;;
SELECT i.id FROM conversation c JOIN intent i ON i.conversation = c.id WHERE c.owner = 1 AND c.contact = '+15550100' AND i.trace = 0 ORDER BY i.place
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
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795178420211 ORDER BY b.due_ms, b.id LIMIT 0
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20778 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 0
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO owner (tenant, account) VALUES ('u', 'a')
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k31'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (3, 'chat:c')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (5, 3, 0, 0, 0, 0, 0, 0, 0, 1795178421026, '{"keys":["k31"],"conversation":"chat:c","kind":{"command":{"name":"/do","text":"31","author":{"id":"ada"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795178421026, 5)
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k31', 5) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (5, 3, 0, '{"id":"ada"}', 'k31', '{"text":"/do 31"}', 1795178421026)
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 3, 'GB', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 3 AND country = 'GB' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 2
;;
SELECT 1 FROM spend WHERE id = 2
;;
SELECT micros FROM money WHERE spend = 2 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (2, 0, 'USD', 1977998)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
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
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795178423906 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k147'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k131'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (6, NULL, 6, 0, 0, 0, 0, 0, 0, 1795178423906, '{"keys":["k147","k131"],"conversation":"chat:c","kind":{"message_added":{"id":"m147","author":{"id":"ada"},"content":{"text":"text 147"}}},"addressed":"direct","keyword":"help"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k147', 6) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k131', 6) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (2, 'chat:c')
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (6, 4, 0, '{"id":"ada"}', 'm147', '{"text":"text 147"}', 1795178423906)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 4 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795178423906, 'm147') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795178423906, last_inbound_ms), last_inbound = coalesce('m147', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k6'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (7, 4, 0, 0, 6, 1, 1, 0, 0, 1795178423906, '{"keys":["k6"],"conversation":"chat:c","kind":{"message_added":{"id":"m6","author":{"id":"ada"},"content":{"text":"text 6"}}},"addressed":"ambient","sequence":6}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 4 AND stage = 0 AND (place, id) >= (6, 7)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795178425906, 7)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k6', 7) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (7, 4, 0, '{"id":"ada"}', 'm6', '{"text":"text 6"}', 1795178423906)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, 'US', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'US' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 3
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 4 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795178423906, 'm6') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795178423906, last_inbound_ms), last_inbound = coalesce('m6', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795265667906 ORDER BY b.due_ms, b.id LIMIT 6
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20776 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
SELECT kind, currency, micros FROM money WHERE spend = 1
;;
SELECT kind, currency, micros FROM money WHERE spend = 3
;;
SELECT kind, currency, micros FROM money WHERE spend = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 6
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
SELECT life FROM node WHERE name = 'two'
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
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795265672869 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795265672869 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k67'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (8, 4, 0, 0, 6, 0, 0, 0, 0, 1795265672869, '{"keys":["k67"],"conversation":"chat:c","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 67","value":"v"}]}},"addressed":"mention"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 4 AND stage = 0 AND (place, id) >= (6, 7)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795178425906, 7)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k67', 8) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (8, 4, 0, '{"id":"bob"}', 'k67', '{"text":"choice 67"}', 1795265672869)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k257'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (9, 4, 0, 0, 6, 0, 0, 0, 0, 1795265672869, '{"keys":["k257"],"conversation":"chat:c","kind":{"message_added":{"id":"m257","author":{"id":"ada"},"content":{"text":"text 257"}}},"addressed":"mention"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 4 AND stage = 0 AND (place, id) >= (6, 7)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795178425906, 7)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k257', 9) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (9, 4, 0, '{"id":"ada"}', 'm257', '{"text":"text 257"}', 1795265672869)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 4 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795265672869, 'm257') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795265672869, last_inbound_ms), last_inbound = coalesce('m257', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k122'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k291'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (10, 2, 0, 0, 0, 1, 1, 0, 0, 1795265672869, '{"keys":["k122","k291"],"conversation":"chat:d","kind":{"message_added":{"id":"m122","author":{"id":"ada"},"content":{"text":"text 122"}}},"addressed":"ambient","sequence":0}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001211, 2)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k122', 10) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k291', 10) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (10, 2, 0, '{"id":"ada"}', 'm122', '{"text":"text 122"}', 1795265672869)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, 'US', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 4
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795265672869, 'm122') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795265672869, last_inbound_ms), last_inbound = coalesce('m122', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
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
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k30'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k278'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (11, NULL, 6, 0, 0, 0, 0, 0, 0, 1795265672869, '{"keys":["k30","k278"],"conversation":"chat:c","kind":{"message_echoed":{"message":{"id":"m30","author":{"id":"ada"},"content":{"text":"text 30"}},"intent":null}},"addressed":"direct"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k30', 11) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k278', 11) ON CONFLICT DO NOTHING
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
INSERT INTO owner (tenant, account) VALUES ('u', 'b')
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k45'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
INSERT INTO conversation (owner, place) VALUES (4, 'chat:d')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 5 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (12, 5, 0, 0, 0, 0, 0, 0, 0, 1795265672869, '{"keys":["k45"],"conversation":"chat:d","kind":{"message_added":{"id":"m45","author":{"id":"ada"},"content":{"text":"text 45"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (5, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795265672869, 12)
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k45', 12) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (12, 5, 0, '{"id":"ada"}', 'm45', '{"text":"text 45"}', 1795265672869)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550102', 1795265672869, 'm45') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795265672869, last_inbound_ms), last_inbound = coalesce('m45', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k156'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k287'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (13, NULL, 6, 0, 0, 0, 0, 0, 0, 1795265672869, '{"keys":["k156","k287"],"conversation":"chat:d","kind":{"other":"typing"},"addressed":"direct"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k156', 13) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k287', 13) ON CONFLICT DO NOTHING
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k114'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (14, 4, 0, 0, 6, 0, 0, 0, 0, 1795265672869, '{"keys":["k114"],"conversation":"chat:c","kind":{"message_added":{"id":"m114","author":{"id":"ada"},"content":{"text":"text 114"}}},"addressed":"mention"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 4 AND stage = 0 AND (place, id) >= (6, 7)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795178425906, 7)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k114', 14) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (14, 4, 0, '{"id":"ada"}', 'm114', '{"text":"text 114"}', 1795265672869)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, 'US', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 4
;;
SELECT 1 FROM spend WHERE id = 4
;;
SELECT micros FROM money WHERE spend = 4 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (4, 0, 'USD', 458650)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 4 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795265672869, 'm114') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795265672869, last_inbound_ms), last_inbound = coalesce('m114', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k197'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k52'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (15, 3, 0, 0, 1, 1, 0, 0, 0, 1795265672869, '{"keys":["k197","k52"],"conversation":"chat:c","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 197","value":"v"}]}},"addressed":"direct","sequence":1}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795178421026, 5)
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k197', 15) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k52', 15) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (15, 3, 0, '{"id":"bob"}', 'k197', '{"text":"choice 197"}', 1795265672869)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 3 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795265672869, 'k197') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795265672869, last_inbound_ms), last_inbound = coalesce('k197', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k131'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k131', 6) ON CONFLICT DO NOTHING
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
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k67'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (3, 'chat:d')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 6 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (16, 6, 0, 0, 0, 0, 1, 0, 0, 1795265672869, '{"keys":["k67"],"conversation":"chat:d","kind":{"message_added":{"id":"m67","author":{"id":"ada"},"content":{"text":"text 67"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (6, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795265672869, 16)
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k67', 16) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (16, 6, 0, '{"id":"ada"}', 'm67', '{"text":"text 67"}', 1795265672869)
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 3, 'US', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 3 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 5
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 6 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795265672869, 'm67') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795265672869, last_inbound_ms), last_inbound = coalesce('m67', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k30'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k30', 11) ON CONFLICT DO NOTHING
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k8'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (17, 3, 0, 0, 1, 0, 0, 0, 0, 1795265672869, '{"keys":["k8"],"conversation":"chat:c","kind":{"command":{"name":"/do","text":"8","author":{"id":"ada"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795178421026, 5)
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k8', 17) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (17, 3, 0, '{"id":"ada"}', 'k8', '{"text":"/do 8"}', 1795265672869)
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 3, 'US', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 3 AND country = 'US' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 6
;;
SELECT 1 FROM spend WHERE id = 6
;;
SELECT micros FROM money WHERE spend = 6 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (6, 0, 'USD', 429261)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 3 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550101', 1795265672869, 'k8') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795265672869, last_inbound_ms), last_inbound = coalesce('k8', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
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
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k37'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 6 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (18, 6, 0, 0, 4, 1, 2, 0, 0, 1795265672869, '{"keys":["k37"],"conversation":"chat:d","kind":{"message_added":{"id":"m37","author":{"id":"ada"},"content":{"text":"text 37"}}},"addressed":"aside","sequence":4}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (6, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795265672869, 16)
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k37', 18) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (18, 6, 0, '{"id":"ada"}', 'm37', '{"text":"text 37"}', 1795265672869)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550101', 1795265672869, 'm37') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795265672869, last_inbound_ms), last_inbound = coalesce('m37', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k60'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k261'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
INSERT INTO conversation (owner, place) VALUES (4, 'chat:c')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 7 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (19, 7, 0, 0, 0, 0, 0, 0, 0, 1795265672869, '{"keys":["k60","k261"],"conversation":"chat:c","kind":{"message_added":{"id":"m60","author":{"id":"ada"},"content":{"text":"text 60"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (7, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795265672869, 19)
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k60', 19) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k261', 19) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (19, 7, 0, '{"id":"ada"}', 'm60', '{"text":"text 60"}', 1795265672869)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 7 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550101', 1795265672869, 'm60') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795265672869, last_inbound_ms), last_inbound = coalesce('m60', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 7
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
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 2 AND cursor > 51 ORDER BY cursor LIMIT 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, name FROM person WHERE conversation = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 2 AND changed > 51 AND cursor <= 51 ORDER BY changed LIMIT 3
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 2 AND cursor > 51 ORDER BY cursor LIMIT 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = 'k38'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 2 ORDER BY s.id DESC LIMIT 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
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
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795265681780 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795265681780 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 4 AND cursor > 7 ORDER BY cursor LIMIT 0
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, name FROM person WHERE conversation = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 4 AND changed > 7 AND cursor <= 7 ORDER BY changed LIMIT 0
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 4 AND cursor > 7 ORDER BY cursor LIMIT 0
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = '7'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 7
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 2 ORDER BY s.id DESC LIMIT 0
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795265681780 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 1 WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 1, 1795265688657, -9223372036854775808, 'one', 1, 0, 1, 1795265688657, 1)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795265681780 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 2 WHERE id = 2
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 2 WHERE id = 10
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 2 WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 2, 1795265688657, -9223372036854775808, 'one', 1, 0, 1, 1795265688657, 2)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795265681780 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (1, 15)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 3 WHERE id = 5
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 3 WHERE id = 15
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 3 WHERE id = 17
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 3, 1795265688657, -9223372036854775808, 'one', 1, 0, 1, 1795265688657, 5)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM event WHERE id = 5 AND conversation = 3 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 15 AND conversation = 3 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 17 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 5
;;
SELECT attempts FROM event WHERE id = 5
;;
UPDATE event SET attempts = '[{"at":1795265681780,"node":"one","life":1,"error":"poison"}]' WHERE id = 5
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 5 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '5', 3, 'poison', 1795265681780)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 15
;;
SELECT attempts FROM event WHERE id = 15
;;
UPDATE event SET attempts = '[{"at":1795265681780,"node":"one","life":1,"error":"poison"}]' WHERE id = 15
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 15 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '15', 3, 'poison', 1795265681780)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 17
;;
SELECT attempts FROM event WHERE id = 17
;;
UPDATE event SET attempts = '[{"at":1795265681780,"node":"one","life":1,"error":"poison"}]' WHERE id = 17
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 17 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '17', 3, 'poison', 1795265681780)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 3 AND stage = 0 AND fence = 3
;;
DELETE FROM live WHERE conversation = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 4, -9223372036854775808, 1795265681780, 'one', 1, 2, 1, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i1'
;;
SELECT 1 FROM intent WHERE id = 'i2'
;;
SELECT 1 FROM event WHERE id = 1 AND conversation = 1 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 1
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 1 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 1 AND stage = 0 AND fence = 1
;;
DELETE FROM live WHERE conversation = 1
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (20, 'i1', 1, 0, 0, NULL, 0, 0, 1795265681780, '[1]', '{"to":"chat:d","content":{"text":"reply 63"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (21, 'i2', 1, 0, 0, NULL, 0, 0, 1795265681780, '[1]', '{"to":"chat:d","content":{"text":"reply 63"}}', '[{"label":"choice 0","value":"v"}]', NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795265681780, 20)
;;
SELECT count(*) FROM intent WHERE conversation = 1 AND trace < 3
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT owner FROM conversation WHERE id = 1
;;
UPDATE intent SET answer = 1 WHERE id = 'i1'
;;
UPDATE intent SET answer = 1 WHERE id = 'i2'
;;
INSERT OR REPLACE INTO answer (event, conversation, accepted, content_type, body, within_ms, look_ms) VALUES (1, 1, 0, 'text/plain', x'616e73776572203633', 2613, 1438)
;;
SELECT conversation, within_ms, look_ms FROM answer WHERE event = 1
;;
UPDATE intent SET trace = 2, first_ms = coalesce(first_ms, 1795265681780), since_ms = 1795265684393, looks = 0 WHERE answer = 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 5, -9223372036854775808, 1795265685831, '', 0, 0, 0, 1795265685831, 20)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 6, -9223372036854775808, 1795265681780, 'one', 1, 0, 1, NULL, NULL)
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
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795265681780 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
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
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795265682574 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795270789296 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 4 AND stage = 0 AND (place, id) >= (6, 7)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 7
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 7 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 7 WHERE id = 8
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 7 WHERE id = 9
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 7 WHERE id = 14
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 7, 1795270789805, -9223372036854775808, 'two', 1, 7, 1, 1795270789805, 8)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795270789296 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 8 WHERE id = 12
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (5, 0, 8, 1795270789805, -9223372036854775808, 'two', 1, 0, 1, 1795270789805, 12)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 0
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 5 AND stage = 0 AND fence = 8
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (5, 0, 9, -9223372036854775808, -9223372036854775808, 'two', 1, 0, 1, 1795265672869, 12)
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i3'
;;
SELECT 1 FROM intent WHERE id = 'i4'
;;
SELECT 1 FROM event WHERE id = 8 AND conversation = 4 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 9 AND conversation = 4 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 14 AND conversation = 4 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 8
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 8 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 9
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 9 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 14
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 14 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 4 AND stage = 0 AND fence = 7
;;
DELETE FROM live WHERE conversation = 4
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (22, 'i3', 4, 0, 0, NULL, 0, 0, 1795270792234, '[8,9,14]', '{"to":"chat:c","content":{"text":"reply 77"}}', '[{"label":"choice 0","value":"v"}]', NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (23, 'i4', 4, 0, 0, NULL, 0, 0, 1795270792234, '[8,9,14]', '{"to":"chat:c","content":{"text":"reply 77"}}', NULL, '{"discard":{"message":null,"live":"l","since":1795270792234}}')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795270792234, 22)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 10, -9223372036854775808, 1795270792234, 'two', 1, 7, 1, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k69'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (24, 2, 0, 0, 1, 0, 2, 0, 0, 1795270795240, '{"keys":["k69"],"conversation":"chat:d","kind":{"command":{"name":"/do","text":"69","author":{"id":"ada"}}},"addressed":"aside"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 2, 1795265688657, -9223372036854775808, 'one', 1, 0, 1, 1795265688657, 2)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k69', 24) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (24, 2, 0, '{"id":"ada"}', 'k69', '{"text":"/do 69"}', 1795270795240)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795270795240, 'k69') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795270795240, last_inbound_ms), last_inbound = coalesce('k69', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k128'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO conversation (owner, place) VALUES (1, 'chat:c')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 8 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (25, 8, 0, 0, 0, 0, 1, 0, 0, 1795270795240, '{"keys":["k128"],"conversation":"chat:c","kind":{"message_added":{"id":"m128","author":{"id":"ada"},"content":{"text":"text 128"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (8, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795270795240, 25)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k128', 25) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (25, 8, 0, '{"id":"ada"}', 'm128', '{"text":"text 128"}', 1795270795240)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 8 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795270795240, 'm128') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795270795240, last_inbound_ms), last_inbound = coalesce('m128', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k118'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (26, 4, 0, 0, 7, 0, 0, 0, 0, 1795270795240, '{"keys":["k118"],"conversation":"chat:c","kind":{"message_added":{"id":"m118","author":{"id":"ada"},"content":{"text":"text 118"}}},"addressed":"mention"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 10, -9223372036854775808, 1795270792234, 'two', 1, 7, 1, 1795270795240, 26)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k118', 26) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (26, 4, 0, '{"id":"ada"}', 'm118', '{"text":"text 118"}', 1795270795240)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 4 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795270795240, 'm118') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795270795240, last_inbound_ms), last_inbound = coalesce('m118', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
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
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k126'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (27, 2, 0, 0, 3, 1, 0, 0, 0, 1795270796359, '{"keys":["k126"],"conversation":"chat:d","kind":{"message_added":{"id":"m126","author":{"id":"ada"},"content":{"text":"text 126"}}},"addressed":"mention","sequence":3}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 2, 1795265688657, -9223372036854775808, 'one', 1, 0, 1, 1795265688657, 2)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k126', 27) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (27, 2, 0, '{"id":"ada"}', 'm126', '{"text":"text 126"}', 1795270796359)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, 'US', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 4
;;
SELECT 1 FROM spend WHERE id = 4
;;
SELECT micros FROM money WHERE spend = 4 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (4, 0, 'USD', 2867380)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795270796359, 'm126') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795270796359, last_inbound_ms), last_inbound = coalesce('m126', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k51'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 8 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (28, 8, 0, 0, 0, 0, 1, 0, 0, 1795270796359, '{"keys":["k51"],"conversation":"chat:c","kind":{"message_added":{"id":"m51","author":{"id":"ada"},"content":{"text":"text 51"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (8, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795270795240, 25)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k51', 28) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (28, 8, 0, '{"id":"ada"}', 'm51', '{"text":"text 51"}', 1795270796359)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 8 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550102', 1795270796359, 'm51') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795270796359, last_inbound_ms), last_inbound = coalesce('m51', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795270796359 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 11 WHERE id = 12
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (5, 0, 11, 1795270799384, -9223372036854775808, 'two', 1, 0, 1, 1795270799384, 12)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795270796359 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 6 AND stage = 0 AND (place, id) >= (4, 18)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 16
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 16 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 12 WHERE id = 18
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 6 AND stage = 0 AND (place, id) >= (4, 18)
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (6, 0, 12, 1795270799384, -9223372036854775808, 'two', 1, 0, 0, 1795270799384, 18)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 6
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
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
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT 1 FROM event WHERE id = 18 AND conversation = 6 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 18
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 18 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 6 AND stage = 0 AND fence = 12
;;
DELETE FROM live WHERE conversation = 6
;;
SELECT count(*) FROM intent WHERE conversation = 6 AND trace < 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (6, 0, 13, -9223372036854775808, 1795270796359, 'two', 1, 5, 0, NULL, NULL)
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT 1 FROM event WHERE id = 12 AND conversation = 5 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 8 AND conversation = 5 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 12
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 12 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 5 AND stage = 0 AND fence = 11
;;
DELETE FROM live WHERE conversation = 5
;;
SELECT count(*) FROM intent WHERE conversation = 5 AND trace < 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (5, 0, 14, -9223372036854775808, 1795270797757, 'two', 1, 0, 1, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795270797757 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 15 WHERE id = 19
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (7, 0, 15, 1795270800373, -9223372036854775808, 'two', 1, 0, 1, 1795270800373, 19)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795270797757 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 2
;;
UPDATE event SET attempts = '[{"at":1795270797757,"node":"one","life":1,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 2
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 16 WHERE id = 2
;;
SELECT attempts FROM event WHERE id = 10
;;
UPDATE event SET attempts = '[{"at":1795270797757,"node":"one","life":1,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 10
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 16 WHERE id = 10
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 16, 1795270800373, -9223372036854775808, 'two', 1, 0, 1, 1795270800373, 2)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795270797757 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 25
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 25 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 28
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 28 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (8, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, NULL, NULL)
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795270797757 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 17 WHERE id = 26
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 17, 1795270800373, 1795270792234, 'two', 1, 7, 1, 1795270800373, 26)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT 1 FROM event WHERE id = 26 AND conversation = 4 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 26
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 26 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 4 AND stage = 0 AND fence = 17
;;
DELETE FROM live WHERE conversation = 4
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 18, -9223372036854775808, 1795270797757, 'two', 1, 7, 1, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT 1 FROM event WHERE id = 2 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 10 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 2
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 2 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 10
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 10 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 2 AND stage = 0 AND fence = 16
;;
DELETE FROM live WHERE conversation = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 19, -9223372036854775808, 1795270797757, 'two', 1, 1, 1, 1795270797757, 3)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 4 AND cursor < 28 ORDER BY cursor DESC LIMIT 0
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, name FROM person WHERE conversation = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 18
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 4 AND changed > 28 AND cursor <= 28 ORDER BY changed LIMIT 0
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 4 AND cursor > 28 ORDER BY cursor LIMIT 0
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = 'k107'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 1 ORDER BY s.id DESC LIMIT 0
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k93'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (29, 3, 0, 0, 2, 0, 0, 0, 0, 1795270799788, '{"keys":["k93"],"conversation":"chat:c","kind":{"message_added":{"id":"m93","author":{"id":"ada"},"content":{"text":"text 93"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 4, -9223372036854775808, 1795265681780, 'one', 1, 2, 1, 1795270799788, 29)
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k93', 29) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (29, 3, 0, '{"id":"ada"}', 'm93', '{"text":"text 93"}', 1795270799788)
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 3, 'US', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 3 AND country = 'US' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 6
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 3 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550101', 1795270799788, 'm93') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795270799788, last_inbound_ms), last_inbound = coalesce('m93', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k203'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k67'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k203', 8) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k67', 8) ON CONFLICT DO NOTHING
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k40'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (30, NULL, 6, 0, 0, 0, 2, 0, 0, 1795270799788, '{"keys":["k40"],"conversation":"chat:c","kind":{"other":"typing"},"addressed":"aside"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k40', 30) ON CONFLICT DO NOTHING
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '17' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT body, attempts FROM event WHERE id = '17' AND stage = 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '17' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT body, attempts FROM event WHERE id = '17' AND stage = 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '17' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT body, attempts FROM event WHERE id = '17' AND stage = 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '17' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT body, attempts FROM event WHERE id = '17' AND stage = 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT 1 FROM event WHERE id = 19 AND conversation = 7 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 64 AND conversation = 7 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 19
;;
SELECT attempts FROM event WHERE id = 19
;;
UPDATE event SET attempts = '[{"at":1795270799788,"node":"two","life":1,"error":"poison"}]' WHERE id = 19
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 19 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '19', 7, 'poison', 1795270799788)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 7 AND stage = 0 AND fence = 15
;;
DELETE FROM live WHERE conversation = 7
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (7, 0, 20, -9223372036854775808, 1795270799788, 'two', 1, 0, 1, NULL, NULL)
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 7 AND side = 0
;;
ROLLBACK TO verb;
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 7 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 7 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k133'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (31, 3, 0, 0, 7, 1, 0, 0, 0, 1795272831296, '{"keys":["k133"],"conversation":"chat:c","kind":{"message_added":{"id":"m133","author":{"id":"ada"},"content":{"text":"text 133"}}},"addressed":"direct","sequence":7}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 4, -9223372036854775808, 1795265681780, 'one', 1, 2, 1, 1795270799788, 29)
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k133', 31) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (31, 3, 0, '{"id":"ada"}', 'm133', '{"text":"text 133"}', 1795272831296)
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 3, 'US', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 3 AND country = 'US' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 6
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795272831296, 'm133') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795272831296, last_inbound_ms), last_inbound = coalesce('m133', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k121'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (32, NULL, 6, 0, 0, 0, 1, 0, 0, 1795272831296, '{"keys":["k121"],"conversation":"chat:c","kind":{"message_echoed":{"message":{"id":"m121","author":{"id":"ada"},"content":{"text":"text 121"}},"intent":null}},"addressed":"ambient"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k121', 32) ON CONFLICT DO NOTHING
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k236'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k237'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (33, 3, 0, 0, 7, 0, 0, 0, 0, 1795272831296, '{"keys":["k236","k237"],"conversation":"chat:c","kind":{"command":{"name":"/do","text":"236","author":{"id":"ada"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 4, -9223372036854775808, 1795265681780, 'one', 1, 2, 1, 1795270799788, 29)
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k236', 33) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k237', 33) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (33, 3, 0, '{"id":"ada"}', 'k236', '{"text":"/do 236"}', 1795272831296)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 3 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795272831296, 'k236') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795272831296, last_inbound_ms), last_inbound = coalesce('k236', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k217'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (34, 4, 0, 0, 7, 0, 0, 0, 0, 1795272831296, '{"keys":["k217"],"conversation":"chat:c","kind":{"message_added":{"id":"m217","author":{"id":"ada"},"content":{"text":"text 217"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 18, -9223372036854775808, 1795270797757, 'two', 1, 7, 1, 1795272831296, 34)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k217', 34) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (34, 4, 0, '{"id":"ada"}', 'm217', '{"text":"text 217"}', 1795272831296)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, '', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 7
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 4 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795272831296, 'm217') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795272831296, last_inbound_ms), last_inbound = coalesce('m217', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795272831296 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (3, 27)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 3
;;
UPDATE event SET attempts = '[{"at":1795272831296,"node":"two","life":1,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 3
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 21 WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 21, 1795272833246, 1795270797757, 'one', 1, 1, 1, 1795272833246, 3)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT 1 FROM event WHERE id = 3 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 3
;;
SELECT attempts FROM event WHERE id = 3
;;
UPDATE event SET attempts = '[{"at":1795272831296,"node":"two","life":1,"error":"the process ended, or lost its lease, before the turn did"},{"at":1795272831296,"node":"one","life":1,"error":"poison"}]' WHERE id = 3
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 3 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '3', 2, 'poison', 1795272831296)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 2 AND stage = 0 AND fence = 21
;;
DELETE FROM live WHERE conversation = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 22, -9223372036854775808, 1795272831296, 'one', 1, 2, 1, 1795272831296, 24)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795279120738 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 23 WHERE id = 29
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 23, 1795279134225, 1795265681780, 'one', 1, 2, 1, 1795279134225, 29)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795279120738 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 24 WHERE id = 24
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 24, 1795279134225, 1795272831296, 'one', 1, 2, 1, 1795279134225, 24)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
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
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k285'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (35, 4, 0, 0, 2, 1, 1, 0, 0, 1795279120738, '{"keys":["k285"],"conversation":"chat:c","kind":{"message_added":{"id":"m285","author":{"id":"ada"},"content":{"text":"text 285"}}},"addressed":"ambient","sequence":2}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 18, -9223372036854775808, 1795270797757, 'two', 1, 7, 1, 1795279120738, 35)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k285', 35) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (35, 4, 0, '{"id":"ada"}', 'm285', '{"text":"text 285"}', 1795279120738)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, '', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 7
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 4 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795279120738, 'm285') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279120738, last_inbound_ms), last_inbound = coalesce('m285', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k47'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k165'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (36, 2, 0, 0, 3, 0, 0, 0, 0, 1795279120738, '{"keys":["k47","k165"],"conversation":"chat:d","kind":{"message_added":{"id":"m47","author":{"id":"ada"},"content":{"text":"text 47"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 24, 1795279134225, 1795272831296, 'one', 1, 2, 1, 1795279134225, 24)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k47', 36) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k165', 36) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (36, 2, 0, '{"id":"ada"}', 'm47', '{"text":"text 47"}', 1795279120738)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795279120738, 'm47') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279120738, last_inbound_ms), last_inbound = coalesce('m47', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279120738 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
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
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 25, 1795279131328, 1795265685831, 'two', 1, 0, 0, 1795279131328, 20)
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795265681780, since_ms = 1795265684393, looks = 0 WHERE place = 20
;;
SELECT message FROM receipt WHERE conversation = 1 AND at_ms >= 1795265081780 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279120738 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 1, 26, 1795279131328, -9223372036854775808, 'two', 1, 0, 0, 1795279131328, 22)
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795279120738, since_ms = 0, looks = 0 WHERE place = 22
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279120738 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i3'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i3'
;;
UPDATE intent SET message = '{"to":"chat:c","content":{"text":"a template"}}' WHERE id = 'i3'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, 'GB', 'sms', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'GB' AND channel = 'sms' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 8
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i3', 8, 2, NULL, NULL, 1)
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i3'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 2 AND address = '+15550102'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i3'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i3'
;;
SELECT attempts FROM intent WHERE place = 22
;;
UPDATE intent SET attempts = '[{"at":1795279120738,"node":"two","life":1,"error":"no such number"}]' WHERE place = 22
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT stage, replies FROM event WHERE id = 8
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 8 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
SELECT stage, replies FROM event WHERE id = 9
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 9 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
SELECT stage, replies FROM event WHERE id = 14
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 14 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
UPDATE intent SET trace = 3, maybe = 0 WHERE place = 22
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 1, 'i3', 4, 'no such number', 1795279120738)
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i3'
;;
DELETE FROM charge WHERE intent = 'i3'
;;
UPDATE spend SET messages = max(messages - 1, 0), units = max(units - 2, 0), unpriced = max(unpriced - 1, 0) WHERE id = 8
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 1, 26, 1795279131328, 1795279120738, 'two', 1, 0, 0, 1795279131328, 23)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 1, 27, -9223372036854775808, 1795279120738, 'two', 1, 0, 0, 1795279120738, 23)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795279120738 ORDER BY b.due_ms, b.id LIMIT 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20776 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
SELECT kind, currency, micros FROM money WHERE spend = 1
;;
SELECT kind, currency, micros FROM money WHERE spend = 3
;;
SELECT kind, currency, micros FROM money WHERE spend = 2
;;
SELECT kind, currency, micros FROM money WHERE spend = 7
;;
SELECT kind, currency, micros FROM money WHERE spend = 8
;;
SELECT kind, currency, micros FROM money WHERE spend = 4
;;
SELECT kind, currency, micros FROM money WHERE spend = 6
;;
SELECT kind, currency, micros FROM money WHERE spend = 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 25, 1795279130668, 1795265685831, 'two', 1, 0, 0, 1795279130668, 20)
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i1'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20778 AND s.owner = 1 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND (NULL IS NULL OR s.channel = NULL)
;;
UPDATE intent SET message = '{"to":"chat:c","content":{"text":"a template"}}' WHERE id = 'i1'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 1, 'US', 'sms', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 1 AND country = 'US' AND channel = 'sms' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 9
;;
SELECT 1 FROM spend WHERE id = 9
;;
SELECT micros FROM money WHERE spend = 9 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (9, 0, 'USD', 2370225)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i1', 9, 3, 'USD', 2370225, 1)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795265681780, since_ms = 1795265684393, looks = 0 WHERE place = 20
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 28, -9223372036854775808, 1795265685831, 'two', 1, 0, 0, 1795265685831, 20)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i6'
;;
SELECT 1 FROM intent WHERE id = 'i7'
;;
SELECT 1 FROM event WHERE id = 24 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 48 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 24
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 24 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 2 AND stage = 0 AND fence = 24
;;
DELETE FROM live WHERE conversation = 2
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (37, 'i6', 2, 0, 0, NULL, 0, 0, 1795279120738, '[24]', '{"to":"chat:d","content":{"text":"reply 125"}}', NULL, NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (38, 'i7', 2, 0, 0, NULL, 0, 0, 1795279120738, '[24]', '{"to":"chat:d","content":{"text":"reply 125"}}', NULL, '{"finish":{"message":"r1","shown":1}}')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795279120738, 37)
;;
SELECT count(*) FROM intent WHERE conversation = 2 AND trace < 3
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT owner FROM conversation WHERE id = 2
;;
UPDATE intent SET answer = 24 WHERE id = 'i6'
;;
UPDATE intent SET answer = 24 WHERE id = 'i7'
;;
INSERT OR REPLACE INTO answer (event, conversation, accepted, content_type, body, within_ms, look_ms) VALUES (24, 2, 0, 'text/plain', x'616e7377657220313235', 359, 4013)
;;
SELECT conversation, within_ms, look_ms FROM answer WHERE event = 24
;;
UPDATE intent SET trace = 2, first_ms = coalesce(first_ms, 1795279120738), since_ms = 1795279121097, looks = 0 WHERE answer = 24
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 29, -9223372036854775808, 1795279125110, '', 0, 0, 0, 1795279125110, 37)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (3, 27)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 30, -9223372036854775808, 1795279120738, 'one', 1, 2, 1, 1795279120738, 27)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i8'
;;
SELECT 1 FROM intent WHERE id = 'i9'
;;
SELECT 1 FROM event WHERE id = 29 AND conversation = 3 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 51 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 29
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 29 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 3 AND stage = 0 AND fence = 23
;;
DELETE FROM live WHERE conversation = 3
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (39, 'i8', 3, 0, 0, NULL, 0, 0, 1795279120738, '[29]', '{"to":"chat:c","content":{"text":"reply 126"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (40, 'i9', 3, 0, 0, NULL, 0, 0, 1795279120738, '[29]', '{"to":"chat:c","content":{"text":"reply 126"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', '{"finish":{"message":"r1","shown":1}}')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795279120738, 39)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (7, 31)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 31, -9223372036854775808, 1795279120738, 'one', 1, 2, 1, 1795279120738, 31)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279120738 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
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
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 32, 1795279123664, 1795265685831, 'one', 1, 0, 0, 1795279123664, 20)
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795265681780, since_ms = 1795265684393, looks = 0 WHERE place = 20
;;
SELECT message FROM receipt WHERE conversation = 1 AND at_ms >= 1795265081780 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279120738 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 1, 33, 1795279123664, 1795279120738, 'one', 1, 0, 0, 1795279123664, 23)
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795279120738, since_ms = 0, looks = 0 WHERE place = 23
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 2 AND address = '+15550102'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795279120738 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (3, 27)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 34 WHERE id = 27
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 34 WHERE id = 36
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (3, 27)
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 34, 1795279135843, 1795279120738, 'two', 1, 2, 1, 1795279135843, 27)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795279120738 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (7, 31)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 35 WHERE id = 31
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 35 WHERE id = 33
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (7, 31)
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 35, 1795279135843, 1795279120738, 'two', 1, 2, 1, 1795279135843, 31)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795279123243 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 36 WHERE id = 35
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 36 WHERE id = 34
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 36, 1795279141776, 1795270797757, 'one', 1, 7, 1, 1795279141776, 35)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795279123243 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i3'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279123243 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
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
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 1, 37, 1795279126084, -9223372036854775808, 'one', 1, 0, 0, 1795279126084, 39)
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795279123243, since_ms = 0, looks = 0 WHERE place = 39
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i8'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i8'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20778 AND s.owner = 3 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND ('sms' IS NULL OR s.channel = 'sms')
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279123243 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i8'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i8'
;;
UPDATE intent SET message = '{"to":"chat:c","content":{"text":"a template"}}' WHERE id = 'i8'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 3, 'GB', 'sms', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 3 AND country = 'GB' AND channel = 'sms' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 10
;;
SELECT 1 FROM spend WHERE id = 10
;;
SELECT micros FROM money WHERE spend = 10 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (10, 0, 'USD', 1268762)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i8', 10, 2, 'USD', 1268762, 0)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k167'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (41, NULL, 6, 0, 0, 0, 1, 0, 0, 1795279123243, '{"keys":["k167"],"conversation":"chat:c","kind":{"delivery":{"message":"r23","intent":"i3","status":"failed","error":null}},"addressed":"ambient"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k167', 41) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i3'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i3'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
DELETE FROM shelved WHERE shelf = 0 AND name = 'i3' AND conversation = 4
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i3' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r23'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'r23' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'r23'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'r23', '{"status":"failed"}', NULL, 1795279123243)
;;
UPDATE bill SET due_ms = min(due_ms, 1795279183243) WHERE owner = 2 AND message = 'r23' AND asked = 0
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k297'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (42, NULL, 6, 0, 0, 0, 0, 0, 0, 1795279123243, '{"keys":["k297"],"conversation":"chat:c","kind":{"conversation_state":"active"},"addressed":"mention"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k297', 42) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i8'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i8'
;;
SELECT attempts FROM intent WHERE place = 39
;;
UPDATE intent SET attempts = '[{"at":1795279125123,"node":"one","life":1,"error":"fog"}]' WHERE place = 39
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT stage, replies FROM event WHERE id = 29
;;
UPDATE event SET stage = 4, replies = 0, fence = 0 WHERE id = 29 AND stage IN (0, 1)
;;
UPDATE tally SET held = held + 1
;;
UPDATE intent SET trace = 3, maybe = 1 WHERE place = 39
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (0, 1, 'i8', 3, 'fog', 1795279125123)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 1, 37, 1795279126084, 1795279125123, 'one', 1, 0, 0, 1795279126084, 40)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 1, 38, -9223372036854775808, 1795279125123, 'one', 1, 0, 0, 1795279125123, 40)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 32, 1795279128087, 1795265685831, 'one', 1, 0, 0, 1795279128087, 20)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i1'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT attempts FROM intent WHERE place = 20
;;
UPDATE intent SET attempts = '[{"at":1795279125123,"node":"one","life":1,"error":"fog"}]' WHERE place = 20
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
UPDATE intent SET answer = NULL WHERE answer = 1
;;
DELETE FROM answer WHERE event = 1
;;
SELECT stage, replies FROM event WHERE id = 1
;;
UPDATE event SET stage = 4, replies = 0, fence = 0 WHERE id = 1 AND stage IN (0, 1)
;;
UPDATE tally SET held = held + 1
;;
UPDATE intent SET trace = 3, maybe = 1 WHERE place = 20
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (0, 1, 'i1', 1, 'fog', 1795279125123)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 32, 1795279128087, 1795279125123, 'one', 1, 0, 0, 1795279128087, 21)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 39, -9223372036854775808, 1795279125123, 'one', 1, 0, 0, 1795279125123, 21)
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
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
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
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT 1 FROM event WHERE id = 35 AND conversation = 4 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 34 AND conversation = 4 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 34
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 34 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 35
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 35 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 4 AND stage = 0 AND fence = 36
;;
DELETE FROM live WHERE conversation = 4
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 40, -9223372036854775808, 1795279128426, 'one', 1, 7, 1, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM event WHERE id = 31 AND conversation = 3 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 33 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 31
;;
SELECT attempts FROM event WHERE id = 31
;;
UPDATE event SET attempts = '[{"at":1795279128426,"node":"two","life":1,"error":"poison"}]' WHERE id = 31
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 31 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '31', 3, 'poison', 1795279128426)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 33
;;
SELECT attempts FROM event WHERE id = 33
;;
UPDATE event SET attempts = '[{"at":1795279128426,"node":"two","life":1,"error":"poison"}]' WHERE id = 33
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 33 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '33', 3, 'poison', 1795279128426)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 3 AND stage = 0 AND fence = 35
;;
DELETE FROM live WHERE conversation = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 41, -9223372036854775808, 1795279128426, 'two', 1, 8, 1, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k279'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (43, 2, 0, 0, 3, 0, 0, 0, 0, 1795279128426, '{"keys":["k279"],"conversation":"chat:d","kind":{"message_added":{"id":"m279","author":{"id":"ada"},"content":{"text":"text 279"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (3, 27)
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 34, 1795279135843, 1795279120738, 'two', 1, 2, 1, 1795279135843, 27)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k279', 43) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (43, 2, 0, '{"id":"ada"}', 'm279', '{"text":"text 279"}', 1795279128426)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k87'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 8 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (44, 8, 0, 0, 0, 0, 0, 0, 0, 1795279131769, '{"keys":["k87"],"conversation":"chat:c","kind":{"message_added":{"id":"m87","author":{"id":"ada"},"content":{"text":"text 87"}}},"addressed":"mention"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (8, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795279131769, 44)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k87', 44) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (44, 8, 0, '{"id":"ada"}', 'm87', '{"text":"text 87"}', 1795279131769)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 8 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795279131769, 'm87') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279131769, last_inbound_ms), last_inbound = coalesce('m87', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k209'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (45, 4, 0, 0, 7, 0, 0, 0, 0, 1795279131769, '{"keys":["k209"],"conversation":"chat:c","kind":{"message_added":{"id":"m209","author":{"id":"ada"},"content":{"text":"text 209"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 40, -9223372036854775808, 1795279128426, 'one', 1, 7, 1, 1795279131769, 45)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k209', 45) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (45, 4, 0, '{"id":"ada"}', 'm209', '{"text":"text 209"}', 1795279131769)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, 'US', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 4
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 4 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795279131769, 'm209') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279131769, last_inbound_ms), last_inbound = coalesce('m209', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k184'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (46, 2, 0, 0, 4, 1, 0, 0, 0, 1795279131769, '{"keys":["k184"],"conversation":"chat:d","kind":{"message_added":{"id":"m184","author":{"id":"ada"},"content":{"text":"text 184"}}},"addressed":"mention","sequence":4}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (3, 27)
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 34, 1795279135843, 1795279120738, 'two', 1, 2, 1, 1795279135843, 27)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k184', 46) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (46, 2, 0, '{"id":"ada"}', 'm184', '{"text":"text 184"}', 1795279131769)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, '', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 7
;;
SELECT 1 FROM spend WHERE id = 7
;;
SELECT micros FROM money WHERE spend = 7 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (7, 0, 'EUR', 1606207)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795279131769, 'm184') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279131769, last_inbound_ms), last_inbound = coalesce('m184', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k237'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 8 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (47, 8, 0, 0, 2, 1, 0, 0, 0, 1795279131769, '{"keys":["k237"],"conversation":"chat:c","kind":{"message_added":{"id":"m237","author":{"id":"ada"},"content":{"text":"text 237"}}},"addressed":"mention","sequence":2}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (8, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795279131769, 44)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k237', 47) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (47, 8, 0, '{"id":"ada"}', 'm237', '{"text":"text 237"}', 1795279131769)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 1, 'US', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 1 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 11
;;
SELECT 1 FROM spend WHERE id = 11
;;
SELECT micros FROM money WHERE spend = 11 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (11, 0, 'USD', 181081)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795279131769, 'm237') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279131769, last_inbound_ms), last_inbound = coalesce('m237', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i1' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT message, causes, maybe, attempts FROM intent WHERE id = 'i1'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i1' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT message, causes, maybe, attempts FROM intent WHERE id = 'i1'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i1' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT message, causes, maybe, attempts FROM intent WHERE id = 'i1'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i1' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT message, causes, maybe, attempts FROM intent WHERE id = 'i1'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '3' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT body, attempts FROM event WHERE id = '3' AND stage = 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '3' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT body, attempts FROM event WHERE id = '3' AND stage = 5
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
DELETE FROM shelved WHERE id = 5
;;
INSERT OR REPLACE INTO decided (name, decision, at_ms) VALUES ('3', 0, 1795279131769)
;;
UPDATE event SET stage = 0, tries = 0, crashes = 0, failing_ms = NULL, retry_ms = NULL, fence = 0, ambient = CASE ambient WHEN 1 THEN 0 ELSE ambient END WHERE id = '3'
;;
UPDATE tally SET dead = dead - 1
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 34, 1795279135843, 1795279120738, 'two', 1, 2, 1, 1795279135843, 3)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '3' ORDER BY s.shelf, s.id LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '3' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT decision, at_ms FROM decided WHERE name = '3'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
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
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k38'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (48, 2, 0, 0, 4, 0, 1, 0, 0, 1795279143079, '{"keys":["k38"],"conversation":"chat:d","kind":{"message_added":{"id":"m38","author":{"id":"ada"},"content":{"text":"text 38"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 34, 1795279135843, 1795279120738, 'two', 1, 2, 1, 1795279135843, 3)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k38', 48) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (48, 2, 0, '{"id":"ada"}', 'm38', '{"text":"text 38"}', 1795279143079)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795279143079, 'm38') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279143079, last_inbound_ms), last_inbound = coalesce('m38', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k90'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (49, 2, 0, 0, 4, 0, 0, 0, 0, 1795279143079, '{"keys":["k90"],"conversation":"chat:d","kind":{"message_added":{"id":"m90","author":{"id":"ada"},"content":{"text":"text 90"}}},"addressed":"mention"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 34, 1795279135843, 1795279120738, 'two', 1, 2, 1, 1795279135843, 3)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k90', 49) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (49, 2, 0, '{"id":"ada"}', 'm90', '{"text":"text 90"}', 1795279143079)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, 'US', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 4
;;
SELECT 1 FROM spend WHERE id = 4
;;
SELECT micros FROM money WHERE spend = 4 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (4, 0, 'EUR', 1332089)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k10'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (50, 4, 0, 0, 7, 0, 2, 0, 0, 1795279143079, '{"keys":["k10"],"conversation":"chat:c","kind":{"message_added":{"id":"m10","author":{"id":"ada"},"content":{"text":"text 10"}}},"addressed":"aside"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 40, -9223372036854775808, 1795279128426, 'one', 1, 7, 1, 1795279131769, 45)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k10', 50) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (50, 4, 0, '{"id":"ada"}', 'm10', '{"text":"text 10"}', 1795279143079)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, '', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 7
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 4 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795279143079, 'm10') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279143079, last_inbound_ms), last_inbound = coalesce('m10', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i10'
;;
SELECT 1 FROM intent WHERE id = 'i11'
;;
SELECT 1 FROM event WHERE id = 27 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 36 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 27
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 27 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 36
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 36 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 2 AND stage = 0 AND fence = 34
;;
DELETE FROM live WHERE conversation = 2
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (51, 'i10', 2, 0, 0, NULL, 0, 0, 1795279143079, '[27,36]', '{"to":"chat:d","content":{"text":"reply 156"}}', NULL, NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (52, 'i11', 2, 0, 0, NULL, 0, 0, 1795279143079, '[27,36]', '{"to":"chat:d","content":{"text":"reply 156"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', '{"discard":{"message":null,"live":"l","since":1795279143079}}')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 29, -9223372036854775808, 1795279125110, '', 0, 0, 0, 1795279125110, 37)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 42, -9223372036854775808, 1795279143079, 'two', 1, 4, 1, 1795279143079, 3)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279143079 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 1, 43, 1795279145832, 1795279120738, 'two', 1, 0, 0, 1795279145832, 23)
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795279120738, since_ms = 1795279143079, looks = 0 WHERE place = 23
;;
SELECT message FROM receipt WHERE conversation = 4 AND at_ms >= 1795278520738 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279143079 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
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
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 44, 1795279145832, 1795279125110, 'two', 1, 0, 0, 1795279145832, 37)
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795279120738, since_ms = 1795279121097, looks = 0 WHERE place = 37
;;
SELECT message FROM receipt WHERE conversation = 2 AND at_ms >= 1795278520738 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i6'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i6'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20778 AND s.owner = 2 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND ('sms' IS NULL OR s.channel = 'sms')
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, 'GB', 'whatsapp', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'GB' AND channel = 'whatsapp' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 12
;;
SELECT 1 FROM spend WHERE id = 12
;;
SELECT micros FROM money WHERE spend = 12 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (12, 0, 'USD', 1966612)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i6', 12, 3, 'USD', 1966612, 1)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i8'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 1, 43, 1795279153136, 1795279120738, 'two', 1, 0, 0, 1795279153136, 23)
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 2 AND address = '+15550100'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i4'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20778 AND s.owner = 2 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND ('sms' IS NULL OR s.channel = 'sms')
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, '', 'sms', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'sms' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 13
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i4', 13, 2, NULL, NULL, 0)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795279188079 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 8 AND stage = 0 AND (place, id) >= (2, 47)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 45 WHERE id = 44
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 45 WHERE id = 47
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (8, 0, 45, 1795279192627, -9223372036854775808, 'two', 1, 0, 1, 1795279192627, 44)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 8
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k180'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (53, 3, 0, 0, 8, 0, 2, 0, 0, 1795279188079, '{"keys":["k180"],"conversation":"chat:c","kind":{"message_added":{"id":"m180","author":{"id":"ada"},"content":{"text":"text 180"}}},"addressed":"aside"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 41, -9223372036854775808, 1795279128426, 'two', 1, 8, 1, 1795279188079, 53)
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k180', 53) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (53, 3, 0, '{"id":"ada"}', 'm180', '{"text":"text 180"}', 1795279188079)
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 3, 'GB', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 3 AND country = 'GB' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 14
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 3 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550101', 1795279188079, 'm180') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279188079, last_inbound_ms), last_inbound = coalesce('m180', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k215'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k289'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (54, 1, 0, 0, 0, 0, 1, 0, 0, 1795279188079, '{"keys":["k215","k289"],"conversation":"chat:d","kind":{"message_added":{"id":"m215","author":{"id":"ada"},"content":{"text":"text 215"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 6, -9223372036854775808, 1795265681780, 'one', 1, 0, 1, 1795279188079, 54)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k215', 54) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k289', 54) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (54, 1, 0, '{"id":"ada"}', 'm215', '{"text":"text 215"}', 1795279188079)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 1 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550102', 1795279188079, 'm215') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279188079, last_inbound_ms), last_inbound = coalesce('m215', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k168'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (55, NULL, 6, 0, 0, 1, 2, 0, 0, 1795279194230, '{"keys":["k168"],"conversation":"chat:c","kind":{"message_echoed":{"message":{"id":"m168","author":{"id":"ada"},"content":{"text":"text 168"}},"intent":"i1"}},"addressed":"aside","sequence":5}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k168', 55) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k77'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (56, 2, 0, 0, 4, 0, 0, 0, 0, 1795279194230, '{"keys":["k77"],"conversation":"chat:d","kind":{"message_added":{"id":"m77","author":{"id":"ada"},"content":{"text":"text 77"}}},"addressed":"direct","keyword":"yes"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 42, -9223372036854775808, 1795279143079, 'two', 1, 4, 1, 1795279143079, 3)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k77', 56) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (56, 2, 0, '{"id":"ada"}', 'm77', '{"text":"text 77"}', 1795279194230)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795279194230, 'm77') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279194230, last_inbound_ms), last_inbound = coalesce('m77', last_inbound)
;;
UPDATE contact SET opted_out_ms = NULL, opted_out_why = NULL WHERE owner = 2 AND address = '+15550101'
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k77'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k77', 56) ON CONFLICT DO NOTHING
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279199019 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
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
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 46, 1795279201674, 1795279125123, 'one', 1, 0, 0, 1795279201674, 21)
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795265681780, since_ms = 1795265684393, looks = 0 WHERE place = 21
;;
SELECT message FROM receipt WHERE conversation = 1 AND at_ms >= 1795265081780 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279199019 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
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
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 1, 47, 1795279201674, 1795279125123, 'one', 1, 0, 0, 1795279201674, 40)
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795279199019, since_ms = 0, looks = 0 WHERE place = 40
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279199019 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
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
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 48, 1795279201674, 1795279125110, 'one', 1, 0, 0, 1795279201674, 37)
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795279120738, since_ms = 1795279121097, looks = 0 WHERE place = 37
;;
SELECT message FROM receipt WHERE conversation = 2 AND at_ms >= 1795278520738 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i6'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i6'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i6'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i6'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
UPDATE intent SET answer = NULL WHERE answer = 24
;;
DELETE FROM answer WHERE event = 24
;;
SELECT stage, replies FROM event WHERE id = 24
;;
UPDATE event SET stage = 1, replies = 1, fence = 0 WHERE id = 24 AND stage IN (0, 1)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (2, 'r1', 1795279199019)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (2, 'p43', 1795279199019)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT owner FROM conversation WHERE id = 2
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r1'
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p43'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'p43', NULL, 57, 1795279199019)
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress) SELECT 57, conversation, 1, NULL, 'r1', CASE WHEN offered IS NULL THEN json_extract(message, '$.content') ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, 1795279199019, id, NULL FROM intent WHERE place = 37
;;
DELETE FROM intent WHERE place = 37
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i6'
;;
DELETE FROM charge WHERE intent = 'i6'
;;
SELECT owner FROM conversation WHERE id = 2
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (58, 12, 2, 2, 'r1', 0, 1795365599019)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 12
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (59, 12, 2, 2, 'p43', 0, 1795365599019)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 12
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 48, 1795279201674, 1795279199019, 'one', 1, 0, 0, 1795279201674, 38)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 49, -9223372036854775808, 1795279199019, 'one', 1, 0, 0, 1795279199019, 38)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279199019 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 1, 50, 1795279202284, 1795279120738, 'two', 1, 0, 0, 1795279202284, 23)
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795279120738, since_ms = 1795279143079, looks = 0 WHERE place = 23
;;
SELECT message FROM receipt WHERE conversation = 4 AND at_ms >= 1795278520738 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279199019 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
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
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 1, 51, 1795279202284, 1795279199019, 'two', 1, 0, 0, 1795279202284, 38)
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795279120738, since_ms = 1795279121097, looks = 0 WHERE place = 38
;;
SELECT message FROM receipt WHERE conversation = 2 AND at_ms >= 1795278520738 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279199019 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i7'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i7'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, '', 'sms', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'sms' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 13
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i7', 13, 3, NULL, NULL, 1)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795279199019 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 52 WHERE id = 45
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 52 WHERE id = 50
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 52, 1795279213781, 1795279128426, 'one', 1, 7, 1, 1795279213781, 45)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795279199019 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 53 WHERE id = 3
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 53 WHERE id = 43
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 53 WHERE id = 46
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 53 WHERE id = 48
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 53, 1795279213781, 1795279143079, 'one', 1, 4, 1, 1795279213781, 3)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i8'
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
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k21'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (60, NULL, 6, 0, 0, 1, 0, 0, 0, 1795279199983, '{"keys":["k21"],"conversation":"chat:c","kind":{"message_echoed":{"message":{"id":"m21","author":{"id":"ada"},"content":{"text":"text 21"}},"intent":"i6"}},"addressed":"mention","sequence":6}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k21', 60) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i6'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i6'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i12'
;;
SELECT 1 FROM intent WHERE id = 'i13'
;;
SELECT 1 FROM event WHERE id = 44 AND conversation = 8 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 69 AND conversation = 8 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 44
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 44 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 8 AND stage = 0 AND fence = 45
;;
DELETE FROM live WHERE conversation = 8
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (61, 'i12', 8, 0, 0, NULL, 0, 0, 1795279199983, '[44]', '{"to":"chat:c","content":{"text":"reply 179"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (62, 'i13', 8, 0, 0, NULL, 0, 0, 1795279199983, '[44]', '{"to":"chat:c","content":{"text":"reply 179"}}', '[{"label":"choice 0","value":"v"}]', NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 8 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 8 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (8, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795279199983, 61)
;;
SELECT count(*) FROM intent WHERE conversation = 8 AND trace < 3
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
SELECT owner FROM conversation WHERE id = 8
;;
UPDATE intent SET answer = 44 WHERE id = 'i12'
;;
UPDATE intent SET answer = 44 WHERE id = 'i13'
;;
INSERT OR REPLACE INTO answer (event, conversation, accepted, content_type, body, within_ms, look_ms) VALUES (44, 8, 0, 'text/plain', x'616e7377657220313739', 346, 1883)
;;
SELECT conversation, within_ms, look_ms FROM answer WHERE event = 44
;;
UPDATE intent SET trace = 2, first_ms = coalesce(first_ms, 1795279199983), since_ms = 1795279200329, looks = 0 WHERE answer = 44
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 8 AND side = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 8 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (8, 1, 54, -9223372036854775808, 1795279202212, '', 0, 0, 0, 1795279202212, 61)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 8 AND stage = 0 AND (place, id) >= (2, 47)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (8, 0, 55, -9223372036854775808, 1795279199983, 'two', 1, 0, 1, 1795279199983, 47)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k112'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k112', 3) ON CONFLICT DO NOTHING
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
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795279204586 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 56 WHERE id = 53
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (3, 0, 56, 1795279217741, 1795279128426, 'two', 1, 8, 1, 1795279217741, 53)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795279204586 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 57 WHERE id = 54
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 0, 57, 1795279217741, 1795265681780, 'two', 1, 0, 1, 1795279217741, 54)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT 1 FROM live WHERE id = 'l62'
;;
INSERT INTO live (id, conversation, message, text, since_ms) VALUES ('l62', 1, NULL, 'x', 1795279205724)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
UPDATE live SET message = 'r1' WHERE id = 'l62' AND conversation = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, message, text, since_ms FROM live WHERE conversation = 1 ORDER BY place
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT 1 FROM live WHERE id = 'l62'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
UPDATE live SET message = 'r1' WHERE id = 'l62' AND conversation = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, message, text, since_ms FROM live WHERE conversation = 1 ORDER BY place
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT 1 FROM live WHERE id = 'l63'
;;
INSERT INTO live (id, conversation, message, text, since_ms) VALUES ('l63', 1, NULL, 'x', 1795279205724)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
DELETE FROM live WHERE id = 'l63' AND conversation = 1 AND NULL IS NULL
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, message, text, since_ms FROM live WHERE conversation = 1 ORDER BY place
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k215'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k33'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (63, 2, 0, 0, 4, 0, 0, 0, 0, 1795279205724, '{"keys":["k215","k33"],"conversation":"chat:d","kind":{"message_added":{"id":"m215","author":{"id":"ada"},"content":{"text":"text 215"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 53, 1795279213781, 1795279143079, 'one', 1, 4, 1, 1795279213781, 3)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k215', 63) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k33', 63) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (63, 2, 0, '{"id":"ada"}', 'm215', '{"text":"text 215"}', 1795279205724)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 3 AND cursor > 39 ORDER BY cursor LIMIT 7
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'ada'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, name FROM person WHERE conversation = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 12
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 3 AND changed > 39 AND cursor <= 39 ORDER BY changed LIMIT 7
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 3 AND cursor > 39 ORDER BY cursor LIMIT 7
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'ada'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = '39'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 39
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 2 ORDER BY s.id DESC LIMIT 7
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 1 AND due_ms IS NOT NULL AND due_ms <= 1795279207702 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
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
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 58, 1795279210811, 1795279125123, 'two', 1, 0, 0, 1795279210811, 21)
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795265681780, since_ms = 1795265684393, looks = 0 WHERE place = 21
;;
SELECT message FROM receipt WHERE conversation = 1 AND at_ms >= 1795265081780 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i9'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k123'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (64, NULL, 6, 0, 0, 0, 1, 0, 0, 1795279207702, '{"keys":["k123"],"conversation":"chat:d","kind":{"participant_added":{"id":"MB1","address":{"identity":"ada"},"role":null,"attributes":{}}},"addressed":"ambient"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k123', 64) ON CONFLICT DO NOTHING
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k210'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k187'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (65, 4, 0, 0, 7, 0, 0, 0, 0, 1795279207702, '{"keys":["k210","k187"],"conversation":"chat:c","kind":{"message_added":{"id":"m210","author":{"id":"ada"},"content":{"text":"text 210"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 52, 1795279213781, 1795279128426, 'one', 1, 7, 1, 1795279213781, 45)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k210', 65) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k187', 65) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (65, 4, 0, '{"id":"ada"}', 'm210', '{"text":"text 210"}', 1795279207702)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795279207702, 'm210') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279207702, last_inbound_ms), last_inbound = coalesce('m210', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i2'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT attempts FROM intent WHERE place = 21
;;
UPDATE intent SET attempts = '[{"at":1795279207702,"node":"two","life":1,"error":"no such number"}]' WHERE place = 21
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT stage, replies FROM event WHERE id = 1
;;
UPDATE event SET stage = 4, replies = 0, fence = 0 WHERE id = 1 AND stage IN (0, 1)
;;
UPDATE intent SET trace = 3, maybe = 1 WHERE place = 21
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 1, 'i2', 1, 'no such number', 1795279207702)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 58, 1795279210811, 1795279207702, 'two', 1, 0, 0, NULL, NULL)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (1, 1, 59, -9223372036854775808, 1795279207702, 'two', 1, 0, 0, NULL, NULL)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k250'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (66, 2, 0, 0, 4, 0, 0, 0, 0, 1795279207702, '{"keys":["k250"],"conversation":"chat:d","kind":{"command":{"name":"/do","text":"250","author":{"id":"ada"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (2, 0, 53, 1795279213781, 1795279143079, 'one', 1, 4, 1, 1795279213781, 3)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k250', 66) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (66, 2, 0, '{"id":"ada"}', 'k250', '{"text":"/do 250"}', 1795279207702)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795279207702, 'k250') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279207702, last_inbound_ms), last_inbound = coalesce('k250', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k185'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (67, NULL, 6, 0, 0, 0, 2, 0, 0, 1795279207702, '{"keys":["k185"],"conversation":"chat:c","kind":{"delivery":{"message":"r34","intent":"i1","status":"sent","error":null}},"addressed":"aside"}')
;;
UPDATE tally SET noted = noted + 1
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k185', 67) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i1' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r34'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'r34' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'r34'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'r34', '{"status":"sent"}', NULL, 1795279207702)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k146'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (68, 4, 0, 0, 7, 1, 0, 0, 0, 1795279207702, '{"keys":["k146"],"conversation":"chat:c","kind":{"message_added":{"id":"m146","author":{"id":"ada"},"content":{"text":"text 146"}}},"addressed":"direct","sequence":7}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (4, 0, 52, 1795279213781, 1795279128426, 'one', 1, 7, 1, 1795279213781, 45)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k146', 68) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (68, 4, 0, '{"id":"ada"}', 'm146', '{"text":"text 146"}', 1795279207702)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, '', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 15
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795279207702, 'm146') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795279207702, last_inbound_ms), last_inbound = coalesce('m146', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i9'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT conversation FROM lane WHERE side = 0 AND due_ms IS NOT NULL AND due_ms <= 1795279207702 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, body FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 8 AND stage = 0 AND (place, id) >= (2, 47)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 60 WHERE id = 47
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 8 AND stage = 0 AND (place, id) >= (2, 47)
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head) VALUES (8, 0, 60, 1795279217069, 1795279199983, 'two', 1, 0, 1, 1795279217069, 47)
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 8
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
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
SELECT id FROM event WHERE stage >= 2 AND stage NOT IN (4, 5) AND arrived_ms < 1794571200000 ORDER BY arrived_ms LIMIT 256
;;
SELECT owner, message FROM delivery WHERE at_ms < 1794571200000 ORDER BY at_ms LIMIT 256
;;
SELECT id, name, at_ms FROM shelved WHERE shelf = 2 ORDER BY id LIMIT 256
;;
SELECT name FROM decided WHERE at_ms < 1794571200000 ORDER BY at_ms LIMIT 256
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
INSERT OR REPLACE INTO installation (account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision) VALUES ('app', 0, 'T1', 'ada', NULL, '{}', x'5431', 5, 69)
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
INSERT OR REPLACE INTO installation (account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision) VALUES ('app', 0, 'T2', 'ada', NULL, '{}', x'5432', 5, 70)
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
INSERT OR REPLACE INTO installation (account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision) VALUES ('app', 0, 'T3', 'ada', NULL, '{}', x'5433', 5, 71)
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
UPDATE conversation SET complete_ms = 1795176000000 WHERE id = 7 AND complete_ms < 1795176000000
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