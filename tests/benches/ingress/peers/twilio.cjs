// Twilio's own middleware in express, before a handler that counts.
const express = require("express");
const twilio = require("twilio");
const { serve } = require("./serve.cjs");

const app = express();
app.use(express.urlencoded({ extended: false }));
let heard = 0;
const verified = twilio.webhook(process.env.SECRET, { url: process.env.WEBHOOK_URL });
app.post("/webhooks/twilio", verified, (request, response) => {
  heard += 1;
  response.type("text/xml").send("<Response/>");
});
const server = app.listen(0, "127.0.0.1", () => serve(server, () => heard));
