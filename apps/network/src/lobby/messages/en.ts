export default {
  "lobby.name": "The network of state programs",
  "lobby.title":
    "{count, plural, one {One state} =2 {Two states} =3 {Three states} =4 {Four states} =5 {Five states} =6 {Six states} =7 {Seven states} =8 {Eight states} other {# states}}. One shared library. Each in charge of its own program.",
  "lobby.lead":
    "Secretaries of State invite businesses to work against human trafficking. Here each state runs its own site, on its own data and by its own rules. They share trainings and toolkits, and none needs another to be up.",
  "lobby.tour": "The tour",
  "lobby.tour-begin": "Begin the tour",
  "lobby.tour-go-on": "Go on with the tour",
  "lobby.states": "The states",
  "lobby.state": "State",
  "lobby.program": "Program",
  "lobby.since": "{acronym}, since {since}",
  "lobby.members": "Listed members",
  "lobby.members-unknown": "not heard yet",
  "lobby.verified": "Last verified by another member",
  "lobby.verified-at": "{at}, {entries, plural, one {1 signed entry} other {# signed entries}}",
  "lobby.verified-not": "not yet",
  "lobby.standing": "Now",
  "lobby.phase.waiting": "Waits for its turn",
  "lobby.phase.starting": "Starting",
  "lobby.phase.filling": "Making sample data, {percent}%",
  "lobby.phase.ready": "Running",
  "lobby.phase.stopped": "Switched off",
  "lobby.phase.failed": "Did not start",
  "lobby.progress": "Sample data of {state}",
  "lobby.switch": "Switch",
  "lobby.switch-off": "Switch off",
  "lobby.switch-on": "Switch on",
  "lobby.switch-of": "{change} {state}",
  "lobby.switch-note":
    "Switch one off, and the others go on: what they took over from it is theirs, file by file. Nothing is lost; switch it on again and it catches up.",
  "lobby.switched.stopped": "{state} is switched off. The others go on without it.",
  "lobby.switched.starting": "{state} is starting.",
  "lobby.switched.ready": "{state} is running.",
  "lobby.switched.failed": "{state} did not start.",
  "lobby.starting":
    "{ready} of {all} are running. A first start makes two years of sample data for each state; that takes about two minutes.",
  "lobby.failed-note":
    "The log in the terminal says why. Try to switch it on; if that fails again, stop the network and start it with --fresh.",
  "lobby.map-title": "Who is in the network",
  "lobby.map-desc":
    "A map of the network’s states. Each carries its program’s emblem and its postal code; the list below names them all.",
  "lobby.map-note":
    "The emblems were drawn for this demonstration. They are not seals, and no state office has approved them. Outlines: U.S. Census Bureau.",
  "lobby.seat": "One seat is open",
  "lobby.seat-body":
    "Mississippi’s office says that six other states have joined it besides Texas and Iowa. Five are confirmed: Alabama, Georgia, Kentucky, Tennessee and West Virginia. The sixth is not, so no name stands here. Iowa, outside the Southeast, began its program in January 2022 and takes no part in this trial.",
  "lobby.seat-how":
    "A state joins with a folder of settings: its name, office, brand, rules, boards and letters. It needs no change to the program. The README says how under “Run your own state”.",
  "lobby.events": "What the states did lately",
  "lobby.events-lead": "As the states’ own instances tell it. The newest comes first.",
  "lobby.events-none": "Nothing was shared yet",
  "lobby.events-none-body":
    "When a state publishes a training or adopts another state’s, it shows here within seconds.",
  "lobby.event.published": "{state} published “{title}”",
  "lobby.event.revised": "{state} revised “{title}”",
  "lobby.event.adopted": "{state} adopted “{title}”",
  "lobby.event.adopted-from": "{state} adopted “{title}” from {from}",
  "lobby.event.figures": "{state} published its figures for {month}",
  "lobby.doors": "Three ways in",
  "lobby.door.join": "Join as a business",
  "lobby.door.join-body":
    "A motel, a clinic, a trucking firm or a church alliance applies with its own state. The questions and commitments differ from state to state, because the programs do. Choose yours:",
  "lobby.door.run": "Run a state’s program",
  "lobby.door.run-body":
    "Open an office’s desk: applications that wait, trainings, licensure boards, what other states offer, figures, and a record of who did what.",
  "lobby.door.run-link": "Sign in as an officer",
  "lobby.door.compare": "Compare the states",
  "lobby.door.compare-body":
    "The region adds up what the states publish and sign each month. It never sees a business or a person, and it says which state is late.",
  "lobby.door.compare-link": "Open the regional comparison",
  "lobby.sign-ins": "People you can sign in as",
  "lobby.sign-ins-lead":
    "They are made up. Choose one and ask for the sign-in link; it lands in that state’s trial mailbox, one click away.",
  "lobby.role.officer": "Officer of the program",
  "lobby.role.member": "Member business",
  "lobby.role.licensee": "Licensed professional",
  "lobby.not-running": "not running",
  "lobby.facts": "What is real here, and what is sample",
  "lobby.fact.real": "Real",
  "lobby.fact.real-body":
    "The software, the signatures on everything states share, the rules of each program where they are public, the trainings and toolkits, and every result you cause.",
  "lobby.fact.sample": "Sample",
  "lobby.fact.sample-body":
    "Every business, person, license, membership, session and number. Names are made up, phone numbers are of the 555 range, and addresses end in .example. No state office runs this, answers for it, or gave its seal.",
  "lobby.fact.unsure": "Assumed",
  "lobby.fact.unsure-body":
    "Some rules of some programs are not public. Those are marked as assumptions on the pages where they count, or the page says: ask your office.",
  "lobby.fact.here": "On this machine",
  "lobby.fact.here-body":
    "Each state has its own database, files and keys, and speaks to the others only by the network’s signed protocol. Nothing leaves this computer, and no page loads anything from elsewhere.",
  "lobby.fact.reset": "Starting over",
  "lobby.fact.reset-body":
    "The tour can begin again at any time. To empty everything, stop the network and start it with:",
  "lobby.region-does": "Adds up what the states sign",
  "lobby.region-verifies": "verifies the states, and signs no figures",
  "lobby.region": "Regional comparison",
  "lobby.look-again": "Look again",
  "away.title": "{state} is switched off",
  "away.body":
    "Nothing of it is lost, and the other states go on without it. It can be switched on again on the lobby’s list.",
  "away.starting": "{state} is starting",
  "away.starting-body": "It will answer here in a moment. The lobby shows how far it is.",
  "away.lobby": "To the lobby",
  "error.title.not-found": "There is no such page",
  "error.body.not-found":
    "The address may be mistyped, or what was here has moved. All states are on the lobby’s first page.",
  "error.title.forbidden": "That was not accepted",
  "error.body.forbidden":
    "The page you pressed the button on was too old, or came from somewhere else. Open the lobby again and try once more.",
  "error.title.invalid": "That could not be understood",
  "error.body.invalid": "Go back to the lobby and try it from there.",
  "error.title.unexpected": "Something went wrong",
  "error.body.unexpected": "It is not your fault, and nothing you did is lost. Try again in a moment.",
  "error.request": "If you report it, give this number: {id}.",
} as const;
