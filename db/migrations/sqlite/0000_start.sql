CREATE TABLE `areas` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`aliases` text NOT NULL,
	`codes` text NOT NULL,
	`memberships` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`note` text
);
--> statement-breakpoint
CREATE TABLE `assessments` (
	`target` text NOT NULL,
	`on_day` text NOT NULL,
	`revision` integer NOT NULL,
	`status` text NOT NULL,
	`note` text,
	`evidence` text,
	`recorded_at` text NOT NULL,
	`actor` text NOT NULL,
	PRIMARY KEY(`target`, `on_day`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `deliverables` (
	`target` text NOT NULL,
	`code` text NOT NULL,
	`revision` integer NOT NULL,
	`done_on` text,
	`evidence` text,
	`recorded_at` text NOT NULL,
	`actor` text NOT NULL,
	PRIMARY KEY(`target`, `code`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `goal_national_goals` (
	`goal` text NOT NULL,
	`national_goal` text NOT NULL,
	PRIMARY KEY(`national_goal`, `goal`),
	FOREIGN KEY (`goal`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `goal_national_goals_goal` ON `goal_national_goals` (`goal`);--> statement-breakpoint
CREATE TABLE `goals` (
	`id` text PRIMARY KEY NOT NULL,
	`plan` text NOT NULL,
	`position` integer NOT NULL,
	`record` text NOT NULL,
	FOREIGN KEY (`plan`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `goals_plan_position` ON `goals` (`plan`,`position`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`actor` text NOT NULL,
	`key` text NOT NULL,
	`token` text NOT NULL,
	`fingerprint` text NOT NULL,
	`started_at` text NOT NULL,
	`status` integer,
	`answer` text,
	PRIMARY KEY(`actor`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_started` ON `idempotency_keys` (`started_at`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`actor` text NOT NULL,
	`recorded_at` text NOT NULL,
	`received` integer NOT NULL,
	`created` integer NOT NULL,
	`revised` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`rejected` integer NOT NULL,
	`hash` text NOT NULL,
	`series` text NOT NULL,
	`undoes` text
);
--> statement-breakpoint
CREATE INDEX `imports_recorded` ON `imports` (`recorded_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `imports_undoes` ON `imports` (`undoes`);--> statement-breakpoint
CREATE TABLE `indicators` (
	`id` text PRIMARY KEY NOT NULL,
	`name_da` text NOT NULL,
	`name_en` text NOT NULL,
	`definition` text,
	`unit` text NOT NULL,
	`polarity` text NOT NULL,
	`frequency` text NOT NULL,
	`publication_lag_days` integer NOT NULL,
	`breaks` text NOT NULL,
	`source` text,
	`decimals` integer NOT NULL,
	`segments` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `key_secrets` (
	`hash` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`created_at` text NOT NULL,
	`valid_until` text,
	FOREIGN KEY (`key`) REFERENCES `keys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `key_secrets_key` ON `key_secrets` (`key`);--> statement-breakpoint
CREATE TABLE `keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`kommuner` text,
	`indicators` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` text,
	`revoked_at` text
);
--> statement-breakpoint
CREATE TABLE `measurements` (
	`indicator` text NOT NULL,
	`area` text NOT NULL,
	`segment` text NOT NULL,
	`period` text NOT NULL,
	`revision` integer NOT NULL,
	`period_start` text NOT NULL,
	`period_end` text NOT NULL,
	`value` real,
	`flag` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`source` text,
	`note` text,
	`recorded_at` text NOT NULL,
	`actor` text NOT NULL,
	`import` text,
	PRIMARY KEY(`indicator`, `area`, `segment`, `period`, `revision`),
	CONSTRAINT "measurements_withdrawn" CHECK("measurements"."withdrawn" in (0, 1)),
	CONSTRAINT "measurements_value" CHECK("measurements"."withdrawn" = 1 or ("measurements"."value" is null) = ("measurements"."flag" in ('suppressed', 'missing')))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `national_goals` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `plan_versions` (
	`plan` text NOT NULL,
	`version` integer NOT NULL,
	`previous` integer,
	`document` text NOT NULL,
	`recorded_at` text NOT NULL,
	`actor` text NOT NULL,
	`reason` text,
	PRIMARY KEY(`plan`, `version`),
	FOREIGN KEY (`plan`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan`,`previous`) REFERENCES `plan_versions`(`plan`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_versions_follow" CHECK("plan_versions"."version" = coalesce("plan_versions"."previous", 0) + 1)
);
--> statement-breakpoint
CREATE TABLE `plans` (
	`id` text PRIMARY KEY NOT NULL,
	`kommune` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`pace_limits` text,
	`version` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`record` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `plans_kommune` ON `plans` (`kommune`);--> statement-breakpoint
CREATE TABLE `target_series` (
	`indicator` text NOT NULL,
	`area` text NOT NULL,
	`segment` text NOT NULL,
	`target` text NOT NULL,
	PRIMARY KEY(`indicator`, `area`, `segment`, `target`),
	FOREIGN KEY (`target`) REFERENCES `targets`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `target_series_target` ON `target_series` (`target`);--> statement-breakpoint
CREATE TABLE `targets` (
	`id` text PRIMARY KEY NOT NULL,
	`plan` text NOT NULL,
	`goal` text NOT NULL,
	`position` integer NOT NULL,
	`indicator` text,
	`record` text NOT NULL,
	FOREIGN KEY (`plan`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`goal`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `targets_plan_position` ON `targets` (`plan`,`position`);--> statement-breakpoint
CREATE INDEX `targets_goal` ON `targets` (`goal`);--> statement-breakpoint
CREATE INDEX `targets_indicator` ON `targets` (`indicator`);