// How one message looks: text, files, buttons, its time and state. Text from the server is only ever text.

import { el, icon, timeOf } from "./demo-dom.js";

const SHORT_LABEL = 14;
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

/** Pictures come before the words that describe them, documents after. */
function attachments(files, actions) {
  const parts = { before: [], after: [] };
  for (const file of files) {
    const url = safeUrl(file.url);
    const isImage = url && /^image\/(png|jpeg|gif|webp|svg\+xml)$/.test(file.type);
    if (isImage) parts.before.push(image(file.name, url, actions.view, actions.settle));
    else parts.after.push(fileCard(file.name, url));
  }
  return parts;
}

/** Buttons, two in a row where both neighbours are short. */
function choiceButtons(message, tapped, actions) {
  const short = message.choices.map((choice) => choice.label.length <= SHORT_LABEL);
  const group = el("div", { class: "choices", role: "group", "aria-label": "Lựa chọn" });
  for (let i = 0; i < message.choices.length; i += 1) {
    const pair = short[i] && short[i + 1];
    group.append(choiceButton(message, i, pair ? "half" : "full", tapped, actions));
    if (pair) group.append(choiceButton(message, (i += 1), "half", tapped, actions));
  }
  return group;
}

function choiceButton(message, index, width, tapped, actions) {
  const choice = message.choices[index];
  return el(
    "button",
    {
      type: "button",
      class: `choice ${width}`,
      "data-testid": "choice",
      "data-choice-id": choice.id,
      disabled: tapped !== undefined,
      "aria-busy": tapped === String(choice.id) ? "true" : null,
      onclick: () => actions.choose(message, choice),
    },
    choice.label,
  );
}

function words(text) {
  const pieces = text.split(WHOLE).map((piece, i) => (i % 2 ? el("span", { class: "whole" }, piece) : piece));
  return el("p", { class: "text", "data-testid": "message-text" }, ...pieces);
}

/** A message the server has. `edit` is an own edit under way, `tapped` the choice just tapped. */
export function bubble(message, { first, edit, tapped }, actions) {
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
  const line = el("div", { class: "line" });
  if (mine && text && !files.length && edit?.state !== "sending") {
    line.append(el("button", { type: "button", class: "edit", "data-testid": "edit-message", "aria-label": "Sửa tin này", title: "Sửa tin này", onclick: () => actions.startEdit(message) }, icon("edit")));
  }
  const body = el("div", { class: "bubble" }, el("span", { class: "unseen" }, mine ? "Bạn: " : "Trợ lý: "));
  const { before, after } = attachments(files, actions);
  body.append(...before);
  if (text) body.append(words(text));
  body.append(...after, foot(message, edit));
  line.append(body);
  node.append(line);
  if (edit?.state === "failed") node.append(trouble("Chưa sửa được.", () => actions.retryEdit(message, edit), () => actions.dropEdit(message)));
  if ((message.choices ?? []).length) node.append(choiceButtons(message, tapped, actions));
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
