"""The same few letters a hundred thousand times, through every door.

`python -m tests.fuzz.runs [READER…]` tries all of them and prints what took over a second. Random
bytes hardly ever find what takes time by the square of a run of blanks; this does at once. Separate
from `fuzzing`, whose bytes are never long.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import warnings

from tests.fuzz.fuzzing import WORTH_A_LOOK_S, Tally, attempt, stop
from tests.fuzz.readers import Reader, readers

LENGTH = 100_000

UNITS = (
    *(
        " ",
        "\t",
        "\n",
        " \n",
        "\r",
        "\u00a0",
        "\u200b",
        "\u0301",
        "\u202e",
        "a",
        "1",
        "A",
        "á",
        "😀",
    ),
    *(".", ",", ";", "'", '"', "«", "“", "-", "—", "_", "*", "`", "#", ">", "|", "=", "~~~", "…"),
    *("(", "[", "{", ")", "]", "}", "<", "&", "&amp;", "&#1;", "\\", "/", "%", "½", "?!", "$1 "),
    *(
        "http://",
        "https://a.b/",
        "www.",
        "a@",
        "a@b.co ",
        "a.",
        "1.",
        "1,",
        "1:",
        "12/",
        "0x",
        "x:y ",
    ),
    *("a ", "A ", "A. ", "Mr. ", "“a", "“ ", "' ", "a’", "a-", "a_", "e\u0301", "key: ", "By "),
    *("<b>", "<p>", "<li>", "<td>", "<!--", "a<br>", "<a href=x>a ", "[a](", "![", "12 March "),
    *("- ", "1. ", "> ", "# ", "%s ", "<1/>", "<x/>", '<ph id="1"/>', "<tu>", 'msgid "a"\n'),
)
SLOW_TO_MAKE = frozenset({"desk", "package"})
"""Files of another kind: letters alone are never more than the head of one."""


def around(reader: Reader, unit: str) -> tuple[bytes, bytes]:
    """A run by itself, and in the midst of what the door knows."""
    run = (unit * (LENGTH // len(unit))).encode()
    seed = reader.seeds[-1]
    known = (seed.find(word) for word in (b"river", b"ferry sailed"))
    place = next((at for at in known if at >= 0), len(seed) // 2)
    return run, seed[:place] + run + seed[place:]


def main(only: tuple[str, ...]) -> int:
    """Try all; 1 where something was found."""
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGPROF, stop)
    found = 0
    with tempfile.TemporaryDirectory() as home:
        os.environ["TRANSLATOR_DATA_DIR"] = os.environ["TRANSLATOR_CONFIG_DIR"] = home
        for name, reader in readers().items():
            if name in only or (not only and name not in SLOW_TO_MAKE):
                found += _through(name, reader)
    print(f"{found} found")
    return 1 if found else 0


def _through(name: str, reader: Reader) -> int:
    found = 0
    attempt(reader, reader.seeds[0], Tally())  # what is loaded once is no unit's fault
    for unit in UNITS:
        for data in around(reader, unit):
            tally = Tally()
            attempt(reader, data, tally)
            found += len(tally.found)
            if tally.found or tally.longest > WORTH_A_LOOK_S:
                said = f"{tally.longest:.2f} s, {tally.largest} MB {[*tally.found]}"
                print(f"{name:<10} {unit!r:<12} {said}", flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
