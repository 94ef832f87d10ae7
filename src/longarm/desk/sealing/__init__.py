"""Sealing and unsealing names, and looking for sealed ones in what came after."""
