"""Everything that can go wrong, as one tree.

    TranslatorError
    ├── NotReadyError  1  an article has errors or open segments, and must not go out
    ├── UsageError     2  the call's words are off
    ├── NotFoundError  3  no such article, file, setting or package
    ├── InputError     4  a page or file that cannot be read as what it should be
    ├── EngineError    5  no engine, or it failed
    ├── DeskError      6  the desk or the disk: locked, newer, full, read-only
    └── NetworkError   7  an address that does not answer as it should

An error carries a code and values, never a sentence: the sentence that a person reads is made in
`wording`, in their language. Exit codes are part of the command line's contract; 0 is done, 1 is
findings or partial, 130 is interrupted. Of several files of which none could be taken the first
one's code counts.
"""

from __future__ import annotations


class TranslatorError(Exception):
    """Base of the tree. `code` names the case for `wording`; `values` fill its sentence."""

    exit_code = 1

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.code}({details})"


class NotReadyError(TranslatorError):
    """An article has errors or open segments, and must not go out as it is."""

    exit_code = 1


class UsageError(TranslatorError):
    """The call's words are off: an unknown setting, options that exclude each other."""

    exit_code = 2


class NotFoundError(TranslatorError):
    """There is no such thing."""

    exit_code = 3


class InputError(TranslatorError):
    """What came in cannot be read as what it should be."""

    exit_code = 4


class EngineError(TranslatorError):
    """No engine could be had, or it failed at its work."""

    exit_code = 5


class DeskError(TranslatorError):
    """The desk or the disk refused: locked, newer than this program, full, read-only."""

    exit_code = 6


class NetworkError(TranslatorError):
    """An address did not answer as it should."""

    exit_code = 7
