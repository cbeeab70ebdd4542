// The simulator's page: ties people, phone and clock to the simulator's API.

import { api, ApiError, Connection, Poll } from "./demo-api.js";
import { ClockPanel } from "./demo-clock.js";
import { Composer } from "./demo-composer.js";
import { byId, toast } from "./demo-dom.js";
import { bindFrame, drawPhone } from "./demo-frame.js";
import { Help } from "./demo-help.js";
import { Likeness, TELEGRAM } from "./demo-likeness.js";
import { Log } from "./demo-log.js";
import { PeoplePanel } from "./demo-people.js";
import { Thread } from "./demo-thread.js";
import { Unread } from "./demo-unread.js";

const TYPING_MS = 6000; // how long three dots are shown for an answer that does not come
const TITLE = document.title;

const threads = new Map(); // person id → Thread
const queues = new Map(); // person id → the promise of what is being sent, so that order is kept
const unread = new Unread();
let people = [];
let current = null; // the person whose phone is shown
let invited = new URLSearchParams(location.search).get("code") ?? ""; // the code of an invitation's link, until it is sent

const panel = new PeoplePanel(unread, choosePerson);
const help = new Help((word) => current && composer.fill(word));
const log = new Log({
  choose: (message, choice) => tap(message, choice),
  startEdit: (message) => composer.edit(message),
  retryEdit: (message, edit) => sendEdit(message, edit.text),
  dropEdit: (message) => dropEdit(message),
  retry: (item) => deliver(item),
  discard: (item) => discard(item),
  view: (url, name) => frame.view(url, name),
});
const composer = new Composer({
  sendText: (text) => say({ text }),
  sendFiles: (files) => files.forEach((file) => say({ file })),
  sendEdit: (message, text) => sendEdit(message, text),
  lastOwn: () => (current?.likeness === TELEGRAM ? thread().lastOwnText() : null), // Zalo's cannot be edited
});
const likeness = new Likeness({ choose: setLikeness, command: (text) => say({ text }) });
const clock = new ClockPanel((step) => api.moveClock(step), afterMove);
const connection = new Connection((online) => {
  byId("offline").hidden = online;
  if (online) unread.seq = 0; // ask from the start: the server may have begun anew
});
const frame = bindFrame({ focusSearch: () => panel.search.focus(), fill: (text) => composer.fill(text) });

const messagePoll = new Poll(pollMessages, 700, 5000);
const unreadPoll = new Poll(pollUnread, 1000, 5000);
const clockPoll = new Poll(pollClock, 3000, 15000);
const peoplePoll = new Poll(pollPeople, 5000, 20000);

function thread(id = current.id) {
  if (!threads.has(id)) threads.set(id, new Thread(id));
  return threads.get(id);
}

// --- choosing a person ---

/** The person named in the page's address, so that a reload or a link comes back to them. */
function addressed() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // a broken address names nobody
  }
}

function choosePerson(id) {
  const person = people.find((other) => other.id === id);
  if (!person) return;
  current = person;
  history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  drawWhole(person);
  if (invited && person.role === "guest") composer.fill(invited);
  help.words(person.role);
  help.makeRoom();
  if (person.role === "chair") help.tick("chair");
  frame.closeDrawer();
  look();
  panel.setCurrent(id);
  messagePoll.now();
  composer.focus();
}

/** Marks the shown conversation as read. */
function look() {
  if (!current || document.hidden) return;
  unread.look(current.id, thread().last);
  drawUnread();
}

function drawUnread() {
  panel.render();
  const count = people.filter((person) => unread.has(person.id)).length;
  byId("people-dot").hidden = count === 0;
  document.title = count ? `(${count}) ${TITLE}` : TITLE;
}

// --- what is asked again and again ---

async function pollMessages() {
  if (!current) return;
  const shown = thread();
  const poll = (shown.polls += 1);
  const list = await connection.guard(api.messages(shown.personId, shown.last));
  if (list === null) return;
  const { changed, spoke } = shown.merge(list, poll);
  if (shown.personId !== current.id) return;
  const expired = shown.waitingUntil > 0 && shown.waitingUntil <= performance.now();
  if (expired) shown.waitingUntil = 0;
  if (changed || expired) draw({ spoke });
  look();
}

function draw(options) {
  const shown = thread();
  const lostFocus = log.update(shown, options);
  const empty = shown.loaded && !shown.messages.size && !shown.pending.length;
  frame.showEmpty(empty, "Chưa có tin nhắn nào", "Nhắn một câu bất kỳ, hoặc cho đồng hồ chạy đến ngày mở.");
  if (lostFocus) composer.focus();
}

async function pollUnread() {
  const asked = unread.seq;
  const answer = await connection.guard(api.unread(asked));
  if (answer === null) return;
  if (!unread.apply(answer, asked)) return startAnew();
  drawUnread();
}

