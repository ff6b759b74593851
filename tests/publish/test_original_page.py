"""The pair in the original's own markup: Spanish where English stood, all else byte for byte."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.conftest import SHARED
from translator import corrections, delivery, editing, inline, intake, sources
from translator.cli.making import SAMPLE
from translator.config import Config
from translator.desk import Desk, articles
from translator.errors import InputError, UsageError
from translator.model import TRANSLATED_ROLES, Role, State, Translation
from translator.pagetree import places
from translator.publish import draft_mark, original_page, passages, related
from translator.publish.edits import Edits
from translator.publish.frame import frame
from translator.publish.house import House

WHEN = datetime(2026, 3, 12, 8, 30, tzinfo=UTC)
SITE = "https://post.example/{lang}/{slug}"
RESERVOIR = Path(__file__).parent.parent / "sources" / "pages" / "reservoir.html"


def decode(data: bytes) -> str:
    return sources.text_of(data, "page")


def made(
    data: bytes, spanish: Callable[[str], str] = lambda text: f"ñ{text}", **facts: Any
) -> Translation:
    """The article on a page, every sentence translated by `spanish`."""
    article = replace(sources.read(sources.Page("page", data, WHEN)), slug="story", **facts)
    segments = tuple(
        replace(one, target=spanish(one.source), state=State.TRANSLATED)
        for one in intake.cut(article.blocks)
    )
    return Translation(article, segments, WHEN)


def render(data: bytes, house: House = House(), **options: Any) -> original_page.Written:  # noqa: B008
    return original_page.render(made(data), data, decode, house, **options)


def key(text: str) -> str:
    return "".join(text.split())


def check_read_back(data: bytes, translation: Translation, written: bytes) -> int:
    """All Spanish stands where its English stood, as the reader reads it; how many lines."""
    page = places.locate(written, decode)
    assert page is not None
    there: dict[str, str] = {}
    for place in page.places:
        there[place.path] = there.get(place.path, "") + key(place.text)
    tree = html.document_fromstring(
        decode(written).encode(), parser=html.HTMLParser(encoding="utf-8")
    )
    count = 0
    for block in translation.article.blocks:
        if block.role not in TRANSLATED_ROLES or not block.element:
            continue
        shown = passages.read(translation, block, "es").plain
        count += 1
        if block.role is Role.ALT:
            (image,) = tree.xpath(block.element)
            assert key(image.get("alt")) == key(shown)
        else:
            assert key(shown) in there[block.element], block
    return count


# --- the house's own page


HERE = "https://post.example/en/night-train"
"""Where the sample page was fetched from, in these tests."""


def own(data: bytes = SAMPLE.read_bytes(), **options: Any) -> str:
    return render(data, House(SITE), place=HERE, **options).spanish.decode()


def test_the_text_is_spanish_and_the_rest_is_the_same() -> None:
    data = SAMPLE.read_bytes()
    text = own()
    assert check_read_back(data, made(data), text.encode()) > 15
    before, after = (one.splitlines() for one in (data.decode(), text))
    body = slice(before.index("<body>"), None)
    assert len(before[body]) == len(after[after.index("<body>") :])
    for was, now in zip(before[body], after[after.index("<body>") :], strict=True):
        now = now.replace(' hreflang="en"', "")
        assert re.sub(r">[^<]+|(?:alt|href)=\"[^\"]*\"", "", was) == re.sub(
            r">[^<]+|(?:alt|href)=\"[^\"]*\"", "", now
        )


def test_the_head_says_the_same_as_the_page() -> None:
    page = html.document_fromstring(own())
    title = "ñNight train to the coast returns after eleven years"
    assert page.get("lang") == "es"
    assert page.findtext(".//title") == f"{title} | The Ellery Post"
    metas = {
        one.get("name") or one.get("property"): one.get("content") for one in page.iter("meta")
    }
    assert metas["og:title"] == title
    assert (metas["description"] or "").startswith("ñThe first sleeper left")
    assert (metas["og:locale"], metas["og:locale:alternate"]) == ("es_ES", "en_GB")
    data = json.loads(page.xpath("//script")[0].text)
    assert (data["headline"], data["inLanguage"]) == (title, "es")
    assert data["author"] == {"@type": "Person", "name": "Marta Quill"}
    assert data["translationOfWork"]["inLanguage"] == "en"


def test_the_pair_is_followed_both_ways() -> None:
    pair = render(SAMPLE.read_bytes(), House(SITE))
    pages = [html.document_fromstring(one.decode()) for one in (pair.english, pair.spanish)]
    links = [
        {one.get("hreflang"): one.get("href") for one in page.xpath("//link[@hreflang]")}
        for page in pages
    ]
    assert links[0] == links[1]
    assert set(links[0]) == {"en", "es", "x-default"}
    for page in pages:
        language = page.get("lang")
        assert page.xpath("//link[@rel='canonical']/@href") == [links[0][language]]
        assert page.xpath("//a[text()='Español']/@href") == [links[0]["es"]]
    english = json.loads(pages[0].xpath("//script")[0].text)
    assert english["workTranslation"]["url"] == links[0]["es"]
    assert english["headline"] == "Night train to the coast returns after eleven years"


def test_the_english_page_keeps_every_byte_of_its_text() -> None:
    data = SAMPLE.read_bytes()
    english = render(data, House(SITE), place=HERE).english
    assert data[data.index(b"<main>") :] == english[english.index(b"<main>") :]


def test_furniture_dates_and_minutes_are_spanish() -> None:
    page = html.document_fromstring(own())
    text = " ".join(page.text_content().split())
    assert "Inicio" in text
    assert "Por Marta Quill" in text
    assert "12 de marzo de 2026 · 2 minutos de lectura" in text
    assert page.findtext(".//aside//h3") == "Relacionado"
    assert page.xpath("//time/@datetime") == ["2026-03-12T21:40:00+00:00"]


@pytest.mark.parametrize(
    ("button", "wanted"),
    [
        ("<button>Sign in</button>", "<button>Iniciar sesión</button>"),
        (
            '<button aria-label="Sign in">Sign in</button>',
            '<button aria-label="Iniciar sesión">Iniciar sesión</button>',
        ),
        (
            '<a aria-label="Sign in to the club" href="/x">Sign in</a>',
            '<a aria-label="Sign in to the club" href="/x">Sign in</a>',
        ),
        (
            '<button aria-label="The club’s own door">Sign in</button>',
            '<button aria-label="The club’s own door">Iniciar sesión</button>',
        ),
    ],
)
def test_a_label_says_what_is_shown(button: str, wanted: str) -> None:
    data = page_of("").replace(b"</article>", f"</article>{button}".encode())
    assert wanted in render(data).spanish.decode()


def test_the_credit_stands_behind_the_byline() -> None:
    house = House(SITE, translator="Ana Ruiz & Co.")
    pair = render(SAMPLE.read_bytes(), house)
    assert "Marta Quill</a> · Traducción: Ana Ruiz &amp; Co.</p>" in pair.spanish.decode()
    assert b"Ana Ruiz" not in pair.english[pair.english.index(b"<body>") :]


SCRIPT = b"<script>let a = '<p>';</script></body>"


def test_a_page_that_was_fetched_from_the_own_site_keeps_its_scripts() -> None:
    data = SAMPLE.read_bytes().replace(b"</body>", SCRIPT)
    written = render(data, House(SITE), place=HERE)
    assert SCRIPT in written.spanish
    assert SCRIPT in written.english
    assert not written.only_says_own


@pytest.mark.parametrize(
    "place",
    ["", "/home/ana/page.html", "//post.example/page.html", "https://evil.example/x", "C:\\p.html"],
)
def test_what_a_page_says_of_itself_keeps_no_script(place: str) -> None:
    # The canonical address of the sample is on the site: anybody can write that into a file.
    data = SAMPLE.read_bytes().replace(b"</body>", SCRIPT)
    written = render(data, House(SITE), place=place)
    assert b"let a" not in written.spanish + written.english
    assert written.only_says_own
    other = render(data, House("https://other.example/{lang}/{slug}"), place=place)
    assert b"let a" not in other.spanish + other.english
    assert not other.only_says_own


# --- a draft


@pytest.mark.parametrize("data", [SAMPLE.read_bytes(), RESERVOIR.read_bytes()])
@pytest.mark.parametrize("place", [HERE, ""])
def test_a_draft_has_a_mark_and_nothing_else_is_different(data: bytes, place: str) -> None:
    house = House(SITE)
    final, draft = (render(data, house, place=place, draft=one) for one in (False, True))
    robots = b'\n<meta name="robots" content="noindex">'
    for done, marked, word in (
        (final.spanish, draft.spanish, "Borrador"),
        (final.english, draft.english, "Draft"),
    ):
        mark = re.search(rb"<aside lang=[^>]*style=.*?</aside>", marked)
        assert mark is not None
        assert word in mark[0].decode()
        assert marked.replace(mark[0], b"", 1).replace(robots, b"", 1) == done
        (shown,) = html.document_fromstring(decode(marked)).xpath("/html/body/*[1]")
        assert (shown.tag, shown.text_content()) == ("aside", word)


def test_a_draft_says_how_many_sentences_wait() -> None:
    data = SAMPLE.read_bytes()
    whole = made(data)
    first = replace(whole.segments[0], state=State.INITIAL)
    waiting = replace(whole, segments=(first, *whole.segments[1:]))
    written = original_page.render(waiting, data, decode, House(SITE))
    assert "La traducción al español tiene 1 frase por confirmar." in written.spanish.decode()
    assert "The Spanish translation has 1 sentence to confirm." in written.english.decode()


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        ("<title>A</title><body class=x><p>b", "<title>A</title><body class=x><aside "),
        ("<title>A</title><p>b", "<title>A</title><aside "),
        ("<head><title>A</title></head><h1>b", "</head><aside "),
        ("just text", "just text<aside "),
    ],
)
def test_the_mark_stands_where_the_body_begins(opening: str, wanted: str) -> None:
    data = opening.encode()
    page = places.locate(data, decode)
    assert page is not None
    edits = Edits(data, "utf-8")
    draft_mark.put(edits, page, frame("es"), 0)
    assert wanted in edits.made().decode()


# --- headlines of other articles


def test_headlines_of_other_articles_lead_to_their_spanish() -> None:
    data = SAMPLE.read_bytes()
    (link,) = html.document_fromstring(own()).xpath("//aside//a")
    assert link.get("hreflang") == "en"
    address = str(link.get("href"))
    key_of_it = related.key("http://www." + address.partition("//")[2] + "/?utm_source=x#top")
    house = House(SITE, translated={key_of_it: "https://post.example/es/otra"})
    pair = [html.document_fromstring(one) for one in spanish_and_english(data, house)]
    links = [page.xpath("//aside//a")[0] for page in pair]
    assert (links[0].get("href"), links[0].get("hreflang")) == (
        "https://post.example/es/otra",
        "es",
    )
    assert (links[1].get("href"), links[1].get("hreflang")) == (
        html.document_fromstring(data.decode()).xpath("//aside//a/@href")[0],
        None,
    )


def spanish_and_english(data: bytes, house: House) -> tuple[str, str]:
    written = render(data, house, place=HERE)
    return written.spanish.decode(), written.english.decode()


# --- markup of all kinds

PARAGRAPH = "The town council decided on Monday to close the bridge for the whole of the summer."


def page_of(body: str, head: str = "<title>A bridge will close for the summer</title>") -> bytes:
    text = f"""<!doctype html><html lang=en><head><meta charset=utf-8>{head}</head><body><article>
