"""nudger/mail: a message that lies whole in a file: its header alone, or taken apart as a mail server would do it."""

from __future__ import annotations

import re
from dataclasses import replace

from nudger.errors import Unreadable
from nudger.mail.mime.headers import BLOCK_LIMIT, one_line_ending
from nudger.mail.mime.tree import structure_of
from nudger.mail.source import RawMessage
from nudger.mail.stored import outlook

HEADER_READ = BLOCK_LIMIT + 16
"""Octets in which a header must end: enough to see that one is too large."""

_BLANK_LINE = re.compile(rb"\r?\n\r?\n")


def header_block(start: bytes) -> bytes:
    """The header, from the first HEADER_READ octets of a message; all of them where it does not end there."""
    start = start.lstrip(b"\r\n")
    if b"\n" not in start:
        start = one_line_ending(start)
    blank = _BLANK_LINE.search(start)
    return start[: blank.start()] + b"\r\n" if blank else start


def taken_apart(raw: RawMessage, octets: bytes) -> RawMessage:
    """The message with parts and text bodies, or with a ``problem``."""
    read = outlook.structure_of if octets.startswith(outlook.SIGNATURE) else structure_of
    try:
        header, parts, bodies = read(octets)
    except Unreadable as error:
        return replace(raw, problem=error.reason)
    return replace(raw, header=header, parts=parts, bodies=bodies)
