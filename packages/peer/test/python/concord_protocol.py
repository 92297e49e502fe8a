"""What PROTOCOL.md says of single statements: text in, a verdict out. No network, no clock, nothing is kept."""

import re

from concord_jws import LATEST, MIB, check_exact, is_hash, is_text, is_time, need
from concord_jws import parse, read_compact, read_json, sha256, whole
from concord_trust import SKEW, head_before, is_current, key_of, member_of

BODY_LIMIT, PAGE_LIMIT, PAGE_ENTRIES, BLOB_LIMIT = MIB, 8 * MIB, 500, 2 * 1024 * MIB
DAY = 86_400
STATUSES = ["live", "withdrawn", "recalled", "erased"]
TOMBSTONES = {"withdraw": "withdrawn", "recall": "recalled", "erase": "erased"}

# Entries (section 3)


def place_entry(text, feed, seq, head, registry, net):
    """Whether it stands right after `seq` and `head`. Gives (payload, hash); what it says is `check_statement`'s."""
    kid, payload, signed = read_compact(text, "concord-entry+jwt")
    member = member_of(registry, feed)
    epoch, key = key_of(member, kid)
    need(signed(key["jwk"]), "bad-signature")
    entry = parse(payload)
    need(isinstance(entry, dict) and whole(entry.get("epoch"), 1) and whole(entry.get("seq"), 1), "chain-broken")
    need(is_hash(entry.get("prev")) and is_hash(entry.get("net")) and is_time(entry.get("iat")), "chain-broken")
    need(entry.get("feed") == feed, "chain-broken")
    need(entry["net"] == net, "wrong-network")
    need(entry["epoch"] == epoch["epoch"], "wrong-epoch")
    close, digest = epoch.get("close"), sha256(text.encode())
    need(close is None or entry["seq"] <= close["seq"], "beyond-close")
    need(key["from"] <= entry["seq"] <= key.get("to", entry["seq"]), "key-out-of-range")
    need(entry["seq"] == seq + 1, "sequence-gap")
    begins = head_before(member, epoch)
    need(entry["seq"] != epoch["first"] or entry["prev"] == head == begins, "chain-broken")
    need(close is None or entry["seq"] != close["seq"] or digest == close["head"], "chain-broken")
    # In a closed epoch it proves nothing against the member: whoever had the key may have signed it.
    need(entry["prev"] == head, "split-view" if close is None else "chain-broken")
    return entry, digest


