CREATE TABLE "record_restrictions" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"restricted_at" timestamp with time zone NOT NULL,
	"readers" text[] NOT NULL,
	"lifted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "record_restrictions_open" ON "record_restrictions" USING btree ("subject_kind","subject_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "record_restrictions_newest" ON "record_restrictions" USING btree ("restricted_at" DESC NULLS LAST);