"""What leaves the desk: the files of articles, all of them or none.

Writes files beside their names and renames them when all are complete, so that a killed process
leaves no half-written page. Refuses to overwrite a file that is not as this desk wrote it. What a
file looks like is decided in `publish` and `exchange`, which files there are in `rendering`; what
comes back is `importing`'s.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from translator import rendering, sources
from translator.config import Config
from translator.desk import Desk, articles, exports
from translator.errors import DeskError, UsageError
from translator.importing import Outcome as Outcome
from translator.importing import Report as Report
from translator.importing import import_po as import_po
from translator.model import Translation
from translator.publish import receipt
from translator.rendering import FORMATS as FORMATS

if TYPE_CHECKING:
    from translator.publish.original_page import Written


@dataclass(frozen=True, slots=True)
class Delivery:
    """What an export wrote, and which articles went out as drafts.

    `banners` are the tools whose consent banners were cut out of a page, by its slug;
    `only_say_own` the slugs of pages that say that they are from the house's site, which nothing
    proves: they were cleaned like a stranger's.
    """

    written: tuple[Path, ...]
    drafts: tuple[str, ...]
    banners: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    only_say_own: tuple[str, ...] = ()


def export(
    desk: Desk,
    slugs: Sequence[str],
    *,
    formats: Sequence[str],
    out: Path,
    force: bool,
    config: Config,
    draft: bool = False,
    together: bool = False,
    checked: bool = False,
) -> Delivery:
    """Write articles in these formats into a folder; all files of all articles, or none.

    A page with an open segment is marked a draft, with `draft` every page is. With `together`
    the formats that can hold many articles make one file of all. Where pages are `checked`, a
    receipt goes with each, and one with an error or an open segment is refused with NotReadyError
    unless it is to be a draft; other formats have no gate. A desk that was opened to be read does
    not learn what was written. Raises NotFoundError, UsageError for an article without an
    original, and DeskError where a file is in the way or the disk refuses.
    """
    files: dict[Path, bytes] = {}
    kept: dict[str, Written] = {}
    sheets = [rendering.sheet(desk, slug) for slug in slugs]
    own = rendering.apart(formats) if together else formats
    drafts = [one.slug for one in sheets if draft or not one.translation.is_complete]
    leaving = [one.translation for one in sheets if one.slug not in drafts]
    translated = rendering.translated(desk, config, leaving) if "html" in formats else {}
    for sheet in sheets:
        rendered = dict(
            rendering.of_article(desk, sheet, own, config, draft=draft, translated=translated)
        )
        if "html" in formats and config.template == "source":
            pages, kept[sheet.slug] = rendering.in_its_markup(
                desk, sheet.translation, config, draft=draft, translated=translated
            )
            rendered.update(pages)
        if checked and "html" in formats:
            rendered |= _receipt(desk, sheet.translation, rendered, config, draft=draft)
        files.update((out / name, data) for name, data in rendered.items())
    shared = dict(rendering.of_desk(sheets, formats, config)) if together else {}
    if "tbx" in formats:
        shared.update(rendering.terms(desk, config))
    files.update((out / name, data) for name, data in shared.items())
    _refuse_in_the_way(desk, files, force=force)
    _write(files)
    out_now = [slug for slug in slugs if slug not in drafts] if "html" in formats else []
    if desk.can_write:
        _note(desk, {slug: one.met for slug, one in kept.items()}, files, config, out_now)
    return _told(files, drafts, kept)


def _told(files: Iterable[Path], drafts: Sequence[str], kept: Mapping[str, Written]) -> Delivery:
    return Delivery(
        tuple(files),
        tuple(drafts),
        {slug: one.banners for slug, one in kept.items() if one.banners},
        tuple(slug for slug, one in kept.items() if one.only_says_own),
    )


def _note(
    desk: Desk,
    met: Mapping[str, Sequence[str]],
    files: Mapping[Path, bytes],
    config: Config,
    out_now: Sequence[str],
) -> None:
    """Let the desk know what was written: words of sites, addresses that are out, files."""
    _remember(desk, met)
    if config.site:
        _settle(desk, config, out_now)
    exports.remember(desk, {str(path.resolve()): _digest(data) for path, data in files.items()})


def _remember(desk: Desk, met: Mapping[str, Sequence[str]]) -> None:
    """Enter the words of sites that nobody knows yet into the desk's catalogue."""
    from translator.publish import frame, furniture

    for slug, words in met.items():
        if words:
            furniture.remember(frame.own_catalogue(desk.folder, "es"), words, slug)


def _settle(desk: Desk, config: Config, slugs: Sequence[str]) -> None:
    """Keep the Spanish addresses of pages that have gone out, whatever becomes of headlines."""
    from translator.publish import addresses

    for slug in slugs:
        taken = articles.spanish_slugs(desk, slug)
        spanish = addresses.spanish_slug(articles.read(desk, slug), taken)
        articles.settle_spanish_slug(desk, slug, spanish)


def _receipt(
    desk: Desk,
    translation: Translation,
    files: Mapping[str, bytes],
    config: Config,
    *,
    draft: bool,
) -> Mapping[str, bytes]:
    """The receipt of a page pair by its name. Raises NotReadyError where it must not go out,
    UsageError where it has no text: not even a draft may take the place of a page with nothing."""
    from translator import checking
    from translator.checking import standing
    from translator.publish.pages import names as page_names

    slug = translation.article.slug
    if not translation.segments:
        raise UsageError("no-text", slug=slug)
    report = checking.of_article(config, desk, slug)
    if not draft:
        standing.refuse_unready(translation, report)
    checked = receipt.Checked(config.region, report.findings, report.ignored, report.clean)
    source = articles.page(desk, slug).digest
    names = page_names(slug)
    pages = {name: data for name, data in files.items() if name in names}
    text = receipt.render(translation, pages, source, checked, draft=draft)
    return {receipt.name(slug): text.encode()}


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
