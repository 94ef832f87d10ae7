"""The static dossier: plain pages that work from a memory stick, without scripts and without a network."""
