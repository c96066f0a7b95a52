// Does the steps of slack/session.tsv with Slack's package for Node.js; writes a line of JSON for each.
//
//     slack_session.js session.tsv base-url names-as-json
'use strict';

const { readFileSync } = require('node:fs');
const { WebClient } = require('@slack/web-api');

const [script, base, given] = process.argv.slice(2);
const names = JSON.parse(given);
const client = new WebClient(names.token, {
  slackApiUrl: `${base}/api/`,
  logLevel: 'error',
  retryConfig: { retries: 0 },
});

// A name that stands alone keeps its type: a moment is a number.
const filled = (value) => {
  if (Array.isArray(value)) return value.map(filled);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
  }
  if (typeof value !== 'string') return value;
  const alone = /^\{(\w+)\}$/.exec(value);
  if (alone) return names[alone[1]];
  return value
    .replace(/\{long:(\d+)\}/g, (_, count) => 'x'.repeat(Number(count)))
    .replace(/\{(\w+)\}/g, (_, name) => names[name]);
};

const OTHERS = {
  async SAY(said) {
    const headers = { 'content-type': 'application/json' };
    const asked = { method: 'POST', headers, body: JSON.stringify(said) };
    return (await fetch(`${base}/_emulator/people/messages?wait=1`, asked)).json();
  },
  async UPLOAD({ url, text }) {
    return { status: (await fetch(url, { method: 'POST', body: Buffer.from(text) })).status };
  },
  async FETCH({ url }) {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${names.token}` } });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  },
};

const call = async (method, given) => {
  if (OTHERS[method]) return OTHERS[method](given);
  const typed = method.split('.').reduce((here, part) => here?.[part], client);
  try {
    return await (typeof typed === 'function' ? typed(given) : client.apiCall(method, given));
  } catch (error) {
    if (!error.data?.error) throw error;
    return { refused: error.data.error };
  }
};

const pointed = (value, pointer) => pointer.split('/').slice(1).reduce((here, part) => here[part], value);

(async () => {
  const rows = readFileSync(script, 'utf8').split('\n').filter((row) => row && !row.startsWith('#'));
  for (const row of rows) {
    const [step, method, given, , keep] = row.split('\t');
    const result = await call(method, filled(JSON.parse(given)));
    for (const pair of keep.split(' & ').filter(Boolean)) {
      const at = pair.indexOf('=');
      names[pair.slice(0, at)] = pointed(result, pair.slice(at + 1));
    }
    process.stdout.write(`${JSON.stringify({ step, result })}\n`);
  }
})().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
