// Who has a message that was not looked at: latest bot message by person against what this tab has seen.

import { memory } from "./demo-dom.js";

export class Unread {
  constructor() {
    this.seen = memory.read("seen", {}); // person id → seq
    this.latest = {}; // person id → seq of the newest bot message
    this.seq = 0; // up to where the server has been asked
    this.mark = memory.read("mark", 0); // the highest seq this tab ever heard of
  }

  /** Takes in an answer of the server. False when it is an older one: the server began anew. */
  apply(answer, asked) {
    if (asked === 0 && answer.seq < this.mark) return false;
    for (const [id, entry] of Object.entries(answer.counts ?? {})) {
      this.latest[id] = Math.max(this.latest[id] ?? 0, entry.last);
    }
    this.seq = Math.max(this.seq, answer.seq ?? 0);
    if (this.seq > this.mark) {
      this.mark = this.seq;
      memory.write("mark", this.mark);
    }
    return true;
  }

  look(id, seq) {
    if (seq <= (this.seen[id] ?? 0)) return;
    this.seen[id] = seq;
    memory.write("seen", this.seen);
  }

  has(id) {
    return (this.latest[id] ?? 0) > (this.seen[id] ?? 0);
  }

  reset() {
    this.seen = {};
    this.latest = {};
    this.seq = 0;
    this.mark = 0;
    memory.write("seen", {});
    memory.write("mark", 0);
  }
}
