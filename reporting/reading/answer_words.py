"""What answers a yes-no question: data only. See `words.py` for the signs used."""

YES = """
có, rồi, đã, đúng, đúng rồi, đúng vậy, phải, phải rồi, vâng, ừ, ừa, uh, uk, ok, oke, okie, okê, okay, oki, ô
kê, yes, yep, y, chuẩn, chính xác, đã có, có rồi, đã làm, đã xong, xong rồi, xong, đầy đủ, đồng ý, nhất trí,
tất nhiên, dĩ nhiên, đương nhiên, chắc chắn, chắc chắn có, chắc chắn rồi, true, không sai, đã hoàn thành,
hoàn thành, =dạ vâng, vâng ạ, hoàn tất, có chứ, có mà, có luôn, có đủ, yeah, ya, dung, okela, okla
"""
# yes, if that was meant for an answer
YES_DOUBTED = """
=dạ, v, x, đủ, tốt, được, đạt
"""
NO = """
no, n, nope, false, sai, sai rồi, không đúng, ko đúng, k đúng, không phải, ko phải, k phải, chưa đâu, không
hề, chưa hề, chưa từng, không bao giờ, chưa bao giờ, kg, chưa đúng, chưa xong, kog, khog, chưa hoàn thành,
chưa tới, chưa đến, chưa kịp
"""
# under way, or to come
NOT_YET = """
kế hoạch, lên kế hoạch, có kế hoạch, mới, vừa, vừa mới, gần xong, sắp xong, một phần, phần nào, dở, dở dang
"""
