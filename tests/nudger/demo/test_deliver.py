"""Delivery into a Maildir, week by week."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from nudger.demo.mailbox import END, FOLDERS, deliver, maildir_folder, messages, moments


def laid(root: Path) -> dict[str, tuple[bytes, float]]:
    files = (file for folder in FOLDERS for file in (maildir_folder(root, folder) / "new").iterdir())
    return {str(file.relative_to(root)): (file.read_bytes(), file.stat().st_mtime) for file in files}


def test_week_by_week_is_the_same_as_all_at_once(tmp_path: Path) -> None:
    before, counts = None, []
    for moment in moments():
        counts.append(deliver(tmp_path / "weekly", before, moment))
        before = moment
    assert deliver(tmp_path / "once", None, END) == sum(counts) == len(messages())
    assert all(counts)
    assert laid(tmp_path / "weekly") == laid(tmp_path / "once")


def test_files_are_the_mails_as_old_as_their_arrival(tmp_path: Path) -> None:
    deliver(tmp_path, None, END)
    wanted = {
        str((maildir_folder(tmp_path, mail.folder) / "new" / mail.file_name).relative_to(tmp_path)): (
            mail.raw,
            mail.arrival.timestamp(),
        )
        for mail in messages()
    }
    assert laid(tmp_path) == wanted


def test_since_is_outside_and_until_inside(tmp_path: Path) -> None:
    first, second, third = (mail.arrival for mail in messages()[:3])
    assert deliver(tmp_path, first, third) == 2
    assert deliver(tmp_path, third, third) == 0
    assert second < third


def test_names_sort_by_arrival_and_nothing_half_done_stays(tmp_path: Path) -> None:
    deliver(tmp_path, None, END)
    for folder in FOLDERS:
        names = [mail.file_name for mail in messages() if mail.folder == folder]
        assert names == sorted(names)
        assert not list((maildir_folder(tmp_path, folder) / "tmp").iterdir())


def test_an_empty_delivery_makes_the_folders(tmp_path: Path) -> None:
    assert deliver(tmp_path, END, END) == 0
    assert laid(tmp_path) == {}


def test_with_another_end(tmp_path: Path) -> None:
    end = END + timedelta(weeks=4)
    assert deliver(tmp_path, None, end, end) == len(messages())
