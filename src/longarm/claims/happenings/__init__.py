"""Happenings: one act or legal step told by several documents."""
