"""Digests that went out, and the answers that came back by mail; keys and words of ours, no mail text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlite_utils import Database

from nudger.ledger.keys import LedgerKey
from nudger.ledger.times import to_moment, to_text


@dataclass(frozen=True, slots=True)
class SentDigest:
    """A digest that may be answered. ``message`` and ``token`` are keyed; ``sent_at`` is when it went out."""

    message: str
    token: str
    sent_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MailAnswer:
    """One line of an answer by mail, and what came of it.

    ``message`` is keyed, ``target`` the id that was written (or empty), ``word`` what was asked (``posted``...),
    ``outcome`` is ``done``, ``unknown`` (no such id), ``late`` (it stands otherwise already) or ``garbled``.
    """

    message: str
    line: int
    target: str
    word: str
    outcome: str
    given_at: datetime


class DigestRows:
    """Methods about digests. Changing ones are called inside ``Ledger.atomic``."""

    def __init__(self, database: Database, key: LedgerKey) -> None:
        self._run = database.conn.execute
        self._key = key

    def begin(self, moment: datetime, message: str, token: str, now: datetime) -> bool:
        """Remember that a digest is about to go out for this moment; False when there was one, and nothing changes."""
        values = [to_text(moment), self._key.of("message", message), self.token_key(token), "sending", to_text(now)]
        return self._run("INSERT INTO digests VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", values).rowcount == 1

    def skip(self, moment: datetime, now: datetime) -> None:
        """There was nothing to say at this moment."""
        self._run(
            "INSERT INTO digests VALUES (?, '', '', 'empty', ?) ON CONFLICT DO NOTHING", [to_text(moment), to_text(now)]
        )

    def sent(self, moment: datetime) -> None:
        """It went out."""
        self._run("UPDATE digests SET state = 'sent' WHERE moment = ?", [to_text(moment)])

    def drop(self, moment: datetime) -> None:
        """It surely did not go out."""
        self._run("DELETE FROM digests WHERE moment = ? AND state = 'sending'", [to_text(moment)])

    def known(self, moment: datetime) -> bool:
        """Whether this moment is dealt with: sent, perhaps sent, or empty."""
        return self._run("SELECT 1 FROM digests WHERE moment = ?", [to_text(moment)]).fetchone() is not None

    def answerable(self) -> dict[str, SentDigest]:
        """The digests that went out (or may have), by keyed message."""
        rows = self._run("SELECT message, token, sent_at FROM digests WHERE message <> ''")
        return {message: SentDigest(message, token, to_moment(at)) for message, token, at in rows}

    def answered_by(self, references: Iterable[str]) -> bool:
        """Whether a mail with these references answers one of nudger's own: such a mail is never talk."""
        known = self.answerable()
        return bool(known) and any(self._key.of("message", reference) in known for reference in references)

    def token_key(self, token: str) -> str:
        """The key under which a token is remembered."""
        return self._key.of("digest-token", token)

    def answer(self, one: MailAnswer) -> bool:
        """Remember a line of an answer; False when it was carried out before."""
        values = {**asdict(one), "given_at": to_text(one.given_at)}
        query = (
            "INSERT INTO mail_answers (message, line, target, word, outcome, given_at)"
            " VALUES (:message, :line, :target, :word, :outcome, :given_at) ON CONFLICT DO NOTHING"
        )
        return self._run(query, values).rowcount == 1

    def answered(self, message: str) -> bool:
        """Whether this mail was carried out before."""
        return self._run("SELECT 1 FROM mail_answers WHERE message = ?", [message]).fetchone() is not None

    def untold(self) -> list[MailAnswer]:
        """The answers that no digest has confirmed yet, oldest first."""
        rows = self._run(
            "SELECT message, line, target, word, outcome, given_at FROM mail_answers WHERE told = 0"
            " ORDER BY given_at, message, line"
        )
        return [
            MailAnswer(message=m, line=n, target=target, word=word, outcome=outcome, given_at=to_moment(at))
            for m, n, target, word, outcome, at in rows
        ]

    def tell(self, answers: Iterable[MailAnswer]) -> None:
        """A digest has confirmed these."""
        for one in answers:
            self._run("UPDATE mail_answers SET told = 1 WHERE message = ? AND line = ?", [one.message, one.line])
