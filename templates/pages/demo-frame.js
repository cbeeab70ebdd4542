// The page around the conversation: the phone's head, the drawer of people, the picture viewer, keys that work anywhere.

import { byId, initials, toast } from "./demo-dom.js";
import { describe } from "./demo-people.js";

const NARROW = matchMedia("(max-width: 799px)");

/** Shows whose phone this is. */
export function drawPhone(person) {
  const avatar = byId("phone-avatar");
  avatar.className = `avatar role-${person.role}`;
  avatar.textContent = initials(person.name);
  byId("phone-name").textContent = person.name;
  byId("phone-role").textContent = describe(person);
  byId("phone").dataset.personId = person.id;
  byId("guest-code").hidden = !person.code;
  byId("guest-code-text").textContent = person.code ?? "";
  byId("empty").hidden = true;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Đã sao chép mã mời.");
  } catch (error) {
    console.warn("clipboard refused", error);
    getSelection().selectAllChildren(byId("guest-code-text"));
    toast("Đã bôi đen mã, bấm Ctrl+C để sao chép.");
  }
}

/** Wires the frame. `actions`: focusSearch(), fill(text). */
export function bindFrame(actions) {
  const drawer = new Drawer();
  const viewer = byId("viewer");
  byId("guest-copy").addEventListener("click", () => copy(byId("guest-code-text").textContent));
  byId("guest-fill").addEventListener("click", () => actions.fill(byId("guest-code-text").textContent));
  byId("empty-open").addEventListener("click", () => drawer.open());
  byId("viewer-close").addEventListener("click", () => viewer.close());
  viewer.addEventListener("click", (event) => event.target === viewer && viewer.close());
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      drawer.open();
      actions.focusSearch();
    } else if (event.key === "Escape") drawer.close();
  });
  return {
    closeDrawer: () => drawer.close(),
    showEmpty(empty, title, text) {
      byId("empty").hidden = !empty;
      byId("empty-open").hidden = empty;
      byId("empty-title").textContent = title;
      byId("empty-text").textContent = text;
    },
    view(url, name) {
      byId("viewer-image").src = url;
      byId("viewer-image").alt = name;
      byId("viewer-download").href = url;
      byId("viewer-download").download = name;
      viewer.showModal();
    },
  };
}

/** The people list on a narrow screen. */
class Drawer {
  constructor() {
    this.people = byId("people");
    byId("people-toggle").addEventListener("click", () => this.open());
    byId("people-close").addEventListener("click", () => this.close());
    byId("backdrop").addEventListener("click", () => this.close());
    NARROW.addEventListener("change", () => this.close());
  }

  open() {
    if (!NARROW.matches) return;
    this.#set(true);
    (this.people.querySelector(".person[tabindex='0']") ?? byId("people-search")).focus();
  }

  close() {
    if (!this.people.classList.contains("open")) return;
    this.#set(false);
    byId("people-toggle").focus();
  }

  #set(open) {
    this.people.classList.toggle("open", open);
    byId("backdrop").hidden = !open;
    byId("main").inert = open;
    byId("people-toggle").setAttribute("aria-expanded", String(open));
  }
}
