"""Programs kept running: an answer for each call, or it is said that none will come."""

from __future__ import annotations

import sys

import pytest

from translator.engines.apertium_pipe import Pipe, commands

ECHO = """
import sys
while some := sys.stdin.buffer.read1():
    sys.stdout.buffer.write(some)
    sys.stdout.buffer.flush()
"""


def test_each_call_is_answered_by_its_own_lines() -> None:
    pipe = Pipe([[sys.executable, "-c", ECHO]])
    assert pipe.ask(["a [b] ^c$ \\ d/e", "ñ"], 10) == ["a [b] ^c$ \\ d/e", "ñ"]
    assert pipe.ask(["", "x" * 200_000], 10) == ["", "x" * 200_000]
    pipe.close()


def test_a_program_that_ends_is_told() -> None:
    pipe = Pipe([[sys.executable, "-c", "pass"]])
    with pytest.raises(OSError):  # noqa: PT011
        pipe.ask(["a"], 10)
    pipe.close()


def test_a_program_that_never_answers_is_given_up() -> None:
    pipe = Pipe([[sys.executable, "-c", "import time; time.sleep(60)"]])
    with pytest.raises(TimeoutError):
        pipe.ask(["a"], 0.2)
    pipe.close()


def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(OSError):  # noqa: PT011
        Pipe([["no-such-program-anywhere"]])


def test_a_mode_file_gives_programs_that_flush() -> None:
    assert commands("lt-proc $1 'a b.bin' | tagger -g $2 'c.prob'\n") == [
        ["lt-proc", "-z", "-n", "a b.bin"],
        ["tagger", "-z", "-g", "c.prob"],
    ]
