CREATE TABLE `announcements` (
	`target` text NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`as_of` text NOT NULL,
	`announced_at` text NOT NULL,
	`record` text NOT NULL,
	PRIMARY KEY(`target`, `number`)
);
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook` text NOT NULL,
	`seq` integer NOT NULL,
	`subject` text NOT NULL,
	`replay` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` text,
	`lease` text,
	`leased_until` text,
	`created_at` text NOT NULL,
	`settled_at` text,
	FOREIGN KEY (`webhook`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`seq`) REFERENCES `events`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`webhook`,`seq`,`replay`);--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`webhook`,`state`,`next_attempt_at`,`seq`);--> statement-breakpoint
CREATE INDEX `deliveries_order` ON `deliveries` (`webhook`,`subject`,`state`,`seq`);--> statement-breakpoint
CREATE INDEX `deliveries_lease` ON `deliveries` (`lease`);--> statement-breakpoint
CREATE TABLE `delivery_attempts` (
	`delivery` text NOT NULL,
	`number` integer NOT NULL,
	`at` text NOT NULL,
	`duration_ms` integer NOT NULL,
	`status` integer,
	`error` text,
	PRIMARY KEY(`delivery`, `number`),
	FOREIGN KEY (`delivery`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `event_counter` (
	`name` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `event_cursors` (
	`name` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`subject` text NOT NULL,
	`occurred_at` text NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mappings` (
	`id` text PRIMARY KEY NOT NULL,
	`record` text NOT NULL,
	`recorded_at` text NOT NULL,
	`actor` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `webhook_secrets` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook` text NOT NULL,
	`secret` text NOT NULL,
	`created_at` text NOT NULL,
	`valid_until` text,
	FOREIGN KEY (`webhook`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `webhook_secrets_webhook` ON `webhook_secrets` (`webhook`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`description` text,
	`types` text NOT NULL,
	`kommuner` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`state` text NOT NULL,
	`ended_at` text,
	`ended_because` text,
	`seq` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `imports` ADD `kind` text DEFAULT 'json' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `file_name` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `indicators` ADD `additive` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `indicators` ADD `calculation` text;--> statement-breakpoint
UPDATE `imports` SET `kind` = 'undo' WHERE `undoes` IS NOT NULL;