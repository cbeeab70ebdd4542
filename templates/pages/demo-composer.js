// Where one types: Enter sends, Shift+Enter breaks the line, arrow up edits the last own message; files by button, drop or paste.

import { byId } from "./demo-dom.js";

const MAX_HEIGHT = 132;

export class Composer {
  /** `actions`: sendText(text), sendFiles(files), sendEdit(message, text), lastOwn() → message or null. */
  constructor(actions) {
    this.actions = actions;
    this.input = byId("input");
    this.editing = null; // the own message being edited
    this.drafts = new Map(); // person id → text not sent yet
    this.person = null;
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.input.addEventListener("input", () => this.#fit());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    byId("edit-cancel").addEventListener("click", () => this.cancelEdit());
    this.#takeFiles();
  }

  /** Hands the composer to another person, keeping what was half typed for the one before. */
  serve(person) {
    if (this.person === person.id) return this.#placeholder(person);
    this.cancelEdit();
    if (this.person !== null) this.drafts.set(this.person, this.input.value);
    this.person = person.id;
    this.input.value = this.drafts.get(person.id) ?? "";
    for (const id of ["input", "attach"]) byId(id).disabled = false;
    this.#placeholder(person);
    this.#fit();
  }

  #placeholder(person) {
    this.input.placeholder = person.likeness === "text" ? "Gõ câu trả lời bằng chữ" : "Nhập tin nhắn";
  }

  focus() {
    if (matchMedia("(pointer: fine)").matches) this.input.focus({ preventScroll: true });
  }

  /** Puts words into the box without sending them. */
  fill(text) {
    this.cancelEdit();
    this.input.value = text;
    this.#fit();
    this.input.focus({ preventScroll: true });
  }

  edit(message) {
    if (!this.editing) this.drafts.set(this.person, this.input.value);
    this.editing = message;
    byId("editing-old").textContent = message.text;
    byId("editing").hidden = false;
    this.input.value = message.text;
    this.#fit();
    this.input.focus({ preventScroll: true });
    this.input.setSelectionRange(message.text.length, message.text.length);
  }

  cancelEdit() {
    if (!this.editing) return;
    this.editing = null;
    byId("editing").hidden = true;
    this.input.value = this.drafts.get(this.person) ?? "";
    this.#fit();
  }

  #submit() {
    const text = this.input.value.trim();
    if (!text || this.person === null) return;
    const edited = this.editing;
    if (edited) {
      this.cancelEdit();
      if (text !== edited.text) this.actions.sendEdit(edited, text);
      return;
    }
    this.input.value = "";
    this.drafts.delete(this.person);
    this.#fit();
    this.actions.sendText(text);
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return; // a Vietnamese input method is still at work
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape" && this.editing) {
      event.preventDefault();
      event.stopPropagation();
      this.cancelEdit();
    } else if (event.key === "ArrowUp" && !this.input.value && !this.editing) {
      const last = this.actions.lastOwn();
      if (!last) return;
      event.preventDefault();
      this.edit(last);
    }
  }

  /** Lets the box grow with its text and the send button follow. */
  #fit() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, MAX_HEIGHT)}px`;
    byId("send").disabled = this.input.disabled || !this.input.value.trim();
  }

  #takeFiles() {
    const picker = byId("file-input");
    byId("attach").addEventListener("click", () => picker.click());
    picker.addEventListener("change", () => {
      this.#files(picker.files);
      picker.value = "";
    });
    this.input.addEventListener("paste", (event) => {
      if (!event.clipboardData?.files.length) return;
      event.preventDefault();
      this.#files(event.clipboardData.files);
    });
    const phone = byId("phone");
    const drop = byId("drop");
    const carries = (event) => this.person !== null && event.dataTransfer?.types.includes("Files");
    phone.addEventListener("dragover", (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      drop.hidden = false;
    });
    phone.addEventListener("dragleave", (event) => {
      if (!phone.contains(event.relatedTarget)) drop.hidden = true;
    });
    phone.addEventListener("drop", (event) => {
      drop.hidden = true;
      if (!carries(event)) return;
      event.preventDefault();
      this.#files(event.dataTransfer.files);
    });
  }

  #files(list) {
    const files = [...list];
    if (files.length && this.person !== null) this.actions.sendFiles(files);
  }
}
