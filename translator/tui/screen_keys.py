"""The keys of the places beside the editor, one table a place, like those of `keys`.

Separate because there are many places and a table is long; `places` has all of them together.
Letters that a role or a decision begins with, where one's hands are on a list; alt with a letter
where one types. Refuses alt+b and alt+f, which older terminals send for a word left and right.
"""

from __future__ import annotations

from translator.i18n import N_
from translator.tui.keys import Key


def _common(place: str, *, leave: str = N_("back to where you came from")) -> tuple[Key, ...]:
    return (
        Key(f"{place}.leave", "escape", "leave", leave, N_("back")),
        Key(f"{place}.help", "f1", "app.show_keys", N_("show the keys"), N_("keys")),
        Key(f"{place}.palette", "ctrl+p", "app.command_palette", N_("all actions")),
        Key(f"{place}.quit", "ctrl+q", "app.quit", N_("quit")),
    )


LIBRARY = (
    Key("library.open", "enter", "open", N_("open the article"), N_("open it")),
    Key("library.add", "a", "add", N_("add a page, a folder or an address"), N_("add")),
    Key("library.paste", "v", "paste", N_("add a text that you paste")),
    Key(
        "library.pretranslate",
        "p",
        "pretranslate",
        N_("machine drafts for what is empty"),
        N_("drafts"),
    ),
    Key(
        "library.pretranslate-all",
        "P",
        "pretranslate_all",
        N_("machine drafts for all articles of the list"),
    ),
    Key("library.stop", "x", "stop", N_("stop the machine; its drafts are kept")),
    Key("library.export", "e", "export", N_("write the page pair"), N_("export")),
    Key("library.export-as", "E", "export_as", N_("write it in the formats that you choose")),
    Key("library.filter", "slash", "filter", N_("filter the list"), N_("filter")),
    Key("library.clear", "escape", "clear", N_("show all again")),
    Key("library.sort", "s", "sort", N_("sort by the next column")),
    Key("library.turn", "S", "turn", N_("turn the order round")),
    Key("library.delete", "delete,d", "delete", N_("delete the article")),
    Key("library.undo", "u", "undo", N_("take back the last addition or deletion")),
    Key("library.redo", "ctrl+y", "redo", N_("do again what was taken back")),
    Key("library.structure", "t", "structure", N_("the lines of the page and what they are")),
    Key("library.read", "r", "read", N_("read the Spanish as the page will read")),
    Key("library.preview", "w", "preview", N_("both pages side by side")),
    Key("library.names", "n", "names", N_("the names and terms of the article")),
    Key("library.history", "h", "history", N_("what was changed when")),
    Key("library.search", "f", "search", N_("search and replace")),
    Key("library.concordance", "c", "concordance", N_("search the memory")),
    Key("library.move", "up,down,j,k", "", N_("move in the list")),
    Key("library.help", "f1,question_mark", "app.show_keys", N_("show the keys"), N_("keys")),
    Key("library.palette", "ctrl+p", "app.command_palette", N_("all actions")),
    Key("library.quit", "q,ctrl+q", "app.quit", N_("quit"), N_("quit")),
)

