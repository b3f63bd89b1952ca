"""Addresses that try to leave a site."""

OUTSIDE = [
    "//etc/passwd", "/../etc/passwd", "/staff/../../etc/passwd", "/%2e%2e/etc/passwd",
    "/staff/%2e%2e/%2e%2e/etc/passwd",
    "/staff/..%2f..%2fetc/passwd", "/staff/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/staff/..%5c..%5cwindows", "/staff/..\\x",
    "/staff/a%5cb",
    "/staff//etc/passwd", "/staff/./index.html", "/.git/config", "/staff/.git/config", "/staff/.golden/kept.sqlite",
    "/.golden/cache/kept.sqlite", "/staff/%00index.html", "/staff/index.html%00.png", "/staff/%ff",
    "/staff/%c0%ae%c0%ae/x",
    "/staff/%0d%0aSet-Cookie:x", "staff/", "http://evil.example/staff/", "/staff/.", "/staff/..",
    "/", "", "/staff/.env", "/.well-known/security.txt", "/staff/.well-known/.git/config",
    "/staff/\u202e/x", "//evil.example/%2f..",
]  # fmt: skip
