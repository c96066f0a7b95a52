// The bar at the top: how everything is, and where every message is that was ever accepted.

import { server } from "./server.js";

const $ = (id) => document.getElementById(id);
const [health, word, accounts, counts, banner] = ["health", "word", "accounts", "counts", "banner"].map($);

/** Where a message can be; together they are what was accepted. */
const ENDS = [
  ["answered", "answered", "ended with a reply that was carried"],
  ["silent", "silent", "ended on purpose without a reply"],
  ["held", "held", "nobody can tell whether the reply was carried: a person must decide"],
  ["dead", "dead", "failed for good"],
  ["in_flight", "in flight", "not ended yet"],
];
const STATES = { ready: "ready", degraded: "not reached", unchecked: "not checked" };

/** Keeps the bar up to date. */
export function watchBar() {
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
  fact($("agent"), status.info?.agent);
  fact($("store"), status.info?.store);
  accounts.replaceChildren(...status.accounts.map(line));
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

function fact(element, value) {
  element.hidden = !value;
  say(element.querySelector("b"), String(value ?? "").replaceAll("`", ""));
}

function line({ account, provider, state, detail }) {
  const item = document.createElement("li");
  const name = document.createElement("b");
  name.textContent = account;
  const rest = [account === provider ? "" : provider, STATES[state] ?? state, detail].filter(Boolean).join(" · ");
  item.append(name, ` ${rest}`);
  return item;
}

function balance({ counts: told, balanced }) {
  const parts = [number("accepted", told.accepted, "messages taken in that may want an answer")];
  ENDS.forEach(([key, name, title], at) => {
    parts.push(at === 0 ? " = " : " + ", number(name, told[key] ?? 0, title, key));
  });
  if (!balanced) parts.push(warning());
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
