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
    "svg-animate-href": f'<svg><a><animate attributeName=href values="javascript:{CALL}"/>'
    "<text y=20>the mayor</text></a></svg>",
    "svg-set-href": f'<svg><a><set attributeName=href to="javascript:{CALL}"/><text>x</text></a></svg>',
    "svg-set-handler": f'<svg><set attributeName=onmouseover to="{CALL}" begin=0s></svg>',
    "svg-link": f'<svg><a href="javascript:{CALL}"><text y=20>the mayor</text></a></svg>',
    "svg-xlink": f'<svg><a xlink:href="javascript:{CALL}"><text y=20>the mayor</text></a></svg>',
    "svg-image": f'<svg><image href=x onerror="{CALL}" width=9 height=9 /></svg>',
    "svg-handler": f'<svg><handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">'
    f"{CALL}</handler></svg>",
    "xlink": f'<p xlink:type=simple xlink:href="javascript:{CALL}">the mayor</p>',
    "math-xlink": f'<math><mi xlink:href="javascript:{CALL}">x</mi></math>',
    "math-maction": f'<math><maction actiontype="toggle" xlink:href="javascript:{CALL}">x</maction></math>',
    "math-annotation": "<math><annotation-xml encoding=text/html>"
    f"<img src=x onerror={CALL}></annotation-xml></math>",
    "css-url": f"<p style=\"background:url('javascript:{CALL}')\">x</p>",
    "css-style-url": f"<style>p{{list-style-image:url(javascript:{CALL})}}</style>",
    "css-escaped": f"<p style='width:\\65xpression({CALL})'>x</p>",
    "css-binding": f"<p style='-moz-binding:url(data:text/xml,{CALL});behavior:url(x.htc)'>x</p>",
    "css-import-js": f"<style>@import url(javascript:{CALL});</style>",
    "css-close": f"<p style='a:</style><img src=x onerror={CALL}>'>x</p>",
    "meta-refresh-odd": f"<META HTTP-EQUIV=Refresh CONTENT='0 ; URL = \"javascript:{CALL}\"'>",
    "meta-set-cookie": "<meta http-equiv=set-cookie content='a=b'>",
    "srcdoc-entities": f"<iframe srcdoc='&lt;img src=x onerror=&quot;{CALL}&quot;&gt;'></iframe>",
    "formaction-submit": f'<form><input type=submit formaction="javascript:{CALL}" value=go></form>',
    "formaction-image": f'<form><input type=image src=x formaction="javascript:{CALL}"></form>',
    "form-outside": f'<form id=f action="javascript:{CALL}"></form><button form=f>go</button>',
    "mutation-style": f"<noscript><style></noscript><img src=x onerror={CALL}></style>",
    "mutation-xmp": f'<xmp><p title="</xmp><img src=x onerror={CALL}>"></xmp>',
    "mutation-noembed": f'<noembed><p title="</noembed><img src=x onerror={CALL}>"></noembed>',
    "mutation-noframes": f'<noframes><p title="</noframes><img src=x onerror={CALL}>"></noframes>',
    "mutation-form": "<form><math><mtext></form><form><mglyph><style></math>"
    f"<img src=x onerror={CALL}>",
    "mutation-table": f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x"
    f" onerror={CALL}&gt;'>",
    "mutation-select": f"<select><template><img src=x onerror={CALL}></template></select>",
    "mutation-svg-p": f"<svg></p><title><a id='</title><img src=x onerror={CALL}>'></a>",
    "mutation-template": f"<template><p title='</template><img src=x onerror={CALL}>'></template>",
    "mutation-deep": f"{'<div>' * 512}<table>{'</div>' * 512}<svg><style><img src=x onerror={CALL}>",
    "plaintext": f"<plaintext><img src=x onerror={CALL}>",
    "quote-in-title": f"<a href=https://example.org title='\"><script>{CALL}</script>'>the mayor</a>",
    "quote-in-abbr": f"<abbr title='\" autofocus tabindex=1 onfocus=\"{CALL}'>EU</abbr>",
    "quote-in-cite": f"<blockquote cite='javascript:{CALL}'>It sailed on Monday.</blockquote>",
    "quote-in-lang": f"<span lang='\" onmouseover=\"{CALL}'>the mayor</span>",
    "script-in-code": f"<code>&lt;/code&gt;&lt;script&gt;{CALL}&lt;/script&gt;</code>",
    "srcset": f"<img srcset='javascript:{CALL} 1x' alt='A boat in the harbour of the town'>",
    "picture": f"<picture><source srcset=x onerror={CALL}><img src=x onerror={CALL}></picture>",
    "ping": f"<a href=https://example.org ping='javascript:{CALL}'>the mayor</a>",
    "dialog": f"<dialog open onclose='{CALL}'><form method=dialog><button>x</button></form></dialog>",
    "content-visibility": f"<b oncontentvisibilityautostatechange='{CALL}'"
    " style=content-visibility:auto>x</b>",
    "scroll": f"<b onscrollsnapchange='{CALL}' onscrollend='{CALL}'>x</b>",
    "is": f"<b is=x-y slot=x part=x onslotchange='{CALL}'>x</b>",
    "import-map": '<script type=importmap>{"imports":{"x":"data:text/javascript,1"}}</script>',
    "speculation": '<script type=speculationrules>{"prefetch":[{"urls":["x"]}]}</script>',
    "xss-utf7": f"+ADw-script+AD4-{CALL}+ADw-/script+AD4-",
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
    "jav&Tab;ascript:{call}",
    "jav&NewLine;ascript:{call}",
    "&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A{call}",
    "&#0000106&#0000097vascript:{call}",
    "\u00a0javascript:{call}",
    "\u200bjavascript:{call}",
    "\ufeffjavascript:{call}",
    "java\u00adscript:{call}",
    "javascript\r:{call}",
    "javascript://%0a{call}",
    "jAvAsCrIpT&colon;{call}",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{call}'/>",
    "data:application/xhtml+xml,<script xmlns='http://www.w3.org/1999/xhtml'>{call}</script>",
    "data:text/xml,<?xml-stylesheet href='javascript:{call}'?><x/>",
    "da\tta:text/html,<script>{call}</script>",
    "livescript:{call}",
    "mhtml:javascript:{call}",
    "jar:javascript:{call}!/x",
    "https:javascript:{call}",
    "//javascript:{call}",
    "?javascript:{call}",
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
    "refresh-js": '<meta http-equiv="REFRESH" content="0;URL=javascript:{call}">',
    "xml-stylesheet": "<?xml-stylesheet type='text/xsl' href='javascript:{call}'?>",
    "style-import": "<style>@import 'javascript:{call}'; @import url(data:text/css,x);</style>",
    "title-svg": "<svg><title><script>{call}</script></title></svg>",
    "title-meta": "<meta property=og:title content='&lt;/title&gt;&lt;script&gt;{call}&lt;/script&gt;'>",
    "site": "<meta property=og:site_name content='&lt;/script&gt;&lt;script&gt;{call}&lt;/script&gt;'>",
    "description": "<meta name=description content='\"&gt;&lt;script&gt;{call}&lt;/script&gt;'>",
    "published": "<meta property=article:published_time content='2026-03-01\"&gt;&lt;script&gt;{call}"
    "&lt;/script&gt;'>",
    "json-ld-comment": '<script type="application/ld+json">{{"@type":"NewsArticle","headline":'
    '"The ferry <!--<script>{call}","author":"<\\/script><script>{call}<\\/script>"}}</script>',
    "hreflang": '<link rel=alternate hreflang="es"onerror="{call}" href="javascript:{call}">',
    "amphtml": '<link rel=amphtml href="javascript:{call}"><link rel=icon href="javascript:{call}">',
    "csp": "<meta http-equiv=content-security-policy content=\"script-src 'unsafe-inline'\">",
    "preload": '<link rel=modulepreload href="data:text/javascript,{call}">',
}
"""What stands in the head."""

