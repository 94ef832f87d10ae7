"""The brief: a released case in a few printed pages, for an editor, a lawyer or a parliamentarian."""
