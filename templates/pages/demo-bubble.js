// How one message looks: text, files, buttons, its time and state. Text from the server is only ever text.

import { el, icon, timeOf } from "./demo-dom.js";

const ADDRESS = /(https?:\/\/\S+)/;
const WHOLE = /(«[^«»\n]{1,24}»|[A-Z\d]{1,12}(?:-[A-Z\d]{1,6}){1,4})/; // words to type and receipt codes: not broken over two lines

/** The address of a file, if it lies on this very server; otherwise null. */
function safeUrl(url) {
  try {
    const parsed = new URL(url, location.href);
    return parsed.origin === location.origin && /^https?:$/.test(parsed.protocol) ? parsed.href : null;
  } catch {
    return null; // not an address at all
  }
}

const ending = (name) => (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? "").toLowerCase();
const KINDS = { pdf: "is-pdf", doc: "is-word", docx: "is-word", xls: "is-excel", xlsx: "is-excel", csv: "is-excel" };

/** A file; one of a kind that browsers show (PDF) opens in a new tab, any other is fetched. */
function fileCard(name, url) {
  const kind = ending(name);
  const shown = kind === "pdf";
  const body = [
    el("span", { class: `file-icon ${KINDS[kind] ?? ""}`, "aria-hidden": "true" }, kind ? kind.toUpperCase() : icon("file")),
    el("span", { class: "file-text" }, el("span", { class: "file-name" }, name), el("span", { class: "file-note" }, !url ? "Tệp" : shown ? "Bấm để xem" : "Bấm để tải về")),
  ];
  if (!url) return el("span", { class: "file", "data-testid": "file" }, ...body);
  const how = shown ? { target: "_blank", rel: "noopener" } : { download: name };
  return el("a", { class: "file", href: url, ...how, "data-testid": "file" }, ...body, icon(shown ? "view" : "download"));
}

function image(name, url, onView, onLoad) {
  return el(
    "button",
    { type: "button", class: "image", "data-testid": "image", "aria-label": `Xem ảnh ${name}`, onclick: () => onView(url, name) },
    el("img", { src: url, alt: name, onload: onLoad, onerror: onLoad }),
  );
}

/** Files that came as files, each as it is shown: pictures, then documents. */
function attachments(files, actions) {
  const parts = { pictures: [], documents: [] };
  for (const file of files.filter((other) => !other.link)) {
    const url = safeUrl(file.url);
    const isImage = url && /^image\/(png|jpeg|gif|webp|svg\+xml)$/.test(file.type);
    if (isImage) parts.pictures.push(image(file.name, url, actions.view, actions.settle));
    else parts.documents.push(fileCard(file.name, url));
  }
  return parts;
}

/** Buttons: row by row as Telegram has them, otherwise each on its own. */
function choiceButtons(message, likeness, tapped, actions) {
  const group = el("div", { class: "choices", role: "group", "aria-label": "Lựa chọn" });
  const rows = new Map();
  message.choices.forEach((choice, index) => {
    const key = likeness === "telegram" ? (choice.row ?? index) : index;
    rows.set(key, [...(rows.get(key) ?? []), choiceButton(message, index, tapped, actions)]);
  });
  for (const row of rows.values()) group.append(el("div", { class: "choice-row" }, ...row));
  return group;
}

function choiceButton(message, index, tapped, actions) {
  const choice = message.choices[index];
  return el(
    "button",
    {
      type: "button",
      class: "choice",
      "data-testid": "choice",
      "data-choice-id": choice.id,
      disabled: tapped !== undefined,
      "aria-busy": tapped === String(choice.id) ? "true" : null,
      onclick: () => actions.choose(message, choice),
    },
    choice.label,
  );
}

/** Addresses on this very server can be opened; any other is a word like others. */
function words(text) {
  const pieces = text.split(ADDRESS).flatMap((piece, i) => {
    const url = i % 2 ? safeUrl(piece) : null;
    if (url) return [el("a", { class: "address", href: url, target: "_blank", rel: "noopener" }, piece)];
    return piece.split(WHOLE).map((part, j) => (j % 2 ? el("span", { class: "whole" }, part) : part));
  });
  return el("p", { class: "text", "data-testid": "message-text" }, ...pieces);
}

