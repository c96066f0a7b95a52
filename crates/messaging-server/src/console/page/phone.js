// A phone: a person's number, which writes SMS or WhatsApp messages to a number of ours.

import { call, side } from "./call.js";
import { fate } from "./fate.js";
import { choose, offer, Pane } from "./pane.js";

const E164 = /^\+[1-9]\d{1,14}$/;
const VENDOR = "Twilio";
/** Twilio tries again only where there was no connection at all. */
const RETRIES = "Twilio does not try again.";

export class Phone {
  #pane;
  #screens;
  #channel;
  #person;
  #ours = "+15550100001";
  #to;

  constructor({ title, number, channel, person, screens }) {
    this.#channel = channel;
    this.#person = person;
    this.#screens = screens;
    this.#pane = new Pane({ kind: channel, shape: "phone", title, number, send: (text) => this.#send(text) });
    this.#controls(title);
    screens.addEventListener("shown", ({ detail }) => { if (detail.place === this.#place()) this.#pane.log.add(entry(detail)); });
    screens.addEventListener("cleared", () => this.#fill());
    screens.addEventListener("state", ({ detail }) => this.#state(detail));
    this.#fill();
  }

  get composer() {
    return this.#pane.composer;
  }

  /** The account's numbers. */
  set numbers(numbers) {
    if (numbers.length === 0) return;
    offer(this.#to, numbers.map((number) => [number, `to ${number}`]));
    this.#to.disabled = numbers.length === 1;
    if (this.#to.value === this.#ours) return;
    this.#ours = this.#to.value;
    this.#fill();
  }

  #controls(title) {
    const channel = choose(`Channel of ${title}`, [["sms", "SMS"], ["whatsapp", "WhatsApp"]], (value) => {
      this.#channel = value;
      this.#pane.kind = value;
      this.#fill();
    });
    channel.value = this.#channel;
    const person = document.createElement("input");
    person.type = "tel";
    person.value = this.#person;
    person.spellcheck = false;
    person.title = "The person's number: any number is a phone";
    person.setAttribute("aria-label", `Number of ${title}`);
    person.addEventListener("change", () => this.#call(person));
    this.#to = choose(`Number that ${title} writes to`, [[this.#ours, `to ${this.#ours}`]], (value) => {
      this.#ours = value;
      this.#fill();
    });
    this.#to.disabled = true;
    this.#pane.controls.append(channel, person);
    this.#pane.aside.append(this.#to);
  }

  #call(field) {
    const number = field.value.replace(/[\s().-]/g, "");
    const fits = E164.test(number);
    field.setAttribute("aria-invalid", String(!fits));
    this.composer.complain(fits ? "" : "Write the number in full, like +15550100002.");
    if (!fits) return;
    field.value = number;
    this.#person = number;
    this.#fill();
  }

  #state(state) {
    this.#pane.state = state;
    if (state === "absent") this.#pane.hint = "There is no Twilio emulator here: this gateway calls the real one.";
  }

  #address(number) {
    return this.#channel === "whatsapp" ? `whatsapp:${number}` : number;
  }

  #place() {
    return `${this.#address(this.#person)},${this.#address(this.#ours)}`;
  }

  #fill() {
    const words = this.#channel === "whatsapp" ? "WhatsApp message" : "text message";
    this.composer.prompt(this.#channel === "whatsapp" ? "WhatsApp message" : "Text message");
    const empty = `No ${words} yet between ${this.#person} and ${this.#ours}.`;
    this.#pane.log.fill(this.#screens.on(this.#place()).map(entry), empty);
  }

  async #send(text) {
    this.#pane.log.restart();
    const message = { from: this.#person, to: this.#ours, text, channel: this.#channel };
    const answer = await call("POST", side("twilio", "people/messages?wait=1"), message);
    const became = fate(answer.delivery, VENDOR, RETRIES);
    this.#pane.log.mark(answer.id, became);
    if (!became.ok) this.composer.complain(became.title);
  }
}

function entry(shown) {
  return { id: shown.id, text: shown.text, at: shown.at, fromApp: shown.from_app, own: !shown.from_app };
}
