"""E-mail as programs write it: all of its text is brought in, and whatever else is in it is named."""

from email.message import Message
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from generator.domain.prose import plain_words
from generator.importing.document import ImportedDocument, prose_of
from generator.importing.message import read_message
from tests.importing.bringing_in import remarks_of
from tests.importing.documents import picture


def multipart(subtype: str, *parts: Message) -> Message:
    made = MIMEMultipart(subtype)
    for part in parts:
        made.attach(part)
    return made


def paper(name: str) -> Message:
    made = MIMEApplication(b"%PDF", "pdf")
    made.add_header("Content-Disposition", "attachment", filename=name)
    return made


def image(**headers: str) -> Message:
    made = MIMEImage(picture().getvalue(), "png")
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    return made


def read(message: Message) -> ImportedDocument:
    return read_message(message.as_bytes(), "mail.eml")


def words(document: ImportedDocument) -> list[str]:
    return [plain_words(prose_of(it.part)) for it in document.pieces]


def test_text_behind_an_attachment_is_brought_in_and_the_attachment_is_named() -> None:
    """Apple Mail divides a text so, where somebody puts a file into it."""
    pages = (MIMEText(f"<html><body><p>{it}</p></body></html>", "html") for it in ("Before.", "After."))
    first, second = pages
    whole = MIMEText("Before.\n\nAfter.")
    document = read(multipart("alternative", whole, multipart("mixed", first, paper("plan.pdf"), second)))
    assert words(document) == ["Before.", "After."]
    assert remarks_of(document) == ("plan.pdf: is attached to the e-mail; bring it in by itself",)
    plain = read(multipart("mixed", MIMEText("Before."), paper("plan.pdf"), MIMEText("After.")))
    assert words(plain) == ["Before.", "After."]


def test_what_belongs_to_a_saved_page_is_no_attachment() -> None:
    page = MIMEText('<p>Words.</p><p><img src="https://x.example/a.png" alt="A tree"></p>', "html")
    styles = MIMEText("p {color: red}", "css")
    styles["Content-Location"] = "cid:css@mhtml.blink"
    picture_of_page, ground = (image(Content_Location=f"https://x.example/{it}.png") for it in ("a", "ground"))
    document = read(multipart("related", page, styles, picture_of_page, ground))
    assert len(document.pictures) == 1
    assert remarks_of(document) == ()


def test_a_picture_that_is_attached_and_not_shown_is_named() -> None:
    page = MIMEText('<p>Words.</p><p><img src="cid:one" alt="A tree"></p>', "html")
    shown = image(Content_ID="<one>", Content_Disposition='inline; filename="tree.png"')
    beside = image(Content_Disposition='attachment; filename="bridge.png"')
    document = read(multipart("mixed", multipart("related", page, shown), beside))
    assert len(document.pictures) == 1
    assert remarks_of(document) == ("bridge.png: is attached to the e-mail; bring it in by itself",)


def test_text_in_another_form_than_the_rest_and_an_e_mail_within_are_named() -> None:
    within = MIMEText("From somebody.")
    within["Subject"] = "The plan"
    forwarded = Message()
    forwarded["Content-Type"] = "message/rfc822"
    forwarded.set_payload([within])
    document = read(multipart("mixed", MIMEText("<p>Words.</p>", "html"), MIMEText("A footer."), forwarded))
    assert words(document) == ["Words."]
    assert remarks_of(document) == (
        "a text without a name: is attached to the e-mail; bring it in by itself",
        "the e-mail “The plan”: is attached to the e-mail; bring it in by itself",
    )
