"""nudger/mail: why a line to a mail server was lost, in one word that a sentence of the catalogue knows."""

from __future__ import annotations

import socket


def why_lost(error: Exception) -> str:
    """``timeout``, ``refused``, ``name-unknown``, or ``cut`` for anything else."""
    match error:
        case TimeoutError():
            return "timeout"
        case ConnectionRefusedError():
            return "refused"
        case socket.gaierror():
            return "name-unknown"
    return "cut"
