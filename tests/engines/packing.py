"""Argos packages made on the spot: the starter's files in a zip, under another name and version."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from translator.engines import packages

METADATA = {"package_version": "1.0", "from_code": "en", "to_code": "es"}


def files(name: str = "translate-en_es-1_0", **metadata: object) -> dict[str, bytes]:
    """The members of a package that really translates: paths and bytes."""
    folder = packages.starter().folder
    members = {
        f"{name}/{path.relative_to(folder)}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    members[f"{name}/metadata.json"] = json.dumps(METADATA | metadata).encode()
    return members


def light(name: str = "translate-en_es-1_0", **metadata: object) -> dict[str, bytes]:
    """The members of a package of a few bytes: whole to look at, but it cannot translate."""
    return {
        f"{name}/metadata.json": json.dumps(METADATA | metadata).encode(),
        f"{name}/model/model.bin": b"weights",
        f"{name}/sentencepiece.model": b"pieces",
    }


def packed(path: Path, members: Mapping[str, bytes]) -> Path:
    """The members in a zip at this path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def unpacked(folder: Path, members: Mapping[str, bytes]) -> Path:
    """The members written below a folder, as a package that somebody else installed."""
    for name, data in members.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
