export default {
  "home.title":
    "{states, plural, =1 {One state program} =2 {Two state programs} =3 {Three state programs} =4 {Four state programs} =5 {Five state programs} =6 {Six state programs} =7 {Seven state programs} =8 {Eight state programs} =9 {Nine state programs} =10 {Ten state programs} =11 {Eleven state programs} =12 {Twelve state programs} other {# state programs}} against human trafficking, side by side",
  "home.browser": "Figures of the states’ programs",
  "home.description":
    "Members, growth, sectors and training of the states’ Businesses Against Trafficking programs, each with its date, its unit and its source.",
  "home.lead":
    "Businesses, nonprofits and public bodies join these programs to train their staff and to put a plan against trafficking into their own policies. Each state counts for itself, signs its figures and publishes them; this page checks the signatures and sets them side by side.",
  "home.press": "One page to print (PDF)",
  "home.data": "All data as CSV and JSON",
  "home.counted": "counted {day}",
  "home.where": "How fresh the figures are",
  "home.empty": "No state has published figures yet",
  "home.empty-body":
    "Figures appear here within minutes after a state’s office publishes its first month. Until then nothing is shown, and nothing is counted as zero.",
  "home.network": "See who is in the network",
  "sum.members": "{members} active members in {states, plural, one {one state} other {# states}}",
  "sum.members-on": "{from, select, same {Counted on {to}.} other {Counted between {from} and {to}.}}",
  "sum.employees": "They report {employees} employees, who can be reached with training at work.",
  "sum.rate": "That is {rate} members for every 1,000 establishments in these states.",
  "sum.growth":
    "In the {states, plural, one {one state} other {# states}} that published both months, membership went from {before} in {from} to {after} in {to}.",
  "sum.late":
    "{count, plural, one {The figures of {places} are late; the totals hold what it published last.} other {The figures of {places} are late; the totals hold what they published last.}}",
  "sum.missing":
    "{count, plural, one {{places} has published nothing yet and is not in the totals.} other {{places} have published nothing yet and are not in the totals.}}",
  "sum.activity": "In {month}, employees and professionals completed {completions} trainings.",
  "sum.activity-hidden":
    "The number of completed trainings in {month} is hidden for the region, because it is hidden for {hidden, plural, one {one state} other {# states}}.",
  "members.heading": "Members and the people who work for them",
  "members.chart": "Active members by state",
  "members.chart-is": "Horizontal bars, one for each state, longest first. {highest} has the most, {value}.",
  "members.rate": "Members per 1,000 establishments",
  "members.rate-is":
    "Horizontal bars, one for each state, highest first. {highest} has the highest rate, {value}.",
  "members.map": "Where the rate is higher",
  "members.map-is":
    "A map of the states in the network, filled more densely where there are more members per 1,000 establishments. The highest rate is {value}, in {highest}.",
  "members.table": "Members, rates and employees by state",
  "members.all":
    "{states, plural, =1 {One state} other {# states}}{all, select, yes {, all of them} other {, without the others}}",
  "members.late-note":
    "{why, select, month {late: no figures after {month}} silent {late: not heard from since {heard}} other {late}}",
  "rate.source": "{series}, {year}: all establishments of the state",
  "note.register":
    "Active members are those in the state’s register on the day it counted. Its public directory may list fewer, because a member may choose not to be listed, and its own pages may already count who joined since.",
  "note.establishment":
    "An establishment is a place of business; a member is usually a firm, and a firm may have many establishments. The rate says how far a program has spread, not what share of firms has joined.",
  "note.like": "Programs differ in whom they take. Where a state counts differently, its own words say how.",
  "note.employees":
    "Employees are what each member wrote in its application. They were not counted by anybody else.",
  "col.state": "State",
  "col.members": "Active members",
  "col.rate": "Members per 1,000 establishments",
  "col.establishments": "Establishments, {year}",
  "col.employees": "Employees reported",
  "col.counties": "Counties with a member",
  "col.as-of": "Counted on",
  "col.month": "Month",
  "col.sector": "Sector (NAICS 2022)",
  "col.sector-rate": "Members per 1,000 establishments of the sector, {year}",
  "col.joined": "Joined",
  "col.renewed": "Renewed",
  "col.lapsed": "Lapsed",
  "col.revoked": "Revoked",
  "col.completions": "Trainings completed",
  "col.contact-hours": "Contact hours",
  "col.toolkit-adoptions": "Toolkits adopted",
  "col.level": "Level",
  "col.newest": "Newest month",
  "col.signed": "Signed by the state",
  "col.heard": "Last heard from",
  "col.status": "Status",
  "counties-of": "{reached} of {of}",
  "no-denominator": "No denominator",
  "members.spread": "How far each program has spread",
  "growth.heading": "Growth by month",
  "growth.chart": "Active members at each month’s end",
  "growth.chart-is":
    "One small chart for each state on the same scale, from {from} to {to}. A gap is a month that the state did not publish.",
  "growth.from":
    "{cut, select, yes {Only the newest {months} months are shown; a state’s own page has every month that it published.} other {The first published figures are of {month}.}} A program may be older than its figures.",
  "growth.note": "The last point of a month that is still running moves until the month ends.",
  "sectors.heading": "Sectors",
  "sectors.chart": "Active members by sector, all states",
  "sectors.chart-is":
    "Horizontal bars, one for each sector of the North American Industry Classification System, longest first. The largest is {highest}, with {value} members.",
  "sectors.rates": "Health care, and lodging and food",
  "sectors.rates-note":
    "Of {series}, {year}, only these two sectors’ counts are used: the file lacks three others, so sectors are never added up to a total.",
  "sectors.note": "A member is counted once, in the sector it named first.",
  "reach.chart": "Employees whom members report, by state",
  "reach.chart-is": "Horizontal bars, one for each state, longest first. {highest} has the most, {value}.",
  "activity.heading": "Training and toolkits in {month}",
  "activity.table": "Completed trainings, contact hours and toolkits by state, {month}",
  "activity.lead":
    "These figures are about people who learn, so each state publishes one total a month and hides it where it is small.",
  "activity.total": "Region",
  "activity.hidden": "Hidden",
  "activity.missing": "Not published",
  "activity.rule.small-count":
    "too few to publish: a number under {threshold}, or about fewer than {threshold} people or members",
  "activity.rule.small-difference":
    "so close to an earlier figure that the difference would tell of single people",
  "activity.total-hidden":
    "Hidden, because {hidden, plural, one {one state’s figure is} other {# states’ figures are}}. The others together: {others}",
  "activity.total-missing":
    "without {missing, plural, one {one state that has} other {# states that have}} not published the month",
  "activity.hidden-note":
    "A hidden figure is neither zero nor missing. A regional total that would give a hidden figure away is hidden too.",
  "fresh.heading": "How fresh each state’s figures are",
  "fresh.table": "Freshness by state",
  "fresh.lead": "A month’s figures are due {days} days after the month ends. The month due now is {month}.",
  "fresh.current": "Current",
  "fresh.late": "Late",
  "fresh.none": "Nothing yet",
  never: "never",
  "none-yet": "None yet",
  "late.month-missing": "The month that is due was not published. The newest is {month}.",
  "late.unreachable": "Its site does not answer. Last heard from: {heard}.",
  "late.not-verified":
    "What its site answers now could not be verified, so it is not shown. Last heard from: {heard}.",
  "late.quarantined": "Its feed contradicts itself and is set aside until the network has looked into it.",
  "late.suspended": "The network has suspended it.",
  "late.left": "It has left the network.",
  "late.refused-malformed": "Its newest release does not fit the common form and is not shown.",
  "late.refused-wrong-jurisdiction": "Its newest release speaks of another state and is not shown.",
  "late.refused-future": "Its newest release is of a day that has not come and is not shown.",
  "data.same": "The same figures:",
  "data.csv": "CSV",
  "data.json": "JSON",
  "data.heading": "Take the data with you",
  "data.lead":
    "Every figure on this page, with its month, its date and whether it is late or hidden. The files are open to everybody, without a key.",
  "data.membership": "Members, rates and employees by state",
  "data.growth": "Members by state and month",
  "data.sectors": "Members by sector",
  "data.activity": "Trainings, hours and toolkits, with hidden figures marked",
  "data.freshness": "Freshness by state",
  "data.network": "Members of the network and their keys",
  "data.docs": "How to read these files, and the whole API",
  "state.over": "Figures of one state",
  "state.lead": "The newest month is {month}, counted on {day}.",
  "state.register":
    "Active members are those in the state’s register on {day}. Its public directory may list fewer, because a member may choose not to be listed, and its own pages may already count who joined since.",
  "state.no-release": "It has published no figures yet.",
  "state.visit": "Go to the program’s own site",
  "state.back": "All states",
  "state.difference": "How {place} counts differently",
  "state.late": "These figures are late",
  "state.now": "The newest month",
  "state.months": "Every month published",
  "state.months-lead":
    "What happened in a month belongs to that month; members, employees and counties are as of its last day.",
  "state.levels": "Members by level",
  "state.sectors": "Members by sector",
  "state.definitions": "What each figure means",
  "state.definition": "Definition",
  "state.unit": "Unit",
  "state.differs": "Difference in this state",
  "state.metric": "Figure",
  "state.protection": "What is hidden, and why",
  "state.protection-rule":
    "A figure about learners or adopters is published as 0 or as at least {threshold}.",
  "state.source": "signed figures of {month}, revision {revision}",
  "state.growth": "Active members by month",
  "state.growth-from":
    "The first published figures are of {month}. The program may be older than its figures.",
  "state.growth-is": "A line from {from} to {to}. It begins at {first} and ends at {last}.",
  "metric.members": "Active members",
  "metric.employees": "Employees reported",
  "metric.counties": "Counties with a member",
  "metric.joined": "Joined in the month",
  "metric.renewed": "Renewed in the month",
  "metric.lapsed": "Lapsed in the month",
  "metric.revoked": "Revoked in the month",
  "metric.completions": "Trainings completed in the month",
  "metric.contact-hours": "Contact hours in the month",
  "metric.toolkit-adoptions": "Toolkits adopted in the month",
  "about.title": "Method and definitions",
  "about.lead": "How these figures come about, what they mean, and what they do not say.",
  "about.path": "From a state’s office to this page",
  "about.path-count": "A state counts",
  "about.path-count-body":
    "Once a month the state’s own system counts its register of members and its training records. No row about a person or a firm ever leaves the state: a release holds totals only.",
  "about.path-protect": "Small figures are hidden before they leave",
  "about.path-protect-body":
    "The register of members is public, so its counts are exact. A figure about people who learn is published as 0 or as at least 11, or more where a state says so; one that is smaller is marked as hidden, with the rule, never as zero. When a month is revised, a figure that was hidden stays hidden.",
  "about.path-sign": "The state signs",
  "about.path-sign-body":
    "The release is an entry of the state’s signed feed. Each entry holds the hash of the one before it, so that nothing can be changed or taken away unseen.",
  "about.path-check": "The region checks",
  "about.path-check-body":
    "This site takes keys from the network’s registry only. A release whose signature, order or form is wrong is not shown; the last good one stays, marked as late.",
  "about.late": "Late, hidden, not published: three different things",
  "about.late-late": "Late",
  "about.late-late-body":
    "The month that is due is not there, or the state’s site cannot be asked. Its last figures are shown and counted in the totals, and every total says so.",
  "about.late-hidden": "Hidden",
  "about.late-hidden-body":
    "There is a figure, and it is too small to publish. A regional total that would give it away is hidden as well; what the other states show is added up beside it.",
  "about.late-none": "Not published",
  "about.late-none-body":
    "The state did not publish this month. It is a gap in a line, an empty cell in a file, and never zero.",
  "about.rates": "Rates",
  "about.rates-lead": "A rate divides a state’s active members by its establishments, times 1,000.",
  "about.denominators": "What rates are divided by",
  "about.population": "Residents, 2020",
  "about.sector62": "Establishments in health care, {year}",
  "about.sector72": "Establishments in lodging and food, {year}",
  "about.sources":
    "Sources: US Census Bureau. Residents: 2020 Decennial Census, apportionment counts. Establishments: County Business Patterns {year}, all sectors. Sectors 62 and 72: County Business Patterns {sectorYear}.",
  "about.sector-file":
    "The sector file of {sectorYear} lacks sectors 31-33, 44-45 and 48-49, so its sectors are never added up.",
  "about.compare": "What to keep in mind when you compare",
  "about.compare-age":
    "A program of four years has had more time than one of one year. Growth by month shows this better than today’s totals.",
  "about.compare-levels":
    "Some programs have levels, some have none, and a level may or may not make training mandatory. Levels are shown on each state’s page and never added across states.",
  "about.compare-impact":
    "Membership is not an inspection, and these figures do not measure how much trafficking there is or how much was prevented.",
  "about.differences": "How states count differently",
  "about.no-differences": "No state has named a difference.",
  "press.title": "State programs against human trafficking: figures for the region",
  "press.office": "Concord, regional figures",
  "press.rate": "Per 1,000 establishments",
  "press.file": "regional-figures",
} as const;
