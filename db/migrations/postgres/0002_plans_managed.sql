CREATE TABLE "audit" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" text collate "C" NOT NULL,
	"actor" text collate "C" NOT NULL,
	"actor_name" text collate "C" NOT NULL,
	"request_id" text collate "C",
	"action" text collate "C" NOT NULL,
	"subject_kind" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"plan" text collate "C",
	"kommune" text collate "C",
	"reason" text collate "C",
	"changes" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"target" text collate "C" NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"author" text collate "C" NOT NULL,
	"withdrawn" integer NOT NULL,
	"created_at" text collate "C" NOT NULL,
	"recorded_at" text collate "C" NOT NULL,
	"actor" text collate "C" NOT NULL,
	CONSTRAINT "comments_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "comments_withdrawn" CHECK ("comments"."withdrawn" in (0, 1))
);
--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor","seq");--> statement-breakpoint
CREATE INDEX "audit_plan" ON "audit" USING btree ("plan","seq");--> statement-breakpoint
CREATE INDEX "audit_kommune" ON "audit" USING btree ("kommune","seq");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject","seq");--> statement-breakpoint
CREATE INDEX "comments_target" ON "comments" USING btree ("target");--> statement-breakpoint
CREATE FUNCTION "audit_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$;--> statement-breakpoint
CREATE TRIGGER "audit_no_change" BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION "audit_is_append_only"();--> statement-breakpoint
CREATE TRIGGER "audit_no_truncate" BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "audit_is_append_only"();
