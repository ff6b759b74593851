"""What may not lie about behind a kill: half an export, a broken copy of the desk.

Separate because the harness that drives functions and the one that drives the screen judge alike.
"""

from __future__ import annotations

import json
from pathlib import Path

import polib

from translator.desk import copies


def half_exports(*folders: Path) -> list[str]:
    """Files under their final names that are not whole."""
    paths = [path for folder in folders for path in folder.glob("[!.]*")]
    return [f"half an export: {path.name}" for path in paths if not _is_complete(path)]


def broken_copies(desk: Path) -> list[str]:
    """Copies of a desk that could not be gone back to."""
    broken = []
    for copy in copies.copies(desk):
        try:
            copies.refuse_damaged(copy.path, said=copy.path)
        except Exception as error:
            broken.append(f"copy: {error}")
    return broken


def _is_complete(path: Path) -> bool:
    data = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return data.rstrip().endswith("</html>")
    if path.suffix == ".po":
        return len(polib.pofile(data)) > 0
    if path.suffix == ".json":
        return bool(json.loads(data))
    return data.endswith("\n")
