"""What one member keeps, in a folder: its key, the trust documents, a file for each feed, bodies and blobs by hash."""

import contextlib
import fcntl
import json
import os
import time
import uuid

import concord_jws as jws
import concord_protocol as protocol
import concord_trust as trust
from concord_jws import Refused, need

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


class Store:
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

    def forget_erased(self):
        """Deletes what only erased revisions name."""
        items = self.all_items()
        entries = [(at in item["erased"], entry) for item in items for at, entry in item["revisions"].items()]
        kept = {file["sha256"] for erased, entry in entries if not erased for file in files_of(entry)}
        for erased, entry in entries:
            for file in files_of(entry) if erased else []:
                if file["sha256"] not in kept and self.has(file):
                    os.remove(self.path("blobs", file["sha256"]))

    def verify_all(self):
        """Everything that is kept, from the pinned network id up. Gives how much that was."""
        root, entries = None, 0
        for version in range(1, len(os.listdir(self.path("roots"))) + 1):
            root = trust.verify_root(self.read("roots", f"{version}.json").decode(), self.net, root)
        need(root and self.read("registry.json"), "unreachable")
        registry = trust.verify_registry(self.read("registry.json").decode(), root, self.net)
        for code in [one["code"] for one in registry["members"] if one["status"] != "suspended"]:
            head = trust.NO_HEAD
            for seq, text in enumerate(self.feed(code)["entries"]):
                _, head = protocol.place_entry(text, code, seq, head, registry, self.net)
                entries += 1
        names = os.listdir(self.path("blobs"))
        for name in names:
            need(jws.sha256(self.read("blobs", name)) == name, "blob-mismatch")
        return {"registry": registry["version"], "entries": entries, "files": len(names)}
