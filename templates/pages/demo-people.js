// The people on the left: grouped by role, searched, with a mark on those who have something new.

import { byId, el, fold, initials, memory } from "./demo-dom.js";

export const ROLES = [
  ["chair", "Chủ tịch CĐCS", "Chủ tịch"],
  ["deputy", "Phó chủ tịch", "Phó chủ tịch"],
  ["superior", "Công đoàn cấp trên", "Cấp trên"],
  ["office", "Văn phòng", "Văn phòng"],
  ["leader", "Lãnh đạo", "Lãnh đạo"],
  ["admin", "Quản trị", "Quản trị"],
  ["guest", "Khách", "Khách"],
]; // role, its heading in the list, its short name on the phone
const CHANNELS = { telegram: "Telegram", zalo_oa: "Zalo OA", zalo_bot: "Zalo", zalo: "Zalo", simulator: "" };
const SHORT_GROUP = 6;

/** "Chủ tịch · CĐCS Trường …": what somebody is, in one line. */
export function describe(person, { role = true } = {}) {
  const label = role ? (ROLES.find(([name]) => name === person.role)?.[2] ?? person.role) : "";
  const channel = CHANNELS[person.channel] ?? person.channel ?? "";
  return [label, person.unit, channel].filter(Boolean).join(" · ");
}

