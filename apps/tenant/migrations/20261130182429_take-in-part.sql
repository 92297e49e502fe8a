CREATE TABLE "item_part_bodies" (
	"item" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "shared_items" ADD COLUMN "supersedes" text;--> statement-breakpoint
ALTER TABLE "shared_items" ADD COLUMN "derived_from" text;--> statement-breakpoint
ALTER TABLE "item_part_bodies" ADD CONSTRAINT "item_part_bodies_item_incoming_items_item_fk" FOREIGN KEY ("item") REFERENCES "public"."incoming_items"("item") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shared_items_derived" ON "shared_items" USING btree ("derived_from");