"""Makes the font files the reports embed.

    pip install fonttools brotli fontpkg-inter fontpkg-literata
    python subset.py <folder with Inter[opsz,wght].ttf and Literata[opsz,wght].ttf> <output folder>

Both families are under the SIL Open Font License 1.1 without a reserved font name; their licences lie beside the files
made here. What is changed: one weight and optical size is cut out, figures are made tabular (Inter) or lining (Literata) by
default, the character set is reduced, and the family is renamed. The woff2 files go into HTML, the ttf files into PDF.
"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SCREEN = (
    "U+0020-007E,U+00A0-00FF,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2032,U+2212,U+2248,U+2260,"
    "U+2264,U+2265,U+2190-2193,U+20AC,U+25B2,U+25BC,U+25A0,U+25CB,U+25CF"
)
PAPER = SCREEN + ",U+0100-024F,U+1E00-1EFF,U+0370-03FF,U+0400-045F"
FONTS = (
    ("Inter[opsz,wght].ttf", "inter-regular", {"opsz": 14, "wght": 400}, "tnum", "Evenhand Sans", "Regular"),
    ("Inter[opsz,wght].ttf", "inter-semibold", {"opsz": 14, "wght": 600}, "tnum", "Evenhand Sans", "Bold"),
    ("Literata[opsz,wght].ttf", "literata-medium", {"opsz": 24, "wght": 500}, "lnum", "Evenhand Serif", "Regular"),
)


def figures(font, feature):
    """Glyph replacements of one feature."""
    table = font["GSUB"].table
    found = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == feature:
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    found.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    return found


def rename(font, family, style):
    names = {1: family, 2: style, 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", ""), 16: family, 17: style}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


def cut(font_file, characters, target, flavor):
    options = subset.Options()
    options.layout_features = ["kern", "ccmp", "locl", "mark", "mkmk"]
    options.hinting = False
    options.flavor = flavor
    options.recalc_timestamp = False
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    font = subset.load_font(font_file, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(characters))
    subsetter.subset(font)
    subset.save_font(font, target, options)


def main(source, output):
    for file, name, axes, feature, family, style in FONTS:
        font = instantiateVariableFont(TTFont(source / file, recalcTimestamp=False), axes)
        replaced = figures(font, feature)
        for table in font["cmap"].tables:
            if table.isUnicode():
                for digit in range(0x30, 0x3A):
                    table.cmap[digit] = replaced.get(table.cmap[digit], table.cmap[digit])
        rename(font, family, style)
        whole = output / f".{name}.whole.ttf"
        font.save(whole)
        cut(whole, SCREEN, output / f"{name}.woff2", "woff2")
        cut(whole, PAPER, output / f"{name}.ttf", None)
        whole.unlink()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
