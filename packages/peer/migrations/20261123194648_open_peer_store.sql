CREATE SCHEMA "peer";
--> statement-breakpoint
CREATE TABLE "peer"."blobs" (
	"sha256" text PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"type" text NOT NULL,
	"present" boolean NOT NULL,
	"wanted" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "peer"."bodies" (
	"sha256" text PRIMARY KEY NOT NULL,
	"json" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "peer"."contacts" (
	"code" text PRIMARY KEY NOT NULL,
	"last_heard_at" timestamp (3) with time zone,
	"last_attempt_at" timestamp (3) with time zone,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"hinted_at" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_reason" text,
	"last_summary" jsonb
);
--> statement-breakpoint
CREATE TABLE "peer"."entries" (
	"feed" text NOT NULL,
	"epoch" integer NOT NULL,
	"seq" integer NOT NULL,
	"sha256" text NOT NULL,
	"signed" text NOT NULL,
	"payload" jsonb,
	"op" text,
	"item" text,
	"revision" integer,
	"body_sha256" text,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"verdict" text,
	"reason" text,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "entries_feed_epoch_seq_pk" PRIMARY KEY("feed","epoch","seq")
);
--> statement-breakpoint
CREATE TABLE "peer"."feeds" (
	"code" text PRIMARY KEY NOT NULL,
	"appended_through" integer DEFAULT 0 NOT NULL,
	"head" text NOT NULL,
	"verified_through" integer DEFAULT 0 NOT NULL,
	"checkpoint" text,
	"quarantined_at" timestamp (3) with time zone,
	"quarantine_reason" text,
	"quarantine_evidence" jsonb
);
--> statement-breakpoint
CREATE TABLE "peer"."items" (
	"item" text PRIMARY KEY NOT NULL,
	"feed" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"revision" integer NOT NULL,
	"offered_revision" integer,
	"erased_revisions" integer[] NOT NULL,
	"reason" text,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "peer"."receipts" (
	"code" text PRIMARY KEY NOT NULL,
	"applied_through" integer NOT NULL,
	"signed" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "peer"."revision_blobs" (
	"item" text NOT NULL,
	"revision" integer NOT NULL,
	"feed" text NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "revision_blobs_item_revision_sha256_pk" PRIMARY KEY("item","revision","sha256")
);
--> statement-breakpoint
CREATE TABLE "peer"."taken_requests" (
	"issuer" text NOT NULL,
	"jti" text NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "taken_requests_issuer_jti_pk" PRIMARY KEY("issuer","jti")
);
--> statement-breakpoint
CREATE TABLE "peer"."trust_documents" (
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"sha256" text NOT NULL,
	"document" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "trust_documents_kind_version_pk" PRIMARY KEY("kind","version")
);
--> statement-breakpoint
CREATE INDEX "entries_item_idx" ON "peer"."entries" USING btree ("item","revision");--> statement-breakpoint
CREATE INDEX "entries_body_idx" ON "peer"."entries" USING btree ("body_sha256");--> statement-breakpoint
CREATE INDEX "entries_received_idx" ON "peer"."entries" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "entries_undelivered_idx" ON "peer"."entries" USING btree ("feed","delivered_at");--> statement-breakpoint
CREATE INDEX "items_kind_idx" ON "peer"."items" USING btree ("kind","item");--> statement-breakpoint
CREATE INDEX "items_feed_idx" ON "peer"."items" USING btree ("feed","item");--> statement-breakpoint
CREATE INDEX "revision_blobs_sha256_idx" ON "peer"."revision_blobs" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "taken_requests_taken_at_idx" ON "peer"."taken_requests" USING btree ("taken_at");