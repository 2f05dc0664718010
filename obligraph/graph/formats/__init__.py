"""Formats of the graph, one file each; text until the last step, and chosen by the ending of the file."""
