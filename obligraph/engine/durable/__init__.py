"""The second engine: durable-rules, asked the same questions from the same rules, as an independent opinion.

The way of an answer: `marks` says of a value what is certain, `facts` turns evidence and bounds into that,
`compiling` turns needs into flat rules over it on a `sheet`, `fitting` refuses what durable-rules cannot
carry, `process` holds the child process in which `child` and `host` run durable-rules, `session` asks it
about one State, and `agreement` holds two answers together.
"""
