// One message as it stands on a screen. Text is only ever text: nothing a person or an agent writes becomes markup.

import { sign } from "./emoji.js";
import { date, span } from "./moment.js";
import { draw as drawParts } from "./parts.js";

const template = document.getElementById("bubble");

/**
 * Draws `{ text, at, fromApp, own, who, after, media, actions }`: `own` is the person this pane writes as, `after` how
 * many milliseconds an answer took, `who` a name where there are several people. What [`fill`] draws can change later.
 */
export function draw(message, uses) {
  const item = template.content.firstElementChild.cloneNode(true);
  item.classList.add(message.fromApp ? "app" : "person");
  if (message.own) item.classList.add("own");
  const who = item.querySelector(".who");
  who.textContent = message.who ?? (message.fromApp ? "Answer" : "You");
  if (!message.who) who.classList.add("sr");
  if (message.onlyFor) {
    const only = document.createElement("p");
    only.className = "only";
    only.textContent = `Only @${message.onlyFor} sees this`;
    who.after(only);
  }
  date(item.querySelector("time"), message.at);
  if (message.fromApp && message.after >= 0) {
    const mark = item.querySelector(".mark");
    mark.textContent = `· ${span(message.after)}`;
    mark.title = "since the last message before it";
  }
  const bubble = item.querySelector(".bubble");
  if (message.media?.length) bubble.insertBefore(attachments(message.media), bubble.lastElementChild);
  if (message.actions?.length) bubble.insertBefore(choices(message.actions, uses.onAction), bubble.lastElementChild);
  fill(item, message, uses);
  return item;
}

/** Draws what may change: `{ text, parts, chosen, reactions, edited, deleted, streaming }`. */
export function fill(item, message, uses) {
  const { text, parts, chosen, reactions = [], edited = false, deleted = false, streaming = false } = message;
  item.classList.toggle("deleted", deleted);
  item.classList.toggle("streaming", streaming);
  item.setAttribute("aria-busy", String(streaming));
  const words = item.querySelector(".text");
  if (words.textContent !== text) words.textContent = text;
  words.hidden = Boolean(parts);
  const bubble = item.querySelector(".bubble");
  const meta = bubble.querySelector(".meta");
  renew(item, "parts", parts ? { parts, chosen } : null, () => drawParts(parts, chosen, uses.useOf(message)), meta);
  renew(item, "reactions", reactions.length > 0 ? reactions : null, () => reacted(message, uses), meta.nextSibling);
  renew(item, "edited", edited || null, () => note("edited", "(edited)"), meta.querySelector(".mark"));
  const stop = streaming && uses.onStop && message.thread ? true : null;
  renew(item, "stop", stop, () => stopper(message, uses.onStop), null, meta);
}

const drawn = new WeakMap();

/** Puts something there, anew only if what it says has changed; nothing if `said` is null. The focus stays. */
function renew(item, name, said, make, before, parent = before?.parentNode ?? item.querySelector(".bubble")) {
  const known = drawn.get(item) ?? {};
  drawn.set(item, known);
  const now = JSON.stringify(said);
  if ((known[name]?.said ?? "null") === now) return;
  const old = known[name]?.node;
  const key = old?.contains(document.activeElement) ? document.activeElement.dataset.key ?? "" : null;
  old?.remove();
  known[name] = said === null ? undefined : { said: now, node: make() };
  if (known[name]) parent.insertBefore(known[name].node, before?.parentNode === parent ? before : null);
  if (key === null) return;
  const next = key && [...item.querySelectorAll("[data-key]")].find(({ dataset }) => dataset.key === key);
  (next || item.closest(".log")).focus();
}

function reacted({ id, reactions }, { onReact, me, naming = (user) => user }) {
  const list = document.createElement("ul");
  list.className = "reactions";
  list.setAttribute("aria-label", "Reactions");
  for (const { name, users } of reactions) {
    const entry = document.createElement("li");
    const button = document.createElement("button");
    const mine = users.includes(me?.());
    button.type = "button";
    button.dataset.key = `reaction ${name}`;
    button.textContent = `${sign(name)} ${users.length}`;
    button.title = `${users.map(naming).join(", ")} reacted with :${name}:`;
    button.setAttribute("aria-label", `${users.length} reacted with ${name}`);
    button.setAttribute("aria-pressed", String(mine));
    button.addEventListener("click", () => onReact?.({ id, name, on: !users.includes(me?.()) }));
    entry.append(button);
    list.append(entry);
  }
  return list;
}

function note(name, words) {
  const small = document.createElement("span");
  small.className = name;
  small.textContent = words;
  return small;
}

function stopper({ id, thread }, onStop) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "stop";
  button.dataset.key = `stop ${id}`;
  button.textContent = "■ Stop";
  button.addEventListener("click", () => onStop({ thread }));
  return button;
}

/** Says what became of telling the application: `{ ok, words, title }`. */
export function stamp(item, { ok, words, title }) {
  const mark = item.querySelector(".mark");
  mark.textContent = `${ok ? "✓" : "!"} ${words}`;
  mark.title = title;
  mark.setAttribute("aria-label", title);
  mark.setAttribute("role", "img");
  item.classList.toggle("failed", !ok);
}

function attachments(media) {
  const list = document.createElement("ul");
  list.className = "media";
  for (const { url, name } of media) {
    const entry = document.createElement("li");
    entry.append(link(url, name ?? url));
    list.append(entry);
  }
  return list;
}

/** A link where the address is http(s), plain text where it is anything else. */
function link(to, words) {
  const url = URL.parse?.(to) ?? null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return document.createTextNode(words);
  const anchor = document.createElement("a");
  anchor.href = url.href;
  anchor.rel = "noopener noreferrer";
  anchor.target = "_blank";
  anchor.textContent = words;
  return anchor;
}

function choices(actions, onAction) {
  const group = document.createElement("div");
  group.className = "choices";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Answers to choose from");
  for (const action of actions) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action.label;
    button.addEventListener("click", () => onAction?.(action.value || action.label));
    group.append(button);
  }
  return group;
}
