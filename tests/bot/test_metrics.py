"""Metrics: each installation of counters stands alone and prints what was counted."""

from bot.metrics import Metrics


def test_what_is_counted_is_printed() -> None:
    metrics, other = Metrics(), Metrics()
    metrics.handled.labels("telegram", "text").inc()
    metrics.sends.labels("telegram", "sent").inc(2)
    metrics.parked.labels("telegram").inc()
    metrics.handling.labels("telegram").observe(0.004)
    metrics.depth.labels("inbox").set(3)
    body, media_type = metrics.page()
    lines = body.decode().splitlines()
    assert media_type.startswith("text/plain")
    assert 'baocao_handled_messages_total{channel="telegram",kind="text"} 1.0' in lines
    assert 'baocao_outbox_sends_total{channel="telegram",outcome="sent"} 2.0' in lines
    assert 'baocao_parked_rows_total{channel="telegram"} 1.0' in lines
    assert 'baocao_handling_seconds_bucket{channel="telegram",le="0.005"} 1.0' in lines
    assert 'baocao_queue_depth{queue="inbox"} 3.0' in lines
    assert b'channel="telegram"' not in other.page()[0]
