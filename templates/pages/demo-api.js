// The simulator's JSON API, and the one helper that polls it.

const ROOT = "/demo/api";
const SHORT = 15_000;
const LONG = 600_000; // moving the clock runs everything that falls due on the way

/** The server answered, but with a refusal. Network failures stay what fetch throws. */
export class ApiError extends Error {
  constructor(status) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

async function call(path, { body, timeout = SHORT } = {}) {
  const isForm = body instanceof FormData;
  const response = await fetch(ROOT + path, {
    method: body === undefined ? "GET" : "POST",
    cache: "no-store",
    headers: body === undefined || isForm ? {} : { "Content-Type": "application/json" },
    body: body === undefined || isForm ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(timeout),
  });
  if (!response.ok) throw new ApiError(response.status);
  return response.status === 204 ? null : response.json();
}

const person = (id) => `/people/${encodeURIComponent(id)}`;

export const api = {
  people: () => call("/people"),
  unread: (after) => call(`/unread?after=${after}`),
  messages: (id, after) => call(`${person(id)}/messages?after=${after}`),
  clock: () => call("/clock"),
  moveClock: (step) => call("/clock", { body: step, timeout: LONG }),
  setLikeness: (id, likeness) => call(`${person(id)}/mode`, { body: { likeness } }),
  /** @param {{text?: string, choice?: string, edit?: string, file?: File}} what */
  send(id, what) {
    if (!what.file) return call(`${person(id)}/messages`, { body: what });
    const form = new FormData();
    form.append("file", what.file, what.file.name);
    return call(`${person(id)}/messages`, { body: form, timeout: LONG });
  },
};

/** Runs `task` again and again, never twice at once; slower while the tab is hidden. */
export class Poll {
  #timer = 0;
  #running = false;
  #again = false;

  constructor(task, visibleMs, hiddenMs) {
    this.task = task;
    this.visibleMs = visibleMs;
    this.hiddenMs = hiddenMs;
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.now();
    });
  }

  /** Runs at once, or once more right after the run that is under way. */
  async now() {
    if (this.#running) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = true;
    try {
      do {
        this.#again = false;
        await this.task();
      } while (this.#again);
    } finally {
      this.#running = false;
      this.#timer = setTimeout(() => this.now(), document.hidden ? this.hiddenMs : this.visibleMs);
    }
  }
}

/** Shows whether the server answers; tells once when it is back. */
export class Connection {
  #failures = 0;

  constructor(onChange) {
    this.onChange = onChange;
  }

  /** Awaits a request of a poll; null when the server cannot be reached. */
  async guard(request) {
    try {
      const result = await request;
      if (this.#failures >= 2) this.onChange(true);
      this.#failures = 0;
      return result;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures === 2) this.onChange(false);
      console.info("poll failed", error);
      return null;
    }
  }
}
