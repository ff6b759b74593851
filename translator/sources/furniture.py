"""Site furniture: the menus, calls and notices around an article, told by their words.

Looks at one line alone. Refuses to say what a line is on its page: where it stands is the reader's
knowledge. Separate because a list of what sites say is data that grows, and the rules that use it
are not. To drop a sentence of the article is worse than to keep one of the site's, so a long line
counts as a call only where the site speaks of itself, to the reader, and asks for something.
"""

from __future__ import annotations

import re

_SHORT = 20
"""Words. Up to this length a line is told by its first words, above it only by its voice."""

_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)")
_WE = re.compile(r"\b(?:we|our|ours|us)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_ASKING = re.compile(
    r"\b(?:support(?:s|ing)?|donat\w+|contribut\w+|subscri\w+|patrons?|members?|membership"
    r"|newsletters?|sign(?:ing)? up|ad[ -]?block\w*|cookies|privacy|personal (?:data|information)"
    r"|community|notifications|updates|inbox|coffee|follow|correction|app)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:please\s+)?(?:support (?:us|our|the|independent)|donate|subscribe|sign (?:up|in)"
    r"|log ?in|login"
    r"|register (?:now|here|today|for free)|follow us|follow\b.{0,30}\bon\b|join (?:us|our|now"
    r"|the conversation|the discussion)"
    r"|share (?:this|on|via)|become an? (?:patron|member|subscriber|supporter)|download (?:the"
    r"|our)\b"
    r".{0,30}\bapp|open (?:the |in )?app|get (?:the|our) (?:app|latest)|click here|click to"
    r"|tap here"
    r"|skip (?:to|links)|listen to this|watch (?:now|live)|accept (?:all|cookies)"
    r"|manage (?:cookies|preferences)"
    r"|opt out|do not sell|dismiss|show (?:more|all|navigation)|see (?:all|more)|view (?:all|more)"
    r"|load more|leave (?:a|your) (?:comment|reply|suggestion)|post (?:a )?comment|write to us"
    r"|give (?:one time|monthly)|be the first to|thank you for (?:sub|sign|your)|go ad[ -]free"
    r"|(?:tired of|seeing) .{0,20}\bads\b"
    r"|back to (?:top|home|homepage)|choose your|select (?:your )?language|add .{2,40} on google"
    r"|got a tip|send us|submit a|report (?:a|an) (?:error|typo)|found (?:a|an) (?:error|typo"
    r"|mistake)"
    r"|this site (?:is|uses)|this (?:article|story) (?:is|was) (?:originally|first) published"
    r"|suscríbe(?:te|ase)|inici(?:a|ar) sesión|regístrate|síguenos|síganos|comparte (?:est|en )"
    r"|apóyanos|haz clic|ir al contenido|descarga (?:la|nuestra) app"
    r"|enter your e-?mail|copy link|print this|print\b.{0,3}$|e-?mail this)\b",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"^(?:copyright\b|©)|\ball rights reserved\b|(?:©|\(c\)|copyright)\s*(?:19|20)\d\d"
    r"|^(?:privacy|cookies?)(?: policy| settings| notice| preferences)?$"
    r"|todos los derechos reservados|^(?:política de (?:privacidad|cookies)|aviso legal)$"
    r"|^terms (?:of|and|&) (?:use|service|sale|conditions)\b|\bmay not be (?:published"
    r"|reproduced)\b"
    r"|\b(?:suggest|submit) a correction\b|\bwe use cookies\b|\bpress ctrl\b|\bctrl ?\+ ?enter\b"
    r"|^(?:please )?(?:dis|en)able (?:your )?(?:ad|java)|\bprotected by recaptcha\b",
    re.IGNORECASE,
)
_PROMO = re.compile(
    r"(?:related(?: (?:articles?|stor(?:y|ies)|news|topics|posts|content|links|coverage|reading))?"
    r"|(?:read|see|watch|learn|hear)(?: (?:more|also|next|too|now))|also (?:read|see)\b"
    r".{0,20}|more|more (?:to read|stories|news|on this|about this)|more (?:from|on|about"
    r"|in)\b.{0,40}"
    r"|(?:useful|further|recommended|background) reading|recommended(?: (?:stories|for you"
    r"|videos?))?"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|most (?:read|popular|viewed|commented)"
    r"|popular(?: (?:from|in|on)\b.{0,30})?|trending(?: (?:now|stories))?|(?:the )?latest(?: news)?"
    r"|editors?.?s?.? (?:picks?|choice)|in other news|don.t miss|top (?:stories|headlines)"
    r"|(?:lee|leer|lea|vea|mira|ver) (?:también|más)|te puede interesar"
    r"|más (?:información|noticias)"
    r"|(?:noticias|artículos) relacionad[ao]s|relacionad[ao]s?|en otras noticias"
    r"|up next|what to read next|featured(?: in\b.{0,30})?|in case you missed it)\s*[:>»]?",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:tags?|topics?|keywords|filed under|posted in|(?:\d+ )?comments?"
    r"(?: ?\(?\d+\)?)?|related (?:articles?|stories|news|topics|posts|content|links|coverage)"
    r"|(?:further|useful|recommended|background) reading|more (?:from|stories)\b.{0,40}"
    r"|post comment"
    r"|leave a (?:reply|comment).{0,30}|join the (?:conversation|discussion)"
    r"|continue reading|about the authors?|about us|about this article|end of article|contact us"
    r"|popular(?: (?:from|in)\b.{0,30})?|most (?:read|popular|viewed)|trending(?: (?:now|stories))?"
    r"|what.s next\??|newsletters?|share this(?: (?:article|story|post|page))?.{0,3}|share"
    r"|references"
    r"|etiquetas|temas|archivado en|(?:\d+ )?comentarios|(?:lo )?más leíd[ao]s?"
    r"|más (?:sobre|en) .{0,40}"
    r"|recommended(?: (?:stories|for you))?|you (?:may|might) (?:also )?like)\s*:?",
    re.IGNORECASE,
)
_SKIPPED = re.compile(
    r"(?:advertise?ments?|ad|ads|ad feedback|sponsored(?: content| by .{1,30})?|promoted"
    r"|loading.{0,3}"
    r"|play(?: video)?|pause|mute|live|watch|video|share|tweet|pin|save|print|e-?mail|info|plus"
    r"|(?:story|article) continues below.{0,20}|continue reading.{0,40}|scroll to continue.{0,20}"
    r"|list(?: \d+)? of \d+(?: items)?|end of list|donate(?: now)?|read more|\d{1,2}:\d\d(?::\d\d)?"
    r"|facebook|twitter|x|whatsapp|telegram|reddit|linkedin|pinterest|flipboard|copy ?link|embed"
    r"|publicidad|anuncio|compartir|copiar enlace|imprimir|guardar|escuchar|seguir leyendo.{0,40}"
    r"|google|categor(?:y|ies)|comments?|\d+|[|·•×+>»‹›-]|view (?:gallery|image).{0,20}"
    r"|\d+ (?:of|/) \d+)\s*:?",
    re.IGNORECASE,
)
_AGENCIES = (
    r"getty(?: images)?|reuters|afp|\bap\b|associated press|\bepa\b|anadolu|\baa\b|tass|sputnik|upi"
    r"|bloomberg|shutterstock|istock|unsplash|xinhua|ukrinform|unian|pool|handout|courtesy|file"
)
_PICTURE = (
    r"(?:file )?(?:photo|photograph|image|picture|illustration|graphic|map|screenshot|video"
    r"|foto(?:grafía)?|imagen)"
)
_CREDIT_FIRST = re.compile(
    rf"(?:{_PICTURE}s?|credits?|source)(?: (?:credits?|by|courtesy of|via))?\s*[:/|]|file photo\b",
    re.IGNORECASE,
)
_CREDIT_LAST = re.compile(
    rf"(?:\b(?:{_PICTURE}s?|source|credit)(?: (?:credits?|by|via))?\s*[:/]\s*[^.!?]{{2,60}}"
    rf"|[\[(][^\[\]()]{{0,80}}(?:\b{_PICTURE}s?\b|{_AGENCIES}|\bvia\b)[^\[\]()]{{0,80}}[\])]"
    r"|\[[^\[\]]{2,60}\]"
    rf"|\b(?:via|{_PICTURE}s? by|courtesy of)\s+[^.!?]{{2,40}}|[\s/](?:getty images|file photo"
    r"|(?:reuters|afp|ap|epa) (?:photo|images)(?:/[\w .]{2,40})?))\.?",
    re.IGNORECASE,
)


def is_call(line: str) -> bool:
    """Whether it is a call, a notice or a legal line of the site's."""
    if _LEGAL.search(line):
        return True
    if len(line.split()) <= _SHORT and _OPENING.match(line):
        return True
    own = _QUOTED.sub(" ", line)
    return all(pattern.search(own) for pattern in (_WE, _YOU, _ASKING))


def is_promo_label(line: str) -> bool:
    """Whether it introduces links to other articles."""
    return bool(_PROMO.fullmatch(line))


def ends_article(line: str) -> bool:
    """Whether such a line stands below the last paragraph of articles."""
    return bool(_CLOSING.fullmatch(line)) or line.startswith("©")


def interrupts(line: str) -> bool:
    """Whether it is a label that stands between paragraphs and belongs to neither."""
    return bool(_SKIPPED.fullmatch(line)) or is_promo_label(line) or is_call(line)


def has_credit(line: str) -> bool:
    """Whether it begins or ends with the credit of a picture, as captions do.

    A sentence that names its source in brackets has no credit: those stand behind the full stop,
    or the caption has none.
    """
    if _CREDIT_FIRST.match(line):
        return True
    found = _CREDIT_LAST.search(line)
    return bool(found and found.end() == len(line))
