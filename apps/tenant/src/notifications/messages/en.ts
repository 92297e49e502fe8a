export default {
  "mailbox.title": "Trial mailbox",
  "mailbox.lead":
    "Every e-mail of this demonstration lands here and nowhere else. Nothing was sent to a real address.",
  "mailbox.for": "Messages to {email}",
  "mailbox.all": "Show all messages",
  "mailbox.from": "From",
  "mailbox.from-discreet":
    "{name}. This is the program itself: its e-mail bears a name that tells nobody who looks at an inbox what it is about.",
  "mailbox.to": "To",
  "mailbox.subject": "Subject",
  "mailbox.date": "Date",
  "mailbox.empty": "No message yet",
  "mailbox.empty-body":
    "Messages appear here when somebody asks for a sign-in link, hands in an application or gets a letter.",
  "mailbox.older": "Older messages",
} as const;
