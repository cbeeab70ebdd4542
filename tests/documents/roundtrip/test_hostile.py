"""Whatever bytes come: they are read, or refused with a reason. Never anything else, and never for long."""

import io
import random
import time
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reporting.documents.word.examine import Returned, examine
from reporting.errors import Refused
from tests.documents.roundtrip.paper import NAMESPACE, Paper, document_xml, docx, package

SENT = docx()
DOCUMENT = document_xml(Paper())
OURS = '<w:p><w:bookmarkStart w:id="1" w:name="slot_care"/></w:p>'


def read_or_refused(data: bytes) -> Returned | str:
    try:
        return examine(SENT, data)
    except Refused as refused:
        assert refused.reason.startswith("word_")
        return refused.reason


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**9))
def test_bytes_turned_over(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(SENT)
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if chance.random() < 0.3:
        del data[chance.randrange(len(data)) :]
    read_or_refused(bytes(data))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**9))
def test_elements_taken_out_moved_and_doubled(seed: int) -> None:
    chance = random.Random(seed)
    root = etree.fromstring(DOCUMENT.encode())
    for _ in range(chance.randint(1, 15)):
        elements = [element for element in root.iter() if element.getparent() is not None]
        if not elements:
            break
        one, other = chance.choice(elements), chance.choice(elements)
        parent = one.getparent()
        assert parent is not None
        dice = chance.random()
        if dice < 0.4:
            parent.remove(one)
        elif dice < 0.7:
            parent.append(etree.fromstring(etree.tostring(other)))
        elif dice < 0.9:
            one.attrib.clear()
        else:
            one.tag = chance.choice(
                ["{urn:x}y", f"{{{NAMESPACE}}}p", f"{{{NAMESPACE}}}sdt", f"{{{NAMESPACE}}}del"]
            )
    read_or_refused(package({"word/document.xml": etree.tostring(root)}))


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r><w:t>63</w:t></w:r></w:p>" * 4_900,
        "<w:p><w:r><w:t>63</w:t></w:r></w:p>" * 20_000,
        "<w:p><w:r><w:t>một hai ba </w:t></w:r></w:p>" * 4_900,
        "<w:p>"
        + '<w:sdt><w:sdtPr><w:tag w:val="loans@2023-10"/></w:sdtPr><w:sdtContent><w:r><w:t>06</w:t></w:r>'
        "</w:sdtContent></w:sdt>" * 40_000 + "</w:p>",
        f"<w:p><w:r><w:t>{'6 ' * 1_000_000}</w:t></w:r></w:p>",
        f"<w:p><w:r><w:t>{'9' * 1_000_000}</w:t></w:r></w:p>",
        "<w:p/>" * 4_900,
    ],
    ids=["short paragraphs", "too many", "paragraphs", "controls", "numbers", "digits", "empty"],
)
def test_a_monstrous_document_takes_no_long_time(body: str) -> None:
    whole = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{OURS}{body}</w:body></w:document>'
    data = package({"word/document.xml": whole.encode()})
    began = time.perf_counter()
    read_or_refused(data)
    assert time.perf_counter() - began < 15


def test_a_size_that_lies_is_not_believed() -> None:
    """The header says a kilobyte, the stream holds forty megabytes."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    stream = packed.compress(bytes(40_000_000)) + packed.flush()
    made = io.BytesIO(docx(**{"word/document.xml": b"x" * 1000}))
    with zipfile.ZipFile(made) as honest:
        entry = honest.getinfo("word/document.xml")
        start = entry.header_offset + 30 + len(entry.filename)
        old = made.getvalue()
    lying = old[:start] + stream + old[start + entry.compress_size :]
    assert read_or_refused(lying) in ("word_malformed", "word_bomb", "word_not_docx")
