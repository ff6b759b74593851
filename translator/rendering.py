"""An article, or a whole desk, as the files of one format after another.

Names the files and asks `publish` and `exchange` for their bytes. Refuses to write anything:
`delivery` does, all of them or none. Separate from it because there are many formats and one way
to put files on a disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from translator import desk as desks
from translator import sources
from translator.config import Config
from translator.desk import Desk, articles, exports
from translator.desk.former import former
from translator.errors import UsageError
from translator.model import Article, Origin, Translation, Unit

if TYPE_CHECKING:
    from translator.exchange.entries import Sheet
    from translator.publish.original_page import Written

FORMATS = (
    "html",
    "text",
    "markdown",
    "po",
    "pot",
    "xliff",
    "xliff2",
    "tmx",
    "tbx",
    "tsv",
    "review",
    "original",
)
"""What `export` and `run` can write. `xliff` is 1.2 and `xliff2` is 2.1; `tbx` is the termbase;
`original` is the PO or XLIFF file that an article was made from."""

_TOGETHER = frozenset({"po", "pot", "xliff", "xliff2", "tmx", "tsv"})
"""The formats of which one file holds a whole desk."""

DESK = "desk"
"""The name of the files that hold a whole desk."""


def sheet(desk: Desk, slug: str) -> Sheet:
    """An article on its way out. Raises NotFoundError."""
    from translator.exchange.entries import Sheet

    was = former(desk, slug)
    return Sheet(articles.read(desk, slug), was.sources, was.gone)


def translated(desk: Desk, config: Config, leaving: Sequence[Translation]) -> Mapping[str, str]:
    """The addresses of the Spanish pages that there are, by the keys of the English ones: those
    that have gone out, and those that go out with the ones that are `leaving`."""
    from translator.publish import addresses, related

    found: dict[str, str] = {}
    if config.site:
        for address, slug, spanish in exports.published(desk):
            pair = addresses.pair(Article((), slug=slug), config.site, spanish)
            found.update({related.key(one): pair.es for one in (address, pair.en)})
    for one in leaving:
        taken = articles.spanish_slugs(desk, one.article.slug)
        pair = addresses.pair(one.article, config.site, addresses.spanish_slug(one, taken))
        found.update({related.key(each): pair.es for each in (one.article.address, pair.en)})
    found.pop("", None)
    return found


def of_article(
    desk: Desk,
    one: Sheet,
    formats: Sequence[str],
    config: Config,
    *,
    draft: bool,
    translated: Mapping[str, str] | None = None,
) -> Mapping[str, bytes]:
    """The files of one article, by their names. `translated` are the Spanish pages that its
    headlines may lead to. Raises UsageError where it has no original."""
    pages = _pages(desk, one.translation, formats, config, translated or {}, draft=draft)
    files = {name: text.encode() for name, text in pages.items()}
    for name in formats:
        if name in _TOGETHER:
            files[f"{one.slug}{_ENDINGS[name]}"] = _exchanged(name, [one], config, "")
    if "review" in formats:
        from translator.exchange import review

        files[f"{one.slug}.review.html"] = review.write(_checked(desk, one, config)).encode()
    if "original" in formats:
        name, data = _original(desk, one.translation)
        files[name] = data
    return files


def _checked(desk: Desk, one: Sheet, config: Config) -> Sheet:
    """The sheet with what the checks find in it."""
    from dataclasses import replace

    from translator import checking, explaining

    checker = checking.load(config, desk)
    findings: dict[int, list[str]] = {}
    for found in checking.of_article(config, desk, one.slug).findings:
        sentence = explaining.finding(found, checker.rule(found.rule))
        findings.setdefault(found.segment, []).append(sentence)
    return replace(one, findings=findings)


def of_desk(sheets: Sequence[Sheet], formats: Sequence[str], config: Config) -> Mapping[str, bytes]:
    """The files that hold all of these articles, by their names."""
    return {
        f"{DESK}{_ENDINGS[name]}": _exchanged(name, sheets, config, DESK)
        for name in formats
        if name in _TOGETHER
    }


def terms(desk: Desk, config: Config) -> Mapping[str, bytes]:
    """The termbase in force as a TBX file."""
    from translator import terminology

    known = terminology.load(desk, config).terms
    return {"terms.tbx": "".join(terminology.written(known, as_tbx=True)).encode()}


def apart(formats: Sequence[str]) -> tuple[str, ...]:
    """Those of the formats that are files of each article."""
    return tuple(name for name in formats if name not in _TOGETHER)


def _pages(
    desk: Desk,
    translation: Translation,
    formats: Sequence[str],
    config: Config,
    translated: Mapping[str, str],
    *,
    draft: bool,
) -> Mapping[str, str]:
    files: dict[str, str] = {}
    slug = translation.article.slug
    if "html" in formats and config.template != "source":
        from translator.publish import pages
        from translator.publish.house import House

        house = House.of(config, desk.folder, articles.spanish_slugs(desk, slug), translated)
        own = config.template == "house"
        pair = pages.render(translation, house, draft=draft, own_template=own)
        files.update(zip(pages.names(slug), (pair.english, pair.spanish), strict=True))
    if "text" in formats:
        from translator.publish import text

        files[f"{slug}.en.txt"] = text.render(translation, "en")
        files[f"{slug}.es.txt"] = text.render(translation, "es")
    if "markdown" in formats:
        from translator.publish import markdown

        files[f"{slug}.en.md"] = markdown.render(translation, "en")
        files[f"{slug}.es.md"] = markdown.render(translation, "es")
    return files


def in_its_markup(
    desk: Desk,
    translation: Translation,
    config: Config,
    *,
    draft: bool,
    translated: Mapping[str, str] | None = None,
) -> tuple[Mapping[str, bytes], Written]:
    """The page pair in the markup of the page that was read, by their names; and what else there
    is to say of it. Raises UsageError and InputError where that cannot be."""
    from translator.publish import addresses, original_page
    from translator.publish.house import House

    slug = translation.article.slug
    stored = articles.page(desk, slug)
    written = original_page.render(
        translation,
        stored.data,
        lambda data: sources.text_of(data, stored.source, stored.charset),
        House.of(config, desk.folder, articles.spanish_slugs(desk, slug), translated),
        place=stored.place,
        draft=draft,
    )
    names = addresses.names(slug)
    return dict(zip(names, (written.english, written.spanish), strict=True)), written


def _po(sheets: Sequence[Sheet], config: Config, project: str) -> Iterator[str]:
    from translator.exchange import po

    yield po.write_all(sheets, translator=config.author, project=project)


def _pot(sheets: Sequence[Sheet], config: Config, project: str) -> Iterator[str]:
    from translator.exchange import po

    yield po.write_template(sheets, project=project)


def _xliff(sheets: Sequence[Sheet], config: Config, project: str) -> Iterator[str]:
    from translator.exchange import xliff_writing

    return xliff_writing.write_1(sheets)


def _xliff2(sheets: Sequence[Sheet], config: Config, project: str) -> Iterator[str]:
    from translator.exchange import xliff_writing

    return xliff_writing.write_2(sheets)


def _tsv(sheets: Sequence[Sheet], config: Config, project: str) -> Iterator[str]:
    from translator.exchange import segment_table

    return segment_table.write(sheets)


def _tmx(sheets: Sequence[Sheet], config: Config, project: str) -> Iterator[str]:
    from translator.exchange import tmx_writing

    texts: dict[int, str] = {}
    units = [unit for one in sheets for unit in _units(one.translation, config.author, texts)]
    moments = [one.translation.edited or one.translation.fetched for one in sheets]
    return tmx_writing.write(units, texts.get, max(moments, default=desks.now()))


def _units(translation: Translation, author: str, texts: dict[int, str]) -> Iterator[Unit]:
    """What has been translated, as units between their neighbours. One that no person stands by
    is the machine's. `texts` is filled with what the keys of the neighbours stand for."""
    from dataclasses import replace

    from translator import recall
    from translator.memory.tokens import key
    from translator.memory.units import of_segment

    wanted = recall.sought(translation.segments)
    texts.update((key(one.text), one.text) for one in wanted.values())
    for segment in translation.segments:
        if not segment.target.strip():
            continue
        place = wanted[segment.id]
        yield replace(
            of_segment(segment),
            before=place.before,
            after=place.after,
            origin=Origin.MACHINE if segment.is_open else Origin.HUMAN,
            author="" if segment.is_open else author,
            article=translation.article.slug,
            changed=translation.edited,
        )


