"""A bilingual table for an editor without the tool: English and Spanish side by side, on paper.

One HTML file with its style inside: number, English, Spanish, state, note and findings of every
segment, and a line to sign. No script, nothing loaded, A4 in print, a segment never torn in two.
Its words are those of the interface. Refuses to come back: a person writes on it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from translator import __version__, i18n, inline, wording
from translator.exchange.entries import Sheet, meaning, title
from translator.i18n import _, ngettext
from translator.model import Code, Role, Segment

_STYLE = """
@page { size: A4; margin: 15mm 12mm; }
:root { color-scheme: light; }
body { margin: 1.5rem auto; max-width: 72rem; padding: 0 1rem; background: #fff; color: #111;
  font: 1rem/1.45 Georgia, "Times New Roman", serif; }
h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
p { margin: .25rem 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 1rem 0; }
caption { text-align: left; padding: .5rem 0; color: #444; }
th, td { border: 1px solid #888; padding: .35rem .5rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
thead th { background: #eee; }
tr { break-inside: avoid; }
.number { width: 2.5rem; text-align: right; }
.state { width: 5.5rem; }
.more { width: 11rem; }
.title td:not(.more), .heading td:not(.more) { font-weight: bold; }
.open td.state { font-weight: bold; }
.code { color: #666; font-size: .8em; font-family: monospace; }
.finding::before { content: "⚑ "; }
.note::before { content: "✎ "; }
.sign { margin-top: 2rem; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 9.5pt; }
  thead { display: table-header-group; } a { color: inherit; text-decoration: none; } }
@media (max-width: 40rem) { table, tbody, tr, td { display: block; } thead { display: none; }
  tr { margin-bottom: .75rem; } .number, .state, .more { width: auto; text-align: left; } }
"""


def write(sheet: Sheet) -> str:
    """The HTML file of an article, in the language of the interface."""
    article = sheet.translation.article
    blocks = {block.id: block for block in article.blocks}
    rows = Markup("\n").join(
        _row(segment, blocks[segment.block].role, sheet.findings.get(segment.id, ()))
        for segment in sheet.translation.segments
    )
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode("ascii")
    heads = [("number", _("No.")), ("", _("English")), ("", _("Spanish"))]
    heads += [("state", _("State")), ("more", _("Notes"))]
    return Markup(
        '<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src'
        " 'sha256-{digest}'\">\n"
        '<meta name="robots" content="noindex">\n<meta name="generator" content="engesp {version}">'
        "\n<title>{name}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        '<h1 lang="en">{headline}</h1>\n<p>{facts}</p>\n'
        "<table>\n<caption>{caption}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n"
        '</tbody>\n</table>\n<p class="sign">{sign}</p>\n</main>\n</body>\n</html>\n'
    ).format(
        lang=i18n.language(),
        digest=digest,
        version=__version__,
        style=Markup(_STYLE),
        name=_("{title}: review").format(title=title(article)),
        headline=title(article),
        facts=_facts(sheet),
        caption=_caption(sheet.translation.segments),
        heads=Markup("").join(map(_head, heads)),
        rows=rows,
        sign=_("Read by: ______________________   Date: ______________"),
    )


def _head(head: tuple[str, str]) -> Markup:
    kind, text = head
    named = Markup(' class="{}"').format(kind) if kind else Markup("")
    return Markup('<th scope="col"{}>{}</th>').format(named, text)


def _facts(sheet: Sheet) -> str:
    article = sheet.translation.article
    published = article.published.isoformat() if article.published else ""
    return " · ".join(filter(None, (article.author, published, article.address, article.slug)))


def _caption(segments: Sequence[Segment]) -> str:
    is_open = sum(1 for one in segments if one.is_open)
    total = len(segments)
    return ngettext(
        "{n} segment, {open} of them open", "{n} segments, {open} of them open", total
    ).format(n=total, open=is_open)


def _row(segment: Segment, role: Role, findings: Sequence[str]) -> Markup:
    kinds = " ".join([str(role), *(["open"] if segment.is_open else [])])
    more = [Markup('<p class="finding">{}</p>').format(one) for one in findings]
    more += [
        Markup('<p class="note">{}</p>').format(line) for line in segment.note.split("\n") if line
    ]
    return Markup(
        '<tr class="{}" id="s{}"><td class="number">{}</td><td lang="en">{}</td>'
        '<td lang="es">{}</td><td class="state">{}</td><td class="more">{}</td></tr>'
    ).format(
        kinds,
        segment.id,
        segment.id,
        _shown(segment.source, segment.codes),
        _shown(segment.target, segment.codes),
        wording.state_name(segment.state),
        Markup("").join(more),
    )


def _shown(marked: str, codes: Sequence[Code]) -> Markup:
    return Markup("").join(_pieces(marked, codes))


_PLAIN = re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


def _pieces(marked: str, codes: Sequence[Code]) -> Iterator[Markup]:
    """Text, and each code as its small number, with what it stands for on a pointer."""
    for token in inline.put_back(marked, codes):
        if isinstance(token, str):
            # A mark of direction would turn round what stands beside the text.
            yield escape(_PLAIN.sub("", token))
            continue
        number = token.code.number
        form = f"<{number}>"
        if isinstance(token, inline.Close):
            form = f"</{number}>"
        elif isinstance(token, inline.Empty):
            form = f"<{number}/>"
        yield Markup('<span class="code" title="{}">{}</span>').format(meaning(token.code), form)
