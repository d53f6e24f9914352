"""nudger/mail/files and mbox: what a path is, where messages begin, and what cannot be read."""

from __future__ import annotations

import gzip
import mailbox
import os
import tarfile
import tracemalloc
from contextlib import closing
from datetime import UTC, datetime
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.errors import UnreadableInput
from nudger.mail.mime.tree import MESSAGE_LIMIT
from nudger.mail.source import RawMessage, Source
from nudger.mail.stored.files import iterate, open_path
from nudger.mail.stored.mbox import MboxSource, from_line_date, message_of, message_starts
from nudger.mail.stored.whole import header_block

MAIL = b"From: jan@voorbeeld.example\nSubject: idee\n\nZullen we?\n"


def only_folder(source: Source) -> list[RawMessage]:
    [folder] = source.folders()
    raws = list(iterate(source, folder))
    source.close()
    return raws


def text_of(raw: RawMessage) -> bytes:
    [octets] = raw.bodies.values()
    return octets


# What a path is


def test_one_message(tmp_path: Path) -> None:
    path = tmp_path / "een.eml"
    path.write_bytes(MAIL)
    [raw] = only_folder(open_path(path))
    assert (raw.uid, raw.problem, text_of(raw)) == (1, "", b"Zullen we?\r\n")


def test_an_mbox_is_known_by_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "een.eml"
    path.write_bytes(b"\nFrom jan Mon Mar  2 08:30:00 2026\n" + MAIL)
    assert isinstance(open_path(path), MboxSource)
    [raw] = only_folder(open_path(path))
    assert raw.internal_date == datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def test_packed_messages(tmp_path: Path) -> None:
    path = tmp_path / "een.eml.gz"
    path.write_bytes(gzip.compress(MAIL))
    assert text_of(only_folder(open_path(path))[0]) == b"Zullen we?\r\n"


def test_empty_files(tmp_path: Path) -> None:
    for name in ("leeg.eml", "leeg.mbox"):
        (tmp_path / name).touch()
    assert [raw.problem for raw in only_folder(open_path(tmp_path / "leeg.eml"))] == ["empty"]
    assert only_folder(open_path(tmp_path / "leeg.mbox")) == []


