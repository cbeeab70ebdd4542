"""The settings of an installation: environment variables that begin with BAOCAO_, and PORT for the demo."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    AliasChoices,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from reporting.errors import WrongUse
from templates.cli import settings as wording

if TYPE_CHECKING:
    from storage.sealing import Sealer

PREFIX = "BAOCAO_"
_FOR_TESTS = ("BAOCAO_TEST_", "BAOCAO_WRITE_", "BAOCAO_ALL_")  # what developers' tools are told
DEFAULT_DATABASE = "sqlite:///var/baocao.sqlite"
_PROXIES = ("http://", "https://", "socks5://", "socks5h://")
_BOT_TOKEN = re.compile(r"[^\s/]{3,200}")
_SCHEMES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")

Port = Annotated[int, Field(ge=1, le=65535)]


def _origin(value: object) -> object:
    """An address without its last slash; ValueError unless it is http(s)://host…"""
    if not isinstance(value, str) or not value:
        return value
    if not value.startswith(("http://", "https://")) or any(c.isspace() for c in value):
        raise ValueError("not an address")
    return value.rstrip("/")


def _proxy(value: object) -> object:
    """The address of a proxy; ValueError unless it is one."""
    if isinstance(value, str) and value and not value.startswith(_PROXIES):
        raise ValueError("not a proxy")
    return value


def _token_like(value: SecretStr | None) -> SecretStr | None:
    """ValueError for what Telegram would not take as a secret of a webhook."""
    if value is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
        raise ValueError("not a secret")
    return value


class Settings(BaseSettings):
    """What an installation is told from outside. `load` reads it, with errors a person can act on."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    database_url: str = Field(DEFAULT_DATABASE, repr=False)
    public_url: Annotated[str, BeforeValidator(_origin)] = ""
    http_host: str = "127.0.0.1"
    http_port: Port = 8080
    metrics_host: str = "127.0.0.1"
    metrics_port: Annotated[int, Field(ge=0, le=65535)] = 9464
    telegram_token: SecretStr | None = None
    telegram_api_base: Annotated[str, BeforeValidator(_origin)] = "https://api.telegram.org"
    telegram_mode: Literal["polling", "webhook"] | None = None
    telegram_webhook_secret: Annotated[SecretStr | None, AfterValidator(_token_like)] = None
    zalo_oa_app_id: str = ""
    zalo_oa_id: str = ""
    zalo_oa_secret: SecretStr | None = None
    zalo_oa_app_secret: SecretStr | None = None
    zalo_oa_refresh_token: SecretStr | None = None
    zalo_oa_api_base: Annotated[str, BeforeValidator(_origin)] = "https://openapi.zalo.me"
    zalo_oa_oauth_base: Annotated[str, BeforeValidator(_origin)] = "https://oauth.zaloapp.com"
    zalo_oa_template_base: Annotated[str, BeforeValidator(_origin)] = "https://business.openapi.zalo.me"
    zalo_oa_sign_account: Literal["app", "oa"] = "app"
    zalo_oa_sign_secret: Literal["oa", "app"] = "oa"
    zalo_oa_sign_time: Literal["body", "header"] = "body"
    telegram_proxy: Annotated[str, BeforeValidator(_proxy)] = Field("", repr=False)
    zalo_bot_token: SecretStr | None = None
    zalo_bot_api_base: Annotated[str, BeforeValidator(_origin)] = "https://bot-api.zaloplatforms.com"
    zalo_bot_webhook_secret: Annotated[SecretStr | None, AfterValidator(_token_like)] = None
    secret_key: SecretStr | None = None
    office_file: Path | None = None
    log_format: Literal["json", "console"] = "console"
    port: Port | None = Field(None, validation_alias=AliasChoices("PORT", "port"))

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if not value.startswith(_SCHEMES):
            raise ValueError("not a database address")
        return value

    @field_validator("telegram_token", "zalo_bot_token")
    @classmethod
    def _bot_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _BOT_TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("not a token")
        return value

    @field_validator("zalo_bot_webhook_secret")
    @classmethod
    def _eight_at_least(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < 8:
            raise ValueError("too short")
        return value

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < 32:
            raise ValueError("too short")
        return value

    @field_validator("office_file")
    @classmethod
    def _there(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_file():
            raise ValueError("no such file")
        return value

    @property
    def keeps_state(self) -> bool:
        """Whether a database was named: the demo then keeps what it holds."""
        return "database_url" in self.model_fields_set

    @property
    def polls_telegram(self) -> bool:
        """Whether updates are asked for; else Telegram brings them to our public address."""
        return (self.telegram_mode or ("webhook" if self.public_url else "polling")) == "polling"

    @property
    def polls_zalo_bot(self) -> bool:
        """Whether the Bot Platform's events are asked for, which may lose one; only without a public address."""
        return not self.public_url

    @property
    def demo_port(self) -> int:
        return self.port or self.http_port

    @property
    def database_file(self) -> Path | None:
        """Where the embedded database lies; None on PostgreSQL."""
        scheme = _SCHEMES[0]
        return Path(self.database_url.removeprefix(scheme)) if self.database_url.startswith(scheme) else None

    def sealer(self) -> "Sealer | None":
        """What keeps telephone numbers; None without BAOCAO_SECRET_KEY."""
        from storage.sealing import Sealer

        return Sealer(self.secret_key.get_secret_value()) if self.secret_key is not None else None

    def base_url(self) -> str:
        """The address people reach us under, without a slash at its end."""
        host = "127.0.0.1" if self.http_host in ("0.0.0.0", "::") else self.http_host
        return self.public_url or f"http://{host}:{self.demo_port}"


def load(**given: Any) -> Settings:
    """The settings of the environment; `given` ones win. Raises WrongUse naming each wrong variable."""
    try:
        return Settings(**given)
    except ValidationError as error:
        names = dict.fromkeys(str(e["loc"][0]).lower() for e in error.errors(include_input=False))
        raise WrongUse("\n".join(wording.wrong(variable(name), name) for name in names)) from None


def variable(field: str) -> str:
    """The environment variable of a setting."""
    return "PORT" if field == "port" else PREFIX + field.upper()


def unknown_variables(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Variables with our prefix that no setting reads: most often a slip of the pen."""
    known = {variable(field) for field in Settings.model_fields}
    ours = (name for name in environment if name.startswith(PREFIX) and not name.startswith(_FOR_TESTS))
    return sorted(name for name in ours if name.upper() not in known)
