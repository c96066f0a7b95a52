// One message as it stands on a screen. Text is only ever text: nothing a person or an agent writes becomes markup.

import { date, span } from "./moment.js";

const template = document.getElementById("bubble");

/**
 * Draws `{ text, at, fromApp, own, who, after, media, actions }`: `own` is the person this pane writes as, `after` how
 * many milliseconds an answer took, `who` a name where there are several people.
 */
export function draw(message, onAction) {
  const item = template.content.firstElementChild.cloneNode(true);
  item.classList.add(message.fromApp ? "app" : "person");
  if (message.own) item.classList.add("own");
  const who = item.querySelector(".who");
  who.textContent = message.who ?? (message.fromApp ? "Answer" : "You");
  if (!message.who) who.classList.add("sr");
  item.querySelector(".text").textContent = message.text;
  date(item.querySelector("time"), message.at);
  if (message.fromApp && message.after >= 0) {
    const mark = item.querySelector(".mark");
    mark.textContent = `· ${span(message.after)}`;
    mark.title = "since the last message before it";
  }
  const bubble = item.querySelector(".bubble");
  if (message.media?.length) bubble.insertBefore(attachments(message.media), bubble.lastElementChild);
  if (message.actions?.length) bubble.append(choices(message.actions, onAction));
  return item;
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
