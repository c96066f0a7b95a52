// The messages of one pane: oldest first, replies below what they reply to, the last 500.

import { draw, fill, stamp } from "./bubble.js";
import { MOST_MESSAGES } from "./shown.js";
import { Tail } from "./tail.js";

/** How long the past is told in silence before news is read aloud. */
const PAST = 800;
const MOST_FATES = 200;

export class Log {
  #box;
  #list;
  #empty;
  #tail;
  #items = new Map();
  /** What became of messages, as it may be known before they are shown. */
  #fates = new Map();
  #lastWritten = NaN;
  #onReply;
  #uses;

  /** `uses` is what people can do with a message, as a bubble wants it; `onReply` is for where there are threads. */
  constructor(box, newest, { onReply, ...uses } = {}) {
    this.#box = box;
    this.#list = box.querySelector("ol");
    this.#empty = box.querySelector(".empty");
    this.#tail = new Tail(box, newest);
    this.#onReply = onReply;
    this.#uses = uses;
    if (onReply) box.addEventListener("keydown", (event) => this.#walk(event));
    this.hush();
  }

  /** Adds `{ id, thread, text, at, fromApp, own, who, … }`, or changes what the message of that id says. */
  add(message) {
    const known = this.#items.get(message.id);
    if (known) {
      fill(known, message, this.#uses);
      this.#tail.changed(known);
      return;
    }
    const after = message.fromApp ? message.at - this.#lastWritten : NaN;
    if (!message.fromApp) this.#lastWritten = message.at;
    const item = draw({ ...message, after }, this.#uses);
    const first = message.thread ? this.#items.get(message.thread) : undefined;
    if (first) thread(first).append(item);
    else this.#list.append(item);
    if (message.thread && !first) item.classList.add("stray");
    if (this.#onReply && !message.thread && !message.onlyFor) this.#offer(item, message);
    this.#items.set(message.id, item);
    if (first) count(first);
    const fate = this.#fates.get(message.id);
    if (fate) stamp(item, fate);
    this.#empty.hidden = true;
    this.#trim();
    this.#tail.grown(first ? item : undefined);
  }

  /** Takes a message away. */
  remove(id) {
    const item = this.#items.get(id);
    if (!item) return;
    const had = item.contains(document.activeElement);
    const first = item.parentElement.closest(".message");
    item.remove();
    this.#items.delete(id);
    if (first) count(first);
    this.#empty.hidden = this.#items.size > 0;
    if (had) this.#box.focus();
  }

  /** Says what became of a message, shown or not yet shown. */
  mark(id, fate) {
    const item = this.#items.get(id);
    if (item) stamp(item, fate);
    this.#fates.set(id, fate);
    if (this.#fates.size > MOST_FATES) this.#fates.delete(this.#fates.keys().next().value);
  }

  /** Shows other messages. */
  fill(messages, empty) {
    this.hush();
    this.#list.replaceChildren();
    this.#items.clear();
    this.#lastWritten = NaN;
    this.#empty.textContent = empty;
    this.#empty.hidden = false;
    for (const message of messages) this.add(message);
    this.#tail.restart();
  }

  /** The newest message must be in sight: its writer is waiting for it. */
  restart() {
    this.#tail.restart();
  }

  /** What comes now is the past, and is not read aloud. */
  hush() {
    this.#box.setAttribute("aria-live", "off");
    setTimeout(() => this.#box.setAttribute("aria-live", "polite"), PAST);
  }

  #trim() {
    while (this.#items.size > MOST_MESSAGES) {
      const [id, item] = this.#items.entries().next().value;
      this.#items.delete(id);
      // What replies to it goes with it: it would hang in the air.
      for (const [other, reply] of this.#items) if (item.contains(reply)) this.#items.delete(other);
      item.remove();
    }
  }

  #offer(item, message) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "reply quiet";
    button.textContent = "Reply in thread";
    button.setAttribute("aria-label", `Reply in thread to: ${message.text.slice(0, 60)}`);
    button.addEventListener("click", () => this.#onReply({ id: message.id, text: message.text }));
    item.querySelector(".meta").append(button);
    this.#reach(button);
  }

  /** One of the buttons is a stop on the way of the Tab key; arrows go to the others. */
  #reach(button) {
    for (const other of this.#list.querySelectorAll(".reply[tabindex='0']")) other.tabIndex = -1;
    button.tabIndex = 0;
  }

  #walk(event) {
    const buttons = [...this.#list.querySelectorAll(".reply")];
    const at = buttons.indexOf(document.activeElement);
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const next = at >= 0 && step ? buttons[at + step] : undefined;
    if (!next) return;
    event.preventDefault();
    this.#reach(next);
    next.focus();
  }
}

/** The list of a message's replies, below a button that says how many there are and folds them away. */
function thread(item) {
  let list = item.querySelector(":scope > .replies");
  if (list) return list;
  list = document.createElement("ol");
  list.className = "replies";
  list.setAttribute("aria-label", "Replies in the thread");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "fold quiet";
  button.setAttribute("aria-expanded", "true");
  button.addEventListener("click", () => {
    list.hidden = !list.hidden;
    button.setAttribute("aria-expanded", String(!list.hidden));
  });
  item.append(button, list);
  return list;
}

function count(item) {
  const [button, list] = [item.querySelector(":scope > .fold"), item.querySelector(":scope > .replies")];
  const number = list.childElementCount;
  button.textContent = number === 1 ? "1 reply" : `${number} replies`;
  button.hidden = number === 0;
}
