"""The fake Official Account: OAuth v4."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from tests.fakes.zalo.clock import DAY, HOUR, Clock
from tests.fakes.zalo.oa import FakeOA
from tests.fakes.zalo.peer import Peer
from tests.fakes.zalo.tokens import challenge_of


@pytest.fixture
def oa() -> Iterator[FakeOA]:
    with FakeOA(Clock()) as fake:
        yield fake


@pytest.fixture
def peer() -> Iterator[Peer]:
    one = Peer()
    yield one
    one.close()


def exchange(oa: FakeOA, peer: Peer, secret: str = "app-secret", **fields: str) -> dict[str, object]:
    form = {"app_id": oa.app_id, **fields}
    answer = peer.form(oa.oauth + "/v4/oa/access_token", form, {"secret_key": secret})
    assert isinstance(answer, dict)
    return answer


def refresh(oa: FakeOA, peer: Peer, token: str) -> dict[str, object]:
    return exchange(oa, peer, grant_type="refresh_token", refresh_token=token)


def asked(oa: FakeOA, peer: Peer, token: str) -> int:
    answer = peer.get(oa.api + "/v2.0/oa/getoa", token)
    return int(answer["error"])


def test_a_code_is_exchanged_once_with_its_verifier(oa: FakeOA, peer: Peer) -> None:
    verifier = "v" * 43
    fields = {"grant_type": "authorization_code", "code_verifier": verifier}
    code = oa.issue_code(challenge_of(verifier))
    pair = exchange(oa, peer, code=code, **fields)
    assert pair["expires_in"] == "90000"
    assert asked(oa, peer, str(pair["access_token"])) == 0
    assert exchange(oa, peer, code=code, **fields)["error"] == -14010
    other = oa.issue_code(challenge_of("w" * 43))
    assert exchange(oa, peer, code=other, **fields)["error_name"] == "Invalid code verifier"
    late = oa.issue_code()
    oa.advance(600)
    assert exchange(oa, peer, code=late, **fields)["error"] == -14010


def test_pkce_follows_the_rfc() -> None:
    # The pair of RFC 7636, appendix B.
    assert challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == (
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    )


def test_the_permission_page_leads_back_with_a_code(oa: FakeOA, peer: Peer) -> None:
    oa.tokens.callback_url = "http://127.0.0.1/back"
    page = oa.oauth + "/v4/oa/permission"
    back = peer.redirect(page, app_id=oa.app_id, redirect_uri="http://127.0.0.1/back", state="s1")
    given = parse_qs(urlsplit(back).query)
    assert (given["state"], given["oa_id"]) == (["s1"], [oa.oa_id])
    assert "access_token" in exchange(oa, peer, grant_type="authorization_code", code=given["code"][0])
    assert peer.get(page, app_id=oa.app_id, redirect_uri="http://127.0.0.1/other")["error"] == -14003


def test_a_refresh_token_works_once(oa: FakeOA, peer: Peer) -> None:
    first = oa.grant()
    second = refresh(oa, peer, first.refresh)
    assert second["refresh_token"] != first.refresh
    again = refresh(oa, peer, first.refresh)
    assert again["error"] == -14014 and again["error_name"] == "Invalid refresh token"
    assert "access_token" not in again and "message" not in again
    assert "access_token" in refresh(oa, peer, str(second["refresh_token"]))
    assert oa.tokens.refreshes == 2
    oa.tokens.reused_code, oa.tokens.quoted_errors = -14020, True
    assert refresh(oa, peer, first.refresh)["error"] == "-14020"


def test_tokens_have_lives(oa: FakeOA, peer: Peer) -> None:
    pair = oa.grant()
    oa.advance(25 * HOUR - 1)
    assert asked(oa, peer, pair.access) == 0
    oa.advance(1)
    assert asked(oa, peer, pair.access) == -216
    assert asked(oa, peer, "strange") == -220
    assert peer.get(oa.api + "/v2.0/oa/getoa")["error"] == -220
    assert peer.post(oa.template + "/message/template", {}, pair.access)["error"] == -124
    oa.advance(90 * DAY - 25 * HOUR)
    assert refresh(oa, peer, pair.refresh)["error"] == -14014


def test_a_withdrawn_grant_is_dead(oa: FakeOA, peer: Peer) -> None:
    pair = oa.grant()
    oa.tokens.revoke()
    assert asked(oa, peer, pair.access) == -220
    assert refresh(oa, peer, pair.refresh)["error"] == -14014


def test_the_exchange_is_strict(oa: FakeOA, peer: Peer) -> None:
    pair = oa.grant()
    fields = {"grant_type": "refresh_token", "refresh_token": pair.refresh}
    assert exchange(oa, peer, secret="other", **fields)["error_name"] == "Invalid secret key"
    assert exchange(oa, peer, app_id="1", **fields)["error"] == -14002
    assert exchange(oa, peer, grant_type="password")["error"] == -14001
    json = peer.post(oa.oauth + "/v4/oa/access_token", fields, headers={"secret_key": "app-secret"})
    assert json["error"] == -14001
    assert "access_token" in refresh(oa, peer, pair.refresh)


def test_an_answer_lost_on_the_way_costs_the_grant(oa: FakeOA, peer: Peer) -> None:
    pair = oa.grant()
    oa.fail("/v4/oa/access_token", "drop_after")
    with pytest.raises(aiohttp.ClientError):
        refresh(oa, peer, pair.refresh)
    assert refresh(oa, peer, pair.refresh)["error"] == -14014
    oa.fail("/v4/oa/access_token", -14004)
    assert refresh(oa, peer, oa.grant().refresh)["error_name"] == "Invalid secret key"
