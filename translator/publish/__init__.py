"""What readers get: the Eng/Esp page pair and the plain text.

Loads nothing by itself: Jinja2 and Babel come with `pages` and `text`, which are imported where an
export is asked for.
"""

from __future__ import annotations
