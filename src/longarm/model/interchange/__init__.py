"""The stable JSON interface, version 1: the shapes of `longarm export --format json` and of published data."""
