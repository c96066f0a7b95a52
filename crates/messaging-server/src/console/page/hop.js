// One step of a message through the gateway, as a line of the timeline.

import { date, span } from "./moment.js";
import { whereabouts } from "./place.js";

const template = document.getElementById("hop");
/** The longest bar stands for ten seconds; bars grow with the logarithm. */
const LONGEST = 10_000;

const STAGES = {
  webhook: { arrow: "→", name: "webhook", title: "A platform told us something" },
  socket: { arrow: "→", name: "socket", title: "A platform told us something over a connection of ours" },
  turn: { arrow: "⚙", name: "turn", title: "The agent was asked" },
  send: { arrow: "←", name: "send", title: "A reply was sent" },
  decision: { arrow: "✓", name: "decision", title: "A person decided about something that waited" },
  replay: { arrow: "↻", name: "replay", title: "What came in once was put to the gateway again" },
  look: { arrow: "?", name: "look", title: "A send of unknown outcome was looked up" },
};

/** Whether something went wrong, at least for now. */
export function isTrouble({ stage, outcome }) {
  if (stage === "webhook") return !/^2\d\d\b/.test(outcome) || /\b(failed|undelivered)\b/.test(outcome);
  if (stage === "socket") return !/^(2\d\d|open|left|renew)\b/.test(outcome);
  return /^(failed|dead|rejected|again|unknown|held)\b/.test(outcome);
}

/** Everything that can be searched for. */
export function words(hop) {
  const all = [hop.stage, hop.account, hop.conversation, whereabouts(hop.conversation), hop.outcome, hop.id];
  return all.join(" ").toLowerCase();
}

/** Draws the line. */
export function draw(hop) {
  const item = template.content.firstElementChild.cloneNode(true);
  const stage = STAGES[hop.stage] ?? { arrow: "·", name: hop.stage, title: "" };
  const trouble = isTrouble(hop);
  const part = (name) => item.querySelector(`.${name}`);
  item.dataset.stage = hop.stage;
  item.classList.toggle("trouble", trouble);
  date(item.querySelector("time"), hop.at, { exactly: true });
  part("arrow").textContent = stage.arrow;
  part("name").textContent = stage.name;
  part("stage").title = stage.title;
  part("account").textContent = hop.account || "–";
  part("where").textContent = whereabouts(hop.conversation) || "–";
  part("where").title = hop.conversation ?? "";
  part("outcome").textContent = (trouble ? "! " : "") + hop.outcome;
  part("outcome").title = hop.outcome;
  part("ms").textContent = span(hop.ms);
  const bar = Math.log10(1 + hop.ms) / Math.log10(1 + LONGEST);
  part("track").style.setProperty("--part", String(Math.min(1, Math.max(0.02, bar))));
  return item;
}

/** Everything that is known of it, for a line that is open. */
export function details(hop, { onOnly, onRead }) {
  const list = document.createElement("dl");
  const moment = new Date(hop.at);
  const rows = [
    ["What", STAGES[hop.stage]?.title ?? hop.stage],
    ["Conversation", hop.conversation ?? "none: it was refused before it was read"],
    ["Id", hop.id || "none"],
    ["Outcome", hop.outcome],
    ["Took", `${hop.ms} ms`],
    ["Ended", Number.isNaN(moment.getTime()) ? String(hop.at) : moment.toISOString()],
  ];
  for (const [name, value] of rows) {
    const row = document.createElement("div");
    const [term, text] = ["dt", "dd"].map((tag) => row.appendChild(document.createElement(tag)));
    [term.textContent, text.textContent] = [name, value];
    list.append(row);
  }
  const box = document.createElement("div");
  box.className = "details";
  box.append(list);
  if (hop.conversation) {
    for (const [words, act] of [["Read this conversation", onRead], ["Only this conversation", onOnly]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      button.addEventListener("click", () => act(hop.conversation));
      box.append(button, " ");
    }
  }
  return box;
}
