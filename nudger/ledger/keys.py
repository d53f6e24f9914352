"""The key that turns ids, topics and addresses into values that mean nothing outside this ledger."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from nudger.errors import LedgerError
from nudger.platform import private_file

KEY_BYTES = 32
DIGEST_CHARACTERS = 32


class LedgerKey:
    """HMAC-SHA-256 with one secret an owner; equal inputs give equal values in this ledger only.

    The key lives as long as the ledger and is never logged; ``repr`` hides it.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def __repr__(self) -> str:
        return "LedgerKey(•••)"

    def of(self, purpose: str, *parts: str) -> str:
        """32 hexadecimal characters for these parts; ``purpose`` keeps different uses unrelated."""
        text = "\x1f".join((purpose, *parts))
        digest = hmac.new(self._secret, text.encode("utf-8", "surrogatepass"), hashlib.sha256)
        return digest.hexdigest()[:DIGEST_CHARACTERS]


def open_key(path: Path) -> LedgerKey:
    """The key kept in ``path``, made with mode 0600 when it is not there.

    Raises LedgerError when the file is not a key: guessing would make every known message look new.
    """
    if not path.exists():
        _make(path)
    try:
        secret = bytes.fromhex(path.read_text(encoding="ascii"))
    except ValueError:
        secret = b""
    if len(secret) != KEY_BYTES:
        raise LedgerError("ledger-key-damaged", hint="ledger-key-damaged-hint", path=str(path))
    return LedgerKey(secret)


def _make(path: Path) -> None:
    """Write a new key; of two processes that make one at the same moment, the first wins and both use its key."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    private_file(draft).write_text(secrets.token_bytes(KEY_BYTES).hex() + "\n", encoding="ascii")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
