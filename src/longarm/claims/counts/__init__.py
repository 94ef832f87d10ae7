"""Reconciliation: can these figures all be true, answered by proof."""
