"""What is counted while the program runs, for Prometheus. One `Metrics` a process; tests make their own."""

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class Metrics:
    """The counters, each with its labels.

    handled    messages handled, by channel and kind of message
    sends      what became of an outbox row, by channel and outcome: sent | retried | failed | dropped
    parked     inbox rows given up after repeated failure, by channel
    handling   seconds from claiming a row to its commit, by channel
    depth      rows waiting, by queue: inbox | outbox | jobs
    oldest     seconds the oldest row has waited that could be done now, by queue; 0: there is none
    stored     updates stored that were not known before, by channel
    leader     1 while this program leads, else 0
    ticked     when the last tick of this program ended well, in seconds since 1970
    trouble    seconds a messenger has not been reached, or refuses us, by channel; 0: all is well
    disk       bytes free where the database lies
    """

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.handled = Counter(
            "baocao_handled_messages_total", "Messages handled", ["channel", "kind"], registry=self.registry
        )
        self.sends = Counter(
            "baocao_outbox_sends_total",
            "Outbox rows by outcome",
            ["channel", "outcome"],
            registry=self.registry,
        )
        self.parked = Counter(
            "baocao_parked_rows_total", "Inbox rows given up", ["channel"], registry=self.registry
        )
        self.handling = Histogram(
            "baocao_handling_seconds",
            "Seconds to handle one message",
            ["channel"],
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.depth = Gauge("baocao_queue_depth", "Rows waiting", ["queue"], registry=self.registry)
        self.oldest = self._gauge(
            "baocao_queue_oldest_seconds", "Seconds the oldest due row has waited", "queue"
        )
        self.stored = Counter(
            "baocao_stored_updates_total", "Updates stored", ["channel"], registry=self.registry
        )
        self.leader = self._gauge("baocao_leader", "Whether this program leads")
        self.ticked = self._gauge(
            "baocao_tick_last_success_seconds", "When the last tick ended well, Unix time"
        )
        self.trouble = self._gauge("baocao_messenger_trouble_seconds", "Seconds of trouble so far", "channel")
        self.disk = self._gauge("baocao_disk_free_bytes", "Bytes free")

    def _gauge(self, name: str, help_text: str, *labels: str) -> Gauge:
        return Gauge(name, help_text, labels, registry=self.registry)

    def page(self) -> tuple[bytes, str]:
        """The body of /metrics and its content type."""
        return generate_latest(self.registry), CONTENT_TYPE_LATEST
