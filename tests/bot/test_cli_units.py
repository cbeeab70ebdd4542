"""`baocao units --load`: a province's own units, all of them or none."""

import json
from pathlib import Path

import pytest

from storage.database import Database
from tests.bot.conftest import Call

HEAD = "code,name,kind,parent\n"
LIST = (
    HEAD
    + "LC,LĐLĐ tỉnh Lai Châu,province,\n"
    + "LC-SH,LĐLĐ huyện Sìn Hồ,superior,LC\n"
    + '\nLC-SH-01,"CĐCS Trường Nậm Mạ, xã Nậm Mạ",grassroots,LC-SH\n'
)


def _listed(call: Call) -> list[str]:
    return [json.loads(line)["code"] for line in call("units").out.splitlines()]


def test_a_list_is_entered_once(call: Call, database: Database, tmp_path: Path) -> None:
    file = tmp_path / "don-vi.csv"
    file.write_bytes(b"\xef\xbb\xbf" + LIST.encode())  # as Excel writes it
    assert call("units", "--load", str(file)).out == "✓ Đã thêm 3 đơn vị; 0 đơn vị có sẵn, giữ nguyên.\n"
    assert _listed(call) == ["LC", "LC-SH", "LC-SH-01"]
    file.write_text(LIST + "LC-SH-02,CĐCS xã Tả Ủ,grassroots,LC-SH\n", encoding="utf-8")
    assert call("units", "--load", str(file)).out == "✓ Đã thêm 1 đơn vị; 3 đơn vị có sẵn, giữ nguyên.\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (",x,grassroots,LC-SH", "cột code"),
        ("a b,x,grassroots,LC-SH", "cột code"),
        ("X,,grassroots,LC-SH", "cột name"),
        ("X,x,cdcs,LC-SH", "cột kind ghi “cdcs”"),
        ("X,x,grassroots,NOPE", "cột parent ghi “NOPE”"),
        ("X,x,grassroots,LC", "cột parent ghi “LC”"),
        ("X,x,superior,", "cột parent"),
        ("X,x,province,LC", "để trống cột parent"),
        ("X,x,province,", "chỉ được một"),
        ("LC-SH,Tên khác,superior,LC", "mã LC-SH đã là của LĐLĐ huyện Sìn Hồ"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_entered(
    call: Call, database: Database, tmp_path: Path, line: str, told: str
) -> None:
    file = tmp_path / "don-vi.csv"
    file.write_text(LIST + line + "\n", encoding="utf-8")
    said = call("units", "--load", str(file))
    assert (said.code, said.out) == (2, "")
    assert "Dòng 6: " in said.err and told in said.err
    assert _listed(call) == []


@pytest.mark.parametrize("content", [b"", b"ma,ten\n1,2\n", HEAD.encode() + b"a,b,c,d,e\n", b"\xff\xfe\x00"])
def test_what_is_no_list_is_refused(call: Call, database: Database, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "don-vi.csv"
    file.write_bytes(content)
    said = call("units", "--load", str(file))
    assert said.code == 2 and "code,name,kind,parent" in said.err
