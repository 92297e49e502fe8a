CREATE TABLE "material_files" (
	"sha256" text PRIMARY KEY NOT NULL,
	"kept_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
-- What our own trainings and toolkits name already came in as material, unless it is what a member handed in.
INSERT INTO "material_files" ("sha256", "kept_at")
SELECT "sha256", now() FROM (
	SELECT a."sha256" FROM "training_assets" a JOIN "trainings" t ON t."id" = a."training_id" WHERE t."source" = 'own'
	UNION
	SELECT a."sha256" FROM "toolkit_assets" a JOIN "toolkits" t ON t."id" = a."toolkit_id" WHERE t."source" = 'own'
) named
WHERE NOT EXISTS (SELECT FROM "membership_files" f WHERE f."sha256" = named."sha256")
	AND NOT EXISTS (SELECT FROM "toolkit_steps" s WHERE s."sha256" = named."sha256");