/** An approved template, filled in. */
function card({ heading, fields }) {
  const rows = fields.map(([label, value]) => el("div", {}, el("dt", {}, label), el("dd", {}, value)));
  return el(
    "div",
    { class: "template-card", "data-testid": "template-card" },
    el("span", { class: "template-mark" }, "Tin theo mẫu"),
    el("strong", {}, heading),
    el("dl", {}, ...rows),
  );
}

/** A message the server has. `edit` is an own edit under way, `tapped` the choice just tapped. */
export function bubble(message, { likeness, first, edit, tapped }, actions) {
  const mine = message.from === "me";
  const files = message.files ?? [];
  const text = edit?.text ?? message.text;
  const node = el("article", {
    class: `message ${mine ? "mine" : "theirs"}${first ? " first" : ""}`,
    "data-testid": "message",
    "data-message-id": message.id,
    "data-seq": message.seq,
    "data-from": message.from,
    "data-edited": String(Boolean(message.edited)),
    "data-state": edit?.state ?? "sent",
  });
  const { pictures, documents } = attachments(files, actions);
  const apart = !mine && likeness === "telegram" && text ? [...documents, ...pictures] : [];
  for (const file of apart) node.append(el("div", { class: "line apart" }, el("div", { class: `bubble${documents.includes(file) ? " file-only" : ""}` }, file, foot(message))));
  const line = el("div", { class: "line" });
  if (mine && likeness === "telegram" && text && !files.length && edit?.state !== "sending") {
    line.append(el("button", { type: "button", class: "edit", "data-testid": "edit-message", "aria-label": "Sửa tin này", title: "Sửa tin này", onclick: () => actions.startEdit(message) }, icon("edit")));
  }
  const bare = !text && !pictures.length && documents.length === 1;
  const body = el("div", { class: `bubble${bare ? " file-only" : ""}` }, el("span", { class: "unseen" }, mine ? "Bạn: " : "Trợ lý: "));
  if (!apart.length) body.append(...pictures);
  if (message.card) body.append(card(message.card));
  else if (text) body.append(words(text));
  if (!apart.length) body.append(...documents);
  body.append(foot(message, edit));
  line.append(body);
  node.append(line);
  if (edit?.state === "failed") node.append(trouble("Chưa sửa được.", () => actions.retryEdit(message, edit), () => actions.dropEdit(message)));
  if ((message.choices ?? []).length) node.append(choiceButtons(message, likeness, tapped, actions));
  return node;
}

function foot(message, edit) {
  const parts = [];
  if (edit?.state === "sending") parts.push("đang sửa…");
  else if (message.edited) parts.push(el("span", { "data-testid": "edited-mark" }, "đã sửa"));
  return el("div", { class: "meta" }, ...parts, el("time", { datetime: message.at }, timeOf(message.at)));
}

function trouble(text, retry, drop) {
  return el(
    "div",
    { class: "trouble", role: "alert" },
    el("span", {}, text),
    el("button", { type: "button", class: "link-button", "data-testid": "retry", onclick: retry }, "Gửi lại"),
    el("button", { type: "button", class: "link-button quiet-link", "data-testid": "discard", onclick: drop }, "Bỏ"),
  );
}

/** An own message that is not on the server yet. */
export function pendingBubble(item, { first }, actions) {
  const node = el("article", {
    class: `message mine pending${first ? " first" : ""}`,
    "data-testid": "message",
    "data-from": "me",
    "data-state": item.state,
  });
  const body = el("div", { class: "bubble" }, el("span", { class: "unseen" }, "Bạn: "));
  if (item.file) body.append(fileCard(item.file.name, null));
  if (item.text) body.append(words(item.text));
  const note = { sending: "đang gửi…", sent: timeOf(item.at), failed: "chưa gửi" }[item.state];
  body.append(el("div", { class: "meta" }, note));
  node.append(el("div", { class: "line" }, body));
  if (item.state === "failed") node.append(trouble("Chưa gửi được.", () => actions.retry(item), () => actions.discard(item)));
  return node;
}

/** Three dots while an answer is awaited. */
export function typing() {
  const dots = el("div", { class: "bubble dots" }, el("i"), el("i"), el("i"));
  return el("div", { class: "message theirs first typing", "data-testid": "typing", "aria-hidden": "true" }, el("div", { class: "line" }, dots));
}
