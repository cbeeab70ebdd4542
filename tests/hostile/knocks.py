"""What may knock at a webhook: valid updates spoiled at any place, bodies that are none, HTTP that is none.

Everything comes from one `Random`: the same seed gives the same knocks.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.hostile.spoiling import odd_text, spoil, updates

PATH = b"/telegram/webhook"
SECRET = "bi-mat-cua-webhook"
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Knock:
    """One request as bytes. `statuses`: the answers that are right, (0,): none need come.

    `framed`: where it ends is clear, so that the connection may be used again.
    """

    kind: str
    data: bytes
    statuses: tuple[int, ...]
    framed: bool = True


def knocks(random: Random, chats: list[int], *, big_every: int = 500) -> Iterator[Knock]:
    """Endless. `chats`: who is linked; the rest are strangers. A body of 5 MB comes every so often."""
    number = 0
    told: list[Knock] = []
    while True:
        number += 1
        roll = random.random()
        if number % big_every == 0:
            yield big(random)
        elif roll < 0.50:
            knock = spoiled(random, chats, number)
            told = [*told[-50:], knock]
            yield knock
        elif roll < 0.58 and told:
            yield random.choice(told)  # once more
        elif roll < 0.76:
            yield no_update(random)
        elif roll < 0.86:
            yield without_secret(random, chats, number)
        elif roll < 0.96:
            yield odd_http(random, chats, number)
        else:
            yield broken_http(random)


def spoiled(random: Random, chats: list[int], number: int) -> Knock:
    """A valid update with none to three places changed: stored and handled, or refused."""
    update = {"update_id": 500_000_000 + number, **updates(random, chats, number)}
    for _ in range(random.choice((0, 1, 1, 1, 1, 2, 3))):
        spoil(random, update)
    return Knock("update", post(encoded(random, update)), (200, 400))


def encoded(random: Random, value: Any) -> bytes:
    """JSON, with its signs written out or not."""
    return json.dumps(value, ensure_ascii=random.random() < 0.5).encode("utf8", "surrogatepass")


# --- requests ---------------------------------------------------------------------------------------------


def post(body: bytes, *, secret: bytes | None = SECRET.encode(), more: bytes = b"", path: bytes = PATH,
         method: bytes = b"POST", content_type: bytes = b"application/json") -> bytes:  # fmt: skip
    """A request with a body."""
    shown = b"" if secret is None else b"X-Telegram-Bot-Api-Secret-Token: " + secret + b"\r\n"
    head = b"%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: %s\r\n" % (method, path, content_type)
    return head + shown + more + b"Content-Length: %d\r\n\r\n" % len(body) + body


_NO_UPDATES: tuple[bytes, ...] = (
    b"", b"{", b"[1]", b'"x"', b"null", b"true", b"5", b"{}", b"\xff\xfe\xfa", b"\x00", b"[" * 200_000,
    b'{"a":' * 200_000,
    b'{"update_id": NaN}', b'{"update_id": Infinity}', b'{"update_id": -Infinity}', b'{"update_id": 1e999}',
    b'{"update_id": ' + b"1" * 5000 + b"}", b'{"update_id": "5"}', b'{"update_id": 5.0}', b'{"update_id": true}',
    b'{"update_id": null}', b'{"update_id": [1]}', b'{"update_id": 9223372036854775808}', b'{"update_id": 5,}',
    b"{'update_id': 5}", b'{"update_id": 5} {}', b'{"update_id": 05}', b"update_id=5", b"<update/>", b"\xef\xbb\xbf",
    b'{"update_id": 5, "x": "\\ud8"}', b"PK\x03\x04",
    b'{"update_id": 1e5}', b'{"message": {"message_id": 1, "chat": {"id": 1, "type": "private"}, "date": 1}}',
    b'{"update_id": 7, "a": ' + b"[" * 990 + b"]" * 990 + b"}",
)  # fmt: skip


def no_update(random: Random) -> Knock:
    """A body that is no update."""
    if random.random() < 0.7:
        return Knock("no update", post(random.choice(_NO_UPDATES)), (400,))
    if random.random() < 0.3:
        deep = random.randrange(101, 1200)
        return Knock(
            "no update", post(b'{"update_id": 9, "message": ' + b"[" * deep + b"]" * deep + b"}"), (400,)
        )
    whole = encoded(random, {"update_id": 1, "message": {"chat": {"id": 1}, "text": odd_text(random)}})
    cut = whole[: random.randrange(len(whole))]
    return Knock("no update", post(cut if random.random() < 0.5 else random.randbytes(50)), (400,))


def big(random: Random) -> Knock:
    """A valid update of 5 MB."""
    update = {"update_id": 1, "message": {"chat": {"id": 1, "type": "private"}, "text": "a" * 5 * MEBIBYTE}}
    return Knock("5 MB", post(encoded(random, update)), (413,), framed=False)


def without_secret(random: Random, chats: list[int], number: int) -> Knock:
    """A valid update with another secret or none."""
    body = encoded(random, {"update_id": 600_000_000 + number, **updates(random, chats, number)})
    secrets = (None, b"", b"x", SECRET.upper().encode(), SECRET.encode() + b"x", SECRET[:-1].encode(),
               b"\xff\xfe", "bí mật".encode(), b"a" * 4000)  # fmt: skip
    return Knock("wrong secret", post(body, secret=random.choice(secrets)), (401,))


_PATHS = (
    b"/", b"/telegram", b"/telegram/webhook/", b"/telegram/webhook/../webhook/x", b"//telegram/webhook", b"/%00",
    b"/%ff%fe", b"/..%2f..%2fetc%2fpasswd", b"/../../etc/passwd", b"/metrics", b"/demo", b"/demo/api/people",
    b"/zalo/webhook", b"/telegram/webhook%20", b"/TELEGRAM/WEBHOOK", b"/" + b"a" * 7000, b"/?" + b"a=b&" * 1000,
    b"/.env", b"/telegram/webhook;x", b"/t/%c3%28", b"/static/..%5c..%5c",
)  # fmt: skip
_METHODS = (b"GET", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE", b"PROPFIND", b"CONNECTX", b"post")
_TYPES = (
    b"", b"text/plain", b"application/json; charset=klingon", b"multipart/form-data",
    b"multipart/form-data; boundary=",
    b"application/x-www-form-urlencoded", b"image/png", b"application/json;;;", b"a" * 3000, b"\xff\xfe",
)  # fmt: skip
_HEADERS = (
    b"X-Forwarded-For: 1.2.3.4\r\n", b"Cookie: " + b"a=b; " * 500 + b"\r\n", b"X: \xff\xfe\r\n",
    b"Accept: */*;q=z\r\n",
    b"Range: bytes=9-1\r\n", b"If-Modified-Since: hom qua\r\n", b"Content-Encoding: klingon\r\n",
    b"Authorization: Basic !!!\r\n", b"Accept-Encoding: \x01\r\n", b"X-Telegram-Bot-Api-Secret-Token: second\r\n",
    b"Cookie: \"\x80=\r\n", b"Accept-Language: ../../x\r\n",
)  # fmt: skip
_ENCODED = (b"gzip", b"deflate", b"br", b"zstd")


def odd_http(random: Random, chats: list[int], number: int) -> Knock:
    """A request that reads, at an odd address, with an odd method, headers or type."""
    body = encoded(random, {"update_id": 700_000_000 + number, **updates(random, chats, number)})
    match random.randrange(5):
        case 0:
            return Knock("odd path", post(body, path=random.choice(_PATHS)), (400, 404, 405))
        case 1:
            return Knock("odd method", post(body, method=random.choice(_METHODS)), (400, 405), framed=False)
        case 2:
            return Knock("odd type", post(body, content_type=random.choice(_TYPES)), (200, 400))
        case 3:
            more = b"".join(random.sample(_HEADERS, 2))
            return Knock("odd headers", post(body, more=more), (200, 400), framed=False)
        case _:
            more = b"Content-Encoding: " + random.choice(_ENCODED) + b"\r\n"
            return Knock("odd encoding", post(body, more=more), (400, 413, 415), framed=False)


_BROKEN: tuple[tuple[bytes, tuple[int, ...]], ...] = (
    (b"\r\n\r\n", (0, 400)),
    (b"\x16\x03\x01\x02\x00\x01\x00\x01", (0, 400)),
    (b"POST\r\n\r\n", (0, 400)),
    (b"POST /telegram/webhook\r\n\r\n", (0, 400)),
    (b"POST /telegram/webhook HTTP/9.9\r\nHost: x\r\n\r\n", (0, 400, 401, 505)),
    (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", (0, 400, 404, 405)),
    (post(b"{}").replace(b"Content-Length: 2", b"Content-Length: -2"), (0, 400)),
    (post(b"{}").replace(b"Content-Length: 2", b"Content-Length: 99999999999999999999999"), (0, 400)),
    (post(b"{}").replace(b"Content-Length: 2", b"Content-Length: 2\r\nContent-Length: 3"), (0, 400)),
    (post(b"{}").replace(b"Content-Length: 2", b"Content-Length: 2\r\nTransfer-Encoding: chunked"), (0, 400)),
    (post(b"").replace(b"Content-Length: 0", b"Transfer-Encoding: chunked") + b"zz\r\n{}\r\n0\r\n\r\n", (0, 400)),
    (post(b"").replace(b"Content-Length: 0", b"Transfer-Encoding: chunked") + b"5\r\n{}\r\n0\r\n\r\n", (0, 400)),
    (post(b"").replace(b"Content-Length: 0", b"Transfer-Encoding: chunked") + b"2\r\n{}\r\n0\r\n\r\n", (400,)),
    (post(b"").replace(b"Content-Length: 0", b"Transfer-Encoding: klingon"), (0, 400, 501)),
    (post(b"").replace(b"Host: 127.0.0.1", b"Expect: the unexpected"), (0, 400, 417)),
    (post(b"", more=b"A" * 10_000 + b": b\r\n"), (0, 400, 431)),
    (post(b"", more=b"A: " + b"b" * 20_000 + b"\r\n"), (0, 400, 431)),
    (post(b"", more=b"no colon\r\n"), (0, 400)),
    (post(b"", more=b": empty\r\n"), (0, 400)),
    (post(b"", more=b"X: a\r\n b\r\n"), (0, 400)),
)  # fmt: skip


def broken_http(random: Random) -> Knock:
    """Bytes that are no request, or end in the middle of one."""
    if random.random() < 0.5:
        data, statuses = random.choice(_BROKEN)
        return Knock("broken HTTP", data, statuses, framed=False)
    whole = post(encoded(random, {"update_id": 8, "message": {"chat": {"id": 1}}}))
    return Knock("cut off", whole[: random.randrange(1, len(whole))], (0, 400, 408), framed=False)
