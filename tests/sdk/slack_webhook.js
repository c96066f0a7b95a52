// Posts to an incoming webhook with Slack's package for Node.js: each argument after the URL is a JSON message.
'use strict';

const { IncomingWebhook } = require('@slack/webhook');

const [url, ...messages] = process.argv.slice(2);
const webhook = new IncomingWebhook(url);

(async () => {
  for (const message of messages) {
    const result = await webhook.send(JSON.parse(message)).then(
      ({ text }) => ({ text }),
      ({ statusCode: status, body: text }) => ({ status, text }),
    );
    process.stdout.write(`${JSON.stringify(result)}\n`);
  }
})();