def test_a_folder_is_read_by_name_with_its_subfolders(tmp_path: Path) -> None:
    for name in ("b.eml", "a.eml", "map/c.eml", "map/BOMBS.tsv", ".verborgen/d.eml", ".e.eml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(MAIL.replace(b"idee", path.stem.encode()))
    assert [raw.header.split()[-1] for raw in only_folder(open_path(tmp_path))] == [b"a", b"b", b"c"]


def test_a_folder_without_eml_is_read_whole(tmp_path: Path) -> None:
    for name in ("2", "1", "10"):
        (tmp_path / name).write_bytes(MAIL)
    assert len(only_folder(open_path(tmp_path))) == 3


def test_a_maildir_with_folders(tmp_path: Path) -> None:
    for place in ("new", ".Verzonden items/cur", ".Project.Zorg/cur", ".niets"):
        (tmp_path / place).mkdir(parents=True)
    for number, place in enumerate(("new", "new", ".Verzonden items/cur", ".Project.Zorg/cur")):
        (tmp_path / place / f"{number}.x").write_bytes(MAIL)
    source = open_path(tmp_path, account="fatima")
    assert source.account == "fatima"
    assert source.folders() == ["INBOX", "Project/Zorg", "Verzonden items"]
    assert source.sent_folder() == "Verzonden items"
    assert [source.state(folder).messages for folder in source.folders()] == [2, 1, 1]


def test_a_flag_does_not_change_the_order_of_a_maildir(tmp_path: Path) -> None:
    (tmp_path / "cur").mkdir()
    (tmp_path / "new").mkdir()
    for name in ("new/2", "cur/1:2,S", "cur/3:2,"):
        (tmp_path / name).write_bytes(MAIL.replace(b"idee", name.encode()))
    assert [raw.header.split()[-1] for raw in only_folder(open_path(tmp_path))] == [b"cur/1:2,S", b"new/2", b"cur/3:2,"]


def test_new_mail_in_a_maildir_is_seen_by_state(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "1").write_bytes(MAIL)
    source = open_path(tmp_path)
    before = source.state("INBOX")
    (tmp_path / "new" / "2").write_bytes(MAIL)
    assert source.uids("INBOX", after=1) == []
    assert source.state("INBOX").uidvalidity == before.uidvalidity
    assert source.uids("INBOX", after=1) == [2]


@pytest.mark.parametrize("kind", ["missing", "damaged", "pipe"])
def test_paths_that_cannot_be_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x"
    if kind == "damaged":
        path.write_bytes(gzip.compress(MAIL)[:12] + b"kapot")
    if kind == "pipe":
        os.mkfifo(path)
    with pytest.raises(UnreadableInput) as refused:
        open_path(path)
    assert refused.value.key == {"missing": "file-missing", "damaged": "file-damaged", "pipe": "file-closed"}[kind]


def test_a_file_that_goes_while_it_is_read(tmp_path: Path) -> None:
    for name in ("1.eml", "2.eml"):
        (tmp_path / name).write_bytes(MAIL)
    source = open_path(tmp_path)
    [folder] = source.folders()
    uids = source.uids(folder)
    (tmp_path / "1.eml").unlink()
    assert [raw.uid for raw in source.headers(folder, uids)] == [2]
    assert [(raw.uid, raw.problem) for raw in iterate(source, folder)] == [(1, "gone"), (2, "")]


def test_a_message_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "groot.eml"
    path.write_bytes(MAIL)
    os.truncate(path, MESSAGE_LIMIT + 1)
    [raw] = only_folder(open_path(path))
    assert raw.problem == "too-large"
    assert b"Subject: idee" in raw.header


def test_an_outlook_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "outlook.msg"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    assert [raw.problem for raw in only_folder(open_path(path))] == ["outlook-damaged"]


@pytest.mark.parametrize(
    ("start", "header"),
    [
        (b"A: 1\nB: 2\n\nrest", b"A: 1\nB: 2\r\n"),
        (b"\r\n\r\nA: 1\r\n\r\nrest\r\n\r\n", b"A: 1\r\n"),
        (b"A: 1\r\rrest", b"A: 1\r\n"),
        (b"A: 1\nB: 2", b"A: 1\nB: 2"),
        (b"", b""),
    ],
)
def test_header_blocks(start: bytes, header: bytes) -> None:
    assert header_block(start) == header


# Where the messages of an mbox begin

FROM = b"From jan@voorbeeld.example Mon Mar  2 08:30:00 2026\n"


@pytest.mark.parametrize(
    ("octets", "starts"),
    [
        (b"", []),
        (FROM + MAIL, [0]),
        (FROM + MAIL + b"\n" + FROM + MAIL, [0, len(FROM + MAIL) + 1]),
        ((FROM + MAIL + b"\n" + FROM).replace(b"\n", b"\r\n"), [0, len((FROM + MAIL).replace(b"\n", b"\r\n")) + 2]),
        (FROM + MAIL + FROM + MAIL, [0]),  # no empty line before it
        (FROM + MAIL + b"\nFrom the start we\nsaid so.\n", [0]),  # a sentence
        (FROM + MAIL + b"\nFrom jan\n" + MAIL, [0, len(FROM + MAIL) + 1]),  # no date, but a header below it
        (b"From jan\n\nno header", [0]),
        (FROM + b"\n" + FROM + MAIL, [0, len(FROM) + 1]),  # an empty message
        (FROM + b"Subject: " + b"x" * 70_000 + b"\n\n" + b"From " * 40_000 + b"\n", [0]),
    ],
)
def test_message_starts(octets: bytes, starts: list[int]) -> None:
    assert list(message_starts(BytesIO(octets))) == starts


def test_a_message_is_what_was_put_in() -> None:
    assert (
        message_of(FROM + b"A: b\n\n>From here\n>>From there\n> From\n\n")
        == b"A: b\n\nFrom here\n>From there\n> From\n"
    )
    assert message_of(FROM.replace(b"\n", b"\r\n") + b"A: b\r\n\r\nx\r\n\r\n") == b"A: b\r\n\r\nx\r\n"


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        (b"From - Mon Mar  2 08:30:00 2026\r", datetime(2026, 3, 2, 8, 30, tzinfo=UTC)),
        (b"From 177@xxx Mon Mar  2 08:30:00 +0100 2026", datetime(2026, 3, 2, 7, 30, tzinfo=UTC)),
        (b"From jan", None),
        (b"From jan " + b"9" * 5_000, None),
    ],
)
def test_from_line_dates(line: bytes, moment: datetime | None) -> None:
    assert from_line_date(line) == moment


