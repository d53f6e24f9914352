"""nudger/start: what the options of ``init`` say, as answers. Raises UsageError for what no question would take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nudger.config.models import MOST_GOALS
from nudger.config.types import Email, accepted
from nudger.errors import UsageError
from nudger.nudges.goals import builtin_words
from nudger.start.answers import UNKNOWN_APP, Aim, Answers, own_words, slug
from nudger.start.servers import Server, guess, typed


@dataclass(frozen=True, kw_only=True)
class Options:
    """The options of ``init`` as typed; None where one was not given."""

    goals: Sequence[str] = ()
    days: int | None = None
    addresses: Sequence[str] = ()
    host: str | None = None
    auth: str | None = None
    client_id: str | None = None
    username: str | None = None
    password_env: str | None = None
    password_file: Path | None = None
    domains: Sequence[str] = ()
    folders: Sequence[str] = ()
    sent: str | None = None
    network: str | None = None
    url: str | None = None
    community: str | None = None
    when: str | None = None


def answers(given: Options) -> Answers:
    """One value of all options; empty where an option was not given."""
    if len(given.goals) > MOST_GOALS:
        raise UsageError("goal-third", hint="goal-third-hint")
    for address in given.addresses:
        if accepted(Email, address) is None:
            raise UsageError("not-an-address", address=address)
    server = _server(given.host, given.auth, given.addresses)
    by_app = server is not None and server.auth != "password"
    return Answers(
        promise_days=given.days or 0,
        aims=tuple(aim(goal, given.community or "") for goal in given.goals),
        addresses=tuple(address.lower() for address in given.addresses),
        server=server,
        client_id=given.client_id or (UNKNOWN_APP if by_app else ""),
        username=given.username or "",
        password=_password(given.password_env, given.password_file),
        domains=tuple(given.domains),
        folders=tuple(given.folders),
        sent=given.sent or "",
        network_type=given.network or "",
        network=slug(given.network) if given.network else "",
        url=given.url or "",
        when=given.when or "",
    )


def aim(goal: str, community: str = "", words: Sequence[str] = ()) -> Aim:
    """A built-in goal by its name, or the leader's own by its title."""
    if goal in builtin_words():
        return Aim(id=goal, words=tuple(words), community=community)
    return Aim(id=slug(goal), title=goal, words=tuple(words) or own_words(goal), community=community)


def _server(host: str | None, auth: str | None, addresses: Sequence[str]) -> Server | None:
    found = typed(host) if host else guess(addresses[0]) if addresses else None
    if host and found is None:
        raise UsageError("not-a-host", host=host)
    return replace(found, auth=auth) if found and auth else found


def _password(env: str | None, path: Path | None) -> dict[str, str] | None:
    if env:
        return {"env": env}
    return {"file": str(path.absolute())} if path else None
