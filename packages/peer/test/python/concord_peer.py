"""A member of a Concord network, written from PROTOCOL.md alone: Python's own library and the `openssl` command.

    concord_peer.py join FOLDER --net HASH --code us-xx --base-url URL   makes the key and asks for a place, as a file
    concord_peer.py pull FOLDER [--from URL] [CODE ...]                  takes root, registry and feeds, verified
    concord_peer.py publish FOLDER NAME --body FILE [--file FILE ...]    appends an entry and tells the others
    concord_peer.py serve FOLDER --port N                                answers other members, and pulls from them
    concord_peer.py verify FOLDER | --vectors FOLDER                     checks all that is kept, or the vectors

Exit codes: 0 done, 1 refused or different, 2 wrong usage, 3 cannot be said now (a peer does not answer).
"""

import argparse
import json
import os
import sys

import check_vectors
import concord_http
import concord_jws as jws
from concord_jws import Refused
from concord_member import Member
from concord_store import files_of


def join(options):
    os.makedirs(options.folder)
    for name in ("roots", "feeds", "blobs", "receipts"):
        os.mkdir(os.path.join(options.folder, name))
    about = {"net": options.net, "code": options.code, "baseUrl": options.base_url, "development": options.development}
    with open(os.path.join(options.folder, "member.json"), "wb") as file:
        file.write(jws.write_json(about))
    jws.make_key(os.path.join(options.folder, "key.pem"))
    return Member(options.folder).ask_to_join(options.name or options.code)


def pull(options):
    member = Member(options.folder)
    if options.from_url:
        member.refresh(options.from_url)
    codes = options.codes or [one["code"] for one in member.registry()["members"] if one["code"] != member.code]
    return {code: {"new": member.pull(code), **shown(member, code)} for code in codes}


def shown(member, code):
    """A revision is offered for use only when all of it is here."""
    items = {}
    for name, item in member.items(code).items():
        newest = item["revisions"][max(item["revisions"])]
        items[name] = {"status": item["status"], "complete": all(member.has(file) for file in files_of(newest))}
    return {"applied": member.feed(code)["applied"], "items": items}


def publish(options):
    member, body = Member(options.folder), None
    if options.body:
        with open(options.body, "rb") as file:
            body = file.read()
    more = {"reason": options.reason, "attribution": options.attribution, "revisions": options.revisions}
    if body:
        more["significance"] = options.significance
    files = [(path, options.role) for path in options.file]
    entry = member.publish(options.name, options.op, body, files, **more)
    member.hint(entry["seq"])
    return {name: entry[name] for name in ("item", "revision", "seq")}


def serve(options):
    concord_http.serve(Member(options.folder), options.host, options.port)


def verify(options):
    if not options.vectors:
        return Member(options.folder).verify_all()
    rows = list(check_vectors.run(options.vectors))
    different = [dict(zip(("vector", "expected", "found"), row)) for row in rows if row[1] != row[2]]
    print(json.dumps({"vectors": len(rows), "different": different}))
    sys.exit(1 if different else 0)


def arguments():
    parser = argparse.ArgumentParser(description="A member of a Concord network.")
    commands = parser.add_subparsers(required=True)

    def command(run, about):
        made = commands.add_parser(run.__name__, help=about)
        made.set_defaults(run=run)
        return made

    one = command(join, "make a member's folder and key")
    one.add_argument("folder")
    for name in ("--net", "--code", "--base-url"):
        one.add_argument(name, required=True)
    one.add_argument("--name", help="as people call the member; its code unless given")
    one.add_argument("--development", action="store_true", help="allow http and private addresses")
    one = command(pull, "take and verify registry and feeds")
    one.add_argument("folder")
    one.add_argument("codes", nargs="*")
    one.add_argument("--from", dest="from_url", help="where to ask for root and registry first")
    one = command(publish, "append an entry to our feed")
    one.add_argument("folder")
    one.add_argument("name")
    one.add_argument("--op", default="publish", choices=["publish", "revise", "withdraw", "recall", "erase"])
    one.add_argument("--body")
    one.add_argument("--file", action="append", default=[], help="a file that the body names by its hash")
    one.add_argument("--role", default="image")
    one.add_argument("--significance", default="minor", choices=["minor", "major", "safety"])
    one.add_argument("--attribution")
    one.add_argument("--reason")
    one.add_argument("--revisions", type=int, nargs="*")
    one = command(serve, "answer other members and pull from them")
    one.add_argument("folder")
    one.add_argument("--host", default="127.0.0.1")
    one.add_argument("--port", type=int, required=True)
    one = command(verify, "check all that is kept, or the vectors")
    which = one.add_mutually_exclusive_group(required=True)
    which.add_argument("folder", nargs="?")
    which.add_argument("--vectors")
    return parser.parse_args()


def main():
    options = arguments()
    try:
        print(json.dumps(options.run(options)))
    except Refused as refused:
        print(refused.reason, file=sys.stderr)
        sys.exit(3 if refused.reason == "unreachable" else 1)


if __name__ == "__main__":
    main()
