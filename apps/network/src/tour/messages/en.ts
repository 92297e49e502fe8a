export default {
  "tour.title": "The tour",
  "tour.lead":
    "Six steps, about five minutes. Nothing here is a slide: you do each step on the states’ own sites, and it is ticked when it really happened there.",
  "tour.bar": "The tour, {done} of 6 steps done",
  "tour.begin": "Begin the tour",
  "tour.begin-again": "Begin again",
  "tour.end": "Leave the tour",
  "tour.again-note": "Beginning again forgets the ticks, not what you did: your motel stays a member.",
  "tour.not-begun": "It has not begun",
  "tour.not-begun-body":
    "From the moment you begin, {host} and {adopter} are watched for what the steps ask for. Only what happened is read, never names or answers.",
  "tour.waiting":
    "{host} and {adopter} must run before the tour can begin. They are starting; this page renews itself.",
  "tour.off": "{state} is switched off. Switch it on to go on.",
  "tour.absent":
    "The tour plays in {host} and {adopter}. This network was started without them; start it without --only to take the tour.",
  "tour.done": "You have seen it all",
  "tour.done-body":
    "One business joined, one training crossed a state line and outlived its origin, and one number rose by one. All of it is in the records of the two states.",
  "tour.ticked": "Done",
  "tour.now": "Next",
  "tour.later": "To come",
  "tour.sign-in-hint":
    "Sign-in works by a link in an e-mail: ask for it, open the trial mailbox, follow the link.",
  "tour.hand": "You are {name}.",
  "tour.short.apply": "Apply",
  "tour.short.approve": "Approve",
  "tour.short.verify": "Verify",
  "tour.short.adopt": "Adopt",
  "tour.short.alone": "Switch off",
  "tour.short.figures": "Publish",
  "tour.apply.title": "Apply as a motel on the Gulf Coast",
  "tour.apply.body":
    "On {host}’s site, join with a motel of your own invention in {county} County. Any name and any address that ends in .example will do.",
  "tour.apply.link": "Open {host}’s application",
  "tour.approve.title": "Approve it, and open the letter",
  "tour.approve.body":
    "Sign in as {host}’s officer, open your motel’s application and approve it. Then read the letter that went to the motel.",
  "tour.approve.link": "Open {host}’s queue as its officer",
  "tour.approve.link-2": "Open the letters in {host}’s trial mailbox",
  "tour.verify.title": "Verify the certificate",
  "tour.verify.body":
    "The motel’s certificate carries a code; the officer’s page of the member shows it too. Type it into {host}’s verify page: it answers with every fact that is printed.",
  "tour.verify.link": "Open {host}’s list of members",
  "tour.verify.link-2": "Open {host}’s verify page",
  "tour.adopt.title": "{adopter} adopts what {host} shared",
  "tour.adopt.body":
    "Sign in as {adopter}’s officer and open a training from {host}. Read what it says, put in {adopter}’s own contacts, and adopt it.",
  "tour.adopt.link": "Open what came in at {adopter}, as its officer",
  "tour.alone.title": "Switch {host} off",
  "tour.alone.body":
    "Then open the training that {adopter} adopted. It is all there, images included: {adopter} keeps its own verified copy.",
  "tour.alone.switch": "Switch {host} off",
  "tour.alone.link": "Open {adopter}’s trainings",
  "tour.figures.title": "Publish figures, and see the region change",
  "tour.figures.body":
    "While {host} is off, the region shows it as late with its last figures. Switch it on, publish its figures as its officer, and the region’s total rises by one: your motel.",
  "tour.figures.switch": "Switch {host} on",
  "tour.figures.link": "Open {host}’s figures as its officer",
  "tour.figures.link-2": "Open the regional comparison",
  "tour.mark.applied": "the application was handed in",
  "tour.mark.approved": "it was approved",
  "tour.mark.letter-read": "the letter was opened",
  "tour.mark.verified": "a certificate was verified",
  "tour.mark.compared": "{adopter} read it",
  "tour.mark.adopted": "{adopter} adopted it",
  "tour.mark.switched-off": "{host} was switched off",
  "tour.mark.taught-alone": "{adopter} showed a training meanwhile",
  "tour.mark.switched-on": "{host} was switched on again",
  "tour.mark.published": "{host} published its figures",
  "tour.waits-for": "Waits for:",
  "tour.lobby": "The states",
} as const;
