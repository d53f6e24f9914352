"""nudger/mail: fetching over IMAP in batches, such that one bad message costs one message.

imapclient's parser throws for a whole batch, and some servers refuse a whole batch because of one message. The batch is
then halved until the culprit stands alone. Nothing here knows the connection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from nudger.errors import Unreadable
from nudger.mail.imap.errors import DeclinedError, UnusableReplyError
from nudger.mail.mime.structure import choose_text, choose_texts, is_hollow, parts_from_bodystructure
from nudger.mail.source import HEADER_FIELDS, TEXT_LIMIT, Part, RawMessage

MAX_UID = 2**32 - 1
WINDOW = 50_000
"""UIDs in one SEARCH: imaplib refuses a line of a million octets, which 90,000 of them fill."""
WINDOWS_AT_MOST = 100

_HEADER_ITEMS = (f"BODY.PEEK[HEADER.FIELDS ({' '.join(HEADER_FIELDS)})]", "RFC822.SIZE", "INTERNALDATE")
_WHOLE_ITEMS = ("BODY.PEEK[HEADER]", f"BODY.PEEK[TEXT]<0.{TEXT_LIMIT}>")
_HEADER, _STRUCTURE = b"BODY[HEADER", b"BODYSTRUCTURE"

Reply = Mapping[bytes, Any]
"""What a server said of one message; partial keys carry their origin (``BODY[1]<0>``), so they are found by prefix."""


class Fetching(Protocol):
    """The two commands that are needed; DeclinedError and UnusableReplyError mean that a batch is to be halved."""

    def fetch(self, folder: str, uids: Sequence[int], items: Sequence[str]) -> Mapping[int, Reply]:
        """UID FETCH of exactly these."""
        ...

    def listed(self, folder: str, uids: Sequence[int]) -> set[int]:
        """Those of these UIDs that still exist."""
        ...


@dataclass(slots=True)
class Replies:
    """``found`` and ``broken`` (with the reason) by UID; what vanished stands in neither."""

    found: dict[int, Reply] = field(default_factory=dict)
    broken: dict[int, str] = field(default_factory=dict)
    refusal: DeclinedError | None = None


def search_windows(after: int, uidnext: int, messages: int) -> list[tuple[int, int]]:
    """First and last UID of each SEARCH; the last window is open, because mail may arrive meanwhile."""
    first, last = after + 1, uidnext - 1 if uidnext else MAX_UID
    span = last - first + 1
    if min(messages, span) <= WINDOW:
        return [(first, MAX_UID)]
    width = max(WINDOW, -(-span // WINDOWS_AT_MOST))
    starts = range(first, last + 1, width)
    return [(start, start + width - 1) for start in starts[:-1]] + [(starts[-1], MAX_UID)]


def fetch_headers(server: Fetching, folder: str, uids: Sequence[int], *, gmail: bool) -> Iterator[RawMessage]:
    """Header fields, size and arrival of one batch, in its order."""
    items = (*_HEADER_ITEMS, "X-GM-THRID") if gmail else _HEADER_ITEMS
    replies = _ask(server, folder, uids, items, _HEADER)
    for uid in uids:
        if uid in replies.broken:
            yield RawMessage(uid, problem=replies.broken[uid])
        elif uid in replies.found:
            yield _header_message(uid, replies.found[uid])


def fetch_texts(server: Fetching, folder: str, raws: Sequence[RawMessage], *, with_html: bool) -> Iterator[RawMessage]:
    """One batch with its parts and text: one command for the structures, one a distinct section, in its order."""
    done = {raw.uid: raw for raw in raws if raw.problem}
    asked = {raw.uid: raw for raw in raws if not raw.problem}
    structures = _ask(server, folder, list(asked), [_STRUCTURE.decode()], _STRUCTURE)
    known = {uid: _with_parts(asked[uid], reply[_STRUCTURE]) for uid, reply in structures.found.items()}
    hollow = {uid for uid, raw in known.items() if raw.parts is not None and is_hollow(raw.parts)}
    done |= _whole(server, folder, [asked[uid] for uid in sorted(hollow | structures.broken.keys())])
    done |= _with_bodies(
        server, folder, {uid: raw for uid, raw in known.items() if uid not in hollow}, with_html=with_html
    )
    return (done[raw.uid] for raw in raws if raw.uid in done)


def _with_parts(raw: RawMessage, structure: Any) -> RawMessage:
    try:
        return replace(raw, parts=parts_from_bodystructure(structure))
    except Unreadable as error:
        return replace(raw, problem=error.reason)


def _with_bodies(
    server: Fetching, folder: str, known: Mapping[int, RawMessage], *, with_html: bool
) -> dict[int, RawMessage]:
    """The messages that still exist, each with the bodies of its chosen parts."""
    done = dict(known)
    for section, uids in _by_section(known.values(), with_html=with_html).items():
        key = f"BODY[{section}]".encode()
        replies = _ask(server, folder, uids, [f"BODY.PEEK[{section}]<0.{TEXT_LIMIT}>"], key)
        for uid in set(uids) & done.keys():
            if uid in replies.found:
                done[uid] = replace(done[uid], bodies={**done[uid].bodies, section: _octets(replies.found[uid], key)})
            elif uid in replies.broken:
                done[uid] = replace(done[uid], problem=replies.broken[uid])
            else:
                del done[uid]
    return done


def _by_section(raws: Iterable[RawMessage], *, with_html: bool) -> dict[str, list[int]]:
    """UIDs by the section to be fetched: one command each."""
    sections: dict[str, list[int]] = defaultdict(list)
    for raw in raws:
        for part in _chosen(raw.parts or (), with_html=with_html):
            sections[part.section].append(raw.uid)
    return sections


def _chosen(parts: tuple[Part, ...], *, with_html: bool) -> tuple[Part, ...]:
    if with_html:
        return choose_texts(parts)
    text = choose_text(parts)
    return (text,) if text else ()


def _whole(server: Fetching, folder: str, raws: Sequence[RawMessage]) -> dict[int, RawMessage]:
    """Messages whose structure the server cannot tell: the whole header, and the start of all that follows it."""
    by_uid = {raw.uid: raw for raw in raws}
    replies = _ask(server, folder, list(by_uid), _WHOLE_ITEMS, _HEADER)
    done = {uid: replace(by_uid[uid], problem=reason) for uid, reason in replies.broken.items()}
    for uid, reply in replies.found.items():
        text = Part(section="TEXT", media_type="message/rfc822", size=by_uid[uid].size)
        done[uid] = replace(
            by_uid[uid],
            header=_octets(reply, _HEADER),
            parts=(text,),
            bodies={text.section: _octets(reply, b"BODY[TEXT]")},
        )
    return done


# Asking, halving, and telling the vanished from the broken


def _ask(server: Fetching, folder: str, uids: Sequence[int], items: Sequence[str], key: bytes) -> Replies:
    """What is known of each UID. Raises DeclinedError where the server refuses every single one of many."""
    replies = Replies()
    if uids:
        _halving(server, folder, uids, items, replies)
        _settle_missing(
            server, folder, [uid for uid in uids if not _has(replies.found.get(uid, {}), key)], items, key, replies
        )
    # A server in trouble refuses all. As unreadable messages they would be lost; a failure is tried again.
    if replies.refusal and len(uids) > 2 and all(replies.broken.get(uid) == "declined" for uid in uids):
        raise replies.refusal
    return replies


def _halving(server: Fetching, folder: str, uids: Sequence[int], items: Sequence[str], replies: Replies) -> None:
    try:
        replies.found.update(server.fetch(folder, uids, items))
    except (DeclinedError, UnusableReplyError) as error:
        if len(uids) > 1:
            middle = len(uids) // 2
            _halving(server, folder, uids[:middle], items, replies)
            _halving(server, folder, uids[middle:], items, replies)
        elif isinstance(error, DeclinedError):
            replies.broken[uids[0]], replies.refusal = "declined", error
        else:
            replies.broken[uids[0]] = "unusable-reply"


def _settle_missing(
    server: Fetching, folder: str, missing: Sequence[int], items: Sequence[str], key: bytes, replies: Replies
) -> None:
    """A UID without an answer has vanished, unless the server still lists it (Exchange: an item it cannot read).

    One that is listed is asked for once more, because some servers leave out what they are busy with.
    """
    for uid in missing:
        replies.found.pop(uid, None)
    listed = server.listed(folder, missing) if missing else set()
    silent = [uid for uid in missing if uid in listed and uid not in replies.broken]
    if silent:
        _halving(server, folder, silent, items, replies)
    for uid in missing:
        if uid not in listed:
            replies.broken.pop(uid, None)
        elif not _has(replies.found.get(uid, {}), key):
            replies.found.pop(uid, None)
            replies.broken.setdefault(uid, "no-data")


def _has(reply: Reply, prefix: bytes) -> bool:
    return any(key.startswith(prefix) for key in reply)


def _octets(reply: Reply, prefix: bytes) -> bytes:
    """The octets under a key; NIL is an empty text, and a bare number is one too (imapclient makes it an int)."""
    value = next((value for key, value in reply.items() if key.startswith(prefix)), None)
    if isinstance(value, int):
        return str(value).encode()
    return value if isinstance(value, bytes) else b""


def _header_message(uid: int, reply: Reply) -> RawMessage:
    size, arrived, thread = (reply.get(key) for key in (b"RFC822.SIZE", b"INTERNALDATE", b"X-GM-THRID"))
    return RawMessage(
        uid,
        header=_octets(reply, _HEADER),
        size=size if isinstance(size, int) else 0,
        internal_date=arrived.astimezone(UTC) if isinstance(arrived, datetime) else None,
        gmail_thread=str(thread) if isinstance(thread, int) else "",
    )
