"""What is wrong with this machine is never said of a mail, for an unreadable mail is not read again."""

from __future__ import annotations

import errno

import pytest

from nudger.errors import DiskTrouble, Unreadable
from nudger.mail.guard import closed_when_in_doubt


@closed_when_in_doubt
def fail(error: Exception) -> None:
    raise error


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EROFS, errno.EMFILE, errno.ENOENT])
def test_a_full_disk_is_no_unreadable_mail(code: int) -> None:
    with pytest.raises(DiskTrouble):
        fail(OSError(code, "the words of a library"))


@pytest.mark.parametrize("error", [OSError(errno.EOVERFLOW, "a date"), ValueError("x"), KeyError("y")])
def test_what_a_mail_can_cause_makes_it_unreadable(error: Exception) -> None:
    with pytest.raises(Unreadable) as raised:
        fail(error)
    assert raised.value.reason == "unexpected"
