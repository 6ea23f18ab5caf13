CREATE TABLE `rate_counts` (
	`minute` integer NOT NULL,
	`caller` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`minute`, `caller`)
);
--> statement-breakpoint
ALTER TABLE `idempotency_keys` ADD `effect` text DEFAULT '' NOT NULL;