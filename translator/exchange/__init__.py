"""The files that other translation tools read and write.

Loads nothing by itself: each format brings its own library and is imported where it is asked for.
"""

from __future__ import annotations
