"""Proofs: what a process needs before it can work, imported and made ready once for all that are forked from it."""

import cli
import nudger.app
import nudger.digesting
import nudger.mail.imap.mailbox
import nudger.networks.http
import nudger.nightly.commands
import nudger.offline
import nudger.posting
import nudger.signin.signins
from nudger.models import loaded
from nudger.workplace import compiled
from rules.pack import BUILTIN, digest_of

__all__ = ["cli", "nudger"]

loaded(None, digest_of(compiled(BUILTIN)))
