// Keeps the newest line of a list in sight, unless somebody is reading further up.

const NEAR = 48;

export class Tail {
  #box;
  #button;
  #following = true;
  #at = 0;
  #due = false;
  #element;

  constructor(box, button) {
    this.#box = box;
    this.#button = button;
    box.style.overflowAnchor = "none";
    box.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    button.addEventListener("click", () => {
      this.restart();
      box.focus();
    });
    new ResizeObserver(() => this.#later()).observe(box);
  }

  /** Something was added: at the end, or further up as `element`. */
  grown(element) {
    this.#element = element;
    if (this.#following) this.#later();
    else this.#button.hidden = false;
  }

  /** A message that is there says more now. */
  changed(element) {
    if (!this.#following) return;
    // What grows inside a thread is followed where it is, anything else only at the end.
    this.#element = element.parentElement.closest(".replies") ? element : undefined;
    this.#later();
  }

  /** Goes to the end, whatever somebody was reading. */
  restart() {
    this.#element = undefined;
    this.#following = true;
    this.#later();
  }

  /** Whoever scrolls up wants to read; whoever comes back to the end wants what is new. */
  #scrolled() {
    const box = this.#box;
    const up = box.scrollTop < this.#at;
    this.#at = box.scrollTop;
    if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR) this.#following = true;
    else if (up) this.#following = false;
    // What a browser does to keep a reader's place would be taken for scrolling up.
    box.style.overflowAnchor = this.#following ? "none" : "auto";
    if (this.#following) this.#button.hidden = true;
  }

  #later() {
    if (this.#due) return;
    this.#due = true;
    requestAnimationFrame(() => {
      this.#due = false;
      if (this.#following) this.#settle();
    });
  }

  #settle() {
    const box = this.#box;
    if (this.#element) this.#reveal(this.#element);
    else box.scrollTop = box.scrollHeight;
    this.#at = box.scrollTop;
    this.#button.hidden = true;
  }

  /** A reply inside a thread may be far from the end: moves no further than it must. */
  #reveal(element) {
    const [inner, outer] = [element.getBoundingClientRect(), this.#box.getBoundingClientRect()];
    if (inner.bottom > outer.bottom) this.#box.scrollTop += inner.bottom - outer.bottom + 8;
    else if (inner.top < outer.top) this.#box.scrollTop -= outer.top - inner.top + 8;
  }
}
