"""Where the reading of a night is done: in threads of this process, or by the workers of a Dask cluster.

Both are behind the interface of ``concurrent.futures``. On one machine an owner is polled whole in a thread. On a
cluster the threads here hold the ledgers, and each waits for the worker that looks at the mailbox; what a lost worker
had in hand is given to another one. https://distributed.dask.org/en/stable/tls.html
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from nudger.errors import ConfigError, MailboxUnavailable
from nudger.nightly.haul import Haul, Order, fetch

if TYPE_CHECKING:
    from nudger.config.models import Nightly

LOST_MOST = 3
"""Workers that may be lost over one mailbox; then it waits for the next night."""


@contextmanager
def threads(workers: int) -> Iterator[Executor]:
    """Threads of this process: a night waits for mail servers most of the time."""
    with ThreadPoolExecutor(max_workers=workers, thread_name_prefix="owner") as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def fetching(settings: Nightly) -> Iterator[Callable[[Order], Haul] | None]:
    """How orders are carried out elsewhere; None where all is done here. Raises ConfigError, MailboxUnavailable."""
    if settings.engine == "local":
        yield None
        return
    with _cluster(settings) as executor:
        yield lambda order: _by(executor, order)


def _by(executor: Executor, order: Order) -> Haul:
    """Let some worker do it. Raises MailboxUnavailable where none could."""
    try:
        return executor.submit(fetch, order).result()
    except Exception as error:  # noqa: BLE001 - whatever became of the cluster, it is told without its values
        raise MailboxUnavailable("nightly-worker-lost", kind=type(error).__name__) from None


@contextmanager
def _cluster(settings: Nightly) -> Iterator[Executor]:
    """The executor of an existing scheduler, or of workers on this machine. Raises ConfigError, MailboxUnavailable."""
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError:
        raise ConfigError("nightly-no-dask", hint="nightly-no-dask-hint") from None
    # What it logs holds what the work was about.
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)
    with ExitStack() as stack:
        stack.enter_context(dask.config.set(_QUIET))
        address: Any = settings.scheduler
        if address is None:
            address = stack.enter_context(LocalCluster(n_workers=settings.workers, **_HERE))
        try:
            client = Client(address, security=security(settings), timeout=30, set_as_default=False)
        except (OSError, ValueError):
            raise MailboxUnavailable("nightly-no-scheduler", address=str(settings.scheduler)) from None
        yield stack.enter_context(client).get_executor(pure=False)


_QUIET = {"distributed.scheduler.allowed-failures": LOST_MOST}
_HERE: dict[str, Any] = {
    "threads_per_worker": 1,
    "host": "127.0.0.1",
    "dashboard_address": None,
    "silence_logs": logging.CRITICAL,
}
"""Processes of this machine, which nobody else reaches; no page that shows what they do."""


def security(settings: Nightly) -> Any:
    """Both ends prove who they are, where the line leaves this machine; None where no files are named."""
    from distributed import Security

    if settings.ca_file is None:
        return None
    return Security(
        require_encryption=True,
        tls_ca_file=str(settings.ca_file),
        tls_client_cert=str(settings.cert_file),
        tls_client_key=str(settings.key_file),
    )
