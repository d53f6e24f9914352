"""Reading that the program may not survive: what is read is written down first, and what kills it is given up.

A message can kill the process in ways that no ``except`` sees (out of memory, a fault in a library). UIDs that are
found written down at the next run are suspects: each is read alone once, only to see whether the program lives. The one
that killed it :data:`MOST_TRIES` times is counted as unreadable instead of stopping every night. Then all others are
read in the batches of an undisturbed run, because scores depend, in their last digits, on what is scored together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from nudger.errors import NudgerError
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Sighting, Trial
from nudger.mail.batches import batches

MOST_TRIES = 3
"""Deaths in the middle of a message after which it is left alone."""
KILLED = "killed-the-program"
"""The reason of a message that was given up."""
PASSING = ("declined", "no-data", "unusable-reply")
"""Reasons that lie with the server (:mod:`nudger.mail.imap.fetching`), and may have passed by the next run."""
MOST_RUNS = 3
"""Runs in which a message is asked for that the server does not give."""
PARDONED = "killed-the-program-before-the-numbers-changed"
"""The same, of a UID under which another message may stand by now."""


@dataclass(frozen=True, slots=True)
class Step:
    """UIDs to read together; ``tries`` counts this reading too."""

    uids: Sequence[int]
    tries: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A folder as its trials are remembered."""

    ledger: Ledger
    account: str
    folder: str
    uidvalidity: int

    def trial(self) -> Trial | None:
        """What a run that died left behind, where its UIDs still mean the same."""
        found = self.ledger.mail.trial(self.account, self.folder)
        return found if found and found.uidvalidity == self.uidvalidity else None

    @contextmanager
    def on_trial(self, step: Step) -> Iterator[None]:
        """Around the reading of one step. An error ends it in good order: it is no death and is not counted.

        Where the step succeeds, the transaction that writes its outcome calls ``end_trial``.
        """
        trial = Trial(self.uidvalidity, step.uids[0], step.uids[-1], step.tries)
        with self.ledger.atomic():
            self.ledger.mail.begin_trial(self.account, self.folder, trial)
        try:
            yield
        except BaseException:
            with suppress(NudgerError), self.ledger.atomic():
                self.ledger.mail.end_trial(self.account, self.folder)
            raise

    def give_up(self, uid: int, tries: int) -> None:
        """Settle a message that is never to be read again."""
        sighting = Sighting(uid, "unreadable", reason=KILLED, tries=tries)
        with self.ledger.atomic():
            self.ledger.mail.add_sightings(self.account, self.folder, self.uidvalidity, [sighting])
            self.ledger.mail.end_trial(self.account, self.folder)

    def given_up(self) -> set[int]:
        """All messages of this folder that were ever given up."""
        return self.ledger.mail.unreadable(self.account, self.folder, self.uidvalidity, KILLED)

    def pardon(self) -> None:
        """Read what was given up again: the server uses its UIDs a second time."""
        with self.ledger.atomic():
            self.ledger.mail.rename_reason(self.account, self.folder, self.uidvalidity, KILLED, PARDONED)

    def once_more(self) -> list[int]:
        """What the server did not give in former runs; the try is counted before it begins."""
        uids = self.ledger.mail.unsettled(self.account, self.folder, self.uidvalidity, PASSING, MOST_RUNS)
        if uids:
            with self.ledger.atomic():
                self.ledger.mail.count_tries(self.account, self.folder, self.uidvalidity, uids)
        return uids


def examine(place: Place, uids: Sequence[int], trial: Trial | None, probe: Callable[[int], object]) -> int:
    """Try suspects alone with ``probe``, which keeps nothing; how many messages were given up (0 or 1)."""
    suspects = [uid for uid in uids if trial and _suspected(uid, trial)]
    if trial and suspects and trial.first_uid == trial.last_uid and trial.tries >= MOST_TRIES:
        place.give_up(trial.first_uid, trial.tries)
        return 1
    for uid in suspects:
        with place.on_trial(Step((uid,), trial.tries + 1 if trial else 1)):
            probe(uid)
    return 0


def steps(uids: Sequence[int], trial: Trial | None, size: int) -> Iterator[Step]:
    """Cut ascending UIDs into steps of at most ``size``, in order.

    A step with suspects in it goes on counting. When it has killed the program too often, though each of them alone did
    not, they come one by one.
    """
    for batch in batches(uids, size):
        if trial is None or not any(_suspected(uid, trial) for uid in batch):
            yield Step(batch)
        elif trial.tries < MOST_TRIES:
            yield Step(batch, trial.tries + 1)
        else:
            yield from (Step((uid,), trial.tries) for uid in batch)


def _suspected(uid: int, trial: Trial) -> bool:
    return trial.first_uid <= uid <= trial.last_uid
