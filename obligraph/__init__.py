"""Obligraph: a rules engine that links international obligations to evidence."""

__version__ = "0.1.0"
