ALTER TABLE "peer"."feeds" ADD COLUMN "receipt_through" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "peer"."feeds" ADD COLUMN "receipt_failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "peer"."feeds" ADD COLUMN "receipt_due_at" timestamp (3) with time zone;