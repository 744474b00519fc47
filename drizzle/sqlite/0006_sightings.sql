CREATE TABLE `sightings` (
	`touchpoint_id` text NOT NULL,
	`day` integer NOT NULL,
	`questionnaire_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`first_seq` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`day`, `touchpoint_id`, `questionnaire_id`, `agency_id`, `first_seq`)
);
--> statement-breakpoint
CREATE INDEX `sightings_last` ON `sightings` (`last_seq`);