"""What others say of our pages: validators of HTML, where they are installed.

`html-validate` and `vnu` come from npm: ``npm install -g html-validate vnu-jar``. Separate from the
tests of the pages, which hold what we want of them.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.golden.conftest import translation as translation  # the article with all there is
from translator.model import Translation
from translator.publish import pages
from translator.publish.house import House

JUDGES = {
    "html-validate": ("--preset", "standard"),
    "vnu": ("--errors-only",),
}


@pytest.mark.outside
@pytest.mark.parametrize("judge", JUDGES)
@pytest.mark.parametrize("site", ["", "https://news.example.org/{lang}/{slug}"])
def test_validators_have_nothing_to_say(
    judge: str, site: str, translation: Translation, tmp_path: Path
) -> None:
    program = shutil.which(judge)
    if program is None:
        pytest.skip(f"{judge} is not installed")
    pair = pages.render(translation, House(site, translator="Ana Ruiz"))
    written = []
    for name, text in (("en.html", pair.english), ("es.html", pair.spanish)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        written.append(str(tmp_path / name))
    done = subprocess.run(
        [program, *JUDGES[judge], *written],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
