"""The prose of specimens: every kind of block and run that a letter may have."""

from generator.domain.prose import (
    Alignment,
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    InLanguage,
    InlineImage,
    LineBreak,
    Link,
    NoteMark,
    Notes,
    NumberedList,
    OnlyFor,
    Paragraph,
    Prose,
    Quote,
    Rule,
    Strong,
    Struck,
    Table,
    Text,
)


def _says(words: str) -> Paragraph:
    return Paragraph((Text(words),))


PARAGRAPH: Prose = (_says("We want every resident to reach us in the way that suits them, on the first try."),)

_ROWS = (("Parking", "12"), ("Waste and recycling", "7"))
LETTER: Prose = (
    Paragraph(
        (
            Text("Dear all, the work that we promised in the winter is "),
            Strong((Text("done"),)),
            Text(", and some of it is even "),
            Emphasis((Text("early"),)),
            Text(". Its budget is "),
            Struck((Text("£90,000"),)),
            Text(" £80,000."),
            NoteMark(1),
            LineBreak(),
            Text("Read more in "),
            Link("#main", (Text("the plan on a page"),)),
            Text(", or on "),
            Link("https://www.merebrook.example/", (Text("the council’s website"),)),
            Text(". The form is called "),
            Code("FS-12"),
            Text(", and the CRM knows it. We say "),
            InLanguage("cy", (Text("Croeso i bawb"),)),
            Text(", too."),
        )
    ),
    Heading(2, (Text("What comes next"),), anchor="specimen.next"),
    _says("Three things, in this order:"),
    NumberedList(((_says("listen,"),), (_says("decide,"),), (_says("tell you what we decided."),))),
    Heading(3, (Text("Where to meet us"),), anchor="specimen.meet"),
    BulletList(
        (
            (_says("At the Town Hall"), BulletList(((_says("on Mondays"),), (_says("on Thursdays"),)))),
            (_says("At every library"),),
        )
    ),
    Quote((_says("I only had to say it once. That has never happened before."),)),
    Table(
        (Cell((Text("Service"),)), Cell((Text("Forms online"),), Alignment.END)),
        tuple((Cell((Text(name),)), Cell((Text(count),), Alignment.END)) for name, count in _ROWS),
    ),
    CodeBlock("GET /one-council/data/actions.json"),
    Paragraph((InlineImage("assets/favicon.svg", "A gold thread on a dark ground"),)),
    Rule(),
    OnlyFor(frozenset(("staff",)), (_says("The interviews for the new team are in week 12."),)),
    Notes((PARAGRAPH,)),
)
