"""Domains from outside that stop many threads: counted as threads, and never so that a person can be seen."""

from __future__ import annotations

from itertools import product

from nudger.mail.outsiders import LEAST_THREADS, Outsider, outsiders
from rules.message import Address, Message
from tests.factories import ANNA, FATIMA, OWNER, TOM, message


def outside(name: str, domain: str = "zuster.example") -> Address:
    return Address(name, f"{name}@{domain}", internal=False)


def threads(number: int, *people: Address, domain: str = "zuster.example") -> list[Message]:
    """So many threads of Anna with Fatima and one of three people at a domain in turn."""
    three = people or tuple(outside(name, domain) for name in ("ab", "cd", "ef"))
    return [
        message(100 * n, to=(FATIMA, three[n % len(three)]), internal=False, subject=f"Zaak {domain} {n}", topic=f"{n}")
        for n in range(1, number + 1)
    ]


def test_a_domain_that_stops_many_threads_is_named_with_their_number() -> None:
    assert outsiders(threads(7), OWNER) == [Outsider("zuster.example", 7)]


def test_messages_of_one_thread_count_once() -> None:
    answers = [
        message(100 * n + k, to=(FATIMA, outside("ab")), references=(f"<m{100 * n}@voorbeeld.example>",), is_reply=True)
        for n, k in product(range(1, 6), (1, 2, 3))
    ]
    assert outsiders([*threads(5), *answers], OWNER) == [Outsider("zuster.example", 5)]


def test_few_threads_are_not_told() -> None:
    assert outsiders(threads(LEAST_THREADS - 1), OWNER) == []


def test_a_domain_of_one_or_two_people_is_not_told() -> None:
    assert outsiders(threads(9, outside("jan", "jansen.example"), outside("els", "jansen.example")), OWNER) == []


def test_a_public_provider_is_not_told() -> None:
    assert outsiders(threads(9, domain="gmail.com"), OWNER) == []


def test_a_thread_with_two_domains_would_not_become_internal() -> None:
    both = [
        message(100 * n, to=(FATIMA, outside("ab"), outside("x", "ander.example")), internal=False, topic=f"{n}")
        for n in range(1, 9)
    ]
    assert outsiders(both, OWNER) == []


def test_mail_between_the_owner_and_outsiders_alone_stops_no_talk_of_colleagues() -> None:
    alone = [message(100 * n, sender=outside("abc"[n % 3]), to=(FATIMA,), topic=f"{n}") for n in range(1, 9)]
    assert outsiders(alone, OWNER) == []


def test_internal_threads_name_nobody() -> None:
    assert outsiders([message(100 * n, sender=ANNA, to=(FATIMA, TOM), topic=f"{n}") for n in range(1, 9)], OWNER) == []
