"""Attacks by a page: what makes a browser run something, as bodies and heads of news pages.

Every vector calls `trap()` or logs in the console when it lives. Ours, beside those of
`shared/data/robustness`. Separate because the list is data.
"""

from __future__ import annotations

CALL = "console.log('ALIVE')"

BODIES = {
    "script": f"<script>{CALL}</script>",
    "script-src": f'<script src="data:text/javascript,{CALL}"></script>',
    "module": f"<script type=module>{CALL}</script>",
    "onerror": f'<img src=x onerror="{CALL}">',
    "onerror-unquoted": f"<img src=x onerror={CALL}>",
    "onload-svg": f'<svg onload="{CALL}"></svg>',
    "svg-script": f"<svg><script>{CALL}</script></svg>",
    "svg-script-href": f'<svg><script href="data:text/javascript,{CALL}"/></svg>',
    "svg-animate": f'<svg><animate onbegin="{CALL}" attributeName=x dur=1s></svg>',
    "svg-use": "<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'"
    f' onload=&quot;{CALL}&quot;></svg>#x"></use></svg>',
    "svg-foreign": f"<svg><foreignObject><img src=x onerror={CALL}></foreignObject></svg>",
    "svg-style": f'<svg></p><style><a id="</style><img src=x onerror={CALL}>">',
    "math": f"<math><mtext><table><mglyph><style><img src=x onerror={CALL}></style></table></math>",
    "math-link": f'<math href="javascript:{CALL}">click</math>',
    "mutation": f'<noscript><p title="</noscript><img src=x onerror={CALL}>">',
    "textarea": f'<textarea><img title="</textarea><img src=x onerror={CALL}>"></textarea>',
    "title-in-body": f'<title><img title="</title><img src=x onerror={CALL}>"></title>',
    "comment": f"<!--><img src=x onerror={CALL}>-->",
    "comment-bang": f"<!--a--!><img src=x onerror={CALL}>-->",
    "cdata": f"<svg><![CDATA[><img src=x onerror={CALL}>]]></svg>",
    "template": f"<template><script>{CALL}</script></template><template shadowrootmode=open>"
    f"<img src=x onerror={CALL}></template>",
    "iframe-srcdoc": f'<iframe srcdoc="<script>{CALL}</script>"></iframe>',
    "iframe-js": f'<iframe src="javascript:{CALL}"></iframe>',
    "iframe-data": f'<iframe src="data:text/html,<script>{CALL}</script>"></iframe>',
    "object": f'<object data="javascript:{CALL}"></object>',
    "object-data": f'<object data="data:text/html,<script>{CALL}</script>"></object>',
    "embed": f'<embed src="javascript:{CALL}">',
    "form": f'<form action="javascript:{CALL}"><input autofocus onfocus="{CALL}"></form>',
    "button": f'<button autofocus onfocus="{CALL}" formaction="javascript:{CALL}">x</button>',
    "details": f'<details open ontoggle="{CALL}">x</details>',
    "video": f'<video><source onerror="{CALL}"></video>',
    "audio": f'<audio src=x onerror="{CALL}"></audio>',
    "marquee": f'<marquee onstart="{CALL}">x</marquee>',
    "body-onload": f'<body onload="{CALL}">',
    "animation": f'<style>@keyframes x{{}}</style><b style="animation-name:x" '
    f'onanimationstart="{CALL}">x</b>',
    "transition": f'<b style="transition:color 1s" ontransitionrun="{CALL}" tabindex=1>x</b>',
    "css-import": "<style>@import 'data:text/css,body{background:red}';</style>",
    "css-expression": f'<p style="width:expression({CALL})">x</p>',
    "link-style": '<link rel=stylesheet href="data:text/css,body{background:red}">',
    "meta-refresh": f'<meta http-equiv=refresh content="0;url=javascript:{CALL}">',
    "meta-refresh-data": '<meta http-equiv=refresh content="0;url=data:text/html,'
    f'<script>{CALL}</script>">',
    "base": '<base href="javascript:/a/-/**/"><a href="#">x</a>',
    "handler-in-link": f'<a href="https://example.org" autofocus onfocus="{CALL}">the mayor</a>',
    "quote-in-link": f"<a href='https://example.org/\" autofocus onfocus=\"{CALL}'>the mayor</a>",
    "quote-in-alt": f"<img src=https://e.invalid/x.png alt='\"><img src=x onerror={CALL}>'>",
    "quote-in-src": f"<img src='x\" onerror=\"{CALL}' alt='A boat in the harbour of the town'>",
    "entity": f"&lt;script&gt;{CALL}&lt;/script&gt;",
    "entity-twice": f"&amp;lt;img src=x onerror={CALL}&amp;gt;",
    "nul": f"<scr\0ipt>{CALL}</scr\0ipt>",
    "slash": f"<img/src=x/onerror={CALL}>",
    "popover": f'<button popovertarget=x>x</button><i popover id=x onbeforetoggle="{CALL}">x</i>',
    "custom": f'<x-y autofocus tabindex=1 onfocus="{CALL}">x</x-y>',
    "portal": f'<portal src="javascript:{CALL}"></portal>',
    "isindex": f'<isindex type=image src=x onerror="{CALL}">',
    "xml-stylesheet": f"<?xml-stylesheet href='javascript:{CALL}'?>",
    "ie-conditional": f"<!--[if gte IE 4]><script>{CALL}</script><![endif]-->",
}
"""What stands in a paragraph of the page, by name."""

