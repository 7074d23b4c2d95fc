"""The rendered page against the model: two parsers, one truth; then anchors put into it.

Works on HTML fragments of any generator; knows nothing of the one that made them.
"""