STRUCTURE = (
    Key(
        "structure.drop",
        "x,delete",
        "drop_or_keep",
        N_("drop the line, or keep it"),
        N_("drop/keep"),
    ),
    Key("structure.title", "t", "role('title')", N_("it is the headline")),
    Key("structure.deck", "d", "role('deck')", N_("it is the deck")),
    Key("structure.heading", "h", "role('heading')", N_("it is a heading")),
    Key("structure.level", "1,2,3,4,5,6", "", N_("it is a heading of this level")),
    Key("structure.paragraph", "p", "role('paragraph')", N_("it is a paragraph")),
    Key("structure.list-item", "l", "role('list_item')", N_("it is a list item")),
    Key("structure.quote", "q", "role('quote')", N_("it is a quote")),
    Key("structure.caption", "c", "role('caption')", N_("it is a caption")),
    Key("structure.alt", "a", "role('alt')", N_("it says what a picture shows")),
    Key("structure.related", "r", "role('related')", N_("it leads to another article")),
    Key("structure.byline", "b", "role('byline')", N_("it names the author")),
    Key("structure.date", "y", "role('date')", N_("it is the date")),
    Key("structure.minutes", "m", "role('reading_time')", N_("it is the reading time")),
    Key("structure.join", "J", "join", N_("join it with the next line")),
    Key("structure.split", "s", "split", N_("cut it in two"), N_("split")),
    Key("structure.edit", "enter,e", "edit", N_("correct its English"), N_("correct")),
    Key(
        "structure.facts",
        "i",
        "facts",
        N_("title, author, date, minutes and slug"),
        N_("facts"),
    ),
    Key("structure.undo", "u", "undo", N_("take back the last change of the article"), N_("undo")),
    Key("structure.redo", "ctrl+y", "redo", N_("do again what was taken back")),
    Key("structure.move", "up,down,j,k", "", N_("move in the list")),
    *_common("structure"),
)

READING = (
    Key("reading.reviewed", "space", "mark('reviewed')", N_("reviewed, and on"), N_("reviewed")),
    Key(
        "reading.paragraph-reviewed",
        "R",
        "mark_paragraph",
        N_("the whole paragraph is reviewed, and on"),
    ),
    Key("reading.final", "f", "mark('final')", N_("final, and on")),
    Key("reading.reject", "r", "reject", N_("open the segment again")),
    Key("reading.edit", "enter", "edit", N_("edit the sentence"), N_("edit")),
    Key("reading.english", "e", "english", N_("show or hide the English"), N_("English")),
    Key("reading.next", "n", "next", N_("next sentence that is not reviewed"), N_("next")),
    Key("reading.sentence", "left,right,h,l", "", N_("sentence before or after")),
    Key("reading.paragraph", "up,down,k,j", "", N_("paragraph before or after")),
    Key("reading.preview", "w", "preview", N_("both pages side by side")),
    Key(
        "reading.emergency",
        "ctrl+l",
        "app.emergency_copy",
        N_("emergency copy of what is not saved"),
    ),
    Key("reading.undo", "u", "undo", N_("take back the last change of the article"), N_("undo")),
    Key("reading.redo", "ctrl+y", "redo", N_("do again what was taken back")),
    *_common("reading"),
)

SENTENCE = (
    Key("sentence.confirm", "enter", "", N_("confirm the sentence")),
    Key("sentence.clear", "ctrl+u", "clear", N_("empty the translation, to write it anew")),
    Key(
        "sentence.sign",
        "alt+i",
        "sign",
        N_("a sign: then < > for « », ? ! for ¿ ¡, - for —, space for one that holds"),
    ),
    Key("sentence.no-break", "ctrl+@", "no_break", N_("a space that holds (ctrl+space)")),
    Key("sentence.leave", "escape", "", N_("back to the page; what is typed is kept")),
)

PREVIEW = (
    Key("preview.move", "up,down,j,k", "", N_("scroll both pages")),
    Key("preview.export", "e", "export", N_("write the page pair"), N_("export")),
    Key("preview.read", "r", "read", N_("read the Spanish as the page will read"), N_("read")),
    *_common("preview"),
)

SEARCH = (
    Key("search.go", "enter", "", N_("from the fields to what was found; there, open it")),
    Key("search.field", "alt+l", "field", N_("search the Spanish, the English, or notes")),
    Key("search.case", "alt+c", "switch('case')", N_("whether capitals count")),
    Key("search.accents", "alt+t", "switch('accents')", N_("whether accents count")),
    Key("search.words", "alt+w", "switch('words')", N_("whole words only")),
    Key("search.pattern", "alt+r", "switch('is_regex')", N_("a regular expression")),
    Key("search.state", "alt+s", "state", N_("in one state only")),
    Key("search.scope", "alt+d", "scope", N_("in this article or the whole desk")),
    Key(
        "search.turn", "space", "", N_("in the list: leave this one, or take it"), N_("leave/take")
    ),
    Key("search.turn-all", "a", "turn_all", N_("in the list: leave all, or take all"), N_("all")),
    Key("search.replace", "alt+x", "replace", N_("replace what is taken"), N_("replace")),
    Key("search.undo", "alt+z", "undo", N_("take the replacement back"), N_("undo")),
    Key("search.redo", "ctrl+y", "redo", N_("replace again what was taken back")),
    *_common("search", leave=N_("to the fields, then back")),
)

