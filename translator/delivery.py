"""What leaves the desk and what comes back: pages, text and PO out, PO in.

Writes files beside their names and renames them when all are complete, so that a killed process
leaves no half-written page. Refuses to overwrite a file that is not as this desk wrote it. What a
file looks like is decided in `publish` and `exchange`.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from translator import editing, normalize, sources
from translator.config import Config
from translator.desk import Desk, articles, exports, writing
from translator.desk.journal import article_key
from translator.errors import DeskError, NotFoundError, UsageError
from translator.model import Segment, Translation
from translator.publish.house import House

if TYPE_CHECKING:
    from translator.exchange.po import Entry

FORMATS = ("html", "text", "po", "original")
"""What `export` and `run` can write; `original` is the PO file that an article was made from."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What an export wrote, and which articles went out as drafts."""

    written: tuple[Path, ...]
    drafts: tuple[str, ...]


def export(
    desk: Desk,
    slugs: Sequence[str],
    *,
    formats: Sequence[str],
    out: Path,
    force: bool,
    config: Config,
    draft: bool = False,
) -> Delivery:
    """Write articles in these formats into a folder; all files of all articles, or none.

    A page with an open segment is marked a draft, with `draft` every page is. Raises
    NotFoundError, and DeskError where a file is in the way or the disk refuses.
    """
    files: dict[Path, bytes] = {}
    drafts: list[str] = []
    for slug in slugs:
        translation = articles.read(desk, slug)
        if draft or not translation.is_complete:
            drafts.append(slug)
        house = House.of(config, desk.folder, articles.spanish_slugs(desk, slug))
        for name, text in _render(translation, formats, config, house, draft=draft).items():
            files[out / name] = text.encode("utf-8")
        if "original" in formats:
            name, data = _original(desk, translation)
            files[out / name] = data
    _refuse_in_the_way(desk, files, force=force)
    _write(files)
    if "html" in formats and config.site:
        _settle(desk, config, [slug for slug in slugs if slug not in drafts])
    exports.remember(desk, {str(path.resolve()): _digest(data) for path, data in files.items()})
    return Delivery(tuple(files), tuple(drafts))


def _settle(desk: Desk, config: Config, slugs: Sequence[str]) -> None:
    """Keep the Spanish addresses of pages that have gone out, whatever becomes of headlines."""
    from translator.publish import addresses

    for slug in slugs:
        taken = articles.spanish_slugs(desk, slug)
        spanish = addresses.spanish_slug(articles.read(desk, slug), taken)
        articles.settle_spanish_slug(desk, slug, spanish)


def _render(
    translation: Translation,
    formats: Sequence[str],
    config: Config,
    house: House,
    *,
    draft: bool,
) -> Mapping[str, str]:
    files: dict[str, str] = {}
    slug = translation.article.slug
    if "html" in formats:
        from translator.publish import pages

        own = config.template == "house"
        pair = pages.render(translation, house, draft=draft, own_template=own)
        files.update(zip(pages.names(slug), (pair.english, pair.spanish), strict=True))
    if "text" in formats:
        from translator.publish import text

        files[f"{slug}.en.txt"] = text.render(translation, "en")
        files[f"{slug}.es.txt"] = text.render(translation, "es")
    if "po" in formats:
        from translator.exchange import po

        files[f"{slug}.po"] = po.write(translation, translator=config.author)
    return files


def _original(desk: Desk, translation: Translation) -> tuple[str, bytes]:
    """The file that the article was made from, translated. Raises UsageError for other pages."""
    from translator.exchange import original

    slug = translation.article.slug
    stored = articles.page(desk, slug)
    page = sources.Page(stored.source, stored.data, stored.fetched, charset=stored.charset)
    if not sources.is_po(page):
        raise UsageError("no-original", slug=slug)
    drafts = sources.drafts(page, translation.article)
    return f"{slug}.es.po", original.write(translation, stored.data, drafts)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _refuse_in_the_way(desk: Desk, files: Mapping[Path, bytes], *, force: bool) -> None:
    if force:
        return
    for path, data in files.items():
        if not path.exists():
            continue
        if path.is_file() and path.stat().st_size <= sources.LIMIT:
            there = _digest(path.read_bytes())
            if there in (_digest(data), exports.digest_of(desk, str(path.resolve()))):
                continue
        raise DeskError("file-in-the-way", path=str(path))


