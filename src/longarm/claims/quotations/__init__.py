"""Quotations: one quotation in its variants, and what was changed inside quotation marks."""
