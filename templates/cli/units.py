"""What `baocao units --load` says."""

_ABOVE = {"superior": "mã của Liên đoàn Lao động tỉnh", "grassroots": "mã của công đoàn cấp trên trực tiếp"}


def wrong(line: int, fault: str) -> str:
    return f"Dòng {line}: {fault}"


def bad_code() -> str:
    return "cột code phải có mã đơn vị, không dấu cách, nhiều nhất 40 ký tự."


def bad_name() -> str:
    return "cột name phải có tên đơn vị, nhiều nhất 200 ký tự."


def bad_kind(kind: str) -> str:
    return (
        f"cột kind ghi “{kind}”. Cần: province (Liên đoàn Lao động tỉnh), superior (công đoàn cấp trên trực "
        "tiếp) hoặc grassroots (công đoàn cơ sở)."
    )


def bad_parent(kind: str, parent: str) -> str:
    if kind == "province":
        return "Liên đoàn Lao động tỉnh không có đơn vị cấp trên; để trống cột parent."
    return f"cột parent ghi “{parent}”. Cần {_ABOVE[kind]}, đứng ở dòng trước."


def other_unit(code: str, name: str) -> str:
    return f"mã {code} đã là của {name}. Dùng mã khác, hoặc ghi đúng như cũ."


def second_province() -> str:
    return "đã có Liên đoàn Lao động tỉnh; chỉ được một."


def bad_file(name: str) -> str:
    return f"Tệp {name} phải là CSV mã UTF-8, dòng đầu là: code,name,kind,parent"


def loaded(new: int, known: int) -> str:
    return f"✓ Đã thêm {new} đơn vị; {known} đơn vị có sẵn, giữ nguyên."
