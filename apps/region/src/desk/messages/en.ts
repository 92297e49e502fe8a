export default {
  "desk.title": "The keepers’ desk",
  "desk.lead":
    "A few people, the keepers, each hold a key. Together they decide who is in this network and which keys count. Here they do it, step by step.",
  "desk.how": "How it works",
  "desk.how.start": "One keeper starts",
  "desk.how.start-body":
    "Choose what should change. This site writes the document that says so and shows what it would change. Nothing is in force yet.",
  "desk.how.sign": "Enough keepers sign",
  "desk.how.sign-body":
    "{threshold} of the {keys} keepers of the list of members must sign. Each signs with their own key, at their own desk. Keys and passphrases never leave it.",
  "desk.how.force": "It takes effect",
  "desk.how.force-body":
    "With the last signature this site checks everything again, puts the document in force, and tells every member.",
  "desk.no-account":
    "There is no sign-in here. A signature is what counts, and everyone can see what was signed.",
  "desk.waiting": "Waiting for signatures",
  "desk.waiting.none": "Nothing is waiting",
  "desk.waiting.none-body": "When a keeper signs a change, it stands here until enough others have signed.",
  "desk.requests": "Who asks to join, or for another key",
  "desk.requests.none": "Nobody is asking",
  "desk.requests.none-body":
    "A state asks from its own office, or on the page “Ask to join”. Its request then stands here.",
  "desk.requests.ask": "Ask to join",
  "desk.requests.code": "Code",
  "desk.requests.name": "Name",
  "desk.requests.address": "Address",
  "desk.requests.until": "Waits until",
  "desk.requests.next": "Next step",
  "desk.requests.add": "Check and add",
  "desk.requests.rotate": "Check the new key",
  "desk.begin": "Start something else",
  "desk.history": "What was done here",
  "desk.history.none": "Nothing has been signed here yet.",
  "desk.trial": "This is a demonstration. Three made-up keepers have left their keys for you.",
  "desk.trial.link": "Act as a keeper",

  "trial.title": "Act as a keeper",
  "trial.lead":
    "In a real network each keeper keeps a key on a stick in a safe. Here Anna, Ben and Cleo are made up, and you may use their keys. Two of the three must sign.",
  "trial.step.key": "Take a key",
  "trial.step.key-body": "Download Anna’s key for the list of members, and copy the passphrase.",
  "trial.step.sign": "Sign at the desk",
  "trial.step.sign-body":
    "Open a request or start something at the desk. Choose the key file, type the passphrase, and sign.",
  "trial.step.other": "Sign as somebody else",
  "trial.step.other-body":
    "Take Ben’s key and sign the same document. With the second signature it takes effect.",
  "trial.passphrase": "The passphrase of all their keys",
  "trial.keeper": "A keeper who was made up for this demonstration.",
  "trial.key.registry": "Key for the list of members",
  "trial.key.root": "Key for the founding document",
  "trial.real": "A real network has no such page. There, nobody ever gives a key or a passphrase away.",

  "waiting.registry": "List of members, version {version}",
  "waiting.root": "Founding document, version {version}",
  "waiting.open": "{more, plural, one {# more signature} other {# more signatures}} needed",
  "waiting.complete": "Signed; waits for the list of members",
  "waiting.look": "Look and sign",
  "waiting.until": "Dropped if it is not finished by {day}",

  "act.opened": "Key {key} started the {what}",
  "act.signed": "Key {key} signed the {what}",
  "act.complete": "All signatures are on the {what}",
  "act.finished": "Took effect: the {what}",
  "act.replaced": "Key {key} put another document in the place of the {what}",
  "act.withdrawn": "Key {key} withdrew the {what}",
  "act.expired": "Dropped, since it waited too long: the {what}",
  "act.overtaken": "Dropped, since another took effect first: the {what}",
  "act.what.registry": "list of members, version {version}",
  "act.what.root": "founding document, version {version}",

  "ceremony.add": "Add a member",
  "ceremony.rotate": "Let a member use a new key",
  "ceremony.suspend": "Suspend a member",
  "ceremony.readmit": "Readmit a member",
  "ceremony.leave": "Let a member go",
  "ceremony.retire": "End a member’s old key",
  "ceremony.close": "Close a member’s record after a theft or a restore",
  "ceremony.renew": "Renew the list of members",
  "about.add":
    "A state or region asked to join. You check by telephone that it is really them, and add them.",
  "about.rotate": "A member asked for a new key. You check it, and from then on its new key counts too.",
  "about.suspend":
    "Nothing new is taken from the member, and its calls are refused. What it shared before stays, so nobody’s training stops. Use this while something is being looked into.",
  "about.readmit": "The member counts again, with the keys it had. What it published meanwhile is taken now.",
  "about.leave":
    "The member’s calls are refused from now on. What it shared stays with everyone. It may come back.",
  "about.retire":
    "Once a member signs with its new key, its old key is ended. What the old key signed stays good.",
  "about.close":
    "After a theft, or after a database came back from an old backup. Everything the member published after a certain entry stops counting everywhere.",
  "about.renew":
    "The list of members is good until {until}. After that nothing new is taken, though recalls still are. Renewing changes no member.",
  "ceremony.root": "Change the keepers’ keys",
  "about.root":
    "When a keeper goes, when a key is lost or may be stolen, or before the founding document ends. The list of members is signed again under it, and both take effect together.",
  "about.not-stolen": "A key that may be stolen is not ended this way. Close the member’s record instead.",

  "begin.who": "Who must be there",
  "begin.who.keepers":
    "{threshold} of the {keys} keepers of the list of members. They need not be in one place.",
  "begin.who.phone": "The member, on the telephone, at a number that you knew before.",
  "begin.who.root":
    "{threshold} of the {keys} keepers of the founding document, and as many as the new one will ask for.",
  "begin.who.new":
    "Everyone whose key for the founding document is new: they sign once, so that nobody finds out in an emergency that a key does not open.",
  "begin.need.pub": "The .pub files of the keys that are new.",
  "begin.need": "What you need",
  "begin.need.key": "Your key file and its passphrase.",
  "begin.need.call": "The fingerprint, read out to you. It is five groups of four letters and digits.",
  "begin.need.seq":
    "The number of the last entry that the member itself signed, and its hash. The member’s office reads both out from its page “Our key”.",
  "begin.need.to":
    "The number of the last entry that the old key signed. The member’s office reads it out from its page “Our key”.",
  "begin.need.from":
    "The number of the member’s next entry. The member’s office reads it out from its page “Our key”.",
  "begin.request": "What was asked",
  "begin.request.role": "Takes part as",
  "begin.request.endorsed": "The member’s present key vouches for the new one",
  "begin.request.yes": "Yes",
  "begin.request.no": "No. Add it only after the old key’s record was closed.",
  "begin.request.file": "Download the request",
  "begin.none": "Nobody is asking for this",
  "begin.none-body": "The member sends a request first. It then stands at the desk.",
  "begin.next": "Show what would change",
  "begin.cancel": "Back to the desk",
  "begin.safe": "Nothing is changed by this step. You see what would change before you sign.",
  "begin.broken-off": "If you break off, nothing has happened. Start again whenever you like.",
  "role.tenant": "A state’s program",
  "role.region": "A region",

  "field.fingerprint": "The fingerprint, as it was read out to you",
  "field.fingerprint-hint":
    "Call the member at a number that you knew before. Type what you hear. This page does not show it to you on purpose: the request proves that whoever wrote it has the key, and only a voice you know tells you who that is.",
  "field.old-fingerprint": "The fingerprint of the old key",
  "field.old-fingerprint-hint": "It stands on the page of the network and on the member’s own Network page.",
  "field.member": "Member",
  "field.group": "Groups to put the member in",
  "field.group-hint": "Everyone is in the group of all members. A group decides nothing about trust.",
  "field.from": "Number of the first entry with the new key",
  "field.from-hint":
    "Leave it empty if the member’s record was closed: then the new key begins where that ended.",
  "field.to": "Number of the last entry that the old key signed",
  "field.seq": "Number of the last good entry",
  "field.head": "Hash of that entry",
  "field.head-hint":
    "64 digits and letters from a to f. If no entry is good, type 0 above and 64 zeros here.",
  "field.cause": "What happened",
  "field.cause.stolen": "Somebody else may have the key. What they recalled comes back.",
  "field.cause.restored": "The database came back from a backup. What was recalled stays recalled.",
  "field.choose": "Choose",
  "field.role.root": "Keepers of the founding document",
  "field.role.registry": "Keepers of the list of members",
  "field.keep": "Keys that stay",
  "field.new-key": "New key {place}",
  "field.new-key-hint": "Open the .pub file and paste what is in it. Leave it empty if there is none.",
  "field.threshold": "How many must sign",
  "field.threshold-hint": "Left empty, more than half.",
  "field.file": "The file that was signed",
  "field.file-hint": "registry.partial or root.partial, or the finished file.",

  "draft.title": "Check, then sign",
  "draft.lead": "This is what the document would change. Nobody has signed it yet, and nothing is in force.",
  "proposal.title.registry": "List of members, version {version}",
  "proposal.title.root": "Founding document, version {version}",
  "proposal.open":
    "Started {at}. {more, plural, one {One more keeper must sign} other {# more keepers must sign}} before it takes effect.",
  "proposal.complete":
    "Every signature is there. It takes effect together with the next list of members, which is signed under it.",
  "proposal.complete-next": "Renew the list of members now",
  "proposal.finished": "This is in force since {at}. Every member was told and fetches it by itself.",
  "proposal.finished-next": "See the network",
  "proposal.replaced": "This was dropped {at}: a keeper signed another document in its place.",
  "proposal.withdrawn": "This was withdrawn {at} by a keeper who had signed it.",
  "proposal.expired": "This was dropped {at}: it waited too long for signatures.",
  "proposal.overtaken": "This was dropped {at}: another document took effect first.",
  "proposal.begin-again": "Nothing of it is in force. Start again at the desk if it is still wanted.",
  "document.changes": "What it changes",
  "document.facts": "The document",
  "document.version": "Version",
  "document.until": "Good until",
  "document.mark": "Its mark",
  "document.mark-note": "Keepers who sign the same document see the same mark. Read it to each other.",
  "document.signed": "Who signed",
  "document.signed.none": "Nobody yet",
  "document.missing": "Who may still sign",
  "document.key-of": "key {place} of {keys}",
  "document.new-key": "new key",

  "change.none": "No member changes. The list is only good for longer.",
  "change.joins": "{name} joins as {code}.",
  "change.joins.address": "Address: {address}",
  "change.taken-out":
    "{code} is taken off the list altogether. Members leave; they are not normally taken off. Ask why.",
  "change.status.active": "{code} counts again.",
  "change.status.suspended": "{code} is suspended.",
  "change.status.left": "{code} leaves.",
  "change.name": "{code} is now called {is}. It was {was}.",
  "change.address": "{code} is now at {is}. It was {was}.",
  "change.roles": "{code} now takes part as {is}. It was {was}.",
  "change.certificate-keys": "{code} has other keys for certificates.",
  "change.epoch": "{code}, record {epoch}:",
  "change.key": "Key {key} signs entries from {from} on.",
  "change.key-to": "Key {key} signs entries {from} to {to}.",
  "change.close.stolen":
    "Closed at entry {seq}, since the key was stolen. Later entries stop counting; what a thief recalled comes back.",
  "change.close.restored":
    "Closed at entry {seq}, after a restore. Later entries stop counting; what was recalled stays recalled.",
  "change.epoch-taken-out":
    "{code}: record {number} is taken out of its history. That is never needed. Ask why.",
  "change.group":
    "Group “{name}”: {joins, plural, =0 {} other {joined by {joining}}}{leaves, plural, =0 {} other { left by {leaving}}}",
  "change.group-name": "Group {code} is now called “{name}”.",
  "change.group-taken-out": "Group {code} is taken out.",
  "change.role.root": "Keepers of the root: {threshold} of {keys} must sign",
  "change.role.registry": "Keepers of the list of members: {threshold} of {keys} must sign",
  "change.role.new": "new",
  "change.role.stays": "stays",
  "change.role.out": "taken out",

  "sign.title": "Sign here",
  "sign.lead":
    "Your browser opens your key and signs. Only the signature is sent. Your key and your passphrase stay on this computer.",
  "sign.key": "Your key file",
  "sign.key-hint": "The file that ends in .key, from your stick.",
  "sign.passphrase": "Its passphrase",
  "sign.button": "Sign",
  "sign.busy": "Opening your key. This takes a moment.",
  "sign.sent": "Signed. Sending the signature.",
  "sign.no-file": "Choose your key file first.",
  "sign.wrong": "The key does not open. Check the passphrase, and that this is the file that ends in .key.",
  "sign.foreign": "This key has no say in this document. Choose the key of a keeper who may still sign.",
  "sign.twice": "This key has signed already. Another keeper must sign.",
  "sign.old-browser": "This browser cannot sign. Use a newer one, or sign with the command below.",
  "sign.no-script":
    "Signing here needs scripts, and they are off in this browser. Sign with the command below instead.",
  "sign.trust":
    "Signing here, you trust this site to show you what you really sign. For a root key, and whenever in doubt, sign on a machine without a network instead. It takes a few minutes more.",
  "withdraw.link": "I signed this and take it back",
  "withdraw.title": "Take your signature back",
  "withdraw.no-script":
    "Taking a signature back needs scripts, and they are off in this browser. Open this page in a browser that has them on.",
  "withdraw.lead":
    "If you signed it, the {what}, is dropped here for everyone. A signature that somebody has copied cannot be unmade: sign another document for the same version soon, which makes this one void for good.",

  "offline.title": "Sign on a machine without a network",
  "offline.lead": "The command shows you again what the document changes, from your own copy of the network.",
  "offline.step.download": "Download the document and carry it over on a stick",
  "offline.download": "Download {file}",
  "offline.step.sign": "Put it beside your copy of the network’s files, and sign",
  "offline.step.upload": "Carry the signed file back and hand it in here",
  "offline.upload": "Hand in the signed file",

  "already.title": "Nothing to sign",
  "already.body": "The list of members says so already.",

  "ask.title": "Ask to join the network",
  "ask.lead":
    "A state or a region asks with a request that its own key has signed. Keepers then check, by telephone, that it is really you.",
  "ask.step.make": "Make the request",
  "ask.step.make-body":
    "An office makes and sends it by itself, under Network, “Join the network”. Whoever runs an instance can also make it with the command:",
  "ask.step.send": "Hand it in",
  "ask.step.call": "Read your fingerprint out to a keeper",
  "ask.step.call-body":
    "Your office and the command show it. Read it out on the telephone to somebody who knows your voice. Do not send it by mail.",
  "ask.file": "The request file",
  "ask.file-hint": "The file that ends in .join. It holds nothing secret.",
  "ask.text": "Or the request as text",
  "ask.send": "Hand in the request",
  "ask.needed": "Choose the request file, or paste the request.",
  "standing.title": "The request of {code}",
  "standing.waiting": "Waiting for keepers",
  "standing.waiting-body":
    "Your request arrived whole, and its key is yours. A keeper now needs to hear your fingerprint. Call one whom you know. The request waits until {day}.",
  "standing.proposed": "Being signed",
  "standing.proposed-body": "{given} of {needed} keepers have signed. Nothing for you to do.",
  "standing.member": "You are a member",
  "standing.member-body":
    "The list of members names your key since version {version}. Your office finds that by itself and begins within minutes.",
  "standing.again": "Open this page again to see how it stands.",

  "refused.title": "This was not taken",
  "refused.back": "Back to the desk",
  "refused.nothing": "Nothing was changed.",
  "error.desk.request-refused": "The request does not hold: {why}",
  "error.desk.requests-full":
    "{most} requests are waiting already. Ask a keeper by telephone to look at them, and hand yours in again tomorrow.",
  "error.desk.request-gone":
    "This request is no longer here. It was taken up, or it waited too long. Ask the member to send it again.",
  "error.desk.document-refused": "The document does not hold: {why}",
  "error.desk.document-empty": "There was no document. Choose the signed file.",
  "error.desk.no-signature":
    "No keeper’s signature is on it. A document is taken once a keeper has signed it.",
  "error.desk.overtaken":
    "Version {held} is in force already, and this is version {version}. There is nothing left to sign.",
  "error.desk.ahead":
    "This is version {version}, and only version {held} is in force here. One in between is missing: hand that in first.",
  "error.desk.document-expired": "The document waited so long that what it says has expired. Start again.",
  "error.desk.dropped":
    "This document was dropped before and cannot come back. Start again if it is still wanted.",
  "error.desk.another-open":
    "Another document for the same version waits for signatures. Finish that one, or have those who signed it sign this one instead.",
  "error.desk.fingerprint-differs":
    "That is not the key in this request. Do not sign. Call the member again, at a number that you knew before.",
  "error.desk.rule-broken": "The rules of the network do not allow this. Look at the numbers again.",
  "error.desk.draft-old": "This page was left open for too long. Start again.",
  "error.desk.field-missing": "Fill this in.",
  "error.desk.not-a-hash": "This must be 64 digits and letters from a to f.",
  "error.desk.not-a-key": "This is no public key. Paste what is in the .pub file, whole.",
  "error.field": "This cannot be right. Look at it again.",
  "error.stewardship.unknown-member": "There is no member {code}.",
  "error.stewardship.member-already":
    "{code} is a member already, with another key. For a new key, the member asks with both keys.",
  "error.stewardship.key-used":
    "{code} has this key, or had it. A key belongs to one member and never comes back. The member makes a new one.",
  "error.stewardship.not-endorsed":
    "The key that {code} has now did not sign for the new one. If that key is lost or stolen, close the member’s record first.",
  "error.stewardship.number-missing": "Type the number of the first entry with the new key.",
  "error.stewardship.unknown-key": "{code} has no such key. Compare it with the page of the network.",
  "error.stewardship.last-key": "{code} would be left without a key. Let it have a new one first.",
  "error.stewardship.epoch-closed":
    "The record of {code} is closed already, at entry {seq}. A close is never moved.",
  "why.malformed": "it is damaged, or something is missing in it. Have it sent again.",
  "why.not-canonical": "it is damaged, or it is another kind of file.",
  "why.bad-type": "it is another kind of file.",
  "why.bad-signature": "it is forged or damaged. Do not use it. Have it sent again.",
  "why.wrong-network": "it is for another network. Compare the networks’ identifiers on the telephone.",
  "why.stale-request": "it is out of date, or a clock is wrong. Have it made again.",
  "why.too-large": "it is too large.",
  "why.registry-fork":
    "it does not follow the list of members that is in force here. Start again from this one.",
  "why.other": "its reason is “{reason}”.",
} as const;
