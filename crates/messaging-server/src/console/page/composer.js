// Where a person types: Enter sends, ↑ brings back what was sent, and nothing typed is lost when sending fails.

import { pause } from "./stream.js";

const MOST_KEPT = 20;
/** Longest that a message waits for the one before it, so that they arrive in order. */
const PATIENCE = 1_000;

export class Composer {
  #form;
  #field;
  #button;
  #problem;
  #send;
  #sent = [];
  #at = 0;
  #draft = "";
  #before = Promise.resolve();

  /** `send(text)` promises to have sent, or fails with an error whose message is shown. */
  constructor(form, { label, keys, send }) {
    this.#form = form;
    this.#field = form.querySelector("textarea");
    this.#button = form.querySelector(".send");
    this.#problem = form.querySelector(".problem");
    this.#send = send;
    this.#field.setAttribute("aria-label", label);
    this.#field.setAttribute("aria-keyshortcuts", keys);
    this.#button.setAttribute("aria-label", `Send: ${label}`);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#field.addEventListener("keydown", (event) => this.#key(event));
  }

  focus() {
    this.#field.focus();
  }

  /** Puts words there that typing replaces. */
  suggest(text) {
    this.#field.value = text;
    this.#field.select();
  }

  prompt(text) {
    this.#field.placeholder = text;
  }

  /** Says what went wrong, or, with no words, that nothing is wrong any more. */
  complain(words) {
    this.#problem.textContent = words;
  }

  /** Sends what was not typed here. */
  write(text) {
    const turn = this.#before.then(() => this.#deliver(text));
    this.#before = turn.then((sending) => Promise.race([sending.done, pause(PATIENCE)]));
  }

  set disabled(value) {
    this.#field.disabled = value;
    this.#button.disabled = value;
  }

  #submit() {
    const text = this.#field.value;
    if (!text.trim()) return;
    this.#sent.push(text);
    if (this.#sent.length > MOST_KEPT) this.#sent.shift();
    this.#at = this.#sent.length;
    this.#field.value = "";
    this.#field.focus();
    this.write(text);
  }

  async #deliver(text) {
    this.complain("");
    const done = this.#send(text).catch((error) => {
      this.complain(`Not sent: ${error.message}`);
      // Nobody has to type it again.
      if (!this.#field.value) this.#field.value = text;
    });
    return { done };
  }

  #key(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#form.requestSubmit();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      this.#recall(event);
    }
  }

  /** Only where the arrow has nowhere else to go: above the first line, below the last. */
  #recall(event) {
    const { value, selectionStart, selectionEnd } = this.#field;
    const up = event.key === "ArrowUp";
    const rest = up ? value.slice(0, selectionStart) : value.slice(selectionEnd);
    const to = this.#at + (up ? -1 : 1);
    if (event.shiftKey || rest.includes("\n") || to < 0 || to > this.#sent.length) return;
    event.preventDefault();
    if (this.#at === this.#sent.length) this.#draft = value;
    this.#at = to;
    this.#field.value = this.#sent[to] ?? this.#draft;
    this.#field.setSelectionRange(this.#field.value.length, this.#field.value.length);
  }
}