TITLES = {
    "script": "Ferry sails &lt;/title&gt;&lt;/script&gt;&lt;script&gt;{call}&lt;/script&gt; again",
    "image": "Ferry sails &lt;img src=x onerror={call}&gt; again",
    "attribute": 'Ferry sails " onload="{call} again',
    "comment": "Ferry sails --&gt;&lt;script&gt;{call}&lt;/script&gt; again",
    "template": "Ferry sails {{{{7*7}}}} {{% raw %}} ${{{call}}} again",
}
"""What stands in the headline: it goes into the page's title, its data and its links."""

_TEXT = (
    "The ferry sailed on Monday with 120 people on board, and the mayor said that it would sail"
    " again on Friday."
)
_MORE = (
    "It had been in the dock for eleven years, because nobody would pay for its repair, which cost"
    " the town a lot of money in the end."
)


def page(
    *, body: str = "", head: str = "", title: str = "Ferry sails again after eleven years"
) -> str:
    """A news page with a vector in its head, or in the midst of a paragraph, a list and a
    caption."""
    return (
        f'<!doctype html><html lang="en"><head><title>Ferry sails</title>{head}</head><body>'
        f"<article><h1>{title}</h1><p>{_MORE}</p>"
        f"<p>{_TEXT} {_MORE}</p>"
        f"<p>{_TEXT} {body} {_MORE}</p>"
        f"<p>{_MORE}</p>{body}<p>{_TEXT}</p><ul><li>{_MORE} {body}</li></ul></article>"
        "</body></html>"
    )


def all_pages() -> dict[str, str]:
    """Every page of ours, by the name of its vector."""
    found = {f"body {name}": page(body=body) for name, body in BODIES.items()}
    for name, text in TITLES.items():
        found[f"title {name}"] = page(title=text.format(call=CALL))
    for number, link in enumerate(LINKS):
        address = link.format(call=CALL)
        found[f"link {number}"] = page(body=f'<a href="{address}">the mayor of the town</a>')
        found[f"image {number}"] = page(body=f'<img src="{address}" alt="A boat in the harbour">')
    for name, head in HEADS.items():
        found[f"head {name}"] = page(head=head.format(call=CALL))
    return found
