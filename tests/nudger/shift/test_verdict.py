"""What is said when: agreed dates, enough weeks, enough threads, one series; and what is counted as an answer."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nudger import show
from nudger.ledger.activity_rows import ActivityRow, NetworkRead
from nudger.ledger.ask_rows import Ask
from nudger.ledger.ledger import Ledger
from nudger.ledger.outbox_rows import Attempt, Sending
from nudger.ledger.states import State
from nudger.ledger.week_rows import WeekRow
from nudger.nudges.workdays import Calendar
from nudger.shift import calendar, table
from nudger.shift.answers import answers
from nudger.shift.definition import DEFINITION
from nudger.shift.facts import ANNOUNCED, Aim, Facts, gather
from nudger.shift.report import Report, report
from nudger.shift.sentences import footer, sections
from nudger.shift.verdict import Answer
from nudger.texts import LANGUAGES, Texts
from tests.factories import message_row, suggestion
from tests.nudger.shift.sample import facts, rich

ZONE = ZoneInfo("Europe/Amsterdam")
START = date(2026, 3, 4)
WORKDAYS = calendar.Workdays(Calendar(ZONE))
AIMS = (Aim("Minder fouten", 2),)


def weeks(talk: int, number: int = 60, *, model: str = "m1", begin: str = "2025-W36") -> list[WeekRow]:
    names = [calendar.shift(begin, place) for place in range(number)]
    return [WeekRow(week=name, definition=DEFINITION, model=model, load=50, talk=talk) for name in names]


def network(per_week: int, begin: str, number: int) -> list[ActivityRow]:
    return [conversation(calendar.shift(begin, place), n) for place in range(number) for n in range(per_week)]


def conversation(week: str, number: int = 0, **changes: object) -> ActivityRow:
    started = datetime.combine(calendar.monday(week), datetime.min.time(), UTC)
    values = {
        "people": 3,
        "replies": 2,
        "own": False,
        "started": started,
        "week": week,
        "conversation": f"{week}{number}",
    }
    return ActivityRow(network="n", community="c", **{**values, **changes})  # type: ignore[arg-type]


def at(weeks_after: int, given: Facts) -> Report:
    moment = datetime.combine(START + timedelta(weeks=weeks_after), datetime.min.time(), UTC)
    rows = [row for row in given.rows if row.week <= calendar.name(moment.date())]
    return report(replace(given, rows=rows, announced=START, aims=AIMS), moment, ZONE)


def words(result: Report) -> str:
    return "\n".join(line for part in sections(result, Texts("en")) for line in part.lines)


@pytest.mark.parametrize(("after", "asked"), [(1, 0), (8, 0), (10, 8), (12, 8), (15, 13), (27, 13), (28, 26)])
def test_the_question_is_put_on_agreed_dates_only(after: int, asked: int) -> None:
    found = at(after, Facts(rows=weeks(12), activity=network(4, "2026-W11", 40))).verdict
    assert found.weeks == asked
    assert (found.answer is Answer.TOO_EARLY) == (asked == 0)


def test_a_real_move_is_seen_and_its_interval_told() -> None:
    before, after = network(1, "2025-W36", 26), network(8, "2026-W11", 30)
    result = at(16, Facts(rows=weeks(12), activity=before + after))
    assert result.verdict.answer is Answer.LOWER
    test = result.verdict.test
    assert test
    assert (test.before.k, test.before.n, test.after.k, test.after.n) == (156, 169, 156, 260)
    assert "The share by mail went down." in words(result)


def test_five_threads_a_week_are_too_early_to_tell() -> None:
    given = Facts(rows=weeks(5), activity=network(1, "2026-W11", 40))
    result = at(10, given)
    assert result.verdict.answer is Answer.TOO_FEW
    assert "Too early to tell" in words(result)
    assert result.verdict.test is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_percentage_anywhere_below_ten(language: str) -> None:
    given = Facts(
        rows=weeks(1, 9, begin="2026-W02"),
        suggestions=[suggestion("a", State.SENT, week="2026-W03", decided_at=datetime(2026, 2, 1, tzinfo=UTC))],
        asks=[Ask(int(datetime(2026, 2, 2, tzinfo=UTC).timestamp()), "to", None, None)] * 9,
        last={"a": datetime(2026, 2, 1, tzinfo=UTC)},
    )
    result = at(1, given)
    lines = [line for part in sections(result, Texts("nl" if language == "nl" else "en")) for line in part.lines]
    assert not [line for line in lines if "%" in line]
    assert len(lines) > 8


def test_a_retrain_starts_a_new_series() -> None:
    rows = [*weeks(12, 30), *weeks(12, 30, model="m2", begin="2026-W14")]
    result = at(16, Facts(rows=rows, activity=network(8, "2026-W11", 30)))
    assert result.verdict.answer is Answer.NEW_SERIES
    comparable = [week for week in result.weeks if week.same_series]
    assert comparable[0].week == "2026-W14"
    assert result.on_mail.k == sum(week.talk for week in comparable)


def test_a_week_without_data_is_left_out_and_not_zero_of_something() -> None:
    rows = [row for row in weeks(12) if row.week not in ("2026-W06", "2026-W07")]
    result = at(16, Facts(rows=rows, activity=network(1, "2025-W36", 24) + network(8, "2026-W11", 30)))
    test = result.verdict.test
    assert test
    assert test.before.k == 11 * 12


def test_a_monologue_on_the_network_is_no_conversation() -> None:
    alone = [conversation("2026-W12", 1, people=1), conversation("2026-W12", 2, replies=0), conversation("2026-W12", 3)]
    result = at(8, Facts(rows=weeks(3), activity=alone))
    assert sum(week.conversations for week in result.weeks) == 1


def test_whether_the_mail_fell_silent_after_the_move() -> None:
    moved = datetime(2026, 4, 1, tzinfo=UTC)
    given = [suggestion(name, State.SENT, week="2026-W13", decided_at=moved) for name in "abcd"]
    given.append(suggestion("e", State.SENT, decided_at=datetime(2026, 4, 28, tzinfo=UTC)))
    last = {"a": moved, "b": moved + timedelta(days=1), "c": moved + timedelta(days=5), "e": moved}
    silent = at(8, Facts(rows=weeks(3), suggestions=given, last=last)).silent
    # d is forgotten by now, and e moved less than a week ago.
    assert (silent.k, silent.n) == (2, 3)


def seconds(*moment: int) -> int:
    return int(datetime(*moment, tzinfo=ZONE).timestamp())  # type: ignore[arg-type, misc]


def test_the_promise_is_counted_in_working_days_here() -> None:
    friday = seconds(2026, 3, 27, 16)
    asks = [
        Ask(friday, "to", None, seconds(2026, 3, 31, 23)),  # Tuesday: two working days, over the change to summer time
        Ask(friday, "to", None, seconds(2026, 4, 1, 0)),  # Wednesday: three, although not in UTC
        Ask(friday, "to", None, None),  # open and late
        Ask(seconds(2026, 4, 2, 9), "to", None, None),  # open and in time: counts neither way
        Ask(friday, "cc", None, None),  # not put to the leader
        Ask(seconds(2026, 4, 9, 9), "to", None, None),  # from the future: a clock that was wrong
    ]
    found = answers(asks, [], datetime(2026, 4, 3, 12, tzinfo=UTC), WORKDAYS, promise_days=2)
    assert (found.asked, found.in_time.k, found.in_time.n, found.open) == (4, 1, 3, 2)
    assert found.ages == (1, 1, 0, 0, 0)


def test_nothing_is_called_open_where_sent_mail_is_not_read() -> None:
    given = [Ask(seconds(2026, 3, 2, 9), "to", None, None)]
    found = answers(given, [], datetime(2026, 4, 3, tzinfo=UTC), WORKDAYS, promise_days=2, known=False)
    assert (found.open, found.in_time.n) == (0, 0)


def test_working_days() -> None:
    monday = date(2026, 3, 2)
    for first in range(14):
        for last in range(first, 40):
            days = [monday + timedelta(days=step) for step in range(first + 1, last + 1)]
            wanted = sum(day.weekday() < 5 for day in days)
            assert WORKDAYS.between(monday + timedelta(days=first), monday + timedelta(days=last)) == wanted


def test_the_ledger_gives_the_first_ask_and_who_answered(tmp_path: Path) -> None:
    moment = datetime(2026, 6, 2, 9, tzinfo=UTC)
    rows = [
        message_row(1, thread="a", sent=moment),
        message_row(2, thread="a", sent=moment + timedelta(hours=1), new_author=False, kind="other"),
        message_row(3, thread="a", sent=moment + timedelta(hours=2), kind="other"),
        message_row(4, thread="a", sent=moment + timedelta(hours=3), role="from", kind="other", new_author=False),
        message_row(5, thread="b", sent=moment, role="from"),
        message_row(6, thread="b", sent=moment + timedelta(hours=1), role="from", new_author=False),
        message_row(7, thread="c", sent=moment, gates=("absence",)),
        message_row(8, thread="d", sent=moment, thread_gate="external"),
        message_row(9, thread="e", sent=moment - timedelta(days=400)),
    ]
    with Ledger.open(tmp_path / "a.db") as ledger:
        with ledger.atomic():
            for row in rows:
                ledger.mail.add(row)
            ledger.activity.put(conversation("2026-W12", first_answer=moment))
            ledger.settings.put(ANNOUNCED, "2026-03-04")
        given = gather(ledger, moment + timedelta(days=1), weeks=26, aims=AIMS)
    start = int(moment.timestamp())
    assert set(given.asks) == {Ask(start, "to", start + 7200, start + 10800), Ask(start, "from", None, start + 3600)}
    assert (given.announced, given.reads_own) == (START, True)
    assert given.activity == [conversation("2026-W12", first_answer=moment)]


def test_cells_are_numbers_or_harmless_text() -> None:
    given = replace(facts(), aims=(Aim('=HYPERLINK("http://x")', 2, (("2026-01", -3.5),)),))
    files = table.files(report(given, datetime(2026, 11, 24, tzinfo=UTC), ZONE))
    goals = list(csv.reader(io.StringIO(files["goals.csv"])))
    assert goals[1] == ['\'=HYPERLINK("http://x")', "2026-01", "-3.5"]
    table_of_weeks = list(csv.DictReader(io.StringIO(files["weeks.csv"])))
    assert sum(int(row["talk"]) for row in table_of_weeks) == rich().talk
    assert len(table_of_weeks) == 26


# --- what was read, and what was not


def reads(begun: datetime, until: datetime, *, trouble: str = "", network: str = "n") -> NetworkRead:
    return NetworkRead(network=network, begun=begun, until=until, tried=until, trouble=trouble)


def test_weeks_before_a_network_was_read_are_not_weeks_without_it() -> None:
    """A network that is read from the announcement on would else look like a move that never was."""
    given = Facts(rows=weeks(12), activity=network(4, "2026-W11", 40))
    moment = datetime.combine(START + timedelta(weeks=16), datetime.min.time(), UTC)
    blind = replace(given, reads=[reads(datetime(2026, 3, 4, 12, tzinfo=UTC), moment)])
    assert at(16, given).verdict.answer is Answer.LOWER
    result = at(16, blind)
    assert (result.verdict.answer, result.verdict.before, result.verdict.next) == (Answer.NO_BASELINE, 0, None)
    assert "From before the start 0 conversations are known, in 0 weeks." in words(result)
    assert all(week.share.n == 0 for week in result.weeks if not week.covered)
    assert next(week.week for week in result.weeks if week.covered) == "2026-W11"


def test_weeks_after_reading_stopped_do_not_count_either() -> None:
    stopped = datetime(2026, 4, 15, 3, tzinfo=UTC)
    moment = datetime.combine(START + timedelta(weeks=16), datetime.min.time(), UTC)
    broken = replace(reads(datetime(2025, 9, 1, tzinfo=UTC), stopped, trouble="network-login"), tried=moment)
    result: Report = at(16, Facts(rows=weeks(12), activity=network(4, "2025-W36", 32), reads=[broken]))
    assert [week.week for week in result.weeks if week.covered][-1] == "2026-W15"
    assert result.verdict.answer is Answer.TOO_FEW


def test_a_network_read_in_vain_is_a_network_without_conversations() -> None:
    moment = datetime.combine(START + timedelta(weeks=10), datetime.min.time(), UTC)
    result = at(10, Facts(rows=weeks(12), reads=[reads(datetime(2025, 9, 1, tzinfo=UTC), moment)]))
    assert result.both_sides
    assert result.on_mail.k == result.on_mail.n > 0
    assert "No conversations on the network." in words(result)


def test_a_network_that_is_gone_from_the_configuration_holds_nothing_up() -> None:
    moment = datetime.combine(START + timedelta(weeks=16), datetime.min.time(), UTC)
    old = reads(datetime(2025, 9, 1, tzinfo=UTC), datetime(2025, 12, 1, tzinfo=UTC), trouble="x", network="old")
    new = reads(datetime(2025, 9, 1, tzinfo=UTC), moment)
    never = NetworkRead(network="never", tried=moment, trouble="x")
    result = at(16, Facts(rows=weeks(12), activity=network(4, "2026-W11", 40), reads=[old, new, never]))
    assert result.verdict.answer is Answer.LOWER


def test_both_sides_are_fixed_seven_days_after_the_start() -> None:
    """What began this week is counted on neither side, else the newest weeks would always lean to the network."""
    result = at(8, Facts(rows=weeks(12, 34), activity=network(3, "2026-W17", 2)))
    assert [(week.week, week.conversations) for week in result.weeks[-2:]] == [("2026-W17", 3), ("2026-W18", 0)]


def test_a_post_that_waited_when_reading_stopped_waited_until_then_for_all_we_know() -> None:
    stopped = datetime(2026, 4, 15, 3, tzinfo=UTC)
    row = conversation("2026-W16", 1, people=1, replies=0)
    found = answers([], [row], datetime(2026, 6, 1, tzinfo=UTC), WORKDAYS, promise_days=2, read_until={"n": stopped})
    assert found.on_network
    assert (found.on_network.open, found.on_network.hours) == (1, ((stopped - row.started) // timedelta(hours=1),))


def test_holidays_and_leave_are_no_working_days() -> None:
    easter = Calendar(ZONE, "NL", ((date(2026, 4, 8), date(2026, 4, 9)),))
    asks = [Ask(seconds(2026, 4, 3, 9), "to", None, seconds(2026, 4, 10, 9))]
    late = answers(asks, [], datetime(2026, 5, 1, tzinfo=UTC), WORKDAYS, promise_days=2)
    kept = answers(asks, [], datetime(2026, 5, 1, tzinfo=UTC), calendar.Workdays(easter), promise_days=2)
    assert (late.in_time.k, kept.in_time.k) == (0, 1)
    result = at(8, Facts(rows=weeks(12), calendar=easter))
    assert {week.week: week.workdays for week in result.weeks if week.workdays < 5} == {
        "2026-W01": 4,
        "2025-W52": 3,
        "2026-W14": 4,
        "2026-W15": 2,
        "2026-W18": 4,
    }


# --- guards against a figure that is worked towards


def test_all_totals_are_of_the_same_weeks() -> None:
    rows = [*weeks(12, 30), *weeks(12, 30, model="m2", begin="2026-W14")]
    result = at(16, Facts(rows=rows, activity=network(8, "2025-W36", 50)))
    said = words(result)
    counted = result.counted
    assert 0 < len(counted) < len(result.weeks)
    assert f"in {len(counted)} weeks" in said
    assert f"{sum(week.conversations for week in counted)} conversations on the network." in said
    assert (result.on_mail.k, result.on_mail.n) == (result.talk, result.talk + sum(w.conversations for w in counted))


ATTEMPT = Attempt(
    suggestion="s1",
    part=0,
    attempt=1,
    marker="m",
    state=Sending.SENT,
    network="n",
    account="me",
    community="c",
    approved_hash="h",
    started_at=datetime(2026, 3, 16, tzinfo=UTC),
)


def test_posts_by_way_of_nudger_are_counted_apart(tmp_path: Path) -> None:
    url = "https://plein.example/posts/12"
    with Ledger.open(tmp_path / "a.db") as ledger:
        with ledger.atomic():
            for number in range(5):
                key = ledger.activity.key("n", f"p{number}")
                ledger.activity.put(conversation("2026-W12", number, conversation=key, url=f"{url}{number}"))
            ledger.suggestions.offer(suggestion("a", State.HANDED_OFF, url=f"{url}3", decided_at=datetime.now(UTC)))
            ledger.outbox.begin(replace(ATTEMPT, remote_id="p1"))
        given = gather(ledger, datetime(2026, 6, 2, tzinfo=UTC), weeks=26, aims=AIMS)
    result = at(12, replace(given, rows=weeks(3)))
    assert sum(week.placed for week in result.weeks) == 2
    assert "Of these began with a post by way of nudger: 2." in words(result)


def test_days_off_are_named_as_a_cause() -> None:
    given = Facts(rows=weeks(12), activity=network(8, "2026-W11", 30), calendar=Calendar(ZONE, "NL"))
    foot = "\n".join(footer(at(16, given), Texts("en")))
    assert "What may be a cause too: holidays" in foot
    assert re.search(r"Days off were in the weeks 01, 14, 15, 18, 20, 22", foot)


def test_without_a_goal_there_is_no_number_in_any_form() -> None:
    bare = replace(rich(), aims=())
    assert show.report_json(bare) == {"refused": "no-goal"}
    assert not re.search(r"\d", words(bare))


def test_a_changed_definition_is_never_added_to_the_old_one() -> None:
    old = [replace(row, definition="older") for row in weeks(12, 30)]
    result = at(16, Facts(rows=[*old, *weeks(12, 30, begin="2026-W14")], activity=network(8, "2026-W11", 30)))
    assert result.verdict.answer is Answer.NO_BASELINE
    assert result.weeks[0].week == "2026-W14"


def test_the_definition_is_told_in_words_under_every_report() -> None:
    """Whoever changes the definition changes these sentences too."""
    assert DEFINITION == "6960e7a4"
    for language in LANGUAGES:
        foot = footer(rich(), Texts(language))
        assert any(DEFINITION in line for line in foot)
        assert Texts(language)("report-counted-both") in foot