<h1>A bridge will close for the summer</h1><p>{PARAGRAPH}</p>{body}
<p>{PARAGRAPH[4:]} Nobody was asked.</p>
</article></body></html>"""
    return text.encode()


MARKED = "The <1>first</1> word of this paragraph is not the <2>last</2> one, as all can see here."


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (
            '<p class="x">The <b id=1>first</b> word of this long paragraph is in bold, says the'
            ' <a class="y" href="/n" target=_blank>council</a>.</p>',
            '<p class="x">ñThe <b id=1>first</b> word of this long paragraph is in bold, says the'
            ' <a class="y" href="/n" target=_blank>council</a>.</p>',
        ),
        (
            '<p>\n  <span style="color:red">This paragraph in red is a long one, too.</span>\n</p>',
            '<p>\n  <span style="color:red">ñThis paragraph in red is a long one, too.</span>'
            "\n</p>",
        ),
        (
            "<p>This paragraph has a comment <!-- a > b --> and an <a id=n></a>anchor too.</p>",
            "<p>ñThis paragraph has a comment and an anchor too.<!-- a > b --><a id=n></a></p>",
        ),
        (
            '<p>He said <q lang="fr">je ne sais pas</q> to the whole council at the end.</p>',
            '<p>ñHe said <q lang="fr">je ne sais pas</q> to the whole council at the end.</p>',
        ),
        (
            "<p>Fish &amp; chips cost &pound;9 at the caf&eacute; beside the old bridge today.</p>",
            "<p>ñFish &amp; chips cost £9 at the café beside the old bridge today.</p>",
        ),
        (
            "<P>This paragraph is not closed and written in capitals of old<P>And this one"
            " is not closed either, as was the custom",
            "<P>ñThis paragraph is not closed and written in capitals of old<P>ñAnd this one"
            " is not closed either, as was the custom",
        ),
    ],
)
def test_a_line_keeps_its_own_tags(written: str, wanted: str) -> None:
    spanish = render(page_of(written), place="").spanish.decode()
    assert wanted in spanish


def test_codes_may_change_places() -> None:
    data = page_of(
        "<p>The <i>white</i> house by the <b>river</b> was sold to the town a year ago.</p>"
    )

    def spanish(text: str) -> str:
        return "Junto al <2>río</2>, la casa <1>blanca</1>." if "<1>" in text else text

    written = original_page.render(made(data, spanish), data, decode, House())
    assert "<p>Junto al <b>río</b>, la casa <i>blanca</i>.</p>" in written.spanish.decode()


def test_what_is_still_english_says_so() -> None:
    data = page_of("<p>First sentence of this paragraph here. Second sentence of it here.</p>")
    written = original_page.render(
        made(data, lambda text: "" if text.startswith(("Second", "Nobody")) else "Sí."),
        data,
        decode,
        House(),
    ).spanish.decode()
    assert '<p>Sí. <span lang="en">Second sentence of it here.</span></p>' in written
    assert '<meta name="robots" content="noindex">' in written


@pytest.mark.parametrize(
    ("charset", "name"),
    [("cp1252", "windows-1252"), ("utf-16", "utf-16"), ("latin-1", "iso-8859-1")],
)
def test_pages_keep_their_charset(charset: str, name: str) -> None:
    text = page_of("<p>The café of the old town has been open for a hundred years, they say.</p>")
    data = text.decode().replace("charset=utf-8", f"charset={name}").encode(charset)
    translation = made(data, lambda one: one.replace("café", "café ⟶ «ñ»"))
    written = original_page.render(translation, data, decode, House()).spanish
    assert "café ⟶ «ñ»" in html.document_fromstring(decode(written)).text_content()
    if charset != "utf-16":
        assert b"caf\xe9 &#10230; \xab\xf1\xbb" in written


def test_lines_that_a_person_split_joined_and_corrected_find_their_place(desk: Desk) -> None:
    path = desk.folder / "night-train.html"
    path.write_bytes(SAMPLE.read_bytes())
    slug = intake.add(desk, str(path), Config()).slug

    def line(start: str) -> int:
        blocks = articles.read(desk, slug).article.blocks
        return next(one.id for one in blocks if intake.clean(one).startswith(start))

    corrections.split(desk, slug, line("Since then"), "A survey")
    corrections.join(desk, slug, line("The carriages are new"))
    corrections.set_text(desk, slug, line("So said Amara"), "So said Amara Lindqvist.")
    for segment in articles.read(desk, slug).segments:
        editing.confirm(desk, slug, segment.id, f"ñ{segment.source}")
    done = delivery.export(
        desk,
        [slug],
        formats=("html",),
        out=desk.folder / "out",
        force=False,
        config=Config(template="source"),
    )
    text = done.written[1].read_text(encoding="utf-8")
    assert "60 percent. ñA <a" in text
    assert "that lock. ñThe track was repaired between 2022 and 2025.</li>" in text
    assert "<li></li>" in text
    assert "<p>ñSo said Amara Lindqvist.</p>" in text
    assert ">Inicio<" in text


def test_what_is_met_is_collected_once_and_translated_for_good(desk: Desk) -> None:
    path = desk.folder / "reservoir.html"
    path.write_bytes(RESERVOIR.read_bytes().replace(b">Region<", b">Marsh Lane<"))
    slug = intake.add(desk, str(path), Config()).slug

    def exported() -> str:
        delivery.export(
            desk,
            [slug],
            formats=("html",),
            out=desk.folder,
            force=True,
            config=Config(template="source"),
        )
        return (desk.folder / f"{slug}.es.html").read_text(encoding="utf-8")

    catalogue = desk.folder / "page.es.po"
    assert ">Marsh Lane<" in exported()
    text = catalogue.read_text(encoding="utf-8")
    assert 'msgid "Marsh Lane"\nmsgstr ""' in text
    assert 'msgid "Home"' not in text
    catalogue.write_text(
        text.replace('"Marsh Lane"\nmsgstr ""', '"Marsh Lane"\nmsgstr "Camino Mars"'),
        encoding="utf-8",
    )
    assert ">Camino Mars<" in exported()
    assert catalogue.read_text(encoding="utf-8").count("Marsh Lane") == 1


def test_articles_without_markup_are_refused(desk: Desk, slug: str) -> None:
    with pytest.raises(UsageError):
        original_page.render(articles.read(desk, slug), b"river", decode, House())


def test_a_page_without_its_lines_is_refused() -> None:
    data = page_of("<p>Another paragraph, which will not be in the page that is written into.</p>")
    other = page_of("<ul><li>nothing</li></ul>")
    with pytest.raises(InputError) as caught:
        original_page.render(made(data), other, decode, House())
    assert caught.value.code == "lines-not-found"


def test_every_page_of_the_archive_is_written_and_read_back() -> None:
    folder = SHARED / "data" / "extraction" / "html"
    if not folder.is_dir():
        pytest.skip("the third-party pages are not here")
    lines = pages = 0
    for path in sorted(folder.glob("*.html.gz"))[::4]:
        data = gzip.decompress(path.read_bytes())
        translation = made(data)
        written = original_page.render(translation, data, decode, House())
        lines += check_read_back(data, translation, written.spanish)
        pages += 1
    assert pages >= 9
    assert lines > 150


def test_clean_text_of_codes_is_the_same() -> None:
    data = RESERVOIR.read_bytes()
    translation = made(data)
    tree = html.document_fromstring(render(data).spanish.decode())
    for block in translation.article.blocks:
        if block.role is Role.PARAGRAPH:
            (element,) = tree.xpath(block.element)
            said = key(inline.strip(passages.read(translation, block, "es").plain, ()))
            assert key(element.text_content()) == said
