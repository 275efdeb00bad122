"""What stands on a page: prose without code, headings, links, formulas, places, and the inventory of it all."""

import pytest
from project import cell, page_of, project

from literate.grammar import places
from literate.reading.reader import parse


def contents_of(root, text):
    return parse(project(root, text), root).contents


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("- a ` b\n- c ` d", "- a ` b\n- c ` d"),
        ("# a `\n\nb `\n\nc", "# a `\n\nb `\n\nc"),
        ("> a `\n\nb ` c", "> a `\n\nb ` c"),
        ("| ` | b |\n|---|---|\n| c | ` |", "| ` | b |\n|---|---|\n| c | ` |"),
        ("| `a|b` | c |\n|---|---|", "|       | c |\n|---|---|"),
        ("a\n\n    b `c`\n\n    d\n\ne", "a\n\n         \n\n     \n\ne"),
        ("- a\n\n        b\n\n    c", "- a\n\n         \n\n    c"),
        ("a <!-- b\nc --> d", "a       \n      d"),
        ("<!-- a\n\nb -->\nc", "      \n\n     \nc"),
        ("<pre>\na\n</pre>", "<pre>\n \n</pre>"),
        ("a <code>b</code> c", "a <code> </code> c"),
        ("<script>\na\n</script>\n\n<style>b</style>", "<script>\n \n</script>\n\n<style> </style>"),
        ("<div>a <code>b</code></div>", "<div>a <code> </code></div>"),
        ("`<!--` a", "       a"),
        ("```text\na\n```\nb", "\n\n\nb"),
        ("\\`a` b", "\\`a` b"),
        ("`a\nb`", "  \n  "),
        ('??? note "`a` b"\n\n    `c` d', '??? note "    b"\n\n        d'),
    ],
)
def test_prose_is_the_page_without_code(tmp_path, text, seen):
    assert contents_of(tmp_path, text).prose == seen
    front = contents_of(tmp_path, f"---\na: `b`\n---\n{text}").prose
    assert front == f"\n\n\n{seen}"


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_other_systems(tmp_path, ends):
    text = "---\ntitle: T\n---\n\n# A\n\n" + cell("x = 1\n\ny = 2") + "\n{{ x }} `b`\n"
    path = project(tmp_path, "")
    path.write_bytes(text.replace("\n", ends).encode())
    assert parse(path, tmp_path).lines == page_of(tmp_path, text).lines


def test_headings_of_all_forms(tmp_path):
    text = "# A\n\n##b #\ntext\n### C { #c }\n\nD `e`\n===\n\n F\n---\n\n"
    text += "- # G\n\n> ## H\n\n??? note\n\n    # I\n\n`# J`\n\n    # K\n"
    found = [(one.level, one.words, one.line, one.column) for one in contents_of(tmp_path, text).headings]
    assert found == [
        (1, "A", 1, 3),
        (2, "b", 3, 3),
        (3, "C { #c }", 5, 5),
        (1, "D `e`", 7, 1),
        (2, "F", 10, 2),
        (1, "G", 13, 5),
        (2, "H", 15, 6),
        (1, "I", 19, 7),
    ]


