// Something of Slack's that people use: a button, a menu, a field.

import { sure } from "./confirm.js";
import { Menu } from "./menu.js";

const FIELDS = {
  datepicker: "date", timepicker: "time", datetimepicker: "datetime-local", number_input: "number",
  email_text_input: "email", url_text_input: "url", plain_text_input: "text",
};
/** Letters before Slack asks the app what a menu offers. */
const LEAST = 3;

/**
 * Makes `{ root, target, values }` of an element: `held` is what is chosen in it already; `use.act(element, values)` is
 * told what people do, `use.suggest(element, typed)` and `use.people(kind)` promise what can be chosen.
 */
export function make(element, { held, label, use }) {
  const name = label ?? element.placeholder?.text ?? element.accessibility_label ?? words(element.action_id);
  const act = async (values) => {
    if (!element.confirm || await sure(element.confirm)) await use.act(element, values);
  };
  const made = shape(element, { name, held, use, act });
  made.target.dataset.key = `${element.block_id} ${element.action_id}`;
  return made;
}

function shape(element, given) {
  const { type } = element;
  if (type === "feedback_buttons") return feedback(element, given);
  if (type.endsWith("button")) return button(element, given);
  if (type === "radio_buttons" || type === "checkboxes") return options(element, given);
  if (type.endsWith("select") || type === "overflow") return menu(element, given);
  return field(element, given);
}

function button(element, { act }) {
  const root = press(element.text?.text ?? element.action_id, element.accessibility_label, () => {
    const url = URL.parse?.(element.url ?? "");
    if (url?.protocol === "https:" || url?.protocol === "http:") open(url.href, "_blank", "noopener,noreferrer");
    return act([]);
  });
  if (element.style) root.classList.add(element.style === "danger" ? "danger" : "primary");
  return { root, target: root, values: () => [] };
}

function feedback(element, { act }) {
  const root = document.createElement("span");
  root.className = "feedback";
  for (const name of ["positive_button", "negative_button"]) {
    const { text, accessibility_label: label } = element[name] ?? {};
    if (text) root.append(press(text.text, label, () => act([name])), " ");
  }
  return { root, target: root.querySelector("button") ?? root, values: () => [] };
}

function press(face, label, act) {
  const root = document.createElement("button");
  root.type = "button";
  root.textContent = face;
  if (label) root.setAttribute("aria-label", label);
  root.addEventListener("click", async () => {
    root.setAttribute("aria-busy", "true");
    await act();
    root.removeAttribute("aria-busy");
  });
  return root;
}

function menu(element, { name, held, use, act }) {
  const { type } = element;
  const external = type.endsWith("external_select");
  const made = new Menu({
    label: name,
    placeholder: element.placeholder?.text ?? (type === "overflow" ? "⋯ More" : name),
    chosen: held, several: type.startsWith("multi_"), forgets: type === "overflow", search: external,
    least: external ? element.min_query_length ?? LEAST : 0,
    groups: external ? (typed) => use.suggest(element, typed) : () => Promise.resolve(offered(element, use)),
    onChoose: act,
  });
  return { root: made.root, target: made.target, values: () => made.values };
}

function offered(element, use) {
  const pairs = (list) => (list ?? []).map(pair);
  if (element.option_groups) return element.option_groups.map(({ label, options: list }) => ({ label: label?.text, choices: pairs(list) }));
  if (element.options) return [{ choices: pairs(element.options) }];
  return [{ choices: use.people(element.type) }];
}

/** An option as value and words. */
export function pair({ value, text }) {
  return [value, text?.text ?? value];
}

function options(element, { name, held, act }) {
  const root = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.className = "sr";
  legend.textContent = name;
  root.append(legend);
  const several = element.type === "checkboxes";
  const chosen = new Map(held);
  const group = `${element.block_id} ${element.action_id}`;
  const boxes = (element.options ?? []).map((option) => {
    const box = document.createElement("input");
    box.type = several ? "checkbox" : "radio";
    box.name = group;
    [box.value, box.checked] = [option.value, chosen.has(option.value)];
    const line = document.createElement("label");
    line.className = "check";
    line.append(box, ` ${pair(option)[1]}`);
    root.append(line);
    return box;
  });
  const values = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  root.addEventListener("change", () => act(values()));
  return { root, target: boxes[0] ?? root, values };
}

function field(element, { name, held, act }) {
  const root = document.createElement(element.multiline ? "textarea" : "input");
  if (!element.multiline) root.type = FIELDS[element.type] ?? "text";
  else root.rows = 3;
  if (element.type === "number_input") root.step = element.is_decimal_allowed ? "any" : "1";
  root.setAttribute("aria-label", name);
  root.placeholder = element.placeholder?.text ?? "";
  if (element.max_length) root.maxLength = element.max_length;
  const moment = element.type === "datetimepicker";
  const first = held?.[0]?.[0] ?? "";
  root.value = moment && first ? local(first) : first;
  const values = () => {
    if (!root.value) return [];
    return [moment ? String(Math.floor(new Date(root.value).getTime() / 1000)) : root.value];
  };
  root.addEventListener("change", () => act(values()));
  return { root, target: root, values };
}

/** Seconds since 1970 as such a field wants them: the clock on the wall. */
function local(seconds) {
  const at = new Date(Number(seconds) * 1000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What an element holds, as `state.values` has it: `[[value, words]]`. */
export function holding(state, naming = (id) => id) {
  if (!state) return [];
  const one = state.selected_option;
  if (one) return [pair(one)];
  if (state.selected_options) return state.selected_options.map((option) => (typeof option === "string" ? [option, option] : pair(option)));
  for (const kind of ["user", "conversation", "channel"]) {
    const ids = state[`selected_${kind}s`] ?? [state[`selected_${kind}`]].filter(Boolean);
    if (ids.length > 0) return ids.map((id) => [id, naming(id)]);
  }
  const plain = state.value ?? state.selected_date ?? state.selected_time ?? state.selected_date_time;
  return plain === undefined || plain === null || plain === "" ? [] : [[String(plain), String(plain)]];
}

function words(id) {
  return String(id).replaceAll(/[_-]+/g, " ");
}
