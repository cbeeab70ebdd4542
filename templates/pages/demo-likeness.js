// What this phone is like: the switch of three, what such a phone shows, and Telegram's menu of commands.

import { byId, el, shortTime } from "./demo-dom.js";

export const TELEGRAM = "telegram";
const NOTES = {
  telegram: "Nút dưới tin, sửa tại chỗ, tệp đến riêng; lệnh ở nút «/».",
  oa: "Nhiều nhất năm nút, không sửa tin; quá 48 giờ: tin theo mẫu.",
  text: "Không có nút: chọn bằng chữ cái, tệp đến bằng liên kết.",
};
const LONGEST = { telegram: 4096, oa: 2000, text: 2000 }; // characters a person can type

/** What a phone like an Official Account can be sent at this moment; empty for others. */
function status(person) {
  if (person.likeness !== "oa" || person.free_until === undefined) return "";
  if (person.call) return "Có tin không gửi đến được máy này: văn phòng phải gọi điện.";
  if (!person.free_until) return "Quá 48 giờ chưa nhắn lại: chỉ tin theo mẫu đến được.";
  return `Nhận được tin thường đến ${shortTime(person.free_until)}.`;
}

export class Likeness {
  /** `actions`: choose(likeness), command(text). */
  constructor(actions) {
    this.actions = actions;
    this.radios = [...document.querySelectorAll("input[name=likeness]")];
    this.toggle = byId("commands-toggle");
    this.list = byId("commands");
    for (const radio of this.radios) radio.addEventListener("change", () => actions.choose(radio.value));
    this.toggle.addEventListener("click", () => this.#open(this.list.hidden));
    this.list.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("click", (event) => {
      if (!this.list.contains(event.target) && !this.toggle.contains(event.target)) this.#open(false);
    });
  }

  /** Shows a person's phone for what it is. */
  show(person) {
    for (const radio of this.radios) {
      radio.disabled = false;
      radio.checked = radio.value === person.likeness;
    }
    byId("phone").dataset.likeness = person.likeness;
    byId("likeness-note").textContent = NOTES[person.likeness] ?? "";
    const line = byId("phone-status");
    const said = status(person);
    if (line.textContent !== said) line.textContent = said; // read out only when it changes
    line.hidden = !said;
    line.classList.toggle("alert", Boolean(person.call));
    byId("input").maxLength = LONGEST[person.likeness] ?? LONGEST.text;
    this.#commands(person);
  }

  #commands(person) {
    const commands = person.commands ?? [];
    const key = JSON.stringify(commands);
    if (this.list.dataset.key === key) return;
    this.list.dataset.key = key;
    this.toggle.hidden = !commands.length;
    this.#open(false);
    this.list.replaceChildren(...commands.map((command) => el("li", {}, this.#command(command))));
  }

  #command({ name, text }) {
    const send = () => {
      this.#open(false);
      this.actions.command(`/${name}`);
    };
    return el(
      "button",
      { type: "button", class: "command", "data-testid": `command-${name}`, onclick: send },
      el("b", {}, `/${name}`),
      el("span", {}, text),
    );
  }

  #open(open) {
    this.list.hidden = !open;
    this.toggle.setAttribute("aria-expanded", String(open));
    if (open) this.list.querySelector("button")?.focus();
  }

  #key(event) {
    const stops = [...this.list.querySelectorAll("button")];
    const index = stops.indexOf(document.activeElement);
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (event.key === "Escape") {
      event.stopPropagation();
      this.#open(false);
      this.toggle.focus();
    } else if (target !== undefined && index >= 0) {
      event.preventDefault();
      stops[Math.max(0, Math.min(target, stops.length - 1))].focus();
    }
  }
}
