// A Slack workspace: its channels and direct messages, as one of its people.

import { call, side } from "./call.js";
import { fate } from "./fate.js";
import { choose, offer, Pane } from "./pane.js";
import { names } from "./place.js";

const VENDOR = "Slack";
const RETRIES = "Slack tries again: at once, after a minute, after five.";
const MOST_QUOTED = 80;

export class Slack {
  #pane;
  #screens;
  #where;
  #who;
  #places = { channels: [], dms: [], users: [], bot: { name: "bot" } };
  #thread = null;

  constructor({ number, screens }) {
    this.#screens = screens;
    this.#pane = new Pane({
      kind: "slack", shape: "slack", title: "Slack", number,
      send: (text) => this.#send(text),
      onReply: (message) => this.#enter(message),
      onLeave: () => this.#enter(null),
    });
    this.#where = choose("Slack channel", [["", "#general"]], () => this.#fill());
    this.#who = choose("Slack user", [["", "as …"]], () => this.#fill());
    this.#pane.controls.append(this.#where, this.#who);
    screens.addEventListener("shown", ({ detail }) => { if (detail.place === this.#where.value) this.#pane.log.add(this.#entry(detail)); });
    screens.addEventListener("cleared", () => this.#fill());
    screens.addEventListener("state", ({ detail }) => this.#state(detail));
    this.#fill();
  }

  get composer() {
    return this.#pane.composer;
  }

  async #state(state) {
    this.#pane.state = state;
    if (state === "absent") this.#pane.hint = "There is no Slack emulator here: this gateway calls the real one.";
    if (state !== "open") return;
    try {
      this.#know(await call("GET", side("slack", "places")));
    } catch (error) {
      this.composer.complain(`The channels cannot be listed: ${error.message}`);
    }
  }

  /** Takes in who and what is there. */
  #know(places) {
    this.#places = places;
    for (const { id, name } of [...places.users, places.bot]) names.set(id, name);
    for (const { id, name } of places.channels) names.set(id, `#${name}`);
    for (const { id, user } of places.dms) names.set(id, `DM ${names.get(user) ?? user}`);
    const channels = places.channels.map(({ id, name, bot_is_member: joined }) => [id, joined ? `#${name}` : `#${name} (without the bot)`]);
    const directs = places.dms.map(({ id, user }) => [id, `DM ${names.get(user) ?? user} – ${places.bot.name}`]);
    const before = this.#where.value;
    offer(this.#where, [...channels, ...directs]);
    offer(this.#who, places.users.map(({ id, name }) => [id, `as @${name}`]));
    if (!before) this.#where.value = places.channel;
    this.#fill();
  }

  #direct() {
    return this.#places.dms.find(({ id }) => id === this.#where.value);
  }

  #fill() {
    const direct = this.#direct();
    if (direct) this.#who.value = direct.user;
    this.#who.disabled = Boolean(direct);
    this.#enter(null);
    const place = names.get(this.#where.value) ?? "here";
    const bot = this.#places.bot.name;
    this.composer.prompt(`Message to ${direct ? bot : place}`);
    const messages = this.#screens.on(this.#where.value).map((shown) => this.#entry(shown));
    this.#pane.log.fill(messages, `Nobody has written in ${place} yet.`);
  }

  /** Goes into the thread of a message, or out of it. */
  #enter(message) {
    const was = this.#thread;
    this.#thread = message?.id ?? null;
    const text = message?.text ?? "";
    this.#pane.thread = message ? text.slice(0, MOST_QUOTED) + (text.length > MOST_QUOTED ? "…" : "") : null;
    if (message || was) this.composer.focus();
  }

  async #send(text) {
    const thread = this.#thread;
    if (!thread) this.#pane.log.restart();
    const message = { user: this.#who.value || undefined, channel: this.#where.value || undefined, text };
    if (thread) message.thread_ts = thread;
    const answer = await call("POST", side("slack", "people/messages?wait=1"), message);
    const became = fate(answer.delivery, VENDOR, RETRIES);
    this.#pane.log.mark(answer.id, became);
    if (!became.ok) this.composer.complain(became.title);
  }

  #entry(shown) {
    const own = shown.author === this.#who.value;
    const who = names.get(shown.author) ?? shown.author;
    const { id, thread, text, at } = shown;
    return { id, thread, text, at, fromApp: shown.from_app, own, who };
  }
}
