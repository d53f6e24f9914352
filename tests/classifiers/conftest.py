"""A small model, trained once."""

from __future__ import annotations

import pytest

from classifiers.model import Model
from classifiers.training import train_base
from tests.classifiers.mail import examples


@pytest.fixture(scope="session")
def toy() -> Model:
    return train_base(examples(), packs="abc")
