"""Bytes to text: formats, encodings and manifests, read in confined processes (see docs/decisions/0002)."""
