"""Runs every vector of a folder through this implementation: what it says beside what each vector expects."""

import base64
import json
import os
from datetime import datetime

import concord_jws as jws
import concord_protocol as protocol
import concord_trust as trust
from concord_jws import Refused


def verdict(check, *arguments):
    """What a vector calls its `result`."""
    try:
        found = check(*arguments)
        return {"verified": True, **(found if set(found) <= {"sha256", "stale", "endorsed"} else {})}
    except Refused as refused:
        return {"verified": False, "reason": refused.reason}


def json_verdict(data):
    try:
        jws.read_json(data)
        return "ok"
    except Refused as refused:
        return refused.reason


def entry_verdict(text, after, registry, net):
    """With `chainGoesOn`: whether a statement that is refused still has its place."""
    placed = False
    try:
        entry, digest = protocol.place_entry(text, after["feed"], after["seq"], after["head"], registry, net)
        placed = True
        protocol.check_statement(entry)
        return {"verified": True, "sha256": digest}
    except Refused as refused:
        return {"verified": False, "reason": refused.reason, "chainGoesOn": placed}


def checkpoint_stale(text, feed, registry, net, now):
    return {"stale": protocol.is_stale(protocol.verify_checkpoint(text, feed, registry, net, now), now)}


def join_endorsed(text, registry, net, now):
    return {"endorsed": trust.verify_join(text, registry, net, now)[1]}


def item_steps(vector):
    items = {}
    outcomes = [protocol.apply_entry(items, step["entry"]) for step in vector["steps"]]
    found = {"outcomes": outcomes, "status": "none", "revision": 0, "erased": []}
    for item in items.values():
        found.update(status=item["status"], revision=max(item["revisions"]), erased=sorted(item["erased"]))
    return found


def closed(vector):
    member, chain = {"epochs": vector["epochs"]}, vector["chain"]
    cut = protocol.find_cut(member, chain)
    standing = chain[: cut["through"]] if cut else chain
    items = protocol.items_after(member, standing, [*vector["setAside"], *chain[len(standing) :]])
    shown = {name.split(".")[1]: f"{item['status']} {max(item['revisions'])}" for name, item in items.items()}
    return {"cut": cut, "items": shown}


def seconds(time):
    return int(datetime.fromisoformat(time.replace("Z", "+00:00")).timestamp())


def seen_request(seen):
    return {**seen, "body": None if seen["body"] is None else seen["body"].encode()}


def run(folder):
    """Gives (name, expected, found) of every vector of every file."""
    files = {}
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            files[name.removesuffix(".json")] = json.load(file)
    given = files.pop("trust")
    net, now = given["net"], seconds(given["now"])
    root = trust.verify_root(given["root"], net)
    registry = trust.verify_registry(given["registry"], root, net)

    def of_registry(one, current=registry):
        text = one["text"].ljust(one.get("padTo", 0))
        return verdict(trust.verify_registry, text, root, net, current)

    def of_older(one):
        return of_registry(one, trust.verify_registry(one["current"], root, net, registry))

    def of_request(one):
        seen = one.get("seen", files["request"]["seen"])
        return verdict(protocol.verify_request, one["text"], seen_request(seen), registry, net, seconds(seen["now"]))

    def of_checkpoint(one):
        return verdict(checkpoint_stale, one["text"], one["feed"], registry, net, now)

    def of_receipt(one):
        return verdict(protocol.verify_receipt, one["text"], one["audience"], registry, net, now)

    checks = {
        ("json", "vectors"): lambda one: json_verdict(base64.b64decode(one["base64"])),
        ("root", "first"): lambda one: verdict(trust.verify_root, one["text"], one["net"]),
        ("root", "next"): lambda one: verdict(trust.verify_root, one["text"], net, root),
        ("registry", "vectors"): of_registry,
        ("registry", "older"): of_older,
        ("entry", "vectors"): lambda one: entry_verdict(one["text"], one["after"], registry, net),
        ("checkpoint", "vectors"): of_checkpoint,
        ("checkpoint", "comparisons"): lambda one: protocol.compare_checkpoints(one["known"], one["seen"]),
        ("items", "vectors"): item_steps,
        ("items", "bodies"): lambda one: protocol.is_file(one["text"].encode(), one["named"]),
        ("closing", "vectors"): closed,
        ("join", "vectors"): lambda one: verdict(join_endorsed, one["text"], registry, net, now),
        ("request", "vectors"): of_request,
        ("receipt", "vectors"): of_receipt,
    }
    for file, lists in files.items():
        for name, vectors in lists.items():
            if (file, name) != ("request", "seen"):
                # A list that this does not know fails: no vector is passed over in silence.
                check = checks[file, name]
                for one in vectors if isinstance(vectors, list) else [vectors]:
                    yield f"{file}: {one['name']}", expected(one), check(one)


def expected(one):
    if "steps" in one:
        said = {name: one[name] for name in ("status", "revision", "erased")}
        return {"outcomes": [step["outcome"] for step in one["steps"]], **said}
    if "cut" in one:
        return {"cut": one["cut"], "items": one["items"]}
    return next(one[name] for name in ("result", "order", "is") if name in one)
