"""Evidence, evaluation, ranking and explanation. Imports rules and graph, never documents or reports."""
