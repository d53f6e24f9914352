"""Reading a mail: who wrote to whom, and whether all of them are surely inside the organisation.

Closed when in doubt (design, M8): ``internal`` is True only where one strictly read address has an own domain and
nothing about the mail says that somebody else wrote it. It tells what is *written*; it is never permission to post.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from nudger.mail.mime.addresses import AddressField, Mailbox, address_field
from nudger.mail.mime.authentication import authenticated
from nudger.mail.mime.headers import Headers
from nudger.mail.perspective import Perspective
from rules.message import Address, Message

_PLAIN_LOCAL_PART = re.compile(r"(?!imcea)[a-z0-9._'~&+-]+\Z")
"""Anything else may hide another address: ``srs0=..``, ``evil!jan``, ``jan%inside``, VERP, ``IMCEAEX-``."""
_MACHINE = re.compile(r"(?:no|do-?not|geen|niet)[._-]?(?:reply|antwoord(?:en)?)|(?:mailer-daemon|postmaster)\Z")
_IN_THE_NAME_OF = re.compile(r"\b(?:via|namens|on behalf of|im auftrag von)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class People:
    """The people of a message; the fields have the meaning they have in :class:`rules.message.Message`."""

    sender: Address | None
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    internal: bool | None
    from_owner: bool
    owner_role: str
    authenticated: bool | None
    marks: tuple[str, ...]


def people_of(headers: Headers, perspective: Perspective) -> People:
    """Read all address fields of a message through the owner's eyes."""
    author = _author(headers)
    proven = authenticated(headers, perspective.authserv_id, _domain(author.email)) if author else None
    sender = _sender(author, headers, perspective, proven) if author else None
    fields = {name: _addressees(headers, name) for name in ("to", "cc", "bcc")}
    to, cc, bcc = (tuple(_address(box, perspective) for box in written.mailboxes) for written in fields.values())
    from_owner = sender is not None and sender.internal is not None and _listed(sender, perspective.owner)
    hidden = not (to or cc) or (not from_owner and any(_listed(address, perspective.owner) for address in bcc))
    complete = not hidden and all(written.complete for written in fields.values())
    return People(
        sender=sender,
        to=to,
        cc=cc,
        internal=_all_inside(sender, to + cc + bcc, complete),
        from_owner=from_owner,
        owner_role=_role(from_owner, to, cc, perspective),
        authenticated=proven if perspective.authserv_id else None,
        marks=_marks(sender, to + cc + bcc, perspective),
    )


def _author(headers: Headers) -> Mailbox | None:
    """The one mailbox of the one From field, or None."""
    written = address_field(headers.only("from"))
    if "from" in headers.cut or written.grouped or not written.complete or len(written.mailboxes) != 1:
        return None
    return written.mailboxes[0] if written.mailboxes[0].email else None


def _sender(author: Mailbox, headers: Headers, perspective: Perspective, proven: bool | None) -> Address:
    address = _address(author, perspective)
    if address.internal and (proven is False or _somebody_else(author, headers, perspective)):
        return Address(address.name, address.email, None)
    return address


def _somebody_else(author: Mailbox, headers: Headers, perspective: Perspective) -> bool:
    """Whether the mail itself says that the words, or the answers, are not those of its From address."""
    senders = [box.email for box in _addressees(headers, "sender").mailboxes]
    answers = [_address(box, perspective).internal for box in _addressees(headers, "reply-to").mailboxes]
    return (
        any(email != author.email for email in senders)
        or not all(answers)
        or "x-original-from" in headers
        or f"mailto:{author.email}" in headers.first("list-post").lower()
        or headers.first("x-ms-exchange-organization-authas").lower() == "anonymous"
    )


def _addressees(headers: Headers, name: str) -> AddressField:
    """All fields of this name as one."""
    written = [address_field(value) for value in headers.all(name)]
    return AddressField(
        mailboxes=tuple(box for one in written for box in one.mailboxes),
        complete=name not in headers.cut and all(one.complete for one in written),
    )


def _address(mailbox: Mailbox, perspective: Perspective) -> Address:
    """The mailbox with its side: True inside, False outside, None when it cannot be told."""
    if not mailbox.email or not perspective.domains:
        return Address(mailbox.name, mailbox.email, None)
    if _domain(mailbox.email) not in perspective.domains:
        return Address(mailbox.name, mailbox.email, False)
    return Address(mailbox.name, mailbox.email, True if _is_certain(mailbox) else None)


def _is_certain(mailbox: Mailbox) -> bool:
    local = mailbox.email.rpartition("@")[0]
    odd = _MACHINE.match(local) or _IN_THE_NAME_OF.search(mailbox.name)
    return mailbox.plain and not odd and bool(_PLAIN_LOCAL_PART.match(local))


def _domain(email: str) -> str:
    return email.rpartition("@")[2]


def _all_inside(sender: Address | None, addressees: tuple[Address, ...], complete: bool) -> bool | None:
    sides = [address.internal for address in addressees] + [sender.internal if sender else None]
    if False in sides:
        return False
    return True if complete and all(sides) else None


def _role(from_owner: bool, to: tuple[Address, ...], cc: tuple[Address, ...], perspective: Perspective) -> str:
    if from_owner:
        return "from"
    for role, addresses in (("to", to), ("cc", cc)):
        if any(_listed(address, perspective.owner) for address in addresses):
            return role
    return ""


def _marks(sender: Address | None, addressees: tuple[Address, ...], perspective: Perspective) -> tuple[str, ...]:
    """What the organisation's lists say of anyone in this mail, and of its sender."""
    everyone = (sender, *addressees) if sender else addressees
    found = {
        "deny": any(_listed(address, perspective.deny) for address in everyone),
        "optout": any(_listed(address, perspective.optout) for address in everyone),
        "network": sender is not None and _listed(sender, perspective.notifications),
    }
    return tuple(mark for mark, holds in found.items() if holds)


def _listed(address: Address, entries: frozenset[str]) -> bool:
    """Whether the address, itself without its ``+tag``, or its ``@domain`` is in a list."""
    if not entries:
        return False
    local, at, domain = address.email.rpartition("@")
    names = {address.email, f"{local.partition('+')[0]}{at}{domain}", at + domain}
    return bool(domain) and not entries.isdisjoint(names)


def circle(messages: Iterable[Message], owner: Collection[str]) -> frozenset[str]:
    """The addresses between which these messages went, the owner's own left out."""
    people = (person for one in messages for person in (one.sender, *one.to, *one.cc) if person)
    return frozenset(person.email for person in people if person.email and person.email not in owner)
