"""One member: what it keeps in a folder, what it pulls and what it publishes (PROTOCOL.md, sections 2, 3 and 5).

Left out, as the text allows a small member: mirrors as sources, resuming a broken download, and holding publications
back while the registry is expired.
"""

import contextlib
import fcntl
import json
import mimetypes
import os
import time
import uuid

import concord_http
import concord_jws as jws
import concord_protocol as protocol
import concord_trust as trust
from concord_jws import Refused, need

REFRESH = {"unknown-member", "suspended-member", "unknown-key", "key-out-of-range", "wrong-epoch"}
QUARANTINE = {"rollback", "split-view"}
EMPTY = {"entries": [], "applied": 0, "checkpoint": None, "quarantine": None, "void": []}


def payload_of(text):
    return jws.parse(jws.unb64url(text.split(".")[1]))


def chain_of(texts):
    """Stored entries as the effects are computed from them: a statement that says nonsense has none."""
    chain = []
    for text in texts:
        entry = payload_of(text)
        place = {"epoch": entry["epoch"], "seq": entry["seq"], "sha256": jws.sha256(text.encode())}
        try:
            protocol.check_statement(entry)
        except Refused:
            entry = None
        chain.append({**place, "entry": entry})
    return chain


def head_of(texts):
    return jws.sha256(texts[-1].encode()) if texts else trust.NO_HEAD


def files_of(entry):
    return [entry["body"], *entry.get("blobs", [])]


