"""One member: what it pulls and what it publishes (PROTOCOL.md, sections 3 and 5).

Section 5 has more than this: mirrors as sources, resuming a broken download, and holding publications back while the
registry is expired.
"""

import contextlib
import mimetypes
import uuid

import concord_http
import concord_jws as jws
import concord_protocol as protocol
import concord_trust as trust
from concord_jws import Refused, need
from concord_store import Store, files_of, head_of, payload_of

REFRESH = {"unknown-member", "suspended-member", "unknown-key", "key-out-of-range", "wrong-epoch"}
QUARANTINE = {"rollback", "split-view"}


class Member(Store):
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
        except Refused as refused:
            if refused.reason not in REFRESH:
                raise
            self.refresh(origin["baseUrl"])
            return text, protocol.verify_checkpoint(text, code, self.registry(), self.net, self.now())
        if point["registry"]["version"] > registry["version"]:
            # A newer registry that cannot be had now is no reason to stop.
            with contextlib.suppress(Refused):
                self.refresh(origin["baseUrl"])
            point = protocol.verify_checkpoint(text, code, self.registry(), self.net, self.now())
        return text, point

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

    def send_receipt(self, code, checkpoint, through):
        origin = trust.member_of(self.registry(), code)
        said = {"net": self.net, "iss": self.code, "aud": code, "checkpoint": checkpoint}
        receipt = jws.sign(self.key, "concord-receipt+jwt", {**said, "appliedThrough": through, "iat": self.now()})
        with contextlib.suppress(Refused):
            self.call(origin, "POST", "/receipts", body=jws.write_json({"receipt": receipt}))

    def ask_to_join(self, name):
        """What its steward brings to the network's: signed by the key, and the fingerprint to read out beside it."""
        key = jws.public_jwk(self.key)
        said = {"net": self.net, "code": self.code, "name": name, "baseUrl": self.base_url, "roles": ["tenant"]}
        said.update(key=key, iat=self.now(), exp=self.now() + trust.JOIN_LIFE)
        request = jws.sign_general(self.key, "concord-join+jws", said)
        return {"fingerprint": trust.fingerprint(key), "request": request}

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
