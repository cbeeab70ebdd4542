"""The calls a program makes to the fake account, for the fakes' own tests."""

from typing import Any

from tests.fakes.zalo.oa import FakeOA
from tests.fakes.zalo.peer import Peer
from tests.fakes.zalo.phone import OAPerson


class Desk:
    """The calls a program makes, with a token that works."""

    def __init__(self, oa: FakeOA, peer: Peer) -> None:
        self.oa, self.peer, self.token = oa, peer, oa.grant().access

    def cs(self, person: OAPerson, **message: Any) -> Any:
        body = {"recipient": {"user_id": person.user_id}, "message": message}
        return self.peer.post(self.oa.api + "/v3.0/oa/message/cs", body, self.token)

    def upload(self, kind: str, name: str, content: bytes, field: str = "file") -> Any:
        return self.peer.upload(f"{self.oa.api}/v2.0/oa/upload/{kind}", name, content, self.token, field)
