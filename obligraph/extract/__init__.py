"""From a document to its clauses, each with its force, its bearers and its place in the text as read."""
