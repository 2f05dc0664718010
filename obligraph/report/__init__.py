"""Results to text, tables and JSON: the words that users read. Nothing here prints or writes files."""
