"""Read each message of a folder in a child of its own under limits; one JSON line a message with what it cost.

``python -m tests.limits_reading FOLDER`` from the top of the checkout; Unix only.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path

from nudger.errors import Unreadable
from tests.nudger.mail.mails import load, message

CPU_SECONDS = 10
ADDRESS_SPACE = 2 << 30


def main() -> None:
    """Print the costs in the order of the file names."""
    load()
    for path in sorted(Path(sys.argv[1]).glob("*.eml")):
        print(json.dumps({"name": path.name} | cost(path)), flush=True)


def cost(path: Path) -> dict[str, object]:
    """CPU seconds, peak megabytes, outcome, and the signal that ended the child (0 for none)."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
        os.write(writer, outcome(path).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        found = answer.read()
    _, status, usage = os.wait4(child, 0)
    seconds = usage.ru_utime + usage.ru_stime
    return {
        "outcome": found,
        "seconds": round(seconds, 3),
        "megabytes": usage.ru_maxrss // 1024,
        "signal": os.WTERMSIG(status),
    }


def outcome(path: Path) -> str:
    """``read``, the reason why not, or the name of an exception that should never come out."""
    try:
        message(path.read_bytes())
    except Unreadable as refused:
        return refused.reason
    except BaseException as error:
        return type(error).__name__
    return "read"


if __name__ == "__main__":
    main()
