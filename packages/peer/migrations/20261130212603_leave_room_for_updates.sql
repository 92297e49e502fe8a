-- Each row is written when it comes, when it is judged and when it is handed over: with room on its page an update
-- leaves the indexes as they are.
ALTER TABLE "peer"."entries" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "peer"."items" SET (fillfactor = 50);
