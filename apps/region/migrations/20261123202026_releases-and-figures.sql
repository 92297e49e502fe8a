CREATE TABLE "figures" (
	"member" text NOT NULL,
	"period" text NOT NULL,
	"metric" text NOT NULL,
	"dimension" text NOT NULL,
	"code" text NOT NULL,
	"value" double precision,
	"hidden" text,
	CONSTRAINT "figures_member_period_metric_dimension_code_pk" PRIMARY KEY("member","period","metric","dimension","code")
);
--> statement-breakpoint
CREATE TABLE "refusals" (
	"item" text NOT NULL,
	"revision" integer NOT NULL,
	"member" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "refusals_item_revision_pk" PRIMARY KEY("item","revision")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"member" text NOT NULL,
	"period" text NOT NULL,
	"item" text NOT NULL,
	"revision" integer NOT NULL,
	"seq" integer NOT NULL,
	"as_of" date NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "releases_member_period_pk" PRIMARY KEY("member","period")
);
--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_member_period_releases_member_period_fk" FOREIGN KEY ("member","period") REFERENCES "public"."releases"("member","period") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "figures_metric_idx" ON "figures" USING btree ("metric","dimension","period");--> statement-breakpoint
CREATE INDEX "refusals_member_idx" ON "refusals" USING btree ("member","at");--> statement-breakpoint
CREATE INDEX "releases_period_idx" ON "releases" USING btree ("period");--> statement-breakpoint
CREATE INDEX "releases_item_idx" ON "releases" USING btree ("item");