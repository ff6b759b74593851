"""The command line: arguments in, one call, result out.

`main` sets the interface language before a single help text is made, runs the command, and turns
every error of the house into one line on stderr and its exit code. stdout is data, stderr is talk.
Commands live in one module a theme and are loaded when they are called, so that `--help` is quick.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Iterator, Sequence

from translator import i18n


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; its exit code. `arguments` are those of the process where none are given."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    with _no_collecting():
        i18n.use(_language(given))
        from translator.cli.root import build, run

        command = build()
    try:
        return run(command, given)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; nothing is wrong. Python would complain
        # again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """Without the garbage collector: what is being loaded is no garbage, and to look for some takes
    9 ms of 110."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _language(arguments: Sequence[str]) -> str:
    """The interface language: `--lang`, wherever it stands, else the environment's."""
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and arguments[index + 1 : index + 2]:
            wanted = arguments[index + 1]
            return wanted if wanted in i18n.languages() else i18n.detect()
        if argument.startswith("--lang="):
            wanted = argument.partition("=")[2]
            return wanted if wanted in i18n.languages() else i18n.detect()
    return i18n.detect()
