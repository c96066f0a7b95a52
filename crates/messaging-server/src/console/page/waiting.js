// What waits for a person: dead letters and sends of unknown outcome, each with what can be decided about it.

import { call } from "./call.js";
import { date } from "./moment.js";
import { whereabouts } from "./place.js";
import { refresh, server } from "./server.js";

const MOST = 100;
const CHOICES = {
  redrive: ["Try again", "Under the name it had: what may have been sent is looked up first"],
  resend: ["Send again", "At once, without a look: people may see it twice"],
  delivered: ["It was delivered", "Somebody has seen it: it counts as answered"],
  drop: ["Drop", "Nothing more is done about it"],
};
const KINDS = { event: "A message that got no answer", send: "A reply" };
const template = document.getElementById("letter");
const opener = document.getElementById("to-decide");
const dialog = document.getElementById("waiting");
const list = dialog.querySelector("ol");
const empty = dialog.querySelector(".empty");
const problem = dialog.querySelector(".problem");

/** Shows how much waits, and lets people decide. */
export function watchWaiting() {
  opener.addEventListener("click", () => {
    dialog.showModal();
    load();
  });
  server.addEventListener("status", ({ detail: { counts } }) => {
    const waits = (counts.held ?? 0) + (counts.dead ?? 0);
    opener.hidden = waits === 0 && !dialog.open;
    const words = `${waits} to decide`;
    if (opener.textContent !== words) opener.textContent = words;
  });
}

async function load() {
  try {
    const shelves = await Promise.all(["unknown", "dead"].map(async (shelf) => {
      const { items } = await call("GET", `api/shelved?shelf=${shelf}&limit=${MOST}`);
      return items.map((item) => ({ ...item, shelf }));
    }));
    const items = shelves.flat().sort((one, other) => other.at - one.at);
    const letters = await Promise.all(items.slice(0, MOST).map(({ id }) => call("GET", `api/dead/${encodeURIComponent(id)}`)
      .then(({ letter }) => letter).catch((error) => { if (error.status === 404) return null; throw error; })));
    problem.textContent = "";
    list.replaceChildren(...letters.filter(Boolean).map(draw));
    empty.hidden = list.childElementCount > 0;
  } catch (error) {
    problem.textContent = error.message;
  }
}

function draw(letter) {
  const line = template.content.firstElementChild.cloneNode(true);
  const part = (name) => line.querySelector(`.${name}`);
  line.dataset.id = letter.id;
  line.classList.add(letter.shelf);
  part("what").textContent = `${KINDS[letter.kind] ?? letter.kind} · ${letter.shelf === "unknown" ? "outcome unknown" : "dead"}`;
  part("where").textContent = whereabouts(letter.lane.conversation);
  part("reason").textContent = letter.reason;
  part("text").textContent = words(letter);
  part("errors").replaceChildren(...letter.attempts.map(({ node, life, error }) => {
    const attempt = document.createElement("li");
    attempt.textContent = `${node}, life ${life}: ${error}`;
    return attempt;
  }));
  line.querySelector("details").hidden = letter.attempts.length === 0;
  date(line.querySelector("time"), letter.at, { exactly: true });
  const choices = letter.choices.map((choice) => button(line, letter, choice));
  part("choices").append(...choices.flatMap((choice) => [choice, " "]));
  return line;
}

/** What was said, or was to be said. */
function words({ event, message }) {
  const said = event?.kind?.message_added?.content ?? event?.kind?.content ?? message?.content;
  return said?.text ?? "";
}

function button(line, { id }, choice) {
  const [words, title] = CHOICES[choice] ?? [choice, ""];
  const made = document.createElement("button");
  made.type = "button";
  made.dataset.choice = choice;
  made.textContent = words;
  made.title = title;
  made.addEventListener("click", async () => {
    for (const other of line.querySelectorAll("button")) other.disabled = true;
    try {
      await call("POST", `api/dead/${encodeURIComponent(id)}`, { decision: choice });
      problem.textContent = "";
    } catch (error) {
      problem.textContent = error.message;
    }
    await load();
    // A keyboard is somewhere still: on what is next to decide, or on the way out.
    (list.querySelector("button") ?? dialog.querySelector("header button")).focus();
    refresh().catch(() => {});
  });
  return made;
}
