"""OSCAL 1.1.3: the catalogue, the results of an assessment, the plan of action. See docs/interchange.md."""
