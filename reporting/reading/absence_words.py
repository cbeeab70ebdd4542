"""How people say that there is no figure yet: data only. "không biết", "chưa nắm được", "đang chờ kế toán".

NEGATIONS stand before KNOWING and COLLECTING, WAITING before AWAITED; the others are whole.
"""

NEGATIONS = """
không, ko, k, kh, khg, kg, kô, hok, hông, hong, hổng, hem, hk, chưa, chẳng, chả, không hề, vẫn chưa, hiện
chưa
"""
# what one knows, or not
KNOWING = """
biết, biết được, rõ, rõ lắm, biết rõ, nhớ, nhớ rõ, nhớ nữa, nắm, nắm được, nắm đc, nắm dc, nắm rõ, nắm số,
nắm số liệu, nắm được số liệu, nắm hết, nắm chắc, chắc, chắc lắm, chắc chắn, có số liệu, có số, có số lượng,
có dữ liệu, có thông tin, có con số, có kết quả, có báo cáo, có tổng hợp, có thống kê, có ai báo, có ai gửi,
đủ số liệu, có đủ số liệu, có đủ, thấy số liệu, ra số, ra số liệu, xác định, xác định được, xác minh, xác
minh được, tìm thấy, tìm thấy số liệu, tìm được, có sổ sách, có hồ sơ, có căn cứ, có chính xác, có số chính
xác, có số cụ thể, có cụ thể, cụ thể, thống nhất, có câu trả lời, trả lời được, trả lời đc, có liệu, có sl,
hay, tường, được rõ
"""
# what one has done to know; to a yes-no question "chưa kiểm tra" is a no
COLLECTING = """
thống kê, thống kê được, thống kê xong, tổng hợp, tổng hợp được, tổng hợp xong, tổng hợp kịp, cập nhật, cập
nhật được, cập nhật số liệu, tính, tính được, tính xong, tính toán, tính ra, đếm, đếm được, đếm xong, kiểm
tra, kiểm tra được, kiểm, kiểm đếm, rà, rà soát, rà soát xong, rà xong, chốt, chốt số, chốt số liệu, chốt
được, chốt xong, chốt sổ, thu thập, thu thập được, thu thập xong, nhận, nhận được, nhận được báo cáo, nhận
được số liệu, thấy báo, thấy báo cáo, thấy gửi, được báo, được báo cáo, báo, báo cáo, báo số, báo lại, gửi,
gửi về, gửi lên, gửi số, gửi số liệu, cung cấp, hỏi, hỏi được, hỏi kịp, kịp, kịp tổng hợp, kịp thống kê, kịp
làm, làm kịp, theo dõi, theo dõi được, lấy được, lấy số, quyết toán, quyết toán xong, đối chiếu, đối chiếu
xong, xin được, tập hợp, tập hợp được, nộp, về, đủ, xong
"""
WAITING = """
chờ, đợi
"""
AWAITED = """
kế toán, số liệu, số, báo cáo, thống kê, tổng hợp, cấp trên, đơn vị, cơ sở, xác nhận, duyệt, kết quả, chốt,
chốt số, phòng, trường, công ty, giám đốc, chủ tịch, thủ quỹ, thủ kho, quyết toán, quyết định, danh sách,
file, em, anh, chị, các, bên, văn phòng
"""
BUSY = """
=chờ, =đợi, đang chờ, đang đợi, còn chờ, còn đợi, phải chờ, phải đợi, vẫn chờ, vẫn đang chờ, đang tổng hợp,
còn tổng hợp, đang thống kê, đang kiểm tra, đang hỏi, đang rà soát, đang rà, đang cập nhật, đang tính, đang
tính toán, đang đếm, đang xin, đang thu thập, đang lấy, đang liên hệ, đang tìm, đang xác minh, đang đối
chiếu, đang kiểm đếm, đang xin số, đang làm báo cáo, đang xin số liệu, đang xác định, đang quyết toán, đang
tập hợp, đang chốt, để hỏi, để em hỏi, để hỏi lại, để tôi hỏi, để xem lại, để kiểm tra, để kiểm tra lại, để
em kiểm tra, để em xem, để xem, để tính, để em xem lại, để tổng hợp, hỏi lại sau, báo sau, sẽ báo sau, sẽ
báo lại, báo lại sau, bổ sung sau, sẽ bổ sung, gửi sau, sẽ gửi sau, trả lời sau, cập nhật sau, sẽ cập nhật,
sẽ cập nhật sau, phải hỏi, phải hỏi lại, phải hỏi kế toán, hỏi kế toán, cần hỏi lại, cần kiểm tra, cần kiểm
tra lại, cần rà soát, xin khất, khất, tính sau, để sau, nói sau
"""
LOST = """
quên, quên rồi, quên mất, quên mất rồi, mất số liệu, thiếu số liệu, không có số liệu, chịu, bó tay, chịu
thôi, chịu rồi, số liệu chưa về, số liệu chưa có, số liệu chưa đủ, chưa có báo cáo, kế toán chưa gửi, kế
toán chưa báo, ai mà biết, sao biết, biết đâu, sao biết được, làm sao biết, làm sao biết được, không thể
biết, không thể nắm, chưa thể xác định, không thể xác định, chưa thể thống kê, không thể thống kê, thất lạc,
thất lạc số liệu
"""