export class PeoplePanel {
  constructor(unread, onChoose) {
    this.unread = unread;
    this.onChoose = onChoose;
    this.people = [];
    this.current = null;
    this.open = new Set(memory.read("groups", []));
    this.onlyNew = false;
    this.structure = "";
    this.list = byId("people-list");
    this.search = byId("people-search");
    this.search.addEventListener("input", () => this.render());
    this.search.addEventListener("keydown", (event) => this.#searchKey(event));
    this.list.addEventListener("keydown", (event) => this.#listKey(event));
    byId("filter-unread").addEventListener("click", () => {
      this.onlyNew = !this.onlyNew;
      this.render();
    });
  }

  setPeople(people) {
    this.people = people;
    this.structure = "";
    for (const person of people) {
      person.key = fold([person.name, describe(person), person.code ?? ""].join(" "));
    }
    this.render();
  }

  /** Marks who is being spoken as; a search that found them has done its work. */
  setCurrent(id) {
    this.current = id;
    this.search.value = "";
    this.render();
    this.list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  render() {
    const words = fold(this.search.value).split(/\s+/).filter(Boolean);
    const news = this.people.filter((person) => this.unread.has(person.id)).length;
    if (!news) this.onlyNew = false;
    const wanted = (person) => !this.onlyNew || this.unread.has(person.id) || person.id === this.current;
    const shown = this.people.filter((person) => wanted(person) && words.every((word) => person.key.includes(word)));
    this.#filterButton(news);
    const groups = [...ROLES, ...this.#otherRoles()]
      .map(([role, title]) => this.#plan(role, title, shown, words.length > 0 || this.onlyNew))
      .filter((group) => group.members.length);
    const structure = JSON.stringify(groups);
    if (structure !== this.structure) this.#rebuild(groups);
    this.structure = structure;
    this.#patch();
  }

  /** What a group shows: all of it, or its first few and a button for the rest. */
  #plan(role, title, shown, whole) {
    const members = shown.filter((person) => person.role === role);
    const long = members.length > SHORT_GROUP + 1 && !whole;
    const all = !long || this.open.has(role);
    const visible = all ? members : members.filter((person, index) => index < SHORT_GROUP || person.id === this.current);
    return { role, title, members, visible, long, all };
  }

  #rebuild(groups) {
    const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
    this.list.replaceChildren(...(groups.length ? groups.map((group) => this.#group(group)) : [this.#nobody()]));
    this.list.setAttribute("aria-busy", "false");
    this.#roving(focused);
  }

  /** Brings marks up to date without replacing anything a finger may be on. */
  #patch() {
    for (const row of this.list.querySelectorAll(".person")) {
      const isNew = this.unread.has(row.dataset.personId);
      row.dataset.unread = String(isNew);
      row.querySelector(".badge").hidden = !isNew;
      if (row.dataset.personId === this.current) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
    for (const mark of this.list.querySelectorAll(".group-news")) {
      const count = this.people.filter((person) => person.role === mark.dataset.role && this.unread.has(person.id)).length;
      mark.hidden = !count;
      mark.textContent = `${count} mới`;
    }
  }

  #otherRoles() {
    const known = new Set(ROLES.map(([role]) => role));
    return [...new Set(this.people.map((person) => person.role))].filter((role) => !known.has(role)).map((role) => [role, role]);
  }

  #nobody() {
    return el("p", { class: "quiet", "data-testid": "people-none" }, this.people.length ? "Không tìm thấy ai." : "Chưa có ai.");
  }

  #filterButton(count) {
    const button = byId("filter-unread");
    button.hidden = count === 0;
    button.setAttribute("aria-pressed", String(this.onlyNew));
    byId("filter-text").textContent = this.onlyNew ? "Xem tất cả mọi người" : `Chỉ xem ${count} người có tin mới`;
  }

  #group({ role, title, members, visible, long, all }) {
    const heading = el(
      "h3",
      { id: `group-${role}` },
      el("span", {}, title),
      el("span", { class: "group-count" }, String(members.length)),
      el("span", { class: "group-news", "data-role": role }),
    );
    const rows = visible.map((person) => el("li", {}, this.#row(person)));
    if (long) rows.push(el("li", {}, this.#more(role, members.length - visible.length, all)));
    return el("section", { class: "group", "data-testid": `group-${role}`, "aria-labelledby": `group-${role}` }, heading, el("ul", {}, ...rows));
  }

  #more(role, hidden, all) {
    const toggle = () => {
      if (this.open.has(role)) this.open.delete(role);
      else this.open.add(role);
      memory.write("groups", [...this.open]);
      this.render();
    };
    const text = all ? "Thu gọn" : `Xem thêm ${hidden} người`;
    return el(
      "button",
      {
        type: "button",
        class: "more",
        "data-testid": `group-more-${role}`,
        "data-focus": `more-${role}`,
        "aria-expanded": String(all),
        onclick: toggle,
      },
      text,
    );
  }

  #row(person) {
    return el(
      "button",
      {
        type: "button",
        class: "person",
        "data-testid": `person-${person.id}`,
        "data-person-id": person.id,
        "data-focus": `person-${person.id}`,
        title: describe(person),
        onclick: () => this.onChoose(person.id),
      },
      el("span", { class: `avatar role-${person.role}`, "aria-hidden": "true" }, initials(person.name)),
      el(
        "span",
        { class: "person-text" },
        el("span", { class: "person-name" }, person.name),
        el("span", { class: "person-unit" }, describe(person, { role: false }).replace(/^(CĐCS|Công đoàn cơ sở) /, "") || "Chưa liên kết"),
      ),
      el("span", { class: "badge", "data-testid": `badge-${person.id}` }, "mới"),
    );
  }

  // --- keyboard: one stop for Tab, arrows inside ---

  #stops() {
    return [...this.list.querySelectorAll("button")];
  }

  #roving(focused) {
    const stops = this.#stops();
    const active =
      stops.find((stop) => stop.dataset.focus === focused) ??
      stops.find((stop) => stop.dataset.personId === String(this.current)) ??
      stops[0];
    for (const stop of stops) stop.tabIndex = stop === active ? 0 : -1;
    if (focused && active) active.focus({ preventScroll: true });
  }

  #listKey(event) {
    const stops = this.#stops();
    const index = stops.indexOf(document.activeElement);
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (target === undefined || index < 0) return;
    event.preventDefault();
    if (target < 0) {
      this.search.focus();
      return;
    }
    stops[index].tabIndex = -1;
    const next = stops[Math.min(target, stops.length - 1)];
    next.tabIndex = 0;
    next.focus();
  }

  #searchKey(event) {
    const first = this.list.querySelector(".person");
    if (event.key === "ArrowDown" && first) {
      event.preventDefault();
      first.focus();
    } else if (event.key === "Enter" && first && this.search.value.trim()) {
      event.preventDefault();
      first.click();
    } else if (event.key === "Escape" && this.search.value) {
      event.stopPropagation();
      event.preventDefault();
      this.search.value = "";
      this.render();
    }
  }
}
