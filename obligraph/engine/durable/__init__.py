"""The second engine: durable-rules, asked the same questions from the same rules, as an independent opinion.

The way of an answer: `facts` turns evidence and bounds into what is certain, `compiling` turns needs into
flat rules over it, `fitting` refuses what durable-rules cannot carry, `process` holds the child process in
which `child` and `host` run durable-rules, `session` asks it about one State, and `agreement` holds two
answers together.
"""
