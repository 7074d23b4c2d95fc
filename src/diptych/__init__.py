"""Read a text and its translation into one model and hold the two together.

The road of the data, once and in one direction::

    files -> reader -> Document, Document -> alignment -> Bitext -> rules -> diagnostics

Nothing in this package imports a site generator, and nothing in it knows of one text: what is
particular stands in a project's folder and its configuration. What other programs may rely on is
told in development/python.md.
"""


def __getattr__(name: str) -> str:
    """`__version__`: what a tag of the repository has set, as the installed package knows it."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - slow to load, seldom asked for

        return version("diptych")
    raise AttributeError(name)