CONCORDANCE = (
    Key("concordance.go", "enter", "", N_("to the list; there, take the Spanish")),
    Key(
        "concordance.language",
        "alt+l",
        "language",
        N_("in both languages, or in one"),
        N_("language"),
    ),
    Key(
        "concordance.phrase",
        "alt+r",
        "switch('phrase')",
        N_("the words one behind the other"),
        N_("phrase"),
    ),
    Key(
        "concordance.case", "alt+c", "switch('case')", N_("whether capitals count"), N_("capitals")
    ),
    Key(
        "concordance.accents",
        "alt+t",
        "switch('accents')",
        N_("whether accents count"),
        N_("accents"),
    ),
    *_common("concordance", leave=N_("to the field, then back")),
)

HISTORY = (
    Key("history.restore", "enter", "restore", N_("take this version back"), N_("take it back")),
    Key("history.scope", "a", "scope", N_("of the segment or the whole article"), N_("all")),
    Key(
        "history.kind", "c", "kind", N_("all changes, or confirmed versions only"), N_("confirmed")
    ),
    Key("history.undo", "u", "undo", N_("take back the last change of the article"), N_("undo")),
    Key("history.redo", "ctrl+y", "redo", N_("do again what was taken back")),
    Key("history.move", "up,down,j,k", "", N_("move in the list")),
    *_common("history"),
)

NAMES = (
    Key("names.form", "enter", "form", N_("give its Spanish"), N_("Spanish")),
    Key("names.keep", "s", "keep", N_("it stays as it is"), N_("stays")),
    Key("names.free", "f", "free", N_("it is translated freely"), N_("freely")),
    Key("names.next", "n", "next_open", N_("next name that nobody has decided"), N_("next")),
    Key("names.add", "a", "add", N_("add a term"), N_("term")),
    Key("names.undo", "u", "undo", N_("take back the last change of the article")),
    Key("names.redo", "ctrl+y", "redo", N_("do again what was taken back")),
    Key("names.move", "up,down,j,k", "", N_("move in the list")),
    *_common("names"),
)

CHANGES = (
    Key(
        "changes.apply",
        "enter",
        "apply",
        N_("decide, and make these changes"),
        N_("change"),
    ),
    Key("changes.turn", "space", "turn", N_("leave this one, or take it"), N_("leave/take")),
    Key("changes.turn-all", "a", "turn_all", N_("leave all, or take all"), N_("all")),
    Key("changes.leave", "escape", "leave", N_("decide nothing"), N_("back")),
    Key("changes.help", "f1", "app.show_keys", N_("show the keys"), N_("keys")),
)

TABLES: dict[str, tuple[Key, ...]] = {
    "library": LIBRARY,
    "structure": STRUCTURE,
    "reading": READING,
    "sentence": SENTENCE,
    "preview": PREVIEW,
    "search": SEARCH,
    "concordance": CONCORDANCE,
    "history": HISTORY,
    "names": NAMES,
    "changes": CHANGES,
}

TITLES: dict[str, str] = {
    "library": N_("In the library"),
    "structure": N_("In the structure of a page"),
    "reading": N_("In the reading pass"),
    "sentence": N_("In the sentence that is edited there"),
    "preview": N_("In the preview"),
    "search": N_("In search and replace"),
    "concordance": N_("In the concordance"),
    "history": N_("In the history"),
    "names": N_("In the names and terms"),
    "changes": N_("Before a decision changes translations"),
}
