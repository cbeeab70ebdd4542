// The first steps, ticked off as they are taken, and words that can be typed.

import { byId, el, memory } from "./demo-dom.js";

const REPORTING = ["xem", "sửa 1 5", "lùi", "bỏ qua", "tạm dừng", "?", "trợ giúp"];
const WORDS = {
  chair: REPORTING,
  deputy: REPORTING,
  superior: ["tiến độ", "tổng hợp", "nhắc", "trả lại", "trợ giúp"],
  office: ["việc", "tiến độ", "nhắc", "nhập hộ", "tổng hợp", "soạn báo cáo", "lời văn", "báo cáo", "trợ giúp"],
  leader: ["tiến độ", "tổng hợp", "tổng hợp tháng 9", "báo cáo", "trợ giúp"],
  admin: ["tiến độ", "trợ giúp"],
};

const STEPS = 4;

export class Help {
  constructor(onWord) {
    this.onWord = onWord;
    this.card = byId("help");
    this.done = new Set(memory.read("steps", []));
    byId("help-toggle").addEventListener("click", () => this.#set(this.card.hidden));
    byId("help-close").addEventListener("click", () => {
      this.#set(false);
      byId("help-toggle").focus();
    });
    this.#show(memory.read("help", true));
    this.#draw();
  }

  #set(open) {
    memory.write("help", open);
    this.#show(open);
  }

  #show(open) {
    this.card.hidden = !open;
    byId("help-toggle").setAttribute("aria-expanded", String(open));
  }

  /** On a small screen the card gives way to the phone once somebody was chosen. */
  makeRoom() {
    if (matchMedia("(max-width: 999px)").matches) this.#show(false);
  }

  /** Ticks a step: open, chair, reply or leader. */
  tick(step) {
    if (this.done.has(step)) return;
    this.done.add(step);
    memory.write("steps", [...this.done]);
    this.#draw();
    if (this.done.size === STEPS) setTimeout(() => this.#set(false), 5000); // it has done its work
  }

  #draw() {
    for (const line of this.card.querySelectorAll("[data-step]")) {
      line.classList.toggle("done", this.done.has(line.dataset.step));
    }
  }

  /** Offers words that fit a role; a tap writes them into the box. */
  words(role) {
    const words = WORDS[role] ?? ["trợ giúp"];
    byId("hints").hidden = false;
    byId("hint-words").replaceChildren(
      ...words.map((word) => el("button", { type: "button", class: "word", "data-testid": "hint-word", onclick: () => this.onWord(word) }, word)),
    );
  }
}
