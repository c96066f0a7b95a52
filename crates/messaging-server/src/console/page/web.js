// A visitor of the web chat. What is shown is what this page's own EventSource received, from the public side.

import { ask, Refusal } from "./call.js";
import { Pane } from "./pane.js";
import { server } from "./server.js";
import { backoff, pause } from "./stream.js";

const KEY = "messaging.visitor";
const PATIENCE = 15_000;
/** The name of the message that is not there yet. */
const WRITING = "writing";

export class Web {
  #pane;
  #chat = null;
  #visitor = null;
  #source = null;
  #tries = 0;
  #shown = 0;
  #label;
  /** An answer while it is being written: its attempt, its text, and how many bytes of it were told. */
  #writing = null;
  /** The last message that may or may not have arrived: the same words again are the same message. */
  #doubt = null;

  constructor({ number }) {
    this.#pane = new Pane({ kind: "web", shape: "web", title: "Web chat", number, send: (text) => this.#send(text) });
    this.#label = document.createElement("span");
    this.#label.className = "visitor";
    const fresh = document.createElement("button");
    fresh.type = "button";
    fresh.className = "quiet";
    fresh.textContent = "New visitor";
    fresh.addEventListener("click", () => this.#begin(null));
    this.#pane.controls.append(this.#label, fresh);
    this.#name();
    this.#fill();
    // Another gateway counts from the beginning again.
    server.addEventListener("restart", () => { if (this.#chat) this.#begin(this.#visitor); });
  }

  get composer() {
    return this.#pane.composer;
  }

  /** Where the chat is. */
  set chat(chat) {
    if (!chat || this.#chat === chat) return;
    this.#chat = chat;
    this.#begin(recall());
  }

  #fill() {
    this.#shown = 0;
    this.#writing = null;
    this.composer.prompt("Message");
    this.#pane.log.fill([], "A visitor of your site. Nothing said yet.");
  }

  #name() {
    this.#label.textContent = this.#visitor ? `visitor ${this.#visitor.slice(0, 6)}` : "a new visitor";
  }

  #begin(visitor) {
    this.#source?.close();
    this.#source = null;
    this.#visitor = visitor;
    this.#doubt = null;
    keep(visitor);
    this.#name();
    this.#fill();
    this.composer.complain("");
    if (visitor) this.#listen();
    else this.#pane.state = "open";
  }

  #listen() {
    const address = `${this.#chat}/events?visitor=${this.#visitor}&after=${this.#shown}`;
    const source = this.#source = new EventSource(address);
    source.addEventListener("open", () => {
      this.#tries = 0;
      this.#pane.state = "open";
    });
    source.addEventListener("message", ({ data }) => this.#take(JSON.parse(data)));
    source.addEventListener("delta", ({ data }) => this.#grow(JSON.parse(data)));
    source.addEventListener("delivery", ({ data }) => this.#reach(JSON.parse(data)));
    source.addEventListener("error", async () => {
      this.#pane.state = "waiting";
      // A stream that was cut the browser mends by itself; after a refusal it gives up, and we do not.
      if (source.readyState !== EventSource.CLOSED) return;
      await pause(backoff(this.#tries));
      this.#tries += 1;
      if (source === this.#source) this.#listen();
    });
  }

  #take(line) {
    if (line.cursor <= this.#shown) return;
    this.#shown = line.cursor;
    const own = line.role === "user";
    if (!own) this.#settle();
    this.#pane.log.add({
      id: line.client_id ?? `line ${line.cursor}`, text: line.text, at: line.at ? Date.parse(line.at) : Date.now(),
      fromApp: !own, own, media: line.media, actions: line.actions,
    });
  }

  /** Shows an answer growing; the message that settles it holds the whole text, whatever was missed. */
  #grow({ run, attempt, at, text }) {
    const name = `${run} ${attempt}`;
    if (this.#writing?.name !== name) {
      this.#settle();
      if (at !== 0) return;
      this.#writing = { name, told: 0, text: "", at: Date.now() };
    }
    const writing = this.#writing;
    if (writing.told !== at) return;
    writing.told += new TextEncoder().encode(text).length;
    writing.text += text;
    this.#pane.log.add({ id: WRITING, text: writing.text, at: writing.at, fromApp: true, streaming: true });
  }

  #settle() {
    if (this.#writing) this.#pane.log.remove(WRITING);
    this.#writing = null;
  }

  #reach({ cursor, of, status, problem }) {
    this.#shown = Math.max(this.#shown, cursor);
    const ok = !["failed", "undelivered", "canceled"].includes(status);
    this.#pane.log.mark(`line ${of}`, { ok, words: status, title: problem?.message ?? `the platform says: ${status}` });
  }

  async #send(text) {
    if (!this.#chat) throw new Error("the gateway has not said yet where its web chat is.");
    this.#pane.log.restart();
    if (!this.#visitor) this.#begin((await this.#post("visitors", {})).visitor);
    const visitor = this.#visitor;
    const client_id = this.#doubt?.text === text ? this.#doubt.client_id : name();
    this.#doubt = { text, client_id };
    const before = performance.now();
    const { cursor } = await this.#post("messages", { visitor, client_id, text });
    this.#doubt = null;
    const ms = Math.round(performance.now() - before);
    this.#pane.log.mark(client_id, { ok: true, words: `${ms} ms`, title: `taken in as number ${cursor} after ${ms} ms` });
  }

  async #post(path, body) {
    try {
      return await ask("POST", `${this.#chat}/${path}`, {}, body, PATIENCE);
    } catch (error) {
      if (error instanceof Refusal && error.status < 500) this.#doubt = null;
      throw error;
    }
  }
}

function recall() {
  try {
    const visitor = sessionStorage.getItem(KEY);
    return /^[0-9a-f]{32}$/.test(visitor) ? visitor : null;
  } catch {
    return null;
  }
}

function keep(visitor) {
  try {
    if (visitor) sessionStorage.setItem(KEY, visitor);
    else sessionStorage.removeItem(KEY);
  } catch { /* storage is closed: the visitor lives as long as the page */ }
}

/** A name for a message, that no other has. */
function name() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Pages without TLS that are not on this machine have no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
