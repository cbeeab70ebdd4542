"""How people take a correction back: whole messages, as data."""

UNDO = (
    "hủy sửa", "hủy sửa vừa rồi", "hủy lần sửa vừa rồi", "hủy số vừa sửa", "hủy lần sửa", "bỏ sửa vừa rồi",
    "bỏ lần sửa vừa rồi", "hủy vừa rồi", "hoàn tác", "hoàn lại", "lấy lại số cũ", "lấy lại số trước",
    "trả lại số cũ", "quay lại số cũ", "để lại số cũ", "hủy sửa đổi", "hủy sửa đổi vừa rồi", "rút lại sửa đổi",
    "ghi lại như cũ", "trả lại như cũ", "lấy lại như cũ", "để lại như cũ", "quay lại như cũ", "hoàn lại như cũ",
    "sửa lại như cũ", "cho lại như cũ", "trả về như cũ", "ghi lại số cũ", "ghi lại câu cũ", "lấy lại câu cũ",
    "trả lại câu cũ", "lấy lại lời cũ", "trả lại lời cũ",
)  # fmt: skip
