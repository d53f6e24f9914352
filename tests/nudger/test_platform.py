"""Modes and owners: private from the first moment, also under a careless umask; other people's files are refused."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nudger.errors import CannotWrite, DiskTrouble
from nudger.platform import open_to_others, owned_by_me, path_from, private_file, private_folder, private_umask

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no modes")


@pytest.fixture(autouse=True)
def careless() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_new_folders_are_private_with_their_parents(tmp_path: Path) -> None:
    made = private_folder(tmp_path / "a" / "b")
    assert (made, mode(made), mode(made.parent)) == (tmp_path / "a" / "b", 0o700, 0o700)


def test_open_folder_is_closed_and_its_parents_left(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    private_folder(tmp_path / "a" / "b")
    assert (mode(tmp_path / "a" / "b"), mode(tmp_path / "a")) == (0o700, 0o777)


def test_new_file_is_private_and_an_old_one_keeps_its_content(tmp_path: Path) -> None:
    path = private_file(tmp_path / "ledger.db")
    assert (mode(path), path.read_bytes()) == (0o600, b"")
    path.write_bytes(b"rows")
    path.chmod(0o644)
    assert (mode(private_file(path)), path.read_bytes()) == (0o600, b"rows")


def test_planted_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    for link in (tmp_path / "dangling", tmp_path / "link"):
        link.symlink_to(target)
        with pytest.raises(CannotWrite) as caught:
            private_file(link)
        assert caught.value.key == "not-yours"
        assert not target.exists() or target.read_bytes() == b"x"
        target.write_bytes(b"x")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
def test_what_another_person_owns_is_refused(tmp_path: Path) -> None:
    for made in (private_folder(tmp_path / "folder"), private_file(tmp_path / "file")):
        os.chown(made, 12345, 12345)
        assert not owned_by_me(made)
        with pytest.raises(CannotWrite):
            (private_folder if made.is_dir() else private_file)(made)


def test_link_of_another_person_is_refused_for_folders(tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "target")
    assert private_folder(tmp_path / "link")
    if os.geteuid() == 0:
        os.chown(tmp_path / "link", 12345, 12345, follow_symlinks=False)
        with pytest.raises(CannotWrite):
            private_folder(tmp_path / "link")


def test_what_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for call in (lambda: private_folder(tmp_path / "file" / "x"), lambda: private_file(tmp_path / "absent" / "x")):
        with pytest.raises(CannotWrite) as caught:
            call()
        assert (caught.value.key, caught.value.exit_code) == ("cannot-write", 73)


def test_full_disk_is_disk_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(DiskTrouble):
        private_file(tmp_path / "x")


def test_umask(tmp_path: Path) -> None:
    private_umask()
    (tmp_path / "x").write_text("")
    assert mode(tmp_path / "x") == 0o600


def test_path_from(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert path_from("~/a", tmp_path) == tmp_path / "home" / "a"
    assert path_from("a", tmp_path) == tmp_path / "a"
    assert path_from("/a", tmp_path) == Path("/a")
    assert path_from("~nobody-9/a", tmp_path) == tmp_path / "~nobody-9" / "a"


@pytest.mark.parametrize(
    ("bits", "is_open"), [(0o600, False), (0o700, False), (0o640, True), (0o604, True), (0o601, True)]
)
def test_open_to_others(bits: int, is_open: bool) -> None:
    assert open_to_others(stat.S_IFREG | bits) is is_open


def test_a_folder_that_all_share_is_not_closed(tmp_path: Path) -> None:
    shared_by_all = tmp_path / "shared"
    shared_by_all.mkdir()
    shared_by_all.chmod(0o1777)
    private_folder(shared_by_all)
    assert shared_by_all.stat().st_mode & 0o7777 == 0o1777
