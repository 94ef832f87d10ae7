"""The command line; a thin layer over desk. Command modules import what they run only when they run it."""
