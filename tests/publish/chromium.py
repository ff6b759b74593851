"""A page run to its end in headless Chromium, away from the network and from anybody's profile.

For the tests that let a harness page judge others. Separate because two of them do.
"""

from __future__ import annotations

import subprocess
from pathlib import Path


def run(
    browser: str | Path, harness: Path, profile: Path, *more: str, budget_ms: int, timeout_s: int
) -> subprocess.CompletedProcess[str]:
    """The page as it stands in the end is on stdout; `budget_ms` of the page's own time, which
    passes as fast as it can, are what it gets, and `more` are further options."""
    return subprocess.run(
        [
            *(str(browser), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            *("--allow-file-access-from-files", "--host-resolver-rules=MAP * ~NOTFOUND"),
            *(f"--user-data-dir={profile}", f"--virtual-time-budget={budget_ms}", *more),
            *("--dump-dom", harness.as_uri()),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=timeout_s,
    )
