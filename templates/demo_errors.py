"""What the simulator's interface says to a request it cannot take."""

NO_FILE = "thiếu phần «file»"
LIKENESS = "cần «likeness» là telegram, oa hoặc text, hay «buttons» là true hoặc false"
CLOCK = 'cần {"to": giờ ISO} hoặc {"advance": khoảng ISO, như PT1H}'
BACKWARDS = "đồng hồ không chạy lùi"
NOBODY = "không có người này"
NOT_JSON = "thân yêu cầu không phải JSON"
NOT_AN_OBJECT = "thân yêu cầu là một đối tượng JSON"
AFTER = "«after» là một số nguyên không âm"
NO_MESSAGE = "cần «text», «choice», hoặc «edit» kèm «text», đều là chuỗi ký tự"
NOT_MULTIPART = "thân yêu cầu không phải multipart/form-data"
TOO_FAR = "mỗi lần đồng hồ chạy tới nhiều nhất mười năm"
