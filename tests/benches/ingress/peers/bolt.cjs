// Slack Bolt with one listener that counts, on the receiver that is named.
const { App, ExpressReceiver, HTTPReceiver } = require("@slack/bolt");
const { serve } = require("./serve.cjs");

const Receiver = process.argv[2] === "express" ? ExpressReceiver : HTTPReceiver;
const receiver = new Receiver({
  signingSecret: process.env.SECRET,
  endpoints: ["/webhooks/slack"],
  logLevel: "error",
});
const authorize = async () => ({ botToken: "xoxb-emu", botId: "B111", botUserId: "U0BOT" });
const app = new App({ receiver, authorize, logLevel: "error" });
let heard = 0;
app.message(async () => {
  heard += 1;
});
app.start({ port: 0, host: "127.0.0.1" }).then((server) => serve(server, () => heard));
