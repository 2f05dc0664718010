"""Results to text, tables, JSON and documents. Imports the engine and what lies below."""
