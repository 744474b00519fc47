CREATE TABLE `device_batches` (
	`device_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	`signature` text NOT NULL,
	`size` integer NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`device_id`, `sequence`),
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `device_refusals` (
	`device_id` text NOT NULL,
	`code` text NOT NULL,
	`n` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`device_id`, `code`),
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `device_touchpoints` (
	`device_id` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	PRIMARY KEY(`device_id`, `touchpoint_id`),
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`name` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`corner_code` text NOT NULL,
	`paired_at` integer NOT NULL,
	`revoked_at` integer,
	`last_seen_at` integer,
	`last_sequence` integer NOT NULL,
	`last_hash` text NOT NULL,
	`clock_error_ms` integer,
	`unsent` integer,
	`oldest_unsent` integer,
	`version` text,
	`battery` real,
	`charging` integer,
	`storage_persisted` integer,
	`storage_usage` integer,
	`storage_quota` integer,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `devices_publicKey_unique` ON `devices` (`public_key`);--> statement-breakpoint
CREATE INDEX `devices_touchpoint` ON `devices` (`touchpoint_id`);--> statement-breakpoint
CREATE TABLE `drop_offs` (
	`questionnaire_id` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`day` integer NOT NULL,
	`question` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`questionnaire_id`, `touchpoint_id`, `day`, `question`),
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pairings` (
	`id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`code` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pairings_publicKey_unique` ON `pairings` (`public_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `pairings_code_unique` ON `pairings` (`code`);--> statement-breakpoint
CREATE INDEX `pairings_expires` ON `pairings` (`expires_at`);--> statement-breakpoint
ALTER TABLE `responses` ADD `device_id` text REFERENCES devices(id);