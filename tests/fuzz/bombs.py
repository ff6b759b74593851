"""Small files that mean to become large, slow or deep in a reader.

`python -m tests.fuzz.bombs` prints what each costs: seconds, megabytes over what was there before,
and the code of the refusal. Separate from `fuzzing`, which never makes up anything so mean.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from tests.fuzz.fuzzing import forget_peak, peak
from tests.fuzz.readers import TBX, TMX, XLIFF_1, XLIFF_2, readers
from translator.errors import TranslatorError

SECRET = "file:///etc/hostname"
NOWHERE = "http://127.0.0.1:1/x.dtd"


@dataclass(frozen=True)
class Bomb:
    """Bytes for a door."""

    door: str
    name: str
    data: bytes


def doctype(inside: str, outside: str = "") -> bytes:
    return f"<!DOCTYPE x {outside}[{inside}]>".encode()


def _laughs() -> str:
    names = "abcdefghij"
    lines = [f'<!ENTITY {names[0]} "haha">']
    for former, name in zip(names, names[1:], strict=False):
        ten = f"&{former};" * 10
        lines.append(f'<!ENTITY {name} "{ten}">')
    return "".join(lines)


DOCTYPES = {
    "billion laughs": (doctype(_laughs()), "&j;"),
    "quadratic": (doctype('<!ENTITY a "' + "x" * 50_000 + '">'), "&a;" * 20_000),
    "external entity": (doctype(f'<!ENTITY a SYSTEM "{SECRET}">'), "&a;"),
    "parameter entity": (doctype(f'<!ENTITY % a SYSTEM "{SECRET}"> %a;'), ""),
    "external DTD": (f'<!DOCTYPE x SYSTEM "{NOWHERE}">'.encode(), ""),
    "endless DOCTYPE": (doctype("<!ENTITY a 'b'>" * 100_000), ""),
}
"""What stands before the root, and what stands in a sentence of it."""

INSIDES = {
    "deep": "<g id='1'>" * 100_000,
    "wide": "<g id='1'/>" * 100_000,
    "attributes": "<g " + " ".join(f"a{n}='b'" for n in range(50_000)) + "/>",
    "namespaces": "<g " + " ".join(f"xmlns:a{n}='b'" for n in range(20_000)) + "/>",
    "long name": f"<{'a' * 1_000_000}/>",
    "long text": "x " * 4_000_000,
    "long comment": f"<!--{'a' * 8_000_000}-->",
    "references": "&#65;" * 1_000_000,
}
"""What stands in a sentence of a file that is well formed apart from it."""

SENTENCES = {
    "tmx": (TMX, b"One &amp; two"),
    "tbx": (TBX, b"council"),
    "xliff": (XLIFF_1, b"The <g"),
    "xliff-all": (XLIFF_2, b"The <pc"),
}


def xml() -> Iterator[Bomb]:
    """Those of XML, for each door that reads it."""
    for door, (known, place) in SENTENCES.items():
        root = known.index(b"?>") + 2
        for name, (head, inside) in DOCTYPES.items():
            data = known[:root] + head + known[root:].replace(place, inside.encode() + place)
            yield Bomb(door, name, data)
            wide = data.decode().replace("utf-8", "utf-16").encode("utf-16")
            yield Bomb(door, f"{name} in UTF-16", wide)
        for name, inside in INSIDES.items():
            yield Bomb(door, name, known.replace(place, inside.encode() + place))


def others() -> Iterator[Bomb]:
    """Those of the other formats."""
    deep = "[" * 100_000
    head = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    for door in ("po", "po-page"):
        yield Bomb(door, "plurals", head + b'msgid "a"\nmsgid_plural "b"\n' + _plurals())
        yield Bomb(door, "long text", head + b'msgid "' + b"a " * 4_000_000 + b'"\nmsgstr ""\n')
        yield Bomb(door, "many", head + b"".join(_messages()))
    yield Bomb("settings", "deep", f"a = {deep}".encode())
    yield Bomb("settings", "deep tables", f"a = {'{a=' * 100_000}".encode())
    yield Bomb("settings", "dots", b"a." * 100_000)
    yield Bomb("settings", "large", b'a = "' + b"x" * 8_000_000 + b'"')
    yield Bomb("markdown", "deep", f"---\na: {deep}\n---\n\n# A\n\nThe ferry sailed.\n".encode())
    yield Bomb("markdown", "aliases", b"---\n" + _aliases() + b"---\n\n# A\n\nThe ferry sailed.\n")
    yield Bomb("html", "deep JSON-LD", _page(f'<script type="application/ld+json">{deep}</script>'))
    yield Bomb("package", "metadata too deep", _package({"a/metadata.json": deep.encode()}))
    yield Bomb("package", "zeros", _package({"a/metadata.json": b"{}", "a/z": bytes(200_000_000)}))


def _plurals() -> bytes:
    return b"".join(b'msgstr[%d] "x"\n' % (10**number) for number in range(30))


def _messages() -> Iterator[bytes]:
    for number in range(100_000):
        yield b'msgid "a%d"\nmsgstr "b"\n\n' % number


def _aliases() -> bytes:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for number in range(1, 9):
        lines.append(f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 10)}]")
    lines.append("title: *a8\nauthor: *a8\n")
    return "\n".join(lines).encode()


def _page(head: str) -> bytes:
    text = "The ferry sailed on Monday with 120 people on board, and it will sail again on Friday. "
    return (
        f"<!doctype html><html><head>{head}</head><body><article><h1>Ferry sails again</h1>"
        f"<p>{text * 4}</p></article></body></html>"
    ).encode()


def _package(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def cost(bomb: Bomb) -> tuple[float, int, str]:
    """Seconds of processor time, megabytes over what there was, and how it was refused."""
    said = "taken"
    forget_peak()
    before, began = peak(), time.process_time()
    try:
        readers()[bomb.door].read(bomb.data)
    except TranslatorError as error:
        said = error.code
    return time.process_time() - began, peak() - before, said


def main() -> int:
    """The table, the dearest first."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["TRANSLATOR_DATA_DIR"] = os.environ["TRANSLATOR_CONFIG_DIR"] = home
        for door in readers().values():
            with contextlib.suppress(TranslatorError):
                door.read(door.seeds[0])
        costs = [(*cost(bomb), bomb) for bomb in (*xml(), *others())]
    for seconds, megabytes, said, bomb in sorted(costs, key=lambda one: -one[0]):
        print(f"{bomb.door:<10} {bomb.name:<26} {len(bomb.data):>10,} bytes  {seconds:6.2f} s"
              f"  {megabytes:>4} MB  {said}")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
