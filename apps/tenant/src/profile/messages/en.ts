export default {
  "profile.demonstration": "Demonstration. Not a website of the State of {jurisdiction}. Sample data.",
  "profile.assumed": "Assumed for the demonstration; not confirmed by the office.",
  "profile.ask-office": "The office has not stated this yet. Ask the office: {email}",
} as const;
