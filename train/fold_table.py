#!/usr/bin/env python3
"""Write src/model/nx_fold_data.h: what a character becomes in a key.

usage: fold_table.py > ../src/model/nx_fold_data.h

Case and accents fall: each character of the Latin, Greek and Cyrillic blocks
becomes its lower-case base letter, a combining mark nothing (0).  A letter
that stands for two ("ß", "æ") becomes PAIR | first << 7 | second, both ASCII.
"""
import unicodedata

BLOCKS = (("low", 0x00C0, 0x0530), ("high", 0x1E00, 0x2000))
PAIR = 0x8000
PLAIN = {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "n", "ĸ": "k",
         "ə": "a", "ɓ": "b", "ƈ": "c", "ɗ": "d", "ƒ": "f", "ɠ": "g", "ƙ": "k", "ɲ": "n", "ƥ": "p",
         "ƴ": "y", "ƶ": "z", "ς": "σ"}
DOUBLE = {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij", "ǆ": "dz", "ǉ": "lj", "ǌ": "nj", "ǳ": "dz"}


def fold(code):
    """Return the value of one table cell."""
    char = chr(code)
    if unicodedata.category(char) == "Mn":
        return 0
    lower = char.lower()
    if lower not in DOUBLE:
        base = "".join(c for c in unicodedata.normalize("NFD", lower) if unicodedata.category(c) != "Mn")
        lower = PLAIN.get(base, base)
    pair = DOUBLE.get(lower)
    if pair:
        return PAIR | ord(pair[0]) << 7 | ord(pair[1])
    return ord(lower) if len(lower) == 1 else code


def main():
    print("/* nx_fold_data.h: made by train/fold_table.py; do not edit. */")
    print("#define NX_FOLD_PAIR\t0x%04X" % PAIR)
    for name, first, end in BLOCKS:
        print("\n#define NX_FOLD_%s_FIRST\t0x%04X" % (name.upper(), first))
        print("#define NX_FOLD_%s_END\t0x%04X" % (name.upper(), end))
        print("static const uint16_t nx_fold_%s[] = {" % name)
        cells = ["0x%04X" % fold(code) for code in range(first, end)]
        for i in range(0, len(cells), 8):
            print("\t%s," % ", ".join(cells[i:i + 8]))
        print("};")


if __name__ == "__main__":
    main()
