"""What a check is: a rule with its words, and one pure function of two texts.

A rule of a segment is asked for each segment; a rule of an article sees all of its lines at once,
for what only shows in their company. Refuses sentences for people and the place of a finding in
marked text: `explaining` and `checking` have those. Separate so that each family knows the same
nouns and none of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from translator.model import Code, Grade, Role
from translator.names.ledger import Ledger
from translator.termbase import Termbase

Span = tuple[int, int]
Region = Literal["es-ES", "es-419", "es-MX", "es-US"]

FAMILIES = ("fidelity", "quantities", "spanish", "terms", "page")
"""The families of rules, as `--only` takes them."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know besides the two clean texts.

    `role` is None in a file, which does not say it. `marked` are the source and the target with
    their inline codes. `is_untouched` says that a person confirmed the machine's text and changed
    nothing. A segment that nobody has translated yet is asked for nothing but that. `slugs` are
    those of the English page and, where it is settled, of the Spanish one.
    """

    region: Region = "es-ES"
    quotes: Literal["angular", "double"] = "angular"
    role: Role | None = None
    marked: tuple[str, str] = ("", "")
    codes: tuple[Code, ...] = ()
    termbase: Termbase | None = None
    ledger: Ledger | None = None
    is_untouched: bool = False
    slugs: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Line:
    """One segment among its neighbours, as a rule of an article sees it: clean texts."""

    number: int
    source: str
    target: str
    role: Role | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule found something: spans in the clean texts, values for its sentence, and what
    would be right in the place of the target's span."""

    target: Span | None = None
    source: Span | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    fix: str | None = None


class Check(Protocol):
    """One pure function of a source, a target and what is known beside them."""

    def __call__(self, source: str, target: str, context: Context) -> Iterable[Hit]:
        """What is wrong. Both texts are clean; neither is empty."""


class ArticleCheck(Protocol):
    """One pure function of all the lines of an article."""

    def __call__(self, lines: Sequence[Line], context: Context) -> Iterable[tuple[int, Hit]]:
        """What is wrong, each with the number of its line."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a pack.

    `what` is the sentence of a finding with places for its values, `why` the reason for it, both
    in English; `origin` is where the rule stands written, or `house`. An empty `regions` is all.
    `is_once` lets an article have one finding of it. Where `is_safe` its fixes are right without a
    look at the sense, so that a machine's draft may have them. Just one of the two functions is
    there; `signature` changes when what the rule looks for does.
    """

    id: str
    family: str
    grade: Grade
    what: str
    why: str
    origin: str
    regions: frozenset[str] = frozenset()
    is_once: bool = False
    is_safe: bool = False
    check: Check | None = None
    article_check: ArticleCheck | None = None
    signature: str = ""
    is_own: bool = False


Predicate = Callable[[str, str], bool]


def whole(test: Predicate) -> Check:
    """A check that finds a text wrong as a whole."""

    def check(source: str, target: str, context: Context) -> Iterator[Hit]:
        if test(source, target):
            yield Hit()

    return check
