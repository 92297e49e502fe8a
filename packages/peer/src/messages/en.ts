export default {
  "federation.feed-behind":
    "Nothing was signed or sent. Your database knows less than your office has signed, as after a restore from a backup, so nothing may be signed. Ask whoever runs your server to do “feed restore”, then try again. If nobody restored anything, telephone the network’s steward: somebody may have your key.",
  "federation.feed-halted":
    "Nothing was signed or sent. Somebody in your office stopped signing because your key may be stolen. The page “Our key” of your office says what to do next.",
  "federation.feed-of-another-network":
    "Nothing was signed or sent. Your office is just moving into the network that it joined. Try again in a few seconds.",
  "federation.already-halted": "Signing has stopped already.",
  "federation.not-halted": "Signing was not stopped from this page.",
  "peer.other-network":
    "The database is of another network than the one that the instance is told of. Ask whoever runs your server to set the right NETWORK_DIR, or to take an empty database.",
  "federation.feed-unchecked":
    "Nothing was signed or sent. The program must first make sure that your database is complete, and no other member answers now. Try again in a few minutes. If it lasts, ask whoever runs your server to look at its connection.",
  "federation.feed-unsettled":
    "Nothing was signed or sent. The network has just closed your old record, and your server is still bringing its own to the same point. Try again in a few minutes. If it lasts, ask whoever runs your server to do “feed restore”.",
  "federation.key-not-in-registry":
    "Nothing was signed or sent. The network’s list of members does not name your server’s key as one in use, so nobody would believe what it signs. Ask the network’s steward to enter your key, or whoever runs your server to start it with the key that is on the list.",
  "federation.not-quarantined":
    "This member is not set aside any more. Somebody let it out, or the network cleared it up. You need do nothing.",
  "peer.high-water-unreadable":
    "Nothing was signed or sent. The file that says how far your office has signed cannot be read. Ask whoever runs your server to look at “feed-high-water.json” in the folder of its keys: it must be the last one that the server wrote, and the server must be allowed to read it.",
  "peer.high-water-unwritable":
    "Nothing was signed or sent. The file that says how far your office has signed cannot be written. Ask whoever runs your server to see that the folder of its keys has room and that the server may write there, then try again.",
  "peer.bootstrap-unreadable":
    "The founding documents of the network cannot be read. Put the folder that the network’s steward gave you where the configuration names it, and see that the server may read it.",
  "peer.bootstrap-refused":
    "The founding documents of the network do not fit together. Ask the network’s steward for the folder again, and compare the fingerprint of the network by telephone.",

  "federation.blob-not-found":
    "No item in use names a file with this hash here. It may not be here yet, or was erased. Ask another member.",
  "federation.root-not-found": "There is no founding document of this version here.",
  "federation.feed-not-found":
    "This member holds no such feed, or nothing of it is verified yet. Ask the feed’s own member, or try again later.",
  "federation.not-your-feed": "A member gives hints about its own feed only. Name the feed that is yours.",
  "federation.not-your-receipt":
    "A receipt is taken only from the member that signed it. Send the receipt that you signed.",
  "federation.item-missing": "Name the item that is revised or taken back.",
  "federation.item-of-another-feed":
    "This item is another member’s. Only its own member can revise it or take it back.",
  "federation.body-missing": "What is published or revised needs a content.",
  "federation.blob-missing": "A file that the content names is not here. Add the file, then publish again.",
  "federation.untrusted":
    "The founding documents or the list of members that this server was given do not prove each other. Ask the network’s steward for them again.",
  "federation.invalid-key":
    "The file of the key holds no key that can be read. Take the file that the program wrote, unchanged.",

  "federation.unknown-member":
    "The sender is not on the list of members known here. If it has just joined, fetch the newest list and try again.",
  "federation.suspended-member": "The network has suspended this member. Its steward can say why.",
  "federation.unknown-key":
    "The list of members known here does not name this key. If it is new, wait until the newest list is here and try again.",
  "federation.key-out-of-range":
    "This key is not in use now: it was replaced, or its time has not come. Sign with the key that is.",
  "federation.bad-signature":
    "The signature does not fit what it signs. Sign it anew, and see that nothing changes it on the way.",
  "federation.bad-type": "This is a signed statement of another kind than belongs here.",
  "federation.not-canonical":
    "It is not written in the one way that the protocol allows. Write the parts of the signature as it says.",
  "federation.wrong-network": "It belongs to another network.",
  "federation.wrong-epoch":
    "It belongs to another period of the member’s record than the list of members says. Fetch the newest list.",
  "federation.sequence-gap": "An entry before this one is missing. Ask for it first.",
  "federation.chain-broken": "It does not follow from the entry before it.",
  "federation.rollback": "The member signed a newer statement that says less than an older one.",
  "federation.split-view": "The member signed two statements that cannot both be true.",
  "federation.beyond-close": "It comes after the point at which the network closed the member’s old record.",
  "federation.registry-expired":
    "The list of members or the founding document has run out. The network’s stewards must sign it anew; recalls and erasures still take effect.",
  "federation.registry-rollback": "It comes with an older list of members than the one known here.",
  "federation.registry-fork":
    "There are two lists of members with the same number. Tell the network’s steward at once.",
  "federation.threshold-not-met": "Too few of those who answer for the network have signed it.",
  "federation.too-large":
    "It is larger than the network allows: a content may have 1 MiB, what is signed about it 16 KiB. Make it shorter, or move parts of it into files.",
  "federation.body-mismatch": "The content is not the one that was signed.",
  "federation.blob-mismatch": "The file is not the one that was signed.",
  "federation.tombstoned":
    "This item was taken back for good and cannot be changed any more. Publish a new one that replaces it.",
  "federation.unsupported": "It is of a kind that this version of the program does not know yet.",
  "federation.replayed-request": "This request was made before. Sign a new one.",
  "federation.wrong-audience":
    "The request was signed for another member, address, method or body. Sign it for this one.",
  "federation.stale-request":
    "The request is too old, or one of the two clocks is wrong. Compare your clock with the Date of this answer, and sign a new one.",
  "federation.malformed": "It cannot be understood: it does not have the form that the protocol gives it.",
  "federation.unreachable": "The member’s server does not answer now. Try again later.",
} as const;
