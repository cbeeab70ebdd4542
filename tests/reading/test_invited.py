"""Who is to be invited, as an office types it behind «cấp mã»."""

import pytest

from reporting.reading.invited import Invited, invited

CASES = [
    ("trường Bum Nưa", "", "trường Bum Nưa", ""),
    ("cho trường Bum Nưa", "", "trường Bum Nưa", ""),
    ("mời cho chủ tịch trường Bum Nưa", "chair", "trường Bum Nưa", ""),
    ("pct thcs Bình Lư, đ/c Lò Văn A", "deputy", "thcs Bình Lư", "Lò Văn A"),
    ("phó chủ tịch công ty Chè Tam Đường: Phàn A Páo", "deputy", "công ty Chè Tam Đường", "Phàn A Páo"),
    ("THCS Đoàn Kết cho cô Nguyễn Thị Hoa", "", "THCS Đoàn Kết", "Nguyễn Thị Hoa"),
    ("cho chị Lan trường Bình Lư", "", "trường Bình Lư", "Lan"),
    ("chu tich truong thcs ta mung dong chi Giang A Chu", "chair", "truong thcs ta mung", "Giang A Chu"),
    ("Công đoàn ngành Giáo dục cho anh Dũng", "", "Công đoàn ngành Giáo dục", "Dũng"),
    ("công ty Anh Dũng", "", "công ty Anh Dũng", ""),
    ("điện lực tỉnh", "", "điện lực tỉnh", ""),
    ("chị Hoa làm chủ tịch Trường THCS Bình Lư", "chair", "Trường THCS Bình Lư", "Hoa"),
    ("đồng chí Lò Văn A làm phó chủ tịch của Bình Lư", "deputy", "Bình Lư", "Lò Văn A"),
    ("chị Hoa làm phó chủ tịch", "deputy", "", "Hoa"),
    ("", "", "", ""),
]


@pytest.mark.parametrize(("text", "role", "unit", "name"), CASES)
def test_invited(text: str, role: str, unit: str, name: str) -> None:
    assert invited(text) == Invited(role, unit, name)
