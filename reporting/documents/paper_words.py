"""The words by which a pasted line says what kind of paper it names, as data."""

from reporting.documents.model import ListName

# fmt: off
KINDS: dict[ListName, tuple[str, ...]] = {
    "reports": ("báo cáo", "bc", "các báo cáo", "báo cáo kết quả", "bao cao", "cac bao cao"),
    "plans": ("kế hoạch", "kh", "các kế hoạch", "ke hoach"),
    "letters": ("công văn", "cv", "các công văn", "cong van"),
    "guides": ("hướng dẫn", "hd", "các hướng dẫn", "huong dan"),
    "decisions": ("quyết định", "qđ", "các quyết định", "quyet dinh", "qd"),
    "others": (
        "thông báo", "tb", "các thông báo", "tờ trình", "ttr", "các tờ trình", "chương trình", "nghị quyết", "nq",
        "giấy mời", "giấy giới thiệu", "quy chế", "quy định", "đề án", "phương án", "biên bản", "hợp đồng", "chỉ thị",
        "kết luận", "thư kêu gọi", "lời kêu gọi", "văn bản khác", "các văn bản khác", "khác", "loại khác",
    ),
}
# Of these the kind itself is no part of what is printed; of other kinds it is.
NAMELESS = ("văn bản khác", "các văn bản khác", "khác", "loại khác")
# What a line that begins with it, in capitals, surely is, whatever heading stands above: «Thông báo kết luận …».
ANNOUNCING = ("thông báo", "tờ trình", "giấy mời", "biên bản", "chỉ thị", "nghị quyết")
ISSUING = ("ban hành", "đã ban hành", "triển khai ban hành", "xây dựng và ban hành", "các văn bản")
ABOUT = ("về việc", "v/v", "về")

OPINION_OPENINGS = (
    "tham gia ý kiến đối với", "tham gia ý kiến vào", "tham gia ý kiến", "tham gia vào", "tham gia góp ý vào",
    "tham gia góp ý", "góp ý kiến vào", "góp ý kiến", "góp ý đối với", "góp ý vào", "góp ý", "cho ý kiến vào",
    "cho ý kiến", "đối với", "các dự thảo", "dự thảo", "bản dự thảo",
)
# fmt: on
