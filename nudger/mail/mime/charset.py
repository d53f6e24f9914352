"""Reading a mail: from octets to text, whatever charset a mail claims.

A mail's word is looked up in a table of text codecs and never reaches ``codecs.lookup``: ``zlib``, ``punycode`` and
``unicode_escape`` are codecs too. Nothing here raises for bad octets: what no charset explains is read as cp1252, as
every mail program does.
"""

from __future__ import annotations

import codecs
import re
from encodings.aliases import aliases

_NOT_ASCII = """
iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_3 iso2022_jp_2004 iso2022_jp_ext iso2022_kr hz
utf_16 utf_16_le utf_16_be utf_32 utf_32_le utf_32_be
"""
_ASCII_BASED = """
utf_8 gb18030 cp949 johab euc_jp shift_jis cp932 big5 big5hkscs cp950 koi8_r koi8_u koi8_t kz1048 tis_620
cp cp437 cp720 cp737 cp775 cp850 cp852 cp855 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874
cp1125 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258
iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso8859_10 iso8859_11 iso8859_13
iso8859_14 iso8859_15 iso8859_16 mac_roman mac_latin2 mac_cyrillic mac_greek mac_turkish mac_iceland
"""
_OWN_ALPHABET = frozenset(_NOT_ASCII.split())
"""Codecs whose octets may look like ASCII or UTF-8 and are not."""
_TEXT = _OWN_ALPHABET | frozenset(_ASCII_BASED.split())

_REALLY = {
    "ascii": "cp1252",
    "latin_1": "cp1252",
    "iso8859_1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
"""What is really sent under a charset's name (WHATWG Encoding Standard, section 4.2)."""

_MAIL_NAMES = {
    "cp65001": "utf_8",
    "utf8mb4": "utf_8",
    "utf_8_sig": "utf_8",
    "iso_8859_8_i": "iso8859_8",
    "iso_8859_8_e": "iso8859_8",
    "iso_2022_jp_ms": "iso2022_jp_ext",
    "ks_c_5601": "cp949",
    "x_gbk": "gb18030",
    "x_sjis": "cp932",
    "x_mac_roman": "mac_roman",
    "windows_31j": "cp932",
}
"""Names that only mail uses."""

_PUNCTUATION = re.compile(r"[^a-z0-9]+")
_CODE_PAGE = re.compile(r"(?:cp|windows|ibm|win)_?(\d{3,4})\Z")


def _table() -> dict[str, str]:
    """Every name of every text codec, to the codec that reads what is sent under it."""
    known = _TEXT | _REALLY.keys()
    names = aliases | {name: name for name in known}
    return {name: _REALLY.get(codec, codec) for name, codec in names.items() if codec in known} | _MAIL_NAMES


_CODECS = _table()


def codec_name(charset: str) -> str:
    """The text codec that reads this charset, or an empty string where none does."""
    name = _PUNCTUATION.sub("_", charset[:60].lower()).strip("_")
    page = _CODE_PAGE.match(name)
    return _CODECS.get(f"cp{page[1]}" if page else name, "")


def decode(octets: bytes, charset: str = "", *, cut: bool = False) -> str:
    """Text of these octets; with ``cut``, half a character at the end is dropped, not guessed.

    Octets that are strict UTF-8 are UTF-8, whatever eight-bit charset they claim; then the claimed charset holds; then
    UTF-8 with each foreign octet read as cp1252.
    """
    octets = octets.removeprefix(codecs.BOM_UTF8)
    codec = codec_name(charset) if charset else ""
    if codec not in _OWN_ALPHABET and octets.isascii():
        return octets.decode("ascii")
    for name in (codec, "utf_8") if codec in _OWN_ALPHABET else ("utf_8", codec or "utf_8"):
        try:
            return codecs.getincrementaldecoder(name)("strict").decode(octets, not cut)
        except UnicodeError:
            continue
    return codecs.getincrementaldecoder("utf_8")("nudger-cp1252").decode(octets, not cut)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Read the octets that UTF-8 refuses as cp1252, its five holes as Latin-1 (they become control characters)."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    try:
        return wrong.decode("cp1252"), error.end
    except UnicodeDecodeError:
        return wrong.decode("latin-1"), error.end


codecs.register_error("nudger-cp1252", _as_cp1252)
