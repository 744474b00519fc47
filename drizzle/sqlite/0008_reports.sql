CREATE TABLE `report_files` (
	`report_id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`agency_id` text NOT NULL,
	`issuer_id` text,
	`from_day` integer NOT NULL,
	`to_day` integer NOT NULL,
	`questionnaire_id` text,
	`format` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`progress` integer NOT NULL,
	`worker` text,
	`leased_until` integer,
	`attempts` integer NOT NULL,
	`failure` text,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issuer_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reports_account` ON `reports` (`account_id`);--> statement-breakpoint
CREATE INDEX `reports_state` ON `reports` (`state`);