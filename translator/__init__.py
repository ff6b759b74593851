"""engesp: news articles from English to Spanish, in the terminal, offline.

Holds the version and nothing else: every submodule's import runs this file, so it stays empty.
"""

from __future__ import annotations

__version__ = "0.1.0"
