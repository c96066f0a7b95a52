// The bar at the top: how everything is, and where every message is that was ever accepted.

import { server } from "./server.js";

const $ = (id) => document.getElementById(id);
const [health, word, accounts, counts, banner] = ["health", "word", "accounts", "counts", "banner"].map($);

/** Where a message can be; together they are what was accepted. */
const ENDS = [
  ["answered", "answered", "ended with a reply that was carried"],
  ["silent", "silent", "ended on purpose without a reply"],
  ["held", "held", "nobody can tell whether the reply was carried: a person must decide"],
  ["dead", "dead", "failed for good: a person must decide"],
  ["dropped", "dropped", "a person decided that nothing more is done"],
  ["erased", "erased", "somebody had it erased before it had ended"],
  ["rejected", "rejected", "the reply was not let out: consent, a window or a limit"],
  ["in_flight", "in flight", "not ended yet"],
];
const STATES = { ready: "ready", degraded: "not reached", unchecked: "not checked" };

/** Keeps the bar up to date. */
export function watchBar() {
  document.addEventListener("click", ({ target }) => { if (!health.contains(target)) health.open = false; });
  health.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !health.open) return;
    event.preventDefault();
    health.open = false;
    health.querySelector("summary").focus();
  });
  server.addEventListener("status", ({ detail }) => show(detail));
  server.addEventListener("trouble", ({ detail }) => {
    mark("gone", "disconnected");
    say(banner, `${detail.message} Trying again…`);
  });
  server.addEventListener("locked", () => {
    mark("gone", "locked");
    say(banner, "This page has no token that fits. Open the address that the terminal shows, with everything after the #.");
  });
}

function show(status) {
  say(banner, "");
  const ill = status.accounts.filter(({ state }) => state === "degraded");
  if (status.state !== "ready") mark("ill", status.state);
  else if (ill.length > 0) mark("ill", `degraded: ${ill.map(({ account }) => account).join(", ")}`);
  else mark("well", "healthy");
  say($("version"), status.version);
  const { agent, store } = status.info ?? {};
  $("agent").hidden = !agent;
  say($("agent").querySelector("b"), String(agent ?? "").replaceAll("`", ""));
  const lines = status.accounts.map(account);
  if (store) lines.push(line("store", String(store)));
  accounts.replaceChildren(...lines);
  balance(status);
}

function mark(state, words) {
  health.dataset.state = state;
  say(word, words);
}

/** Writes only what has changed: it is read aloud. */
function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function account({ account: name, provider, state, detail }) {
  return line(name, [name === provider ? "" : provider, STATES[state] ?? state, detail].filter(Boolean).join(" · "));
}

function line(name, words) {
  const item = document.createElement("li");
  const strong = document.createElement("b");
  strong.textContent = name;
  item.append(strong, ` ${words}`);
  return item;
}

function balance({ counts: told, balanced }) {
  const parts = [number("accepted", told.accepted, "messages taken in that may want an answer")];
  ENDS.forEach(([key, name, title], at) => {
    parts.push(at === 0 ? " = " : " + ", number(name, told[key] ?? 0, title, key));
  });
  if (!balanced) parts.push(warning());
  if (told.noted) parts.push(" · ", number("noted", told.noted, "receipts, echoes and the like, which want no answer"));
  if (told.duplicates) parts.push(" · ", number("told twice", told.duplicates, "duplicates, recognised and left out"));
  const words = parts.map((part) => part.textContent ?? part).join("");
  if (counts.textContent !== words) counts.replaceChildren(...parts);
}

function number(name, value, title, key = "") {
  const part = document.createElement("span");
  part.title = title;
  part.className = "count";
  if (key) part.dataset.key = key;
  part.classList.toggle("none", value === 0);
  const figure = document.createElement("b");
  figure.textContent = String(value);
  part.append(figure, ` ${name}`);
  return part;
}

function warning() {
  const part = document.createElement("strong");
  part.className = "wrong";
  part.textContent = " ! does not add up";
  return part;
}