LINKS = (
    "javascript:{call}",
    "JaVaScRiPt:{call}",
    " javascript:{call}",
    "\x01javascript:{call}",
    "java\tscript:{call}",
    "java\nscript:{call}",
    "java&#x0A;script:{call}",
    "&#106;avascript&colon;{call}",
    "javascript&#58;{call}",
    "vbscript:{call}",
    "data:text/html,<script>{call}</script>",
    "data:text/html;base64,PHNjcmlwdD5jb25zb2xlLmxvZygnQUxJVkUnKTwvc2NyaXB0Pg==",
    "blob:https://example.org/{call}",
    "view-source:javascript:{call}",
    "filesystem:javascript:{call}",
    "//[javascript:{call}",
    "feed:javascript:{call}",
)
"""Addresses that run; each is clicked."""

HEADS = {
    "title": "<title></title><script>{call}</script> The ferry</title>",
    "title-close": "<title>The ferry &lt;/title&gt;&lt;script&gt;{call}&lt;/script&gt;</title>",
    "author": "<meta name=author content='\"><script>{call}</script>'>",
    "json-ld": '<script type="application/ld+json">{{"@type":"NewsArticle","headline":'
    '"x</scr"+"ipt><script>{call}</script>","author":{{"name":"</script><script>{call}</script>"}}}}'
    "</script>",
    "canonical": '<link rel=canonical href="javascript:{call}">',
    "image": '<meta property="og:image" content="javascript:{call}">',
    "image-quote": "<meta property='og:image' content='https://e.invalid/\"onerror=\"{call}'>",
    "base": '<base href="javascript:{call}//">',
    "refresh": '<meta http-equiv=refresh content="0;url=data:text/html,<script>{call}</script>">',
    "csp": "<meta http-equiv=content-security-policy content=\"script-src 'unsafe-inline'\">",
    "preload": '<link rel=modulepreload href="data:text/javascript,{call}">',
}
"""What stands in the head."""

_TEXT = (
    "The ferry sailed on Monday with 120 people on board, and the mayor said that it would sail"
    " again on Friday."
)
_MORE = (
    "It had been in the dock for eleven years, because nobody would pay for its repair, which cost"
    " the town a lot of money in the end."
)


def page(*, body: str = "", head: str = "") -> str:
    """A news page with a vector in its head, or in the midst of a paragraph, a list and a
    caption."""
    return (
        f'<!doctype html><html lang="en"><head><title>Ferry sails</title>{head}</head><body>'
        f"<article><h1>Ferry sails again after eleven years</h1><p>{_MORE}</p>"
        f"<p>{_TEXT} {_MORE}</p>"
        f"<p>{_TEXT} {body} {_MORE}</p>"
        f"<p>{_MORE}</p>{body}<p>{_TEXT}</p><ul><li>{_MORE} {body}</li></ul></article>"
        "</body></html>"
    )


def all_pages() -> dict[str, str]:
    """Every page of ours, by the name of its vector."""
    found = {f"body {name}": page(body=body) for name, body in BODIES.items()}
    for number, link in enumerate(LINKS):
        address = link.format(call=CALL)
        found[f"link {number}"] = page(body=f'<a href="{address}">the mayor of the town</a>')
        found[f"image {number}"] = page(body=f'<img src="{address}" alt="A boat in the harbour">')
    for name, head in HEADS.items():
        found[f"head {name}"] = page(head=head.format(call=CALL))
    return found
