"""What an XLIFF file is: its units and inline codes, what makes it invalid, how it is recut.

Versions 1.2 and 2.0 to 2.2, whoever wrote the file. Refuses to know articles and desks: `sources`
makes an article of a file, `exchange` writes files and reads our own back. Separate since both
need the same answers.
"""

from __future__ import annotations