class Member:
    def __init__(self, folder, clock=time.time):
        self.folder, self.clock = folder, clock
        about = json.loads(self.read("member.json"))
        self.net, self.code, self.base_url = about["net"], about["code"], about["baseUrl"]
        self.development, self.key = about["development"], self.path("key.pem")

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def now(self):
        return int(self.clock())

    def read(self, *parts):
        with contextlib.suppress(FileNotFoundError), open(self.path(*parts), "rb") as file:
            return file.read()
        return None

    def write(self, data, *parts):
        """Whole or not at all: whoever reads meanwhile sees the file before or the file after."""
        name = self.path(*parts)
        with open(f"{name}.{uuid.uuid4().hex}", "wb") as file:
            file.write(data)
        os.replace(file.name, name)

    @contextlib.contextmanager
    def locked(self):
        """One writer of feeds at a time, be it this process or another on the folder."""
        with open(self.path("lock"), "wb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    # Trust. What stands in the folder was verified before it was written; `verify_all` does it again.

    def root(self):
        versions = [int(name.removesuffix(".json")) for name in os.listdir(self.path("roots"))]
        if not versions:
            return None
        text = self.read("roots", f"{max(versions)}.json").decode()
        return trust.root_of(jws.read_general(text, "concord-root+jws")[0])

    def registry(self):
        text = self.read("registry.json")
        need(text, "unreachable")
        payload, _ = jws.read_general(text.decode(), "concord-registry+jws")
        return {**jws.read_json(payload), "sha256": jws.sha256(payload)}

    def us(self):
        return trust.member_of(self.registry(), self.code)

    def refresh(self, base_url):
        """Step 0: every root after ours, one by one, then the registry, all from one server."""
        root = self.root()
        with contextlib.suppress(concord_http.Absent):
            while True:
                version = root["version"] + 1 if root else 1
                text = self.ask(base_url, f"/root/{version}")
                root = trust.verify_root(text, self.net, root)
                self.write(text.encode(), "roots", f"{version}.json")
        need(root, "unreachable")
        text = self.ask(base_url, "/registry")
        held = self.registry() if self.read("registry.json") else None
        registry = trust.verify_registry(text, root, self.net, held)
        self.write(text.encode(), "registry.json")
        for member in registry["members"]:
            self.settle(member)

    def settle(self, member):
        """Takes a feed back to where the registry closes an epoch: what was stored beyond is void."""
        with self.locked():
            feed = self.feed(member["code"])
            held = feed["quarantine"]
            if held and "close" in member["epochs"][held["epoch"] - 1]:
                feed["quarantine"] = None
            cut = protocol.find_cut(member, chain_of(feed["entries"]))
            if cut:
                feed["void"] += feed["entries"][cut["through"] :]
                feed["entries"] = feed["entries"][: cut["through"]]
                feed.update(applied=min(feed["applied"], cut["through"]), checkpoint=None)
            if cut or held:
                self.save(member["code"], feed)

    # Feeds. `entries` are verified; the first `applied` of them stand below an accepted checkpoint and have effect.

    def feed(self, code):
        kept = self.read("feeds", f"{code}.json")
        return json.loads(kept) if kept else {**EMPTY, "entries": [], "void": []}

    def save(self, code, feed):
        self.write(jws.write_json(feed), "feeds", f"{code}.json")

    def items(self, code):
        feed = self.feed(code)
        [member] = [one for one in self.registry()["members"] if one["code"] == code]
        return protocol.items_after(member, chain_of(feed["entries"][: feed["applied"]]), chain_of(feed["void"]))

    def all_items(self):
        return [item for one in self.registry()["members"] for item in self.items(one["code"]).values()]

    def has(self, file):
        return os.path.exists(self.path("blobs", file["sha256"]))

    def keep(self, data):
        file = {"sha256": jws.sha256(data), "size": len(data)}
        if not self.has(file):
            self.write(data, "blobs", file["sha256"])
        return file

    # Calls to others

    def ask(self, base_url, path):
        """A public call: root and registry."""
        url, kind = base_url + "/federation/v1" + path, "application/jose+json"
        return concord_http.call(url, "GET", kind, 4 * jws.MIB, self.development).decode()

    def call(self, to, method, path, media_type=None, limit=jws.KIB, body=None):
        """A call in our name, signed for this one URL and body."""
        url = to["baseUrl"] + "/federation/v1" + path
        said = {"net": self.net, "iss": self.code, "aud": to["code"], "htm": method, "htu": url}
        said.update(jti=str(uuid.uuid4()), iat=self.now())
        if body is not None:
            said["body"] = jws.sha256(body)
        authorization = "Concord " + jws.sign(self.key, "concord-request+jwt", said)
        return concord_http.call(url, method, media_type, limit, self.development, authorization, body)

    # Pulling (section 5)

    def pull(self, code):
        """One feed, as far as its checkpoint goes. Gives how many entries have effect now that had none before."""
        feed = self.feed(code)
        if feed["quarantine"]:
            raise Refused(feed["quarantine"]["reason"])
        try:
            text, point = self.take_checkpoint(code)
            order = protocol.compare_checkpoints(feed["checkpoint"] and payload_of(feed["checkpoint"]), point)
            need(order not in QUARANTINE, order)
            if order == "older":
                return 0
            while len(self.feed(code)["entries"]) < point["size"]:
                need(self.take_page(code), "unreachable")
            grown = self.commit(code, text, point)
        except Refused as refused:
            if refused.reason in QUARANTINE:
                epoch = trust.member_of(self.registry(), code)["epochs"][-1]["epoch"]
                held = {"reason": refused.reason, "epoch": epoch}
                with self.locked():
                    self.save(code, {**self.feed(code), "quarantine": held})
            raise
        self.take_files(code)
        if grown:
            self.send_receipt(code, text, point["size"])
        return grown

    def take_checkpoint(self, code):
        registry = self.registry()
        origin = trust.member_of(registry, code)
        text = self.call(origin, "GET", f"/feeds/{code}/checkpoint", "application/jose", 16 * jws.KIB).decode()
        try:
            point = protocol.verify_checkpoint(text, code, registry, self.net, self.now())
            if point["registry"]["version"] <= registry["version"]:
                return text, point
        except Refused as refused:
            if refused.reason not in REFRESH:
                raise
        self.refresh(origin["baseUrl"])
        return text, protocol.verify_checkpoint(text, code, self.registry(), self.net, self.now())

    def take_page(self, code):
        """What was good before a fault is kept."""
        registry, kept = self.registry(), self.feed(code)["entries"]
        origin = trust.member_of(registry, code)
        epochs = [one for one in origin["epochs"] if "close" not in one or one["close"]["seq"] > len(kept)]
        path = f"/feeds/{code}/entries?epoch={epochs[0]['epoch']}&after={len(kept)}&limit={protocol.PAGE_ENTRIES}"
        page = jws.read_json(self.call(origin, "GET", path, "application/json", protocol.PAGE_LIMIT + jws.MIB))
        need(isinstance(page, dict) and isinstance(page.get("entries"), list) and isinstance(page.get("bodies"), dict))
        good, head = [], head_of(kept)
        try:
            for text in page["entries"]:
                entry, head = protocol.place_entry(text, code, len(kept) + len(good), head, registry, self.net)
                self.take_body(entry.get("body"), page["bodies"])
                good.append(text)
        finally:
            with self.locked():
                feed = self.feed(code)
                if feed["entries"] == kept:
                    self.save(code, {**feed, "entries": kept + good})
        return good

    def take_body(self, named, bodies):
        """A body that travelled with its entry; an entry that names none well is not our matter here."""
        text = bodies.get(named.get("sha256")) if isinstance(named, dict) else None
        if isinstance(text, str):
            need(protocol.is_file(text.encode(), named), "body-mismatch")
            self.keep(text.encode())

    def commit(self, code, text, point):
        """Effects, cursor and checkpoint in one write, once the entry at `size` is the checkpoint's head."""
        with self.locked():
            feed = self.feed(code)
            need(head_of(feed["entries"][: point["size"]]) == point["head"], "split-view")
            grown = point["size"] - feed["applied"]
            self.save(code, {**feed, "applied": point["size"], "checkpoint": text})
        self.forget_erased()
        return grown

    def take_files(self, code):
        """Bodies and blobs that are not here yet. What cannot be had now is asked for by the next pull."""
        origin = trust.member_of(self.registry(), code)
        for item in self.items(code).values():
            for file in [file for entry in item["revisions"].values() for file in files_of(entry)]:
                if item["status"] in ("live", "withdrawn") and not self.has(file):
                    with contextlib.suppress(Refused):
                        path = f"/blobs/{file['sha256']}"
                        data = self.call(origin, "GET", path, "application/octet-stream", file["size"])
                        need(protocol.is_file(data, file), "blob-mismatch")
                        self.keep(data)

    def forget_erased(self):
        """Deletes what only erased revisions name."""
        items = self.all_items()
        entries = [(at in item["erased"], entry) for item in items for at, entry in item["revisions"].items()]
        kept = {file["sha256"] for erased, entry in entries if not erased for file in files_of(entry)}
        for erased, entry in entries:
            for file in files_of(entry) if erased else []:
                if file["sha256"] not in kept and self.has(file):
                    os.remove(self.path("blobs", file["sha256"]))

    def send_receipt(self, code, checkpoint, through):
        origin = trust.member_of(self.registry(), code)
        said = {"net": self.net, "iss": self.code, "aud": code, "checkpoint": checkpoint}
        receipt = jws.sign(self.key, "concord-receipt+jwt", {**said, "appliedThrough": through, "iat": self.now()})
        with contextlib.suppress(Refused):
            self.call(origin, "POST", "/receipts", body=jws.write_json({"receipt": receipt}))

    # Its own feed

    def publish(self, name, op, body=None, files=(), **more):
        """Appends one entry. `body` is the JSON's bytes, `files` are (path, role) of what the body names."""
        registry, item = self.registry(), f"{self.code}.{name}"
        with self.locked():
            feed, items = self.feed(self.code), self.items(self.code)
            newest = max(items[item]["revisions"]) if item in items else 0
            entry = {"net": self.net, "feed": self.code, "epoch": self.us()["epochs"][-1]["epoch"]}
            entry.update(seq=len(feed["entries"]) + 1, prev=head_of(feed["entries"]), iat=self.now(), op=op, item=item)
            if body is None:
                need(newest)
                of = items[item]["revisions"][newest]
                entry.update(revision=newest, kind=of["kind"], schema=of["schema"])
            else:
                schema = jws.read_json(body)["schema"]
                entry.update(revision=newest + 1, kind=schema.split("/")[0].split(".")[-1], schema=schema)
                entry.update(body=self.keep(body), blobs=[self.keep_file(*file) for file in files])
            entry.update({name: value for name, value in more.items() if value is not None})
            protocol.check_statement(entry)
            outcome = protocol.apply_entry(items, entry)
            need(outcome == "applied", outcome)
            text = jws.sign(self.key, "concord-entry+jwt", entry)
            protocol.place_entry(text, self.code, entry["seq"] - 1, entry["prev"], registry, self.net)
            self.save(self.code, {**feed, "entries": [*feed["entries"], text], "applied": entry["seq"]})
        self.forget_erased()
        return entry

    def keep_file(self, path, role):
        with open(path, "rb") as file:
            kept = self.keep(file.read())
        return {**kept, "type": mimetypes.guess_type(path)[0] or "application/octet-stream", "role": role}

    def hint(self, seq):
        """Tells every other member that our feed has grown. Who does not hear it will ask by itself."""
        body = jws.write_json({"feed": self.code, "seq": seq})
        for member in self.registry()["members"]:
            if member["status"] == "active" and member["code"] != self.code:
                with contextlib.suppress(Refused):
                    self.call(member, "POST", "/hints", body=body)

    def sign_checkpoint(self):
        entries, registry = self.feed(self.code)["entries"], self.registry()
        epoch = self.us()["epochs"][-1]
        head = head_of(entries) if len(entries) >= epoch["first"] else trust.head_before(self.us(), epoch)
        point = {"net": self.net, "feed": self.code, "epoch": epoch["epoch"], "size": len(entries), "head": head}
        point["registry"] = {"version": registry["version"], "sha256": registry["sha256"]}
        point.update(iat=self.now(), exp=self.now() + protocol.DAY)
        return jws.sign(self.key, "concord-checkpoint+jwt", point)

    def verify_all(self):
        """Everything that is kept, from the pinned network id up. Gives how much that was."""
        root, entries = None, 0
        for version in range(1, len(os.listdir(self.path("roots"))) + 1):
            root = trust.verify_root(self.read("roots", f"{version}.json").decode(), self.net, root)
        need(root and self.read("registry.json"), "unreachable")
        registry = trust.verify_registry(self.read("registry.json").decode(), root, self.net)
        for code in [one["code"] for one in registry["members"]]:
            head = trust.NO_HEAD
            for seq, text in enumerate(self.feed(code)["entries"]):
                _, head = protocol.place_entry(text, code, seq, head, registry, self.net)
                entries += 1
        names = os.listdir(self.path("blobs"))
        for name in names:
            need(jws.sha256(self.read("blobs", name)) == name, "blob-mismatch")
        return {"registry": registry["version"], "entries": entries, "files": len(names)}
