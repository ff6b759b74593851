"""What the checks last said of each article, so that a list need not ask them again.

Refuses to check; a verdict whose digest is no longer that of its texts is no answer.
"""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """An article as the checks see it: its segments, those without error or warning, and how many
    errors and warnings there are."""

    segments: int
    clean: int
    errors: int
    warnings: int

    @property
    def clean_percent(self) -> int:
        """The clean segments in per cent, rounded down: 100 is all of them, 0 is for no text."""
        return 100 * self.clean // self.segments if self.segments else 0


def digests(connection: sqlite3.Connection, rules: str) -> dict[str, str]:
    """For each article by its slug what its verdict hangs on: its texts, states and roles, what is
    ignored in it, and `rules`, which stands for all else."""
    found: dict[str, hashlib._Hash] = {}
    rows = connection.execute(
        "SELECT slug, segments.id, source, target, state, origin, role FROM segments"
        " JOIN articles ON articles.id = segments.article"
        " JOIN blocks ON blocks.article = segments.article AND blocks.id = segments.block"
        " ORDER BY segments.article, segments.position"
    )
    for slug, *row in rows:
        _add(found, slug, rules, row)
    ignored = connection.execute(
        "SELECT slug, segment, rule, digest FROM ignored JOIN articles ON id = article"
        " ORDER BY article, segment, rule"
    )
    for slug, *row in ignored:
        _add(found, slug, rules, row)
    return {slug: one.hexdigest() for slug, one in found.items()}


def _add(found: dict[str, hashlib._Hash], slug: str, rules: str, row: list[object]) -> None:
    if slug not in found:
        found[slug] = hashlib.sha256(rules.encode("utf-8"))
    found[slug].update("\0".join(map(str, row)).encode("utf-8") + b"\0")


def known(connection: sqlite3.Connection) -> dict[str, tuple[str, Verdict]]:
    """The verdicts that are there, each with the digest it was given for."""
    rows = connection.execute(
        "SELECT slug, digest, segments, clean, errors, warnings FROM verdicts"
        " JOIN articles ON id = article"
    )
    return {slug: (digest, Verdict(*counts)) for slug, digest, *counts in rows}


def put(connection: sqlite3.Connection, slug: str, digest: str, verdict: Verdict) -> None:
    """Keep a verdict; an article that has gone has none."""
    connection.execute(
        "INSERT OR REPLACE INTO verdicts (article, digest, segments, clean, errors, warnings)"
        " SELECT id, ?, ?, ?, ?, ? FROM articles WHERE slug = ?",
        (digest, verdict.segments, verdict.clean, verdict.errors, verdict.warnings, slug),
    )
