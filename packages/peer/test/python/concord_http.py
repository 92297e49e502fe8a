"""The protocol's calls over HTTP, both sides (section 4), and the loop that pulls (section 5)."""

import http.client
import http.server
import ipaddress
import json
import random
import re
import socket
import ssl
import sys
import threading
import urllib.parse

import concord_jws as jws
import concord_protocol as protocol
from concord_jws import Refused, need

TIMEOUT, RESIGN = 20, 3600
POLL, FIRST_WAIT, LONGEST_WAIT = 300, 15, 6 * 3600


class Absent(Refused):
    """It answered that it has no such thing."""

    def __init__(self):
        super().__init__("unreachable")


def connect(url, development):
    """Outside development only https, and only to an address that is nobody's private one."""
    need(url.scheme == "https" or (development and url.scheme == "http"), "unreachable")
    port = url.port or (443 if url.scheme == "https" else 80)
    for *_, address in socket.getaddrinfo(url.hostname, port, type=socket.SOCK_STREAM):
        if development or ipaddress.ip_address(address[0]).is_global:
            # The very address that was looked at: a second look-up might give another.
            plain = socket.create_connection(address[:2], TIMEOUT)
            if url.scheme == "http":
                return plain
            return ssl.create_default_context().wrap_socket(plain, server_hostname=url.hostname)
    raise Refused("unreachable")


def call(address, method, media_type, limit, development, authorization=None, body=None):
    """The answer's bytes; no redirect is followed. Without a media type none is expected."""
    url = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection(url.netloc, timeout=TIMEOUT)
    headers = {"Authorization": authorization} if authorization else {}
    if body is not None:
        headers["Content-Type"] = "application/json"
    try:
        connection.sock = connect(url, development)
        connection.request(method, url.path + (f"?{url.query}" if url.query else ""), body, headers)
        answer = connection.getresponse()
        data = answer.read(limit + 1)
    except (OSError, http.client.HTTPException):
        raise Refused("unreachable") from None
    finally:
        connection.close()
    kind = (answer.headers.get("Content-Type") or "").split(";")[0].strip()
    if answer.status == 404:
        raise Absent
    if answer.status >= 300:
        raise Refused(reason_of(data) if answer.status in (401, 422) else "unreachable")
    need(media_type in (None, kind), "unreachable")
    need(len(data) <= limit, "too-large")
    return data


def reason_of(data):
    try:
        return re.fullmatch(r"federation\.([a-z-]+)", json.loads(data)["code"])[1]
    except (ValueError, KeyError, TypeError):
        return "unreachable"


def shown(item):
    return item is not None and item["status"] in ("live", "withdrawn")


class Server:
    """One member at work: what the handler of each request needs, and a loop for each peer."""

    def __init__(self, member):
        self.member, self.lock = member, threading.Lock()
        self.point, self.seen, self.loops, self.failing = None, {}, {}, set()

    def checkpoint(self, code):
        """Ours is signed anew when the feed or the registry changed, and at least hourly."""
        member = self.member
        if code != member.code:
            return member.feed(code)["checkpoint"]
        with self.lock:
            now = (len(member.feed(code)["entries"]), member.registry()["version"])
            if not self.point or self.point[0] != now or member.now() - self.point[1] > RESIGN:
                self.point = (now, member.now(), member.sign_checkpoint())
            return self.point[2]

    def page(self, code, query):
        """Only entries that were verified are kept at all."""
        epoch, after, limit = [int(query.get(name, [usual])[0]) for name, usual in PAGE]
        if after < 0 or not 1 <= limit <= protocol.PAGE_ENTRIES:
            raise ValueError
        page, size, items = {"entries": [], "bodies": {}}, 0, self.member.items(code)
        for text in self.member.feed(code)["entries"][after:][:limit]:
            entry = jws.parse(jws.unb64url(text.split(".")[1]))
            if entry["epoch"] != epoch or size + len(text) > protocol.PAGE_LIMIT:
                break
            page["entries"].append(text)
            size += len(text)
            revisions = items[entry["item"]]["revisions"].values() if shown(items.get(str(entry.get("item")))) else []
            data = self.member.read("blobs", entry["body"]["sha256"]) if entry in revisions else None
            if data and size + len(data) <= protocol.PAGE_LIMIT:
                page["bodies"][entry["body"]["sha256"]] = data.decode()
                size += len(data)
        return page

    def blob(self, digest):
        entries = [entry for item in self.member.all_items() if shown(item) for entry in item["revisions"].values()]
        named = {file["sha256"] for entry in entries for file in [entry["body"], *entry.get("blobs", [])]}
        return self.member.read("blobs", digest) if digest in named else None

    def judge(self, method, target, authorization, body):
        """Who asks. A POST counts once."""
        member = self.member
        need((authorization or "").startswith("Concord "))
        request = {"audience": member.code, "method": method, "url": member.base_url + target, "body": body}
        said = protocol.verify_request(authorization[8:], request, member.registry(), member.net, member.now())
        with self.lock:
            self.seen = {key: iat for key, iat in self.seen.items() if iat >= member.now() - 2 * protocol.SKEW}
            key = (said["iss"], said["jti"])
            need(method != "POST" or key not in self.seen, "replayed-request")
            if method == "POST":
                self.seen[key] = said["iat"]
        if said["iss"] in self.failing:
            self.wake(said["iss"])
        return said["iss"]

    def wake(self, code):
        if code in self.loops:
            self.loops[code].set()

    def take_receipt(self, issuer, text):
        member = self.member
        said = protocol.verify_receipt(text, member.code, member.registry(), member.net, member.now())
        need(said["iss"] == issuer, "unknown-key")
        member.write(text.encode(), "receipts", f"{issuer}.jws")

    def watch(self):
        """A loop for each member, those who join later included; none delays another."""
        while True:
            for one in self.member.registry()["members"] if self.member.read("registry.json") else []:
                if one["code"] not in (self.member.code, *self.loops) and one["status"] != "suspended":
                    self.loops[one["code"]] = threading.Event()
                    threading.Thread(target=self.keep_pulling, args=(one["code"],), daemon=True).start()
            threading.Event().wait(1)

    def keep_pulling(self, code):
        failures = 0
        while True:
            try:
                self.member.pull(code)
                self.failing.discard(code)
                failures, wait = 0, POLL * random.uniform(0.8, 1.2)
            except Refused as refused:
                print(f"{code}: {refused.reason}", file=sys.stderr, flush=True)
                self.failing.add(code)
                failures, wait = failures + 1, min(FIRST_WAIT * 2 ** min(failures, 20), LONGEST_WAIT)
            self.loops[code].wait(wait)
            self.loops[code].clear()


