SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO node (name, life) VALUES ('two', 1)
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 1 AND until_ms > -9223372036854775808
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795176000152 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO owner (tenant, account) VALUES ('t', 'a')
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k20'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k14'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (1, NULL, 6, 0, 0, 0, 1, 0, 0, 1795176000152, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k20', 1) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k14', 1) ON CONFLICT DO NOTHING
;;
SELECT progress FROM delivery WHERE owner = 1 AND message = 'r38'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'r38' AND r.speaker = 1 AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 1 AND message = 'r38'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (1, 'r38', '{"status":"queued"}', NULL, 1795176000152)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO owner (tenant, account) VALUES ('u', 'a')
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k77'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (2, 'chat:c')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (2, 1, 0, 0, 0, 0, 0, 0, 0, 1795176000152, '{"keys":["k77"],"conversation":"chat:c","kind":{"message_added":{"id":"m77","author":{"id":"ada"},"content":{"text":"text 77"}}},"addressed":"mention"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176000152, 2, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795176000152, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k77', 2) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (2, 1, 0, '{"id":"ada"}', 'm77', '{"text":"text 77"}', 1795176000152)
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, '', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = '' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 1
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k99'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (1, 'chat:d')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (3, 2, 0, 0, 0, 0, 1, 0, 0, 1795176000152, '{"keys":["k99"],"conversation":"chat:d","kind":{"message_added":{"id":"m99","author":{"id":"ada"},"content":{"text":"text 99"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176000152, 3, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795176000152, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k99', 3) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (3, 2, 0, '{"id":"ada"}', 'm99', '{"text":"text 99"}', 1795176000152)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 2
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 2 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550102', 1795176000152, 'm99') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176000152, last_inbound_ms), last_inbound = coalesce('m99', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795176001202 ORDER BY b.due_ms, b.id LIMIT 0
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
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 0
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
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = '34'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 34
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
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795176001202 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k41'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (1, 'chat:c')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (4, 3, 0, 0, 0, 0, 0, 0, 0, 1795176001688, '{"keys":["k41"],"conversation":"chat:c","kind":{"message_added":{"id":"m41","author":{"id":"ada"},"content":{"text":"text 41"}}},"addressed":"mention"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001688, 4, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k41', 4) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (4, 3, 0, '{"id":"ada"}', 'm41', '{"text":"text 41"}', 1795176001688)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 3 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550102', 1795176001688, 'm41') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176001688, last_inbound_ms), last_inbound = coalesce('m41', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO owner (tenant, account) VALUES ('t', 'b')
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k25'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (5, NULL, 6, 0, 0, 0, 1, 0, 0, 1795176001688, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k25', 5) ON CONFLICT DO NOTHING
;;
SELECT progress FROM delivery WHERE owner = 3 AND message = 'r17'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'r17' AND r.speaker = 1 AND c.owner = 3 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 3 AND message = 'r17'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (3, 'r17', '{"status":"sent"}', NULL, 1795176001688)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k277'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (6, 3, 0, 0, 1, 1, 0, 0, 0, 1795176001688, '{"keys":["k277"],"conversation":"chat:c","kind":{"message_added":{"id":"m277","author":{"id":"ada"},"content":{"text":"text 277"}}},"addressed":"mention","sequence":1}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001688, 4, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k277', 6) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (6, 3, 0, '{"id":"ada"}', 'm277', '{"text":"text 277"}', 1795176001688)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
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
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185477729 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185477729 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 3
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 3 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795176001688, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185477729 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185477729 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 1 WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 1, 1795185479729, -9223372036854775808, 'one', 1, 0, 1, 1795185479729, 2, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795185479729, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 1 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i1'
;;
SELECT 1 FROM intent WHERE id = 'i2'
;;
SELECT 1 FROM event WHERE id = 2 AND conversation = 1 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 2
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 2 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 1 AND stage = 0 AND fence = 1
;;
DELETE FROM live WHERE conversation = 1
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (7, 'i1', 1, 0, 0, NULL, 0, 0, 1795185477729, '[2]', '{"to":"chat:c","content":{"text":"reply 27"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', '{"finish":{"message":"r1","shown":1}}')
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (8, 'i2', 1, 0, 0, NULL, 0, 0, 1795185477729, '[2]', '{"to":"chat:c","content":{"text":"reply 27"}}', '[{"label":"choice 0","value":"v"}]', '{"discard":{"message":null,"live":"l","since":1795185477729}}')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795185477729, 7, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185477729, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 2, -9223372036854775808, 1795185477729, 'one', 1, 0, 1, NULL, NULL, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
DELETE FROM share WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k74'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (9, 3, 0, 0, 1, 0, 2, 0, 0, 1795185477729, '{"keys":["k74"],"conversation":"chat:c","kind":{"message_added":{"id":"m74","author":{"id":"ada"},"content":{"text":"text 74"}}},"addressed":"aside"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001688, 4, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k74', 9) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (9, 3, 0, '{"id":"ada"}', 'm74', '{"text":"text 74"}', 1795185477729)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 3 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550102', 1795185477729, 'm74') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185477729, last_inbound_ms), last_inbound = coalesce('m74', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k103'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (10, 3, 0, 0, 1, 1, 0, 0, 0, 1795185477729, '{"keys":["k103"],"conversation":"chat:c","kind":{"message_added":{"id":"m103","author":{"id":"ada"},"content":{"text":"text 103"}}},"addressed":"mention","sequence":1}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001688, 4, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k103', 10) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (10, 3, 0, '{"id":"ada"}', 'm103', '{"text":"text 103"}', 1795185477729)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'US', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 3
;;
SELECT 1 FROM spend WHERE id = 3
;;
SELECT micros FROM money WHERE spend = 3 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (3, 0, 'USD', 1514669)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 3 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550102', 1795185477729, 'm103') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185477729, last_inbound_ms), last_inbound = coalesce('m103', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k77'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (11, 2, 0, 0, 0, 0, 0, 0, 0, 1795185477729, '{"keys":["k77"],"conversation":"chat:d","kind":{"message_added":{"id":"m77","author":{"id":"ada"},"content":{"text":"text 77"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795185477729, 11, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k77', 11) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (11, 2, 0, '{"id":"ada"}', 'm77', '{"text":"text 77"}', 1795185477729)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, '', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 4
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795185477729, 'm77') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185477729, last_inbound_ms), last_inbound = coalesce('m77', last_inbound)
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
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k165'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (12, 1, 0, 0, 0, 0, 0, 0, 0, 1795185477729, '{"keys":["k165"],"conversation":"chat:c","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 165","value":"v"}]}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 2, -9223372036854775808, 1795185477729, 'one', 1, 0, 1, 1795185477729, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795185477729, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k165', 12) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (12, 1, 0, '{"id":"bob"}', 'k165', '{"text":"choice 165"}', 1795185477729)
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, '', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 5
;;
SELECT 1 FROM spend WHERE id = 5
;;
SELECT micros FROM money WHERE spend = 5 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (5, 0, 'USD', 381248)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k275'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (13, 2, 0, 0, 0, 0, 0, 0, 0, 1795185477729, '{"keys":["k275"],"conversation":"chat:d","kind":{"message_added":{"id":"m275","author":{"id":"ada"},"content":{"text":"text 275"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795185477729, 11, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k275', 13) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (13, 2, 0, '{"id":"ada"}', 'm275', '{"text":"text 275"}', 1795185477729)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795185477729, 'm275') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185477729, last_inbound_ms), last_inbound = coalesce('m275', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k262'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (14, 3, 0, 0, 1, 0, 1, 0, 0, 1795185477729, '{"keys":["k262"],"conversation":"chat:c","kind":{"message_added":{"id":"m262","author":{"id":"ada"},"content":{"text":"text 262"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001688, 4, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k262', 14) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (14, 3, 0, '{"id":"ada"}', 'm262', '{"text":"text 262"}', 1795185477729)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, '', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = '' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 6
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 3 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795185477729, 'm262') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185477729, last_inbound_ms), last_inbound = coalesce('m262', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185477729 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185477729 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 3, 1795185482605, -9223372036854775808, 'two', 1, 0, 0, 1795185482605, 7, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185482605, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795185477729, since_ms = 0, looks = 0 WHERE place = 7
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 3 WHERE side = 1 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185477729 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
UPDATE intent SET trace = 0, tries = 0, first_ms = 1795185477729, since_ms = 0, looks = 0 WHERE place = 7
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 4, -9223372036854775808, -9223372036854775808, 'two', 1, 0, 0, 1795185477729, 7, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185477729, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185477729 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185477729 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 5, 1795185495142, -9223372036854775808, 'one', 2, 0, 0, 1795185495142, 7, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185495142, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795185477729, since_ms = 0, looks = 0 WHERE place = 7
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 5 WHERE side = 1 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185477729 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 2 AND address = '+15550101'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i1'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20777 AND s.owner = 2 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND ('sms' IS NULL OR s.channel = 'sms')
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185477729 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i1'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, '', 'whatsapp', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 7
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i1', 7, 2, NULL, NULL, 1)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i1'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT stage, replies FROM event WHERE id = 2
;;
UPDATE event SET stage = 1, replies = 1, fence = 0 WHERE id = 2 AND stage IN (0, 1)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (1, 'r23', 1795185479046)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (1, 'p10', 1795185479046)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT owner FROM conversation WHERE id = 1
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r23'
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p10'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'p10', NULL, 15, 1795185479046)
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress, causes) SELECT 15, conversation, 1, NULL, 'r23', CASE WHEN offered IS NULL THEN json_extract(message, '$.content') ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, 1795185479046, id, NULL, causes FROM intent WHERE place = 7
;;
DELETE FROM intent WHERE place = 7
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i1'
;;
DELETE FROM charge WHERE intent = 'i1'
;;
SELECT owner FROM conversation WHERE id = 1
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (16, 7, 2, 1, 'r23', 0, 1795271879046)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 7
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (17, 7, 2, 1, 'p10', 0, 1795271879046)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 7
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 5, 1795185495142, 1795185479046, 'one', 2, 0, 0, 1795185495142, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 6, -9223372036854775808, 1795185479046, 'one', 2, 0, 0, 1795185479046, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185479046, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185479046 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185479046 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 7, 1795185490046, 1795185479046, 'one', 2, 0, 0, 1795185490046, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185490046, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795185479046, since_ms = 0, looks = 0 WHERE place = 8
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 7 WHERE side = 1 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185479046 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i2'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20777 AND s.owner = 2 AND s.direction = 1 AND ('US' IS NULL OR s.country = 'US') AND (NULL IS NULL OR s.channel = NULL)
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, 'US', 'sms', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'US' AND channel = 'sms' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 8
;;
SELECT 1 FROM spend WHERE id = 8
;;
SELECT micros FROM money WHERE spend = 8 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (8, 0, 'USD', 605)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i2', 8, 1, 'USD', 605, 0)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i2'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT attempts FROM intent WHERE place = 8
;;
UPDATE intent SET attempts = '[{"at":1795185479046,"node":"one","life":2,"error":"not yet"}]' WHERE place = 8
;;
UPDATE intent SET trace = 0, tries = 1, first_ms = 1795185479046, since_ms = 0, looks = 0 WHERE place = 8
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 8, -9223372036854775808, 1795185481569, 'one', 2, 0, 0, 1795185481569, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185481569, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k119'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (18, NULL, 6, 0, 0, 0, 0, 0, 0, 1795185480248, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k119', 18) ON CONFLICT DO NOTHING
;;
SELECT progress FROM delivery WHERE owner = 1 AND message = 'p11'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p11' AND r.speaker = 1 AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 1 AND message = 'p11'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (1, 'p11', '{"status":"read"}', NULL, 1795185480248)
;;
UPDATE bill SET due_ms = min(due_ms, 1795185540248) WHERE owner = 1 AND message = 'p11' AND asked = 0
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE event SET noted_in = 3 WHERE id = 18
;;
UPDATE delivery SET conversation = 3 WHERE owner = 1 AND message = 'p11' AND record IS NULL
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k154'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (19, 2, 0, 0, 0, 0, 1, 0, 0, 1795185480248, '{"keys":["k154"],"conversation":"chat:d","kind":{"message_added":{"id":"m154","author":{"id":"ada"},"content":{"text":"text 154"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795185477729, 11, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k154', 19) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (19, 2, 0, '{"id":"ada"}', 'm154', '{"text":"text 154"}', 1795185480248)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k141'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (20, 3, 0, 0, 4, 1, 0, 0, 0, 1795185480248, '{"keys":["k141"],"conversation":"chat:c","kind":{"message_added":{"id":"m141","author":{"id":"ada"},"content":{"text":"text 141"}}},"addressed":"direct","sequence":4}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001688, 4, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k141', 20) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (20, 3, 0, '{"id":"ada"}', 'm141', '{"text":"text 141"}', 1795185480248)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795185480248, 'm141') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185480248, last_inbound_ms), last_inbound = coalesce('m141', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k118'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (21, 3, 0, 0, 3, 1, 0, 0, 0, 1795185480248, '{"keys":["k118"],"conversation":"chat:c","kind":{"message_added":{"id":"m118","author":{"id":"ada"},"content":{"text":"text 118"}}},"addressed":"direct","sequence":3}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001688, 4, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k118', 21) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (21, 3, 0, '{"id":"ada"}', 'm118', '{"text":"text 118"}', 1795185480248)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 3 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795185480248, 'm118') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185480248, last_inbound_ms), last_inbound = coalesce('m118', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k29'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (22, 3, 0, 0, 4, 0, 0, 0, 0, 1795185480248, '{"keys":["k29"],"conversation":"chat:c","kind":{"message_added":{"id":"m29","author":{"id":"ada"},"content":{"text":"text 29"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001688, 4, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k29', 22) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (22, 3, 0, '{"id":"ada"}', 'm29', '{"text":"text 29"}', 1795185480248)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 2
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 3 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795185480248, 'm29') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185480248, last_inbound_ms), last_inbound = coalesce('m29', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k71'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k151'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (23, 3, 0, 0, 5, 1, 0, 0, 0, 1795185480248, '{"keys":["k71","k151"],"conversation":"chat:c","kind":{"command":{"name":"/do","text":"71","author":{"id":"ada"}}},"addressed":"direct","sequence":5}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001688, 4, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k71', 23) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k151', 23) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (23, 3, 0, '{"id":"ada"}', 'k71', '{"text":"/do 71"}', 1795185480248)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 3 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550102', 1795185480248, 'k71') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185480248, last_inbound_ms), last_inbound = coalesce('k71', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185480248 ORDER BY served, due_ms, tenant
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
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k28'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (24, NULL, 6, 0, 0, 1, 0, 0, 0, 1795185480248, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k28', 24) ON CONFLICT DO NOTHING
;;
SELECT progress FROM delivery WHERE owner = 1 AND message = 'r16'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'r16' AND r.speaker = 1 AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 1 AND message = 'r16'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (1, 'r16', '{"status":"read"}', NULL, 1795185480248)
;;
UPDATE bill SET due_ms = min(due_ms, 1795185540248) WHERE owner = 1 AND message = 'r16' AND asked = 0
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE event SET noted_in = 3 WHERE id = 24
;;
UPDATE delivery SET conversation = 3 WHERE owner = 1 AND message = 'r16' AND record IS NULL
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k170'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (25, NULL, 6, 0, 0, 0, 1, 0, 0, 1795185480248, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k170', 25) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE event SET noted_in = 3 WHERE id = 25
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k117'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (26, NULL, 6, 0, 0, 0, 1, 0, 0, 1795185480248, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k117', 26) ON CONFLICT DO NOTHING
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p13'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p13' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'p13'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'p13', '{"status":"read"}', NULL, 1795185480248)
;;
UPDATE bill SET due_ms = min(due_ms, 1795185540248) WHERE owner = 2 AND message = 'p13' AND asked = 0
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE event SET noted_in = 1 WHERE id = 26
;;
UPDATE delivery SET conversation = 1 WHERE owner = 2 AND message = 'p13' AND record IS NULL
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185480248 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185480248 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 9 WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 9, 1795185487668, -9223372036854775808, 'one', 2, 0, 1, 1795185487668, 4, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185477729, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 9 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185480248 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185480248 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 10 WHERE id = 12
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 10, 1795185487668, 1795185477729, 'one', 2, 0, 1, 1795185487668, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795185487668, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 10 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
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
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185480248 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185480248 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 11 WHERE id = 11
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 11 WHERE id = 13
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 11, 1795185483795, -9223372036854775808, 'one', 2, 0, 1, 1795185483795, 11, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185483795, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 11 WHERE side = 0 AND tenant = 't'
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
SELECT 1 FROM event WHERE conversation = 2 AND stage = 0 AND fence = 11 AND stopped = 1 LIMIT 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 2 AND stage = 0 AND fence = 11
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 12, -9223372036854775808, -9223372036854775808, 'one', 2, 0, 1, 1795185477729, 11, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185477729, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
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
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185480248 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185480248 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 13 WHERE id = 11
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 13 WHERE id = 13
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 13 WHERE id = 19
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 13, 1795185486494, -9223372036854775808, 'one', 2, 0, 1, 1795185486494, 11, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185486494, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 13 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185480248 ORDER BY served, due_ms, tenant
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i3'
;;
SELECT 1 FROM intent WHERE id = 'i4'
;;
SELECT 1 FROM event WHERE id = 11 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 13 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 19 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 11
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 11 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 13
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 13 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 19
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 19 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 2 AND stage = 0 AND fence = 13
;;
DELETE FROM live WHERE conversation = 2
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (27, 'i3', 2, 0, 0, NULL, 0, 0, 1795185480248, '[11,13,19]', '{"to":"chat:d","content":{"text":"reply 61"}}', '[{"label":"choice 0","value":"v"}]', '{"finish":{"message":"r1","shown":1}}')
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (28, 'i4', 2, 0, 0, NULL, 0, 0, 1795185480248, '[11,13,19]', '{"to":"chat:d","content":{"text":"reply 61"}}', '[{"label":"choice 0","value":"v"}]', NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795185480248, 27, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185480248, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT count(*) FROM intent WHERE conversation = 2 AND trace < 3
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT owner FROM conversation WHERE id = 2
;;
UPDATE intent SET answer = 11 WHERE id = 'i3'
;;
UPDATE intent SET answer = 11 WHERE id = 'i4'
;;
INSERT OR REPLACE INTO answer (event, conversation, accepted, content_type, body, within_ms, look_ms) VALUES (11, 2, 0, 'text/plain', x'616e73776572203631', 3847, 469)
;;
SELECT conversation, within_ms, look_ms FROM answer WHERE event = 11
;;
UPDATE intent SET trace = 2, first_ms = coalesce(first_ms, 1795185480248), since_ms = 1795185484095, looks = 0 WHERE answer = 11
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 14, -9223372036854775808, 1795185484564, '', 0, 0, 0, 1795185484564, 27, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185484564, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 15, -9223372036854775808, 1795185480248, 'one', 2, 0, 1, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185487668, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k236'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (29, NULL, 6, 0, 0, 0, 2, 0, 0, 1795185480248, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k236', 29) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE event SET noted_in = 3 WHERE id = 29
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k15'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (30, 2, 0, 0, 0, 0, 0, 0, 0, 1795185480248, '{"keys":["k15"],"conversation":"chat:d","kind":{"message_added":{"id":"m15","author":{"id":"ada"},"content":{"text":"text 15"}}},"addressed":"direct","keyword":"yes"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 15, -9223372036854775808, 1795185480248, 'one', 2, 0, 1, 1795185480248, 30, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185480248, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k15', 30) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (30, 2, 0, '{"id":"ada"}', 'm15', '{"text":"text 15"}', 1795185480248)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 2 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550102', 1795185480248, 'm15') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185480248, last_inbound_ms), last_inbound = coalesce('m15', last_inbound)
;;
UPDATE contact SET opted_out_ms = NULL, opted_out_why = NULL WHERE owner = 1 AND address = '+15550102'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k24'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (31, NULL, 6, 0, 0, 0, 2, 0, 0, 1795185480248, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k24', 31) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i2' AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 1 AND message = 'p15'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p15' AND r.speaker = 1 AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 1 AND message = 'p15'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (1, 'p15', '{"status":"queued"}', NULL, 1795185480248)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE event SET noted_in = 3 WHERE id = 31
;;
UPDATE delivery SET conversation = 3 WHERE owner = 1 AND message = 'p15' AND record IS NULL
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k108'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (32, NULL, 6, 0, 0, 1, 1, 0, 0, 1795185480248, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k108', 32) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (32, 3, 0, '{"id":"ada"}', 'm108', '{"text":"text 108"}', 1795185480248)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 2
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 3 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795185480248, 'm108') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185480248, last_inbound_ms), last_inbound = coalesce('m108', last_inbound)
;;
UPDATE contact SET opted_out_ms = NULL, opted_out_why = NULL WHERE owner = 1 AND address = '+15550100'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE event SET noted_in = 3 WHERE id = 32
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k287'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k13'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO conversation (owner, place) VALUES (3, 'chat:d')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (33, 4, 0, 0, 0, 0, 1, 0, 0, 1795185480248, '{"keys":["k287","k13"],"conversation":"chat:d","kind":{"message_added":{"id":"m287","author":{"id":"ada"},"content":{"text":"text 287"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795185480248, 33, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k287', 33) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k13', 33) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (33, 4, 0, '{"id":"ada"}', 'm287', '{"text":"text 287"}', 1795185480248)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 3, 'US', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 3 AND country = 'US' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 9
;;
SELECT 1 FROM spend WHERE id = 9
;;
SELECT micros FROM money WHERE spend = 9 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (9, 0, 'EUR', 1577893)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 4 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795185480248, 'm287') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185480248, last_inbound_ms), last_inbound = coalesce('m287', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k2'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (34, 3, 0, 0, 5, 0, 2, 0, 0, 1795185480248, '{"keys":["k2"],"conversation":"chat:c","kind":{"message_added":{"id":"m2","author":{"id":"ada"},"content":{"text":"text 2"}}},"addressed":"aside"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 9, 1795185487668, -9223372036854775808, 'one', 2, 0, 1, 1795185487668, 4, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k2', 34) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (34, 3, 0, '{"id":"ada"}', 'm2', '{"text":"text 2"}', 1795185480248)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, '', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 4
;;
SELECT 1 FROM spend WHERE id = 4
;;
SELECT micros FROM money WHERE spend = 4 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (4, 0, 'USD', 650021)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT 1 FROM event WHERE conversation = 1 AND stage = 0 AND fence = 10 AND stopped = 1 LIMIT 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 10, 1795185496919, 1795185477729, 'one', 2, 0, 1, 1795185496919, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795185496919, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k219'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (35, 3, 0, 0, 5, 0, 0, 0, 0, 1795185480248, '{"keys":["k219"],"conversation":"chat:c","kind":{"message_added":{"id":"m219","author":{"id":"ada"},"content":{"text":"text 219"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 9, 1795185487668, -9223372036854775808, 'one', 2, 0, 1, 1795185487668, 4, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k219', 35) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (35, 3, 0, '{"id":"ada"}', 'm219', '{"text":"text 219"}', 1795185480248)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'US', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'US' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 10
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 3 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795185480248, 'm219') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185480248, last_inbound_ms), last_inbound = coalesce('m219', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT 1 FROM event WHERE conversation = 1 AND stage = 0 AND fence = 10 AND stopped = 1 LIMIT 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 1 AND stage = 0 AND fence = 10
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 16, -9223372036854775808, 1795185477729, 'one', 2, 0, 1, 1795185477729, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795185477729, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185480467 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i5'
;;
SELECT 1 FROM intent WHERE id = 'i6'
;;
SELECT 1 FROM event WHERE id = 4 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 4
;;
UPDATE event SET stage = 1, replies = 1, fence = 0 WHERE id = 4 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 3 AND stage = 0 AND fence = 9
;;
DELETE FROM live WHERE conversation = 3
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (36, 'i5', 3, 0, 0, NULL, 0, 0, 1795185480467, '[4]', '{"to":"chat:c","content":{"text":"reply 71"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', '{"finish":{"message":"r1","shown":null}}')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795185480467, 36, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185480467, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (37, 'i6', 3, 0, 0, NULL, 0, 0, 1795185480467, '[]', '{"to":"chat:c","content":{"text":"reply 71"}}', NULL, NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795185480467, 36, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (1, 6)
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 17, -9223372036854775808, 1795185480467, 'one', 2, 0, 1, 1795185480467, 6, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185480467 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185480467 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
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
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 18, 1795185486995, -9223372036854775808, 'two', 1, 0, 0, 1795185486995, 36, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185484564, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795185480467, since_ms = 0, looks = 0 WHERE place = 36
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 18 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185480467 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k233'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (38, 3, 0, 0, 5, 0, 0, 0, 0, 1795185480467, '{"keys":["k233"],"conversation":"chat:c","kind":{"message_added":{"id":"m233","author":{"id":"ada"},"content":{"text":"text 233"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (1, 6)
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 17, -9223372036854775808, 1795185480467, 'one', 2, 0, 1, 1795185480467, 6, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k233', 38) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (38, 3, 0, '{"id":"ada"}', 'm233', '{"text":"text 233"}', 1795185480467)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795185480467, 'm233') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185480467, last_inbound_ms), last_inbound = coalesce('m233', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k16'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (39, NULL, 6, 0, 0, 0, 0, 0, 0, 1795185480467, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k16', 39) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (2, 'chat:d')
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
UPDATE conversation SET state = '"inactive"', state_ms = NULL WHERE id = 5
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE event SET noted_in = 5 WHERE id = 39
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k144'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k279'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (40, NULL, 6, 0, 0, 0, 2, 0, 0, 1795185480467, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k144', 40) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k279', 40) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE event SET noted_in = 3 WHERE id = 40
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k21'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (41, 2, 0, 0, 0, 1, 2, 0, 0, 1795185480467, '{"keys":["k21"],"conversation":"chat:d","kind":{"message_added":{"id":"m21","author":{"id":"ada"},"content":{"text":"text 21"}}},"addressed":"aside","sequence":0}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 15, -9223372036854775808, 1795185480248, 'one', 2, 0, 1, 1795185480248, 30, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k21', 41) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (41, 2, 0, '{"id":"ada"}', 'm21', '{"text":"text 21"}', 1795185480467)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 11
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795185480467, 'm21') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185480467, last_inbound_ms), last_inbound = coalesce('m21', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k158'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (42, 2, 0, 0, 0, 0, 1, 0, 0, 1795185480467, '{"keys":["k158"],"conversation":"chat:d","kind":{"message_added":{"id":"m158","author":{"id":"ada"},"content":{"text":"text 158"}}},"addressed":"ambient"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 15, -9223372036854775808, 1795185480248, 'one', 2, 0, 1, 1795185480248, 30, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k158', 42) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (42, 2, 0, '{"id":"ada"}', 'm158', '{"text":"text 158"}', 1795185480467)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795185480467, 'm158') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185480467, last_inbound_ms), last_inbound = coalesce('m158', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k102'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k183'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (43, 2, 0, 0, 0, 0, 2, 0, 0, 1795185480467, '{"keys":["k102","k183"],"conversation":"chat:d","kind":{"message_added":{"id":"m102","author":{"id":"ada"},"content":{"text":"text 102"}}},"addressed":"aside"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 15, -9223372036854775808, 1795185480248, 'one', 2, 0, 1, 1795185480248, 30, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k102', 43) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k183', 43) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (43, 2, 0, '{"id":"ada"}', 'm102', '{"text":"text 102"}', 1795185480467)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 11
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795185480467, 'm102') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185480467, last_inbound_ms), last_inbound = coalesce('m102', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i5'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i5'
;;
SELECT attempts FROM intent WHERE place = 36
;;
UPDATE intent SET attempts = '[{"at":1795185480872,"node":"two","life":1,"error":"not yet"}]' WHERE place = 36
;;
UPDATE intent SET trace = 0, tries = 1, first_ms = 1795185480467, since_ms = 0, looks = 0 WHERE place = 36
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 19, -9223372036854775808, 1795185482771, 'two', 1, 0, 0, 1795185482771, 36, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185482771, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185480872 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185482714 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185482714 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 20 WHERE id = 12
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 20, 1795185496511, 1795185477729, 'one', 2, 0, 1, 1795185496511, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795185496511, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 20 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185482714 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185482714 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 21 WHERE id = 30
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 21, 1795185490148, 1795185480248, 'two', 1, 0, 1, 1795185490148, 30, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 21 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185482714 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185482714 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 33
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 33 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185480467, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185482714 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185482714 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (1, 6)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 22 WHERE id = 6
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (1, 6)
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 22, 1795185490148, 1795185480467, 'two', 1, 0, 1, 1795185490148, 6, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185490148, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 22 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185482714 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM event WHERE conversation = 3 AND stage = 0 AND fence = 22 AND stopped = 1 LIMIT 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 3 AND stage = 0 AND fence = 22
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (1, 6)
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 23, -9223372036854775808, 1795185480467, 'two', 1, 0, 1, 1795185480467, 6, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185480467, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (1, 6)
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 21)
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k296'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (44, NULL, 6, 0, 0, 0, 2, 0, 0, 1795185482714, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k296', 44) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i1'
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k72'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (45, 2, 0, 0, 0, 0, 0, 0, 0, 1795185482714, '{"keys":["k72"],"conversation":"chat:d","kind":{"message_added":{"id":"m72","author":{"id":"ada"},"content":{"text":"text 72"}}},"addressed":"direct","keyword":"yes"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 21, 1795185490148, 1795185480248, 'two', 1, 0, 1, 1795185490148, 30, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k72', 45) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (45, 2, 0, '{"id":"ada"}', 'm72', '{"text":"text 72"}', 1795185482714)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795185482714, 'm72') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185482714, last_inbound_ms), last_inbound = coalesce('m72', last_inbound)
;;
UPDATE contact SET opted_out_ms = NULL, opted_out_why = NULL WHERE owner = 1 AND address = '+15550100'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k281'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k29'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k281', 22) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k29', 22) ON CONFLICT DO NOTHING
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k177'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (46, 3, 0, 0, 6, 1, 0, 0, 0, 1795185482714, '{"keys":["k177"],"conversation":"chat:c","kind":{"message_added":{"id":"m177","author":{"id":"ada"},"content":{"text":"text 177"}}},"addressed":"direct","sequence":6}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (1, 6)
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 23, -9223372036854775808, 1795185480467, 'two', 1, 0, 1, 1795185480467, 6, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k177', 46) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (46, 3, 0, '{"id":"ada"}', 'm177', '{"text":"text 177"}', 1795185482714)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'US', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'US' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 10
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k289'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k127'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (47, NULL, 6, 0, 0, 0, 2, 0, 0, 1795185482714, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k289', 47) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k127', 47) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (47, 2, 0, '{"id":"ada"}', 'm289', '{"text":"text 289"}', 1795185482714)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795185482714, 'm289') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185482714, last_inbound_ms), last_inbound = coalesce('m289', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE event SET noted_in = 2 WHERE id = 47
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185483970 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185483970 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (1, 6)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 24 WHERE id = 6
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 24 WHERE id = 9
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 24 WHERE id = 10
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (1, 6)
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 24, 1795185484274, 1795185480467, 'two', 1, 0, 1, 1795185484274, 6, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185484274, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 24 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185483970 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM event WHERE id = 6 AND conversation = 3 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 62 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 6
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 6 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 3 AND stage = 0 AND fence = 24
;;
DELETE FROM live WHERE conversation = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 25, -9223372036854775808, 1795185483970, 'two', 1, 2, 1, 1795185483970, 9, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185483970, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185486392 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185486392 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 21)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 26 WHERE id = 9
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 26 WHERE id = 10
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 26 WHERE id = 14
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 26 WHERE id = 21
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 26, 1795185491226, 1795185483970, 'one', 2, 2, 1, 1795185491226, 9, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185490148, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 26 WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
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
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
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
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185486392 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
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
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185486392 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185486392 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 27, 1795185498504, 1795185481569, 'one', 2, 0, 0, 1795185498504, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185498504, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 1, first_ms = 1795185479046, since_ms = 0, looks = 0 WHERE place = 8
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 27 WHERE side = 1 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185486392 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185486392 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 28, 1795185498504, 1795185482771, 'one', 2, 0, 0, 1795185498504, 36, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185484564, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 1, first_ms = 1795185480467, since_ms = 0, looks = 0 WHERE place = 36
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 28 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185486392 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i5'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i5'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, '', 'whatsapp', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = '' AND channel = 'whatsapp' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 12
;;
SELECT 1 FROM spend WHERE id = 12
;;
SELECT micros FROM money WHERE spend = 12 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (12, 0, 'USD', 2878743)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i5', 12, 3, 'USD', 2878743, 1)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 1 AND cursor > 17 ORDER BY cursor LIMIT 7
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, name FROM person WHERE conversation = 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 11
;;
SELECT conversation, within_ms, look_ms FROM answer WHERE event = 11
;;
UPDATE intent SET trace = 2, first_ms = coalesce(first_ms, 1795185486392), since_ms = 1795185490239, looks = 0 WHERE answer = 11
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 29, -9223372036854775808, 1795185490708, '', 0, 0, 0, 1795185490708, 27, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185490708, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 1 AND changed > 17 AND cursor <= 17 ORDER BY changed LIMIT 7
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 1 AND cursor > 17 ORDER BY cursor LIMIT 7
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = '17'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 17
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
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('one', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'one' AND life < 3 AND until_ms > -9223372036854775808
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 20, 1795185496511, 1795185477729, 'one', 2, 0, 1, 1795185477729, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795185477729, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 27, 1795185498504, 1795185481569, 'one', 2, 0, 0, 1795185481569, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185481569, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 26, 1795185491226, 1795185483970, 'one', 2, 2, 1, 1795185483970, 9, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185483970, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 28, 1795185498504, 1795185482771, 'one', 2, 0, 0, 1795185482771, 36, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185482771, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185487985 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185487985 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 30, 1795185497754, 1795185481569, 'two', 1, 0, 0, 1795185497754, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185497754, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 1, first_ms = 1795185479046, since_ms = 1795185498504, looks = 0 WHERE place = 8
;;
SELECT message FROM receipt WHERE conversation = 1 AND at_ms >= 1795184879046 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 30 WHERE side = 1 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185487985 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185487985 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
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
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 31, 1795185497754, 1795185482771, 'two', 1, 0, 0, 1795185497754, 36, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185490708, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 1, first_ms = 1795185480467, since_ms = 1795185498504, looks = 0 WHERE place = 36
;;
SELECT message FROM receipt WHERE conversation = 3 AND at_ms >= 1795184880467 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 31 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185487985 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i5'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i5'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 4 AND cursor > 41 ORDER BY cursor LIMIT 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, name FROM person WHERE conversation = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 11
;;
SELECT conversation, within_ms, look_ms FROM answer WHERE event = 11
;;
UPDATE intent SET trace = 2, first_ms = coalesce(first_ms, 1795185487985), since_ms = 1795185491832, looks = 0 WHERE answer = 11
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 32, -9223372036854775808, 1795185492301, '', 0, 0, 0, 1795185492301, 27, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185492301, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 4 AND changed > 41 AND cursor <= 41 ORDER BY changed LIMIT 3
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 4 AND cursor > 41 ORDER BY cursor LIMIT 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = 'k57'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 0 ORDER BY s.id DESC LIMIT 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i5'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i5'
;;
SELECT attempts FROM intent WHERE place = 36
;;
UPDATE intent SET attempts = '[{"at":1795185480872,"node":"two","life":1,"error":"not yet"},{"at":1795185487985,"node":"two","life":1,"error":"no such number"}]' WHERE place = 36
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT stage, replies FROM event WHERE id = 4
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 4 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
UPDATE intent SET trace = 3, maybe = 1, since_ms = 1795185498504 WHERE place = 36
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 1, 'i5', 3, 'no such number', 1795185487985)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 31, 1795185497754, 1795185487985, 'two', 1, 0, 0, 1795185497754, 37, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 33, -9223372036854775808, 1795185487985, 'two', 1, 0, 0, 1795185487985, 37, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185487985, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 30, 1795185492083, 1795185481569, 'two', 1, 0, 0, 1795185492083, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185492083, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185489479 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185489479 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 34, 1795185493680, 1795185487985, 'one', 3, 0, 0, 1795185493680, 37, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185492301, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795185489479, since_ms = 0, looks = 0 WHERE place = 37
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 34 WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i6'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 1 AND address = '+15550102'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i6'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20777 AND s.owner = 1 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND (NULL IS NULL OR s.channel = NULL)
;;
SELECT micros FROM money WHERE spend = 12 AND kind = 0 AND currency = 'USD'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 34, 1795185506177, 1795185487985, 'one', 3, 0, 0, 1795185506177, 37, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185492964 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185492964 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 12
;;
UPDATE event SET attempts = '[{"at":1795185492964,"node":"one","life":2,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 12
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 35 WHERE id = 12
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 35, 1795185501413, 1795185477729, 'two', 1, 0, 1, 1795185501413, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795185501413, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 35 WHERE side = 0 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185492964 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185492964 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 21)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 9
;;
UPDATE event SET attempts = '[{"at":1795185492964,"node":"one","life":2,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 9
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 36 WHERE id = 9
;;
SELECT attempts FROM event WHERE id = 10
;;
UPDATE event SET attempts = '[{"at":1795185492964,"node":"one","life":2,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 10
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 36 WHERE id = 10
;;
SELECT attempts FROM event WHERE id = 14
;;
UPDATE event SET attempts = '[{"at":1795185492964,"node":"one","life":2,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 14
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 36 WHERE id = 14
;;
SELECT attempts FROM event WHERE id = 21
;;
UPDATE event SET attempts = '[{"at":1795185492964,"node":"one","life":2,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 21
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 36 WHERE id = 21
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 36 WHERE id = 20
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 36, 1795185501413, 1795185483970, 'two', 1, 2, 1, 1795185501413, 9, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185490148, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 36 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185492964 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185492964 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 30
;;
UPDATE event SET attempts = '[{"at":1795185492964,"node":"two","life":1,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 30
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 37 WHERE id = 30
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 37 WHERE id = 41
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 37 WHERE id = 42
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 37 WHERE id = 43
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 37 WHERE id = 45
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 37, 1795185501413, 1795185480248, 'two', 1, 0, 1, 1795185501413, 30, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185501413, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 37 WHERE side = 0 AND tenant = 't'
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
INSERT INTO node (name, life) VALUES ('two', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 2 AND until_ms > -9223372036854775808
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 35, 1795185501413, 1795185477729, 'two', 1, 0, 1, 1795185477729, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795185477729, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 30, 1795185492083, 1795185481569, 'two', 1, 0, 0, 1795185481569, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185481569, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 37, 1795185501413, 1795185480248, 'two', 1, 0, 1, 1795185480248, 30, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185480248, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 36, 1795185501413, 1795185483970, 'two', 1, 2, 1, 1795185483970, 9, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k236'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k236', 29) ON CONFLICT DO NOTHING
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i7'
;;
SELECT 1 FROM event WHERE id = 30 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 41 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 42 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 43 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 45 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 30
;;
UPDATE event SET stage = 1, replies = 1, fence = 0 WHERE id = 30 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 41
;;
UPDATE event SET stage = 1, replies = 1, fence = 0 WHERE id = 41 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 42
;;
UPDATE event SET stage = 1, replies = 1, fence = 0 WHERE id = 42 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 43
;;
UPDATE event SET stage = 1, replies = 1, fence = 0 WHERE id = 43 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 45
;;
UPDATE event SET stage = 1, replies = 1, fence = 0 WHERE id = 45 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 2 AND stage = 0 AND fence = 37
;;
DELETE FROM live WHERE conversation = 2
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (48, 'i7', 2, 0, 0, NULL, 0, 0, 1795185492964, '[30,41,42,43,45]', '{"to":"chat:d","content":{"text":"reply 117"}}', NULL, NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 32, -9223372036854775808, 1795185492301, '', 0, 0, 0, 1795185492301, 27, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
SELECT count(*) FROM intent WHERE conversation = 2 AND trace < 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 38, -9223372036854775808, 1795185492964, 'two', 1, 1, 1, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185483970, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185492964 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185492964 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 39, 1795185500060, 1795185481569, 'one', 3, 0, 0, 1795185500060, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185500060, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 1, first_ms = 1795185479046, since_ms = 1795185498504, looks = 0 WHERE place = 8
;;
SELECT message FROM receipt WHERE conversation = 1 AND at_ms >= 1795184879046 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 39 WHERE side = 1 AND tenant = 'u'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i2'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i2'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT attempts FROM intent WHERE place = 8
;;
UPDATE intent SET attempts = '[{"at":1795185479046,"node":"one","life":2,"error":"not yet"},{"at":1795185492964,"node":"one","life":3,"error":"not yet"}]' WHERE place = 8
;;
UPDATE intent SET trace = 0, tries = 2, first_ms = 1795185479046, since_ms = 1795185498504, looks = 0 WHERE place = 8
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 40, -9223372036854775808, 1795185493022, 'one', 3, 0, 0, 1795185493022, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185493022, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
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
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i5'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM event WHERE conversation = 3 AND stage = 0 AND fence = 36 AND stopped = 1 LIMIT 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 3 AND stage = 0 AND fence = 36
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 41, -9223372036854775808, 1795185483970, 'two', 1, 2, 1, 1795185483970, 9, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 21)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185495108 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185495108 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 42, 1795185495609, 1795185492301, 'one', 3, 0, 0, 1795185495609, 27, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185495609, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795185480248, since_ms = 1795185491832, looks = 0 WHERE place = 27
;;
SELECT message FROM receipt WHERE conversation = 2 AND at_ms >= 1795184880248 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 42 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185495108 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185495108 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 43, 1795185495609, 1795185493022, 'one', 3, 0, 0, 1795185495609, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185495609, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 2, first_ms = 1795185479046, since_ms = 1795185498504, looks = 0 WHERE place = 8
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 43 WHERE side = 1 AND tenant = 'u'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i2'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185495108 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185495108 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 12
;;
UPDATE event SET attempts = '[{"at":1795185492964,"node":"one","life":2,"error":"the process ended, or lost its lease, before the turn did"},{"at":1795185495108,"node":"two","life":1,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 12
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 44 WHERE id = 12
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 44, 1795185500253, 1795185477729, 'two', 2, 0, 1, 1795185500253, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795185500253, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 44 WHERE side = 0 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185495108 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185495108 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 45 WHERE id = 9
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 45 WHERE id = 10
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 45, 1795185500253, 1795185483970, 'two', 2, 2, 1, 1795185500253, 9, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185500253, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 45 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185495108 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i5'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k86'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (49, NULL, 6, 0, 0, 0, 2, 0, 0, 1795185495108, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k86', 49) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (49, 5, 0, '{"id":"ada"}', 'm86', '{"text":"text 86"}', 1795185495108)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 5 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795185495108, 'm86') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185495108, last_inbound_ms), last_inbound = coalesce('m86', last_inbound)
;;
INSERT INTO contact (owner, address, opted_out_ms, opted_out_why) VALUES (2, '+15550102', 1795185495108, 'they wrote the keyword') ON CONFLICT (owner, address) DO UPDATE SET opted_out_ms = 1795185495108, opted_out_why = 'they wrote the keyword' WHERE opted_out_ms IS NULL
;;
SELECT id FROM conversation WHERE owner = 2 AND contact = '+15550102'
;;
SELECT DISTINCT answer FROM intent WHERE conversation = 5 AND trace < 3 AND answer IS NOT NULL
;;
SELECT i.id FROM conversation c JOIN intent i ON i.conversation = c.id WHERE c.owner = 2 AND c.contact = '+15550102' AND i.trace = 0 ORDER BY i.place
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
UPDATE conversation SET state = '"active"', state_ms = NULL WHERE id = 5
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE event SET noted_in = 5 WHERE id = 49
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k233'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k205'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k233', 38) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k205', 38) ON CONFLICT DO NOTHING
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k173'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (50, NULL, 6, 0, 0, 0, 1, 0, 0, 1795185495108, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k173', 50) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (50, 3, 0, '{"id":"ada"}', 'm173', '{"text":"text 173"}', 1795185495108)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 11
;;
SELECT 1 FROM spend WHERE id = 11
;;
SELECT micros FROM money WHERE spend = 11 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (11, 0, 'USD', 659277)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 3 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795185495108, 'm173') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185495108, last_inbound_ms), last_inbound = coalesce('m173', last_inbound)
;;
UPDATE contact SET opted_out_ms = NULL, opted_out_why = NULL WHERE owner = 1 AND address = '+15550101'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE event SET noted_in = 3 WHERE id = 50
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795185495108 ORDER BY b.due_ms, b.id LIMIT 0
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 4 AND cursor > 28 ORDER BY cursor LIMIT 4
;;
SELECT name FROM person WHERE conversation = 4 AND id = 'ada'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, name FROM person WHERE conversation = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 30
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 4 AND changed > 28 AND cursor <= 28 ORDER BY changed LIMIT 4
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 4 AND cursor > 28 ORDER BY cursor LIMIT 4
;;
SELECT name FROM person WHERE conversation = 4 AND id = 'ada'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = '28'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 28
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 0 ORDER BY s.id DESC LIMIT 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i8'
;;
SELECT 1 FROM intent WHERE id = 'i9'
;;
SELECT 1 FROM event WHERE id = 9 AND conversation = 3 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 10 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 9
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 9 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 10
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 10 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 3 AND stage = 0 AND fence = 45
;;
DELETE FROM live WHERE conversation = 3
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (51, 'i8', 3, 0, 0, NULL, 0, 0, 1795185495108, '[9,10]', '{"to":"chat:c","content":{"text":"reply 128"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', '{"discard":{"message":null,"live":"l","since":1795185495108}}')
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (52, 'i9', 3, 0, 0, NULL, 0, 0, 1795185495108, '[9,10]', '{"to":"chat:c","content":{"text":"reply 128"}}', NULL, NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 34, 1795185506177, 1795185487985, 'one', 3, 0, 0, 1795185506177, 37, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 46, -9223372036854775808, 1795185495108, 'two', 2, 2, 1, 1795185495108, 14, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185495108, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k217'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k221'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO conversation (owner, place) VALUES (3, 'chat:c')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 6 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (53, 6, 0, 0, 4, 1, 0, 0, 0, 1795185495108, '{"keys":["k217","k221"],"conversation":"chat:c","kind":{"message_added":{"id":"m217","author":{"id":"ada"},"content":{"text":"text 217"}}},"addressed":"mention","sequence":4}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 6 AND stage = 0 AND (place, id) >= (4, 53)
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 6
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (6, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795185497108, 53, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k217', 53) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k221', 53) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (53, 6, 0, '{"id":"ada"}', 'm217', '{"text":"text 217"}', 1795185495108)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 3, 'GB', 'whatsapp', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 3 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 13
;;
SELECT 1 FROM spend WHERE id = 13
;;
SELECT micros FROM money WHERE spend = 13 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (13, 0, 'USD', 827413)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795185495108, 'm217') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185495108, last_inbound_ms), last_inbound = coalesce('m217', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k299'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (54, NULL, 6, 0, 0, 1, 1, 0, 0, 1795185495108, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k299', 54) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE event SET noted_in = 3 WHERE id = 54
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k229'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (55, NULL, 6, 0, 0, 0, 0, 0, 0, 1795185495108, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k229', 55) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE event SET noted_in = 2 WHERE id = 55
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185495108 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185495108 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 47 WHERE id = 14
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 47, 1795185512143, 1795185495108, 'two', 2, 2, 1, 1795185512143, 14, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185497108, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 47 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185495108 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
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
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185495108 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i5'
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
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i5'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM live WHERE id = 'l44'
;;
INSERT INTO live (id, conversation, message, text, since_ms) VALUES ('l44', 3, NULL, 'x', 1795185495108)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
UPDATE live SET message = 'r1' WHERE id = 'l44' AND conversation = 3
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id, message, text, since_ms FROM live WHERE conversation = 3 ORDER BY place
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id FROM event WHERE conversation = 3 AND stage = 0 AND fence = 47
;;
UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, 1795185495108), retry_ms = 1795185498538 WHERE id = 14
;;
SELECT attempts FROM event WHERE id = 14
;;
UPDATE event SET attempts = '[{"at":1795185492964,"node":"one","life":2,"error":"the process ended, or lost its lease, before the turn did"},{"at":1795185495108,"node":"two","life":2,"error":"no idea"}]' WHERE id = 14
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 3 AND stage = 0 AND fence = 47
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 21)
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 48, -9223372036854775808, 1795185498538, 'two', 2, 2, 1, 1795185498538, 21, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i5' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT message, causes, maybe, attempts FROM intent WHERE id = 'i5'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i5' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT message, causes, maybe, attempts FROM intent WHERE id = 'i5'
;;
DELETE FROM shelved WHERE id = 1
;;
INSERT OR REPLACE INTO decided (name, decision, at_ms) VALUES ('i5', 3, 1795185495108)
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i5'
;;
DELETE FROM intent WHERE id = 'i5'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i5'
;;
DELETE FROM charge WHERE intent = 'i5'
;;
SELECT stage, replies FROM event WHERE id = 4
;;
SELECT count(*) FROM intent i, json_each(i.causes) c WHERE i.conversation = 3 AND i.trace < 3 AND i.id <> 'i5' AND c.value = 4
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i5'
;;
SELECT s.shelf FROM intent i, json_each(i.causes) c JOIN shelved s ON s.name = i.id WHERE i.conversation = 3 AND i.trace = 3 AND i.id <> 'i5' AND c.value = 4
;;
SELECT stage, replies FROM event WHERE id = 4
;;
UPDATE tally SET dead = dead - 1
;;
UPDATE event SET stage = 1, replies = 1 WHERE id = 4
;;
UPDATE event SET stage = 8, replies = 0, fence = 0 WHERE id = 4 AND stage IN (0, 1)
;;
UPDATE tally SET dropped = dropped + 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i5' ORDER BY s.shelf, s.id LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i5' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT decision, at_ms FROM decided WHERE name = 'i5'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT 1 FROM live WHERE id = 'l45'
;;
INSERT INTO live (id, conversation, message, text, since_ms) VALUES ('l45', 1, NULL, 'x', 1795185495108)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
DELETE FROM live WHERE id = 'l45' AND conversation = 1 AND NULL IS NULL
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, message, text, since_ms FROM live WHERE conversation = 1 ORDER BY place
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k35'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (56, NULL, 6, 0, 0, 0, 0, 0, 0, 1795185495108, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k35', 56) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE event SET noted_in = 2 WHERE id = 56
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k82'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k213'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (57, 3, 0, 0, 3, 1, 1, 0, 0, 1795185495108, '{"keys":["k82","k213"],"conversation":"chat:c","kind":{"message_added":{"id":"m82","author":{"id":"ada"},"content":{"text":"text 82"}}},"addressed":"ambient","keyword":"yes","sequence":3}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 21)
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 48, -9223372036854775808, 1795185498538, 'two', 2, 2, 1, 1795185498538, 21, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k82', 57) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k213', 57) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (57, 3, 0, '{"id":"ada"}', 'm82', '{"text":"text 82"}', 1795185495108)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795185495108, 'm82') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185495108, last_inbound_ms), last_inbound = coalesce('m82', last_inbound)
;;
UPDATE contact SET opted_out_ms = NULL, opted_out_why = NULL WHERE owner = 1 AND address = '+15550101'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
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
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185495108 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i5'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185495108 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i5'
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i5'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id FROM event WHERE conversation = 1 AND stage = 0 AND fence = 44
;;
UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, 1795185495108), retry_ms = 1795185498106 WHERE id = 12
;;
SELECT attempts FROM event WHERE id = 12
;;
UPDATE event SET attempts = '[{"at":1795185492964,"node":"one","life":2,"error":"the process ended, or lost its lease, before the turn did"},{"at":1795185495108,"node":"two","life":1,"error":"the process ended, or lost its lease, before the turn did"},{"at":1795185495108,"node":"two","life":2,"error":"no idea"}]' WHERE id = 12
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 1 AND stage = 0 AND fence = 44
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 49, -9223372036854775808, 1795185495700, 'two', 2, 0, 1, 1795185498106, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795185498106, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185495108 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i2'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i2'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT attempts FROM intent WHERE place = 8
;;
UPDATE intent SET attempts = '[{"at":1795185479046,"node":"one","life":2,"error":"not yet"},{"at":1795185492964,"node":"one","life":3,"error":"not yet"},{"at":1795185495108,"node":"one","life":3,"error":"not yet"}]' WHERE place = 8
;;
UPDATE intent SET trace = 0, tries = 3, first_ms = 1795185479046, since_ms = 1795185498504, looks = 0 WHERE place = 8
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 50, -9223372036854775808, 1795185499344, 'one', 3, 0, 0, 1795185499344, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185499344, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i3'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i3'
;;
SELECT attempts FROM intent WHERE place = 27
;;
UPDATE intent SET attempts = '[{"at":1795185495108,"node":"one","life":3,"error":"fog"}]' WHERE place = 27
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
UPDATE intent SET answer = NULL WHERE answer = 11
;;
DELETE FROM answer WHERE event = 11
;;
SELECT stage, replies FROM event WHERE id = 11
;;
UPDATE event SET stage = 4, replies = 0, fence = 0 WHERE id = 11 AND stage IN (0, 1)
;;
UPDATE tally SET held = held + 1
;;
SELECT stage, replies FROM event WHERE id = 13
;;
UPDATE event SET stage = 4, replies = 0, fence = 0 WHERE id = 13 AND stage IN (0, 1)
;;
UPDATE tally SET held = held + 1
;;
SELECT stage, replies FROM event WHERE id = 19
;;
UPDATE event SET stage = 4, replies = 0, fence = 0 WHERE id = 19 AND stage IN (0, 1)
;;
UPDATE tally SET held = held + 1
;;
UPDATE intent SET trace = 3, maybe = 1, since_ms = 1795185491832 WHERE place = 27
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (0, 1, 'i3', 2, 'fog', 1795185495108)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 42, 1795185495609, 1795185495108, 'one', 3, 0, 0, 1795185495609, 28, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 51, -9223372036854775808, 1795185495108, 'one', 3, 0, 0, 1795185495108, 28, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185495108, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i6'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i6'
;;
SELECT attempts FROM intent WHERE place = 37
;;
UPDATE intent SET attempts = '[{"at":1795185495108,"node":"one","life":3,"error":"no such number"}]' WHERE place = 37
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
UPDATE intent SET trace = 3, maybe = 0, since_ms = 0 WHERE place = 37
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 1, 'i6', 3, 'no such number', 1795185495108)
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i6'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 34, 1795185506177, 1795185495108, 'one', 3, 0, 0, 1795185506177, 51, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 52, -9223372036854775808, 1795185495108, 'one', 3, 0, 0, 1795185495108, 51, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185495772 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795185495772 ORDER BY b.due_ms, b.id LIMIT 5
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
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('one', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'one' AND life < 4 AND until_ms > -9223372036854775808
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185495772 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185495772 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 53, 1795185513155, 1795185495108, 'one', 4, 0, 0, 1795185513155, 28, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795185480248, since_ms = 1795185491832, looks = 0 WHERE place = 28
;;
SELECT message FROM receipt WHERE conversation = 2 AND at_ms >= 1795184880248 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 53 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185495772 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i4'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'sms', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'sms' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 14
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i4', 14, 2, NULL, NULL, 1)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k213'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k166'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (58, 4, 0, 0, 2, 1, 0, 0, 0, 1795185495772, '{"keys":["k213","k166"],"conversation":"chat:d","kind":{"message_added":{"id":"m213","author":{"id":"ada"},"content":{"text":"text 213"}}},"addressed":"direct","sequence":2}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 4 AND stage = 0 AND (place, id) >= (2, 58)
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795185497772, 58, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k213', 58) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k166', 58) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (58, 4, 0, '{"id":"ada"}', 'm213', '{"text":"text 213"}', 1795185495772)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 3, '', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 3 AND country = '' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 15
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i4'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i4'
;;
SELECT attempts FROM intent WHERE place = 28
;;
UPDATE intent SET attempts = '[{"at":1795185495772,"node":"one","life":4,"error":"fog"}]' WHERE place = 28
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT stage, replies FROM event WHERE id = 11
;;
UPDATE event SET stage = 4, replies = 0, fence = 0 WHERE id = 11 AND stage IN (0, 1)
;;
SELECT stage, replies FROM event WHERE id = 13
;;
UPDATE event SET stage = 4, replies = 0, fence = 0 WHERE id = 13 AND stage IN (0, 1)
;;
SELECT stage, replies FROM event WHERE id = 19
;;
UPDATE event SET stage = 4, replies = 0, fence = 0 WHERE id = 19 AND stage IN (0, 1)
;;
UPDATE intent SET trace = 3, maybe = 1, since_ms = 1795185491832 WHERE place = 28
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (0, 1, 'i4', 2, 'fog', 1795185495772)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 53, 1795185513155, 1795185495772, 'one', 4, 0, 0, 1795185513155, 48, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 54, -9223372036854775808, 1795185495772, 'one', 4, 0, 0, 1795185495772, 48, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i4' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT message, causes, maybe, attempts FROM intent WHERE id = 'i4'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i4' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT message, causes, maybe, attempts FROM intent WHERE id = 'i4'
;;
DELETE FROM shelved WHERE id = 3
;;
INSERT OR REPLACE INTO decided (name, decision, at_ms) VALUES ('i4', 3, 1795185495827)
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i4'
;;
DELETE FROM intent WHERE id = 'i4'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i4'
;;
DELETE FROM charge WHERE intent = 'i4'
;;
SELECT stage, replies FROM event WHERE id = 11
;;
SELECT count(*) FROM intent i, json_each(i.causes) c WHERE i.conversation = 2 AND i.trace < 3 AND i.id <> 'i4' AND c.value = 11
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i4'
;;
SELECT s.shelf FROM intent i, json_each(i.causes) c JOIN shelved s ON s.name = i.id WHERE i.conversation = 2 AND i.trace = 3 AND i.id <> 'i4' AND c.value = 11
;;
SELECT stage, replies FROM event WHERE id = 11
;;
SELECT stage, replies FROM event WHERE id = 13
;;
SELECT count(*) FROM intent i, json_each(i.causes) c WHERE i.conversation = 2 AND i.trace < 3 AND i.id <> 'i4' AND c.value = 13
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i4'
;;
SELECT s.shelf FROM intent i, json_each(i.causes) c JOIN shelved s ON s.name = i.id WHERE i.conversation = 2 AND i.trace = 3 AND i.id <> 'i4' AND c.value = 13
;;
SELECT stage, replies FROM event WHERE id = 13
;;
SELECT stage, replies FROM event WHERE id = 19
;;
SELECT count(*) FROM intent i, json_each(i.causes) c WHERE i.conversation = 2 AND i.trace < 3 AND i.id <> 'i4' AND c.value = 19
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i4'
;;
SELECT s.shelf FROM intent i, json_each(i.causes) c JOIN shelved s ON s.name = i.id WHERE i.conversation = 2 AND i.trace = 3 AND i.id <> 'i4' AND c.value = 19
;;
SELECT stage, replies FROM event WHERE id = 19
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i4' ORDER BY s.shelf, s.id LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i4' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT decision, at_ms FROM decided WHERE name = 'i4'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '1' ORDER BY s.shelf, s.id LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '1' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT decision, at_ms FROM decided WHERE name = '1'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '1' ORDER BY s.shelf, s.id LIMIT 1
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '1' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT decision, at_ms FROM decided WHERE name = '1'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 2 AND cursor > 43 ORDER BY cursor LIMIT 5
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
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
SELECT accepted, content_type, body FROM answer WHERE event = 11
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 2 AND changed > 43 AND cursor <= 43 ORDER BY changed LIMIT 5
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed FROM record WHERE conversation = 2 AND cursor > 43 ORDER BY cursor LIMIT 5
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = 'k34'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 0 ORDER BY s.id DESC LIMIT 5
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k57'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (59, 3, 0, 0, 6, 0, 0, 0, 0, 1795185497237, '{"keys":["k57"],"conversation":"chat:c","kind":{"message_added":{"id":"m57","author":{"id":"ada"},"content":{"text":"text 57"}}},"addressed":"direct"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 21)
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 48, -9223372036854775808, 1795185498538, 'two', 2, 2, 1, 1795185498538, 21, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k57', 59) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (59, 3, 0, '{"id":"ada"}', 'm57', '{"text":"text 57"}', 1795185497237)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795185497237, 'm57') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185497237, last_inbound_ms), last_inbound = coalesce('m57', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k243'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (60, NULL, 6, 0, 0, 1, 0, 0, 0, 1795185497237, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k243', 60) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i5'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i5'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i5' AND c.owner = 3 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 3 AND message = 'p41'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p41' AND r.speaker = 1 AND c.owner = 3 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 3 AND message = 'p41'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (3, 'p41', '{"status":"queued"}', NULL, 1795185497237)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
UPDATE event SET noted_in = 6 WHERE id = 60
;;
UPDATE delivery SET conversation = 6 WHERE owner = 3 AND message = 'p41' AND record IS NULL
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
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
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k162'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (61, NULL, 6, 0, 0, 0, 0, 0, 0, 1795185497237, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k162', 61) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE event SET noted_in = 2 WHERE id = 61
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k138'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (62, NULL, 6, 0, 0, 1, 0, 0, 0, 1795185497237, '')
;;
UPDATE tally SET noted = noted + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k138', 62) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE event SET noted_in = 3 WHERE id = 62
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k109'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (63, 2, 0, 0, 5, 1, 2, 0, 0, 1795185497237, '{"keys":["k109"],"conversation":"chat:d","kind":{"message_added":{"id":"m109","author":{"id":"ada"},"content":{"text":"text 109"}}},"addressed":"aside","sequence":5}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (5, 63)
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 38, -9223372036854775808, 1795185492964, 'two', 1, 1, 1, 1795185499237, 63, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k109', 63) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (63, 2, 0, '{"id":"ada"}', 'm109', '{"text":"text 109"}', 1795185497237)
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'sms', 0) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 11
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185497237 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185497237 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 6 AND stage = 0 AND (place, id) >= (4, 53)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 55 WHERE id = 53
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 6 AND stage = 0 AND (place, id) >= (4, 53)
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 6
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (6, 0, 55, 1795185515414, -9223372036854775808, 'one', 4, 0, 1, 1795185515414, 53, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185497772, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 6
;;
UPDATE share SET served = 55 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185497237 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
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
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185500045 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185500045 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 56 WHERE id = 12
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 56, 1795185518864, 1795185495700, 'two', 2, 0, 1, 1795185518864, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795185518864, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 56 WHERE side = 0 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185500045 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185500045 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 4 AND stage = 0 AND (place, id) >= (2, 58)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 57 WHERE id = 58
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 4 AND stage = 0 AND (place, id) >= (2, 58)
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 57, 1795185518864, -9223372036854775808, 'two', 2, 0, 1, 1795185518864, 58, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185498538, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
UPDATE share SET served = 57 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185500045 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185500045 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 58 WHERE id = 14
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 58, 1795185518864, 1795185498538, 'two', 2, 2, 1, 1795185518864, 14, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185499237, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 58 WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
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
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185500045 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185500045 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (5, 63)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 59 WHERE id = 63
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (5, 63)
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 59, 1795185500717, 1795185492964, 'one', 4, 1, 1, 1795185500717, 63, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185500717, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 59 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185500045 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i5'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i13'
;;
SELECT 1 FROM intent WHERE id = 'i14'
;;
SELECT 1 FROM event WHERE id = 63 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 26 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 63
;;
UPDATE event SET stage = 1, replies = 2, fence = 0 WHERE id = 63 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 2 AND stage = 0 AND fence = 59
;;
DELETE FROM live WHERE conversation = 2
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (64, 'i13', 2, 0, 0, NULL, 0, 0, 1795185500045, '[63]', '{"to":"chat:d","content":{"text":"reply 176"}}', '[{"label":"choice 0","value":"v"}]', NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (65, 'i14', 2, 0, 0, NULL, 0, 0, 1795185500045, '[63]', '{"to":"chat:d","content":{"text":"reply 176"}}', '[{"label":"choice 0","value":"v"}]', NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 54, -9223372036854775808, 1795185495772, 'one', 4, 0, 0, 1795185495772, 48, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
SELECT count(*) FROM intent WHERE conversation = 2 AND trace < 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 60, -9223372036854775808, 1795185500045, 'one', 4, 6, 1, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185515414, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185500045 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k217'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k138'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k217', 62) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k138', 62) ON CONFLICT DO NOTHING
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM event WHERE conversation = 3 AND stage = 0 AND fence = 58 AND stopped = 1 LIMIT 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 3 AND stage = 0 AND fence = 58
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 61, -9223372036854775808, 1795185498538, 'two', 2, 2, 1, 1795185498538, 14, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185498538, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 21)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT 1 FROM event WHERE id = 58 AND conversation = 4 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 58
;;
SELECT attempts FROM event WHERE id = 58
;;
UPDATE event SET attempts = '[{"at":1795185500045,"node":"two","life":2,"error":"poison"}]' WHERE id = 58
;;
UPDATE event SET stage = 5, replies = 0, fence = 0 WHERE id = 58 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '58', 4, 'poison', 1795185500045)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 4 AND stage = 0 AND fence = 57
;;
DELETE FROM live WHERE conversation = 4
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 62, -9223372036854775808, 1795185500045, 'two', 2, 3, 1, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185500045 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795185500045 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 63, 1795185513189, 1795185499344, 'one', 4, 0, 0, 1795185513189, 8, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795185513189, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 3, first_ms = 1795185479046, since_ms = 1795185498504, looks = 0 WHERE place = 8
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 63 WHERE side = 1 AND tenant = 'u'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 2 AND address = '+15550102'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k141'
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 6 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body) VALUES (66, 6, 0, 0, 4, 0, 0, 0, 0, 1795185504314, '{"keys":["k141"],"conversation":"chat:c","kind":{"message_added":{"id":"m141","author":{"id":"ada"},"content":{"text":"text 141"}}},"addressed":"mention"}')
;;
UPDATE tally SET accepted = accepted + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 6 AND stage = 0 AND (place, id) >= (4, 53)
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 6
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (6, 0, 55, 1795185515414, -9223372036854775808, 'one', 4, 0, 1, 1795185515414, 53, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k141', 66) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms) VALUES (66, 6, 0, '{"id":"ada"}', 'm141', '{"text":"text 141"}', 1795185504314)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 6 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550101', 1795185504314, 'm141') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795185504314, last_inbound_ms), last_inbound = coalesce('m141', last_inbound)
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i2'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i2'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT stage, replies FROM event WHERE id = 2
;;
UPDATE event SET stage = 2, replies = 0, fence = 0 WHERE id = 2 AND stage IN (0, 1)
;;
UPDATE tally SET answered = answered + 1
;;
DELETE FROM intent WHERE place = 8
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i2'
;;
DELETE FROM charge WHERE intent = 'i2'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 63, 1795185513189, 1795185504314, 'one', 4, 0, 0, NULL, NULL, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
DELETE FROM share WHERE side = 1 AND tenant = 'u'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 64, -9223372036854775808, 1795185504314, 'one', 4, 0, 0, NULL, NULL, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT 1 FROM event WHERE id = 12 AND conversation = 1 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 12
;;
UPDATE event SET stage = 3, replies = 0, fence = 0 WHERE id = 12 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 1 AND stage = 0 AND fence = 56
;;
DELETE FROM live WHERE conversation = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 65, -9223372036854775808, 1795185504314, 'two', 2, 0, 1, NULL, NULL, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
DELETE FROM share WHERE side = 0 AND tenant = 'u'
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
SELECT 1 FROM intent WHERE id = 'i18'
;;
SELECT 1 FROM event WHERE id = 53 AND conversation = 6 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 59 AND conversation = 6 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE id = 53
;;
UPDATE event SET stage = 1, replies = 1, fence = 0 WHERE id = 53 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0 WHERE conversation = 6 AND stage = 0 AND fence = 55
;;
DELETE FROM live WHERE conversation = 6
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed) VALUES (67, 'i18', 6, 0, 0, NULL, 0, 0, 1795185506112, '[53]', '{"to":"chat:c","content":{"text":"reply 191"}}', NULL, NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 6 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 6
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (6, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795185506112, 67, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
SELECT count(*) FROM intent WHERE conversation = 6 AND trace < 3
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
SELECT owner FROM conversation WHERE id = 6
;;
UPDATE intent SET answer = 53 WHERE id = 'i18'
;;
INSERT OR REPLACE INTO answer (event, conversation, accepted, content_type, body, within_ms, look_ms) VALUES (53, 6, 0, 'text/plain', x'616e7377657220313931', 4724, 119)
;;
SELECT conversation, within_ms, look_ms FROM answer WHERE event = 53
;;
UPDATE intent SET trace = 2, first_ms = coalesce(first_ms, 1795185506112), since_ms = 1795185510836, looks = 0 WHERE answer = 53
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 6 AND side = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 6 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 6
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (6, 1, 66, -9223372036854775808, 1795185510955, '', 0, 0, 0, 1795185510955, 67, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 6
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (6, 0, 67, -9223372036854775808, 1795185506112, 'one', 4, 5, 1, 1795185506112, 66, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185506112 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185506112 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 68, 1795185514405, 1795185495108, 'one', 4, 0, 0, 1795185514405, 51, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185495772, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795185506112, since_ms = 0, looks = 0 WHERE place = 51
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 68 WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i8'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i8'
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, '', 'whatsapp', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = '' AND channel = 'whatsapp' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 12
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i8', 12, 2, NULL, NULL, 0)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('two', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 3 AND until_ms > -9223372036854775808
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i8'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed FROM intent WHERE id = 'i8'
;;
SELECT attempts FROM intent WHERE place = 51
;;
UPDATE intent SET attempts = '[{"at":1795185506112,"node":"one","life":4,"error":"fog"}]' WHERE place = 51
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795185506112, since_ms = 1795185506112, looks = 0 WHERE place = 51
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 69, -9223372036854775808, 1795185507944, 'one', 4, 0, 0, 1795185507944, 51, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185509077 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185509077 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
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
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 70, 1795185527531, 1795185495772, 'one', 4, 0, 0, 1795185527531, 48, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185507944, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795185509077, since_ms = 0, looks = 0 WHERE place = 48
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 70 WHERE side = 1 AND tenant = 't'
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
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'US', 'sms', 1) ON CONFLICT DO NOTHING
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'US' AND channel = 'sms' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 16
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i7', 16, 2, NULL, NULL, 0)
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795185509077 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185509077 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head LIMIT 1
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, tries, crashes, failing_ms, fence, stopped, body FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 71 WHERE id = 14
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 71, 1795185516662, 1795185498538, 'one', 4, 2, 1, 1795185516662, 14, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795185506112, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 71 WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
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
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185509077 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795185509077 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head LIMIT 1
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
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 72, 1795185520309, 1795185507944, 'two', 3, 0, 0, 1795185520309, 51, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795185510955, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795185506112, since_ms = 1795185506112, looks = 0 WHERE place = 51
;;
SELECT message FROM receipt WHERE conversation = 3 AND at_ms >= 1795184906112 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 72 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795185509077 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i8'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i8'
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
SELECT scrub FROM tally
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
SELECT scrub FROM tally
;;
BEGIN
;;
SAVEPOINT verb
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT OR REPLACE INTO installation (account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision) VALUES ('app', 0, 'T1', 'ada', NULL, '{}', x'5431', 5, 68)
;;
RELEASE verb
;;
COMMIT
;;
SELECT scrub FROM tally
;;
BEGIN
;;
SAVEPOINT verb
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT OR REPLACE INTO installation (account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision) VALUES ('app', 0, 'T2', 'ada', NULL, '{}', x'5432', 5, 69)
;;
RELEASE verb
;;
COMMIT
;;
SELECT scrub FROM tally
;;
BEGIN
;;
SAVEPOINT verb
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT OR REPLACE INTO installation (account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision) VALUES ('app', 0, 'T3', 'ada', NULL, '{}', x'5433', 5, 70)
;;
RELEASE verb
;;
COMMIT
;;
SELECT scrub FROM tally
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
SELECT scrub FROM tally
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
SELECT scrub FROM tally
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
SELECT scrub FROM tally
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
SELECT scrub FROM tally
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
SELECT scrub FROM tally
;;
BEGIN
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
UPDATE conversation SET complete_ms = 1795176000000 WHERE id = 3 AND complete_ms < 1795176000000
;;
RELEASE verb
;;
COMMIT
;;
SELECT scrub FROM tally
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
;;
SELECT scrub FROM tally