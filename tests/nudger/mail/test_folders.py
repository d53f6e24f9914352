"""nudger/mail/folders: which folder holds the sent mail."""

from __future__ import annotations

import pytest

from nudger.errors import FolderMissing
from nudger.mail.imap.folders import SENT_NAMES, Folder, checked_name, sent_folder

INBOX = Folder("INBOX")


@pytest.mark.parametrize("name", SENT_NAMES)
@pytest.mark.parametrize(("prefix", "delimiter"), [("", "/"), ("INBOX.", "."), ("[Gmail]/", "/"), ("Map\\", "\\")])
def test_known_names_anywhere(name: str, prefix: str, delimiter: str) -> None:
    assert sent_folder([INBOX, Folder(prefix + name.upper(), delimiter)]) == prefix + name.upper()


def test_the_mark_beats_every_name() -> None:
    assert sent_folder([Folder("Sent"), Folder("Uit", flags=frozenset({"sent"}))]) == "Uit"


def test_the_surest_name_beats_the_first() -> None:
    assert sent_folder([Folder("Sent"), Folder("Verzonden items")]) == "Verzonden items"


def test_what_cannot_be_opened_is_passed_over() -> None:
    assert sent_folder([Folder("Sent", flags=frozenset({"noselect"})), Folder("Verzonden")]) == "Verzonden"
    assert sent_folder([INBOX, Folder("Consent"), Folder("Sent/2025")]) is None


@pytest.mark.parametrize("letter", ["\r", "\n", "\0", "\x1b", "\x7f"])
def test_control_characters(letter: str) -> None:
    assert checked_name("Ideeën & plannen", "leider") == "Ideeën & plannen"
    with pytest.raises(FolderMissing) as refused:
        checked_name(f"IN{letter}BOX", "leider")
    assert refused.value.values == {"account": "leider", "folder": "IN?BOX"}
