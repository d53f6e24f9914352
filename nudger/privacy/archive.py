"""One file for the move to another computer: settings, ledger and its key, sealed with a passphrase; no tokens.

The file is ``MAGIC``, a salt, a nonce and a tar archive under AES-256-GCM (NIST SP 800-38D), with a key that scrypt
(RFC 7914) makes of the passphrase. Drafts are left out, as in every copy of a ledger.
"""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from nudger.errors import UnreadableInput

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"nudger-export-1\n"
SALT, NONCE = 16, 12
COST = 2**15
"""Scrypt's N: about 0.1 s and 32 MB a guess."""

MOST_BYTES = 2 * 2**30


def seal(parts: Mapping[str, bytes], passphrase: str) -> bytes:
    """The sealed file that holds these parts, by name."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    sealed = AESGCM(_key(passphrase, salt)).encrypt(nonce, _packed(parts), MAGIC)
    return MAGIC + salt + nonce + sealed


def unseal(data: bytes, passphrase: str, path: Path) -> dict[str, bytes]:
    """The parts again. Raises UnreadableInput where the file is no export, was changed, or the passphrase is wrong."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not data.startswith(MAGIC) or len(data) < len(MAGIC) + SALT + NONCE:
        raise UnreadableInput("not-an-export", path=str(path))
    salt, nonce, sealed = _split(data[len(MAGIC) :])
    try:
        return _unpacked(AESGCM(_key(passphrase, salt)).decrypt(nonce, sealed, MAGIC))
    except InvalidTag:
        raise UnreadableInput("export-closed", hint="export-closed-hint", path=str(path)) from None


def _split(data: bytes) -> tuple[bytes, bytes, bytes]:
    return data[:SALT], data[SALT : SALT + NONCE], data[SALT + NONCE :]


def _key(passphrase: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(passphrase.encode("utf-8"))


def _packed(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz") as archive:
        for name, content in parts.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(content), 0o600
            archive.addfile(entry, io.BytesIO(content))
    return target.getvalue()


def _unpacked(data: bytes) -> dict[str, bytes]:
    """Only plain files count; their names are looked up, never used as paths."""
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
        found = {entry.name: archive.extractfile(entry) for entry in archive if entry.isfile()}
        return {name: file.read(MOST_BYTES) for name, file in found.items() if file}
