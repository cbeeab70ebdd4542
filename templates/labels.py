"""The words on buttons."""

LABELS = {
    "yes": "Có",
    "no": "Không",
    "none": "Không có",
    "zeros": "Các mục này đều không",
    "skip": "Bỏ qua",
    "ticked": "✓ ",
    "unticked": "",
    "done": "Xong",
    "start": "Bắt đầu",
    "resume": "Tiếp tục",
    "zero": "Không phát sinh",
    "later": "Để sau",
    "send": "Gửi báo cáo",
    "fix": "Sửa",
    "fill": "Điền nốt",
    "confirm": "Đúng vậy",
    "mine": "Đúng",
    "not_mine": "Không phải tôi",
    "keep": "Giữ nguyên số",
    "other": "Gõ lại",
    "view": "Xem lại",
    "do_return": "Trả lại",
    "cancel": "Thôi",
    "enter_for": "Nhập hộ",
    "task_done": "Đã xong",
    "amend": "Sửa vào báo cáo",
    "next_month": "Ghi chú kỳ sau",
    "nudge": "Nhắc các đơn vị này",
    "submit_paper": "Trình lãnh đạo",
    "compose_again": "Soạn lại",
    "approve_paper": "Phê duyệt",
    "approve_sure": "phê duyệt",
    "return_paper": "Trả lại",
    "paper_details": "Xem chi tiết",
    "issue_paper": "Cấp số",
    "issue_sure": "Đồng ý",
    "attach_scan": "Gắn bản ký",
    "progress": "Tiến độ",
    "totals": "Tổng hợp",
}


def label(key: str) -> str:
    """The label of a button. Raises KeyError for one that has none."""
    return LABELS[key]
