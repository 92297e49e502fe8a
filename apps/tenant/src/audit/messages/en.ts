export default {
  "audit.title": "Audit",
  "audit.lead":
    "Every change, who made it and when. Each line carries the hash of the line before it, so a line that was changed or removed shows.",
  "audit.time": "Time",
  "audit.actor": "Who",
  "audit.action": "What",
  "audit.subject": "About",
  "audit.details": "Details",
  "audit.show": "Show what changed",
  "audit.closed": "Restricted record",
  "audit.older": "Older lines",
  "audit.verify": "Check the whole chain",
  "audit.verified": "The chain is whole: {count, plural, one {# line} other {# lines}}, all hashes match.",
  "audit.broken": "The chain is broken at line {seq}. Tell whoever runs the server today.",
  "audit.cut":
    "The chain lacks its end: line {seq} and those after it were removed. Tell whoever runs the server today.",
  "audit.empty": "No change was made yet",
  "audit.empty-body": "Lines appear as soon as an application is handed in or a setting changes.",
  "audit.filter": "Lines about {id}",
  "audit.all": "Show all lines",
} as const;
