// One conversation, read from beginning to end: who said what, and how far it got.

import { call } from "./call.js";
import { date } from "./moment.js";
import { whereabouts } from "./place.js";
import { waterfall } from "./waterfall.js";

const PAGE = 100;
const template = document.getElementById("record");
const dialog = document.getElementById("conversation");
const list = dialog.querySelector("ol");
const earlier = dialog.querySelector(".earlier");
const problem = dialog.querySelector(".problem");

let open = "";
let oldest = 0;
let asking = Promise.resolve();

earlier.addEventListener("click", () => load({ before: oldest }));
dialog.addEventListener("close", () => { open = ""; });

/** Shows the conversation with this reference. */
export function read(reference) {
  open = reference;
  oldest = 0;
  list.replaceChildren();
  dialog.querySelector("h2").textContent = whereabouts(reference);
  dialog.querySelector(".reference").textContent = reference;
  dialog.querySelector(".state").textContent = "";
  dialog.showModal();
  load();
}

/** Something happened in a conversation: reads it again if it is the one that is shown. */
export function heard(reference) {
  if (open && reference === open) load();
}

function load({ before } = {}) {
  const wanted = open;
  asking = asking.then(() => page(wanted, before)).catch((error) => {
    if (open === wanted) problem.textContent = error.message;
  });
}

async function page(wanted, before) {
  if (!wanted || wanted !== open) return;
  const where = `api/conversation?ref=${encodeURIComponent(wanted)}&limit=${PAGE}`;
  const { state, records } = await call("GET", before ? `${where}&before=${before}` : where);
  if (wanted !== open) return;
  problem.textContent = "";
  dialog.querySelector(".state").textContent = state;
  const known = new Map([...list.children].map((line) => [Number(line.dataset.cursor), line]));
  for (const record of records) known.set(record.cursor, keep(known.get(record.cursor), draw(record)));
  list.replaceChildren(...[...known].sort(([one], [other]) => one - other).map(([, line]) => line));
  oldest = Math.min(oldest || Infinity, ...records.map(({ cursor }) => cursor));
  if (before || list.childElementCount <= PAGE) earlier.hidden = records.length < PAGE;
  dialog.querySelector(".empty").hidden = list.childElementCount > 0;
  if (!before) list.lastElementChild?.scrollIntoView({ block: "nearest" });
}

function draw(record) {
  const line = template.content.firstElementChild.cloneNode(true);
  const part = (name) => line.querySelector(`.${name}`);
  const { author, content, delivery, problem: why } = record;
  line.dataset.cursor = record.cursor;
  line.classList.add(record.speaker);
  const name = record.speaker === "agent" ? "Agent" : author?.name || author?.id || "somebody";
  part("who").textContent = name;
  part("who").title = author?.id ?? "";
  part("text").textContent = content.text || (content.native ? "[the vendor's own content]" : "");
  const more = [...(content.media ?? []).map(({ name, url }) => `📎 ${name ?? url}`),
    ...(content.actions ?? []).map(({ label }) => `[ ${label} ]`)];
  part("more").textContent = more.join("  ");
  date(line.querySelector("time"), record.at, { exactly: true });
  const way = part("way");
  way.hidden = !record.trace;
  way.addEventListener("click", () => follow(line, record.cursor));
  part("delivery").textContent = [delivery, why && `! ${why.code}: ${why.message}`].filter(Boolean).join(" · ");
  return line;
}

/** Shows the way of a line's message below it, or hides it again. */
async function follow(line, cursor) {
  const way = line.querySelector(".way");
  const shown = line.querySelector(".waterfall");
  way.setAttribute("aria-expanded", String(!shown));
  if (shown) return shown.remove();
  const drawn = await waterfall(cursor);
  if (way.getAttribute("aria-expanded") === "true" && !line.querySelector(".waterfall")) line.append(drawn);
  return undefined;
}

/** A line that is drawn again goes on showing the way of its message. */
function keep(before, line) {
  if (before?.querySelector(".waterfall")) follow(line, Number(line.dataset.cursor));
  return line;
}
