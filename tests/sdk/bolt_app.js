// A Bolt app in JavaScript, over HTTP or Socket Mode: answers, and writes down what it is told, a line of JSON each.
//
//     bolt_app.js http PORT base-url names-as-json
//     bolt_app.js socket 0 base-url names-as-json
'use strict';

const { App } = require('@slack/bolt');

const [mode, port, base, given] = process.argv.slice(2);
const names = JSON.parse(given);
const everything = /.*/;
const told = (kind, more = {}) => process.stdout.write(`${JSON.stringify({ told: kind, ...more })}\n`);
const app = new App({
  token: names.token,
  logLevel: 'error',
  clientOptions: { slackApiUrl: `${base}/api/` },
  ...(mode === 'socket' ? { socketMode: true, appToken: names.app_token } : { signingSecret: names.secret }),
});

app.event(everything, async ({ event, say }) => {
  if (event.type !== 'message') {
    told(event.type, event.type === 'app_mention' ? { text: event.text } : {});
    return;
  }
  told('message', { text: event.text ?? null, subtype: event.subtype ?? null });
  if (!event.subtype && event.text?.startsWith('ask ')) {
    await say({ text: `You said: ${event.text}`, thread_ts: event.thread_ts });
  }
});

app.action(everything, async ({ ack, action, body, respond }) => {
  await ack();
  told('block_actions', { action: action.action_id, value: action.value ?? null });
  if (body.response_url) await respond({ text: `You chose: ${action.value}`, replace_original: false });
});

app.command(everything, async ({ ack, command, respond }) => {
  told('command', { command: command.command, text: command.text ?? '' });
  await ack('Working on it');
  await respond(`Done: ${command.text ?? ''}`);
});

app.shortcut(everything, async ({ ack, body, client }) => {
  await ack();
  told(body.type, { callback: body.callback_id });
  await client.views.open({
    trigger_id: body.trigger_id,
    view: {
      type: 'modal',
      callback_id: 'form',
      title: { type: 'plain_text', text: 'Form' },
      submit: { type: 'plain_text', text: 'Send' },
      blocks: [{
        type: 'input',
        block_id: 'name',
        label: { type: 'plain_text', text: 'Name' },
        element: { type: 'plain_text_input', action_id: 'value' },
      }],
    },
  });
});

app.view('form', async ({ ack, view }) => {
  const name = view.state.values.name.value.value ?? '';
  told('view_submission', { name });
  await (name.length < 3 ? ack({ response_action: 'errors', errors: { name: 'Too short' } }) : ack());
});

app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => {
  await ack();
  told('view_closed');
});

app.options(everything, async ({ ack, payload }) => {
  told('block_suggestion', { value: payload.value });
  await ack({ options: [{ text: { type: 'plain_text', text: 'Tea' }, value: 'tea' }] });
});

app.error(async (error) => process.stderr.write(`${error.stack}\n`));

(async () => {
  await app.start(mode === 'http' ? { port: Number(port), host: '127.0.0.1' } : undefined);
  told('ready');
  process.stdin.resume();
  process.stdin.on('end', () => process.exit(0));
})().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
