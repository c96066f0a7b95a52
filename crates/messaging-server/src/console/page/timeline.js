// Every step of every message, newest last: filtered, paused, walked through with j and k.

import { heard, read } from "./conversation.js";
import { details, draw, isTrouble, words } from "./hop.js";
import { server, soon } from "./server.js";
import { follow } from "./stream.js";
import { Tail } from "./tail.js";

const MOST = 1_000;
const $ = (id) => document.getElementById(id);

export class Timeline {
  #box = $("hops");
  #list = this.#box.querySelector("ol");
  #empty = this.#box.querySelector(".empty");
  #nothing = this.#empty.textContent;
  #search = $("search");
  #account = $("account");
  #errors = $("errors");
  #pause = $("pause");
  #tail = new Tail(this.#box, $("timeline").querySelector(".newest"));
  #hops = new Map();
  /** What has come since the pause; null while there is none. */
  #held = null;
  #missed = 0;
  /** The line somebody is at, or was; and the one that the Tab key leads to: that line, else the newest. */
  #current = null;
  #stop = null;
  #last = "";
  #wasOpen = false;

  constructor() {
    for (const field of [this.#search, this.#account, this.#errors]) field.addEventListener("input", () => this.#filter());
    this.#search.addEventListener("keydown", (event) => this.#leave(event));
    this.#pause.addEventListener("click", () => this.pause());
    $("clear").addEventListener("click", () => this.#clear());
    this.#list.addEventListener("focusin", ({ target }) => this.#reach(target.closest(".hop")));
    this.#list.addEventListener("click", ({ target }) => { if (target.closest(".hop > button")) this.#open(target.closest(".hop")); });
    server.addEventListener("restart", () => {
      this.#last = "";
      this.#note("The server was started again: it remembers nothing from before.");
    });
  }

  /** Looks from now on. */
  open() {
    follow(() => (this.#last ? `api/hops?after=${encodeURIComponent(this.#last)}` : "api/hops"), {
      onEvent: (event) => this.#hear(event),
      onState: (state) => this.#state(state),
    });
  }

  /** The accounts one can choose from. */
  set accounts(accounts) {
    const known = [...this.#account.options].slice(1).map((option) => option.value);
    if (known.join() === accounts.join()) return;
    const before = this.#account.value;
    this.#account.replaceChildren(new Option("all", ""), ...accounts.map((name) => new Option(name, name)));
    this.#account.value = accounts.includes(before) ? before : "";
    this.#filter();
  }

  /** Goes to the next line in sight, or the one before. */
  step(by) {
    const lines = [...this.#list.querySelectorAll(".hop:not([hidden])")];
    if (lines.length === 0) return;
    const at = lines.indexOf(this.#current);
    const to = at < 0 ? lines.length - 1 : Math.min(Math.max(at + by, 0), lines.length - 1);
    lines[to].querySelector("button").focus();
  }

  /** Stops what is on the screen, or lets everything come that has waited. */
  pause() {
    const held = this.#held;
    this.#held = held ? null : [];
    this.#pause.setAttribute("aria-pressed", String(!held));
    if (held && this.#missed > 0) this.#note(`${this.#missed} more steps came while the timeline was paused.`);
    this.#missed = 0;
    for (const hop of held ?? []) this.#add(hop);
    this.#count();
  }

  focusSearch() {
    this.#search.focus();
    this.#search.select();
  }

  #hear({ name, id, data }) {
    if (id) this.#last = id;
    const told = JSON.parse(data);
    if (name === "lagged") this.#note(`${told.missed} steps were too fast to be shown here.`);
    if (name !== "hop") return;
    soon();
    heard(told.conversation);
    if (!this.#held) return this.#add(told);
    this.#held.push(told);
    if (this.#held.length > MOST) {
      this.#held.shift();
      this.#missed += 1;
    }
    return this.#count();
  }

  #state(state) {
    $("timeline").dataset.state = state;
    if (state === "waiting" && this.#wasOpen) this.#note("The connection was lost: steps may be missing here.");
    if (state === "asleep" && this.#wasOpen) this.#note("Another window of the console was used: steps are missing here.");
    this.#wasOpen = state === "open";
  }

  #add(hop) {
    const item = draw(hop);
    item.querySelector("button").tabIndex = -1;
    if (!this.#current) this.#stopAt(item);
    this.#hops.set(item, hop);
    item.hidden = !this.#fits(hop);
    this.#append(item);
  }

  /** A line that is no step. */
  #note(text) {
    const item = document.createElement("li");
    item.className = "note";
    item.textContent = text;
    this.#append(item);
  }

  #append(item) {
    this.#list.append(item);
    while (this.#list.childElementCount > MOST) this.#drop(this.#list.firstElementChild);
    this.#describe();
    this.#tail.grown();
  }

  #drop(item) {
    this.#hops.delete(item);
    item.remove();
    if (item === this.#current) this.#current = null;
    if (item === this.#stop) this.#stopAt(this.#list.querySelector(".hop"));
  }

  #clear() {
    this.#list.replaceChildren();
    this.#hops.clear();
    this.#current = this.#stop = null;
    if (this.#held) this.#held = [];
    this.#missed = 0;
    this.#count();
    this.#describe();
  }

  #fits(hop) {
    const wanted = this.#search.value.trim().toLowerCase();
    return (!this.#account.value || hop.account === this.#account.value)
      && (!this.#errors.checked || isTrouble(hop))
      && (!wanted || words(hop).includes(wanted));
  }

  #filter() {
    for (const [item, hop] of this.#hops) item.hidden = !this.#fits(hop);
    this.#describe();
    this.#tail.restart();
  }

  #describe() {
    const none = !this.#list.querySelector(":scope > li:not([hidden])");
    this.#empty.hidden = !none;
    this.#empty.textContent = this.#hops.size === 0 ? this.#nothing : "No step fits the filter.";
  }

  #count() {
    const waiting = this.#held ? this.#held.length + this.#missed : 0;
    this.#pause.textContent = this.#held ? `Resume${waiting ? ` (${waiting} new)` : ""}` : "Pause";
  }

  #reach(item) {
    if (!item) return;
    this.#current = item;
    this.#stopAt(item);
  }

  #stopAt(item) {
    for (const [line, index] of [[this.#stop, -1], [item, 0]]) {
      const button = line?.querySelector("button");
      if (button) button.tabIndex = index;
    }
    this.#stop = item;
  }

  #open(item) {
    const button = item.querySelector("button");
    const box = item.querySelector(".details");
    button.setAttribute("aria-expanded", String(!box));
    if (box) box.remove();
    else item.append(details(this.#hops.get(item), { onOnly: (conversation) => this.#only(conversation), onRead: read }));
    item.scrollIntoView({ block: "nearest" });
  }

  #only(conversation) {
    this.#search.value = conversation;
    this.#filter();
    this.#search.focus();
  }

  #leave(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (!this.#search.value) return $("timeline").focus();
    this.#search.value = "";
    return this.#filter();
  }
}
