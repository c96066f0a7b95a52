// A Slack workspace: its channels and direct messages, as one of its people.

import { call, side } from "./call.js";
import { pair } from "./element.js";
import { fate, trouble } from "./fate.js";
import { Modal } from "./modal.js";
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
  #modal;

  constructor({ number, screens }) {
    this.#screens = screens;
    this.#pane = new Pane({
      kind: "slack", shape: "slack", title: "Slack", number,
      send: (text) => this.#send(text),
      onReply: (message) => this.#enter(message),
      onLeave: () => this.#enter(null),
      uses: {
        useOf: ({ id }) => this.#use(id),
        onReact: (reaction) => this.#react(reaction),
        onStop: ({ thread }) => this.#do("people/stops", { thread_ts: thread }),
        me: () => this.#who.value, naming,
      },
    });
    this.#where = choose("Slack channel", [["", "#general"]], () => this.#fill());
    this.#who = choose("Slack user", [["", "as …"]], () => this.#fill());
    this.#modal = new Modal(() => this.#who.value, { ...this.#use(undefined), whose: () => `${this.#places.bot.name}, shown to @${naming(this.#who.value)}` });
    this.#pane.controls.append(this.#where, this.#who);
    screens.addEventListener("shown", ({ detail }) => { if (this.#looked().includes(detail.place)) this.#pane.log.add(this.#entry(detail)); });
    screens.addEventListener("gone", ({ detail }) => { if (this.#looked().includes(detail.place)) this.#pane.log.remove(detail.id); });
    screens.addEventListener("view", ({ detail }) => { if (detail.user === this.#who.value) this.#modal.look(); });
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
    const shown = this.#looked().flatMap((screen) => this.#screens.on(screen));
    shown.sort((one, other) => (one.id < other.id ? -1 : 1));
    this.#pane.log.fill(shown.map((message) => this.#entry(message)), `Nobody has written in ${place} yet.`);
    if (this.#who.value) this.#modal.look();
  }

  /** What the person sees: the channel, and what is for their eyes only. */
  #looked() {
    return [this.#where.value, `${this.#where.value},${this.#who.value}`];
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

  /** Has the person do something here; says what went wrong, if anything did. */
  async #do(path, what) {
    this.composer.complain("");
    try {
      const answer = await call("POST", side("slack", path), { user: this.#who.value, channel: this.#where.value, ...what });
      if (answer.delivery) this.composer.complain(trouble(answer.delivery));
      return answer;
    } catch (error) {
      this.composer.complain(error.message);
      return {};
    }
  }

  #react({ id, name, on }) {
    return this.#do("people/reactions", { message_ts: id, name, on });
  }

  /** What the elements of a message, or with no id those of a modal, can be used with. */
  #use(id) {
    const where = id ? { message_ts: id } : {};
    return {
      naming,
      act: ({ block_id, action_id }, value) => this.#do("people/clicks", { ...where, block_id, action_id, value }),
      suggest: async ({ block_id, action_id }, value) => {
        const { delivery, options } = await call("POST", side("slack", "people/suggestions"), {
          user: this.#who.value, channel: this.#where.value, ...where, block_id, action_id, value,
        });
        const wrong = trouble(delivery);
        if (wrong) throw new Error(wrong);
        return [{ choices: options.map(pair) }];
      },
      people: (kind) => {
        const users = this.#places.users.map(({ id: user, name }) => [user, `@${name}`]);
        const channels = this.#places.channels.map(({ id: channel, name }) => [channel, `#${name}`]);
        if (kind.includes("users")) return users;
        return kind.includes("channels") ? channels : [...channels, ...users];
      },
    };
  }

  #entry(shown) {
    const own = shown.author === this.#who.value;
    const { id, thread, text, at, parts, chosen, reactions, edited, deleted, streaming } = shown;
    const onlyFor = shown.place.includes(",") ? naming(shown.place.split(",")[1]) : null;
    return {
      id, thread, text, at, parts, chosen, reactions, edited, deleted, streaming, own, onlyFor,
      fromApp: shown.from_app, who: naming(shown.author),
    };
  }
}

function naming(id) {
  return names.get(id) ?? id;
}
