"""The report: a short overview that a desk officer hands on, with the detail and the method behind it.

One model (`model`), made by `making`; one module a format: `markdown`, `html`, `pdf`.
"""
