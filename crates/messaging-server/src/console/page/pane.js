// What every channel looks like: a heading, its choices, the messages, and where to write.

import { Composer } from "./composer.js";
import { Log } from "./log.js";

const template = document.getElementById("pane");
const SVG = "http://www.w3.org/2000/svg";

/** Shapes of 24 by 24, drawn in the colour of the text. */
const SHAPES = {
  phone: "M8 2h8a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zM10.500 18.500h3",
  slack: "M9.500 3 7.500 21M16.500 3l-2 18M4 8.500h17M3 15.500h17",
  web: "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM7 9h10M7 12.500h6",
};

export class Pane {
  #root;

  /** `send(text)` as for a composer; `onReply` only where there are threads; `onLeave` when Esc leaves one; `uses` as for a log. */
  constructor({ kind, shape, title, number, send, onReply, onLeave, uses }) {
    const root = template.content.firstElementChild.cloneNode(true);
    const heading = root.querySelector("h2");
    heading.textContent = title;
    heading.id = `pane-${number}`;
    root.setAttribute("aria-labelledby", heading.id);
    root.dataset.kind = kind;
    root.querySelector(".icon").append(icon(SHAPES[shape]));
    root.querySelector(".jump").textContent = `Alt ${number}`;
    this.#root = root;
    this.aside = root.querySelector(".aside");
    this.controls = root.querySelector(".controls");
    this.composer = new Composer(root.querySelector("form"), {
      label: `Message on ${title}`, keys: `Alt+${number}`, send,
    });
    const box = root.querySelector(".log");
    box.setAttribute("aria-label", `Messages on ${title}`);
    this.log = new Log(box, root.querySelector(".newest"), {
      onReply, onAction: (text) => this.composer.write(text), ...uses,
    });
    root.querySelector(".thread button").addEventListener("click", onLeave);
    root.addEventListener("keydown", (event) => this.#escape(event, onLeave));
    document.getElementById("panes").append(root);
  }

  /** The colours to wear. */
  set kind(kind) {
    this.#root.dataset.kind = kind;
  }

  /** A word about how to be heard here. */
  set hint(words) {
    this.#root.querySelector(".hint").textContent = words;
  }

  /** The thread that is written in: the words it began with; none if null. */
  set thread(words) {
    const line = this.#root.querySelector(".thread");
    line.hidden = words === null;
    line.querySelector("span").textContent = words === null ? "" : `In the thread of “${words}”`;
  }

  /** How the stream of this pane is: `open`, `waiting` or `absent`. */
  set state(state) {
    this.#root.dataset.state = state;
    this.composer.disabled = state === "absent";
  }

  #escape(event, onLeave) {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (!this.#root.querySelector(".thread").hidden) onLeave();
    else if (event.target.matches("textarea, input, select")) this.#root.querySelector(".log").focus();
    else document.getElementById("timeline").focus();
  }
}

/** A choice with a label that is read, not shown. */
export function choose(label, options, onChange) {
  const select = document.createElement("select");
  select.setAttribute("aria-label", label);
  offer(select, options);
  select.addEventListener("change", () => onChange(select.value));
  return select;
}

/** Replaces what can be chosen; what was chosen stays, if it can. */
export function offer(select, options) {
  const before = select.value;
  select.replaceChildren(...options.map(([value, words]) => new Option(words, value)));
  if (options.some(([value]) => value === before)) select.value = before;
}

function icon(shape) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", shape);
  svg.append(path);
  return svg;
}
