"""The review desk in the browser: server-rendered pages on loopback, behind one table of declared routes."""
