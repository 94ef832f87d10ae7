"""Making a case and adding documents to it: what is taken in, read and kept."""
