export default {
  "sign-in.title": "Sign in",
  "sign-in.lead": "We send you an e-mail with a link. No password is needed.",
  "sign-in.email": "Your e-mail address",
  "sign-in.email-hint": "Use the address that the office or your employer has for you.",
  "sign-in.submit": "E-mail me a sign-in link",
  "sign-in.notice":
    "This system is for the program’s work. Use is recorded, and misuse may be punished under law.",

  "sent.title": "Look in your e-mail",
  "sent.body":
    "If {email} can receive mail, a message with a sign-in link is on its way. The link works once, for 15 minutes.",
  "sent.again": "Nothing there after a few minutes? Look in the spam folder, or ask for a new link.",
  "sent.again-link": "Ask for a new link",
  "sent.mailbox": "This is a demonstration: the message is in the trial mailbox.",
  "sent.mailbox-link": "Open the trial mailbox",

  "confirm.title": "Finish signing in",
  "confirm.body": "Press the button to sign in on this device.",
  "confirm.why":
    "Why a button? Mail programs open links to check them. The button makes sure that it is you.",
  "confirm.submit": "Sign in",
  "confirm.failed.title": "This link no longer works",
  "confirm.failed.body": "A sign-in link works once, for 15 minutes. Please ask for a new one.",

  "mail.subject": "Your sign-in link",
  "mail.body":
    "Somebody, probably you, asked to sign in with this e-mail address. The link works once, for 15 minutes.",
  "mail.ignore": "If it was not you, ignore this message. Nobody can sign in without it.",
  "mail.link": "Sign in",

  "people.title": "People and roles",
  "people.lead":
    "Officers can do everything in this office. Give the role to as few people as the work needs.",
  "people.officers": "Officers",
  "people.name": "Name",
  "people.email": "E-mail",
  "people.add": "Add an officer",
  "people.add-submit": "Give the officer role",
  "people.roles": "Roles",
  "people.everybody": "Everybody the program knows",
  "people.search": "Search people",
  "people.search-hint": "By name or e-mail address.",
  "people.nobody": "Nobody found",
  "people.nobody-hint": "Search for another name, or for a part of it.",
  "people.no-role": "No role",
  "people.role-for": "{role} for {firm}",
  "people.end": "End the role of {name}: {role}",
  "people.end-short": "End",
  "role.officer": "Officer",
  "role.member": "Member’s person",
  "role.learner": "Learner",

  "tokens.title": "Access for systems",
  "tokens.lead": "A token lets another system use the API. It can do only what its scopes allow.",
  "tokens.name": "What the token is for",
  "tokens.scopes": "What it may do",
  "tokens.days": "Days until it expires",
  "tokens.create": "Make a token",
  "tokens.made": "Copy the token now. It is shown only this once.",
  "tokens.expires": "Expires",
  "tokens.status": "Status",
  "tokens.expired": "Expired",
  "tokens.revoked": "Revoked",
  "tokens.revoke": "Revoke",
  "tokens.none": "No token yet. Make one when another system needs to read the members or report attendance.",

  "identity.own-role": "You cannot take the role from yourself. Ask another officer to do it.",
} as const;
