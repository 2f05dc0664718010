"""The catalogue as a graph; questions of it; DOT and pictures."""