def test_links_of_all_forms(tmp_path):
    text = (
        "[a](b.md 'T') [c [d [e]]](f.md) [g][r], [r], [h i][] ![j][r] <http://k.l>\n"
        '[m](<n o.md>) <a href="p/">q</a> <img src="s.png" alt="t"> [u](v(w).md)'
        ' ![x]({{ y }} "z") [![1](2.png)](3.md)\n\n'
        "[r]: r.md\n[h  I]: <hi.md> (T)\n\n`[no](no.md)` \\[no](no.md) <o@p.q>\n\n<div><a href='raw/'>r</a></div>\n"
    )
    found = [(one.kind, one.target) for one in parse(project(tmp_path, text), tmp_path).links]
    assert found == [
        ("link", "b.md"),
        ("link", "f.md"),
        ("link", "r.md"),
        ("link", "r.md"),
        ("link", "hi.md"),
        ("image", "r.md"),
        ("link", "http://k.l"),
        ("link", "n o.md"),
        ("html link", "p/"),
        ("html image", "s.png"),
        ("link", "v(w).md"),
        ("image", "{{ y }}"),
        ("link", "3.md"),
        ("image", "2.png"),
        ("link", "mailto:o@p.q"),
        ("html link", "raw/"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [("a [b](c d.md) e", "unread", ""), ("a [b][c] d", "undefined", "c"), ("a [B  C][] d", "undefined", "b c")],
)
def test_what_is_nearly_a_link(tmp_path, text, kind, target):
    (found,) = contents_of(tmp_path, text).of(kind)
    assert (found.target, found.place) == (target, (1, 3))


@pytest.mark.parametrize("text", ["[a] b", "a[1", "[a] (b)", "f[i](", "[ ] a"])
def test_brackets_that_are_text(tmp_path, text):
    assert contents_of(tmp_path, text).inlines == []


def test_formulas_stand_in_a_text_or_alone(tmp_path):
    text = "$a$ and \\$5, $6 and $7 `$b$`\n\n$$\nc {{ d }}\n$$\n\n- $e\nf$\n\n# $g$\n\n    $h$\n\n<div>$i$</div>\n"
    found = [(one.kind, one.text.strip(), one.place, one.last) for one in contents_of(tmp_path, text).formulas]
    assert found == [
        ("formula", "a", (1, 1), 1),
        ("display", "c {{ d }}", (3, 1), 5),
        ("formula", "e\nf", (7, 3), 8),
        ("formula", "g", (10, 3), 10),
    ]


def test_places_are_those_of_prose_and_tags(tmp_path):
    text = (
        '# A { #a }\n\n`{ #no }` text { .x #b }\n\n<p id="c">d</p>\n\n<div id="e" markdown>\n\n'
        'f\n{: #g title="{ #h }" }\n\n'
        '</div>\n\n$x{#no}$ <b id="i">j</b> `<b id="no">`\n\n::: k.l\n'
    )
    found = contents_of(tmp_path, text)
    assert sorted(places.written_ids(found), key=lambda one: one[1:]) == [
        ("a", 1, 8),
        ("b", 3, 22),
        ("c", 5, 8),
        ("e", 7, 10),
        ("g", 10, 5),
        ("i", 14, 17),
    ]
    assert [*places.documented(found)] == ["k.l"]


def test_markers_stand_in_prose(tmp_path):
    text = "a\n[[where]]\n\n- b\n\n    [[ledger: O, P]]\n\n`[[no]]`\n\n    [[code]]\n\n```text\n[[no]]\n```\n"
    found = parse(project(tmp_path, text), tmp_path).marks
    assert [(mark.line, mark.indent, mark.name, mark.argument) for mark in found] == [
        (2, 0, "where", ""),
        (6, 4, "ledger", "O, P"),
    ]


def test_the_inventory_has_all_with_its_place(tmp_path):
    text = (
        '# A { #a }\n\n`b` [c](d.md) ![e](f.png) $g$ [^h] <!-- i -->\n\n??? note "J {{ 1 }}"\n\n    === "K"\n\n'
        "        ```text\n        l\n\n        m\n        ```\n\n"
        "$$\nn\n$$\n\ntext\n\n    o\n\n    p\n\n<!--\nq -->\n\n[^h]: r\n"
    )
    page = parse(project(tmp_path, text), tmp_path)
    assert [(item.kind, item.text, item.line, item.column) for item in page.inventory] == [
        ("heading", "A", 1, 3),
        ("code span", "b", 3, 1),
        ("link", "d.md", 3, 5),
        ("image", "f.png", 3, 15),
        ("formula", "g", 3, 27),
        ("footnote", "h", 3, 31),
        ("comment", "i", 3, 36),
        ("fold", "J {{ 1 }}", 5, 1),
        ("tab", "K", 7, 5),
        ("fence", "l\n\nm", 9, 9),
        ("formula", "n", 15, 1),
        ("code block", "o\np", 21, 5),
        ("comment", "q", 25, 1),
    ]
