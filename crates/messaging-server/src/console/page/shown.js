// What people saw, as an emulator knows it: kept by place, for every pane that looks at one.

import { side } from "./call.js";
import { server } from "./server.js";
import { follow } from "./stream.js";

/** Most messages kept of a place, and most places kept. */
export const MOST_MESSAGES = 500;
const MOST_PLACES = 200;

/**
 * The screens of one emulator. Tells `shown` (detail: the message), `gone` (detail: its place and id), `view` (detail: the
 * person who looks at another one), `cleared` and `state` (detail: a word).
 */
export class Screens extends EventTarget {
  #name;
  #places = new Map();
  #last = 0;

  constructor(name) {
    super();
    this.#name = name;
    server.addEventListener("restart", () => this.#clear());
  }

  /** Looks, from the beginning of what the emulator has kept. */
  open() {
    follow(() => side(this.#name, `shown?after=${this.#last}`), {
      onEvent: ({ name, data }) => this.#hear(name, JSON.parse(data)),
      onState: (state) => this.dispatchEvent(new CustomEvent("state", { detail: state })),
    });
  }

  /** What is on a screen, oldest first. */
  on(place) {
    return this.#places.get(place) ?? [];
  }

  #hear(name, news) {
    // An emulator that counts from the beginning again is another one.
    if (news.seq <= this.#last) this.#clear();
    this.#last = news.seq;
    if (name === "shown") this.#take(news);
    if (name === "gone") this.#drop(news);
    if (name === "view") this.dispatchEvent(new CustomEvent("view", { detail: news }));
  }

  #drop({ place, id }) {
    const messages = this.on(place);
    const known = messages.findIndex((shown) => shown.id === id);
    if (known >= 0) messages.splice(known, 1);
    this.dispatchEvent(new CustomEvent("gone", { detail: { place, id } }));
  }

  #take(shown) {
    const messages = this.on(shown.place);
    const known = messages.findIndex(({ id }) => id === shown.id);
    // What is known under its id was changed in its place.
    if (known >= 0) messages[known] = shown;
    else messages.push(shown);
    if (messages.length > MOST_MESSAGES) messages.shift();
    // The place that was silent for longest comes first.
    this.#places.delete(shown.place);
    this.#places.set(shown.place, messages);
    if (this.#places.size > MOST_PLACES) this.#places.delete(this.#places.keys().next().value);
    this.dispatchEvent(new CustomEvent("shown", { detail: shown }));
  }

  #clear() {
    this.#last = 0;
    this.#places.clear();
    this.dispatchEvent(new Event("cleared"));
  }
}