_WRITERS: Mapping[str, Callable[[Sequence[Sheet], Config, str], Iterator[str]]] = {
    "po": _po,
    "pot": _pot,
    "xliff": _xliff,
    "xliff2": _xliff2,
    "tmx": _tmx,
    "tsv": _tsv,
}
_ENDINGS = {
    "po": ".po",
    "pot": ".pot",
    "xliff": ".xlf",
    "xliff2": ".v2.xlf",
    "tmx": ".tmx",
    "tsv": ".tsv",
}


def _exchanged(name: str, sheets: Sequence[Sheet], config: Config, project: str) -> bytes:
    return "".join(_WRITERS[name](sheets, config, project)).encode()


def _original(desk: Desk, translation: Translation) -> tuple[str, bytes]:
    """The file that the article was made from, translated. Raises UsageError for other pages."""
    slug = translation.article.slug
    stored = articles.page(desk, slug)
    page = sources.Page(stored.source, stored.data, stored.fetched, charset=stored.charset)
    if sources.is_xliff(page):
        from translator.exchange import xliff_original

        drafts = sources.drafts(page, translation.article)
        return f"{slug}.es.xlf", xliff_original.write(translation, stored.data, drafts)
    if not sources.is_po(page):
        raise UsageError("no-original", slug=slug)
    from translator.exchange import original

    drafts = sources.drafts(page, translation.article)
    return f"{slug}.es.po", original.write(translation, stored.data, drafts)
