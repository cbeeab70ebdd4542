"""The settings of an installation: environment variables that begin with BAOCAO_, and PORT for the demo."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from reporting.errors import WrongUse
from templates.cli import settings as wording

PREFIX = "BAOCAO_"
_FOR_TESTS = ("BAOCAO_TEST_", "BAOCAO_WRITE_")  # what developers' tools are told
DEFAULT_DATABASE = "sqlite:///var/baocao.sqlite"
_SCHEMES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")

Port = Annotated[int, Field(ge=1, le=65535)]


def _origin(value: object) -> object:
    """An address without its last slash; ValueError unless it is http(s)://host…"""
    if not isinstance(value, str) or not value:
        return value
    if not value.startswith(("http://", "https://")) or any(c.isspace() for c in value):
        raise ValueError("not an address")
    return value.rstrip("/")


class Settings(BaseSettings):
    """What an installation is told from outside. `load` reads it, with errors a person can act on."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    database_url: str = Field(DEFAULT_DATABASE, repr=False)
    public_url: Annotated[str, BeforeValidator(_origin)] = ""
    http_host: str = "127.0.0.1"
    http_port: Port = 8080
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
    def demo_port(self) -> int:
        return self.port or self.http_port

    @property
    def database_file(self) -> Path | None:
        """Where the embedded database lies; None on PostgreSQL."""
        scheme = _SCHEMES[0]
        return Path(self.database_url.removeprefix(scheme)) if self.database_url.startswith(scheme) else None

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
