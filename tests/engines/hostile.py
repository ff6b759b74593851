"""Archives that are no packages, or mean harm: each a function that writes one to a path."""

from __future__ import annotations

import json
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engines.packing import METADATA, light, packed


def link(file: Path) -> None:
    """A package with a symbolic link to a file of the user's."""
    packed(file, light())
    entry = zipfile.ZipInfo("translate-en_es-1_0/README.md")
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(entry, "/etc/passwd")


def encrypted(file: Path) -> None:
    """A package whose members all say that they are encrypted."""
    data = bytearray(packed(file, light()).read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    file.write_bytes(data)


def damaged(file: Path) -> None:
    """A package whose metadata does not unpack."""
    data = bytearray(packed(file, light()).read_bytes())
    at = data.find(b"metadata.json") + len(b"metadata.json")
    data[at : at + 10] = b"\xff" * 10
    file.write_bytes(data)


def lying(file: Path) -> None:
    """A package whose weights are larger than it says."""
    members = light() | {"translate-en_es-1_0/model/model.bin": os.urandom(5000)}
    data = bytearray(packed(file, members).read_bytes())
    at = data.find(b"PK\x01\x02")
    while data[at + 46 :].startswith(b"translate-en_es-1_0/model/model.bin") is False:
        at = data.find(b"PK\x01\x02", at + 4)
    struct.pack_into("<I", data, at + 24, 100)
    file.write_bytes(data)


def twice(file: Path) -> None:
    """A package with two metadata files of one name."""
    packed(file, light())
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("translate-en_es-1_0/metadata.json", json.dumps(METADATA))


def with_member(name: str, data: bytes = b"x") -> Callable[[Path], object]:
    return lambda file: packed(file, light() | {name: data})


def with_metadata(data: bytes) -> Callable[[Path], object]:
    return with_member("translate-en_es-1_0/metadata.json", data)


def without(name: str) -> Callable[[Path], object]:
    members = light()
    del members[f"translate-en_es-1_0/{name}"]
    return lambda file: packed(file, members)


ROOT = "translate-en_es-1_0"
REFUSED: dict[str, Callable[[Path], object]] = {
    "empty file": lambda file: file.write_bytes(b""),
    "no zip": lambda file: file.write_bytes(b"weights" * 1000),
    "empty zip": lambda file: packed(file, {}),
    "cut off": lambda file: file.write_bytes(packed(file, light()).read_bytes()[:-30]),
    "up and out": with_member("../evil"),
    "up and out inside": with_member(f"{ROOT}/../../evil"),
    "absolute": with_member("/tmp/evil"),
    "backslash": with_member(f"{ROOT}/..\\..\\evil"),
    "drive": with_member(f"{ROOT}/C:evil"),
    "all of it absolute": lambda file: packed(file, light("/tmp/evil")),
    "two folders": with_member("other/file"),
    "file beside the folder": with_member("README.md"),
    "hidden folder": lambda file: packed(file, light(".ssh")),
    "name that moves the cursor": lambda file: packed(file, light("\x1b[31mred")),
    "link": link,
    "encrypted": encrypted,
    "damaged": damaged,
    "lying": lying,
    "twice": twice,
    "file and folder": with_member(f"{ROOT}/model/model.bin/x"),
    "bomb": with_member(f"{ROOT}/zeros", bytes(10_000_000)),
    "too many": lambda file: packed(file, light() | {f"{ROOT}/{n}": b"" for n in range(1000)}),
    "no weights": without("model/model.bin"),
    "no tokenizer": without("sentencepiece.model"),
    "no metadata": without("metadata.json"),
    "metadata no JSON": with_metadata(b"{"),
    "metadata no object": with_metadata(b"[]"),
    "metadata too deep": with_metadata(b"[" * 100_000 + os.urandom(1000)),
    "metadata too large": with_metadata(
        json.dumps(METADATA | {"links": [os.urandom(1_100_000).hex()]}).encode()
    ),
    "no version": lambda file: packed(file, light(package_version="")),
    "version of control characters": lambda file: packed(file, light(package_version="1\x1b[2J")),
    "version of 5,000 digits": lambda file: packed(file, light(package_version="9" * 5000)),
    "no translation": lambda file: packed(file, light(type="sbd")),
}
