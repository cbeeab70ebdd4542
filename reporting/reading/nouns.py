"""What trade unions count, and the words that go with it: data only, without any meaning for the figure.

Words whose unmarked form is a number word or a marker stand here in phrases only ("công chức", not "chức").
"""

NOUNS = """
đoàn viên, đoàn, viên, người, ng, đồng chí, đc, ông, bạn, cháu, trẻ, trẻ em, phụ nữ, nam giới, nữ giới, nam,
nữ, lao động, người lao động, nlđ, ld, lđ, cnlđ, cnvc, cnvclđ, ccvclđ, cbccvc, cbcnv, cnvcld, ccvcld, nld,
đvcđ, đv, cđv, cđ, cđcs, lđlđ, hội, công đoàn, công đoàn cơ sở, công đoàn viên, công nhân, công nhân viên,
viên chức, công chức, cán bộ, cb, cbcđ, cbđv, giáo viên, gv, nhân viên, nv, học sinh, hs, sinh viên, học
viên, hội viên, ủy viên, uỷ viên, uv, đại biểu, đb, đảng viên, bác sĩ, y tá, kỹ sư, thành viên, tổ viên,
bệnh nhân, hộ, hộ gia đình, gia đình, gđ, hoàn cảnh, hoàn cảnh khó khăn, trường hợp, th, ca, vụ, việc, cuộc,
buổi, lượt, lg, lượt người, lần, lớp, đợt, kỳ, phiên, kì, khóa, hội nghị, hội thảo, hội thi, hội diễn, hội thao,
tọa đàm, toạ đàm, giải, giải thưởng, suất, xuất, suất quà, xuất quà, phần, phần quà, phần thưởng, quà, món,
túi, túi quà, hộp, thùng, gói, bao, bịch, chiếc, cái, bộ, cặp, đôi, quả, con, cây, tấm, bức, bản, văn bản,
vb, công văn, cv, tờ, tờ trình, tờ rơi, tờ gấp, cuốn, quyển, tập, sách, sổ, sổ tiết kiệm, thẻ, tin, bài, tin
bài, bài viết, tin nhắn, bài dự thi, bài thi, báo, số báo, tạp chí, bản tin, phóng sự, phiếu, áp phích, khẩu
hiệu, pano, pa nô, băng rôn, băng zôn, panô, nhà, ngôi nhà, căn, căn nhà, căn hộ, mái ấm, nhà ở, phòng,
trường, đơn, thư, đơn thư, lá đơn, ý kiến, kiến nghị, đề xuất, sáng kiến, sk, skkn, đề tài, giải pháp, công
trình, mô hình, dự án, dự thảo, kế hoạch, nghị quyết, quyết định, qđ, chương trình, phong trào, chuyên đề,
hoạt động, nội dung, nhiệm vụ, thỏa ước, thoả ước, thỏa ước lao động, thỏa ước lao động tập thể, thỏa thuận,
thoả thuận, tưlđtt, tưlđ, tuldtt, tuld, ta tt, hợp đồng, hđ, hợp đồng lao động, hđlđ, đối thoại, cuộc đối
thoại, hội nghị người lao động, hội nghị viên chức, doanh nghiệp, dn, công ty, cty, ct, hợp tác xã, htx, xí
nghiệp, nhà máy, đơn vị, cơ quan, ban ngành, phòng ban, cơ sở, chi nhánh, xã, huyện, tỉnh, phường, thị trấn,
thôn, bản làng, tổ, nhóm, đội, đội bóng, đội văn nghệ, clb, câu lạc bộ, chi bộ, chi đoàn, tổ công đoàn,
nghiệp đoàn, ngày, ngày công, giờ, tiết, phút, tháng, năm, kg, ký lô, cân, tấn, mét, km, ha, lít, lít máu,
đơn vị máu, đv máu, máu, điểm, hạng, bậc, chỉ tiêu, danh hiệu, chiến sĩ thi đua, cstđ, lđtt, lao động tiên
tiến, bằng khen, giấy khen, bằng, giấy, cờ, cờ thi đua, kỷ niệm chương, huy chương, huân chương, bằng lao
động sáng tạo, nguồn, máy, máy tính, xe, xe đạp, sim, áo phao, cặp phao, phao, bảng, tủ, tủ sách, kênh,
trang, fanpage, video, clip, ảnh, bài báo, tai nạn, tnlđ, vụ tai nạn, ý, kiến, cấp, cấp cơ sở, cấp tỉnh, cấp
trên, cấp huyện, cấp xã, loại, phụ, vị trí, lĩnh vực, tuyến, chốt, điểm cầu, xã phường, khối, ngành, hội
đồng, ban chấp hành, bch, ubkt, ủy ban, tiểu ban, ban nữ công, nữ công
"""

