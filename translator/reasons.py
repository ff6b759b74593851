"""Why a file, a part of one, or a desk is not taken in, as the sentences that `wording` makes.

Of a part: clauses without a capital and a full stop, since a line and a name go before them. Of a
file or a desk: whole sentences. Refuses to print. Separate because files have more ways to be
wrong than all the rest together.
"""

from __future__ import annotations

from translator.i18n import N_

REASONS = {
    "entry-foreign": N_("its context names no segment (article:number)"),
    "entry-no-article": N_("there is no such article on this desk"),
    "entry-no-segment": N_("the article has no such segment"),
    "entry-other-source": N_("its English is not the segment's"),
    "entry-codes": N_("it has lost inline codes, so it stays open"),
    "entry-twice": N_("the same segment stands in the file before"),
    "entry-emptied": N_("its translation was emptied; the one on the desk is kept"),
    "entry-changed": N_("it was changed on the desk since this file was written; --force takes it"),
    "entry-reopens": N_("it would reopen what is confirmed on the desk; --force takes it"),
    "entry-replaced": N_("the desk had it confirmed with another text"),
}
"""Why an entry of an imported file was refused, or what a person should know of one taken."""

TROUBLES = {
    "unit-xml": N_("this unit is no XML ({detail})"),
    "unit-bytes": N_("this unit has bytes that are no characters in the file's encoding"),
    "unit-open": N_("this unit has no end (</tu>)"),
    "file-cut": N_("the file ends here, without </tmx>"),
    "row-broken": N_("this row cannot be read ({detail})"),
    "row-too-long": N_("this row has more cells than the table has columns"),
    "po-empty-header": N_("its header is empty"),
    "po-twice": N_("this message stands in the file before"),
    "po-plural-forms": N_("the header does not say which plural forms there are (Plural-Forms)"),
    "po-plural-count": N_("it has another number of plural forms than the header says"),
    "xliff-unknown": N_("XLIFF has no such element"),
    "xliff-parent": N_("it cannot stand in <{detail}>"),
    "xliff-codes": N_("it holds more inline codes than a sentence can have"),
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

ERRORS = {
    "xml-broken": N_("{path}, line {line}: this is no XML ({detail})."),
    "xml-declares": N_(
        "{path} declares things of its own in its DOCTYPE, which is not read. Take the part in"
        " brackets out."
    ),
    "xml-encoding": N_("{path} says that it is in {encoding}, which is not read. Convert it."),
    "not-xliff": N_("{path} is no XLIFF file: its first element is not xliff."),
    "xliff-version": N_("{path} is XLIFF {version}; 1.2 and 2.0 to 2.2 are read."),
    "xliff-language": N_(
        "The translations in {path} are in another language than Spanish: {language}."
    ),
    "xliff-invalid": N_("{path}, line {line}, <{element}>: {reason}."),
    "not-a-po": N_("{path} is not a PO file: {detail}."),
    "po-charset": N_(
        "{path} says that it is in {charset}, which is not read. Convert it to UTF-8."
    ),
    "po-other": N_("The messages of {path} cannot be found again in it; export it as po."),
    "po-letter": N_(
        "{path} is in {charset}, which has no “{letter}”. Convert the file to UTF-8 and add it"
        " again."
    ),
    "xliff-other": N_("The pairs of {path} cannot be found again in it; export it as xliff."),
    "no-original": N_(
        "{slug} was made from a page, not from a PO or XLIFF file; export it in another format."
    ),
    "not-importable": N_(
        "{path} is no PO, XLIFF, TMX, TBX or table of segments or terms. A page is added with"
        " “translator add”."
    ),
    "not-segments": N_("{path} is no table of segments: its first row must name id and spanish."),
    "table-broken": N_("{path}, line {line}: this row cannot be read ({detail})."),
    "no-dry-run": N_(
        "{path} goes into the memory or the termbase; --dry-run is for files of segments."
    ),
    "not-a-tmx": N_("{path} is not a TMX file: it has no <tmx>."),
    "tmx-encoding": N_("{path} says that it is in {encoding}, which is not read. Convert it."),
    "tmx-bad-unit": N_(
        "{path}, line {line}: {reason}. Nothing was taken in. Mend the line, or add --skip-bad to"
        " take in the rest."
    ),
    "bad-row": N_(
        "{path}, line {line}: {reason}. Nothing was taken in. Mend the line, or add --skip-bad to"
        " take in the rest."
    ),
    "not-a-table": N_("{path} is no table of terms: give CSV or TBX."),
    "not-tbx": N_("{path} is XML, but no TBX: its root is neither tbx nor martif."),
    "tmx-nothing": N_("{path} holds no unit in English and Spanish."),
}
"""Files of other programs that cannot be read or written as what they should be."""

DESK_ERRORS = {
    "desk-newer": N_(
        "{path} was written by a newer version (its format is {found}, this program knows {known})."
        " Update the program."
    ),
    "not-a-desk": N_("{path} belongs to another program. Choose another folder with --desk."),
    "desk-locked": N_("{path} is in use by another process. Try again when it has finished."),
    "desk-read-only": N_(
        "{path} cannot be opened for writing. Check who owns it, or choose another folder with"
        " --desk."
    ),
    "desk-damaged": N_(
        "{path} is damaged: {detail}. “translator restore” puts back the newest copy; with"
        " --salvage it saves what can still be read."
    ),
    "no-such-copy": N_("There is no copy “{name}” of this desk. {hint}"),
    "no-desk": N_(
        "There is no desk in {path}. Name its folder with --desk; “translator --desk {path} add"
        " PAGE” begins one there."
    ),
    "copy-or-salvage": N_("Name a copy, or give --salvage; not both."),
    "nothing-to-save": N_(
        "Nothing can be read in {path} any more. “translator restore” puts back the newest copy."
    ),
    "desk-failed": N_("{path} refused: {detail}."),
    "disk-full": N_("{path}: the disk is full or fails ({detail}). Make room and try again."),
    "cannot-write": N_("{path} cannot be written: {detail}."),
}
"""A desk or a disk that refuses."""

DESK_TROUBLES = {
    # The codes of `desk.verification`.
    "file-damaged": N_("the file is damaged"),
    "row-orphaned": N_("rows refer to what is not there"),
    "value-odd": N_("this value is none that a desk holds"),
    "article-empty": N_("the article has no lines"),
    "line-uncut": N_("the line is to be translated and has no segments"),
    "segment-stray": N_("the segment belongs to a line that is not translated"),
    "order-broken": N_("two stand at one place"),
    "numbers-behind": N_("numbers that are taken would be given again"),
    "page-missing": N_("the page of the article is missing"),
    "page-other": N_("the stored page has other bytes than it had"),
    "journal-unreadable": N_("the journal cannot be read"),
    "journal-apart": N_("confirmed with a text that the journal does not know"),
    "memory-lacks": N_("confirmed, and not in the memory"),
    "memory-extra": N_("in the memory, and not confirmed"),
}
"""What may be found wrong in a desk."""
