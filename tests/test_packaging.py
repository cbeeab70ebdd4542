"""The rails: what is declared is pinned by hash, and nothing names a package index."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _names(requirements: list[str]) -> set[str]:
    return {_key(re.split(r"[\[<>=!~; ]", line, maxsplit=1)[0]) for line in requirements}


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _pinned(file: str) -> dict[str, list[str]]:
    """Package → hashes."""
    pins: dict[str, list[str]] = {}
    name = ""
    for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
        if found := re.match(r"([A-Za-z0-9_.-]+)==", line):
            name = _key(found[1])
            pins[name] = []
        elif found := re.match(r"\s+--hash=(sha256:[0-9a-f]{64})", line):
            pins[name].append(found[1])
    return pins


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_all_that_is_declared_is_pinned_by_hash(file: str) -> None:
    declared = _names(PROJECT["dependencies"])
    if file == "requirements-dev.txt":
        declared |= _names(PROJECT["optional-dependencies"]["dev"])
    pins = _pinned(file)
    assert len(declared) > 10
    assert declared <= pins.keys()
    assert all(pins.values())


def test_the_two_lists_agree() -> None:
    lean, full = _pinned("requirements.txt"), _pinned("requirements-dev.txt")
    assert {name: full.get(name) for name in lean} == lean


@pytest.mark.parametrize(
    "file", ["requirements.txt", "requirements-dev.txt", "pyproject.toml", "Dockerfile", "Makefile"]
)
def test_no_package_index_is_named(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not re.search(
        r"index-url|trusted-host|find-links|https?://(?!127\.0\.0\.1)",
        text.replace("--no-emit-index-url", ""),
    )


def test_the_image_holds_every_package_of_ours() -> None:
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    packages = tool["hatch"]["build"]["targets"]["wheel"]["packages"]
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    ignore = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for package in packages:
        assert f"COPY {package} /app/{package}" in dockerfile
        assert f"!{package}" in ignore


# --- what an operator is given --------------------------------------------------------------------------------

DEPLOY = ROOT / "deploy"
COMPOSE = (DEPLOY / "docker-compose.yml").read_text(encoding="utf-8")
UNITS = sorted(path.name for path in DEPLOY.glob("*.service"))


def _block(name: str, text: str = COMPOSE) -> str:
    """What stands under a key of a YAML file, at whatever depth."""
    found = re.search(rf"^( *){re.escape(name)}:.*\n((?:\1 .*\n|\s*\n)*)", text, re.M)
    assert found is not None, name
    return found[2]


def _services() -> dict[str, str]:
    """Each service's block, with those it takes over put before it."""
    services = _block("services")
    names = re.findall(r"^  ([\w-]+):$", services, re.M)
    return {name: _merged(_block(name, services)) for name in names}


def _merged(block: str) -> str:
    if found := re.search(r"<<: \*(\w+)", block):
        return _merged(_block(f"x-{found[1]}")) + block
    return block


def test_yaml_is_indented_by_twos_and_names_nothing_that_is_not_there() -> None:
    assert "\t" not in COMPOSE
    for line in COMPOSE.splitlines():
        assert (len(line) - len(line.lstrip())) % 2 == 0, line
    for alias in re.findall(r"\*(\w+)$", COMPOSE, re.M):
        assert f"&{alias}" in COMPOSE, alias
    for volume in re.findall(r"^ +- (\w+):/", COMPOSE, re.M):
        assert f"\n  {volume}: {{}}" in COMPOSE, volume
    for file in re.findall(r"env_file: \[(.+)\]", COMPOSE):
        assert (DEPLOY / f"{file}.example").is_file(), file


def test_two_replicas_wait_for_the_tables_and_for_postgresql() -> None:
    services = _services()
    assert set(services) == {"postgres", "migrate", "replica-1", "replica-2", "proxy"}
    for name in ("replica-1", "replica-2"):
        assert "condition: service_completed_successfully" in services[name]
        assert "/readyz" in services[name]
    assert '["baocao", "db", "upgrade"]' in services["migrate"]
    assert 'restart: "no"' in services["migrate"]
    assert "pg_isready" in services["postgres"]


def test_every_service_is_watched_and_has_no_rights_to_gain() -> None:
    for name, block in _services().items():
        assert "healthcheck:" in block, name
        assert "no-new-privileges:true" in block, name
        assert name == "postgres" or "cap_drop: [ALL]" in block, name
        assert name in ("postgres", "proxy") or 'user: "10001:10001"' in block, name


