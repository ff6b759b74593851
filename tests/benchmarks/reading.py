"""How many pages are read a second, HTML and copied text, in one process.

Run: python tests/benchmarks/reading.py [FOLDER of .html, .html.gz, .txt]; without one, the pages
beside this checkout.
"""

from __future__ import annotations

import gzip
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from translator.errors import InputError
from translator.sources import Page, read

DATA = Path(__file__).parents[3] / "shared" / "data"
RUNS = 3


def pages(folder: Path) -> Iterator[Page]:
    """The pages of a folder, packed or not."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".html", ".txt", ".gz"):
            data = path.read_bytes()
            data = gzip.decompress(data) if path.suffix == ".gz" else data
            yield Page(path.name, data, datetime.now(UTC))


def seconds(page: Page) -> float:
    """The median time to read one page."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        try:
            read(page)
        except InputError as error:
            print(f"{page.source}: {error.code}", file=sys.stderr)
        times.append(time.perf_counter() - began)
    return median(times)


def main() -> None:
    """Print the rate of each folder and its slowest page."""
    folders = [Path(sys.argv[1])] if sys.argv[1:] else [DATA / "extraction", DATA / "dumps"]
    for folder in folders:
        found = list(pages(folder))
        times = {page.source: seconds(page) for page in found}
        slowest = max(times, key=times.__getitem__)
        rate = len(times) / sum(times.values())
        print(f"{folder.name}: {len(times)} pages, {rate:.1f} a second, slowest {slowest[:20]}"
              f" {times[slowest]:.2f} s")  # fmt: skip


if __name__ == "__main__":
    main()
