"""Two small proxies on loopback: HTTP, and SOCKS5 without a password. They note who was asked for."""

import asyncio
from contextlib import suppress
from urllib.parse import urlsplit


class Proxy:
    """A server that passes connections on. `seen` lists the places asked for, as host:port."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.port = 0
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._safely, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        assert self._server is not None
        self._server.close()

    async def _safely(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):  # the caller went away, as callers do
            await self.serve(reader, writer)
        writer.close()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Find out where a caller wants to go, and `pass_on`."""
        raise NotImplementedError

    async def pass_on(
        self, place: tuple[str, int], reader: asyncio.StreamReader, writer: asyncio.StreamWriter, first: bytes
    ) -> None:
        """Connect, send `first`, and carry bytes both ways until one side ends."""
        self.seen.append(f"{place[0]}:{place[1]}")
        there, back = await asyncio.open_connection(*place)
        back.write(first)
        ways = [asyncio.create_task(_carry(reader, back)), asyncio.create_task(_carry(there, writer))]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        back.close()


async def _carry(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while part := await source.read(65536):
        target.write(part)
        await target.drain()


class HttpProxy(Proxy):
    """Takes requests whose first line names the whole address."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        method, address, version = (await reader.readline()).split()
        parts = urlsplit(address.decode())
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        line = b" ".join((method, path.encode(), version)) + b"\r\n"
        await self.pass_on((parts.hostname or "", parts.port or 80), reader, writer, line)


class SocksProxy(Proxy):
    """SOCKS5 (RFC 1928): no authentication, CONNECT to an IPv4 address or a name."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _, count = await reader.readexactly(2)
        await reader.readexactly(count)
        writer.write(b"\x05\x00")
        _, _, _, kind = await reader.readexactly(4)
        if kind == 1:
            host = ".".join(str(byte) for byte in await reader.readexactly(4))
        else:
            (length,) = await reader.readexactly(1)
            host = (await reader.readexactly(length)).decode()
        port = int.from_bytes(await reader.readexactly(2), "big")
        writer.write(b"\x05\x00\x00\x01" + bytes(6))
        await self.pass_on((host, port), reader, writer, b"")
