"""The one error tree of longarm: the class says what is wrong, the text names the item and the remedy."""


class LongarmError(Exception):
    """Anything longarm refuses or cannot do; `str(error)` is a sentence for a person."""


class UsageError(LongarmError):
    """The command or call was used in a way that cannot work."""


class CaseError(LongarmError):
    """A case folder is missing, damaged or in use."""


class CaseNotFound(CaseError):
    """There is no case at that path."""


class CaseDamaged(CaseError):
    """A file of the case does not hold what the ledger says it holds."""


class CaseLocked(CaseError):
    """Another process is writing to the case."""


class DataError(LongarmError):
    """Reference data (codebook, language, gazetteer, model) is missing or malformed."""


class CodecError(LongarmError):
    """A JSON value does not have the shape of the type it is read as."""


class DocumentError(LongarmError):
    """A document cannot be read; it is kept, and recorded in the ledger with this reason."""


class DocumentEmpty(DocumentError):
    """The document has no bytes, or no text."""


class DocumentEncrypted(DocumentError):
    """The document needs a password."""


class DocumentDamaged(DocumentError):
    """The bytes are not a whole document of their format."""


class DocumentTooLarge(DocumentError):
    """The document is over a limit of size, memory or time."""


class DocumentUnsupported(DocumentError):
    """longarm has no reader for this format or language."""


class DecisionRefused(LongarmError):
    """A decision cannot be taken as it is: what it is about is not there, or a value in it cannot be."""


class SealError(LongarmError):
    """Something cannot be sealed or opened: keys are missing, or do not fit."""


class ReleaseRefused(LongarmError):
    """Something was about to leave the case that must not."""