def check_statement(entry):
    """What a well placed entry says. A `malformed` one is kept, has no effect, and the chain goes on."""
    check_exact(entry)
    op, kind, schema = entry.get("op"), str(entry.get("kind")), str(entry.get("schema"))
    need(whole(entry.get("revision"), 1) and is_item(entry.get("item")))
    need(entry["item"].startswith(entry["feed"] + "."))
    need(re.fullmatch(r"[a-z][a-z0-9-]{0,39}", kind))
    need(re.fullmatch(r"[a-z0-9][a-z0-9.-]*/[0-9]+", schema) and len(schema) <= 100)
    if op in TOMBSTONES:
        need("reason" not in entry or is_text(entry["reason"], 1000))
        gone = entry.get("revisions")
        named = isinstance(gone, list) and 1 <= len(gone) <= 500 and all(whole(one, 1) for one in gone)
        need(op != "erase" or named)
        return
    need(op in ("publish", "revise") and (entry["revision"] == 1) == (op == "publish"))
    need(entry.get("significance") in ("minor", "major", "safety"))
    check_file(entry.get("body"), BODY_LIMIT)
    need(isinstance(entry.get("blobs", []), list))
    for blob in entry.get("blobs", []):
        check_file(blob, BLOB_LIMIT)
        need(re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", str(blob.get("type"))) and is_text(blob.get("role"), 60))
        need("lang" not in blob or is_text(blob["lang"], 35) and len(blob["lang"]) > 1)
    need(isinstance(entry.get("licence", ""), str) and len(entry.get("licence", "")) <= 200)
    need(isinstance(entry.get("attribution", ""), str) and len(entry.get("attribution", "")) <= 500)
    need("supersedes" not in entry or is_item(entry["supersedes"]))
    source = entry.get("derivedFrom", {"item": entry["item"], "revision": 1})
    need(isinstance(source, dict) and is_item(source.get("item")) and whole(source.get("revision"), 1))


def is_item(value):
    return is_text(value, 128) and re.fullmatch(r"[a-z0-9-]+\.[A-Za-z0-9_-]+", value) is not None


def check_file(file, limit):
    need(isinstance(file, dict) and is_hash(file.get("sha256")) and whole(file.get("size"), 1, limit))


def is_file(data, named):
    return len(data) == named["size"] and sha256(data) == named["sha256"]


def apply_entry(items, entry):
    """Carries an entry's effect into `items`, or says why it has none."""
    known, op = items.get(entry["item"]), entry["op"]
    if op == "publish" and known is None:
        revisions = {1: entry}
        items[entry["item"]] = {"status": "live", "kind": entry["kind"], "revisions": revisions, "erased": set()}
        return "applied"
    if known is None or known["kind"] != entry["kind"]:
        return "malformed"
    now = STATUSES.index(known["status"])
    if op in ("publish", "revise"):
        if now > 0:
            return "tombstoned"
        if op == "publish" or entry["revision"] != max(known["revisions"]) + 1:
            return "malformed"
        known["revisions"][entry["revision"]] = entry
        return "applied"
    then = STATUSES.index(TOMBSTONES[op])
    erased = set(entry["revisions"]) & set(known["revisions"]) if op == "erase" else set()
    if then < now or (then == now and erased <= known["erased"]):
        return "tombstoned"
    known.update(status=STATUSES[then], erased=known["erased"] | erased, reason=entry.get("reason"))
    return "applied"


# Closing an epoch (section 2). A chain is a list of {epoch, seq, sha256, entry}; a faulty statement's entry is None.


def find_cut(member, chain):
    """Where a stored chain goes back to, as {through, head}; None where all of it stands."""
    for epoch in member["epochs"]:
        close = epoch.get("close")
        ours = [one for one in chain if one["epoch"] == epoch["epoch"]]
        if close is None or not ours:
            continue
        if any(one["seq"] == close["seq"] and one["sha256"] != close["head"] for one in ours):
            return {"through": epoch["first"] - 1, "head": head_before(member, epoch)}
        if ours[-1]["seq"] > close["seq"]:
            return {"through": close["seq"], "head": close["head"]}
    return None


def op_of(one):
    return one["entry"]["op"] if one["entry"] else None


def items_after(member, standing, void):
    """The effects, epoch by epoch: what stands, then the void tombstones that stay."""
    items, stands = {}, {one["sha256"] for one in standing}
    for epoch in member["epochs"]:
        close = epoch.get("close") or {"seq": 0, "cause": "restored"}
        stay = close["cause"] == "restored" or len(standing) < close["seq"]
        fallen = [one for one in void if stay and one["sha256"] not in stands and op_of(one) in TOMBSTONES]
        for one in [*standing, *fallen]:
            if one["entry"] is not None and one["epoch"] == epoch["epoch"]:
                apply_entry(items, one["entry"])
    return items


# Checkpoints


def verify_checkpoint(text, feed, registry, net, now):
    kid, payload, signed = read_compact(text, "concord-checkpoint+jwt")
    member = member_of(registry, feed)
    epoch, key = key_of(member, kid)
    need(signed(key["jwk"]), "bad-signature")
    point = read_json(payload)
    need(isinstance(point, dict) and is_hash(point.get("net")) and is_text(point.get("feed")))
    need(whole(point.get("epoch"), 1) and whole(point.get("size")) and is_hash(point.get("head")))
    held = point.get("registry")
    need(isinstance(held, dict) and whole(held.get("version"), 1) and is_hash(held.get("sha256")))
    need(is_time(point.get("iat")) and whole(point.get("exp"), point["iat"], min(LATEST, point["iat"] + DAY)))
    need(point["iat"] <= now + SKEW)
    need(point["net"] == net, "wrong-network")
    need(point["feed"] == feed, "chain-broken")
    need(point["epoch"] == epoch["epoch"] and "close" not in epoch, "wrong-epoch")
    need(is_current(epoch, key), "key-out-of-range")
    need(point["size"] >= epoch["first"] - 1)
    need(point["size"] >= epoch["first"] or point["head"] == head_before(member, epoch), "chain-broken")
    need(held["version"] != registry["version"] or held["sha256"] == registry["sha256"], "registry-fork")
    return point


def is_stale(point, now):
    return now > point["exp"] + SKEW


def compare_checkpoints(known, seen):
    """Of one feed; `known` was accepted before."""
    if known is None or seen["epoch"] != known["epoch"]:
        return "newer" if known is None or seen["epoch"] > known["epoch"] else "older"
    if seen["size"] == known["size"] and seen["head"] != known["head"]:
        return "split-view"
    if seen["size"] < known["size"]:
        return "rollback" if seen["iat"] > known["iat"] else "older"
    return "same" if seen["size"] == known["size"] and seen["iat"] <= known["iat"] else "newer"


# Between members (sections 4 and 5)


def verify_request(text, request, registry, net, now):
    """`request` has `audience`, `method`, `url` and `body` (None where there is none). Gives what was signed."""
    kid, payload, signed = read_compact(text, "concord-request+jwt")
    said = read_json(payload)
    need(isinstance(said, dict) and all(is_text(said.get(name)) for name in ("net", "iss", "aud", "htm", "htu")))
    need(is_text(said.get("jti"), 100) and len(said["jti"]) >= 8 and is_time(said.get("iat")))
    need(said["htm"] in ("GET", "POST") and ("body" not in said or is_hash(said["body"])))
    member = member_of(registry, said["iss"])
    need(member["status"] == "active", "unknown-member")
    epoch, key = key_of(member, kid)
    need(is_current(epoch, key), "key-out-of-range")
    need(signed(key["jwk"]), "bad-signature")
    need(said["net"] == net, "wrong-network")
    need(said["aud"] == request["audience"], "wrong-audience")
    need(said["htm"] == request["method"] and said["htu"] == request["url"], "wrong-audience")
    need(abs(now - said["iat"]) <= SKEW, "stale-request")
    body = request["body"]
    need(said.get("body") == (None if body is None else sha256(body)), "body-mismatch")
    return said


def verify_receipt(text, audience, registry, net, now):
    kid, payload, signed = read_compact(text, "concord-receipt+jwt")
    said = read_json(payload)
    need(isinstance(said, dict) and all(is_text(said.get(name)) for name in ("net", "iss", "aud", "checkpoint")))
    need(whole(said.get("appliedThrough")) and is_time(said.get("iat")))
    member = member_of(registry, said["iss"])
    need(member["status"] == "active", "unknown-member")
    epoch, key = key_of(member, kid)
    need(is_current(epoch, key), "key-out-of-range")
    need(signed(key["jwk"]), "bad-signature")
    need(said["net"] == net, "wrong-network")
    need(said["aud"] == audience, "wrong-audience")
    point = verify_checkpoint(said["checkpoint"], audience, registry, net, now)
    need(said["appliedThrough"] <= point["size"])
    return said