def _write(files: Mapping[Path, bytes]) -> None:
    """Write all files beside their names, make the disk have them, then rename them."""
    parts: dict[Path, Path] = {}
    path = Path()
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".{path.name}.{os.getpid()}.part")
            parts[path] = part
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for path, part in parts.items():
            part.replace(path)
    except OSError as error:
        detail = error.strerror or str(error)
        raise DeskError("cannot-write", path=str(path), detail=detail) from error
    finally:
        for part in parts.values():
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


Result = Literal["confirmed", "draft", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one entry of an imported file. `reason` is a code for `wording`."""

    entry: str
    line: int
    result: Result
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, entry by entry."""

    source: str
    outcomes: tuple[Outcome, ...]

    def having(self, result: Result) -> tuple[Outcome, ...]:
        """The entries with this result."""
        return tuple(one for one in self.outcomes if one.result == result)


def import_po(desk: Desk, source: str, *, dry_run: bool = False) -> Report:
    """Take the targets of a PO file into the desk: all that belong, in one transaction.

    A translated entry confirms its segment; a fuzzy one replaces the draft and stays open. An
    emptied entry and whatever does not belong is refused with the reason. With `dry_run` the
    report is the same and nothing changes. Raises NotFoundError, InputError for a file that is
    no PO, DeskError.
    """
    from translator.exchange import po

    entries = po.read(sources.take(source).data, source)
    known = {slug: _by_id(desk, slug) for slug in {entry.slug for entry in entries}}
    judged = [(entry, *_judge(entry, known[entry.slug])) for entry in entries]
    if not dry_run:
        with writing(desk, sync=True) as connection:
            for entry, segment, outcome in judged:
                if segment is not None and outcome.result in ("confirmed", "draft"):
                    key = article_key(connection, entry.slug)
                    confirms = outcome.result == "confirmed"
                    editing.take_in(connection, key, segment, entry.target, confirms=confirms)
    return Report(source, tuple(outcome for _, _, outcome in judged))


def _by_id(desk: Desk, slug: str) -> dict[int, Segment] | None:
    try:
        return {segment.id: segment for segment in articles.read(desk, slug).segments}
    except NotFoundError:
        return None


def _judge(entry: Entry, segments: dict[int, Segment] | None) -> tuple[Segment | None, Outcome]:
    """The segment that an entry is about, where there is one, and what becomes of the entry."""
    segment = (segments or {}).get(entry.segment)
    name = f"{entry.slug}:{entry.segment}" if entry.slug else normalize.line(entry.source)[:60]
    reason = ""
    result: Result = "unchanged"
    if entry.is_obsolete:
        reason = "entry-obsolete"
    elif not entry.slug:
        reason = "entry-foreign"
    elif segments is None:
        reason = "entry-no-article"
    elif segment is None:
        reason = "entry-no-segment"
    elif normalize.line(entry.source) != segment.source:
        reason = "entry-other-source"
    elif not entry.target.strip():
        reason = "entry-emptied" if segment.target else ""
    elif entry.is_fuzzy:
        result = "unchanged" if _same(entry, segment) and segment.is_open else "draft"
    elif not (_same(entry, segment) and not segment.is_open):
        result = "confirmed"
    return segment, Outcome(name, entry.line, "refused" if reason else result, reason)


def _same(entry: Entry, segment: Segment) -> bool:
    return entry.target.strip() == segment.target.strip()
