// The list of bubbles: keeps the page in step with a Thread, changing only what changed, and keeps the scroll where it belongs.

import { bubble, pendingBubble, typing } from "./demo-bubble.js";
import { byId, dayOf, el } from "./demo-dom.js";

const NEAR_END = 24; // px from the end that still count as being at the end: less than a row of buttons
const MARGIN = 10; // px left above a long message

export class Log {
  #rows = new Map(); // key → {sig, node}
  #stuck = true;
  #likeness = "telegram";
  #size = ""; // the box's size when it was last looked at

  constructor(actions) {
    this.box = byId("messages");
    this.toEnd = byId("to-end");
    this.actions = { ...actions, settle: () => this.#stuck && this.scrollToEnd() };
    this.box.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    this.toEnd.addEventListener("click", () => this.scrollToEnd());
    new ResizeObserver(() => {
      this.#size = this.#measure();
      if (this.#stuck) this.scrollToEnd();
    }).observe(this.box);
  }

  /** Shows a conversation from its end, as a phone of that likeness does. */
  show(thread, likeness) {
    this.#likeness = likeness;
    this.box.setAttribute("aria-live", "off"); // an old conversation is not read out
    this.#rows.clear();
    this.box.replaceChildren();
    this.#stuck = true;
    this.update(thread);
    requestAnimationFrame(() => this.box.setAttribute("aria-live", "polite"));
  }

  /** Brings the bubbles up to date. `mine` is set when the person has just sent something. */
  update(thread, { mine = false, spoke = false } = {}) {
    const follow = this.#stuck || mine;
    const { lostFocus, heard } = this.#reconcile(this.#entries(thread));
    this.box.setAttribute("aria-busy", String(!thread.loaded));
    if (follow && spoke && heard) this.#scrollToStart(heard);
    else if (follow) this.scrollToEnd();
    else if (spoke) this.#offerEnd("Tin mới");
    return lostFocus;
  }

  /** Shows what the bot has just said from its first line, also where it is longer than the box. */
  #scrollToStart(node) {
    this.scrollToEnd();
    const above = this.box.getBoundingClientRect().top + MARGIN - node.getBoundingClientRect().top;
    if (above <= 0) return;
    this.box.scrollTop -= above;
    this.#stuck = false;
    this.#offerEnd("Xem tiếp");
  }

  #offerEnd(words) {
    this.toEnd.lastElementChild.textContent = words;
    this.toEnd.hidden = false;
  }

  #measure() {
    return `${this.box.clientWidth}×${this.box.clientHeight}`;
  }

  scrollToEnd() {
    this.box.scrollTop = this.box.scrollHeight;
    this.#stuck = true;
    this.toEnd.hidden = true;
  }

  #onScroll() {
    if (this.#measure() !== this.#size) return; // the window changed its shape, nobody scrolled
    this.#stuck = this.box.scrollHeight - this.box.scrollTop - this.box.clientHeight < NEAR_END;
    if (this.#stuck) this.toEnd.hidden = true;
  }

  /** What should be on the page, in order: {key, sig, make}. */
  #entries(thread) {
    const entries = [];
    let day = "";
    let from = "";
    const dayLine = (at) => {
      const next = dayOf(at);
      if (next === day) return;
      day = next;
      from = "";
      entries.push({ key: `d${next}`, sig: "", make: () => el("div", { class: "day", role: "separator", "data-testid": "day" }, el("span", {}, next)) });
    };
    for (const message of thread.ordered()) {
      if (message.tap) continue; // no messenger shows a tapped button as a message
      dayLine(message.at);
      const id = String(message.id);
      const state = { likeness: this.#likeness, first: from !== message.from, edit: thread.edits.get(id), tapped: thread.taps.get(id) };
      from = message.from;
      const sig = [message.seq, state.first, state.edit?.state, state.edit?.text, state.tapped].join("|");
      entries.push({ key: `m${id}`, sig, make: () => bubble(message, state, this.actions) });
    }
    for (const item of thread.pending) {
      const first = from !== "me";
      from = "me";
      entries.push({ key: item.key, sig: `${item.state}|${first}`, make: () => pendingBubble(item, { first }, this.actions) });
    }
    if (thread.waitingUntil > performance.now()) entries.push({ key: "typing", sig: "", make: typing });
    return entries;
  }

  /** Makes the page's bubbles those of `entries`; says whether the focused one went, and the first new one of the bot's. */
  #reconcile(entries) {
    let lostFocus = false;
    let heard = null;
    const wanted = new Set(entries.map((entry) => entry.key));
    for (const [key, row] of this.#rows) {
      if (wanted.has(key)) continue;
      lostFocus ||= row.node.contains(document.activeElement);
      row.node.remove();
      this.#rows.delete(key);
    }
    let place = this.box.firstElementChild;
    for (const entry of entries) {
      const row = this.#rows.get(entry.key);
      if (!row) {
        const node = entry.make();
        this.#rows.set(entry.key, { sig: entry.sig, node });
        this.box.insertBefore(node, place);
        if (node.dataset.from === "bot") heard ??= node;
        continue;
      }
      if (row.sig !== entry.sig) {
        const node = entry.make();
        lostFocus ||= row.node.contains(document.activeElement);
        if (place === row.node) place = node;
        row.node.replaceWith(node);
        row.node = node;
        row.sig = entry.sig;
      }
      if (place === row.node) place = place.nextElementSibling;
      else this.box.insertBefore(row.node, place);
    }
    return { lostFocus, heard };
  }
}