async function pollClock() {
  if (clock.busy) return;
  const answer = await connection.guard(api.clock());
  if (answer === null || clock.busy) return;
  if (!clock.show(answer)) startAnew();
}

async function pollPeople() {
  const list = await connection.guard(api.people());
  if (list === null) return;
  const fresh = list.map((person) => ({ ...person, id: String(person.id), buttons: person.buttons !== false }));
  if (JSON.stringify(fresh) === JSON.stringify(people.map(({ key, ...person }) => person))) return;
  const first = people.length === 0;
  people = fresh;
  panel.setPeople(people);
  const wanted = current?.id ?? (first ? addressed() : "");
  const person = people.find((other) => other.id === wanted);
  if (current && person) {
    const before = current.likeness;
    current = person;
    if (before !== person.likeness) return drawWhole(person);
    drawPhone(person);
    likeness.show(person);
    composer.serve(person);
  } else if (person) choosePerson(person.id);
}

/** The server lost its memory (a fresh demo): so does the page. */
function startAnew() {
  unread.reset();
  threads.clear();
  if (current) log.show(thread(), current.likeness);
  unreadPoll.now();
  messagePoll.now();
  peoplePoll.now();
}

// --- talking ---

function say({ text = "", file = null }) {
  const shown = thread();
  if (invited && text.includes(invited)) invited = "";
  const item = shown.queue({ text, file, at: clock.clock?.now ?? new Date().toISOString() });
  if (current.role === "chair" || current.role === "deputy") help.tick("reply");
  if (current.role === "leader") help.tick("leader");
  deliver(item);
}

function deliver(item) {
  const shown = [...threads.values()].find((other) => other.pending.includes(item));
  if (!shown) return;
  item.state = "sending";
  redraw(shown, { mine: true });
  send(shown, item.file ? { file: item.file } : { text: item.text }, {
    done: (answer) => shown.accepted(item, answer.id),
    failed: () => (item.state = "failed"),
  });
}

function discard(item) {
  thread().drop(item);
  draw();
}

function tap(message, choice) {
  const shown = thread();
  const id = String(message.id);
  shown.taps.set(id, String(choice.id));
  if (current.role === "chair" || current.role === "deputy") help.tick("reply");
  redraw(shown, { mine: true });
  send(shown, { choice: choice.id }, {
    done: () => setTimeout(() => shown.taps.delete(id) && redraw(shown), 2500), // the answer may leave this message as it is
    failed: () => {
      shown.taps.delete(id);
      toast("Chưa gửi được lựa chọn. Bấm lại để thử.");
    },
  });
}

function sendEdit(message, text) {
  const shown = thread();
  const id = String(message.id);
  shown.edits.set(id, { text, state: "sending" });
  redraw(shown);
  send(shown, { edit: message.id, text }, {
    done: () => setTimeout(() => shown.edits.delete(id) && redraw(shown), 4000),
    failed: () => shown.edits.set(id, { text, state: "failed" }),
  });
}

function dropEdit(message) {
  thread().edits.delete(String(message.id));
  draw();
}

function redraw(shown, options) {
  if (current && shown.personId === current.id) draw(options);
}

/** Sends one thing after the other for each person. */
function send(shown, what, { done, failed }) {
  const before = queues.get(shown.personId) ?? Promise.resolve();
  const turn = before.then(async () => {
    try {
      done(await api.send(shown.personId, what));
      shown.waitingUntil = performance.now() + TYPING_MS;
    } catch (error) {
      console.warn("not sent", error);
      failed();
      if (error instanceof ApiError && error.status === 413) toast("Tệp quá lớn.");
      if (error instanceof ApiError && error.status === 404) toast("Không còn người này. Tải lại trang.");
    }
    redraw(shown);
    messagePoll.now();
    if (current?.likeness === "oa") peoplePoll.now();
  });
  queues.set(shown.personId, turn);
}

// --- the rest ---

async function setLikeness(wanted) {
  const person = current;
  if (!person || person.likeness === wanted) return;
  try {
    await api.setLikeness(person.id, wanted);
    person.likeness = wanted;
  } catch (error) {
    console.warn("likeness not changed", error);
    toast("Chưa đổi được kiểu điện thoại. Thử lại.");
  }
  await peoplePoll.now();
  if (person.id === current.id) drawWhole(current);
}

/** A phone and its conversation, drawn anew. */
function drawWhole(person) {
  drawPhone(person);
  likeness.show(person);
  composer.serve(person);
  log.show(thread(), person.likeness);
}

function afterMove(kind) {
  if (kind === "open") help.tick("open");
  peoplePoll.now();
  unreadPoll.now();
  messagePoll.now();
}

document.addEventListener("visibilitychange", look);
window.addEventListener("hashchange", () => choosePerson(addressed()));
for (const poll of [peoplePoll, clockPoll, unreadPoll, messagePoll]) poll.now();
