"""Read a bilingual programme into one model, hold its two languages together, and say where they part.

The road of the data, once and in one direction::

    files -> reader -> Document, Document -> alignment -> Bitext -> rules -> diagnostics

Nothing in this package imports a site generator.
"""
