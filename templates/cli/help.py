"""The help texts of the command `baocao`, by command and by parameter."""

ROOT = "Baocao: chatbot thu số liệu báo cáo tháng của công đoàn cơ sở."

PARSE = (
    "Đọc một câu trả lời như chatbot đọc. In ra một dòng JSON: value (giá trị), ask (cần hỏi lại), "
    "missing (chưa có số liệu) hoặc error (chưa đọc được, kèm cách gõ)."
)
PARSE_KIND = "Loại số liệu: count, money, percent, pair, ratio, date hoặc yesno."
PARSE_TODAY = "Ngày dùng để hiểu “hôm nay”, “hôm qua”, dạng NĂM-THÁNG-NGÀY. Mặc định là hôm nay."
PARSE_STDIN = "Đọc nhiều câu từ đầu vào chuẩn: CSV có dòng tiêu đề kind,input."
PARSE_TEXT = "Câu cần đọc."

FORM = "Mẫu báo cáo: kiểm tra."
FORM_CHECK = "Kiểm tra một mẫu báo cáo (XLSForm dạng .xlsx hoặc .md), chỉ ra từng lỗi theo trang và dòng."
FORM_FILE = "Tệp mẫu cần kiểm tra."

DOCTOR = (
    "Khám hệ thống, chỉ ra điều cần xử lý. Xem: cơ sở dữ liệu, Telegram, Zalo, địa chỉ công khai, tệp cơ quan, "
    "mẫu báo cáo, ổ đĩa, giờ máy, phông chữ, chương trình kèm theo."
)
DOCTOR_JSON = "In kết quả dạng JSON."

ZALO = "Zalo Official Account: xin quyền gửi tin."
ZALO_AUTHORIZE = (
    "Xin quyền gửi tin của Zalo Official Account: in địa chỉ để quản trị viên mở và đồng ý, rồi nhận mã Zalo trả về. "
    "Dùng được khi baocao serve đang chạy."
)
ZALO_CODE = "Mã, hoặc cả địa chỉ Zalo chuyển đến, của lần xin quyền gần nhất; dùng trong tập lệnh."
META_CODE = "MÃ"

DB = "Cơ sở dữ liệu: tạo, cập nhật."
DB_UPGRADE = "Tạo cơ sở dữ liệu hoặc đưa lên phiên bản mới nhất."

BACKUP = (
    "Sao lưu toàn bộ cơ sở dữ liệu ra một tệp, trong khi chương trình vẫn chạy. Khôi phục được vào SQLite "
    "lẫn PostgreSQL."
)
BACKUP_OUT = "Tệp sẽ ghi; chưa được có trước. Chỉ người chạy lệnh đọc được tệp."
BACKUP_CHECK = "Chỉ kiểm tra một tệp sao lưu có còn nguyên vẹn, không cần cơ sở dữ liệu."
RESTORE = "Khôi phục một tệp sao lưu vào cơ sở dữ liệu trống."
RESTORE_FILE = "Tệp do lệnh backup ghi."

UNITS = "In danh sách đơn vị, mỗi đơn vị một dòng JSON; hoặc thêm đơn vị từ một tệp."
UNITS_LOAD = (
    "Thêm đơn vị từ tệp CSV (UTF-8) có dòng đầu code,name,kind,parent. Đơn vị đã có thì giữ nguyên; tệp sai một "
    "dòng thì chưa thêm gì."
)

INVITE = "Tạo lời mời một người vào đơn vị. In một dòng JSON có mã, đường liên kết và hạn dùng."
INVITE_UNIT = "Mã đơn vị (xem bằng lệnh baocao units)."
INVITE_ROLE = "Vai trò: chair, deputy, superior, office, leader hoặc admin."
INVITE_NAME = "Họ tên người được mời, nếu đã biết."
INVITE_PHONE = (
    "Số điện thoại người được mời, lưu dạng mã hóa: họ bấm «Gửi số điện thoại» là được nhận ra, khỏi gõ mã."
)

CAMPAIGN = "Đợt báo cáo: mở, xem tiến độ."
CAMPAIGN_OPEN = "Mở đợt báo cáo của một kỳ ngay bây giờ, bất kể hôm nay là ngày nào."
CAMPAIGN_STATUS = "Xem tiến độ một kỳ báo cáo."
CAMPAIGN_PERIOD = "Kỳ báo cáo, dạng NĂM-THÁNG, ví dụ 2023-10."

SERVE = "Chạy chính thức trên ứng dụng nhắn tin đã cấu hình (BAOCAO_TELEGRAM_TOKEN …), đến khi dừng."

DEMO = "Chạy bản dùng thử với bộ mô phỏng trò chuyện. Không cần mã của ứng dụng nhắn tin nào."
DEMO_MONTH = "Chạy thử trọn một tháng báo cáo và in lại những gì đã diễn ra."
DEMO_BAD = "Tháng có nhiều trục trặc: trả lời sai, gửi muộn, mất mạng, hai người cùng nhập."

SAMPLE = "Bộ số liệu mẫu: nạp vào cơ sở dữ liệu trống."
SAMPLE_LOAD = "Tạo cơ sở dữ liệu và nạp một bộ số liệu mẫu. Cơ sở dữ liệu đã có đơn vị thì không nạp."
SAMPLE_NAME = (
    "Tên bộ mẫu: lai-chau (tỉnh mẫu, trước kỳ tháng 10/2023) hoặc lai-chau-2023-10 (tháng 10/2023 đã gửi đủ)."
)

REPORT = "Soạn báo cáo một tháng từ số liệu hiện có, ghi ra tệp Word (và PDF nếu máy có LibreOffice)."
REPORT_OUT = "Thư mục ghi tệp; chưa có thì tạo."

DOCUMENT = "Văn bản: kiểm tra."
DOCUMENT_VERIFY = "Cho biết một tệp có phải văn bản đã phát hành không, văn bản nào; nếu không, khác ở đâu."
DOCUMENT_FILE = "Tệp cần kiểm tra."

META_FOLDER = "THƯ-MỤC"
META_TEXT = "NỘI-DUNG"
META_FILE = "TỆP"
META_KIND = "LOẠI"
META_DATE = "NGÀY"
META_CODE = "MÃ"
META_ROLE = "VAI-TRÒ"
META_NAME = "HỌ-TÊN"
META_PHONE = "SỐ"
META_PERIOD = "KỲ"
META_SAMPLE = "TÊN-BỘ-MẪU"
