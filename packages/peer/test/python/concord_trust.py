"""Root and registry (PROTOCOL.md, section 2): the only source of keys and addresses."""

import re

from concord_jws import check_jwk, is_hash, is_text, is_time, need, read_general, read_json, sha256
from concord_jws import unb64url, whole

NO_HEAD = "0" * 64
SKEW, JOIN_LIFE = 300, 30 * 86_400


def need_lifetime(said):
    need(is_time(said.get("iat")) and is_time(said.get("exp")) and said["exp"] >= said["iat"])


def root_of(payload):
    root = read_json(payload)
    need(isinstance(root, dict) and whole(root.get("version"), 1))
    need_lifetime(root)
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
    payload, signers = read_general(text, "concord-root+jws")
    need(current is not None or sha256(payload) == net, "wrong-network")
    root = root_of(payload)
    if current is None:
        need(root["version"] == 1, "wrong-network")
    else:
        need(root["version"] > current["version"], "registry-rollback")
        need(root["version"] == current["version"] + 1, "sequence-gap")
        need_threshold(signers, current["root"])
    need_threshold(signers, root["root"])
    return root


def need_threshold(signers, role):
    need(len(signers(role["keys"])) >= role["threshold"], "threshold-not-met")


def is_code(value):
    return is_text(value, 32) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) is not None


def is_origin(url):
    """As browsers write it: in small letters, and without its scheme's own port."""
    found = re.fullmatch(r"(https?)://([a-z0-9.-]+|\[[0-9a-f:]+\])(:[1-9][0-9]{0,4})?", url)
    return found is not None and (found[1], found[3]) not in (("https", ":443"), ("http", ":80"))


def check_name(member):
    need(isinstance(member, dict) and is_code(member.get("code")) and is_text(member.get("name"), 200))
    need(is_origin(str(member.get("baseUrl"))))
    need(isinstance(member.get("roles"), list) and member["roles"])
    need(all(role in ("tenant", "region") for role in member["roles"]))


def check_member(member):
    check_name(member)
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
    payload, signers = read_general(text, "concord-registry+jws")
    need_threshold(signers, root["registry"])
    registry = read_json(payload)
    need(isinstance(registry, dict) and is_hash(registry.get("net")) and whole(registry.get("version"), 1))
    need_lifetime(registry)
    need(isinstance(registry.get("groups"), list))
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


def keys_of(member):
    return [(epoch, key) for epoch in member["epochs"] for key in epoch["keys"]]


def key_of(member, kid):
    """The one place of a key in its member's epochs, as (epoch, key)."""
    found = [(epoch, key) for epoch, key in keys_of(member) if key["jwk"]["kid"] == kid]
    need(found, "unknown-key")
    return found[0]


def is_current(epoch, key):
    return "close" not in epoch and "to" not in key


def head_before(member, epoch):
    """Where an epoch begins: the hash that its first entry names."""
    return member["epochs"][epoch["epoch"] - 2]["close"]["head"] if epoch["epoch"] > 1 else NO_HEAD


def verify_join(text, registry, net, now):
    """Somebody asks for a key in the registry. Gives the request, and whether a key of that member vouches for it."""
    payload, signers = read_general(text, "concord-join+jws")
    said = read_json(payload)
    check_name(said)
    check_jwk(said.get("key"))
    need_lifetime(said)
    need(said["exp"] <= said["iat"] + JOIN_LIFE)
    need(signers([said["key"]]), "bad-signature")
    need(said.get("net") == net, "wrong-network")
    need(said["iat"] <= now + SKEW and said["exp"] >= now - SKEW, "stale-request")
    places = [(epoch, key) for one in registry["members"] if one["code"] == said["code"] for epoch, key in keys_of(one)]
    current = [key["jwk"] for epoch, key in places if is_current(epoch, key) and key["jwk"] != said["key"]]
    return said, bool(signers(current))


def fingerprint(jwk):
    """What people read out to each other: the first 80 bits of the thumbprint."""
    return unb64url(jwk["kid"])[:10].hex()
