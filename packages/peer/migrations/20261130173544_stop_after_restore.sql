ALTER TABLE "peer"."feeds" ADD COLUMN "halted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "peer"."feeds" ADD COLUMN "halt_found" jsonb;