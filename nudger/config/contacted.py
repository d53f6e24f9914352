"""Which hosts nudger contacts for these owners (promise M9), for whoever has to know: report and papers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nudger.networks.hosts import hosts

if TYPE_CHECKING:
    from nudger.config.configuration import Owner
    from nudger.config.models import Settings


def contacted(settings: Settings, owners: Sequence[Owner]) -> list[str]:
    """Every host for mail and networks, each once; the servers of Microsoft and Google at which people sign in too."""
    found = [mailbox.host for owner in owners for mailbox in owner.mailboxes.values()]
    found += [owner.digest.smtp.host for owner in owners if owner.digest.smtp]
    found += [settings.contact.host] if settings.contact else []
    found += [host for network in settings.networks.values() for host in hosts(network)]
    return list(dict.fromkeys([*filter(None, found), *_sign_in(settings)]))


def _sign_in(settings: Settings) -> list[str]:
    from nudger.signin import google, microsoft

    return [
        *([microsoft.HOST] if settings.microsoft else []),
        *(google.HOSTS if settings.google else []),
    ]
