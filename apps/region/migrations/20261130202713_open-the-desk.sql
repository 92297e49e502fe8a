CREATE TABLE "desk_acts" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"act" text NOT NULL,
	"document" text NOT NULL,
	"version" integer NOT NULL,
	"sha256" text NOT NULL,
	"kid" text
);
--> statement-breakpoint
CREATE TABLE "join_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"kid" text NOT NULL,
	"code" text NOT NULL,
	"signed" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "join_requests_kid_unique" UNIQUE("kid")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"document" text NOT NULL,
	"version" integer NOT NULL,
	"sha256" text NOT NULL,
	"signed" text NOT NULL,
	"standing" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "desk_acts_sha256_idx" ON "desk_acts" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_one_open_idx" ON "proposals" USING btree ("document") WHERE standing in ('open', 'complete');--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_sha256_idx" ON "proposals" USING btree ("sha256");