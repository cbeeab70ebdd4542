"""Keeping what only the installation may read: sealed with a key made from BAOCAO_SECRET_KEY, found by a keyed digest.

The two keys are independent: whoever could look digests up can still open nothing.
"""

import base64
import binascii
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from reporting.errors import WrongUse

_NONCE = 12  # bytes
_VERSION = b"\x01"  # of the sealed form: first byte, and part of what the tag covers


class Sealer:
    """Seals short texts. Another secret key opens nothing, and finds nothing."""

    __slots__ = ("_cipher", "_digest_key")

    def __init__(self, secret_key: str) -> None:
        self._cipher = AESGCM(_derived(secret_key, b"baocao: seal"))
        self._digest_key = _derived(secret_key, b"baocao: digest")

    def seal(self, text: str) -> str:
        """The text encrypted, as URL-safe base64; different each time."""
        nonce = os.urandom(_NONCE)
        kept = self._cipher.encrypt(nonce, text.encode(), _VERSION)
        return base64.urlsafe_b64encode(_VERSION + nonce + kept).decode("ascii")

    def open(self, sealed: str) -> str:
        """What was sealed. Raises WrongUse for another key's, and for what was changed or never sealed."""
        try:
            raw = base64.b64decode(sealed.encode(), b"-_", validate=True)
            return self._cipher.decrypt(raw[1 : 1 + _NONCE], raw[1 + _NONCE :], raw[:1]).decode()
        except (binascii.Error, InvalidTag, ValueError):
            raise WrongUse("not sealed with this BAOCAO_SECRET_KEY, or changed since") from None

    def digest(self, text: str) -> str:
        """The same 64 hex digits for the same text always, with this key: to find what is sealed."""
        return hmac.new(self._digest_key, text.encode(), hashlib.sha256).hexdigest()


def _derived(secret_key: str, label: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=label).derive(secret_key.encode())
