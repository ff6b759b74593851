"""`python -m translator`: the same program as the command, for child processes and odd PATHs."""

from __future__ import annotations

import sys

from translator.cli import main

if __name__ == "__main__":
    sys.exit(main())
