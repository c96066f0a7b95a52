// A modal of Slack's: what the app shows a person in front of everything, as a form.

import { call, side } from "./call.js";
import { holding, make } from "./element.js";
import { trouble } from "./fate.js";
import { piece } from "./parts.js";

const dialog = document.getElementById("modal");
const [form, title, whose, problem, fields, close] =
  ["form", "h2", ".whose", ".problem", ".fields", ".close"].map((name) => dialog.querySelector(name));
const submit = dialog.querySelector("[type=submit]");

export class Modal {
  #who;
  #use;
  #shown = "";
  #inputs = [];
  #state = {};
  #again = false;
  #asking;

  /** `who()` is the person it is shown to; `use` is what its elements can be used with. */
  constructor(who, use) {
    this.#who = who;
    this.#use = use;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    close.addEventListener("click", () => this.#close());
    dialog.addEventListener("cancel", (event) => {
      if (event.target !== dialog) return;
      event.preventDefault();
      this.#close();
    });
  }

  /** Shows what the person looks at now: another modal, a changed one, or none. */
  look() {
    this.#again = true;
    this.#asking ??= this.#read().finally(() => { this.#asking = undefined; });
    return this.#asking;
  }

  async #read() {
    while (this.#again) {
      this.#again = false;
      try {
        const user = this.#who();
        const { modal, parts } = user ? await call("POST", side("slack", "people/views"), { user }) : {};
        if (user === this.#who()) this.#show(modal, parts);
      } catch (error) {
        problem.textContent = error.message;
      }
    }
  }

  #show(modal, parts) {
    if (!modal) {
      this.#shown = "";
      if (dialog.open) dialog.close();
      return;
    }
    const version = `${modal.id} ${modal.hash}`;
    if (this.#shown === version) return;
    const typed = this.#shown.startsWith(`${modal.id} `) ? this.#inputs.map(({ part, made }) => [part.block_id, made.target.value]) : [];
    this.#shown = version;
    this.#state = modal.state?.values ?? {};
    title.textContent = modal.title?.text ?? "";
    whose.textContent = this.#use.whose();
    close.textContent = modal.close?.text ?? (modal.submit ? "Cancel" : "Close");
    submit.textContent = modal.submit?.text ?? "";
    submit.hidden = !modal.submit;
    problem.textContent = "";
    this.#inputs = [];
    fields.replaceChildren(...parts.flatMap((part) => this.#draw(part)));
    for (const { part, made } of this.#inputs) {
      const before = typed.find(([id]) => id === part.block_id)?.[1];
      if (before && made.target.matches("input:not([type=checkbox], [type=radio]), textarea")) made.target.value = before;
    }
    if (!dialog.open) dialog.showModal();
    (fields.querySelector("input, textarea, button, select") ?? (modal.submit ? submit : close)).focus();
  }

  #draw(part) {
    const use = { ...this.#use, act: (element, values) => this.#act(part, element, values) };
    if (part.type !== "input" || !part.elements?.length) return piece(part, this.#state, use);
    const [element] = part.elements;
    const held = holding(this.#state[element.block_id]?.[element.action_id], use.naming);
    const made = make(element, { held, label: part.label, use });
    const box = document.createElement("div");
    box.className = "field";
    const id = `field-${this.#inputs.length}`;
    const parts = [["label", "label", part.label + (part.optional ? " (optional)" : "")], ["p", "hint", part.hint ?? ""], ["p", "wrong", ""]];
    const [label, hint, wrong] = parts.map(([tag, name, words]) => {
      const node = document.createElement(tag);
      node.className = name;
      node.textContent = words;
      return node;
    });
    [made.target.id, label.htmlFor, hint.id, wrong.id] = [id, id, `${id}-hint`, `${id}-wrong`];
    made.target.setAttribute("aria-describedby", `${hint.id} ${wrong.id}`);
    if (!part.optional && made.target.matches("input, textarea")) made.target.setAttribute("aria-required", "true");
    box.append(label, made.root, hint, wrong);
    this.#inputs.push({ part, element, made, wrong, held: held.map(([value]) => value) });
    return [box];
  }

  /** What is used in it is told at once, except in an input that does not ask for that. */
  async #act(part, element, values) {
    if (part.type === "input" && !part.dispatch_action) return;
    const input = this.#inputs.find((known) => known.element === element);
    if (input) input.held = values;
    problem.textContent = "";
    const { block_id, action_id } = element;
    const body = { user: this.#who(), block_id, action_id, value: values };
    try {
      const { delivery } = await call("POST", side("slack", "people/clicks"), body);
      problem.textContent = trouble(delivery);
    } catch (error) {
      problem.textContent = error.message;
    }
    this.look();
  }

  async #submit() {
    if (submit.hidden || submit.disabled) return;
    const values = {};
    const errors = {};
    for (const { part, made, held } of this.#inputs) {
      const now = made.values();
      if (now.length === 0 && !part.optional) errors[part.block_id] = "Please fill this in.";
      if (JSON.stringify(now) === JSON.stringify(held)) continue;
      // A text that was taken out is an empty one; what else is empty says so itself.
      const emptied = now.length === 0 && made.target.matches("input:not([type=checkbox]), textarea");
      values[part.block_id] = emptied ? "" : now;
    }
    this.#complain(errors);
    if (Object.keys(errors).length > 0) return;
    const user = this.#who();
    await this.#tell("people/submissions", { user, values }, ({ errors: told }) => {
      for (const { part, made } of this.#inputs) if (part.block_id in values) this.#hold(part, made.values());
      this.#complain(told);
    });
  }

  #hold({ block_id: id }, values) {
    for (const input of this.#inputs) if (input.part.block_id === id) input.held = values;
  }

  #close() {
    return this.#tell("people/closings", { user: this.#who() }, () => {});
  }

  async #tell(path, body, then) {
    problem.textContent = "";
    submit.disabled = true;
    try {
      const answer = await call("POST", side("slack", path), body);
      then(answer);
      const known = Object.keys(answer.errors ?? {}).length > 0;
      if (!known) problem.textContent = trouble(answer.delivery);
    } catch (error) {
      problem.textContent = error.message;
    }
    submit.disabled = false;
    await this.look();
  }

  /** Says at each field what is wrong with it, and leads to the first one. */
  #complain(errors) {
    let first = null;
    for (const { part, made, wrong } of this.#inputs) {
      const words = errors[part.block_id] ?? "";
      wrong.textContent = words;
      made.target.setAttribute("aria-invalid", String(Boolean(words)));
      if (words) first ??= made.target;
    }
    first?.focus();
  }
}
