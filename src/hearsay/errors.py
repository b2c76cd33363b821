"""The one tree of errors. Each message says what is wrong, with what, and what to do."""


class HearsayError(Exception):
    """Anything Hearsay refuses to do, in words for the person who asked."""


class PageError(HearsayError):
    """A page that cannot be read; the batch goes on without it."""


class RecordError(HearsayError):
    """A record that cannot be opened, read or written."""


class ModelError(HearsayError):
    """A language model that is missing, damaged or cannot run here."""


class UsageError(HearsayError):
    """A question or option that makes no sense as given."""
