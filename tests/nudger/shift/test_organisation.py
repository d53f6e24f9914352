"""The organisation's report: fixed windows, ten owners or none, and nothing to be found by subtracting."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from nudger.shift.organisation import (
    MIN_CHANGE,
    MIN_OWNERS,
    PARTS,
    STEP,
    Totals,
    Window,
    closed,
    make,
    weeks_of,
    window_of,
)

NAMES = [f"owner{number}" for number in range(20)]


def totals(talk: int = 12, ideas: int = 4, questions: int = 5, moved: int = 3, mails: int = 400) -> Totals:
    return Totals(
        mails=mails,
        talk=talk,
        ideas=ideas,
        questions=questions,
        discussions=talk - ideas - questions,
        stayed=talk - moved,
        moved=moved,
        left_on_mail=7,
    )


def series(groups: list[set[str]]) -> list[Window]:
    """A window for each of these groups of owners, one after the other."""
    windows: list[Window] = []
    for number, group in enumerate(groups):
        windows.append(make(f"w{number}", {name: totals() for name in group}, windows, f"seed{number}"))
    return windows


def test_windows_follow_each_other_and_never_shift() -> None:
    day = date(2026, 1, 1)
    firsts = list(dict.fromkeys(window_of(day + timedelta(days=n)) for n in range(365)))
    weeks = [week for first in firsts for week in weeks_of(first)]
    assert len(weeks) == len(set(weeks))
    assert all(window_of(date.fromisocalendar(int(week[:4]), int(week[6:]), 3)) in firsts for week in weeks)


def test_a_window_is_made_when_nothing_in_it_can_change_any_more() -> None:
    for number in range(60):
        today = date(2026, 6, 1) + timedelta(days=number)
        last = weeks_of(closed(today))[-1]
        assert (today - date.fromisocalendar(int(last[:4]), int(last[6:]), 7)).days >= 14


def test_ten_owners_make_a_window_and_nine_do_not() -> None:
    assert series([set(NAMES[:9])])[0] == Window("w0", frozenset(), {})
    made = series([set(NAMES[:10])])[0]
    assert made.cells["talk"] == 120
    assert made.cells["ideas"] == 40


def test_what_is_shown_is_rounded() -> None:
    handed = {name: totals(mails=401) for name in NAMES[:11]}
    assert make("w", handed, [], "s").cells["mails"] == STEP * round(11 * 401 / STEP)


def test_few_owners_behind_a_cell_hide_it_and_one_more() -> None:
    handed = {name: totals(ideas=0, questions=9) for name in NAMES[:12]}
    handed["owner0"] = totals(ideas=7, questions=2)
    cells = make("w", handed, [], "s").cells
    assert cells["talk"] is not None
    assert [name for name in PARTS[0] if cells[name] is None] == ["ideas", "discussions"]


def test_one_owner_who_makes_up_most_of_a_cell_hides_it() -> None:
    handed = {name: totals(mails=1) for name in NAMES[:12]}
    handed["owner0"] = totals(mails=9_000)
    assert make("w", handed, [], "s").cells["mails"] is None


def test_a_hidden_sum_hides_its_parts() -> None:
    handed = {name: totals(talk=0, ideas=0, questions=0, moved=0) for name in NAMES[:12]}
    handed["owner0"] = totals()
    cells = make("w", handed, [], "s").cells
    assert {cells[name] for name in ("talk", *PARTS[0], *PARTS[1])} == {None}


@given(st.lists(st.sets(st.sampled_from(NAMES), min_size=8), min_size=2, max_size=9))
@settings(max_examples=60, deadline=None)
def test_no_two_groups_are_one_or_two_owners_apart(groups: list[set[str]]) -> None:
    made = [(window.group, group) for window, group in zip(series(groups), groups, strict=True) if window.group]
    assert all(chosen <= group and len(chosen) >= MIN_OWNERS for chosen, group in made)
    for (first, _), (second, _) in combinations(made, 2):
        assert first == second or len(first ^ second) >= MIN_CHANGE


@given(
    st.lists(st.integers(0, 60), min_size=11, max_size=14),
    st.integers(0, 500),
    st.integers(0, 500),
    st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_two_reports_around_one_owner_subtracted_find_nothing(
    others: list[int], one: int, another: int, joins: bool
) -> None:
    """The attack: everybody else does the same in both windows, and one owner comes, or goes, between them.

    Where subtracting told what she did, the difference would follow her figure. Whatever is shown of both windows, the
    owners that differ are none, or she and at least two more.
    """
    same = {f"other{number}": totals(talk=n + 10, mails=n) for number, n in enumerate(others)}
    with_her = {**same, "target": totals(talk=one + 9, mails=another)}
    pair = [same, with_her] if joins else [with_her, same]
    first = make("w0", pair[0], [], "seed0")
    second = make("w1", pair[1], [first], "seed1")
    if first.group and second.group:
        assert len(first.group ^ second.group) == 0 or len((first.group ^ second.group) - {"target"}) >= MIN_CHANGE - 1


def test_the_same_attack_with_figures_reads_a_wrong_one() -> None:
    """Eleven owners with equal figures and a twelfth with a figure of her own: the difference is never hers."""
    same = {name: totals(talk=30) for name in NAMES[:11]}
    first = make("w0", same, [], "a")
    second = make("w1", {**same, "target": totals(talk=47)}, [first], "b")
    for cell in ("talk", "discussions", "stayed"):
        before, after, hers = first.cells[cell], second.cells[cell], getattr(totals(talk=47), cell)
        assert before is not None
        assert after is not None
        assert abs(abs(after - before) - hers) > 2 * STEP
