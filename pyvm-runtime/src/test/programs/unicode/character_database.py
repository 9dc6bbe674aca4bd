# Every function of unicodedata over code points in both versions, as one digest each; lookup undoes name.
import hashlib
import unicodedata

# All where alphabets lie close together, each 29th behind them.
CHARACTERS = [chr(c) for c in [*range(0x3400), *range(0x3400, 0x110000, 29)]]
OPTIONAL = ("decimal", "digit", "numeric", "name")

for database in (unicodedata, unicodedata.ucd_3_2_0):
    print(database.unidata_version)
    for name in ("category", "bidirectional", "combining", "mirrored", "east_asian_width", "decomposition") + OPTIONAL:
        function = getattr(database, name)
        arguments = (None,) if name in OPTIONAL else ()
        values = "\n".join(str(function(c, *arguments)) for c in CHARACTERS)
        print(f"{name:17}", hashlib.sha256(values.encode()).hexdigest())
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        values = "\n".join(database.normalize(form, c) for c in CHARACTERS)
        print(f"{form:17}", hashlib.sha256(values.encode("utf-8", "surrogatepass")).hexdigest())
    assert all(database.lookup(n) == c for c in CHARACTERS[::7] if (n := database.name(c, None)))


def attempt(action):
    try:
        print(ascii(action()))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


for action in (
    lambda: unicodedata.lookup("keycap digit one"),
    lambda: unicodedata.lookup("LATIN SMALL LETTER R WITH TILDE"),
    lambda: unicodedata.lookup("LINE FEED"),
    lambda: unicodedata.lookup("CJK UNIFIED IDEOGRAPH-4E00"),
    lambda: unicodedata.lookup("hangul syllable gag"),
    lambda: unicodedata.lookup("NO SUCH NAME"),
    lambda: unicodedata.lookup("A" * 300),
    lambda: unicodedata.ucd_3_2_0.lookup("LINE FEED"),
    lambda: unicodedata.name("\n"),
    lambda: unicodedata.name("ab"),
    lambda: unicodedata.category(1),
    lambda: unicodedata.decimal("a"),
    lambda: unicodedata.digit("a"),
    lambda: unicodedata.numeric("a"),
    lambda: unicodedata.normalize("NFX", "\xe9"),
    lambda: unicodedata.normalize("NFD", "\ud83d\ude00\xe9\ud800"),
    lambda: unicodedata.is_normalized("NFC", "e\u0301"),
    lambda: unicodedata.is_normalized("NFC", "\xe9"),
    lambda: type(unicodedata.ucd_3_2_0)(),
):
    attempt(action)