def test_only_the_proxy_is_open_to_the_world() -> None:
    services = _services()
    assert [name for name, block in services.items() if "ports:" in block] == ["proxy"]
    assert "networks: [inside]" in services["postgres"]
    assert "inside" not in services["proxy"]
    assert "internal: true" in _block("inside", _block("networks", COMPOSE[COMPOSE.index("\nnetworks:") :]))


@pytest.mark.parametrize("file", ["Caddyfile", "nginx.conf.example"])
def test_a_proxy_shows_the_webhook_and_health_and_nothing_else(file: str) -> None:
    from bot.channels.telegram_web import PATH

    text = re.sub(r"^\s*#.*$", "", (DEPLOY / file).read_text(encoding="utf-8"), flags=re.M)
    assert text.count("{") == text.count("}")
    assert PATH.removeprefix("/") in text and "healthz" in text and "readyz" in text
    assert "metrics" not in text and "9464" not in text
    assert re.search(r"(respond|return) 404", text)


def test_no_secret_is_in_the_examples_and_every_setting_exists() -> None:
    from bot.settings import Settings, variable

    known = {variable(field) for field in Settings.model_fields}
    lines = (DEPLOY / "baocao.env.example").read_text(encoding="utf-8").splitlines()
    given = dict(line.lstrip("#").split("=", 1) for line in lines if re.match(r"#?BAOCAO_\w+=", line))
    assert len(given) > 5
    assert given.keys() <= known
    assert given["BAOCAO_SECRET_KEY"] == given["BAOCAO_TELEGRAM_TOKEN"] == ""
    assert "POSTGRES_PASSWORD=\n" in (DEPLOY / "postgres.env.example").read_text(encoding="utf-8")


def test_the_services_migrate_first_come_back_and_have_few_rights() -> None:
    for name in ("baocao.service", "baocao-replica@.service"):
        text = (DEPLOY / name).read_text(encoding="utf-8")
        for line in (
            "ExecStartPre=/opt/baocao/.venv/bin/baocao db upgrade",
            "Restart=on-failure",
            "User=baocao",
            "NoNewPrivileges=yes",
            "ProtectSystem=strict",
            "CapabilityBoundingSet=",
        ):
            assert line in text.splitlines(), (name, line)
        assert re.search(r"^ExecStart=.*baocao serve$", text, re.M)


@pytest.mark.parametrize("name", UNITS)
def test_systemd_reads_the_units(name: str, tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("no systemd-analyze")
    text = (DEPLOY / name).read_text(encoding="utf-8")
    unit = tmp_path / name.replace("@.", "@8081.")
    unit.write_text(text.replace("/opt/baocao/.venv/bin/baocao", "/bin/true"), encoding="utf-8")
    said = subprocess.run([program, "verify", str(unit)], capture_output=True, text=True, timeout=60)
    assert name not in said.stderr and unit.name not in said.stderr, said.stderr


def test_the_image_has_two_targets_and_runs_as_nobody_special() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    slim, full = dockerfile.split("FROM slim AS full")
    assert " AS slim" in slim and "libreoffice" not in slim
    assert "libreoffice-writer-nogui" in full and "fonts-liberation2" in full
    assert full.strip().endswith("USER 10001:10001")
    assert "/healthz" in slim and 'CMD ["baocao", "serve"]' in slim


def test_the_operators_command_takes_settings_as_they_stand(tmp_path: Path) -> None:
    """Nothing in a value is expanded, and other variables are not taken."""
    settings = tmp_path / "baocao.env"
    settings.write_text(
        "# x\nBAOCAO_SECRET_KEY=a$HOME `id` & b\nOTHER=1\nBAOCAO_HTTP_PORT=81", encoding="utf-8"
    )
    script = (DEPLOY / "baocao").read_text(encoding="utf-8")
    script = script.replace("/etc/baocao/baocao.env", str(settings))
    script = script.replace("exec runuser -u baocao -- /opt/baocao/.venv/bin/baocao", "env; echo")
    said = subprocess.run(
        ["sh", "-c", script, "baocao", "doctor"],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin"},
    )
    lines = said.stdout.splitlines()
    assert "BAOCAO_SECRET_KEY=a$HOME `id` & b" in lines and "BAOCAO_HTTP_PORT=81" in lines
    assert "OTHER=1" not in lines
    given = {"PATH": "/usr/bin:/bin", "BAOCAO_HTTP_PORT": "99"}
    said = subprocess.run(["sh", "-c", script], capture_output=True, text=True, env=given)
    assert "BAOCAO_HTTP_PORT=99" in said.stdout.splitlines()
