CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`actor_name` text NOT NULL,
	`request_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject` text NOT NULL,
	`plan` text,
	`kommune` text,
	`reason` text,
	`changes` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_plan` ON `audit` (`plan`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_kommune` ON `audit` (`kommune`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject`,`seq`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text NOT NULL,
	`revision` integer NOT NULL,
	`target` text NOT NULL,
	`on_day` text NOT NULL,
	`text` text NOT NULL,
	`author` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_at` text NOT NULL,
	`recorded_at` text NOT NULL,
	`actor` text NOT NULL,
	PRIMARY KEY(`id`, `revision`),
	CONSTRAINT "comments_withdrawn" CHECK("comments"."withdrawn" in (0, 1))
);
--> statement-breakpoint
CREATE INDEX `comments_target` ON `comments` (`target`);--> statement-breakpoint
CREATE TRIGGER `audit_no_update` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `audit_no_delete` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
