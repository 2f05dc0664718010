"""Evidence, evaluation, ranking and explanation. Imports rules, never documents, graphs or reports."""
