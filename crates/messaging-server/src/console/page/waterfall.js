// The way of one message as its trace tells it: a line for each step, below what it was done for, and when.

import { call } from "./call.js";
import { span as duration } from "./moment.js";

const NAMES = { webhook: "Webhook", inbox: "Stored", turn: "Turn", agent: "Agent", stream: "Shown while written",
  outbox: "Reply", send: "Sent", look: "Looked up", receipt: "Receipt" };

/** Draws the way of the message with this cursor; what cannot be read is said instead. */
export async function waterfall(cursor) {
  const box = document.createElement("div");
  box.className = "waterfall";
  try {
    fill(box, await call("GET", `api/traces/${cursor}`));
  } catch (error) {
    box.textContent = error.message;
  }
  return box;
}

function fill(box, { trace, spans }) {
  const first = Math.min(...spans.map(({ start }) => start));
  const last = Math.max(...spans.map(({ start, ms }) => start + ms));
  const list = document.createElement("ol");
  for (const { step, depth } of inOrder(spans)) list.append(row(step, depth, first, Math.max(last - first, 1)));
  const name = document.createElement("p");
  name.className = "trace";
  name.textContent = `Trace ${trace}, ${duration(last - first)}`;
  box.append(name, list);
}

/** Every step behind what it was done for. */
function inOrder(spans) {
  const known = new Set(spans.map(({ id }) => id));
  const below = (parent, depth) => spans
    .filter((step) => (known.has(step.parent) ? step.parent : null) === parent)
    .flatMap((step) => [{ step, depth }, ...below(step.id, depth + 1)]);
  return below(null, 0);
}

function row(step, depth, first, whole) {
  const item = document.createElement("li");
  item.dataset.stage = step.stage;
  item.classList.toggle("trouble", Boolean(step.error));
  const cell = (name, text) => {
    const element = item.appendChild(document.createElement("span"));
    element.className = name;
    element.textContent = text;
    return element;
  };
  const named = NAMES[step.stage] ?? step.stage;
  cell("name", named).style.setProperty("--depth", String(depth));
  const when = cell("when", "");
  when.style.setProperty("--from", String((step.start - first) / whole));
  when.style.setProperty("--part", String(step.ms / whole));
  const after = `after ${duration(step.start - first)}`;
  cell("ms", duration(step.ms)).title = after;
  const events = step.events.map(({ name }) => name.replaceAll("_", " "));
  const outcome = [step.outcome, step.error !== step.outcome && step.error, ...events].filter(Boolean).join(" · ");
  cell("outcome", (step.error ? "! " : "") + outcome);
  return item;
}
