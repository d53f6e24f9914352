"""nudger/mail/stored: Outlook's own files, single mails and whole data files, honest and hostile."""

from __future__ import annotations

import json
import os
import shutil
import stat
import struct
import time
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from compressed_rtf import compress

from nudger.errors import Unreadable, UnreadableInput
from nudger.mail.reading import read
from nudger.mail.source import RawMessage
from nudger.mail.stored import compound, outlook
from nudger.mail.stored.files import iterate, open_path
from nudger.mail.stored.rtf import text_of_rtf
from nudger.mail.stored.whole import taken_apart
from rules.message import Message
from tests.conftest import skip
from tests.nudger.mail.mails import ACME, NOW, mail
from tests.nudger.mail.outlook_files import SENT, outlook_file, received, written_here
from tests.test_cli import run


def message(octets: bytes) -> Message:
    return read(taken_apart(RawMessage(1), octets), ACME, now=NOW)


# What Outlook keeps of a mail


def test_a_received_mail_is_the_mail_that_travelled() -> None:
    found = message(received())
    assert (found.id, found.subject, found.own_words) == (
        "<een@acme.example>",
        "Idee: kunnen we dit delen?",
        "Wat vinden jullie?",
    )
    assert (found.internal, found.sender.email, found.sent) == (True, "jan@acme.example", SENT)


def test_a_mail_written_here_gets_the_header_fields_it_never_had() -> None:
    found = message(written_here())
    assert (found.id, found.references) == ("<twee@acme.example>", ("<een@acme.example>",))
    assert found.conversation == ("outlook:000102030405060708090a0b0c0d0e0f",)
    assert (found.sender.name, found.sender.email) == ("Fatima Jansen, teamleider", "leider@acme.example")
    assert [address.email for address in (*found.to, *found.cc)] == ["jan@acme.example", "zoe@acme.example"]
    assert (found.from_owner, found.sent, found.own_words) == (True, SENT, "Zullen we dit delen?")
    assert [(one.name, one.media_type, one.size) for one in found.attachments] == [("plan.pdf", "application/pdf", 4)]


def test_a_sender_known_only_within_exchange_is_unknown() -> None:
    found = message(written_here(p5D02="/O=X/CN=FATIMA", p0065="/O=X/CN=FATIMA", p0C1F="/O=X/CN=leider@acme.example"))
    assert found.internal is None
    assert not found.from_owner


@pytest.mark.parametrize(
    ("message_class", "media_type"),
    [
        ("IPM.Schedule.Meeting.Request", "text/calendar"),
        ("IPM.Schedule.Meeting.Resp.Pos", "text/calendar"),
        ("REPORT.IPM.Note.IPNRN", "multipart/report"),
        ("IPM.Note.SMIME", "application/pkcs7-mime"),
        ("IPM.Note.SMIME.MultipartSigned", "multipart/signed"),
    ],
)
def test_what_is_no_plain_mail_says_so(message_class: str, media_type: str) -> None:
    found = message(written_here(p001A=message_class))
    assert (found.media_type, found.part_types[-1]) == (media_type, media_type)


def test_private_in_outlook_is_private() -> None:
    assert message(received(p0036=2)).sensitivity == "Private"


@pytest.mark.parametrize(
    ("properties", "words"),
    [
        ({"p1000": ("old", "Eén plek".encode("cp1252"))}, "Eén plek"),
        ({"p1000": ("old", "Ένα".encode("cp1253")), "p3FDE": 1253}, "Ένα"),
        ({"p1000": "", "p1013": "<p>Eén plek</p>".encode(), "p3FDE": 65001}, "Eén plek"),
        ({"p1000": "", "p1013": "<p>Eén plek</p>".encode("cp1252"), "p3FDE": 1252}, "Eén plek"),
        ({"p1000": "", "p1013": "<p>Eén plek</p>".encode("latin-1"), "p3FDE": 28591}, "Eén plek"),
        ({"p1000": ""}, ""),
    ],
)
def test_words_in_any_form(properties: dict[str, object], words: str) -> None:
    assert message(written_here(**properties)).own_words == words


@pytest.mark.parametrize(
    ("rtf", "words"),
    [
        (rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 E\'e9n plek\par Zullen we?}", "Eén plek\nZullen we?"),
        (rb"{\rtf1\ansi \uc1 E\u233?n \u-10179?\u-8704?}", "Eén \U0001f600"),
        (
            rb"{\rtf1\fromhtml1{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Zullen we?\htmlrtf\par}\htmlrtf0{\*\x weg}}",
            "Zullen we?\n",
        ),
        (rb"{\rtf1 {\pict 0a0b} \{a\} \'41\'42", " {a} AB"),
        (b"{" * 100_000 + b"x", "x"),
    ],
)
def test_rich_text_gives_its_words(rtf: bytes, words: str) -> None:
    packed = compress(rtf, compressed=False)
    assert text_of_rtf(packed, len(packed), "cp1252") == words
    assert text_of_rtf(packed, len(packed) - 1, "cp1252") == ""


def test_a_mail_with_nothing_but_rich_text() -> None:
    assert message(written_here(p1000="", p1009=compress(rb"{\rtf1 Zullen we?\par}"))).own_words == "Zullen we?"


def test_a_value_never_begins_another_field() -> None:
    found = message(written_here(p0037="Idee\r\nX-Nudger: ja", p1035="<a@b.example>\r\nSensitivity: Private"))
    assert (found.subject, found.nudger, found.sensitivity) == ("Idee X-Nudger: ja", "", "")


# Hostile files


def test_a_hostile_file_is_read_or_refused_within_bounds() -> None:
    for seed in range(400):
        octets = bytearray(written_here(p1013=b"<p>Zullen we?</p>", p1009=compress(b"{\\rtf1 x}")))
        random = Random(seed)
        for _ in range(random.randint(1, 40)):
            octets[random.randrange(len(octets))] = random.randrange(256)
        started = time.process_time()
        with suppress(Unreadable):
            message(bytes(octets[: random.choice([len(octets), random.randrange(len(octets))])]))
        assert time.process_time() - started < 1, seed


def test_a_table_that_goes_round_is_not_followed() -> None:
    octets = bytearray(written_here())
    struct.pack_into("<L", octets, 44, 0xFFFFFFF0)  # FAT sectors
    struct.pack_into("<LL", octets, 68, 0, 0x1FFFFFF)  # where the table goes on, and how far
    with pytest.raises(Unreadable, match="outlook-damaged"):
        outlook.structure_of(bytes(octets))


def test_a_file_with_too_many_entries_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compound, "ENTRIES_LIMIT", 10)
    with pytest.raises(Unreadable, match="too-many-parts"):
        outlook.structure_of(written_here())


