// Calls what it is told to with Slack's package for Node.js: a line of JSON in, a line of JSON out.
//
//     slack_ask.js base-url
'use strict';

const { createInterface } = require('node:readline');
const { WebClient } = require('@slack/web-api');

const slackApiUrl = `${process.argv[2]}/api/`;

const call = async ({ token, method, arguments: given }) => {
  const client = new WebClient(token ?? undefined, { slackApiUrl, logLevel: 'error', retryConfig: { retries: 0 } });
  const typed = method.split('.').reduce((here, part) => here?.[part], client);
  try {
    return await (typeof typed === 'function' ? typed(given) : client.apiCall(method, given));
  } catch (error) {
    if (!error.data?.error) throw error;
    return { refused: error.data.error };
  }
};

(async () => {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await call(JSON.parse(line)))}\n`);
  }
})().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