PAGE = [("epoch", "1"), ("after", "0"), ("limit", str(protocol.PAGE_ENTRIES))]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version, timeout = "HTTP/1.1", TIMEOUT
    server_version, sys_version = "concord", ""

    def log_message(self, *_):
        """Requests are not logged: nobody needs a trace of who asked."""

    def do_GET(self):
        self.answer("GET", None)

    def do_POST(self):
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > 64 * jws.KIB:
            self.close_connection = True
            return self.problem(413, "too-large")
        return self.answer("POST", self.rfile.read(int(length)))

    def answer(self, method, body):
        server, url = self.server.concord, urllib.parse.urlsplit(self.path)
        path = url.path.removeprefix("/federation/v1").strip("/").split("/")
        if method == "GET" and path[0] in ("root", "registry"):
            return self.trust(path)
        try:
            issuer = server.judge(method, self.path, self.headers.get("Authorization"), body)
        except Refused as refused:
            return self.problem(401, refused.reason)
        try:
            return self.member_call(method, path, urllib.parse.parse_qs(url.query), issuer, body)
        except Refused as refused:
            return self.problem(422, refused.reason)
        except ValueError:
            return self.problem(400, "malformed")

    def trust(self, path):
        member, data = self.server.concord.member, None
        if path == ["registry"]:
            data = member.read("registry.json")
        elif len(path) == 2 and re.fullmatch(r"[1-9][0-9]{0,8}", path[1]):
            data = member.read("roots", f"{path[1]}.json")
        return self.found(data, "application/jose+json")

    def member_call(self, method, path, query, issuer, body):
        server = self.server.concord
        codes = [one["code"] for one in server.member.registry()["members"]]
        match (method, *path):
            case ("GET", "feeds", code, "checkpoint") if code in codes:
                text = server.checkpoint(code)
                return self.found(text and text.encode(), "application/jose")
            case ("GET", "feeds", code, "entries") if code in codes:
                return self.found(jws.write_json(server.page(code, query)), "application/json")
            case ("GET", "blobs", digest) if jws.is_hash(digest):
                return self.ranged(server.blob(digest))
            case ("POST", "hints"):
                said = jws.read_json(body)
                need(isinstance(said, dict) and jws.is_text(said.get("feed")) and jws.whole(said.get("seq")))
                if said["feed"] != issuer:
                    return self.problem(403, "not-your-feed")
                server.wake(issuer)
                return self.send(202)
            case ("POST", "receipts"):
                said = jws.read_json(body)
                need(isinstance(said, dict) and jws.is_text(said.get("receipt")))
                server.take_receipt(issuer, said["receipt"])
                return self.send(204)
        return self.problem(404, "not-found")

    def found(self, data, media_type):
        if data is None:
            return self.problem(404, "not-found")
        tag = f'"{jws.sha256(data)}"'
        if self.headers.get("If-None-Match") == tag:
            return self.send(304, headers={"ETag": tag})
        return self.send(200, data, media_type, {"ETag": tag})

    def ranged(self, data):
        kind = "application/octet-stream"
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if data is None or not wanted:
            return self.problem(404, "not-found") if data is None else self.send(200, data, kind)
        first, last = int(wanted[1]), min(int(wanted[2] or len(data)), len(data) - 1)
        if first > last:
            return self.send(416, headers={"Content-Range": f"bytes */{len(data)}"})
        return self.send(206, data[first : last + 1], kind, {"Content-Range": f"bytes {first}-{last}/{len(data)}"})

    def problem(self, status, reason):
        about = {"type": "about:blank", "title": "Refused", "status": status, "code": f"federation.{reason}"}
        return self.send(status, jws.write_json(about), "application/problem+json")

    def send(self, status, data=b"", media_type=None, headers=None):
        self.send_response(status)
        for name, value in {**(headers or {}), **({"Content-Type": media_type} if media_type else {})}.items():
            self.send_header(name, value)
        if status not in (204, 304):
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def serve(member, host, port):
    server = http.server.ThreadingHTTPServer((host, port), Handler)
    server.concord = Server(member)
    print(f"{member.code} listens on port {server.server_port}", flush=True)
    threading.Thread(target=server.concord.watch, daemon=True).start()
    server.serve_forever()
