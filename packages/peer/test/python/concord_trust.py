"""Root and registry (PROTOCOL.md, section 2): the only source of keys and addresses."""

import re

from concord_jws import check_jwk, is_hash, is_text, is_time, need, read_general, read_json, sha256, whole

NO_HEAD = "0" * 64


def root_of(payload):
    root = read_json(payload)
    need(isinstance(root, dict) and whole(root.get("version"), 1))
    need(is_time(root.get("iat")) and is_time(root.get("exp")))
    for name, fewest, least in (("root", 3, 2), ("registry", 1, 1)):
        role = root.get(name)
        need(isinstance(role, dict) and isinstance(role.get("keys"), list) and whole(role.get("threshold"), least))
        for jwk in role["keys"]:
            check_jwk(jwk)
        count = len({jwk["kid"] for jwk in role["keys"]})
        need(count == len(role["keys"]) >= max(fewest, role["threshold"]) and 2 * role["threshold"] > count)
    return root


def verify_root(text, net, current=None):
    """Version 1 against the pinned network id, or the version after `current`."""
    payload, signed = read_general(text, "concord-root+jws")
    need(current is not None or sha256(payload) == net, "wrong-network")
    root = root_of(payload)
    if current is None:
        need(root["version"] == 1, "wrong-network")
    else:
        need(root["version"] > current["version"], "registry-rollback")
        need(root["version"] == current["version"] + 1, "sequence-gap")
        signed(current["root"])
    signed(root["root"])
    return root


def is_code(value):
    return is_text(value, 32) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) is not None


def is_origin(url):
    """As browsers write it: in small letters, and without its scheme's own port."""
    found = re.fullmatch(r"(https?)://([a-z0-9.-]+|\[[0-9a-f:]+\])(:[1-9][0-9]{0,4})?", url)
    return found is not None and (found[1], found[3]) not in (("https", ":443"), ("http", ":80"))


def check_member(member):
    need(isinstance(member, dict) and is_code(member.get("code")) and is_text(member.get("name"), 200))
    need(is_origin(str(member.get("baseUrl"))))
    need(isinstance(member.get("roles"), list) and member["roles"])
    need(all(role in ("tenant", "region") for role in member["roles"]))
    need(member.get("status") in ("active", "suspended", "left") and isinstance(member.get("credentialKeys"), list))
    for key in member["credentialKeys"]:
        need(isinstance(key, dict) and is_text(key.get("kid"), 200) and isinstance(key.get("jwk"), dict))
        need(key["jwk"].get("kty") in ("OKP", "EC", "RSA") and "d" not in key["jwk"])
    need(isinstance(member.get("epochs"), list) and member["epochs"])
    before, kids = {"seq": 0, "head": NO_HEAD}, []  # where the epoch before was closed
    for number, epoch in enumerate(member["epochs"], 1):
        need(isinstance(epoch, dict) and epoch.get("epoch") == number and isinstance(before, dict))
        need(epoch.get("first") == before["seq"] + 1 and isinstance(epoch.get("keys"), list) and epoch["keys"])
        for key in epoch["keys"]:
            need(isinstance(key, dict) and whole(key.get("from"), epoch["first"]))
            need("to" not in key or whole(key["to"], key["from"]))
            check_jwk(key.get("jwk"))
            kids.append(key["jwk"]["kid"])
        began, before = before["head"], epoch.get("close")
        if before is not None:
            need(isinstance(before, dict) and whole(before.get("seq"), epoch["first"] - 1))
            need(is_hash(before.get("head")) and before.get("cause") in ("stolen", "restored"))
            need(before["seq"] >= epoch["first"] or before["head"] == began)
    need(len(set(kids)) == len(kids))


def verify_registry(text, root, net, current=None):
    """`current` is the registry held so far, as this gave it: with the hash of its payload beside it."""
    payload, signed = read_general(text, "concord-registry+jws")
    signed(root["registry"])
    registry = read_json(payload)
    need(isinstance(registry, dict) and is_hash(registry.get("net")) and whole(registry.get("version"), 1))
    need(is_time(registry.get("iat")) and is_time(registry.get("exp")) and isinstance(registry.get("groups"), list))
    need(registry.get("prev") is None if registry["version"] == 1 else is_hash(registry.get("prev")))
    for group in registry["groups"]:
        need(isinstance(group, dict) and is_code(group.get("code")) and is_text(group.get("name"), 200))
        need(isinstance(group.get("members"), list) and all(is_code(one) for one in group["members"]))
    need(isinstance(registry.get("members"), list))
    for member in registry["members"]:
        check_member(member)
    need(len({member["code"] for member in registry["members"]}) == len(registry["members"]))
    need(registry["net"] == net, "wrong-network")
    digest = sha256(payload)
    if current:
        need(registry["version"] >= current["version"], "registry-rollback")
        need(registry["version"] != current["version"] or digest == current["sha256"], "registry-fork")
        need(registry["version"] != current["version"] + 1 or registry["prev"] == current["sha256"], "registry-fork")
    return {**registry, "sha256": digest}


def member_of(registry, code):
    found = [member for member in registry["members"] if member["code"] == code]
    need(found, "unknown-member")
    need(found[0]["status"] != "suspended", "suspended-member")
    return found[0]


def key_of(member, kid):
    """The one place of a key in its member's epochs, as (epoch, key)."""
    found = [(epoch, key) for epoch in member["epochs"] for key in epoch["keys"] if key["jwk"]["kid"] == kid]
    need(found, "unknown-key")
    return found[0]


def is_current(epoch, key):
    return "close" not in epoch and "to" not in key


def head_before(member, epoch):
    """Where an epoch begins: the hash that its first entry names."""
    return member["epochs"][epoch["epoch"] - 2]["close"]["head"] if epoch["epoch"] > 1 else NO_HEAD
