CREATE TABLE `agency_revisions` (
	`revision` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `retired_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`touchpoint_id` text NOT NULL,
	`retired_at` integer NOT NULL,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action
);
