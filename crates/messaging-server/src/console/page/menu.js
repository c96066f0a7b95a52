// A menu: a button that opens a list of choices below it. Nothing is chosen by moving: Enter chooses, Esc closes.

import { pause } from "./stream.js";

const TYPING = 250;

/**
 * `groups()` promises `[{ label, choices: [[value, words]] }]`, or, with `search`, `groups(typed)`. `onChoose` is given the
 * values that are chosen: one, or with `several` what they are when the list is closed.
 */
export class Menu {
  #button = document.createElement("button");
  #sheet = document.createElement("div");
  #list = document.createElement("div");
  #note = document.createElement("p");
  #given;
  #chosen;
  #before = "";
  #asked = 0;

  constructor(given) {
    this.#given = given;
    this.#chosen = new Map(given.chosen ?? []);
    this.root = document.createElement("div");
    this.root.className = "menu";
    this.#button.type = "button";
    this.#button.setAttribute("aria-expanded", "false");
    this.#button.addEventListener("click", () => (this.#sheet.hidden ? this.#open() : this.close()));
    this.#sheet.className = "sheet";
    this.#sheet.hidden = true;
    this.#sheet.setAttribute("role", "group");
    this.#sheet.setAttribute("aria-label", given.label);
    this.#note.className = "note";
    this.#note.setAttribute("role", "status");
    if (given.search) this.#sheet.append(this.#field());
    this.#sheet.append(this.#note, this.#list);
    this.root.append(this.#button, this.#sheet);
    this.root.addEventListener("keydown", (event) => this.#key(event));
    this.root.addEventListener("focusout", ({ relatedTarget: to }) => { if (to && !this.root.contains(to)) this.close(false); });
    this.#name();
  }

  /** What has the focus for the whole of it. */
  get target() {
    return this.#button;
  }

  get values() {
    return [...this.#chosen.keys()];
  }

  close(back = true) {
    if (this.#sheet.hidden) return;
    this.#sheet.hidden = true;
    this.#button.setAttribute("aria-expanded", "false");
    if (back) this.#button.focus();
    if (this.#given.several && this.#before !== JSON.stringify(this.values)) this.#given.onChoose(this.values);
  }

  #name() {
    const words = [...this.#chosen.values()].join(", ");
    const face = words || this.#given.placeholder;
    this.#button.textContent = face;
    this.#button.setAttribute("aria-label", face === this.#given.label ? face : `${this.#given.label}: ${face}`);
  }

  #field() {
    const field = document.createElement("input");
    field.type = "search";
    field.autocomplete = "off";
    field.setAttribute("aria-label", `Search: ${this.#given.label}`);
    field.addEventListener("input", () => this.#search(field.value, TYPING));
    return field;
  }

  async #open() {
    this.#before = JSON.stringify(this.values);
    this.#sheet.hidden = false;
    this.#button.setAttribute("aria-expanded", "true");
    const field = this.#sheet.querySelector("input[type=search]");
    field?.focus();
    await this.#search(field?.value ?? "", 0);
    if (!field) (this.#list.querySelector("[aria-pressed=true]") ?? this.#list.querySelector("button"))?.focus();
  }

  async #search(typed, wait) {
    const asked = this.#asked += 1;
    if (wait) await pause(wait);
    if (asked !== this.#asked) return;
    if (typed.length < (this.#given.least ?? 0)) {
      this.#show([], `Write ${this.#given.least} ${this.#given.least === 1 ? "letter" : "letters"} or more.`);
      return;
    }
    try {
      const groups = await this.#given.groups(typed);
      if (asked === this.#asked) this.#show(groups, groups.some(({ choices }) => choices.length > 0) ? "" : "No results.");
    } catch (error) {
      if (asked === this.#asked) this.#show([], error.message);
    }
  }

  #show(groups, note) {
    this.#note.textContent = note;
    this.#list.replaceChildren(...groups.flatMap(({ label, choices }) => [
      ...(label ? [heading(label)] : []),
      ...choices.map(([value, words]) => this.#choice(value, words)),
    ]));
    this.#sheet.scrollIntoView({ block: "nearest" });
  }

  #choice(value, words) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.setAttribute("aria-pressed", String(this.#chosen.has(value)));
    button.addEventListener("click", () => this.#choose(button, value, words));
    return button;
  }

  #choose(button, value, words) {
    if (this.#given.several) {
      if (!this.#chosen.delete(value)) this.#chosen.set(value, words);
      button.setAttribute("aria-pressed", String(this.#chosen.has(value)));
      this.#name();
      return;
    }
    if (!this.#given.forgets) this.#chosen = new Map([[value, words]]);
    this.#name();
    this.close();
    this.#given.onChoose([value]);
  }

  #key(event) {
    if (event.key === "Escape" && !this.#sheet.hidden) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
      return;
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.#sheet.hidden) {
      this.#open();
      return;
    }
    const stops = [...this.#sheet.querySelectorAll("input, button")];
    stops[stops.indexOf(document.activeElement) + step]?.focus();
  }
}

function heading(words) {
  const line = document.createElement("p");
  line.className = "group";
  line.textContent = words;
  return line;
}
