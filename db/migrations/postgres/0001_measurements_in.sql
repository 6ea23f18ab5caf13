CREATE TABLE "announcements" (
	"target" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"status" text collate "C" NOT NULL,
	"as_of" text collate "C" NOT NULL,
	"announced_at" text collate "C" NOT NULL,
	"record" text collate "C" NOT NULL,
	CONSTRAINT "announcements_target_number_pk" PRIMARY KEY("target","number")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"webhook" text collate "C" NOT NULL,
	"seq" integer NOT NULL,
	"subject" text collate "C" NOT NULL,
	"replay" integer NOT NULL,
	"state" text collate "C" NOT NULL,
	"attempts" integer NOT NULL,
	"next_attempt_at" text collate "C",
	"lease" text collate "C",
	"leased_until" text collate "C",
	"created_at" text collate "C" NOT NULL,
	"settled_at" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "delivery_attempts" (
	"delivery" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"at" text collate "C" NOT NULL,
	"duration_ms" integer NOT NULL,
	"status" integer,
	"error" text collate "C",
	CONSTRAINT "delivery_attempts_delivery_number_pk" PRIMARY KEY("delivery","number")
);
--> statement-breakpoint
CREATE TABLE "event_counter" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_cursors" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"seq" integer PRIMARY KEY NOT NULL,
	"type" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"occurred_at" text collate "C" NOT NULL,
	"data" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mappings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"record" text collate "C" NOT NULL,
	"recorded_at" text collate "C" NOT NULL,
	"actor" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_secrets" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"webhook" text collate "C" NOT NULL,
	"secret" text collate "C" NOT NULL,
	"created_at" text collate "C" NOT NULL,
	"valid_until" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"url" text collate "C" NOT NULL,
	"description" text collate "C",
	"types" text collate "C" NOT NULL,
	"kommuner" text collate "C",
	"created_at" text collate "C" NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"ended_at" text collate "C",
	"ended_because" text collate "C",
	"seq" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "kind" text collate "C" DEFAULT 'json' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "file_name" text collate "C";--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "reason" text collate "C";--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "additive" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "calculation" text collate "C";--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_webhook_webhooks_id_fk" FOREIGN KEY ("webhook") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_seq_events_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."events"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_delivery_deliveries_id_fk" FOREIGN KEY ("delivery") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_secrets" ADD CONSTRAINT "webhook_secrets_webhook_webhooks_id_fk" FOREIGN KEY ("webhook") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" USING btree ("webhook","seq","replay");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("webhook","state","next_attempt_at","seq");--> statement-breakpoint
CREATE INDEX "deliveries_order" ON "deliveries" USING btree ("webhook","subject","state","seq");--> statement-breakpoint
CREATE INDEX "deliveries_lease" ON "deliveries" USING btree ("lease");--> statement-breakpoint
CREATE INDEX "webhook_secrets_webhook" ON "webhook_secrets" USING btree ("webhook");--> statement-breakpoint
UPDATE "imports" SET "kind" = 'undo' WHERE "undoes" IS NOT NULL;