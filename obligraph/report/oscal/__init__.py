"""OSCAL 1.1: the catalogue, the results of an assessment, and the plan of action. See docs/interchange.md."""
