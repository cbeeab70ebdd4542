"""Words that were run together: "45trđ", "haimươi". The first is common, the second a slip and so asked back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reporting.reading.lexicon import Lexicon
from reporting.reading.spelling import Grade
from reporting.reading.tokens import Token
from reporting.reading.typed import phrase

_LONGEST = 14  # letters


def taken_apart(tokens: Sequence[Token], known: Lexicon) -> tuple[Token, ...]:
    """The tokens, each unknown word that is two number words (or a magnitude and đồng) as two."""
    return tuple(part for index in range(len(tokens)) for part in _parts(tokens, index, known))


def _parts(tokens: Sequence[Token], index: int, known: Lexicon) -> Iterator[Token]:
    token = tokens[index]
    if (
        token.word is not None
        and len(token.text) <= _LONGEST
        and all(sense.grade is Grade.SLIP for sense in known.senses(tokens, index))
    ):
        for end in range(1, len(token.text)):
            pair = _halves(token, end, known)
            if pair is not None:
                yield from pair
                return
    yield token


def _halves(token: Token, end: int, known: Lexicon) -> tuple[Token, Token] | None:
    first, second = (
        replace(token, text=text, glued=token.glued and text != token.text[end:], word=phrase(text)[0])
        for text in (token.text[:end], token.text[end:])
    )
    roles, others = _roles(first, known), _roles(second, known)
    if roles & {"mag", "short"} and others & {"c"}:
        return first, second
    if len(first.text) > 1 and len(second.text) > 1 and _numeric(roles) and _numeric(others):
        return replace(first, slip=True), replace(second, slip=True)
    return None


def _numeric(roles: set[str]) -> bool:
    return any(len(role) > 1 for role in roles)


def _roles(token: Token, known: Lexicon) -> set[str]:
    return {sense.role for sense in known.senses((token,), 0) if sense.grade is not Grade.SLIP}
