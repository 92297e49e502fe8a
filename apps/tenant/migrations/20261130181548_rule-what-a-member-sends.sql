CREATE TABLE "peer_rules" (
	"feed" text NOT NULL,
	"kind" text NOT NULL,
	"choice" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "peer_rules_feed_kind_pk" PRIMARY KEY("feed","kind")
);
