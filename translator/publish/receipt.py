"""The receipt that goes with a page pair: what was published, from what, and in which state.

JSON beside the pages: digests of the source and of both pages, the versions and engines that made
them, how many segments stand in which state, how many findings of which grade, and what was let
stand, and why. Refuses the time of day: the same article gives the same receipt.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translator import __version__
from translator.model import Finding, Grade, State, Translation

FORMAT = 1
"""The number of this form of the receipt."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks said: the profile, the findings that stand, and those that a person let
    stand, each with the reason; `clean` are the segments without error or warning."""

    region: str
    findings: Sequence[Finding]
    ignored: Sequence[tuple[Finding, str]]
    clean: int


def name(slug: str) -> str:
    """The file name of the receipt."""
    return f"{slug}.receipt.json"


def render(
    translation: Translation,
    pages: Mapping[str, bytes],
    source_digest: str,
    checked: Checked,
    *,
    draft: bool,
) -> str:
    """The receipt of these pages, by their file names. `source_digest` is the SHA-256 of the bytes
    of the page that the article was read from."""
    segments = translation.segments
    states = Counter(one.state for one in segments)
    grades = Counter(one.grade for one in checked.findings)
    total = len(segments)
    done = sum(not one.is_open for one in segments)
    receipt = {
        "receipt": FORMAT,
        "program": f"engesp {__version__}",
        "slug": translation.article.slug,
        "draft": draft,
        "source": {"name": _name(translation.article.source), "sha256": source_digest},
        "pages": {file: hashlib.sha256(data).hexdigest() for file, data in pages.items()},
        "engines": _engines(translation),
        "profile": checked.region,
        "segments": total,
        "states": {str(state): states[state] for state in State},
        "done_percent": percent(done, total),
        "clean_percent": percent(checked.clean, total),
        "findings": {str(grade): grades[grade] for grade in Grade},
        "ignored": [
            {"segment": one.segment, "rule": one.rule, "grade": str(one.grade), "reason": reason}
            for one, reason in checked.ignored
        ],
    }
    return json.dumps(receipt, ensure_ascii=False, indent=2) + "\n"


def _name(source: str) -> str:
    """An address as it is; of a file only its name, since the receipt goes out with the page."""
    return source if "://" in source else source.replace("\\", "/").rpartition("/")[2]


def _engines(translation: Translation) -> dict[str, int]:
    """How many segments began with which engine's text, by its signature."""
    signatures = Counter(
        one.signature for one in translation.segments if one.signature and one.target
    )
    return dict(sorted(signatures.items()))


def percent(part: int, whole: int) -> int:
    """A share in per cent, rounded down, so that 100 is all; of nothing, all is done."""
    return 100 * part // whole if whole else 100
