CREATE TABLE "peer"."quarantines" (
	"feed" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	CONSTRAINT "quarantines_feed_since_pk" PRIMARY KEY("feed","since")
);
--> statement-breakpoint
INSERT INTO "peer"."quarantines" ("feed", "since", "reason", "evidence")
SELECT "code", "quarantined_at", "quarantine_reason", "quarantine_evidence" FROM "peer"."feeds"
WHERE "quarantined_at" IS NOT NULL AND "quarantine_reason" IS NOT NULL AND "quarantine_evidence" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "peer"."feeds" DROP COLUMN "quarantine_evidence";