CREATE TABLE "unclaimed_completions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"member_id" text,
	"holder" text NOT NULL,
	"training_id" text,
	"session_id" text,
	"title" text NOT NULL,
	"mode" text NOT NULL,
	"locale" text NOT NULL,
	"minutes" integer NOT NULL,
	"attribution" text,
	"completed_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	CONSTRAINT "unclaimed_completions_one_activity" CHECK (num_nonnulls(training_id, session_id) = 1)
);
--> statement-breakpoint
DROP INDEX "credits_approval";--> statement-breakpoint
ALTER TABLE "live_sessions" ALTER COLUMN "join_url" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "board_approvals" ADD COLUMN "citation" text;--> statement-breakpoint
ALTER TABLE "board_approvals" ADD COLUMN "citation_url" text;--> statement-breakpoint
ALTER TABLE "board_approvals" ADD COLUMN "ended_on" date;--> statement-breakpoint
ALTER TABLE "board_approvals" ADD COLUMN "end_reason" text;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "mode" text DEFAULT 'live-online' NOT NULL;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "unclaimed_completions" ADD CONSTRAINT "unclaimed_completions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unclaimed_completions" ADD CONSTRAINT "unclaimed_completions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unclaimed_completions" ADD CONSTRAINT "unclaimed_completions_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unclaimed_completions" ADD CONSTRAINT "unclaimed_completions_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unclaimed_completions_person" ON "unclaimed_completions" USING btree ("person_id","completed_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "credits_once" ON "credits" USING btree ("approval_id","person_id","board_id","profession","license_number");--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_somewhere" CHECK (case mode when 'in-person' then place else join_url end is not null);