"""What the tests of this room share. Its property tests run without a clock: a busy machine proves nothing about the rules."""

import pytest
from hypothesis import settings

from crossread.gazetteer import Gazetteer
from crossread.normalize import Normalizer
from crossread.normalize.places import PlaceResolver

settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")


@pytest.fixture(scope="session")
def resolver() -> PlaceResolver:
    """One for all tests of places: it keeps nothing of the reports that it is asked about."""
    return PlaceResolver(gazetteer=Gazetteer.open())


@pytest.fixture(scope="session")
def normalizer() -> Normalizer:
    """One for all tests of claims: the gazetteer and the registry are the slow part."""
    return Normalizer()
