"""tests/contracts: what every source of mail must do; a source's own test class says how it is filled.

See vdirsyncer's ``StorageTests`` for the pattern.
"""

from __future__ import annotations

import pytest

from nudger.errors import FolderMissing
from nudger.mail.mime.structure import choose_text
from nudger.mail.source import RawMessage, Source
from nudger.mail.stored.files import iterate
from tests.contracts.letters import LETTERS, arrival

ALL = list(range(1, len(LETTERS) + 1))


class SourceContract:
    """A subclass gives the fixture ``source``: a mailbox with LETTERS in ``folder``, in their order."""

    folder = "INBOX"
    dated = True
    """Whether the source knows when a message came."""
    sizes_hold = True
    """Whether the size of a part leaves out its header, as it should; only then an empty part is known to be empty."""

    @pytest.fixture
    def source(self) -> Source:
        """The mailbox, filled."""
        raise NotImplementedError

    def uids(self, source: Source) -> list[int]:
        """The UIDs of LETTERS."""
        return source.uids(self.folder)

    def complete(self, source: Source) -> list[RawMessage]:
        return list(source.complete(self.folder, source.headers(self.folder, self.uids(source))))

    def test_it_names_its_account(self, source: Source) -> None:
        assert source.account

    def test_its_folder_is_listed(self, source: Source) -> None:
        assert self.folder in source.folders()

    def test_state_counts(self, source: Source) -> None:
        state = source.state(self.folder)
        assert state.messages == len(LETTERS)
        assert 0 < state.uidvalidity < 2**32
        assert state.uidnext == self.uids(source)[-1] + 1
        assert source.state(self.folder) == state

    def test_uids_ascend_and_exceed(self, source: Source) -> None:
        uids = self.uids(source)
        assert len(uids) == len(LETTERS)
        assert uids == sorted(set(uids))
        assert source.uids(self.folder, after=uids[2]) == uids[3:]
        assert source.uids(self.folder, after=uids[-1]) == []
        assert source.uids(self.folder, after=uids[-1] + 50) == []

    def test_since_a_day(self, source: Source) -> None:
        since = source.uids(self.folder, since=arrival(4).date())
        assert since == (self.uids(source)[3:] if self.dated else self.uids(source))

    def test_headers_tell_who_and_when_but_no_text(self, source: Source) -> None:
        for number, raw in enumerate(source.headers(self.folder, self.uids(source)), start=1):
            assert f"Message-ID: <{number}@voorbeeld.example>".encode() in raw.header
            assert f"Subject: {LETTERS[number - 1].name}".encode() in raw.header
            assert raw.internal_date == (arrival(number) if self.dated else None)
            assert raw.size > 300
            assert (raw.parts, raw.bodies, raw.problem) == (None, {}, "")
        assert number == len(LETTERS)

    def test_headers_come_once_and_ascending(self, source: Source) -> None:
        one, two, *_ = self.uids(source)
        assert [raw.uid for raw in source.headers(self.folder, [two, one, two])] == [one, two]

    def test_the_text_is_found(self, source: Source) -> None:
        for letter, raw in zip(LETTERS, self.complete(source), strict=True):
            if letter.name == "empty plain" and not self.sizes_hold:
                continue
            text = choose_text(raw.parts or ())
            assert (text.section if text else "") == letter.section, letter.name
            if text:
                octets = raw.bodies[text.section].replace(b"\r\n", b"\n")
                assert octets.startswith(letter.text.encode()), letter.name

    def test_parts_are_told(self, source: Source) -> None:
        for letter, raw in zip(LETTERS, self.complete(source), strict=True):
            assert tuple(part.media_type for part in raw.parts or ()) == letter.types, letter.name
            assert tuple(part.filename for part in raw.parts or () if part.filename) == letter.filenames, letter.name

    def test_only_text_is_given(self, source: Source) -> None:
        for raw in self.complete(source):
            types = {part.section: part.media_type for part in raw.parts or ()}
            assert {types[section] for section in raw.bodies} <= {"text/plain", "text/html"}

    def test_what_is_not_there_is_not_given(self, source: Source) -> None:
        last = self.uids(source)[-1]
        assert [raw.uid for raw in source.headers(self.folder, [last, last + 7])] == [last]
        assert [raw.uid for raw in source.complete(self.folder, [RawMessage(last), RawMessage(last + 7)])] == [last]

    def test_a_known_problem_passes(self, source: Source) -> None:
        broken = RawMessage(self.uids(source)[0], problem="declined")
        assert list(source.complete(self.folder, [broken])) == [broken]

    def test_every_message_once(self, source: Source) -> None:
        raws = list(iterate(source, self.folder))
        assert [raw.uid for raw in raws] == self.uids(source)
        assert all(raw.parts for raw in raws)

    @pytest.mark.parametrize("name", ["Nergens", "INBOX\r\nX DELETE INBOX", "IN\0BOX"])
    def test_a_folder_that_is_not_there(self, source: Source, name: str) -> None:
        with pytest.raises(FolderMissing):
            source.state(name)
        with pytest.raises(FolderMissing):
            source.uids(name)
        with pytest.raises(FolderMissing):
            list(source.headers(name, [1]))

    def test_it_counts_what_it_reads(self, source: Source) -> None:
        self.complete(source)
        assert source.traffic.bytes_in > 300 * len(LETTERS)

    def test_closing_twice_is_fine(self, source: Source) -> None:
        source.state(self.folder)
        source.close()
        source.close()
