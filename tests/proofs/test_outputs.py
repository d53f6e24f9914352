"""What each command may say: names and addresses nowhere, words of mails only where the leader reads her own mail."""

from __future__ import annotations

import re

import pytest

from tests.proofs.conftest import NOT_HERE, Day, commands
from tests.proofs.test_no_text_at_rest import in_plain, leaks
from tests.proofs.world import ANNA, CANARIES, TOM, colleagues, rare_words

pytestmark = [pytest.mark.dovecot, pytest.mark.xdist_group("proofs"), pytest.mark.timeout(600)]

SHOWS_MAIL = {"review", "digest", "explain", "answers", "ideas", "scan"}
"""Commands by which the leader looks at her own mail."""
NAMES = {"review"}
"""There the mail itself is shown, and who wrote it, for she may want to invite the author."""
ECHOED = {"privacy show": ANNA, "privacy forget": TOM}
"""What was typed comes back."""


def test_every_command_was_run(day: Day) -> None:
    assert set(day.ran) >= commands() - (NOT_HERE - {"privacy forget"})


def test_no_colleague_is_named(day: Day) -> None:
    for name, ran in day.ran.items():
        for one in ran if name not in NAMES else ():
            text = re.sub(r"\s+", " ", one.text).replace(ECHOED.get(name, "\0"), "")
            assert not in_plain(text.encode(), [*colleagues(), *colleagues().values()]), name


def test_words_of_mails_stand_only_where_she_reads_her_own_mail(day: Day) -> None:
    for name, ran in day.ran.items():
        for one in ran if name not in SHOWS_MAIL else ():
            text = one.text.replace(ECHOED.get(name, "\0"), "").encode()
            found = in_plain(text, [*rare_words(), *CANARIES.values()])
            assert found <= ({CANARIES["message-id"]} if name == "classify" else set()), name


def test_what_the_review_shows_can_be_found(day: Day) -> None:
    assert in_plain(day.ran["review"][0].text.encode(), [*rare_words()]), "else the search above is blind"


def test_no_secret_is_ever_said(day: Day) -> None:
    for name, ran in day.ran.items():
        for one in ran:
            assert not leaks(one.text.encode(), day.home.secrets), name


def test_the_page_names_nobody(day: Day) -> None:
    page = (day.home.folder / "out" / "report.html").read_bytes()
    assert not in_plain(page, [*colleagues(), *colleagues().values()])
    assert not leaks(page, [CANARIES[part] for part in ("colleague", "attachment", "file-name", "address", "header")])
