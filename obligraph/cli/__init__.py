"""Commands and nothing else: each reads its arguments, calls one room below, and prints."""
