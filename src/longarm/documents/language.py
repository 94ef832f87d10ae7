"""The language of a text, guessed from its letters."""

import functools
from typing import Any

SAMPLE = 20_000  # characters that the guess is made on
SHORT = 40  # letters below which a guess says nothing
ENOUGH = 200  # letters from which a guess counts in full
SURE = 0.8  # probability from which a guess counts more than what a file says of itself
# First and last letter of scripts that one language alone, or nearly so, is written in.
SCRIPTS = {
    "zh": ("\u4e00", "\u9fff"),
    "ja": ("\u3040", "\u9fff"),
    "ko": ("\uac00", "\ud7a3"),
    "el": ("\u0370", "\u03ff"),
    "he": ("\u0590", "\u05ff"),
    "th": ("\u0e00", "\u0e7f"),
    "ka": ("\u10a0", "\u10ff"),
    "hy": ("\u0530", "\u058f"),
}
WORD_SIGN = 4  # letters that one sign of a script with signs for words or syllables counts for


def detect(text: str) -> tuple[str, float]:
    """The language of a text and how sure that is, from 0 to 1; a short text is never sure.

    Returns:
        (ISO 639-1 code, probability); (`und`, 0.0) where the text has next to no letters.
    """
    sample = text[:SAMPLE]
    letters = sum(WORD_SIGN if sign >= "\u2e80" else 1 for sign in sample if sign.isalpha())
    if letters < SHORT // 2:
        return "und", 0.0
    code, probability = _identifier().classify(sample)
    if code in SCRIPTS and _share(sample, SCRIPTS[code]) > 0.5:
        probability = 1.0  # the guesser parts such texts among close kin, or is unsure of them
    share = min(1.0, letters / ENOUGH)
    return str(code), round(float(probability) * (0.5 + 0.5 * share if letters >= SHORT else share), 4)


def _share(sample: str, script: tuple[str, str]) -> float:
    letters = [sign for sign in sample if sign.isalpha()]
    return sum(script[0] <= sign <= script[1] for sign in letters) / len(letters)


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