LINES = st.lists(st.sampled_from(["", "From here", ">From x", "From: a", "tekst", "From jan Mon Mar  2 08:30:00 2026"]))


@given(st.lists(LINES, min_size=1, max_size=5))
def test_what_pythons_mailbox_writes_is_read_message_by_message(bodies: list[list[str]]) -> None:
    octets = b"".join(written_by_mailbox("\n".join(body)) for body in bodies)
    starts = [*message_starts(BytesIO(octets)), len(octets)]
    assert len(starts) - 1 == len(bodies)


def written_by_mailbox(body: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "idee"
    message.set_content(body)
    quoted = mailbox.mboxMessage(message).as_bytes(unixfrom=True)
    top, _, rest = quoted.partition(b"\n\n")
    return (
        top
        + b"\n\n"
        + b"\n".join(b">" + line if line.startswith(b"From ") else line for line in rest.split(b"\n"))
        + b"\n"
    )


def mbox_of(path: Path, count: int) -> Path:
    octets = b"".join(FROM + MAIL.replace(b"idee", b"idee %d" % n) + b"\n" for n in range(count))
    path.write_bytes(gzip.compress(octets) if path.suffix == ".gz" else octets)
    return path


def test_a_changed_mbox_is_indexed_again(tmp_path: Path) -> None:
    path = mbox_of(tmp_path / "post", 2)
    source = open_path(path)
    before = source.state("post")
    with path.open("ab") as file:
        file.write(FROM + MAIL + b"\n")
    assert source.state("post").uidvalidity == before.uidvalidity
    assert source.uids("post", after=2) == [3]
    path.unlink()
    with pytest.raises(UnreadableInput):
        source.state("post")
    source.close()


def test_another_first_message_is_another_mailbox(tmp_path: Path) -> None:
    path = mbox_of(tmp_path / "post", 2)
    with closing(open_path(path)) as source:
        before = source.state("post").uidvalidity
    path.write_bytes(path.read_bytes().replace(b"08:30", b"09:30", 1))
    with closing(open_path(path)) as source:
        assert source.state("post").uidvalidity != before


@pytest.mark.parametrize("name", ["post", "post.gz"])
def test_a_large_message_costs_no_memory_and_no_other(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nudger.mail.stored.mbox.MESSAGE_LIMIT", 3_000_000)
    large = FROM + MAIL + b"aap noot mies\n" * 220_000 + b"\n"
    path = tmp_path / name
    with gzip.open(path, "wb", 1) if name.endswith(".gz") else path.open("wb") as file:
        file.write(FROM + MAIL + b"\n" + large + FROM + MAIL)
    del large
    tracemalloc.start()
    raws = only_folder(open_path(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [raw.problem for raw in raws] == ["", "too-large", ""]
    assert peak < 1_500_000


def test_a_gzip_cut_off_is_told(tmp_path: Path) -> None:
    path = mbox_of(tmp_path / "post.gz", 500)
    os.truncate(path, path.stat().st_size - 100)
    with pytest.raises(UnreadableInput) as damaged:
        open_path(path).state("post.gz")
    assert damaged.value.key == "file-damaged"


@pytest.mark.shared
def test_a_real_mailbox(shared: Path) -> None:
    raws = only_folder(open_path(shared / "data" / "public" / "mailbox.mbox.gz"))
    assert [raw.uid for raw in raws] == list(range(1, 2978))
    assert not [raw.uid for raw in raws if raw.problem or raw.parts is None]
    assert all(raw.internal_date for raw in raws)


@pytest.mark.shared
def test_odd_messages_one_by_one(shared: Path, tmp_path: Path) -> None:
    with tarfile.open(shared / "data" / "public" / "odd.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
    raws = only_folder(open_path(tmp_path))
    assert len(raws) == 1019
    assert sum(bool(raw.problem) for raw in raws) < 20
