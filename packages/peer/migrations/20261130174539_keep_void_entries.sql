CREATE TABLE "peer"."void_entries" (
	"feed" text NOT NULL,
	"epoch" integer NOT NULL,
	"seq" integer NOT NULL,
	"sha256" text NOT NULL,
	"signed" text NOT NULL,
	"payload" jsonb,
	"item" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"voided_at" timestamp (3) with time zone NOT NULL,
	"verdict" text,
	CONSTRAINT "void_entries_feed_sha256_pk" PRIMARY KEY("feed","sha256")
);
--> statement-breakpoint
CREATE INDEX "void_entries_item_idx" ON "peer"."void_entries" USING btree ("item");