// A message of Slack's piece by piece: words, and between them what people can use.

import { holding, make } from "./element.js";

/** Draws `parts`; `chosen` is what people chose in them, by block and action; `use` as for an element. */
export function draw(parts, chosen, use) {
  const box = document.createElement("div");
  box.className = "parts";
  for (const part of parts) box.append(...piece(part, chosen, use));
  return box;
}

/** The nodes of one part. */
export function piece(part, chosen, use) {
  const nodes = [];
  const text = part.text ?? part.label;
  if (part.type === "divider") nodes.push(document.createElement("hr"));
  if (text) nodes.push(line(text));
  if (part.elements) {
    const group = document.createElement("div");
    group.className = "choices";
    for (const element of part.elements) {
      const held = holding(chosen?.[element.block_id]?.[element.action_id], use.naming);
      group.append(make(element, { held, label: part.label, use }).root);
    }
    nodes.push(group);
  }
  return nodes;
}

function line(text) {
  const words = document.createElement("p");
  words.className = "text";
  words.dir = "auto";
  words.textContent = text;
  return words;
}
