//! The first words of a new edition: every common key, with what it is for.

/// `edition.toml`; values are filled in by saving.
pub(super) const EDITION: &str = r#"# An edition of Pamphleteer. Lines that begin with “#” say nothing: take the sign away to use them.

title = "Untitled"
# subtitle = "…"
language = "en"
# editors = ["first-last"]          # names or ids in contributors.toml
# publisher = { name = "…", place = "…", url = "https://…" }
# date = 2026-03-01                 # of publication; 2026 or "2026-03" will do
# edition = "First edition"
# rights = "Collection © 2026 …. Each piece © its author."
# permission = "own"                 # of all pieces that say nothing about theirs
# description = "One sentence for catalogues."
# subjects = ["Politics"]

# The pieces in the order of the book. Those in parts stand at the end, under [[part]].
pieces = []

[design]
theme = "classic"                   # classic, essay or modern
trim = "6x9in"                      # a4 a5 b5 letter 5x8in 5.5x8.5in 6x9in, or "152mm x 229mm"
# body_size = "11pt"
# leading = "14pt"
# opener = "next"                   # where pieces open: recto, next or run-on
# drop_caps = 2                     # lines of the initial of a piece; 0 for none
# notes = "foot"                    # foot of the page, end of the piece, or back of the book
# margins = { top = "18mm", bottom = "20mm", inner = "20mm", outer = "16mm" }

[matter]
half_title = true
title_page = true
imprint = true
contents = true                     # or "pieces" for titles alone, "standfirsts" for more
# dedication = "For …"              # words, or a file: "matter/dedication.md"
# epigraph = "…\n\n— Name"           # words that the book begins with
# foreword = "matter/foreword.md"
# introduction = "matter/introduction.md"
contributors = "short"              # “About the contributors”: "short", "long" or false
# sources = true                    # “Sources and permissions” for credits alone; with permissions it comes by itself
# author_index = true               # authors by surname; an index of [names]{.index} comes by itself
# colophon = true                   # how the book was made, on its last page
# order = ["title_page", "imprint", "contents", "pieces", "matter/thanks.md"]

# [isbn]
# print = "978-…"
# epub = "978-…"

# [disclaimer.house]
# text = "The views expressed here are those of {author} and not necessarily those of {publisher}."
# place = "piece"                   # piece, imprint or both
# default = true                    # for every piece that names none

# [[part]]
# title = "…"
# pieces = ["pieces/….md"]
"#;

/// `contributors.toml`.
pub(super) const CONTRIBUTORS: &str = r#"# One table a person. The name in brackets is the id by which pieces call them.
#
# [first-last]
# name = "First Last"
# sort_name = "Last, First"
# affiliation = "…"                 # what the person belongs to: conditions of disclaimers ask for it
# short_note = "First Last writes about …"
# long_note = "…"
# email = "first@example.org"       # contacts are for you alone: email, phone, handle, site
# handle = "@first"
# print = ["handle"]                # which of them readers see

"#;
