// Puts the page together.

import { watchBar } from "./bar.js";
import { listen } from "./keys.js";
import { Phone } from "./phone.js";
import { server, watch } from "./server.js";
import { Screens } from "./shown.js";
import { Slack } from "./slack.js";
import { Timeline } from "./timeline.js";
import { takeTurns } from "./turn.js";
import { watchWaiting } from "./waiting.js";
import { Web } from "./web.js";

const twilio = new Screens("twilio");
const slack = new Screens("slack");
const phones = [
  new Phone({ title: "Phone A", number: 1, channel: "sms", person: "+15550100002", screens: twilio }),
  new Phone({ title: "Phone B", number: 2, channel: "whatsapp", person: "+15550100003", screens: twilio }),
];
const workspace = new Slack({ number: 3, screens: slack });
const web = new Web({ number: 4 });
const timeline = new Timeline();

watchBar();
watchWaiting();
server.addEventListener("status", ({ detail: { accounts, info, public_url: url } }) => {
  timeline.accounts = accounts.map(({ account }) => account);
  const { numbers, phone_number: number } = info?.emulators?.twilio ?? {};
  for (const phone of phones) phone.numbers = numbers ?? (number ? [number] : []);
  web.chat = info?.chat ?? `${url}/chat`;
});
listen([...phones, workspace, web], timeline);

for (const { composer } of [...phones, workspace, web]) composer.suggest("hi");
phones[0].composer.focus();

takeTurns();
watch();
twilio.open();
slack.open();
timeline.open();
