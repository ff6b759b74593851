"""A page's own markup: its tree as pieces of running text, and where in its bytes each stands.

Readers take a page apart this way, and the page that is written back into its own markup is put
together the same way, so that both speak of the same places. Refuses to judge what a piece is.
"""

from __future__ import annotations
