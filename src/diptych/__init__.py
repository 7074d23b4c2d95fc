"""Read a bilingual programme into one model and hold its two languages together.

The road of the data, once and in one direction::

    files -> reader -> Document, Document -> alignment -> Bitext -> rules -> diagnostics

Nothing in this package imports a site generator, and nothing in it knows of one programme: what is
particular stands in docs/ and in the project's configuration.
"""

__version__ = "0.1.0"
