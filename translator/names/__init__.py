"""The name ledger: people, places, organisations and media of a story, each with one decision.

Refuses files and the desk. Terms, which are common words, are in `termbase`.
"""

from translator.names.finding import Found as Found
from translator.names.finding import Line as Line
from translator.names.finding import find as find
from translator.names.ledger import Breach as Breach
from translator.names.ledger import Ledger as Ledger
from translator.names.ledger import Use as Use
from translator.names.ledger import gather as gather
from translator.names.ledger import redecide as redecide
from translator.names.ledger import revise as revise
