CREATE TABLE "areas" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"code" text collate "C",
	"kind" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"aliases" text collate "C" NOT NULL,
	"codes" text collate "C" NOT NULL,
	"memberships" text collate "C" NOT NULL,
	"valid_from" text collate "C",
	"valid_to" text collate "C",
	"note" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"target" text collate "C" NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"status" text collate "C" NOT NULL,
	"note" text collate "C",
	"evidence" text collate "C",
	"recorded_at" text collate "C" NOT NULL,
	"actor" text collate "C" NOT NULL,
	CONSTRAINT "assessments_target_on_day_revision_pk" PRIMARY KEY("target","on_day","revision")
);
--> statement-breakpoint
CREATE TABLE "deliverables" (
	"target" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"done_on" text collate "C",
	"evidence" text collate "C",
	"recorded_at" text collate "C" NOT NULL,
	"actor" text collate "C" NOT NULL,
	CONSTRAINT "deliverables_target_code_revision_pk" PRIMARY KEY("target","code","revision")
);
--> statement-breakpoint
CREATE TABLE "goal_national_goals" (
	"goal" text collate "C" NOT NULL,
	"national_goal" text collate "C" NOT NULL,
	CONSTRAINT "goal_national_goals_national_goal_goal_pk" PRIMARY KEY("national_goal","goal")
);
--> statement-breakpoint
CREATE TABLE "goals" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"plan" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"record" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"token" text collate "C" NOT NULL,
	"fingerprint" text collate "C" NOT NULL,
	"started_at" text collate "C" NOT NULL,
	"status" integer,
	"answer" text collate "C",
	CONSTRAINT "idempotency_keys_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"actor" text collate "C" NOT NULL,
	"recorded_at" text collate "C" NOT NULL,
	"received" integer NOT NULL,
	"created" integer NOT NULL,
	"revised" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"rejected" integer NOT NULL,
	"hash" text collate "C" NOT NULL,
	"series" text collate "C" NOT NULL,
	"undoes" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name_da" text collate "C" NOT NULL,
	"name_en" text collate "C" NOT NULL,
	"definition" text collate "C",
	"unit" text collate "C" NOT NULL,
	"polarity" text collate "C" NOT NULL,
	"frequency" text collate "C" NOT NULL,
	"publication_lag_days" integer NOT NULL,
	"breaks" text collate "C" NOT NULL,
	"source" text collate "C",
	"decimals" integer NOT NULL,
	"segments" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "key_secrets" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"key" text collate "C" NOT NULL,
	"created_at" text collate "C" NOT NULL,
	"valid_until" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"scopes" text collate "C" NOT NULL,
	"kommuner" text collate "C",
	"indicators" text collate "C",
	"created_at" text collate "C" NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"expires_at" text collate "C",
	"revoked_at" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "measurements" (
	"indicator" text collate "C" NOT NULL,
	"area" text collate "C" NOT NULL,
	"segment" text collate "C" NOT NULL,
	"period" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"period_start" text collate "C" NOT NULL,
	"period_end" text collate "C" NOT NULL,
	"value" double precision,
	"flag" text collate "C" NOT NULL,
	"withdrawn" integer NOT NULL,
	"source" text collate "C",
	"note" text collate "C",
	"recorded_at" text collate "C" NOT NULL,
	"actor" text collate "C" NOT NULL,
	"import" text collate "C",
	CONSTRAINT "measurements_indicator_area_segment_period_revision_pk" PRIMARY KEY("indicator","area","segment","period","revision"),
	CONSTRAINT "measurements_withdrawn" CHECK ("measurements"."withdrawn" in (0, 1)),
	CONSTRAINT "measurements_value" CHECK ("measurements"."withdrawn" = 1 or ("measurements"."value" is null) = ("measurements"."flag" in ('suppressed', 'missing')))
);
--> statement-breakpoint
CREATE TABLE "meta" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"value" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "national_goals" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"title" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"plan" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"previous" integer,
	"document" text collate "C" NOT NULL,
	"recorded_at" text collate "C" NOT NULL,
	"actor" text collate "C" NOT NULL,
	"reason" text collate "C",
	CONSTRAINT "plan_versions_plan_version_pk" PRIMARY KEY("plan","version"),
	CONSTRAINT "plan_versions_follow" CHECK ("plan_versions"."version" = coalesce("plan_versions"."previous", 0) + 1)
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kommune" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"status" text collate "C" NOT NULL,
	"pace_limits" text collate "C",
	"version" integer NOT NULL,
	"recorded_at" text collate "C" NOT NULL,
	"record" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "target_series" (
	"indicator" text collate "C" NOT NULL,
	"area" text collate "C" NOT NULL,
	"segment" text collate "C" NOT NULL,
	"target" text collate "C" NOT NULL,
	CONSTRAINT "target_series_indicator_area_segment_target_pk" PRIMARY KEY("indicator","area","segment","target")
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"plan" text collate "C" NOT NULL,
	"goal" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"indicator" text collate "C",
	"record" text collate "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "goal_national_goals" ADD CONSTRAINT "goal_national_goals_goal_goals_id_fk" FOREIGN KEY ("goal") REFERENCES "public"."goals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_plan_plans_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_secrets" ADD CONSTRAINT "key_secrets_key_keys_id_fk" FOREIGN KEY ("key") REFERENCES "public"."keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_plan_plans_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_previous" FOREIGN KEY ("plan","previous") REFERENCES "public"."plan_versions"("plan","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_series" ADD CONSTRAINT "target_series_target_targets_id_fk" FOREIGN KEY ("target") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_plan_plans_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_goal_goals_id_fk" FOREIGN KEY ("goal") REFERENCES "public"."goals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "goal_national_goals_goal" ON "goal_national_goals" USING btree ("goal");--> statement-breakpoint
CREATE UNIQUE INDEX "goals_plan_position" ON "goals" USING btree ("plan","position");--> statement-breakpoint
CREATE INDEX "idempotency_keys_started" ON "idempotency_keys" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "imports_recorded" ON "imports" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "imports_undoes" ON "imports" USING btree ("undoes");--> statement-breakpoint
CREATE INDEX "key_secrets_key" ON "key_secrets" USING btree ("key");--> statement-breakpoint
CREATE INDEX "plans_kommune" ON "plans" USING btree ("kommune");--> statement-breakpoint
CREATE INDEX "target_series_target" ON "target_series" USING btree ("target");--> statement-breakpoint
CREATE UNIQUE INDEX "targets_plan_position" ON "targets" USING btree ("plan","position");--> statement-breakpoint
CREATE INDEX "targets_goal" ON "targets" USING btree ("goal");--> statement-breakpoint
CREATE INDEX "targets_indicator" ON "targets" USING btree ("indicator");