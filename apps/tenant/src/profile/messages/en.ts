export default {
  "profile.demonstration": "Demonstration. Not a website of the State of {jurisdiction}. Sample data.",
  "profile.assumed": "Assumed for the demonstration; not confirmed by the office.",
  "profile.ask-office": "We do not have this rule yet. Ask the office: {email}",
} as const;
