// Small helpers: building elements without markup strings, icons, dates as Vietnamese readers expect them.

/** @param {string} id @returns {HTMLElement} the element, which must exist */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`missing element #${id}`);
  return found;
}

/** Builds an element. `attrs` are attributes; `on…` keys holding functions become listeners; null and false are left out. */
export function el(tag, attrs = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** An icon of the page's own sprite. */
export function icon(name) {
  const node = byId("icon").content.firstElementChild.cloneNode(true);
  node.firstElementChild.setAttribute("href", `#i-${name}`);
  return node;
}

/** Search key: lower case, no diacritics, đ as d. */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").trim();
}

/** Two letters for an avatar: of the family name and the given name. */
export function initials(name) {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return picked.map((word) => word[0].toUpperCase()).join("") || "?";
}

const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
const SHORT_WEEKDAYS = ["CN", "T2", "T3", "T4", "T5", "T6", "T7"];
const HANOI = 7 * 3600 * 1000;
const DAY = 24 * 3600 * 1000;

const two = (number) => String(number).padStart(2, "0");

/** The Hanoi wall clock of an ISO time, whatever the browser's own zone. Read it with the getUTC… methods. */
function wall(iso) {
  return new Date(Date.parse(iso) + HANOI);
}

/** "08:00" */
export function timeOf(iso) {
  const at = wall(iso);
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** "thứ Năm, 12/10/2023" */
export function dayOf(iso) {
  const at = wall(iso);
  return `${WEEKDAYS[at.getUTCDay()]}, ${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
}

/** "thứ Năm, 12/10/2023, 08:00" */
export function longTime(iso) {
  return `${dayOf(iso)}, ${timeOf(iso)}`;
}

/** "T5 12/10, 08:00" */
export function shortTime(iso) {
  const at = wall(iso);
  return `${SHORT_WEEKDAYS[at.getUTCDay()]} ${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}, ${timeOf(iso)}`;
}

/** How far a moment is from now, in calendar days: "hôm nay", "ngày mai", "sau 4 ngày". */
export function distance(nowIso, iso) {
  const days = Math.floor(wall(iso) / DAY) - Math.floor(wall(nowIso) / DAY);
  if (days <= 0) return "hôm nay";
  return days === 1 ? "ngày mai" : `sau ${days} ngày`;
}

let toastTimer = 0;

/** Says one short sentence at the foot of the page for a few seconds. */
export function toast(text) {
  const node = byId("toast");
  node.textContent = text;
  node.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => (node.hidden = true), 4000);
}

/** JSON kept for this tab. */
export const memory = {
  read(name, fallback) {
    try {
      return JSON.parse(sessionStorage.getItem(`baocao.${name}`)) ?? fallback;
    } catch (error) {
      console.warn("session storage cannot be read", error);
      return fallback;
    }
  },
  write(name, value) {
    try {
      sessionStorage.setItem(`baocao.${name}`, JSON.stringify(value));
    } catch (error) {
      console.warn("session storage cannot be written", error);
    }
  },
};