# Verbs, adjectives and what else stands beside a figure without touching it.
NEUTRAL = """
phải, kết nạp, kết nạp mới, kết nạp được, phát triển, phát triển mới, phát triển được, phát triển thêm được, vào
đoàn, ra khỏi, chuyển đi, chuyển đến, chuyển, nghỉ hưu, nghỉ, thôi việc, nghỉ việc, thành lập, thành lập
mới, thành lập được, giới thiệu, tuyển, tiếp nhận, tham gia, tham dự, dự, tổ chức, tổ chức được, đã tổ chức,
tiến hành, triển khai, phát động, hưởng ứng, tuyên truyền, phổ biến, học tập, tập huấn, bồi dưỡng, đào tạo,
mở, mở lớp, thăm, thăm hỏi, thăm ốm, ốm đau, tặng, tặng quà, trao, trao tặng, trao quà, hỗ trợ, giúp đỡ, trợ
cấp, chăm lo, ủng hộ, quyên góp, đóng góp, vận động, chi, chi hết, đã chi, thu, đã thu, cấp phát, phát, phát
ra, in, in ấn, viết, đăng, đăng tải, đăng ký, công nhận, được công nhận, ký kết, ký mới, ký được, gia hạn,
sửa, sửa đổi, bổ sung, xây, xây dựng, xây mới, sửa chữa, khởi công, bàn giao, hoàn thành được, khen thưởng,
khen, biểu dương, tôn vinh, đề nghị, đề cử, trình, nộp, gửi, nhận, nhận được, giải quyết, giải quyết được,
tư vấn, tư pháp, pháp luật, pháp lý, kiểm tra, giám sát, kiểm tra giám sát, phối hợp, chỉ đạo, hướng dẫn,
ban hành, đối với, nhân dịp, nhân ngày, dịp, dịp tết, tết, trung thu, lễ hội, lễ, kỷ niệm, quốc khánh,
truyền thống, văn nghệ, văn hóa, văn hoá, thể thao, thể dục, thi đua, thi, hiến máu, tình nguyện, môi
trường, an toàn, vệ sinh, vệ sinh lao động, an toàn vệ sinh lao động, atvslđ, khó khăn, đặc biệt khó khăn,
hiểm nghèo, bệnh hiểm nghèo, nghèo, cận nghèo, khác, cũ, cao, giỏi, xuất sắc, tiên tiến, tiêu biểu, tốt,
khá, đặc biệt, thường xuyên, đột xuất, trực tiếp, gián tiếp, trực tuyến, online, offline, miễn phí, chính
thức, tạm thời, dài hạn, ngắn hạn, vay, vay vốn, vốn, cho vay, giải ngân, tiêu, mua, mua sắm, bán, trả,
nước, tỉnh ta, xã ta, địa phương, cơ sở ta, nhà nước, tư nhân, tư thục, tư tưởng, đầu tư, vật tư, đầu năm,
cuối năm, đầu tháng, giữa tháng, cuối tháng, nửa đầu tháng, sáu tháng đầu năm, trong ngày, được ký, được
thăm, được tặng, được khen, được hỗ trợ, được kết nạp, được cấp, được vay, được tập huấn, được tuyên truyền,
được nhận, làm, làm việc, thực tập, khai giảng, năm học, khai mạc, sức khỏe, khám, khám sức khỏe, khám bệnh,
tầm soát, dân chủ, quy chế, ước nguyện, tập trung, gặp mặt, giao lưu, chơi, đi, đi học, tiếp, tiếp dân, tiếp
xúc, trồng, trồng cây, dọn, dọn vệ sinh, lắp, lắp đặt, bàn, ghế, quần, áo, gạo, mì, mì tôm, sữa, dầu ăn,
bánh, kẹo, nước mắm, thuốc, khẩu trang, chăn, màn, màn hình, loa, vở, cặp sách, bút, học bổng, góc học tập,
tủ thuốc, thư viện, nhà văn hóa, sân, sân chơi, cầu, đường, giếng, điện, mồ côi, khuyết tật, bị, bị nạn, tử
vong, mất việc, chết, thương, bị thương, thiệt hại, hỏa hoạn, thiên tai, lũ, lũ lụt, bão, dịch, covid, hưu,
thai sản, sinh, sinh con, cưới, hiếu, hỷ, tang, phúng viếng, viếng, sinh nhật, thâm niên, hợp lệ, ngoài,
ngoài nhà nước, ngoài giờ, chuyên trách, không chuyên trách, bán chuyên trách, chủ chốt, trẻ tuổi, tuổi, hỏng,
hư, bà con
"""

# What happened in the month: a figure told with it is not plainly the figure of what a unit has.
EVENTS = """
hội thao, hội thi, hội diễn, văn nghệ, liên hoan, bóng chuyền, bóng đá, cầu lông, kéo co, thể thao, giải bóng,
tham quan, du lịch, dã ngoại, gặp mặt, mít tinh, tọa đàm, toạ đàm, giao lưu, thi nấu ăn, cắm hoa, khám sức khỏe, tổ
chức lễ, chúc mừng, chào mừng
"""
