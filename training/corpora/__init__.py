"""Reads the corpora into training documents. None of their text is kept in the project."""

from training.corpora.ewt import ewt, ewt_names
from training.corpora.files import ROOT, columns, spans
from training.corpora.gum import gum
from training.corpora.named import btc, crossner, named, re3d, wikigold
from training.corpora.polnear import polnear

__all__ = [
    "ROOT",
    "btc",
    "columns",
    "crossner",
    "ewt",
    "ewt_names",
    "gum",
    "named",
    "polnear",
    "re3d",
    "spans",
    "wikigold",
]
