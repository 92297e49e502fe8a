CREATE SEQUENCE "public"."certificate_status_index" INCREMENT BY 1 MINVALUE 0 MAXVALUE 9223372036854775807 START WITH 0 CACHE 1;--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"previous_sha256" text NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" smallint PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_keys" (
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"wrapped" "bytea" NOT NULL,
	CONSTRAINT "audit_keys_subject_kind_subject_id_pk" PRIMARY KEY("subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"member_id" text,
	"person_id" text,
	"locale" text NOT NULL,
	"facts" jsonb NOT NULL,
	"status_index" integer DEFAULT nextval('certificate_status_index') NOT NULL,
	"status" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificates_code_unique" UNIQUE("code"),
	CONSTRAINT "certificates_status_index_unique" UNIQUE("status_index")
);
--> statement-breakpoint
CREATE TABLE "board_approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"board_id" text NOT NULL,
	"training_id" text,
	"session_id" text,
	"mode" text NOT NULL,
	"locale" text NOT NULL,
	"contact_hours" numeric(6, 2) NOT NULL,
	"approval_number" text NOT NULL,
	"approved_on" date NOT NULL,
	"expires_on" date,
	"letter_sha256" text,
	"letter_name" text,
	"letter_type" text,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "board_approvals_one_activity" CHECK (num_nonnulls(training_id, session_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "board_standings" (
	"board_id" text PRIMARY KEY NOT NULL,
	"stage" text NOT NULL,
	"contact" text,
	"next_step" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credits" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"license_id" text NOT NULL,
	"board_id" text NOT NULL,
	"profession" text NOT NULL,
	"license_number" text NOT NULL,
	"holder" text NOT NULL,
	"training_id" text,
	"session_id" text,
	"title" text NOT NULL,
	"mode" text NOT NULL,
	"locale" text NOT NULL,
	"contact_hours" numeric(6, 2) NOT NULL,
	"approval_id" text NOT NULL,
	"approval_number" text NOT NULL,
	"completed_on" date NOT NULL,
	"certificate_id" text NOT NULL,
	"roster_id" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credits_one_activity" CHECK (num_nonnulls(training_id, session_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "licenses" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"board_id" text NOT NULL,
	"profession" text NOT NULL,
	"number" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rosters" (
	"id" text PRIMARY KEY NOT NULL,
	"board_id" text NOT NULL,
	"number" integer NOT NULL,
	"rows" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"status" integer,
	"headers" jsonb,
	"body" text
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"token_sha256" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_tokens_token_sha256_unique" UNIQUE("token_sha256")
);
--> statement-breakpoint
CREATE TABLE "auth_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "auth_sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth_users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "auth_users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth_verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"member_id" text,
	"granted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership_applications" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"form" jsonb NOT NULL,
	"handed_in" jsonb,
	"locale" text NOT NULL,
	"search_name" text NOT NULL,
	"contact_email" text NOT NULL,
	"resume_sha256" text NOT NULL,
	"person_id" text,
	"member_id" text,
	"office_note" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	CONSTRAINT "membership_applications_reference_unique" UNIQUE("reference"),
	CONSTRAINT "membership_applications_resume_sha256_unique" UNIQUE("resume_sha256")
);
--> statement-breakpoint
CREATE TABLE "commitment_records" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"commitment" text NOT NULL,
	"done_on" date NOT NULL,
	"file_id" text,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_events" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"kind" text NOT NULL,
	"on" date NOT NULL,
	"seq" integer GENERATED ALWAYS AS IDENTITY (sequence name "member_events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"level" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_locations" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"position" integer NOT NULL,
	"label" text,
	"street" text NOT NULL,
	"city" text NOT NULL,
	"region" text NOT NULL,
	"postal_code" text NOT NULL,
	"county_fips" text NOT NULL,
	"published" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_numbers" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"legal_name" text NOT NULL,
	"doing_business_as" text,
	"sort_name" text NOT NULL,
	"search_name" text NOT NULL,
	"entity_type" text NOT NULL,
	"file_number" text,
	"sector" text NOT NULL,
	"employees" integer NOT NULL,
	"website" text,
	"level" text NOT NULL,
	"commitments" text[] NOT NULL,
	"status" text NOT NULL,
	"listed" boolean NOT NULL,
	"contact_name" text NOT NULL,
	"contact_email" text NOT NULL,
	"contact_phone" text,
	"locale" text NOT NULL,
	"joined_on" date NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date NOT NULL,
	"reminded_for" date,
	CONSTRAINT "members_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "membership_files" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text,
	"member_id" text,
	"purpose" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership_letters" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text,
	"member_id" text,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"reference" text NOT NULL,
	"recipient" text[] NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body_text" text NOT NULL,
	"body_html" text NOT NULL,
	"about_kind" text,
	"about_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "figure_releases" (
	"month" text NOT NULL,
	"revision" integer NOT NULL,
	"item" text NOT NULL,
	"seq" integer NOT NULL,
	"body" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "figure_releases_month_revision_pk" PRIMARY KEY("month","revision")
);
--> statement-breakpoint
CREATE TABLE "incoming_items" (
	"item" text PRIMARY KEY NOT NULL,
	"feed" text NOT NULL,
	"revision" integer NOT NULL,
	"kind" text NOT NULL,
	"schema" text NOT NULL,
	"title" jsonb NOT NULL,
	"languages" text[] NOT NULL,
	"significance" text NOT NULL,
	"status" text NOT NULL,
	"pinned_revision" integer,
	"attribution" text,
	"licence" text,
	"reason" text,
	"note" text,
	"seen_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "item_overlays" (
	"item" text PRIMARY KEY NOT NULL,
	"overlay" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shared_items" (
	"item" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"source_id" text NOT NULL,
	"source_revision" integer NOT NULL,
	"revision" integer NOT NULL,
	"title" jsonb NOT NULL,
	"significance" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"seq" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"revised_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shared_items_source_id_unique" UNIQUE("source_id")
);
--> statement-breakpoint
CREATE TABLE "toolkit_adoptions" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"toolkit_id" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "toolkit_assessments" (
	"id" text PRIMARY KEY NOT NULL,
	"adoption_id" text NOT NULL,
	"item" text NOT NULL,
	"revision" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"percent" integer NOT NULL,
	"level" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "toolkit_assets" (
	"toolkit_id" text NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "toolkit_assets_toolkit_id_sha256_pk" PRIMARY KEY("toolkit_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "toolkit_policies" (
	"id" text PRIMARY KEY NOT NULL,
	"adoption_id" text NOT NULL,
	"item" text NOT NULL,
	"revision" integer NOT NULL,
	"template" jsonb NOT NULL,
	"answers" jsonb NOT NULL,
	"version" integer NOT NULL,
	"company" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"adopted_on" date,
	"adopted_by" text,
	"position" text
);
--> statement-breakpoint
CREATE TABLE "toolkit_steps" (
	"adoption_id" text NOT NULL,
	"step" text NOT NULL,
	"done_on" date NOT NULL,
	"file_name" text,
	"media_type" text,
	"sha256" text,
	"size" integer,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "toolkit_steps_adoption_id_step_pk" PRIMARY KEY("adoption_id","step")
);
--> statement-breakpoint
CREATE TABLE "toolkits" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"status" text NOT NULL,
	"slug" text,
	"item" text,
	"feed" text,
	"revision" integer NOT NULL,
	"network_revision" integer,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"audience" jsonb NOT NULL,
	"languages" text[] NOT NULL,
	"sectors" text[] NOT NULL,
	"step_ids" text[] NOT NULL,
	"attribution" text,
	"licence" text,
	"reason" text,
	"overlay" jsonb,
	"body" jsonb,
	"blobs" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "toolkits_slug_unique" UNIQUE("slug"),
	CONSTRAINT "toolkits_item_unique" UNIQUE("item")
);
--> statement-breakpoint
CREATE TABLE "employer_links" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "employer_links_member_id_unique" UNIQUE("member_id"),
	CONSTRAINT "employer_links_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "enrollments" (
	"id" text PRIMARY KEY NOT NULL,
	"training_id" text NOT NULL,
	"revision" integer NOT NULL,
	"person_id" text,
	"member_id" text,
	"learner_name" text NOT NULL,
	"learner_email" text,
	"key_sha256" text,
	"locale" text NOT NULL,
	"done_lessons" text[] NOT NULL,
	"quiz_passed" boolean NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "live_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"training_id" text,
	"part_id" text,
	"title" jsonb NOT NULL,
	"description" jsonb,
	"locale" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"join_url" text NOT NULL,
	"capacity" integer,
	"host" text,
	"attendance_code" text NOT NULL,
	"sequence" integer NOT NULL,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "live_sessions_attendance_code_unique" UNIQUE("attendance_code")
);
--> statement-breakpoint
CREATE TABLE "session_registrations" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"person_id" text,
	"member_id" text,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"key_sha256" text NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"attended_at" timestamp with time zone,
	CONSTRAINT "session_registrations_key_sha256_unique" UNIQUE("key_sha256")
);
--> statement-breakpoint
CREATE TABLE "training_assets" (
	"training_id" text NOT NULL,
	"revision" integer NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "training_assets_training_id_revision_sha256_pk" PRIMARY KEY("training_id","revision","sha256")
);
--> statement-breakpoint
CREATE TABLE "training_revisions" (
	"training_id" text NOT NULL,
	"revision" integer NOT NULL,
	"body" jsonb NOT NULL,
	"blobs" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "training_revisions_training_id_revision_pk" PRIMARY KEY("training_id","revision")
);
--> statement-breakpoint
CREATE TABLE "trainings" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"status" text NOT NULL,
	"slug" text,
	"item" text,
	"feed" text,
	"latest_revision" integer NOT NULL,
	"offered_revision" integer,
	"network_revision" integer,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"languages" text[] NOT NULL,
	"minutes" integer NOT NULL,
	"attribution" text,
	"licence" text,
	"reason" text,
	"overlay" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "trainings_item_unique" UNIQUE("item")
);
--> statement-breakpoint
ALTER TABLE "board_approvals" ADD CONSTRAINT "board_approvals_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_approvals" ADD CONSTRAINT "board_approvals_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_approval_id_board_approvals_id_fk" FOREIGN KEY ("approval_id") REFERENCES "public"."board_approvals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_roster_id_rosters_id_fk" FOREIGN KEY ("roster_id") REFERENCES "public"."rosters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licenses" ADD CONSTRAINT "licenses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_accounts" ADD CONSTRAINT "auth_accounts_user_id_auth_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_auth_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_records" ADD CONSTRAINT "commitment_records_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_records" ADD CONSTRAINT "commitment_records_file_id_membership_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."membership_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_events" ADD CONSTRAINT "member_events_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_locations" ADD CONSTRAINT "member_locations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_files" ADD CONSTRAINT "membership_files_application_id_membership_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."membership_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_files" ADD CONSTRAINT "membership_files_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_letters" ADD CONSTRAINT "membership_letters_application_id_membership_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."membership_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_letters" ADD CONSTRAINT "membership_letters_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_overlays" ADD CONSTRAINT "item_overlays_item_incoming_items_item_fk" FOREIGN KEY ("item") REFERENCES "public"."incoming_items"("item") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "toolkit_adoptions" ADD CONSTRAINT "toolkit_adoptions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "toolkit_adoptions" ADD CONSTRAINT "toolkit_adoptions_toolkit_id_toolkits_id_fk" FOREIGN KEY ("toolkit_id") REFERENCES "public"."toolkits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "toolkit_assessments" ADD CONSTRAINT "toolkit_assessments_adoption_id_toolkit_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."toolkit_adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "toolkit_assets" ADD CONSTRAINT "toolkit_assets_toolkit_id_toolkits_id_fk" FOREIGN KEY ("toolkit_id") REFERENCES "public"."toolkits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "toolkit_policies" ADD CONSTRAINT "toolkit_policies_adoption_id_toolkit_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."toolkit_adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "toolkit_steps" ADD CONSTRAINT "toolkit_steps_adoption_id_toolkit_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."toolkit_adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_links" ADD CONSTRAINT "employer_links_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_registrations" ADD CONSTRAINT "session_registrations_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_registrations" ADD CONSTRAINT "session_registrations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_registrations" ADD CONSTRAINT "session_registrations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_revisions" ADD CONSTRAINT "training_revisions_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject_kind","subject_id","seq");--> statement-breakpoint
CREATE INDEX "certificates_member" ON "certificates" USING btree ("member_id","issued_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "certificates_not_valid" ON "certificates" USING btree ("status_index") WHERE status <> 'valid';--> statement-breakpoint
CREATE INDEX "certificates_person" ON "certificates" USING btree ("person_id","issued_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "board_approvals_board" ON "board_approvals" USING btree ("board_id","recorded_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "board_approvals_training" ON "board_approvals" USING btree ("training_id");--> statement-breakpoint
CREATE INDEX "board_approvals_session" ON "board_approvals" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "credits_unreported" ON "credits" USING btree ("board_id","completed_on") WHERE roster_id is null;--> statement-breakpoint
CREATE INDEX "credits_roster" ON "credits" USING btree ("roster_id","completed_on","id");--> statement-breakpoint
CREATE INDEX "credits_person" ON "credits" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "credits_approval" ON "credits" USING btree ("approval_id");--> statement-breakpoint
CREATE INDEX "credits_training" ON "credits" USING btree ("training_id");--> statement-breakpoint
CREATE INDEX "credits_session" ON "credits" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "credits_created" ON "credits" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "licenses_once" ON "licenses" USING btree ("person_id","jurisdiction","board_id","profession","number");--> statement-breakpoint
CREATE UNIQUE INDEX "rosters_number" ON "rosters" USING btree ("board_id","number");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "auth_sessions_user" ON "auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_verifications_identifier" ON "auth_verifications" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_once" ON "role_grants" USING btree ("person_id","role","member_id");--> statement-breakpoint
CREATE INDEX "applications_queue" ON "membership_applications" USING btree ("status","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_person" ON "membership_applications" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "applications_member" ON "membership_applications" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "applications_name_search" ON "membership_applications" USING gin ("search_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "applications_contact" ON "membership_applications" USING btree ("contact_email");--> statement-breakpoint
CREATE INDEX "commitment_records_member" ON "commitment_records" USING btree ("member_id","commitment","done_on" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "commitment_records_file" ON "commitment_records" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "member_events_month" ON "member_events" USING btree ("on","kind");--> statement-breakpoint
CREATE INDEX "member_events_member" ON "member_events" USING btree ("member_id","on" DESC NULLS LAST,"seq" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "member_locations_order" ON "member_locations" USING btree ("member_id","position");--> statement-breakpoint
CREATE INDEX "member_locations_county" ON "member_locations" USING btree ("county_fips","member_id") WHERE published;--> statement-breakpoint
CREATE INDEX "members_directory" ON "members" USING btree ("sort_name","id") WHERE listed and status = 'active';--> statement-breakpoint
CREATE INDEX "members_listed" ON "members" USING btree ("status") WHERE listed and status = 'active';--> statement-breakpoint
CREATE INDEX "members_sector" ON "members" USING btree ("sector","sort_name","id") WHERE listed and status = 'active';--> statement-breakpoint
CREATE INDEX "members_status" ON "members" USING btree ("status","sort_name","id");--> statement-breakpoint
CREATE INDEX "members_expiry" ON "members" USING btree ("valid_until") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "members_name_search" ON "members" USING gin ("search_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "members_contact" ON "members" USING btree ("contact_email");--> statement-breakpoint
CREATE INDEX "members_name" ON "members" USING btree ("sort_name");--> statement-breakpoint
CREATE INDEX "membership_files_application" ON "membership_files" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "membership_files_member" ON "membership_files" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "membership_letters_application" ON "membership_letters" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "membership_letters_member" ON "membership_letters" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "mails_newest" ON "mails" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "mails_recipient" ON "mails" USING btree ("recipient","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "mails_about" ON "mails" USING btree ("about_kind","about_id");--> statement-breakpoint
CREATE INDEX "figure_releases_published" ON "figure_releases" USING btree ("published_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "incoming_items_status" ON "incoming_items" USING btree ("status","seen_at" DESC NULLS LAST,"item");--> statement-breakpoint
CREATE INDEX "incoming_items_seen" ON "incoming_items" USING btree ("seen_at" DESC NULLS LAST,"item");--> statement-breakpoint
CREATE INDEX "incoming_items_feed" ON "incoming_items" USING btree ("feed");--> statement-breakpoint
CREATE INDEX "shared_items_revised" ON "shared_items" USING btree ("revised_at" DESC NULLS LAST,"item");--> statement-breakpoint
CREATE UNIQUE INDEX "toolkit_adoptions_once" ON "toolkit_adoptions" USING btree ("member_id","toolkit_id");--> statement-breakpoint
CREATE INDEX "toolkit_adoptions_toolkit" ON "toolkit_adoptions" USING btree ("toolkit_id","chosen_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "toolkit_adoptions_chosen" ON "toolkit_adoptions" USING btree ("chosen_at");--> statement-breakpoint
CREATE INDEX "toolkit_assessments_adoption" ON "toolkit_assessments" USING btree ("adoption_id","taken_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "toolkit_assets_sha256" ON "toolkit_assets" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "toolkit_policies_version" ON "toolkit_policies" USING btree ("adoption_id","item","version");--> statement-breakpoint
CREATE UNIQUE INDEX "toolkit_policies_draft" ON "toolkit_policies" USING btree ("adoption_id","item") WHERE adopted_on is null;--> statement-breakpoint
CREATE INDEX "toolkit_policies_created" ON "toolkit_policies" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "toolkit_steps_recorded" ON "toolkit_steps" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "toolkits_catalogue" ON "toolkits" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "enrollments_training" ON "enrollments" USING btree ("training_id");--> statement-breakpoint
CREATE INDEX "enrollments_person" ON "enrollments" USING btree ("person_id","started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "enrollments_member" ON "enrollments" USING btree ("member_id","started_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "enrollments_completed" ON "enrollments" USING btree ("completed_at") WHERE completed_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_open" ON "enrollments" USING btree ("person_id","training_id") WHERE person_id is not null and completed_at is null;--> statement-breakpoint
CREATE INDEX "live_sessions_calendar" ON "live_sessions" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "live_sessions_series" ON "live_sessions" USING btree ("training_id","part_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "session_registrations_once" ON "session_registrations" USING btree ("session_id","email");--> statement-breakpoint
CREATE INDEX "session_registrations_person" ON "session_registrations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_registrations_member" ON "session_registrations" USING btree ("member_id","registered_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "session_registrations_attended" ON "session_registrations" USING btree ("attended_at") WHERE attended_at is not null;--> statement-breakpoint
CREATE INDEX "training_assets_sha256" ON "training_assets" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "trainings_catalogue" ON "trainings" USING btree ("status","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "trainings_slug" ON "trainings" USING btree ("slug") WHERE slug is not null;