"""Addresses of pages as a screening keeps them."""

from urllib.parse import urlsplit, urlunsplit

from longarm.protect.patterns import details

EMAIL = "[email]"  # what `protect.patterns` puts for one


def address(url: str) -> str:
    """An address without what anybody signs in with or is written to, and without signs that steer a terminal."""
    try:
        parts = urlsplit(url)
        url = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    except ValueError:
        pass
    for part in sorted(details(url), key=lambda part: -part.start):
        if part.label == EMAIL:
            url = f"{url[: part.start]}{EMAIL}{url[part.end :]}"
    return "".join(sign if sign.isprintable() else "_" for sign in url)
