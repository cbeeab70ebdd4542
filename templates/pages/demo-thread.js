// One person's conversation in memory: what the server has, and what is still on its way there.

/** The growing number in a message id, so that an edited message keeps its place. */
function ordinal(message) {
  const digits = /(\d+)$/.exec(String(message.id));
  return digits ? Number(digits[1]) : message.seq;
}

let keys = 0;

export class Thread {
  constructor(personId) {
    this.personId = personId;
    this.reset();
  }

  reset() {
    this.messages = new Map(); // id → message as the server has it
    this.pending = []; // own messages the server has not listed yet
    this.edits = new Map(); // id → {text, state} of own edits on their way
    this.taps = new Map(); // id of the bot message → choice id just tapped
    this.last = 0; // highest seq seen
    this.polls = 0;
    this.loaded = false;
    this.waitingUntil = 0; // the bot is shown typing until then (ms of the page's own time)
  }

  /** Server messages in the order they were written. */
  ordered() {
    return [...this.messages.values()].sort((a, b) => ordinal(a) - ordinal(b));
  }

  /** Takes in the answer to poll number `poll`; says whether anything changed and whether the bot spoke since the last. */
  merge(list, poll) {
    let spoke = false;
    for (const message of list) {
      const id = String(message.id);
      const known = this.messages.get(id);
      if (known && known.seq >= message.seq) continue;
      this.messages.set(id, message);
      this.last = Math.max(this.last, message.seq);
      this.taps.delete(id);
      this.edits.delete(id);
      if (message.from === "bot") spoke = true;
      else if (!known) this.#adopt(message);
    }
    const before = this.pending.length;
    this.pending = this.pending.filter((item) => item.state !== "sent" || poll <= item.sentAtPoll + 4);
    if (spoke) this.waitingUntil = 0;
    const news = spoke && this.loaded;
    const changed = list.length > 0 || !this.loaded || before !== this.pending.length;
    this.loaded = true;
    return { changed, spoke: news };
  }

  #adopt(message) {
    const same = (item) =>
      item.file ? (message.files ?? []).some((file) => file.name === item.file.name) : item.text === message.text.trim();
    let index = this.pending.findIndex((item) => item.id === String(message.id));
    if (index < 0) index = this.pending.findIndex((item) => item.state !== "failed" && !item.id && same(item));
    if (index >= 0) this.pending.splice(index, 1);
  }

  /** A new own message, not sent yet. */
  queue({ text = "", file = null, at }) {
    const item = { key: `p${(keys += 1)}`, text, file, at, state: "sending", id: null, sentAtPoll: 0 };
    this.pending.push(item);
    return item;
  }

  /** The server took the message and calls it `id`. */
  accepted(item, id) {
    item.id = String(id);
    item.state = "sent";
    item.sentAtPoll = this.polls;
    if (this.messages.has(item.id)) this.pending = this.pending.filter((other) => other !== item);
  }

  drop(item) {
    this.pending = this.pending.filter((other) => other !== item);
  }

  /** The person's own newest message that holds text, or null. */
  lastOwnText() {
    return this.ordered().findLast((message) => message.from === "me" && !message.tap && message.text && !(message.files ?? []).length) ?? null;
  }
}
