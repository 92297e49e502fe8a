"""Bytes, JSON, keys and JWS as PROTOCOL.md section 1 has them. Ed25519 is the `openssl` command's."""

import base64
import functools
import hashlib
import json
import math
import os
import re
import subprocess
import sys
import tempfile

KIB, MIB = 1024, 1024 * 1024
LIMITS = {
    "concord-entry+jwt": 16 * KIB,
    "concord-checkpoint+jwt": 16 * KIB,
    "concord-request+jwt": 16 * KIB,
    "concord-receipt+jwt": 32 * KIB,
    "concord-root+jws": 4 * MIB,
    "concord-registry+jws": 4 * MIB,
    "concord-join+jws": 16 * KIB,
}
LARGEST, MOST, LATEST, DEEPEST = 2**53 - 1, 2**31 - 1, 253402300799, 64
HEX = re.compile(r"[0-9a-f]{64}")
SPKI = bytes.fromhex("302a300506032b6570032100")

# An entry that is nested too deep still has its place in the chain, so it must be readable.
sys.setrecursionlimit(20_000)


class Refused(Exception):
    """A verdict other than `verified`; `reason` is one of the closed list."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def need(true, reason="malformed"):
    if not true:
        raise Refused(reason)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def b64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64url(text):
    """Python's decoder skips what it does not know; only encoding again shows that the text was canonical."""
    need(isinstance(text, str) and text, "not-canonical")
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_")
    except ValueError:
        raise Refused("not-canonical") from None
    need(b64url(data) == text, "not-canonical")
    return data


# JSON


def parse(data):
    """Any JSON in UTF-8 that names no member twice. What readers take differently is `check_exact`'s."""

    def once(pairs):
        need(len({name for name, _ in pairs}) == len(pairs), "not-canonical")
        return dict(pairs)

    def number(text):
        value = float(text)
        return int(value) if value.is_integer() else value

    def constant(_):
        raise Refused("not-canonical")

    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        return json.loads(text, object_pairs_hook=once, parse_float=number, parse_constant=constant)
    except (ValueError, RecursionError):
        raise Refused("not-canonical") from None


def check_exact(value):
    """I-JSON: nothing that readers take differently or a database cannot keep."""
    level = [value]
    for _ in range(DEEPEST + 1):
        inner = [one for one in level if isinstance(one, (dict, list))]
        texts = [one for one in level if isinstance(one, str)]
        texts += [name for one in inner if isinstance(one, dict) for name in one]
        need(not any(re.search("[\0\ud800-\udfff]", text) for text in texts))
        need(all(abs(one) <= LARGEST for one in level if isinstance(one, (int, float))))
        if not inner:
            return
        level = [part for one in inner for part in (one.values() if isinstance(one, dict) else one)]
    need(not inner)


def read_json(data):
    value = parse(data)
    check_exact(value)
    return value


def write_json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def whole(value, least=0, most=MOST):
    """A count, unless `most` says otherwise."""
    return type(value) is int and least <= value <= most


def is_time(value):
    return whole(value, 0, LATEST)


def is_text(value, longest=math.inf):
    return isinstance(value, str) and 0 < len(value) <= longest


def is_hash(value):
    return isinstance(value, str) and HEX.fullmatch(value) is not None


# Keys


def openssl(*arguments, files=()):
    """Runs it in a folder of its own that holds `files`, so that nothing is left behind."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files:
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        return subprocess.run(["openssl", *arguments], cwd=folder, capture_output=True, check=False)


def make_key(path):
    made = openssl("genpkey", "-algorithm", "ed25519")
    need(made.returncode == 0, "openssl")
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(made.stdout)


def public_jwk(path):
    x = b64url(openssl("pkey", "-in", os.path.abspath(path), "-pubout", "-outform", "DER").stdout[-32:])
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": x}
    return {**jwk, "kid": thumbprint(jwk)}


def thumbprint(jwk):
    wanted = {"crv": jwk["crv"], "kty": jwk["kty"], "x": jwk["x"]}
    return b64url(hashlib.sha256(write_json(wanted)).digest())


def sign(path, typ, payload):
    """Gives the compact JWS of a payload."""
    header = {"alg": "Ed25519", "kid": public_jwk(path)["kid"], "typ": typ}
    text = b64url(write_json(header)) + "." + b64url(write_json(payload))
    command = ["pkeyutl", "-sign", "-inkey", os.path.abspath(path), "-rawin", "-in", "message"]
    signed = openssl(*command, files=[("message", text.encode())])
    need(len(signed.stdout) == 64, "openssl")
    return text + "." + b64url(signed.stdout)


def sign_general(path, typ, payload):
    """Gives the general JWS of a payload, with one signature."""
    protected, text, signature = sign(path, typ, payload).split(".")
    return {"payload": text, "signatures": [{"protected": protected, "signature": signature}]}


def signed_by(jwk, message, signature):
    return verify(SPKI + unb64url(jwk["x"]), message, signature)


@functools.lru_cache
def verify(key, message, signature):
    files = [("key", key), ("message", message), ("signature", signature)]
    command = ["pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key", "-rawin"]
    return openssl(*command, "-in", "message", "-sigfile", "signature", files=files).returncode == 0


def check_jwk(jwk):
    need(isinstance(jwk, dict) and jwk.get("kty") == "OKP" and jwk.get("crv") == "Ed25519")
    try:
        need(len(unb64url(jwk.get("x"))) == 32)
    except Refused:
        raise Refused("malformed") from None
    need("d" not in jwk and jwk.get("kid") == thumbprint(jwk))


# JWS


def read_header(segment, typ):
    header = parse(unb64url(segment))
    try:
        check_exact(header)
    except Refused:
        raise Refused("bad-type") from None
    need(isinstance(header, dict) and sorted(header) == ["alg", "kid", "typ"], "bad-type")
    need(header["alg"] == "Ed25519" and header["typ"] == typ, "bad-type")
    return header["kid"]


def read_compact(text, typ):
    """The key's id, the payload's bytes, and how to ask whether a key signed it. Nothing of it is believed yet."""
    need(len(text.encode()) <= LIMITS[typ], "too-large")
    segments = text.split(".")
    need(len(segments) == 3, "not-canonical")
    _, payload, signature = [unb64url(segment) for segment in segments]
    need(len(signature) == 64, "not-canonical")
    kid = read_header(segments[0], typ)
    message = text.rpartition(".")[0].encode()
    return kid, payload, lambda jwk: signed_by(jwk, message, signature)


def read_general(text, typ):
    """The payload's bytes, and how to ask which of some keys signed them: each once, however often it did."""
    need(len(text.encode()) <= LIMITS[typ], "too-large")
    document = parse(text)
    need(isinstance(document, dict) and sorted(document) == ["payload", "signatures"], "not-canonical")
    payload = unb64url(document["payload"])
    need(isinstance(document["signatures"], list) and 1 <= len(document["signatures"]) <= 40, "not-canonical")
    found = []
    for one in document["signatures"]:
        need(isinstance(one, dict) and sorted(one) == ["protected", "signature"], "not-canonical")
        message = f"{one['protected']}.{document['payload']}".encode()
        found.append((read_header(one["protected"], typ), message, unb64url(one["signature"])))

    def signers(keys):
        known = {jwk["kid"]: jwk for jwk in keys}
        return {kid for kid, *rest in found if kid in known and signed_by(known[kid], *rest)}

    return payload, signers
