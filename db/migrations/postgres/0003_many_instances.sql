CREATE TABLE "rate_counts" (
	"minute" integer NOT NULL,
	"caller" text collate "C" NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_counts_minute_caller_pk" PRIMARY KEY("minute","caller")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "effect" text collate "C" DEFAULT '' NOT NULL;