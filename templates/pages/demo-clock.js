// The clock above the phone: what time it is there, what comes next, and the buttons that alone make time move.

import { byId, distance, el, longTime, memory, shortTime, toast } from "./demo-dom.js";

const KIND_NAMES = { open: "Mở", remind: "Nhắc", due: "Hạn", overdue: "Quá hạn", review: "Rà soát", lock: "Khóa" };
const REST = "Thời gian mô phỏng";

export class ClockPanel {
  /** `move` posts a step and returns the clock; `onMoved` hears the kind jumped to, if any. */
  constructor(move, onMoved) {
    this.move = move;
    this.onMoved = onMoved;
    this.clock = null;
    this.busy = false;
    this.drawn = "";
    this.panel = byId("clock");
    this.buttons = [...this.panel.querySelectorAll("[data-advance], [data-jump]")];
    for (const button of this.buttons) button.addEventListener("click", () => this.#press(button));
    const toggle = byId("next-toggle");
    toggle.addEventListener("click", () => {
      const open = toggle.getAttribute("aria-expanded") !== "true";
      toggle.setAttribute("aria-expanded", String(open));
      byId("next").classList.toggle("open", open);
    });
  }

  /** The next moment of a kind, or undefined. */
  upcoming(kind) {
    const now = Date.parse(this.clock?.now ?? "");
    return this.clock?.next.find((item) => item.kind === kind && Date.parse(item.at) > now);
  }

  /** Shows a clock answer; false when it has gone backwards (the server began anew). */
  show(clock) {
    const forwards = Date.parse(clock.now) >= Date.parse(memory.read("now", clock.now));
    memory.write("now", clock.now);
    this.clock = { now: clock.now, next: [...clock.next].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)) };
    this.#draw();
    return forwards;
  }

  async #press(button) {
    if (this.busy || !this.clock) return;
    const kind = button.dataset.jump;
    const target = kind ? this.upcoming(kind) : null;
    if (kind && !target) return;
    await this.go(target ? { to: target.at } : { advance: button.dataset.advance }, target ?? null);
  }

  /** Moves time and waits until all that falls due on the way is done. */
  async go(step, target = null) {
    if (this.busy) return;
    this.busy = true;
    byId("clock-note").textContent = target ? `Đang chạy đến ${shortTime(target.at)}…` : "Đang chạy đồng hồ…";
    this.#draw();
    try {
      this.show(await this.move(step));
      this.onMoved(target?.kind ?? null);
    } catch (error) {
      console.warn("the clock did not move", error);
      toast("Đồng hồ chưa chạy được. Thử bấm lại.");
    } finally {
      this.busy = false;
      byId("clock-note").textContent = REST;
      this.#draw();
    }
  }

  #draw() {
    const state = JSON.stringify([this.clock, this.busy]);
    if (state === this.drawn) return;
    this.drawn = state;
    this.panel.setAttribute("aria-busy", String(this.busy));
    if (this.clock) {
      const face = byId("clock-now");
      const text = longTime(this.clock.now);
      if (face.textContent !== text) {
        face.textContent = text;
        face.setAttribute("datetime", this.clock.now);
        face.classList.remove("moved");
        requestAnimationFrame(() => face.classList.add("moved"));
      }
    }
    for (const button of this.buttons) this.#drawButton(button);
    this.#drawNext();
  }

  #drawButton(button) {
    const kind = button.dataset.jump;
    const target = kind ? this.upcoming(kind) : null;
    button.disabled = this.busy || !this.clock || (kind && !target);
    if (!kind) return;
    button.querySelector("small").textContent = target ? shortTime(target.at) : "chưa có";
    button.title = target ? `${target.what} – ${longTime(target.at)}` : "Không có mốc nào như vậy sắp tới";
  }

  #drawNext() {
    const items = this.clock?.next ?? [];
    const rows = items.map((item) =>
      el(
        "li",
        { class: `next-item kind-${item.kind}`, "data-testid": "next-item", "data-kind": item.kind, "data-at": item.at },
        el("span", { class: "next-dot", "aria-hidden": "true" }),
        el(
          "div",
          { class: "next-text" },
          el("span", { class: "next-what" }, item.what),
          el("span", { class: "next-at" }, el("time", { datetime: item.at }, shortTime(item.at)), ` · ${distance(this.clock.now, item.at)}`),
        ),
        el(
          "button",
          {
            type: "button",
            class: "go",
            "data-testid": "next-go",
            "aria-label": `Đến lúc: ${item.what || KIND_NAMES[item.kind]}, ${shortTime(item.at)}`,
            disabled: this.busy,
            onclick: () => this.go({ to: item.at }, item),
          },
          "Đến",
        ),
      ),
    );
    byId("next-list").replaceChildren(...(rows.length ? rows : [el("li", { class: "quiet" }, "Chưa có việc gì sắp tới.")]));
  }
}
