export default {
  "title.invalid": "The request was not accepted as it is",
  "title.unauthenticated": "Sign-in is needed",
  "title.forbidden": "This is not allowed",
  "title.not-found": "Not found",
  "title.conflict": "This does not fit the current state",
  "title.rate-limited": "Too many requests",
  "title.unavailable": "Not available right now",
  "title.unexpected": "Something went wrong on our side",

  "detail.invalid": "One or more values break a rule. Correct them and send the request again.",
  "detail.unauthenticated": "Send a valid bearer token, or sign in.",
  "detail.forbidden": "The account you use may not do this.",
  "detail.not-found": "There is nothing at this address, or you may not see it.",
  "detail.conflict":
    "Something changed since you last looked, or a rule forbids this step now. Read it again first.",
  "detail.rate-limited": "Wait for the time that the Retry-After header names, then try again.",
  "detail.unavailable": "Try again in a few minutes.",
  "detail.unexpected":
    "The error was recorded. If you report it, give the request number that stands in this answer.",

  "code.http.malformed-request":
    "The request body could not be read. Check that it is complete and well formed.",
  "code.http.method-not-allowed":
    "This address does not take this method. The Allow header lists those it takes.",
  "code.http.body-too-large": "The request body is larger than this address accepts.",
  "code.http.unsupported-media-type": "This address does not accept this Content-Type.",
  "code.http.misdirected": "This server does not serve the host name that was asked for.",
  "code.http.precondition-failed":
    "The resource changed since you read it. Read it again and repeat the change.",
  "code.http.precondition-required": "Send If-Match with the ETag that you read.",
  "code.http.characters": "The address holds a character that cannot be stored. Leave it out.",
  "code.http.csrf":
    "The form could not be matched to this browser. Open the page again, then send the form once more.",
  "code.http.invalid-cursor": "The cursor was not made by this server. Start again without a cursor.",
  "code.http.idempotency-key-missing": "Send an Idempotency-Key header with a value of 1 to 255 characters.",
  "code.http.idempotency-key-reused": "This Idempotency-Key was used before with a different request.",
  "code.http.idempotency-in-progress": "A request with this Idempotency-Key is still being worked on.",

  "field.required": "This value is required.",
  "field.invalid-type": "This value has the wrong type.",
  "field.too-small": "This value is too short or too small.",
  "field.too-big": "This value is too long or too large.",
  "field.invalid-format": "This value does not have the expected format.",
  "field.not-multiple-of": "This value is not a multiple of the expected step.",
  "field.unrecognized-keys": "There is a field that is not known here.",
  "field.invalid-value": "This value is not one of the allowed ones.",
  "field.invalid-union": "This value fits none of the allowed forms.",
  "field.invalid-key": "A key has the wrong form.",
  "field.invalid-element": "An element has the wrong form.",
  "field.characters": "This holds a character that cannot be stored. Leave it out.",
  "field.too-deep": "This is nested deeper than any form here.",
  "field.invalid": "This value breaks a rule.",

  "page.title": "Problem: {code}",
  "page.intro": "Answers with this code mean:",
  "page.kinds": "What each status means",
  "page.status": "Status {status}",
  "page.request": "If you ask for help, give the request number in the field “instance”.",

  "misdirected.title": "This site is not here",
  "misdirected.body": "This server does not serve {host}. Check the address for a typing error.",
} as const;
