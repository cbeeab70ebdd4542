"""Keyboards: what the vendor takes and what it refuses."""

from typing import Any

from tests.fakes.telegram.wire import Params, bad

BUTTONS_MOST = 100
ROW_MOST = 8
DATA_MOST = 64  # bytes
_ACTIONS = (
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "copy_text",
    "pay",
)

Rows = list[list[dict[str, Any]]]


def read_markup(params: Params, private: bool) -> dict[str, Any] | None:
    """The checked reply_markup of a call, or None. Raises ApiError 400 in the vendor's words."""
    markup = params.structure("reply_markup", "reply keyboard markup")
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        return {"inline_keyboard": _inline_rows(markup["inline_keyboard"])}
    if "keyboard" in markup:
        return {**markup, "keyboard": _reply_rows(markup["keyboard"], private)}
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    raise bad("can't parse reply keyboard markup JSON object")


def _sized(rows: Any) -> Any:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "inline_keyboard" or "keyboard" of the reply markup must be an Array of Arrays')
    if sum(map(len, rows)) > BUTTONS_MOST or any(len(row) > ROW_MOST for row in rows):
        raise bad("reply markup is too long")
    return [row for row in rows if row]


def _inline_rows(rows: Any) -> Rows:
    return [[_inline_button(button) for button in row] for row in _sized(rows)]


def _inline_button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict) or not str(button.get("text") or "").strip():
        raise bad('can\'t parse inline keyboard button: field "text" must be non-empty')
    if "callback_data" in button:
        size = len(str(button["callback_data"]).encode())
        if not 1 <= size <= DATA_MOST:
            raise bad("BUTTON_DATA_INVALID")
    elif not any(action in button for action in _ACTIONS):
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "url" in button and not str(button["url"]).startswith(("http://", "https://", "tg://")):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: unsupported URL protocol")
    if "web_app" in button and not str(button["web_app"].get("url")).startswith("https://"):
        url = button["web_app"].get("url")
        raise bad(f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed")
    return dict(button)


def _reply_rows(rows: Any, private: bool) -> Rows:
    return [[_reply_button(button, private) for button in row] for row in _sized(rows)]


def _reply_button(button: Any, private: bool) -> dict[str, Any]:
    known = {"text": button} if isinstance(button, str) else button
    if not isinstance(known, dict) or not str(known.get("text") or "").strip():
        raise bad('can\'t parse keyboard button: field "text" must be non-empty')
    if known.get("request_contact") and not private:
        raise bad("phone number can be requested in private chats only")
    return dict(known)
