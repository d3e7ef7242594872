"""Who guesses passwords is slowed down, whoever slips is not, and the memory of it stays small."""

from __future__ import annotations

from crossread.review.rate import BY_ADDRESS, BY_NAME, BY_NAME_AND_ADDRESS, MOST_KEYS, Attempts


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_slips_are_forgotten_after_a_while_and_after_the_right_password() -> None:
    """Five attempts, then a wait that ends; the right password wipes the slips out."""
    clock = Clock()
    attempts = Attempts(clock)
    for _ in range(BY_NAME_AND_ADDRESS.most):
        assert attempts.admit("awa", "10.0.0.1") == 0
    assert attempts.admit("awa", "10.0.0.1") == BY_NAME_AND_ADDRESS.seconds
    assert attempts.admit("awa", "10.0.0.2") == 0
    clock.now += BY_NAME_AND_ADDRESS.seconds + 1
    assert attempts.admit("awa", "10.0.0.1") == 0
    attempts.forgive("awa", "10.0.0.1")
    assert [attempts.admit("awa", "10.0.0.1") for _ in range(BY_NAME_AND_ADDRESS.most)] == [0] * BY_NAME_AND_ADDRESS.most


def test_one_address_tries_only_so_many_names_and_one_name_only_so_often() -> None:
    """Going through names from one address, or through addresses for one name, ends too."""
    attempts = Attempts(Clock())
    waits = [attempts.admit(f"name{n}", "10.0.0.1") for n in range(BY_ADDRESS.most + 1)]
    assert [wait > 0 for wait in waits] == [False] * BY_ADDRESS.most + [True]
    waits = [attempts.admit("awa", f"10.0.1.{n}") for n in range(BY_NAME.most + 1)]
    assert [wait > 0 for wait in waits] == [False] * BY_NAME.most + [True]


def test_a_right_password_does_not_wipe_out_what_others_tried_at_the_same_address() -> None:
    """A guesser who knows one account cannot clean the slate for the next one with it."""
    attempts = Attempts(Clock())
    for n in range(BY_ADDRESS.most - 1):
        attempts.admit(f"name{n}", "10.0.0.1")
    attempts.admit("mine", "10.0.0.1")
    attempts.forgive("mine", "10.0.0.1")
    assert attempts.admit("next", "10.0.0.1") == 0
    assert attempts.admit("and next", "10.0.0.1") > 0


def test_the_memory_of_attempts_is_bounded() -> None:
    """A flood of names and addresses is forgotten from its beginning."""
    attempts = Attempts(Clock())
    for n in range(MOST_KEYS):
        attempts.admit(f"name{n}", f"address{n}")
    assert len(attempts._tries) <= MOST_KEYS
