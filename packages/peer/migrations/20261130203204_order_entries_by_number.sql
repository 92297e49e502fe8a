DROP INDEX "peer"."entries_undelivered_idx";--> statement-breakpoint
ALTER TABLE "peer"."entries" DROP CONSTRAINT "entries_feed_epoch_seq_pk";--> statement-breakpoint
ALTER TABLE "peer"."entries" ADD CONSTRAINT "entries_feed_seq_epoch_pk" PRIMARY KEY("feed","seq","epoch");--> statement-breakpoint
CREATE INDEX "entries_undelivered_idx" ON "peer"."entries" USING btree ("feed","seq") WHERE "peer"."entries"."delivered_at" is null;