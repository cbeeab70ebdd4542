"""An office for the tests: as little of an office.toml as will do, and the profile it gives."""

from reporting.profile import Profile, parse_profile

SMALLEST = """
[office]
name = "Liên đoàn Lao động tỉnh A"
short_name = "LĐLĐ tỉnh A"
[header]
issuer = ["LIÊN ĐOÀN LAO ĐỘNG", "TỈNH A"]
place = "A"
[paper]
recipients = ["Như trên"]
[[signers]]
name = "Nguyễn Văn A"
title = "CHỦ TỊCH"
"""


def office(settings: str = "") -> Profile:
    """The profile of SMALLEST with further settings, such as "[schedule]\\ndue_day = 20"."""
    return parse_profile(f"{SMALLEST}\n{settings}\n", "office.toml")
