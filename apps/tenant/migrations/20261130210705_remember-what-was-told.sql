CREATE TABLE "told_alerts" (
	"key" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"stage" text,
	"member" text,
	"item" text,
	"told_at" timestamp with time zone NOT NULL
);
