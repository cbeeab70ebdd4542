"""Refusals as Zalo words them: HTTP 200 with a negative number."""

from typing import Any

from aiohttp import web

MESSAGES = {
    -32: "Your application reached limit call api",
    -100: "attachment_id was expired",
    -108: "Phone number invalid",
    -109: "Template ID invalid",
    -111: "Template data empty",
    -114: "User cannot receive message",
    -115: "Out of quota",
    -1121: "Parameter data exceeds max length",
    -1122: "Missing template parameter",
    -118: "Zalo account not existed",
    -122: "Body request is not valid JSON",
    -124: "Access token invalid",
    -127: "Test template can only be sent to administrators",
    -131: "ZNS template not approved",
    -132: "Parameter invalid",
    -133: "Cannot send ZNS at night (from 22:00 to 6:00)",
    -136: "Need connect with ZCA",
    -144: "OA exceeded daily ZNS sending limit",
    -147: "Template exceeded its daily sending limit",
    -201: "{field} is invalid!",
    -210: "{field} exceeds allowable limit",
    -211: "Out of quota",
    -213: "User has not followed OA",
    -216: "Access token is invalid",
    -218: "Out of quota receive",
    -220: "access_token is expired or removed",
    -221: "The OA needs to be verified to use this feature",
    -224: "The OA needs to upgrade OA Tier Package to use this feature",
    -227: "User is banned or has been inactive for more than 45 days",
    -230: "User has not interacted with the OA in the past 7 days",
    -232: "User has not interacted with the OA, or the last interaction has expired",
    -244: "User has restricted this type of message from your OA",
    -249: "Template does not support send via UID",
    -320: "Your app needs to connect with Zalo Cloud Account to use paid features",
    -321: "Zalo Cloud Account is out of money or unable to be charged",
}
OAUTH_NAMES = {
    # Published: -14002, -14003, -14014 (invalid refresh token). The others of this family are not published anywhere.
    -14001: "Invalid request",
    -14002: "Invalid appId",
    -14003: "Invalid redirect uri",
    -14004: "Invalid secret key",
    -14010: "Invalid authorization code",
    -14012: "Invalid code verifier",
    -14014: "Invalid refresh token",
    -14020: "Refresh token has been used or expired",
}


class Refusal(Exception):
    """What Zalo answers instead of doing it."""

    def __init__(self, code: int, field: str = "Parameter") -> None:
        self.code = code
        self.message = MESSAGES.get(code, f"Error {code}").format(field=field)
        super().__init__(f"{code}: {self.message}")


def done(data: Any) -> web.Response:
    return web.json_response({"error": 0, "message": "Success", "data": data})


def refused(code: int, field: str = "Parameter") -> web.Response:
    refusal = Refusal(code, field)
    return web.json_response({"error": refusal.code, "message": refusal.message})


def oauth_refused(code: int, description: str = "", *, quoted: bool = False) -> web.Response:
    """OAuth's own shape, without `message`; `quoted`: the number as a string, which was seen too."""
    name = OAUTH_NAMES.get(code, f"Error {code}")
    return web.json_response(
        {
            "error": str(code) if quoted else code,
            "error_name": name,
            "error_reason": description or f"{name}.",
            "error_description": description or f"{name}.",
            "ref_doc": "https://developers.zalo.me/docs/official-account",
        }
    )
