// Does the steps of session.tsv with Twilio's package for Node.js; writes a line of JSON for each.
//
//     session.js session.tsv base-url names-as-json
'use strict';

const { readFileSync } = require('node:fs');
const twilio = require('twilio');

const [script, base, given] = process.argv.slice(2);
const names = JSON.parse(given);
const LISTS = new Set(['Filters', 'Permission', 'Triggers', 'MediaUrl', 'Participant', 'WebhookFilters', 'PersistentAction']);
const NUMBERS = new Set(['PageSize', 'LastReadMessageIndex', 'StudioRetryCount', 'ReplayAfter', 'ValidityPeriod', 'Attempt']);

const client = twilio(names.account, names.token);
client.api.baseUrl = base;
client.conversations.baseUrl = base;

const filled = (text) => text.replace(/\{(\w+)\}/g, (_, name) => names[name]);
const lower = (text) => text[0].toLowerCase() + text.slice(1);

const named = (name) => {
  if (name === 'X-Twilio-Webhook-Enabled') return 'xTwilioWebhookEnabled';
  return name.replace('<', 'Before').replace('>', 'After').split('.').map(lower).join('.');
};

const valueOf = (name, text) => {
  const last = name.split('.').at(-1);
  if (LISTS.has(last)) return text.split(' | ');
  if (name !== 'X-Twilio-Webhook-Enabled' && (text === 'true' || text === 'false')) return text === 'true';
  return NUMBERS.has(last) ? Number(text) : text;
};

const pairs = (text) =>
  text.split(' & ').filter(Boolean).map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), filled(pair.slice(at + 1))];
  });

// The part of the client that a path belongs to, and whether it is one thing or a list.
const target = (path) => {
  let parts = filled(path).split('/').slice(1).map((part) => decodeURIComponent(part.replace(/\.json$/, '')));
  let here;
  if (parts[0] === 'v1') {
    here = client.conversations.v1;
    parts = parts.slice(1);
  } else {
    here = client.api.v2010.accounts(parts[2]);
    parts = parts.slice(3);
  }
  if (parts[0] === 'Configuration' && parts[1] === 'Addresses') parts = ['AddressConfigurations', ...parts.slice(2)];
  let one = false;
  let before = '';
  while (parts.length > 0) {
    const part = parts.shift();
    let name = part === 'Receipts' ? 'deliveryReceipts' : lower(part);
    if (part === 'Conversations' && before === 'Users') name = 'userConversations';
    const alone = part === 'Configuration' || (part === 'Webhooks' && before === 'Configuration');
    const more = parts.length > 0;
    one = false;
    if (alone && !more) {
      here = here[name]();
      one = true;
    } else if (more && !alone) {
      here = here[name](parts.shift());
      one = true;
    } else {
      here = here[name];
    }
    before = part;
  }
  return [here, one];
};

const snake = (name) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

const shown = (thing) => {
  if (Array.isArray(thing)) return thing.map(shown);
  if (typeof thing === 'boolean') return null;
  const field = ([name, value]) => [snake(name), value instanceof Date ? '<date>' : value ?? null];
  return Object.fromEntries(Object.entries(thing.toJSON()).map(field));
};

const call = async (method, path, params) => {
  const [here, one] = target(path);
  const given = Object.fromEntries(pairs(params).map(([name, value]) => [named(name), valueOf(name, value)]));
  const verb = { GET: one ? 'fetch' : 'list', POST: one ? 'update' : 'create', DELETE: 'remove' }[method];
  return shown(await (Object.keys(given).length > 0 ? here[verb](given) : here[verb]()));
};

const say = async (conversation, params) => {
  const said = Object.fromEntries(pairs(params));
  if (conversation) said.conversation = filled(conversation);
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${base}/_emulator/people/messages`, { method: 'POST', body: JSON.stringify(said), headers });
  if (!answer.ok) throw new Error(`people/messages: ${answer.status} ${await answer.text()}`);
};

const isThere = (result, expect) => {
  const wanted = expect.replace(/^ok/, '').trim();
  const [field, value] = wanted.split('=');
  if (value !== undefined) return result[field] === value;
  return wanted === '' || result.length >= Number(wanted);
};

const step = async (method, path, params, expect) => {
  const end = Date.now() + 20_000;
  for (;;) {
    let result;
    try {
      result = await call(method, path, params);
    } catch (refusal) {
      if (refusal.status === undefined) throw refusal;
      return { refused: [refusal.status, refusal.code] };
    }
    if (!expect.startsWith('ok') || isThere(result, expect) || Date.now() > end) return result;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const main = async () => {
  const rows = readFileSync(script, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  for (const row of rows) {
    const [name, method, path, params, expect, kept] = row.split('\t');
    if (method === 'SAY') {
      await say(path, params);
      continue;
    }
    const result = await step(method, path, params, expect);
    if (kept) {
      const at = kept.indexOf('=');
      names[kept.slice(0, at)] = kept.slice(at + 1).split('.').reduce((value, part) => value[part], result);
    }
    process.stdout.write(`${JSON.stringify({ step: name, result })}\n`);
  }
};

main();
