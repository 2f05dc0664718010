"""The typed rules as LegalRuleML Core 1.0, compact serialization. See docs/interchange.md."""