def test_a_large_text_costs_no_more_than_any_other() -> None:
    recipients = [{0x3001: f"Collega {number}", 0x39FE: f"c{number}@acme.example", 0x0C15: 1} for number in range(300)]
    octets = outlook_file({0x1000: "woord " * 500_000, 0x0037: "lang", 0x5D02: "jan@acme.example"}, recipients)
    started = time.process_time()
    found = message(octets)
    assert time.process_time() - started < 1
    assert len(found.to) == 300
    assert found.own_words.startswith("woord woord")


# As the user types it


def test_classify_a_msg(tmp_path: Path) -> None:
    (tmp_path / "x.msg").write_bytes(received())
    line = json.loads(run(tmp_path, "classify", str(tmp_path / "x.msg"), "--internal", "acme.example", "--text"))
    assert (line["message_id"], line["internal"], line["own_words"]) == (
        "<een@acme.example>",
        True,
        "Wat vinden jullie?",
    )


def test_a_folder_dragged_out_of_outlook(tmp_path: Path) -> None:
    (tmp_path / "a.msg").write_bytes(received())
    (tmp_path / "b.eml").write_bytes(mail())
    (tmp_path / "c.msg").write_bytes(outlook.SIGNATURE + bytes(100))
    source = open_path(tmp_path)
    [folder] = source.folders()
    assert [raw.problem for raw in iterate(source, folder)] == ["", "", "outlook-damaged"]
    assert next(iter(source.headers(folder, [1]))).header.startswith(b"Received:")


def test_without_the_extra_one_sentence_says_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "olefile", None)
    monkeypatch.setattr(outlook, "can_read", lambda: False)
    (tmp_path / "a.msg").write_bytes(received())
    for path in (tmp_path, tmp_path / "a.msg"):
        source = open_path(path)
        with pytest.raises(UnreadableInput) as refused:
            source.uids(source.folders()[0])
        assert (refused.value.key, refused.value.hint) == ("outlook-extra", "outlook-extra-hint")
    (tmp_path / "b.eml").write_bytes(mail())
    assert [raw.problem for raw in iterate(open_path(tmp_path), tmp_path.name)] == ["outlook-file", ""]


# A whole data file

STAND_IN = """#!/bin/sh
echo "$@" > {log}
while [ "$1" != "-o" ]; do shift; done
for name in "Postvak IN" "Verzonden items"; do
    mkdir -p "$2/Persoonlijke mappen/$name"
    for n in 1 2 10; do
        printf 'From: jan@acme.example\\nSubject: %s\\n\\nZullen we?\\n' $n > "$2/Persoonlijke mappen/$name/$n.eml"
    done
done
"""
"""Writes what readpst 0.6.76 writes; there is no free program that makes a data file to give to the real one."""


def test_a_data_file_is_unpacked_where_nobody_else_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "readpst"
    program.write_text(STAND_IN.format(log=tmp_path / "log"), encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    (tmp_path / "-x.pst").write_bytes(b"!BDN" + bytes(600))
    source = open_path(tmp_path / "-x.pst")
    words = (tmp_path / "log").read_text(encoding="utf-8").split()
    unpacked = Path(words[words.index("-o") + 1])
    assert words[-1] == str(tmp_path / "-x.pst")
    assert stat.S_IMODE(unpacked.stat().st_mode) == 0o700
    assert source.folders() == ["Persoonlijke mappen/Postvak IN", "Persoonlijke mappen/Verzonden items"]
    assert source.sent_folder() == "Persoonlijke mappen/Verzonden items"
    raws = list(iterate(source, source.folders()[0]))
    assert [raw.header.split()[-1] for raw in raws] == [b"1", b"2", b"10"]
    source.close()
    assert not unpacked.exists()


def test_a_damaged_data_file_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("readpst") is None:
        skip("readpst is not installed")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "x.pst").write_bytes(b"!BDN" + bytes(600))
    with pytest.raises(UnreadableInput) as refused:
        open_path(tmp_path / "x.pst")
    assert (refused.value.key, refused.value.hint) == ("pst-damaged", "pst-damaged-hint")
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.pst"]


def test_without_readpst_one_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "x.pst").write_bytes(b"!BDN" + bytes(600))
    with pytest.raises(UnreadableInput) as refused:
        open_path(tmp_path / "x.pst")
    assert (refused.value.key, refused.value.hint) == ("pst-program", "pst-program-hint")
