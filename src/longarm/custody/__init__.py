"""What was received, when, with which hash: a chained log that shows whether it was changed later."""
