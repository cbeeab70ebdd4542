"""What `baocao zalo authorize` says."""


def open_this(address: str, redirect: str) -> str:
    return (
        "1. Trong trang nhà phát triển của Zalo, đặt địa chỉ nhận mã (Official Account Callback URL) là:\n"
        f"   {redirect}\n"
        "2. Quản trị viên của Official Account mở địa chỉ sau trong trình duyệt và đồng ý cấp quyền:\n"
        f"   {address}\n"
        "3. Zalo chuyển đến một trang mới. Sao chép cả địa chỉ của trang ấy (hoặc riêng mã sau code=), dán vào đây "
        "trong vòng 10 phút rồi nhấn Enter:"
    )


def granted(until: str) -> str:
    return (
        f"Zalo đã cấp quyền. Chương trình đang chạy nhận quyền mới trong vòng một phút và tự gia hạn; nếu tắt máy lâu "
        f"thì quyền giữ đến {until}."
    )


def not_set(name: str) -> str:
    return f"Cần đặt {name} trước khi xin quyền của Zalo Official Account."


def not_begun() -> str:
    return "Chưa xin quyền lần nào. Gõ baocao zalo authorize để lấy địa chỉ trước, rồi mới dùng --code."


def no_code() -> str:
    return "Chưa có mã. Dán cả địa chỉ sau khi đồng ý cấp quyền, hoặc gõ: baocao zalo authorize --code MÃ"


def other_state() -> str:
    return "Địa chỉ này không phải của lần xin quyền vừa rồi. Gõ baocao zalo authorize và mở địa chỉ mới được in ra."


def other_account() -> str:
    return (
        "Quyền vừa cấp là của Official Account khác với BAOCAO_ZALO_OA_ID. Chọn đúng tài khoản rồi làm lại."
    )


def refused(code: int) -> str:
    return (
        f"Zalo không nhận mã này (lỗi {code}): mã chỉ dùng một lần, trong 10 phút. Gõ lại baocao zalo authorize; vẫn "
        "vậy thì xem lại BAOCAO_ZALO_OA_APP_ID và BAOCAO_ZALO_OA_APP_SECRET. Quyền đang có (nếu có) không đổi."
    )


def unreached(place: str, why: str) -> str:
    return f"Không gọi được Zalo tại {place} ({why}). Kiểm tra mạng của máy rồi gõ lại baocao zalo authorize."


def copy_the_address() -> str:
    """The page that Zalo leads to."""
    return (
        "Đã đồng ý cấp quyền. Đồng chí chép cả địa chỉ trên thanh địa chỉ của trình duyệt, dán vào cửa sổ lệnh đang "
        "chạy baocao zalo authorize.\n"
    )
