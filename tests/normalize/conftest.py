"""Property tests of this room run without a clock: a busy machine proves nothing about the rules."""

from hypothesis import settings

settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")
