export default {
  "records.title": "Restricted records",
  "records.lead":
    "Somebody may be telling in these of being harmed. They stand in no list and no export, and nothing can be decided about them.",
  "records.empty": "No record is restricted",
  "records.empty-body":
    "On an application or a member’s record, choose “Somebody may be telling of being harmed”.",
  "records.record": "Record",
  "records.since": "Restricted",
  "records.application": "Application",
  "records.member": "Member’s record",

  "records.may-be": "Somebody may be telling of being harmed",
  "records.may-be-body":
    "If somebody says here that they or another person are being harmed, close this record to everybody else. You then see what to do.",
  "records.restrict": "Restrict this record",

  "records.script": "What to do now",
  "records.script1": "If somebody is in danger at this moment, call 911.",
  "records.script2":
    "Call the National Human Trafficking Hotline for advice: {phone}. You can call for somebody else and need not give names.",
  "records.script3":
    "Do not call, write or visit the business. Do not answer to the address or phone in the record: an employer or somebody else may read it.",
  "records.script4": "Do not forward, copy or print what was written. Tell only who must know.",
  "records.script5":
    "Tell your supervisor in person. The office has recorded no instructions of its own for this; ask for them.",
  "records.readers":
    "{count, plural, one {One officer has opened it.} other {# officers have opened it.}} Every opening is in the audit.",
  "records.open": "Open the record",
  "records.open-body": "Open it only if you handle it. The audit keeps who did, and when.",
  "records.go": "Go to the record",
  "records.lift": "Lift the restriction",
  "records.lift-body":
    "When nobody was telling of being harmed, or when all that had to be done was done. The record is then as before.",
  "records.audit": "This record in the audit",

  "records.restricted": "This record is restricted, since somebody may be telling in it of being harmed.",
  "records.not-restricted": "This record is not restricted.",
} as const;
