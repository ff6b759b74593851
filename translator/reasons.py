"""Why a part of somebody's file is not taken in, as the sentences that `wording` makes.

Clauses without a capital and a full stop: a line and a name go before them. Refuses whole errors.
Separate because files have more ways to be wrong than all the rest together.
"""

from __future__ import annotations

from translator.i18n import N_

REASONS = {
    "entry-obsolete": N_("it is marked obsolete"),
    "entry-foreign": N_("its context names no segment (article:number)"),
    "entry-no-article": N_("there is no such article on this desk"),
    "entry-no-segment": N_("the article has no such segment"),
    "entry-other-source": N_("its English is not the segment's"),
    "entry-codes": N_("it has lost inline codes, so it stays open"),
    "entry-twice": N_("the same segment stands in the file before"),
    "entry-emptied": N_("its translation was emptied; the one on the desk is kept"),
}
"""Why an entry of an imported file was refused, or what was not taken as it stands there."""

TROUBLES = {
    "unit-xml": N_("this unit is no XML ({detail})"),
    "unit-bytes": N_("this unit has bytes that are no characters in the file's encoding"),
    "unit-open": N_("this unit has no end (</tu>)"),
    "file-cut": N_("the file ends here, without </tmx>"),
    "row-broken": N_("this row cannot be read ({detail})"),
    "row-too-long": N_("this row has more cells than the table has columns"),
    "xliff-unknown": N_("XLIFF has no such element"),
    "xliff-parent": N_("it cannot stand in <{detail}>"),
    "xliff-text": N_("no text can stand in it"),
    "xliff-lacks": N_("its attribute “{detail}” is missing"),
    "xliff-attribute": N_("it can have no attribute “{detail}”"),
    "xliff-value": N_("it cannot have {detail}"),
    "xliff-twice": N_("the id “{detail}” stands twice"),
    "xliff-second": N_("it stands a second time"),
    "xliff-order": N_("it stands on the wrong side of <{detail}>"),
    "xliff-reference": N_("nothing has the id “{detail}” that it names"),
    "xliff-no-source": N_("it has no <source>"),
    "xliff-no-body": N_("it has no <body>"),
    "xliff-no-file": N_("it has no <file>"),
    "xliff-no-segment": N_("it has no <segment>"),
    "xliff-no-language": N_("the file names no language for it (trgLang)"),
    "term-kind": N_("“{detail}” is none of preferred, allowed, forbidden, keep"),
    "term-too-long": N_("a term has more than 500 characters"),
    "term-without-english": N_("there is no English term"),
    "term-without-spanish": N_("there is no Spanish term"),
    "term-kept-changed": N_("a term to keep has another Spanish than itself"),
}
"""What is wrong with a unit, a row or an element of a file; `detail` is the word it is about."""

DESK_TROUBLES = {
    # The codes of `desk.verification`.
    "file-damaged": N_("the file is damaged"),
    "row-orphaned": N_("rows refer to what is not there"),
    "page-missing": N_("the page of the article is missing"),
    "page-other": N_("the stored page has other bytes than it had"),
    "journal-unreadable": N_("the journal cannot be read"),
    "journal-apart": N_("confirmed with a text that the journal does not know"),
    "memory-lacks": N_("confirmed, and not in the memory"),
    "memory-extra": N_("in the memory, and not confirmed"),
}
