SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO node (name, life) VALUES ('two', 1)
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 1 AND until_ms > -9223372036854775808
;;
UPDATE event SET until_ms = NULL WHERE stage = 0 AND until_ms IS NOT NULL AND node = 'two' AND life < 1 RETURNING conversation
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795176000000 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
INSERT INTO owner (tenant, account) VALUES ('u', 'b')
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k134'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k48'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
INSERT INTO conversation (owner, place) VALUES (1, 'chat:c')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (1, 1, 0, 0, 0, 0, 0, 0, 0, 1795176000000, '{"keys":["k134","k48"],"conversation":"chat:c","kind":{"message_added":{"id":"m134","author":{"id":"ada"},"content":{"text":"text 134"}}},"addressed":"mention"}', '{"root":"00-95589e6e024eaab3a1ffc4be92ef5da7-7c753a015a2eb440-01","start":1795175999975}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176000000, 1, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795176000000, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k134', 1) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k48', 1) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (1, 1, 0, '{"id":"ada"}', 'm134', '{"text":"text 134"}', 1795176000000, '00-95589e6e024eaab3a1ffc4be92ef5da7-7c753a015a2eb440-01')
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 1
;;
SELECT 1 FROM spend WHERE id = 1
;;
SELECT micros FROM money WHERE spend = 1 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (1, 0, 'EUR', 567977)
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550102', 1795176000000, 'm134') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176000000, last_inbound_ms), last_inbound = coalesce('m134', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO owner (tenant, account) VALUES ('t', 'a')
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k2'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (2, 'chat:d')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (2, 2, 0, 0, 0, 0, 0, 0, 0, 1795176000000, '{"keys":["k2"],"conversation":"chat:d","kind":{"message_added":{"id":"m2","author":{"id":"ada"},"content":{"text":"text 2"}}},"addressed":"mention"}', '{"root":"00-95589e6e024eaab3a1ffc4be92ef5da7-7c753a015a2eb440-01","start":1795175999975}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176000000, 2, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795176000000, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k2', 2) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (2, 2, 0, '{"id":"ada"}', 'm2', '{"text":"text 2"}', 1795176000000, '00-95589e6e024eaab3a1ffc4be92ef5da7-7c753a015a2eb440-01')
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795176000000, 'm2') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176000000, last_inbound_ms), last_inbound = coalesce('m2', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k260'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (3, 2, 0, 0, 0, 1, 1, 0, 0, 1795176000000, '{"keys":["k260"],"conversation":"chat:d","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 260","value":"v"}]}},"addressed":"ambient","sequence":0}', '{"root":"00-95589e6e024eaab3a1ffc4be92ef5da7-7c753a015a2eb440-01","start":1795175999975}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k260', 3) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (3, 2, 0, '{"id":"bob"}', 'k260', '{"text":"choice 260"}', 1795176000000, '00-95589e6e024eaab3a1ffc4be92ef5da7-7c753a015a2eb440-01')
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, '', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 2
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 2 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795176000000, 'k260') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176000000, last_inbound_ms), last_inbound = coalesce('k260', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO node (name, life) VALUES ('one', 1)
;;
SELECT conversation, side FROM lane WHERE node = 'one' AND life < 1 AND until_ms > -9223372036854775808
;;
UPDATE event SET until_ms = NULL WHERE stage = 0 AND until_ms IS NOT NULL AND node = 'one' AND life < 1 RETURNING conversation
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795176000000 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795176000000 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 2 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795176000000
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 1, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795176000000 WHERE id = 2
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 1, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795176000000 WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 1, 1795176015019, -9223372036854775808, 'one', 1, 0, 1, 1795176015019, 2, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795176015019, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 1 WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795176000000 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795176000000 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 1 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795176000000
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 0, -9223372036854775808, 1795176001000, '', 0, 0, 0, 1795176001000, 1, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795176001000, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795176000000 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k291'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (4, NULL, 6, 0, 0, 1, 1, 0, 0, 1795176000000, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k291', 4) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k156'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (5, NULL, 6, 0, 0, 1, 1, 0, 0, 1795176000000, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k156', 5) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i1'
;;
SELECT 1 FROM intent WHERE id = 'i2'
;;
SELECT timeline FROM event WHERE id = 2
;;
UPDATE event SET timeline = '{"root":"00-95589e6e024eaab3a1ffc4be92ef5da7-7c753a015a2eb440-01","start":1795175999975,"spans":[{"stage":"turn","id":"f6945cf927c20ca0","start":1795176000000,"us":1500,"outcome":"done"}]}' WHERE id = 2 AND conversation = 2
;;
SELECT timeline FROM event WHERE id = 3
;;
UPDATE event SET timeline = '{"root":"00-95589e6e024eaab3a1ffc4be92ef5da7-7c753a015a2eb440-01","start":1795175999975,"spans":[{"stage":"turn","id":"f6945cf927c20ca0","start":1795176000000,"us":1500,"outcome":"done"}]}' WHERE id = 3 AND conversation = 2
;;
SELECT 1 FROM event WHERE id = 2 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 3 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 2
;;
UPDATE event SET stage = 1, replies = 2, fence = 0, until_ms = NULL WHERE id = 2 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 3
;;
UPDATE event SET stage = 1, replies = 2, fence = 0, until_ms = NULL WHERE id = 3 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 2 AND stage = 0 AND fence = 1 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 2 AND (NULL IS NULL OR event = NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (6, 'i1', 2, 0, 0, NULL, 0, 0, 1795176000000, '[2,3]', '{"to":"chat:d","content":{"text":"reply 6"}}', NULL, '{"finish":{"message":"r1","shown":1}}', '00-00000000000000000000000000000007-f6945cf927c20ca0-01')
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (7, 'i2', 2, 0, 0, NULL, 0, 0, 1795176000000, '[2,3]', '{"to":"chat:d","content":{"text":"reply 6"}}', NULL, NULL, '00-00000000000000000000000000000007-f6945cf927c20ca0-01')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176000000, 6, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795176000000, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 2, -9223372036854775808, 1795176000000, 'one', 1, 1, 1, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
DELETE FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795176001327 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795176001327 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 1 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795176001327
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 3, until_ms = 1795176007754, node = 'one', life = 1, claim_ms = 1795176001327 WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 0, -9223372036854775808, 1795176001327, '', 0, 0, 1, 1795176007754, 1, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795176007754, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 1 WHERE conversation = 1 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 3 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k44'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k280'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (8, 2, 0, 0, 4, 1, 1, 0, 0, 1795176001327, '{"keys":["k44","k280"],"conversation":"chat:d","kind":{"message_added":{"id":"m44","author":{"id":"ada"},"content":{"text":"text 44"}}},"addressed":"ambient","sequence":4}', '{"root":"00-0a7a6f8cce25708bf4a4e0da759a261a-b28450e458b34a5c-00","start":1795176001294}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (4, 8)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 2, -9223372036854775808, 1795176000000, 'one', 1, 1, 1, 1795176003327, 8, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795176003327, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k44', 8) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k280', 8) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (8, 2, 0, '{"id":"ada"}', 'm44', '{"text":"text 44"}', 1795176001327, '00-0a7a6f8cce25708bf4a4e0da759a261a-b28450e458b34a5c-00')
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795176001327, 'm44') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176001327, last_inbound_ms), last_inbound = coalesce('m44', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k37'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
WITH known AS (SELECT DISTINCT c.name FROM channel c JOIN owner o ON o.id = c.owner WHERE o.account = (SELECT account FROM owner WHERE id = 2)) INSERT INTO channel (owner, name) SELECT 2, 'whatsapp' WHERE 'whatsapp' IN known OR (SELECT count(*) FROM known) < 1000
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (9, 2, 0, 0, 4, 0, 1, 0, 0, 1795176001327, '{"keys":["k37"],"conversation":"chat:d","kind":{"message_added":{"id":"m37","author":{"id":"ada"},"content":{"text":"text 37"}}},"addressed":"ambient"}', '{"root":"00-0a7a6f8cce25708bf4a4e0da759a261a-b28450e458b34a5c-00","start":1795176001294}', 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (4, 8)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k37', 9) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (9, 2, 0, '{"id":"ada"}', 'm37', '{"text":"text 37"}', 1795176001327, '00-0a7a6f8cce25708bf4a4e0da759a261a-b28450e458b34a5c-00')
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k223'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k258'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (2, 'chat:c')
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (10, 3, 0, 0, 0, 0, 2, 0, 0, 1795176001327, '{"keys":["k223","k258"],"conversation":"chat:c","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 223","value":"v"}]}},"addressed":"aside"}', '{"root":"00-0a7a6f8cce25708bf4a4e0da759a261a-b28450e458b34a5c-00","start":1795176001294}', 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176001327, 10, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795176001327, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k223', 10) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k258', 10) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (10, 3, 0, '{"id":"bob"}', 'k223', '{"text":"choice 223"}', 1795176001327, '00-0a7a6f8cce25708bf4a4e0da759a261a-b28450e458b34a5c-00')
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 3 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795176001327, 'k223') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795176001327, last_inbound_ms), last_inbound = coalesce('k223', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 1 AND stage = 0 AND until_ms IS NOT NULL AND fence = 3
;;
SELECT 1 FROM live WHERE id = 'l4'
;;
INSERT INTO live (id, conversation, message, text, since_ms, event) VALUES ('l4', 1, NULL, 'x', 1795176001327, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 1 AND stage = 0 AND until_ms IS NOT NULL AND fence = 3
;;
UPDATE live SET message = 'r1' WHERE id = 'l4' AND conversation = 1 AND (1 IS NULL OR event = 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 1 AND stage = 0 AND until_ms IS NOT NULL AND fence = 3
;;
SELECT id, message, text, since_ms, event FROM live WHERE conversation = 1 ORDER BY place
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 1 AND stage = 0 AND until_ms IS NOT NULL AND fence = 3
;;
SELECT 1 FROM intent WHERE id = 'i3'
;;
SELECT 1 FROM intent WHERE id = 'i4'
;;
SELECT 1 FROM event WHERE id = 1 AND conversation = 1 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 1
;;
UPDATE event SET stage = 1, replies = 2, fence = 0, until_ms = NULL WHERE id = 1 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 1 AND stage = 0 AND fence = 3 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 1 AND (1 IS NULL OR event = 1)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (11, 'i3', 1, 0, 0, NULL, 0, 0, 1795176002860, '[1]', '{"to":"chat:c","content":{"text":"reply 16"}}', '[{"label":"choice 0","value":"v"}]', '{"finish":{"message":"r1","shown":1}}', NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (12, 'i4', 1, 0, 0, NULL, 0, 0, 1795176002860, '[1]', '{"to":"chat:c","content":{"text":"reply 16"}}', NULL, '{"discard":{"message":null,"live":"l","since":1795176002860}}', NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795176002860, 11, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795176002860, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 0, -9223372036854775808, 1795176001327, '', 0, 0, 1, NULL, NULL, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
DELETE FROM share WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND cursor < 17 ORDER BY cursor DESC LIMIT 2
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 0
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 1
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 2
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 3
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 4
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 5
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 6
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 6
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 7
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 8
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 8
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 9
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 9
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 10
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 10
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 11
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 11
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 12
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 12
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 13
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 13
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT 18) ORDER BY e.id DESC
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
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
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND changed > 17 AND cursor <= 17 ORDER BY changed LIMIT 2
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND cursor > 17 ORDER BY cursor LIMIT 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = '17'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 17
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 2 ORDER BY s.id DESC LIMIT 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 8
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 11
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT drafted_ms FROM intent WHERE place = 6
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795176003259 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795176003259 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795176003259
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 4, until_ms = 1795176014409, node = 'two', life = 1, claim_ms = 1795176003259 WHERE id = 10
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795176003259, '', 0, 0, 0, 1795176014409, 10, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795176003327, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 10 WHERE conversation = 3 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 4 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795176003259 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND fence = 4
;;
SELECT timeline FROM event WHERE id = 10
;;
UPDATE event SET timeline = '{"root":"00-0a7a6f8cce25708bf4a4e0da759a261a-b28450e458b34a5c-00","start":1795176001294,"spans":[{"stage":"turn","id":"768e06519a039f46","start":1795176003259,"us":1500,"outcome":"done"}]}' WHERE id = 10 AND conversation = 3
;;
SELECT timeline FROM event WHERE id = 78
;;
SELECT 1 FROM event WHERE id = 10 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 10
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 10 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 3 AND stage = 0 AND fence = 4 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 3 AND (10 IS NULL OR event = 10)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795176003259, '', 0, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795176004870 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795176004870 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 5, 1795176016813, -9223372036854775808, 'one', 1, 0, 0, 1795176016813, 6, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795176016813, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795176004870, since_ms = 0, looks = 0 WHERE place = 6
;;
UPDATE intent SET claim_fence = 5, claim_ms = 1795176004870 WHERE place = 6
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 5 WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 2 AND address = '+15550100'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i1'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20777 AND s.owner = 2 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND ('sms' IS NULL OR s.channel = 'sms')
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT id, message, text, since_ms, event FROM live WHERE conversation = 2 ORDER BY place
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i1'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20777 AND s.owner = 2 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND ('sms' IS NULL OR s.channel = 'sms')
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'US' AND channel = 'whatsapp' AND direction = 1
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, 'US', 'whatsapp', 1)
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 3
;;
SELECT 1 FROM spend WHERE id = 3
;;
SELECT micros FROM money WHERE spend = 3 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (3, 0, 'USD', 2702147)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i1', 3, 1, 'USD', 2702147, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i1'
;;
SELECT timeline FROM event WHERE id = 18
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i1'
;;
SELECT attempts FROM intent WHERE place = 6
;;
UPDATE intent SET attempts = '[{"at":1795180405870,"node":"one","life":1,"error":"no such number"}]' WHERE place = 6
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 6
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 2
;;
UPDATE event SET timeline = '{"root":"00-95589e6e024eaab3a1ffc4be92ef5da7-7c753a015a2eb440-01","start":1795175999975,"spans":[{"stage":"turn","id":"f6945cf927c20ca0","start":1795176000000,"us":1500,"outcome":"done"},{"stage":"outbox","id":"221f5f463585b335","parent":"f6945cf927c20ca0","start":1795176000000,"us":4405870000,"outcome":"dead","error":"dead","events":[{"name":"dead_lettered","at":1795180405870}]}]}' WHERE id = 2 AND conversation = 2
;;
SELECT stage, replies FROM event WHERE id = 2
;;
UPDATE event SET stage = 5, replies = 0, fence = 0, until_ms = NULL WHERE id = 2 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
SELECT stage, replies FROM event WHERE id = 3
;;
UPDATE event SET stage = 5, replies = 0, fence = 0, until_ms = NULL WHERE id = 3 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
UPDATE intent SET trace = 3, maybe = 0, since_ms = 0 WHERE place = 6
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 1, 'i1', 2, 'no such number', 1795180405870)
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i1'
;;
DELETE FROM charge WHERE intent = 'i1'
;;
UPDATE spend SET messages = max(messages - 1, 0), units = max(units - 1, 0), unpriced = max(unpriced - 0, 0) WHERE id = 3
;;
SELECT 1 FROM spend WHERE id = 3
;;
SELECT micros FROM money WHERE spend = 3 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (3, 0, 'USD', 0)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 5, 1795176016813, 1795180405870, 'one', 1, 0, 0, 1795180405870, 7, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795180405870, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 6, -9223372036854775808, 1795180405870, 'one', 1, 0, 0, 1795180405870, 7, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k49'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (13, NULL, 6, 0, 0, 0, 2, 0, 0, 1795180407623, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k49', 13) ON CONFLICT DO NOTHING
;;
UPDATE event SET noted_in = 2 WHERE id = 13
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k223'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k223', 10) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 10
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO owner (tenant, account) VALUES ('u', 'a')
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k16'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (3, 'chat:c')
;;
SELECT id FROM channel WHERE owner = 3 AND name = 'whatsapp'
;;
WITH known AS (SELECT DISTINCT c.name FROM channel c JOIN owner o ON o.id = c.owner WHERE o.account = (SELECT account FROM owner WHERE id = 3)) INSERT INTO channel (owner, name) SELECT 3, 'whatsapp' WHERE 'whatsapp' IN known OR (SELECT count(*) FROM known) < 1000
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (14, 4, 0, 0, 0, 0, 0, 0, 0, 1795180407623, '{"keys":["k16"],"conversation":"chat:c","kind":{"message_added":{"id":"m16","author":{"id":"ada"},"content":{"text":"text 16"}}},"addressed":"mention"}', '{"root":"00-fc0441a0af39c898c0bec3443905c306-4c45b7d4ab721773-00","start":1795180407617}', 2)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795180407623, 14, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795180407623, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k16', 14) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (14, 4, 0, '{"id":"ada"}', 'm16', '{"text":"text 16"}', 1795180407623, '00-fc0441a0af39c898c0bec3443905c306-4c45b7d4ab721773-00')
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 4 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550101', 1795180407623, 'm16') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795180407623, last_inbound_ms), last_inbound = coalesce('m16', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795180407623 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795180407623 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 7, 1795180422369, -9223372036854775808, 'one', 1, 0, 0, 1795180422369, 11, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795180422369, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795180407623, since_ms = 0, looks = 0 WHERE place = 11
;;
UPDATE intent SET claim_fence = 7, claim_ms = 1795180407623 WHERE place = 11
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 7 WHERE side = 1 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i3'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i3'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20777 AND s.owner = 1 AND s.direction = 1 AND ('US' IS NULL OR s.country = 'US') AND (NULL IS NULL OR s.channel = NULL)
;;
UPDATE intent SET message = '{"to":"chat:c","content":{"text":"a template"}}' WHERE id = 'i3'
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'whatsapp' AND direction = 1
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, 'GB', 'whatsapp', 1)
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 4
;;
SELECT 1 FROM spend WHERE id = 4
;;
SELECT micros FROM money WHERE spend = 4 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (4, 0, 'USD', 398359)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i3', 4, 1, 'USD', 398359, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i3'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i3'
;;
SELECT attempts FROM intent WHERE place = 11
;;
UPDATE intent SET attempts = '[{"at":1795180407623,"node":"one","life":1,"error":"fog"}]' WHERE place = 11
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 11
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT stage, replies FROM event WHERE id = 1
;;
UPDATE event SET stage = 4, replies = 0, fence = 0, until_ms = NULL WHERE id = 1 AND stage IN (0, 1)
;;
UPDATE tally SET held = held + 1
;;
UPDATE intent SET trace = 3, maybe = 1, since_ms = 0 WHERE place = 11
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (0, 1, 'i3', 1, 'fog', 1795180407623)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 7, 1795180422369, 1795180407623, 'one', 1, 0, 0, 1795180422369, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 8, -9223372036854775808, 1795180407623, 'one', 1, 0, 0, 1795180407623, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795180407623, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND cursor < 53 ORDER BY cursor DESC LIMIT 1
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 0
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 1
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 2
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 3
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 4
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 5
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 6
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 6
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 7
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 8
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 8
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 9
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 9
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 10
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 10
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 11
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 11
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 12
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 12
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 13
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 13
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 14
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 14
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 15
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 15
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 16
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 16
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 17
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 17
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 18
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 18
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 19
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 19
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 20
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 20
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 21
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 21
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 22
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 22
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 23
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 23
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 24
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 24
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 25
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 25
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT 46) ORDER BY e.id DESC
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
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
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND changed > 53 AND cursor <= 53 ORDER BY changed LIMIT 1
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND cursor > 53 ORDER BY cursor LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = 'k183'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 1 ORDER BY s.id DESC LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 8
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 14
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 12
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT drafted_ms FROM intent WHERE place = 7
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO contact (owner, address, opted_out_ms, opted_out_why) VALUES (3, '+15550101', 1795180407623, 'told') ON CONFLICT (owner, address) DO UPDATE SET opted_out_ms = 1795180407623, opted_out_why = 'told' WHERE opted_out_ms IS NULL
;;
SELECT id FROM conversation WHERE owner = 3 AND contact = '+15550101'
;;
SELECT DISTINCT answer FROM intent WHERE conversation = 4 AND trace < 3 AND answer IS NOT NULL
;;
SELECT i.id FROM conversation c JOIN intent i ON i.conversation = c.id WHERE c.owner = 3 AND c.contact = '+15550101' AND i.trace = 0 ORDER BY i.place
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795180407623 ORDER BY b.due_ms, b.id LIMIT 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20777 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
SELECT kind, currency, micros FROM money WHERE spend = 2
;;
SELECT kind, currency, micros FROM money WHERE spend = 3
;;
SELECT kind, currency, micros FROM money WHERE spend = 1
;;
SELECT kind, currency, micros FROM money WHERE spend = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO owner (tenant, account) VALUES ('t', 'b')
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k103'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k192'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO conversation (owner, place) VALUES (4, 'chat:d')
;;
SELECT id FROM channel WHERE owner = 4 AND name = 'whatsapp'
;;
WITH known AS (SELECT DISTINCT c.name FROM channel c JOIN owner o ON o.id = c.owner WHERE o.account = (SELECT account FROM owner WHERE id = 4)) INSERT INTO channel (owner, name) SELECT 4, 'whatsapp' WHERE 'whatsapp' IN known OR (SELECT count(*) FROM known) < 1000
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 5 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (16, 5, 0, 0, 4, 1, 1, 0, 0, 1795180409108, '{"keys":["k103","k192"],"conversation":"chat:d","kind":{"message_added":{"id":"m103","author":{"id":"ada"},"content":{"text":"text 103"}}},"addressed":"ambient","sequence":4}', '{"root":"00-33e306e22a2cd8fb04078c7da432b2f8-0a760b49391a07cd-00","start":1795180409077}', 3)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 5 AND stage = 0 AND (place, id) >= (4, 16)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795180411108, 16, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k103', 16) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k192', 16) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (16, 5, 0, '{"id":"ada"}', 'm103', '{"text":"text 103"}', 1795180409108, '00-33e306e22a2cd8fb04078c7da432b2f8-0a760b49391a07cd-00')
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550102', 1795180409108, 'm103') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795180409108, last_inbound_ms), last_inbound = coalesce('m103', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795180411554 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795180411554 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795180411554
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 9, until_ms = 1795180421012, node = 'one', life = 1, claim_ms = 1795180411554 WHERE id = 14
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 0, -9223372036854775808, 1795180411554, '', 0, 0, 1, 1795180421012, 14, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795180421012, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 14 WHERE conversation = 4 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
UPDATE share SET served = 9 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k61'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (17, NULL, 6, 0, 0, 0, 0, 0, 0, 1795180411554, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k61', 17) ON CONFLICT DO NOTHING
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
INSERT INTO conversation (owner, place) VALUES (4, 'chat:c')
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (17, 6, 0, '{"id":"ada"}', 'm61', '{"text":"text 61"}', 1795180411554, NULL)
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550102', 1795180411554, 'm61') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795180411554, last_inbound_ms), last_inbound = coalesce('m61', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
UPDATE event SET noted_in = 6 WHERE id = 17
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k220'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (18, 3, 0, 0, 0, 0, 0, 0, 0, 1795180411554, '{"keys":["k220"],"conversation":"chat:c","kind":{"message_added":{"id":"m220","author":{"id":"ada"},"content":{"text":"text 220"}}},"addressed":"mention"}', NULL, 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795176003259, '', 0, 0, 0, 1795180411554, 18, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k220', 18) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (18, 3, 0, '{"id":"ada"}', 'm220', '{"text":"text 220"}', 1795180411554, NULL)
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, 'US', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 5
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 3 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795180411554, 'm220') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795180411554, last_inbound_ms), last_inbound = coalesce('m220', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k249'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
WITH known AS (SELECT DISTINCT c.name FROM channel c JOIN owner o ON o.id = c.owner WHERE o.account = (SELECT account FROM owner WHERE id = 2)) INSERT INTO channel (owner, name) SELECT 2, 'sms' WHERE 'sms' IN known OR (SELECT count(*) FROM known) < 1000
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (19, 2, 0, 0, 4, 0, 2, 0, 0, 1795180411554, '{"keys":["k249"],"conversation":"chat:d","kind":{"message_added":{"id":"m249","author":{"id":"ada"},"content":{"text":"text 249"}}},"addressed":"aside"}', NULL, 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (4, 8)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k249', 19) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (19, 2, 0, '{"id":"ada"}', 'm249', '{"text":"text 249"}', 1795180411554, NULL)
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, 'GB', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 6
;;
SELECT 1 FROM spend WHERE id = 6
;;
SELECT micros FROM money WHERE spend = 6 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (6, 0, 'USD', 1831469)
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795180411554, 'm249') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795180411554, last_inbound_ms), last_inbound = coalesce('m249', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k23'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (20, 2, 0, 0, 4, 0, 1, 0, 0, 1795180411554, '{"keys":["k23"],"conversation":"chat:d","kind":{"message_added":{"id":"m23","author":{"id":"ada"},"content":{"text":"text 23"}}},"addressed":"ambient"}', '{"root":"00-60e4d6128b6f9ba4cd08b3ec1b574eee-0c15a661c0d000a4-00","start":1795180411539}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (4, 8)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k23', 20) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (20, 2, 0, '{"id":"ada"}', 'm23', '{"text":"text 23"}', 1795180411554, '00-60e4d6128b6f9ba4cd08b3ec1b574eee-0c15a661c0d000a4-00')
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 2
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795180411554, 'm23') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795180411554, last_inbound_ms), last_inbound = coalesce('m23', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k5'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k268'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (21, 2, 0, 0, 4, 0, 2, 0, 0, 1795180411554, '{"keys":["k5","k268"],"conversation":"chat:d","kind":{"message_added":{"id":"m5","author":{"id":"ada"},"content":{"text":"text 5"}}},"addressed":"aside"}', '{"root":"00-60e4d6128b6f9ba4cd08b3ec1b574eee-0c15a661c0d000a4-00","start":1795180411539}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (4, 8)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k5', 21) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k268', 21) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (21, 2, 0, '{"id":"ada"}', 'm5', '{"text":"text 5"}', 1795180411554, '00-60e4d6128b6f9ba4cd08b3ec1b574eee-0c15a661c0d000a4-00')
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 2 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795180411554, 'm5') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795180411554, last_inbound_ms), last_inbound = coalesce('m5', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND fence = 9
;;
SELECT 1 FROM event WHERE id = 14 AND conversation = 4 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 14
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 14 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 4 AND stage = 0 AND fence = 9 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 4 AND (14 IS NULL OR event = 14)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 0, -9223372036854775808, 1795180411554, '', 0, 0, 1, NULL, NULL, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
DELETE FROM share WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795180415552 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795180415552 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 10, 1795180418184, 1795180405870, 'one', 1, 0, 0, 1795180418184, 7, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795180418184, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795180415552, since_ms = 0, looks = 0 WHERE place = 7
;;
UPDATE intent SET claim_fence = 10, claim_ms = 1795180415552 WHERE place = 7
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 10 WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 2 AND address = '+15550100'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i2'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20777 AND s.owner = 2 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND (NULL IS NULL OR s.channel = NULL)
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'GB' AND channel = 'sms' AND direction = 1
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, 'GB', 'sms', 1)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 7
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i2', 7, 2, NULL, NULL, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i2'
;;
UPDATE intent SET message = '{"to":"chat:c","content":{"text":"a template"}}' WHERE id = 'i2'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND cursor < 44 ORDER BY cursor DESC LIMIT 7
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'bob'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 0
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 1
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 2
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 3
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 4
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 5
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 6
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 6
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 7
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 8
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 8
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 9
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 9
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 10
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 10
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 11
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 11
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 12
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 12
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 13
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 13
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 14
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 14
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 15
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 15
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT 33) ORDER BY e.id DESC
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
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
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND changed > 44 AND cursor <= 44 ORDER BY changed LIMIT 7
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND cursor > 44 ORDER BY cursor LIMIT 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = '44'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 44
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 0 ORDER BY s.id DESC LIMIT 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 8
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 16
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 12
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT drafted_ms FROM intent WHERE place = 7
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('two', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 2 AND until_ms > -9223372036854775808
;;
UPDATE event SET until_ms = NULL WHERE stage = 0 AND until_ms IS NOT NULL AND node = 'two' AND life < 2 RETURNING conversation
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k172'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (22, NULL, 6, 0, 0, 1, 2, 0, 0, 1795180415552, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k172', 22) ON CONFLICT DO NOTHING
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p14'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p14' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'p14'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'p14', '{"status":"failed"}', NULL, 1795180415552)
;;
UPDATE bill SET due_ms = min(due_ms, 1795180475552) WHERE owner = 2 AND message = 'p14' AND asked = 0
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p14'
;;
UPDATE event SET noted_in = 2 WHERE id = 22
;;
UPDATE delivery SET conversation = 2 WHERE owner = 2 AND message = 'p14' AND record IS NULL
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k54'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (23, 2, 0, 0, 4, 0, 1, 0, 0, 1795180415552, '{"keys":["k54"],"conversation":"chat:d","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 54","value":"v"}]}},"addressed":"ambient"}', '{"root":"00-56e74bc9e97f34366cc121d1224ac02b-f867e04258b763f9-00","start":1795180415535}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (4, 8)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k54', 23) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (23, 2, 0, '{"id":"bob"}', 'k54', '{"text":"choice 54"}', 1795180415552, '00-56e74bc9e97f34366cc121d1224ac02b-f867e04258b763f9-00')
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 2 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795180415552, 'k54') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795180415552, last_inbound_ms), last_inbound = coalesce('k54', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k149'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (24, NULL, 6, 0, 0, 0, 0, 0, 0, 1795180415552, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k149', 24) ON CONFLICT DO NOTHING
;;
UPDATE event SET noted_in = 3 WHERE id = 24
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i2'
;;
SELECT timeline FROM event WHERE id = 42
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i2'
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 7
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 2
;;
UPDATE event SET timeline = '{"root":"00-95589e6e024eaab3a1ffc4be92ef5da7-7c753a015a2eb440-01","start":1795175999975,"spans":[{"stage":"turn","id":"f6945cf927c20ca0","start":1795176000000,"us":1500,"outcome":"done"},{"stage":"outbox","id":"221f5f463585b335","parent":"f6945cf927c20ca0","start":1795176000000,"us":4405870000,"outcome":"dead","error":"dead","events":[{"name":"dead_lettered","at":1795180405870}]},{"stage":"outbox","id":"46f61ec369b2a107","parent":"f6945cf927c20ca0","start":1795176000000,"us":4415552000,"outcome":"sent"}]}' WHERE id = 2 AND conversation = 2
;;
SELECT stage, replies FROM event WHERE id = 2
;;
UPDATE event SET stage = 5, replies = 0, fence = 0, until_ms = NULL WHERE id = 2 AND stage IN (0, 1)
;;
SELECT stage, replies FROM event WHERE id = 3
;;
UPDATE event SET stage = 5, replies = 0, fence = 0, until_ms = NULL WHERE id = 3 AND stage IN (0, 1)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (2, 'r26', 1795180415552)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (2, 'p14', 1795180415552)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT owner FROM conversation WHERE id = 2
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r26'
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p14'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'p14', NULL, 25, 1795180415552)
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress, causes, trace) SELECT 25, conversation, 1, NULL, 'r26', CASE WHEN offered IS NULL THEN json_extract(message, '$.content') ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, 1795180415552, id, '{"status":"failed"}', causes, '00-00000000000000000000000000000007-46f61ec369b2a107-01' FROM intent WHERE place = 7
;;
DELETE FROM intent WHERE place = 7
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i2'
;;
DELETE FROM charge WHERE intent = 'i2'
;;
SELECT owner FROM conversation WHERE id = 2
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (26, 7, 2, 2, 'r26', 0, 1795266815552)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 7
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (27, 7, 2, 2, 'p14', 0, 1795266815552)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 7
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 10, 1795180418184, 1795180415552, 'one', 1, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
DELETE FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 11, -9223372036854775808, 1795180415552, 'one', 1, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795180416595 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795180416595 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 12, 1795180428764, 1795180407623, 'two', 2, 0, 0, 1795180428764, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795180428764, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795180416595, since_ms = 0, looks = 0 WHERE place = 12
;;
UPDATE intent SET claim_fence = 12, claim_ms = 1795180416595 WHERE place = 12
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 12 WHERE side = 1 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795180416595 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i2'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i4'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20777 AND s.owner = 1 AND s.direction = 1 AND ('US' IS NULL OR s.country = 'US') AND (NULL IS NULL OR s.channel = NULL)
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = 'GB' AND channel = 'whatsapp' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 4
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i4', 4, 3, NULL, NULL, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i4'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT id, message, text, since_ms, event FROM live WHERE conversation = 1 ORDER BY place
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i4'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i4'
;;
SELECT attempts FROM intent WHERE place = 12
;;
UPDATE intent SET attempts = '[{"at":1795180416595,"node":"two","life":2,"error":"not yet"}]' WHERE place = 12
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 12
;;
UPDATE intent SET trace = 0, tries = 1, first_ms = 1795180416595, since_ms = 0, looks = 0 WHERE place = 12
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 13, -9223372036854775808, 1795180417974, 'two', 2, 0, 0, 1795180417974, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795180417974, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k273'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (28, 3, 0, 0, 0, 1, 0, 0, 0, 1795180416595, '{"keys":["k273"],"conversation":"chat:c","kind":{"message_added":{"id":"m273","author":{"id":"ada"},"content":{"text":"text 273"}}},"addressed":"mention","sequence":0}', NULL, 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k273', 28) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (28, 3, 0, '{"id":"ada"}', 'm273', '{"text":"text 273"}', 1795180416595, NULL)
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'GB' AND channel = 'sms' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, 'GB', 'sms', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 8
;;
SELECT 1 FROM spend WHERE id = 8
;;
SELECT micros FROM money WHERE spend = 8 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (8, 0, 'USD', 1551226)
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795180416595, 'm273') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795180416595, last_inbound_ms), last_inbound = coalesce('m273', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k201'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (29, 2, 0, 0, 4, 0, 1, 0, 0, 1795180416595, '{"keys":["k201"],"conversation":"chat:d","kind":{"command":{"name":"/do","text":"201","author":{"id":"ada"}}},"addressed":"ambient"}', NULL, 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (4, 8)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k201', 29) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (29, 2, 0, '{"id":"ada"}', 'k201', '{"text":"/do 201"}', 1795180416595, NULL)
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'GB' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 8
;;
SELECT 1 FROM spend WHERE id = 8
;;
SELECT micros FROM money WHERE spend = 8 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (8, 0, 'USD', 2910883)
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795180416595, 'k201') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795180416595, last_inbound_ms), last_inbound = coalesce('k201', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k55'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k35'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (30, 2, 0, 0, 7, 1, 0, 0, 0, 1795180416595, '{"keys":["k55","k35"],"conversation":"chat:d","kind":{"message_added":{"id":"m55","author":{"id":"ada"},"content":{"text":"text 55"}}},"addressed":"direct","sequence":7}', '{"root":"00-7aa5cf1d09f5309aaf9b1c3d2e883617-c82b40411bff3404-01","start":1795180416570}', 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (4, 8)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k55', 30) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k35', 30) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (30, 2, 0, '{"id":"ada"}', 'm55', '{"text":"text 55"}', 1795180416595, '00-7aa5cf1d09f5309aaf9b1c3d2e883617-c82b40411bff3404-01')
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 2
;;
SELECT 1 FROM spend WHERE id = 2
;;
SELECT micros FROM money WHERE spend = 2 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (2, 0, 'USD', 1136290)
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795180416595, 'm55') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795180416595, last_inbound_ms), last_inbound = coalesce('m55', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795180419466 ORDER BY b.due_ms, b.id LIMIT 6
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20776 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
SELECT kind, currency, micros FROM money WHERE spend = 2
;;
SELECT kind, currency, micros FROM money WHERE spend = 8
;;
SELECT kind, currency, micros FROM money WHERE spend = 7
;;
SELECT kind, currency, micros FROM money WHERE spend = 6
;;
SELECT kind, currency, micros FROM money WHERE spend = 5
;;
SELECT kind, currency, micros FROM money WHERE spend = 3
;;
SELECT kind, currency, micros FROM money WHERE spend = 1
;;
SELECT kind, currency, micros FROM money WHERE spend = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 6
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND fence = 9
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k52'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 3 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (31, 4, 0, 0, 0, 1, 2, 0, 0, 1795180421277, '{"keys":["k52"],"conversation":"chat:c","kind":{"message_added":{"id":"m52","author":{"id":"ada"},"content":{"text":"text 52"}}},"addressed":"aside","sequence":0}', '{"root":"00-8622a09d5953fbe37fc87fe89a4c8d2a-d48e3bc702bf6264-01","start":1795180421269}', 2)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 0, -9223372036854775808, 1795180411554, '', 0, 0, 1, 1795180421277, 31, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795180421277, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k52', 31) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (31, 4, 0, '{"id":"ada"}', 'm52', '{"text":"text 52"}', 1795180421277, '00-8622a09d5953fbe37fc87fe89a4c8d2a-d48e3bc702bf6264-01')
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 4 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550102', 1795180421277, 'm52') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795180421277, last_inbound_ms), last_inbound = coalesce('m52', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k286'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 3 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (32, 4, 0, 0, 0, 0, 2, 0, 0, 1795180421277, '{"keys":["k286"],"conversation":"chat:c","kind":{"message_added":{"id":"m286","author":{"id":"ada"},"content":{"text":"text 286"}}},"addressed":"aside"}', NULL, 2)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k286', 32) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (32, 4, 0, '{"id":"ada"}', 'm286', '{"text":"text 286"}', 1795180421277, NULL)
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 3 AND country = 'US' AND channel = 'sms' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 3, 'US', 'sms', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 9
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 4 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550102', 1795180421277, 'm286') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795180421277, last_inbound_ms), last_inbound = coalesce('m286', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k42'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (33, NULL, 6, 0, 0, 0, 0, 0, 0, 1795180421277, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k42', 33) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i2'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i2'
;;
UPDATE event SET noted_in = 5 WHERE id = 33
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND cursor > 30 ORDER BY cursor LIMIT 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 0
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 1
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 2
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 3
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 4
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 5
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 6
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 6
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 7
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 8
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 8
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 9
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 9
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 10
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 10
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 11
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 11
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 12
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 12
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 13
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 13
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 14
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 14
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 15
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 15
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 16
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 16
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 17
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 17
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 18
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 18
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT 25) ORDER BY e.id DESC
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
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
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 14
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND changed > 30 AND cursor <= 30 ORDER BY changed LIMIT 7
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND cursor > 30 ORDER BY cursor LIMIT 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = '30'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 30
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 2 ORDER BY s.id DESC LIMIT 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 8
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 31
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT arrived_ms FROM event WHERE id = 16
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 12
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795180424412 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795180424412 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795180424412
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 14, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795180424412 WHERE id = 31
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 14, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795180424412 WHERE id = 32
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 14, 1795180425398, 1795180411554, 'two', 2, 0, 1, 1795180425398, 31, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795180425398, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
UPDATE share SET served = 14 WHERE side = 0 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795180424412 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795180424412 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 2 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795180424412
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (4, 8)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 15, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795180424412 WHERE id = 8
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 15, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795180424412 WHERE id = 9
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 15, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795180424412 WHERE id = 19
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 15, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795180424412 WHERE id = 20
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (4, 8)
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 15, 1795180425398, 1795176000000, 'two', 2, 1, 1, 1795180425398, 8, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795180411108, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 15 WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795180424412 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795180424412 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 5 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795180424412
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 5 AND stage = 0 AND (place, id) >= (4, 16)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 16
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 16 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 5, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795180411554, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795180424412 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795180424412 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795180424412
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 16, until_ms = 1795180438031, node = 'two', life = 2, claim_ms = 1795180424412 WHERE id = 18
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795180424412, '', 0, 0, 1, 1795180424412, 28, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795180424412, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 18 WHERE conversation = 3 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 16 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795180424412 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795180424412 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795180424412
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 17, until_ms = 1795180438031, node = 'two', life = 2, claim_ms = 1795180424412 WHERE id = 28
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795180424412, '', 0, 0, 1, 1795180438031, 18, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795180425398, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 28 WHERE conversation = 3 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 17 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795180424412 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795180424412 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND fence = 17
;;
SELECT 1 FROM event WHERE id = 28 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 28
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 28 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 3 AND stage = 0 AND fence = 17 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 3 AND (28 IS NULL OR event = 28)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795180424412, '', 0, 1, 1, 1795180438031, 18, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND fence = 16
;;
SELECT 1 FROM event WHERE conversation = 3 AND stage = 0 AND fence = 16 AND stopped = 1 LIMIT 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 3 AND stage = 0 AND fence = 16 AND fence <> 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795180424412, '', 0, 1, 1, 1795180424412, 18, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795180424412, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation FROM intent WHERE id = 'i1'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795184106412 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795184106412 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795184106412
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 31
;;
UPDATE event SET attempts = '[{"at":1795184106412,"node":"two","life":2,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 31
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 18, until_ms = 1795184118948, node = 'two', life = 2, claim_ms = 1795184106412 WHERE id = 31
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 19, -9223372036854775808, 1795184106412, 'two', 2, 0, 1, 1795184106412, 32, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795184106412, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 31 WHERE conversation = 4 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
UPDATE share SET served = 18 WHERE side = 0 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795184106412 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795184106412 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795184106412
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 20, until_ms = 1795184118948, node = 'two', life = 2, claim_ms = 1795184106412 WHERE id = 18
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795184106412, '', 0, 1, 1, 1795184118948, 18, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795180425398, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 18 WHERE conversation = 3 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 20 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795184106412 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795184106412 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795184106412
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 32
;;
UPDATE event SET attempts = '[{"at":1795184106412,"node":"two","life":2,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 32
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 21, until_ms = 1795184118948, node = 'two', life = 2, claim_ms = 1795184106412 WHERE id = 32
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 19, -9223372036854775808, 1795184106412, 'two', 2, 0, 1, 1795184118948, 31, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795184118948, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 32 WHERE conversation = 4 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
UPDATE share SET served = 21 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k52'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k247'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k52', 31) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k247', 31) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 31
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k230'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k89'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (34, 1, 0, 0, 0, 0, 0, 0, 0, 1795184106412, '{"keys":["k230","k89"],"conversation":"chat:c","kind":{"message_added":{"id":"m230","author":{"id":"ada"},"content":{"text":"text 230"}}},"addressed":"mention"}', NULL, NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 0, -9223372036854775808, 1795176001327, '', 0, 0, 1, 1795184106412, 34, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795184106412, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k230', 34) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k89', 34) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (34, 1, 0, '{"id":"ada"}', 'm230', '{"text":"text 230"}', 1795184106412, NULL)
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 1 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 1, '', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 10
;;
SELECT 1 FROM spend WHERE id = 10
;;
SELECT micros FROM money WHERE spend = 10 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (10, 0, 'USD', 1839052)
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 1 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795184106412, 'm230') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795184106412, last_inbound_ms), last_inbound = coalesce('m230', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k69'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (35, 3, 0, 0, 0, 0, 0, 0, 0, 1795184106412, '{"keys":["k69"],"conversation":"chat:c","kind":{"message_added":{"id":"m69","author":{"id":"ada"},"content":{"text":"text 69"}}},"addressed":"mention"}', NULL, 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795184106412, '', 0, 1, 1, 1795184106412, 35, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k69', 35) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (35, 3, 0, '{"id":"ada"}', 'm69', '{"text":"text 69"}', 1795184106412, NULL)
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 2
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795184106412, 'm69') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795184106412, last_inbound_ms), last_inbound = coalesce('m69', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k158'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (36, 3, 0, 0, 0, 0, 2, 0, 0, 1795184106412, '{"keys":["k158"],"conversation":"chat:c","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 158","value":"v"}]}},"addressed":"aside"}', NULL, NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k158', 36) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (36, 3, 0, '{"id":"bob"}', 'k158', '{"text":"choice 158"}', 1795184106412, NULL)
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 3 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795184106412, 'k158') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795184106412, last_inbound_ms), last_inbound = coalesce('k158', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795184106412 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795184106412 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 22, 1795184122807, 1795180417974, 'one', 1, 0, 0, 1795184122807, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795184122807, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 1, first_ms = 1795180416595, since_ms = 0, looks = 0 WHERE place = 12
;;
UPDATE intent SET claim_fence = 22, claim_ms = 1795184106412 WHERE place = 12
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 22 WHERE side = 1 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i4'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i4'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i4'
;;
SELECT attempts FROM intent WHERE place = 12
;;
UPDATE intent SET attempts = '[{"at":1795180416595,"node":"two","life":2,"error":"not yet"},{"at":1795184106412,"node":"one","life":1,"error":"fog"}]' WHERE place = 12
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 12
;;
UPDATE intent SET trace = 2, tries = 1, first_ms = 1795180416595, since_ms = 1795184106412, looks = 0 WHERE place = 12
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 23, -9223372036854775808, 1795184109471, 'one', 1, 0, 0, 1795184109471, 12, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795184109471, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND fence = 21
;;
SELECT 1 FROM intent WHERE id = 'i6'
;;
SELECT 1 FROM intent WHERE id = 'i7'
;;
SELECT timeline FROM event WHERE id = 32
;;
SELECT 1 FROM event WHERE id = 32 AND conversation = 4 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 32
;;
UPDATE event SET stage = 1, replies = 2, fence = 0, until_ms = NULL WHERE id = 32 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 4 AND stage = 0 AND fence = 21 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 4 AND (32 IS NULL OR event = 32)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (37, 'i6', 4, 0, 0, NULL, 0, 0, 1795184106412, '[32]', '{"to":"chat:c","content":{"text":"reply 98"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', NULL, '00-00000000000000000000000000000063-5a686e53132a5097-01')
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (38, 'i7', 4, 0, 0, NULL, 0, 0, 1795184106412, '[32]', '{"to":"chat:c","content":{"text":"reply 98"}}', '[{"label":"choice 0","value":"v"}]', '{"finish":{"message":"r1","shown":null}}', '00-00000000000000000000000000000063-5a686e53132a5097-01')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795184106412, 37, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795184106412, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 19, -9223372036854775808, 1795184106412, 'two', 2, 0, 1, 1795184118948, 31, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k1'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (39, 2, 0, 0, 7, 0, 0, 0, 0, 1795184106412, '{"keys":["k1"],"conversation":"chat:d","kind":{"message_added":{"id":"m1","author":{"id":"ada"},"content":{"text":"text 1"}}},"addressed":"direct"}', NULL, 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (4, 8)
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k1', 39) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (39, 2, 0, '{"id":"ada"}', 'm1', '{"text":"text 1"}', 1795184106412, NULL)
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795184106412, 'm1') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795184106412, last_inbound_ms), last_inbound = coalesce('m1', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND fence = 20
;;
SELECT timeline FROM event WHERE id = 18
;;
SELECT 1 FROM event WHERE id = 18 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 18
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 18 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 3 AND stage = 0 AND fence = 20 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 3 AND (18 IS NULL OR event = 18)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795184106412, '', 0, 1, 1, 1795184106412, 35, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND fence = 18
;;
SELECT 1 FROM event WHERE conversation = 4 AND stage = 0 AND fence = 18 AND stopped = 1 LIMIT 1
;;
UPDATE event SET until_ms = 1795184114339 WHERE id = 31
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 19, -9223372036854775808, 1795184106412, 'two', 2, 0, 1, 1795184114339, 31, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND fence = 18
;;
SELECT 1 FROM event WHERE conversation = 4 AND stage = 0 AND fence = 18 AND stopped = 1 LIMIT 1
;;
UPDATE event SET until_ms = 1795184118880 WHERE id = 31
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 19, -9223372036854775808, 1795184106412, 'two', 2, 0, 1, 1795184118880, 31, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND fence = 18
;;
SELECT 1 FROM event WHERE conversation = 4 AND stage = 0 AND fence = 18 AND stopped = 1 LIMIT 1
;;
UPDATE event SET until_ms = 1795184123495 WHERE id = 31
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 19, -9223372036854775808, 1795184106412, 'two', 2, 0, 1, 1795184123495, 31, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795184106412 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795184106412 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 1, 24, 1795184117630, -9223372036854775808, 'two', 2, 0, 0, 1795184117630, 37, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795184109471, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795184106412, since_ms = 0, looks = 0 WHERE place = 37
;;
UPDATE intent SET claim_fence = 24, claim_ms = 1795184106412 WHERE place = 37
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
UPDATE share SET served = 24 WHERE side = 1 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i6'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i6'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20777 AND s.owner = 3 AND s.direction = 1 AND ('US' IS NULL OR s.country = 'US') AND ('sms' IS NULL OR s.channel = 'sms')
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 3 AND cursor > 19 ORDER BY cursor LIMIT 4
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'bob'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 0
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 1
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 2
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 3
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 4
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 5
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 6
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 6
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 7
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 8
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 8
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 9
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 9
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 10
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 10
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 11
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 11
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 12
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 12
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 13
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 13
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 14
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 14
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 15
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 15
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 16
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 16
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 17
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 17
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 18
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 18
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT 8) ORDER BY e.id DESC
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, name FROM person WHERE conversation = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 14
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 3 AND changed > 19 AND cursor <= 19 ORDER BY changed LIMIT 4
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 3 AND cursor > 19 ORDER BY cursor LIMIT 4
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'bob'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = '19'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 19
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 1 ORDER BY s.id DESC LIMIT 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 34
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT arrived_ms FROM event WHERE id = 8
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 31
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 12
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT drafted_ms FROM intent WHERE place = 37
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795184106412 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795184106412 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795184106412 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 2 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795184106412
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (4, 8)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 8
;;
UPDATE event SET attempts = '[{"at":1795184106412,"node":"two","life":2,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 8
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 25, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795184106412 WHERE id = 8
;;
SELECT attempts FROM event WHERE id = 9
;;
UPDATE event SET attempts = '[{"at":1795184106412,"node":"two","life":2,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 9
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 25, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795184106412 WHERE id = 9
;;
SELECT attempts FROM event WHERE id = 19
;;
UPDATE event SET attempts = '[{"at":1795184106412,"node":"two","life":2,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 19
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 25, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795184106412 WHERE id = 19
;;
SELECT attempts FROM event WHERE id = 20
;;
UPDATE event SET attempts = '[{"at":1795184106412,"node":"two","life":2,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 20
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 25, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795184106412 WHERE id = 20
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 2 AND stage = 0 AND (place, id) >= (4, 8)
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 25, 1795184123774, 1795176000000, 'two', 2, 1, 1, 1795184123774, 8, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795184106412, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 25 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795184106412 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795184106412 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 1 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795184106412
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 0, -9223372036854775808, 1795184107412, '', 0, 0, 1, 1795184107412, 34, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795184107412, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795184106412 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i8'
;;
SELECT timeline FROM event WHERE id = 8
;;
UPDATE event SET timeline = '{"root":"00-0a7a6f8cce25708bf4a4e0da759a261a-b28450e458b34a5c-00","start":1795176001294,"spans":[{"stage":"turn","id":"ec86fb8d3f0b9723","start":1795184112771,"us":1500,"outcome":"done"}]}' WHERE id = 8 AND conversation = 2
;;
SELECT timeline FROM event WHERE id = 9
;;
UPDATE event SET timeline = '{"root":"00-0a7a6f8cce25708bf4a4e0da759a261a-b28450e458b34a5c-00","start":1795176001294,"spans":[{"stage":"turn","id":"ec86fb8d3f0b9723","start":1795184112771,"us":1500,"outcome":"done"}]}' WHERE id = 9 AND conversation = 2
;;
SELECT timeline FROM event WHERE id = 19
;;
SELECT timeline FROM event WHERE id = 20
;;
UPDATE event SET timeline = '{"root":"00-60e4d6128b6f9ba4cd08b3ec1b574eee-0c15a661c0d000a4-00","start":1795180411539,"spans":[{"stage":"turn","id":"ec86fb8d3f0b9723","start":1795184112771,"us":1500,"outcome":"done"}]}' WHERE id = 20 AND conversation = 2
;;
SELECT 1 FROM event WHERE id = 8 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 9 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 19 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 20 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 8
;;
UPDATE event SET stage = 1, replies = 1, fence = 0, until_ms = NULL WHERE id = 8 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 9
;;
UPDATE event SET stage = 1, replies = 1, fence = 0, until_ms = NULL WHERE id = 9 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 19
;;
UPDATE event SET stage = 1, replies = 1, fence = 0, until_ms = NULL WHERE id = 19 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 20
;;
UPDATE event SET stage = 1, replies = 1, fence = 0, until_ms = NULL WHERE id = 20 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 2 AND stage = 0 AND fence = 25 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 2 AND (NULL IS NULL OR event = NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (40, 'i8', 2, 0, 0, NULL, 0, 0, 1795184112771, '[8,9,19,20]', '{"to":"chat:d","content":{"text":"reply 110"}}', NULL, NULL, '00-0000000000000000000000000000006f-ec86fb8d3f0b9723-01')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 11, -9223372036854775808, 1795180415552, 'one', 1, 0, 0, 1795184112771, 40, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795184112771, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 26, -9223372036854775808, 1795184112771, 'two', 2, 5, 1, 1795184112771, 21, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795184112771 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795184112771 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 1 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795184112771
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 27, until_ms = 1795184114497, node = 'one', life = 1, claim_ms = 1795184112771 WHERE id = 34
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 0, -9223372036854775808, 1795184112771, '', 0, 0, 1, 1795184114497, 34, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795184114497, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 34 WHERE conversation = 1 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
UPDATE share SET served = 27 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 1 AND stage = 0 AND until_ms IS NOT NULL AND fence = 27
;;
SELECT 1 FROM event WHERE id = 34 AND conversation = 1 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 34
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 34 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 1 AND stage = 0 AND fence = 27 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 1 AND (34 IS NULL OR event = 34)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 0, -9223372036854775808, 1795184112771, '', 0, 0, 1, NULL, NULL, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795184123495, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k131'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (41, 4, 0, 0, 2, 1, 2, 0, 0, 1795184115555, '{"keys":["k131"],"conversation":"chat:c","kind":{"message_added":{"id":"m131","author":{"id":"ada"},"content":{"text":"text 131"}}},"addressed":"aside","sequence":2}', '{"root":"00-4f19ca4e00b495caef06d7c985c0294f-6aa68a342d627c38-01","start":1795184115522}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 4 AND stage = 0 AND (place, id) >= (2, 41)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 19, -9223372036854775808, 1795184106412, 'two', 2, 0, 1, 1795184117555, 41, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795184117555, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k131', 41) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (41, 4, 0, '{"id":"ada"}', 'm131', '{"text":"text 131"}', 1795184115555, '00-4f19ca4e00b495caef06d7c985c0294f-6aa68a342d627c38-01')
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550101', 1795184115555, 'm131') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795184115555, last_inbound_ms), last_inbound = coalesce('m131', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k67'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (42, 3, 0, 0, 1, 1, 1, 0, 0, 1795184115555, '{"keys":["k67"],"conversation":"chat:c","kind":{"command":{"name":"/do","text":"67","author":{"id":"ada"}}},"addressed":"ambient","sequence":1}', '{"root":"00-367206c19e9661828a01f7612c04279f-f4e219e2a9333a7e-00","start":1795184115538}', 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k67', 42) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (42, 3, 0, '{"id":"ada"}', 'k67', '{"text":"/do 67"}', 1795184115555, '00-367206c19e9661828a01f7612c04279f-f4e219e2a9333a7e-00')
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 2
;;
SELECT 1 FROM spend WHERE id = 2
;;
SELECT micros FROM money WHERE spend = 2 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (2, 0, 'USD', 2458283)
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 3 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795184115555, 'k67') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795184115555, last_inbound_ms), last_inbound = coalesce('k67', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k9'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (43, 3, 0, 0, 6, 1, 2, 0, 0, 1795184115555, '{"keys":["k9"],"conversation":"chat:c","kind":{"message_added":{"id":"m9","author":{"id":"ada"},"content":{"text":"text 9"}}},"addressed":"aside","sequence":6}', '{"root":"00-367206c19e9661828a01f7612c04279f-f4e219e2a9333a7e-00","start":1795184115538}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k9', 43) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (43, 3, 0, '{"id":"ada"}', 'm9', '{"text":"text 9"}', 1795184115555, '00-367206c19e9661828a01f7612c04279f-f4e219e2a9333a7e-00')
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 3 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795184115555, 'm9') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795184115555, last_inbound_ms), last_inbound = coalesce('m9', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k2'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k238'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k2', 2) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k238', 2) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k195'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (44, 2, 0, 0, 7, 0, 2, 0, 0, 1795184115555, '{"keys":["k195"],"conversation":"chat:d","kind":{"message_added":{"id":"m195","author":{"id":"ada"},"content":{"text":"text 195"}}},"addressed":"aside"}', NULL, 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k195', 44) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (44, 2, 0, '{"id":"ada"}', 'm195', '{"text":"text 195"}', 1795184115555, NULL)
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'GB' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 8
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795184115555, 'm195') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795184115555, last_inbound_ms), last_inbound = coalesce('m195', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 1 AND stage = 0 AND until_ms IS NOT NULL AND fence = 27
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i6'
;;
SELECT timeline FROM event WHERE id = 25
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i6'
;;
SELECT attempts FROM intent WHERE place = 37
;;
UPDATE intent SET attempts = '[{"at":1795184115555,"node":"two","life":2,"error":"fog"}]' WHERE place = 37
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 37
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 32
;;
SELECT stage, replies FROM event WHERE id = 32
;;
UPDATE event SET stage = 4, replies = 0, fence = 0, until_ms = NULL WHERE id = 32 AND stage IN (0, 1)
;;
UPDATE tally SET held = held + 1
;;
UPDATE intent SET trace = 3, maybe = 1, since_ms = 0 WHERE place = 37
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (0, 1, 'i6', 4, 'fog', 1795184115555)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 1, 24, 1795184117630, 1795184115555, 'two', 2, 0, 0, 1795184117630, 38, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 1, 28, -9223372036854775808, 1795184115555, 'two', 2, 0, 0, 1795184115555, 38, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND fence = 18
;;
SELECT 1 FROM event WHERE conversation = 4 AND stage = 0 AND fence = 18 AND stopped = 1 LIMIT 1
;;
UPDATE event SET until_ms = 1795184125332 WHERE id = 31
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 4 AND stage = 0 AND (place, id) >= (2, 41)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 19, -9223372036854775808, 1795184106412, 'two', 2, 0, 1, 1795184117555, 41, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 4 AND stage = 0 AND (place, id) >= (2, 41)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795184115555 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795184115555 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795184115555
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 29, until_ms = 1795184127530, node = 'two', life = 2, claim_ms = 1795184115555 WHERE id = 35
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795184115555, '', 0, 1, 1, 1795184115555, 36, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795184112771, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 35 WHERE conversation = 3 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 29 WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k59'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (45, 3, 0, 0, 6, 0, 0, 0, 0, 1795184115555, '{"keys":["k59"],"conversation":"chat:c","kind":{"message_added":{"id":"m59","author":{"id":"ada"},"content":{"text":"text 59"}}},"addressed":"direct"}', '{"root":"00-bd1468656e841b9b8edf443eacf3a78c-9583c160ca6af7ff-01","start":1795184115520}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k59', 45) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (45, 3, 0, '{"id":"ada"}', 'm59', '{"text":"text 59"}', 1795184115555, '00-bd1468656e841b9b8edf443eacf3a78c-9583c160ca6af7ff-01')
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND fence = 29
;;
SELECT timeline FROM event WHERE id = 35
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT 1 FROM event WHERE id = 35 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 35
;;
SELECT attempts FROM event WHERE id = 35
;;
UPDATE event SET attempts = '[{"at":1795184115555,"node":"two","life":2,"error":"poison"}]' WHERE id = 35
;;
UPDATE event SET stage = 5, replies = 0, fence = 0, until_ms = NULL WHERE id = 35 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '35', 3, 'poison', 1795184115555)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 3 AND stage = 0 AND fence = 29 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 3 AND (35 IS NULL OR event = 35)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795184115555, '', 0, 1, 1, 1795184115555, 36, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND fence = 18
;;
SELECT 1 FROM intent WHERE id = 'i9'
;;
SELECT timeline FROM event WHERE id = 31
;;
UPDATE event SET timeline = '{"root":"00-8622a09d5953fbe37fc87fe89a4c8d2a-d48e3bc702bf6264-01","start":1795180421269,"spans":[{"stage":"turn","id":"7562725631070e50","start":1795184115555,"us":1500,"outcome":"done"}]}' WHERE id = 31 AND conversation = 4
;;
SELECT timeline FROM event WHERE id = 75
;;
SELECT 1 FROM event WHERE id = 31 AND conversation = 4 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 31
;;
UPDATE event SET stage = 1, replies = 1, fence = 0, until_ms = NULL WHERE id = 31 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 4 AND stage = 0 AND fence = 18 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 4 AND (31 IS NULL OR event = 31)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (46, 'i9', 4, 0, 0, NULL, 0, 0, 1795184115555, '[31]', '{"to":"chat:c","content":{"text":"reply 123"}}', NULL, NULL, '00-0000000000000000000000000000007c-7562725631070e50-01')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 1, 28, -9223372036854775808, 1795184115555, 'two', 2, 0, 0, 1795184115555, 38, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
SELECT count(*) FROM intent WHERE conversation = 4 AND trace < 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 4 AND stage = 0 AND (place, id) >= (2, 41)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 19, -9223372036854775808, 1795184106412, 'two', 2, 1, 1, 1795184117555, 41, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795184115555 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795184115555 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 2 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795184115555
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 30, until_ms = 1795184127814, node = 'two', life = 2, claim_ms = 1795184115555 WHERE id = 21
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 26, -9223372036854775808, 1795184115555, 'two', 2, 5, 1, 1795184115555, 23, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795184115555, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 21 WHERE conversation = 2 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 30 WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k263'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
INSERT INTO conversation (owner, place) VALUES (3, 'chat:d')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 7 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (47, 7, 0, 0, 0, 0, 2, 0, 0, 1795184115555, '{"keys":["k263"],"conversation":"chat:d","kind":{"message_added":{"id":"m263","author":{"id":"ada"},"content":{"text":"text 263"}}},"addressed":"aside","keyword":"yes"}', '{"root":"00-70fdff5f6356645785e1c03bca26211d-8d343de2d79aa541-00","start":1795184115543}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795184115555, 47, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795184115555, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k263', 47) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (47, 7, 0, '{"id":"ada"}', 'm263', '{"text":"text 263"}', 1795184115555, '00-70fdff5f6356645785e1c03bca26211d-8d343de2d79aa541-00')
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k253'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (48, NULL, 6, 0, 0, 0, 2, 0, 0, 1795184118701, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k253', 48) ON CONFLICT DO NOTHING
;;
UPDATE event SET noted_in = 3 WHERE id = 48
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k119'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 6 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (49, 6, 0, 0, 0, 0, 2, 0, 0, 1795184118701, '{"keys":["k119"],"conversation":"chat:c","kind":{"message_added":{"id":"m119","author":{"id":"ada"},"content":{"text":"text 119"}}},"addressed":"aside"}', '{"root":"00-d942d727333087f7236f9082f0ed1bc9-3b0bb35e314d7467-00","start":1795184118655}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (6, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795184118701, 49, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k119', 49) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (49, 6, 0, '{"id":"ada"}', 'm119', '{"text":"text 119"}', 1795184118701, '00-d942d727333087f7236f9082f0ed1bc9-3b0bb35e314d7467-00')
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550101', 1795184118701, 'm119') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795184118701, last_inbound_ms), last_inbound = coalesce('m119', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k186'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 3 AND name = 'sms'
;;
WITH known AS (SELECT DISTINCT c.name FROM channel c JOIN owner o ON o.id = c.owner WHERE o.account = (SELECT account FROM owner WHERE id = 3)) INSERT INTO channel (owner, name) SELECT 3, 'sms' WHERE 'sms' IN known OR (SELECT count(*) FROM known) < 1000
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 7 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (50, 7, 0, 0, 1, 1, 0, 0, 0, 1795184118701, '{"keys":["k186"],"conversation":"chat:d","kind":{"message_added":{"id":"m186","author":{"id":"ada"},"content":{"text":"text 186"}}},"addressed":"direct","sequence":1}', '{"root":"00-40dae3b681121338ce6ab01a973111b4-4d1d80cc94348c0a-01","start":1795184118670}', 5)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k186', 50) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (50, 7, 0, '{"id":"ada"}', 'm186', '{"text":"text 186"}', 1795184118701, '00-40dae3b681121338ce6ab01a973111b4-4d1d80cc94348c0a-01')
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 7 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795184118701, 'm186') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795184118701, last_inbound_ms), last_inbound = coalesce('m186', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k26'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (51, NULL, 6, 0, 0, 0, 2, 0, 0, 1795184118701, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k26', 51) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i4'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT stage, replies FROM event WHERE id = 1
;;
UPDATE event SET stage = 4, replies = 0, fence = 0, until_ms = NULL WHERE id = 1 AND stage IN (0, 1)
;;
DELETE FROM intent WHERE place = 12
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i4'
;;
DELETE FROM charge WHERE intent = 'i4'
;;
SELECT owner FROM conversation WHERE id = 1
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (52, 4, 1, 1, 'm26', 0, 1795270518701)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 4
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 1, 23, -9223372036854775808, 1795184118701, 'one', 1, 0, 0, NULL, NULL, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795184115555, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i4' AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 1 AND message = 'm26'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'm26' AND r.speaker = 1 AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 1 AND message = 'm26'
;;
UPDATE event SET noted_in = 1 WHERE id = 51
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 2 AND stage = 0 AND until_ms IS NOT NULL AND fence = 30
;;
SELECT 1 FROM intent WHERE id = 'i10'
;;
SELECT 1 FROM intent WHERE id = 'i11'
;;
SELECT timeline FROM event WHERE id = 21
;;
UPDATE event SET timeline = '{"root":"00-60e4d6128b6f9ba4cd08b3ec1b574eee-0c15a661c0d000a4-00","start":1795180411539,"spans":[{"stage":"turn","id":"23060b8a10322509","start":1795184118701,"us":1500,"outcome":"done"}]}' WHERE id = 21 AND conversation = 2
;;
SELECT timeline FROM event WHERE id = 14
;;
UPDATE event SET timeline = '{"root":"00-fc0441a0af39c898c0bec3443905c306-4c45b7d4ab721773-00","start":1795180407617,"spans":[{"stage":"turn","id":"23060b8a10322509","start":1795184118701,"us":1500,"outcome":"done"}]}' WHERE id = 14 AND conversation = 2
;;
SELECT 1 FROM event WHERE id = 21 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 21
;;
UPDATE event SET stage = 1, replies = 2, fence = 0, until_ms = NULL WHERE id = 21 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 2 AND stage = 0 AND fence = 30 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 2 AND (21 IS NULL OR event = 21)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (53, 'i10', 2, 0, 0, NULL, 0, 0, 1795184118701, '[21]', '{"to":"chat:d","content":{"text":"reply 132"}}', '[{"label":"choice 0","value":"v"}]', '{"discard":{"message":null,"live":"l","since":1795184118701}}', '00-00000000000000000000000000000085-23060b8a10322509-01')
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (54, 'i11', 2, 0, 0, NULL, 0, 0, 1795184118701, '[21]', '{"to":"chat:d","content":{"text":"reply 132"}}', '[{"label":"choice 0","value":"v"}]', '{"finish":{"message":"r1","shown":1}}', '00-00000000000000000000000000000085-23060b8a10322509-01')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 11, -9223372036854775808, 1795180415552, 'one', 1, 0, 0, 1795184112771, 40, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
SELECT count(*) FROM intent WHERE conversation = 2 AND trace < 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 26, -9223372036854775808, 1795184115555, 'two', 2, 5, 1, 1795184115555, 23, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795184118701 ORDER BY b.due_ms, b.id LIMIT 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20776 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
SELECT kind, currency, micros FROM money WHERE spend = 2
;;
SELECT kind, currency, micros FROM money WHERE spend = 8
;;
SELECT kind, currency, micros FROM money WHERE spend = 7
;;
SELECT kind, currency, micros FROM money WHERE spend = 6
;;
SELECT kind, currency, micros FROM money WHERE spend = 5
;;
SELECT kind, currency, micros FROM money WHERE spend = 3
;;
SELECT kind, currency, micros FROM money WHERE spend = 9
;;
SELECT kind, currency, micros FROM money WHERE spend = 10
;;
SELECT kind, currency, micros FROM money WHERE spend = 1
;;
SELECT kind, currency, micros FROM money WHERE spend = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k270'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 3 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (55, 4, 0, 0, 1, 1, 0, 0, 0, 1795184118701, '{"keys":["k270"],"conversation":"chat:c","kind":{"message_added":{"id":"m270","author":{"id":"ada"},"content":{"text":"text 270"}}},"addressed":"mention","sequence":1}', '{"root":"00-286e75dcdc2ecb8e10808fe8faec4eff-94dfbca2ec89b176-00","start":1795184118686}', 5)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 19, -9223372036854775808, 1795184106412, 'two', 2, 1, 1, 1795184118701, 55, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k270', 55) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (55, 4, 0, '{"id":"ada"}', 'm270', '{"text":"text 270"}', 1795184118701, '00-286e75dcdc2ecb8e10808fe8faec4eff-94dfbca2ec89b176-00')
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 4 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795184118701, 'm270') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795184118701, last_inbound_ms), last_inbound = coalesce('m270', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795184118701 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795184118701 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 31, 1795184130489, 1795180415552, 'two', 2, 0, 0, 1795184130489, 40, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795184130489, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795184118701, since_ms = 0, looks = 0 WHERE place = 40
;;
UPDATE intent SET claim_fence = 31, claim_ms = 1795184118701 WHERE place = 40
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 31 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795184118701 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795184118701 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 1, 32, 1795184130489, 1795184115555, 'two', 2, 0, 0, 1795184130489, 38, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795184130489, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795184118701, since_ms = 0, looks = 0 WHERE place = 38
;;
UPDATE intent SET claim_fence = 32, claim_ms = 1795184118701 WHERE place = 38
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
UPDATE share SET served = 32 WHERE side = 1 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795184118701 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i7'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 3 AND address = '+15550100'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i7'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20777 AND s.owner = 3 AND s.direction = 1 AND ('US' IS NULL OR s.country = 'US') AND ('sms' IS NULL OR s.channel = 'sms')
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 3 AND country = '' AND channel = 'sms' AND direction = 1
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 3, '', 'sms', 1)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 11
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i7', 11, 2, NULL, NULL, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i7'
;;
SELECT timeline FROM event WHERE id = 56
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i7'
;;
SELECT attempts FROM intent WHERE place = 38
;;
UPDATE intent SET attempts = '[{"at":1795184118701,"node":"two","life":2,"error":"fog"}]' WHERE place = 38
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 38
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795184118701, since_ms = 1795184118701, looks = 0 WHERE place = 38
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 1, 33, -9223372036854775808, 1795184120411, 'two', 2, 0, 0, 1795184120411, 38, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795184120411, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i8'
;;
SELECT timeline FROM event WHERE id = 50
;;
UPDATE event SET timeline = '{"root":"00-40dae3b681121338ce6ab01a973111b4-4d1d80cc94348c0a-01","start":1795184118670,"spans":[{"stage":"send","id":"886932d785d4a1e6","start":1795184118701,"us":1500,"outcome":"done","error":"timeout"}]}' WHERE id = 50 AND conversation = 2
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i8'
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 40
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 8
;;
UPDATE event SET timeline = '{"root":"00-0a7a6f8cce25708bf4a4e0da759a261a-b28450e458b34a5c-00","start":1795176001294,"spans":[{"stage":"turn","id":"ec86fb8d3f0b9723","start":1795184112771,"us":1500,"outcome":"done"},{"stage":"outbox","id":"e112ab091b7650be","parent":"ec86fb8d3f0b9723","start":1795184112771,"us":5930000,"outcome":"sent"}]}' WHERE id = 8 AND conversation = 2
;;
SELECT stage, replies FROM event WHERE id = 8
;;
UPDATE event SET stage = 2, replies = 0, fence = 0, until_ms = NULL WHERE id = 8 AND stage IN (0, 1)
;;
UPDATE tally SET answered = answered + 1
;;
SELECT stage, replies FROM event WHERE id = 9
;;
UPDATE event SET stage = 2, replies = 0, fence = 0, until_ms = NULL WHERE id = 9 AND stage IN (0, 1)
;;
UPDATE tally SET answered = answered + 1
;;
SELECT stage, replies FROM event WHERE id = 19
;;
UPDATE event SET stage = 2, replies = 0, fence = 0, until_ms = NULL WHERE id = 19 AND stage IN (0, 1)
;;
UPDATE tally SET answered = answered + 1
;;
SELECT stage, replies FROM event WHERE id = 20
;;
UPDATE event SET stage = 2, replies = 0, fence = 0, until_ms = NULL WHERE id = 20 AND stage IN (0, 1)
;;
UPDATE tally SET answered = answered + 1
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (2, 'r32', 1795184118701)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (2, 'p34', 1795184118701)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT owner FROM conversation WHERE id = 2
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r32'
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p34'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'p34', NULL, 56, 1795184118701)
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress, causes, trace) SELECT 56, conversation, 1, NULL, 'r32', CASE WHEN offered IS NULL THEN json_extract(message, '$.content') ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, 1795184118701, id, NULL, causes, '00-0000000000000000000000000000006f-e112ab091b7650be-01' FROM intent WHERE place = 40
;;
DELETE FROM intent WHERE place = 40
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i8'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 31, 1795184130489, 1795184118701, 'two', 2, 0, 0, 1795184130489, 53, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 34, -9223372036854775808, 1795184118701, 'two', 2, 0, 0, 1795184118701, 53, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795184118701, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, i.id FROM intent i JOIN conversation c ON c.id = i.conversation JOIN owner o ON o.id = c.owner WHERE i.trace < 3 AND o.account = 'a' ORDER BY i.place
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i7'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 32
;;
SELECT stage, replies FROM event WHERE id = 32
;;
UPDATE event SET stage = 4, replies = 0, fence = 0, until_ms = NULL WHERE id = 32 AND stage IN (0, 1)
;;
UPDATE intent SET trace = 3, maybe = 1, since_ms = 1795184118701 WHERE place = 38
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 1, 'i7', 4, 'gone; it may have been carried before, and nobody can look that up any more', 1795184123955)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 1, 33, -9223372036854775808, 1795184123955, 'two', 2, 0, 0, 1795184123955, 46, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795184123955, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i9'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 31
;;
UPDATE event SET timeline = '{"root":"00-8622a09d5953fbe37fc87fe89a4c8d2a-d48e3bc702bf6264-01","start":1795180421269,"spans":[{"stage":"turn","id":"7562725631070e50","start":1795184115555,"us":1500,"outcome":"done"},{"stage":"outbox","id":"333596e18e0ae636","parent":"7562725631070e50","start":1795184115555,"us":8400000,"outcome":"dead","error":"dead","events":[{"name":"dead_lettered","at":1795184123955}]}]}' WHERE id = 31 AND conversation = 4
;;
SELECT stage, replies FROM event WHERE id = 31
;;
UPDATE event SET stage = 5, replies = 0, fence = 0, until_ms = NULL WHERE id = 31 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
UPDATE intent SET trace = 3, maybe = 0, since_ms = 0 WHERE place = 46
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 1, 'i9', 4, 'gone', 1795184123955)
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i9'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 1, 33, -9223372036854775808, 1795184123955, 'two', 2, 0, 0, NULL, NULL, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
DELETE FROM share WHERE side = 1 AND tenant = 'u'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795184123955 ORDER BY b.due_ms, b.id LIMIT 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20776 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
SELECT kind, currency, micros FROM money WHERE spend = 2
;;
SELECT kind, currency, micros FROM money WHERE spend = 8
;;
SELECT kind, currency, micros FROM money WHERE spend = 7
;;
SELECT kind, currency, micros FROM money WHERE spend = 6
;;
SELECT kind, currency, micros FROM money WHERE spend = 5
;;
SELECT kind, currency, micros FROM money WHERE spend = 3
;;
SELECT kind, currency, micros FROM money WHERE spend = 11
;;
SELECT kind, currency, micros FROM money WHERE spend = 9
;;
SELECT kind, currency, micros FROM money WHERE spend = 10
;;
SELECT kind, currency, micros FROM money WHERE spend = 1
;;
SELECT kind, currency, micros FROM money WHERE spend = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k272'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (57, 3, 0, 0, 1, 1, 0, 0, 0, 1795184123955, '{"keys":["k272"],"conversation":"chat:c","kind":{"message_added":{"id":"m272","author":{"id":"ada"},"content":{"text":"text 272"}}},"addressed":"mention","sequence":1}', '{"root":"00-e5de4c314f8433d2b1d6ff634aace769-04bbc41f8e4ee5ec-00","start":1795184123937}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k272', 57) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (57, 3, 0, '{"id":"ada"}', 'm272', '{"text":"text 272"}', 1795184123955, '00-e5de4c314f8433d2b1d6ff634aace769-04bbc41f8e4ee5ec-00')
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k160'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (58, NULL, 6, 0, 0, 1, 2, 0, 0, 1795184125183, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k160', 58) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i6'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i6'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i6' AND c.owner = 4 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 4 AND message = 'r8'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'r8' AND r.speaker = 1 AND c.owner = 4 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 4 AND message = 'r8'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (4, 'r8', '{"status":"failed"}', NULL, 1795184125183)
;;
UPDATE bill SET due_ms = min(due_ms, 1795184185183) WHERE owner = 4 AND message = 'r8' AND asked = 0
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i6' AND c.owner = 4 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 4 AND message = 'r8'
;;
UPDATE event SET noted_in = 5 WHERE id = 58
;;
UPDATE delivery SET conversation = 5 WHERE owner = 4 AND message = 'r8' AND record IS NULL
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k198'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (59, 2, 0, 0, 7, 0, 0, 0, 0, 1795184125183, '{"keys":["k198"],"conversation":"chat:d","kind":{"message_added":{"id":"m198","author":{"id":"ada"},"content":{"text":"text 198"}}},"addressed":"direct"}', '{"root":"00-e4ecfe8ccaf64fc8d959d60a7b0a81c4-2743f67e758802e9-00","start":1795184125145}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k198', 59) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (59, 2, 0, '{"id":"ada"}', 'm198', '{"text":"text 198"}', 1795184125183, '00-e4ecfe8ccaf64fc8d959d60a7b0a81c4-2743f67e758802e9-00')
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'US' AND channel = 'sms' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, 'US', 'sms', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 12
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 2 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795184125183, 'm198') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795184125183, last_inbound_ms), last_inbound = coalesce('m198', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k276'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (60, 3, 0, 0, 3, 1, 0, 0, 0, 1795184125183, '{"keys":["k276"],"conversation":"chat:c","kind":{"message_added":{"id":"m276","author":{"id":"ada"},"content":{"text":"text 276"}}},"addressed":"direct","sequence":3}', '{"root":"00-6c450b1e58d1db018444f7a2024e7fe0-22d14c7b83fd34d8-01","start":1795184125155}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k276', 60) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (60, 3, 0, '{"id":"ada"}', 'm276', '{"text":"text 276"}', 1795184125183, '00-6c450b1e58d1db018444f7a2024e7fe0-22d14c7b83fd34d8-01')
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 2
;;
SELECT 1 FROM spend WHERE id = 2
;;
SELECT micros FROM money WHERE spend = 2 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (2, 0, 'USD', 4300815)
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 3 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795184125183, 'm276') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795184125183, last_inbound_ms), last_inbound = coalesce('m276', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k39'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k108'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (61, NULL, 6, 0, 0, 0, 2, 0, 0, 1795184129141, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k39', 61) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k108', 61) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i6'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i6'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
DELETE FROM shelved WHERE shelf = 0 AND name = 'i6' AND conversation = 4
;;
INSERT OR REPLACE INTO decided (name, decision, at_ms) VALUES ('i6', 2, 1795184129141)
;;
SELECT stage, replies FROM event WHERE id = 32
;;
SELECT count(*) FROM intent i, json_each(i.causes) c WHERE i.conversation = 4 AND i.trace < 3 AND i.id <> 'i6' AND c.value = 32
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i6'
;;
SELECT s.shelf FROM intent i, json_each(i.causes) c JOIN shelved s ON s.name = i.id WHERE i.conversation = 4 AND i.trace = 3 AND i.id <> 'i6' AND c.value = 32
;;
SELECT stage, replies FROM event WHERE id = 32
;;
UPDATE tally SET held = held - 1
;;
UPDATE event SET stage = 1, replies = 1 WHERE id = 32
;;
UPDATE event SET stage = 5, replies = 0, fence = 0, until_ms = NULL WHERE id = 32 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (4, 'm39', 1795184129141)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT owner FROM conversation WHERE id = 4
;;
SELECT progress FROM delivery WHERE owner = 3 AND message = 'm39'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress, causes, trace) SELECT 62, conversation, 1, NULL, 'm39', CASE WHEN offered IS NULL THEN json_extract(message, '$.content') ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, 1795184129141, id, NULL, causes, '00-00000000000000000000000000000063-48c2a7cf19250740-01' FROM intent WHERE place = 37
;;
DELETE FROM intent WHERE place = 37
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i6'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i6' AND c.owner = 3 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT conversation, trace, causes FROM record WHERE cursor = 62
;;
SELECT timeline FROM event WHERE id = 32
;;
UPDATE event SET noted_in = 7 WHERE id = 61
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k102'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (63, NULL, 6, 0, 0, 1, 1, 0, 0, 1795184129141, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k102', 63) ON CONFLICT DO NOTHING
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p38'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p38' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'p38'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'p38', '{"status":"read"}', NULL, 1795184129141)
;;
UPDATE bill SET due_ms = min(due_ms, 1795184189141) WHERE owner = 2 AND message = 'p38' AND asked = 0
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p38'
;;
UPDATE event SET noted_in = 3 WHERE id = 63
;;
UPDATE delivery SET conversation = 3 WHERE owner = 2 AND message = 'p38' AND record IS NULL
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 5 AND cursor < 39 ORDER BY cursor DESC LIMIT 2
;;
SELECT name FROM person WHERE conversation = 5 AND id = 'ada'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT 32) ORDER BY e.id DESC
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT id, name FROM person WHERE conversation = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 14
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 5 AND changed > 39 AND cursor <= 39 ORDER BY changed LIMIT 2
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 5 AND cursor > 39 ORDER BY cursor LIMIT 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = 'k298'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 1 ORDER BY s.id DESC LIMIT 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 23
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 41
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT arrived_ms FROM event WHERE id = 49
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 53
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k238'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k238', 2) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k150'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (64, 2, 0, 0, 3, 1, 0, 0, 0, 1795189933754, '{"keys":["k150"],"conversation":"chat:d","kind":{"message_added":{"id":"m150","author":{"id":"ada"},"content":{"text":"text 150"}}},"addressed":"mention","sequence":3}', '{"root":"00-a10d5d8258eaef49903959bc5c1dd306-ec3b7c73ab0216ae-01","start":1795189933726}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 26, -9223372036854775808, 1795184115555, 'two', 2, 5, 1, 1795189933754, 64, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k150', 64) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (64, 2, 0, '{"id":"ada"}', 'm150', '{"text":"text 150"}', 1795189933754, '00-a10d5d8258eaef49903959bc5c1dd306-ec3b7c73ab0216ae-01')
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 6
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795189933754, 'm150') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795189933754, last_inbound_ms), last_inbound = coalesce('m150', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k23'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k23', 20) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 20
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k150'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 4 AND name = 'sms'
;;
WITH known AS (SELECT DISTINCT c.name FROM channel c JOIN owner o ON o.id = c.owner WHERE o.account = (SELECT account FROM owner WHERE id = 4)) INSERT INTO channel (owner, name) SELECT 4, 'sms' WHERE 'sms' IN known OR (SELECT count(*) FROM known) < 1000
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 6 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (65, 6, 0, 0, 0, 0, 1, 0, 0, 1795189934247, '{"keys":["k150"],"conversation":"chat:c","kind":{"message_added":{"id":"m150","author":{"id":"ada"},"content":{"text":"text 150"}}},"addressed":"ambient"}', '{"root":"00-36523ac6c686bac811706d9966e6fb1b-9b71405ccdff617a-00","start":1795189934228}', 6)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k150', 65) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (65, 6, 0, '{"id":"ada"}', 'm150', '{"text":"text 150"}', 1795189934247, '00-36523ac6c686bac811706d9966e6fb1b-9b71405ccdff617a-00')
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 4 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 4, 'US', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 13
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550102', 1795189934247, 'm150') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795189934247, last_inbound_ms), last_inbound = coalesce('m150', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND cursor > 9 ORDER BY cursor LIMIT 5
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'bob'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 0
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 1
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 2
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 3
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 4
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 5
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 6
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 6
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 7
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT 6) ORDER BY e.id DESC
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
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
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 31
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND changed > 9 AND cursor <= 9 ORDER BY changed LIMIT 5
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND cursor > 9 ORDER BY cursor LIMIT 5
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'bob'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = 'k107'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 1 ORDER BY s.id DESC LIMIT 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 23
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 41
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT arrived_ms FROM event WHERE id = 49
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 53
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('two', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 3 AND until_ms > -9223372036854775808
;;
UPDATE event SET until_ms = NULL WHERE stage = 0 AND until_ms IS NOT NULL AND node = 'two' AND life < 3 RETURNING conversation
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '1' ORDER BY s.shelf, s.id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '1' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT decision, at_ms FROM decided WHERE name = '1'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 23
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 41
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT arrived_ms FROM event WHERE id = 49
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 53
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '1' ORDER BY s.shelf, s.id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = '1' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT decision, at_ms FROM decided WHERE name = '1'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 23
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 41
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT arrived_ms FROM event WHERE id = 49
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 53
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i1' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT message, causes, maybe, attempts FROM intent WHERE id = 'i1'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i1' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT message, causes, maybe, attempts FROM intent WHERE id = 'i1'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 23
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 41
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT arrived_ms FROM event WHERE id = 49
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 53
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i1' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT message, causes, maybe, attempts FROM intent WHERE id = 'i1'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.name = 'i1' ORDER BY s.shelf, s.id LIMIT 1
;;
SELECT message, causes, maybe, attempts FROM intent WHERE id = 'i1'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 23
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 41
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT arrived_ms FROM event WHERE id = 49
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 53
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795189937468 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795189937468 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 7 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795189937468
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 7 AND stage = 0 AND (place, id) >= (1, 50)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 35, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795189937468 WHERE id = 47
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 35, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795189937468 WHERE id = 50
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 35, 1795189945198, -9223372036854775808, 'two', 3, 0, 1, 1795189945198, 47, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795184118701, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
UPDATE share SET served = 35 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i6'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795189937468 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795189937468 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795189937468
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 36, until_ms = 1795189950350, node = 'one', life = 1, claim_ms = 1795189937468 WHERE id = 36
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795189937468, '', 0, 1, 1, 1795189937468, 42, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795184118701, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 36 WHERE conversation = 3 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 36 WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND fence = 36
;;
SELECT 1 FROM intent WHERE id = 'i12'
;;
SELECT 1 FROM intent WHERE id = 'i13'
;;
SELECT timeline FROM event WHERE id = 36
;;
SELECT 1 FROM event WHERE id = 36 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 36
;;
UPDATE event SET stage = 1, replies = 2, fence = 0, until_ms = NULL WHERE id = 36 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 3 AND stage = 0 AND fence = 36 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 3 AND (36 IS NULL OR event = 36)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (66, 'i12', 3, 0, 0, NULL, 0, 0, 1795189937468, '[36]', '{"to":"chat:c","content":{"text":"reply 191"}}', '[{"label":"choice 0","value":"v"}]', NULL, '00-000000000000000000000000000000c0-ae4716f1d1b00d95-01')
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (67, 'i13', 3, 0, 0, NULL, 0, 0, 1795189937468, '[36]', '{"to":"chat:c","content":{"text":"reply 191"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', NULL, '00-000000000000000000000000000000c0-ae4716f1d1b00d95-01')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795189937468, 66, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
SELECT count(*) FROM intent WHERE conversation = 3 AND trace < 3
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT owner FROM conversation WHERE id = 3
;;
UPDATE intent SET answer = 36 WHERE id = 'i12'
;;
UPDATE intent SET answer = 36 WHERE id = 'i13'
;;
INSERT OR REPLACE INTO answer (event, conversation, accepted, content_type, body, within_ms, look_ms) VALUES (36, 3, 0, 'text/plain', x'616e7377657220313931', 4967, 3939)
;;
SELECT conversation, within_ms, look_ms FROM answer WHERE event = 36
;;
UPDATE intent SET trace = 2, first_ms = coalesce(first_ms, 1795189937468), since_ms = 1795189942435, looks = 0 WHERE answer = 36
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 37, -9223372036854775808, 1795189946374, '', 0, 0, 0, 1795189946374, 66, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 0, -9223372036854775808, 1795189937468, '', 0, 1, 1, 1795189937468, 42, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT timeline FROM event WHERE id = 47
;;
UPDATE event SET timeline = '{"root":"00-70fdff5f6356645785e1c03bca26211d-8d343de2d79aa541-00","start":1795184115543,"spans":[{"stage":"turn","id":"50bd8d02b897b8bd","start":1795189937468,"us":1500,"outcome":"done"}]}' WHERE id = 47 AND conversation = 7
;;
SELECT timeline FROM event WHERE id = 15
;;
SELECT 1 FROM event WHERE id = 47 AND conversation = 7 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 15 AND conversation = 7 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 47
;;
SELECT attempts FROM event WHERE id = 47
;;
UPDATE event SET attempts = '[{"at":1795189937468,"node":"two","life":3,"error":"poison"}]' WHERE id = 47
;;
UPDATE event SET stage = 5, replies = 0, fence = 0, until_ms = NULL WHERE id = 47 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '47', 7, 'poison', 1795189937468)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 7 AND stage = 0 AND fence = 35 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 7 AND (NULL IS NULL OR event = NULL)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 7 AND stage = 0 AND (place, id) >= (1, 50)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 38, -9223372036854775808, 1795189937468, 'two', 3, 0, 1, 1795189937468, 50, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795189941036 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795189941036 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 39, 1795189959234, 1795184118701, 'two', 3, 0, 0, 1795189959234, 53, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795189946374, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795189941036, since_ms = 0, looks = 0 WHERE place = 53
;;
UPDATE intent SET claim_fence = 39, claim_ms = 1795189941036 WHERE place = 53
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 39 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795189941036 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i10'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i10'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20777 AND s.owner = 2 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND ('sms' IS NULL OR s.channel = 'sms')
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'GB' AND channel = 'sms' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 7
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i10', 7, 1, NULL, NULL, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795193587036 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795193587036 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 40, 1795193598939, 1795189946374, 'one', 1, 0, 0, 1795193598939, 66, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795189959234, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795189937468, since_ms = 1795189942435, looks = 0 WHERE place = 66
;;
UPDATE intent SET claim_fence = 40, claim_ms = 1795193587036 WHERE place = 66
;;
SELECT message FROM receipt WHERE conversation = 3 AND at_ms >= 1795189337468 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 40 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795193587036 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795193587036 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 41, 1795193598939, 1795184118701, 'one', 1, 0, 0, 1795193598939, 53, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795193598939, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795189941036, since_ms = 1795193587036, looks = 0 WHERE place = 53
;;
UPDATE intent SET claim_fence = 41, claim_ms = 1795193587036 WHERE place = 53
;;
SELECT message FROM receipt WHERE conversation = 2 AND at_ms >= 1795189341036 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 41 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795193587036 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i10'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i10'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i10'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i10'
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 53
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 21
;;
UPDATE event SET timeline = '{"root":"00-60e4d6128b6f9ba4cd08b3ec1b574eee-0c15a661c0d000a4-00","start":1795180411539,"spans":[{"stage":"turn","id":"23060b8a10322509","start":1795184118701,"us":1500,"outcome":"done"},{"stage":"outbox","id":"d334456be29723d7","parent":"23060b8a10322509","start":1795184118701,"us":9468335000,"outcome":"sent"}]}' WHERE id = 21 AND conversation = 2
;;
SELECT stage, replies FROM event WHERE id = 21
;;
UPDATE event SET stage = 1, replies = 1, fence = 0, until_ms = NULL WHERE id = 21 AND stage IN (0, 1)
;;
DELETE FROM intent WHERE place = 53
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i10'
;;
DELETE FROM charge WHERE intent = 'i10'
;;
SELECT owner FROM conversation WHERE id = 2
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (68, 7, 2, 2, 'r13', 0, 1795279987036)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 7
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 41, 1795193598939, 1795193587036, 'one', 1, 0, 0, 1795193598939, 54, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 42, -9223372036854775808, 1795193587036, 'one', 1, 0, 0, 1795193587036, 54, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795193587036, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i12'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i12'
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'US' AND channel = 'sms' AND direction = 1
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20777, 2, 'US', 'sms', 1)
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 14
;;
SELECT 1 FROM spend WHERE id = 14
;;
SELECT micros FROM money WHERE spend = 14 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (14, 0, 'USD', 237656)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i12', 14, 3, 'USD', 237656, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i4'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k29'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (69, NULL, 6, 0, 0, 0, 1, 0, 0, 1795193587036, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k29', 69) ON CONFLICT DO NOTHING
;;
UPDATE event SET noted_in = 2 WHERE id = 69
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795193587036 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795193587036 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 43, 1795193606163, 1795193587036, 'two', 3, 0, 0, 1795193606163, 54, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795193598939, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795193587036, since_ms = 0, looks = 0 WHERE place = 54
;;
UPDATE intent SET claim_fence = 43, claim_ms = 1795193587036 WHERE place = 54
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 43 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795193587036 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i11'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i11'
;;
UPDATE intent SET message = '{"to":"chat:c","content":{"text":"a template"}}' WHERE id = 'i11'
;;
SELECT id FROM spend WHERE day = 20777 AND owner = 2 AND country = 'GB' AND channel = 'sms' AND direction = 1
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 7
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i11', 7, 1, NULL, NULL, 0)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i11'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i11'
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 54
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 21
;;
UPDATE event SET timeline = '{"root":"00-60e4d6128b6f9ba4cd08b3ec1b574eee-0c15a661c0d000a4-00","start":1795180411539,"spans":[{"stage":"turn","id":"23060b8a10322509","start":1795184118701,"us":1500,"outcome":"done"},{"stage":"outbox","id":"d334456be29723d7","parent":"23060b8a10322509","start":1795184118701,"us":9468335000,"outcome":"sent"},{"stage":"outbox","id":"d88494447d999ac5","parent":"23060b8a10322509","start":1795184118701,"us":9468335000,"outcome":"sent"}]}' WHERE id = 21 AND conversation = 2
;;
SELECT stage, replies FROM event WHERE id = 21
;;
UPDATE event SET stage = 2, replies = 0, fence = 0, until_ms = NULL WHERE id = 21 AND stage IN (0, 1)
;;
UPDATE tally SET answered = answered + 1
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (2, 'r18', 1795193587036)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (2, 'p0', 1795193587036)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT owner FROM conversation WHERE id = 2
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r18'
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p0'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'p0', NULL, 70, 1795193587036)
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress, causes, trace) SELECT 70, conversation, 1, NULL, 'r18', CASE WHEN offered IS NULL THEN json_extract(message, '$.content') ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, 1795193587036, id, NULL, causes, '00-00000000000000000000000000000085-d88494447d999ac5-01' FROM intent WHERE place = 54
;;
DELETE FROM intent WHERE place = 54
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i11'
;;
DELETE FROM charge WHERE intent = 'i11'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 43, 1795193606163, 1795193587036, 'two', 3, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 44, -9223372036854775808, 1795193587036, 'two', 3, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795193587036 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795193587036 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795193587036
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 45, until_ms = 1795193598998, node = 'two', life = 3, claim_ms = 1795193587036 WHERE id = 55
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 19, -9223372036854775808, 1795193587036, 'two', 2, 1, 1, 1795193587036, 41, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795189937468, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 55 WHERE conversation = 4 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
UPDATE share SET served = 45 WHERE side = 0 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795193587036 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795193587036 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 6 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795193587036
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 46, until_ms = 1795193598998, node = 'two', life = 3, claim_ms = 1795193587036 WHERE id = 49
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 6
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (6, 0, 0, -9223372036854775808, 1795193587036, '', 0, 0, 0, 1795193587036, 65, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795189933754, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 49 WHERE conversation = 6 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 6
;;
UPDATE share SET served = 46 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795193587036 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795193587036 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 7 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795193587036
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 7 AND stage = 0 AND (place, id) >= (1, 50)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 47, until_ms = 1795193598998, node = 'two', life = 3, claim_ms = 1795193587036 WHERE id = 50
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 7 AND stage = 0 AND (place, id) >= (1, 50)
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 38, -9223372036854775808, 1795193587036, 'two', 3, 0, 1, 1795193598998, 50, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795193587036, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 50 WHERE conversation = 7 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
UPDATE share SET served = 47 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795193587036 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k118'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k149'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 3 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 7 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (71, 7, 0, 0, 1, 0, 0, 0, 0, 1795193587036, '{"keys":["k118","k149"],"conversation":"chat:d","kind":{"message_added":{"id":"m118","author":{"id":"ada"},"content":{"text":"text 118"}}},"addressed":"mention"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795193587032}', 2)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 7 AND stage = 0 AND (place, id) >= (1, 50)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 38, -9223372036854775808, 1795193587036, 'two', 3, 0, 1, 1795193587036, 71, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k118', 71) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k149', 71) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (71, 7, 0, '{"id":"ada"}', 'm118', '{"text":"text 118"}', 1795193587036, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795193587036, 'm118') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795193587036, last_inbound_ms), last_inbound = coalesce('m118', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 7 AND stage = 0 AND until_ms IS NOT NULL AND fence = 47
;;
SELECT 1 FROM intent WHERE id = 'i14'
;;
SELECT 1 FROM intent WHERE id = 'i15'
;;
SELECT timeline FROM event WHERE id = 50
;;
UPDATE event SET timeline = '{"root":"00-40dae3b681121338ce6ab01a973111b4-4d1d80cc94348c0a-01","start":1795184118670,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795193587036,"us":1500,"outcome":"done"}]}' WHERE id = 50 AND conversation = 7
;;
SELECT 1 FROM event WHERE id = 50 AND conversation = 7 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 50
;;
UPDATE event SET stage = 1, replies = 2, fence = 0, until_ms = NULL WHERE id = 50 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 7 AND stage = 0 AND fence = 47 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 7 AND (50 IS NULL OR event = 50)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (72, 'i14', 7, 0, 0, NULL, 0, 0, 1795193587036, '[50]', '{"to":"chat:d","content":{"text":"reply 0"}}', '[{"label":"choice 0","value":"v"}]', NULL, '00-00000000000000000000000000000001-fc71dddf2fff21de-01')
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (73, 'i15', 7, 0, 0, NULL, 0, 0, 1795193587036, '[50]', '{"to":"chat:d","content":{"text":"reply 0"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', '{"discard":{"message":null,"live":"l","since":1795193587036}}', '00-00000000000000000000000000000001-fc71dddf2fff21de-01')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 7 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795193587036, 72, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795193587036, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT count(*) FROM intent WHERE conversation = 7 AND trace < 3
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT owner FROM conversation WHERE id = 7
;;
UPDATE intent SET answer = 50 WHERE id = 'i14'
;;
UPDATE intent SET answer = 50 WHERE id = 'i15'
;;
INSERT OR REPLACE INTO answer (event, conversation, accepted, content_type, body, within_ms, look_ms) VALUES (50, 7, 0, 'text/plain', x'616e737765722030', 1682, 821)
;;
SELECT conversation, within_ms, look_ms FROM answer WHERE event = 50
;;
UPDATE intent SET trace = 2, first_ms = coalesce(first_ms, 1795193587036), since_ms = 1795193588718, looks = 0 WHERE answer = 50
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 7 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 1, 48, -9223372036854775808, 1795193589539, '', 0, 0, 0, 1795193589539, 72, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795193589539, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 38, -9223372036854775808, 1795193587036, 'two', 3, 2, 1, 1795193587036, 71, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 6 AND stage = 0 AND until_ms IS NOT NULL AND fence = 46
;;
SELECT timeline FROM event WHERE id = 49
;;
UPDATE event SET timeline = '{"root":"00-d942d727333087f7236f9082f0ed1bc9-3b0bb35e314d7467-00","start":1795184118655,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795193587036,"us":1500,"outcome":"done"}]}' WHERE id = 49 AND conversation = 6
;;
SELECT 1 FROM event WHERE id = 49 AND conversation = 6 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 49
;;
SELECT attempts FROM event WHERE id = 49
;;
UPDATE event SET attempts = '[{"at":1795193587036,"node":"two","life":3,"error":"poison"}]' WHERE id = 49
;;
UPDATE event SET stage = 5, replies = 0, fence = 0, until_ms = NULL WHERE id = 49 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '49', 6, 'poison', 1795193587036)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 6 AND stage = 0 AND fence = 46 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 6 AND (49 IS NULL OR event = 49)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (6, 0, 0, -9223372036854775808, 1795193587036, '', 0, 0, 0, 1795193587036, 65, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795224833036 ORDER BY b.due_ms, b.id LIMIT 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20777 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
SELECT kind, currency, micros FROM money WHERE spend = 2
;;
SELECT kind, currency, micros FROM money WHERE spend = 8
;;
SELECT kind, currency, micros FROM money WHERE spend = 7
;;
SELECT kind, currency, micros FROM money WHERE spend = 6
;;
SELECT kind, currency, micros FROM money WHERE spend = 12
;;
SELECT kind, currency, micros FROM money WHERE spend = 14
;;
SELECT kind, currency, micros FROM money WHERE spend = 5
;;
SELECT kind, currency, micros FROM money WHERE spend = 3
;;
SELECT kind, currency, micros FROM money WHERE spend = 13
;;
SELECT kind, currency, micros FROM money WHERE spend = 11
;;
SELECT kind, currency, micros FROM money WHERE spend = 9
;;
SELECT kind, currency, micros FROM money WHERE spend = 10
;;
SELECT kind, currency, micros FROM money WHERE spend = 1
;;
SELECT kind, currency, micros FROM money WHERE spend = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795224833036 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795224833036 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 7 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 7 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 1, 49, 1795224837166, 1795193589539, 'two', 3, 0, 0, 1795224837166, 72, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795224837166, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795193587036, since_ms = 1795193588718, looks = 0 WHERE place = 72
;;
UPDATE intent SET claim_fence = 49, claim_ms = 1795224833036 WHERE place = 72
;;
SELECT message FROM receipt WHERE conversation = 7 AND at_ms >= 1795192987036 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
UPDATE share SET served = 49 WHERE side = 1 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795224833036 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224833036 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 50, 1795224837166, 1795189946374, 'two', 3, 0, 0, 1795224837166, 66, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224837166, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795189937468, since_ms = 1795189942435, looks = 0 WHERE place = 66
;;
UPDATE intent SET claim_fence = 50, claim_ms = 1795224833036 WHERE place = 66
;;
SELECT message FROM receipt WHERE conversation = 3 AND at_ms >= 1795189337468 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 50 WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i12'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i12'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i12'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i12'
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 66
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
UPDATE intent SET answer = NULL WHERE answer = 36
;;
DELETE FROM answer WHERE event = 36
;;
SELECT timeline FROM event WHERE id = 36
;;
SELECT stage, replies FROM event WHERE id = 36
;;
UPDATE event SET stage = 1, replies = 1, fence = 0, until_ms = NULL WHERE id = 36 AND stage IN (0, 1)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (3, 'r24', 1795224833036)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (3, 'p0', 1795224833036)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT owner FROM conversation WHERE id = 3
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r24'
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p0'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'p0', NULL, 74, 1795224833036)
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress, causes, trace) SELECT 74, conversation, 1, NULL, 'r24', CASE WHEN offered IS NULL THEN json_extract(message, '$.content') ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, 1795224833036, id, NULL, causes, '00-000000000000000000000000000000c0-1ceb2dc17167d830-01' FROM intent WHERE place = 66
;;
DELETE FROM intent WHERE place = 66
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i12'
;;
DELETE FROM charge WHERE intent = 'i12'
;;
SELECT owner FROM conversation WHERE id = 3
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (75, 14, 2, 3, 'r24', 0, 1795311233036)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 14
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (76, 14, 2, 3, 'p0', 0, 1795311233036)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 14
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 50, 1795224837166, 1795224833036, 'two', 3, 0, 0, 1795224837166, 67, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 51, -9223372036854775808, 1795224833036, 'two', 3, 0, 0, 1795224833036, 67, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224833036, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i14'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i14'
;;
SELECT attempts FROM intent WHERE place = 72
;;
UPDATE intent SET attempts = '[{"at":1795224833036,"node":"two","life":3,"error":"fog"}]' WHERE place = 72
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 72
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 7 AND trace < 3 ORDER BY place LIMIT 1
;;
UPDATE intent SET answer = NULL WHERE answer = 50
;;
DELETE FROM answer WHERE event = 50
;;
SELECT timeline FROM event WHERE id = 50
;;
UPDATE event SET timeline = '{"root":"00-40dae3b681121338ce6ab01a973111b4-4d1d80cc94348c0a-01","start":1795184118670,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795193587036,"us":1500,"outcome":"done"},{"stage":"outbox","id":"819c3000a3011de6","parent":"fc71dddf2fff21de","start":1795193587036,"us":31246000000,"outcome":"held","error":"unknown"}]}' WHERE id = 50 AND conversation = 7
;;
SELECT stage, replies FROM event WHERE id = 50
;;
UPDATE event SET stage = 4, replies = 0, fence = 0, until_ms = NULL WHERE id = 50 AND stage IN (0, 1)
;;
UPDATE tally SET held = held + 1
;;
UPDATE intent SET trace = 3, maybe = 1, since_ms = 1795193588718 WHERE place = 72
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (0, 1, 'i14', 7, 'fog', 1795224833036)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 7 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 1, 49, 1795224837166, 1795224833036, 'two', 3, 0, 0, 1795224837166, 73, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 7 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 1, 52, -9223372036854775808, 1795224833036, 'two', 3, 0, 0, 1795224833036, 73, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795224833036, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND fence = 45
;;
SELECT 1 FROM event WHERE conversation = 4 AND stage = 0 AND fence = 45 AND stopped = 1 LIMIT 1
;;
UPDATE event SET until_ms = 1795224834198 WHERE id = 55
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 19, -9223372036854775808, 1795193587036, 'two', 2, 1, 1, 1795193587036, 41, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND fence = 45
;;
SELECT 1 FROM event WHERE conversation = 4 AND stage = 0 AND fence = 45 AND stopped = 1 LIMIT 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 4 AND stage = 0 AND fence = 45 AND fence <> 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 19, -9223372036854775808, 1795193587036, 'two', 2, 1, 1, 1795193587036, 55, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795224836825 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795224836825 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 7 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 7 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 1, 53, 1795224856584, 1795224833036, 'two', 3, 0, 0, 1795224856584, 73, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795224856584, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795193587036, since_ms = 1795193588718, looks = 0 WHERE place = 73
;;
UPDATE intent SET claim_fence = 53, claim_ms = 1795224836825 WHERE place = 73
;;
SELECT message FROM receipt WHERE conversation = 7 AND at_ms >= 1795192987036 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
UPDATE share SET served = 53 WHERE side = 1 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795224836825 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224836825 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 54, 1795224856584, 1795224833036, 'two', 3, 0, 0, 1795224856584, 67, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224856584, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795189937468, since_ms = 1795189942435, looks = 0 WHERE place = 67
;;
UPDATE intent SET claim_fence = 54, claim_ms = 1795224836825 WHERE place = 67
;;
SELECT message FROM receipt WHERE conversation = 3 AND at_ms >= 1795189337468 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 54 WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i13'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i13'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20778 AND s.owner = 2 AND s.direction = 1 AND ('US' IS NULL OR s.country = 'US') AND (NULL IS NULL OR s.channel = NULL)
;;
UPDATE intent SET message = '{"to":"chat:c","content":{"text":"a template"}}' WHERE id = 'i13'
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'sms' AND direction = 1
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, '', 'sms', 1)
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 15
;;
SELECT 1 FROM spend WHERE id = 15
;;
SELECT micros FROM money WHERE spend = 15 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (15, 0, 'EUR', 2717600)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i13', 15, 1, 'EUR', 2717600, 0)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i12'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i12'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 55, -9223372036854775808, 1795224836825, 'two', 3, 0, 0, 1795224836825, 67, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224836825, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i15'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i15'
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 3 AND country = '' AND channel = 'sms' AND direction = 1
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 3, '', 'sms', 1)
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 16
;;
SELECT 1 FROM spend WHERE id = 16
;;
SELECT micros FROM money WHERE spend = 16 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (16, 0, 'USD', 2591119)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i15', 16, 3, 'USD', 2591119, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795224838676 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224838676 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 56, 1795224850499, 1795224836825, 'two', 3, 0, 0, 1795224850499, 67, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224850499, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795189937468, since_ms = 1795189942435, looks = 0 WHERE place = 67
;;
UPDATE intent SET claim_fence = 56, claim_ms = 1795224838676 WHERE place = 67
;;
SELECT message FROM receipt WHERE conversation = 3 AND at_ms >= 1795189337468 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 56 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795224838676 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i13'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i13'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 3 AND cursor > 17 ORDER BY cursor LIMIT 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 0
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 1
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 2
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 3
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 4
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 5
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT 48) ORDER BY e.id DESC
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, name FROM person WHERE conversation = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 21
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 3 AND changed > 17 AND cursor <= 17 ORDER BY changed LIMIT 0
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 3 AND cursor > 17 ORDER BY cursor LIMIT 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = '17'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 17
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 2 ORDER BY s.id DESC LIMIT 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 23
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 41
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT arrived_ms FROM event WHERE id = 65
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 67
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT drafted_ms FROM intent WHERE place = 73
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT id, message, text, since_ms, event FROM live WHERE conversation = 3 ORDER BY place
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224838676 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224838676 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 2 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224838676
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 57, until_ms = 1795224841884, node = 'one', life = 1, claim_ms = 1795224838676 WHERE id = 64
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 26, -9223372036854775808, 1795224838676, 'two', 2, 5, 1, 1795224838676, 23, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795189937468, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 64 WHERE conversation = 2 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 57 WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 2 AND stage = 0 AND until_ms IS NOT NULL AND fence = 57
;;
SELECT 1 FROM intent WHERE id = 'i16'
;;
SELECT timeline FROM event WHERE id = 64
;;
UPDATE event SET timeline = '{"root":"00-a10d5d8258eaef49903959bc5c1dd306-ec3b7c73ab0216ae-01","start":1795189933726,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795224838676,"us":1500,"outcome":"done"}]}' WHERE id = 64 AND conversation = 2
;;
SELECT 1 FROM event WHERE id = 64 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 64
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 64 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 2 AND stage = 0 AND fence = 57 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 2 AND (64 IS NULL OR event = 64)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (77, 'i16', 2, 0, 0, NULL, 0, 0, 1795224838676, '[]', '{"to":"chat:d","content":{"text":"reply 0"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', NULL, NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 44, -9223372036854775808, 1795193587036, 'two', 3, 0, 0, 1795224838676, 77, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224838676, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 26, -9223372036854775808, 1795224838676, 'two', 2, 5, 1, 1795224838676, 23, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i13'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i13'
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 67
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 36
;;
SELECT stage, replies FROM event WHERE id = 36
;;
UPDATE event SET stage = 2, replies = 0, fence = 0, until_ms = NULL WHERE id = 36 AND stage IN (0, 1)
;;
UPDATE tally SET answered = answered + 1
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (3, 'r36', 1795224838676)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (3, 'p0', 1795224838676)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT owner FROM conversation WHERE id = 3
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r36'
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p0'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'p0', NULL, 78, 1795224838676)
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress, causes, trace) SELECT 78, conversation, 1, NULL, 'r36', CASE WHEN offered IS NULL THEN json_extract(message, '$.content') ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, 1795224838676, id, NULL, causes, '00-000000000000000000000000000000c0-d3ddab45cca1d4d0-01' FROM intent WHERE place = 67
;;
DELETE FROM intent WHERE place = 67
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i13'
;;
DELETE FROM charge WHERE intent = 'i13'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 56, 1795224850499, 1795224838676, 'two', 3, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 58, -9223372036854775808, 1795224838676, 'two', 3, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795224838676 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224838676 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 59, 1795224849150, 1795193587036, 'two', 3, 0, 0, 1795224849150, 77, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224849150, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795224838676, since_ms = 0, looks = 0 WHERE place = 77
;;
UPDATE intent SET claim_fence = 59, claim_ms = 1795224838676 WHERE place = 77
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 59 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795224838676 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i16'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 2 AND address = '+15550101'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i16'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20778 AND s.owner = 2 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND (NULL IS NULL OR s.channel = NULL)
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'GB' AND channel = 'whatsapp' AND direction = 1
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, 'GB', 'whatsapp', 1)
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 17
;;
SELECT 1 FROM spend WHERE id = 17
;;
SELECT micros FROM money WHERE spend = 17 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (17, 0, 'USD', 986983)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i16', 17, 1, 'USD', 986983, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 77
;;
UPDATE intent SET trace = 0, tries = 0, first_ms = 1795224838676, since_ms = 0, looks = 0 WHERE place = 77
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 60, -9223372036854775808, 1795193587036, 'two', 3, 0, 0, 1795224838676, 77, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224838676, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i15'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i15'
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 73
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 7 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 50
;;
UPDATE event SET timeline = '{"root":"00-40dae3b681121338ce6ab01a973111b4-4d1d80cc94348c0a-01","start":1795184118670,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795193587036,"us":1500,"outcome":"done"},{"stage":"outbox","id":"819c3000a3011de6","parent":"fc71dddf2fff21de","start":1795193587036,"us":31246000000,"outcome":"held","error":"unknown"},{"stage":"outbox","id":"e1f7db9b9f376179","parent":"fc71dddf2fff21de","start":1795193587036,"us":31251640000,"outcome":"sent"}]}' WHERE id = 50 AND conversation = 7
;;
SELECT stage, replies FROM event WHERE id = 50
;;
UPDATE event SET stage = 4, replies = 0, fence = 0, until_ms = NULL WHERE id = 50 AND stage IN (0, 1)
;;
DELETE FROM intent WHERE place = 73
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i15'
;;
DELETE FROM charge WHERE intent = 'i15'
;;
SELECT owner FROM conversation WHERE id = 7
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (79, 16, 3, 7, 'r29', 0, 1795311238676)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 16
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 7 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 1, 53, 1795224856584, 1795224838676, 'two', 3, 0, 0, NULL, NULL, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
DELETE FROM share WHERE side = 1 AND tenant = 'u'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 7 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 1, 61, -9223372036854775808, 1795224838676, 'two', 3, 0, 0, NULL, NULL, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795224839452 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224839452 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 62, 1795224845924, 1795193587036, 'two', 3, 0, 0, 1795224845924, 77, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224845924, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795224838676, since_ms = 0, looks = 0 WHERE place = 77
;;
UPDATE intent SET claim_fence = 62, claim_ms = 1795224839452 WHERE place = 77
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 62 WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i16'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 2 AND address = '+15550101'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i16'
;;
UPDATE intent SET message = '{"to":"chat:c","content":{"text":"a template"}}' WHERE id = 'i16'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k271'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (80, 3, 0, 0, 6, 0, 1, 0, 0, 1795224839452, '{"keys":["k271"],"conversation":"chat:c","kind":{"message_added":{"id":"m271","author":{"id":"ada"},"content":{"text":"text 271"}}},"addressed":"ambient"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224839448}', 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k271', 80) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (80, 3, 0, '{"id":"ada"}', 'm271', '{"text":"text 271"}', 1795224839452, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224839452 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795224839452 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224839452
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 63, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224839452 WHERE id = 55
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 63, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224839452 WHERE id = 41
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 63, 1795224845813, 1795193587036, 'two', 3, 1, 1, 1795224845813, 55, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
UPDATE share SET served = 63 WHERE side = 0 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224839452 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224839452 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224839452
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 60)
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (6, 43)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 64, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224839452 WHERE id = 42
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 64, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224839452 WHERE id = 57
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 64, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224839452 WHERE id = 60
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 64, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224839452 WHERE id = 43
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 64, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224839452 WHERE id = 45
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 64, 1795224845813, 1795189937468, 'two', 3, 1, 1, 1795224845813, 42, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795193587036, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 64 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224839452 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795224839452 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 7 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224839452
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 65, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224839452 WHERE id = 71
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 65, 1795224845813, 1795193587036, 'two', 3, 2, 1, 1795224845813, 71, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224845813, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
UPDATE share SET served = 65 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 3 AND cursor < 6 ORDER BY cursor DESC LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 0
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 1
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 2
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 3
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 4
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 5
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT 48) ORDER BY e.id DESC
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, name FROM person WHERE conversation = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 14
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 3 AND changed > 6 AND cursor <= 6 ORDER BY changed LIMIT 1
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 3 AND cursor > 6 ORDER BY cursor LIMIT 1
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'bob'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = '6'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 6
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 2 ORDER BY s.id DESC LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 23
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 41
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT arrived_ms FROM event WHERE id = 65
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 77
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795224839452 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i10'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 3 AND cursor < 12 ORDER BY cursor DESC LIMIT 7
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'bob'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 0
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 1
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 2
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 3
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 4
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 5
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT 48) ORDER BY e.id DESC
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, name FROM person WHERE conversation = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 50
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 3 AND changed > 12 AND cursor <= 12 ORDER BY changed LIMIT 7
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 3 AND cursor > 12 ORDER BY cursor LIMIT 7
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'bob'
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 3 AND id = 'ada'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = 'k75'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 0 ORDER BY s.id DESC LIMIT 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 23
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 41
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT arrived_ms FROM event WHERE id = 65
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 77
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k259'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (81, 3, 0, 0, 6, 0, 2, 0, 0, 1795224839452, '{"keys":["k259"],"conversation":"chat:c","kind":{"message_added":{"id":"m259","author":{"id":"ada"},"content":{"text":"text 259"}}},"addressed":"aside"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224839448}', 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k259', 81) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (81, 3, 0, '{"id":"ada"}', 'm259', '{"text":"text 259"}', 1795224839452, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, 'US', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 18
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('two', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 4 AND until_ms > -9223372036854775808
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 62, 1795224845924, 1795193587036, 'two', 3, 0, 0, 1795224838676, 77, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224838676, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 64, 1795224845813, 1795189937468, 'two', 3, 1, 1, 1795189937468, 42, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795189937468, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 63, 1795224845813, 1795193587036, 'two', 3, 1, 1, 1795193587036, 55, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795193587036, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 65, 1795224845813, 1795193587036, 'two', 3, 2, 1, 1795193587036, 71, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
UPDATE event SET until_ms = NULL WHERE stage = 0 AND until_ms IS NOT NULL AND node = 'two' AND life < 4 RETURNING conversation
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i8'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224843018 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224843018 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 6 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224843018
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 65
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 65 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 6
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (6, 0, 0, -9223372036854775808, 1795193587036, '', 0, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224843018 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224843018 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 2 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224843018
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 66, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224843018 WHERE id = 23
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 66, 1795224851765, 1795224838676, 'one', 1, 5, 1, 1795224851765, 23, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 66 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224843018 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795224843018 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i12'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k248'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k282'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (82, NULL, 6, 0, 0, 0, 1, 0, 0, 1795224843018, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k248', 82) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k282', 82) ON CONFLICT DO NOTHING
;;
INSERT INTO person (conversation, id, name) SELECT 2, 'MB1', 'role 248 ada' WHERE (SELECT count(*) FROM person WHERE conversation = 2 AND id <> 'MB1') < 1000 ON CONFLICT DO UPDATE SET name = excluded.name
;;
INSERT INTO person (conversation, id, name) SELECT 2, 'ada', 'role 248 ada' WHERE (SELECT count(*) FROM person WHERE conversation = 2 AND id <> 'ada') < 1000 ON CONFLICT DO UPDATE SET name = excluded.name
;;
UPDATE event SET noted_in = 2 WHERE id = 82
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k251'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k106'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 5 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (83, 5, 0, 0, 5, 0, 2, 0, 0, 1795224843018, '{"keys":["k251","k106"],"conversation":"chat:d","kind":{"message_added":{"id":"m251","author":{"id":"ada"},"content":{"text":"text 251"}}},"addressed":"aside"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224843014}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 5, 0, 1795224843018, 83, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k251', 83) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k106', 83) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (83, 5, 0, '{"id":"ada"}', 'm251', '{"text":"text 251"}', 1795224843018, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550101', 1795224843018, 'm251') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795224843018, last_inbound_ms), last_inbound = coalesce('m251', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k67'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k128'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k67', 42) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k128', 42) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 42
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k161'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k214'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (84, NULL, 6, 0, 0, 1, 0, 0, 0, 1795224843018, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k161', 84) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k214', 84) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i2'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i2'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i2' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT conversation, trace, causes FROM record WHERE cursor = 25
;;
SELECT timeline FROM event WHERE id = 2
;;
UPDATE event SET timeline = '{"root":"00-95589e6e024eaab3a1ffc4be92ef5da7-7c753a015a2eb440-01","start":1795175999975,"spans":[{"stage":"turn","id":"f6945cf927c20ca0","start":1795176000000,"us":1500,"outcome":"done"},{"stage":"outbox","id":"221f5f463585b335","parent":"f6945cf927c20ca0","start":1795176000000,"us":4405870000,"outcome":"dead","error":"dead","events":[{"name":"dead_lettered","at":1795180405870}]},{"stage":"outbox","id":"46f61ec369b2a107","parent":"f6945cf927c20ca0","start":1795176000000,"us":4415552000,"outcome":"sent"},{"stage":"receipt","id":"5c187cd2b6b04e73","parent":"46f61ec369b2a107","start":1795224843014,"us":4000,"outcome":"echoed"}]}' WHERE id = 2 AND conversation = 2
;;
UPDATE event SET noted_in = 2 WHERE id = 84
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i13'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT timeline FROM event WHERE id = 23
;;
UPDATE event SET timeline = '{"root":"00-56e74bc9e97f34366cc121d1224ac02b-f867e04258b763f9-00","start":1795180415535,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795224843018,"us":1500,"outcome":"done"}]}' WHERE id = 23 AND conversation = 2
;;
SELECT id FROM event WHERE conversation = 2 AND stage = 0 AND fence = 66
;;
UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, 1795224843018), retry_ms = 1795224843850 WHERE id = 23
;;
SELECT attempts FROM event WHERE id = 23
;;
UPDATE event SET attempts = '[{"at":1795224843018,"node":"one","life":1,"error":"no idea"}]' WHERE id = 23
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 2 AND stage = 0 AND fence = 66 AND fence <> 0
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 67, -9223372036854775808, 1795224843640, 'one', 1, 5, 1, 1795224843640, 29, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k186'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (85, 2, 0, 0, 7, 0, 0, 0, 0, 1795224843018, '{"keys":["k186"],"conversation":"chat:d","kind":{"message_added":{"id":"m186","author":{"id":"ada"},"content":{"text":"text 186"}}},"addressed":"direct"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224843014}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k186', 85) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (85, 2, 0, '{"id":"ada"}', 'm186', '{"text":"text 186"}', 1795224843018, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795224843018, 'm186') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795224843018, last_inbound_ms), last_inbound = coalesce('m186', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k175'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (86, NULL, 6, 0, 0, 0, 1, 0, 0, 1795224843018, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k175', 86) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (86, 2, 0, '{"id":"ada"}', 'm175', '{"text":"text 175"}', 1795224843018, NULL)
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'sms' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, '', 'sms', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 19
;;
SELECT 1 FROM spend WHERE id = 19
;;
SELECT micros FROM money WHERE spend = 19 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (19, 0, 'EUR', 1591593)
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795224843018, 'm175') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795224843018, last_inbound_ms), last_inbound = coalesce('m175', last_inbound)
;;
UPDATE contact SET opted_out_ms = 1795224843018 WHERE owner = 2 AND address = '+15550101' AND opted_out_ms < 1795224843018
;;
INSERT INTO contact (owner, address, opted_out_ms, opted_out_why) VALUES (2, '+15550101', 1795224843018, 'they wrote the keyword') ON CONFLICT (owner, address) DO UPDATE SET opted_out_ms = 1795224843018, opted_out_why = 'they wrote the keyword' WHERE opted_out_ms IS NULL
;;
SELECT id FROM conversation WHERE owner = 2 AND contact = '+15550101'
;;
SELECT DISTINCT answer FROM intent WHERE conversation = 2 AND trace < 3 AND answer IS NOT NULL
;;
SELECT DISTINCT answer FROM intent WHERE conversation = 3 AND trace < 3 AND answer IS NOT NULL
;;
SELECT i.id FROM conversation c JOIN intent i ON i.conversation = c.id WHERE c.owner = 2 AND c.contact = '+15550101' AND i.trace = 0 ORDER BY i.place
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE event SET noted_in = 2 WHERE id = 86
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k272'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
INSERT INTO conversation (owner, place) VALUES (1, 'chat:d')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 8 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (87, 8, 0, 0, 2, 1, 0, 0, 0, 1795224843018, '{"keys":["k272"],"conversation":"chat:d","kind":{"message_added":{"id":"m272","author":{"id":"ada"},"content":{"text":"text 272"}}},"addressed":"mention","sequence":2}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224843014}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 8 AND stage = 0 AND (place, id) >= (2, 87)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (8, 0, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795224845018, 87, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k272', 87) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (87, 8, 0, '{"id":"ada"}', 'm272', '{"text":"text 272"}', 1795224843018, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 1 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 1, 'GB', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 20
;;
SELECT 1 FROM spend WHERE id = 20
;;
SELECT micros FROM money WHERE spend = 20 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (20, 0, 'USD', 2423761)
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550100', 1795224843018, 'm272') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795224843018, last_inbound_ms), last_inbound = coalesce('m272', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k107'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (88, 3, 0, 0, 5, 1, 0, 0, 0, 1795224843018, '{"keys":["k107"],"conversation":"chat:c","kind":{"message_added":{"id":"m107","author":{"id":"ada"},"content":{"text":"text 107"}}},"addressed":"direct","sequence":5}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224843014}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k107', 88) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (88, 3, 0, '{"id":"ada"}', 'm107', '{"text":"text 107"}', 1795224843018, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795224843018, 'm107') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795224843018, last_inbound_ms), last_inbound = coalesce('m107', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k3'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 4 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 5 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (89, 5, 0, 0, 5, 0, 1, 0, 0, 1795224843018, '{"keys":["k3"],"conversation":"chat:d","kind":{"message_added":{"id":"m3","author":{"id":"ada"},"content":{"text":"text 3"}}},"addressed":"ambient"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224843014}', 6)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k3', 89) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (89, 5, 0, '{"id":"ada"}', 'm3', '{"text":"text 3"}', 1795224843018, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k280'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k280', 8) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 8
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k259'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k259', 81) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 81
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k57'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k150'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k57', 64) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k150', 64) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 64
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT timeline FROM event WHERE id = 71
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795193587032,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795224843018,"us":1500,"outcome":"done"}]}' WHERE id = 71 AND conversation = 7
;;
SELECT id FROM event WHERE conversation = 7 AND stage = 0 AND fence = 65
;;
UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, 1795224843018), retry_ms = 1795224844056 WHERE id = 71
;;
SELECT attempts FROM event WHERE id = 71
;;
UPDATE event SET attempts = '[{"at":1795224843018,"node":"two","life":3,"error":"no idea"}]' WHERE id = 71
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 7 AND stage = 0 AND fence = 65 AND fence <> 0
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 68, -9223372036854775808, 1795224844056, 'two', 3, 2, 1, 1795224844056, 71, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT timeline FROM event WHERE id = 55
;;
UPDATE event SET timeline = '{"root":"00-286e75dcdc2ecb8e10808fe8faec4eff-94dfbca2ec89b176-00","start":1795184118686,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795224843018,"us":1500,"outcome":"done"}]}' WHERE id = 55 AND conversation = 4
;;
SELECT timeline FROM event WHERE id = 31
;;
UPDATE event SET timeline = '{"root":"00-8622a09d5953fbe37fc87fe89a4c8d2a-d48e3bc702bf6264-01","start":1795180421269,"spans":[{"stage":"turn","id":"7562725631070e50","start":1795184115555,"us":1500,"outcome":"done"},{"stage":"outbox","id":"333596e18e0ae636","parent":"7562725631070e50","start":1795184115555,"us":8400000,"outcome":"dead","error":"dead","events":[{"name":"dead_lettered","at":1795184123955}]},{"stage":"turn","id":"fc71dddf2fff21de","start":1795224843018,"us":1500,"outcome":"done"}]}' WHERE id = 31 AND conversation = 4
;;
SELECT 1 FROM event WHERE id = 55 AND conversation = 4 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 31 AND conversation = 4 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 55
;;
SELECT attempts FROM event WHERE id = 55
;;
UPDATE event SET attempts = '[{"at":1795224843018,"node":"two","life":3,"error":"poison"}]' WHERE id = 55
;;
UPDATE event SET stage = 5, replies = 0, fence = 0, until_ms = NULL WHERE id = 55 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '55', 4, 'poison', 1795224843018)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 4 AND stage = 0 AND fence = 63 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 4 AND (NULL IS NULL OR event = NULL)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 69, -9223372036854775808, 1795224843018, 'two', 3, 2, 1, 1795224843018, 41, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224843018, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i16'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i16'
;;
SELECT attempts FROM intent WHERE place = 77
;;
UPDATE intent SET attempts = '[{"at":1795224845778,"node":"two","life":3,"error":"not yet"}]' WHERE place = 77
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 77
;;
UPDATE intent SET trace = 0, tries = 1, first_ms = 1795224838676, since_ms = 0, looks = 0 WHERE place = 77
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 70, -9223372036854775808, 1795224849706, 'two', 3, 0, 0, 1795224849706, 77, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224849706, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k101'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k26'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (90, 2, 0, 0, 1, 1, 0, 0, 0, 1795224845778, '{"keys":["k101","k26"],"conversation":"chat:d","kind":{"command":{"name":"/do","text":"101","author":{"id":"ada"}}},"addressed":"direct","sequence":1}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224845774}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 67, -9223372036854775808, 1795224843640, 'one', 1, 5, 1, 1795224845778, 90, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k101', 90) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k26', 90) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (90, 2, 0, '{"id":"ada"}', 'k101', '{"text":"/do 101"}', 1795224845778, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795224845778, 'k101') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795224845778, last_inbound_ms), last_inbound = coalesce('k101', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k37'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k266'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k37', 9) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k266', 9) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 9
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k11'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (91, 2, 0, 0, 3, 1, 0, 0, 0, 1795224845778, '{"keys":["k11"],"conversation":"chat:d","kind":{"message_added":{"id":"m11","author":{"id":"ada"},"content":{"text":"text 11"}}},"addressed":"mention","sequence":3}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224845774}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k11', 91) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (91, 2, 0, '{"id":"ada"}', 'm11', '{"text":"text 11"}', 1795224845778, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 18
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795224845778, 'm11') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795224845778, last_inbound_ms), last_inbound = coalesce('m11', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k218'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (92, 2, 0, 0, 3, 1, 0, 0, 0, 1795224845778, '{"keys":["k218"],"conversation":"chat:d","kind":{"message_added":{"id":"m218","author":{"id":"ada"},"content":{"text":"text 218"}}},"addressed":"mention","sequence":3}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224845774}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k218', 92) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (92, 2, 0, '{"id":"ada"}', 'm218', '{"text":"text 218"}', 1795224845778, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795224845778, 'm218') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795224845778, last_inbound_ms), last_inbound = coalesce('m218', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k252'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (93, 2, 0, 0, 7, 0, 0, 0, 0, 1795224845778, '{"keys":["k252"],"conversation":"chat:d","kind":{"message_added":{"id":"m252","author":{"id":"ada"},"content":{"text":"text 252"}}},"addressed":"mention"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224845774}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k252', 93) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (93, 2, 0, '{"id":"ada"}', 'm252', '{"text":"text 252"}', 1795224845778, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'GB' AND channel = 'sms' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, 'GB', 'sms', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 21
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795224845778, 'm252') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795224845778, last_inbound_ms), last_inbound = coalesce('m252', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k114'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (94, 2, 0, 0, 1, 1, 2, 0, 0, 1795224851430, '{"keys":["k114"],"conversation":"chat:d","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 114","value":"v"}]}},"addressed":"aside","sequence":1}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224851426}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k114', 94) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (94, 2, 0, '{"id":"bob"}', 'k114', '{"text":"choice 114"}', 1795224851430, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224851430 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795224851430 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224851430
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 71, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224851430 WHERE id = 41
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 71, 1795224869985, 1795224843018, 'two', 4, 2, 1, 1795224869985, 41, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224844056, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
UPDATE share SET served = 71 WHERE side = 0 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224851430 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224851430 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224851430
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 42
;;
UPDATE event SET attempts = '[{"at":1795224851430,"node":"two","life":3,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 42
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 72, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224851430 WHERE id = 42
;;
SELECT attempts FROM event WHERE id = 57
;;
UPDATE event SET attempts = '[{"at":1795224851430,"node":"two","life":3,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 57
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 72, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224851430 WHERE id = 57
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 72, 1795224869985, 1795189937468, 'two', 4, 1, 1, 1795224869985, 42, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795224843018, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 72 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224851430 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224851430 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795224851430 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 7 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224851430
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 73, until_ms = 1795224868720, node = 'one', life = 1, claim_ms = 1795224851430 WHERE id = 71
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 68, -9223372036854775808, 1795224851430, 'two', 3, 2, 1, 1795224868720, 71, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224845018, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 71 WHERE conversation = 7 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
UPDATE share SET served = 73 WHERE side = 0 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224851430 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224851430 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 5 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224851430
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 74, until_ms = 1795224868720, node = 'one', life = 1, claim_ms = 1795224851430 WHERE id = 83
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 0, 0, -9223372036854775808, 1795224851430, '', 0, 5, 0, 1795224851430, 89, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795224845778, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 83 WHERE conversation = 5 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
UPDATE share SET served = 74 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224851430 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795224851430 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 8 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224851430
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 8 AND stage = 0 AND (place, id) >= (2, 87)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 75, until_ms = 1795224868720, node = 'one', life = 1, claim_ms = 1795224851430 WHERE id = 87
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 8 AND stage = 0 AND (place, id) >= (2, 87)
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 8
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (8, 0, 0, -9223372036854775808, 1795224851430, '', 0, 0, 1, 1795224868720, 87, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224868720, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 87 WHERE conversation = 8 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 8
;;
UPDATE share SET served = 75 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 8 AND stage = 0 AND until_ms IS NOT NULL AND fence = 75
;;
SELECT 1 FROM event WHERE conversation = 8 AND stage = 0 AND fence = 75 AND stopped = 1 LIMIT 1
;;
UPDATE event SET until_ms = 1795224863914 WHERE id = 87
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 8 AND stage = 0 AND (place, id) >= (2, 87)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (8, 0, 0, -9223372036854775808, 1795224851430, '', 0, 0, 1, 1795224863914, 87, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224863914, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 8 AND stage = 0 AND (place, id) >= (2, 87)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224851430 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224851430 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 2 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224851430
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 76, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224851430 WHERE id = 90
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 76, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224851430 WHERE id = 94
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 76, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795224851430 WHERE id = 91
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 76, 1795224860014, 1795224843640, 'one', 1, 5, 1, 1795224860014, 90, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795224851430, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 76 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224851430 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i10'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k122'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 7 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (95, 7, 0, 0, 1, 0, 2, 0, 0, 1795224852570, '{"keys":["k122"],"conversation":"chat:d","kind":{"message_added":{"id":"m122","author":{"id":"ada"},"content":{"text":"text 122"}}},"addressed":"aside"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224852566}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 68, -9223372036854775808, 1795224851430, 'two', 3, 2, 1, 1795224852570, 95, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224852570, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k122', 95) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (95, 7, 0, '{"id":"ada"}', 'm122', '{"text":"text 122"}', 1795224852570, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k234'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k269'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (96, 2, 0, 0, 7, 0, 1, 0, 0, 1795224852570, '{"keys":["k234","k269"],"conversation":"chat:d","kind":{"message_added":{"id":"m234","author":{"id":"ada"},"content":{"text":"text 234"}}},"addressed":"ambient"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224852566}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k234', 96) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k269', 96) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (96, 2, 0, '{"id":"ada"}', 'm234', '{"text":"text 234"}', 1795224852570, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795224852570, 'm234') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795224852570, last_inbound_ms), last_inbound = coalesce('m234', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i18'
;;
SELECT 1 FROM intent WHERE id = 'i19'
;;
SELECT timeline FROM event WHERE id = 42
;;
UPDATE event SET timeline = '{"root":"00-367206c19e9661828a01f7612c04279f-f4e219e2a9333a7e-00","start":1795184115538,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795224852570,"us":1500,"outcome":"done"}]}' WHERE id = 42 AND conversation = 3
;;
SELECT timeline FROM event WHERE id = 57
;;
UPDATE event SET timeline = '{"root":"00-e5de4c314f8433d2b1d6ff634aace769-04bbc41f8e4ee5ec-00","start":1795184123937,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795224852570,"us":1500,"outcome":"done"}]}' WHERE id = 57 AND conversation = 3
;;
SELECT 1 FROM event WHERE id = 42 AND conversation = 3 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 57 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 42
;;
UPDATE event SET stage = 1, replies = 2, fence = 0, until_ms = NULL WHERE id = 42 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 57
;;
UPDATE event SET stage = 1, replies = 2, fence = 0, until_ms = NULL WHERE id = 57 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 3 AND stage = 0 AND fence = 72 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 3 AND (NULL IS NULL OR event = NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (97, 'i18', 3, 0, 0, NULL, 0, 0, 1795224852570, '[42,57]', '{"to":"chat:c","content":{"text":"reply 0"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', '{"finish":{"message":"r1","shown":1}}', '00-00000000000000000000000000000001-fc71dddf2fff21de-01')
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (98, 'i19', 3, 0, 0, NULL, 0, 0, 1795224852570, '[42,57]', '{"to":"chat:c","content":{"text":"reply 0"}}', NULL, NULL, '00-00000000000000000000000000000001-fc71dddf2fff21de-01')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 58, -9223372036854775808, 1795224838676, 'two', 3, 0, 0, 1795224852570, 97, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 60)
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 77, -9223372036854775808, 1795224852570, 'two', 4, 2, 1, 1795224852570, 60, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i20'
;;
SELECT timeline FROM event WHERE id = 90
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224845774,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795224852570,"us":1500,"outcome":"done"}]}' WHERE id = 90 AND conversation = 2
;;
SELECT timeline FROM event WHERE id = 94
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224851426,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795224852570,"us":1500,"outcome":"done"}]}' WHERE id = 94 AND conversation = 2
;;
SELECT timeline FROM event WHERE id = 91
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224845774,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795224852570,"us":1500,"outcome":"done"}]}' WHERE id = 91 AND conversation = 2
;;
SELECT 1 FROM event WHERE id = 90 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 94 AND conversation = 2 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 91 AND conversation = 2 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 90
;;
UPDATE event SET stage = 1, replies = 1, fence = 0, until_ms = NULL WHERE id = 90 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 91
;;
UPDATE event SET stage = 1, replies = 1, fence = 0, until_ms = NULL WHERE id = 91 AND stage IN (0, 1)
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 94
;;
UPDATE event SET stage = 1, replies = 1, fence = 0, until_ms = NULL WHERE id = 94 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 2 AND stage = 0 AND fence = 76 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 2 AND (NULL IS NULL OR event = NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (99, 'i20', 2, 0, 0, NULL, 0, 0, 1795224852570, '[90,91,94]', '{"to":"chat:d","content":{"text":"reply 0"}}', NULL, NULL, '00-00000000000000000000000000000001-fc71dddf2fff21de-01')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 70, -9223372036854775808, 1795224849706, 'two', 3, 0, 0, 1795224849706, 77, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 78, -9223372036854775808, 1795224852570, 'one', 1, 5, 1, 1795224852570, 92, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('two', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 5 AND until_ms > -9223372036854775808
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 71, 1795224869985, 1795224843018, 'two', 4, 2, 1, 1795224843018, 41, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224843018, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE event SET until_ms = NULL WHERE stage = 0 AND until_ms IS NOT NULL AND node = 'two' AND life < 5 RETURNING conversation
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 8 AND cursor < 44 ORDER BY cursor DESC LIMIT 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 0
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 1
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 2
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 3
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 4
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 5
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT 48) ORDER BY e.id DESC
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
SELECT id, name FROM person WHERE conversation = 8
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 50
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 8 AND changed > 44 AND cursor <= 44 ORDER BY changed LIMIT 2
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 8 AND cursor > 44 ORDER BY cursor LIMIT 2
;;
SELECT name FROM person WHERE conversation = 8 AND id = 'ada'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = '44'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 44
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 0 ORDER BY s.id DESC LIMIT 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 87
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT arrived_ms FROM event WHERE id = 23
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 41
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT arrived_ms FROM event WHERE id = 83
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 77
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k190'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 4 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 5 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (100, 5, 0, 0, 5, 0, 0, 0, 0, 1795224852570, '{"keys":["k190"],"conversation":"chat:d","kind":{"command":{"name":"/do","text":"190","author":{"id":"ada"}}},"addressed":"direct"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224852566}', 3)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k190', 100) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (100, 5, 0, '{"id":"ada"}', 'k190', '{"text":"/do 190"}', 1795224852570, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 4 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 4, 'GB', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 22
;;
SELECT 1 FROM spend WHERE id = 22
;;
SELECT micros FROM money WHERE spend = 22 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (22, 0, 'USD', 2496853)
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 5 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550101', 1795224852570, 'k190') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795224852570, last_inbound_ms), last_inbound = coalesce('k190', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k95'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (101, NULL, 6, 0, 0, 1, 0, 0, 0, 1795224852570, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k95', 101) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i12'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i12'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i12' AND c.owner = 4 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 4 AND message = 'p0'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p0' AND r.speaker = 1 AND c.owner = 4 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 4 AND message = 'p0'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (4, 'p0', '{"status":"sent"}', NULL, 1795224852570)
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i12' AND c.owner = 4 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 4 AND message = 'p0'
;;
UPDATE event SET noted_in = 6 WHERE id = 101
;;
UPDATE delivery SET conversation = 6 WHERE owner = 4 AND message = 'p0' AND record IS NULL
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('two', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 6 AND until_ms > -9223372036854775808
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 71, 1795224869985, 1795224843018, 'two', 4, 2, 1, 1795224843018, 41, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
UPDATE event SET until_ms = NULL WHERE stage = 0 AND until_ms IS NOT NULL AND node = 'two' AND life < 6 RETURNING conversation
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k12'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (102, NULL, 6, 0, 0, 0, 2, 0, 0, 1795224859685, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k12', 102) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i16'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i16' AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 1 AND message = 'm12'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'm12' AND r.speaker = 1 AND c.owner = 1 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 1 AND message = 'm12'
;;
UPDATE event SET noted_in = 1 WHERE id = 102
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k142'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (103, 3, 0, 0, 6, 0, 0, 0, 0, 1795224859685, '{"keys":["k142"],"conversation":"chat:c","kind":{"message_added":{"id":"m142","author":{"id":"ada"},"content":{"text":"text 142"}}},"addressed":"mention"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224859681}', 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 60)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k142', 103) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (103, 3, 0, '{"id":"ada"}', 'm142', '{"text":"text 142"}', 1795224859685, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k67'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 4 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 6 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (104, 6, 0, 0, 0, 1, 2, 0, 0, 1795224859685, '{"keys":["k67"],"conversation":"chat:c","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 67","value":"v"}]}},"addressed":"aside","sequence":0}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224859681}', 3)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (6, 0, 0, -9223372036854775808, 1795193587036, '', 0, 0, 0, 1795224859685, 104, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k67', 104) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (104, 6, 0, '{"id":"bob"}', 'k67', '{"text":"choice 67"}', 1795224859685, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 4 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 4, 'US', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 23
;;
SELECT 1 FROM spend WHERE id = 23
;;
SELECT micros FROM money WHERE spend = 23 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (23, 0, 'USD', 2671395)
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 6 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550100', 1795224859685, 'k67') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795224859685, last_inbound_ms), last_inbound = coalesce('k67', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k117'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (102, NULL, 6, 0, 0, 1, 2, 0, 0, 1795224859685, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k117', 102) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i16'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (2, 'p0', 1795224859685)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT owner FROM conversation WHERE id = 2
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p0'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress, causes, trace) SELECT 103, conversation, 1, NULL, 'p0', CASE WHEN offered IS NULL THEN json_extract(message, '$.content') ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, 1795224859685, id, NULL, causes, NULL FROM intent WHERE place = 77
;;
DELETE FROM intent WHERE place = 77
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i16'
;;
DELETE FROM charge WHERE intent = 'i16'
;;
SELECT owner FROM conversation WHERE id = 2
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (104, 17, 2, 2, 'p0', 0, 1795311259685)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 17
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 70, -9223372036854775808, 1795224859685, 'two', 3, 0, 0, 1795224859685, 99, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224852570, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i16' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p0'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p0' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'p0'
;;
SELECT progress FROM record WHERE cursor = 103
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
UPDATE record SET progress = '{"status":"failed"}', changed = 105 WHERE cursor = 103
;;
UPDATE bill SET due_ms = min(due_ms, 1795224919685) WHERE owner = 2 AND message = 'p0' AND asked = 0
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i16' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT conversation, trace, causes FROM record WHERE cursor = 103
;;
UPDATE event SET noted_in = 2 WHERE id = 102
;;
UPDATE delivery SET conversation = 2 WHERE owner = 2 AND message = 'p0' AND record IS NULL
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 8 AND stage = 0 AND until_ms IS NOT NULL AND fence = 75
;;
SELECT 1 FROM intent WHERE id = 'i21'
;;
SELECT 1 FROM intent WHERE id = 'i21'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k123'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (106, 2, 0, 0, 7, 0, 2, 0, 0, 1795224859685, '{"keys":["k123"],"conversation":"chat:d","kind":{"message_added":{"id":"m123","author":{"id":"ada"},"content":{"text":"text 123"}}},"addressed":"aside"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224859681}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k123', 106) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (106, 2, 0, '{"id":"ada"}', 'm123', '{"text":"text 123"}', 1795224859685, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795224859685, 'm123') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795224859685, last_inbound_ms), last_inbound = coalesce('m123', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k34'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (107, NULL, 6, 0, 0, 0, 0, 0, 0, 1795224859685, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k34', 107) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i4'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i4'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i4' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'm34'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'm34' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'm34'
;;
UPDATE event SET noted_in = 3 WHERE id = 107
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 5 AND stage = 0 AND until_ms IS NOT NULL AND fence = 74
;;
SELECT 1 FROM event WHERE conversation = 5 AND stage = 0 AND fence = 74 AND stopped = 1 LIMIT 1
;;
UPDATE event SET until_ms = 1795224876169 WHERE id = 83
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 0, 0, -9223372036854775808, 1795224851430, '', 0, 5, 0, 1795224851430, 89, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795224859685 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224859685 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 79, 1795224876084, 1795224838676, 'two', 6, 0, 0, 1795224876084, 97, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224859685, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795224859685, since_ms = 0, looks = 0 WHERE place = 97
;;
UPDATE intent SET claim_fence = 79, claim_ms = 1795224859685 WHERE place = 97
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 79 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795224859685 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224859685 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 80, 1795224876084, 1795224859685, 'two', 6, 0, 0, 1795224876084, 99, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224876084, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795224859685, since_ms = 0, looks = 0 WHERE place = 99
;;
UPDATE intent SET claim_fence = 80, claim_ms = 1795224859685 WHERE place = 99
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 80 WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i20'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 2 AND address = '+15550101'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 80, 1795224860937, 1795224859685, 'two', 6, 0, 0, 1795224860937, 99, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224860937, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224865444 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795224865444 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224865444
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 41
;;
UPDATE event SET attempts = '[{"at":1795224865444,"node":"two","life":4,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 41
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 81, until_ms = 1795224870826, node = 'two', life = 6, claim_ms = 1795224865444 WHERE id = 41
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 82, -9223372036854775808, 1795224865444, 'two', 4, 2, 1, 1795224870826, 41, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224852570, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 41 WHERE conversation = 4 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
UPDATE share SET served = 81 WHERE side = 0 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795224865444 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795224865444 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 5 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795224865444
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 89
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 89 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 83, until_ms = 1795224870826, node = 'two', life = 6, claim_ms = 1795224865444 WHERE id = 100
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 0, 0, -9223372036854775808, 1795224865444, '', 0, 5, 1, 1795224870826, 100, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795224852570, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 100 WHERE conversation = 5 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
UPDATE share SET served = 83 WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795245751685 ORDER BY b.due_ms, b.id LIMIT 1
;;
UPDATE bill SET asked = asked + 1, due_ms = 1795246351685 WHERE id = 76
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
DELETE FROM bill WHERE id = 76 RETURNING spend
;;
UPDATE spend SET pending = max(pending - 1, 0), unknown = unknown + 0 WHERE id = 14
;;
SELECT 1 FROM spend WHERE id = 14
;;
SELECT micros FROM money WHERE spend = 14 AND kind = 1 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (14, 1, 'USD', 1823941)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20777 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
SELECT kind, currency, micros FROM money WHERE spend = 2
;;
SELECT kind, currency, micros FROM money WHERE spend = 8
;;
SELECT kind, currency, micros FROM money WHERE spend = 7
;;
SELECT kind, currency, micros FROM money WHERE spend = 6
;;
SELECT kind, currency, micros FROM money WHERE spend = 12
;;
SELECT kind, currency, micros FROM money WHERE spend = 14
;;
SELECT kind, currency, micros FROM money WHERE spend = 5
;;
SELECT kind, currency, micros FROM money WHERE spend = 3
;;
SELECT kind, currency, micros FROM money WHERE spend = 13
;;
SELECT kind, currency, micros FROM money WHERE spend = 11
;;
SELECT kind, currency, micros FROM money WHERE spend = 9
;;
SELECT kind, currency, micros FROM money WHERE spend = 10
;;
SELECT kind, currency, micros FROM money WHERE spend = 1
;;
SELECT kind, currency, micros FROM money WHERE spend = 4
;;
SELECT kind, currency, micros FROM money WHERE spend = 19
;;
SELECT kind, currency, micros FROM money WHERE spend = 15
;;
SELECT kind, currency, micros FROM money WHERE spend = 21
;;
SELECT kind, currency, micros FROM money WHERE spend = 17
;;
SELECT kind, currency, micros FROM money WHERE spend = 18
;;
SELECT kind, currency, micros FROM money WHERE spend = 22
;;
SELECT kind, currency, micros FROM money WHERE spend = 16
;;
SELECT kind, currency, micros FROM money WHERE spend = 20
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 5 AND stage = 0 AND until_ms IS NOT NULL AND fence = 74
;;
SELECT 1 FROM intent WHERE id = 'i21'
;;
SELECT timeline FROM event WHERE id = 83
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224843014,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795245751685,"us":1500,"outcome":"done"}]}' WHERE id = 83 AND conversation = 5
;;
SELECT 1 FROM event WHERE id = 83 AND conversation = 5 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 83
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 83 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 5 AND stage = 0 AND fence = 74 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 5 AND (83 IS NULL OR event = 83)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (106, 'i21', 5, 0, 0, NULL, 0, 0, 1795245751685, '[]', '{"to":"chat:d","content":{"text":"reply 0"}}', NULL, NULL, NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795245751685, 106, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 0, 0, -9223372036854775808, 1795224865444, '', 0, 5, 1, 1795224870826, 100, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795245751908 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795245751908 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 84, 1795245753896, 1795224859685, 'one', 1, 0, 0, 1795245753896, 99, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224876084, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795224859685, since_ms = 1795245751908, looks = 0 WHERE place = 99
;;
UPDATE intent SET claim_fence = 84, claim_ms = 1795245751908 WHERE place = 99
;;
SELECT message FROM receipt WHERE conversation = 2 AND at_ms >= 1795224259685 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 84 WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i20'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 2 AND address = '+15550100'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i20'
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'US' AND channel = 'whatsapp' AND direction = 1
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, 'US', 'whatsapp', 1)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 23
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i20', 23, 2, NULL, NULL, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795245751908 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795245751908 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 85, 1795245767732, 1795224838676, 'one', 1, 0, 0, 1795245767732, 97, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795245751685, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795224859685, since_ms = 1795245751908, looks = 0 WHERE place = 97
;;
UPDATE intent SET claim_fence = 85, claim_ms = 1795245751908 WHERE place = 97
;;
SELECT message FROM receipt WHERE conversation = 3 AND at_ms >= 1795224259685 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 85 WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i18'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i18'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20778 AND s.owner = 2 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND (NULL IS NULL OR s.channel = NULL)
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'US' AND channel = 'sms' AND direction = 1
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, 'US', 'sms', 1)
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 24
;;
SELECT 1 FROM spend WHERE id = 24
;;
SELECT micros FROM money WHERE spend = 24 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (24, 0, 'USD', 2750822)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i18', 24, 3, 'USD', 2750822, 0)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 97
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795224859685, since_ms = 1795245751908, looks = 0 WHERE place = 97
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 86, -9223372036854775808, 1795224838676, 'one', 1, 0, 0, 1795224852570, 97, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224852570, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795245751908 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795245751908 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 87, 1795245759742, 1795224838676, 'two', 6, 0, 0, 1795245759742, 97, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795245751685, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795224859685, since_ms = 1795245751908, looks = 0 WHERE place = 97
;;
UPDATE intent SET claim_fence = 87, claim_ms = 1795245751908 WHERE place = 97
;;
SELECT message FROM receipt WHERE conversation = 3 AND at_ms >= 1795224259685 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 87 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795245751908 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795245751908 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 88, 1795245759742, -9223372036854775808, 'two', 6, 0, 0, 1795245759742, 106, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795245753896, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795245751908, since_ms = 0, looks = 0 WHERE place = 106
;;
UPDATE intent SET claim_fence = 88, claim_ms = 1795245751908 WHERE place = 106
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
UPDATE share SET served = 88 WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i21'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'b'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i21'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20778 AND s.owner = 4 AND s.direction = 1 AND ('US' IS NULL OR s.country = 'US') AND (NULL IS NULL OR s.channel = NULL)
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 4 AND country = '' AND channel = 'whatsapp' AND direction = 1
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 4, '', 'whatsapp', 1)
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 25
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i21', 25, 1, NULL, NULL, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k232'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 3 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 7 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (107, 7, 0, 0, 1, 0, 1, 0, 0, 1795245751908, '{"keys":["k232"],"conversation":"chat:d","kind":{"message_added":{"id":"m232","author":{"id":"ada"},"content":{"text":"text 232"}}},"addressed":"ambient"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795245751904}', 2)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k232', 107) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (107, 7, 0, '{"id":"ada"}', 'm232', '{"text":"text 232"}', 1795245751908, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 3 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 3, '', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 26
;;
SELECT 1 FROM spend WHERE id = 26
;;
SELECT micros FROM money WHERE spend = 26 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (26, 0, 'USD', 1592946)
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k193'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (108, 3, 0, 0, 6, 0, 0, 0, 0, 1795245751908, '{"keys":["k193"],"conversation":"chat:c","kind":{"message_added":{"id":"m193","author":{"id":"ada"},"content":{"text":"text 193"}}},"addressed":"direct"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795245751904}', 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 60)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k193', 108) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (108, 3, 0, '{"id":"ada"}', 'm193', '{"text":"text 193"}', 1795245751908, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'GB' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 21
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 3 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795245751908, 'm193') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795245751908, last_inbound_ms), last_inbound = coalesce('m193', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k113'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (109, NULL, 6, 0, 0, 0, 1, 0, 0, 1795245751908, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k113', 109) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (109, 3, 0, '{"id":"ada"}', 'm113', '{"text":"text 113"}', 1795245751908, NULL)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE event SET noted_in = 3 WHERE id = 109
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i20'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i21'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i21'
;;
SELECT attempts FROM intent WHERE place = 106
;;
UPDATE intent SET attempts = '[{"at":1795245751908,"node":"two","life":6,"error":"fog"}]' WHERE place = 106
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 106
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795245751908, since_ms = 1795245751908, looks = 0 WHERE place = 106
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 89, -9223372036854775808, 1795245754677, 'two', 6, 0, 0, 1795245754677, 106, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 97
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795224859685, since_ms = 1795245751908, looks = 0 WHERE place = 97
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 90, -9223372036854775808, 1795224838676, 'two', 6, 0, 0, 1795224852570, 97, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224852570, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('two', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 7 AND until_ms > -9223372036854775808
;;
UPDATE event SET until_ms = NULL WHERE stage = 0 AND until_ms IS NOT NULL AND node = 'two' AND life < 7 RETURNING conversation
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 82, -9223372036854775808, 1795224865444, 'two', 4, 2, 1, 1795224865444, 41, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 0, 0, -9223372036854775808, 1795224865444, '', 0, 5, 1, 1795224865444, 100, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795245751908 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795245751908 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 91, 1795245757336, 1795224838676, 'two', 7, 0, 0, 1795245757336, 97, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795245753896, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795224859685, since_ms = 1795245751908, looks = 0 WHERE place = 97
;;
UPDATE intent SET claim_fence = 91, claim_ms = 1795245751908 WHERE place = 97
;;
SELECT message FROM receipt WHERE conversation = 3 AND at_ms >= 1795224259685 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 91 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795245751908 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i18'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i18'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k197'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (110, NULL, 6, 0, 0, 0, 0, 0, 0, 1795245754397, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k197', 110) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i11'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i11'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i11' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT conversation, trace, causes FROM record WHERE cursor = 70
;;
SELECT timeline FROM event WHERE id = 21
;;
UPDATE event SET timeline = '{"root":"00-60e4d6128b6f9ba4cd08b3ec1b574eee-0c15a661c0d000a4-00","start":1795180411539,"spans":[{"stage":"turn","id":"23060b8a10322509","start":1795184118701,"us":1500,"outcome":"done"},{"stage":"outbox","id":"d334456be29723d7","parent":"23060b8a10322509","start":1795184118701,"us":9468335000,"outcome":"sent"},{"stage":"outbox","id":"d88494447d999ac5","parent":"23060b8a10322509","start":1795184118701,"us":9468335000,"outcome":"sent"},{"stage":"receipt","id":"592c4cfede1ca629","parent":"d88494447d999ac5","start":1795245754393,"us":4000,"outcome":"echoed"}]}' WHERE id = 21 AND conversation = 2
;;
UPDATE event SET noted_in = 3 WHERE id = 110
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i18'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i18'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795245754397 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795245754397 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 92, 1795245772959, 1795224859685, 'two', 7, 0, 0, 1795245772959, 99, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795245754677, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795224859685, since_ms = 1795245751908, looks = 0 WHERE place = 99
;;
UPDATE intent SET claim_fence = 92, claim_ms = 1795245754397 WHERE place = 99
;;
SELECT message FROM receipt WHERE conversation = 2 AND at_ms >= 1795224259685 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 92 WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i20'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i20'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i20'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i20'
;;
SELECT attempts FROM intent WHERE place = 99
;;
UPDATE intent SET attempts = '[{"at":1795245754397,"node":"two","life":7,"error":"fog"}]' WHERE place = 99
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 99
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795224859685, since_ms = 1795245751908, looks = 1 WHERE place = 99
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 93, -9223372036854775808, 1795245759070, 'two', 7, 0, 0, 1795245759070, 99, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k89'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k89', 34) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 34
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795245755637 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795245755637 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 94, 1795245756984, 1795245754677, 'two', 7, 0, 0, 1795245756984, 106, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795245756984, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795245751908, since_ms = 1795245751908, looks = 0 WHERE place = 106
;;
UPDATE intent SET claim_fence = 94, claim_ms = 1795245755637 WHERE place = 106
;;
SELECT message FROM receipt WHERE conversation = 5 AND at_ms >= 1795245151908 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
UPDATE share SET served = 94 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795245755637 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i1'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i21'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i21'
;;
SELECT attempts FROM intent WHERE place = 106
;;
UPDATE intent SET attempts = '[{"at":1795245751908,"node":"two","life":6,"error":"fog"},{"at":1795245755637,"node":"two","life":7,"error":"not yet"}]' WHERE place = 106
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 106
;;
UPDATE intent SET trace = 0, tries = 1, first_ms = 1795245751908, since_ms = 1795245751908, looks = 0 WHERE place = 106
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 95, -9223372036854775808, 1795245756838, 'two', 7, 0, 0, 1795245756838, 106, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795245756838, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k132'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (111, NULL, 6, 0, 0, 0, 0, 0, 0, 1795245755637, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k132', 111) ON CONFLICT DO NOTHING
;;
UPDATE event SET noted_in = 2 WHERE id = 111
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('two', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 8 AND until_ms > -9223372036854775808
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 91, 1795245757336, 1795224838676, 'two', 7, 0, 0, 1795224852570, 97, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795224852570, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE event SET until_ms = NULL WHERE stage = 0 AND until_ms IS NOT NULL AND node = 'two' AND life < 8 RETURNING conversation
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND cursor > 1 ORDER BY cursor LIMIT 7
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'bob'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 0
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 1
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 2
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 3
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 4
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 5
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT 48) ORDER BY e.id DESC
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
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
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 71
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND changed > 1 AND cursor <= 1 ORDER BY changed LIMIT 7
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 2 AND cursor > 1 ORDER BY cursor LIMIT 7
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'bob'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 2 AND id = 'ada'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = '1'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 1 ORDER BY s.id DESC LIMIT 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 87
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT arrived_ms FROM event WHERE id = 23
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 41
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT arrived_ms FROM event WHERE id = 100
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 97
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT drafted_ms FROM intent WHERE place = 106
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795247426453 ORDER BY b.due_ms, b.id LIMIT 5
;;
UPDATE bill SET asked = asked + 1, due_ms = 1795248026453 WHERE id = 104
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
DELETE FROM bill WHERE id = 104 RETURNING spend
;;
UPDATE spend SET pending = max(pending - 1, 0), unknown = unknown + 0 WHERE id = 17
;;
SELECT 1 FROM spend WHERE id = 17
;;
SELECT micros FROM money WHERE spend = 17 AND kind = 1 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (17, 1, 'USD', 37817)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20777 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
SELECT kind, currency, micros FROM money WHERE spend = 2
;;
SELECT kind, currency, micros FROM money WHERE spend = 8
;;
SELECT kind, currency, micros FROM money WHERE spend = 7
;;
SELECT kind, currency, micros FROM money WHERE spend = 6
;;
SELECT kind, currency, micros FROM money WHERE spend = 12
;;
SELECT kind, currency, micros FROM money WHERE spend = 14
;;
SELECT kind, currency, micros FROM money WHERE spend = 5
;;
SELECT kind, currency, micros FROM money WHERE spend = 3
;;
SELECT kind, currency, micros FROM money WHERE spend = 13
;;
SELECT kind, currency, micros FROM money WHERE spend = 11
;;
SELECT kind, currency, micros FROM money WHERE spend = 9
;;
SELECT kind, currency, micros FROM money WHERE spend = 10
;;
SELECT kind, currency, micros FROM money WHERE spend = 1
;;
SELECT kind, currency, micros FROM money WHERE spend = 4
;;
SELECT kind, currency, micros FROM money WHERE spend = 19
;;
SELECT kind, currency, micros FROM money WHERE spend = 15
;;
SELECT kind, currency, micros FROM money WHERE spend = 21
;;
SELECT kind, currency, micros FROM money WHERE spend = 17
;;
SELECT kind, currency, micros FROM money WHERE spend = 24
;;
SELECT kind, currency, micros FROM money WHERE spend = 18
;;
SELECT kind, currency, micros FROM money WHERE spend = 23
;;
SELECT kind, currency, micros FROM money WHERE spend = 25
;;
SELECT kind, currency, micros FROM money WHERE spend = 22
;;
SELECT kind, currency, micros FROM money WHERE spend = 16
;;
SELECT kind, currency, micros FROM money WHERE spend = 26
;;
SELECT kind, currency, micros FROM money WHERE spend = 20
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i18'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i18'
;;
SELECT attempts FROM intent WHERE place = 97
;;
UPDATE intent SET attempts = '[{"at":1795247426453,"node":"two","life":7,"error":"not today"}]' WHERE place = 97
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 97
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 42
;;
UPDATE event SET timeline = '{"root":"00-367206c19e9661828a01f7612c04279f-f4e219e2a9333a7e-00","start":1795184115538,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795224852570,"us":1500,"outcome":"done"},{"stage":"outbox","id":"6dbb6bc7946e32ca","parent":"fc71dddf2fff21de","start":1795224852570,"us":22573883000,"outcome":"rejected","error":"rejected"}]}' WHERE id = 42 AND conversation = 3
;;
SELECT stage, replies FROM event WHERE id = 42
;;
UPDATE event SET stage = 7, replies = 0, fence = 0, until_ms = NULL WHERE id = 42 AND stage IN (0, 1)
;;
UPDATE tally SET rejected = rejected + 1
;;
SELECT stage, replies FROM event WHERE id = 57
;;
UPDATE event SET stage = 7, replies = 0, fence = 0, until_ms = NULL WHERE id = 57 AND stage IN (0, 1)
;;
UPDATE tally SET rejected = rejected + 1
;;
UPDATE intent SET trace = 3, maybe = 1, since_ms = 1795245751908 WHERE place = 97
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (2, 1, 'i18', 3, 'not today', 1795247426453)
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i18'
;;
DELETE FROM charge WHERE intent = 'i18'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 91, 1795245757336, 1795247426453, 'two', 7, 0, 0, 1795247426453, 98, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795245756838, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 96, -9223372036854775808, 1795247426453, 'two', 7, 0, 0, 1795247426453, 98, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, b.id, b.asked, b.message FROM bill b JOIN conversation c ON c.id = b.conversation JOIN owner o ON o.id = c.owner WHERE b.due_ms <= 1795247426453 ORDER BY b.due_ms, b.id LIMIT 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT s.id, s.day, o.tenant, o.account, s.country, s.channel, s.direction, s.messages, s.units, s.unpriced, s.pending, s.unknown FROM spend s JOIN owner o ON o.id = s.owner WHERE s.day >= 20777 ORDER BY s.day, o.tenant, o.account, s.country, s.channel, s.direction
;;
SELECT kind, currency, micros FROM money WHERE spend = 2
;;
SELECT kind, currency, micros FROM money WHERE spend = 8
;;
SELECT kind, currency, micros FROM money WHERE spend = 7
;;
SELECT kind, currency, micros FROM money WHERE spend = 6
;;
SELECT kind, currency, micros FROM money WHERE spend = 12
;;
SELECT kind, currency, micros FROM money WHERE spend = 14
;;
SELECT kind, currency, micros FROM money WHERE spend = 5
;;
SELECT kind, currency, micros FROM money WHERE spend = 3
;;
SELECT kind, currency, micros FROM money WHERE spend = 13
;;
SELECT kind, currency, micros FROM money WHERE spend = 11
;;
SELECT kind, currency, micros FROM money WHERE spend = 9
;;
SELECT kind, currency, micros FROM money WHERE spend = 10
;;
SELECT kind, currency, micros FROM money WHERE spend = 1
;;
SELECT kind, currency, micros FROM money WHERE spend = 4
;;
SELECT kind, currency, micros FROM money WHERE spend = 19
;;
SELECT kind, currency, micros FROM money WHERE spend = 15
;;
SELECT kind, currency, micros FROM money WHERE spend = 21
;;
SELECT kind, currency, micros FROM money WHERE spend = 17
;;
SELECT kind, currency, micros FROM money WHERE spend = 24
;;
SELECT kind, currency, micros FROM money WHERE spend = 18
;;
SELECT kind, currency, micros FROM money WHERE spend = 23
;;
SELECT kind, currency, micros FROM money WHERE spend = 25
;;
SELECT kind, currency, micros FROM money WHERE spend = 22
;;
SELECT kind, currency, micros FROM money WHERE spend = 16
;;
SELECT kind, currency, micros FROM money WHERE spend = 26
;;
SELECT kind, currency, micros FROM money WHERE spend = 20
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.address, c.opted_out_ms, c.opted_out_why FROM contact c JOIN owner o ON o.id = c.owner WHERE c.opted_out_ms IS NOT NULL ORDER BY c.opted_out_ms DESC, o.tenant, o.account, c.address LIMIT 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k75'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k32'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (112, NULL, 6, 0, 0, 0, 2, 0, 0, 1795247426453, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k75', 112) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k32', 112) ON CONFLICT DO NOTHING
;;
UPDATE event SET noted_in = 2 WHERE id = 112
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 5 AND stage = 0 AND until_ms IS NOT NULL AND fence = 83
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('two', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 9 AND until_ms > -9223372036854775808
;;
UPDATE event SET until_ms = NULL WHERE stage = 0 AND until_ms IS NOT NULL AND node = 'two' AND life < 9 RETURNING conversation
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND fence = 81
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795247426453 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795247426453 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 7 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795247426453
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 71
;;
UPDATE event SET attempts = '[{"at":1795224843018,"node":"two","life":3,"error":"no idea"},{"at":1795247426453,"node":"one","life":1,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 71
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 97, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247426453 WHERE id = 71
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 97, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247426453 WHERE id = 95
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 97, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247426453 WHERE id = 107
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 97, 1795247437871, 1795224851430, 'one', 1, 2, 1, 1795247437871, 71, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224863914, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
UPDATE share SET served = 97 WHERE side = 0 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795247426453 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795247426453 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795247426453
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 60)
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (5, 88)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 60
;;
UPDATE event SET attempts = '[{"at":1795247426453,"node":"two","life":4,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 60
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 98, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247426453 WHERE id = 60
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 98, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247426453 WHERE id = 88
;;
SELECT attempts FROM event WHERE id = 43
;;
UPDATE event SET attempts = '[{"at":1795247426453,"node":"two","life":4,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 43
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 98, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247426453 WHERE id = 43
;;
SELECT attempts FROM event WHERE id = 45
;;
UPDATE event SET attempts = '[{"at":1795247426453,"node":"two","life":4,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 45
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 98, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247426453 WHERE id = 45
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 60)
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 98, 1795247437871, 1795224852570, 'one', 1, 2, 1, 1795247437871, 60, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 98 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795247426453 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795247426453 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 8 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795247426453
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 8 AND stage = 0 AND (place, id) >= (2, 87)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 87
;;
UPDATE event SET attempts = '[{"at":1795247426453,"node":"one","life":1,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 87
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 99, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247426453 WHERE id = 87
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 8 AND stage = 0 AND (place, id) >= (2, 87)
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 8
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (8, 0, 99, 1795247437871, 1795224851430, 'one', 1, 0, 1, 1795247437871, 87, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224865444, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 8
;;
UPDATE share SET served = 99 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i18'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i24'
;;
SELECT 1 FROM intent WHERE id = 'i25'
;;
SELECT 1 FROM intent WHERE id = 'i26'
;;
SELECT timeline FROM event WHERE id = 87
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224843014,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795247426453,"us":1500,"outcome":"done"}]}' WHERE id = 87 AND conversation = 8
;;
SELECT 1 FROM event WHERE id = 87 AND conversation = 8 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 87
;;
UPDATE event SET stage = 1, replies = 2, fence = 0, until_ms = NULL WHERE id = 87 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 8 AND stage = 0 AND fence = 99 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 8 AND (NULL IS NULL OR event = NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (113, 'i24', 8, 0, 0, NULL, 0, 0, 1795247426453, '[87]', '{"to":"chat:d","content":{"text":"reply 0"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', NULL, '00-00000000000000000000000000000001-fc71dddf2fff21de-01')
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (114, 'i25', 8, 0, 0, NULL, 0, 0, 1795247426453, '[87]', '{"to":"chat:d","content":{"text":"reply 0"}}', '[{"label":"choice 0","value":"v"}]', '{"finish":{"message":"r1","shown":null}}', '00-00000000000000000000000000000001-fc71dddf2fff21de-01')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 8 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (8, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 1795247426453, 113, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795247426453, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT count(*) FROM intent WHERE conversation = 8 AND trace < 3
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
SELECT owner FROM conversation WHERE id = 8
;;
UPDATE intent SET answer = 87 WHERE id = 'i24'
;;
UPDATE intent SET answer = 87 WHERE id = 'i25'
;;
INSERT OR REPLACE INTO answer (event, conversation, accepted, content_type, body, within_ms, look_ms) VALUES (87, 8, 0, 'text/plain', x'616e737765722030', 4891, 1457)
;;
SELECT conversation, within_ms, look_ms FROM answer WHERE event = 87
;;
UPDATE intent SET trace = 2, first_ms = coalesce(first_ms, 1795247426453), since_ms = 1795247431344, looks = 0 WHERE answer = 87
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 8 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (8, 1, 100, -9223372036854775808, 1795247432801, '', 0, 0, 0, 1795247432801, 113, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795247432801, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (115, 'i26', 8, 0, 0, NULL, 0, 0, 1795247426453, '[]', '{"to":"chat:d","content":{"text":"reply 0"}}', NULL, NULL, NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 8 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (8, 1, 100, -9223372036854775808, 1795247432801, '', 0, 0, 0, 1795247432801, 113, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 8 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (8, 0, 101, -9223372036854775808, 1795247426453, 'one', 1, 3, 1, NULL, NULL, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247426453 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795247426453 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 102, 1795247437100, 1795245756838, 'two', 9, 0, 0, 1795247437100, 106, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795245759070, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 1, first_ms = 1795245751908, since_ms = 1795245751908, looks = 0 WHERE place = 106
;;
UPDATE intent SET claim_fence = 102, claim_ms = 1795247426453 WHERE place = 106
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
UPDATE share SET served = 102 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247426453 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795247426453 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 103, 1795247437100, 1795245759070, 'two', 9, 0, 0, 1795247437100, 99, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795247426453, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795224859685, since_ms = 1795245751908, looks = 1 WHERE place = 99
;;
UPDATE intent SET claim_fence = 103, claim_ms = 1795247426453 WHERE place = 99
;;
SELECT message FROM receipt WHERE conversation = 2 AND at_ms >= 1795224259685 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 103 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247426453 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795247426453 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 104, 1795247437100, 1795247426453, 'two', 9, 0, 0, 1795247437100, 98, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795247437100, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795247426453, since_ms = 0, looks = 0 WHERE place = 98
;;
UPDATE intent SET claim_fence = 104, claim_ms = 1795247426453 WHERE place = 98
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 104 WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i19'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i19'
;;
SELECT s.id, s.messages FROM spend s WHERE s.day = 20778 AND s.owner = 2 AND s.direction = 1 AND (NULL IS NULL OR s.country = NULL) AND ('sms' IS NULL OR s.channel = 'sms')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 1
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, '', 'whatsapp', 1)
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 27
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i19', 27, 3, NULL, NULL, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k129'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k22'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (116, NULL, 6, 0, 0, 1, 0, 0, 0, 1795247426453, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k129', 116) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k22', 116) ON CONFLICT DO NOTHING
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r13'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'r13' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'r13'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'r13', '{"status":"read"}', NULL, 1795247426453)
;;
UPDATE bill SET due_ms = min(due_ms, 1795247486453) WHERE owner = 2 AND message = 'r13' AND asked = 0
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r13'
;;
UPDATE event SET noted_in = 2 WHERE id = 116
;;
UPDATE delivery SET conversation = 2 WHERE owner = 2 AND message = 'r13' AND record IS NULL
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k201'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k201', 29) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 29
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 104, 1795247426633, 1795247426453, 'two', 9, 0, 0, 1795247426633, 98, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795247426633, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247427398 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795247427398 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 105, 1795247446181, 1795247426453, 'two', 9, 0, 0, 1795247446181, 98, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795247437100, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795247426453, since_ms = 1795247427398, looks = 0 WHERE place = 98
;;
UPDATE intent SET claim_fence = 105, claim_ms = 1795247427398 WHERE place = 98
;;
SELECT message FROM receipt WHERE conversation = 3 AND at_ms >= 1795246826453 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 105 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247427398 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i19'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i19'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i19'
;;
SELECT id FROM owner WHERE tenant = 't' AND account = 'a'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i19'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i19'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i19'
;;
SELECT attempts FROM intent WHERE place = 98
;;
UPDATE intent SET attempts = '[{"at":1795247427398,"node":"two","life":9,"error":"fog"}]' WHERE place = 98
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 98
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 42
;;
UPDATE event SET timeline = '{"root":"00-367206c19e9661828a01f7612c04279f-f4e219e2a9333a7e-00","start":1795184115538,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795224852570,"us":1500,"outcome":"done"},{"stage":"outbox","id":"6dbb6bc7946e32ca","parent":"fc71dddf2fff21de","start":1795224852570,"us":22573883000,"outcome":"rejected","error":"rejected"},{"stage":"outbox","id":"5a7689c82fabfd77","parent":"fc71dddf2fff21de","start":1795224852570,"us":22574828000,"outcome":"held","error":"unknown"}]}' WHERE id = 42 AND conversation = 3
;;
SELECT stage, replies FROM event WHERE id = 42
;;
UPDATE event SET stage = 7, replies = 0, fence = 0, until_ms = NULL WHERE id = 42 AND stage IN (0, 1)
;;
SELECT stage, replies FROM event WHERE id = 57
;;
UPDATE event SET stage = 7, replies = 0, fence = 0, until_ms = NULL WHERE id = 57 AND stage IN (0, 1)
;;
UPDATE intent SET trace = 3, maybe = 1, since_ms = 1795247427398 WHERE place = 98
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (0, 1, 'i19', 3, 'fog', 1795247427398)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 105, 1795247446181, 1795247427398, 'two', 9, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 3 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 1, 106, -9223372036854775808, 1795247427398, 'two', 9, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k178'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (117, NULL, 6, 0, 0, 0, 0, 0, 0, 1795247427398, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k178', 117) ON CONFLICT DO NOTHING
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
UPDATE event SET noted_in = 3 WHERE id = 117
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k155'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 7 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (118, 7, 0, 0, 1, 0, 2, 0, 0, 1795247427398, '{"keys":["k155"],"conversation":"chat:d","kind":{"message_added":{"id":"m155","author":{"id":"ada"},"content":{"text":"text 155"}}},"addressed":"aside"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247427394}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k155', 118) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (118, 7, 0, '{"id":"ada"}', 'm155', '{"text":"text 155"}', 1795247427398, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 3 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 3, 'US', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 28
;;
SELECT 1 FROM spend WHERE id = 28
;;
SELECT micros FROM money WHERE spend = 28 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (28, 0, 'EUR', 254775)
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 7 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550101', 1795247427398, 'm155') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247427398, last_inbound_ms), last_inbound = coalesce('m155', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k298'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k59'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k298', 45) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k59', 45) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 45
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k42'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k254'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (119, 2, 0, 0, 7, 0, 0, 0, 0, 1795247427398, '{"keys":["k42","k254"],"conversation":"chat:d","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 42","value":"v"}]}},"addressed":"mention"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247427394}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k42', 119) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k254', 119) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (119, 2, 0, '{"id":"bob"}', 'k42', '{"text":"choice 42"}', 1795247427398, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, '', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 29
;;
SELECT 1 FROM spend WHERE id = 29
;;
SELECT micros FROM money WHERE spend = 29 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (29, 0, 'EUR', 2749505)
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795247427398, 'k42') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247427398, last_inbound_ms), last_inbound = coalesce('k42', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k140'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (120, 4, 0, 0, 2, 1, 0, 0, 0, 1795247427398, '{"keys":["k140"],"conversation":"chat:c","kind":{"message_added":{"id":"m140","author":{"id":"ada"},"content":{"text":"text 140"}}},"addressed":"direct","sequence":2}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247427394}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k140', 120) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (120, 4, 0, '{"id":"ada"}', 'm140', '{"text":"text 140"}', 1795247427398, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 3 AND country = 'US' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 28
;;
SELECT 1 FROM spend WHERE id = 28
;;
SELECT micros FROM money WHERE spend = 28 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (28, 0, 'USD', 1110893)
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i20'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i20'
;;
SELECT attempts FROM intent WHERE place = 99
;;
UPDATE intent SET attempts = '[{"at":1795245754397,"node":"two","life":7,"error":"fog"},{"at":1795247427398,"node":"two","life":9,"error":"fog"}]' WHERE place = 99
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 99
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795224859685, since_ms = 1795245751908, looks = 2 WHERE place = 99
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 107, -9223372036854775808, 1795247430834, 'two', 9, 0, 0, 1795247430834, 99, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795247430834, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 4 AND cursor > 9 ORDER BY cursor LIMIT 7
;;
SELECT name FROM person WHERE conversation = 4 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 4 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 4 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 4 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 4 AND id = 'ada'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 0
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 0
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 1
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 2
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 3
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 4
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT causes FROM record WHERE cursor = 5
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, e.id, e.arrived_ms, e.timeline FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id IN (SELECT id FROM event ORDER BY id DESC LIMIT 48) ORDER BY e.id DESC
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, name FROM person WHERE conversation = 4
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, content_type, body FROM answer WHERE event = 71
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 4 AND changed > 9 AND cursor <= 9 ORDER BY changed LIMIT 7
;;
SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record WHERE conversation = 4 AND cursor > 9 ORDER BY cursor LIMIT 7
;;
SELECT name FROM person WHERE conversation = 4 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 4 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 4 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 4 AND id = 'ada'
;;
SELECT name FROM person WHERE conversation = 4 AND id = 'ada'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = 'k35'
;;
SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = 30
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner WHERE s.shelf = 1 ORDER BY s.id DESC LIMIT 7
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) FROM tally
;;
SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT c.owner, count(*) FROM event e INDEXED BY event_replying CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel
;;
SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel
;;
SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(id) AS first FROM event WHERE stage = 0 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT arrived_ms FROM event WHERE id = 23
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT arrived_ms FROM event WHERE id = 41
;;
SELECT account FROM owner WHERE id = 3
;;
SELECT arrived_ms FROM event WHERE id = 100
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT c.owner, q.queued, q.first FROM (SELECT conversation, count(*) AS queued, min(place) AS first FROM intent WHERE trace < 3 GROUP BY conversation) q CROSS JOIN conversation c ON c.id = q.conversation
;;
SELECT drafted_ms FROM intent WHERE place = 113
;;
SELECT account FROM owner WHERE id = 1
;;
SELECT drafted_ms FROM intent WHERE place = 99
;;
SELECT account FROM owner WHERE id = 2
;;
SELECT drafted_ms FROM intent WHERE place = 106
;;
SELECT account FROM owner WHERE id = 4
;;
SELECT at_ms FROM shelved WHERE shelf = 0 ORDER BY id LIMIT 1
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k221'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (120, 2, 0, 0, 3, 1, 1, 0, 0, 1795247427398, '{"keys":["k221"],"conversation":"chat:d","kind":{"command":{"name":"/do","text":"221","author":{"id":"ada"}}},"addressed":"ambient","sequence":3}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247427394}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k221', 120) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (120, 2, 0, '{"id":"ada"}', 'k221', '{"text":"/do 221"}', 1795247427398, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 19
;;
SELECT 1 FROM spend WHERE id = 19
;;
SELECT micros FROM money WHERE spend = 19 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (19, 0, 'EUR', 2464976)
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795247427398, 'k221') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247427398, last_inbound_ms), last_inbound = coalesce('k221', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k107'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k248'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k107', 82) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k248', 82) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 82
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k8'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (120, NULL, 6, 0, 0, 1, 0, 0, 0, 1795247427398, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k8', 120) ON CONFLICT DO NOTHING
;;
INSERT INTO person (conversation, id, name) SELECT 3, 'MB1', 'role 8 ada' WHERE (SELECT count(*) FROM person WHERE conversation = 3 AND id <> 'MB1') < 1000 ON CONFLICT DO UPDATE SET name = excluded.name
;;
INSERT INTO person (conversation, id, name) SELECT 3, 'ada', 'role 8 ada' WHERE (SELECT count(*) FROM person WHERE conversation = 3 AND id <> 'ada') < 1000 ON CONFLICT DO UPDATE SET name = excluded.name
;;
UPDATE event SET noted_in = 3 WHERE id = 120
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k92'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (121, 3, 0, 0, 6, 0, 0, 0, 0, 1795247427398, '{"keys":["k92"],"conversation":"chat:c","kind":{"message_added":{"id":"m92","author":{"id":"ada"},"content":{"text":"text 92"}}},"addressed":"mention"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247427394}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 60)
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k92', 121) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (121, 3, 0, '{"id":"ada"}', 'm92', '{"text":"text 92"}', 1795247427398, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 2, 'GB', 'whatsapp', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 30
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 3 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795247427398, 'm92') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247427398, last_inbound_ms), last_inbound = coalesce('m92', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k148'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k108'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (122, 2, 0, 0, 0, 1, 0, 0, 0, 1795247427398, '{"keys":["k148","k108"],"conversation":"chat:d","kind":{"message_added":{"id":"m148","author":{"id":"ada"},"content":{"text":"text 148"}}},"addressed":"direct","sequence":0}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247427394}', 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 78, -9223372036854775808, 1795224852570, 'one', 1, 5, 1, 1795247427398, 122, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795224865444, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k148', 122) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k108', 122) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (122, 2, 0, '{"id":"ada"}', 'm148', '{"text":"text 148"}', 1795247427398, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k4'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (120, 3, 0, 0, 6, 0, 1, 0, 0, 1795247427398, '{"keys":["k4"],"conversation":"chat:c","kind":{"message_added":{"id":"m4","author":{"id":"ada"},"content":{"text":"text 4"}}},"addressed":"ambient"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247427394}', 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 60)
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k4', 120) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (120, 3, 0, '{"id":"ada"}', 'm4', '{"text":"text 4"}', 1795247427398, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 1 WHERE id = 29
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 3 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795247427398, 'm4') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247427398, last_inbound_ms), last_inbound = coalesce('m4', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k288'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k110'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (121, 3, 0, 0, 6, 0, 0, 0, 0, 1795247427398, '{"keys":["k288","k110"],"conversation":"chat:c","kind":{"message_added":{"id":"m288","author":{"id":"ada"},"content":{"text":"text 288"}}},"addressed":"direct"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247427394}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 60)
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k288', 121) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k110', 121) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (121, 3, 0, '{"id":"ada"}', 'm288', '{"text":"text 288"}', 1795247427398, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 3 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795247427398, 'm288') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247427398, last_inbound_ms), last_inbound = coalesce('m288', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k176'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (122, NULL, 6, 0, 0, 0, 1, 0, 0, 1795247427398, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k176', 122) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i21'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i21' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p0'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p0' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'p0'
;;
SELECT progress FROM record WHERE cursor = 103
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i21' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p0'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'p0' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'p0'
;;
SELECT conversation, trace, causes FROM record WHERE cursor = 103
;;
UPDATE event SET noted_in = 3 WHERE id = 122
;;
UPDATE delivery SET conversation = 3 WHERE owner = 2 AND message = 'p0' AND record IS NULL
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i21'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i21'
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 106
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (5, 'r19', 1795247427398)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT owner FROM conversation WHERE id = 5
;;
SELECT progress FROM delivery WHERE owner = 4 AND message = 'r19'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress, causes, trace) SELECT 120, conversation, 1, NULL, 'r19', CASE WHEN offered IS NULL THEN json_extract(message, '$.content') ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, 1795247427398, id, NULL, causes, NULL FROM intent WHERE place = 106
;;
DELETE FROM intent WHERE place = 106
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i21'
;;
DELETE FROM charge WHERE intent = 'i21'
;;
SELECT owner FROM conversation WHERE id = 5
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (121, 25, 4, 5, 'r19', 0, 1795333827398)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 25
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 102, 1795247437100, 1795247427398, 'two', 9, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 108, -9223372036854775808, 1795247427398, 'two', 9, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k92'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k189'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (122, NULL, 6, 0, 0, 1, 0, 0, 0, 1795247430129, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k92', 122) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k189', 122) ON CONFLICT DO NOTHING
;;
UPDATE event SET noted_in = 3 WHERE id = 122
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k284'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k180'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (123, 2, 0, 0, 0, 1, 2, 0, 0, 1795247430129, '{"keys":["k284","k180"],"conversation":"chat:d","kind":{"command":{"name":"/do","text":"284","author":{"id":"ada"}}},"addressed":"aside","sequence":0}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247430125}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 78, -9223372036854775808, 1795224852570, 'one', 1, 5, 1, 1795247430129, 123, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795224865444, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k284', 123) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k180', 123) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (123, 2, 0, '{"id":"ada"}', 'k284', '{"text":"/do 284"}', 1795247430129, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 2 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550100', 1795247430129, 'k284') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247430129, last_inbound_ms), last_inbound = coalesce('k284', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k63'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (124, 3, 0, 0, 5, 1, 2, 0, 0, 1795247430129, '{"keys":["k63"],"conversation":"chat:c","kind":{"action":{"author":{"id":"bob"},"choices":[{"label":"choice 63","value":"v"}]}},"addressed":"aside","sequence":5}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247430125}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT min(arrived_ms) FROM event WHERE conversation = 3 AND stage = 0 AND (place, id) >= (3, 60)
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k63', 124) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (124, 3, 0, '{"id":"bob"}', 'k63', '{"text":"choice 63"}', 1795247430129, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 29
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 3 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795247430129, 'k63') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247430129, last_inbound_ms), last_inbound = coalesce('k63', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247430129 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i16'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT timeline FROM event WHERE id = 60
;;
UPDATE event SET timeline = '{"root":"00-6c450b1e58d1db018444f7a2024e7fe0-22d14c7b83fd34d8-01","start":1795184125155,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795247430129,"us":1500,"outcome":"done"}]}' WHERE id = 60 AND conversation = 3
;;
SELECT timeline FROM event WHERE id = 88
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224843014,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795247430129,"us":1500,"outcome":"done"}]}' WHERE id = 88 AND conversation = 3
;;
SELECT timeline FROM event WHERE id = 43
;;
UPDATE event SET timeline = '{"root":"00-367206c19e9661828a01f7612c04279f-f4e219e2a9333a7e-00","start":1795184115538,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795247430129,"us":1500,"outcome":"done"}]}' WHERE id = 43 AND conversation = 3
;;
SELECT timeline FROM event WHERE id = 45
;;
UPDATE event SET timeline = '{"root":"00-bd1468656e841b9b8edf443eacf3a78c-9583c160ca6af7ff-01","start":1795184115520,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795247430129,"us":1500,"outcome":"done"}]}' WHERE id = 45 AND conversation = 3
;;
SELECT 1 FROM event WHERE id = 60 AND conversation = 3 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 88 AND conversation = 3 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 43 AND conversation = 3 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 45 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 43
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 43 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 45
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 45 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 60
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 60 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 88
;;
UPDATE event SET stage = 3, replies = 0, fence = 0, until_ms = NULL WHERE id = 88 AND stage IN (0, 1)
;;
UPDATE tally SET silent = silent + 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 3 AND stage = 0 AND fence = 98 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 3 AND (NULL IS NULL OR event = NULL)
;;
SELECT count(*) FROM intent WHERE conversation = 3 AND trace < 3
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 109, -9223372036854775808, 1795247430129, 'one', 1, 7, 1, 1795247430129, 80, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i7'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247431807 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795247431807 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 110, 1795247437705, 1795247430834, 'two', 9, 0, 0, 1795247437705, 99, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795247437705, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795224859685, since_ms = 1795245751908, looks = 2 WHERE place = 99
;;
UPDATE intent SET claim_fence = 110, claim_ms = 1795247431807 WHERE place = 99
;;
SELECT message FROM receipt WHERE conversation = 2 AND at_ms >= 1795224259685 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 110 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247431807 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i10'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247431807 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i12'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i20'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i20'
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 99
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 90
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224845774,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795224852570,"us":1500,"outcome":"done"},{"stage":"outbox","id":"5d71f91f068e5fb3","parent":"fc71dddf2fff21de","start":1795224852570,"us":22579237000,"outcome":"sent"}]}' WHERE id = 90 AND conversation = 2
;;
SELECT stage, replies FROM event WHERE id = 90
;;
UPDATE event SET stage = 2, replies = 0, fence = 0, until_ms = NULL WHERE id = 90 AND stage IN (0, 1)
;;
UPDATE tally SET answered = answered + 1
;;
SELECT stage, replies FROM event WHERE id = 91
;;
UPDATE event SET stage = 2, replies = 0, fence = 0, until_ms = NULL WHERE id = 91 AND stage IN (0, 1)
;;
UPDATE tally SET answered = answered + 1
;;
SELECT stage, replies FROM event WHERE id = 94
;;
UPDATE event SET stage = 2, replies = 0, fence = 0, until_ms = NULL WHERE id = 94 AND stage IN (0, 1)
;;
UPDATE tally SET answered = answered + 1
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (2, 'r9', 1795247431807)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (2, 'p0', 1795247431807)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT owner FROM conversation WHERE id = 2
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r9'
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'p0'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'p0', NULL, 122, 1795247431807)
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress, causes, trace) SELECT 122, conversation, 1, NULL, 'r9', CASE WHEN offered IS NULL THEN json_extract(message, '$.content') ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, 1795247431807, id, NULL, causes, '00-00000000000000000000000000000001-5d71f91f068e5fb3-01' FROM intent WHERE place = 99
;;
DELETE FROM intent WHERE place = 99
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i20'
;;
DELETE FROM charge WHERE intent = 'i20'
;;
SELECT owner FROM conversation WHERE id = 2
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (123, 23, 2, 2, 'r9', 0, 1795333831807)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 23
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO bill (id, spend, owner, conversation, message, asked, due_ms) VALUES (124, 23, 2, 2, 'p0', 0, 1795333831807)
;;
UPDATE spend SET pending = pending + 1 WHERE id = 23
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 110, 1795247437705, 1795247431807, 'two', 9, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
DELETE FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 2 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 1, 111, -9223372036854775808, 1795247431807, 'two', 9, 0, 0, NULL, NULL, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT 1 FROM event WHERE conversation = 7 AND stage = 0 AND fence = 97 AND stopped = 1 LIMIT 1
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 7 AND stage = 0 AND fence = 97 AND fence <> 0
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 112, -9223372036854775808, 1795224851430, 'one', 1, 2, 1, 1795224851430, 71, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224851430, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k209'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (125, 3, 0, 0, 6, 0, 1, 0, 0, 1795247431807, '{"keys":["k209"],"conversation":"chat:c","kind":{"message_added":{"id":"m209","author":{"id":"ada"},"content":{"text":"text 209"}}},"addressed":"ambient"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247431803}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k209', 125) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (125, 3, 0, '{"id":"ada"}', 'm209', '{"text":"text 209"}', 1795247431807, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 29
;;
SELECT 1 FROM spend WHERE id = 29
;;
SELECT micros FROM money WHERE spend = 29 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (29, 0, 'USD', 2496133)
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 3 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795247431807, 'm209') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247431807, last_inbound_ms), last_inbound = coalesce('m209', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k166'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (126, 2, 0, 0, 7, 0, 0, 0, 0, 1795247431807, '{"keys":["k166"],"conversation":"chat:d","kind":{"message_added":{"id":"m166","author":{"id":"ada"},"content":{"text":"text 166"}}},"addressed":"direct"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247431803}', 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k166', 126) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (126, 2, 0, '{"id":"ada"}', 'm166', '{"text":"text 166"}', 1795247431807, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 2 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550102', 1795247431807, 'm166') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247431807, last_inbound_ms), last_inbound = coalesce('m166', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k181'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (127, NULL, 6, 0, 0, 0, 0, 0, 0, 1795247431807, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k181', 127) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i4'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i4'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i4' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r30'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'r30' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'r30'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'r30', '{"status":"failed"}', NULL, 1795247431807)
;;
UPDATE bill SET due_ms = min(due_ms, 1795247491807) WHERE owner = 2 AND message = 'r30' AND asked = 0
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i4' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r30'
;;
UPDATE event SET noted_in = 2 WHERE id = 127
;;
UPDATE delivery SET conversation = 2 WHERE owner = 2 AND message = 'r30' AND record IS NULL
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k252'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 4 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 5 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (128, 5, 0, 0, 1, 1, 0, 0, 0, 1795247431807, '{"keys":["k252"],"conversation":"chat:d","kind":{"message_added":{"id":"m252","author":{"id":"ada"},"content":{"text":"text 252"}}},"addressed":"direct","sequence":1}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247431803}', 6)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 0, 0, -9223372036854775808, 1795224865444, '', 0, 5, 1, 1795247431807, 128, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k252', 128) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (128, 5, 0, '{"id":"ada"}', 'm252', '{"text":"text 252"}', 1795247431807, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 5 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550101', 1795247431807, 'm252') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247431807, last_inbound_ms), last_inbound = coalesce('m252', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k43'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (129, 2, 0, 0, 0, 1, 0, 0, 0, 1795247431807, '{"keys":["k43"],"conversation":"chat:d","kind":{"message_added":{"id":"m43","author":{"id":"ada"},"content":{"text":"text 43"}}},"addressed":"mention","sequence":0}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247431803}', 1)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 78, -9223372036854775808, 1795224852570, 'one', 1, 5, 1, 1795247431807, 129, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795247430129, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k43', 129) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (129, 2, 0, '{"id":"ada"}', 'm43', '{"text":"text 43"}', 1795247431807, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 2 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795247431807, 'm43') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247431807, last_inbound_ms), last_inbound = coalesce('m43', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795247431807 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795247431807 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795247431807
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 113, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247431807 WHERE id = 80
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 113, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247431807 WHERE id = 81
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 113, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247431807 WHERE id = 108
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 113, 1795247434877, 1795247430129, 'two', 9, 7, 1, 1795247434877, 80, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795247431807, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 113 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795247431807 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795247431807 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 7 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795247431807
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 114, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247431807 WHERE id = 71
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 114, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247431807 WHERE id = 95
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 114, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247431807 WHERE id = 107
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 114, 1795247434877, 1795224851430, 'two', 9, 2, 1, 1795247434877, 71, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224865444, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
UPDATE share SET served = 114 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i11'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT timeline FROM event WHERE id = 71
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795193587032,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795224843018,"us":1500,"outcome":"done"},{"stage":"turn","id":"fc71dddf2fff21de","start":1795247431807,"us":1500,"outcome":"done"}]}' WHERE id = 71 AND conversation = 7
;;
SELECT timeline FROM event WHERE id = 95
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224852566,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795247431807,"us":1500,"outcome":"done"}]}' WHERE id = 95 AND conversation = 7
;;
SELECT timeline FROM event WHERE id = 107
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795245751904,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795247431807,"us":1500,"outcome":"done"}]}' WHERE id = 107 AND conversation = 7
;;
SELECT id FROM event WHERE conversation = 7 AND stage = 0 AND fence = 114
;;
UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, 1795247431807), retry_ms = 1795247434377 WHERE id = 71
;;
SELECT attempts FROM event WHERE id = 71
;;
UPDATE event SET attempts = '[{"at":1795224843018,"node":"two","life":3,"error":"no idea"},{"at":1795247426453,"node":"one","life":1,"error":"the process ended, or lost its lease, before the turn did"},{"at":1795247431807,"node":"two","life":9,"error":"no idea"}]' WHERE id = 71
;;
UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, 1795247431807), retry_ms = 1795247434377 WHERE id = 95
;;
SELECT attempts FROM event WHERE id = 95
;;
UPDATE event SET attempts = '[{"at":1795247431807,"node":"two","life":9,"error":"no idea"}]' WHERE id = 95
;;
UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, 1795247431807), retry_ms = 1795247434377 WHERE id = 107
;;
SELECT attempts FROM event WHERE id = 107
;;
UPDATE event SET attempts = '[{"at":1795247431807,"node":"two","life":9,"error":"no idea"}]' WHERE id = 107
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 7 AND stage = 0 AND fence = 114 AND fence <> 0
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 115, -9223372036854775808, 1795247433361, 'two', 9, 2, 1, 1795247433361, 118, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 7 AND stage = 0 AND until_ms IS NOT NULL AND fence = 114
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT timeline FROM event WHERE id = 80
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224839448,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795247431807,"us":1500,"outcome":"done"}]}' WHERE id = 80 AND conversation = 3
;;
SELECT timeline FROM event WHERE id = 19
;;
SELECT 1 FROM event WHERE id = 80 AND conversation = 3 AND stage = 0
;;
SELECT 1 FROM event WHERE id = 19 AND conversation = 3 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 80
;;
SELECT attempts FROM event WHERE id = 80
;;
UPDATE event SET attempts = '[{"at":1795247431807,"node":"two","life":9,"error":"poison"}]' WHERE id = 80
;;
UPDATE event SET stage = 5, replies = 0, fence = 0, until_ms = NULL WHERE id = 80 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '80', 3, 'poison', 1795247431807)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 3 AND stage = 0 AND fence = 113 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 3 AND (NULL IS NULL OR event = NULL)
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 116, -9223372036854775808, 1795247431807, 'two', 9, 7, 1, 1795247431807, 81, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247431807 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k159'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (130, 3, 0, 0, 6, 0, 0, 0, 0, 1795247431807, '{"keys":["k159"],"conversation":"chat:c","kind":{"message_added":{"id":"m159","author":{"id":"ada"},"content":{"text":"text 159"}}},"addressed":"direct"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247431803}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k159', 130) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (130, 3, 0, '{"id":"ada"}', 'm159', '{"text":"text 159"}', 1795247431807, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247431807 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795247431807 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795247431807 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795247431807
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 117, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247431807 WHERE id = 81
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 117, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247431807 WHERE id = 108
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 117, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247431807 WHERE id = 125
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 117, 1795247433832, 1795247431807, 'two', 9, 7, 1, 1795247433832, 81, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 117 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795247431807 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795247431807 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i18'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT timeline FROM event WHERE id = 81
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224839448,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795247435711,"us":1500,"outcome":"done"}]}' WHERE id = 81 AND conversation = 3
;;
SELECT timeline FROM event WHERE id = 46
;;
SELECT id FROM event WHERE conversation = 3 AND stage = 0 AND fence = 117
;;
UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, 1795247435711), retry_ms = 1795247437401 WHERE id = 81
;;
SELECT attempts FROM event WHERE id = 81
;;
UPDATE event SET attempts = '[{"at":1795247435711,"node":"two","life":9,"error":"no idea"}]' WHERE id = 81
;;
UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, 1795247435711), retry_ms = 1795247437401 WHERE id = 108
;;
SELECT attempts FROM event WHERE id = 108
;;
UPDATE event SET attempts = '[{"at":1795247435711,"node":"two","life":9,"error":"no idea"}]' WHERE id = 108
;;
UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, 1795247435711), retry_ms = 1795247437401 WHERE id = 125
;;
SELECT attempts FROM event WHERE id = 125
;;
UPDATE event SET attempts = '[{"at":1795247435711,"node":"two","life":9,"error":"no idea"}]' WHERE id = 125
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 3 AND stage = 0 AND fence = 117 AND fence <> 0
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 118, -9223372036854775808, 1795247436045, 'two', 9, 7, 1, 1795247436045, 130, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795247437345 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795247437345 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 7 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795247437345
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 119, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247437345 WHERE id = 71
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 119, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247437345 WHERE id = 95
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 119, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247437345 WHERE id = 107
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 119, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247437345 WHERE id = 118
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 119, 1795247449327, 1795247433361, 'two', 9, 2, 1, 1795247449327, 71, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
UPDATE share SET served = 119 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i18'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247438703 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795247438703 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 8 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 8 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 8
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (8, 1, 120, 1795247457383, 1795247432801, 'one', 1, 0, 0, 1795247457383, 113, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795247457383, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795247426453, since_ms = 1795247431344, looks = 0 WHERE place = 113
;;
UPDATE intent SET claim_fence = 120, claim_ms = 1795247438703 WHERE place = 113
;;
SELECT message FROM receipt WHERE conversation = 8 AND at_ms >= 1795246826453 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 8
;;
UPDATE share SET served = 120 WHERE side = 1 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247438703 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i24'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i24'
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 1 AND country = 'US' AND channel = 'sms' AND direction = 1
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 1, 'US', 'sms', 1)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 30
;;
SELECT 1 FROM spend WHERE id = 30
;;
SELECT micros FROM money WHERE spend = 30 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (30, 0, 'USD', 1791276)
;;
INSERT INTO charge (intent, spend, units, currency, micros, billed) VALUES ('i24', 30, 2, 'USD', 1791276, 1)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 8 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (8, 1, 120, 1795247441391, 1795247432801, 'one', 1, 0, 0, 1795247441391, 113, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795247441391, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795247438703 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795247438703 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 5 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795247438703
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 121, until_ms = 1795247443800, node = 'two', life = 9, claim_ms = 1795247438703 WHERE id = 128
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 0, 0, -9223372036854775808, 1795247438703, '', 0, 5, 1, 1795247438703, 100, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
UPDATE live SET event = 128 WHERE conversation = 5 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
UPDATE share SET served = 121 WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 5 AND stage = 0 AND until_ms IS NOT NULL AND fence = 121
;;
SELECT 1 FROM intent WHERE id = 'i27'
;;
SELECT 1 FROM intent WHERE id = 'i28'
;;
SELECT 1 FROM intent WHERE id = 'i29'
;;
SELECT timeline FROM event WHERE id = 128
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247431803,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795247438703,"us":1500,"outcome":"done"}]}' WHERE id = 128 AND conversation = 5
;;
SELECT 1 FROM event WHERE id = 128 AND conversation = 5 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 128
;;
UPDATE event SET stage = 1, replies = 2, fence = 0, until_ms = NULL WHERE id = 128 AND stage IN (0, 1)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 5 AND stage = 0 AND fence = 121 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 5 AND (128 IS NULL OR event = 128)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (131, 'i27', 5, 0, 0, NULL, 0, 0, 1795247438703, '[128]', '{"to":"chat:d","content":{"text":"reply 0"}}', '[{"label":"choice 0","value":"v"}]', NULL, '00-00000000000000000000000000000001-fc71dddf2fff21de-01')
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (132, 'i28', 5, 0, 0, NULL, 0, 0, 1795247438703, '[128]', '{"to":"chat:d","content":{"text":"reply 0"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', NULL, '00-00000000000000000000000000000001-fc71dddf2fff21de-01')
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 108, -9223372036854775808, 1795247427398, 'two', 9, 0, 0, 1795247438703, 131, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795247438703, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (133, 'i29', 5, 0, 0, NULL, 0, 0, 1795247438703, '[]', '{"to":"chat:d","content":{"text":"reply 0"}}', NULL, '{"finish":{"message":"r1","shown":1}}', NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 108, -9223372036854775808, 1795247427398, 'two', 9, 0, 0, 1795247438703, 131, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 0, 0, -9223372036854775808, 1795247438703, '', 0, 5, 1, 1795247438703, 100, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795247438703 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795247438703 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795247438703 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 2 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795247438703
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 122, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795247438703 WHERE id = 129
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 122, 1795247455201, 1795224852570, 'one', 1, 5, 1, 1795247455201, 129, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795247436045, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 122 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795247438703 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795247438703 AND (0 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 1)) ORDER BY due_ms, head
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i3'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT timeline FROM event WHERE id = 129
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247431803,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795247441475,"us":1500,"outcome":"done"}]}' WHERE id = 129 AND conversation = 2
;;
SELECT id FROM event WHERE conversation = 2 AND stage = 0 AND fence = 122
;;
UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, 1795247441475), retry_ms = 1795247446032 WHERE id = 129
;;
SELECT attempts FROM event WHERE id = 129
;;
UPDATE event SET attempts = '[{"at":1795247441475,"node":"one","life":1,"error":"no idea"}]' WHERE id = 129
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 2 AND stage = 0 AND fence = 122 AND fence <> 0
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 123, -9223372036854775808, 1795247443711, 'one', 1, 5, 1, 1795247443711, 92, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247441475 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795247441475 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 124, 1795247451878, 1795247427398, 'one', 1, 0, 0, 1795247451878, 131, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795247451878, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795247441475, since_ms = 0, looks = 0 WHERE place = 131
;;
UPDATE intent SET claim_fence = 124, claim_ms = 1795247441475 WHERE place = 131
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
UPDATE share SET served = 124 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795247441475 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795247441475 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 8 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 8 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 8
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (8, 1, 125, 1795247451878, 1795247432801, 'one', 1, 0, 0, 1795247451878, 113, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795247451878, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795247426453, since_ms = 1795247431344, looks = 0 WHERE place = 113
;;
UPDATE intent SET claim_fence = 125, claim_ms = 1795247441475 WHERE place = 113
;;
SELECT message FROM receipt WHERE conversation = 8 AND at_ms >= 1795246826453 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 8
;;
UPDATE share SET served = 125 WHERE side = 1 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i24'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 1 AND address = '+15550100'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i24'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i24'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k240'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 4 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 5 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (134, 5, 0, 0, 3, 1, 1, 0, 0, 1795247444162, '{"keys":["k240"],"conversation":"chat:d","kind":{"message_added":{"id":"m240","author":{"id":"ada"},"content":{"text":"text 240"}}},"addressed":"ambient","sequence":3}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247444158}', 6)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 0, 0, -9223372036854775808, 1795247438703, '', 0, 5, 1, 1795247444162, 134, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k240', 134) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (134, 5, 0, '{"id":"ada"}', 'm240', '{"text":"text 240"}', 1795247444162, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 4 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 22
;;
SELECT 1 FROM spend WHERE id = 22
;;
SELECT micros FROM money WHERE spend = 22 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (22, 0, 'EUR', 1279641)
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550100', 1795247444162, 'm240') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247444162, last_inbound_ms), last_inbound = coalesce('m240', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k196'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 3 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (135, 4, 0, 0, 2, 0, 1, 0, 0, 1795247444162, '{"keys":["k196"],"conversation":"chat:c","kind":{"message_added":{"id":"m196","author":{"id":"ada"},"content":{"text":"text 196"}}},"addressed":"ambient"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247444158}', 2)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k196', 135) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (135, 4, 0, '{"id":"ada"}', 'm196', '{"text":"text 196"}', 1795247444162, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 4 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795247444162, 'm196') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247444162, last_inbound_ms), last_inbound = coalesce('m196', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k282'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k292'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k282', 82) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k292', 82) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 82
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i24'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i24'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k208'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 4 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 5 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (136, 5, 0, 0, 5, 0, 0, 0, 0, 1795247444162, '{"keys":["k208"],"conversation":"chat:d","kind":{"message_added":{"id":"m208","author":{"id":"ada"},"content":{"text":"text 208"}}},"addressed":"mention"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247444158}', 3)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k208', 136) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (136, 5, 0, '{"id":"ada"}', 'm208', '{"text":"text 208"}', 1795247444162, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 4 AND country = 'GB' AND channel = 'whatsapp' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 1 WHERE id = 22
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550100', 1795247444162, 'm208') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247444162, last_inbound_ms), last_inbound = coalesce('m208', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i27'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i27'
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 131
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT timeline FROM event WHERE id = 128
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247431803,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795247438703,"us":1500,"outcome":"done"},{"stage":"outbox","id":"070a9d3cb55c12dd","parent":"fc71dddf2fff21de","start":1795247438703,"us":5459000,"outcome":"sent"}]}' WHERE id = 128 AND conversation = 5
;;
SELECT stage, replies FROM event WHERE id = 128
;;
UPDATE event SET stage = 1, replies = 1, fence = 0, until_ms = NULL WHERE id = 128 AND stage IN (0, 1)
;;
INSERT INTO receipt (conversation, message, at_ms) VALUES (5, 'r10', 1795247444162)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
SELECT owner FROM conversation WHERE id = 5
;;
SELECT progress FROM delivery WHERE owner = 4 AND message = 'r10'
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress, causes, trace) SELECT 137, conversation, 1, NULL, 'r10', CASE WHEN offered IS NULL THEN json_extract(message, '$.content') ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, 1795247444162, id, NULL, causes, '00-00000000000000000000000000000001-070a9d3cb55c12dd-01' FROM intent WHERE place = 131
;;
DELETE FROM intent WHERE place = 131
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i27'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 124, 1795247451878, 1795247444162, 'one', 1, 0, 0, 1795247451878, 132, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 126, -9223372036854775808, 1795247444162, 'one', 1, 0, 0, 1795247444162, 132, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795247444162, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k122'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 2 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (138, 2, 0, 0, 7, 0, 0, 0, 0, 1795247444162, '{"keys":["k122"],"conversation":"chat:d","kind":{"message_added":{"id":"m122","author":{"id":"ada"},"content":{"text":"text 122"}}},"addressed":"direct"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247444158}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k122', 138) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (138, 2, 0, '{"id":"ada"}', 'm122', '{"text":"text 122"}', 1795247444162, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (2, '+15550101', 1795247444162, 'm122') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247444162, last_inbound_ms), last_inbound = coalesce('m122', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k101'
;;
SELECT event FROM key WHERE owner = 1 AND key = 'k75'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 1 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (139, 1, 0, 0, 0, 0, 0, 0, 0, 1795247444162, '{"keys":["k101","k75"],"conversation":"chat:c","kind":{"message_added":{"id":"m101","author":{"id":"ada"},"content":{"text":"text 101"}}},"addressed":"mention"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247444158}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (1, 0, 0, -9223372036854775808, 1795184112771, '', 0, 0, 1, 1795247444162, 139, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k101', 139) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (1, 'k75', 139) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (139, 1, 0, '{"id":"ada"}', 'm101', '{"text":"text 101"}', 1795247444162, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 1 AND country = '' AND channel = 'sms' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 1, '', 'sms', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 0 WHERE id = 31
;;
SELECT 1 FROM spend WHERE id = 31
;;
SELECT micros FROM money WHERE spend = 31 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (31, 0, 'USD', 2622075)
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 1 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (1, '+15550101', 1795247444162, 'm101') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247444162, last_inbound_ms), last_inbound = coalesce('m101', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 1
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k200'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 5 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (140, 5, 0, 0, 3, 1, 0, 0, 0, 1795247444162, '{"keys":["k200"],"conversation":"chat:d","kind":{"message_added":{"id":"m200","author":{"id":"ada"},"content":{"text":"text 200"}}},"addressed":"direct","sequence":3}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247444158}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 5 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k200', 140) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (140, 5, 0, '{"id":"ada"}', 'm200', '{"text":"text 200"}', 1795247444162, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 5 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550100', 1795247444162, 'm200') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247444162, last_inbound_ms), last_inbound = coalesce('m200', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i24'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i24'
;;
SELECT attempts FROM intent WHERE place = 113
;;
UPDATE intent SET attempts = '[{"at":1795247444162,"node":"one","life":1,"error":"fog"}]' WHERE place = 113
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 113
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795247426453, since_ms = 1795247431344, looks = 1 WHERE place = 113
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 8 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (8, 1, 127, -9223372036854775808, 1795247448533, 'one', 1, 0, 0, 1795247448533, 113, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795247448533, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k79'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 3 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 7 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (138, 7, 0, 0, 1, 0, 0, 0, 0, 1795247444162, '{"keys":["k79"],"conversation":"chat:d","kind":{"message_added":{"id":"m79","author":{"id":"ada"},"content":{"text":"text 79"}}},"addressed":"mention"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247444158}', 2)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k79', 138) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (138, 7, 0, '{"id":"ada"}', 'm79', '{"text":"text 79"}', 1795247444162, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
UPDATE conversation SET contact = '+15550101' WHERE id = 7 AND contact IS NOT '+15550101'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550101', 1795247444162, 'm79') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247444162, last_inbound_ms), last_inbound = coalesce('m79', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k164'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (139, 3, 0, 0, 4, 1, 1, 0, 0, 1795247444162, '{"keys":["k164"],"conversation":"chat:c","kind":{"message_added":{"id":"m164","author":{"id":"ada"},"content":{"text":"text 164"}}},"addressed":"ambient","sequence":4}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247444158}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 118, -9223372036854775808, 1795247436045, 'two', 9, 7, 1, 1795247444162, 139, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795247443711, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k164', 139) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (139, 3, 0, '{"id":"ada"}', 'm164', '{"text":"text 164"}', 1795247444162, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 3, unpriced = unpriced + 1 WHERE id = 19
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k60'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 2 AND name = 'sms'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 3 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (138, 3, 0, 0, 7, 1, 2, 0, 0, 1795247444162, '{"keys":["k60"],"conversation":"chat:c","kind":{"message_added":{"id":"m60","author":{"id":"ada"},"content":{"text":"text 60"}}},"addressed":"aside","sequence":7}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247444158}', 4)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k60', 138) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (138, 3, 0, '{"id":"ada"}', 'm60', '{"text":"text 60"}', 1795247444162, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 2 AND country = '' AND channel = 'sms' AND direction = 0
;;
UPDATE spend SET messages = messages + 1, units = units + 1, unpriced = unpriced + 0 WHERE id = 19
;;
SELECT 1 FROM spend WHERE id = 19
;;
SELECT micros FROM money WHERE spend = 19 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (19, 0, 'EUR', 2390220)
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k272'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k272', 57) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 57
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k199'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 4 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 6 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 6 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (139, 6, 0, 0, 0, 0, 0, 0, 0, 1795247444162, '{"keys":["k199"],"conversation":"chat:c","kind":{"message_added":{"id":"m199","author":{"id":"ada"},"content":{"text":"text 199"}}},"addressed":"mention"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795247444158}', 3)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 6 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (6, 0, 0, -9223372036854775808, 1795193587036, '', 0, 0, 0, 1795247444162, 139, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k199', 139) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (139, 6, 0, '{"id":"ada"}', 'm199', '{"text":"text 199"}', 1795247444162, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 4 AND country = 'US' AND channel = 'sms' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 4, 'US', 'sms', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 31
;;
SELECT 1 FROM spend WHERE id = 31
;;
SELECT micros FROM money WHERE spend = 31 AND kind = 0 AND currency = 'USD'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (31, 0, 'USD', 1307495)
;;
UPDATE conversation SET contact = '+15550102' WHERE id = 6 AND contact IS NOT '+15550102'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (4, '+15550102', 1795247444162, 'm199') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795247444162, last_inbound_ms), last_inbound = coalesce('m199', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 6
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT 1 FROM live WHERE id = 'l0'
;;
INSERT INTO live (id, conversation, message, text, since_ms, event) VALUES ('l0', 7, NULL, 'x', 1795252485162, NULL)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
UPDATE live SET message = 'r1' WHERE id = 'l0' AND conversation = 7 AND (NULL IS NULL OR event = NULL)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT id, message, text, since_ms, event FROM live WHERE conversation = 7 ORDER BY place
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k231'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (138, NULL, 6, 0, 0, 0, 2, 0, 0, 1795252485162, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k231', 138) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i3'
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i3'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 1
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i3' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r8'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'r8' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'r8'
;;
INSERT OR REPLACE INTO delivery (owner, message, progress, record, at_ms) VALUES (2, 'r8', '{"status":"sent"}', NULL, 1795252485162)
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i3' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'r8'
;;
UPDATE event SET noted_in = 3 WHERE id = 138
;;
UPDATE delivery SET conversation = 3 WHERE owner = 2 AND message = 'r8' AND record IS NULL
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k241'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT id FROM channel WHERE owner = 3 AND name = 'whatsapp'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (139, 4, 0, 0, 2, 0, 0, 0, 0, 1795252485162, '{"keys":["k241"],"conversation":"chat:c","kind":{"command":{"name":"/do","text":"241","author":{"id":"ada"}}},"addressed":"direct"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795252485158}', 2)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k241', 139) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (139, 4, 0, '{"id":"ada"}', 'k241', '{"text":"/do 241"}', 1795252485162, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550101', 1795252485162, 'k241') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795252485162, last_inbound_ms), last_inbound = coalesce('k241', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795252485162 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795252485162 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 4 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795252485162
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 41
;;
UPDATE event SET attempts = '[{"at":1795224865444,"node":"two","life":4,"error":"the process ended, or lost its lease, before the turn did"},{"at":1795252485162,"node":"two","life":6,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 41
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 128, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795252485162 WHERE id = 41
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 128, 1795252503882, 1795224865444, 'two', 9, 2, 1, 1795252503882, 41, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795247449327, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
UPDATE share SET served = 128 WHERE side = 0 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795252485162 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795252485162 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795252485162
;;
SELECT state, state_ms FROM conversation WHERE id = 3
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 129, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795252485162 WHERE id = 81
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 129, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795252485162 WHERE id = 108
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 129, 1795252503882, 1795247436045, 'two', 9, 7, 1, 1795252503882, 81, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795247443711, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 3
;;
UPDATE share SET served = 129 WHERE side = 0 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795252485162 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795252485162 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 7 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795252485162
;;
SELECT state, state_ms FROM conversation WHERE id = 7
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT attempts FROM event WHERE id = 71
;;
UPDATE event SET attempts = '[{"at":1795224843018,"node":"two","life":3,"error":"no idea"},{"at":1795247426453,"node":"one","life":1,"error":"the process ended, or lost its lease, before the turn did"},{"at":1795247431807,"node":"two","life":9,"error":"no idea"},{"at":1795252485162,"node":"two","life":9,"error":"the process ended, or lost its lease, before the turn did"}]' WHERE id = 71
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 130, until_ms = NULL, node = NULL, life = NULL, claim_ms = 1795252485162 WHERE id = 71
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 130, 1795252503882, 1795247433361, 'two', 9, 2, 1, 1795252503882, 71, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795252503882, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
UPDATE share SET served = 130 WHERE side = 0 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i19'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k111'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (138, NULL, 6, 0, 0, 1, 2, 0, 0, 1795252485162, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k111', 138) ON CONFLICT DO NOTHING
;;
UPDATE event SET noted_in = 2 WHERE id = 138
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k153'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 0, noted = noted + 1 RETURNING cursor
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (139, NULL, 6, 0, 0, 0, 0, 0, 0, 1795252485162, '', NULL, NULL)
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k153', 139) ON CONFLICT DO NOTHING
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i24'
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 8
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.intent = 'i24' AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT progress FROM delivery WHERE owner = 2 AND message = 'm153'
;;
SELECT r.cursor FROM record r JOIN conversation c ON c.id = r.conversation WHERE r.message = 'm153' AND r.speaker = 1 AND c.owner = 2 ORDER BY r.cursor DESC LIMIT 1
;;
SELECT record FROM delivery WHERE owner = 2 AND message = 'm153'
;;
UPDATE event SET noted_in = 3 WHERE id = 139
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 3 AND key = 'k137'
;;
UPDATE tally SET cursor = cursor + 1, accepted = accepted + 1, noted = noted + 0 RETURNING cursor
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT max(place) FROM event WHERE conversation = 4 AND stage = 0
;;
INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, arrived_ms, body, timeline, channel) VALUES (140, 4, 0, 0, 2, 0, 0, 0, 0, 1795252485162, '{"keys":["k137"],"conversation":"chat:c","kind":{"message_added":{"id":"m137","author":{"id":"ada"},"content":{"text":"text 137"}}},"addressed":"direct"}', '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795252485158}', NULL)
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
INSERT INTO key (owner, key, event) VALUES (3, 'k137', 140) ON CONFLICT DO NOTHING
;;
INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, trace) VALUES (140, 4, 0, '{"id":"ada"}', 'm137', '{"text":"text 137"}', 1795252485162, '00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01')
;;
SELECT id FROM spend WHERE day = 20778 AND owner = 3 AND country = 'US' AND channel = 'sms' AND direction = 0
;;
INSERT INTO spend (day, owner, country, channel, direction) VALUES (20778, 3, 'US', 'sms', 0)
;;
UPDATE spend SET messages = messages + 1, units = units + 2, unpriced = unpriced + 0 WHERE id = 31
;;
SELECT 1 FROM spend WHERE id = 31
;;
SELECT micros FROM money WHERE spend = 31 AND kind = 0 AND currency = 'EUR'
;;
INSERT OR REPLACE INTO money (spend, kind, currency, micros) VALUES (31, 0, 'EUR', 1634817)
;;
UPDATE conversation SET contact = '+15550100' WHERE id = 4 AND contact IS NOT '+15550100'
;;
INSERT INTO contact (owner, address, last_inbound_ms, last_inbound) VALUES (3, '+15550100', 1795252485162, 'm137') ON CONFLICT (owner, address) DO UPDATE SET last_inbound_ms = coalesce(1795252485162, last_inbound_ms), last_inbound = coalesce('m137', last_inbound)
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i31'
;;
SELECT 1 FROM intent WHERE id = 'i31'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i11'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation FROM intent WHERE id = 'unknown'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT 1 FROM live WHERE id = 'l0'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
DELETE FROM live WHERE id = 'l0' AND conversation = 3 AND NULL IS NULL AND (NULL IS NULL OR event = NULL)
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id, message, text, since_ms, event FROM live WHERE conversation = 3 ORDER BY place
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT conversation, trace FROM intent WHERE id = 'i13'
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT timeline FROM event WHERE id = 81
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795224839448,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795247435711,"us":1500,"outcome":"done"},{"stage":"turn","id":"fc71dddf2fff21de","start":1795252491315,"us":1500,"outcome":"done"}]}' WHERE id = 81 AND conversation = 3
;;
SELECT timeline FROM event WHERE id = 108
;;
UPDATE event SET timeline = '{"root":"00-ccdba68672ec0813007175f76c28586c-bf4528ec1b832edf-01","start":1795245751904,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795252491315,"us":1500,"outcome":"done"}]}' WHERE id = 108 AND conversation = 3
;;
SELECT id FROM event WHERE conversation = 3 AND stage = 0 AND fence = 129
;;
UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, 1795252491315), retry_ms = 1795252495291 WHERE id = 81
;;
SELECT attempts FROM event WHERE id = 81
;;
UPDATE event SET attempts = '[{"at":1795247435711,"node":"two","life":9,"error":"no idea"},{"at":1795252491315,"node":"two","life":9,"error":"no idea"}]' WHERE id = 81
;;
UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, 1795252491315), retry_ms = 1795252495291 WHERE id = 108
;;
SELECT attempts FROM event WHERE id = 108
;;
UPDATE event SET attempts = '[{"at":1795247435711,"node":"two","life":9,"error":"no idea"},{"at":1795252491315,"node":"two","life":9,"error":"no idea"}]' WHERE id = 108
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 3 AND stage = 0 AND fence = 129 AND fence <> 0
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 3 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (3, 0, 131, -9223372036854775808, 1795252493787, 'two', 9, 7, 1, 1795252493787, 130, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('two', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'two' AND life < 10 AND until_ms > -9223372036854775808
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 128, 1795252503882, 1795224865444, 'two', 9, 2, 1, 1795224865444, 41, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795224865444, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 7 AND side = 0
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 7 AND stage = 0 ORDER BY place, id
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 7
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (7, 0, 130, 1795252503882, 1795247433361, 'two', 9, 2, 1, 1795247433361, 71, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
UPDATE event SET until_ms = NULL WHERE stage = 0 AND until_ms IS NOT NULL AND node = 'two' AND life < 10 RETURNING conversation
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 3 AND side = 0
;;
SELECT id, node, life FROM event WHERE conversation = 3 AND stage = 0 AND until_ms IS NOT NULL AND fence = 129
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795256956813 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795256956813 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 5 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 5
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 5 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (5, 1, 132, 1795256964381, 1795247444162, 'two', 10, 0, 0, 1795256964381, 132, 't')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 't', 1795256964381, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795256956813, since_ms = 0, looks = 0 WHERE place = 132
;;
UPDATE intent SET claim_fence = 132, claim_ms = 1795256956813 WHERE place = 132
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 5
;;
UPDATE share SET served = 132 WHERE side = 1 AND tenant = 't'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795256956813 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795256956813 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 8
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 8 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 8 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 8
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (8, 1, 133, 1795256964381, 1795247448533, 'two', 10, 0, 0, 1795256964381, 113, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795256964381, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795247426453, since_ms = 1795247431344, looks = 1 WHERE place = 113
;;
UPDATE intent SET claim_fence = 133, claim_ms = 1795256956813 WHERE place = 113
;;
SELECT message FROM receipt WHERE conversation = 8 AND at_ms >= 1795246826453 ORDER BY id
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 8
;;
UPDATE share SET served = 133 WHERE side = 1 AND tenant = 'u'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 8 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i24'
;;
SELECT id FROM owner WHERE tenant = 'u' AND account = 'b'
;;
SELECT opted_out_ms, opted_out_why, last_inbound_ms FROM contact WHERE owner = 1 AND address = '+15550102'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT spend, units, currency, micros, billed FROM charge WHERE intent = 'i24'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 0
;;
SELECT 1 FROM intent WHERE id = 'i33'
;;
SELECT timeline FROM event WHERE id = 41
;;
UPDATE event SET timeline = '{"root":"00-4f19ca4e00b495caef06d7c985c0294f-6aa68a342d627c38-01","start":1795184115522,"spans":[{"stage":"turn","id":"fc71dddf2fff21de","start":1795256959207,"us":1500,"outcome":"done"}]}' WHERE id = 41 AND conversation = 4
;;
SELECT 1 FROM event WHERE id = 41 AND conversation = 4 AND stage = 0
;;
SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = 41
;;
SELECT attempts FROM event WHERE id = 41
;;
UPDATE event SET attempts = '[{"at":1795224865444,"node":"two","life":4,"error":"the process ended, or lost its lease, before the turn did"},{"at":1795252485162,"node":"two","life":6,"error":"the process ended, or lost its lease, before the turn did"},{"at":1795256959207,"node":"two","life":9,"error":"poison"}]' WHERE id = 41
;;
UPDATE event SET stage = 5, replies = 0, fence = 0, until_ms = NULL WHERE id = 41 AND stage IN (0, 1)
;;
UPDATE tally SET dead = dead + 1
;;
INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (1, 0, '41', 4, 'poison', 1795256959207)
;;
UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL WHERE conversation = 4 AND stage = 0 AND fence = 128 AND fence <> 0
;;
DELETE FROM live WHERE conversation = 4 AND (NULL IS NULL OR event = NULL)
;;
UPDATE tally SET cursor = cursor + 1 RETURNING cursor
;;
INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, drafted_ms, causes, message, offered, deed, turn) VALUES (138, 'i33', 4, 0, 0, NULL, 0, 0, 1795256959207, '[]', '{"to":"chat:c","content":{"text":"reply 0"}}', '[{"label":"choice 0","value":"v"},{"label":"choice 1","value":"v"}]', NULL, NULL)
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 1, 33, -9223372036854775808, 1795184123955, 'two', 2, 0, 0, 1795256959207, 138, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795256959207, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 4 AND stage = 0 ORDER BY place, id
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 0, 134, -9223372036854775808, 1795256959207, 'two', 9, 3, 1, 1795256959207, 135, 'u')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 'u', 1795247433361, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795256959207 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL AND due_ms <= 1795256959207 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 2)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT state, state_ms FROM conversation WHERE id = 4
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
SELECT life FROM node WHERE name = 'one'
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 1, 135, 1795256961506, 1795184123955, 'one', 1, 0, 0, 1795256961506, 138, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795256961506, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE intent SET trace = 1, tries = 0, first_ms = 1795256959207, since_ms = 0, looks = 0 WHERE place = 138
;;
UPDATE intent SET claim_fence = 135, claim_ms = 1795256959207 WHERE place = 138
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 4
;;
UPDATE share SET served = 135 WHERE side = 1 AND tenant = 'u'
;;
SELECT tenant FROM share WHERE side = 1 AND due_ms <= 1795256959207 ORDER BY served, due_ms, tenant
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT conversation, trace FROM intent WHERE id = 'i15'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 4 AND side = 1
;;
SELECT conversation FROM intent WHERE id = 'i33'
;;
SELECT timeline FROM event WHERE id = 48
;;
SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, claim_fence, claim_ms FROM intent WHERE id = 'i33'
;;
SELECT attempts FROM intent WHERE place = 138
;;
UPDATE intent SET attempts = '[{"at":1795256959207,"node":"one","life":1,"error":"fog"}]' WHERE place = 138
;;
UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = 138
;;
UPDATE intent SET trace = 2, tries = 0, first_ms = 1795256959207, since_ms = 1795256959207, looks = 0 WHERE place = 138
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
SELECT drafted_ms, place FROM intent WHERE conversation = 4 AND trace < 3 ORDER BY place LIMIT 1
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (4, 1, 136, -9223372036854775808, 1795256962060, 'one', 1, 0, 0, 1795256962060, 138, 'u')
;;
SELECT due_ms FROM lane WHERE side = 1 AND tenant = 'u' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 1 AND tenant = 'u'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (1, 'u', 1795256962060, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'b' AND c.place = 'chat:d'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k123'
;;
SELECT event FROM key WHERE owner = 4 AND key = 'k240'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k123', 134) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (4, 'k240', 134) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 134
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:c'
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k201'
;;
SELECT event FROM key WHERE owner = 2 AND key = 'k81'
;;
UPDATE tally SET duplicates = duplicates + 1
;;
SELECT value FROM secret WHERE name = 'erasure'
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k201', 29) ON CONFLICT DO NOTHING
;;
INSERT INTO key (owner, key, event) VALUES (2, 'k81', 29) ON CONFLICT DO NOTHING
;;
SELECT timeline FROM event WHERE id = 29
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT life FROM node WHERE name = 'two'
;;
SELECT tenant FROM share WHERE side = 0 AND due_ms <= 1795256959207 ORDER BY served, due_ms, tenant
;;
SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 1795256959207 AND (1 OR NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = lane.conversation AND e.stage = 0 AND e.crashes > 0 AND e.crashes >= 3)) ORDER BY due_ms, head
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
SELECT count(*) FROM event WHERE conversation = 2 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 1795256959207
;;
SELECT state, state_ms FROM conversation WHERE id = 2
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, node, life, stopped, body, timeline, claim_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
UPDATE tally SET fence = fence + 1 RETURNING fence
;;
UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = 137, until_ms = 1795256977273, node = 'two', life = 10, claim_ms = 1795256959207 WHERE id = 129
;;
SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE conversation = 2 AND stage = 0 ORDER BY place, id
;;
SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head, tenant) VALUES (2, 0, 123, -9223372036854775808, 1795256959207, 'one', 1, 5, 1, 1795256959207, 92, 't')
;;
SELECT due_ms FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL ORDER BY due_ms, head LIMIT 1
;;
SELECT due_ms FROM share WHERE side = 0 AND tenant = 't'
;;
INSERT INTO share (side, tenant, due_ms, served) VALUES (0, 't', 1795247444162, 0) ON CONFLICT (side, tenant) DO UPDATE SET due_ms = excluded.due_ms
;;
UPDATE live SET event = 129 WHERE conversation = 2 AND (event IS NULL OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))
;;
SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = 2
;;
UPDATE share SET served = 137 WHERE side = 0 AND tenant = 't'
;;
RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
SAVEPOINT verb
;;
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 't' AND o.account = 'a' AND c.place = 'chat:d'
;;
SELECT fence, until_ms, not_before_ms, node, life, next_sequence, addressed, due_ms, head FROM lane WHERE conversation = 2 AND side = 0
;;
ROLLBACK TO verb;
;;
 RELEASE verb
;;
SELECT cursor, fence FROM tally
;;
BEGIN
;;
SAVEPOINT verb
;;
INSERT INTO node (name, life) VALUES ('three', 1) ON CONFLICT (name) DO UPDATE SET life = life + 1 RETURNING life
;;
SELECT conversation, side FROM lane WHERE node = 'three' AND life < 1 AND until_ms > -9223372036854775808
;;
UPDATE event SET until_ms = NULL WHERE stage = 0 AND until_ms IS NOT NULL AND node = 'three' AND life < 1 RETURNING conversation
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
INSERT OR REPLACE INTO installation (account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision) VALUES ('app', 0, 'T1', 'ada', NULL, '{}', x'5431', 5, 139)
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
INSERT OR REPLACE INTO installation (account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision) VALUES ('app', 0, 'T2', 'ada', NULL, '{}', x'5432', 5, 140)
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
INSERT OR REPLACE INTO installation (account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision) VALUES ('app', 0, 'T3', 'ada', NULL, '{}', x'5433', 5, 141)
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
SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id WHERE o.tenant = 'u' AND o.account = 'a' AND c.place = 'chat:d'
;;
UPDATE conversation SET complete_ms = 1795176000000 WHERE id = 7 AND complete_ms < 1795176000000
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